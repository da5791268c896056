/* A table for a terminal: columns as wide as they must be, text wrapped to fit. */
#include "kin/tally/show.h"

#include "kin/base/utf8.h"

enum { GAP = 2, NARROW = 14 };		/* between columns; text columns shrink no further than that */

struct layout {
	const struct kin_table	*table;
	const struct kin_show	*how;
	size_t			*width;		/* of each column */
	size_t			*shown;		/* columns of this piece, in order */
	size_t			 count;
	size_t			 first;		/* 1 when the first key is a heading instead */
	struct kin_buf		 text;		/* cells of one row, end to end */
	struct kin_str		*rest;		/* what is left to write of each cell */
	size_t			*ends;
};

/* Takes off *rest as many whole words as fit; a word that is too long is broken. */
static struct kin_str
take_line(struct kin_str *rest, size_t width)
{
	size_t at = 0, columns = 0, space = 0;
	struct kin_str line;

	while (at < rest->len) {
		size_t next = at;

		kin_utf8_next(*rest, &next);
		columns += kin_utf8_width(kin_str(rest->p + at, next - at));
		if (rest->p[at] == ' ')
			space = at;
		if (columns > width && at > 0)
			break;
		at = next;
	}
	if (at < rest->len && rest->p[at] != ' ' && space > 0)
		at = space;
	line = kin_str_trim(kin_str(rest->p, at));
	*rest = kin_str_trim(kin_str(rest->p + at, rest->len - at));
	return line;
}

static size_t
lines_of(struct kin_str text, size_t width)
{
	size_t lines = 0;

	for (; text.len > 0; lines++)
		take_line(&text, width);
	return lines;
}

static size_t
longest_word(struct kin_str text)
{
	struct kin_str word;
	size_t longest = 0;

	while (kin_str_next(&text, ' ', &word)) {
		size_t width = kin_utf8_width(word);

		longest = width > longest ? width : longest;
	}
	return longest;
}

/* The least width at which the title takes no more than two lines. */
static size_t
title_width(struct kin_str title, bool roomy)
{
	size_t width = longest_word(title);

	while (roomy && lines_of(title, width) > 2)
		width++;
	return width;
}

static void
add_cell(struct layout *l, size_t row, size_t c)
{
	const struct kin_cell *cell = kin_table_cell(l->table, row, c);
	bool total = kin_table_is_total(l->table, row);

	if (total && cell->missing && !kin_column_is_number(&l->table->columns[c]))
		kin_buf_puts(&l->text, c == l->first ? "All" : "");
	else
		kin_show_cell(&l->table->columns[c], cell, &l->text);
}

static size_t
natural_width(struct layout *l, size_t c, bool roomy)
{
	size_t widest = title_width(l->table->columns[c].title, roomy);

	for (size_t r = 0; r < kin_table_rows(l->table); r++) {
		size_t width;

		kin_buf_clear(&l->text);
		add_cell(l, r, c);
		width = kin_utf8_width(kin_buf_str(&l->text));
		widest = width > widest ? width : widest;
	}
	return widest;
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

			if (!kin_column_is_number(&l->table->columns[c]) && l->width[c] > NARROW &&
			    l->width[c] > longest_word(l->table->columns[c].title) &&
			    (widest == SIZE_MAX || l->width[c] > l->width[widest]))
				widest = c;
		}
		if (widest == SIZE_MAX)
			return false;
		l->width[widest]--;
	}
	return true;
}

static void
measure(struct layout *l, bool roomy)
{
	for (size_t c = 0; c < l->table->column_count; c++)
		l->width[c] = natural_width(l, c, roomy);
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
	for (size_t i = l->first; i < keys; i++)
		l->shown[l->count++] = i;
	measure(l, true);
	for (size_t end = c; end < l->table->column_count; end++) {
		if (end > c && l->table->columns[end].block.len > 0)
			break;
		l->shown[l->count++] = end;
	}
	if (shrink(l))
		return l->count > 0 ? l->shown[l->count - 1] + 1 : c;
	measure(l, false);
	while (!shrink(l) && l->shown[l->count - 1] > c)
		l->count--;
	return l->shown[l->count - 1] + 1;
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
		size_t lines = lines_of(l->rest[i], l->width[l->shown[i]]);

		height = lines > height ? lines : height;
	}
	for (; height > 0; height--) {
		for (size_t i = 0; i < l->count; i++) {
			size_t width = l->width[l->shown[i]];
			struct kin_str line = { NULL, 0 };

			if (!bottom || lines_of(l->rest[i], width) >= height)
				line = take_line(&l->rest[i], width);
			put_piece_of_cell(l, i, line, out);
		}
		end_line(out);
	}
}

static void
put_head(struct layout *l, struct kin_buf *out)
{
	for (size_t i = 0; i < l->count; i++)
		l->rest[i] = l->table->columns[l->shown[i]].title;
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

/* Does this row begin a section, that is: is its first key not the one before? */
static bool
begins_section(const struct layout *l, size_t row)
{
	const struct kin_cell *cell = kin_table_cell(l->table, row, 0);

	return row == 0 || !kin_str_is(cell->text, kin_table_cell(l->table, row - 1, 0)->text);
}

static void
put_piece(struct layout *l, struct kin_buf *out)
{
	size_t rows = kin_table_rows(l->table);

	if (!l->table->sections || rows == 0)
		put_head(l, out);
	for (size_t r = 0; r < rows; r++) {
		if (l->table->sections && begins_section(l, r)) {
			if (r > 0)
				kin_buf_putc(out, '\n');
			kin_show_cell(&l->table->columns[0], kin_table_cell(l->table, r, 0), out);
			kin_buf_puts(out, "\n\n");
			put_head(l, out);
		}
		put_row(l, r, out);
	}
}

static void
put_wrapped(struct kin_str text, size_t width, struct kin_buf *out)
{
	while (text.len > 0) {
		kin_buf_add(out, take_line(&text, width));
		kin_buf_putc(out, '\n');
	}
}

static void
put_title(const struct layout *l, struct kin_str title, struct kin_buf *out)
{
	put_wrapped(title, l->how->width, out);
	kin_buf_putc(out, '\n');
}

void
kin_show_text(const struct kin_table *table, const struct kin_show *how, struct kin_buf *out)
{
	struct layout l = { .table = table, .how = how, .first = table->sections };
	size_t at = 0;

	l.width = kin_calloc(table->column_count, sizeof(*l.width));
	l.shown = kin_calloc(table->column_count, sizeof(*l.shown));
	l.ends = kin_calloc(table->column_count, sizeof(*l.ends));
	l.rest = kin_calloc(table->column_count, sizeof(*l.rest));
	put_title(&l, table->title, out);
	do {
		if (at > 0)
			kin_buf_putc(out, '\n');
		if (at > 0 && table->columns[at].block.len > 0)
			put_title(&l, table->columns[at].block, out);
		at = choose(&l, at);
		put_piece(&l, out);
	} while (at < table->column_count);
	for (size_t i = 0; i < table->note_count; i++) {
		kin_buf_puts(out, i == 0 ? "\n" : "");
		put_wrapped(table->notes[i], how->width, out);
	}
	kin_free(l.width);
	kin_free(l.shown);
	kin_free(l.ends);
	kin_free(l.rest);
	kin_buf_fini(&l.text);
}
