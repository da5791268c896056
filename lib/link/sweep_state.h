/* What sweep.c and sweep_fill.c share: the numbers of a record at hand. */
#ifndef KIN_SWEEP_STATE_H
#define KIN_SWEEP_STATE_H

#include "kin/link/sweep.h"
#include "quick_state.h"

enum { UNIT = 64, MOST = 8000, BIAS = 16384, AT_ONCE = 4 };	/* MOST: of one field and class */

/*
 * Three numbers in one, one for each class, each with BIAS added so that it is never negative: sixteen
 * of these can be added up without one running into the next.
 */
enum { LANE = 21 };

#define LANES(x)	((uint64_t)(x) * (1 + ((uint64_t)1 << LANE) + ((uint64_t)1 << 2 * LANE)))
#define ENOUGH		LANES((uint64_t)1 << (LANE - 1))	/* bits that are set in a sum that is enough */
/* Near entries of each entry. */
struct nearby {
	uint32_t	*start, *entry;
};

struct kin_sweep {
	const struct kin_quick	*quick;
	const struct kin_columns *columns;
	size_t			 fields, width;		/* width: fields, made up to a multiple of AT_ONCE */
	uint32_t		*place;			/* of each record, its entries' places in a hand's numbers */
	uint32_t		 offset[KIN_MODEL_FIELDS];
	uint32_t		 numbers;
	struct nearby		 nearby[KIN_MODEL_FIELDS];
	uint32_t		*as_given, *next_given;	/* given names that are written as this family name, a chain */
	uint32_t		*date;			/* of each entry of the field of dates: digits, or 0 */
	int32_t			*days;
	int			 postcode;		/* a field of one postcode each; -1 = none */
	uint32_t		*district, *sector;	/* of each entry of it, numbers from 1 on; 0 = not whole */
	uint64_t		 lift;			/* added to a sum, sets the bits of ENOUGH where it is */
};

struct kin_sweep_hand {
	uint64_t	*number;
	uint32_t	 entry[KIN_MODEL_FIELDS];	/* that the numbers are of; 0 = none yet */
};

/* Fills the numbers of a field for an entry at hand. */
void	sweep_fill(const struct kin_sweep *sweep, size_t f, uint32_t entry, uint64_t *number);

#endif
