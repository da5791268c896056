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
	WORD_SMALL		/* says nothing of its own beside a task word */
};

enum {
	KIND_MAX = 10		/* bytes of the longest word below */
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
	{ "a", WORD_SMALL }, { "the", WORD_SMALL }, { "some", WORD_SMALL }, { "help", WORD_SMALL },
	{ "helping", WORD_SMALL }, { "please", WORD_SMALL }, { "support", WORD_SMALL },
	{ "assistance", WORD_SMALL }, { "getting", WORD_SMALL }, { "get", WORD_SMALL },
	{ "collect", WORD_SMALL }, { "collecting", WORD_SMALL }, { "collection", WORD_SMALL },
	{ "delivery", WORD_SMALL }, { "delivering", WORD_SMALL }, { "advice", WORD_SMALL }
};

/* One clause: folded text, and what has been read of it. */
struct clause {
	struct kin_str	text;
	size_t		at;
	bool		answer;		/* in a cell of answers: every phrase counts */
	bool		more;		/* it says more than task words */
};

static enum kind
kind_of(struct kin_str word)
{
	for (size_t i = 0; word.len > 0 && word.len <= KIND_MAX && i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (kinds[i].word[0] == word.p[0] && kin_str_is(word, kin_str_of(kinds[i].word)))
			return kinds[i].kind;
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

		if (len > 0 && !refused && (clause->answer || !(says & KIN_NEEDLIST_ANSWER))) {
			needs |= says & ~KIN_NEEDLIST_ANSWER;
			clause->at += len + 1;
			continue;
		}
		clause->at += word.len + 1;
		if (kind == WORD_BUT)
			break;
		clause->more = clause->more || (kind != WORD_SMALL && kind != WORD_NEED);
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
