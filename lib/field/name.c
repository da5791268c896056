#include "kin/field/name.h"

#include "kin/base/ascii.h"
#include "kin/field/nametext.h"
#include "kin/field/nameword.h"

enum {
	MIDDLE_MAX = 2,		/* more middle names than these and nothing is told apart */
	CAPITALS_MIN = 4	/* letters; shorter words in capitals at the front may be initials */
};

enum title {
	TITLE_NONE,
	TITLE_FIRST,
	TITLE_OF_FAMILY,	/* and one name behind it is the family's: "Dr Smith" */
	TITLE_LAST
};

/* "John and Mary" */
static bool
has_and(const struct kin_namewords *words)
{
	for (int i = 1; i + 1 < words->count; i++) {
		if (words->roles[i] & KIN_NAMELIST_AND)
			return true;
	}
	return false;
}

/* --- what stands around the names -------------------------------------------- */

static bool
has_several(const struct kin_namewords *words)
{
	for (int i = 0; i < words->count; i++) {
		struct kin_str word = words->word[i];

		if (words->roles[i] & (KIN_NAMELIST_AND | KIN_NAMELIST_GROUP) && words->count > 1)
			return true;
		if (i > 0 && words->roles[i] & words->roles[i - 1] & KIN_NAMELIST_MR)
			return true;
		if (words->roles[i] & KIN_NAMELIST_LINK)
			continue;
		for (size_t k = 0; k < word.len; k++) {
			if (word.p[k] == '&' || word.p[k] == '/' || word.p[k] == '+' || word.p[k] == ';')
				return true;
		}
	}
	return false;
}

/* Cuts "née Jones" off the end. */
static void
take_nee(struct kin_namewords *words, struct kin_name *name)
{
	for (int i = 1; i + 1 < words->count; i++) {
		if (words->roles[i] & KIN_NAMELIST_NEE && !kin_ascii_is_upper(words->word[i].p[0]) &&
		    name->aside.len == 0) {
			name->aside = kin_nameword_span(words, i, words->count);
			words->count = i;
			return;
		}
	}
}

/* Titles: before the names, after a comma ("Smith, Mr John"), or last ("Smith John Mr"). */
static enum title
take_title(struct kin_namewords *words, struct kin_name *name)
{
	enum title found = TITLE_NONE;
	int from = 0, to;

	for (int i = 1; i < words->count && from == 0; i++) {
		if (words->comma[i] > words->comma[i - 1] && words->roles[i] & KIN_NAMELIST_TITLE &&
		    !(words->roles[0] & KIN_NAMELIST_TITLE))
			from = i;
	}
	for (to = from; to < words->count && words->roles[to] & KIN_NAMELIST_TITLE; to++)
		found = words->roles[to] & KIN_NAMELIST_OF_FAMILY ? TITLE_OF_FAMILY : TITLE_FIRST;
	if (to == from && words->count > 1 && words->roles[words->count - 1] & KIN_NAMELIST_MR) {
		from = words->count - 1;
		to = words->count;
		found = TITLE_LAST;
	}
	if (to == from || to - from == words->count)
		return TITLE_NONE;
	name->title = kin_nameword_span(words, from, to);
	kin_nameword_drop(words, from, to);
	return found;
}

/* Jr, III, OBE at the end; in capitals only where the names are not. */
static void
take_suffix(struct kin_namewords *words, struct kin_name *name)
{
	int from = words->count;

	while (from > 2 || (from == 2 && words->comma[1] > words->comma[0])) {
		unsigned roles = words->roles[from - 1];

		if (!(roles & KIN_NAMELIST_SUFFIX))
			break;
		if (roles & KIN_NAMELIST_CAPITALS &&
		    (kin_nameword_capitals(words->word[from - 1]) == 0 || kin_nameword_capitals(words->word[0]) > 1))
			break;
		from--;
	}
	if (from == words->count)
		return;
	name->suffix = kin_nameword_span(words, from, words->count);
	words->count = from;
}

