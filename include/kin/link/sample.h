/*
 * sample -- patterns of all pairs, from some of them.
 *
 * Shape    pairs that hold the same in two or three telling fields are where people
 *          and households are: of these, blocks that their keys choose; of all the
 *          others, every pair of some records.  Each stands for as many as it was
 *          chosen from.
 * Same     for the same records, in any order: who is chosen follows from the keys of
 *          records and from values.
 * Room     link.
 */
#ifndef KIN_SAMPLE_H
#define KIN_SAMPLE_H

#include "kin/link/patterns.h"

void	kin_sample_patterns(struct kin_patterns *patterns, const struct kin_columns *columns,
	    const struct kin_compare *compare, int threads);

#endif
