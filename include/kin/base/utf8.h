/*
 * utf8 -- is it text, how wide is it, and how to compare or show it.
 *
 * Source   RFC 3629 (no overlong forms, no surrogates, at most U+10FFFF);
 *          folding and width by utf8proc (Unicode).
 * Owns     nothing; output goes to the caller's buffer, added at its end.
 * Room     base.
 */
#ifndef KIN_UTF8_H
#define KIN_UTF8_H

#include <stdint.h>

#include "kin/base/buf.h"
#include "kin/base/str.h"

/* Place of the first byte that is not UTF-8, or s.len when all is well. */
size_t	kin_utf8_check(struct kin_str s);

/* Adds one code point (at most U+10FFFF, no surrogate). */
void	kin_utf8_put(struct kin_buf *out, uint32_t code);

/* Decodes the character at *at (valid text only) and moves *at past it. */
uint32_t kin_utf8_next(struct kin_str s, size_t *at);

enum kin_utf8_kind {
	KIN_UTF8_LETTER,	/* letters of any script, and the marks on them */
	KIN_UTF8_DIGIT,		/* figures of any script */
	KIN_UTF8_SPACE,
	KIN_UTF8_DASH,
	KIN_UTF8_UNSEEN,	/* control and format characters, unassigned ones */
	KIN_UTF8_SIGN		/* the rest: punctuation, symbols */
};

enum kin_utf8_kind kin_utf8_kind(uint32_t code);

/* The same letter in small or capital form; other characters as they are. */
uint32_t kin_utf8_lower(uint32_t code);
uint32_t kin_utf8_upper(uint32_t code);

/* Columns that the text takes on a terminal. */
size_t	kin_utf8_width(struct kin_str s);

/*
 * Adds s for comparing only: lower case, accents off (ß to ss, ø to o, ł to l
 * too), apostrophes gone, every other run of neither letters nor digits to one space,
 * none at the ends.
 */
void	kin_utf8_fold(struct kin_buf *out, struct kin_str s);

/*
 * Adds s for a person's eyes: control characters, bytes that are not UTF-8 and
 * characters that turn the direction of text as \x1b or \u202e; cut with … after
 * max bytes (0 = never).
 */
void	kin_utf8_escape(struct kin_buf *out, struct kin_str s, size_t max);

#endif