/* --- which name is which ---------------------------------------------------- */

/* Given, other and family from words [given, last) and [family, end); all must be in one piece. */
static bool
set(struct kin_name *name, const struct kin_namewords *words, int given, int last, int family, int end)
{
	name->family = kin_nameword_span(words, family, end);
	name->given = words->word[given];
	if (last - given > 1)
		name->other = kin_nameword_span(words, given + 1, last);
	if (name->aside.len == 0)
		return true;
	/* an aside between the words of one part stays with them: not told apart */
	return (name->aside.p > name->family.p + name->family.len || name->aside.p < name->family.p) &&
	    (name->other.len == 0 || name->aside.p > name->other.p + name->other.len ||
	    name->aside.p < name->other.p);
}

/* "Smith, John Paul" */
static bool
by_comma(struct kin_name *name, const struct kin_namewords *words)
{
	int first = 0;

	while (first < words->count && words->comma[first] == words->comma[0])
		first++;
	if (first == words->count || words->comma[words->count - 1] != words->comma[first] ||
	    words->count - first > MIDDLE_MAX + 1 || first > MIDDLE_MAX + 1 ||
	    words->roles[words->count - 1] & KIN_NAMELIST_PARTICLE)
		return false;		/* "Gogh, Vincent van": the family name is in two places */
	return set(name, words, first, words->count, 0, first);
}

/* First of the words that make the family name when it stands last. */
static int
family_start(const struct kin_namewords *words, int last)
{
	for (int i = 1; i < last; i++) {
		if (words->roles[i] & KIN_NAMELIST_PARTICLE)
			return i;
	}
	return last;
}

/* "JPR", "MD": capitals without a vowel are initials rather than a family name. */
static bool
may_be_initials(struct kin_str word)
{
	for (size_t i = 0; i < word.len; i++) {
		if (strchr("AEIOUY", word.p[i]) != NULL)
			return false;
	}
	return kin_nameword_capitals(word) < CAPITALS_MIN;
}

/* "SMITH John" or "John SMITH": 1 told apart, -1 cannot be, 0 capitals say nothing. */
static int
by_capitals(struct kin_name *name, const struct kin_namewords *words)
{
	int count = words->count, front = 0, back = count, loud = 0, quiet = 0;

	for (int i = 0; i < count; i++) {
		size_t letters = kin_nameword_capitals(words->word[i]);

		loud += letters > 1;
		quiet += letters == 0 && !(words->roles[i] & KIN_NAMELIST_PARTICLE);
	}
	if (loud == 0 || quiet == 0)
		return 0;
	while (kin_nameword_capitals(words->word[front]) > 1)
		front++;
	while (kin_nameword_capitals(words->word[back - 1]) > 1)
		back--;
	if (front == loud) {
		if (loud == 1 && may_be_initials(words->word[0]))
			return 0;
		return kin_nameword_capitals(words->word[0]) >= CAPITALS_MIN &&
		    set(name, words, front, count, 0, front) ? 1 : -1;
	}
	if (count - back != loud || (loud == 1 && kin_nameword_capitals(words->word[back]) < CAPITALS_MIN - 1))
		return -1;
	while (back > 1 && words->roles[back - 1] & KIN_NAMELIST_PARTICLE)
		back--;
	return set(name, words, 0, back, back, count) ? 1 : -1;
}

static bool
by_place(struct kin_name *name, const struct kin_namewords *words)
{
	int count = words->count, initials = 0, family;

	while (initials < count && kin_nameword_is_initial(words->word[count - 1 - initials]))
		initials++;
	if (initials > 0)		/* "Smith J P"; "Smith John P" could be either */
		return initials == count - 1 && set(name, words, 1, count, 0, 1);
	family = family_start(words, count - 1);
	return family - 1 <= MIDDLE_MAX && set(name, words, 0, family, family, count);
}

