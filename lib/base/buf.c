#include "kin/base/buf.h"

#include <stdarg.h>
#include <stdio.h>

#include "kin/base/mem.h"

void
kin_buf_fini(struct kin_buf *buf)
{
	kin_free(buf->p);
	*buf = (struct kin_buf){ 0 };
}

void
kin_buf_grow(struct kin_buf *buf, size_t size)
{
	size_t cap = buf->cap ? buf->cap : 64;

	while (cap - buf->len < size)
		cap += cap > size ? cap : size;
	buf->p = kin_resize(buf->p, cap, 1);
	buf->cap = cap;
}

const char *
kin_buf_text(struct kin_buf *buf)
{
	*kin_buf_room(buf, 1) = '\0';
	return buf->p;
}

void
kin_buf_printf(struct kin_buf *buf, const char *fmt, ...)
{
	va_list args;
	int need;

	va_start(args, fmt);
	need = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (need <= 0)
		return;
	va_start(args, fmt);
	vsnprintf(kin_buf_room(buf, (size_t)need + 1), (size_t)need + 1, fmt, args);
	va_end(args);
	buf->len += (size_t)need;
}
