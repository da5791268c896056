#include "plan_state.h"

#include <math.h>

#include "kin/link/keys.h"

/* The first field whose near values are found pair by pair: those are all that the rule looks at. */
static int
edits_of(const struct work *work, const struct kin_rule *rule)
{
	for (size_t f = 0; f < work->fields; f++) {
		if (rule->state[f] == NEAR && kin_keys_are_edits(work->ask->columns->column[f].kind))
			return (int)f;
	}
	return -1;
}

/* What has no key only tells pairs apart that a rule brought together, and a look does that. */
static void
keep_keys(const struct work *work, struct kin_rule *rule)
{
	int edits = edits_of(work, rule);

	rule->bits = 0;
	for (size_t f = 0; f < work->fields; f++) {
		int s = rule->state[f];

		if (s == ANY || !work->field[f].keyed[s] || (edits >= 0 && (int)f != edits))
			rule->state[f] = ANY;
		else
			rule->bits |= (uint64_t)1 << (4 * f + (size_t)s - 1);
	}
}

/* Does the rule bring together all that the other does? */
static bool
holds(const struct kin_rule *rule, const struct kin_rule *other)
{
	return (rule->bits & ~other->bits) == 0 && (rule->missing & ~other->missing) == 0;
}

void
kin_plan_reduce(struct work *work)
{
	struct kin_plan *plan = work->plan;
	size_t kept = 0;

	for (size_t r = 0; r < plan->rules; r++)
		keep_keys(work, &plan->rule[r]);
	/* Of the same keys: what all of them ask to be missing. */
	for (size_t r = 0; r < plan->rules; r++) {
		for (size_t other = 0; other < plan->rules; other++) {
			if (plan->rule[other].bits == plan->rule[r].bits)
				plan->rule[r].missing &= plan->rule[other].missing;
		}
	}
	for (size_t r = 0; r < plan->rules; r++) {
		bool needed = true;

		for (size_t other = 0; needed && other < plan->rules; other++)
			needed = other == r || !holds(&plan->rule[other], &plan->rule[r]) ||
			    (holds(&plan->rule[r], &plan->rule[other]) && other > r);
		if (needed)
			plan->rule[kept++] = plan->rule[r];
	}
	plan->rules = kept;
}
