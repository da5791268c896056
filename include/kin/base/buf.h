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

/* Room for size more bytes; returns where they go.  The caller adds to len. */
char		*kin_buf_room(struct kin_buf *buf, size_t size);

void		 kin_buf_add(struct kin_buf *buf, struct kin_str s);
void		 kin_buf_puts(struct kin_buf *buf, const char *text);
void		 kin_buf_putc(struct kin_buf *buf, char c);
void		 kin_buf_printf(struct kin_buf *buf, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));

#endif
