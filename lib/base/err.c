#include "kin/base/err.h"

#include <stdarg.h>
#include <stdio.h>

/* Copies s, cut before size on the edge of a UTF-8 character. */
static void
keep(char *to, size_t size, struct kin_str s)
{
	size_t len = s.len;

	if (len >= size) {
		len = size - 1;
		while (len > 0 && ((unsigned char)s.p[len] & 0xc0) == 0x80)
			len--;
	}
	if (len)
		memcpy(to, s.p, len);
	to[len] = '\0';
}

static void
word(struct kin_err *err, const char *fmt, va_list args)
{
	vsnprintf(err->text, sizeof(err->text), fmt, args);
}

int
kin_fail(struct kin_err *err, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	word(err, fmt, args);
	va_end(args);
	err->field[0] = '\0';
	err->value[0] = '\0';
	return -1;
}

int
kin_fail_value(struct kin_err *err, struct kin_str field, struct kin_str value, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	word(err, fmt, args);
	va_end(args);
	keep(err->field, sizeof(err->field), field);
	keep(err->value, sizeof(err->value), value);
	return -1;
}

int
kin_fail_in(struct kin_err *err, struct kin_str field)
{
	keep(err->field, sizeof(err->field), field);
	return -1;
}
