#include "kin/field/needlist.h"

#include <assert.h>
#include <stdlib.h>

#include "needwords.h"

enum {
	PHRASES = 2048,		/* room for; an assert says when it is too little */
	LETTERS = 128
};

/* Filled once, before main: the phrases in byte order, a phrase behind the shorter ones that it begins with. */
static struct phrase {
	struct kin_str	text;
	uint32_t	needs;
} phrases[PHRASES];
static size_t count;

/* Where the phrases of a first byte begin, and which second bytes they have. */
static uint16_t begins[LETTERS + 1];
static uint32_t seconds[LETTERS][LETTERS / 32];

static int
compare(const void *a, const void *b)
{
	return kin_str_cmp(((const struct phrase *)a)->text, ((const struct phrase *)b)->text);
}

static void
index_phrases(void)
{
	size_t at = 0;

	for (size_t c = 0; c <= LETTERS; c++) {
		while (at < count && (unsigned char)phrases[at].text.p[0] < c)
			at++;
		begins[c] = (uint16_t)at;
	}
	for (size_t i = 0; i < count; i++) {
		unsigned second = phrases[i].text.p[1] & (LETTERS - 1);

		seconds[phrases[i].text.p[0] & (LETTERS - 1)][second / 32] |= UINT32_C(1) << second % 32;
	}
}

__attribute__((constructor)) static void
fill_phrases(void)
{
	for (size_t i = 0; kin_needwords[i].phrases != NULL; i++) {
		struct kin_str rest = kin_str_of(kin_needwords[i].phrases), piece;

		while (kin_str_next(&rest, ',', &piece)) {
			piece = kin_str_trim(piece);
			assert(count < PHRASES && piece.len > 1);
			phrases[count++] = (struct phrase){ piece, kin_needwords[i].needs };
		}
	}
	qsort(phrases, count, sizeof(*phrases), compare);
	index_phrases();
}

/* Most words begin no phrase, and their first two letters show it. */
static bool
may_begin(struct kin_str rest)
{
	unsigned first, second;

	if (rest.len < 2)
		return false;
	first = (unsigned char)rest.p[0];
	second = (unsigned char)rest.p[1];
	return first < LETTERS && second < LETTERS && seconds[first][second / 32] >> second % 32 & 1;
}

/* First phrase that is not before the word. */
static size_t
first_not_before(struct kin_str word)
{
	size_t low = begins[(unsigned char)word.p[0]], high = begins[(unsigned char)word.p[0] + 1];

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (kin_str_cmp(phrases[middle].text, word) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
kin_needlist_match(struct kin_str folded, size_t at, uint32_t *needs)
{
	struct kin_str rest = kin_str(folded.p + at, folded.len - at);
	struct kin_str word;
	size_t found = 0;

	if (!may_begin(rest))
		return 0;
	word = kin_str(rest.p, kin_str_find(rest, ' ', 0));
	for (size_t i = first_not_before(word); i < count; i++) {
		struct kin_str phrase = phrases[i].text;

		if (!kin_str_has_prefix(phrase, word))
			break;
		if (phrase.len > found && kin_str_has_prefix(rest, phrase) &&
		    (phrase.len == rest.len || rest.p[phrase.len] == ' ')) {
			found = phrase.len;
			*needs = phrases[i].needs;
		}
	}
	return found;
}
