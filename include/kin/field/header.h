/*
 * header -- what the header of a column says it holds.
 *
 * Shape    a header or a member's name, in any spelling of the table: case, spaces,
 *          signs, what stands in brackets and a number at the end make no difference.
 * Limits   says what it is called, not what it holds.
 * Owns     nothing; the table is made at the first question and kept for the run.
 * Room     field; knows the schema.
 */
#ifndef KIN_HEADER_H
#define KIN_HEADER_H

#include "kin/base/buf.h"
#include "kin/record/schema.h"

enum {
	KIN_HEADER_OWN	= KIN_FIELD_NONE,	/* nothing that is known */
	KIN_HEADER_ID	= -2			/* the list's own id */
};

/* A field of the schema, KIN_HEADER_ID, or KIN_HEADER_OWN. */
int	kin_header_find(struct kin_str header);
/* A header as headers are compared: letters and digits, folded, without what stands in brackets. */
void	kin_header_squeeze(struct kin_buf *out, struct kin_str header);

#endif
