#include "kin/link/estimate.h"

#include <math.h>

#include "kin/base/mem.h"

enum { U = KIN_CLASS_UNRELATED, N = KIN_CLASS_NEIGHBOUR, H = KIN_CLASS_HOUSEHOLD, M = KIN_CLASS_SAME };

#define CLASSES KIN_CLASSES

enum { MOST_ITERATIONS = 500 };

#define STEADY_FIT	1e-3	/* the log likelihood of all pairs gains less than this, */
#define STEADY_SHARE	1e-6	/* or no share moves more than this */
#define M_PAIRS		30.0	/* pseudo-pairs of the prior, class M and H */
#define U_PAIRS		200.0	/* … class U */
#define SHARE_PAIRS	100.0	/* … for the shares of the classes */

/* Counts, and then shares, of each level of each field in each class. */
struct table {
	double	of[CLASSES][KIN_MODEL_FIELDS][KIN_MODEL_LEVELS];
};

struct work {
	const struct kin_patterns	*patterns;
	struct kin_model		*model;
	struct kin_shares		 start, shares;
	struct table			 prior, now, log_now;
	double				 log_share[KIN_STRATA][CLASSES];
	double				 fit;
};

/* How much of an own field two people of one household have in common all the same. */
static double
common(enum kin_kind kind)
{
	switch (kind) {
	case KIN_KIND_DATE:		/* twins: one birth in seventy, a third of pairs siblings */
		return 0.005;
	case KIN_KIND_GIVEN_NAME:	/* father and son */
	case KIN_KIND_FULL_NAME:
		return 0.01;
	case KIN_KIND_EMAIL:
		return 0.05;
	default:
		return 0.0;
	}
}

/*
 * What a class may become: the levels from .. to of it take no more than most.  One
 * person keeps, mostly, what is their own; a household has one address, mostly one
 * name; neighbours have another house.  It keeps the classes apart where a file
 * holds nobody twice, and families or streets are all that is there to find.
 */
struct limit {
	int	from, to;
	double	most;
};

static struct limit
limit_of_person(const struct kin_model_field *field)
{
	int last = field->levels - 1;

	switch (field->kind) {
	case KIN_KIND_GIVEN_NAME:
	case KIN_KIND_FULL_NAME:
		return (struct limit){ last - (field->kind == KIN_KIND_GIVEN_NAME ? 2 : 1), last, 0.35 };
	case KIN_KIND_FAMILY_NAME:		/* it changes when people marry */
		return (struct limit){ last - 1, last, 0.5 };
	case KIN_KIND_DATE:
		return (struct limit){ last - 4, last, 0.55 };
	case KIN_KIND_SEX:
	case KIN_KIND_NHS:
		return (struct limit){ last, last, 0.1 };
	case KIN_KIND_ID:
		return (struct limit){ last, last, 0.3 };
	case KIN_KIND_EMAIL:			/* people have several, all with their names in them */
		return (struct limit){ last - 1, last, 0.6 };
	case KIN_KIND_ADDRESS:
	case KIN_KIND_POSTCODE:
	case KIN_KIND_TOWN:
	case KIN_KIND_PHONE:
		return (struct limit){ last, last, 0.8 };
	default:
		return (struct limit){ last, last, 1.0 };
	}
}

static struct limit
limit_of(const struct kin_model_field *field, int class)
{
	int last = field->levels - 1;

	if (class == M)
		return limit_of_person(field);
	if (class == H && field->kind == KIN_KIND_ADDRESS)
		return (struct limit){ last - 2, last, 0.4 };
	if (class == H && field->kind == KIN_KIND_FAMILY_NAME)
		return (struct limit){ last - 1, last, 0.6 };
	if (class == N && field->kind == KIN_KIND_ADDRESS)
		return (struct limit){ 0, 1, 0.3 };
	return (struct limit){ last, last, 1.0 };
}

static void
hold(struct work *work, int class)
{
	for (size_t f = 0; f < work->model->fields; f++) {
		const struct kin_model_field *field = &work->model->field[f];
		struct limit limit = limit_of(field, class);
		double *share = work->now.of[class][f], held = 0.0;

		for (int l = limit.from; l <= limit.to; l++)
			held += share[l];
		for (int l = 0; held > limit.most && l < field->levels; l++)
			share[l] *= l < limit.from || l > limit.to ? (1.0 - limit.most) / (1.0 - held) :
			    limit.most / held;
	}
}

