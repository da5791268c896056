#include "kin/link/plan.h"

#include <math.h>

#include "kin/base/mem.h"
#include "kin/link/keys.h"

enum { CLASSES = KIN_CLASS_SAME, ANY = KIN_STATE_ANY, RARE = KIN_STATE_RARE,
	COMMON = KIN_STATE_COMMON, NEAR = KIN_STATE_NEAR, SWAP = KIN_STATE_SWAP, STATES = KIN_STATES };

#define CHEAP_EACH	4.0	/* pairs a record: a rule of so many is taken without a thought */
#define CHEAP_LEAST	1e6
#define DEAR_EACH	20.0	/* … of more is taken only when it must be */
#define DEAR_LEAST	1e7
#define PASS_OVER	0.05	/* a pair that is passed over at first sight, beside one that is compared */
#define CROSSED		2e-5	/* of all pairs of dates: day and month may have been exchanged */
#define TINY		1e-9
#define MOST_NODES	4000000

/* What is known of a field before any rule. */
struct field {
	bool	can[STATES], keyed[STATES];
	double	top[STATES][CLASSES];	/* what the state says at most; ANY: what else there is */
	double	there[CLASSES];		/* ANY, when both hold something */
	double	part[STATES];		/* of all pairs */
	double	lacks;			/* of all pairs, in which one holds nothing */
	bool	sure;			/* nothing said means that one holds nothing */
	bool	place;
};

struct work {
	struct kin_plan			*plan;
	const struct kin_plan_ask	*ask;
	size_t				 fields;
	struct field			 field[KIN_MODEL_FIELDS];
	double				 prior[CLASSES];
	double				 rest[KIN_MODEL_FIELDS + 1][CLASSES];	/* best of fields from here on */
	double				 any[KIN_MODEL_FIELDS + 1][CLASSES];	/* ANY in fields from here on */
	double				 pairs, cheap, dear;
	double				 raised;	/* weight of what was given up */
	uint8_t				 state[KIN_MODEL_FIELDS];
	size_t				 nodes;
};

/* --- the fields ---------------------------------------------------------------- */

