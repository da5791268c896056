/* Charts as SVG: places in per cent of the width, so that letters keep their size on any screen. */
#include "kin/tally/page.h"

#include <stdlib.h>

#include "kin/base/map.h"
#include "kin/tally/count.h"
#include "kin/tally/show.h"

enum {
	ROWS = 60,		/* at most so many bars or times */
	LINES = 16,
	STEP = 40,		/* from bar to bar */
	BAR = 14,
	PANEL = 78		/* from line to line */
};

/* The count to draw: the one named, the sum of the others, or the first; or SIZE_MAX. */
static size_t
count_column(const struct kin_table *table)
{
	if (table->drawn > 0)
		return table->drawn - 1;
	for (size_t c = 0; c < table->column_count; c++) {
		if (table->columns[c].crossed > 0)
			return c;
	}
	for (size_t c = 0; c < table->column_count; c++) {
		bool any = false;

		if (!kin_column_is_number(&table->columns[c]) || table->columns[c].kind == KIN_COLUMN_SHARE ||
		    table->columns[c].block.len > 0)
			continue;
		for (size_t row = 0; row < kin_table_rows(table); row++) {
			if (!kin_table_is_total(table, row))
				any |= kin_table_cell(table, row, c)->number > 0;
		}
		if (any)
			return c;
	}
	return SIZE_MAX;
}

static size_t
inner_rows(const struct kin_table *table)
{
	return kin_table_rows(table) - (table->has_total ? 1 : 0);
}

static int64_t
most(const struct kin_table *table, size_t column)
{
	int64_t n = 0;

	for (size_t row = 0; row < inner_rows(table); row++) {
		if (kin_table_cell(table, row, column)->number > n)
			n = kin_table_cell(table, row, column)->number;
	}
	return n;
}

/* The row's keys from column first on, and its name. */
static void
put_label(const struct kin_table *table, size_t row, size_t first, struct kin_buf *out)
{
	size_t start = out->len;

	for (size_t c = first; c < table->column_count; c++) {
		const struct kin_cell *cell = kin_table_cell(table, row, c);
		bool key = table->columns[c].kind == KIN_COLUMN_KEY;

		if (kin_column_is_number(&table->columns[c]))
			break;
		if (cell->missing && !key)
			continue;
		if (out->len > start)
			kin_buf_puts(out, key ? ", " : "  ");
		kin_show_cell(&table->columns[c], cell, out);
	}
}

static void
put_text(struct kin_buf *out, const char *where, struct kin_str text)
{
	kin_buf_puts(out, "<text ");
	kin_buf_puts(out, where);
	kin_buf_putc(out, '>');
	kin_page_text(text, out);
	kin_buf_puts(out, "</text>\n");
}

static void
put_value(const struct kin_table *table, size_t row, size_t column, int y, struct kin_buf *out)
{
	struct kin_buf text = { 0 }, where = { 0 };

	kin_show_cell(&table->columns[column], kin_table_cell(table, row, column), &text);
	kin_buf_printf(&where, "x=\"100%%\" y=\"%d\" text-anchor=\"end\" class=\"soft\"", y);
	put_text(out, kin_buf_text(&where), kin_buf_str(&text));
	kin_buf_fini(&text);
	kin_buf_fini(&where);
}

/* An inner svg cuts a long name before it meets the number. */
static void
put_name(struct kin_buf *out, int y, int per_cent, struct kin_str name)
{
	kin_buf_printf(out, "<svg y=\"%d\" width=\"%d%%\" height=\"19\">", y, per_cent);
	put_text(out, "y=\"14\"", name);
	kin_buf_puts(out, "</svg>\n");
}

