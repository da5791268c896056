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
	/* What is hidden with what; columns by index + 1, 0 = none. */
	size_t			base;		/* says something of those counted there; 0 = is a count */
	size_t			over;		/* is a share of the count there */
	bool			over_total;	/* is a share of the total of base */
	size_t			within;		/* counts some of those counted there */
	bool			settled;	/* hide has dealt with it */
	bool			total_hidden;	/* by hide, shown in a total row or not */
	size_t			crossed;	/* is the sum of so many columns before it */
	size_t			several_from, several_to;	/* says something of all counts in these columns together */
	bool			among;		/* says what a row is among those rows that have a value here */
};

struct kin_cell {
	bool		missing;
	char		symbol;		/* stands instead of the value: c, x, z or k; 0 = none */
	uint32_t	part;		/* of a share or rate: index + 1 in parts */
	struct kin_str	text;
	int64_t		number;
};

/* What a share or rate was made of, so that it can be made again of rounded counts. */
struct kin_part {
	int64_t	n;
	double	of, per;		/* per 0: a median or the like of n */
};

struct kin_table {
	struct kin_str		 name, title;
	struct kin_column	*columns;
	size_t			 column_count, column_cap;
	struct kin_cell		*cells;
	size_t			 cell_count, cell_cap;
	bool			 has_total;	/* the last row is a total */
	size_t			 drawn;		/* the column for charts: index + 1; 0 = the first count */
	size_t			 sections;	/* first columns of which the eye gets headings instead */
	struct kin_str		*notes;		/* sentences under the table */
	size_t			 note_count, note_cap;
	bool			*figures;	/* of each note: it tells a count */
	size_t			 figures_cap;
	struct kin_part		*parts;
	size_t			 part_count, part_cap;
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

/* The last column says something (a median, a rate) of those counted in the column base. */
void	 kin_table_of(struct kin_table *table, const char *base);
/* It is the share of the count base in the count over of its row, or (NULL) in base's total. */
void	 kin_table_share_of(struct kin_table *table, const char *base, const char *over);
/* The column part counts some of those counted in the column whole: hidden with it. */
void	 kin_table_within(struct kin_table *table, const char *part, const char *whole);
/* It says something of all counts from the column first to last: hidden where one of them is. */
void	 kin_table_of_several(struct kin_table *table, const char *first, const char *last);
/*
 * It says something of the count base among all rows that have a value in it: hidden
 * in all of them where the count of another row is, which could be worked out of it.
 */
void	 kin_table_among(struct kin_table *table, const char *base);
/* It is what a chart shows. */
void	 kin_table_draw(struct kin_table *table);
/* It is the sum of the count columns before it. */
void	 kin_table_crosses(struct kin_table *table, size_t count);

/* The next cell; empty text is missing. */
void	 kin_table_text(struct kin_table *table, struct kin_str text);
void	 kin_table_number(struct kin_table *table, int64_t number);
void	 kin_table_missing(struct kin_table *table);
/* A median or the like of n values; missing where n is 0. */
void	 kin_table_number_of(struct kin_table *table, int64_t number, size_t n);
/* n of `of` in per cent, missing where of is 0; n for each `per` of population, x where there is none. */
void	 kin_table_share(struct kin_table *table, int64_t n, int64_t of);
/* A share of what is no count of ours and public: hidden with nothing. */
void	 kin_table_share_exact(struct kin_table *table, double n, double of);
void	 kin_table_rate(struct kin_table *table, int64_t n, double population, double per);
/* c confidential, x not available, z not applicable, k rounds to nought (Government Statistical Service). */
void	 kin_table_symbol(struct kin_table *table, char symbol);
/* The row begun next is the total. */
void	 kin_table_total(struct kin_table *table);
void	 kin_table_note(struct kin_table *table, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

/* A note that tells counts: left out where any are hidden or rounded. */
void	 kin_table_figures(struct kin_table *table, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/* A line for each symbol that stands in the table. */
void	 kin_table_legend(struct kin_table *table);

/*
 * The columns [from, to) as rows and the rows as columns, where that reads better
 * than a wide table: new, for kin_table_free; NULL where it does not.
 */
struct kin_table *kin_table_turn(const struct kin_table *table, size_t keys, size_t from, size_t to);
void	 kin_table_free(struct kin_table *table);

size_t	 kin_table_rows(const struct kin_table *table);
const struct kin_cell *kin_table_cell(const struct kin_table *table, size_t row, size_t column);
bool	 kin_table_is_total(const struct kin_table *table, size_t row);
bool	 kin_column_is_number(const struct kin_column *column);

#endif
