/*
 * cell -- the cells of a regular CSV line, and headers that carry a year.
 *
 * Shape    for published lists (postcodes, wards): commas, quotes round a cell or
 *          not, no line break and no quote inside one.  Lists of people go through
 *          record/csvin, which expects anything.
 * Errors   a wrong quote is -1.
 * Owns     nothing: cells are slices of the line.
 * Room     place.
 */
#ifndef KIN_CELL_H
#define KIN_CELL_H

#include "kin/base/str.h"

/*
 * Takes one cell off the front of *rest, without its quotes: 1; 0 when none is
 * left (rest->p is NULL then); -1 when a quote is not closed.
 */
int	kin_cell_next(struct kin_str *rest, struct kin_str *cell);

/* Is it this header?  Any case, _ also for a space, # for a digit: "wd##cd". */
bool	kin_cell_fits(struct kin_str header, const char *pattern);

#endif
