/*
 * order -- does this column write the day first or the month first?
 *
 * Shape    show it the column's cells (all, or the first thousands), then ask.
 *          25/6/2021 speaks for day first, 6/25/2021 for month first, 3/10/1989
 *          for neither; 5/5/1989 and dates that show themselves do not matter.
 * Limits   the rarer order must be at most 2 in 100 of what speaks, else the
 *          column is mixed; what does not fit the order decided is then refused
 *          value by value (when.h).
 * Errors   none.
 * Room     field; uses base, when.
 */
#ifndef KIN_ORDER_H
#define KIN_ORDER_H

#include <stdint.h>

#include "kin/field/when.h"

/* { 0 } is a column of which nothing has been seen. */
struct kin_order {
	uint32_t	dates;		/* cells that look like dates */
	uint32_t	day_first;	/* can only be day first */
	uint32_t	month_first;	/* can only be month first */
	uint32_t	either;		/* would be another day in the other order */
	uint32_t	two_digit;	/* cells with a two-digit year */
	uint32_t	serial;		/* a spreadsheet's day numbers */
	uint32_t	odd;		/* neither empty nor a date */
};

void	kin_order_see(struct kin_order *order, struct kin_str cell);

enum kin_order_verdict {
	KIN_ORDER_NONE,		/* no cell depends on the order */
	KIN_ORDER_DAY,		/* shown by the cells */
	KIN_ORDER_MONTH,	/* shown by the cells */
	KIN_ORDER_UNKNOWN,	/* cells depend on it and none shows it */
	KIN_ORDER_MIXED		/* cells speak for both */
};

enum kin_order_verdict kin_order_decide(const struct kin_order *order);

#endif
