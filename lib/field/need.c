#include "kin/field/need.h"

#include "kin/base/utf8.h"
#include "kin/field/needlist.h"
#include "kin/field/placeholder.h"

const struct kin_str kin_need_word[KIN_NEED_COUNT] = {
#define X(id, word, meaning) { word, sizeof(word) - 1 },
	KIN_NEEDS(X)
#undef X
};

enum kind {
	WORD_PLAIN,
	WORD_NOT,		/* may say that something is not needed */
	WORD_NEED,
	WORD_LOOSE,		/* may stand between the two: "no longer needs" */
	WORD_BUT,		/* another matter begins */
	WORD_SMALL,		/* says nothing of its own beside a task word */
	WORD_HELP,		/* the same, and asks */
	WORD_ASK,
	WORD_DONE,		/* somebody does it, or did */
	WORD_KIN,		/* somebody who may */
	WORD_DOES,		/* done by them: "her son gets", but "he gets a food parcel" is asked about */
	WORD_ONCE		/* done no more */
};

enum {
	KIND_MAX = 13,		/* bytes of the longest word below */
	ASK_REACH = 5,		/* words behind "needs" that are what is asked for */
	DONE_REACH = 5
};

static const struct {
	const char	*word;
	enum kind	 kind;
} kinds[] = {
	{ "no", WORD_NOT }, { "not", WORD_NOT }, { "dont", WORD_NOT }, { "doesnt", WORD_NOT },
	{ "didnt", WORD_NOT }, { "never", WORD_NOT }, { "without", WORD_NOT },
	{ "need", WORD_NEED }, { "needs", WORD_NEED }, { "needed", WORD_NEED },
	{ "needing", WORD_NEED }, { "want", WORD_NEED }, { "wants", WORD_NEED },
	{ "wanted", WORD_NEED }, { "require", WORD_NEED }, { "requires", WORD_NEED },
	{ "required", WORD_NEED }, { "necessary", WORD_NEED },
	{ "longer", WORD_LOOSE }, { "really", WORD_LOOSE }, { "currently", WORD_LOOSE },
	{ "but", WORD_BUT }, { "however", WORD_BUT }, { "except", WORD_BUT },
	{ "and", WORD_SMALL }, { "or", WORD_SMALL }, { "with", WORD_SMALL }, { "for", WORD_SMALL },
	{ "a", WORD_SMALL }, { "the", WORD_SMALL }, { "some", WORD_SMALL }, { "help", WORD_HELP },
	{ "helping", WORD_SMALL }, { "please", WORD_SMALL }, { "support", WORD_SMALL },
	{ "assistance", WORD_SMALL }, { "getting", WORD_SMALL }, { "get", WORD_SMALL },
	{ "collect", WORD_SMALL }, { "collecting", WORD_SMALL }, { "collection", WORD_SMALL },
	{ "delivery", WORD_SMALL }, { "delivering", WORD_SMALL }, { "advice", WORD_SMALL },
	{ "like", WORD_ASK }, { "love", WORD_ASK }, { "asked", WORD_ASK }, { "asking", WORD_ASK },
	{ "does", WORD_DONE }, { "got", WORD_DONE }, { "received", WORD_DONE }, { "collects", WORD_DONE },
	{ "brings", WORD_DONE }, { "fetches", WORD_DONE }, { "delivers", WORD_DONE }, { "had", WORD_DONE },
	{ "already", WORD_DONE }, { "knows", WORD_DONE }, { "said", WORD_DONE },
	{ "gets", WORD_DOES }, { "buys", WORD_DOES }, { "orders", WORD_DOES }, { "rings", WORD_DOES },
	{ "calls", WORD_DOES }, { "drives", WORD_DOES }, { "takes", WORD_DOES }, { "picks", WORD_DOES },
	{ "usually", WORD_ONCE }, { "normally", WORD_ONCE }, { "used", WORD_ONCE }, { "until", WORD_ONCE },
	{ "daughter", WORD_KIN }, { "son", WORD_KIN }, { "family", WORD_KIN }, { "wife", WORD_KIN },
	{ "husband", WORD_KIN }, { "partner", WORD_KIN }, { "sister", WORD_KIN }, { "brother", WORD_KIN },
	{ "neighbour", WORD_KIN }, { "neighbours", WORD_KIN }, { "friend", WORD_KIN }, { "friends", WORD_KIN },
	{ "niece", WORD_KIN }, { "nephew", WORD_KIN }, { "grandson", WORD_KIN }, { "mum", WORD_KIN },
	{ "carer", WORD_KIN }, { "granddaughter", WORD_KIN }
};

