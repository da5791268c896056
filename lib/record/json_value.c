/* Values that kin_json_scan has checked: so nothing here looks for errors. */
#include "kin/record/json.h"

#include "kin/base/utf8.h"
#include "kin/record/block.h"

static size_t
skip_space(struct kin_str s, size_t at)
{
	while (at < s.len && (s.p[at] == ' ' || s.p[at] == '\t' || s.p[at] == '\n' || s.p[at] == '\r'))
		at++;
	return at;
}

/* Past the string that opens at at. */
static size_t
string_end(struct kin_str s, size_t at)
{
	for (at++; at < s.len && s.p[at] != '"'; at++) {
		if (s.len - at >= KIN_BLOCK) {
			unsigned stops = kin_block_stops(s.p + at);

			at += stops != 0 ? (size_t)__builtin_ctz(stops) : KIN_BLOCK - 1;
			if (s.p[at] == '"')
				break;
		}
		at += s.p[at] == '\\';
	}
	return at + 1;
}

/* Past the value that begins at at. */
static size_t
value_end(struct kin_str s, size_t at)
{
	size_t depth = 0;

	do {
		switch (s.p[at]) {
		case '"':
			at = string_end(s, at);
			continue;
		case '{': case '[':
			depth++;
			break;
		case '}': case ']':
			depth--;
			break;
		case ',': case ':': case ' ': case '\t': case '\n': case '\r':
			break;
		default:	/* a number or word */
			while (at < s.len && s.p[at] > ' ' && s.p[at] != ',' && s.p[at] != ']' &&
			    s.p[at] != '}')
				at++;
			continue;
		}
		at++;
	} while (depth > 0);
	return at;
}

bool
kin_json_element(struct kin_str array, size_t *at, struct kin_str *element)
{
	size_t from = skip_space(array, *at == 0 ? 1 : *at), to;

	if (from >= array.len || array.p[from] == ']')
		return false;
	to = value_end(array, from);
	*element = kin_str(array.p + from, to - from);
	to = skip_space(array, to);
	*at = to < array.len && array.p[to] == ',' ? to + 1 : to;
	return true;
}

bool
kin_json_member(struct kin_str object, size_t *at, struct kin_str *name, struct kin_str *value)
{
	size_t from = skip_space(object, *at == 0 ? skip_space(object, 0) + 1 : *at), to;

	if (from >= object.len || object.p[from] != '"')
		return false;
	to = string_end(object, from);
	*name = kin_str(object.p + from + 1, to - from - 2);
	from = skip_space(object, skip_space(object, to) + 1);
	to = value_end(object, from);
	*value = kin_str(object.p + from, to - from);
	to = skip_space(object, to);
	*at = to < object.len && object.p[to] == ',' ? to + 1 : object.len;
	return true;
}

bool
kin_json_find(struct kin_str object, struct kin_str name, struct kin_str *value)
{
	struct kin_str found;
	size_t at = 0;

	while (kin_json_member(object, &at, &found, value))
		if (kin_str_is(found, name))
			return true;
	return false;
}

static uint32_t
hex4(const char *p)
{
	uint32_t code = 0;

	for (int i = 0; i < 4; i++) {
		uint32_t c = (unsigned char)p[i];

		code = code << 4 | (c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
	}
	return code;
}

/* Decodes the escape at p (after the backslash); returns how long it is. */
static size_t
unescape(const char *p, struct kin_buf *out)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	uint32_t code;

	if (*p != 'u') {
		kin_buf_putc(out, to[strchr(from, *p) - from]);
		return 1;
	}
	code = hex4(p + 1);
	if (code < 0xd800 || code > 0xdbff) {
		kin_utf8_put(out, code);
		return 5;
	}
	kin_utf8_put(out, 0x10000 + ((code - 0xd800) << 10) + (hex4(p + 7) - 0xdc00));
	return 11;
}

struct kin_str
kin_json_text(struct kin_str string, struct kin_buf *scratch)
{
	struct kin_str s = kin_str(string.p + 1, string.len - 2);
	size_t at = kin_str_find(s, '\\', 0), from = 0, start = scratch->len;

	if (at == s.len)
		return s;
	kin_buf_room(scratch, s.len);	/* decoded is never longer: no moves below */
	while (at < s.len) {
		kin_buf_add(scratch, kin_str(s.p + from, at - from));
		from = at + 1 + unescape(s.p + at + 1, scratch);
		at = kin_str_find(s, '\\', from);
	}
	kin_buf_add(scratch, kin_str(s.p + from, s.len - from));
	return kin_str(scratch->p + start, scratch->len - start);
}

struct kin_str
kin_json_find_text(struct kin_str object, struct kin_str name, struct kin_buf *scratch)
{
	struct kin_str value;

	if (kin_json_type(object) != KIN_JSON_OBJECT || !kin_json_find(object, name, &value) ||
	    kin_json_type(value) != KIN_JSON_STRING)
		return kin_str(NULL, 0);
	return kin_json_text(value, scratch);
}
