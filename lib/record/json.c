#include "kin/record/json.h"

#include <stdlib.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "kin/base/mem.h"
#include "kin/base/utf8.h"

/* One walk over a text; members is also the stack of names of the objects open. */
struct walk {
	const char		*start, *p, *end;
	struct kin_members	*members;
	struct kin_err		*err;
	bool			 escaped;	/* the string walked last has a backslash */
	int			 depth;
};

static int	walk_value(struct walk *w);

static int
fail_at(struct walk *w, const char *at, const char *why)
{
	kin_fail(w->err, "not JSON: %s", why);
	w->err->column = at - w->start + 1;
	return -1;
}

static void
skip_space(struct walk *w)
{
	while (w->p < w->end && (*w->p == ' ' || *w->p == '\t' || *w->p == '\n' || *w->p == '\r'))
		w->p++;
}

/* First byte in [p, end) that ends plain text: a quote, backslash, control or non-ASCII byte. */
static const char *
plain_end(const char *p, const char *end)
{
#ifdef __SSE2__
	const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\');
	const __m128i space = _mm_set1_epi8(' ');

	for (; end - p >= 16; p += 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)(const void *)p);
		/* signed: bytes from 0x80 up are below space as control bytes are */
		__m128i hit = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(x, quote),
		    _mm_cmpeq_epi8(x, slash)), _mm_cmplt_epi8(x, space));
		unsigned mask = (unsigned)_mm_movemask_epi8(hit);

		if (mask != 0)
			return p + __builtin_ctz(mask);
	}
#endif
	while (p < end && *p != '"' && *p != '\\' && (unsigned char)*p >= ' ' &&
	    (unsigned char)*p < 0x80)
		p++;
	return p;
}

/* Length of the UTF-8 character at p, 0 when it is none (RFC 3629, table 3-7 of Unicode). */
static size_t
utf8_len(const char *p, const char *end)
{
	const unsigned char *c = (const unsigned char *)p;
	size_t left = (size_t)(end - p);

	if (c[0] >= 0xc2 && c[0] <= 0xdf)
		return left >= 2 && (c[1] & 0xc0) == 0x80 ? 2 : 0;
	if (c[0] >= 0xe0 && c[0] <= 0xef) {
		if (left < 3 || (c[1] & 0xc0) != 0x80 || (c[2] & 0xc0) != 0x80)
			return 0;
		if ((c[0] == 0xe0 && c[1] < 0xa0) || (c[0] == 0xed && c[1] > 0x9f))
			return 0;
		return 3;
	}
	if (c[0] >= 0xf0 && c[0] <= 0xf4) {
		if (left < 4 || (c[1] & 0xc0) != 0x80 || (c[2] & 0xc0) != 0x80 || (c[3] & 0xc0) != 0x80)
			return 0;
		if ((c[0] == 0xf0 && c[1] < 0x90) || (c[0] == 0xf4 && c[1] > 0x8f))
			return 0;
		return 4;
	}
	return 0;
}

/* Four hex digits at p, or -1. */
static int
hex4(const char *p, const char *end)
{
	int code = 0;

	if (end - p < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		int c = (unsigned char)p[i];
		int digit = c >= '0' && c <= '9' ? c - '0' :
		    c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;

		if (digit < 0)
			return -1;
		code = code << 4 | digit;
	}
	return code;
}

/* The code point of \uXXXX (or of a pair) at p, after the backslash; *len of it.  -1: none. */
static long
unicode_escape(const char *p, const char *end, size_t *len)
{
	int high = hex4(p + 1, end), low;

	*len = 5;
	if (high < 0 || (high >= 0xdc00 && high <= 0xdfff))
		return -1;
	if (high < 0xd800 || high > 0xdbff)
		return high;
	if (end - p < 11 || p[5] != '\\' || p[6] != 'u')
		return -1;
	low = hex4(p + 7, end);
	*len = 11;
	if (low < 0xdc00 || low > 0xdfff)
		return -1;
	return 0x10000 + ((long)(high - 0xd800) << 10) + (low - 0xdc00);
}