/* Is the share of the class in this field its own, or tied to U's? */
static bool
is_free(const struct kin_model_field *field, int class)
{
	if (class == N)
		return field->owner == KIN_OWNER_PLACE;
	return class != H || field->owner != KIN_OWNER_PERSON;
}

static void
tie(struct work *work)
{
	for (size_t f = 0; f < work->model->fields; f++) {
		const struct kin_model_field *field = &work->model->field[f];
		double part = common(field->kind);

		for (int l = 0; l < field->levels; l++) {
			double u = work->now.of[U][f][l], m = work->now.of[M][f][l];

			if (!is_free(field, N))
				work->now.of[N][f][l] = u;
			if (!is_free(field, H))
				work->now.of[H][f][l] = (1.0 - part) * u + part * m;
		}
	}
}

static void
take_logs(struct work *work)
{
	for (int c = 0; c < CLASSES; c++) {
		for (size_t f = 0; f < work->model->fields; f++) {
			for (int l = 0; l < work->model->field[f].levels; l++)
				work->log_now.of[c][f][l] = log(work->now.of[c][f][l]);
		}
		for (int s = 0; s < work->patterns->strata; s++)
			work->log_share[s][c] = log(work->shares.of[s][c]);
	}
}

static void
log_densities(const struct work *work, kin_pattern pattern, double *density)
{
	for (int c = 0; c < CLASSES; c++)
		density[c] = 0.0;
	for (size_t f = 0; f < work->model->fields; f++) {
		int l = kin_pattern_level(pattern, f);

		if (l == KIN_LEVEL_NONE)
			continue;
		for (int c = 0; c < CLASSES; c++)
			density[c] += work->log_now.of[c][f][l];
	}
}

/* The share of each class in the pairs of one pattern and stratum; returns log of the sum. */
static double
posterior(const struct work *work, const double *density, int stratum, double *share)
{
	double top = -INFINITY, sum = 0.0;

	for (int c = 0; c < CLASSES; c++) {
		share[c] = density[c] + work->log_share[stratum][c];
		top = fmax(top, share[c]);
	}
	for (int c = 0; c < CLASSES; c++)
		sum += share[c] = exp(share[c] - top);
	for (int c = 0; c < CLASSES; c++)
		share[c] /= sum;
	return top + log(sum);
}

/* E step: how many pairs of each class, in all and at each level. */
static void
expect(struct work *work, struct table *count, double (*pairs)[CLASSES])
{
	const struct kin_patterns *patterns = work->patterns;
	int strata = patterns->strata;

	take_logs(work);
	work->fit = 0.0;
	for (size_t p = 0; p < patterns->count; p++) {
		double density[CLASSES], share[CLASSES], all[CLASSES] = { 0 };

		log_densities(work, patterns->pattern[p], density);
		for (int s = 0; s < strata; s++) {
			double n = patterns->pairs[p * (size_t)strata + (size_t)s];

			if (n == 0.0)
				continue;
			work->fit += n * posterior(work, density, s, share);
			for (int c = 0; c < CLASSES; c++) {
				pairs[s][c] += n * share[c];
				all[c] += n * share[c];
			}
		}
		for (size_t f = 0; f < work->model->fields; f++) {
			int l = kin_pattern_level(patterns->pattern[p], f);

			for (int c = 0; l != KIN_LEVEL_NONE && c < CLASSES; c++)
				count->of[c][f][l] += all[c];
		}
	}
}

static double
moved(double *share, double to)
{
	double change = fabs(*share - to);

	*share = to;
	return change;
}

/* M step: shares from counts and pseudo-counts.  Returns the largest change. */
static double
maximise(struct work *work, const struct table *count, double (*pairs)[CLASSES])
{
	double change = 0.0;

	for (int c = 0; c < CLASSES; c++) {
		double pseudo = c == U ? U_PAIRS : M_PAIRS;

		for (size_t f = 0; f < work->model->fields; f++) {
			const struct kin_model_field *field = &work->model->field[f];
			double sum = pseudo;

			if (!is_free(field, c))
				continue;
			for (int l = 0; l < field->levels; l++)
				sum += count->of[c][f][l];
			for (int l = 0; l < field->levels; l++)
				change = fmax(change, moved(&work->now.of[c][f][l],
				    (count->of[c][f][l] + pseudo * work->prior.of[c][f][l]) / sum));
		}
	}
	for (int c = N; c < CLASSES; c++)
		hold(work, c);
	tie(work);
	for (int s = 0; s < work->patterns->strata; s++) {
		double total = work->patterns->total[s] + SHARE_PAIRS;

		for (int c = 0; c < CLASSES; c++)
			change = fmax(change, moved(&work->shares.of[s][c],
			    (pairs[s][c] + SHARE_PAIRS * work->start.of[s][c]) / total));
	}
	return change;
}

