/*
 * table -- rows and columns of text and numbers, before anyone decides how they look.
 *
 * Shape    columns first, then rows cell by cell, left to right.  Leading KEY
 *          columns say what a row is about.  A total row comes last and may
 *          leave its keys missing.  A block is a title for the columns after it:
 *          the eye gets each block as a table of its own with the keys repeated,
 *          a program gets one wide table.
 * Units    numbers are whole, or tenths in TENTHS and SHARE (per cent) columns.
 * Errors   none; a row with too few or too many cells is a bug.
 * Owns     a table copies all text given to it; kin_tables_fini frees tables.
 * Room     tally; knows only base.
 */
#ifndef KIN_TABLE_H
#define KIN_TABLE_H

#include <stdint.h>

#include "kin/base/mem.h"
#include "kin/base/str.h"

enum kin_column_kind {
	KIN_COLUMN_KEY,
	KIN_COLUMN_TEXT,
	KIN_COLUMN_WHOLE,
	KIN_COLUMN_TENTHS,
	KIN_COLUMN_SHARE
};

struct kin_column {
	enum kin_column_kind	kind;
	struct kin_str		name;		/* for programs: longest_wait_days */
	struct kin_str		title;		/* for people: Longest wait, days */
	struct kin_str		head;		/* title, with those of the columns under this one */
	bool			under;		/* a terminal shows it in the column before */
	struct kin_str		block;		/* title of the block that begins here, or empty */
};

struct kin_cell {
	bool		missing;
	struct kin_str	text;
	int64_t		number;
};

struct kin_table {
	struct kin_str		 name, title;
	struct kin_column	*columns;
	size_t			 column_count, column_cap;
	struct kin_cell		*cells;
	size_t			 cell_count, cell_cap;
	bool			 has_total;	/* the last row is a total */
	size_t			 sections;	/* first columns of which the eye gets headings instead */
	struct kin_str		*notes;		/* sentences under the table */
	size_t			 note_count, note_cap;
	struct kin_arena	 arena;
	struct kin_str		 block;		/* waits for the next column */
};

struct kin_tables {
	struct kin_table	**list;
	size_t			  count, cap;
};

/* The new table is owned by tables. */
struct kin_table *kin_tables_add(struct kin_tables *tables, const char *name, const char *title);
void	 kin_tables_fini(struct kin_tables *tables);

void	 kin_table_block(struct kin_table *table, const char *title);
void	 kin_table_column(struct kin_table *table, enum kin_column_kind kind, struct kin_str name,
	    struct kin_str title);

/* The last column, of text as the one before, shares its place on a terminal: "Name; Postcode". */
void	 kin_table_under(struct kin_table *table);

/* The next cell; empty text is missing. */
void	 kin_table_text(struct kin_table *table, struct kin_str text);
void	 kin_table_number(struct kin_table *table, int64_t number);
void	 kin_table_missing(struct kin_table *table);
/* The row begun next is the total. */
void	 kin_table_total(struct kin_table *table);
void	 kin_table_note(struct kin_table *table, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

size_t	 kin_table_rows(const struct kin_table *table);
const struct kin_cell *kin_table_cell(const struct kin_table *table, size_t row, size_t column);
bool	 kin_table_is_total(const struct kin_table *table, size_t row);
bool	 kin_column_is_number(const struct kin_column *column);

#endif
