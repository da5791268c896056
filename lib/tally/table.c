#include "kin/tally/table.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

#include "kin/base/buf.h"
#include "kin/tally/rate.h"

static struct kin_str
keep(struct kin_table *table, struct kin_str text)
{
	return kin_arena_keep(&table->arena, text);
}

struct kin_table *
kin_tables_add(struct kin_tables *tables, const char *name, const char *title)
{
	struct kin_table *table = kin_calloc(1, sizeof(*table));

	table->name = keep(table, kin_str_of(name));
	table->title = keep(table, kin_str_of(title));
	tables->list = kin_grow(tables->list, tables->count, &tables->cap, sizeof(*tables->list));
	tables->list[tables->count++] = table;
	return table;
}

void
kin_table_free(struct kin_table *table)
{
	if (table == NULL)
		return;
	kin_free(table->columns);
	kin_free(table->cells);
	kin_free(table->notes);
	kin_free(table->figures);
	kin_free(table->parts);
	kin_arena_fini(&table->arena);
	kin_free(table);
}

void
kin_tables_fini(struct kin_tables *tables)
{
	for (size_t i = 0; i < tables->count; i++)
		kin_table_free(tables->list[i]);
	kin_free(tables->list);
	*tables = (struct kin_tables){ 0 };
}

void
kin_table_block(struct kin_table *table, const char *title)
{
	table->block = keep(table, kin_str_of(title));
}

void
kin_table_column(struct kin_table *table, enum kin_column_kind kind, struct kin_str name,
    struct kin_str title)
{
	assert(table->cell_count == 0);
	table->columns = kin_grow(table->columns, table->column_count, &table->column_cap,
	    sizeof(*table->columns));
	table->columns[table->column_count++] = (struct kin_column){
		.kind = kind, .name = keep(table, name), .title = keep(table, title),
		.block = table->block
	};
	table->columns[table->column_count - 1].head = table->columns[table->column_count - 1].title;
	table->block = kin_str(NULL, 0);
}

void
kin_table_under(struct kin_table *table)
{
	struct kin_column *column = &table->columns[table->column_count - 1], *above = column - 1;
	struct kin_buf head = { 0 };

	assert(table->column_count > 1 && !kin_column_is_number(column));
	while (above->under)
		above--;
	kin_buf_add(&head, above->head);
	kin_buf_puts(&head, "; ");
	kin_buf_add(&head, column->title);
	above->head = keep(table, kin_buf_str(&head));
	column->under = true;
	kin_buf_fini(&head);
}

static size_t
find_column(const struct kin_table *table, const char *name)
{
	size_t c = 0;

	while (!kin_str_is(table->columns[c].name, kin_str_of(name))) {
		c++;
		assert(c < table->column_count);
	}
	return c + 1;
}

void
kin_table_of(struct kin_table *table, const char *base)
{
	table->columns[table->column_count - 1].base = find_column(table, base);
}

void
kin_table_share_of(struct kin_table *table, const char *base, const char *over)
{
	struct kin_column *column = &table->columns[table->column_count - 1];

	column->base = find_column(table, base);
	column->over_total = over == NULL;
	if (over != NULL)
		column->over = find_column(table, over);
}

void
kin_table_within(struct kin_table *table, const char *part, const char *whole)
{
	table->columns[find_column(table, part) - 1].within = find_column(table, whole);
}

void
kin_table_of_several(struct kin_table *table, const char *first, const char *last)
{
	struct kin_column *column = &table->columns[table->column_count - 1];

	column->base = find_column(table, first);
	column->several_from = column->base;
	column->several_to = find_column(table, last);
}

void
kin_table_among(struct kin_table *table, const char *base)
{
	kin_table_of(table, base);
	table->columns[table->column_count - 1].among = true;
}

void
kin_table_draw(struct kin_table *table)
{
	table->drawn = table->column_count;
}

void
kin_table_crosses(struct kin_table *table, size_t count)
{
	assert(count < table->column_count);
	table->columns[table->column_count - 1].crossed = count;
}

static struct kin_cell *
next_cell(struct kin_table *table)
{
	struct kin_cell *cell;

	table->cells = kin_grow(table->cells, table->cell_count, &table->cell_cap,
	    sizeof(*table->cells));
	cell = &table->cells[table->cell_count++];
	*cell = (struct kin_cell){ 0 };
	return cell;
}

/* Is the cell to be added one of a column of numbers? */
static bool
next_is_number(const struct kin_table *table)
{
	return kin_column_is_number(&table->columns[table->cell_count % table->column_count]);
}

