#include "kin/step/match.h"

#include <stdio.h>

#include "kin/base/mem.h"

/* Whom a record of the stream is on the list. */
struct hit {
	uint32_t	place;		/* of the list's record, or KIN_LINK_NONE */
	double		probability;
	struct kin_str	why;		/* JSON array, or empty */
};

struct list {
	const char	*name;
	struct kin_str	 quoted;	/* as JSON has it */
	struct hit	*hit;		/* one for each record kept */
};

struct kin_match {
	struct kin_match_opts	 opts;
	struct kin_people	*people;
	struct kin_arena	 arena;
	struct list		*list;
	size_t			 lists, list_cap;
	size_t			 left_out;
	struct kin_rec		 rec;
	struct kin_members	 members;
	struct kin_buf		 value, line, stats;
};

struct kin_match *
kin_match_new(const struct kin_match_opts *opts, struct kin_err *err)
{
	struct kin_match *match = kin_calloc(1, sizeof(*match));

	match->opts = *opts;
	match->people = kin_people_new();
	if (opts->compare != NULL && kin_people_choose(match->people, opts->compare, err) != 0) {
		kin_match_free(match);
		return NULL;
	}
	return match;
}

void
kin_match_free(struct kin_match *match)
{
	if (match == NULL)
		return;
	for (size_t i = 0; i < match->lists; i++)
		kin_free(match->list[i].hit);
	kin_free(match->list);
	kin_members_fini(&match->members);
	kin_people_free(match->people);
	kin_arena_fini(&match->arena);
	kin_rec_fini(&match->rec);
	kin_buf_fini(&match->value);
	kin_buf_fini(&match->line);
	kin_buf_fini(&match->stats);
	kin_free(match);
}

int
kin_match_model(struct kin_match *match, const char *path, struct kin_err *err)
{
	return kin_people_model(match->people, path, match->opts.blocking, err);
}

int
kin_match_list(struct kin_match *match, const char *name, struct kin_err *err)
{
	struct list *list;

	for (size_t i = 0; i < match->lists; i++) {
		if (strcmp(match->list[i].name, name) == 0)
			return kin_fail(err, "two lists are called \"%s\"", name);
	}
	match->list = kin_grow(match->list, match->lists, &match->list_cap, sizeof(*match->list));
	list = &match->list[match->lists++];
	*list = (struct list){ .name = name };
	kin_buf_clear(&match->value);
	kin_json_put_string(&match->value, kin_str_of(name));
	list->quoted = kin_arena_keep(&match->arena, kin_buf_str(&match->value));
	return 0;
}

int
kin_match_push_list(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_match *match = ctx;

	(void)err;
	if (kin_people_is_person(rec))
		kin_people_keep(match->people, rec, (uint32_t)match->lists, true);
	return 0;
}

int
kin_match_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_match *match = ctx;

	(void)err;
	kin_people_keep(match->people, rec, 0, true);
	return 0;
}

/* --- linking ------------------------------------------------------------------ */

static struct kin_str
why_hit(struct kin_match *match, struct kin_link *link, uint32_t number,
    const struct kin_link_match *best)
{
	struct kin_buf *out = &match->value;

	kin_buf_clear(out);
	kin_buf_putc(out, '[');
	kin_people_why_other(match->people, "same person as", best->other, best->weight, NULL, out);
	kin_people_why(match->people, link, number, best->other, out);
	if (best->runner_up != KIN_LINK_NONE)
		kin_people_why_other(match->people, "next best", best->runner_up,
		    best->runner_up_weight, NULL, out);
	kin_buf_putc(out, ']');
	return kin_arena_keep(&match->arena, kin_buf_str(out));
}

static void
read_hits(struct kin_match *match, struct list *list, struct kin_link *link)
{
	for (size_t i = 0; i < kin_people_count(match->people); i++) {
		const struct kin_people_record *kept = kin_people_at(match->people, i);
		struct kin_link_match best;

		if (kept->list != 0 || kept->number == KIN_LINK_NONE)
			continue;
		kin_link_best(link, kept->number, &best);
		if (best.other == KIN_LINK_NONE)
			continue;
		list->hit[i].place = (uint32_t)kin_people_place(match->people, best.other);
		list->hit[i].probability = best.probability;
		if (match->opts.why)
			list->hit[i].why = why_hit(match, link, kept->number, &best);
	}
}

static void
say(struct kin_match *match, const struct list *list, const char *what)
{
	char text[KIN_ERR_TEXT];

	snprintf(text, sizeof(text), "list \"%s\": %s", list->name, what);
	match->opts.say(match->opts.say_ctx, text);
}

/* Members for --stats of one list: how many on it, how many of the stream are. */
static void
count_list(struct kin_match *match, const struct list *list, uint32_t number,
    const struct kin_link *link)
{
	struct kin_buf *out = &match->stats;
	size_t matched = 0;

	for (size_t i = 0; i < kin_people_count(match->people); i++)
		matched += list->hit[i].place != KIN_LINK_NONE;
	if (out->p[out->len - 1] != '{')
		kin_buf_putc(out, ',');
	kin_buf_add(out, list->quoted);
	kin_buf_puts(out, ":{\"records\":");
	kin_json_put_whole(out, (long long)kin_people_persons(match->people, number));
	kin_json_put_name(out, "matched");
	kin_json_put_whole(out, (long long)matched);
	if (link != NULL)
		kin_people_stats(link, out);
	kin_buf_putc(out, '}');
}

