/*
 * quick -- can this pair weigh as much as is asked?  Told with as few looks as possible.
 *
 * Shape    a first look adds up the best that each field can still say, from rows alone
 *          (rows.h); a second one compares what is left, the telling fields first.
 *          "No" is certain; "yes" means that the pair must be scored.
 * Owns     its tables; columns, compare, score and rows are borrowed.
 * Room     link.
 * Source   sums of the best that is left, as in branch and bound.
 */
#ifndef KIN_QUICK_H
#define KIN_QUICK_H

#include "kin/link/rows.h"
#include "kin/link/score.h"

struct kin_quick;

struct kin_quick	*kin_quick_new(const struct kin_columns *columns,
			    const struct kin_compare *compare, const struct kin_score *score,
			    const struct kin_rows *rows);
void			 kin_quick_free(struct kin_quick *quick);

bool			 kin_quick_may(const struct kin_quick *quick, const struct kin_row *a,
			    const struct kin_row *b, double least);

#endif
