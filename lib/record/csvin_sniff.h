/*
 * csvin_sniff -- what sort of file is this, and which sign stands between its cells?
 *
 * Rule     the delimiter is the one of , ; TAB | ^ ~ and 0x1f by which the first
 *          rows agree best on how many cells they have, more cells counting more; a
 *          comma when there is only one column; before these, one of ten signs that in the
 *          first row stands twice over only ("||", "::").  The quote is " unless cells stand
 *          in ' and none in ".  A backslash escapes when more rows agree so.
 * Room     record; csvin.c's own.
 */
#ifndef KIN_CSVIN_SNIFF_H
#define KIN_CSVIN_SNIFF_H

#include "csvin_scan.h"

/* Why the file is no CSV and what to do, or NULL. */
const char	*csvin_sniff_foreign(struct kin_str window);
/* The file begins with a JSON object. */
bool		 csvin_sniff_is_json(struct kin_str window);
/*
 * Sets the delimiter (unless there is one), quote and escape of scan, whose cr_ends
 * is set.  whole: window is the whole file.
 */
void		 csvin_sniff_dialect(struct kin_str window, bool whole, struct scan *scan);
/* No LF stands in the window, but a CR does. */
bool		 csvin_sniff_cr_ends(struct kin_str window);

#endif
