/*
 * uprn -- unique property reference numbers.
 *
 * Shape    printed without leading noughts, so that 000000199356 and 199356 are equal.
 * Limits   1 to 12 digits; no check digit exists.
 * Errors   0 or -1 with err->text "not a UPRN: …" and the value; out untouched.
 *          A number spoilt by a spreadsheet (1.00023E+11) is told from a wrong one.
 * Owns     nothing.
 * Room     field; uses base, digits.
 * Source   GeoPlace, "Unique Property Reference Number": up to 12 digits.
 */
#ifndef KIN_UPRN_H
#define KIN_UPRN_H

#include "kin/base/err.h"

enum {
	KIN_UPRN_MAX = 13	/* terminator included */
};

int	kin_uprn_parse(struct kin_str text, char out[KIN_UPRN_MAX], struct kin_err *err);

#endif
