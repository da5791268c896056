/*
 * door -- who else can help beside the hub, and the one door for safeguarding.
 *
 * Shape    a table filled from records
 *            {"kind":"door","id":"community-solutions","name":"…",
 *             "needs":["debt","housing"],"words":["eviction notice"]}
 *          A need may open several doors.  words are phrases (phrase.h; several in
 *          one by variant.h) that open the door when they stand in what somebody
 *          wrote; unless are longer phrases that take back the words at their end
 *          ("no safeguarding").
 *          One door may have "safeguarding":true: it is urgent and goes first;
 *          others may have "urgent":true.  With "signpost":true residents are told of it,
 *          and nothing is passed on.  Sets of doors are bits by number.
 * Limits   KIN_DOOR_MOST doors.
 * Errors   a record that is no door, without id, with an id that was there, one
 *          too many: -1.
 * Owns     the table owns what it lends, until it is freed.
 * Room     place; uses base, record/rec, phrase, variant, check.
 */
#ifndef KIN_DOOR_H
#define KIN_DOOR_H

#include <stdint.h>

#include "kin/place/check.h"
#include "kin/record/rec.h"

enum { KIN_DOOR_MOST = 64 };

struct kin_door {
	struct kin_str	id, name;	/* name may be empty */
	bool		safeguarding, urgent, signpost;
	struct kin_str	fields;		/* what it may see: JSON as it is written, or empty */
};

/* Doors that words opened, and by which; all = 0 before the first text. */
struct kin_door_words {
	uint64_t	all;
	struct kin_str	phrase[KIN_DOOR_MOST];	/* of the doors in all: the first that did, folded */
};

struct kin_door_table;

struct kin_door_table *kin_door_new(void);
void		 kin_door_free(struct kin_door_table *doors);

/* A kin_push: one door. */
int		 kin_door_push(void *doors, struct kin_rec *rec, struct kin_err *err);

uint32_t	 kin_door_count(const struct kin_door_table *doors);
const struct kin_door *kin_door_get(const struct kin_door_table *doors, uint32_t number);
/* All safeguarding doors: at most one, or kin_door_check says so. */
uint64_t	 kin_door_safeguarding(const struct kin_door_table *doors);
uint64_t	 kin_door_urgent(const struct kin_door_table *doors);
uint64_t	 kin_door_signposts(const struct kin_door_table *doors);

uint64_t	 kin_door_of_need(const struct kin_door_table *doors, struct kin_str need);
/* Is there any word that opens a door? */
bool		 kin_door_has_words(const struct kin_door_table *doors);
/* Adds to words what text opens.  Builds the matcher at its first call. */
void		 kin_door_read(struct kin_door_table *doors, struct kin_str text,
		    struct kin_door_words *words);

/* No safeguarding door, or two; one without words or needs; a need that is no task word. */
void		 kin_door_check(const struct kin_door_table *doors, struct kin_check *check);

#endif
