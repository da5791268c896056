/* match: one run of the engine for each list, and what is read from it. */
#include <math.h>
#include <stdio.h>

#include "match_state.h"

/* Between this and a match a pair is in doubt, as in dedupe's --review. */
#define DOUBT_LOW	0.1
/* From here on, without --threshold, somebody is left alone unasked. */
#define STOP_SURE	0.95

void
kin_match_say(struct kin_match *match, const char *name, const char *what)
{
	char text[KIN_ERR_TEXT];

	snprintf(text, sizeof(text), "list \"%s\": %s", name, what);
	match->opts.say(match->opts.say_ctx, text);
}

struct kin_str
kin_match_why(struct kin_match *match, struct kin_link *link, uint32_t number,
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

size_t
kin_match_first(const struct kin_match *match, size_t place)
{
	uint32_t number = kin_people_at(match->people, place)->number;

	return number != KIN_LINK_NONE ? kin_people_place(match->people, number) : place;
}

static void
read_hits(struct kin_match *match, struct kin_match_one *list, struct kin_link *link)
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
			list->hit[i].why = kin_match_why(match, link, kept->number, &best);
	}
}

/* --- doubts --------------------------------------------------------------------- */

struct doubts {
	struct kin_match		*match;
	const struct kin_match_one	*list;
	struct kin_match_hit		*hit;		/* of each place: the group's first has it */
};

static void
keep_doubt(void *ctx, const struct kin_link_pair *pair)
{
	struct doubts *doubts = ctx;
	size_t own = kin_people_place(doubts->match->people, pair->a);
	size_t other = kin_people_place(doubts->match->people, pair->b);

	if (kin_people_at(doubts->match->people, own)->list != 0) {
		size_t swap = own;

		own = other;
		other = swap;
	}
	if (doubts->list->hit[own].place != KIN_LINK_NONE || doubts->hit[own].probability >= pair->probability)
		return;
	doubts->hit[own].place = (uint32_t)other;
	doubts->hit[own].probability = pair->probability;
}

static void
explain_doubt(struct kin_match *match, struct kin_link *link, size_t place, struct kin_match_hit *hit)
{
	struct kin_link_match best = { .runner_up = KIN_LINK_NONE };
	struct kin_link_part parts[KIN_LINK_PARTS];
	struct kin_link_pair pair;
	uint32_t number = kin_people_at(match->people, place)->number;

	best.other = kin_people_at(match->people, hit->place)->number;
	kin_link_explain(link, number, best.other, &pair, parts);
	best.weight = pair.weight;
	hit->why = kin_match_why(match, link, number, &best);
}

struct kin_match_hit *
kin_match_doubts(struct kin_match *match, const struct kin_match_one *list, struct kin_link *link)
{
	size_t count = kin_people_count(match->people);
	struct doubts doubts = { match, list, kin_resize(NULL, count ? count : 1, sizeof(*doubts.hit)) };

	for (size_t i = 0; i < count; i++)
		doubts.hit[i] = (struct kin_match_hit){ .place = KIN_LINK_NONE };
	if (link != NULL)
		kin_link_pairs(link, log2(DOUBT_LOW / (1 - DOUBT_LOW)), keep_doubt, &doubts);
	for (size_t i = 0; i < count; i++) {
		if (doubts.hit[i].place != KIN_LINK_NONE && match->opts.why)
			explain_doubt(match, link, i, &doubts.hit[i]);
	}
	for (size_t i = 0; i < count; i++)
		doubts.hit[i] = doubts.hit[kin_match_first(match, i)];
	return doubts.hit;
}

/* --- one list --------------------------------------------------------------------- */

/* Members for --stats of one list: how many on it, how many of the stream are. */
static void
count_list(struct kin_match *match, const struct kin_match_one *list, uint32_t number,
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

static struct kin_link *
open_link(struct kin_match *match, const struct kin_match_one *list, uint32_t number)
{
	struct kin_link_opts opts = { .mode = KIN_LINK_BETWEEN,
	    .one_to_one = match->opts.one_to_one, .threshold = match->opts.threshold,
	    .threads = match->opts.threads, .blocking = match->opts.blocking };

	if (list->role == KIN_MATCH_STOP) {
		opts.one_to_one = KIN_LINK_ONE_OFF;	/* all records of somebody who died */
		opts.threshold = opts.threshold > 0 ? opts.threshold : STOP_SURE;
	}
	if (kin_people_persons(match->people, number) == 0) {
		if (list->role == KIN_MATCH_LIST)
			kin_match_say(match, list->name, "nobody is on it");
		return NULL;
	}
	if (kin_people_persons(match->people, 0) == 0)
		return NULL;
	return kin_people_link(match->people, number, &opts, match->opts.say, match->opts.say_ctx);
}

static void
read_list(struct kin_match *match, struct kin_match_one *list, uint32_t number, struct kin_link *link)
{
	switch (list->role) {
	case KIN_MATCH_LIST:
		count_list(match, list, number, link);
		break;
	case KIN_MATCH_SINCE:
		kin_match_churn_read(match, list, number, link);
		break;
	case KIN_MATCH_STOP:
		kin_match_stop_read(match, list, link);
		break;
	}
}

int
kin_match_link(struct kin_match *match, uint32_t number, struct kin_err *err)
{
	struct kin_match_one *list = &match->list[number - 1];
	size_t count = kin_people_count(match->people);
	struct kin_link_report report;
	struct kin_link *link;
	int status = 0;

	list->hit = kin_resize(NULL, count ? count : 1, sizeof(*list->hit));
	for (size_t i = 0; i < count; i++)
		list->hit[i] = (struct kin_match_hit){ .place = KIN_LINK_NONE };
	link = open_link(match, list, number);
	if (link != NULL && (status = kin_link_run(link, err)) == 0) {
		kin_people_say_rules(link, match->opts.say, match->opts.say_ctx);
		kin_link_report(link, &report);
		if (report.small)
			kin_match_say(match, list->name, "too few records to learn from, the usual weights are used");
		read_hits(match, list, link);
	}
	if (status == 0)
		read_list(match, list, number, link);
	kin_link_free(link);
	return status;
}