/* What somebody else may do; what troubles a person is there whoever does what. */
#define TASKS	(1U << KIN_NEED_SHOPPING | 1U << KIN_NEED_PARCEL | 1U << KIN_NEED_PRESCRIPTION \
		| 1U << KIN_NEED_CALL | 1U << KIN_NEED_DRIVING | 1U << KIN_NEED_LEAFLETTING)

/* One clause: folded text, and what has been read of it. */
struct clause {
	struct kin_str	text;
	size_t		at;
	bool		answer;		/* in a cell of answers: every phrase counts */
	bool		more;		/* it says more than task words */
	int		asked, done;	/* words that may still belong to "needs", "does" */
	bool		kin, once;	/* "her son"; "used to" */
	bool		negated;	/* by the word before; "no" says rather what is missing */
};

enum {
	KINDS = sizeof(kinds) / sizeof(*kinds),
	SLOTS = 256		/* several times the words, a power of two */
};

static uint8_t slots[SLOTS];	/* 1 + place in kinds, 0 = none; open addressing, filled once, before main */

static unsigned
slot_of(struct kin_str word)
{
	return ((unsigned char)word.p[0] * 7u + (unsigned char)word.p[word.len / 2] * 23u
	    + (unsigned char)word.p[word.len - 1] * 59u + (unsigned)word.len * 101u) & (SLOTS - 1);
}

__attribute__((constructor)) static void
fill_slots(void)
{
	for (size_t i = 0; i < KINDS; i++) {
		unsigned at = slot_of(kin_str_of(kinds[i].word));

		while (slots[at] != 0)
			at = (at + 1) & (SLOTS - 1);
		slots[at] = (uint8_t)(i + 1);
	}
}

static enum kind
kind_of(struct kin_str word)
{
	if (word.len == 0 || word.len > KIND_MAX)
		return WORD_PLAIN;
	for (unsigned at = slot_of(word); slots[at] != 0; at = (at + 1) & (SLOTS - 1)) {
		if (kin_str_is(word, kin_str_of(kinds[slots[at] - 1].word)))
			return kinds[slots[at] - 1].kind;
	}
	return WORD_PLAIN;
}

static struct kin_str
word_at(struct kin_str text, size_t at)
{
	return kin_str(text.p + at, kin_str_find(text, ' ', at) - at);
}

/*
 * Does the part that begins at from, up to a "but", say that it is not needed?
 * "doesn't need", "no longer needed", "no shopping needed".
 */
static bool
is_refused(struct kin_str text, size_t from)
{
	bool refused = false, no = false;
	size_t since = 0;

	for (size_t at = from; at < text.len; at++) {
		struct kin_str word = word_at(text, at);
		enum kind kind = kind_of(word);

		if (kind == WORD_BUT)
			break;
		if (kind == WORD_NOT) {
			no = kin_str_is(word, KIN_STR("no"));
			since = 1;
		} else if (kind == WORD_NEED && since > 0) {
			bool asks = kin_str_is(word, KIN_STR("needs")) && no && since > 1;

			refused = refused || !asks;	/* "no food, needs …" asks */
		} else if (since > 0 && kind != WORD_LOOSE && (!no || ++since > 3)) {
			since = 0;
		}
		at += word.len;
	}
	return refused;
}

/* A phrase at clause->at: does it count? */
static bool
counts(const struct clause *clause, uint32_t says)
{
	bool own_no = kin_str_has_prefix(word_at(clause->text, clause->at), KIN_STR("no"));

	if (clause->answer)
		return true;
	if (clause->negated)
		return false;			/* "not lonely" */
	if (clause->done > 0 && !own_no && (says & TASKS))
		return false;			/* "her daughter does the shopping" */
	return !(says & KIN_NEEDLIST_ANSWER) || clause->asked > 0;
}

