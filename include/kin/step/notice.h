/*
 * notice -- what a member of a list's own may be, by its name and by what it holds.
 *
 * Shape    two questions: of a name, whether it is known, and whose it is; of a text,
 *          whether it looks like a number, a date, words.  Which members dedupe and match
 *          compare beside the usual fields follows from both (kin_people_notice).
 * Limits   names of less than KIN_MODEL_NAME bytes, without backslash, colon and comma:
 *          others are never compared.
 * Owns     nothing.
 * Room     step; knows link and field.
 */
#ifndef KIN_NOTICE_H
#define KIN_NOTICE_H

#include "kin/base/str.h"
#include "kin/link/model.h"

enum kin_notice_word {
	KIN_NOTICE_BARRED,		/* never compared: labels, notes, staff, amounts, times of the row */
	KIN_NOTICE_UNKNOWN,
	KIN_NOTICE_KNOWN
};

struct kin_notice_name {
	enum kin_notice_word said;
	enum kin_kind	 kind;		/* when known */
	bool		 shared;
	int		 field;		/* the usual field that it is another name for, or KIN_FIELD_NONE */
};

void	kin_notice_name(struct kin_str name, struct kin_notice_name *out);

enum kin_notice_form {
	KIN_NOTICE_CODE,		/* letters and digits, one digit at least, no more than one word */
	KIN_NOTICE_DATE, KIN_NOTICE_EMAIL_FORM, KIN_NOTICE_POSTCODE_FORM, KIN_NOTICE_PHONE_FORM,
	KIN_NOTICE_WORDS,		/* four at most, without digits */
	KIN_NOTICE_OTHER,		/* longer texts, amounts, signs */
	KIN_NOTICE_FORMS
};

enum kin_notice_form kin_notice_form(struct kin_str text);

#endif
