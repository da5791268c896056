/*
 * placeholder -- what people type when there is nothing to type: "n/a", "unknown", "-".
 *
 * Shape    one question, asked of a cell before its own parser: a placeholder is a
 *          missing value, to be left out; it is neither a value nor a fault.
 * Limits   whole cells only, whatever the case and the spaces around: "unknown" is
 *          one, "unknown caller" is not.  Names have a question of their own
 *          (name.h), because Null, Na and Baby are also names.
 * Room     field.
 */
#ifndef KIN_PLACEHOLDER_H
#define KIN_PLACEHOLDER_H

#include "kin/base/str.h"

/* True for an empty cell too. */
bool	kin_placeholder_is(struct kin_str text);

#endif
