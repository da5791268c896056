#include "kin/place/phrase.h"

#include <assert.h>

#include "kin/base/buf.h"
#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "kin/base/utf8.h"

/*
 * An automaton over " phrase " with a space at both ends, so that whole words
 * alone match.  A state is the place of its row in next; the table has a column
 * for each sort of byte.
 */
enum {
	SPACE,		/* what parts words: any run of it counts once */
	APOSTROPHE,	/* not there: "won't" is "wont" */
	STRANGE,	/* a letter or digit that no phrase has */
	FIRST_LETTER
};

#define FOUND	0x80000000u		/* in next: phrases end where this leads */
#define UNSET	UINT32_MAX
#define ROOT	0u

enum { MOST_BYTES = 1 << 18 };

struct kin_phrase_set {
	struct kin_map	*phrases;	/* folded */
	size_t		 bytes;
	struct kin_buf	 folded;	/* scratch */
	bool		 ready;		/* all below belongs to the phrases as they are */
	uint8_t		 column[256];
	uint32_t	 width, rows;
	uint32_t	*next;
	uint32_t	*phrase_at;	/* of each row: the longest phrase that ends there */
	uint32_t	*shorter;	/* row of the next shorter one that ends there, or ROOT */
};

struct kin_phrase_set *
kin_phrase_new(void)
{
	struct kin_phrase_set *set = kin_calloc(1, sizeof(*set));

	set->phrases = kin_map_new();
	return set;
}

static void
free_table(struct kin_phrase_set *set)
{
	kin_free(set->next);
	kin_free(set->phrase_at);
	kin_free(set->shorter);
}

void
kin_phrase_free(struct kin_phrase_set *set)
{
	if (set == NULL)
		return;
	free_table(set);
	kin_map_free(set->phrases);
	kin_buf_fini(&set->folded);
	kin_free(set);
}

static struct kin_str
fold(struct kin_phrase_set *set, struct kin_str text)
{
	kin_buf_clear(&set->folded);
	kin_utf8_fold(&set->folded, text);
	return kin_buf_str(&set->folded);
}

uint32_t
kin_phrase_add(struct kin_phrase_set *set, struct kin_str phrase)
{
	struct kin_str folded = fold(set, phrase);

	if (folded.len == 0 || set->bytes + folded.len > MOST_BYTES)
		return KIN_PHRASE_NONE;
	set->bytes += folded.len;
	set->ready = false;
	return kin_map_add(set->phrases, folded, NULL);
}

struct kin_str
kin_phrase_text(const struct kin_phrase_set *set, uint32_t id)
{
	return kin_map_key(set->phrases, id);
}

/* One column for each byte that phrases have; capitals share their letter's. */
static void
set_columns(struct kin_phrase_set *set)
{
	uint8_t *column = set->column;
	uint32_t width = FIRST_LETTER;

	memset(column, SPACE, 256);
	memset(&column[0x80], STRANGE, 0x80);
	memset(&column['0'], STRANGE, 10);
	memset(&column['a'], STRANGE, 26);
	column['\''] = APOSTROPHE;
	for (uint32_t id = 0; id < kin_map_count(set->phrases); id++) {
		struct kin_str phrase = kin_map_key(set->phrases, id);

		for (size_t i = 0; i < phrase.len; i++)
			if (column[(uint8_t)phrase.p[i]] == STRANGE)
				column[(uint8_t)phrase.p[i]] = (uint8_t)width++;
	}
	memcpy(&column['A'], &column['a'], 26);
	set->width = width;
}

/* The phrases alone, before fallbacks are filled in: who stands under whom. */
struct trie {
	uint32_t	*child, *sibling;	/* of each row: rows, or ROOT */
	uint8_t		*by;			/* the column that leads there */
};

static uint32_t
new_row(struct kin_phrase_set *set)
{
	uint32_t row = set->rows++ * set->width;

	memset(&set->next[row], 0xff, set->width * sizeof(*set->next));
	set->phrase_at[row / set->width] = KIN_PHRASE_NONE;
	return row;
}

static uint32_t
step_in(struct kin_phrase_set *set, struct trie *trie, uint32_t row, uint8_t column)
{
	uint32_t to = set->next[row + column];

	if (to == UNSET) {
		to = new_row(set);
		set->next[row + column] = to;
		trie->by[to / set->width] = column;
		trie->sibling[to / set->width] = trie->child[row / set->width];
		trie->child[row / set->width] = to;
	}
	return to;
}

