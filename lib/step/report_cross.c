#include "report_cross.h"

#include <stdlib.h>

#include "kin/base/buf.h"
#include "kin/base/map.h"
#include "kin/field/need.h"

struct kin_report_cross {
	struct kin_count	*count;		/* by row, as the bytes of its number, and word */
	struct kin_map		*words;		/* the empty word is none */
	uint32_t		**groups;	/* of each word: of each row + 1, or nought; row 0 is all */
	size_t			*group_counts;	/* so many rows */
	size_t			 words_cap, counts_cap;
	uint32_t		*order;		/* of words, once columns were made */
};

struct kin_report_cross *
kin_report_cross_new(struct kin_count *with)
{
	struct kin_report_cross *cross = kin_calloc(1, sizeof(*cross));

	cross->count = kin_count_new(2, 1);
	kin_count_share(cross->count, with);
	cross->words = kin_map_new();
	return cross;
}

void
kin_report_cross_free(struct kin_report_cross *cross)
{
	if (cross == NULL)
		return;
	kin_count_free(cross->count);
	for (uint32_t i = 0; i < kin_map_count(cross->words); i++)
		kin_free(cross->groups[i]);
	kin_free(cross->groups);
	kin_free(cross->group_counts);
	kin_map_free(cross->words);
	kin_free(cross->order);
	kin_free(cross);
}

static uint32_t
group_of(struct kin_report_cross *cross, uint32_t row, struct kin_str word)
{
	uint32_t values[2] = {
		kin_count_value(cross->count, 0, kin_str((const char *)&row, sizeof(row))),
		kin_count_value(cross->count, 1, word)
	};

	return kin_count_group(cross->count, values);
}

/* The group of a row and a word, without a look-up but the first time. */
static uint32_t
group_at(struct kin_report_cross *cross, uint32_t row, uint32_t number, struct kin_str word)
{
	uint32_t at = row + 1;		/* that of all, UINT32_MAX, is 0 */

	while (cross->group_counts[number] <= at) {
		size_t count = cross->group_counts[number], cap = count;

		if ((count & (count - 1)) == 0)
			cross->groups[number] = kin_grow(cross->groups[number], count, &cap,
			    sizeof(**cross->groups));
		cross->groups[number][cross->group_counts[number]++] = 0;
	}
	if (cross->groups[number][at] == 0)
		cross->groups[number][at] = group_of(cross, row, word) + 1;
	return cross->groups[number][at] - 1;
}

void
kin_report_cross_add(struct kin_report_cross *cross, uint32_t row, struct kin_str word,
    uint64_t who)
{
	bool is_new;
	uint32_t number = kin_map_add(cross->words, word, &is_new);

	if (is_new) {
		cross->groups = kin_grow(cross->groups, number, &cross->words_cap,
		    sizeof(*cross->groups));
		cross->group_counts = kin_grow(cross->group_counts, number, &cross->counts_cap,
		    sizeof(*cross->group_counts));
		cross->groups[number] = NULL;
		cross->group_counts[number] = 0;
	}
	if (kin_count_once(cross->count, group_at(cross, row, number, word), 0, who))
		kin_count_once(cross->count, group_at(cross, KIN_REPORT_CROSS_TOTAL, number, word), 0, who);
}

bool
kin_report_cross_any(const struct kin_report_cross *cross)
{
	return kin_map_count(cross->words) > 0;
}

/* Task words in their own order, then other words, then none. */
static int
rank_of(struct kin_str word)
{
	int need = kin_need_find(word);

	if (word.len == 0)
		return KIN_NEED_COUNT + 1;
	return need < 0 ? KIN_NEED_COUNT : need;
}

static int
by_rank(const void *a, const void *b, void *words)
{
	struct kin_str x = kin_map_key(words, *(const uint32_t *)a);
	struct kin_str y = kin_map_key(words, *(const uint32_t *)b);
	int order = rank_of(x) - rank_of(y);

	return order != 0 ? order : kin_count_cmp(x, y);
}

void
kin_report_cross_columns(struct kin_report_cross *cross, struct kin_table *table,
    const char *prefix)
{
	uint32_t count = kin_map_count(cross->words);
	struct kin_buf name = { 0 };

	cross->order = kin_resize(cross->order, count, sizeof(*cross->order));
	for (uint32_t i = 0; i < count; i++)
		cross->order[i] = i;
	if (count > 1)
		qsort_r(cross->order, count, sizeof(*cross->order), by_rank, cross->words);
	for (uint32_t i = 0; i < count; i++) {
		struct kin_str word = kin_map_key(cross->words, cross->order[i]);

		kin_buf_clear(&name);
		kin_buf_printf(&name, word.len ? "%s_" : "%ss_missing", prefix);
		kin_buf_add(&name, word);
		kin_table_column(table, KIN_COLUMN_WHOLE, kin_buf_str(&name),
		    word.len ? word : KIN_STR("not said"));
	}
	kin_buf_fini(&name);
}

void
kin_report_cross_cells(struct kin_report_cross *cross, struct kin_table *table, uint32_t row)
{
	for (uint32_t i = 0; i < kin_map_count(cross->words); i++) {
		struct kin_str word = kin_map_key(cross->words, cross->order[i]);

		kin_table_number(table, kin_count_get(cross->count, group_of(cross, row, word), 0));
	}
}
