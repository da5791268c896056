#include "kin/field/namepeople.h"

#include "kin/base/ascii.h"
#include "kin/field/nameword.h"

/* Who they are to somebody, or no person at all: "and son", "& Co". */
static const char *const relations[] = {
	"baby", "boyfriend", "brother", "brothers", "carer", "child", "children", "co", "company", "dad",
	"daughter", "daughters", "father", "friend", "friends", "girlfriend", "guest", "husband", "kids", "ltd",
	"mother", "mum", "neighbour", "others", "parents", "partner", "sister", "sisters", "son", "sons", "spouse",
	"twins", "wife"
};

struct cell {
	struct kin_str	piece[KIN_NAMEPEOPLE_MAX];
	int		count;
	int		with_comma;	/* pieces that have one */
	bool		by_slash;	/* "/" between two: it may as well say the same name twice */
};

static bool
add_piece(struct cell *cell, struct kin_str piece)
{
	size_t comma;

	piece = kin_str_trim(piece);
	if (piece.len > 0 && piece.p[piece.len - 1] == ',')
		piece = kin_str_trim(kin_str(piece.p, piece.len - 1));
	if (cell->count == KIN_NAMEPEOPLE_MAX || piece.len == 0)
		return false;
	cell->piece[cell->count++] = piece;
	comma = kin_str_find(piece, ',', 0);
	cell->with_comma += comma < piece.len;
	return kin_str_find(piece, ',', comma + 1) >= piece.len;
}

/* Length of what parts two people at text.p[at], or 0. */
static size_t
separator(struct kin_str text, size_t at)
{
	if (strchr("&+;/", text.p[at]) != NULL)
		return 1;
	if (text.len - at > 5 && text.p[at] == ' ' && text.p[at + 4] == ' '
	    && kin_str_is_nocase(kin_str(text.p + at + 1, 3), KIN_STR("and")))
		return 4;
	return 0;
}

static bool
cut(struct kin_str text, struct cell *cell)
{
	size_t from = 0;

	for (size_t at = 0; at < text.len; at++) {
		size_t len = strchr("()\"", text.p[at]) ? 0 : separator(text, at);

		if (text.p[at] == '\0' || strchr("()\"", text.p[at]) != NULL)
			return false;
		if (len == 0)
			continue;
		cell->by_slash = cell->by_slash || text.p[at] == '/';
		if (!add_piece(cell, kin_str(text.p + from, at - from)))
			return false;
		from = at + len;
		at += len - 1;
	}
	return add_piece(cell, kin_str(text.p + from, text.len - from)) && cell->count > 1;
}

/* No relation, no baby without a name, and no "Mary J", of which J may be either name. */
static bool
are_names(const struct kin_namewords *words)
{
	int last = words->count - 1;

	if (last > 0 && words->commas == 0 && kin_nameword_is_initial(words->word[last])
	    && !kin_nameword_is_initial(words->word[last - 1]) && !(words->roles[last - 1] & KIN_NAMELIST_TITLE))
		return false;
	for (int i = 0; i < words->count; i++) {
		for (size_t k = 0; k < sizeof(relations) / sizeof(*relations); k++)
			if (kin_str_is_nocase(words->word[i], kin_str_of(relations[k])))
				return false;
	}
	return words->count > 0;
}

/* A given name, or initials, and the title before it; false when it is anything more. */
static bool
take_given(struct kin_namewords *words, bool may_be_titled, struct kin_name *out)
{
	int titles = 0, initials = 0;

	while (titles < words->count && words->roles[titles] & KIN_NAMELIST_TITLE)
		titles++;
	if (titles == words->count)
		return false;
	if (titles > 0)
		out->title = kin_nameword_span(words, 0, titles);
	kin_nameword_drop(words, 0, titles);
	while (initials < words->count && kin_nameword_is_initial(words->word[initials]))
		initials++;
	if (initials < words->count && (words->count > 1 || words->roles[0] != 0))
		return false;
	if (initials == 0 && titles > 0 && !may_be_titled)
		return false;		/* "Mr John": a given name, or the family's? */
	out->given = words->word[0];
	if (words->count > 1)
		out->other = kin_nameword_span(words, 1, words->count);
	return true;
}

/* A piece with a given and a family name of its own. */
static bool
is_told(const struct kin_name *name)
{
	return name->kind == KIN_NAME_PARTS && name->given.len > 0 && name->family.len > 0;
}

/* Its family name is all that its last words can be: nobody's middle name stands before it. */
static bool
can_share(const struct kin_name *name)
{
	struct kin_namewords words;
	struct kin_str aside;

	if (!is_told(name) || name->suffix.len > 0)
		return false;
	if (name->other.len == 0)
		return true;
	if (!kin_nameword_gather(name->other, &words, &aside))
		return false;
	for (int i = 0; i < words.count; i++)
		if (!kin_nameword_is_initial(words.word[i]))
			return false;
	return true;
}

static bool
read_piece(struct kin_str piece, struct kin_name *out, struct kin_namewords *words)
{
	struct kin_buf room = { 0 };
	struct kin_err err;
	struct kin_str aside;
	bool read;

	read = kin_name_filler(piece) == KIN_NAME_REAL && kin_name_split(piece, &room, out, &err) == 0
	    && out->kind != KIN_NAME_SEVERAL && room.len == 0;
	kin_buf_fini(&room);
	return read && kin_nameword_gather(piece, words, &aside) && are_names(words);
}

int
kin_name_people(struct kin_str full, struct kin_name people[KIN_NAMEPEOPLE_MAX])
{
	struct cell cell = { .count = 0 };
	struct kin_namewords words[KIN_NAMEPEOPLE_MAX];
	int lender;

	if (!cut(full, &cell))
		return 0;
	for (int i = 0; i < cell.count; i++)
		if (!read_piece(cell.piece[i], &people[i], &words[i]))
			return 0;
	lender = cell.with_comma == 1 && is_told(&people[0])
	    && kin_str_find(cell.piece[0], ',', 0) < cell.piece[0].len ? 0 : cell.count - 1;
	if (cell.with_comma > 0 && cell.with_comma < cell.count && lender != 0)
		return 0;
	for (int i = 0; i < cell.count; i++) {
		struct kin_name own = { .kind = KIN_NAME_PARTS, .full = cell.piece[i] };

		if (is_told(&people[i]) && (lender != 0 || i == 0))
			continue;
		if (cell.by_slash || !(lender == 0 ? is_told(&people[0]) : can_share(&people[lender]))
		    || !take_given(&words[i], lender == 0, &own))
			return 0;
		own.family = people[lender].family;
		people[i] = own;
	}
	return cell.count;
}
