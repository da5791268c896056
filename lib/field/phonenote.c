#include "kin/field/phonenote.h"

#include "kin/base/ascii.h"

static struct kin_str
without_signs(struct kin_str s, const char *signs)
{
	while (s.len && strchr(signs, s.p[0]) != NULL && s.p[0] != '\0')
		s = kin_str(s.p + 1, s.len - 1);
	return s;
}

static bool
has_letter(struct kin_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (kin_ascii_is_letter(s.p[i]) || (unsigned char)s.p[i] >= 0x80)
			return true;
	return false;
}

static struct kin_str
bare(struct kin_str note)
{
	note = without_signs(note, " -:,.(");
	while (note.len && strchr(" -:,.)", note.p[note.len - 1]) != NULL && note.p[note.len - 1] != '\0')
		note.len--;
	return note;
}

/* "(mum)" at either end of *s. */
static bool
take_brackets(struct kin_str *s, struct kin_str *note)
{
	size_t open = kin_str_find(*s, '(', 0), close = kin_str_find(*s, ')', open < s->len ? open : 0);
	struct kin_str inside;

	if (open == s->len || close == s->len || (open > 0 && close + 1 < s->len))
		return false;
	inside = kin_str(s->p + open + 1, close - open - 1);
	if (!has_letter(inside))
		return false;
	*note = bare(inside);
	*s = open > 0 ? kin_str(s->p, open) : kin_str(s->p + close + 1, s->len - close - 1);
	*s = kin_str_trim(without_signs(*s, " :-"));
	return true;
}

/* "07700 900123 - mum", "mum: 07700 900123": words that a sign or space parts from the number. */
static void
take_words(struct kin_str *s, struct kin_str *note)
{
	size_t first = 0, end = s->len;

	while (first < s->len && !kin_ascii_is_digit(s->p[first]))
		first++;
	while (end > first && !kin_ascii_is_digit(s->p[end - 1]))
		end--;
	if (end == first)
		return;
	if (first > 0 && strchr("+(", s->p[first - 1]) != NULL)
		first--;
	if (has_letter(kin_str(s->p + end, s->len - end)) && strchr(" -:,", s->p[end]) != NULL) {
		*note = bare(kin_str(s->p + end, s->len - end));
		s->len = end;
	} else if (end == s->len && first > 0 && has_letter(kin_str(s->p, first)) && strchr(" -:", s->p[first - 1]) != NULL) {
		*note = bare(kin_str(s->p, first));
		*s = kin_str(s->p + first, s->len - first);
	}
}

void
kin_phonenote_take(struct kin_str *s, struct kin_str *note)
{
	if (s->len > 0 && kin_ascii_is_digit(s->p[0]) && kin_ascii_is_digit(s->p[s->len - 1]))
		return;
	if (!take_brackets(s, note))
		take_words(s, note);
}
