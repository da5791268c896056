/*
 * yes -- yes or no, from words, figures and ticks.
 *
 * Shape    yes: y, yes, yes please, true, t, 1, on, x, ✓ ✔ ☑ ☒ ✅;  no: n, no, no thanks, false, f, 0, off, ☐.
 *          "don't know" and the like are placeholders (placeholder.h): ask that first.
 * Errors   0 or -1 with err->text "neither yes nor no" and the value; *out untouched.
 * Room     field; uses base.
 */
#ifndef KIN_YES_H
#define KIN_YES_H

#include "kin/base/err.h"

int	kin_yes_parse(struct kin_str text, bool *out, struct kin_err *err);

#endif
