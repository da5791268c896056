/*
 * nametext -- may this text be a name at all, and its spaces put right.
 *
 * Shape    letters of any script, apostrophes, hyphens, full stops, commas, brackets,
 *          quotes, & / + ; pass, and ? for a letter lost on the way.  Case, accents and spelling stay as they are.
 * Limits   KIN_NAMETEXT_LONGEST bytes; at least one letter.
 * Errors   0 or -1 with err->text "not a name: …" and the value; *out untouched.
 * Owns     *out is a slice of text, or of room when spaces had to be squeezed.
 * Room     field; uses base.
 */
#ifndef KIN_NAMETEXT_H
#define KIN_NAMETEXT_H

#include "kin/base/buf.h"
#include "kin/base/err.h"

enum {
	KIN_NAMETEXT_LONGEST = 400
};

int	kin_nametext_clean(struct kin_str text, struct kin_buf *room, struct kin_str *out,
	    struct kin_err *err);

#endif