/* Reads a word that begins no phrase. */
static void
pass(struct clause *clause, struct kin_str word, enum kind kind)
{
	clause->asked -= clause->asked > 0;
	clause->done -= clause->done > 0;
	if (kind == WORD_NEED || kind == WORD_ASK || kind == WORD_HELP)
		clause->asked = ASK_REACH;
	if (kind == WORD_NEED)
		clause->done = 0;
	clause->kin = clause->kin || kind == WORD_KIN;
	clause->once = clause->once || kind == WORD_ONCE;
	if ((kind == WORD_DONE || (kind == WORD_DOES && clause->kin)) && !clause->once)
		clause->done = DONE_REACH;
	if (kind == WORD_NOT)			/* "does not", "got no" */
		clause->done = 0;
	clause->negated = kind == WORD_NOT && !kin_str_is(word, KIN_STR("no"));
	clause->more = clause->more || (kind != WORD_SMALL && kind != WORD_HELP && kind != WORD_NEED);
}

/* Reads up to the clause's end or past the next "but". */
static uint32_t
read_part(struct clause *clause)
{
	bool refused = is_refused(clause->text, clause->at);
	uint32_t needs = 0, says;

	while (clause->at < clause->text.len) {
		struct kin_str word = word_at(clause->text, clause->at);
		size_t len = kin_needlist_match(clause->text, clause->at, &says);
		enum kind kind = kind_of(word);

		if (len > 0 && !refused && counts(clause, says)) {
			needs |= says & ~KIN_NEEDLIST_ANSWER;
			clause->at += len + 1;
			clause->negated = false;
			continue;
		}
		clause->at += word.len + 1;
		if (kind == WORD_BUT) {
			clause->asked = clause->done = 0;
			clause->kin = clause->once = false;
			break;
		}
		pass(clause, word, kind);
	}
	return needs;
}

static uint32_t
read_clause(struct kin_str piece, bool answer, struct kin_buf *room, bool *more)
{
	struct clause clause = { .answer = answer };
	uint32_t needs = 0;

	kin_buf_clear(room);
	kin_utf8_fold(room, piece);
	clause.text = kin_buf_str(room);
	while (clause.at < clause.text.len)
		needs |= read_part(&clause);
	*more = clause.more;
	return needs;
}

/* Takes the text before the next of signs off the front of *rest; false at the end. */
static bool
next_piece(struct kin_str *rest, const char *signs, struct kin_str *piece)
{
	size_t at = 0;

	if (rest->len == 0)
		return false;
	while (at < rest->len && (rest->p[at] == '\0' || strchr(signs, rest->p[at]) == NULL))
		at++;
	*piece = kin_str_trim(kin_str(rest->p, at));
	*rest = at < rest->len ? kin_str(rest->p + at + 1, rest->len - at - 1) : kin_str(NULL, 0);
	return true;
}

int
kin_need_find(struct kin_str word)
{
	for (int i = 0; i < KIN_NEED_COUNT; i++) {
		if (kin_str_is(word, kin_need_word[i]))
			return i;
	}
	return -1;
}

uint32_t
kin_need_parse(struct kin_str cell, struct kin_buf *room, struct kin_buf *unknown)
{
	struct kin_str rest = cell, piece;
	size_t start = unknown->len;
	uint32_t needs = 0, said;
	bool more;
	int exact;

	if (kin_placeholder_is(cell))
		return 0;
	while (next_piece(&rest, ",;/|\r\n", &piece)) {
		exact = kin_need_find(piece);
		if (exact >= 0) {
			needs |= 1U << exact;
			continue;
		}
		if (kin_placeholder_is(piece) || kin_str_is_nocase(piece, KIN_STR("no")))
			continue;
		said = read_clause(piece, true, room, &more);
		needs |= said;
		if (said != 0 && !more)
			continue;
		if (unknown->len > start)
			kin_buf_puts(unknown, "; ");
		kin_buf_add(unknown, piece);
	}
	return needs;
}

uint32_t
kin_need_scan(struct kin_str text, struct kin_buf *room)
{
	struct kin_str rest = text, piece;
	uint32_t needs = 0;
	bool more;

	while (next_piece(&rest, ".,;!?\r\n", &piece))
		needs |= read_clause(piece, false, room, &more);
	return needs;
}
