#include "kin/link/score.h"

#include <math.h>

#include "kin/base/mem.h"
#include "kin/link/own.h"

enum { U = KIN_CLASS_UNRELATED, N = KIN_CLASS_NEIGHBOUR, H = KIN_CLASS_HOUSEHOLD };

/*
 * Twins, father and son: taking two people for one does more harm than leaving one
 * person twice; so much that they are counted for a hundred and more.
 */
#define CAUTION	7.0

struct kin_score {
	struct kin_score_door		 door;		/* pair is NULL: none */
	size_t				 fields;
	const struct kin_columns	*columns;
	const struct kin_compare	*compare;
	const struct kin_model		*model;
	enum kin_question		 question;
	double				 yes[KIN_MODEL_FIELDS][KIN_MODEL_LEVELS];
	int				 given, email;		/* fields, -1 = none */
	double				 email_scale;		/* kin_own_emails_scale */
	double				 rarest[KIN_CLASS_SAME][KIN_MODEL_FIELDS];	/* most that an equal value can say */
	double				 prior[KIN_STRATA][KIN_CLASS_SAME];
	double				 of[KIN_CLASS_SAME][KIN_MODEL_FIELDS][KIN_MODEL_LEVELS];
};

/* Is term frequency of use for this kind? */
static bool
has_frequency(enum kin_kind kind)
{
	return kind != KIN_KIND_SEX;
}

/*
 * How often an unrelated person has the value that these two share: seen among
 * the other records, drawn to the average where these say little.
 */
static double
frequency(const struct kin_column *column, uint32_t holders, double average)
{
	double others = column->present < 2 ? 0.0 : column->present - 2.0;

	return ((holders < 2 ? 0.0 : holders - 2.0) + 1.0) / (others + 1.0 / average);
}

static double
often(const struct kin_score *score, size_t f, uint32_t a, uint32_t b)
{
	const struct kin_column *column = &score->columns->column[f];
	uint32_t va, vb;

	kin_column_best(column, column->code[a], column->code[b], &va, &vb);
	return frequency(column, column->holders[va],
	    score->model->field[f].level[KIN_LEVEL_SAME].u);
}

/* What an equal value says that an unrelated person has so often. */
static void
weigh_rarity(const struct kin_score *score, size_t f, double often, double *of[KIN_CLASS_SAME])
{
	const struct kin_model_level *same = &score->model->field[f].level[KIN_LEVEL_SAME];
	enum kin_owner owner = score->model->field[f].owner;
	double yes = score->yes[f][KIN_LEVEL_SAME];

	*of[U] = log2(yes / often);
	if (owner != KIN_OWNER_PLACE)
		*of[N] = *of[U];
	if (owner == KIN_OWNER_PERSON)
		*of[H] = log2(yes / (often + fmax(same->h - same->u, 0.0)));
}

static void
fill_levels(struct kin_score *score, size_t f)
{
	const struct kin_model_field *field = &score->model->field[f];

	for (int l = 0; l < field->levels; l++) {
		const struct kin_model_level *level = &field->level[l];
		double yes = score->question == KIN_ASK_PERSON ? level->m : level->h;

		if (score->question == KIN_ASK_HOUSEHOLD && field->owner == KIN_OWNER_PERSON)
			continue;
		score->yes[f][l] = yes;
		score->of[U][f][l] = log2(yes / level->u);
		score->of[N][f][l] = log2(yes / level->n);
		score->of[H][f][l] = log2(yes / level->h);
	}
}

static void
fill_priors(struct kin_score *score, const double *share, double caution, double *prior)
{
	double yes = share[KIN_CLASS_SAME];

	if (score->question == KIN_ASK_HOUSEHOLD) {
		yes += share[H];
		caution = 0.0;
	}
	for (int c = 0; c < KIN_CLASS_SAME; c++)
		prior[c] = log2(yes / share[c]) - caution;
	if (score->question == KIN_ASK_HOUSEHOLD)
		prior[H] = INFINITY;
}

