#include "kin/link/pairs.h"

#include <stdlib.h>

#include "kin/base/mem.h"
#include "kin/base/par.h"

enum { ROWS = 64 };	/* looked at by one thread at a time */

enum { MAY_BE_PERSON = 1, MAY_BE_HOME = 2, ASKED = 4 };

/* What may come of a pattern in a stratum, asked of the scores once. */
struct memo {
	uint64_t	*key;		/* pattern */
	uint8_t		*answer;	/* 0 = free */
	size_t		 used, size;
};

static size_t
slot_of(const struct memo *memo, uint64_t key)
{
	size_t at = (size_t)(((key ^ key >> 29) * 0x9e3779b97f4a7c15u) >> 20) & (memo->size - 1);

	while (memo->answer[at] != 0 && memo->key[at] != key)
		at = (at + 1) & (memo->size - 1);
	return at;
}

static void
widen(struct memo *memo)
{
	struct memo old = *memo;

	memo->size = old.size ? 2 * old.size : 1024;
	memo->key = kin_alloc(memo->size * sizeof(*memo->key));
	memo->answer = kin_calloc(memo->size, 1);
	for (size_t i = 0; i < old.size; i++) {
		size_t at;

		if (old.answer[i] == 0)
			continue;
		at = slot_of(memo, old.key[i]);
		memo->key[at] = old.key[i];
		memo->answer[at] = old.answer[i];
	}
	kin_free(old.key);
	kin_free(old.answer);
}

static int
what_may_be(struct memo *memo, const struct kin_pairs_ask *ask, kin_pattern pattern, int stratum)
{
	size_t at;
	int answer = ASKED;

	if (2 * memo->used >= memo->size)
		widen(memo);
	at = slot_of(memo, pattern);
	if (memo->answer[at] != 0)
		return memo->answer[at];
	if (kin_score_bound(ask->person, pattern, stratum) >= ask->keep)
		answer |= MAY_BE_PERSON;
	if (kin_score_bound(ask->home, pattern, stratum) >= 0.0)
		answer |= MAY_BE_HOME;
	memo->key[at] = pattern;
	memo->answer[at] = (uint8_t)answer;
	memo->used++;
	return answer;
}

static void
keep(struct kin_edges *edges, const struct kin_score *score, uint32_t a, uint32_t b, double least)
{
	struct kin_evidence evidence;
	double weight;

	kin_score_pair(score, a, b, &evidence);
	weight = kin_score_weight(score, &evidence);
	if (weight < least)
		return;
	edges->list = kin_grow(edges->list, edges->count, &edges->cap, sizeof(*edges->list));
	edges->list[edges->count++] = (struct kin_edge){ a, b, weight };
}

/* Two records, the smaller first, and their pattern. */
static void
look_at_pair(struct kin_pairs *pairs, const struct kin_pairs_ask *ask, struct memo *memo,
    uint32_t a, uint32_t b, kin_pattern pattern)
{
	const struct kin_columns *columns = ask->columns;
	int stratum = kin_stratum(columns->lists, columns->list[a], columns->list[b]);
	int may = what_may_be(&memo[stratum], ask, pattern, stratum);

	if (may & MAY_BE_PERSON)
		keep(&pairs->people, ask->person, a, b, ask->keep);
	if (may & MAY_BE_HOME)
		keep(&pairs->homes, ask->home, a, b, 0.0);
}

struct look {
	const struct kin_pairs_ask	*ask;
	struct memo			 memo[KIN_PAR_MOST][KIN_STRATA];
	kin_pattern			*row[KIN_PAR_MOST];
	struct kin_pairs		*found;		/* of each piece */
};

static void
look_at_rows(void *ctx, size_t piece, int thread)
{
	struct look *look = ctx;
	const struct kin_pairs_ask *ask = look->ask;
	uint32_t to = (uint32_t)(piece + 1) * ROWS, n = ask->columns->records;

	for (uint32_t b = (uint32_t)piece * ROWS; b < to && b < n; b++) {
		kin_compare_row(ask->compare, b, b, look->row[thread]);
		for (uint32_t a = 0; a < b; a++)
			look_at_pair(&look->found[piece], ask, look->memo[thread], a, b,
			    look->row[thread][a]);
		if (thread == 0 && ask->progress != NULL && b % ROWS == 0)
			ask->progress(ask->progress_ctx, "comparing",
			    (double)b * b / ((double)n * n));
	}
}

/* A piece is one record of the side with few. */
static void
look_between(void *ctx, size_t piece, int thread)
{
	struct look *look = ctx;
	const struct kin_pairs_ask *ask = look->ask;
	const struct kin_sides *sides = ask->sides;
	const kin_pattern *row = look->row[thread];
	uint32_t b = sides->few[piece];

	kin_compare_some(ask->compare, b, sides->many, sides->many_count, look->row[thread]);
	for (uint32_t i = 0; i < sides->many_count; i++) {
		uint32_t a = sides->many[i];

		look_at_pair(&look->found[piece], ask, look->memo[thread], a < b ? a : b,
		    a < b ? b : a, row[i]);
	}
	if (thread == 0 && ask->progress != NULL)
		ask->progress(ask->progress_ctx, "comparing", (double)piece / sides->few_count);
}

static int
by_records(const void *a, const void *b)
{
	const struct kin_edge *x = a, *y = b;

	if (x->b != y->b)
		return x->b < y->b ? -1 : 1;
	return x->a < y->a ? -1 : x->a > y->a;
}

static void
append(struct kin_edges *to, struct kin_edges *from)
{
	for (size_t i = 0; i < from->count; i++) {
		to->list = kin_grow(to->list, to->count, &to->cap, sizeof(*to->list));
		to->list[to->count++] = from->list[i];
	}
	kin_free(from->list);
}

void
kin_pairs_find(struct kin_pairs *pairs, const struct kin_pairs_ask *ask)
{
	struct look *look = kin_calloc(1, sizeof(*look));
	size_t pieces = ask->sides != NULL ? ask->sides->few_count : ask->columns->records / ROWS + 1;

	*pairs = (struct kin_pairs){ 0 };
	look->ask = ask;
	look->found = kin_calloc(pieces + 1, sizeof(*look->found));
	for (int t = 0; t < kin_par_threads(ask->threads); t++)
		look->row[t] = kin_alloc(ask->columns->records * sizeof(*look->row[t]) + 1);
	kin_par(ask->threads, pieces, ask->sides != NULL ? look_between : look_at_rows, look);
	for (size_t i = 0; i < pieces; i++) {
		append(&pairs->people, &look->found[i].people);
		append(&pairs->homes, &look->found[i].homes);
	}
	if (ask->sides != NULL && pairs->people.count > 0)
		qsort(pairs->people.list, pairs->people.count, sizeof(struct kin_edge), by_records);
	if (ask->sides != NULL && pairs->homes.count > 0)
		qsort(pairs->homes.list, pairs->homes.count, sizeof(struct kin_edge), by_records);
	for (int t = 0; t < kin_par_threads(ask->threads); t++) {
		for (int s = 0; s < KIN_STRATA; s++) {
			kin_free(look->memo[t][s].key);
			kin_free(look->memo[t][s].answer);
		}
		kin_free(look->row[t]);
	}
	kin_free(look->found);
	kin_free(look);
}

void
kin_pairs_fini(struct kin_pairs *pairs)
{
	kin_free(pairs->people.list);
	kin_free(pairs->homes.list);
	*pairs = (struct kin_pairs){ 0 };
}
