#include "report_cross.h"

#include <stdlib.h>

#include "kin/base/buf.h"
#include "kin/base/map.h"
#include "kin/field/need.h"
#include "kin/tally/count.h"

struct kin_report_cross {
	struct kin_count	*count;		/* by row, as the bytes of its number, and word */
	struct kin_map		*words;		/* the empty word is none */
	uint32_t		*order;		/* of words, once columns were made */
};

struct kin_report_cross *
kin_report_cross_new(void)
{
	struct kin_report_cross *cross = kin_calloc(1, sizeof(*cross));

	cross->count = kin_count_new(2, 1);
	cross->words = kin_map_new();
	return cross;
}

void
kin_report_cross_free(struct kin_report_cross *cross)
{
	if (cross == NULL)
		return;
	kin_count_free(cross->count);
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

void
kin_report_cross_add(struct kin_report_cross *cross, uint32_t row, struct kin_str word,
    uint64_t who)
{
	kin_map_add(cross->words, word, NULL);
	kin_count_once(cross->count, group_of(cross, row, word), 0, who);
	kin_count_once(cross->count, group_of(cross, KIN_REPORT_CROSS_TOTAL, word), 0, who);
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
