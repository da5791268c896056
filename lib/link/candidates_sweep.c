#include "candidates_state.h"
#include "kin/base/mem.h"
#include "kin/base/par.h"

enum { SWEEP = 64 };		/* records that a thread sweeps at a time */

static void
sweep_piece(void *ctx, size_t piece, int thread)
{
	struct candidates *work = ctx;
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

			candidates_look(work, rows + a, rows + b, a, b, &work->found[piece]);
		}
	}
	if (thread == 0 && work->ask->progress != NULL)
		work->ask->progress(work->ask->progress_ctx, "comparing", (double)to * to / ((double)n * n));
}

void
candidates_sweep(struct candidates *work, struct kin_plan *plan, struct kin_edges *out, uint64_t *looked)
{
	size_t pieces = work->columns->records / SWEEP + 1;

	plan->rule[0] = (struct kin_rule){ .missing = 0 };
	plan->rules = 1;
	plan->least = work->ask->plan.least;
	work->sweep = kin_sweep_new(work->quick, plan->least, work->ask->threads);
	candidates_start_pieces(work, pieces);
	kin_par(work->ask->threads, pieces, sweep_piece, work);
	candidates_append(work, pieces, out, looked);
	for (int t = 0; t < KIN_PAR_MOST; t++) {
		kin_sweep_hand_free(work->hand[t]);
		kin_free(work->other[t]);
	}
	kin_sweep_free(work->sweep);
}