static bool
is_partial(const struct kin_value *value)
{
	return !value->year || !value->month || !value->day;
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

/* --- rules ---------------------------------------------------------------------- */

static uint64_t
bit(size_t f, int state)
{
	return (uint64_t)1 << (4 * f + (size_t)state - 1);
}

static double
least_of(const double *of)
{
	return fmin(of[0], fmin(of[1], of[2]));
}

/*
 * Work for the states of the fields in mask, in pairs: what has no key must be looked
 * at to be passed over.  Places stand for each other.
 */
static double
cost_of(const struct work *work, uint32_t mask, uint32_t missing)
{
	double met = 1.0, place = 1.0, passed = 1.0;

	for (size_t f = 0; f < work->fields; f++) {
		const struct field *field = &work->field[f];
		int s = work->state[f];

		if (missing >> f & 1)
			passed *= field->lacks;
		if (!(mask >> f & 1) || s == ANY)
			continue;
		if (field->place && field->keyed[s])
			place = fmin(place, field->part[s]);
		else
			met *= field->part[s];
	}
	return met * place * work->pairs * (PASS_OVER + (1.0 - PASS_OVER) * passed);
}

static void
add_rule(struct work *work, uint32_t mask, uint32_t missing, double cost)
{
	struct kin_plan *plan = work->plan;
	struct kin_rule *rule = &plan->rule[plan->rules];

	if (plan->rules == KIN_PLAN_RULES) {
		work->nodes = MOST_NODES;
		return;
	}
	*rule = (struct kin_rule){ .missing = missing, .cost = cost };
	for (size_t f = 0; f < work->fields; f++) {
		if (!(mask >> f & 1))
			continue;
		rule->state[f] = work->state[f];
		rule->bits |= work->state[f] == ANY ? 0 : bit(f, work->state[f]);
	}
	plan->rules++;
}

/* The fields of the set that have keys. */
static uint32_t
keyed_fields(const struct work *work)
{
	uint32_t mask = 0;

	for (size_t f = 0; f < work->fields; f++) {
		if (work->state[f] != ANY && work->field[f].keyed[work->state[f]])
			mask |= (uint32_t)1 << f;
	}
	return mask;
}

/* The fewest fields of the set that make few pairs; 0 when none do. */
static uint32_t
cheap_part(const struct work *work, double *cost)
{
	uint32_t keyed = keyed_fields(work), best = 0;

	*cost = INFINITY;
	for (int size = 1; size <= 3 && best == 0; size++) {
		for (uint32_t part = keyed; part != 0; part = (part - 1) & keyed) {
			double c;

			if (__builtin_popcount(part) != size)
				continue;
			c = cost_of(work, part, 0);
			if (c > work->cheap || c >= *cost)
				continue;
			*cost = c;
			best = part;
		}
	}
	return best;
}

static void
take(struct work *work, double weight, uint32_t missing)
{
	double cost, whole;
	uint32_t part = cheap_part(work, &cost);

	if (part != 0) {
		add_rule(work, part, 0, cost);
		return;
	}
	whole = cost_of(work, UINT32_MAX, missing);
	if (whole > work->dear && weight < work->ask->hard)
		work->raised = fmax(work->raised, weight);
	else
		add_rule(work, UINT32_MAX, missing, whole);
}

/* --- sets of states -------------------------------------------------------------- */

static bool
is_covered(const struct work *work, uint64_t bits, uint32_t missing)
{
	for (size_t r = 0; r < work->plan->rules; r++) {
		const struct kin_rule *rule = &work->plan->rule[r];

		if ((rule->bits & ~bits) == 0 && (rule->missing & ~missing) == 0)
			return true;
	}
	return false;
}

/* Fields that one must lack, or the set does not reach what is asked. */
static uint32_t
must_lack(const struct work *work, const double *sum)
{
	uint32_t missing = 0;

	for (size_t f = 0; f < work->fields; f++) {
		const struct field *field = &work->field[f];
		double with[CLASSES];

		if (work->state[f] != ANY || !field->sure)
			continue;
		for (int c = 0; c < CLASSES; c++)
			with[c] = sum[c] - field->top[ANY][c] + field->there[c];
		if (least_of(with) < work->plan->least)
			missing |= (uint32_t)1 << f;
	}
	return missing;
}

static void
settle(struct work *work, uint64_t bits, const double *sum)
{
	uint32_t missing;

	if (least_of(sum) < work->plan->least)
		return;
	missing = must_lack(work, sum);
	if (!is_covered(work, bits, missing))
		take(work, least_of(sum), missing);
}

/* All sets of so many more states in fields from f on.  sum: of those before, and the prior. */
static void
walk(struct work *work, size_t f, int more, uint64_t bits, const double *sum)
{
	double with[CLASSES];

	if (work->nodes++ > MOST_NODES)
		return;
	if (more == 0) {
		for (int c = 0; c < CLASSES; c++)
			with[c] = sum[c] + work->any[f][c];
		settle(work, bits, with);
		return;
	}
	for (int c = 0; c < CLASSES; c++)
		with[c] = sum[c] + work->rest[f][c];
	if (work->fields - f < (size_t)more || least_of(with) < work->plan->least)
		return;
	for (int s = ANY; s < STATES; s++) {
		uint64_t now = s == ANY ? bits : bits | bit(f, s);

		if (!work->field[f].can[s] || (s != ANY && is_covered(work, now, 0)))
			continue;
		for (int c = 0; c < CLASSES; c++)
			with[c] = sum[c] + work->field[f].top[s][c];
		work->state[f] = (uint8_t)s;
		walk(work, f + 1, more - (s != ANY), now, with);
		work->state[f] = ANY;
	}
}

static void
fill_prior(struct work *work)
{
	const struct kin_columns *columns = work->ask->columns;

	for (int c = 0; c < CLASSES; c++)
		work->prior[c] = -INFINITY;
	for (int s = 0; s < kin_strata(columns->lists); s++)
		raise_to(work->prior, kin_score_prior(work->ask->score, s));
}

void
kin_plan(struct kin_plan *plan, const struct kin_plan_ask *ask)
{
	struct work *work = kin_calloc(1, sizeof(*work));
	double n = ask->columns->records;

	*plan = (struct kin_plan){ .least = ask->least };
	work->plan = plan;
	work->ask = ask;
	work->fields = ask->columns->fields;
	work->pairs = pairs_of(n);
	work->cheap = fmax(CHEAP_EACH * n, CHEAP_LEAST);
	work->dear = fmax(DEAR_EACH * n, DEAR_LEAST);
	fill_prior(work);
	for (size_t f = 0; f < work->fields; f++)
		fill_field(work, f);
	fill_sums(work);
	for (;;) {
		plan->rules = 0;
		work->raised = -INFINITY;
		work->nodes = 0;
		for (int size = 0; size <= (int)work->fields; size++)
			walk(work, 0, size, 0, work->prior);
		if (work->nodes > MOST_NODES)
			plan->least += 1.0;
		else if (isinf(work->raised))
			break;
		else
			plan->least = work->raised + TINY;
	}
	kin_free(work);
}

bool
kin_plan_has_keys(enum kin_kind kind)
{
	return kind == KIN_KIND_DATE || kind == KIN_KIND_ADDRESS || kind == KIN_KIND_EMAIL ||
	    kind == KIN_KIND_PHONE || kind == KIN_KIND_NHS ||
	    kind == KIN_KIND_ID || kind == KIN_KIND_NUMBER;
}
