/*
 * The fast way through a record like those before it: names are compared whole with
 * those expected, texts and numbers looked at a block at a time.  It takes only what
 * is right; at anything else it gives up, and the simple scanner says what is wrong
 * (or that nothing is, and then new names are kept).
 */
#include "json_shape.h"
#include "json_walk.h"

#include "kin/base/mem.h"

enum {
	DEEP	 = 16,		/* levels of arrays and objects; more are left to the simple scanner */
	MISSES	 = 16,		/* lines in a row given up: then only each sixteenth is tried */
	FUTILE	 = 100,		/* lines whose new names could not be kept: then none is looked at */
	LEARN	 = 64 << 10	/* the longest line whose names are kept */
};

/* Small, and called for each member: their calls would cost as much as they do. */
#define INLINE	static inline __attribute__((always_inline))

/*
 * One walk.  Where in it is a parameter, so that it stays in a register.  The byte
 * before w.end is the record's closing brace: all that is taken from in between ends
 * at or before it, so that the next byte may be looked at without asking where it is.
 */
struct fast {
	struct walk		 w;
	struct kin_shape	*shape;
	const char		*at;		/* behind the colon of the name taken last */
	bool			 unknown;	/* given up at a name that is not expected */
};

static const char	*fast_other(struct fast *f, const char *p, struct shape_name *name, int depth);

static inline bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *
skip_spaces(const char *p)
{
	while (is_space(*p))
		p++;
	return p;
}

static inline const char *
skip_space(const char *p)
{
	return *p > ' ' ? p : skip_spaces(p);	/* mostly there is none */
}

/* What stops the text at at, of which less than a block is left. */
static unsigned
last_stops(const struct fast *f, const char *at)
{
	const char *from = f->w.end - KIN_BLOCK;

	return at < from || from < f->w.start ? 0 : kin_block_stops(from) >> (at - from);
}

/*
 * Goes from at to the first byte in mask.  When it is where that name's value ended the
 * last time, the place is known before the bytes are looked at, and what follows need
 * not wait for them.
 */
INLINE const char *
go_to(const char *at, unsigned mask, struct shape_name *name)
{
	if ((mask & -mask) == name->end_bit)
		return at + name->end;
	name->end_bit = mask & -mask;
	name->end = (uint8_t)__builtin_ctz(mask);
	return at + name->end;
}

/* A text that goes on behind its first block, or has more in it than plain text. */
static const char *
long_string(struct fast *f, const char *open, const char *at, bool *escaped)
{
	*escaped = false;
	if (f->w.end - at >= KIN_BLOCK) {
		unsigned stops = kin_block_stops(at);

		at += stops != 0 ? __builtin_ctz(stops) : 0;
		if (stops != 0 && *at == '"')
			return at + 1;
	}
	at = kin_json_walk_string_on(&f->w, open, at);
	*escaped = f->w.escaped;
	return at;
}

/* From the opening quote to past the closing one. */
INLINE const char *
fast_string(struct fast *f, const char *p, struct shape_name *name, bool *escaped)
{
	const char *at = p + 1;
	unsigned stops = f->w.end - at >= KIN_BLOCK ? kin_block_stops(at) : last_stops(f, at);

	*escaped = false;
	if (stops == 0)
		return long_string(f, p, f->w.end - at >= KIN_BLOCK ? at + KIN_BLOCK : at, escaped);
	at = go_to(at, stops, name);
	return *at == '"' ? at + 1 : long_string(f, p, at, escaped);
}

INLINE const char *
fast_number(struct fast *f, const char *p, struct shape_name *name)
{
	const char *at = p + (*p == '-');

	if (f->w.end - at >= KIN_BLOCK) {
		unsigned others = kin_block_others(at);
		const char *end = others != 0 ? go_to(at, others, name) : at;

		if (end > at && (*at != '0' || end == at + 1) && *end != '.' && (*end | 32) != 'e')
			return end;
	}
	return kin_json_walk_number(&f->w, p);
}

/* The value of that name, or an element of its array. */
INLINE const char *
fast_value(struct fast *f, const char *p, struct shape_name *name, int depth, struct kin_member *m)
{
	m->escaped = false;
	if (*p == '"') {
		m->type = KIN_JSON_STRING;
		return fast_string(f, p, name, &m->escaped);
	}
	if (*p <= '9') {
		m->type = KIN_JSON_NUMBER;
		return fast_number(f, p, name);
	}
	m->type = (uint8_t)kin_json_type(kin_str(p, 1));
	return fast_other(f, p, name, depth);
}

/* Out of order, near the end, or not followed by its colon at once: each name is tried.  f->at: behind the colon. */
static struct shape_name *
take_any_name(struct fast *f, struct shape_level *level, struct shape_name *name, const char *p)
{
	const struct shape_name *past = level->names + level->count;
	size_t left = (size_t)(f->w.end - p);

	for (unsigned tried = 0; tried < level->count; tried++, name++) {
		name = name < past ? name : level->names;
		if (*p != name->text[0] || name->len - 1u > left || memcmp(name->text, p, name->len - 1u) != 0)
			continue;
		f->at = skip_space(p + name->len - 1);
		return *f->at++ == ':' ? name : NULL;
	}
	f->unknown = true;
	return NULL;
}

/*
 * At the first byte of a name; returns the place behind its colon.  *name is the one
 * expected, then the one met.
 */
