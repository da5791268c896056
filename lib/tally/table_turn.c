/* A wide block of a table, turned on its side. */
#include "kin/tally/table.h"

enum { WIDE = 6, ROWS = 14 };

/* The first key of the row: "h2". */
static struct kin_str
heading(const struct kin_table *table, size_t row)
{
	const struct kin_cell *cell = kin_table_cell(table, row, 0);

	if (kin_table_is_total(table, row))
		return KIN_STR("All");
	return cell->missing ? KIN_STR("(missing)") : cell->text;
}

static bool
reads_better(const struct kin_table *table, size_t keys, size_t from, size_t to)
{
	size_t count_keys = 0, rows = kin_table_rows(table);

	for (size_t c = 0; c < keys; c++)
		count_keys += table->columns[c].kind == KIN_COLUMN_KEY;
	for (size_t c = from; c < to; c++) {
		if (table->columns[c].kind != table->columns[from].kind)
			return false;
	}
	return count_keys == 1 && from > keys && table->columns[from].block.len > 0 &&
	    to - from >= WIDE && rows > 0 && rows <= ROWS;
}

struct kin_table *
kin_table_turn(const struct kin_table *table, size_t keys, size_t from, size_t to)
{
	struct kin_tables tables = { 0 };
	struct kin_table *turned;

	if (from >= to || !reads_better(table, keys, from, to))
		return NULL;
	turned = kin_tables_add(&tables, "turned", "");
	kin_table_column(turned, KIN_COLUMN_KEY, kin_str(NULL, 0), kin_str(NULL, 0));
	for (size_t row = 0; row < kin_table_rows(table); row++)
		kin_table_column(turned, table->columns[from].kind, heading(table, row), heading(table, row));
	for (size_t c = from; c < to; c++) {
		kin_table_text(turned, table->columns[c].title);
		for (size_t row = 0; row < kin_table_rows(table); row++) {
			kin_table_missing(turned);
			turned->cells[turned->cell_count - 1] = *kin_table_cell(table, row, c);
		}
	}
	kin_free(tables.list);
	return turned;
}