static int
link_list(struct kin_match *match, uint32_t number, struct kin_err *err)
{
	struct list *list = &match->list[number - 1];
	struct kin_link_opts opts = { .mode = KIN_LINK_BETWEEN,
	    .one_to_one = match->opts.one_to_one, .threshold = match->opts.threshold,
	    .threads = match->opts.threads, .blocking = match->opts.blocking };
	size_t count = kin_people_count(match->people);
	struct kin_link_report report;
	struct kin_link *link = NULL;
	int status = 0;

	list->hit = kin_resize(NULL, count ? count : 1, sizeof(*list->hit));
	for (size_t i = 0; i < count; i++)
		list->hit[i] = (struct hit){ .place = KIN_LINK_NONE };
	if (kin_people_persons(match->people, number) == 0)
		say(match, list, "nobody is on it");
	else if (kin_people_persons(match->people, 0) > 0)
		link = kin_people_link(match->people, number, &opts, match->opts.say,
		    match->opts.say_ctx);
	if (link != NULL && (status = kin_link_run(link, err)) == 0) {
		kin_people_say_rules(link, match->opts.say, match->opts.say_ctx);
		kin_link_report(link, &report);
		if (report.small)
			say(match, list, "too few records to learn from, the usual weights are used");
		read_hits(match, list, link);
	}
	if (status == 0)
		count_list(match, list, number, link);
	kin_link_free(link);
	return status;
}

/* --- writing ------------------------------------------------------------------ */

/* Members of the lists that was there, without those that this run makes anew. */
static void
keep_lists(struct kin_match *match, const struct kin_people_record *kept, struct kin_buf *out)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_str old;

	kin_rec_read(&match->rec, kept->line, &err);
	old = kin_rec_raw(&match->rec, KIN_FIELD_LISTS);
	if (old.len == 0 || old.p[0] != '{' || kin_json_scan(old, &match->members, &err) != 0)
		return;
	for (size_t i = 0; i < match->members.count; i++) {
		const struct kin_member *member = &match->members.list[i];
		size_t from = member->name_at - 1;
		struct kin_str quoted = kin_str(old.p + from, member->name_len + 2);
		bool ours = false;

		for (size_t j = 0; j < match->lists; j++)
			ours = ours || kin_str_is(quoted, match->list[j].quoted);
		if (ours)
			continue;
		if (out->p[out->len - 1] != '{')
			kin_buf_putc(out, ',');
		kin_buf_add(out, kin_str(old.p + from,
		    member->value_at + member->value_len - from));
	}
}

static void
put_hit(struct kin_match *match, const struct list *list, const struct hit *hit)
{
	struct kin_buf *out = &match->value;

	if (out->p[out->len - 1] != '{')
		kin_buf_putc(out, ',');
	kin_buf_add(out, list->quoted);
	kin_buf_puts(out, ":{\"id\":");
	kin_json_put_string(out, kin_people_at(match->people, hit->place)->name);
	kin_json_put_name(out, "probability");
	kin_json_put_number(out, hit->probability, 4);
	if (hit->why.len > 0) {
		kin_json_put_name(out, "why");
		kin_buf_add(out, hit->why);
	}
	kin_buf_putc(out, '}');
}

static void
write_lists(struct kin_match *match, size_t place)
{
	const struct kin_people_record *kept = kin_people_at(match->people, place);
	struct kin_buf *out = &match->value;
	struct kin_put put = { KIN_STR("lists"), { NULL, 0 } };

	kin_buf_clear(out);
	kin_buf_putc(out, '{');
	if (kept->has_lists)
		keep_lists(match, kept, out);
	for (size_t i = 0; i < match->lists; i++) {
		if (match->list[i].hit[place].place != KIN_LINK_NONE)
			put_hit(match, &match->list[i], &match->list[i].hit[place]);
	}
	kin_buf_putc(out, '}');
	if (out->len > 2)
		put.value = kin_buf_str(out);
	kin_buf_clear(&match->line);
	kin_people_write(match->people, kept, kept->has_lists, &put, 1, &match->line);
}

static void
write_record(struct kin_match *match, size_t place)
{
	const struct kin_people_record *kept = kin_people_at(match->people, place);
	bool on_one = false;

	for (size_t i = 0; i < match->lists; i++)
		on_one = on_one || match->list[i].hit[place].place != KIN_LINK_NONE;
	if (match->opts.only != KIN_MATCH_ALL
	    && (!kept->person || on_one != (match->opts.only == KIN_MATCH_MATCHED))) {
		match->left_out++;
		return;
	}
	if (!kept->person || (!on_one && !kept->has_lists)) {
		match->opts.sink(match->opts.sink_ctx, kept->line);
		return;
	}
	write_lists(match, place);
	match->opts.sink(match->opts.sink_ctx, kin_buf_str(&match->line));
}

int
kin_match_finish(struct kin_match *match, struct kin_err *err)
{
	kin_people_settle(match->people);
	kin_people_say_absent(match->people, match->opts.say, match->opts.say_ctx);
	kin_people_notice(match->people, match->opts.say, match->opts.say_ctx);
	kin_json_put_name(&match->stats, "lists");
	kin_buf_putc(&match->stats, '{');
	for (size_t i = 0; i < match->lists; i++)
		if (link_list(match, (uint32_t)i + 1, err) != 0)
			return -1;
	kin_buf_putc(&match->stats, '}');
	for (size_t i = 0; i < kin_people_count(match->people); i++) {
		if (kin_people_at(match->people, i)->list == 0)
			write_record(match, i);
	}
	kin_json_put_name(&match->stats, "left_out");
	kin_json_put_whole(&match->stats, (long long)match->left_out);
	return 0;
}

void
kin_match_stats(const struct kin_match *match, struct kin_buf *out)
{
	if (out->len > 0)
		kin_buf_putc(out, ',');
	kin_buf_add(out, kin_buf_str(&match->stats));
}
