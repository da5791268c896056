/*
 * email -- email addresses: shape checked, kept as written.
 *
 * Shape    local@host.tld; "mailto:" before it and < > around it are taken off.
 * Limits   KIN_EMAIL_MAX - 1 bytes; what GOV.UK Notify can send to, and letters
 *          beyond ASCII, which it cannot but which real addresses have: no "..", no dot at either end of the local part, at least one dot in
 *          the host, labels of up to 63, a top level of letters.
 * Errors   0 or -1 with err->text "not an email address: …" and the value; *out untouched.
 * Owns     *out is a slice of text.
 * Room     field; uses base.
 * Source   alphagov/notifications-utils, its documented rules; RFC 5321 §4.5.3.1; RFC 6531.
 */
#ifndef KIN_EMAIL_H
#define KIN_EMAIL_H

#include "kin/base/err.h"

enum {
	KIN_EMAIL_MAX = 321	/* terminator included */
};

int	kin_email_parse(struct kin_str text, struct kin_str *out, struct kin_err *err);

/*
 * An address that somebody typed because the form wanted one: none@none.com,
 * noemail@…, no-email@…, test@test.com, x@x.com.  It is nobody's: left in, it makes
 * one person of all who gave it.
 */
bool	kin_email_is_made_up(struct kin_str email);

/* Takes the next address's text off the front of a cell that may hold several. */
bool	kin_email_next(struct kin_str *rest, struct kin_str *piece);

/* The form to compare by: ASCII letters in lower case.  Terminated; returns its length. */
size_t	kin_email_fold(struct kin_str email, char out[KIN_EMAIL_MAX]);

#endif
