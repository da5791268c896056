/*
 * components -- edges that hang together.
 *
 * Shape    two edges are of one component when a path of edges (or of records that are
 *          together from the start) leads from one to the other.  Components are numbered in the order
 *          of their first edges; edges keep their order.
 * Owns     the caller frees with kin_components_fini.
 * Room     link.
 * Source   union by size with path halving: Tarjan and van Leeuwen, JACM 31 (1984) 245.
 */
#ifndef KIN_COMPONENTS_H
#define KIN_COMPONENTS_H

#include "kin/link/cluster.h"

struct kin_components {
	size_t	 count;
	size_t	*start;		/* component c has edge[start[c] .. start[c + 1]) */
	uint32_t *edge;		/* places in the list of edges */
};

/* together: of each record one that it is together with already (itself, for most). */
void	kin_components_find(struct kin_components *components, uint32_t records,
	    const uint32_t *together, const struct kin_edge *edges, size_t count);
void	kin_components_fini(struct kin_components *components);

#endif