static int
walk_escape(struct walk *w)
{
	const char *p = w->p + 1;
	size_t len;
	long code;

	w->escaped = true;
	if (p >= w->end)
		return fail_at(w, w->p, "a string without its end");
	if (*p != 'u') {
		if (memchr("\"\\/bfnrt", *p, 8) == NULL)
			return fail_at(w, w->p, "no such escape");
		w->p = p + 1;
		return 0;
	}
	code = unicode_escape(p, w->end, &len);
	if (code < 0)
		return fail_at(w, w->p, "not a character: \\u escape");
	if (code == 0)
		return fail_at(w, w->p, "a NUL character (\\u0000)");
	w->p = p + len;
	return 0;
}

/* At the opening quote; leaves w->p after the closing one. */
static int
walk_string(struct walk *w)
{
	const char *open = w->p++;

	w->escaped = false;
	for (;;) {
		size_t len;

		w->p = plain_end(w->p, w->end);
		if (w->p >= w->end)
			return fail_at(w, open, "a string without its end");
		if (*w->p == '"') {
			w->p++;
			return 0;
		}
		if (*w->p == '\\') {
			if (walk_escape(w) != 0)
				return -1;
			continue;
		}
		if ((unsigned char)*w->p < 0x80)
			return fail_at(w, w->p, "a control character in a string");
		len = utf8_len(w->p, w->end);
		if (len == 0)
			return fail_at(w, w->p, "bytes that are not UTF-8");
		w->p += len;
	}
}

static bool
walk_digits(struct walk *w)
{
	const char *from = w->p;

	while (w->p < w->end && *w->p >= '0' && *w->p <= '9')
		w->p++;
	return w->p > from;
}

static int
walk_number(struct walk *w)
{
	const char *from = w->p;

	if (*w->p == '-')
		w->p++;
	if (w->p < w->end && *w->p == '0')
		w->p++;
	else if (!walk_digits(w))
		return fail_at(w, from, "no value here");
	if (w->p < w->end && *w->p >= '0' && *w->p <= '9')
		return fail_at(w, from, "a number that begins with 0");
	if (w->p < w->end && *w->p == '.') {
		w->p++;
		if (!walk_digits(w))
			return fail_at(w, from, "a number without its end");
	}
	if (w->p < w->end && (*w->p == 'e' || *w->p == 'E')) {
		w->p++;
		if (w->p < w->end && (*w->p == '+' || *w->p == '-'))
			w->p++;
		if (!walk_digits(w))
			return fail_at(w, from, "a number without its end");
	}
	return 0;
}

static int
walk_word(struct walk *w, const char *word, size_t len)
{
	if ((size_t)(w->end - w->p) < len || memcmp(w->p, word, len) != 0)
		return fail_at(w, w->p, "no value here");
	w->p += len;
	return 0;
}

static int
walk_array(struct walk *w)
{
	w->p++;
	skip_space(w);
	if (w->p < w->end && *w->p == ']') {
		w->p++;
		return 0;
	}
	for (;;) {
		if (walk_value(w) != 0)
			return -1;
		skip_space(w);
		if (w->p < w->end && *w->p == ',') {
			w->p++;
			continue;
		}
		if (w->p < w->end && *w->p == ']') {
			w->p++;
			return 0;
		}
		return fail_at(w, w->p, "an array without its end");
	}
}

static struct kin_str
member_name(const struct walk *w, const struct kin_member *m)
{
	return kin_str(w->start + m->name_at, m->name_len);
}

static int
by_name(const void *a, const void *b)
{
	return kin_str_cmp(*(const struct kin_str *)a, *(const struct kin_str *)b);
}

/* Many names, or names with escapes: decode them all, sort, look at neighbours. */
static bool
has_twin_sorted(const struct walk *w, const struct kin_member *m, size_t count)
{
	struct kin_str *names = kin_calloc(count, sizeof(*names));
	struct kin_arena arena = { 0 };
	bool twin = false;

	for (size_t i = 0; i < count; i++) {
		struct kin_buf decoded = { 0 };
		struct kin_str quoted = kin_str(w->start + m[i].name_at - 1, m[i].name_len + 2);

		names[i] = kin_arena_keep(&arena, kin_json_text(quoted, &decoded));
		kin_buf_fini(&decoded);
	}
	qsort(names, count, sizeof(*names), by_name);
	for (size_t i = 1; i < count && !twin; i++)
		twin = kin_str_is(names[i - 1], names[i]);
	kin_free(names);
	kin_arena_fini(&arena);
	return twin;
}

