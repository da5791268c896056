/*
 * language -- languages by one name each, from names, spellings and tags.
 *
 * Shape    "Bangla", "bengali", "bn", "bn-BD" are Bengali, tag bn.
 * Limits   the languages that London's councils meet most, British Sign Language
 *          among them; one in a cell.  Of three letters only the tags of BCP 47 are
 *          known: the codes of schools and of ISO 639-2 say other languages by the same letters.
 *          Sylheti, Mirpuri, Dari are not Bengali, Punjabi, Persian: an interpreter is not either.
 * Errors   false when the text is no such name; *out empty.
 * Owns     names and tags are constant.
 * Room     field; uses base.
 * Source   IANA Language Subtag Registry (BCP 47).
 */
#ifndef KIN_LANGUAGE_H
#define KIN_LANGUAGE_H

#include "kin/base/buf.h"

struct kin_language {
	struct kin_str	name;	/* "Bengali" */
	struct kin_str	tag;	/* "bn" */
};

/* room is scratch of the caller, cleared at each call. */
bool	kin_language_find(struct kin_str text, struct kin_buf *room, struct kin_language *out);

#endif
