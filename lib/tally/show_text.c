/* A table for a terminal: columns as wide as they must be, text wrapped to fit. */
#include "kin/tally/show.h"

#include "kin/base/utf8.h"
#include "show_wrap.h"

enum { GAP = 2, TITLE_LINES = 4 };	/* between columns; at most over a column */
enum { NARROW = 12, LONG_WORD = 24 };	/* least of a text column; words up to this stay whole */

struct layout {
	const struct kin_table	*table;
	const struct kin_show	*how;
	size_t			*width;		/* of each column */
	size_t			*floor;		/* least width of a column of text */
	size_t			*shown;		/* columns of this piece, in order */
	size_t			 count;
	size_t			 first;		/* column: those before are headings instead */
	struct kin_buf		 text;		/* cells of one row, end to end */
	struct kin_str		*rest;		/* what is left to write of each cell */
	size_t			*ends;
};

/* Over numbers a title is as narrow as so many lines allow. */
static size_t
title_width(struct kin_str title, size_t lines)
{
	size_t width = show_longest_word(title);

	while (show_lines_of(title, width) > lines)
		width++;
	return width;
}

/* The cell's text, and that of the columns under it. */
static void
add_cell(struct layout *l, size_t row, size_t c)
{
	const struct kin_column *columns = l->table->columns;
	const struct kin_cell *cell = kin_table_cell(l->table, row, c);
	bool total = kin_table_is_total(l->table, row);
	size_t start = l->text.len;

	if (total && cell->missing && !kin_column_is_number(&columns[c]))
		kin_buf_puts(&l->text, c == l->first ? "All" : "");
	else
		kin_show_cell(&columns[c], cell, &l->text);
	for (c++; c < l->table->column_count && columns[c].under; c++) {
		cell = kin_table_cell(l->table, row, c);
		if (cell->missing)
			continue;
		if (kin_str_is(kin_str(l->text.p + start, l->text.len - start), KIN_STR("-")))
			l->text.len = start;
		if (l->text.len > start)
			kin_buf_puts(&l->text, "; ");
		kin_show_cell(&columns[c], cell, &l->text);
	}
}

static size_t
larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

/* Sets the width at which nothing wraps, and that at which no word is broken. */
static void
measure_column(struct layout *l, size_t c, size_t lines)
{
	struct kin_str head = l->table->columns[c].head;
	bool is_number = kin_column_is_number(&l->table->columns[c]);
	size_t widest = is_number ? title_width(head, lines) : kin_utf8_width(head), word = 0;

	for (size_t r = 0; r < kin_table_rows(l->table); r++) {
		kin_buf_clear(&l->text);
		add_cell(l, r, c);
		widest = larger(widest, kin_utf8_width(kin_buf_str(&l->text)));
		word = larger(word, show_longest_word(kin_buf_str(&l->text)));
	}
	l->width[c] = widest;
	l->floor[c] = larger(show_longest_word(head), NARROW);
	if (word <= LONG_WORD)
		l->floor[c] = larger(l->floor[c], word);
}

static size_t
total_width(const struct layout *l)
{
	size_t width = 0;

	for (size_t i = 0; i < l->count; i++)
		width += l->width[l->shown[i]] + (i > 0 ? GAP : 0);
	return width;
}

/* Narrows the widest text column until the piece fits or all are narrow. */
static bool
shrink(struct layout *l)
{
	while (total_width(l) > l->how->width) {
		size_t widest = SIZE_MAX;

		for (size_t i = 0; i < l->count; i++) {
			size_t c = l->shown[i];

			if (!kin_column_is_number(&l->table->columns[c]) &&
			    l->width[c] > l->floor[c] && (widest == SIZE_MAX || l->width[c] > l->width[widest]))
				widest = c;
		}
		if (widest == SIZE_MAX)
			return false;
		l->width[widest]--;
	}
	return true;
}

static void
measure(struct layout *l, size_t lines)
{
	for (size_t c = 0; c < l->table->column_count; c++)
		measure_column(l, c, lines);
}

