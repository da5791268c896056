/*
 * json_shape -- what the fast scanner expects: the names of the objects read before.
 *
 * Shape    a level holds the names of one kind of object in the order in which they
 *          came; a name whose value was an object (or held some) has a level of
 *          their own.  The record is level 0.
 * Limits   NAMES in a level (a bit each, so that a name that comes twice is seen),
 *          LEVELS in all; what does not go in is left to the simple scanner.
 * Room     record; json's own.
 */
#ifndef KIN_JSON_SHAPE_H
#define KIN_JSON_SHAPE_H

#include "kin/record/block.h"
#include "kin/record/json.h"

enum {
	SHAPE_NAMES	= 64,
	SHAPE_LEVELS	= 24,
	SHAPE_TEXT	= 48		/* bytes of a name, its closing quote and colon included */
};

struct shape_name {
	char		 text[SHAPE_TEXT];
	uint64_t	 bit;		/* its own in its level */
	uint16_t	 mask;		/* the bytes of the first block that are the name's */
	int16_t		 field;
	uint8_t		 len;		/* with closing quote and colon */
	uint8_t		 inner;		/* level of the objects in it; 0: none were seen */
	uint8_t		 end;		/* where its text or number ended the last time, in the first block */
	uint32_t	 end_bit;	/* the same as a mask */
};

struct shape_level {
	unsigned		 count;
	struct shape_name	 names[SHAPE_NAMES + 1];	/* behind the last one is an empty one, with no mask */
};

struct kin_shape {
	unsigned		 levels;
	unsigned		 misses;	/* lines in a row that were left to the simple scanner */
	unsigned		 futile;	/* lines that had a new name, none of which could be kept */
	struct kin_err		 unsaid;	/* why the fast scanner gave up */
	struct shape_level	*level[SHAPE_LEVELS];
};

struct kin_shape	*json_shape_new(void);

/* Keeps the names of a checked object that the shape lacks. */
void			 json_shape_learn(struct kin_shape *shape, struct kin_str object);

#endif
