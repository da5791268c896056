/*
 * disability -- disabilities from the codes of children's services, the census and yes or no.
 *
 * Shape    words with "; " between them, in the order of the list: "hearing; vision".
 *          "none" where there is none, "yes" where there is one that is not named,
 *          "limits a little", "limits a lot" for the census's question.
 * Limits   a cell of which any piece is not known is not known at all: what people
 *          write freely is kept by the caller as it stands.
 * Errors   false for what is not known.
 * Owns     words are added to out.
 * Room     field; uses base, placeholder.
 * Source   DfE, children in need census: disabilities (NONE, MOB, HAND, PC, INC, COMM,
 *          LD, HEAR, VIS, BEH, CON, AUT, DDA); ONS, Census 2021 disability (Equality Act).
 */
#ifndef KIN_DISABILITY_H
#define KIN_DISABILITY_H

#include "kin/base/buf.h"

/* out is cleared; empty when the text says that it was not told.  room is scratch. */
bool	kin_disability_find(struct kin_str text, struct kin_buf *room, struct kin_buf *out);

#endif