static void
start_shares(struct work *work, const uint32_t *members, uint32_t lists)
{
	double people[KIN_STRATA] = { 0 };

	for (uint32_t a = 0; a < lists; a++) {
		for (uint32_t b = a; b < lists; b++)
			people[kin_stratum(lists, a, b)] +=
			    a == b ? members[a] : members[a] < members[b] ? members[a] : members[b];
	}
	work->start.strata = work->patterns->strata;
	for (int s = 0; s < work->patterns->strata; s++) {
		double *of = work->start.of[s], total = work->patterns->total[s] + 1.0;

		of[M] = fmin(0.3 * people[s] / total, 0.02);
		of[H] = fmin(0.5 * people[s] / total, 0.05);
		of[N] = fmin(2.0 * people[s] / total, 0.05);
		of[U] = 1.0 - of[M] - of[H] - of[N];
	}
	work->shares = work->start;
}

static void
start_table(struct work *work)
{
	for (size_t f = 0; f < work->model->fields; f++) {
		const struct kin_model_field *field = &work->model->field[f];

		for (int l = 0; l < field->levels; l++) {
			work->prior.of[U][f][l] = field->level[l].u;
			work->prior.of[M][f][l] = field->level[l].m;
			work->prior.of[H][f][l] = field->level[l].h;
			work->prior.of[N][f][l] = field->level[l].n;
		}
	}
	work->now = work->prior;
}

/* Unrelated people are nearly all pairs: U starts as the whole. */
static void
start_unrelated(struct work *work)
{
	const struct kin_patterns *patterns = work->patterns;
	struct table count = { 0 };

	for (size_t p = 0; p < patterns->count; p++) {
		double n = 0.0;

		for (int s = 0; s < patterns->strata; s++)
			n += patterns->pairs[p * (size_t)patterns->strata + (size_t)s];
		for (size_t f = 0; f < work->model->fields; f++) {
			int l = kin_pattern_level(patterns->pattern[p], f);

			if (l != KIN_LEVEL_NONE)
				count.of[U][f][l] += n;
		}
	}
	for (size_t f = 0; f < work->model->fields; f++) {
		double sum = U_PAIRS;

		for (int l = 0; l < work->model->field[f].levels; l++)
			sum += count.of[U][f][l];
		for (int l = 0; l < work->model->field[f].levels; l++)
			work->now.of[U][f][l] = (count.of[U][f][l] +
			    U_PAIRS * work->prior.of[U][f][l]) / sum;
	}
	tie(work);
}

static void
finish(struct work *work, struct kin_estimate *out)
{
	double total = 0.0, pairs[CLASSES] = { 0 };

	for (size_t f = 0; f < work->model->fields; f++) {
		struct kin_model_field *field = &work->model->field[f];

		for (int l = 0; l < field->levels; l++) {
			field->level[l].m = work->now.of[M][f][l];
			field->level[l].u = work->now.of[U][f][l];
			field->level[l].h = work->now.of[H][f][l];
			field->level[l].n = work->now.of[N][f][l];
		}
	}
	for (int s = 0; s < work->patterns->strata; s++) {
		for (int c = 0; c < CLASSES; c++)
			pairs[c] += work->shares.of[s][c] * work->patterns->total[s];
		total += work->patterns->total[s];
	}
	work->model->same = pairs[M] / fmax(total, 1.0);
	work->model->household = pairs[H] / fmax(total, 1.0);
	work->model->neighbour = pairs[N] / fmax(total, 1.0);
	out->shares = work->shares;
	out->fit = work->fit;
}

void
kin_estimate(struct kin_model *model, const struct kin_patterns *patterns,
    const uint32_t *members, uint32_t lists, struct kin_estimate *out)
{
	struct work work = { .patterns = patterns, .model = model };

	*out = (struct kin_estimate){ 0 };
	start_table(&work);
	start_unrelated(&work);
	start_shares(&work, members, lists);
	while (out->iterations < MOST_ITERATIONS && !out->converged) {
		struct table count = { 0 };
		double pairs[KIN_STRATA][CLASSES] = { { 0 } }, before = work.fit;

		expect(&work, &count, pairs);
		out->change = maximise(&work, &count, pairs);
		out->converged = out->change < STEADY_SHARE ||
		    (out->iterations > 0 && work.fit - before < STEADY_FIT);
		out->iterations++;
	}
	finish(&work, out);
}
