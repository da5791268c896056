/*
 * buf -- bytes that grow.
 *
 * Shape    p[0..len) is the content; p is NULL until something was added.
 *          After kin_buf_text, p[len] is a terminator.
 * Errors   none: memory is there or the run ends (mem.h).
 * Owns     the buffer owns p; kin_buf_fini frees it.  { 0 } is an empty buffer.
 * Room     base.
 */
#ifndef KIN_BUF_H
#define KIN_BUF_H

#include "kin/base/str.h"

struct kin_buf {
	char	*p;
	size_t	 len;
	size_t	 cap;
};

void		 kin_buf_fini(struct kin_buf *buf);

/* Keeps the memory, forgets the content. */
static inline void
kin_buf_clear(struct kin_buf *buf)
{
	buf->len = 0;
}

static inline struct kin_str
kin_buf_str(const struct kin_buf *buf)
{
	return (struct kin_str){ buf->p, buf->len };
}

/* Borrowed until the next change: the content, terminated. */
const char	*kin_buf_text(struct kin_buf *buf);

/* For kin_buf_room: more memory, so that size more bytes fit. */
void		 kin_buf_grow(struct kin_buf *buf, size_t size);

/* Room for size more bytes; returns where they go.  The caller adds to len. */
static inline char *
kin_buf_room(struct kin_buf *buf, size_t size)
{
	if (buf->p == NULL || size > buf->cap - buf->len)
		kin_buf_grow(buf, size);
	return buf->p + buf->len;
}

static inline void
kin_buf_add(struct kin_buf *buf, struct kin_str s)
{
	if (s.len == 0)
		return;
	memcpy(kin_buf_room(buf, s.len), s.p, s.len);
	buf->len += s.len;
}

static inline void
kin_buf_putc(struct kin_buf *buf, char c)
{
	*kin_buf_room(buf, 1) = c;
	buf->len++;
}

/* Of a literal the length is known beforehand. */
static inline void
kin_buf_puts(struct kin_buf *buf, const char *text)
{
	kin_buf_add(buf, kin_str_of(text));
}

void		 kin_buf_printf(struct kin_buf *buf, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));

#endif
