/*
 * pairs -- the pairs of records that are worth keeping.
 *
 * Shape    people: pairs that may be one person, of at least the weight asked for;
 *          homes: pairs that more likely than not live together (or are one).
 *          Each in the order of the larger record, then the smaller.
 * Limits   every pair is looked at; a pattern whose bound is too low costs no score.
 * Owns     the caller frees with kin_pairs_fini.
 * Room     link.
 */
#ifndef KIN_PAIRS_H
#define KIN_PAIRS_H

#include "kin/link/cluster.h"
#include "kin/link/sides.h"

struct kin_edges {
	struct kin_edge	*list;
	size_t		 count, cap;
};

struct kin_pairs {
	struct kin_edges	people, homes;
};

struct kin_pairs_ask {
	const struct kin_columns	*columns;
	const struct kin_compare	*compare;
	const struct kin_score		*person, *home;
	const struct kin_sides		*sides;		/* only pairs between them; NULL = all */
	double				 keep;		/* least weight */
	int				 threads;
	void				(*progress)(void *ctx, const char *phase, double done);
	void				*progress_ctx;
};

void	kin_pairs_find(struct kin_pairs *pairs, const struct kin_pairs_ask *ask);
void	kin_pairs_fini(struct kin_pairs *pairs);

#endif
