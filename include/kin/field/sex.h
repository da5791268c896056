/*
 * sex -- F, M or X, from words and from the codes of national returns.
 *
 * Shape    F  f, female, woman, girl, 2;  M  m, male, man, boy, 1;  X  x, other, non-binary,
 *          indeterminate.  Not known, not stated, prefer not to say, u, 0 and 9
 *          (which some lists use for "not specified", others for "neither") are absent.
 *          Annex A's numbering before them ("b) Male") is passed over.
 * Errors   0 or -1 with err->text "not a sex: …" and the value; *out untouched.
 * Room     field; uses base, placeholder.
 * Source   NHS Data Dictionary PERSON GENDER CODE; DfE children in need census, sex.
 */
#ifndef KIN_SEX_H
#define KIN_SEX_H

#include "kin/base/err.h"

/* out: 'F', 'M', 'X', or 0 when the cell says that it is not known. */
int	kin_sex_parse(struct kin_str text, char *out, struct kin_err *err);

#endif
