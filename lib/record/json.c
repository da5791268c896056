/* The simple scanner: what a record must be, a byte after another; the fast one gives up to it. */
#include "kin/record/json.h"

#include <stdlib.h>

#include "json_walk.h"

#include "kin/base/mem.h"
#include "kin/record/schema.h"

static const char	*walk_value(struct walk *w, const char *p);

static inline const char *
skip_space(const struct walk *w, const char *p)
{
	if (p < w->end && *p > ' ')	/* mostly there is none */
		return p;
	while (p < w->end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
		p++;
	return p;
}

static inline bool
is_here(const struct walk *w, const char *p, char c)
{
	return p < w->end && *p == c;
}

static const char *
skip_digits(const struct walk *w, const char *p)
{
	while (p < w->end && *p >= '0' && *p <= '9')
		p++;
	return p;
}

/* The digits that must follow the sign, point or exponent at from; NULL when there are none. */
static const char *
walk_digits(struct walk *w, const char *p, const char *from, const char *why)
{
	const char *end = skip_digits(w, p);

	return end > p ? end : kin_json_walk_fail(w, from, why);
}

const char *
kin_json_walk_number(struct walk *w, const char *p)
{
	const char *from = p;

	p += *p == '-';
	if (is_here(w, p, '0')) {
		p++;
		if (skip_digits(w, p) > p)
			return kin_json_walk_fail(w, from, "a number that begins with 0");
	} else {
		p = walk_digits(w, p, from, "no value here");
	}
	if (p != NULL && is_here(w, p, '.'))
		p = walk_digits(w, p + 1, from, "a number without its end");
	if (p != NULL && (is_here(w, p, 'e') || is_here(w, p, 'E'))) {
		p++;
		p += is_here(w, p, '+') || is_here(w, p, '-');
		p = walk_digits(w, p, from, "a number without its end");
	}
	return p;
}

static const char *
walk_word(struct walk *w, const char *p, const char *word, size_t len)
{
	if ((size_t)(w->end - p) < len || memcmp(p, word, len) != 0)
		return kin_json_walk_fail(w, p, "no value here");
	return p + len;
}

static const char *
walk_array(struct walk *w, const char *p)
{
	p = skip_space(w, p + 1);
	if (is_here(w, p, ']'))
		return p + 1;
	for (;;) {
		p = walk_value(w, p);
		if (p == NULL)
			return NULL;
		p = skip_space(w, p);
		if (is_here(w, p, ']'))
			return p + 1;
		if (!is_here(w, p, ','))
			return kin_json_walk_fail(w, p, "an array without its end");
		p++;
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

static const char *
walk_name(struct walk *w, const char *p, struct kin_member *m)
{
	const char *from = p + 1, *end = kin_json_walk_string(w, p);

	if (end == NULL)
		return NULL;
	m->name_at = (uint32_t)(from - w->start);
	m->name_len = (uint32_t)(end - 1 - from);
	m->name_escaped = w->escaped;
	m->field = KIN_FIELD_NONE;
	if (w->depth == 1 && !w->escaped)
		m->field = (int16_t)kin_schema_find(kin_str(from, m->name_len));
	return end;
}

/* "name": value -- noted in members. */
static const char *
walk_member(struct walk *w, const char *p)
{
	struct kin_members *members = w->members;
	struct kin_member *m;
	size_t index = members->count;
	const char *from;

	if (!is_here(w, p, '"'))
		return kin_json_walk_fail(w, p, "an object without its end");
	if (index == members->cap)
		members->list = kin_grow(members->list, index, &members->cap, sizeof(*m));
	members->count = index + 1;
	p = walk_name(w, p, &members->list[index]);
	if (p == NULL)
		return NULL;
	p = skip_space(w, p);
	if (!is_here(w, p, ':'))
		return kin_json_walk_fail(w, p, "a name without a value");
	from = skip_space(w, p + 1);
	p = walk_value(w, from);
	if (p == NULL)
		return NULL;
	m = &members->list[index];		/* the list may have moved */
	m->value_at = (uint32_t)(from - w->start);
	m->value_len = (uint32_t)(p - from);
	m->type = (uint8_t)kin_json_type(kin_str(from, m->value_len));
	m->escaped = m->type == KIN_JSON_STRING && w->escaped;
	return p;
}

/* At the opening brace; the members stay on the stack: the caller takes them off. */
static const char *
walk_object(struct walk *w, const char *p)
{
	const char *open = p;
	size_t first = w->members->count;

	p = skip_space(w, p + 1);
	if (is_here(w, p, '}'))
		return p + 1;
	for (;;) {
		p = walk_member(w, p);
		if (p == NULL)
			return NULL;
		p = skip_space(w, p);
		if (!is_here(w, p, ','))
			break;
		p = skip_space(w, p + 1);
	}
	if (!is_here(w, p, '}'))
		return kin_json_walk_fail(w, p, "an object without its end");
	if (has_twin(w, first))
		return kin_json_walk_fail(w, open, "a name that comes twice in one object");
	return p + 1;
}

static const char *
walk_nested(struct walk *w, const char *p)
{
	size_t count = w->members->count;

	if (++w->depth > KIN_JSON_DEPTH)
		return kin_json_walk_fail(w, p, "nested too deep");
	p = *p == '{' ? walk_object(w, p) : walk_array(w, p);
	w->depth--;
	w->members->count = count;
	return p;
}

static const char *
walk_value(struct walk *w, const char *p)
{
	p = skip_space(w, p);
	if (p >= w->end)
		return kin_json_walk_fail(w, p, "cut short");
	switch (*p) {
	case '"':
		return kin_json_walk_string(w, p);
	case '{':
	case '[':
		return walk_nested(w, p);
	case 't':
		return walk_word(w, p, "true", 4);
	case 'f':
		return walk_word(w, p, "false", 5);
	case 'n':
		return walk_word(w, p, "null", 4);
	default:
		return kin_json_walk_number(w, p);
	}
}

/* Where the known fields are; of those with escapes in their names that is not known yet. */
static void
note_fields(struct kin_members *members)
{
	memset(members->at, 0xff, sizeof(members->at));
	members->any_escaped = false;
	for (size_t i = 0; i < members->count; i++) {
		members->any_escaped |= members->list[i].name_escaped;
		if (i < INT16_MAX)
			members->at[members->list[i].field + 1] = (int16_t)i;
	}
}

int
kin_json_scan_simply(struct kin_str text, struct kin_members *members, struct kin_err *err)
{
	struct walk w = { text.p, text.p + text.len, members, err, false, 1 };
	const char *p;

	members->count = 0;
	if (text.len >= UINT32_MAX)
		return kin_fail(err, "not JSON: longer than 4 GiB");
	p = skip_space(&w, text.p);
	if (is_here(&w, p, '{'))
		p = walk_object(&w, p);
	else
		p = kin_json_walk_fail(&w, p, "a record is an object, {…}");
	if (p == NULL)
		return -1;
	p = skip_space(&w, p);
	if (p < w.end) {
		kin_json_walk_fail(&w, p, "more after the object's end");
		return -1;
	}
	note_fields(members);
	return 0;
}
