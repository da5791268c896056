#include <math.h>
#include <stdlib.h>

#include "candidates_state.h"
#include "kin/base/mem.h"
#include "kin/base/par.h"
#include "kin/link/keys.h"

#define AS_MUCH	10.0	/* pairs of a sweep are as much work as one that keys brought together */

enum { NEAR_PIECE = 1024 };	/* near values that a thread takes at a time */

/* --- one pair -------------------------------------------------------------------- */

/* The states of equal entries, a bit each as in a rule. */
static uint64_t
equal_bits(const struct candidates *work, const struct kin_row *a, const struct kin_row *b)
{
	uint64_t bits = 0;

	for (size_t f = 0; f < work->columns->fields; f++) {
		const struct kin_column *column = &work->columns->column[f];
		uint32_t e = a->code[f];

		if (e == 0 || e != b->code[f])
			continue;
		for (uint32_t i = column->start[e - 1]; i < column->start[e]; i++) {
			int state = column->holders[column->value[i]] <= work->plan->rare[f] ?
			    KIN_STATE_RARE : KIN_STATE_COMMON;

			bits |= (uint64_t)1 << (4 * f + (size_t)state - 1);
		}
	}
	return bits;
}

/* Did an earlier rule surely bring the two together? */
static bool
is_met_before(const struct candidates *work, const struct kin_row *a, const struct kin_row *b)
{
	uint64_t bits = equal_bits(work, a, b);

	for (size_t r = 0; r < work->rule; r++) {
		const struct kin_rule *rule = &work->plan->rule[r];

		if ((rule->bits & ~bits) == 0 && !(a->present & b->present & rule->missing))
			return true;
	}
	return false;
}

/* Two that the first look lets through: scored, and kept if it is enough. */
static void
score(const struct candidates *work, const struct kin_row *row_a, const struct kin_row *row_b, uint32_t a,
    uint32_t b, struct kin_edges *found)
{
	struct kin_evidence evidence;
	double weight;

	if (is_met_before(work, row_a, row_b))
		return;
	kin_score_pair(work->score, a < b ? a : b, a < b ? b : a, &evidence);
	weight = kin_score_weight(work->score, &evidence);
	if (weight < work->plan->least)
		return;
	found->list = kin_grow(found->list, found->count, &found->cap, sizeof(*found->list));
	found->list[found->count++] = (struct kin_edge){ a < b ? a : b, a < b ? b : a, weight };
}

/* Is it a pair that the rule is for? */
static bool
is_asked(const struct candidates *work, const struct kin_row *a, const struct kin_row *b)
{
	return !(a->present & b->present & work->plan->rule[work->rule].missing) &&
	    !(work->ask->between && (a->list == 0) == (b->list == 0));
}

void
candidates_look(const struct candidates *work, const struct kin_row *row_a, const struct kin_row *row_b,
    uint32_t a, uint32_t b, struct kin_edges *found)
{
	if (a != b && is_asked(work, row_a, row_b) &&
	    kin_quick_may(work->quick, row_a, row_b, work->plan->least))
		score(work, row_a, row_b, a, b, found);
}

void
candidates_append(struct candidates *work, size_t pieces, struct kin_edges *out, uint64_t *looked)
{
	for (size_t p = 0; p < pieces; p++) {
		*looked += work->looked[p];
		for (size_t i = 0; i < work->found[p].count; i++) {
			out->list = kin_grow(out->list, out->count, &out->cap, sizeof(*out->list));
			out->list[out->count++] = work->found[p].list[i];
		}
		kin_free(work->found[p].list);
	}
	kin_free(work->found);
	kin_free(work->looked);
}

void
candidates_start_pieces(struct candidates *work, size_t pieces)
{
	work->found = kin_calloc(pieces + 1, sizeof(*work->found));
	work->looked = kin_calloc(pieces + 1, sizeof(*work->looked));
}

/* --- near values ------------------------------------------------------------------- */

static void
list_holders(struct candidates *work)
{
	const struct kin_column *column = &work->columns->column[work->field];
	uint32_t *fill;

	work->holders_of = kin_calloc((size_t)column->value_count + 2, sizeof(*work->holders_of));
	for (uint32_t v = 0; v < column->value_count; v++)
		work->holders_of[v + 1] = work->holders_of[v] + column->holders[v];
	work->holder = kin_alloc(work->holders_of[column->value_count] * sizeof(*work->holder) + 1);
	fill = kin_alloc(((size_t)column->value_count + 1) * sizeof(*fill));
	memcpy(fill, work->holders_of, ((size_t)column->value_count + 1) * sizeof(*fill));
	for (uint32_t r = 0; r < work->columns->records; r++) {
		uint32_t e = column->code[r];

		for (uint32_t i = e ? column->start[e - 1] : 0; e && i < column->start[e]; i++)
			work->holder[fill[column->value[i]]++] = r;
	}
	kin_free(fill);
}

