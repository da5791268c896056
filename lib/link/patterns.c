#include "kin/link/patterns.h"

#include <stdlib.h>

#include "kin/base/mem.h"
#include "kin/base/par.h"

enum { ROWS = 64 };			/* looked at by one thread at a time */
enum { LISTS_APART = 5 };	/* with more lists: within one, between two */

int
kin_strata(uint32_t lists)
{
	return lists > LISTS_APART ? 2 : (int)(lists + lists * (lists - 1) / 2);
}

int
kin_stratum(uint32_t lists, uint32_t a, uint32_t b)
{
	uint32_t low = a < b ? a : b, high = a < b ? b : a;

	if (lists > LISTS_APART)
		return a != b;
	return (int)(a == b ? a : lists + high * (high - 1) / 2 + low);
}

bool
kin_stratum_is_within(uint32_t lists, int stratum)
{
	return lists > LISTS_APART ? stratum == 0 : stratum < (int)lists;
}

static int
by_pattern(const void *a, const void *b)
{
	kin_pattern x = *(const kin_pattern *)a, y = *(const kin_pattern *)b;

	return x < y ? -1 : x > y;
}

void
kin_patterns_weigh(struct kin_patterns *patterns, const struct kin_counter *const *counters,
    double weight[][KIN_STRATA], size_t count)
{
	struct kin_counter all;
	size_t strata = (size_t)counters[0]->strata;

	*patterns = (struct kin_patterns){ .strata = (int)strata };
	kin_counter_init(&all, (int)strata);
	for (size_t c = 0; c < count; c++)
		kin_counter_add_all(&all, counters[c]);
	patterns->pattern = kin_alloc(all.used * sizeof(*patterns->pattern) + 1);
	patterns->pairs = kin_calloc(all.used * strata + 1, sizeof(*patterns->pairs));
	for (size_t i = 0; i < all.size; i++) {
		if (all.key[i] != 0)
			patterns->pattern[patterns->count++] = all.key[i] - 1;
	}
	kin_counter_fini(&all);
	qsort(patterns->pattern, patterns->count, sizeof(*patterns->pattern), by_pattern);
	for (size_t p = 0; p < patterns->count; p++) {
		for (size_t c = 0; c < count; c++) {
			const uint64_t *counts = kin_counter_get(counters[c], patterns->pattern[p]);

			for (size_t s = 0; counts != NULL && s < strata; s++)
				patterns->pairs[p * strata + s] += weight[c][s] * (double)counts[s];
		}
		for (size_t s = 0; s < strata; s++)
			patterns->total[s] += patterns->pairs[p * strata + s];
	}
}

/* --- all pairs ----------------------------------------------------------------- */

struct count {
	const struct kin_columns	*columns;
	const struct kin_compare	*compare;
	const struct kin_sides		*sides;
	struct kin_counter		 counter[KIN_PAR_MOST];	/* of each thread: sums do not tell */
	kin_pattern			*row[KIN_PAR_MOST];
};

static void
count_rows(void *ctx, size_t piece, int thread)
{
	struct count *work = ctx;
	const struct kin_columns *columns = work->columns;
	uint32_t to = (uint32_t)(piece + 1) * ROWS;

	for (uint32_t a = (uint32_t)piece * ROWS; a < to && a < columns->records; a++) {
		const kin_pattern *row = work->row[thread];

		kin_compare_row(work->compare, a, a, work->row[thread]);
		for (uint32_t b = 0; b < a; b++)
			kin_counter_add(&work->counter[thread], row[b],
			    kin_stratum(columns->lists, columns->list[a], columns->list[b]), 1);
	}
}

/* One record with some others. */
static void
count_some(struct count *work, int thread, uint32_t a, const uint32_t *others, uint32_t count)
{
	const struct kin_columns *columns = work->columns;
	const kin_pattern *row = work->row[thread];

	kin_compare_some(work->compare, a, others, count, work->row[thread]);
	for (uint32_t i = 0; i < count; i++)
		kin_counter_add(&work->counter[thread], row[i], kin_stratum(columns->lists,
		    columns->list[a], columns->list[others[i]]), 1);
}

/* A piece is a record of the side with few, or one of those compared within the other. */
static void
count_between(void *ctx, size_t piece, int thread)
{
	struct count *work = ctx;
	const struct kin_sides *sides = work->sides;
	uint32_t at = (uint32_t)piece;

	if (at >= sides->few_count) {
		at -= sides->few_count;
		count_some(work, thread, sides->many[at], sides->many, at);
		return;
	}
	count_some(work, thread, sides->few[at], sides->many, sides->many_count);
	if (at < sides->few_within)
		count_some(work, thread, sides->few[at], sides->few, at);
}

void
kin_patterns_count(struct kin_patterns *patterns, const struct kin_columns *columns,
    const struct kin_compare *compare, const struct kin_sides *sides, int threads)
{
	struct count work = { .columns = columns, .compare = compare, .sides = sides };
	const struct kin_counter *counters[KIN_PAR_MOST] = { NULL };
	double once[KIN_PAR_MOST][KIN_STRATA];
	int most = kin_par_threads(threads);

	for (int t = 0; t < most; t++) {
		kin_counter_init(&work.counter[t], kin_strata(columns->lists));
		work.row[t] = kin_alloc(columns->records * sizeof(*work.row[t]) + 1);
		counters[t] = &work.counter[t];
		for (int s = 0; s < KIN_STRATA; s++)
			once[t][s] = 1.0;
	}
	if (sides == NULL)
		kin_par(threads, columns->records / ROWS + 1, count_rows, &work);
	else
		kin_par(threads, (size_t)sides->few_count + sides->many_within, count_between, &work);
	kin_patterns_weigh(patterns, counters, once, (size_t)most);
	for (int t = 0; t < most; t++) {
		kin_counter_fini(&work.counter[t]);
		kin_free(work.row[t]);
	}
}

void
kin_patterns_fini(struct kin_patterns *patterns)
{
	kin_free(patterns->pattern);
	kin_free(patterns->pairs);
	*patterns = (struct kin_patterns){ 0 };
}
