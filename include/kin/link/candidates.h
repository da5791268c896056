/*
 * candidates -- the pairs of a weight or more, without looking at all.
 *
 * Shape    a plan says which records to bring together (plan.h); those pairs are
 *          looked at quickly (quick.h), and scored when they may reach the weight.
 *          What is found is what a look at all pairs finds, in the same order.  Where keys
 *          bring most of all pairs together, all are looked at instead.
 * Limits   least: see plan.h; it says what was done.
 * Owns     the caller frees the list.
 * Room     link.
 */
#ifndef KIN_CANDIDATES_H
#define KIN_CANDIDATES_H

#include "kin/link/pairs.h"
#include "kin/link/plan.h"

enum kin_candidates_how {
	KIN_CANDIDATES_QUICKEST,
	KIN_CANDIDATES_KEYS,		/* by the rules of the plan */
	KIN_CANDIDATES_SWEEP		/* all against all, by sums of bounds (sweep.h) */
};

struct kin_candidates_ask {
	struct kin_plan_ask	 plan;
	bool			 between;	/* only list 0 against the others */
	enum kin_candidates_how	 how;
	int			 threads;
	const struct kin_rows	*rows;
	void			(*progress)(void *ctx, const char *phase, double done);
	void			*progress_ctx;
};

/* least: of the plan.  looked: pairs brought together; may be NULL. */
void	kin_candidates_find(const struct kin_candidates_ask *ask, struct kin_edges *out,
	    double *least, uint64_t *looked);

#endif
