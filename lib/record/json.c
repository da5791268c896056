#include "kin/record/json.h"

#include <stdlib.h>

#include "json_walk.h"

#include "kin/base/mem.h"
#include "kin/record/schema.h"

static int	walk_value(struct walk *w);

static inline void
skip_space(struct walk *w)
{
	if (w->p < w->end && *w->p > ' ')	/* mostly there is none */
		return;
	while (w->p < w->end && (*w->p == ' ' || *w->p == '\t' || *w->p == '\n' || *w->p == '\r'))
		w->p++;
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
		return kin_json_walk_fail(w, from, "no value here");
	if (w->p < w->end && *w->p >= '0' && *w->p <= '9')
		return kin_json_walk_fail(w, from, "a number that begins with 0");
	if (w->p < w->end && *w->p == '.') {
		w->p++;
		if (!walk_digits(w))
			return kin_json_walk_fail(w, from, "a number without its end");
	}
	if (w->p < w->end && (*w->p == 'e' || *w->p == 'E')) {
		w->p++;
		if (w->p < w->end && (*w->p == '+' || *w->p == '-'))
			w->p++;
		if (!walk_digits(w))
			return kin_json_walk_fail(w, from, "a number without its end");
	}
	return 0;
}

static int
walk_word(struct walk *w, const char *word, size_t len)
{
	if ((size_t)(w->end - w->p) < len || memcmp(w->p, word, len) != 0)
		return kin_json_walk_fail(w, w->p, "no value here");
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
		return kin_json_walk_fail(w, w->p, "an array without its end");
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

/* A name and its field; *expected when the shape knew it, so that it can be no twin. */
static int
walk_name(struct walk *w, struct kin_member *m, size_t *cursor, bool *expected)
{
	const char *from = w->p + 1;

	w->escaped = false;
	m->field = KIN_FIELD_NONE;
	w->p = from;
	*expected = cursor != NULL && kin_json_shape_take(w, cursor, &m->field);
	if (!*expected) {
		w->p = from - 1;
		if (kin_json_walk_string(w) != 0)
			return -1;
	}
	m->name_at = (uint32_t)(from - w->start);
	m->name_len = (uint32_t)(w->p - 1 - from);
	m->name_escaped = w->escaped;
	if (cursor != NULL && !*expected && !w->escaped) {
		m->field = (int16_t)kin_schema_find(kin_str(from, m->name_len));
		kin_json_shape_learn(w, cursor, kin_str(from, m->name_len), m->field);
	}
	return 0;
}

/* "name": value -- noted in members.  cursor is NULL below the top. */
static int
walk_member(struct walk *w, size_t *cursor, bool *all_expected)
{
	struct kin_members *members = w->members;
	struct kin_member *m;
	size_t index = members->count;
	const char *from;
	bool expected;

	if (w->p >= w->end || *w->p != '"')
		return kin_json_walk_fail(w, w->p, "an object without its end");
	if (index == members->cap)
		members->list = kin_grow(members->list, index, &members->cap, sizeof(*m));
	members->count = index + 1;
	if (walk_name(w, &members->list[index], cursor, &expected) != 0)
		return -1;
	*all_expected &= expected;
	skip_space(w);
	if (w->p >= w->end || *w->p != ':')
		return kin_json_walk_fail(w, w->p, "a name without a value");
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
	size_t first = w->members->count, place = 0, *cursor = w->depth == 1 ? &place : NULL;
	bool all_expected = true;

	skip_space(w);
	if (w->p < w->end && *w->p == '}') {
		w->p++;
		return 0;
	}
	for (;;) {
		if (walk_member(w, cursor, &all_expected) != 0)
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
		return kin_json_walk_fail(w, w->p, "an object without its end");
	w->p++;
	if (!all_expected && has_twin(w, first))
		return kin_json_walk_fail(w, open, "a name that comes twice in one object");
	return 0;
}

static int
walk_nested(struct walk *w)
{
	size_t count = w->members->count;
	int status;

	if (++w->depth > KIN_JSON_DEPTH)
		return kin_json_walk_fail(w, w->p, "nested too deep");
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
		return kin_json_walk_fail(w, w->p, "cut short");
	switch (*w->p) {
	case '"':
		return kin_json_walk_short_string(w);
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
		return kin_json_walk_fail(&w, w.p, "a record is an object, {…}");
	if (walk_object(&w) != 0)
		return -1;
	skip_space(&w);
	if (w.p < w.end)
		return kin_json_walk_fail(&w, w.p, "more after the object's end");
	return 0;
}
