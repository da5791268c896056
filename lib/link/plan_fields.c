#include "plan_state.h"

#include <math.h>

#include "kin/base/mem.h"
#include "kin/link/keys.h"

#define CROSSED		2e-5	/* of all pairs of dates: day and month may have been exchanged */

/* --- the fields ---------------------------------------------------------------- */

static bool
is_partial(const struct kin_value *value)
{
	return value->digits == 0;
}

static bool
has_partial(const struct kin_column *column)
{
	if (column->kind != KIN_KIND_DATE)
		return false;
	for (uint32_t v = 0; v < column->value_count; v++) {
		if (is_partial(&column->values[v]))
			return true;
	}
	return false;
}

static double
pairs_of(double holders)
{
	return holders * (holders - 1.0) / 2.0;
}

/* The most holders that a value may have so that all such values make few pairs. */
static uint32_t
rare_holders(const struct kin_column *column, double few)
{
	uint32_t most = 3;
	double pairs[64] = { 0 };

	for (uint32_t v = 0; v < column->value_count; v++) {
		uint32_t h = column->holders[v];

		if (h > 1)
			pairs[63 - __builtin_clzll(h)] += pairs_of(h);
	}
	few -= pairs[1];
	for (int k = 2; k < 31 && pairs[k] <= few; k++) {
		few -= pairs[k];
		most = ((uint32_t)2 << k) - 1;
	}
	return most;
}

static void
raise_to(double *to, const double *of)
{
	for (int c = 0; c < CLASSES; c++)
		to[c] = fmax(to[c], of[c]);
}

static bool
is_near(enum kin_kind kind, int level, const double *of)
{
	return kin_plan_has_keys(kind) ? kin_keys_find(kind, level) : of[KIN_CLASS_UNRELATED] > 0.0;
}

static void
fill_levels(struct work *work, size_t f, bool partial)
{
	struct field *field = &work->field[f];
	const struct kin_column *column = &work->ask->columns->column[f];

	for (int l = 1; l < kin_score_levels(work->ask->score, f); l++) {
		bool part = column->kind == KIN_KIND_DATE && kin_keys_is_part(l);
		double of[CLASSES];

		for (int c = 0; c < CLASSES; c++)
			of[c] = kin_score_level(work->ask->score, c, f, l);
		if (column->kind == KIN_KIND_GIVEN_NAME && l == KIN_LEVEL_SWAPPED) {
			field->can[SWAP] = kin_compare_field(work->ask->compare, KIN_KIND_FAMILY_NAME) >= 0;
			raise_to(field->top[SWAP], of);
			continue;
		}
		if (column->kind == KIN_KIND_DATE && l == KIN_LEVEL_DATE_CROSSED) {
			field->can[SWAP] = true;
			raise_to(field->top[SWAP], of);
			continue;
		}
		if ((part && !partial) || !kin_compare_may_level(work->ask->compare, f, l))
			continue;
		if (part) {
			raise_to(field->top[RARE], of);
			raise_to(field->top[COMMON], of);
		}
		if (is_near(column->kind, l, of)) {
			field->can[NEAR] = true;
			raise_to(field->top[NEAR], of);
			work->plan->near[f] |= (uint32_t)1 << l;
		} else {
			raise_to(field->there, of);
		}
	}
}

static bool
says_nothing(const struct field *field)
{
	for (int s = RARE; s < STATES; s++) {
		for (int c = 0; field->can[s] && c < CLASSES; c++) {
			if (field->top[s][c] != 0.0)
				return false;
		}
	}
	return true;
}

