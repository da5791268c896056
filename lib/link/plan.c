#include "plan_state.h"

#include <math.h>

#include "kin/base/mem.h"

#define CHEAP_EACH	12.0	/* pairs a record: a rule of so many is taken without a thought */
#define CHEAP_LEAST	1e6
#define DEAR_EACH	24.0	/* … of more is taken only when it must be */
#define DEAR_LEAST	1e7
#define PASS_OVER	0.05	/* a pair that is passed over at first sight, beside one that is compared */
#define TINY		1e-9
#define MOST_NODES	4000000

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
	for (int s = 0; s < kin_strata(columns->lists); s++) {
		const double *prior = kin_score_prior(work->ask->score, s);

		for (int c = 0; c < CLASSES; c++)
			work->prior[c] = fmax(work->prior[c], prior[c]);
	}
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
	work->pairs = n * (n - 1.0) / 2.0;
	work->cheap = fmax(CHEAP_EACH * n, CHEAP_LEAST);
	work->dear = fmax(DEAR_EACH * n, DEAR_LEAST);
	fill_prior(work);
	kin_plan_fill(work);
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
	kin_plan_reduce(work);
	kin_free(work);
}

bool
kin_plan_has_keys(enum kin_kind kind)
{
	return kind == KIN_KIND_DATE || kind == KIN_KIND_ADDRESS || kind == KIN_KIND_EMAIL ||
	    kind == KIN_KIND_PHONE || kind == KIN_KIND_NHS ||
	    kind == KIN_KIND_ID || kind == KIN_KIND_NUMBER;
}
