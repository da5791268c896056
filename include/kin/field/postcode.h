/*
 * postcode -- UK postcodes: checked, put right where there is one way to, printed "RM10 9AA".
 *
 * Shape    the printed form is upper case with one space before the last three.
 *          Read in any case and spacing, fixed forms of national files included.
 *          The 124 areas (Great Britain, Northern Ireland, Man, Jersey, Guernsey),
 *          GIR 0AA, BFPO numbers ("BFPO 57") and forces' BF1 codes.  Not the
 *          overseas territories.
 * Repair   O for 0 and I for 1, either way round, only when exactly one reading is
 *          a postcode; *repaired says so, and the old text is the caller's to keep.
 * Limits   a possible postcode, not one that is known to exist (place/gazetteer tells).
 * Errors   0 or -1 with err->text "not a postcode…" and the value; out untouched.
 *          More than a postcode in the cell is an error: see kin_postcode_find.
 * Owns     nothing.
 * Room     field; uses base.
 * Source   Royal Mail's format as in ONS guides to its postcode files.
 */
#ifndef KIN_POSTCODE_H
#define KIN_POSTCODE_H

#include "kin/base/err.h"

enum {
	KIN_POSTCODE_MAX = 10	/* terminator included */
};

/* repaired may be NULL. */
int	kin_postcode_parse(struct kin_str text, char out[KIN_POSTCODE_MAX], bool *repaired,
	    struct kin_err *err);

/*
 * Looks for a postcode among other words ("12 High Street, Dagenham RM10 9AA"):
 * true when there is exactly one, well formed, standing free; *where is its place in text.
 */
bool	kin_postcode_find(struct kin_str text, struct kin_str *where);

/* Parts of a printed postcode: RM, RM10, "RM10 9". */
struct kin_str	kin_postcode_area(struct kin_str printed);
struct kin_str	kin_postcode_district(struct kin_str printed);
struct kin_str	kin_postcode_sector(struct kin_str printed);

#endif
