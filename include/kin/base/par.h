/*
 * par -- the same work on many pieces, on several threads.
 *
 * Shape    a piece is a number, 0 up to count; pieces start in that order, each on
 *          whichever thread is free.  A result that must not depend on the number of
 *          threads is kept by piece, never by thread.
 * Errors   none: a thread that cannot be had is done without.
 * Room     base.
 */
#ifndef KIN_PAR_H
#define KIN_PAR_H

#include <stddef.h>

enum { KIN_PAR_MOST = 64 };

/* How many threads there will be: as asked, or as many as the machine has cores for 0. */
int	kin_par_threads(int asked);

/* thread: 0 up to kin_par_threads(threads).  Returns when all pieces are done. */
void	kin_par(int threads, size_t count, void (*each)(void *ctx, size_t piece, int thread),
	    void *ctx);

/*
 * The same, and then take for each piece: one at a time, in their order, on the thread that
 * did its each.  A thread holds one piece until it is taken.
 */
void	kin_par_in_order(int threads, size_t count, void (*each)(void *ctx, size_t piece, int thread),
	    void (*take)(void *ctx, size_t piece, int thread), void *ctx);

#endif
