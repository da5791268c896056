/* Pairs for people to look at: all that were scored, or those in doubt. */
#include <math.h>
#include <stdlib.h>

#include "kin/record/publish.h"
#include "dedupe_state.h"

/* Between these two a pair is in doubt. */
#define DOUBT_LOW	0.1
#define DOUBT_HIGH	0.95

static double
weight_of(double probability)
{
	return log2(probability / (1 - probability));
}

static struct kin_str
name_of(const struct kin_dedupe *dedupe, uint32_t number)
{
	return kin_people_of(dedupe->people, number)->name;
}

/* --- --pairs ------------------------------------------------------------------ */

static void
write_pair(void *ctx, const struct kin_link_pair *pair)
{
	struct kin_dedupe *dedupe = ctx;
	struct kin_link_part parts[KIN_LINK_PARTS];
	struct kin_buf *out = &dedupe->line;
	struct kin_link_pair again;

	kin_link_explain(dedupe->link, pair->a, pair->b, &again, parts);
	kin_buf_clear(out);
	kin_buf_puts(out, "{\"kind\":\"pair\"");
	kin_json_put_text_member(out, "a", name_of(dedupe, pair->a));
	kin_json_put_text_member(out, "b", name_of(dedupe, pair->b));
	kin_json_put_name(out, "weight");
	/* Splink's weights can be held against its own. */
	kin_json_put_number(out, pair->weight, kin_people_is_splink(dedupe->people) ? 8 : 4);
	kin_json_put_name(out, "probability");
	kin_json_put_number(out, pair->probability, 6);
	kin_json_put_name(out, "household");
	kin_json_put_number(out, pair->household, 6);
	kin_buf_printf(out, ",\"together\":%s,\"levels\":", pair->together ? "true" : "false");
	kin_people_levels(dedupe->link, parts, out);
	kin_buf_putc(out, '}');
	dedupe->opts.sink(dedupe->opts.sink_ctx, kin_buf_str(out));
}

void
kin_dedupe_pairs(struct kin_dedupe *dedupe)
{
	double least = dedupe->opts.threshold > 0 ? weight_of(dedupe->opts.threshold) : -INFINITY;

	if (dedupe->link != NULL)
		kin_link_pairs(dedupe->link, least, write_pair, dedupe);
}

/* --- --review ----------------------------------------------------------------- */

struct doubts {
	struct kin_link_pair	*pair;
	size_t			 count, cap;
};

static void
keep_doubt(void *ctx, const struct kin_link_pair *pair)
{
	struct doubts *doubts = ctx;

	if (pair->probability > DOUBT_HIGH)
		return;
	doubts->pair = kin_grow(doubts->pair, doubts->count, &doubts->cap, sizeof(*doubts->pair));
	doubts->pair[doubts->count++] = *pair;
}

/* The nearer to even odds, the sooner it is asked; then as the engine gave them. */
static int
by_doubt(const void *left, const void *right)
{
	const struct kin_link_pair *a = left, *b = right;
	double x = fabs(a->weight), y = fabs(b->weight);

	if (x < y || x > y)
		return x < y ? -1 : 1;
	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return a->b < b->b ? -1 : a->b > b->b;
}

/* A cell; one that a spreadsheet would take for a formula is kept from it by an apostrophe. */
static void
put_cell(struct kin_buf *out, struct kin_str text)
{
	if (out->len > 0)
		kin_buf_putc(out, ',');
	kin_buf_putc(out, '"');
	if (text.len > 0 && strchr("=+-@\t\r", text.p[0]) != NULL)
		kin_buf_putc(out, '\'');
	for (size_t i = 0; i < text.len; i++) {
		if (text.p[i] == '"')
			kin_buf_putc(out, '"');
		kin_buf_putc(out, text.p[i]);
	}
	kin_buf_putc(out, '"');
}

static void
put_value(struct kin_dedupe *dedupe, uint32_t number, size_t field)
{
	kin_buf_clear(&dedupe->cell);
	kin_people_text(dedupe->people, kin_people_of(dedupe->people, number), field,
	    &dedupe->cell);
	put_cell(&dedupe->line, kin_buf_str(&dedupe->cell));
}

static void
review_header(struct kin_dedupe *dedupe, struct kin_publish *to)
{
	struct kin_buf *out = &dedupe->line;
	struct kin_str name;

	kin_buf_clear(out);
	kin_buf_puts(out, "decision,probability,a,b");
	for (size_t i = 0; kin_people_field_name(dedupe->people, i, &name); i++) {
		for (const char *side = "ab"; *side; side++) {
			kin_buf_clear(&dedupe->cell);
			kin_buf_printf(&dedupe->cell, "%c_", *side);
			kin_buf_add(&dedupe->cell, name);
			put_cell(out, kin_buf_str(&dedupe->cell));
		}
	}
	kin_publish_line(to, kin_buf_str(out));
}

static void
review_pair(struct kin_dedupe *dedupe, const struct kin_link_pair *pair, struct kin_publish *to)
{
	struct kin_buf *out = &dedupe->line;
	struct kin_str name;

	kin_buf_clear(out);
	kin_buf_printf(out, ",%.3f", pair->probability);
	put_cell(out, name_of(dedupe, pair->a));
	put_cell(out, name_of(dedupe, pair->b));
	for (size_t i = 0; kin_people_field_name(dedupe->people, i, &name); i++) {
		put_value(dedupe, pair->a, i);
		put_value(dedupe, pair->b, i);
	}
	kin_publish_line(to, kin_buf_str(out));
}

static void
review_pairs(struct kin_dedupe *dedupe, struct kin_publish *to)
{
	struct doubts doubts = { 0 };

	if (dedupe->link != NULL)
		kin_link_pairs(dedupe->link, weight_of(DOUBT_LOW), keep_doubt, &doubts);
	if (doubts.count > 0)
		qsort(doubts.pair, doubts.count, sizeof(*doubts.pair), by_doubt);
	for (size_t i = 0; i < doubts.count; i++)
		review_pair(dedupe, &doubts.pair[i], to);
	kin_free(doubts.pair);
}

int
kin_dedupe_review(struct kin_dedupe *dedupe, struct kin_err *err)
{
	struct kin_publish *to = kin_publish_open(dedupe->opts.review, err);

	if (to == NULL)
		return -1;
	review_header(dedupe, to);
	review_pairs(dedupe, to);
	return kin_publish_commit(to, err);
}