/* Does a name come twice among members from first on?  A 64-bit sketch spares most looks. */
static bool
has_twin(const struct walk *w, size_t first)
{
	const struct kin_member *m = w->members->list + first;
	size_t count = w->members->count - first;
	uint64_t seen = 0;
	bool any_escaped = false;

	for (size_t i = 0; i < count; i++)
		any_escaped |= m[i].name_escaped;
	if (any_escaped || count > 48)
		return has_twin_sorted(w, m, count);
	for (size_t i = 0; i < count; i++) {
		struct kin_str name = member_name(w, &m[i]);
		unsigned sketch = (unsigned)name.len * 7;
		uint64_t bit;

		if (name.len)
			sketch += (unsigned char)name.p[0] * 5u + (unsigned char)name.p[name.len - 1] * 11u;
		bit = UINT64_C(1) << (sketch & 63);
		for (size_t j = 0; (seen & bit) && j < i; j++) {
			if (kin_str_is(name, member_name(w, &m[j])))
				return true;
		}
		seen |= bit;
	}
	return false;
}

/* "name": value -- noted in members. */
static int
walk_member(struct walk *w)
{
	struct kin_members *members = w->members;
	struct kin_member *m;
	size_t index = members->count;
	const char *from;

	if (w->p >= w->end || *w->p != '"')
		return fail_at(w, w->p, "an object without its end");
	from = w->p + 1;
	if (walk_string(w) != 0)
		return -1;
	members->list = kin_grow(members->list, index, &members->cap, sizeof(*m));
	m = &members->list[index];
	members->count = index + 1;
	m->name_at = (uint32_t)(from - w->start);
	m->name_len = (uint32_t)(w->p - 1 - from);
	m->name_escaped = w->escaped;
	m->field = -1;
	skip_space(w);
	if (w->p >= w->end || *w->p != ':')
		return fail_at(w, w->p, "a name without a value");
	w->p++;
	skip_space(w);
	from = w->p;
	if (walk_value(w) != 0)
		return -1;
	m = &members->list[index];		/* the list may have moved */
	m->value_at = (uint32_t)(from - w->start);
	m->value_len = (uint32_t)(w->p - from);
	m->type = (uint8_t)kin_json_type(kin_str(from, m->value_len));
	m->escaped = m->type == KIN_JSON_STRING && w->escaped;
	return 0;
}

/* At the opening brace; the members stay on the stack: the caller takes them off. */
static int
walk_object(struct walk *w)
{
	const char *open = w->p++;
	size_t first = w->members->count;

	skip_space(w);
	if (w->p < w->end && *w->p == '}') {
		w->p++;
		return 0;
	}
	for (;;) {
		if (walk_member(w) != 0)
			return -1;
		skip_space(w);
		if (w->p < w->end && *w->p == ',') {
			w->p++;
			skip_space(w);
			continue;
		}
		break;
	}
	if (w->p >= w->end || *w->p != '}')
		return fail_at(w, w->p, "an object without its end");
	w->p++;
	if (has_twin(w, first))
		return fail_at(w, open, "a name that comes twice in one object");
	return 0;
}

static int
walk_nested(struct walk *w)
{
	size_t count = w->members->count;
	int status;

	if (++w->depth > KIN_JSON_DEPTH)
		return fail_at(w, w->p, "nested too deep");
	status = *w->p == '{' ? walk_object(w) : walk_array(w);
	w->depth--;
	w->members->count = count;
	return status;
}

static int
walk_value(struct walk *w)
{
	skip_space(w);
	if (w->p >= w->end)
		return fail_at(w, w->p, "cut short");
	switch (*w->p) {
	case '"':
		return walk_string(w);
	case '{':
	case '[':
		return walk_nested(w);
	case 't':
		return walk_word(w, "true", 4);
	case 'f':
		return walk_word(w, "false", 5);
	case 'n':
		return walk_word(w, "null", 4);
	default:
		return walk_number(w);
	}
}

int
kin_json_scan(struct kin_str text, struct kin_members *members, struct kin_err *err)
{
	struct walk w = { text.p, text.p, text.p + text.len, members, err, false, 1 };

	members->count = 0;
	if (text.len >= UINT32_MAX)
		return kin_fail(err, "not JSON: longer than 4 GiB");
	skip_space(&w);
	if (w.p >= w.end || *w.p != '{')
		return fail_at(&w, w.p, "a record is an object, {…}");
	if (walk_object(&w) != 0)
		return -1;
	skip_space(&w);
	if (w.p < w.end)
		return fail_at(&w, w.p, "more after the object's end");
	return 0;
}
