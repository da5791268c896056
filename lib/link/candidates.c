#include "kin/link/candidates.h"

#include <math.h>
#include <stdlib.h>

#include "kin/base/mem.h"
#include "kin/base/par.h"
#include "kin/link/block.h"
#include "kin/link/keys.h"
#include "kin/link/screen.h"
#include "kin/link/sweep.h"

#define AS_MUCH	10.0	/* pairs of a sweep are as much work as one that keys brought together */

enum { SWEEP = 64 };		/* records that a thread sweeps at a time */
enum { NEAR_PIECE = 1024 };	/* near values that a thread takes at a time */
enum { GROUPS = 32 };
enum { SCREEN = 48 };		/* … more are screened first (screen.h) */
enum { GATHER = 8 };		/* records of one key: more are put side by side first */

/* What a thread works with: the rows of one block side by side, in groups by which fields of some they hold. */
struct bench {
	struct kin_row	*row;
	uint32_t	*record, *member;	/* member: rows by group */
	uint8_t		*group;			/* of each row */
	size_t		 cap, groups;
	uint32_t	 start[GROUPS + 1];	/* of each group in member */
	uint32_t	 holds[GROUPS];		/* of the fields in question, those that it holds */
};

struct work {
	const struct kin_candidates_ask	*ask;
	const struct kin_columns	*columns;
	const struct kin_score		*score;
	const struct kin_quick		*quick;
	const struct kin_plan		*plan;
	size_t				 rule;
	uint32_t			 key;		/* fields that all of a block have in common, a bit each */
	struct kin_block		 block;
	struct bench			*bench;		/* of each thread */
	struct kin_sweep		*sweep;
	struct kin_sweep_hand		*hand[KIN_PAR_MOST];
	uint32_t			*other[KIN_PAR_MOST];	/* records that a sweep lets through */
	struct kin_edges		*found;		/* of each piece */
	uint64_t			*looked;	/* … */
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
equal_bits(const struct work *work, const struct kin_row *a, const struct kin_row *b)
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
is_met_before(const struct work *work, const struct kin_row *a, const struct kin_row *b)
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
score(const struct work *work, const struct kin_row *row_a, const struct kin_row *row_b, uint32_t a,
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
is_asked(const struct work *work, const struct kin_row *a, const struct kin_row *b)
{
	return !(a->present & b->present & work->plan->rule[work->rule].missing) &&
	    !(work->ask->between && (a->list == 0) == (b->list == 0));
}

static void
look_at(const struct work *work, const struct kin_row *row_a, const struct kin_row *row_b, uint32_t a,
    uint32_t b, struct kin_edges *found)
{
	if (a != b && is_asked(work, row_a, row_b) &&
	    kin_quick_may(work->quick, row_a, row_b, work->plan->least))
		score(work, row_a, row_b, a, b, found);
}

/* --- blocks ---------------------------------------------------------------------- */

/* Items from .. to of one key, each with those before it that it makes pairs with. */
static void
look_at_few(struct work *work, size_t piece, size_t from, size_t to)
{
	const struct kin_block *block = &work->block;
	const struct kin_row *rows = work->ask->rows->row;

	for (size_t i = from; i < to; i++) {
		uint32_t b = kin_block_record(block, i);

		for (size_t j = block->start[i]; j < block->end[i]; j++) {
			uint32_t a = kin_block_record(block, j);

			look_at(work, rows + a, rows + b, a, b, &work->found[piece]);
		}
	}
}

/* Puts the rows of items side by side, so that each is fetched once, and those that hold alike in one group. */
static void
set_out(struct work *work, struct bench *bench, size_t start, size_t count)
{
	uint32_t missing = work->plan->rule[work->rule].missing, fill[GROUPS + 1] = { 0 };

	if (bench->cap < count) {
		bench->cap = 2 * count;
		bench->row = kin_resize(bench->row, bench->cap, sizeof(*bench->row));
		bench->record = kin_resize(bench->record, bench->cap, sizeof(*bench->record));
		bench->group = kin_resize(bench->group, bench->cap, sizeof(*bench->group));
		bench->member = kin_resize(bench->member, bench->cap, sizeof(*bench->member));
	}
	bench->groups = 0;
	for (size_t i = 0; i < count; i++) {
		uint32_t holds, g = 0;

		bench->record[i] = kin_block_record(&work->block, start + i);
		bench->row[i] = work->ask->rows->row[bench->record[i]];
		holds = bench->row[i].present & missing;
		while (g < bench->groups && bench->holds[g] != holds && g < GROUPS - 1)
			g++;
		if (g == bench->groups)
			bench->holds[bench->groups++] = holds;
		if (bench->holds[g] != holds)		/* more sorts than groups: the last takes them all */
			bench->holds[g] = 0;
		bench->group[i] = (uint8_t)g;
		fill[g + 1]++;
	}
	for (size_t g = 0; g < GROUPS; g++)
		fill[g + 1] += fill[g];
	memcpy(bench->start, fill, sizeof(fill));
	for (size_t i = 0; i < count; i++)
		bench->member[fill[bench->group[i]]++] = (uint32_t)i;
}

/* The same of many; a group that holds all that one must lack is passed over as a whole. */
static void
look_at_many(struct work *work, size_t piece, int thread, size_t from, size_t to)
{
	const struct kin_block *block = &work->block;
	struct bench *bench = &work->bench[thread];
	size_t start = block->start[from], count = to - start;

	set_out(work, bench, start, count);
	for (size_t i = from - start; i < count; i++) {
		uint32_t holds = bench->row[i].present & work->plan->rule[work->rule].missing;
		size_t end = block->end[start + i] - start;
		struct kin_screen screen = { .on = false };

		if (count > SCREEN)
			kin_screen_set(&screen, work->quick, &bench->row[i], work->key, work->plan->least);
		for (size_t g = 0; g < bench->groups; g++) {
			for (size_t m = bench->start[g]; !(bench->holds[g] & holds) &&
			    m < bench->start[g + 1] && bench->member[m] < end; m++) {
				uint32_t j = bench->member[m];

				if (kin_screen_passes(&screen, work->quick, &bench->row[i], &bench->row[j]))
					look_at(work, &bench->row[j], &bench->row[i], bench->record[j],
					    bench->record[i], &work->found[piece]);
			}
		}
	}
}

static void
look_at_piece(void *ctx, size_t piece, int thread)
{
	struct work *work = ctx;
	const struct kin_block *block = &work->block;
	const struct kin_row *rows = work->ask->rows->row;
	size_t to = block->piece[piece + 1];

	for (size_t from = block->piece[piece], next; from < to; from = next) {
		for (next = from; next < to && block->start[next] == block->start[from]; next++) {
			work->looked[piece] += block->end[next] - block->start[next];
			if (next + GATHER < to)
				__builtin_prefetch(rows + kin_block_record(block, next + GATHER));
		}
		if (next - block->start[from] > GATHER)
			look_at_many(work, piece, thread, from, next);
		else
			look_at_few(work, piece, from, next);
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

/* Fields whose equal values are keys of the rule. */
static uint32_t
key_bits(const struct kin_rule *rule)
{
	uint32_t bits = 0;

	for (size_t f = 0; f < KIN_MODEL_FIELDS; f++)
		bits |= (uint32_t)(rule->state[f] == KIN_STATE_RARE || rule->state[f] == KIN_STATE_COMMON) << f;
	return bits;
}

static void
look_in_blocks(struct work *work, struct kin_edges *out, uint64_t *looked)
{
	work->key = key_bits(&work->plan->rule[work->rule]);
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
	const struct kin_row *rows = work->ask->rows->row;
	size_t to = (piece + 1) * NEAR_PIECE;

	(void)thread;
	for (size_t n = piece * NEAR_PIECE; n < to && n < work->near_count; n++) {
		uint32_t va = work->near[n].a, vb = work->near[n].b;

		for (uint32_t i = work->holders_of[va]; i < work->holders_of[va + 1]; i++) {
			for (uint32_t j = work->holders_of[vb]; j < work->holders_of[vb + 1]; j++) {
				uint32_t a = work->holder[i], b = work->holder[j];

				work->looked[piece]++;
				look_at(work, rows + a, rows + b, a, b, &work->found[piece]);
			}
		}
	}
}

static void
look_among_near(struct work *work, struct kin_edges *out, uint64_t *looked)
{
	size_t pieces;

	work->near = work->ask->rows->near[work->field];
	work->near_count = work->ask->rows->near_count[work->field];
	pieces = work->near_count / NEAR_PIECE + 1;
	list_holders(work);
	start_pieces(work, pieces);
	kin_par(work->ask->threads, pieces, look_at_near, work);
	append_all(work, pieces, out, looked);
	kin_free(work->holders_of);
	kin_free(work->holder);
}

/* The field whose near values are the rule's first, found value by value; or -1. */
static int
near_field(const struct work *work)
{
	const struct kin_rule *rule = &work->plan->rule[work->rule];

	for (size_t f = 0; f < work->columns->fields; f++) {
		if (rule->state[f] == KIN_STATE_NEAR &&
		    kin_keys_are_edits(work->columns->column[f].kind))
			return (int)f;
	}
	return -1;
}

/* --- all against all ------------------------------------------------------------------ */

static void
sweep_piece(void *ctx, size_t piece, int thread)
{
	struct work *work = ctx;
	const struct kin_row *rows = work->ask->rows->row;
	uint32_t n = work->columns->records, to = (uint32_t)(piece + 1) * SWEEP;
	bool between = work->ask->between;

	if (work->hand[thread] == NULL) {
		work->hand[thread] = kin_sweep_hand_new(work->sweep);
		work->other[thread] = kin_alloc(((size_t)n + 1) * sizeof(*work->other[thread]));
	}
	for (uint32_t b = (uint32_t)piece * SWEEP; b < to && b < n; b++) {
		uint32_t count;

		if (between && rows[b].list != 0)
			continue;
		count = kin_sweep_record(work->sweep, work->hand[thread], b, between ? n : b, work->other[thread]);
		work->looked[piece] += between ? n : b;
		for (uint32_t i = 0; i < count; i++) {
			uint32_t a = work->other[thread][i];

			look_at(work, rows + a, rows + b, a, b, &work->found[piece]);
		}
	}
	if (thread == 0 && work->ask->progress != NULL)
		work->ask->progress(work->ask->progress_ctx, "comparing", (double)to * to / ((double)n * n));
}

/* By sums of bounds instead of keys: one rule, which asks for nothing. */
static void
look_at_all(struct work *work, struct kin_plan *plan, struct kin_edges *out, uint64_t *looked)
{
	size_t pieces = work->columns->records / SWEEP + 1;

	plan->rule[0] = (struct kin_rule){ .missing = 0 };
	plan->rules = 1;
	plan->least = work->ask->plan.least;
	work->sweep = kin_sweep_new(work->quick, plan->least, work->ask->threads);
	start_pieces(work, pieces);
	kin_par(work->ask->threads, pieces, sweep_piece, work);
	append_all(work, pieces, out, looked);
	for (int t = 0; t < KIN_PAR_MOST; t++) {
		kin_sweep_hand_free(work->hand[t]);
		kin_free(work->other[t]);
	}
	kin_sweep_free(work->sweep);
}

/* Do the keys bring so many together that all against all is less work? */
static bool
is_dear(const struct work *work, const struct kin_plan *plan)
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

static void
look_by_rules(struct work *work, struct kin_edges *out, uint64_t *looked)
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
			look_in_blocks(work, out, looked);
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
	struct work work = { .ask = ask, .columns = ask->plan.columns, .score = ask->plan.score,
	    .quick = quick, .plan = plan, .bench = kin_calloc(KIN_PAR_MOST, sizeof(struct bench)) };

	kin_plan(plan, &ask->plan);
	*out = (struct kin_edges){ 0 };
	*looked = 0;
	if (is_dear(&work, plan))
		look_at_all(&work, plan, out, looked);
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
