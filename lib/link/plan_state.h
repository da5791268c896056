/* What plan.c and plan_fields.c share: the states of fields, and what they can say.  Only plan*.c include this. */
#ifndef KIN_PLAN_STATE_H
#define KIN_PLAN_STATE_H

#include "kin/link/plan.h"

enum { CLASSES = KIN_CLASS_SAME, ANY = KIN_STATE_ANY, RARE = KIN_STATE_RARE,
	COMMON = KIN_STATE_COMMON, NEAR = KIN_STATE_NEAR, SWAP = KIN_STATE_SWAP, STATES = KIN_STATES };

/* What is known of a field before any rule. */
struct field {
	bool	can[STATES], keyed[STATES];
	double	top[STATES][CLASSES];	/* what the state says at most; ANY: what else there is */
	double	there[CLASSES];		/* ANY, when both hold something */
	double	part[STATES];		/* of all pairs */
	double	lacks;			/* of all pairs, in which one holds nothing */
	bool	sure;			/* nothing said means that one holds nothing */
	bool	place;
};

struct work {
	struct kin_plan			*plan;
	const struct kin_plan_ask	*ask;
	size_t				 fields;
	struct field			 field[KIN_MODEL_FIELDS];
	double				 prior[CLASSES];
	double				 rest[KIN_MODEL_FIELDS + 1][CLASSES];	/* best of fields from here on */
	double				 any[KIN_MODEL_FIELDS + 1][CLASSES];	/* ANY in fields from here on */
	double				 pairs, cheap, dear;
	double				 raised;	/* weight of what was given up */
	uint8_t				 state[KIN_MODEL_FIELDS];
	size_t				 nodes;
};

/* Fills fields, the best that is left, and which values are rare and near. */
void	kin_plan_fill(struct work *work);

/* Makes one of the rules that bring the same records together. */
void	kin_plan_reduce(struct work *work);

#endif
