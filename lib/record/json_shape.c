/* The names expected next: spares most names their check, their field and their twin. */
#include "json_walk.h"

#include "kin/base/mem.h"
#include "kin/record/schema.h"

enum {
	NAMES	 = 64,		/* in a shape */
	AHEAD	 = 16		/* names that a record may lack in a row */
};

struct expected {
	char	 name[32];	/* with its closing quote */
	uint8_t	 len;		/* quote included */
	int16_t	 field;
};

struct kin_shape {
	size_t		count;
	struct expected	names[NAMES];
};

void
kin_members_fini(struct kin_members *members)
{
	kin_free(members->list);
	kin_free(members->shape);
	*members = (struct kin_members){ 0 };
}

/* Does text, of which left bytes are there, begin with this name? */
static inline bool
begins_with(const struct expected *next, const char *text, size_t left)
{
#ifdef __SSE2__
	if (left >= 16 && next->len <= 16) {
		__m128i equal = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(const void *)text),
		    _mm_loadu_si128((const __m128i *)(const void *)next->name));
		unsigned want = (1u << next->len) - 1;

		return ((unsigned)_mm_movemask_epi8(equal) & want) == want;
	}
#endif
	return next->len <= left && memcmp(next->name, text, next->len) == 0;
}

const char *
kin_json_shape_take(const struct walk *w, const char *p, size_t *cursor, int16_t *field)
{
	const struct kin_shape *shape = w->members->shape;
	size_t left = (size_t)(w->end - p), last;

	if (shape == NULL)
		return NULL;
	last = shape->count - *cursor > AHEAD ? *cursor + AHEAD : shape->count;
	for (size_t i = *cursor; i < last; i++) {
		const struct expected *next = &shape->names[i];

		if (!begins_with(next, p, left))
			continue;
		*field = next->field;
		*cursor = i + 1;
		return p + next->len;
	}
	return NULL;
}

static bool
has_name(const struct kin_shape *shape, struct kin_str quoted)
{
	for (size_t i = 0; i < shape->count; i++) {
		if (kin_str_is(kin_str(shape->names[i].name, shape->names[i].len), quoted))
			return true;
	}
	return false;
}

void
kin_json_shape_learn(struct walk *w, size_t *cursor, struct kin_str name, int16_t field)
{
	struct kin_shape *shape = w->members->shape;
	struct kin_str quoted = kin_str(name.p, name.len + 1);
	struct expected *place;

	if (shape == NULL)
		shape = w->members->shape = kin_calloc(1, sizeof(*shape));
	if (shape->count == NAMES || quoted.len > sizeof(place->name) || has_name(shape, quoted))
		return;
	place = &shape->names[*cursor];
	memmove(place + 1, place, (shape->count - *cursor) * sizeof(*place));
	shape->count++;
	memcpy(place->name, quoted.p, quoted.len);
	place->len = (uint8_t)quoted.len;
	place->field = field;
	++*cursor;
}
