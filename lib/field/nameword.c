#include "kin/field/nameword.h"

#include "kin/base/ascii.h"
#include "kin/base/utf8.h"
#include "kin/field/namelist.h"

/* false when there are too many. */
static bool
add_word(struct kin_namewords *words, struct kin_str word)
{
	if (words->count == KIN_NAMEWORD_MAX)
		return false;
	words->word[words->count] = word;
	words->roles[words->count] = kin_namelist_roles(word);
	words->comma[words->count++] = words->commas;
	return true;
}

/* Adds the words of s, which spaces and commas part. */
static bool
add_words(struct kin_namewords *words, struct kin_str s)
{
	size_t from = 0;

	for (size_t at = 0; at <= s.len; at++) {
		if (at < s.len && s.p[at] != ' ' && s.p[at] != ',')
			continue;
		if (at > from && !add_word(words, kin_str(s.p + from, at - from)))
			return false;
		if (at < s.len && s.p[at] == ',' && words->count > 0)
			words->commas++;
		from = at + 1;
	}
	return true;
}

/* Place of an opening bracket or quote with its partner at *end; s.len when there is none. */
static size_t
find_aside(struct kin_str s, size_t *end)
{
	size_t at = kin_str_find(s, '(', 0);
	char partner = ')';

	if (at == s.len) {
		at = kin_str_find(s, '"', 0);
		partner = '"';
	}
	*end = at < s.len ? kin_str_find(s, partner, at + 1) : s.len;
	return *end < s.len ? at : s.len;
}

bool
kin_nameword_gather(struct kin_str text, struct kin_namewords *out, struct kin_str *aside)
{
	size_t end, at = find_aside(text, &end);

	out->count = out->commas = 0;
	*aside = kin_str(NULL, 0);
	if (at == text.len)
		return add_words(out, text);
	*aside = kin_str_trim(kin_str(text.p + at + 1, end - at - 1));
	return add_words(out, kin_str(text.p, at)) &&
	    add_words(out, kin_str(text.p + end + 1, text.len - end - 1));
}

struct kin_str
kin_nameword_span(const struct kin_namewords *words, int from, int to)
{
	const char *start = words->word[from].p;
	struct kin_str last = words->word[to - 1];

	return kin_str(start, (size_t)(last.p + last.len - start));
}

void
kin_nameword_drop(struct kin_namewords *words, int from, int to)
{
	for (int i = to; i < words->count; i++) {
		words->word[from + i - to] = words->word[i];
		words->roles[from + i - to] = words->roles[i];
		words->comma[from + i - to] = words->comma[i];
	}
	words->count -= to - from;
}

size_t
kin_nameword_capitals(struct kin_str word)
{
	size_t count = 0, from = 0;

	if (word.len > 3 && memcmp(word.p, "Mc", 2) == 0)
		from = 2;
	else if (word.len > 4 && memcmp(word.p, "Mac", 3) == 0)
		from = 3;
	for (size_t i = from; i < word.len; i++) {
		if (kin_ascii_is_lower(word.p[i]))
			return 0;
		count += kin_ascii_is_upper(word.p[i]);
	}
	return count;
}

bool
kin_nameword_is_initial(struct kin_str word)
{
	if (word.len == 0 || !kin_ascii_is_letter(word.p[0]))
		return false;
	for (size_t i = 1; i < word.len; i++) {
		if (i % 2 == 1 ? word.p[i] != '.' : !kin_ascii_is_letter(word.p[i]))
			return false;
	}
	return word.len == 1 || word.p[word.len - 1] == '.';
}

bool
kin_nameword_is_east_asian(struct kin_str word)
{
	size_t at = 0;
	uint32_t code = kin_utf8_next(word, &at);

	return (code >= 0x1100 && code < 0x1200) || (code >= 0x2e80 && code < 0xd800) ||
	    (code >= 0xf900 && code < 0xfb00) || code >= 0x20000;
}
