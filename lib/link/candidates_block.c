#include "candidates_state.h"
#include "kin/base/mem.h"
#include "kin/base/par.h"
#include "kin/link/screen.h"

enum { GATHER = 8 };		/* records of one key: more are put side by side first */
enum { SCREEN = 96 };		/* … more are screened first (screen.h) */
enum { GROUPS = CANDIDATES_GROUPS };

/* Items from .. to of one key, each with those before it that it makes pairs with. */
static void
look_at_few(struct candidates *work, size_t piece, size_t from, size_t to)
{
	const struct kin_block *block = &work->block;
	const struct kin_row *rows = work->ask->rows->row;

	for (size_t i = from; i < to; i++) {
		uint32_t b = kin_block_record(block, i);

		for (size_t j = block->start[i]; j < block->end[i]; j++) {
			uint32_t a = kin_block_record(block, j);

			candidates_look(work, rows + a, rows + b, a, b, &work->found[piece]);
		}
	}
}

/* Puts the rows of items side by side, so that each is fetched once, and those that hold alike in one group. */
static void
set_out(struct candidates *work, struct candidates_bench *bench, size_t start, size_t count)
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
look_at_many(struct candidates *work, size_t piece, int thread, size_t from, size_t to)
{
	const struct kin_block *block = &work->block;
	struct candidates_bench *bench = &work->bench[thread];
	size_t start = block->start[from], count = to - start, hint = 0;

	set_out(work, bench, start, count);
	for (size_t i = from - start; i < count; i++) {
		uint32_t holds = bench->row[i].present & work->plan->rule[work->rule].missing;
		size_t end = block->end[start + i] - start;
		struct kin_screen screen = { .on = false };

		if (count > SCREEN)
			kin_screen_set(&screen, work->quick, &bench->row[i], work->key, work->plan->least,
			    &hint);
		for (size_t g = 0; g < bench->groups; g++) {
			for (size_t m = bench->start[g]; !(bench->holds[g] & holds) &&
			    m < bench->start[g + 1] && bench->member[m] < end; m++) {
				uint32_t j = bench->member[m];

				if (kin_screen_passes(&screen, work->quick, &bench->row[i], &bench->row[j]))
					candidates_look(work, &bench->row[j], &bench->row[i], bench->record[j],
					    bench->record[i], &work->found[piece]);
			}
		}
	}
}

static void
look_at_piece(void *ctx, size_t piece, int thread)
{
	struct candidates *work = ctx;
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

/* Fields whose equal values are keys of the rule. */
static uint32_t
key_bits(const struct kin_rule *rule)
{
	uint32_t bits = 0;

	for (size_t f = 0; f < KIN_MODEL_FIELDS; f++)
		bits |= (uint32_t)(rule->state[f] == KIN_STATE_RARE || rule->state[f] == KIN_STATE_COMMON) << f;
	return bits;
}

void
candidates_in_blocks(struct candidates *work, struct kin_edges *out, uint64_t *looked)
{
	work->key = key_bits(&work->plan->rule[work->rule]);
	kin_block_make(&work->block, work->columns, work->ask->plan.compare, work->plan, &work->plan->rule[work->rule],
	    work->ask->threads);
	candidates_start_pieces(work, work->block.pieces);
	kin_par(work->ask->threads, work->block.pieces, look_at_piece, work);
	candidates_append(work, work->block.pieces, out, looked);
	kin_block_fini(&work->block);
}
