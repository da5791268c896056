#include "em.h"

#include <math.h>

#include "kin/link/own.h"
#include "limits.h"

enum { U = KIN_CLASS_UNRELATED, N = KIN_CLASS_NEIGHBOUR, H = KIN_CLASS_HOUSEHOLD, M = KIN_CLASS_SAME };

#define CLASSES KIN_CLASSES

enum { MOST_STEPS = 500 };

#define STEADY_FIT	1e-3	/* the log likelihood of all pairs gains less than this, */
#define STEADY_PART	1e-13	/* … or than this part of it, which is what its sum is exact to, */
#define STEADY_SHARE	1e-6	/* or no share moves more than this */
#define M_PAIRS		30.0	/* pseudo-pairs of the prior, class M and H */
#define U_SEEN		1.0	/* … class U: each level has been seen so often, at the rate believed */
#define NAMESAKES	0.03	/* one given name in so many of two strangers with one family name, */
#define NAMESAKE_PAIRS	100.0	/* so many pseudo-pairs of it */
#define EMAIL_PAIRS	100.0	/* … of strangers with the same names, of whose e-mails EM_EMAILS are alike */
#define SHARE_PAIRS	100.0	/* … for the shares of the classes */

/* What a step needs of the point it starts from. */
struct logs {
	struct em_table	now;
	double		share[KIN_STRATA][CLASSES];
	double		namesake[KIN_MODEL_LEVELS];	/* U's given names, family names alike, to any */
	double		email[KIN_MODEL_LEVELS];	/* U's e-mails that are alike, names the same, to any */
};

/* Sums of the E step. */
struct sums {
	struct em_table	count;
	double		pairs[KIN_STRATA][CLASSES];
	double		family, namesakes;	/* unrelated pairs of one family name, and those namesakes by it */
	double		names, emails;		/* … of the same names, and those whose e-mails are alike by them */
};

/* Is the share of the class in this field its own, or tied to U's? */
static bool
is_free(const struct kin_model_field *field, int class)
{
	if (class == N)
		return field->owner == KIN_OWNER_PLACE;
	return class != H || field->owner != KIN_OWNER_PERSON;
}

/* Does the level say how two differ, not whether?  Couples and children differ as strangers do not. */
static bool
is_apart(const struct kin_model_field *field, int level)
{
	return field->kind == KIN_KIND_SEX || (field->kind == KIN_KIND_DATE && level > KIN_LEVEL_DATE_MONTH);
}

/* What a household's own fields leave when the rest is tied. */
static void
tie_apart(struct em *em, size_t f)
{
	const struct kin_model_field *field = &em->model->field[f];
	double *share = em->at.now.of[H][f], tied = 0.0, apart = 0.0;

	for (int l = 0; l < field->levels; l++)
		*(is_apart(field, l) ? &apart : &tied) += share[l];
	for (int l = 0; apart > 0.0 && l < field->levels; l++) {
		if (is_apart(field, l))
			share[l] *= (1.0 - tied) / apart;
	}
}

