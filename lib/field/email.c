#include "kin/field/email.h"

#include "kin/base/ascii.h"
#include "kin/base/utf8.h"

enum {
	MADE_UP_MAX = 16	/* letters of the longest word that stands for no address */
};

static bool
is_letter_or_digit(char c)
{
	return kin_ascii_is_letter(c) || kin_ascii_is_digit(c);
}

static bool
is_local(char c)
{
	return is_letter_or_digit(c) || c == '.' || (c != '\0' && strchr("!#$%&'*+/=?^_`{|}~-", c) != NULL);
}

static const char *
local_fault(struct kin_str local)
{
	size_t at = 0;

	if (local.len == 0)
		return "nothing before the @";
	if (local.p[0] == '.' || local.p[local.len - 1] == '.')
		return "a dot at an end of the part before the @";
	while (at < local.len) {
		if (local.p[at] == '.' && local.p[at + 1] == '.')
			return "two dots in a row";
		if (is_local(local.p[at]))
			at++;
		else if ((unsigned char)local.p[at] < 0x80 ||
		    kin_utf8_kind(kin_utf8_next(local, &at)) != KIN_UTF8_LETTER)
			return "a character that no mailbox has";
	}
	return NULL;
}

static const char *
label_fault(struct kin_str label)
{
	size_t at = 0;

	if (label.len == 0)
		return "a dot too many after the @";
	if (label.len > 63 || label.p[0] == '-' || label.p[label.len - 1] == '-')
		return "no host is named so";
	while (at < label.len) {
		if (is_letter_or_digit(label.p[at]) || label.p[at] == '-')
			at++;
		else if ((unsigned char)label.p[at] < 0x80 ||
		    kin_utf8_kind(kin_utf8_next(label, &at)) != KIN_UTF8_LETTER)
			return "a character that no host has";
	}
	return NULL;
}

/* xn--… , or two letters and more. */
static bool
is_top_level(struct kin_str label)
{
	if (label.len > 4 && kin_str_is_nocase(kin_str(label.p, 4), KIN_STR("xn--")))
		return true;
	for (size_t i = 0; i < label.len; i++) {
		if (!kin_ascii_is_letter(label.p[i]) && (unsigned char)label.p[i] < 0x80)
			return false;
	}
	return label.len >= 2;
}

static const char *
host_fault(struct kin_str host)
{
	struct kin_str rest = host, label = host;
	const char *why = NULL;
	int labels = 0;

	if (host.len == 0)
		return "nothing after the @";
	if (host.len > 253)
		return "too long after the @";
	while (why == NULL && kin_str_next(&rest, '.', &label)) {
		why = label_fault(label);
		labels++;
	}
	if (why != NULL)
		return why;
	if (labels < 2)
		return "no dot after the @";
	return is_top_level(label) ? NULL : "it ends in no top-level domain";
}

static struct kin_str
unwrap(struct kin_str s)
{
	if (s.len > 2 && s.p[0] == '<' && s.p[s.len - 1] == '>')
		s = kin_str(s.p + 1, s.len - 2);
	if (s.len > 7 && kin_str_is_nocase(kin_str(s.p, 7), KIN_STR("mailto:")))
		s = kin_str(s.p + 7, s.len - 7);
	return s;
}

int
kin_email_parse(struct kin_str text, struct kin_str *out, struct kin_err *err)
{
	struct kin_str s = unwrap(kin_str_trim(text));
	size_t at = kin_str_find(s, '@', 0);
	const char *why;

	if (at == s.len)
		why = "no @";
	else if (s.len >= KIN_EMAIL_MAX)
		why = "longer than 320 bytes";
	else if (kin_str_find(s, '@', at + 1) != s.len)
		why = "more than one @";
	else if (kin_str_find(s, ' ', 0) != s.len)
		why = "a space in it";
	else if ((why = local_fault(kin_str(s.p, at))) == NULL)
		why = host_fault(kin_str(s.p + at + 1, s.len - at - 1));
	if (why != NULL)
		return kin_fail_value(err, KIN_STR(""), text, "not an email address: %s", why);
	*out = s;
	return 0;
}

