/*
 * name -- names of people: is it one, and which part is which where that can be told.
 *
 * Shape    the parts are slices; what is absent has len 0.  Case, accents, hyphens
 *          and apostrophes stay as given, only runs of spaces become one space.
 *          A name is taken apart when its own form says how:
 *            "Smith, John Paul"   a comma after the family name
 *            "John Paul SMITH"    the family name in capitals, the others not
 *            "Smith J P"          initials stand last
 *            "Dr John van Smith"  two to four words in order, particles with the family name
 *          Otherwise (one word, five plain words, a particle first, Chinese, Japanese
 *          or Korean letters …) kind is KIN_NAME_WHOLE and only full, title, suffix and aside are set.
 * Limits   what nametext.h takes; more than 24 words are one whole name.
 * Errors   0 or -1 with err->text "not a name: …" and the value; *out untouched.
 * Owns     slices borrow text or room: until either changes.
 * Room     field; uses base, nametext, nameword.
 */
#ifndef KIN_NAME_H
#define KIN_NAME_H

#include "kin/base/buf.h"
#include "kin/base/err.h"
#include "kin/field/namelist.h"	/* kin_name_filler: ask it first */

enum kin_name_kind {
	KIN_NAME_PARTS,		/* family name, and mostly given name, told apart */
	KIN_NAME_WHOLE,		/* one person; cannot be told apart without guessing: keep full */
	KIN_NAME_SEVERAL	/* more than one person: "Mr & Mrs Akers", "the Akers family" */
};

struct kin_name {
	enum kin_name_kind	kind;
	struct kin_str		full;		/* the whole cell, spaces squeezed */
	struct kin_str		title;		/* "Mrs", as written */
	struct kin_str		given;
	struct kin_str		other;		/* middle names or initials */
	struct kin_str		family;		/* with its particles: "van der Berg", "O'Neill" */
	struct kin_str		suffix;		/* "Jr", "OBE" */
	struct kin_str		aside;		/* in brackets or quotes, or from "née" on: "Bob", "deceased" */
};

/* Reads a cell that holds a whole name.  room is cleared, and used only when spaces are squeezed. */
int	kin_name_split(struct kin_str text, struct kin_buf *room, struct kin_name *out,
	    struct kin_err *err);

/* Reads a cell that holds one part (a first name, a surname): checked and squeezed, not taken apart. */
int	kin_name_part(struct kin_str text, struct kin_buf *room, struct kin_str *out,
	    struct kin_err *err);

/* Takes "Mrs" off the front of a part, "Mrs Jane"; false when there is none, or nothing behind it. */
bool	kin_name_take_title(struct kin_str *part, struct kin_str *title);

#endif
