/*
 * splink_block -- the pairs that the blocking rules of a Splink model let through.
 *
 * Shape    what a rule wants equal on both sides is looked up in a dictionary, the rest of
 *          it is tried on the pairs found; a rule that wants nothing equal is tried on
 *          all pairs.  arrays_to_explode: any element of one with any of the other.
 * Room     link.
 * Source   Splink 5.0.0, blocking.py: a pair counts for its first rule.
 */
#ifndef KIN_SPLINK_BLOCK_H
#define KIN_SPLINK_BLOCK_H

#include "kin/link/splink_score.h"

/* Each pair once, a < b, in the order of rules. */
void	kin_splink_block(struct kin_splink_score *score,
	    void (*each)(void *ctx, uint32_t a, uint32_t b), void *ctx);

#endif