static void
plant(struct kin_phrase_set *set, struct trie *trie)
{
	new_row(set);
	for (uint32_t id = 0; id < kin_map_count(set->phrases); id++) {
		struct kin_str phrase = kin_map_key(set->phrases, id);
		uint32_t row = step_in(set, trie, ROOT, SPACE);

		for (size_t i = 0; i < phrase.len; i++)
			row = step_in(set, trie, row, set->column[(uint8_t)phrase.p[i]]);
		row = step_in(set, trie, row, SPACE);
		set->phrase_at[row / set->width] = id;
	}
}

/*
 * Rows breadth first.  Where the phrases do not lead on, the row of the longest
 * end of what was read that does begin a phrase (its fallback) does.
 */
static void
complete(struct kin_phrase_set *set, const struct trie *trie)
{
	uint32_t *queue = kin_calloc(set->rows, sizeof(*queue));
	uint32_t *fallback = kin_calloc(set->rows, sizeof(*fallback));
	size_t head = 0, tail = 1, size = set->width * sizeof(*set->next);

	queue[0] = ROOT;
	while (head < tail) {
		uint32_t row = queue[head++], back = fallback[row / set->width];

		if (row == ROOT)
			memset(&set->next[ROOT], 0, size);
		else
			memcpy(&set->next[row], &set->next[back], size);
		for (uint32_t to = trie->child[row / set->width]; to != ROOT; to = trie->sibling[to / set->width]) {
			uint32_t at = to / set->width;
			uint32_t other = row == ROOT ? ROOT : set->next[back + trie->by[at]];

			set->next[row + trie->by[at]] = to;
			fallback[at] = other;
			set->shorter[at] = set->phrase_at[other / set->width] != KIN_PHRASE_NONE ? other :
			    set->shorter[other / set->width];
			queue[tail++] = to;
		}
	}
	kin_free(fallback);
	kin_free(queue);
}

/* Marks where phrases end, and lets apostrophes and further spaces change nothing. */
static void
finish(struct kin_phrase_set *set)
{
	bool *after_space = kin_calloc(set->rows, sizeof(*after_space));

	for (uint32_t i = 0; i < set->rows; i++) {
		uint32_t *to = &set->next[i * set->width + SPACE];
		uint32_t at = *to / set->width;

		after_space[at] = true;
		if (set->phrase_at[at] != KIN_PHRASE_NONE || set->shorter[at] != ROOT)
			*to |= FOUND;
	}
	for (uint32_t i = 0; i < set->rows; i++) {
		uint32_t row = i * set->width;

		set->next[row + APOSTROPHE] = row;
		if (after_space[i])
			set->next[row + SPACE] = row;
	}
	kin_free(after_space);
}

static void
build(struct kin_phrase_set *set)
{
	struct trie trie;
	size_t most = set->bytes + 2 * (size_t)kin_map_count(set->phrases) + 2;

	free_table(set);
	set_columns(set);
	assert(most * set->width < FOUND);
	set->rows = 0;
	set->next = kin_calloc(most * set->width, sizeof(*set->next));
	set->phrase_at = kin_calloc(most, sizeof(*set->phrase_at));
	set->shorter = kin_calloc(most, sizeof(*set->shorter));
	trie.child = kin_calloc(most, sizeof(*trie.child));
	trie.sibling = kin_calloc(most, sizeof(*trie.sibling));
	trie.by = kin_calloc(most, sizeof(*trie.by));
	plant(set, &trie);
	complete(set, &trie);
	finish(set);
	kin_free(trie.child);
	kin_free(trie.sibling);
	kin_free(trie.by);
	set->ready = true;
}

static void
tell(const struct kin_phrase_set *set, uint32_t row, kin_phrase_hit *hit, void *ctx)
{
	bool is_longest = true;

	for (; row != ROOT; row = set->shorter[row / set->width]) {
		uint32_t id = set->phrase_at[row / set->width];

		if (id == KIN_PHRASE_NONE)
			continue;
		hit(ctx, id, is_longest);
		is_longest = false;
	}
}

static bool
is_ascii(struct kin_str text)
{
	unsigned char all = 0;

	for (size_t i = 0; i < text.len; i++)
		all |= (unsigned char)text.p[i];
	return all < 0x80;
}

void
kin_phrase_scan(struct kin_phrase_set *set, struct kin_str text, kin_phrase_hit *hit, void *ctx)
{
	uint32_t row;

	if (kin_map_count(set->phrases) == 0 || text.len == 0)
		return;
	if (!set->ready)
		build(set);
	if (!is_ascii(text))
		text = fold(set, text);
	row = set->next[ROOT + SPACE];
	for (size_t i = 0; i < text.len; i++) {
		row = set->next[row + set->column[(uint8_t)text.p[i]]];
		if (row & FOUND)
			tell(set, row &= ~FOUND, hit, ctx);
	}
	row = set->next[row + SPACE];
	if (row & FOUND)
		tell(set, row & ~FOUND, hit, ctx);
}
