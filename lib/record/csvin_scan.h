/*
 * csvin_scan -- where one row ends and what its cells are: the guard before libcsv.
 *
 * Shape    a scan is asked at a place and told how much may be read; it changes
 *          nothing, so that a reader may ask again elsewhere.
 * Room     record; csvin.c's own.
 */
#ifndef KIN_CSVIN_SCAN_H
#define KIN_CSVIN_SCAN_H

#include <stdint.h>

#include "kin/base/buf.h"

enum scan_status {
	SCAN_ROW,
	SCAN_MORE,		/* the row goes on behind what may be read */
	SCAN_FAULT
};

struct scan_cell {
	uint32_t	at, len;	/* from the beginning of the row; without its quotes */
	bool		doubled;	/* a doubled or escaped quote stands in it */
};

struct scan {
	/* asked */
	char		 delim;		/* the first sign of the delimiter, */
	const char	*more;		/* and the others: "" for most */
	char		 quote;		/* " or ' */
	bool		 escape;	/* \ before a quote in quotes makes it a letter */
	bool		 cr_ends;	/* a CR alone ends a row */
	size_t		 most;		/* more cells than these in more than one line are a fault */
	/* told */
	struct scan_cell *cells;
	size_t		 count, cap;
	size_t		 len;		/* of the row, without its line end */
	size_t		 next;		/* where the row after it begins */
	long		 lines;		/* physical lines that it takes */
	bool		 doubled;	/* one of them has such a quote */
	bool		 lone_cr;	/* a CR stands in it that ended nothing */
	bool		 ended_cr;	/* a CR alone ended it */
	const char	*fault;
	size_t		 fault_at;
};

/* The row at text's beginning.  last: nothing follows text. */
enum scan_status csvin_scan(struct scan *scan, struct kin_str text, bool last);

void	csvin_scan_fini(struct scan *scan);

#endif
