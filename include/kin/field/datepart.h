/*
 * datepart -- the figures and month names of a date as it is written, not yet understood.
 *
 * Shape    up to three parts and the sign between them: "2nd of Jan 1950 10:22" gives
 *          2, month 1, 1950 and the rest "10:22".  Names of days are passed over.
 * Limits   English names, whole or cut to three letters or more.
 * Owns     rest is a slice of the text.
 * Room     field; uses base.
 */
#ifndef KIN_DATEPART_H
#define KIN_DATEPART_H

#include "kin/base/str.h"

struct kin_datepart {
	int	value;		/* of the first eight digits */
	int	digits;		/* how many it was written with; 0 = a month's name, value 1 to 12 */
};

struct kin_dateparts {
	struct kin_datepart	part[3];
	char			sign[2];	/* between parts: - / . , or space, 0 for nothing */
	int			count;
	struct kin_str		rest;
};

void	kin_datepart_take(struct kin_str text, struct kin_dateparts *out);

#endif
