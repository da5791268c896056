#include "kin/link/rows.h"

#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "kin/base/par.h"

enum { RECORDS = 4096 };	/* rows that a thread fills at a time */

/*
 * Values that are near another.  So are, where rows do not have all values of a list, those that stand
 * beside others in one entry: two such may make two entries near.
 */
static uint8_t *
mark_values(const struct kin_column *column, const struct kin_near *near, size_t count, bool in_rows)
{
	uint8_t *marked = kin_calloc((size_t)column->value_count + 1, 1);

	for (size_t i = 0; i < count; i++)
		marked[near[i].a] = marked[near[i].b] = 1;
	for (uint32_t e = 0; !in_rows && e < column->entries; e++) {
		for (uint32_t i = column->start[e]; i < column->start[e + 1]; i++)
			marked[column->value[i]] |= column->start[e + 1] - column->start[e] > 1;
	}
	return marked;
}

/* Entries that hold a marked value. */
static uint8_t *
mark_entries(const struct kin_column *column, const uint8_t *values)
{
	uint8_t *marked = kin_calloc((size_t)column->entries + 1, 1);

	for (uint32_t e = 1; e <= column->entries; e++) {
		for (uint32_t i = column->start[e - 1]; i < column->start[e]; i++)
			marked[e] |= values[column->value[i]];
	}
	return marked;
}

/* What is worked out of the columns before the rows are filled. */
struct filling {
	struct kin_rows		*rows;
	const struct kin_column	*date, *addresses;		/* NULL = none */
	int			 given;				/* field, -1 = none */
	const struct kin_compare *compare;
	uint8_t			*marked[KIN_MODEL_FIELDS];	/* entries that may be near another; NULL = all may */
	uint32_t		*street, *house;		/* of each value of the addresses */
};

/* Takes a field of lists in, whose values rows have; false when it is none, or there is no room for more. */
static bool
is_taken_in(struct kin_rows *rows, size_t f)
{
	const struct kin_column *column = &rows->columns->column[f];
	int nth = 0;

	if (column->entries == 0 || column->start[column->entries] == column->entries)
		return false;
	while (nth < KIN_ROW_LISTS && rows->list[nth] >= 0)
		nth++;
	if (nth == KIN_ROW_LISTS)
		return false;
	rows->list[nth] = (int)f;
	return true;
}

static void
find_near(struct filling *filling, size_t f, int threads)
{
	struct kin_rows *rows = filling->rows;
	const struct kin_column *column = &rows->columns->column[f];
	uint8_t *values;

	rows->near[f] = kin_keys_edits(column, threads, &rows->near_count[f]);
	values = mark_values(column, rows->near[f], rows->near_count[f], is_taken_in(rows, f));
	filling->marked[f] = mark_entries(column, values);
	kin_free(values);
}

/* The only value of an entry; NULL when there are none, or several. */
static const struct kin_value *
only_value(const struct kin_column *column, uint32_t e)
{
	return e == 0 || column->start[e] - column->start[e - 1] != 1 ? NULL :
	    &column->values[column->value[column->start[e - 1]]];
}

/* Of each value the number of its part of the text, from 1 on; the same text has the same number. */
static uint32_t *
number_parts(const struct kin_column *column, struct kin_str (*part)(const struct kin_value *value))
{
	uint32_t *number = kin_alloc(((size_t)column->value_count + 1) * sizeof(*number));
	struct kin_map *map = kin_map_new();

	for (uint32_t v = 0; v < column->value_count; v++)
		number[v] = kin_map_add(map, part(&column->values[v]), NULL) + 1;
	kin_map_free(map);
	return number;
}

static void
number_addresses(struct filling *filling)
{
	const struct kin_column *column = filling->addresses;

	filling->street = number_parts(column, kin_value_tail);
	filling->house = number_parts(column, kin_value_head);
	filling->rows->street = kin_calloc((size_t)column->value_count + 1, sizeof(*filling->rows->street));
	for (uint32_t v = 0; v < column->value_count; v++)
		filling->rows->street[filling->street[v]] = kin_sketch_street(&column->values[v]);
}

/* --- one row ------------------------------------------------------------------------- */

