#include "em.h"

#include <math.h>

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
maximise(struct em *em, const struct em_sums *sums)
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
	struct em_sums sums = { 0 };
	double change = 0.0;

	em_expect(em, &sums);
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
