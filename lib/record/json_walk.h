/*
 * json_walk -- what the pieces of the JSON scanner share; private to this room.
 *
 * Shape    each walk takes the place where it stands and returns the place that it
 *          has got to, or NULL when the text is wrong there and err says why: the
 *          place stays in a register, which is most of the scanner's speed.
 */
#ifndef KIN_JSON_WALK_H
#define KIN_JSON_WALK_H

#include "kin/record/json.h"

/* One walk over a text; members is also the stack of names of the objects open. */
struct walk {
	const char		*start, *end;
	struct kin_members	*members;
	struct kin_err		*err;
	bool			 escaped;	/* the string walked last has a backslash */
	int			 depth;
};

/* Says why at the byte at; returns NULL. */
const char	*kin_json_walk_fail(struct walk *w, const char *at, const char *why);

/* From the opening quote to past the closing one; sets escaped. */
const char	*kin_json_walk_string(struct walk *w, const char *p);

/* The same, when all from the quote at open to at is plain text. */
const char	*kin_json_walk_string_on(struct walk *w, const char *open, const char *at);

const char	*kin_json_walk_number(struct walk *w, const char *p);

#endif
