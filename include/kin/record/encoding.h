/*
 * encoding -- which bytes mean which letters: found, and turned into UTF-8.
 *
 * Rule     a byte order mark decides.  Without one, UTF-16 shows itself by its
 *          noughts.  Else the first KIN_ENCODING_WINDOW bytes decide: UTF-8 when
 *          what is not ASCII in them is mostly UTF-8, Windows-1252 when mostly not;
 *          if all of it is ASCII, the first row that is not decides.  Once decided
 *          it holds for the file, and a row that speaks for the other one is
 *          refused, never turned into other letters silently.
 * Shape    UTF-8 and Windows-1252 are decoded row by row (their commas, quotes and
 *          line ends are ASCII's); everything else on its way into the buffer.
 *          What cannot be decoded there becomes the byte 0xff, which is never
 *          UTF-8, so that its row is refused.
 * Errors   -1 with err->text: a name that is not known, the byte of a row at fault.
 * Owns     struct kin_encoding is the caller's; kin_encoding_fini closes its iconv.
 * Room     record; libc's iconv.
 * Source   Windows-1252 as registered with IANA (81 8d 8f 90 9d are not used).
 */
#ifndef KIN_ENCODING_H
#define KIN_ENCODING_H

#include <iconv.h>

#include "kin/base/buf.h"
#include "kin/base/err.h"

enum { KIN_ENCODING_WINDOW = 256 << 10 };

enum kin_encoding_sort {
	KIN_ENCODING_OPEN,	/* ASCII so far: the first row that is not decides */
	KIN_ENCODING_UTF8,
	KIN_ENCODING_CP1252,
	KIN_ENCODING_STREAM	/* by iconv, before rows are looked for */
};

struct kin_encoding {
	enum kin_encoding_sort	sort;
	bool			given;		/* by name: nothing is weighed against it */
	char			name[32];	/* for people: "UTF-8", "Windows-1252", "UTF-16LE" … */
	size_t			mark;		/* bytes of byte order mark at the start of the file */
	iconv_t			iconv;		/* KIN_ENCODING_STREAM */
	bool			is_open;
};

/* By name, as iconv knows it ("utf-8" and "windows-1252" in any spelling). */
int	kin_encoding_named(struct kin_encoding *enc, const char *name, struct kin_err *err);
/* By the first bytes of a file: all of the window, or of the file if it is shorter. */
void	kin_encoding_find(struct kin_encoding *enc, struct kin_str window);
void	kin_encoding_fini(struct kin_encoding *enc);

/*
 * KIN_ENCODING_STREAM: adds what raw holds as UTF-8; returns how many bytes were
 * used (a character cut in two at the end waits for more, unless last).
 */
size_t	kin_encoding_stream(struct kin_encoding *enc, struct kin_str raw, bool last,
	    struct kin_buf *out);

/*
 * A row that is not ASCII.  *text is the row itself when it is UTF-8, else decoded
 * in room (cleared first).  -1: not to be read in the file's encoding.
 */
int	kin_encoding_row(struct kin_encoding *enc, struct kin_str row, struct kin_buf *room,
	    struct kin_str *text, struct kin_err *err);

#endif