void
kin_table_text(struct kin_table *table, struct kin_str text)
{
	struct kin_cell *cell;

	assert(!next_is_number(table));
	cell = next_cell(table);
	cell->missing = text.len == 0;
	cell->text = keep(table, text);
}

void
kin_table_number(struct kin_table *table, int64_t number)
{
	assert(next_is_number(table));
	next_cell(table)->number = number;
}

void
kin_table_missing(struct kin_table *table)
{
	next_cell(table)->missing = true;
}

void
kin_table_total(struct kin_table *table)
{
	assert(table->cell_count % table->column_count == 0);
	table->has_total = true;
}

/* A number kept with what it was made of. */
static void
add_part(struct kin_table *table, struct kin_part part, int64_t number)
{
	struct kin_cell *cell;

	assert(next_is_number(table));
	table->parts = kin_grow(table->parts, table->part_count, &table->part_cap,
	    sizeof(*table->parts));
	table->parts[table->part_count++] = part;
	cell = next_cell(table);
	cell->number = number;
	cell->part = (uint32_t)table->part_count;
}

static void
add_ratio(struct kin_table *table, struct kin_part part)
{
	add_part(table, part, kin_rate_per((double)part.n, part.of, part.per));
}

void
kin_table_number_of(struct kin_table *table, int64_t number, size_t n)
{
	if (n == 0)
		kin_table_missing(table);
	else
		add_part(table, (struct kin_part){ .n = (int64_t)n }, number);
}

void
kin_table_share(struct kin_table *table, int64_t n, int64_t of)
{
	if (of <= 0)
		kin_table_missing(table);
	else
		add_ratio(table, (struct kin_part){ n, (double)of, 100 });
}

void
kin_table_share_exact(struct kin_table *table, double n, double of)
{
	int64_t tenths = kin_rate_per(n, of, 100);

	if (tenths == KIN_RATE_NONE)
		kin_table_missing(table);
	else
		kin_table_number(table, tenths);
}

void
kin_table_rate(struct kin_table *table, int64_t n, double population, double per)
{
	if (!(population > 0))
		kin_table_symbol(table, 'x');
	else
		add_ratio(table, (struct kin_part){ n, population, per });
}

void
kin_table_symbol(struct kin_table *table, char symbol)
{
	struct kin_cell *cell = next_cell(table);

	cell->missing = true;
	cell->symbol = symbol;
}

static void
add_note(struct kin_table *table, const char *text, bool figures)
{
	table->notes = kin_grow(table->notes, table->note_count, &table->note_cap,
	    sizeof(*table->notes));
	table->figures = kin_grow(table->figures, table->note_count, &table->figures_cap,
	    sizeof(*table->figures));
	table->figures[table->note_count] = figures;
	table->notes[table->note_count++] = keep(table, kin_str_of(text));
}

void
kin_table_note(struct kin_table *table, const char *fmt, ...)
{
	char text[1024];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	add_note(table, text, false);
}

void
kin_table_figures(struct kin_table *table, const char *fmt, ...)
{
	char text[1024];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	add_note(table, text, true);
}

void
kin_table_legend(struct kin_table *table)
{
	static const struct {
		char		 symbol;
		const char	*words;
	} legend[] = {
		{ 'c', "c: confidential, not shown so that no small number can be worked out." },
		{ 'k', "k: rounds to nought." },
		{ 'x', "x: not available." },
		{ 'z', "z: not applicable." }
	};

	for (size_t i = 0; i < sizeof(legend) / sizeof(legend[0]); i++) {
		for (size_t at = 0; at < table->cell_count; at++) {
			if (table->cells[at].symbol != legend[i].symbol)
				continue;
			add_note(table, legend[i].words, false);
			break;
		}
	}
}

size_t
kin_table_rows(const struct kin_table *table)
{
	assert(table->column_count > 0 && table->cell_count % table->column_count == 0);
	return table->cell_count / table->column_count;
}

const struct kin_cell *
kin_table_cell(const struct kin_table *table, size_t row, size_t column)
{
	return &table->cells[row * table->column_count + column];
}

bool
kin_table_is_total(const struct kin_table *table, size_t row)
{
	return table->has_total && row + 1 == kin_table_rows(table);
}

bool
kin_column_is_number(const struct kin_column *column)
{
	return column->kind != KIN_COLUMN_KEY && column->kind != KIN_COLUMN_TEXT;
}
