#include "kin/field/nametext.h"

#include "kin/base/ascii.h"
#include "kin/base/utf8.h"

static const char *
fault_of(uint32_t code)
{
	switch (code < 0x80 ? KIN_UTF8_SIGN : kin_utf8_kind(code)) {
	case KIN_UTF8_LETTER: case KIN_UTF8_SPACE: case KIN_UTF8_DASH:
		return NULL;
	case KIN_UTF8_DIGIT:
		return "it has a digit";
	case KIN_UTF8_UNSEEN:
		return code == 0x200c || code == 0x200d ? NULL :	/* joiners, part of a spelling */
		    "it has a character that cannot be seen";
	default:
		break;
	}
	if (code == '@')
		return "it has an @";
	if (code < 0x20 || code == 0x7f)
		return "it has a control character";
	if (code < 0x80)
		/* ? stands for a letter that an export could not write */
		return strchr("'-.,()\"&/+;`?", (int)code) != NULL ? NULL :
		    "it has a sign that names do not have";
	/* quotes and apostrophes of every make, the middle dot of Catalan, a lost letter */
	return (code >= 0x2018 && code <= 0x201f) || code == 0xb4 || code == 0xb7 || code == 0x2bc ||
	    code == 0xfffd ? NULL : "it has a sign that names do not have";
}

/* NULL when every character may stand in a name; *spaced when spaces must be squeezed. */
static const char *
fault(struct kin_str s, bool *spaced)
{
	bool letters = false, space = true;
	const char *why;
	size_t at = 0;

	*spaced = false;
	while (at < s.len) {
		char c = s.p[at];
		uint32_t code = (unsigned char)c;

		if (kin_ascii_is_letter(c)) {
			letters = true;
			space = false;
			at++;
			continue;
		}
		if (c == ' ' || (c >= '\t' && c <= '\r')) {
			*spaced = *spaced || space || c != ' ';
			space = true;
			at++;
			continue;
		}
		if (kin_ascii_is_digit(c))
			return "it has a digit";
		if (code < 0x80)
			at++;
		else
			code = kin_utf8_next(s, &at);
		why = fault_of(code);
		if (why != NULL)
			return why;
		space = code >= 0x80 && kin_utf8_kind(code) == KIN_UTF8_SPACE;
		*spaced = *spaced || space;
		letters = letters || (code >= 0x80 && kin_utf8_kind(code) == KIN_UTF8_LETTER);
	}
	return letters ? NULL : "it has no letter";
}

/* One space for every run of white space. */
static struct kin_str
squeeze(struct kin_str s, struct kin_buf *room)
{
	size_t at = 0, from;
	bool space = false;

	kin_buf_clear(room);
	while (at < s.len) {
		uint32_t code = (unsigned char)s.p[at];

		from = at;
		if (code < 0x80)
			at++;
		else
			code = kin_utf8_next(s, &at);
		if (code == ' ' || (code >= '\t' && code <= '\r') ||
		    (code >= 0x80 && kin_utf8_kind(code) == KIN_UTF8_SPACE)) {
			space = true;
			continue;
		}
		if (space && room->len > 0)
			kin_buf_putc(room, ' ');
		space = false;
		kin_buf_add(room, kin_str(s.p + from, at - from));
	}
	return kin_buf_str(room);
}

int
kin_nametext_clean(struct kin_str text, struct kin_buf *room, struct kin_str *out,
    struct kin_err *err)
{
	struct kin_str s = kin_str_trim(text);
	const char *why;
	bool spaced;

	if (s.len == 0)
		why = "empty";
	else if (s.len > KIN_NAMETEXT_LONGEST)
		why = "longer than 400 bytes";
	else
		why = fault(s, &spaced);
	if (why != NULL)
		return kin_fail_value(err, KIN_STR(""), text, "not a name: %s", why);
	*out = spaced ? squeeze(s, room) : s;
	return 0;
}
