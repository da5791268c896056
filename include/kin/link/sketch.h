/*
 * sketch -- can two names be near?  Told from their letters, without comparing them.
 *
 * Shape    of a name its letters, its first four bytes, its length, and a bit for each nickname group
 *          and each long word (several may have one bit).  Near: alike enough to speak for one person
 *          (nickname, initial, all but a letter or two).
 *          "No" is certain; "yes" means that the names must be compared.
 * Owns     plain values.
 * Room     link.
 * Source   Jaro-Winkler by the letters that two strings have in common: lib/link/README.md.
 */
#ifndef KIN_SKETCH_H
#define KIN_SKETCH_H

#include "kin/link/columns.h"

enum { KIN_SKETCH_LENGTH = 64 };	/* longer names may be near whatever there is */

struct kin_sketch {
	uint64_t	letters;	/* value.h */
	uint32_t	groups;		/* nickname groups, of given names */
	uint32_t	words, of_several;	/* long words; the same where there are several words */
	uint32_t	head;		/* first four bytes */
	uint32_t	length;		/* 0: near whatever there is */
	uint32_t	pad;
};

/* The last level at which names of the kind are near; 0: no names. */
int			 kin_sketch_last(enum kin_kind kind);

/* new: of each entry of a column of names (entry 0 is nobody's); NULL for other kinds. */
struct kin_sketch	*kin_sketch_column(const struct kin_column *column);

bool			 kin_sketch_may(const struct kin_sketch *a, const struct kin_sketch *b);

/* The same of the streets of two addresses: can they be near enough for these to be one? */
struct kin_street_sketch {
	uint64_t	letters;
	uint32_t	length, pad;
};

struct kin_street_sketch kin_sketch_street(const struct kin_value *address);
bool			 kin_sketch_may_street(const struct kin_street_sketch *a,
			    const struct kin_street_sketch *b);

#endif
