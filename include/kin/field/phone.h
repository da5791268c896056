/*
 * phone -- telephone numbers as E.164, read as somebody in the UK writes them.
 *
 * Shape    +44, 0044, 44 or 0 before the number, or the 0 lost to a spreadsheet;
 *          brackets, spaces, dots, hyphens; "ext 12" kept apart; "Tel:" and the
 *          like before it.  Other countries' numbers need + or 00.
 *          A note stands in brackets, or in words without digits before or behind
 *          the number: "07700 900123 (mum)", "daughter Ann: 07700 900123".
 * Limits   UK: 10 digits after +44 (9 where the numbering plan has them), a range
 *          that is in use; foreign: 7 to 15 digits, not checked further.
 * Errors   0 or -1 with err->text "not a phone number: …" and the value; *out untouched.
 * Owns     note is a slice of the text.
 * Room     field; uses base, digits.
 * Source   ITU-T E.164; Ofcom, National Telephone Numbering Plan.
 */
#ifndef KIN_PHONE_H
#define KIN_PHONE_H

#include "kin/base/err.h"

enum {
	KIN_PHONE_MAX	  = 17,	/* + and 15 digits and a terminator */
	KIN_PHONE_EXT_MAX = 8
};

enum kin_phone_class {
	KIN_PHONE_MOBILE,	/* 071 to 075, 07624, 077 to 079: can be texted */
	KIN_PHONE_LANDLINE,	/* 01, 02 */
	KIN_PHONE_SERVICE,	/* 03, 05, 08, 09, pagers and 070: seldom a person's own */
	KIN_PHONE_FOREIGN
};

struct kin_phone {
	char			e164[KIN_PHONE_MAX];
	char			ext[KIN_PHONE_EXT_MAX];	/* "" when there is none */
	struct kin_str		note;			/* what was written beside it, or empty */
	enum kin_phone_class	class;
	bool			repaired;		/* the first 0 was put back */
};

int	kin_phone_parse(struct kin_str text, struct kin_phone *out, struct kin_err *err);

/*
 * Takes the next number's text off the front of a cell that may hold several
 * ("… / …", "…; …", "… or …", or a space where only one place parts two UK
 * numbers): false when nothing is left.  A cell with one number is one piece,
 * whatever signs it holds.
 */
bool	kin_phone_next(struct kin_str *rest, struct kin_str *piece);

/* Of a number in E.164. */
enum kin_phone_class kin_phone_class(struct kin_str e164);

#endif
