/*
 * json_walk -- what the pieces of the JSON scanner share; private to this room.
 *
 * Shape    each walk takes the place where it stands and returns the place that it
 *          has got to, or NULL when the text is wrong there and err says why: the
 *          place stays in a register, which is most of the scanner's speed.
 */
#ifndef KIN_JSON_WALK_H
#define KIN_JSON_WALK_H

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "kin/record/json.h"

/* One walk over a text; members is also the stack of names of the objects open. */
struct walk {
	const char		*start, *end;
	struct kin_members	*members;
	struct kin_err		*err;
	bool			 escaped;	/* the string walked last has a backslash */
	int			 depth;
};

/* Says why at the byte at; returns NULL. */
const char	*kin_json_walk_fail(struct walk *w, const char *at, const char *why);

/* From the opening quote to past the closing one; sets escaped. */
const char	*kin_json_walk_string(struct walk *w, const char *p);

/* The same, without a call for most strings: short, and nothing in them but plain text. */
static inline const char *
kin_json_walk_short_string(struct walk *w, const char *p)
{
#ifdef __SSE2__
	if (w->end - p > 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)(const void *)(p + 1));
		/* signed: bytes from 0x80 up are below space as control bytes are */
		__m128i hit = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8('"')),
		    _mm_cmpeq_epi8(x, _mm_set1_epi8('\\'))), _mm_cmplt_epi8(x, _mm_set1_epi8(' ')));
		unsigned mask = (unsigned)_mm_movemask_epi8(hit);
		const char *stop = p + 1 + (mask ? __builtin_ctz(mask) : 0);

		if (mask != 0 && *stop == '"') {
			w->escaped = false;
			return stop + 1;
		}
	}
#endif
	return kin_json_walk_string(w, p);
}

/*
 * At the first byte of a top-level name: one that the shape expects next (or a
 * little later) is taken whole, closing quote and all, and *field set; returns
 * NULL when the shape has none such.  cursor is where in the shape this object
 * has got to, 0 at first.
 */
const char	*kin_json_shape_take(const struct walk *w, const char *p, size_t *cursor, int16_t *field);

/* A name that the shape did not have is put in at the cursor, for the next record. */
void		 kin_json_shape_learn(struct walk *w, size_t *cursor, struct kin_str name, int16_t field);

#endif
