/* Times: by a format of strptime, as DuckDB reads it, and as ISO 8601. */
#include "sql_state.h"

#include "kin/base/ascii.h"

struct parts {
	long	year, month, day, hour, minute, second;
	bool	afternoon, half;	/* of %p: said, and which */
};

/* Days since 1970-01-01 in the calendar of Gregory, carried back. */
static double
days_of(long year, long month, long day)
{
	long y = year - (month <= 2), era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
	long of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return (double)(era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468);
}

static long
days_in(long year, long month)
{
	static const long days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

static bool
whole(const struct parts *parts, double *out)
{
	long hour = parts->hour;

	if (parts->half)
		hour = hour % 12 + (parts->afternoon ? 12 : 0);
	if (parts->month < 1 || parts->month > 12 || parts->day < 1
	    || parts->day > days_in(parts->year, parts->month) || hour > 23 || parts->minute > 59
	    || parts->second > 59)
		return false;
	*out = days_of(parts->year, parts->month, parts->day) * 86400.0
	    + (double)(hour * 3600 + parts->minute * 60 + parts->second);
	return true;
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static void
skip_spaces(struct kin_str text, size_t *at)
{
	while (*at < text.len && is_space(text.p[*at]))
		(*at)++;
}

static bool
digits(struct kin_str text, size_t *at, size_t most, long *out)
{
	size_t begin = *at;

	for (*out = 0; *at < text.len && *at < begin + most && kin_ascii_is_digit(text.p[*at]); )
		*out = 10 * *out + (text.p[(*at)++] - '0');
	return *at > begin;
}

/* The month of that name, in full or its first three letters. */
static bool
month_name(struct kin_str text, size_t *at, bool full, long *out)
{
	static const char *const names[] = { "January", "February", "March", "April", "May",
	    "June", "July", "August", "September", "October", "November", "December" };

	for (long i = 0; i < 12; i++) {
		size_t length = full ? strlen(names[i]) : 3;

		if (text.len - *at >= length && kin_str_is_nocase(kin_str(text.p + *at, length),
		    kin_str(names[i], length))) {
			*at += length;
			*out = i + 1;
			return true;
		}
	}
	return false;
}

static bool
read_part(struct kin_str text, size_t *at, char part, struct parts *out)
{
	switch (part) {
	case 'Y':
		return digits(text, at, 4, &out->year);
	case 'y':
		if (!digits(text, at, 2, &out->year))
			return false;
		out->year += out->year >= 69 ? 1900 : 2000;
		return true;
	case 'm':
		return digits(text, at, 2, &out->month);
	case 'd':
		return digits(text, at, 2, &out->day);
	case 'H':
	case 'I':
		return digits(text, at, 2, &out->hour);
	case 'M':
		return digits(text, at, 2, &out->minute);
	case 'S':
		return digits(text, at, 2, &out->second);
	case 'b':
	case 'B':
		return month_name(text, at, part == 'B', &out->month);
	case 'p':
		if (text.len - *at < 2 || kin_ascii_lower(text.p[*at + 1]) != 'm')
			return false;
		out->half = true;
		out->afternoon = kin_ascii_lower(text.p[*at]) == 'p';
		*at += 2;
		return true;
	default:
		return false;
	}
}

bool
kin_sql_strptime(struct kin_str text, struct kin_str format, double *out)
{
	struct parts parts = { .year = 1900, .month = 1, .day = 1 };
	size_t at = 0;

	skip_spaces(text, &at);
	for (size_t i = 0; i < format.len; i++) {
		char c = format.p[i];

		if (c == '%' && i + 1 < format.len) {
			i += format.p[i + 1] == '-' && i + 2 < format.len ? 2 : 1;
			if (!read_part(text, &at, format.p[i], &parts))
				return false;
		} else if (is_space(c)) {
			skip_spaces(text, &at);
		} else if (at >= text.len || text.p[at++] != c) {
			return false;
		}
	}
	skip_spaces(text, &at);
	return at == text.len && whole(&parts, out);
}

bool
kin_sql_iso(struct kin_str text, double *out)
{
	static const char *const formats[] = { "%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S",
	    "%Y-%m-%dT%H:%M:%SZ" };

	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++) {
		if (kin_sql_strptime(text, kin_str_of(formats[i]), out))
			return true;
	}
	return false;
}
