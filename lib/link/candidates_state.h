/* What candidates*.c share: the work of one question, and what comes of one pair. */
#ifndef KIN_CANDIDATES_STATE_H
#define KIN_CANDIDATES_STATE_H

#include "kin/base/par.h"
#include "kin/link/block.h"
#include "kin/link/candidates.h"
#include "kin/link/sweep.h"

enum { CANDIDATES_GROUPS = 32 };

/* What a thread works with: the rows of one block side by side, in groups by which fields of some they hold. */
struct candidates_bench {
	struct kin_row	*row;
	uint32_t	*record, *member;	/* member: rows by group */
	uint8_t		*group;			/* of each row */
	size_t		 cap, groups;
	uint32_t	 start[CANDIDATES_GROUPS + 1];	/* of each group in member */
	uint32_t	 holds[CANDIDATES_GROUPS];		/* of the fields in question, those that it holds */
};

struct candidates {
	const struct kin_candidates_ask	*ask;
	const struct kin_columns	*columns;
	const struct kin_score		*score;
	const struct kin_quick		*quick;
	const struct kin_plan		*plan;
	size_t				 rule;
	uint32_t			 key;		/* fields that all of a block have in common, a bit each */
	struct kin_block		 block;
	struct candidates_bench			*bench;		/* of each thread */
	struct kin_sweep		*sweep;
	struct kin_sweep_hand		*hand[KIN_PAR_MOST];
	uint32_t			*other[KIN_PAR_MOST];	/* records that a sweep lets through */
	struct kin_edges		*found;		/* of each piece */
	uint64_t			*looked;	/* … */
	/* for values that are near: */
	size_t				 field;
	const struct kin_near		*near;
	size_t				 near_count;
	uint32_t			*holders_of;	/* value v is held by holder[holders_of[v] .. holders_of[v + 1]) */
	uint32_t			*holder;
};

/* Scored, and kept if it is enough; unless an earlier rule met the two, or a first look is enough to tell. */
void	candidates_look(const struct candidates *work, const struct kin_row *row_a, const struct kin_row *row_b,
	    uint32_t a, uint32_t b, struct kin_edges *found);

/* Results by piece, and together again. */
void	candidates_start_pieces(struct candidates *work, size_t pieces);
void	candidates_append(struct candidates *work, size_t pieces, struct kin_edges *out, uint64_t *looked);

/* By the keys of the rule at hand. */
void	candidates_in_blocks(struct candidates *work, struct kin_edges *out, uint64_t *looked);
/* All against all, by sums of bounds instead of keys: then the plan has one rule, which asks for nothing. */
void	candidates_sweep(struct candidates *work, struct kin_plan *plan, struct kin_edges *out, uint64_t *looked);

#endif