void
em_tie(struct em *em)
{
	for (size_t f = 0; f < em->model->fields; f++) {
		const struct kin_model_field *field = &em->model->field[f];
		double part = kin_limits_common(field->kind);

		for (int l = 0; l < field->levels; l++) {
			double u = em->at.now.of[U][f][l], m = em->at.now.of[M][f][l];

			if (!is_free(field, N))
				em->at.now.of[N][f][l] = u;
			if (!is_free(field, H) && !is_apart(field, l))
				em->at.now.of[H][f][l] = (1.0 - part) * u + part * m;
		}
		if (!is_free(field, H))
			tie_apart(em, f);
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

/* Returns what is to be doubted of one person's. */
static double
log_densities(const struct em *em, const struct logs *logs, kin_pattern pattern, double *density)
{
	int namesake = kin_own_namesakes(em->model, pattern);
	double doubt = kin_own_doubt(em->model, pattern, true);
	bool alike;
	int email = kin_own_emails(em->model, pattern, &alike);

	for (int c = 0; c < CLASSES; c++)
		density[c] = 0.0;
	for (size_t f = 0; f < em->model->fields; f++) {
		int l = kin_pattern_level(pattern, f);

		if (l == KIN_LEVEL_NONE)
			continue;
		for (int c = 0; c < CLASSES; c++)
			density[c] += logs->now.of[c][f][l];
	}
	for (int c = U; namesake != KIN_LEVEL_NONE && c <= N; c++)
		density[c] += logs->namesake[namesake];
	for (int c = U; alike && c <= N; c++)
		density[c] += logs->email[email];
	density[M] += log(2.0) * em->at.doubts * doubt;
	return doubt;
}

/* Strangers of one family name: how many have one given name for that. */
static void
count_namesakes(const struct em *em, const struct logs *logs, kin_pattern pattern, const double *all,
    struct sums *sums)
{
	int l = kin_own_namesakes(em->model, pattern);
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
count_emails(const struct em *em, const struct logs *logs, kin_pattern pattern, const double *all,
    struct sums *sums)
{
	double pairs = all[U] + all[N], by_name;
	bool alike;
	int l = kin_own_emails(em->model, pattern, &alike);

	if (l == KIN_LEVEL_NONE)
		return;
	sums->names += pairs;
	if (!alike)
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
static void
expect(struct em *em, struct sums *sums)
{
	const struct kin_patterns *patterns = em->patterns;
	struct logs logs;
	int strata = patterns->strata;

	take_logs(em, &logs);
	em->fit = 0.0;
	memset(em->sure, 0, sizeof(em->sure));
	for (size_t p = 0; p < patterns->count; p++) {
		double density[CLASSES], share[CLASSES], all[CLASSES] = { 0 }, doubt;

		doubt = log_densities(em, &logs, patterns->pattern[p], density);
		for (int s = 0; s < strata; s++) {
			double n = patterns->pairs[p * (size_t)strata + (size_t)s];

			if (n == 0.0)
				continue;
			em->fit += n * posterior(&logs, density, s, share);
			em->sure[s] += doubt < 0.0 ? 0.0 : n * share[M];
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
		count_namesakes(em, &logs, patterns->pattern[p], all, sums);
		count_emails(em, &logs, patterns->pattern[p], all, sums);
	}
}

/* Shares of the levels from counts: a class with pseudo-pairs of what is believed. */
static void
take_shares(struct em *em, const struct em_table *count, int class, size_t f)
{
	int levels = em->model->field[f].levels;
	double sum = M_PAIRS;

	for (int l = 0; l < levels; l++)
		sum += count->of[class][f][l];
	for (int l = 0; l < levels; l++)
		em->at.now.of[class][f][l] =
		    (count->of[class][f][l] + M_PAIRS * em->prior.of[class][f][l]) / sum;
}

/*
 * Unrelated people: a level that is met rarely is believed to be so often as it is
 * elsewhere, until the data have shown enough pairs to know.  In a short list nobody
 * shares a birth date, which does not make a shared one a proof.
 */
void
em_take_unrelated(struct em *em, const struct em_table *count, size_t f)
{
	int levels = em->model->field[f].levels;
	double *share = em->at.now.of[U][f], pairs = 0.0, sum = 0.0;

	for (int l = 0; l < levels; l++)
		pairs += count->of[U][f][l];
	for (int l = 0; l < levels; l++)
		sum += share[l] = (count->of[U][f][l] + U_SEEN) / (pairs + U_SEEN / em->prior.of[U][f][l]);
	for (int l = 0; l < levels; l++)
		share[l] /= sum;
}

/* M step: shares from counts and pseudo-counts. */
static void
maximise(struct em *em, const struct sums *sums)
{
	for (size_t f = 0; f < em->model->fields; f++) {
		em_take_unrelated(em, &sums->count, f);
		for (int c = N; c < CLASSES; c++) {
			if (c == H || is_free(&em->model->field[f], c))
				take_shares(em, &sums->count, c, f);
			kin_limits_hold(&em->model->field[f], c, em->at.now.of[c][f]);
		}
	}
	em_tie(em);
	em->at.namesakes = (sums->namesakes + NAMESAKE_PAIRS * NAMESAKES) /
	    (sums->family + NAMESAKE_PAIRS);
	em->at.emails = (sums->emails + EMAIL_PAIRS * EM_EMAILS) / (sums->names + EMAIL_PAIRS);
	em->at.doubts = EM_DOUBT_PAIRS;
	for (int s = 0; s < em->patterns->strata; s++) {
		em->at.doubts += em->sure[s];
		for (int c = 0; c < CLASSES; c++)
			em->at.shares[s][c] = (sums->pairs[s][c] + SHARE_PAIRS * em->start[s][c]) /
			    (em->patterns->total[s] + SHARE_PAIRS);
	}
	em->at.doubts = EM_DOUBT_PAIRS / em->at.doubts;
}

static double
step(struct em *em)
{
	struct em_point before = em->at;
	const double *x = (const double *)&before, *y = (const double *)&em->at;
	struct sums sums = { 0 };
	double change = 0.0;

	expect(em, &sums);
	maximise(em, &sums);
	for (size_t i = 0; i < sizeof(before) / sizeof(*x); i++)
		change = fmax(change, fabs(y[i] - x[i]));
	return change;
}

/* --- strides ------------------------------------------------------------------ */

/* Makes shares of what the stride left: they add to 1 again. */
static void
even_out(struct em *em)
{
	for (int c = 0; c < CLASSES; c++) {
		for (size_t f = 0; f < em->model->fields; f++) {
			double *share = em->at.now.of[c][f], sum = 0.0;

			for (int l = 0; l < em->model->field[f].levels; l++)
				sum += share[l];
			for (int l = 0; l < em->model->field[f].levels; l++)
				share[l] /= sum;
			kin_limits_hold(&em->model->field[f], c, share);
		}
	}
	for (int s = 0; s < em->patterns->strata; s++) {
		double sum = 0.0;

		for (int c = 0; c < CLASSES; c++)
			sum += em->at.shares[s][c];
		for (int c = 0; c < CLASSES; c++)
			em->at.shares[s][c] /= sum;
	}
	em->at.namesakes = fmin(em->at.namesakes, 0.5);
	em->at.emails = fmin(em->at.emails, 0.9);
	em->at.doubts = fmin(em->at.doubts, 1.0);
	em_tie(em);
}

/*
 * From two steps, a, b, c, the point where they lead to, on the scale of logs, on
 * which shares stay above 0.
 */
static void
stride(struct em *em, const struct em_point *from, const struct em_point *over)
{
	const double *a = (const double *)from, *b = (const double *)over;
	double *c = (double *)&em->at, speed = 0.0, bend = 0.0, far;
	size_t n = sizeof(em->at) / sizeof(*c);

	for (size_t i = 0; i < n; i++) {
		if (a[i] > 0.0 && b[i] > 0.0 && c[i] > 0.0) {
			double first = log(b[i] / a[i]), turn = log(c[i] / b[i]) - first;

			speed += first * first;
			bend += turn * turn;
		}
	}
	far = bend > 0.0 ? sqrt(speed / bend) : 1.0;
	for (size_t i = 0; far > 1.0 && i < n; i++) {
		if (a[i] > 0.0 && b[i] > 0.0 && c[i] > 0.0) {
			double first = log(b[i] / a[i]), turn = log(c[i] / b[i]) - first;

			c[i] = a[i] * exp(fmax(fmin(2.0 * far * first + far * far * turn, 50.0), -50.0));
		}
	}
	even_out(em);
}

/*
 * Two steps and a stride along them, which is taken back when it was no gain: EM's
 * own answer in a tenth of its steps.
 */
void
em_run(struct em *em, struct kin_estimate *out)
{
	*out = (struct kin_estimate){ 0 };
	while (out->iterations < MOST_STEPS) {
		struct em_point from = em->at, over, back;
		double fit;

		out->change = step(em);
		fit = em->fit;
		over = em->at;
		step(em);
		out->iterations += 2;
		out->converged = out->change < STEADY_SHARE ||
		    fabs(em->fit - fit) < fmax(STEADY_FIT, STEADY_PART * fabs(fit));
		if (out->converged)
			return;
		fit = em->fit;
		back = em->at;
		stride(em, &from, &over);
		step(em);
		out->iterations++;
		if (!(em->fit >= fit))
			em->at = back;
	}
}
