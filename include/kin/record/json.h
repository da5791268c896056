/*
 * json -- the bytes of JSON: checking, walking and writing them.
 *
 * Shape    a value is a slice of the text as it stands, quotes and brackets
 *          included; nothing is built.  Numbers stay text.
 * Limits   KIN_JSON_DEPTH levels.  Refused, with the byte: what RFC 8259 refuses,
 *          bytes that are not UTF-8, \u0000, half a surrogate pair, a key that
 *          comes twice in one object.  Numbers of any size are text and pass.
 * Owns     slices borrow from the text walked; writers add to the caller's buffer.
 * Room     record.
 * Source   RFC 8259; tests/unit/test_json.c walks JSONTestSuite with jansson beside it.
 */
#ifndef KIN_JSON_H
#define KIN_JSON_H

#include <stdint.h>

#include "kin/base/buf.h"
#include "kin/base/err.h"
#include "kin/record/schema.h"

enum { KIN_JSON_DEPTH = 128 };

enum kin_json {
	KIN_JSON_OBJECT,
	KIN_JSON_ARRAY,
	KIN_JSON_STRING,
	KIN_JSON_NUMBER,
	KIN_JSON_TRUE,
	KIN_JSON_FALSE,
	KIN_JSON_NULL
};

/* One member of an object: where its name and value stand in the text. */
struct kin_member {
	uint32_t	name_at, name_len;	/* between the quotes, as written */
	uint32_t	value_at, value_len;	/* quotes and brackets included */
	uint8_t		type;			/* enum kin_json of the value */
	bool		escaped;		/* the value is a string with a backslash in it */
	bool		name_escaped;
	int16_t		field;			/* enum kin_field, or -1 */
};

/*
 * The names of the objects read before, in the order in which they came: the next
 * record mostly has them again, and a name met in this order needs no second check.
 */
struct kin_shape;

/* The members of one object, in a growing array that is used again and again. */
struct kin_members {
	struct kin_member	*list;
	size_t			 count, cap;
	bool			 any_escaped;		/* some name is written with escapes: its field is not known yet */
	int16_t			 at[KIN_FIELD_COUNT + 1];	/* of each known field, at field + 1: where in list, or -1 */
	struct kin_shape	*shape;
};

void		kin_members_fini(struct kin_members *members);

/*
 * Checks that text is one JSON object (white space around it allowed), whole and
 * right, and notes its top-level members.  err->column is the byte, from 1.
 */
int		kin_json_scan(struct kin_str text, struct kin_members *members, struct kin_err *err);

/* The same, slowly, without the names read before: what kin_json_scan is compared with. */
int		kin_json_scan_simply(struct kin_str text, struct kin_members *members, struct kin_err *err);

/* Type of a checked value, by its first byte. */
static inline enum kin_json
kin_json_type(struct kin_str value)
{
	switch (value.len ? value.p[0] : 'n') {
	case '"': return KIN_JSON_STRING;
	case '{': return KIN_JSON_OBJECT;
	case '[': return KIN_JSON_ARRAY;
	case 't': return KIN_JSON_TRUE;
	case 'f': return KIN_JSON_FALSE;
	case 'n': return KIN_JSON_NULL;
	default: return KIN_JSON_NUMBER;
	}
}

/*
 * Walks the elements of a checked array: *at is 0 at first; false at the end.
 */
bool		kin_json_element(struct kin_str array, size_t *at, struct kin_str *element);

/*
 * Walks the members of a checked object: *at is 0 at first; false at the end.  name
 * is as written, between its quotes.
 */
bool		kin_json_member(struct kin_str object, size_t *at, struct kin_str *name,
		    struct kin_str *value);

/*
 * The value of member name of a checked object, as it stands; false when absent.
 * For small nested objects (source, person): it walks from the start each time.
 */
bool		kin_json_find(struct kin_str object, struct kin_str name, struct kin_str *value);

/*
 * The text of a checked string: borrowed from the value when nothing is escaped,
 * else decoded at the end of scratch (valid until scratch changes).
 */
struct kin_str	kin_json_text(struct kin_str string, struct kin_buf *scratch);

/* kin_json_find and kin_json_text in one; the empty slice when absent or no string. */
struct kin_str	kin_json_find_text(struct kin_str object, struct kin_str name,
		    struct kin_buf *scratch);

/* Writers.  text must be UTF-8; control characters, " and \ are escaped. */
void		kin_json_put_string(struct kin_buf *out, struct kin_str text);
void		kin_json_put_whole(struct kin_buf *out, long long number);
/* At most decimals places, trailing noughts off; never an exponent, NaN is written as null. */
void		kin_json_put_number(struct kin_buf *out, double number, int decimals);
/*
 * ,"name": with the comma left out after { or [ or at the start of the buffer; name is plain ASCII.
 */
void		kin_json_put_name(struct kin_buf *out, const char *name);
void		kin_json_put_text_member(struct kin_buf *out, const char *name, struct kin_str text);

#endif
