#include "kin/step/dedupe.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "dedupe_state.h"

/* Puts before what is wrong where it is so. */
static int
blame(const char *where, struct kin_err *err)
{
	struct kin_err inner = *err;

	return kin_fail(err, "%s: %s", where, inner.text);
}

/* What is asked together must go together. */
static int
check(const struct kin_dedupe_opts *opts, struct kin_err *err)
{
	if (opts->pairs && opts->fold)
		return kin_fail(err, "--pairs and --fold: one of them");
	if (opts->splink && opts->train == NULL)
		return kin_fail(err, "--splink says how to write a model: --train FILE");
	return 0;
}

struct kin_dedupe *
kin_dedupe_new(const struct kin_dedupe_opts *opts, struct kin_err *err)
{
	struct kin_dedupe *dedupe = kin_calloc(1, sizeof(*dedupe));
	int status = check(opts, err);

	dedupe->opts = *opts;
	dedupe->people = kin_people_new();
	if (opts->truth != NULL)
		kin_people_leave_out(dedupe->people, opts->truth);
	if (status == 0 && opts->compare != NULL
	    && kin_people_choose(dedupe->people, opts->compare, err) != 0)
		status = blame("option '--compare'", err);
	if (status == 0)
		return dedupe;
	kin_dedupe_free(dedupe);
	return NULL;
}

void
kin_dedupe_free(struct kin_dedupe *dedupe)
{
	if (dedupe == NULL)
		return;
	kin_link_free(dedupe->link);
	kin_people_free(dedupe->people);
	kin_arena_fini(&dedupe->arena);
	kin_free(dedupe->decision);
	kin_free(dedupe->folded);
	kin_fold_free(dedupe->fold);
	kin_buf_fini(&dedupe->line);
	kin_buf_fini(&dedupe->cell);
	kin_buf_fini(&dedupe->stats);
	kin_rec_fini(&dedupe->rec);
	kin_free(dedupe);
}

int
kin_dedupe_model(struct kin_dedupe *dedupe, const char *path, struct kin_err *err)
{
	if (kin_people_model(dedupe->people, path, dedupe->opts.blocking, err) != 0)
		return -1;
	if (dedupe->opts.train != NULL && kin_people_is_splink(dedupe->people))
		return kin_fail(err, "%s: with a model of Splink nothing is estimated: no --train", path);
	return 0;
}

static void
tell(struct kin_dedupe *dedupe, kin_people_say *say, const char *fmt, va_list args)
{
	char text[KIN_ERR_TEXT];

	vsnprintf(text, sizeof(text), fmt, args);
	say(dedupe->opts.say_ctx, text);
}

void
kin_dedupe_say(struct kin_dedupe *dedupe, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	tell(dedupe, dedupe->opts.say, fmt, args);
	va_end(args);
}

void
kin_dedupe_tell(struct kin_dedupe *dedupe, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	tell(dedupe, dedupe->opts.tell, fmt, args);
	va_end(args);
}

int
kin_dedupe_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_dedupe *dedupe = ctx;

	(void)err;
	kin_people_keep(dedupe->people, rec, 0, false);
	return 0;
}

void
kin_dedupe_answer(const struct kin_dedupe *dedupe, size_t place, struct kin_link_person *out)
{
	const struct kin_people_record *kept = kin_people_at(dedupe->people, place);

	if (dedupe->link != NULL) {
		kin_link_person(dedupe->link, kept->number, out);
		return;
	}
	*out = (struct kin_link_person){ .cluster = (uint32_t)place, .size = 1, .name = kept->key,
	    .probability = 1.0, .household = (uint32_t)place, .household_people = 1,
	    .household_name = kept->key };
}

/* --- the run ------------------------------------------------------------------ */

static void
count_all(struct kin_dedupe *dedupe)
{
	struct kin_buf *out = &dedupe->stats;
	size_t count = kin_people_count(dedupe->people);
	size_t compared = kin_people_persons(dedupe->people, 0), people = compared;

	if (dedupe->link != NULL)
		people = kin_link_clusters(dedupe->link);
	kin_json_put_name(out, "compared");
	kin_json_put_whole(out, (long long)compared);
	kin_json_put_name(out, "others");
	kin_json_put_whole(out, (long long)(count - compared));
	kin_json_put_name(out, "people");
	kin_json_put_whole(out, (long long)people);
	if (dedupe->opts.fold) {
		kin_json_put_name(out, "folded");
		kin_json_put_whole(out, (long long)(compared - people));
	}
	if (dedupe->link != NULL)
		kin_people_stats(dedupe->link, out);
}

/* new: the engine with all records, by the model that was asked for. */
static struct kin_link *
open_engine(struct kin_dedupe *dedupe)
{
	struct kin_link_opts opts = { .mode = KIN_LINK_DEDUPE, .one_to_one = KIN_LINK_ONE_AUTO,
	    .threshold = dedupe->opts.threshold, .threads = dedupe->opts.threads,
	    .blocking = dedupe->opts.blocking };

	return kin_people_link(dedupe->people, 0, &opts, dedupe->opts.say, dedupe->opts.say_ctx);
}

static int
run(struct kin_dedupe *dedupe, struct kin_err *err)
{
	struct kin_link_report report;

	kin_people_settle(dedupe->people);
	kin_people_say_absent(dedupe->people, dedupe->opts.say, dedupe->opts.say_ctx);
	kin_people_notice(dedupe->people, dedupe->opts.say, dedupe->opts.say_ctx);
	dedupe->link = open_engine(dedupe);
	if (dedupe->link == NULL) {
		if (kin_people_persons(dedupe->people, 0) > 0)
			kin_dedupe_say(dedupe, "no record has a field that can be compared");
		return 0;
	}
	kin_dedupe_apply(dedupe);
	if (kin_link_run(dedupe->link, err) != 0)
		return KIN_EXIT_USAGE;
	kin_people_say_rules(dedupe->link, dedupe->opts.say, dedupe->opts.say_ctx);
	kin_link_report(dedupe->link, &report);
	if (report.small && kin_people_persons(dedupe->people, 0) > 1)
		kin_dedupe_say(dedupe, "%zu records are too few to learn from: the usual weights are used",
		    kin_people_persons(dedupe->people, 0));
	return 0;
}

int
kin_dedupe_finish(struct kin_dedupe *dedupe, struct kin_err *err)
{
	int status = run(dedupe, err);

	if (status != 0)
		return status;
	count_all(dedupe);
	if (dedupe->opts.truth != NULL)
		kin_dedupe_truth(dedupe);
	if (dedupe->opts.train != NULL && kin_dedupe_train(dedupe, err) != 0)
		return blame(dedupe->opts.train, err);
	if (dedupe->opts.review != NULL && kin_dedupe_review(dedupe, err) != 0)
		return blame(dedupe->opts.review, err);
	if (dedupe->opts.pairs)
		kin_dedupe_pairs(dedupe);
	else
		kin_dedupe_write(dedupe);
	return 0;
}

void
kin_dedupe_stats(const struct kin_dedupe *dedupe, struct kin_buf *out)
{
	if (out->len > 0 && dedupe->stats.len > 0)
		kin_buf_putc(out, ',');
	kin_buf_add(out, kin_buf_str(&dedupe->stats));
}
