/*
 * str -- a slice of bytes: a pointer and a length, never a terminator.
 *
 * Shape    struct kin_str is a plain value; p may be NULL only when len is 0.
 * Limits   bytes are anything; text is UTF-8 unless a function says otherwise.
 * Owns     nothing: a slice borrows, and the lender says until when.
 * Room     base.
 */
#ifndef KIN_STR_H
#define KIN_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct kin_str {
	const char	*p;
	size_t		 len;
};

/* A slice of a string literal. */
#define KIN_STR(literal)	((struct kin_str){ (literal), sizeof(literal) - 1 })

static inline struct kin_str
kin_str(const char *p, size_t len)
{
	return (struct kin_str){ p, len };
}

/* A slice of a terminated string; NULL gives the empty slice. */
static inline struct kin_str
kin_str_of(const char *text)
{
	return (struct kin_str){ text, text ? strlen(text) : 0 };
}

static inline bool
kin_str_is(struct kin_str a, struct kin_str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.p, b.p, a.len) == 0);
}

/* Bytes in order, a prefix before the longer: <0, 0, >0 as memcmp. */
int		kin_str_cmp(struct kin_str a, struct kin_str b);

/* Equal but for the case of ASCII letters. */
bool		kin_str_is_nocase(struct kin_str a, struct kin_str b);

bool		kin_str_has_prefix(struct kin_str s, struct kin_str prefix);
bool		kin_str_has_suffix(struct kin_str s, struct kin_str suffix);

/* Without spaces, tabs, line breaks and no-break spaces (U+00A0) at both ends. */
struct kin_str	kin_str_trim(struct kin_str s);

/* Without a list's own numbering at the front: "b) Male", "xii) Other" give "Male", "Other". */
struct kin_str	kin_str_without_number(struct kin_str s);

/* Place of the first c at or after from, or s.len. */
size_t		kin_str_find(struct kin_str s, char c, size_t from);

/*
 * Takes the next piece up to the separator c off the front of *rest.
 * Returns false when nothing is left; "a,,b" gives "a", "" and "b".
 */
bool		kin_str_next(struct kin_str *rest, char c, struct kin_str *piece);

#endif
