#include "kin/link/estimate.h"

#include <math.h>

#include "em.h"
#include "kin/base/mem.h"

enum { U = KIN_CLASS_UNRELATED, N = KIN_CLASS_NEIGHBOUR, H = KIN_CLASS_HOUSEHOLD, M = KIN_CLASS_SAME };

#define NAMESAKES	0.03	/* to start with */
#define WORSE		4.0	/* so many times the harm of a missed join a wrong one does, where nobody is met twice */
#define ENOUGH_PAIRS	100.0	/* of one person: fewer do not show that there are no households */
#define FEW_HOMES	0.3	/* of one person's pairs: more are households, whatever they gain */
#define HOME_GAIN	2.5	/* log likelihood that a household's pair gains by its class, where there are any */

static void
start_shares(struct em *em, const uint32_t *members, uint32_t lists)
{
	double people[KIN_STRATA] = { 0 };

	for (uint32_t a = 0; a < lists; a++) {
		for (uint32_t b = a; b < lists; b++)
			people[kin_stratum(lists, a, b)] +=
			    a == b ? members[a] : members[a] < members[b] ? members[a] : members[b];
	}
	for (int s = 0; s < em->patterns->strata; s++) {
		double *of = em->start[s], total = em->patterns->total[s] + 1.0;

		of[M] = fmin(0.3 * people[s] / total, 0.02);
		of[H] = fmin(0.5 * people[s] / total, 0.05);
		of[N] = fmin(2.0 * people[s] / total, 0.05);
		of[U] = 1.0 - of[M] - of[H] - of[N];
	}
	memcpy(em->at.shares, em->start, sizeof(em->start));
}

static void
start_table(struct em *em)
{
	for (size_t f = 0; f < em->model->fields; f++) {
		const struct kin_model_field *field = &em->model->field[f];

		for (int l = 0; l < field->levels; l++) {
			em->prior.of[U][f][l] = field->level[l].u;
			em->prior.of[M][f][l] = field->level[l].m;
			em->prior.of[H][f][l] = field->level[l].h;
			em->prior.of[N][f][l] = field->level[l].n;
		}
	}
	em->at.now = em->prior;
}

/* Unrelated people are nearly all pairs: U starts as the whole. */
static void
start_unrelated(struct em *em)
{
	const struct kin_patterns *patterns = em->patterns;
	struct em_table count = { 0 };

	for (size_t p = 0; p < patterns->count; p++) {
		double n = 0.0;

		for (int s = 0; s < patterns->strata; s++)
			n += patterns->pairs[p * (size_t)patterns->strata + (size_t)s];
		for (size_t f = 0; f < em->model->fields; f++) {
			int l = kin_pattern_level(patterns->pattern[p], f);

			if (l != KIN_LEVEL_NONE)
				count.of[U][f][l] += n;
		}
	}
	for (size_t f = 0; f < em->model->fields; f++)
		em_take_unrelated(em, &count, f);
	em_tie(em);
}

double
kin_estimate_caution(double doubts)
{
	return doubts * log2(WORSE);
}

static double
pairs_of(const struct em *em, int class)
{
	double pairs = 0.0;

	for (int s = 0; s < em->patterns->strata; s++)
		pairs += em->at.shares[s][class] * em->patterns->total[s];
	return pairs;
}

static void
finish(const struct em *em, struct kin_model *model, struct kin_estimate *out)
{
	double total = 0.0;

	for (size_t f = 0; f < em->model->fields; f++) {
		struct kin_model_field *field = &model->field[f];

		for (int l = 0; l < field->levels; l++) {
			field->level[l].m = em->at.now.of[M][f][l];
			field->level[l].u = em->at.now.of[U][f][l];
			field->level[l].h = em->at.now.of[H][f][l];
			field->level[l].n = em->at.now.of[N][f][l];
		}
	}
	for (int s = 0; s < em->patterns->strata; s++)
		total += em->patterns->total[s];
	model->namesakes = em->at.namesakes;
	model->email_namesakes = em->email < 0 ? 0.0 : em->at.emails;
	model->doubts = em->at.doubts;
	model->same = pairs_of(em, M) / fmax(total, 1.0);
	model->household = pairs_of(em, H) / fmax(total, 1.0);
	model->neighbour = pairs_of(em, N) / fmax(total, 1.0);
	out->shares.strata = em->patterns->strata;
	memcpy(out->shares.of, em->at.shares, sizeof(em->at.shares));
	for (int s = 0; s < em->patterns->strata; s++)
		out->shares.caution[s] = kin_estimate_caution(EM_DOUBT_PAIRS / (EM_DOUBT_PAIRS + em->sure[s]));
	out->fit = em->fit;
}

/*
 * Do the data show households?  In a list without any, the class takes one person's
 * pairs that agree badly, and says of each little more than that class would.
 */
static void
try_without_households(struct em *em, struct kin_estimate *out)
{
	struct em without = *em;
	struct kin_estimate estimate;
	double homes = pairs_of(em, H);

	if (pairs_of(em, M) < ENOUGH_PAIRS || homes > FEW_HOMES * pairs_of(em, M))
		return;
	for (int s = 0; s < em->patterns->strata; s++)
		without.start[s][H] = without.at.shares[s][H] = 0.0;
	em_run(&without, &estimate);
	estimate.iterations += out->iterations;
	if (em->fit - without.fit >= homes * HOME_GAIN)
		return;
	*em = without;
	*out = estimate;
}

void
kin_estimate(struct kin_model *model, const struct kin_patterns *patterns,
    const uint32_t *members, uint32_t lists, struct kin_estimate *out)
{
	struct em em = { .patterns = patterns, .model = model,
	    .given = kin_model_find(model, KIN_KIND_GIVEN_NAME), .email = kin_model_find(model, KIN_KIND_EMAIL) };

	*out = (struct kin_estimate){ 0 };
	em.at.namesakes = NAMESAKES;
	em.at.emails = EM_EMAILS;
	em.at.doubts = 1.0;
	em_look(&em);
	start_table(&em);
	start_unrelated(&em);
	start_shares(&em, members, lists);
	em_run(&em, out);
	try_without_households(&em, out);
	finish(&em, model, out);
	kin_free(em.own);
}
