/*
 * nhs -- NHS numbers: ten digits of which the last checks the others.
 *
 * Shape    printed as ten digits; read with spaces and hyphens.
 * Limits   test numbers (999 …) are valid; ten equal digits are not, though they check.
 *          Scottish CHI and Northern Irish numbers share the form and pass.
 * Errors   0 or -1 with err->text "not an NHS number: …" and the value; out untouched.
 *          A number spoilt by a spreadsheet (1.23E+09) is told from a wrong one.
 * Owns     nothing.
 * Room     field; uses base, digits.
 * Source   NHS Data Model and Dictionary, "NHS NUMBER": weights 10 to 2, modulus 11.
 */
#ifndef KIN_NHS_H
#define KIN_NHS_H

#include "kin/base/err.h"

enum {
	KIN_NHS_MAX = 11	/* terminator included */
};

int	kin_nhs_parse(struct kin_str text, char out[KIN_NHS_MAX], struct kin_err *err);

/* The tenth digit of nine, as a number; 10 when no number begins with these nine. */
int	kin_nhs_check_digit(const char nine[9]);

#endif
