/*
 * digits -- numbers that are names (NHS numbers, UPRNs, phones), out of a cell.
 *
 * Shape    digits are gathered, signs between them passed over; "9990000018.0" is
 *          the whole number it shows; "1.23E+09" and "9.99" are spoilt for good.
 *          Marks that cannot be seen (direction marks, zero-width spaces), as
 *          copied from phones and web pages, are passed over too.
 * Owns     nothing.
 * Room     field; uses base.
 */
#ifndef KIN_DIGITS_H
#define KIN_DIGITS_H

#include "kin/base/str.h"

enum kin_digits {
	KIN_DIGITS_OK,
	KIN_DIGITS_NONE,	/* no digit at all */
	KIN_DIGITS_SPOILT,	/* a spreadsheet's number: digits are lost */
	KIN_DIGITS_LETTERS,	/* something that is neither digit nor sign */
	KIN_DIGITS_LONG		/* more than fit out; *count is how many there are */
};

/*
 * signs: ASCII characters passed over between digits; no-break spaces and long
 * dashes count as " " and "-".  out: at most size digits, not terminated.
 */
enum kin_digits kin_digits_take(struct kin_str text, const char *signs, char *out, size_t size,
    size_t *count);

/* Why a cell is no number, in the words of messages; NULL for KIN_DIGITS_OK and KIN_DIGITS_LONG. */
const char *kin_digits_fault(enum kin_digits got);

#endif
