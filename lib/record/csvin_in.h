/*
 * csvin_in -- what csvin's parts share: its beginning (csvin.c), the headers
 * (csvin_header.c), the rows (csvin_rows.c) and those that are none (csvin_bad.c).
 *
 * Room     record; csvin's own.
 */
#ifndef KIN_CSVIN_IN_H
#define KIN_CSVIN_IN_H

#include <csv.h>

#include "csvin_scan.h"
#include "kin/base/mem.h"
#include "kin/record/csvin.h"

struct kin_csvin {
	struct kin_csvin_opts	 opts;
	struct kin_encoding	 enc;
	struct kin_buf		 raw;		/* bytes that iconv has not used yet */
	struct kin_buf		 in;		/* text read; rows not yet taken begin at start */
	size_t			 start;
	bool			 eof, failed, json;
	int			 read_errno;
	unsigned long long	 bytes, blank, again;
	long			 line;		/* of start, from 1 */
	long			 header_line;
	struct scan		 scan;
	char			 delim[KIN_CSVIN_DELIM + 1];	/* between cells, as text */
	struct kin_buf		 decoded;	/* a row out of Windows-1252 */
	struct kin_buf		 cut;		/* cells out of libcsv, end to end */
	struct csv_parser	 csv;
	size_t			 cut_count;
	struct kin_str		*cells;		/* of the row lent */
	size_t			 cell_cap;
	struct kin_str		*headers;
	struct kin_str		 header_row;	/* as it stands */
	size_t			 columns, least;	/* cells that a row needs at least */
	struct kin_arena	 arena;		/* the headers' letters */
	size_t			 peek;		/* behind start */
	bool			 gap;		/* an empty line stands before start */
	bool			 other;		/* another table has begun */
	struct kin_err		 unsaid;	/* why a row that was only tried is bad */
};

/* Reads once to the end of to: 0 at the end of the file, -1 when failed is set. */
long	csvin_read(struct kin_csvin *in, struct kin_buf *to);
/* Turns what raw holds into text behind in's. */
void	csvin_decode(struct kin_csvin *in);
/* More text behind what is there; moves it.  At the end of the file eof is set. */
void	csvin_fill(struct kin_csvin *in);

/* Finds the headers, or that there are none, and what columns there are. */
int	csvin_read_header(struct kin_csvin *in, struct kin_err *err);

/* The row just scanned, behind an empty line, is headers too: another table begins. */
bool	csvin_is_other_header(const struct kin_csvin *in, const char *row);

/* Scans at start + skip, reading on as far as the row goes. */
enum scan_status csvin_attempt(struct kin_csvin *in, size_t skip);
/* Letters and cells of the row just scanned at start + skip. */
int	csvin_read_row(struct kin_csvin *in, size_t skip, struct kin_row *row, struct kin_err *err);

/* Length of the line at start + skip, its end included; reads on as needed. */
size_t	csvin_line_length(struct kin_csvin *in, size_t skip);
/* The row just scanned has the cells that the columns want. */
bool	csvin_fits(const struct kin_csvin *in, const char *row);
/* A row at start that cannot be cut, and how far the scan went; KIN_CSVIN_BAD. */
enum kin_csvin_status csvin_bad_row(struct kin_csvin *in, size_t reach, struct kin_row *row);
/* The row just scanned, of another table; KIN_CSVIN_BAD. */
enum kin_csvin_status csvin_other_row(struct kin_csvin *in, struct kin_row *row, struct kin_err *err);
/* The row just scanned, of which the cells do not fit; KIN_CSVIN_BAD. */
enum kin_csvin_status csvin_ragged_row(struct kin_csvin *in, struct kin_row *row, struct kin_err *err);

bool	csvin_cell_is_blank(const char *row, const struct scan_cell *cell);
/* From the cell first on, all are blank. */
bool	csvin_blank_from(const struct scan *scan, const char *row, size_t first);

static inline struct kin_str
csvin_ahead(const struct kin_csvin *in, size_t skip)
{
	return kin_str(in->in.p + in->start + skip, in->in.len - in->start - skip);
}

static inline void
csvin_move_on(struct kin_csvin *in, size_t bytes, long lines)
{
	in->start += bytes;
	in->line += lines;
}

#endif