/* Words of which none stands in the way of telling the names apart. */
static bool
are_plain(const struct kin_namewords *words)
{
	for (int i = 0; i < words->count; i++) {
		struct kin_str word = words->word[i];
		bool letter = false;

		if (words->roles[i] & KIN_NAMELIST_LINK && !kin_ascii_is_upper(word.p[0]))
			return false;
		if (i > 0 && kin_str_is_nocase(word, KIN_STR("O")))
			return i == words->count - 1;	/* "Mary O Brien", or a middle initial */
		for (size_t k = 0; k < word.len; k++) {
			if (strchr("()\"", word.p[k]) != NULL)
				return false;
			letter = letter || kin_ascii_is_letter(word.p[k]) || (unsigned char)word.p[k] >= 0x80;
		}
		if (!letter || kin_nameword_is_east_asian(word))
			return false;
	}
	return words->count > 0;
}

/* Fills given, other and family; false when that cannot be done without guessing. */
static bool
tell_apart(struct kin_name *name, const struct kin_namewords *words, enum title title)
{
	int told;

	if (!are_plain(words))
		return false;
	if (words->count == 1) {
		if (title == TITLE_OF_FAMILY)
			name->family = words->word[0];
		return title == TITLE_OF_FAMILY;
	}
	if (words->comma[words->count - 1] > words->comma[0])
		return by_comma(name, words);
	if (words->roles[0] & KIN_NAMELIST_PARTICLE &&
	    !(words->roles[0] & KIN_NAMELIST_GIVEN && words->count == 2))
		return false;
	told = by_capitals(name, words);
	if (told != 0 || title == TITLE_LAST)	/* a title last: sorted by family name, perhaps */
		return told > 0;
	return by_place(name, words);
}

int
kin_name_split(struct kin_str text, struct kin_buf *room, struct kin_name *out,
    struct kin_err *err)
{
	struct kin_name name = { .kind = KIN_NAME_WHOLE };
	struct kin_namewords words;
	enum title title;

	if (kin_nametext_clean(text, room, &name.full, err) != 0)
		return -1;
	*out = name;
	if (!kin_nameword_gather(name.full, &words, &name.aside))
		return 0;
	if (has_several(&words)) {
		out->kind = KIN_NAME_SEVERAL;
		return 0;
	}
	take_nee(&words, &name);
	title = take_title(&words, &name);
	if (name.title.len == 0 && kin_namelist_roles(name.aside) & KIN_NAMELIST_TITLE) {
		name.title = name.aside;
		name.aside = kin_str(NULL, 0);
	}
	take_suffix(&words, &name);
	if (tell_apart(&name, &words, title))
		name.kind = KIN_NAME_PARTS;
	else
		name.given = name.other = name.family = kin_str(NULL, 0);
	*out = name;
	return 0;
}

int
kin_name_part(struct kin_str text, struct kin_buf *room, struct kin_str *out, struct kin_err *err)
{
	struct kin_namewords words;
	struct kin_str clean, aside;

	if (kin_nametext_clean(text, room, &clean, err) != 0)
		return -1;
	if (memchr(clean.p, '&', clean.len) != NULL || memchr(clean.p, '+', clean.len) != NULL ||
	    (kin_nameword_gather(clean, &words, &aside) && has_and(&words)))
		return kin_fail_value(err, KIN_STR(""), text, "not a name: more than one person's");
	*out = clean;
	return 0;
}

bool
kin_name_take_title(struct kin_str *part, struct kin_str *title)
{
	size_t space = kin_str_find(*part, ' ', 0);
	struct kin_str word = kin_str(part->p, space), rest;

	if (space == part->len || !(kin_namelist_roles(word) & (KIN_NAMELIST_MR | KIN_NAMELIST_OF_FAMILY)))
		return false;
	rest = kin_str_trim(kin_str(part->p + space, part->len - space));
	if (rest.len == 0)
		return false;
	*title = word;
	*part = rest;
	return true;
}