static void
put_bar(const struct kin_table *table, size_t row, size_t column, int64_t top, struct kin_buf *out)
{
	int y = (int)row * STEP;
	double share = 100 * (double)kin_table_cell(table, row, column)->number / (double)top;
	struct kin_buf label = { 0 };

	put_label(table, row, 0, &label);
	put_name(out, y, 84, kin_buf_str(&label));
	put_value(table, row, column, y + 14, out);
	kin_buf_printf(out, "<rect class=\"bed\" x=\"0\" y=\"%d\" width=\"100%%\" height=\"%d\"/>\n",
	    y + 19, BAR);
	if (share > 0)
		kin_buf_printf(out, "<rect class=\"bar\" x=\"0\" y=\"%d\" width=\"%.2f%%\" "
		    "height=\"%d\"/>\n", y + 19, share, BAR);
	kin_buf_fini(&label);
}

static void
begin(const struct kin_table *table, size_t column, int height, struct kin_buf *out)
{
	kin_buf_puts(out, "<figure>\n<figcaption>");
	kin_page_text(table->columns[column].title, out);
	kin_buf_puts(out, "</figcaption>\n");
	kin_buf_printf(out, "<svg height=\"%d\" role=\"img\" aria-label=\"Chart: ", height);
	kin_page_text(table->columns[column].title, out);
	kin_buf_puts(out, ". The table holds the same numbers.\">\n");
}

static void
put_bars(const struct kin_table *table, size_t column, struct kin_buf *out)
{
	size_t rows = inner_rows(table) < ROWS ? inner_rows(table) : ROWS;
	int64_t top = most(table, column) > 0 ? most(table, column) : 1;

	begin(table, column, (int)rows * STEP, out);
	for (size_t row = 0; row < rows; row++)
		put_bar(table, row, column, top, out);
	kin_buf_puts(out, "</svg>\n</figure>\n");
}

/* Which row is where: times in the order in which rows have them, lines in that of their names. */
struct line {
	struct kin_str	name;
	size_t		row[ROWS];	/* index + 1 */
};

struct lines {
	struct kin_map	*times, *names;
	struct line	 line[LINES];
};

static int
by_name(const void *a, const void *b)
{
	const struct line *x = a, *y = b;

	return kin_count_cmp(x->name, y->name);
}

static bool
gather(const struct kin_table *table, struct lines *lines)
{
	struct kin_buf name = { 0 };
	bool fits = true;

	for (size_t row = 0; row < inner_rows(table) && fits; row++) {
		const struct kin_cell *time = kin_table_cell(table, row, 0);
		uint32_t t, n;

		if (time->missing)
			continue;
		kin_buf_clear(&name);
		put_label(table, row, 1, &name);
		t = kin_map_add(lines->times, time->text, NULL);
		n = kin_map_add(lines->names, kin_buf_str(&name), NULL);
		fits = t < ROWS && n < LINES;
		if (fits)
			lines->line[n].row[t] = row + 1;
	}
	kin_buf_fini(&name);
	for (uint32_t n = 0; fits && n < kin_map_count(lines->names); n++)
		lines->line[n].name = kin_map_key(lines->names, n);
	if (fits && kin_map_count(lines->names) > 1)
		qsort(lines->line, kin_map_count(lines->names), sizeof(lines->line[0]), by_name);
	return fits && kin_map_count(lines->times) > 1;
}

static double
at_x(const struct lines *lines, uint32_t t)
{
	return 1 + 98 * (double)t / (double)(kin_map_count(lines->times) - 1);
}

static double
at_y(const struct kin_table *table, size_t row, size_t column, int64_t top, int y)
{
	return y + 62 - 38 * (double)kin_table_cell(table, row, column)->number / (double)top;
}