static void
put_list(const struct kin_column *column, uint32_t e, uint32_t *value)
{
	uint32_t count = e == 0 ? 0 : column->start[e] - column->start[e - 1];

	for (uint32_t v = 0; v < count && v < KIN_ROW_VALUES; v++)
		value[v] = column->value[column->start[e - 1] + v] + 1;
	if (count > KIN_ROW_VALUES)
		value[0] = KIN_ROW_MANY;
}

static void
put_date_and_place(const struct filling *filling, uint32_t i, struct kin_row *row)
{
	const struct kin_value *value = filling->date == NULL ? NULL :
	    only_value(filling->date, filling->date->code[i]);

	if (value != NULL) {
		row->date = value->digits;
		row->days = value->days;
	}
	value = filling->addresses == NULL ? NULL : only_value(filling->addresses, filling->addresses->code[i]);
	if (value != NULL) {
		row->street = filling->street[value - filling->addresses->values];
		row->house = filling->house[value - filling->addresses->values];
	}
}

static void
fill_row(const struct filling *filling, uint32_t i, struct kin_row *row)
{
	const struct kin_columns *columns = filling->rows->columns;

	row->list = columns->list[i];
	for (size_t f = 0; f < columns->fields; f++) {
		uint32_t e = columns->column[f].code[i];

		row->code[f] = e;
		row->present |= (uint32_t)(e != 0) << f;
		row->near |= (uint32_t)(filling->marked[f] == NULL || filling->marked[f][e]) << f;
	}
	for (int nth = 0; nth < KIN_ROW_LISTS; nth++) {
		int f = filling->rows->list[nth];

		if (f >= 0)
			put_list(&columns->column[f], row->code[f], row->value[nth]);
	}
	put_date_and_place(filling, i, row);
	if (filling->given >= 0)
		row->as_family = kin_compare_as_family(filling->compare, row->code[filling->given]);
}

static void
fill_piece(void *ctx, size_t piece, int thread)
{
	const struct filling *filling = ctx;
	uint32_t to = (uint32_t)(piece + 1) * RECORDS, n = filling->rows->columns->records;

	(void)thread;
	for (uint32_t i = (uint32_t)piece * RECORDS; i < to && i < n; i++)
		fill_row(filling, i, &filling->rows->row[i]);
}

static const struct kin_column *
column_of(const struct kin_columns *columns, const struct kin_compare *compare, enum kin_kind kind)
{
	int f = kin_compare_field(compare, kind);

	return f < 0 ? NULL : &columns->column[f];
}

struct kin_rows *
kin_rows_new(const struct kin_columns *columns, const struct kin_compare *compare, int threads)
{
	struct kin_rows *rows = kin_calloc(1, sizeof(*rows));
	struct filling filling = { .rows = rows, .compare = compare,
	    .given = kin_compare_field(compare, KIN_KIND_GIVEN_NAME),
	    .date = column_of(columns, compare, KIN_KIND_DATE),
	    .addresses = column_of(columns, compare, KIN_KIND_ADDRESS) };

	rows->columns = columns;
	for (int nth = 0; nth < KIN_ROW_LISTS; nth++)
		rows->list[nth] = -1;
	for (size_t f = 0; f < columns->fields; f++) {
		if (kin_keys_are_edits(columns->column[f].kind))
			find_near(&filling, f, threads);
		rows->sketch[f] = kin_sketch_column(&columns->column[f]);
	}
	if (filling.addresses != NULL)
		number_addresses(&filling);
	rows->row = kin_calloc((size_t)columns->records + 1, sizeof(*rows->row));
	kin_par(threads, columns->records / RECORDS + 1, fill_piece, &filling);
	for (size_t f = 0; f < columns->fields; f++)
		kin_free(filling.marked[f]);
	kin_free(filling.street);
	kin_free(filling.house);
	return rows;
}

void
kin_rows_free(struct kin_rows *rows)
{
	if (rows == NULL)
		return;
	for (size_t f = 0; f < KIN_MODEL_FIELDS; f++) {
		kin_free(rows->near[f]);
		kin_free(rows->sketch[f]);
	}
	kin_free(rows->street);
	kin_free(rows->row);
	kin_free(rows);
}
