/*
 * show -- a table as text for a terminal, CSV, Markdown or records.
 *
 * Shape    each call adds to out.  A missing key is
 *          "(missing)", any other missing value "-" for people and nothing in
 *          CSV; in a record both are absent.  Tenths have one decimal; a share is in per
 *          cent and says so only to people.
 * Text     at most `width` columns where that can be: text wraps in its column,
 *          then columns go on in a further piece with the keys repeated.  A
 *          value is never cut.  Control characters are shown escaped.
 * CSV      RFC 4180 with LF line ends.  A text that begins with = + - @ tab or
 *          return gets ' before it, so that no spreadsheet runs it (OWASP, CSV
 *          injection); numbers are left alone.
 * Room     tally; knows base and record/json.
 */
#ifndef KIN_SHOW_H
#define KIN_SHOW_H

#include "kin/base/buf.h"
#include "kin/tally/table.h"

struct kin_show {
	size_t	width;		/* of the terminal */
	bool	ascii;		/* rules of - instead of a drawn line */
};

void	kin_show_text(const struct kin_table *table, const struct kin_show *how,
	    struct kin_buf *out);
/* The rows alone, without title and notes. */
void	kin_show_columns(const struct kin_table *table, const struct kin_show *how,
	    struct kin_buf *out);
void	kin_show_csv(const struct kin_table *table, struct kin_buf *out);
void	kin_show_markdown(const struct kin_table *table, struct kin_buf *out);

/*
 * One row as a record, without a line end: {"kind":"count","report":…,
 * "table":…,"by":{the keys}, then the other cells}; "total":true instead of by
 * in a total row.
 */
void	kin_show_json(const struct kin_table *table, struct kin_str report, size_t row,
	    struct kin_buf *out);

/* Adds a cell as people see it: "12", "12.5", "12.5%", "-". */
void	kin_show_cell(const struct kin_column *column, const struct kin_cell *cell,
	    struct kin_buf *out);

#endif
