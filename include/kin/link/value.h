/*
 * value -- one value of a field, made ready for comparing.
 *
 * Shape    a value is folded by its kind (names lose case and accents, emails only
 *          case; an address is its numbers, a bar, its words) and carries what its
 *          comparison asks for, worked out once.
 * Owns     text is borrowed from whoever keeps it; groups from the nickname table.
 * Room     link.
 */
#ifndef KIN_VALUE_H
#define KIN_VALUE_H

#include <stdint.h>

#include "kin/base/buf.h"
#include "kin/link/model.h"
#include "kin/link/nickname.h"

struct kin_value {
	struct kin_str	 text;		/* folded */
	uint64_t	 letters;	/* a bit for each letter and digit in it (address: in its words) */
	uint64_t	 head_letters;	/* … in its head */
	int16_t		 year;		/* of a date; 0 = not known */
	int8_t		 month, day;	/* 0 = not known */
	uint32_t	 digits;	/* of a whole date: year, month, day, four bits a digit; else 0 */
	int32_t		 days;		/* of a whole date: since 1 January 0001, by the Gregorian calendar */
	uint8_t		 head;		/* email: bytes before the @; address: bytes of its numbers */
	bool		 valid;		/* NHS number: ten digits, the check digit right */
	const uint16_t	*groups;	/* given name: nickname groups */
	size_t		 group_count;
};

/* Adds the folded form of text; false when nothing is left to compare. */
bool	kin_value_fold(enum kin_kind kind, struct kin_str text, struct kin_buf *out);

/* folded: what kin_value_fold made, borrowed for as long as the value is used. */
void	kin_value_read(enum kin_kind kind, struct kin_str folded,
	    const struct kin_nicknames *nicknames, struct kin_value *out);

/* Bytes before the @, or the house numbers; and what comes after. */
struct kin_str	kin_value_head(const struct kin_value *value);
struct kin_str	kin_value_tail(const struct kin_value *value);

#endif
