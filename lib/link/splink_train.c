#include "kin/link/splink_train.h"

#include <math.h>

enum { DRAWN = 2000000 };

struct kin_splink_train {
	struct kin_splink_score		*score;
	struct kin_splink_part		*parts;
	double				**same, **all;	/* pairs of each comparison by gamma */
	double				 persons;	/* pairs that are one person */
};

struct kin_splink_train *
kin_splink_train_new(struct kin_splink_score *score)
{
	struct kin_splink_model *model = kin_splink_score_model(score);
	struct kin_splink_train *train = kin_calloc(1, sizeof(*train));

	train->score = score;
	train->parts = kin_calloc(model->comparisons + 1, sizeof(*train->parts));
	train->same = kin_calloc(model->comparisons + 1, sizeof(double *));
	train->all = kin_calloc(model->comparisons + 1, sizeof(double *));
	for (size_t c = 0; c < model->comparisons; c++) {
		train->same[c] = kin_calloc((size_t)model->comparison[c].top + 1, sizeof(double));
		train->all[c] = kin_calloc((size_t)model->comparison[c].top + 1, sizeof(double));
	}
	return train;
}

static void
count(struct kin_splink_train *train, double **counts, uint32_t a, uint32_t b, double pairs)
{
	const struct kin_splink_model *model = kin_splink_score_model(train->score);

	kin_splink_score_pair(train->score, a, b, train->parts);
	for (size_t c = 0; c < model->comparisons; c++) {
		if (train->parts[c].gamma >= 0)
			counts[c][train->parts[c].gamma] += pairs;
	}
}

void
kin_splink_train_pair(struct kin_splink_train *train, uint32_t a, uint32_t b, double probability)
{
	train->persons += probability;
	count(train, train->same, a, b, probability);
}

/* All pairs, or as many as are enough, each standing for its share of them. */
static double
count_all(struct kin_splink_train *train)
{
	uint32_t n = kin_splink_score_count(train->score);
	double pairs = (double)n * (n - 1.0) / 2.0;
	uint64_t state = 1;

	if (pairs <= DRAWN) {
		for (uint32_t a = 0; a < n; a++) {
			for (uint32_t b = a + 1; b < n; b++)
				count(train, train->all, a, b, 1.0);
		}
		return pairs;
	}
	for (int drawn = 0; drawn < DRAWN; ) {
		uint32_t pick[2];

		for (int i = 0; i < 2; i++) {
			state = state * 6364136223846793005u + 1442695040888963407u;
			pick[i] = (uint32_t)((state >> 32) * n >> 32);
		}
		if (pick[0] == pick[1])
			continue;
		count(train, train->all, pick[0], pick[1], pairs / DRAWN);
		drawn++;
	}
	return pairs;
}

/* Shares with half a pair more, spread over the levels: none is nought. */
static void
set_shares(const struct kin_splink_train *train, size_t c)
{
	struct kin_splink_comparison *comparison =
	    &kin_splink_score_model(train->score)->comparison[c];
	double same = 0.5, other = 0.5, part = 0.5 / (comparison->top + 1);

	for (int gamma = 0; gamma <= comparison->top; gamma++) {
		train->all[c][gamma] = fmax(0.0, train->all[c][gamma] - train->same[c][gamma]);
		same += train->same[c][gamma];
		other += train->all[c][gamma];
	}
	for (size_t i = 0; i < comparison->levels; i++) {
		struct kin_splink_level *level = &comparison->level[i];

		if (level->null)
			continue;
		level->has_m = level->has_u = true;
		level->m = (train->same[c][level->gamma] + part) / same;
		level->u = (train->all[c][level->gamma] + part) / other;
	}
}

void
kin_splink_train_finish(struct kin_splink_train *train)
{
	struct kin_splink_model *model = kin_splink_score_model(train->score);
	double pairs = count_all(train);

	model->prior = (train->persons + 0.5) / (pairs + 1.0);
	for (size_t c = 0; c < model->comparisons; c++) {
		set_shares(train, c);
		kin_free(train->same[c]);
		kin_free(train->all[c]);
	}
	kin_free(train->same);
	kin_free(train->all);
	kin_free(train->parts);
	kin_free(train);
}