static void
look_at_near(void *ctx, size_t piece, int thread)
{
	struct candidates *work = ctx;
	const struct kin_row *rows = work->ask->rows->row;
	size_t to = (piece + 1) * NEAR_PIECE;

	(void)thread;
	for (size_t n = piece * NEAR_PIECE; n < to && n < work->near_count; n++) {
		uint32_t va = work->near[n].a, vb = work->near[n].b;

		for (uint32_t i = work->holders_of[va]; i < work->holders_of[va + 1]; i++) {
			for (uint32_t j = work->holders_of[vb]; j < work->holders_of[vb + 1]; j++) {
				uint32_t a = work->holder[i], b = work->holder[j];

				work->looked[piece]++;
				candidates_look(work, rows + a, rows + b, a, b, &work->found[piece]);
			}
		}
	}
}

static void
look_among_near(struct candidates *work, struct kin_edges *out, uint64_t *looked)
{
	size_t pieces;

	work->near = work->ask->rows->near[work->field];
	work->near_count = work->ask->rows->near_count[work->field];
	pieces = work->near_count / NEAR_PIECE + 1;
	list_holders(work);
	candidates_start_pieces(work, pieces);
	kin_par(work->ask->threads, pieces, look_at_near, work);
	candidates_append(work, pieces, out, looked);
	kin_free(work->holders_of);
	kin_free(work->holder);
}

/* The field whose near values are the rule's first, found value by value; or -1. */
static int
near_field(const struct candidates *work)
{
	const struct kin_rule *rule = &work->plan->rule[work->rule];

	for (size_t f = 0; f < work->columns->fields; f++) {
		if (rule->state[f] == KIN_STATE_NEAR &&
		    kin_keys_are_edits(work->columns->column[f].kind))
			return (int)f;
	}
	return -1;
}

/* --- together --------------------------------------------------------------------------- */

static int
in_order(const void *x, const void *y)
{
	const struct kin_edge *a = x, *b = y;

	if (a->b != b->b)
		return a->b < b->b ? -1 : 1;
	return a->a < b->a ? -1 : a->a > b->a;
}

static void
drop_twins(struct kin_edges *edges)
{
	size_t kept = 0;

	if (edges->count > 0)
		qsort(edges->list, edges->count, sizeof(*edges->list), in_order);
	for (size_t i = 0; i < edges->count; i++) {
		if (i == 0 || in_order(&edges->list[i], &edges->list[kept - 1]) != 0)
			edges->list[kept++] = edges->list[i];
	}
	edges->count = kept;
}

/* Do the keys bring so many together that all against all is less work? */
static bool
is_dear(const struct candidates *work, const struct kin_plan *plan)
{
	double n = work->columns->records, first = 0.0, cost = 0.0;

	if (work->ask->how != KIN_CANDIDATES_QUICKEST)
		return work->ask->how == KIN_CANDIDATES_SWEEP;
	for (uint32_t i = 0; i < work->columns->records; i++)
		first += work->columns->list[i] == 0;
	for (size_t r = 0; r < plan->rules; r++)
		cost += plan->rule[r].bits == 0 ? INFINITY : plan->rule[r].cost;
	return cost * AS_MUCH > (work->ask->between ? first * n : n * (n - 1.0) / 2.0);
}

static void
look_by_rules(struct candidates *work, struct kin_edges *out, uint64_t *looked)
{
	for (work->rule = 0; work->rule < work->plan->rules; work->rule++) {
		int field = near_field(work);

		if (work->ask->progress != NULL)
			work->ask->progress(work->ask->progress_ctx, "comparing",
			    (double)work->rule / (double)work->plan->rules);
		if (field >= 0) {
			work->field = (size_t)field;
			look_among_near(work, out, looked);
		} else {
			candidates_in_blocks(work, out, looked);
		}
	}
}

void
kin_candidates_find(const struct kin_candidates_ask *ask, struct kin_edges *out, double *least,
    uint64_t *looked)
{
	struct kin_plan *plan = kin_calloc(1, sizeof(*plan));
	struct kin_quick *quick = kin_quick_new(ask->plan.columns, ask->plan.compare, ask->plan.score,
	    ask->rows);
	struct candidates work = { .ask = ask, .columns = ask->plan.columns, .score = ask->plan.score,
	    .quick = quick, .plan = plan, .bench = kin_calloc(KIN_PAR_MOST, sizeof(struct candidates_bench)) };

	kin_plan(plan, &ask->plan);
	*out = (struct kin_edges){ 0 };
	*looked = 0;
	if (is_dear(&work, plan))
		candidates_sweep(&work, plan, out, looked);
	else
		look_by_rules(&work, out, looked);
	drop_twins(out);
	for (int t = 0; t < KIN_PAR_MOST; t++) {
		kin_free(work.bench[t].row);
		kin_free(work.bench[t].record);
		kin_free(work.bench[t].member);
		kin_free(work.bench[t].group);
	}
	kin_free(work.bench);
	*least = plan->least;
	kin_quick_free(quick);
	kin_free(plan);
}
