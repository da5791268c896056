/* What hiding and rounding of counts do to all that says something of them. */
#include "hide_in.h"

#include "kin/tally/rate.h"

struct kin_cell *
hide_cell_at(struct kin_table *table, size_t row, size_t column)
{
	return &table->cells[row * table->column_count + column];
}

void
hide_cell(struct kin_table *table, size_t row, size_t column)
{
	struct kin_cell *cell = hide_cell_at(table, row, column);

	cell->missing = true;
	cell->symbol = 'c';
	cell->number = 0;
}

static bool
is_hidden(const struct kin_table *table, size_t row, size_t column)
{
	return kin_table_cell(table, row, column)->symbol == 'c';
}

static bool
any_hidden(const struct kin_table *table, size_t row, size_t from, size_t to)
{
	bool any = false;

	for (size_t c = from; c <= to && from > 0; c++)
		any |= is_hidden(table, row, c - 1);
	return any;
}

/* Was there one before anything was hidden? */
static bool
has_value(const struct kin_cell *cell)
{
	return cell->part != 0 || cell->text.len > 0;
}

/* Is a count hidden that the column leaves out?  What it counts among would tell it. */
static bool
left_out_hidden(const struct kin_table *table, size_t c)
{
	bool any = false;

	for (size_t row = 0; row < kin_table_rows(table); row++)
		any |= !has_value(kin_table_cell(table, row, c)) &&
		    is_hidden(table, row, table->columns[c].base - 1);
	return any;
}

/* Is what this column says of the row to be hidden with a count, or a median of few? */
static bool
goes_too(const struct kin_table *table, size_t row, size_t c, int64_t least)
{
	const struct kin_column *column = &table->columns[c];
	uint32_t part = kin_table_cell(table, row, c)->part;

	if (part != 0 && table->parts[part - 1].per == 0 && table->parts[part - 1].n < least)
		return true;
	if (is_hidden(table, row, column->base - 1))
		return true;
	if (column->among && left_out_hidden(table, c))
		return true;
	if (any_hidden(table, row, column->several_from, column->several_to))
		return true;
	if (column->over != 0 && is_hidden(table, row, column->over - 1))
		return true;
	return column->over_total && table->columns[column->base - 1].total_hidden;
}

static int64_t
round_to(int64_t number, int64_t step)
{
	return (number + step / 2) / step * step;
}

static void
round_cell(struct kin_table *table, size_t row, size_t column, int64_t step)
{
	struct kin_cell *cell = hide_cell_at(table, row, column);
	const struct kin_column *of = &table->columns[column];
	struct kin_part part;

	if (cell->missing || (of->base == 0 && of->kind != KIN_COLUMN_WHOLE))
		return;
	if (of->base == 0) {
		int64_t number = round_to(cell->number, step);

		if (number == 0 && cell->number != 0) {
			cell->missing = true;
			cell->symbol = 'k';
		}
		cell->number = number;
	} else if (cell->part != 0 && table->parts[cell->part - 1].per > 0) {
		part = table->parts[cell->part - 1];
		if (of->over != 0 || of->over_total || of->several_from != 0)
			part.of = (double)round_to((int64_t)part.of, step);
		cell->number = kin_rate_per((double)round_to(part.n, step), part.of, part.per);
		cell->missing = cell->number == KIN_RATE_NONE;
	}
}

/* Shares, rates and medians after their counts. */
static void
follow(struct kin_table *table, const struct kin_hiding *how)
{
	for (size_t c = 0; c < table->column_count; c++) {
		const struct kin_column *column = &table->columns[c];

		if (!kin_column_is_number(column) && column->base == 0)
			continue;
		for (size_t row = 0; row < kin_table_rows(table); row++) {
			if (column->base != 0 && goes_too(table, row, c, how->least))
				hide_cell(table, row, c);
			else if (how->step > 1)
				round_cell(table, row, c, how->step);
		}
	}
}

static void
drop_figures(struct kin_table *table)
{
	size_t kept = 0;

	for (size_t i = 0; i < table->note_count; i++) {
		if (table->figures[i])
			continue;
		table->figures[kept] = false;
		table->notes[kept++] = table->notes[i];
	}
	table->note_count = kept;
}

void
kin_hide_tables(struct kin_tables *tables, const struct kin_hiding *how)
{
	if (how->least <= 1 && how->step <= 1)
		return;
	if (how->least > 1)
		hide_counts(tables, how->least);
	for (size_t i = 0; i < tables->count; i++) {
		follow(tables->list[i], how);
		drop_figures(tables->list[i]);
		if (how->step > 1)
			kin_table_note(tables->list[i], "Counts are rounded to the nearest %lld, each for "
			    "itself; shares and rates are made of rounded counts.", (long long)how->step);
	}
}