/* A time without a row counts nought; one that is hidden has no place on the line. */
static void
put_line(const struct kin_table *table, const struct lines *lines, uint32_t n, size_t column,
    int64_t top, struct kin_buf *out)
{
	int y = (int)n * PANEL;
	bool before = false;
	double last_x = 0, last_y = 0;

	kin_buf_printf(out, "<line class=\"axis\" x1=\"0\" x2=\"100%%\" y1=\"%d\" y2=\"%d\"/>\n",
	    y + 62, y + 62);
	for (uint32_t t = 0; t < kin_map_count(lines->times); t++) {
		size_t row = lines->line[n].row[t];
		bool hidden = row > 0 && kin_table_cell(table, row - 1, column)->missing;
		double x_at = at_x(lines, t);
		double y_at = row == 0 ? y + 62 : at_y(table, row - 1, column, top, y);

		if (before && !hidden)
			kin_buf_printf(out, "<line class=\"line\" x1=\"%.2f%%\" y1=\"%.1f\" "
			    "x2=\"%.2f%%\" y2=\"%.1f\"/>\n", last_x, last_y, x_at, y_at);
		if (!hidden && row > 0)
			kin_buf_printf(out, "<circle class=\"dot\" cx=\"%.2f%%\" cy=\"%.1f\" r=\"3\"/>\n",
			    x_at, y_at);
		before = !hidden;
		last_x = x_at;
		last_y = y_at;
	}
}

static void
put_panel(const struct kin_table *table, const struct lines *lines, uint32_t n, size_t column,
    int64_t top, struct kin_buf *out)
{
	struct kin_buf where = { 0 }, peak = { 0 };
	int64_t highest = 0;
	bool hidden = false;

	put_name(out, (int)n * PANEL, 70, lines->line[n].name);
	for (uint32_t t = 0; t < kin_map_count(lines->times); t++) {
		size_t row = lines->line[n].row[t];

		if (row == 0)
			continue;
		hidden |= kin_table_cell(table, row - 1, column)->symbol == 'c';
		if (kin_table_cell(table, row - 1, column)->number > highest)
			highest = kin_table_cell(table, row - 1, column)->number;
	}
	if (highest > 0 || !hidden) {
		kin_buf_puts(&peak, "most ");
		kin_show_cell(&table->columns[column], &(struct kin_cell){ .number = highest }, &peak);
	}
	kin_buf_puts(&peak, !hidden ? "" : highest > 0 ? ", some c" : "c");
	kin_buf_clear(&where);
	kin_buf_printf(&where, "x=\"100%%\" y=\"%d\" text-anchor=\"end\" class=\"soft\"",
	    (int)n * PANEL + 14);
	put_text(out, kin_buf_text(&where), kin_buf_str(&peak));
	put_line(table, lines, n, column, top, out);
	kin_buf_fini(&where);
	kin_buf_fini(&peak);
}

static bool
put_lines(const struct kin_table *table, size_t column, struct kin_buf *out)
{
	struct lines lines = { .times = kin_map_new(), .names = kin_map_new() };
	bool fits = gather(table, &lines);
	uint32_t count = kin_map_count(lines.names), last = kin_map_count(lines.times);
	struct kin_buf where = { 0 };

	if (fits) {
		begin(table, column, (int)count * PANEL + 8, out);
		for (uint32_t n = 0; n < count; n++)
			put_panel(table, &lines, n, column, most(table, column), out);
		kin_buf_printf(&where, "x=\"0\" y=\"%d\" class=\"soft\"", (int)count * PANEL + 4);
		put_text(out, kin_buf_text(&where), kin_map_key(lines.times, 0));
		kin_buf_clear(&where);
		kin_buf_printf(&where, "x=\"100%%\" y=\"%d\" text-anchor=\"end\" class=\"soft\"",
		    (int)count * PANEL + 4);
		put_text(out, kin_buf_text(&where), kin_map_key(lines.times, last - 1));
		kin_buf_puts(out, "</svg>\n</figure>\n");
	}
	kin_buf_fini(&where);
	kin_map_free(lines.times);
	kin_map_free(lines.names);
	return fits;
}

void
kin_chart(const struct kin_table *table, struct kin_buf *out)
{
	size_t column = count_column(table);

	if (column == SIZE_MAX || table->sections > 0)
		return;
	if (kin_str_is(table->columns[0].name, KIN_STR("time")) && put_lines(table, column, out))
		return;
	put_bars(table, column, out);
}
