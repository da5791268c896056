#include "kin/link/rows.h"

#include "kin/base/map.h"
#include "kin/base/mem.h"

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

/* Puts the values of a field of lists in the rows; false when it is none, or there is no room for more. */
static bool
put_list(struct kin_rows *rows, size_t f)
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
	for (uint32_t i = 0; i < rows->columns->records; i++) {
		uint32_t e = column->code[i], count = e == 0 ? 0 : column->start[e] - column->start[e - 1];
		uint32_t *value = rows->row[i].value[nth];

		for (uint32_t v = 0; v < count && v < KIN_ROW_VALUES; v++)
			value[v] = column->value[column->start[e - 1] + v] + 1;
		if (count > KIN_ROW_VALUES)
			value[0] = KIN_ROW_MANY;
	}
	return true;
}

static void
find_near(struct kin_rows *rows, size_t f, int threads)
{
	const struct kin_column *column = &rows->columns->column[f];
	uint8_t *values, *entries;

	rows->near[f] = kin_keys_edits(column, threads, &rows->near_count[f]);
	values = mark_values(column, rows->near[f], rows->near_count[f], put_list(rows, f));
	entries = mark_entries(column, values);
	for (uint32_t i = 0; i < rows->columns->records; i++)
		rows->row[i].near |= (uint32_t)entries[column->code[i]] << f;
	kin_free(values);
	kin_free(entries);
}

static void
put_codes(struct kin_rows *rows, size_t f, bool edits)
{
	const uint32_t *code = rows->columns->column[f].code;

	for (uint32_t i = 0; i < rows->columns->records; i++) {
		rows->row[i].code[f] = code[i];
		rows->row[i].present |= (uint32_t)(code[i] != 0) << f;
		rows->row[i].near |= (uint32_t)!edits << f;
	}
}

/* The only value of an entry; NULL when there are none, or several. */
static const struct kin_value *
only_value(const struct kin_column *column, uint32_t e)
{
	return e == 0 || column->start[e] - column->start[e - 1] != 1 ? NULL :
	    &column->values[column->value[column->start[e - 1]]];
}

static void
put_dates(struct kin_rows *rows, const struct kin_column *column)
{
	for (uint32_t i = 0; i < rows->columns->records; i++) {
		const struct kin_value *value = only_value(column, column->code[i]);

		if (value == NULL)
			continue;
		rows->row[i].date = value->digits;
		rows->row[i].days = value->days;
	}
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
put_addresses(struct kin_rows *rows, const struct kin_column *column)
{
	uint32_t *street = number_parts(column, kin_value_tail);
	uint32_t *house = number_parts(column, kin_value_head);

	rows->street = kin_calloc((size_t)column->value_count + 1, sizeof(*rows->street));
	for (uint32_t v = 0; v < column->value_count; v++)
		rows->street[street[v]] = kin_sketch_street(&column->values[v]);
	for (uint32_t i = 0; i < rows->columns->records; i++) {
		const struct kin_value *value = only_value(column, column->code[i]);

		if (value == NULL)
			continue;
		rows->row[i].street = street[value - column->values];
		rows->row[i].house = house[value - column->values];
	}
	kin_free(street);
	kin_free(house);
}

struct kin_rows *
kin_rows_new(const struct kin_columns *columns, const struct kin_compare *compare, int threads)
{
	struct kin_rows *rows = kin_calloc(1, sizeof(*rows));
	int date = kin_compare_field(compare, KIN_KIND_DATE);
	int given = kin_compare_field(compare, KIN_KIND_GIVEN_NAME);
	int address = kin_compare_field(compare, KIN_KIND_ADDRESS);

	rows->columns = columns;
	for (int nth = 0; nth < KIN_ROW_LISTS; nth++)
		rows->list[nth] = -1;
	rows->row = kin_calloc((size_t)columns->records + 1, sizeof(*rows->row));
	for (size_t f = 0; f < columns->fields; f++) {
		bool edits = kin_keys_are_edits(columns->column[f].kind);

		put_codes(rows, f, edits);
		if (edits)
			find_near(rows, f, threads);
		rows->sketch[f] = kin_sketch_column(&columns->column[f]);
	}
	if (date >= 0)
		put_dates(rows, &columns->column[date]);
	if (address >= 0)
		put_addresses(rows, &columns->column[address]);
	for (uint32_t i = 0; i < columns->records; i++) {
		rows->row[i].list = columns->list[i];
		if (given >= 0)
			rows->row[i].as_family = kin_compare_as_family(compare, rows->row[i].code[given]);
	}
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
