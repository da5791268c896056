/*
 * check -- faults found in tables, one clear line each.
 *
 * Shape    a check counts what it was told and hands each line on at once.
 * Owns     the lines lent to say are borrowed for the call.
 * Room     place; uses base.
 */
#ifndef KIN_CHECK_H
#define KIN_CHECK_H

#include "kin/base/buf.h"

typedef void	kin_check_say(void *ctx, const char *fault);

struct kin_check {
	kin_check_say	*say;		/* NULL: only count */
	void		*ctx;
	size_t		 faults;
	struct kin_buf	 line;		/* scratch; kin_buf_fini when done */
};

void	kin_check_fault(struct kin_check *check, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

/* For %.*s */
#define KIN_CHECK_STR(s)	(int)(s).len, (s).len ? (s).p : ""

#endif
