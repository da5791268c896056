/*
 * block -- records brought together by the keys of one rule.
 *
 * Shape    an item is a record under one key, in the order of keys, then records;
 *          a block is a run of items of one key.  Keys are hashes: a block may hold
 *          records that do not belong, but none is missing.
 * Owns     the caller frees with kin_block_fini.
 * Room     link.
 */
#ifndef KIN_BLOCK_H
#define KIN_BLOCK_H

#include "kin/link/plan.h"

struct kin_block {
	uint64_t	*item;		/* key in the high half, record in the low */
	uint32_t	*start, *end;	/* of each item, those before it that it makes pairs with */
	size_t		 count;
	size_t		*piece;		/* piece p is the pairs of items piece[p] .. piece[p + 1] with theirs */
	size_t		 pieces;
};

void	kin_block_make(struct kin_block *block, const struct kin_columns *columns,
	    const struct kin_compare *compare, const struct kin_plan *plan, const struct kin_rule *rule,
	    int threads);
void	kin_block_fini(struct kin_block *block);

static inline uint32_t
kin_block_record(const struct kin_block *block, size_t at)
{
	return (uint32_t)block->item[at] & 0x7fffffff;
}

#endif
