/*
 * nameword -- the words of a name, each with what it may be besides a name.
 *
 * Shape    spaces and commas part words; what stands in brackets or double quotes
 *          is set aside first.
 * Limits   KIN_NAMEWORD_MAX words.
 * Owns     words are slices of the text.
 * Room     field; uses base, namelist.
 */
#ifndef KIN_NAMEWORD_H
#define KIN_NAMEWORD_H

#include "kin/base/str.h"

enum {
	KIN_NAMEWORD_MAX = 24
};

struct kin_namewords {
	struct kin_str	word[KIN_NAMEWORD_MAX];
	unsigned	roles[KIN_NAMEWORD_MAX];	/* kin_namelist_roles */
	int		comma[KIN_NAMEWORD_MAX];	/* commas before the word */
	int		count;
	int		commas;
};

/* aside: what stood in brackets or quotes, or empty.  false when there are too many words. */
bool		kin_nameword_gather(struct kin_str text, struct kin_namewords *out,
		    struct kin_str *aside);

/* Words [from, to) as one slice of the text, with what stands between them. */
struct kin_str	kin_nameword_span(const struct kin_namewords *words, int from, int to);

/* Takes words [from, to) out. */
void		kin_nameword_drop(struct kin_namewords *words, int from, int to);

/* Capital ASCII letters of a word in capitals; 0 when it has a small one (but Mc, Mac). */
size_t		kin_nameword_capitals(struct kin_str word);

/* "J", "J.", "J.P." */
bool		kin_nameword_is_initial(struct kin_str word);

/* Begins with a Chinese, Japanese or Korean letter. */
bool		kin_nameword_is_east_asian(struct kin_str word);

#endif
