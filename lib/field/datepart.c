#include "kin/field/datepart.h"

#include "kin/base/ascii.h"

#include <strings.h>

struct scan {
	struct kin_str		 s;
	size_t			 at;
	struct kin_dateparts	*out;
};

static const char *const month_names[] = {
	"january", "february", "march", "april", "may", "june", "july", "august", "september",
	"october", "november", "december"
};

static const char *const day_names[] = {
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
};

static char
peek(const struct scan *scan)
{
	return scan->at < scan->s.len ? scan->s.p[scan->at] : '\0';
}

/* The place of a word, whole or cut to three letters and more ("Sept"), in names; or -1. */
static int
find_name(struct kin_str word, const char *const *names, int count)
{
	for (int i = 0; word.len >= 3 && i < count; i++) {
		if (word.len <= strlen(names[i]) && strncasecmp(word.p, names[i], word.len) == 0)
			return i;
	}
	return -1;
}

static bool
is_ordinal(struct kin_str word)
{
	return word.len == 2 && (strncasecmp(word.p, "st", 2) == 0 || strncasecmp(word.p, "nd", 2) == 0 ||
	    strncasecmp(word.p, "rd", 2) == 0 || strncasecmp(word.p, "th", 2) == 0);
}

static struct kin_str
take_word(struct scan *scan)
{
	size_t from = scan->at;

	while (kin_ascii_is_letter(peek(scan)))
		scan->at++;
	return kin_str(scan->s.p + from, scan->at - from);
}

static void
take_number(struct scan *scan)
{
	struct kin_datepart *part = &scan->out->part[scan->out->count++];

	*part = (struct kin_datepart){ 0, 0 };
	while (kin_ascii_is_digit(peek(scan))) {
		if (part->digits++ < 8)
			part->value = part->value * 10 + (peek(scan) - '0');
		scan->at++;
	}
}

/* A month, or a word that may stand beside one.  false: it is no part of a date. */
static bool
take_name(struct scan *scan, bool glued)
{
	size_t from = scan->at;
	struct kin_str word = take_word(scan);
	int month = find_name(word, month_names, 12);

	if (month >= 0) {
		scan->out->part[scan->out->count++] = (struct kin_datepart){ month + 1, 0 };
		return true;
	}
	if (glued && is_ordinal(word))
		return true;
	if (scan->out->count == 0 && find_name(word, day_names, 7) >= 0)
		return true;
	if (scan->out->count == 1 && kin_str_is_nocase(word, KIN_STR("of")))
		return true;
	scan->at = from;
	return false;
}

/* Passes over spaces and at most one sign; the sign, ' ' for spaces alone, 0 for nothing. */
static char
take_separator(struct scan *scan)
{
	char sign = 0;

	for (;;) {
		char c = peek(scan);

		if (c == ' ') {
			if (sign == 0)
				sign = ' ';
		} else if ((c == '-' || c == '/' || c == '.' || c == ',') && (sign == 0 || sign == ' ')) {
			sign = c;
		} else {
			return sign;
		}
		scan->at++;
	}
}

/* Is the number at scan->at the hour of a time? */
static bool
is_hour(const struct scan *scan)
{
	size_t at = scan->at;

	while (at < scan->s.len && kin_ascii_is_digit(scan->s.p[at]))
		at++;
	return at < scan->s.len && scan->s.p[at] == ':';
}

/* Reads up to three parts and stops before the time. */
static void
take_parts(struct scan *scan)
{
	char sep = 0;

	while (scan->out->count < 3 && scan->at < scan->s.len) {
		size_t from = scan->at;
		int count = scan->out->count;

		if (kin_ascii_is_digit(peek(scan))) {
			if (count > 0 && is_hour(scan))
				break;
			take_number(scan);
		} else if (!kin_ascii_is_letter(peek(scan)) || !take_name(scan, sep == 0 && count > 0)) {
			break;
		}
		if (scan->out->count > count && count > 0)
			scan->out->sign[count - 1] = sep;
		if (scan->at == from || scan->out->count == 3)
			break;
		from = scan->at;
		sep = take_separator(scan);
		if (scan->at == scan->s.len)
			scan->at = from;
	}
}

/* Takes count digits at p; false when they are none. */
static bool
take_figures(const char *p, int count, struct kin_datepart *part)
{
	*part = (struct kin_datepart){ 0, count };
	for (int i = 0; i < count; i++) {
		if (!kin_ascii_is_digit(p[i]))
			return false;
		part->value = part->value * 10 + (p[i] - '0');
	}
	return true;
}

static bool
is_sign(char c)
{
	return c == '/' || c == '-' || c == '.';
}

/* 23/07/1991 and 1991-07-23, and nothing more: most dates.  The long way says the same of them. */
static bool
take_usual(struct kin_str s, struct kin_dateparts *out)
{
	int first = s.len == 10 && is_sign(s.p[4]) ? 4 : 2;

	if (s.len != 10 || !is_sign(s.p[first]) || !is_sign(s.p[first + 3]) ||
	    !take_figures(s.p, first, &out->part[0]) || !take_figures(s.p + first + 1, 2, &out->part[1]) ||
	    !take_figures(s.p + first + 4, 6 - first, &out->part[2]))
		return false;
	out->count = 3;
	out->sign[0] = s.p[first];
	out->sign[1] = s.p[first + 3];
	out->rest = kin_str(s.p + s.len, 0);
	return true;
}

void
kin_datepart_take(struct kin_str text, struct kin_dateparts *out)
{
	struct scan scan = { text, 0, out };

	if (take_usual(text, out))
		return;
	*out = (struct kin_dateparts){ .count = 0 };
	take_parts(&scan);
	out->rest = kin_str(text.p + scan.at, text.len - scan.at);
}