/* Lower case, without signs; false when it is longer than any word below. */
static bool
squeeze(struct kin_str s, char out[MADE_UP_MAX], size_t *len)
{
	*len = 0;
	for (size_t i = 0; i < s.len; i++) {
		if (!is_letter_or_digit(s.p[i]))
			continue;
		if (*len == MADE_UP_MAX)
			return false;
		out[(*len)++] = kin_ascii_lower(s.p[i]);
	}
	return *len > 0;
}

static bool
is_no_word(struct kin_str word)
{
	static const char *const words[] = { "donthave", "donthaveone", "noaddress", "noemail", "noemailaddress",
	    "noemailgiven", "noemailprovided", "nomail", "none", "nonegiven", "noneprovided", "noone", "notapplicable",
	    "notavailable", "notgiven", "notknown", "notprovided", "notsupplied", "nothing", "unknown" };

	/* most addresses begin with another letter */
	if (word.p[0] != 'n' && word.p[0] != 'd' && word.p[0] != 'u')
		return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (kin_str_is(word, kin_str_of(words[i])))
			return true;
	return false;
}

/* Said on both sides of the @, it is no name: test@test.com, x@x.com. */
static bool
is_filling(struct kin_str word)
{
	return word.len <= 3 || kin_str_is(word, KIN_STR("test")) || kin_str_is(word, KIN_STR("email"))
	    || kin_str_is(word, KIN_STR("mail")) || kin_str_is(word, KIN_STR("asdf"));
}

bool
kin_email_is_made_up(struct kin_str email)
{
	size_t at = kin_str_find(email, '@', 0), dot = kin_str_find(email, '.', at), len;
	char local[MADE_UP_MAX], host[MADE_UP_MAX];
	struct kin_str before, after;

	if (at == email.len || !squeeze(kin_str(email.p, at), local, &len))
		return false;
	before = kin_str(local, len);
	if (is_no_word(before))
		return true;
	if (!squeeze(kin_str(email.p + at + 1, dot - at - 1), host, &len))
		return false;
	after = kin_str(host, len);
	return is_no_word(after) || (kin_str_is(before, after) && is_filling(before));
}

static struct kin_str
without_ends(struct kin_str s)
{
	while (s.len && s.p[0] != '\0' && strchr(";,| /", s.p[0]) != NULL)
		s = kin_str(s.p + 1, s.len - 1);
	while (s.len && s.p[s.len - 1] != '\0' && strchr(";,| ", s.p[s.len - 1]) != NULL)
		s.len--;
	return kin_str_trim(s);
}

/* Length of what stands between two addresses at s.p[at], or 0. */
static size_t
separator(struct kin_str s, size_t at)
{
	if (s.p[at] != '\0' && strchr(";,|\n", s.p[at]) != NULL)
		return 1;
	if (s.len - at > 4 && (memcmp(s.p + at, " or ", 4) == 0 || memcmp(s.p + at, " / ", 3) == 0))
		return s.p[at + 1] == '/' ? 3 : 4;
	return s.p[at] == ' ' ? 1 : 0;
}

bool
kin_email_next(struct kin_str *rest, struct kin_str *piece)
{
	size_t first = kin_str_find(*rest, '@', 0);
	bool seen = false, several = kin_str_find(*rest, '@', first + 1) < rest->len;

	if (rest->p == NULL)
		return false;
	for (size_t at = 0; at < rest->len && several; at++) {
		size_t len = separator(*rest, at);

		seen = seen || rest->p[at] == '@';
		if (len == 0 || !seen || kin_str_find(*rest, '@', at + len) == rest->len)
			continue;
		*piece = without_ends(kin_str(rest->p, at));
		*rest = kin_str(rest->p + at + len, rest->len - at - len);
		return true;
	}
	*piece = without_ends(*rest);
	*rest = kin_str(NULL, 0);
	return true;
}

size_t
kin_email_fold(struct kin_str email, char out[KIN_EMAIL_MAX])
{
	size_t len = email.len < KIN_EMAIL_MAX ? email.len : KIN_EMAIL_MAX - 1;

	for (size_t i = 0; i < len; i++)
		out[i] = kin_ascii_lower(email.p[i]);
	out[len] = '\0';
	return len;
}
