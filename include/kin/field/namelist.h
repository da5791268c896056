/*
 * namelist -- words in names that are not names: titles, suffixes, particles, fillers.
 *
 * Shape    kin_namelist_roles gives what a word may be, as bits; most words are 0.
 * Limits   titles that are as often given names (Major, Prince) are left out.
 * Owns     nothing.
 * Room     field; uses base.
 */
#ifndef KIN_NAMELIST_H
#define KIN_NAMELIST_H

#include "kin/base/str.h"

enum {
	KIN_NAMELIST_TITLE	= 1 << 0,
	KIN_NAMELIST_MR		= 1 << 1,	/* Mr, Mrs, Ms, Miss, Mx: one a person */
	KIN_NAMELIST_OF_FAMILY	= 1 << 2,	/* a title that stands before a family name alone: "Dr Smith" */
	KIN_NAMELIST_SUFFIX	= 1 << 3,	/* Jr, III, OBE */
	KIN_NAMELIST_CAPITALS	= 1 << 4,	/* a suffix in capitals only: MA, MP; "Ma" is a name */
	KIN_NAMELIST_PARTICLE	= 1 << 5,	/* de, van, bin: belongs to what follows */
	KIN_NAMELIST_AND	= 1 << 6,	/* and, &, +: another person follows */
	KIN_NAMELIST_GROUP	= 1 << 7,	/* family, household */
	KIN_NAMELIST_NEE	= 1 << 8,	/* née, aka: another name of the same person follows */
	KIN_NAMELIST_LINK	= 1 << 9,	/* s/o, y, e, -: joins names in a way of its own */
	KIN_NAMELIST_GIVEN	= 1 << 10	/* a particle that is also a given name: Al, Di */
};

/* word: one word, with or without a full stop behind it; case does not matter. */
unsigned	kin_namelist_roles(struct kin_str word);

enum kin_name_filler {
	KIN_NAME_REAL,
	KIN_NAME_MISSING,	/* "unknown", "n/a", "the occupier": no name was given */
	KIN_NAME_BABY,		/* "baby", "twin 1", "unborn": a child without a name yet */
	KIN_NAME_TEST		/* "test", "test patient", "do not use": nobody */
};

/*
 * Asked of a part or of a whole name before it is read.  "Null" and "Na" with
 * one capital are names; "NULL", "n/a" and "NA" are not.
 */
enum kin_name_filler kin_name_filler(struct kin_str text);

#endif
