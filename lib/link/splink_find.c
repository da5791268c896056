/* Which pairs are worth keeping: all looked at, field by field while they can still be. */
#include "splink_state.h"

#include <math.h>
#include <stdlib.h>

#include "kin/link/splink_block.h"

/* Sums in another order differ by less. */
#define SLACK	1e-6

/* How often progress is told: after so many records. */
enum { TOLD = 256 };

struct finder {
	struct kin_splink_score		*score;
	const struct kin_splink_ask	*ask;
	size_t				*order;		/* comparisons: fewest values first */
	double				*left;		/* most that those behind it can add */
	uint32_t			*live;		/* records still in question for the one at hand */
	double				*sum;		/* their weights so far */
	uint64_t			 looked;
};

/* The most that one comparison can say for a pair. */
static double
most_of(const struct kin_splink_score *score, const struct kin_splink_comparison *comparison)
{
	double most = 0.0;

	for (size_t i = 0; i < comparison->levels; i++) {
		const struct kin_splink_level *level = &comparison->level[i];
		double rare = 0.0, common = 0.0;

		if (level->tf_operand >= 0) {
			double least = 1.0 / score->operand[level->tf_operand].present;

			rare = level->tf_weight * (level->tf_u - log2(fmax(least, level->tf_minimum)));
			common = level->tf_weight * level->tf_u;
		}
		most = fmax(most, level->weight + fmax(0.0, fmax(rare, common)));
	}
	return most;
}

static uint32_t
values(const struct kin_splink_score *score, size_t comparison)
{
	return kin_map_count(score->table[comparison].codes);
}

static void
open_finder(struct finder *finder)
{
	struct kin_splink_score *score = finder->score;
	size_t count = score->model->comparisons;

	finder->order = kin_resize(NULL, count, sizeof(*finder->order));
	for (size_t i = 0; i < count; i++) {
		size_t at = i;

		for (; at > 0 && values(score, finder->order[at - 1]) > values(score, i); at--)
			finder->order[at] = finder->order[at - 1];
		finder->order[at] = i;
	}
	finder->left = kin_calloc(count + 1, sizeof(*finder->left));
	for (size_t i = count; i-- > 0; )
		finder->left[i] = (i + 1 < count ? finder->left[i + 1] : 0.0)
		    + most_of(score, &score->model->comparison[finder->order[i]]);
	finder->live = kin_resize(NULL, score->records + 1, sizeof(*finder->live));
	finder->sum = kin_resize(NULL, score->records + 1, sizeof(*finder->sum));
}

/* One comparison of a with all that are in question; returns how many still are. */
static size_t
compare_one(struct finder *finder, uint32_t a, size_t nth, size_t count)
{
	struct kin_splink_score *score = finder->score;
	size_t c = finder->order[nth], kept = 0, last = nth + 1 == score->model->comparisons;
	const struct kin_splink_table *table = &score->table[c];
	const struct kin_splink_comparison *comparison = &score->model->comparison[c];
	const uint8_t *row = table->gamma != NULL
	    ? &table->gamma[(size_t)table->of[a] * kin_map_count(table->codes)] : NULL;
	double least = finder->ask->keep - SLACK - (last ? 0.0 : finder->left[nth + 1]);

	for (size_t i = 0; i < count; i++) {
		uint32_t b = finder->live[i];
		double sum = finder->sum[i];
		int gamma;

		if (row != NULL && row[table->of[b]] != KIN_SPLINK_UNKNOWN)
			gamma = row[table->of[b]] - 2;
		else
			gamma = kin_splink_gamma(score, c, table->of[a], table->of[b]);
		sum += table->weight[gamma + 1];
		if (table->frequent[gamma + 1])
			sum += kin_splink_adjust(score, kin_splink_level(comparison, gamma), a, b);
		if (sum < least)
			continue;
		finder->live[kept] = b;
		finder->sum[kept++] = sum;
	}
	return kept;
}

static bool
is_asked(const struct kin_splink_ask *ask, uint32_t a, uint32_t b)
{
	return ask->list == NULL || (ask->list[a] == 0) != (ask->list[b] == 0);
}

static void
tell(const struct kin_splink_ask *ask, struct kin_splink_score *score, uint32_t a, uint32_t b)
{
	double weight = kin_splink_score_pair(score, a, b, NULL);

	if (weight >= ask->keep)
		ask->each(ask->ctx, a, b, weight);
}

static void
find_row(struct finder *finder, uint32_t a)
{
	struct kin_splink_score *score = finder->score;
	size_t count = 0;

	for (uint32_t b = a + 1; b < score->records; b++) {
		if (!is_asked(finder->ask, a, b))
			continue;
		finder->live[count] = b;
		finder->sum[count++] = score->model->prior_weight;
	}
	finder->looked += count;
	for (size_t i = 0; i < score->model->comparisons && count > 0; i++)
		count = compare_one(finder, a, i, count);
	for (size_t i = 0; i < count; i++)
		tell(finder->ask, score, a, finder->live[i]);
}

/* A pair that a rule let through. */
static void
find_blocked(void *ctx, uint32_t a, uint32_t b)
{
	struct finder *finder = ctx;

	if (!is_asked(finder->ask, a, b))
		return;
	finder->looked++;
	tell(finder->ask, finder->score, a, b);
}

uint64_t
kin_splink_find(struct kin_splink_score *score, const struct kin_splink_ask *ask)
{
	struct finder finder = { .score = score, .ask = ask };

	if (ask->blocking) {
		kin_splink_block(score, find_blocked, &finder);
		return finder.looked;
	}
	open_finder(&finder);
	for (uint32_t a = 0; a < score->records; a++) {
		find_row(&finder, a);
		if (ask->progress != NULL && a % TOLD == 0) {
			double left = 1.0 - (double)a / score->records;

			ask->progress(ask->progress_ctx, "pairs", 1.0 - left * left);
		}
	}
	kin_free(finder.order);
	kin_free(finder.left);
	kin_free(finder.live);
	kin_free(finder.sum);
	return finder.looked;
}
