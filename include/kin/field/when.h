/*
 * when -- dates and times as people and spreadsheets write them, and as records hold them.
 *
 * Shape    read with a rule that says what is expected; printed as ISO 8601.
 *          Read: 1983-05-02, 19830502, 02051983, 3/10/1989, 11.10.1989, 11 10 1989,
 *          2 Jan 1950, 2nd January 1950, Jan 2, 1950, 02JAN1950, Friday 3 April 2020,
 *          each with a time behind it or not; in part 1960, 1960-06, 06/1960, June 1960,
 *          --06-01, and 1960-00-00 (noughts for what is not known).
 * Limits   years 1800 to 2199.  Day and month are never swapped to make a date fit.
 * Errors   0 or -1 with err->text "not a date: …" and the value; *out untouched.
 *          A spreadsheet's day number (43910), a float, six digits, a two-digit year
 *          that can be read in two ways are refused, and the text says what to do.
 * Owns     nothing.
 * Room     field; uses base, day.  No clock: today is in the rule.
 */
#ifndef KIN_WHEN_H
#define KIN_WHEN_H

#include "kin/base/err.h"
#include "kin/field/day.h"

enum {
	KIN_WHEN_MAX		= 32,	/* bytes that printing needs, terminator included */
	KIN_WHEN_NO_PIVOT	= -1,
	KIN_WHEN_OLDEST		= 150	/* years; nobody born longer ago is believed */
};

struct kin_when {
	struct kin_date	date;
	bool		timed;		/* hour, minute and second are set */
	bool		zoned;		/* offset_min is set */
	int8_t		hour;
	int8_t		minute;
	int8_t		second;
	int16_t		offset_min;	/* minutes east of UTC */
};

enum kin_when_order {
	KIN_WHEN_DAY_FIRST,	/* 03/10/1989 is 3 October */
	KIN_WHEN_MONTH_FIRST,	/* 03/10/1989 is 10 March */
	KIN_WHEN_YEAR_FIRST	/* for two-digit years: 89/10/03; four digits show themselves */
};

enum kin_when_sort {
	KIN_WHEN_ANY,		/* any date, the future too */
	KIN_WHEN_PAST,		/* not after today */
	KIN_WHEN_BIRTH		/* not after today, not more than KIN_WHEN_OLDEST years ago */
};

/*
 * pivot: two-digit years below it are 20yy, the others 19yy (and for a birth or
 * past date never later than today).  KIN_WHEN_NO_PIVOT: read only where one
 * century alone makes sense (a birth 0 to 110 years ago; another date within
 * 30 years of today), else refused.
 */
struct kin_when_rule {
	enum kin_when_sort	sort;
	enum kin_when_order	order;
	int			pivot;
	struct kin_date		today;	/* whole */
};

#define KIN_WHEN_RULE(sort, today) \
	((struct kin_when_rule){ (sort), KIN_WHEN_DAY_FIRST, KIN_WHEN_NO_PIVOT, (today) })

int	kin_when_parse(struct kin_str text, const struct kin_when_rule *rule,
	    struct kin_when *out, struct kin_err *err);

/* Reads the form that records hold and nothing else: true when it is one and the calendar has it. */
bool	kin_when_read(struct kin_str text, struct kin_when *out);

/* Writes the form that records hold, terminated; returns its length. */
size_t	kin_when_print(const struct kin_when *when, char out[KIN_WHEN_MAX]);
size_t	kin_when_print_date(struct kin_date date, char out[KIN_WHEN_MAX]);

#endif
