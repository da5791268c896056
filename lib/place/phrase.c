#include "kin/place/phrase.h"

#include "kin/base/buf.h"
#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "kin/base/utf8.h"

/*
 * An automaton over words, so that whole words alone match.  A state is a node of the
 * tree of all phrases; few words lead on from a node, so steps are kept in one table
 * for all nodes, by node and word.
 */
#define ROOT	0u

enum { MOST_BYTES = 1 << 19 };

struct step {
	uint32_t	node, word, to;		/* to is ROOT in a free slot */
};

struct node {
	uint32_t	phrase;			/* that ends here, or KIN_PHRASE_NONE */
	uint32_t	fallback;		/* the longest end of what was read that begins a phrase */
	uint32_t	shorter;		/* the next shorter phrase that ends here: its node, or ROOT */
	uint32_t	child, sibling, word;	/* the tree: nodes, or ROOT, and the word that leads here */
};

struct kin_phrase_set {
	struct kin_map	*phrases;		/* folded */
	size_t		 bytes;
	struct kin_buf	 folded, word;		/* scratch */
	bool		 ready;			/* all below belongs to the phrases as they are */
	struct kin_map	*words;
	uint32_t	*of_hash;		/* 1 + a word, by its hash; open addressing, as many slots as steps */
	struct node	*node;
	size_t		 nodes, node_cap;
	struct step	*step;			/* open addressing */
	size_t		 slots;			/* a power of two */
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
	kin_map_free(set->words);
	kin_free(set->of_hash);
	kin_free(set->node);
	kin_free(set->step);
	set->words = NULL;
	set->of_hash = NULL;
	set->node = NULL;
	set->step = NULL;
	set->nodes = set->node_cap = 0;
}

