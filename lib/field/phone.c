#include "kin/field/phone.h"

#include <stdio.h>
#include <strings.h>

#include "kin/base/ascii.h"
#include "kin/field/digits.h"
#include "kin/field/phonenote.h"

enum {
	DIGITS_MAX = 20,	/* 00, a country code and the longest number, or a typing error */
	PIECE_MIN  = 7,		/* fewer digits are no number of their own */
	UK_DIGITS_MIN = 10
};

/* Area codes (without 0) that have numbers of nine digits. */
static const char *const nine_digit_areas[] = {
	"1204", "1208", "1254", "1276", "1297", "1298", "1363", "1364", "1384", "1386",
	"1404", "1420", "1460", "1461", "1480", "1488", "1524", "1527", "1562", "1566",
	"1606", "1629", "1635", "1647", "1659", "1695", "1726", "1744", "1750", "1768",
	"1827", "1837", "1884", "1900", "1905", "1935", "1946", "1949", "1963", "1995",
	"500", "800"
};

static const char *const labels[] = {
	"telephone", "landline", "mobile", "phone", "home", "work", "tel", "mob", "no"
};

static const char *const extensions[] = { "extension", "extn", "ext", "x" };

static int
refuse(struct kin_err *err, struct kin_str text, const char *why)
{
	return kin_fail_value(err, KIN_STR(""), text, "not a phone number: %s", why);
}

static int
refuse_length(struct kin_err *err, struct kin_str text, const char *how, size_t count)
{
	return kin_fail_value(err, KIN_STR(""), text, "not a phone number: too %s (%zu digits)",
	    how, count);
}

static struct kin_str
without_signs(struct kin_str s, const char *signs)
{
	while (s.len && strchr(signs, s.p[0]) != NULL && s.p[0] != '\0')
		s = kin_str(s.p + 1, s.len - 1);
	return s;
}

/* "Tel: 020 …", "Home tel. 020 …" from the number on. */
static struct kin_str
without_labels(struct kin_str s)
{
	size_t i = 0, len;

	while (s.len && kin_ascii_is_letter(s.p[0]) && i < sizeof(labels) / sizeof(*labels)) {
		len = strlen(labels[i]);
		if (s.len > len && !kin_ascii_is_letter(s.p[len]) && strncasecmp(s.p, labels[i], len) == 0) {
			s = without_signs(kin_str(s.p + len, s.len - len), " :.");
			i = 0;
		} else {
			i++;
		}
	}
	return s;
}

/* Cuts "ext 12" off the end of *s.  A tail that is no extension is left where it is. */
static void
take_extension(struct kin_str *s, char ext[KIN_PHONE_EXT_MAX])
{
	size_t at = 0;

	ext[0] = '\0';
	while (at < s->len && !kin_ascii_is_letter(s->p[at]) && s->p[at] != '#')
		at++;
	if (at == 0 || at == s->len)
		return;
	for (size_t i = 0; i < sizeof(extensions) / sizeof(*extensions); i++) {
		size_t len = s->p[at] == '#' ? 1 : strlen(extensions[i]), count = 0;
		struct kin_str tail;

		if (s->len - at < len ||
		    (len > 1 && strncasecmp(s->p + at, extensions[i], len) != 0) ||
		    (len == 1 && s->p[at] != '#' && (s->p[at] | 0x20) != 'x'))
			continue;
		tail = without_signs(kin_str(s->p + at + len, s->len - at - len), " :.");
		while (count < tail.len && kin_ascii_is_digit(tail.p[count]))
			count++;
		if (count == 0 || count != tail.len || count >= KIN_PHONE_EXT_MAX)
			continue;
		memcpy(ext, tail.p, count);
		ext[count] = '\0';
		while (at > 0 && strchr(" ,;", s->p[at - 1]) != NULL)
			at--;
		s->len = at;
		return;
	}
}

