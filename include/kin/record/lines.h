/*
 * lines -- a file, a line at a time, of any length up to a limit.
 *
 * Shape    a line is lent without its LF; a CR before it stays (white space to
 *          JSON).  A last line without LF is a line.  A byte order mark at the
 *          start of the file is taken off.
 * Limits   KIN_LINE_MAX bytes; a longer line is skipped to its end in constant
 *          memory and reported once as KIN_LINES_LONG with its first bytes.
 * Errors   KIN_LINES_ERROR with errno; interrupted reads go on.
 * Owns     the reader owns its buffer, the caller owns fd.
 * Room     record.
 */
#ifndef KIN_LINES_H
#define KIN_LINES_H

#include "kin/base/str.h"

enum { KIN_LINE_MAX = 64 << 20 };

struct kin_lines {
	int	 fd;
	char	*buf;
	size_t	 cap, start, end;
	long	 line_no;		/* of the line lent last, from 1 */
	unsigned long long bytes;	/* read from fd so far */
	bool	 eof, skipping;
};

enum kin_lines_status {
	KIN_LINES_LINE,
	KIN_LINES_LONG,		/* over the limit: *line holds its beginning */
	KIN_LINES_END,
	KIN_LINES_ERROR
};

void	kin_lines_init(struct kin_lines *lines, int fd);
void	kin_lines_fini(struct kin_lines *lines);

/* *line is borrowed until the next call. */
enum kin_lines_status kin_lines_next(struct kin_lines *lines, struct kin_str *line);

#endif
