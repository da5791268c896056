/*
 * phrase -- finds phrases in text: folded, as whole words, all of them in one pass.
 *
 * Shape    phrases and text are compared as kin_utf8_fold leaves them: "Won't  EAT"
 *          is found by "wont eat", and "hit" is not found in "white".  Ids are
 *          0, 1, 2 … in order of arrival; phrases that fold to the same are one.
 * Limits   the sum of all phrases: 512 KiB.  Text of any length.
 * Owns     the set owns its phrases.
 * Room     place; uses base.
 * Source   Aho and Corasick, Efficient string matching, CACM 18 (6), 1975.
 */
#ifndef KIN_PHRASE_H
#define KIN_PHRASE_H

#include <stdint.h>

#include "kin/base/str.h"

#define KIN_PHRASE_NONE	UINT32_MAX

struct kin_phrase_set;

struct kin_phrase_set *kin_phrase_new(void);
void		 kin_phrase_free(struct kin_phrase_set *set);

/* KIN_PHRASE_NONE when there is no letter or digit in it, or the set is full. */
uint32_t	 kin_phrase_add(struct kin_phrase_set *set, struct kin_str phrase);

/* How it is compared: "wont eat". */
struct kin_str	 kin_phrase_text(const struct kin_phrase_set *set, uint32_t id);

/*
 * Called for each phrase found.  Phrases that end at the same word come one
 * after another, the longest first; is_longest is true for that one.
 */
typedef void	kin_phrase_hit(void *ctx, uint32_t id, bool is_longest);

void		 kin_phrase_scan(struct kin_phrase_set *set, struct kin_str text,
		    kin_phrase_hit *hit, void *ctx);

#endif