/* Makes the piece fit, with titles of two lines if that will do, or more. */
static bool
fit(struct layout *l)
{
	for (size_t lines = 2; lines <= TITLE_LINES; lines++) {
		measure(l, lines);
		if (shrink(l))
			return true;
	}
	return false;
}

static size_t
leading_texts(const struct layout *l)
{
	size_t c = 0;

	while (c < l->table->column_count && !kin_column_is_number(&l->table->columns[c]))
		c++;
	return c == l->table->column_count ? l->first : c;
}

/*
 * Chooses the columns of the piece that begins with column from: the leading
 * texts, and what follows up to the next block, as far as it fits.  Returns the
 * column at which the next piece begins.
 */
static size_t
choose(struct layout *l, size_t from)
{
	size_t keys = leading_texts(l), c = from > keys ? from : keys;

	l->count = 0;
	for (size_t i = l->first; i < keys; i++) {
		if (!l->table->columns[i].under)
			l->shown[l->count++] = i;
	}
	for (size_t end = c; end < l->table->column_count; end++) {
		if (end > c && l->table->columns[end].block.len > 0)
			break;
		if (l->table->columns[end].under)
			continue;
		l->shown[l->count++] = end;
	}
	while (!fit(l) && l->shown[l->count - 1] > c)
		l->count--;
	for (c = l->shown[l->count - 1] + 1; c < l->table->column_count; c++) {
		if (!l->table->columns[c].under)
			break;
	}
	return c;
}

static void
put_times(struct kin_buf *out, const char *what, size_t times)
{
	while (times-- > 0)
		kin_buf_puts(out, what);
}

static void
end_line(struct kin_buf *out)
{
	while (out->len > 0 && out->p[out->len - 1] == ' ')
		out->len--;
	kin_buf_putc(out, '\n');
}

static void
put_rule(const struct layout *l, struct kin_buf *out)
{
	for (size_t i = 0; i < l->count; i++) {
		put_times(out, " ", i > 0 ? GAP : 0);
		put_times(out, l->how->ascii ? "-" : "─", l->width[l->shown[i]]);
	}
	kin_buf_putc(out, '\n');
}

static void
put_piece_of_cell(const struct layout *l, size_t i, struct kin_str line, struct kin_buf *out)
{
	size_t width = l->width[l->shown[i]], taken = kin_utf8_width(line);
	size_t pad = width > taken ? width - taken : 0;
	bool right = kin_column_is_number(&l->table->columns[l->shown[i]]);

	put_times(out, " ", (i > 0 ? GAP : 0) + (right ? pad : 0));
	kin_buf_add(out, line);
	put_times(out, " ", right ? 0 : pad);
}

/* Writes what is in l->rest; titles stand at the bottom of their lines, cells at the top. */
static void
put_lines(struct layout *l, bool bottom, struct kin_buf *out)
{
	size_t height = 1;

	for (size_t i = 0; i < l->count; i++) {
		size_t lines = show_lines_of(l->rest[i], l->width[l->shown[i]]);

		height = lines > height ? lines : height;
	}
	for (; height > 0; height--) {
		for (size_t i = 0; i < l->count; i++) {
			size_t width = l->width[l->shown[i]];
			struct kin_str line = { NULL, 0 };

			if (!bottom || show_lines_of(l->rest[i], width) >= height)
				line = show_take_line(&l->rest[i], width);
			put_piece_of_cell(l, i, line, out);
		}
		end_line(out);
	}
}

static void
put_head(struct layout *l, struct kin_buf *out)
{
	for (size_t i = 0; i < l->count; i++)
		l->rest[i] = l->table->columns[l->shown[i]].head;
	put_lines(l, true, out);
	put_rule(l, out);
}

static void
put_row(struct layout *l, size_t row, struct kin_buf *out)
{
	size_t from = 0;

	kin_buf_clear(&l->text);
	for (size_t i = 0; i < l->count; i++) {
		add_cell(l, row, l->shown[i]);
		l->ends[i] = l->text.len;
	}
	for (size_t i = 0; i < l->count; i++) {
		l->rest[i] = kin_str_trim(kin_str(l->text.p + from, l->ends[i] - from));
		from = l->ends[i];
	}
	if (kin_table_is_total(l->table, row) && row > 0)
		put_rule(l, out);
	put_lines(l, false, out);
}

