/*
 * similar -- how near two strings are.
 *
 * Shape    plain functions of two slices; bytes are compared, not characters
 *          (values are folded before, so that most letters are one byte).
 * Units    similarities 0..1, 1 = equal; distances in edits.
 * Limits   the first 255 bytes.
 * Errors   none.
 * Room     link; knows base only.
 * Source   Jaro, JASA 84 (1989) 414: window max/2 - 1, half the letters out of
 *          order, rounded down.  Winkler 1990: 0.1 for each of up to 4 equal first
 *          bytes, given only where Jaro > 0.7: DuckDB's (and so Splink's) reading.
 *          Damerau: unrestricted, Lowrance and Wagner, JACM 22 (1975) 177.
 */
#ifndef KIN_SIMILAR_H
#define KIN_SIMILAR_H

#include "kin/base/str.h"

double	kin_jaro(struct kin_str a, struct kin_str b);
double	kin_jaro_winkler(struct kin_str a, struct kin_str b);

/* Letters put in, taken out or replaced. */
size_t	kin_levenshtein(struct kin_str a, struct kin_str b);

/* The same, and neighbours changing places. */
size_t	kin_damerau(struct kin_str a, struct kin_str b);

/* Damerau distance of 1 or 0, without a table. */
bool	kin_one_edit(struct kin_str a, struct kin_str b);

/* At most that many edits, neighbours changing places counted as one and not edited again. */
bool	kin_within_edits(struct kin_str a, struct kin_str b, size_t most);

#endif
