#include <math.h>
#include <string.h>

#include "em.h"
#include "kin/base/mem.h"
#include "kin/link/own.h"

enum { U = KIN_CLASS_UNRELATED, N = KIN_CLASS_NEIGHBOUR, H = KIN_CLASS_HOUSEHOLD, M = KIN_CLASS_SAME };

#define CLASSES KIN_CLASSES

/* What a step needs of the point it starts from. */
struct logs {
	struct em_table	now;
	double		share[KIN_STRATA][CLASSES];
	double		namesake[KIN_MODEL_LEVELS];	/* U's given names, family names alike, to any */
	double		email[KIN_MODEL_LEVELS];	/* U's e-mails that are alike, names the same, to any */
};

/* What fields of a pattern say together does not change from step to step. */
void
em_look(struct em *em)
{
	em->own = kin_alloc(em->patterns->count * sizeof(*em->own) + 1);
	for (size_t p = 0; p < em->patterns->count; p++) {
		struct em_own *own = &em->own[p];

		own->namesake = kin_own_namesakes(em->model, em->patterns->pattern[p]);
		own->email = kin_own_emails(em->model, em->patterns->pattern[p], &own->alike);
		own->doubt = kin_own_doubt(em->model, em->patterns->pattern[p], true);
	}
}

/* Log of what names make of the e-mails of strangers, to those of any. */
static void
take_email_logs(const struct em *em, struct logs *logs)
{
	const double *m, *u;
	double alike = 0.0;

	if (em->email < 0)
		return;
	m = em->at.now.of[M][em->email];
	u = em->at.now.of[U][em->email];
	for (int l = KIN_LEVEL_SAME + 1; l <= KIN_LEVEL_EMAIL_CLOSE; l++)
		alike += m[l];
	for (int l = KIN_LEVEL_SAME + 1; l <= KIN_LEVEL_EMAIL_CLOSE; l++)
		logs->email[l] = log(1.0 + em->at.emails * (m[l] / alike / u[l] - 1.0));
}

static void
take_logs(const struct em *em, struct logs *logs)
{
	for (int c = 0; c < CLASSES; c++) {
		for (size_t f = 0; f < em->model->fields; f++) {
			for (int l = 0; l < em->model->field[f].levels; l++)
				logs->now.of[c][f][l] = log(em->at.now.of[c][f][l]);
		}
		for (int s = 0; s < em->patterns->strata; s++)
			logs->share[s][c] = log(em->at.shares[s][c]);
	}
	for (int l = 0; em->given >= 0 && l < em->model->field[em->given].levels; l++) {
		double u = em->at.now.of[U][em->given][l], m = em->at.now.of[M][em->given][l];

		logs->namesake[l] = log(1.0 + em->at.namesakes * (m / u - 1.0));
	}
	take_email_logs(em, logs);
}

static void
log_densities(const struct em *em, const struct logs *logs, size_t p, double *density)
{
	kin_pattern pattern = em->patterns->pattern[p];
	const struct em_own *own = &em->own[p];

	for (int c = 0; c < CLASSES; c++)
		density[c] = 0.0;
	for (size_t f = 0; f < em->model->fields; f++) {
		int l = kin_pattern_level(pattern, f);

		if (l == KIN_LEVEL_NONE)
			continue;
		for (int c = 0; c < CLASSES; c++)
			density[c] += logs->now.of[c][f][l];
	}
	for (int c = U; own->namesake != KIN_LEVEL_NONE && c <= N; c++)
		density[c] += logs->namesake[own->namesake];
	for (int c = U; own->alike && c <= N; c++)
		density[c] += logs->email[own->email];
	density[M] += log(2.0) * em->at.doubts * own->doubt;
}

/* Strangers of one family name: how many have one given name for that. */
static void
count_namesakes(const struct em *em, const struct logs *logs, const struct em_own *own, const double *all,
    struct em_sums *sums)
{
	int l = own->namesake;
	double pairs = all[U] + all[N], by_name;

	if (l == KIN_LEVEL_NONE)
		return;
	by_name = pairs * em->at.namesakes * exp(logs->now.of[M][em->given][l] -
	    logs->now.of[U][em->given][l] - logs->namesake[l]);
	sums->family += pairs;
	sums->namesakes += by_name;
	sums->count.of[U][em->given][l] -= fmin(by_name, all[U]);
}

/* Strangers of the same names: how many have e-mails that are alike for that. */
static void
count_emails(const struct em *em, const struct logs *logs, const struct em_own *own, const double *all,
    struct em_sums *sums)
{
	double pairs = all[U] + all[N], by_name;
	int l = own->email;

	if (l == KIN_LEVEL_NONE)
		return;
	sums->names += pairs;
	if (!own->alike)
		return;
	by_name = pairs * (1.0 - (1.0 - em->at.emails) * exp(-logs->email[l]));
	sums->emails += by_name;
	sums->count.of[U][em->email][l] -= fmin(by_name, all[U]);
}

/* The share of each class in the pairs of one pattern and stratum; returns log of the sum. */
static double
posterior(const struct logs *logs, const double *density, int stratum, double *share)
{
	double top = -INFINITY, sum = 0.0;

	for (int c = 0; c < CLASSES; c++) {
		share[c] = density[c] + logs->share[stratum][c];
		top = fmax(top, share[c]);
	}
	for (int c = 0; c < CLASSES; c++)
		sum += share[c] = exp(share[c] - top);
	for (int c = 0; c < CLASSES; c++)
		share[c] /= sum;
	return top + log(sum);
}

/* E step: how many pairs of each class, in all and at each level. */
void
em_expect(struct em *em, struct em_sums *sums)
{
	const struct kin_patterns *patterns = em->patterns;
	struct logs logs;
	int strata = patterns->strata;

	take_logs(em, &logs);
	em->fit = 0.0;
	memset(em->sure, 0, sizeof(em->sure));
	for (size_t p = 0; p < patterns->count; p++) {
		double density[CLASSES], share[CLASSES], all[CLASSES] = { 0 };

		log_densities(em, &logs, p, density);
		for (int s = 0; s < strata; s++) {
			double n = patterns->pairs[p * (size_t)strata + (size_t)s];

			if (n == 0.0)
				continue;
			em->fit += n * posterior(&logs, density, s, share);
			em->sure[s] += em->own[p].doubt < 0.0 ? 0.0 : n * share[M];
			for (int c = 0; c < CLASSES; c++) {
				sums->pairs[s][c] += n * share[c];
				all[c] += n * share[c];
			}
		}
		for (size_t f = 0; f < em->model->fields; f++) {
			int l = kin_pattern_level(patterns->pattern[p], f);

			for (int c = 0; l != KIN_LEVEL_NONE && c < CLASSES; c++)
				sums->count.of[c][f][l] += all[c];
		}
		count_namesakes(em, &logs, &em->own[p], all, sums);
		count_emails(em, &logs, &em->own[p], all, sums);
	}
}