/* Does this row begin a section, that is: are its headings not those before? */
static bool
begins_section(const struct layout *l, size_t row)
{
	for (size_t c = 0; c < l->first; c++) {
		if (row == 0 || !kin_str_is(kin_table_cell(l->table, row, c)->text,
		    kin_table_cell(l->table, row - 1, c)->text))
			return true;
	}
	return false;
}

static void
put_section(const struct layout *l, size_t row, struct kin_buf *out)
{
	for (size_t c = 0; c < l->first; c++) {
		const struct kin_cell *cell = kin_table_cell(l->table, row, c);

		if (cell->missing)
			continue;
		kin_buf_puts(out, c > 0 ? "  " : row > 0 ? "\n" : "");
		kin_show_cell(&l->table->columns[c], cell, out);
	}
	kin_buf_puts(out, "\n\n");
}

static void
put_piece(struct layout *l, struct kin_buf *out)
{
	size_t rows = kin_table_rows(l->table);

	if (l->first == 0 || rows == 0)
		put_head(l, out);
	for (size_t r = 0; r < rows; r++) {
		if (begins_section(l, r)) {
			put_section(l, r, out);
			put_head(l, out);
		}
		put_row(l, r, out);
	}
}

static void
put_wrapped(struct kin_str text, size_t width, struct kin_buf *out)
{
	while (text.len > 0) {
		kin_buf_add(out, show_take_line(&text, width));
		kin_buf_putc(out, '\n');
	}
}

static void
put_title(const struct layout *l, struct kin_str title, struct kin_buf *out)
{
	put_wrapped(title, l->how->width, out);
	kin_buf_putc(out, '\n');
}

/* The block that begins with column from, turned where it reads better so. */
static size_t
put_turned(const struct layout *l, size_t from, struct kin_buf *out)
{
	const struct kin_table *table = l->table;
	struct kin_table *turned;
	size_t to = from + 1;

	if (from < leading_texts(l))
		return from;
	while (to < table->column_count && table->columns[to].block.len == 0)
		to++;
	turned = kin_table_turn(table, leading_texts(l), from, to);
	if (turned == NULL)
		return from;
	kin_show_columns(turned, l->how, out);
	kin_table_free(turned);
	return to;
}

void
kin_show_columns(const struct kin_table *table, const struct kin_show *how, struct kin_buf *out)
{
	struct layout l = { .table = table, .how = how, .first = table->sections };
	size_t at = 0, end;

	l.width = kin_calloc(table->column_count, sizeof(*l.width));
	l.floor = kin_calloc(table->column_count, sizeof(*l.floor));
	l.shown = kin_calloc(table->column_count, sizeof(*l.shown));
	l.ends = kin_calloc(table->column_count, sizeof(*l.ends));
	l.rest = kin_calloc(table->column_count, sizeof(*l.rest));
	do {
		if (at > 0)
			kin_buf_putc(out, '\n');
		if (at > 0 && table->columns[at].block.len > 0)
			put_title(&l, table->columns[at].block, out);
		end = put_turned(&l, at, out);
		if (end > at) {
			at = end;
			continue;
		}
		at = choose(&l, at);
		put_piece(&l, out);
	} while (at < table->column_count);
	kin_free(l.width);
	kin_free(l.floor);
	kin_free(l.shown);
	kin_free(l.ends);
	kin_free(l.rest);
	kin_buf_fini(&l.text);
}

void
kin_show_text(const struct kin_table *table, const struct kin_show *how, struct kin_buf *out)
{
	put_wrapped(table->title, how->width, out);
	kin_buf_putc(out, '\n');
	kin_show_columns(table, how, out);
	for (size_t i = 0; i < table->note_count; i++) {
		kin_buf_puts(out, i == 0 ? "\n" : "");
		put_wrapped(table->notes[i], how->width, out);
	}
}
