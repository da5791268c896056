/*
 * sides -- the two sides of a match: the stream, and the list.
 *
 * Shape    few and many are places in the sealed columns, ascending; few is the side
 *          with fewer records.  Pairs that can match are one of each: work goes by
 *          few * many, never by all pairs.
 * Within   pairs of one side tell how unrelated people look, and whether a list
 *          repeats anybody.  They are all counted while they are no more than those
 *          between the sides; of a longer side a sample is, which few and many do not
 *          depend on: its first records by key.
 * Owns     the caller frees with kin_sides_fini.
 * Room     link.
 */
#ifndef KIN_SIDES_H
#define KIN_SIDES_H

#include "kin/link/columns.h"

struct kin_sides {
	uint32_t	*few, *many;
	uint32_t	 few_count, many_count;
	uint32_t	 few_within, many_within;	/* records of each whose pairs with each other count */
};

/* List 0 is one side, all others the other one. */
void	kin_sides_init(struct kin_sides *sides, const struct kin_columns *columns);
void	kin_sides_fini(struct kin_sides *sides);

#endif
