/*
 * phonenote -- what people write beside a telephone number: "(mum)", "ask for Ann".
 *
 * Shape    in brackets with a letter in them, at either end; else words without a
 *          digit, before the number or behind it, that a space or sign parts from it.
 * Limits   one note; a letter among or next to digits is no note, but a wrong number.
 * Owns     slices of the text.
 * Room     field; uses base.
 */
#ifndef KIN_PHONENOTE_H
#define KIN_PHONENOTE_H

#include "kin/base/str.h"

/* Takes the note off *text; *note stays as it is where there is none. */
void	kin_phonenote_take(struct kin_str *text, struct kin_str *note);

#endif