struct kin_score *
kin_score_new(const struct kin_columns *columns, const struct kin_compare *compare,
    const struct kin_model *model, const struct kin_shares *shares, enum kin_question question)
{
	struct kin_score *score = kin_calloc(1, sizeof(*score));

	score->columns = columns;
	score->compare = compare;
	score->model = model;
	score->question = question;
	score->fields = model->fields;
	score->given = kin_model_find(model, KIN_KIND_GIVEN_NAME);
	score->email = kin_model_find(model, KIN_KIND_EMAIL);
	if (score->email >= 0)
		score->email_scale = kin_own_emails_scale(&model->field[score->email]);
	for (int s = 0; s < shares->strata; s++)
		fill_priors(score, shares->of[s], shares->caution[s], score->prior[s]);
	for (size_t f = 0; f < model->fields; f++) {
		fill_levels(score, f);
		for (int c = 0; c < KIN_CLASS_SAME; c++)
			score->rarest[c][f] = score->of[c][f][KIN_LEVEL_SAME];
		if (score->yes[f][KIN_LEVEL_SAME] > 0.0 && has_frequency(columns->column[f].kind))
			weigh_rarity(score, f, frequency(&columns->column[f], 2, model->field[f].level[KIN_LEVEL_SAME].u),
			    (double *[KIN_CLASS_SAME]){ &score->rarest[U][f], &score->rarest[N][f],
			    &score->rarest[H][f] });
	}
	return score;
}

struct kin_score *
kin_score_new_door(const struct kin_score_door *door)
{
	struct kin_score *score = kin_calloc(1, sizeof(*score));

	score->door = *door;
	score->fields = door->fields;
	for (int s = 0; s < KIN_STRATA; s++) {
		score->prior[s][U] = door->prior;
		score->prior[s][N] = score->prior[s][H] = INFINITY;
	}
	return score;
}

void
kin_score_free(struct kin_score *score)
{
	kin_free(score);
}

/*
 * Strangers with one family name are namesakes more often than their names are met
 * apart: what the given name says against strangers has a bound.
 */
static void
weigh_namesakes(const struct kin_score *score, kin_pattern pattern, double *of[KIN_CLASS_SAME])
{
	double namesakes = score->model->namesakes;

	if (kin_own_namesakes(score->model, pattern) == KIN_LEVEL_NONE)
		return;
	for (int c = U; c <= N; c++)
		*of[c] = -log2((1.0 - namesakes) * exp2(-*of[c]) + namesakes);
}

/* What e-mails that are alike say against strangers of the same names has a bound too. */
static void
weigh_emails(const struct kin_score *score, struct kin_evidence *evidence)
{
	double part = score->model->email_namesakes;
	size_t f = (size_t)score->email;
	bool alike;

	if (score->email < 0 || kin_own_emails(score->model, evidence->pattern, &alike) == KIN_LEVEL_NONE || !alike)
		return;
	for (int c = U; c <= N; c++)
		evidence->of[c][f] = -log2((1.0 - part) * exp2(-evidence->of[c][f]) +
		    part * score->email_scale);
}

/* What is said against one person by all fields together is put down to the first. */
static void
doubt(const struct kin_score *score, struct kin_evidence *evidence)
{
	double doubt = score->model->doubts *
	    kin_own_doubt(score->model, evidence->pattern, score->model->household > 0.0);

	for (size_t f = 0; doubt < 0.0 && f < score->model->fields; f++) {
		if (kin_pattern_level(evidence->pattern, f) == KIN_LEVEL_NONE)
			continue;
		for (int c = 0; c < KIN_CLASS_SAME; c++)
			evidence->of[c][f] += doubt;
		return;
	}
}

/* What the pattern as a whole says. */
static void
weigh_together(const struct kin_score *score, struct kin_evidence *evidence)
{
	if (score->question != KIN_ASK_PERSON)
		return;
	if (score->given >= 0)
		weigh_namesakes(score, evidence->pattern, (double *[KIN_CLASS_SAME]){
		    &evidence->of[U][score->given], &evidence->of[N][score->given], NULL });
	weigh_emails(score, evidence);
	doubt(score, evidence);
}

