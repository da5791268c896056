/*
 * plan -- which records to bring together, so that no pair that matters is missed.
 *
 * Shape    in each field a pair is in one state: it holds a rare value in common, or
 *          a common one, or near values, or neither (or one holds nothing).  A rule
 *          is a few of these states, all of which must be.  Every set of states that
 *          can weigh what is asked, whatever the other fields say, holds a rule.  Of a rule
 *          only those states are kept that keys bring together.
 * Limits   where a set would cost more pairs than there is time for, the weight that
 *          is asked is raised above what it can reach, but never beyond hard.
 * Owns     plain values.
 * Room     link.
 * Source   minimal sets of agreements that reach a sum, as prefix filters of weighted
 *          set joins use them (Chaudhuri, Ganti, Kaushik 2006): lib/link/README.md.
 */
#ifndef KIN_PLAN_H
#define KIN_PLAN_H

#include "kin/link/quick.h"

enum { KIN_PLAN_RULES = 256 };

enum kin_state {
	KIN_STATE_ANY,
	KIN_STATE_RARE,		/* a value in common, of few holders */
	KIN_STATE_COMMON,	/* a value in common, of many */
	KIN_STATE_NEAR,		/* both hold values, near but not the same */
	KIN_STATE_SWAP,		/* given name: exchanged with the family name, which then says nothing; date: day and month */
	KIN_STATES
};

struct kin_rule {
	uint8_t		state[KIN_MODEL_FIELDS];	/* kin_state */
	uint64_t	bits;				/* bit 4 f + state - 1 */
	uint32_t	missing;			/* fields that one of the two must lack */
	double		cost;				/* pairs to look at, about */
};

struct kin_plan {
	struct kin_rule	rule[KIN_PLAN_RULES];
	size_t		rules;
	double		least;				/* no pair of this weight or more is missed */
	uint32_t	rare[KIN_MODEL_FIELDS];		/* most holders of a rare value */
	uint32_t	near[KIN_MODEL_FIELDS];		/* levels that count as near, a bit each */
};

struct kin_plan_ask {
	const struct kin_columns	*columns;
	const struct kin_compare	*compare;
	const struct kin_score		*score;
	double				 least, hard;
};

void	kin_plan(struct kin_plan *plan, const struct kin_plan_ask *ask);

/* Can near values of this kind be brought together by keys of their own (keys.h)? */
bool	kin_plan_has_keys(enum kin_kind kind);

#endif
