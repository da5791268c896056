/*
 * ascii -- questions about one byte that do not depend on a locale.
 *
 * Limits   bytes from 0x80 on are neither letter nor digit.
 * Room     base.
 */
#ifndef KIN_ASCII_H
#define KIN_ASCII_H

#include <stdbool.h>

static inline bool
kin_ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
kin_ascii_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
kin_ascii_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
kin_ascii_is_letter(char c)
{
	return kin_ascii_is_upper(c) || kin_ascii_is_lower(c);
}

static inline char
kin_ascii_lower(char c)
{
	return kin_ascii_is_upper(c) ? (char)(c + 32) : c;
}

static inline char
kin_ascii_upper(char c)
{
	return kin_ascii_is_lower(c) ? (char)(c - 32) : c;
}

#endif