void
kin_score_pair(const struct kin_score *score, uint32_t a, uint32_t b, struct kin_evidence *out)
{
	int alike;

	if (score->door.pair != NULL) {
		*out = (struct kin_evidence){ .pattern = 0 };
		score->door.pair(score->door.ctx, a, b, out);
		return;
	}
	*out = (struct kin_evidence){ .pattern = kin_compare_pair(score->compare, a, b) };
	out->stratum = kin_stratum(score->columns->lists, score->columns->list[a],
	    score->columns->list[b]);
	for (size_t f = 0; f < score->model->fields; f++) {
		int l = kin_pattern_level(out->pattern, f);

		if (l == KIN_LEVEL_NONE)
			continue;
		for (int c = 0; c < KIN_CLASS_SAME; c++)
			out->of[c][f] = score->of[c][f][l];
		if (l == KIN_LEVEL_SAME && score->yes[f][l] > 0.0 &&
		    has_frequency(score->columns->column[f].kind))
			weigh_rarity(score, f, often(score, f, a, b), (double *[KIN_CLASS_SAME]){
			    &out->of[U][f], &out->of[N][f], &out->of[H][f] });
	}
	weigh_together(score, out);
	alike = kin_compare_look_alikes(score->compare, out->pattern, a, b);
	if (alike >= 0)
		out->of[H][alike] -= CAUTION;
}

static void
add_up(const struct kin_score *score, const struct kin_evidence *evidence, double *odds)
{
	for (int c = 0; c < KIN_CLASS_SAME; c++) {
		odds[c] = score->prior[evidence->stratum][c];
		for (size_t f = 0; f < score->fields; f++)
			odds[c] += evidence->of[c][f];
	}
}

double
kin_score_bound(const struct kin_score *score, kin_pattern pattern, int stratum)
{
	struct kin_evidence most = { .pattern = pattern, .stratum = stratum };
	double odds[KIN_CLASS_SAME];

	for (size_t f = 0; f < score->model->fields; f++) {
		int l = kin_pattern_level(pattern, f);

		for (int c = 0; l != KIN_LEVEL_NONE && c < KIN_CLASS_SAME; c++)
			most.of[c][f] = l == KIN_LEVEL_SAME ? score->rarest[c][f] : score->of[c][f][l];
	}
	weigh_together(score, &most);
	add_up(score, &most, odds);
	return fmin(odds[U], fmin(odds[N], odds[H]));
}

const double *
kin_score_prior(const struct kin_score *score, int stratum)
{
	return score->prior[stratum];
}

/* -log2 of the sum of 2^-odds, without overflow. */
double
kin_score_join(const double *odds)
{
	double low = odds[0], sum = 0.0;

	for (int c = 1; c < KIN_CLASS_SAME; c++)
		low = fmin(low, odds[c]);
	for (int c = 0; c < KIN_CLASS_SAME; c++)
		sum += exp2(low - odds[c]);
	return low - log2(sum);
}

double
kin_score_weight(const struct kin_score *score, const struct kin_evidence *evidence)
{
	double odds[KIN_CLASS_SAME];

	add_up(score, evidence, odds);
	return kin_score_join(odds);
}

int
kin_score_rival(const struct kin_score *score, const struct kin_evidence *evidence)
{
	double odds[KIN_CLASS_SAME];
	int rival = 0;

	add_up(score, evidence, odds);
	for (int c = 1; c < KIN_CLASS_SAME; c++) {
		if (odds[c] < odds[rival])
			rival = c;
	}
	return rival;
}

double
kin_score_level(const struct kin_score *score, int class, size_t field, int level)
{
	return score->of[class][field][level];
}

void
kin_score_same(const struct kin_score *score, size_t field, uint32_t holders, double *of)
{
	const struct kin_column *column = &score->columns->column[field];
	double often = frequency(column, holders, score->model->field[field].level[KIN_LEVEL_SAME].u);

	for (int c = 0; c < KIN_CLASS_SAME; c++)
		of[c] = score->of[c][field][KIN_LEVEL_SAME];
	if (score->yes[field][KIN_LEVEL_SAME] > 0.0 && has_frequency(column->kind))
		weigh_rarity(score, field, often, (double *[KIN_CLASS_SAME]){ &of[U], &of[N], &of[H] });
}

int
kin_score_levels(const struct kin_score *score, size_t field)
{
	return score->model->field[field].levels;
}

double
kin_probability(double weight)
{
	return weight >= 0.0 ? 1.0 / (1.0 + exp2(-weight)) : exp2(weight) / (1.0 + exp2(weight));
}