void
kin_phrase_free(struct kin_phrase_set *set)
{
	if (set == NULL)
		return;
	free_table(set);
	kin_map_free(set->phrases);
	kin_buf_fini(&set->folded);
	kin_buf_fini(&set->word);
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

/* --- words ---------------------------------------------------------------------- */

/* FNV-1a, byte by byte while a word is read. */
#define HASH	2166136261u

static uint32_t
hash_byte(uint32_t hash, char c)
{
	return (hash ^ (unsigned char)c) * 16777619u;
}

/* Where a word of that hash stands, or the free slot. */
static uint32_t *
find_word(const struct kin_phrase_set *set, struct kin_str word, uint32_t hash)
{
	size_t at = (hash ^ hash >> 15) & (set->slots - 1);

	while (set->of_hash[at] != 0 && !kin_str_is(kin_map_key(set->words, set->of_hash[at] - 1), word))
		at = (at + 1) & (set->slots - 1);
	return &set->of_hash[at];
}

static uint32_t
add_word(struct kin_phrase_set *set, struct kin_str word)
{
	uint32_t number = kin_map_add(set->words, word, NULL), hash = HASH;

	for (size_t i = 0; i < word.len; i++)
		hash = hash_byte(hash, word.p[i]);
	*find_word(set, word, hash) = number + 1;
	return number;
}

/* --- the tree --------------------------------------------------------------------- */

/* The slot of a step, or the free one where it would stand. */
static struct step *
slot_of(const struct kin_phrase_set *set, uint32_t node, uint32_t word)
{
	uint64_t mixed = ((uint64_t)node << 32 | word) * UINT64_C(0x9e3779b97f4a7c15);
	size_t at = (size_t)(mixed >> 32) & (set->slots - 1);

	while (set->step[at].to != ROOT && (set->step[at].node != node || set->step[at].word != word))
		at = (at + 1) & (set->slots - 1);
	return &set->step[at];
}

static uint32_t
new_node(struct kin_phrase_set *set, uint32_t word)
{
	set->node = kin_grow(set->node, set->nodes, &set->node_cap, sizeof(*set->node));
	set->node[set->nodes] = (struct node){ .phrase = KIN_PHRASE_NONE, .word = word };
	return (uint32_t)set->nodes++;
}

static uint32_t
step_in(struct kin_phrase_set *set, uint32_t node, uint32_t word)
{
	struct step *step = slot_of(set, node, word);

	if (step->to == ROOT) {
		uint32_t to = new_node(set, word);

		*step = (struct step){ node, word, to };
		set->node[to].sibling = set->node[node].child;
		set->node[node].child = to;
	}
	return step->to;
}

static void
plant(struct kin_phrase_set *set)
{
	new_node(set, KIN_MAP_NONE);
	for (uint32_t id = 0; id < kin_map_count(set->phrases); id++) {
		struct kin_str rest = kin_map_key(set->phrases, id), word;
		uint32_t at = ROOT;

		while (kin_str_next(&rest, ' ', &word))
			at = step_in(set, at, add_word(set, word));
		set->node[at].phrase = id;
	}
}

/* Where a word leads: from the node, or from the ends of what was read that begin phrases. */
static uint32_t
walk(const struct kin_phrase_set *set, uint32_t node, uint32_t word)
{
	for (;;) {
		uint32_t to = slot_of(set, node, word)->to;

		if (to != ROOT || node == ROOT)
			return to;
		node = set->node[node].fallback;
	}
}

/* Fallbacks, breadth first: a node's is found by that of the node before it. */
static void
complete(struct kin_phrase_set *set)
{
	uint32_t *queue = kin_calloc(set->nodes, sizeof(*queue));
	size_t head = 0, tail = 1;

	while (head < tail) {
		uint32_t at = queue[head++];

		for (uint32_t to = set->node[at].child; to != ROOT; to = set->node[to].sibling) {
			uint32_t back = at == ROOT ? ROOT : walk(set, set->node[at].fallback, set->node[to].word);

			set->node[to].fallback = back;
			set->node[to].shorter = set->node[back].phrase != KIN_PHRASE_NONE ? back :
			    set->node[back].shorter;
			queue[tail++] = to;
		}
	}
	kin_free(queue);
}

/* No more steps than words, and half of the slots free. */
static void
build(struct kin_phrase_set *set)
{
	size_t words = 0;

	free_table(set);
	for (uint32_t id = 0; id < kin_map_count(set->phrases); id++) {
		struct kin_str phrase = kin_map_key(set->phrases, id);

		for (size_t at = 0; at < phrase.len; at = kin_str_find(phrase, ' ', at) + 1)
			words++;
	}
	for (set->slots = 16; set->slots < 2 * words; set->slots *= 2)
		;
	set->step = kin_calloc(set->slots, sizeof(*set->step));
	set->of_hash = kin_calloc(set->slots, sizeof(*set->of_hash));
	set->words = kin_map_new();
	plant(set);
	complete(set);
	set->ready = true;
}

static void
tell(const struct kin_phrase_set *set, uint32_t at, kin_phrase_hit *hit, void *ctx)
{
	bool is_longest = true;

	if (set->node[at].phrase == KIN_PHRASE_NONE)
		at = set->node[at].shorter;
	for (; at != ROOT; at = set->node[at].shorter) {
		hit(ctx, set->node[at].phrase, is_longest);
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

/*
 * Takes the next word off the front of text, folded as phrases are: no capitals, no
 * apostrophes.  word has room for all of text; 1 + the word's number, 0 for one that no
 * phrase has; false at the end.
 */
static bool
next_word(struct kin_phrase_set *set, struct kin_str text, size_t *at, uint32_t *number)
{
	struct kin_str word = { set->word.p, 0 };
	uint32_t hash = HASH;

	for (; *at < text.len; ++*at) {
		char c = text.p[*at];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if ((unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
			set->word.p[word.len++] = c;
			hash = hash_byte(hash, c);
		} else if (c != '\'' && word.len > 0)
			break;
	}
	*number = word.len > 0 ? *find_word(set, word, hash) : 0;
	return word.len > 0;
}

void
kin_phrase_scan(struct kin_phrase_set *set, struct kin_str text, kin_phrase_hit *hit, void *ctx)
{
	uint32_t node = ROOT, number;
	size_t at = 0;

	if (kin_map_count(set->phrases) == 0 || text.len == 0)
		return;
	if (!set->ready)
		build(set);
	if (!is_ascii(text))
		text = fold(set, text);
	kin_buf_room(&set->word, text.len);
	while (next_word(set, text, &at, &number)) {
		node = number == 0 ? ROOT : walk(set, node, number - 1);
		if (node != ROOT)
			tell(set, node, hit, ctx);
	}
}
