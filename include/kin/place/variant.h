/*
 * variant -- one pattern for many phrases: "afraid|scared of her|his| husband|partner".
 *
 * Shape    words are parted by spaces; a word may be several, parted by |, of which
 *          an empty one means that the word may be left out.  Phrases come in the
 *          order in which the pattern names them, the last word changing fastest.
 * Limits   KIN_VARIANT_MOST phrases of one pattern, KIN_VARIANT_WORDS words.
 * Owns     a phrase lent is borrowed for the call.
 * Room     place; uses base.
 */
#ifndef KIN_VARIANT_H
#define KIN_VARIANT_H

#include "kin/base/str.h"

enum {
	KIN_VARIANT_MOST	= 2048,
	KIN_VARIANT_WORDS	= 16
};

typedef void	kin_variant_phrase(void *ctx, struct kin_str phrase);

/* How many there are; -1 when there are too many, or too many words. */
int		 kin_variant_each(struct kin_str pattern, kin_variant_phrase *each, void *ctx);

#endif
