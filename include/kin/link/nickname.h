/*
 * nickname -- which given names may be one person's: Robert, Rob and Bob.
 *
 * Shape    a name belongs to one or more groups, each a full name with its short
 *          forms; two names are related when they share a group.  So Chris is
 *          related to Christina and to Christopher, and these two are not.
 * Limits   folded names of ASCII letters; mostly British and American usage.
 * Owns     tables are static; kin_nicknames is new, and only for looking up.
 * Room     link.
 * Source   lib/link/nickname.py, which names them: carltonnorthern/nicknames
 *          (Apache-2.0), Wikidata (CC0).
 */
#ifndef KIN_NICKNAME_H
#define KIN_NICKNAME_H

#include <stdint.h>

#include "kin/base/str.h"

struct kin_nicknames;

struct kin_nicknames	*kin_nicknames_new(void);
void			 kin_nicknames_free(struct kin_nicknames *nicknames);

/* The groups of a folded name, ascending; borrowed.  count is 0 for a name not known. */
const uint16_t		*kin_nicknames_get(const struct kin_nicknames *nicknames,
			    struct kin_str name, size_t *count);

/* Do two ascending lists of groups meet? */
bool			 kin_nicknames_meet(const uint16_t *a, size_t na, const uint16_t *b, size_t nb);

#endif
