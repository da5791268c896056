#include "kin/link/candidates.h"

#include <stdlib.h>


#include "kin/base/mem.h"
#include "kin/base/par.h"
#include "kin/link/block.h"
#include "kin/link/keys.h"

enum { NEAR_PIECE = 1024 };	/* near values that a thread takes at a time */

struct work {
	const struct kin_candidates_ask	*ask;
	const struct kin_columns	*columns;
	const struct kin_score		*score;
	const struct kin_quick		*quick;
	const struct kin_plan		*plan;
	size_t				 rule;
	struct kin_block		 block;
	struct kin_edges		*found;		/* of each piece */
	uint64_t			*looked;	/* … */
	size_t				 wait[KIN_MODEL_FIELDS], wait_count;	/* fields that must be near, without keys */
	/* for values that are near: */
	size_t				 field;
	const struct kin_near		*near;
	size_t				 near_count;
	uint32_t			*holders_of;	/* value v is held by holder[holders_of[v] .. holders_of[v + 1]) */
	uint32_t			*holder;
};

/* --- one pair -------------------------------------------------------------------- */

/* The states of equal entries, a bit each as in a rule. */
static uint64_t
equal_bits(const struct work *work, const uint32_t *a, const uint32_t *b)
{
	uint64_t bits = 0;

	for (size_t f = 0; f < work->columns->fields; f++) {
		const struct kin_column *column = &work->columns->column[f];

		if (a[f] == 0 || a[f] != b[f])
			continue;
		for (uint32_t i = column->start[a[f] - 1]; i < column->start[a[f]]; i++) {
			int state = column->holders[column->value[i]] <= work->plan->rare[f] ?
			    KIN_STATE_RARE : KIN_STATE_COMMON;

			bits |= (uint64_t)1 << (4 * f + (size_t)state - 1);
		}
	}
	return bits;
}

/* Did an earlier rule surely bring the two together? */
static bool
is_met_before(const struct work *work, const uint32_t *a, const uint32_t *b)
{
	uint64_t bits = equal_bits(work, a, b);
	size_t fields = work->columns->fields;

	for (size_t r = 0; r < work->rule; r++) {
		const struct kin_rule *rule = &work->plan->rule[r];

		if ((rule->bits & ~bits) == 0 && !(a[fields + 1] & b[fields + 1] & rule->missing))
			return true;
	}
	return false;
}

/* Are values near that the rule wants so, and its blocks do not see to? */
static bool
is_near(const struct work *work, const uint32_t *a, const uint32_t *b)
{
	for (size_t i = 0; i < work->wait_count; i++) {
		size_t f = work->wait[i];
		int level;

		if (a[f] == b[f])
			return false;
		level = kin_compare_level(work->ask->plan.compare, f, a[f], b[f]);
		if (level == KIN_LEVEL_NONE || !(work->plan->near[f] >> level & 1))
			return false;
	}
	return true;
}

/* Names first: they are far apart soonest. */
static void
list_waits(struct work *work)
{
	const struct kin_rule *rule = &work->plan->rule[work->rule];

	work->wait_count = 0;
	for (size_t f = 0; f < work->columns->fields; f++) {
		if (rule->state[f] == KIN_STATE_NEAR && !kin_plan_has_keys(work->columns->column[f].kind))
			work->wait[work->wait_count++] = f;
	}
}

static void
look_at(const struct work *work, const uint32_t *row_a, const uint32_t *row_b, uint32_t a, uint32_t b,
    struct kin_edges *found)
{
	size_t fields = work->columns->fields;
	struct kin_evidence evidence;
	double weight;

	if (a == b || (row_a[fields + 1] & row_b[fields + 1] & work->plan->rule[work->rule].missing) ||
	    (work->ask->between && (row_a[fields] == 0) == (row_b[fields] == 0)) ||
	    !is_near(work, row_a, row_b) || !kin_quick_may(work->quick, row_a, row_b, work->plan->least) ||
	    is_met_before(work, row_a, row_b))
		return;
	if (a > b) {
		uint32_t swap = a;

		a = b;
		b = swap;
	}
	kin_score_pair(work->score, a, b, &evidence);
	weight = kin_score_weight(work->score, &evidence);
	if (weight < work->plan->least)
		return;
	found->list = kin_grow(found->list, found->count, &found->cap, sizeof(*found->list));
	found->list[found->count++] = (struct kin_edge){ a, b, weight };
}

/* --- blocks ---------------------------------------------------------------------- */

