#include "kin/field/clock.h"

#include "kin/base/ascii.h"

struct scan {
	struct kin_str	s;
	size_t		at;
};

static char
peek(const struct scan *scan)
{
	return scan->at < scan->s.len ? scan->s.p[scan->at] : '\0';
}

static struct kin_str
take_word(struct scan *scan)
{
	size_t from = scan->at;

	while (kin_ascii_is_letter(peek(scan)))
		scan->at++;
	return kin_str(scan->s.p + from, scan->at - from);
}

static bool
take_two(struct scan *scan, int most, int8_t *out)
{
	int value = 0, digits = 0;

	for (; kin_ascii_is_digit(peek(scan)) && digits < 2; digits++)
		value = value * 10 + (scan->s.p[scan->at++] - '0');
	*out = (int8_t)value;
	return digits > 0 && value <= most && !kin_ascii_is_digit(peek(scan));
}

/* +01:00, +01, +0100. */
static bool
take_offset(struct scan *scan, struct kin_when *when)
{
	int sign = peek(scan) == '-' ? -1 : 1, digits = 0, value = 0;

	scan->at++;
	for (; kin_ascii_is_digit(peek(scan)) && digits < 4; digits++) {
		value = value * 10 + (peek(scan) - '0');
		scan->at++;
		if (digits == 1 && peek(scan) == ':')
			scan->at++;
	}
	if (digits == 2)
		value *= 100;
	when->zoned = true;
	when->offset_min = (int16_t)(sign * (value / 100 * 60 + value % 100));
	return (digits == 2 || digits == 4) && value <= 1400 && value % 100 < 60;
}

static bool
take_zone(struct scan *scan, struct kin_when *when)
{
	struct kin_str word;

	if (peek(scan) == '+' || peek(scan) == '-')
		return take_offset(scan, when);
	word = take_word(scan);
	if (word.len == 0)
		return true;
	when->zoned = true;
	when->offset_min = kin_str_is_nocase(word, KIN_STR("BST")) ? 60 : 0;
	return when->offset_min != 0 || kin_str_is_nocase(word, KIN_STR("Z")) ||
	    kin_str_is_nocase(word, KIN_STR("UTC")) || kin_str_is_nocase(word, KIN_STR("GMT"));
}

static void
skip_spaces(struct scan *scan)
{
	while (peek(scan) == ' ')
		scan->at++;
}

/* am or pm behind the time, if one is there.  false: the hour does not fit it. */
static bool
take_half(struct scan *scan, struct kin_when *when)
{
	char c = (char)(peek(scan) | 0x20);

	if ((c != 'a' && c != 'p') || scan->at + 1 >= scan->s.len ||
	    (scan->s.p[scan->at + 1] | 0x20) != 'm')
		return true;
	scan->at += 2;
	if (when->hour < 1 || when->hour > 12)
		return false;
	when->hour = (int8_t)(when->hour % 12 + (c == 'p' ? 12 : 0));
	return true;
}

/* Hour, minute and where it is there second, a fraction passed over. */
static bool
take_figures(struct scan *scan, struct kin_when *when)
{
	if (!take_two(scan, 23, &when->hour) || peek(scan) != ':')
		return false;
	scan->at++;
	if (!take_two(scan, 59, &when->minute))
		return false;
	if (peek(scan) == ':' && (scan->at++, !take_two(scan, 59, &when->second)))
		return false;
	if (peek(scan) == '.') {
		scan->at++;
		while (kin_ascii_is_digit(peek(scan)))
			scan->at++;
	}
	return true;
}

bool
kin_clock_parse(struct kin_str text, struct kin_when *when)
{
	struct scan scan = { text, 0 };

	if (peek(&scan) == 'T' || peek(&scan) == 't' || peek(&scan) == ',')
		scan.at++;
	skip_spaces(&scan);
	if (scan.at == text.len)
		return kin_str_trim(text).len == 0;
	if (!take_figures(&scan, when))
		return false;
	when->timed = true;
	skip_spaces(&scan);
	if (!take_half(&scan, when))
		return false;
	skip_spaces(&scan);
	return take_zone(&scan, when) && scan.at == text.len;
}
