#include "kin/link/patterns.h"

#include <stdlib.h>

#include "kin/base/mem.h"

enum { LISTS_APART = 5 };	/* with more lists: within one, between two */

struct counter {
	kin_pattern	*key;		/* + 1; 0 = free */
	uint64_t	*count;
	size_t		 used, size;
	int		 strata;
};

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

static size_t
slot_of(const struct counter *counter, kin_pattern pattern)
{
	uint64_t h = (pattern ^ pattern >> 29) * 0x9e3779b97f4a7c15u;
	size_t at = (size_t)(h >> 20) & (counter->size - 1);

	while (counter->key[at] != 0 && counter->key[at] != pattern + 1)
		at = (at + 1) & (counter->size - 1);
	return at;
}

static void
widen(struct counter *counter)
{
	struct counter old = *counter;

	counter->size = old.size ? 2 * old.size : 1024;
	counter->key = kin_calloc(counter->size, sizeof(*counter->key));
	counter->count = kin_calloc(counter->size * (size_t)counter->strata, sizeof(*counter->count));
	for (size_t i = 0; i < old.size; i++) {
		size_t at;

		if (old.key[i] == 0)
			continue;
		at = slot_of(counter, old.key[i] - 1);
		counter->key[at] = old.key[i];
		memcpy(counter->count + at * (size_t)counter->strata,
		    old.count + i * (size_t)old.strata, (size_t)old.strata * sizeof(*old.count));
	}
	kin_free(old.key);
	kin_free(old.count);
}

static void
count_one(struct counter *counter, kin_pattern pattern, int stratum)
{
	size_t at;

	if (2 * counter->used >= counter->size)
		widen(counter);
	at = slot_of(counter, pattern);
	if (counter->key[at] == 0) {
		counter->key[at] = pattern + 1;
		counter->used++;
	}
	counter->count[at * (size_t)counter->strata + (size_t)stratum]++;
}

static int
by_pattern(const void *a, const void *b)
{
	kin_pattern x = *(const kin_pattern *)a, y = *(const kin_pattern *)b;

	return x < y ? -1 : x > y;
}

static void
put_in_order(struct kin_patterns *patterns, const struct counter *counter)
{
	size_t strata = (size_t)counter->strata;

	patterns->strata = counter->strata;
	patterns->pattern = kin_alloc(counter->used * sizeof(*patterns->pattern) + 1);
	patterns->pairs = kin_calloc(counter->used * strata + 1, sizeof(*patterns->pairs));
	for (size_t i = 0; i < counter->size; i++) {
		if (counter->key[i] != 0)
			patterns->pattern[patterns->count++] = counter->key[i] - 1;
	}
	qsort(patterns->pattern, patterns->count, sizeof(*patterns->pattern), by_pattern);
	for (size_t p = 0; p < patterns->count; p++) {
		size_t at = slot_of(counter, patterns->pattern[p]);

		for (size_t s = 0; s < strata; s++) {
			patterns->pairs[p * strata + s] = (double)counter->count[at * strata + s];
			patterns->total[s] += patterns->pairs[p * strata + s];
		}
	}
}

void
kin_patterns_count(struct kin_patterns *patterns, const struct kin_columns *columns,
    const struct kin_compare *compare)
{
	struct counter counter = { .strata = kin_strata(columns->lists) };
	kin_pattern *row = kin_alloc(columns->records * sizeof(*row) + 1);

	*patterns = (struct kin_patterns){ 0 };
	widen(&counter);
	for (uint32_t a = 1; a < columns->records; a++) {
		kin_compare_row(compare, a, a, row);
		for (uint32_t b = 0; b < a; b++)
			count_one(&counter, row[b],
			    kin_stratum(columns->lists, columns->list[a], columns->list[b]));
	}
	kin_free(row);
	put_in_order(patterns, &counter);
	kin_free(counter.key);
	kin_free(counter.count);
}

void
kin_patterns_fini(struct kin_patterns *patterns)
{
	kin_free(patterns->pattern);
	kin_free(patterns->pairs);
	*patterns = (struct kin_patterns){ 0 };
}