/* Pairs in which the given name of one is the family name of the other. */
static double
swap_part(const struct work *work, size_t given)
{
	const struct kin_columns *columns = work->ask->columns;
	int f = kin_compare_field(work->ask->compare, KIN_KIND_FAMILY_NAME);
	uint32_t *count;
	double pairs = 0.0;

	if (columns->column[given].kind == KIN_KIND_DATE)
		return CROSSED;
	if (f < 0 || columns->column[given].kind != KIN_KIND_GIVEN_NAME)
		return 0.0;
	count = kin_calloc((size_t)columns->column[f].entries + 1, sizeof(*count));
	for (uint32_t i = 0; i < columns->records; i++)
		count[columns->column[f].code[i]]++;
	for (uint32_t i = 0; i < columns->records; i++) {
		uint32_t as = kin_compare_as_family(work->ask->compare, columns->column[given].code[i]);

		pairs += as == 0 ? 0.0 : count[as];
	}
	kin_free(count);
	return pairs / work->pairs;
}

static void
fill_parts(struct work *work, size_t f)
{
	struct field *field = &work->field[f];
	const struct kin_column *column = &work->ask->columns->column[f];
	double n = fmax(work->ask->columns->records, 2.0), all = pairs_of(n);
	double present = column->present / n;

	work->plan->rare[f] = rare_holders(column, work->cheap);
	for (uint32_t v = 0; v < column->value_count; v++) {
		int s = column->holders[v] <= work->plan->rare[f] ? RARE : COMMON;

		field->part[s] += pairs_of(column->holders[v]) / all;
		field->can[s] = field->can[s] || column->holders[v] > 1;
	}
	field->lacks = 1.0 - present * present;
	field->part[NEAR] = present * present;
	field->part[SWAP] = swap_part(work, f);
	field->keyed[SWAP] = true;
	field->keyed[RARE] = field->keyed[COMMON] = true;
	if (kin_plan_has_keys(column->kind)) {
		field->keyed[NEAR] = true;
		field->part[NEAR] = kin_keys_part(column, n);
	}
}

static void
fill_field(struct work *work, size_t f)
{
	struct field *field = &work->field[f];
	const struct kin_column *column = &work->ask->columns->column[f];
	bool partial = has_partial(column);
	bool unsaid = column->kind == KIN_KIND_FULL_NAME || column->kind == KIN_KIND_FAMILY_NAME, lacks = column->present < work->ask->columns->records;

	for (int c = 0; c < CLASSES; c++) {
		for (int s = 0; s < STATES; s++)
			field->top[s][c] = -INFINITY;
		field->there[c] = -INFINITY;
	}
	fill_parts(work, f);
	kin_score_same(work->ask->score, f, 2, field->top[RARE]);
	kin_score_same(work->ask->score, f, work->plan->rare[f] + 1, field->top[COMMON]);
	fill_levels(work, f, partial);
	field->sure = !partial && !unsaid;
	field->place = column->kind == KIN_KIND_ADDRESS || column->kind == KIN_KIND_POSTCODE ||
	    column->kind == KIN_KIND_TOWN || column->kind == KIN_KIND_PLACE_ID;
	if (says_nothing(field)) {
		for (int s = RARE; s < STATES; s++)
			field->can[s] = false;
		lacks = true;
	}
	memcpy(field->top[ANY], field->there, sizeof(field->there));
	if (lacks || !field->sure || isinf(field->there[0]))
		raise_to(field->top[ANY], (double[CLASSES]){ 0 });
	field->can[ANY] = true;
}

static void
fill_sums(struct work *work)
{
	for (size_t f = work->fields; f-- > 0; ) {
		const struct field *field = &work->field[f];

		for (int c = 0; c < CLASSES; c++) {
			double best = field->top[ANY][c];

			for (int s = RARE; s < STATES; s++)
				best = field->can[s] ? fmax(best, field->top[s][c]) : best;
			work->rest[f][c] = work->rest[f + 1][c] + best;
			work->any[f][c] = work->any[f + 1][c] + field->top[ANY][c];
		}
	}
}

void
kin_plan_fill(struct work *work)
{
	for (size_t f = 0; f < work->fields; f++)
		fill_field(work, f);
	fill_sums(work);
}