static bool
is_nine_digit_number(const char *number)
{
	for (size_t i = 0; i < sizeof(nine_digit_areas) / sizeof(*nine_digit_areas); i++) {
		if (memcmp(number, nine_digit_areas[i], strlen(nine_digit_areas[i])) == 0)
			return true;
	}
	return memcmp(number, "16977", 5) == 0;
}

/* All but the first digit the same, or 01234567890: typed to fill a box. */
static bool
is_filler(const char *number, size_t len)
{
	return memcmp(number + 1, number + 2, len - 2) == 0 ||
	    (len == 10 && memcmp(number, "1234567890", 10) == 0);
}

static const char *
uk_fault(const char *number, size_t len)
{
	switch (number[0]) {
	case '1':
		if (number[1] == '0')
			return "no UK number begins 010";
		break;
	case '2':
		if (strchr("03489", number[1]) == NULL)
			return "no UK number begins so: after 02 comes 0, 3, 4, 8 or 9";
		break;
	case '3': case '5': case '7': case '8': case '9':
		break;
	default:
		return "no UK number begins 00, 04 or 06";
	}
	return is_filler(number, len) ? "one digit over and over, or digits in a row" : NULL;
}

static enum kin_phone_class
uk_class(const char *number)
{
	if (number[0] == '1' || number[0] == '2')
		return KIN_PHONE_LANDLINE;
	if (number[0] != '7' || number[1] == '0' ||
	    (number[1] == '6' && memcmp(number, "7624", 4) != 0))
		return KIN_PHONE_SERVICE;
	return KIN_PHONE_MOBILE;
}

static int
uk(struct kin_str text, const char *number, size_t len, struct kin_phone *out, struct kin_err *err)
{
	const char *why;

	if (len < 9 || (len == 9 && !is_nine_digit_number(number)))
		return refuse_length(err, text, "short", len + 1);
	if (len > 10)
		return refuse_length(err, text, "long", len + 1);
	why = uk_fault(number, len);
	if (why != NULL)
		return refuse(err, text, why);
	memcpy(out->e164, "+44", 3);
	memcpy(out->e164 + 3, number, len);
	out->e164[len + 3] = '\0';
	out->class = uk_class(number);
	return 0;
}

static int
foreign(struct kin_str text, const char *number, size_t len, struct kin_phone *out,
    struct kin_err *err)
{
	if (len == 0 || number[0] == '0')
		return refuse(err, text, "no country's code begins with 0");
	if (len < 7)
		return refuse_length(err, text, "short", len);
	if (len > 15)
		return refuse_length(err, text, "long", len);
	if (memcmp(number + 1, number + 2, len - 2) == 0)
		return refuse(err, text, "one digit over and over");
	out->e164[0] = '+';
	memcpy(out->e164 + 1, number, len);
	out->e164[len + 1] = '\0';
	out->class = KIN_PHONE_FOREIGN;
	return 0;
}

/* d[0..len) are all digits of the cell; abroad: they begin with a country's code. */
static int
place(struct kin_str text, const char *d, size_t len, bool abroad, struct kin_phone *out,
    struct kin_err *err)
{
	if (!abroad && len > 2 && d[0] == '0' && d[1] == '0') {
		d += 2;
		len -= 2;
		abroad = true;
	}
	if (len > 2 && d[0] == '4' && d[1] == '4' && (abroad || len >= 11)) {
		d += 2;
		len -= 2;
		if (d[0] == '0') {	/* +44 (0)20 … */
			d++;
			len--;
		}
		return uk(text, d, len, out, err);
	}
	if (abroad)
		return foreign(text, d, len, out, err);
	if (d[0] == '0')
		return uk(text, d + 1, len - 1, out, err);
	if (len == 10 && strchr("12378", d[0]) != NULL) {
		out->repaired = true;
		return uk(text, d, len, out, err);
	}
	if (len < 10)
		return refuse_length(err, text, "short", len);
	return refuse(err, text, "no 0 at its front; another country's begins with +");
}