INLINE const char *
take_name(struct fast *f, struct shape_level *level, struct shape_name **name, const char *p)
{
	struct shape_name *met = *name;

	if (f->w.end - p >= KIN_BLOCK) {
		while ((kin_block_differs(p, met->text) & met->mask) != 0)
			met++;			/* the last one has no mask */
		if (met->len - 1u < KIN_BLOCK || (met->len != 0 && met->len <= f->w.end - p &&
		    memcmp(p, met->text, met->len) == 0)) {
			*name = met;
			return p + met->len;
		}
	}
	*name = take_any_name(f, level, *name, p);
	return *name != NULL ? f->at : NULL;
}

/* Behind a value: past the comma and the next quote, *more set; or past the closing brace. */
INLINE const char *
next_member(const char *p, bool *more)
{
	if (*p == ',' && p[1] == '"')
		return p + 2;
	p = skip_space(p);
	*more = *p == ',';
	if (!*more)
		return *p == '}' ? p + 1 : NULL;
	p = skip_space(p + 1);
	return *p == '"' ? p + 1 : NULL;
}

/* Behind the opening brace.  members NULL: nobody wants to know which. */
INLINE const char *
fast_members(struct fast *f, const char *p, struct shape_level *level, int depth, struct kin_members *members)
{
	struct shape_name *name = level->names;
	struct kin_member unread, *m = members != NULL ? members->list : &unread;
	int16_t count = 0;
	uint64_t seen = 0;
	bool more;

	p = skip_space(p);
	more = *p == '"';
	p = more || *p == '}' ? p + 1 : NULL;
	while (p != NULL && more) {
		const char *from = take_name(f, level, &name, p);

		if (from == NULL || (seen & name->bit))
			return NULL;
		seen |= name->bit;
		from = skip_space(from);
		if (members != NULL) {
			m->name_at = (uint32_t)(p - f->w.start);
			m->name_len = name->len - 2u;
			m->value_at = (uint32_t)(from - f->w.start);
			m->name_escaped = false;
			m->field = name->field;
			members->at[name->field + 1] = count++;
		}
		p = fast_value(f, from, name, depth, m);
		if (p == NULL)
			return NULL;
		if (members != NULL)
			m++->value_len = (uint32_t)(p - from);
		p = next_member(p, &more);
		name++;
	}
	if (members != NULL)
		members->count = (size_t)count;
	return p;
}

static const char *
fast_object(struct fast *f, const char *p, uint8_t index, int depth)
{
	f->unknown |= index == 0;
	return index == 0 ? NULL : fast_members(f, p + 1, f->shape->level[index], depth, NULL);
}

static const char *
fast_array(struct fast *f, const char *p, struct shape_name *name, int depth)
{
	struct kin_member element;

	p = skip_space(p + 1);
	if (*p == ']')
		return p + 1;
	for (;;) {
		p = fast_value(f, skip_space(p), name, depth, &element);
		if (p == NULL)
			return NULL;
		p = skip_space(p);
		if (*p != ',')
			return *p == ']' ? p + 1 : NULL;
		p++;
	}
}

static const char *
fast_word(const struct fast *f, const char *p, const char *word, size_t len)
{
	return (size_t)(f->w.end - p) >= len && memcmp(p, word, len) == 0 ? p + len : NULL;
}

/* What is neither text nor number. */
static const char *
fast_other(struct fast *f, const char *p, struct shape_name *name, int depth)
{
	switch (*p) {
	case '{':
	case '[':
		if (depth == DEEP)
			return NULL;
		p = *p == '{' ? fast_object(f, p, name->inner, depth + 1) : fast_array(f, p, name, depth + 1);
		return p < f->w.end ? p : NULL;		/* that brace is the record's own */
	case 't':
		return fast_word(f, p, "true", 4);
	case 'f':
		return fast_word(f, p, "false", 5);
	case 'n':
		return fast_word(f, p, "null", 4);
	default:
		return NULL;
	}
}

static bool
fast_scan(struct kin_str text, struct kin_members *members, bool *unknown)
{
	struct fast f = { { text.p, text.p + text.len, members, &members->shape->unsaid, false, 1 },
	    members->shape, NULL, false };
	const char *p = text.p;

	while (f.w.end > p && is_space(f.w.end[-1]))
		f.w.end--;
	if (f.w.end == p || f.w.end[-1] != '}')
		return false;
	while (members->cap < SHAPE_NAMES)
		members->list = kin_grow(members->list, members->cap, &members->cap, sizeof(*members->list));
	p = skip_space(p);
	p = *p == '{' && p + 1 < f.w.end ? fast_members(&f, p + 1, f.shape->level[0], 1, members) : NULL;
	*unknown = f.unknown;
	return p == f.w.end;
}

int
kin_json_scan(struct kin_str text, struct kin_members *members, struct kin_err *err)
{
	struct kin_shape *shape = members->shape;
	bool unknown = false;

	if (shape == NULL)
		shape = members->shape = json_shape_new();
	memset(members->at, 0xff, sizeof(members->at));
	members->any_escaped = false;
	if (text.len < UINT32_MAX && (shape->misses < MISSES || shape->misses % MISSES == 0) &&
	    fast_scan(text, members, &unknown)) {
		shape->misses = 0;
		return 0;
	}
	shape->misses++;
	if (kin_json_scan_simply(text, members, err) != 0)
		return -1;
	if (unknown && text.len <= LEARN && shape->futile < FUTILE)
		json_shape_learn(shape, text);
	return 0;
}
