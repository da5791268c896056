#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "kin/step/people.h"
#include "cohort_state.h"

struct kin_cohort *
kin_cohort_new(const struct kin_cohort_opts *opts)
{
	struct kin_cohort *cohort = kin_calloc(1, sizeof(*cohort));
	struct kin_when today;

	cohort->opts = *opts;
	cohort->names = kin_map_new();
	if (kin_when_read(opts->today, &today) && kin_day_is_whole(today.date))
		cohort->today = kin_day_number(today.date);
	return cohort;
}

void
kin_cohort_free(struct kin_cohort *cohort)
{
	if (cohort == NULL)
		return;
	kin_map_free(cohort->names);
	kin_arena_fini(&cohort->arena);
	kin_rec_fini(&cohort->rec);
	kin_free(cohort->nodes);
	kin_free(cohort->rules);
	kin_buf_fini(&cohort->text);
	kin_buf_fini(&cohort->folded);
	kin_buf_fini(&cohort->cohorts);
	kin_buf_fini(&cohort->why);
	kin_buf_fini(&cohort->line);
	kin_free(cohort);
}

enum { PIECE = 64 << 10 };

/* The whole file into text; -1 with errno. */
static int
read_all(int fd, struct kin_buf *text)
{
	ssize_t got;

	do {
		got = read(fd, kin_buf_room(text, PIECE), PIECE);
		if (got > 0)
			text->len += (size_t)got;
	} while (got > 0 || (got < 0 && errno == EINTR));
	return got < 0 ? -1 : 0;
}

int
kin_cohort_load(struct kin_cohort *cohort, const char *path, struct kin_err *err)
{
	struct kin_buf text = { 0 };
	int fd = open(path, O_RDONLY | O_CLOEXEC), why = 0, rc = -1;

	*err = KIN_ERR_NONE;
	if (fd < 0 || read_all(fd, &text) < 0) {
		why = errno;
		kin_fail(err, "%s", strerror(why));
	} else
		rc = kin_cohort_read(cohort, kin_buf_str(&text), err);
	if (fd >= 0)
		close(fd);
	kin_buf_fini(&text);
	errno = why;
	return rc;
}

/* Asks every rule in its order; true when the record is in some group. */
static bool
ask_all(struct kin_cohort *cohort, struct kin_rec *rec)
{
	bool any = false;

	for (uint32_t i = 0; i < kin_map_count(cohort->names); i++) {
		struct kin_cohort_rule *rule = &cohort->rules[i];

		rule->is = kin_cohort_ask(cohort, rec, rule->node);
		rule->in += rule->is == KIN_COHORT_YES;
		rule->unknown += rule->is == KIN_COHORT_UNKNOWN;
		any = any || rule->is == KIN_COHORT_YES;
	}
	return any;
}

static void
put_groups(struct kin_cohort *cohort, struct kin_rec *rec)
{
	struct kin_buf *groups = &cohort->cohorts, *why = &cohort->why;

	kin_buf_clear(groups);
	kin_buf_clear(why);
	kin_buf_putc(groups, '[');
	kin_buf_putc(why, '{');
	for (uint32_t i = 0; i < kin_map_count(cohort->names); i++) {
		const struct kin_cohort_rule *rule = &cohort->rules[i];

		if (rule->is != KIN_COHORT_YES)
			continue;
		if (groups->len > 1) {
			kin_buf_putc(groups, ',');
			kin_buf_putc(why, ',');
		}
		kin_json_put_string(groups, rule->name);
		if (!cohort->opts.why)
			continue;
		kin_json_put_string(why, rule->name);
		kin_buf_puts(why, ":[");
		kin_cohort_explain(cohort, rec, rule->node);
		kin_buf_putc(why, ']');
	}
	kin_buf_putc(groups, ']');
	kin_buf_putc(why, '}');
}

int
kin_cohort_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_cohort *cohort = ctx;
	struct kin_put puts[] = { { KIN_STR("cohorts"), { NULL, 0 } }, { KIN_STR("cohort_why"), { NULL, 0 } } };
	bool any = kin_people_is_person(rec) && ask_all(cohort, rec);

	(void)err;
	if (!any && !kin_rec_has(rec, KIN_FIELD_COHORTS)) {
		cohort->opts.sink(cohort->opts.sink_ctx, rec->line);
		return 0;
	}
	if (any) {
		put_groups(cohort, rec);
		puts[0].value = kin_buf_str(&cohort->cohorts);
		if (cohort->opts.why)
			puts[1].value = kin_buf_str(&cohort->why);
	}
	kin_buf_clear(&cohort->line);
	kin_rec_write(rec, puts, 2, &cohort->line);
	cohort->opts.sink(cohort->opts.sink_ctx, kin_buf_str(&cohort->line));
	return 0;
}

void
kin_cohort_line(void *ctx, struct kin_str line)
{
	struct kin_cohort *cohort = ctx;
	struct kin_err err;

	if (kin_rec_read(&cohort->rec, line, &err) == 0)
		kin_cohort_push(cohort, &cohort->rec, &err);
}

void
kin_cohort_stats(const struct kin_cohort *cohort, struct kin_buf *out)
{
	kin_json_put_name(out, "cohorts");
	kin_buf_putc(out, '{');
	for (uint32_t i = 0; i < kin_map_count(cohort->names); i++) {
		if (i > 0)
			kin_buf_putc(out, ',');
		kin_json_put_string(out, cohort->rules[i].name);
		kin_buf_printf(out, ":{\"in\":%llu,\"unknown\":%llu}", cohort->rules[i].in,
		    cohort->rules[i].unknown);
	}
	kin_buf_putc(out, '}');
}
