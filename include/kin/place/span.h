/*
 * span -- dates of tables as day numbers, and periods counted back from a day.
 *
 * Shape    a date in part has a first and a last day; what is absent is
 *          KIN_SPAN_EVER_BEFORE and KIN_SPAN_EVER_AFTER.
 * Units    days since 1970-01-01 (field/day).
 * Errors   -1: a member that is no date as records hold them, or has no year.
 * Owns     nothing; text is the record's.
 * Room     place; uses base, field/when, record/rec.
 */
#ifndef KIN_SPAN_H
#define KIN_SPAN_H

#include <stdint.h>

#include "kin/record/rec.h"

#define KIN_SPAN_EVER_BEFORE	INT32_MIN
#define KIN_SPAN_EVER_AFTER	INT32_MAX

struct kin_span {
	struct kin_str	text;		/* as it is written, or empty */
	int32_t		first, last;	/* absent: ever before, ever after */
};

int	kin_span_read(struct kin_rec *rec, struct kin_str name, struct kin_span *out,
	    struct kin_err *err);

/* A day as YYYY-MM-DD; KIN_SPAN_EVER_AFTER when it is none. */
int32_t	kin_span_day(struct kin_str text);

/*
 * "90d", "6w", "12m", "2y" before a day: the first day of the period.  A month back from
 * the 31st is the last day of a shorter month.  -1 with err when it is no period.
 */
int	kin_span_back(struct kin_str period, int32_t from, int32_t *first, struct kin_err *err);

#endif
