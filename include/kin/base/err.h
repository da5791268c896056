/*
 * err -- why a piece of data was refused, and the exit statuses of every command.
 *
 * Shape    struct kin_err is a plain value in the caller's storage.  field and
 *          value are empty when the fault is not in one field; value is cut at
 *          KIN_ERR_VALUE bytes on a character's edge and is the raw value:
 *          whoever prints it escapes it.
 * Errors   a function that can fail on data returns 0, or -1 through one of the
 *          calls below, so that each failure is one line of code.
 * Words    lower case, no full stop, what is wrong first: "not a date".
 * Room     base.
 */
#ifndef KIN_ERR_H
#define KIN_ERR_H

#include "kin/base/str.h"

enum kin_exit {
	KIN_EXIT_OK	= 0,	/* all well */
	KIN_EXIT_REJECT	= 1,	/* finished, but rows were rejected and not kept, or a check failed */
	KIN_EXIT_USAGE	= 2,	/* bad usage or bad configuration */
	KIN_EXIT_IO	= 3,	/* could not read or write, or out of memory */
	KIN_EXIT_BUSY	= 75	/* another run holds the lock; try again */
};

enum {
	KIN_ERR_FIELD	= 96,
	KIN_ERR_VALUE	= 256,
	KIN_ERR_TEXT	= 400
};

struct kin_err {
	long	line;				/* physical line, from 1; 0 = not known here */
	long	column;				/* field number of a CSV row or byte of a JSON line, from 1; 0 = not known */
	char	field[KIN_ERR_FIELD];
	char	value[KIN_ERR_VALUE];
	char	text[KIN_ERR_TEXT];
};

#define KIN_ERR_NONE	((struct kin_err){ 0 })

/* Sets text, leaves line and column, clears field and value.  Returns -1. */
int	kin_fail(struct kin_err *err, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

/* The same, with the field and value at fault.  Returns -1. */
int	kin_fail_value(struct kin_err *err, struct kin_str field, struct kin_str value,
	    const char *fmt, ...)
	    __attribute__((format(printf, 4, 5)));

/* Puts field on an err that a field parser filled without knowing its name.  Returns -1. */
int	kin_fail_in(struct kin_err *err, struct kin_str field);

#endif
