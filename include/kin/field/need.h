/*
 * need -- what somebody asks for (or offers to do), in one set of task words.
 *
 * Shape    a set of needs is a uint32_t with bit KIN_NEED_X; printed as words in
 *          the order of KIN_NEEDS.  Phrases (needlist.h) are compared folded, as whole
 *          words; in a clause that says "doesn't need", "no … needed" none counts,
 *          nor, of tasks, in one that says who does it ("her son gets the shopping").
 * Limits   English, and words: of free sentences never seen before seven in ten of the needs
 *          are found, and one in six found is none (tests/truth/needs_unseen.tsv).  It
 *          suggests; a person decides.  Words that may mean a safeguarding concern are not sought here:
 *          they are the doors' own list; only the word itself is known.
 * Errors   none: what is not known is handed back, never dropped.
 * Owns     room is scratch of the caller, cleared at each call.
 * Room     field; uses base.
 */
#ifndef KIN_NEED_H
#define KIN_NEED_H

#include <stdint.h>

#include "kin/base/buf.h"

#define KIN_NEEDS(X) \
	X(SHOPPING, "shopping", "food or essentials bought and brought") \
	X(PARCEL, "parcel", "a food parcel or a meal") \
	X(PRESCRIPTION, "prescription", "medicine fetched") \
	X(CALL, "call", "a friendly phone call") \
	X(DRIVING, "driving", "a lift, mostly to hospital or surgery") \
	X(LEAFLETTING, "leafletting", "leaflets brought round") \
	X(OTHER, "other", "whatever practical task is needed") \
	X(DEBT, "debt", "debt and money") \
	X(HOUSING, "housing", "housing, tenancy, homelessness") \
	X(BENEFITS, "benefits", "benefits and welfare reform") \
	X(WORK, "work", "work, skills, training") \
	X(HEALTH, "health", "health, disability, social care") \
	X(WELLBEING, "wellbeing", "low mood, anxiety, loneliness, mental health") \
	X(CHILDREN, "children", "children, parenting, school") \
	X(HARDSHIP, "hardship", "money for essentials now: the hardship fund") \
	X(SAFEGUARDING, "safeguarding", "somebody may come to harm")

enum kin_need {
#define X(id, word, meaning) KIN_NEED_##id,
	KIN_NEEDS(X)
#undef X
	KIN_NEED_COUNT
};

extern const struct kin_str kin_need_word[KIN_NEED_COUNT];

/* The need of exactly that task word, or -1. */
int		kin_need_find(struct kin_str word);

/*
 * Reads a cell of answers or ticks, split at , ; / | and line breaks: the set of
 * needs.  Pieces that say nothing known, or more than task words, are added to
 * unknown as they stand, with "; " between them.
 */
uint32_t	kin_need_parse(struct kin_str cell, struct kin_buf *room, struct kin_buf *unknown);

/* Reads what somebody wrote down: the set of needs it speaks of. */
uint32_t	kin_need_scan(struct kin_str text, struct kin_buf *room);

#endif
