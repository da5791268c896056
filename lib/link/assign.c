#include "kin/link/assign.h"

#include <math.h>
#include <stdlib.h>

#include "kin/base/mem.h"

static int
best_first(const void *x, const void *y)
{
	const struct kin_edge *a = x, *b = y;

	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return a->b < b->b ? -1 : a->b > b->b;
}

static void
start(struct kin_assign *assign, uint32_t records)
{
	size_t n = (size_t)records + 1;

	assign->other = kin_alloc(n * sizeof(*assign->other));
	assign->runner_up = kin_alloc(n * sizeof(*assign->runner_up));
	assign->weight = kin_calloc(n, sizeof(*assign->weight));
	assign->probability = kin_calloc(n, sizeof(*assign->probability));
	assign->runner_up_weight = kin_calloc(n, sizeof(*assign->runner_up_weight));
	for (uint32_t i = 0; i < records; i++)
		assign->other[i] = assign->runner_up[i] = KIN_ASSIGN_NONE;
}

static void
match(struct kin_assign *assign, uint32_t record, uint32_t other, double weight, double odds)
{
	if (assign->other[record] != KIN_ASSIGN_NONE)
		return;
	assign->other[record] = other;
	assign->weight[record] = weight;
	assign->probability[record] = odds / (1.0 + odds);
}

static void
run_up(struct kin_assign *assign, uint32_t record, uint32_t other, double weight)
{
	if (assign->other[record] == other || assign->runner_up[record] != KIN_ASSIGN_NONE)
		return;
	assign->runner_up[record] = other;
	assign->runner_up_weight[record] = weight;
}

void
kin_assign(struct kin_assign *assign, uint32_t records, const uint32_t *list,
    const struct kin_edge *edges, size_t count, const struct kin_assign_rule *rule)
{
	const bool *repeats = rule->repeats;
	struct kin_edge *order = kin_alloc(count * sizeof(*order) + 1);
	double *sum = kin_calloc((size_t)records + 1, sizeof(*sum));

	start(assign, records);
	if (count > 0)
		memcpy(order, edges, count * sizeof(*order));
	qsort(order, count, sizeof(*order), best_first);
	for (size_t i = 0; i < count; i++) {
		sum[order[i].a] += exp2(order[i].weight);
		sum[order[i].b] += exp2(order[i].weight);
	}
	for (size_t i = 0; i < count; i++) {
		/* here: of list 0; there: of the other side. */
		bool first = list[order[i].a] == 0;
		uint32_t here = first ? order[i].a : order[i].b;
		uint32_t there = first ? order[i].b : order[i].a;
		double odds = exp2(order[i].weight), against = rule->nobody;

		if ((!repeats[1] && assign->other[here] != KIN_ASSIGN_NONE) ||
		    (!repeats[0] && assign->other[there] != KIN_ASSIGN_NONE))
			continue;
		if (!repeats[1])
			against += fmax(sum[here] - odds, 0.0);
		if (!repeats[0])
			against += fmax(sum[there] - odds, 0.0);
		if (odds / rule->nobody < exp2(rule->cut))
			continue;
		match(assign, here, there, order[i].weight, odds / against);
		match(assign, there, here, order[i].weight, odds / against);
	}
	for (size_t i = 0; i < count; i++) {
		run_up(assign, order[i].a, order[i].b, order[i].weight);
		run_up(assign, order[i].b, order[i].a, order[i].weight);
	}
	kin_free(order);
	kin_free(sum);
}

void
kin_assign_expect(const struct kin_assign *assign, uint32_t records, const uint32_t *list,
    const struct kin_edge *edges, size_t count, double same, struct kin_expected *out)
{
	double found = 0.0, wrong = 0.0, missed[2] = { 0.0, 0.0 };

	for (uint32_t i = 0; i < records; i++) {
		if (list[i] == 0 && assign->other[i] != KIN_ASSIGN_NONE) {
			found++;
			wrong += 1.0 - assign->probability[i];
		}
	}
	for (size_t e = 0; e < count; e++) {
		if (assign->other[edges[e].a] == KIN_ASSIGN_NONE &&
		    assign->other[edges[e].b] == KIN_ASSIGN_NONE)
			missed[0] += kin_probability(edges[e].weight);
	}
	missed[1] = same > 0.0 ? fmax(same - (found - wrong), 0.0) : missed[0];
	kin_judge_range(found, wrong, missed, out);
}

void
kin_assign_fini(struct kin_assign *assign)
{
	kin_free(assign->other);
	kin_free(assign->runner_up);
	kin_free(assign->weight);
	kin_free(assign->probability);
	kin_free(assign->runner_up_weight);
	*assign = (struct kin_assign){ 0 };
}
