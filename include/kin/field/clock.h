/*
 * clock -- the time of day that stands behind a date.
 *
 * Shape    10:22, T10:22:33, 10:22:33.123 (the fraction is dropped), 10:22 pm, each with
 *          Z, UTC, GMT, BST, +01:00 or +0100 behind it or nothing.
 * Errors   false when the text is anything else.
 * Owns     nothing.
 * Room     field; uses base, when.
 */
#ifndef KIN_CLOCK_H
#define KIN_CLOCK_H

#include "kin/field/when.h"

/* Sets all but the date.  Text without a time (empty, spaces) leaves timed false and is true. */
bool	kin_clock_parse(struct kin_str text, struct kin_when *when);

#endif