static void
look_at_piece(void *ctx, size_t piece, int thread)
{
	struct work *work = ctx;
	const struct kin_block *block = &work->block;
	size_t width = kin_quick_width(work->columns);
	const uint32_t *rows = work->ask->rows;

	(void)thread;
	for (size_t i = block->piece[piece]; i < block->piece[piece + 1]; i++) {
		uint32_t b = kin_block_record(block, i);

		work->looked[piece] += block->end[i] - block->start[i];
		for (size_t j = block->start[i]; j < block->end[i]; j++) {
			uint32_t a = kin_block_record(block, j);

			if (j + 4 < block->end[i])
				__builtin_prefetch(rows + kin_block_record(block, j + 4) * width);
			look_at(work, rows + a * width, rows + b * width, a, b, &work->found[piece]);
		}
	}
}

static void
append_all(struct work *work, size_t pieces, struct kin_edges *out, uint64_t *looked)
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

static void
start_pieces(struct work *work, size_t pieces)
{
	work->found = kin_calloc(pieces + 1, sizeof(*work->found));
	work->looked = kin_calloc(pieces + 1, sizeof(*work->looked));
}

static void
look_in_blocks(struct work *work, struct kin_edges *out, uint64_t *looked)
{
	kin_block_make(&work->block, work->columns, work->ask->plan.compare, work->plan, &work->plan->rule[work->rule],
	    work->ask->threads);
	start_pieces(work, work->block.pieces);
	kin_par(work->ask->threads, work->block.pieces, look_at_piece, work);
	append_all(work, work->block.pieces, out, looked);
	kin_block_fini(&work->block);
}

/* --- near values ------------------------------------------------------------------- */

static void
list_holders(struct work *work)
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
	struct work *work = ctx;
	size_t width = kin_quick_width(work->columns), to = (piece + 1) * NEAR_PIECE;

	(void)thread;
	for (size_t n = piece * NEAR_PIECE; n < to && n < work->near_count; n++) {
		uint32_t va = work->near[n].a, vb = work->near[n].b;

		for (uint32_t i = work->holders_of[va]; i < work->holders_of[va + 1]; i++) {
			for (uint32_t j = work->holders_of[vb]; j < work->holders_of[vb + 1]; j++) {
				uint32_t a = work->holder[i], b = work->holder[j];

				work->looked[piece]++;
				look_at(work, work->ask->rows + a * width, work->ask->rows + b * width, a, b,
				    &work->found[piece]);
			}
		}
	}
}

static void
look_among_near(struct work *work, struct kin_edges *out, uint64_t *looked)
{
	const struct kin_column *column = &work->columns->column[work->field];
	struct kin_near *near = kin_keys_edits(column, work->ask->threads, &work->near_count);
	size_t pieces = work->near_count / NEAR_PIECE + 1;

	work->near = near;
	list_holders(work);
	start_pieces(work, pieces);
	kin_par(work->ask->threads, pieces, look_at_near, work);
	append_all(work, pieces, out, looked);
	kin_free(work->holders_of);
	kin_free(work->holder);
	kin_free(near);
}

/* The field whose near values are the rule's first, found value by value; or -1. */
static int
near_field(const struct work *work)
{
	const struct kin_rule *rule = &work->plan->rule[work->rule];

	for (size_t f = 0; f < work->columns->fields; f++) {
		enum kin_kind kind = work->columns->column[f].kind;

		if (rule->state[f] == KIN_STATE_NEAR && kin_plan_has_keys(kind) &&
		    !kin_keys_are_few(kind))
			return (int)f;
	}
	return -1;
}

/* --- all --------------------------------------------------------------------------- */

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

void
kin_candidates_find(const struct kin_candidates_ask *ask, struct kin_edges *out, double *least,
    uint64_t *looked)
{
	struct kin_plan *plan = kin_calloc(1, sizeof(*plan));
	struct kin_quick *quick = kin_quick_new(ask->plan.columns, ask->plan.compare, ask->plan.score);
	struct work work = { .ask = ask, .columns = ask->plan.columns, .score = ask->plan.score,
	    .quick = quick, .plan = plan };

	kin_plan(plan, &ask->plan);
	*out = (struct kin_edges){ 0 };
	*looked = 0;
	for (work.rule = 0; work.rule < plan->rules; work.rule++) {
		int field = near_field(&work);

		list_waits(&work);
		if (ask->progress != NULL)
			ask->progress(ask->progress_ctx, "comparing",
			    (double)work.rule / (double)plan->rules);
		if (field >= 0) {
			work.field = (size_t)field;
			look_among_near(&work, out, looked);
		} else {
			look_in_blocks(&work, out, looked);
		}
	}
	drop_twins(out);
	*least = plan->least;
	kin_quick_free(quick);
	kin_free(plan);
}