int
kin_phone_parse(struct kin_str text, struct kin_phone *out, struct kin_err *err)
{
	struct kin_phone phone = { .repaired = false };
	struct kin_str s = without_labels(kin_str_trim(text));
	char digits[DIGITS_MAX];
	enum kin_digits got;
	size_t count;
	bool abroad;

	kin_phonenote_take(&s, &phone.note);
	s = without_signs(without_labels(s), " (");
	abroad = s.len > 0 && s.p[0] == '+';
	if (abroad)
		s = kin_str(s.p + 1, s.len - 1);
	take_extension(&s, phone.ext);
	got = kin_digits_take(s, " -()./", digits, sizeof(digits), &count);
	if (kin_digits_fault(got) != NULL)
		return refuse(err, text, kin_digits_fault(got));
	if (got == KIN_DIGITS_LONG)
		return refuse_length(err, text, "long", count);
	if (place(text, digits, count, abroad, &phone, err) != 0)
		return -1;
	*out = phone;
	return 0;
}

/* Length of a sign or word between two numbers at s.p[at], or 0. */
static size_t
separator(struct kin_str s, size_t at)
{
	static const char *const words[] = { " or ", " and ", " OR ", " Or " };

	if (strchr("/;,&|\n", s.p[at]) != NULL && s.p[at] != '\0')
		return 1;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t len = strlen(words[i]);

		if (s.len - at > len && memcmp(s.p + at, words[i], len) == 0)
			return len;
	}
	return 0;
}

static size_t
count_digits(struct kin_str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += kin_ascii_is_digit(s.p[i]);
	return count;
}

static bool
is_uk(struct kin_str text)
{
	struct kin_phone phone;
	struct kin_err err;

	return kin_phone_parse(text, &phone, &err) == 0 && phone.class != KIN_PHONE_FOREIGN && phone.note.len == 0;
}

/* The one space that parts two whole UK numbers; rest.len when there is none, or more than one. */
static size_t
parting_space(struct kin_str rest)
{
	size_t found = rest.len, at = kin_str_find(rest, ' ', 0);

	for (; at + 1 < rest.len; at = kin_str_find(rest, ' ', at + 1)) {
		struct kin_str tail = kin_str_trim(kin_str(rest.p + at, rest.len - at));

		if ((at > 0 && rest.p[at - 1] == ' ') || tail.len == 0 || (tail.p[0] != '0' && tail.p[0] != '+')
		    || !is_uk(kin_str(rest.p, at)) || !is_uk(tail))
			continue;
		if (found < rest.len)
			return rest.len;
		found = at;
	}
	return found;
}

bool
kin_phone_next(struct kin_str *rest, struct kin_str *piece)
{
	bool many = count_digits(*rest) >= 2 * PIECE_MIN;
	size_t seen = 0;

	if (rest->p == NULL)
		return false;
	for (size_t at = 0; at < rest->len && many; at++) {
		size_t len = separator(*rest, at);
		struct kin_str tail;

		seen += kin_ascii_is_digit(rest->p[at]);
		if (len == 0 || seen < PIECE_MIN)
			continue;
		tail = kin_str(rest->p + at + len, rest->len - at - len);
		if (count_digits(tail) < PIECE_MIN)
			break;
		*piece = kin_str_trim(kin_str(rest->p, at));
		*rest = tail;
		return true;
	}
	if (many && rest->len <= 2 * DIGITS_MAX && count_digits(*rest) >= 2 * UK_DIGITS_MIN) {
		size_t at = parting_space(*rest);

		*piece = kin_str_trim(kin_str(rest->p, at));
		*rest = at < rest->len ? kin_str(rest->p + at, rest->len - at) : kin_str(NULL, 0);
		return true;
	}
	*piece = kin_str_trim(*rest);
	*rest = kin_str(NULL, 0);
	return true;
}

enum kin_phone_class
kin_phone_class(struct kin_str e164)
{
	if (e164.len < 7 || memcmp(e164.p, "+44", 3) != 0)
		return KIN_PHONE_FOREIGN;
	return uk_class(e164.p + 3);
}
