/*
 * candidates -- the pairs of a weight or more, without looking at all.
 *
 * Shape    a plan says which records to bring together (plan.h); those pairs are
 *          looked at quickly (quick.h), and scored when they may reach the weight.
 *          What is found is what a look at all pairs finds, in the same order.
 * Limits   least: see plan.h; it says what was done.
 * Owns     the caller frees the list.
 * Room     link.
 */
#ifndef KIN_CANDIDATES_H
#define KIN_CANDIDATES_H

#include "kin/link/pairs.h"
#include "kin/link/plan.h"

struct kin_candidates_ask {
	struct kin_plan_ask	 plan;
	bool			 between;	/* only list 0 against the others */
	int			 threads;
	const struct kin_rows	*rows;
	void			(*progress)(void *ctx, const char *phase, double done);
	void			*progress_ctx;
};

/* least: of the plan.  looked: pairs brought together; may be NULL. */
void	kin_candidates_find(const struct kin_candidates_ask *ask, struct kin_edges *out,
	    double *least, uint64_t *looked);

#endif
