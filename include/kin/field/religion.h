/*
 * religion -- religions in the census's words.
 *
 * Shape    "No religion", "Christian", "Buddhist", "Hindu", "Jewish", "Muslim", "Sikh",
 *          "Other"; churches and schools of a religion count to it.
 * Limits   letters and numbers are each list's own (M is Muslim in one, declined in
 *          another) and not known.
 * Errors   false for what is not known.  *word is empty when it was not told.
 * Owns     words are constant.
 * Room     field; uses base, placeholder.
 * Source   ONS, Census 2021 religion (detailed): what counts to what.
 */
#ifndef KIN_RELIGION_H
#define KIN_RELIGION_H

#include "kin/base/buf.h"

/* room is scratch, cleared. */
bool	kin_religion_find(struct kin_str text, struct kin_buf *room, struct kin_str *word);

#endif
