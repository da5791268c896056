/* match --since: how many are new, changed, gone, and in which fields. */
#include <stdlib.h>

#include "match_churn.h"

static int
by_name(const void *a, const void *b, void *fields)
{
	return kin_str_cmp(kin_map_key(fields, *(const uint32_t *)a), kin_map_key(fields, *(const uint32_t *)b));
}

static void
tell_fields(struct kin_match *match, struct kin_buf *text)
{
	struct kin_match_churn *churn = match->churn;
	uint32_t count = kin_map_count(churn->fields);
	uint32_t *order = kin_calloc((size_t)count + 1, sizeof(*order));

	for (uint32_t i = 0; i < count; i++)
		order[i] = i;
	qsort_r(order, count, sizeof(*order), by_name, churn->fields);
	kin_json_put_name(&match->stats, "changed_fields");
	kin_buf_putc(&match->stats, '{');
	for (uint32_t i = 0; i < count; i++) {
		struct kin_str name = kin_map_key(churn->fields, order[i]);

		kin_buf_printf(text, "%s%.*s %zu", i > 0 ? ", " : "", (int)name.len, name.p, churn->changes[order[i]]);
		kin_buf_printf(&match->stats, "%s\"%.*s\":%zu", i > 0 ? "," : "", (int)name.len, name.p,
		    churn->changes[order[i]]);
	}
	kin_buf_putc(&match->stats, '}');
	kin_free(order);
}

void
kin_match_churn_tell(struct kin_match *match)
{
	static const enum kin_churn order[] = { KIN_CHURN_NEW, KIN_CHURN_CHANGED, KIN_CHURN_DIED, KIN_CHURN_GONE, KIN_CHURN_SAME };
	struct kin_buf text = { 0 };

	kin_buf_puts(&text, "people since then:");
	kin_json_put_name(&match->stats, "churn");
	kin_buf_putc(&match->stats, '{');
	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++) {
		size_t people = match->churn->people[order[i]];

		kin_buf_printf(&text, "%s %zu %s", i > 0 ? "," : "", people, kin_churn_word[order[i]]);
		kin_json_put_name(&match->stats, kin_churn_word[order[i]]);
		kin_json_put_whole(&match->stats, (long long)people);
	}
	match->opts.say(match->opts.say_ctx, kin_buf_text(&text));
	kin_buf_clear(&text);
	kin_buf_puts(&text, "fields that changed: ");
	tell_fields(match, &text);
	if (kin_map_count(match->churn->fields) > 0)
		match->opts.say(match->opts.say_ctx, kin_buf_text(&text));
	kin_buf_putc(&match->stats, '}');
	kin_buf_fini(&text);
}
