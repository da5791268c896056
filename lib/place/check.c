#include "kin/place/check.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

void
kin_check_fault(struct kin_check *check, const char *fmt, ...)
{
	va_list args;
	int len;

	check->faults++;
	if (check->say == NULL)
		return;
	va_start(args, fmt);
	len = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	assert(len >= 0);
	va_start(args, fmt);
	vsnprintf(kin_buf_room(&check->line, (size_t)len + 1), (size_t)len + 1, fmt, args);
	va_end(args);
	check->say(check->ctx, check->line.p + check->line.len);
}
