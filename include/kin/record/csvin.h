/*
 * csvin -- rows out of the files that people call CSV.
 *
 * Shape    a guard finds where each row begins and ends (quotes, CR, LF, CRLF) and
 *          cuts cells where they stand; a cell with a doubled quote in it is
 *          decoded by libcsv.  libcsv alone trims spaces, drops blank lines, keeps
 *          byte order marks, knows no lines, and after a lost quote swallows the
 *          rest of the file; behind the guard it cannot.
 * Rules    A quote opens a cell only at its start (spaces before it are passed
 *          over); elsewhere it is a letter.  After the closing quote comes the
 *          delimiter or the end of the row.  The quote is ", or ' where cells stand
 *          in these; in quotes a backslash escapes where more rows are read so.
 *          A row has as many cells as the header; empty ones too many are left out.
 *          Lines of white space and rows whose
 *          cells are all empty are passed over, and counted.  A CR alone ends a row
 *          when the header ends so, or when the row fits only then.
 *          A row that cannot be read costs itself: reading goes on at the next line
 *          from which a row fits, and what lies between is the bad row.
 *          The header is, of the first rows, the one of which most cells are known
 *          headers (two at least, and half of it); else the first row behind a title
 *          of one cell a row.  A first row that has values and no known header is none.
 *          Behind an empty line, other headers begin another table, whose rows are bad.
 *          The header standing there once more, and a byte order mark before a row
 *          (files put end to end), are passed over.
 * Limits   KIN_CSVIN_CELL bytes a cell, KIN_CSVIN_ROW a row, KIN_CSVIN_COLUMNS.
 * Errors   a file that is no CSV is KIN_EXIT_USAGE, one that cannot be read -1; a bad
 *          row is KIN_CSVIN_BAD with *err filled.
 * Owns     what a row lends is borrowed until the next call.
 * Room     record; libcsv's only home.
 * Source   RFC 4180, and what is measured in tests/unit/test_csvin.c.
 */
#ifndef KIN_CSVIN_H
#define KIN_CSVIN_H

#include "kin/record/encoding.h"

enum {
	KIN_CSVIN_CELL	  = 8 << 20,
	KIN_CSVIN_ROW	  = 64 << 20,
	KIN_CSVIN_COLUMNS = 16384,
	KIN_CSVIN_DELIM	  = 8		/* signs */
};

/* Reads up to size bytes: 0 at the end, -1 with errno. */
typedef long	kin_csvin_read(void *ctx, char *to, size_t size);

/* What a cell near the beginning of a file is, for all that somebody knows of headers and values. */
enum kin_csvin_word {
	KIN_CSVIN_UNKNOWN,
	KIN_CSVIN_HEADER,
	KIN_CSVIN_VALUE
};

typedef enum kin_csvin_word kin_csvin_judge(void *ctx, struct kin_str cell);

enum kin_csvin_header {
	KIN_CSVIN_FIND_HEADER,
	KIN_CSVIN_NO_HEADER,
	KIN_CSVIN_HAS_HEADER
};

struct kin_csvin_opts {
	kin_csvin_read	*read;		/* NULL: read(2) from fd */
	void		*read_ctx;
	int		 fd;
	const char	*delim;		/* one sign or several; NULL = find it */
	const char	*encoding;	/* NULL = find it */
	kin_csvin_judge	*judge;		/* NULL: the first row, behind a title, is the header */
	void		*judge_ctx;
	enum kin_csvin_header header;
};

struct kin_row {
	long			 line;		/* physical line on which it begins, from 1 */
	struct kin_str		 raw;		/* the row in UTF-8, without its line end; a bad row's bytes may be anything */
	const struct kin_str	*cells;
	size_t			 count;		/* as many as the header has */
};

enum kin_csvin_status {
	KIN_CSVIN_ROW_READ,
	KIN_CSVIN_BAD,		/* row->line and row->raw, and *err */
	KIN_CSVIN_END,
	KIN_CSVIN_ERROR		/* reading failed: *err */
};

struct kin_csvin;

/* May it stand between cells?  One sign, or several of which none is a letter or digit; no quote, no line end. */
bool		 kin_csvin_may_part(const char *delim);

/*
 * Looks at the beginning of the file and reads the header.  new in *out; NULL
 * there after -1 or KIN_EXIT_USAGE.  An empty file has no columns and no rows.
 */
int		 kin_csvin_open(const struct kin_csvin_opts *opts, struct kin_csvin **out,
		    struct kin_err *err);
void		 kin_csvin_free(struct kin_csvin *in);

/* The file holds JSON lines: each row has raw only, and no cells. */
bool		 kin_csvin_is_json(const struct kin_csvin *in);
/* The header's cells, in UTF-8; valid until the file is freed. */
size_t		 kin_csvin_columns(const struct kin_csvin *in, const struct kin_str **headers);
const char	*kin_csvin_delim(const struct kin_csvin *in);
char		 kin_csvin_quote(const struct kin_csvin *in);
/* 0 when there are no headers: they are blank then, one for each cell of the first row. */
long		 kin_csvin_header_line(const struct kin_csvin *in);
/* As decided so far: borrowed. */
const struct kin_encoding *kin_csvin_encoding(const struct kin_csvin *in);
unsigned long long kin_csvin_blank(const struct kin_csvin *in);	/* lines and rows passed over */
unsigned long long kin_csvin_again(const struct kin_csvin *in);	/* rows that are the header again */
unsigned long long kin_csvin_bytes(const struct kin_csvin *in);	/* read so far */

enum kin_csvin_status kin_csvin_next(struct kin_csvin *in, struct kin_row *row, struct kin_err *err);

/*
 * Walks the rows that stand in the window already read (bad ones left out) without
 * taking them: only before the first kin_csvin_next.
 */
bool		 kin_csvin_peek(struct kin_csvin *in, struct kin_row *row);
void		 kin_csvin_peek_again(struct kin_csvin *in);	/* from the first row */

#endif
