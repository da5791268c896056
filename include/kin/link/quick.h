/*
 * quick -- can this pair weigh as much as is asked?  Told with as few looks as possible.
 *
 * Shape    a row is what the records hold, by field, then their list, then a bit for each field that holds something: rows stand one
 *          behind the other, so that records of one block can be brought together.
 *          "No" is certain; "yes" means that the pair must be scored.
 * Owns     its tables and rows; columns, compare and score are borrowed.
 * Room     link.
 * Source   sums of the best that is left, as in branch and bound.
 */
#ifndef KIN_QUICK_H
#define KIN_QUICK_H

#include "kin/link/score.h"

struct kin_quick;

struct kin_quick	*kin_quick_new(const struct kin_columns *columns,
			    const struct kin_compare *compare, const struct kin_score *score);
void			 kin_quick_free(struct kin_quick *quick);

/* a, b: rows. */
bool			 kin_quick_may(const struct kin_quick *quick, const uint32_t *a, const uint32_t *b,
			    double least);

/* What a level says at most, or an equal value with so many holders; fit for adding up. */
void			 kin_quick_level(const struct kin_quick *quick, size_t field, int level, double *of);

/* Entries of so many members in a row. */
static inline size_t
kin_quick_width(const struct kin_columns *columns)
{
	return columns->fields + 2;
}

/* New: the rows of all records, kin_quick_width each. */
uint32_t		*kin_quick_rows(const struct kin_columns *columns);

#endif
