#include "kin/record/lines.h"

#include <errno.h>
#include <unistd.h>

#include "kin/base/mem.h"

enum {
	FIRST_SIZE = 256 << 10,
	LONG_HEAD  = 256		/* of a line over the limit, what is shown */
};

void
kin_lines_init(struct kin_lines *lines, int fd)
{
	*lines = (struct kin_lines){ .fd = fd, .cap = FIRST_SIZE };
	lines->buf = kin_alloc(lines->cap);
}

void
kin_lines_fini(struct kin_lines *lines)
{
	kin_free(lines->buf);
	lines->buf = NULL;
}

/* More bytes behind end, the pending ones moved to the front or the buffer doubled. */
static ssize_t
fill(struct kin_lines *lines)
{
	ssize_t got;

	if (lines->start > 0) {
		memmove(lines->buf, lines->buf + lines->start, lines->end - lines->start);
		lines->end -= lines->start;
		lines->start = 0;
	}
	if (lines->end == lines->cap) {
		lines->cap *= 2;
		lines->buf = kin_resize(lines->buf, lines->cap, 1);
	}
	do
		got = read(lines->fd, lines->buf + lines->end, lines->cap - lines->end);
	while (got < 0 && errno == EINTR);
	if (got > 0) {
		lines->end += (size_t)got;
		lines->bytes += (unsigned long long)got;
	}
	lines->eof = got == 0;
	return got;
}

static enum kin_lines_status
lend(struct kin_lines *lines, size_t len, size_t skip, struct kin_str *line)
{
	*line = kin_str(lines->buf + lines->start, len);
	if (lines->line_no++ == 0 && kin_str_has_prefix(*line, KIN_STR("\xef\xbb\xbf")))
		*line = kin_str(line->p + 3, line->len - 3);
	lines->start += len + skip;
	return KIN_LINES_LINE;
}

/* The rest of a line that was too long is thrown away as it comes. */
static enum kin_lines_status
skip_line(struct kin_lines *lines, struct kin_str *line)
{
	static const char lf = '\n';
	char head[LONG_HEAD];
	size_t at;

	memcpy(head, lines->buf + lines->start, LONG_HEAD);
	for (;;) {
		if (lines->start == lines->end && fill(lines) <= 0)
			break;
		at = kin_str_find(kin_str(lines->buf, lines->end), lf, lines->start);
		lines->start = at < lines->end ? at + 1 : lines->end;
		if (at < lines->end)
			break;
	}
	/* the head goes back in front of what follows */
	if (lines->start < LONG_HEAD) {
		while (lines->cap - lines->end < LONG_HEAD) {
			lines->cap *= 2;
			lines->buf = kin_resize(lines->buf, lines->cap, 1);
		}
		memmove(lines->buf + LONG_HEAD + lines->start, lines->buf + lines->start,
		    lines->end - lines->start);
		lines->end += LONG_HEAD;
		lines->start += LONG_HEAD;
	}
	memcpy(lines->buf + lines->start - LONG_HEAD, head, LONG_HEAD);
	*line = kin_str(lines->buf + lines->start - LONG_HEAD, LONG_HEAD);
	lines->line_no++;
	return KIN_LINES_LONG;
}

enum kin_lines_status
kin_lines_next(struct kin_lines *lines, struct kin_str *line)
{
	size_t seen = 0;

	for (;;) {
		struct kin_str pending = kin_str(lines->buf + lines->start, lines->end - lines->start);
		size_t at = kin_str_find(pending, '\n', seen);

		if (at > KIN_LINE_MAX)
			return skip_line(lines, line);
		if (at < pending.len)
			return lend(lines, at, 1, line);
		if (lines->eof)
			return pending.len ? lend(lines, pending.len, 0, line) : KIN_LINES_END;
		seen = pending.len;
		if (fill(lines) < 0)
			return KIN_LINES_ERROR;
	}
}
