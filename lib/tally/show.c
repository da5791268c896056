/* The formats that take a table as it stands: CSV, Markdown, records. */
#include "kin/tally/show.h"

#include "kin/base/utf8.h"
#include "kin/record/json.h"

#define MISSING_KEY	"(missing)"

static void
put_tenths(struct kin_buf *out, int64_t tenths)
{
	uint64_t size = tenths < 0 ? 0 - (uint64_t)tenths : (uint64_t)tenths;

	if (tenths < 0)
		kin_buf_putc(out, '-');
	kin_json_put_whole(out, (long long)(size / 10));
	kin_buf_putc(out, '.');
	kin_buf_putc(out, (char)('0' + size % 10));
}

static void
put_number(const struct kin_column *column, const struct kin_cell *cell, struct kin_buf *out)
{
	if (column->kind == KIN_COLUMN_WHOLE)
		kin_json_put_whole(out, cell->number);
	else
		put_tenths(out, cell->number);
}

void
kin_show_cell(const struct kin_column *column, const struct kin_cell *cell, struct kin_buf *out)
{
	if (cell->symbol != 0) {
		kin_buf_putc(out, cell->symbol);
	} else if (cell->missing) {
		kin_buf_puts(out, column->kind == KIN_COLUMN_KEY ? MISSING_KEY : "-");
	} else if (!kin_column_is_number(column)) {
		kin_utf8_escape(out, cell->text, 0);
	} else {
		put_number(column, cell, out);
		if (column->kind == KIN_COLUMN_SHARE)
			kin_buf_putc(out, '%');
	}
}

static void
put_csv_text(struct kin_str text, struct kin_buf *out)
{
	bool guard = text.len > 0 && memchr("=+-@\t\r", text.p[0], 6) != NULL;
	bool quote = text.len > 0 && (text.p[0] == ' ' || text.p[text.len - 1] == ' ');

	for (size_t i = 0; !quote && i < text.len; i++)
		quote = memchr(",\"\n\r", text.p[i], 4) != NULL;
	if (quote)
		kin_buf_putc(out, '"');
	if (guard)
		kin_buf_putc(out, '\'');
	for (size_t i = 0; i < text.len; i++) {
		if (text.p[i] == '"')
			kin_buf_putc(out, '"');
		kin_buf_putc(out, text.p[i]);
	}
	if (quote)
		kin_buf_putc(out, '"');
}

static void
put_csv_cell(const struct kin_table *table, size_t row, size_t c, struct kin_buf *out)
{
	const struct kin_column *column = &table->columns[c];
	const struct kin_cell *cell = kin_table_cell(table, row, c);

	if (cell->symbol != 0)
		kin_buf_putc(out, cell->symbol);
	else if (cell->missing && kin_table_is_total(table, row))
		kin_buf_puts(out, c == 0 ? "total" : "");
	else if (cell->missing)
		kin_buf_puts(out, column->kind == KIN_COLUMN_KEY ? MISSING_KEY : "");
	else if (kin_column_is_number(column))
		put_number(column, cell, out);
	else
		put_csv_text(cell->text, out);
}

void
kin_show_csv(const struct kin_table *table, struct kin_buf *out)
{
	for (size_t c = 0; c < table->column_count; c++) {
		if (c > 0)
			kin_buf_putc(out, ',');
		put_csv_text(table->columns[c].name, out);
	}
	kin_buf_putc(out, '\n');
	for (size_t r = 0; r < kin_table_rows(table); r++) {
		for (size_t c = 0; c < table->column_count; c++) {
			if (c > 0)
				kin_buf_putc(out, ',');
			put_csv_cell(table, r, c, out);
		}
		kin_buf_putc(out, '\n');
	}
}

/* Text that stays text: what Markdown and the HTML within it would take for marks. */
static void
put_markdown_text(struct kin_str text, struct kin_buf *out)
{
	for (size_t i = 0; i < text.len; i++) {
		if (memchr("\\`*_[]<>|#&~", text.p[i], 12) != NULL)
			kin_buf_putc(out, '\\');
		kin_buf_putc(out, text.p[i]);
	}
}

static void
put_markdown_cell(const struct kin_table *table, size_t row, size_t c, struct kin_buf *out)
{
	const struct kin_cell *cell = kin_table_cell(table, row, c);
	struct kin_buf text = { 0 };

	if (c == 0 && cell->missing && kin_table_is_total(table, row))
		kin_buf_puts(&text, "All");
	else if (!(cell->missing && cell->symbol == 0 && kin_table_is_total(table, row)))
		kin_show_cell(&table->columns[c], cell, &text);
	kin_buf_putc(out, ' ');
	put_markdown_text(kin_buf_str(&text), out);
	kin_buf_puts(out, " |");
	kin_buf_fini(&text);
}

void
kin_show_markdown(const struct kin_table *table, struct kin_buf *out)
{
	kin_buf_puts(out, "## ");
	put_markdown_text(table->title, out);
	kin_buf_puts(out, "\n\n|");
	for (size_t c = 0; c < table->column_count; c++) {
		kin_buf_putc(out, ' ');
		put_markdown_text(table->columns[c].title, out);
		kin_buf_puts(out, " |");
	}
	kin_buf_puts(out, "\n|");
	for (size_t c = 0; c < table->column_count; c++)
		kin_buf_puts(out, kin_column_is_number(&table->columns[c]) ? " ---: |" : " --- |");
	kin_buf_putc(out, '\n');
	for (size_t r = 0; r < kin_table_rows(table); r++) {
		kin_buf_putc(out, '|');
		for (size_t c = 0; c < table->column_count; c++)
			put_markdown_cell(table, r, c, out);
		kin_buf_putc(out, '\n');
	}
	for (size_t i = 0; i < table->note_count; i++) {
		kin_buf_putc(out, '\n');
		put_markdown_text(table->notes[i], out);
		kin_buf_putc(out, '\n');
	}
}

static void
put_member(const struct kin_column *column, const struct kin_cell *cell, struct kin_buf *out)
{
	if (out->p[out->len - 1] != '{')
		kin_buf_putc(out, ',');
	kin_json_put_string(out, column->name);
	kin_buf_putc(out, ':');
	if (cell->symbol != 0)
		kin_json_put_string(out, kin_str(&cell->symbol, 1));
	else if (kin_column_is_number(column))
		put_number(column, cell, out);
	else
		kin_json_put_string(out, cell->text);
}

/* Keys go into an object of their own: a field counted by may have any name. */
static void
put_members(const struct kin_table *table, size_t row, bool keys, struct kin_buf *out)
{
	for (size_t c = 0; c < table->column_count; c++) {
		const struct kin_cell *cell = kin_table_cell(table, row, c);

		if ((!cell->missing || cell->symbol != 0) && (table->columns[c].kind == KIN_COLUMN_KEY) == keys)
			put_member(&table->columns[c], cell, out);
	}
}

void
kin_show_json(const struct kin_table *table, struct kin_str report, size_t row,
    struct kin_buf *out)
{
	kin_buf_puts(out, "{\"kind\":\"count\",\"report\":");
	kin_json_put_string(out, report);
	kin_buf_puts(out, ",\"table\":");
	kin_json_put_string(out, table->name);
	if (kin_table_is_total(table, row)) {
		kin_buf_puts(out, ",\"total\":true");
	} else {
		kin_buf_puts(out, ",\"by\":{");
		put_members(table, row, true, out);
		kin_buf_putc(out, '}');
	}
	put_members(table, row, false, out);
	kin_buf_putc(out, '}');
}
