/*
 * screen -- one record against a block of others: which are worth a look?
 *
 * Shape    of the record it is worked out once which of a few things that are soonest told must
 *          all be far (birth date, house or street, given name, family name) for a pair to be out of the
 *          question, whatever the fields say that are not looked at.  The others are passed by these, unless
 *          they have an entry in common that tells.  "Out of the question" is certain.
 * Owns     plain values.
 * Room     link.
 */
#ifndef KIN_SCREEN_H
#define KIN_SCREEN_H

#include "kin/link/quick.h"

struct kin_screen {
	bool		 on;		/* else every pair is worth a look */
	bool		 date, given, family;	/* must be far, all of them */
	bool		 house, street;		/* … another house of the street; a street that is not near */
	uint32_t	 telling;	/* bits: fields whose common entries make a pair worth a look */
};

/*
 * key: bits of the fields that all records of the block have in common.  hint: which screen did for the
 * record before, 0 to begin with; it is tried first.
 */
void	kin_screen_set(struct kin_screen *screen, const struct kin_quick *quick, const struct kin_row *record,
	    uint32_t key, double least, size_t *hint);

bool	kin_screen_passes(const struct kin_screen *screen, const struct kin_quick *quick,
	    const struct kin_row *record, const struct kin_row *other);

#endif
