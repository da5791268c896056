/* What goes where on the map of a table: rows to areas, numbers to classes, metres to the box. */
#include "atlas_in.h"

#include <math.h>
#include <stdlib.h>

static size_t
find_column(const struct kin_table *table)
{
	size_t found = 0;

	for (size_t c = table->column_count; c-- > 0;) {
		if (table->columns[c].kind == KIN_COLUMN_WHOLE && table->columns[c].base == 0)
			found = c;
	}
	for (size_t c = 0; c < table->column_count; c++) {
		if (table->columns[c].kind == KIN_COLUMN_TENTHS)
			return c;
	}
	return found;
}

static int
by_number(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* Different values in order, dealt out to as many classes; ends of each from what is shown. */
static void
make_classes(struct plan *plan, int64_t *values, size_t count)
{
	size_t different = 0;

	if (count > 1)
		qsort(values, count, sizeof(*values), by_number);
	for (size_t i = 0; i < count; i++) {
		if (different == 0 || values[different - 1] != values[i])
			values[different++] = values[i];
	}
	plan->classes = different < CLASSES ? (int)different : CLASSES;
	for (size_t i = different; i-- > 0;)
		plan->low[i * (size_t)plan->classes / different] = values[i];
	for (size_t i = 0; i < different; i++)
		plan->high[i * (size_t)plan->classes / different] = values[i];
}

int
atlas_shade(const struct plan *plan, int class)
{
	return plan->classes < 2 ? CLASSES / 2 : class * (CLASSES - 1) / (plan->classes - 1);
}

static int
shade_of(const struct plan *plan, size_t row)
{
	const struct kin_cell *cell;
	int class = 0;

	if (row == 0)
		return NONE;
	cell = kin_table_cell(plan->table, row - 1, plan->column);
	if (cell->missing || cell->symbol != 0)
		return cell->symbol == 'c' ? HIDDEN : NO_RATE;
	while (cell->number > plan->high[class])
		class++;
	return atlas_shade(plan, class);
}

static void
find_rows(struct plan *plan)
{
	size_t rows = kin_table_rows(plan->table) - (plan->table->has_total ? 1 : 0), count = 0;
	int64_t *values = kin_calloc(rows, sizeof(*values));

	for (size_t row = 0; row < rows; row++) {
		const struct kin_cell *cell = kin_table_cell(plan->table, row, plan->column);
		uint32_t area = kin_map_get(plan->atlas->codes, kin_table_cell(plan->table, row, 0)->text);

		if (area == KIN_MAP_NONE) {
			plan->elsewhere++;
			continue;
		}
		plan->rows[area] = row + 1;
		if (!cell->missing && cell->symbol == 0)
			values[count++] = cell->number;
	}
	make_classes(plan, values, count);
	kin_free(values);
	for (uint32_t area = 0; area < kin_map_count(plan->atlas->codes); area++) {
		plan->shade[area] = shade_of(plan, plan->rows[area]);
		plan->count[plan->shade[area]]++;
	}
}

static void
fit(struct plan *plan)
{
	const struct kin_atlas *atlas = plan->atlas;
	double width = fmax(atlas->east - atlas->west, 1), height = fmax(atlas->north - atlas->south, 1);

	plan->scale = fmin((WIDE - 4) / width, (TALL - 4) / height);
	plan->height = (int)ceil(height * plan->scale) + 4;
}

int
atlas_x(const struct plan *plan, double x)
{
	double free = WIDE - (plan->atlas->east - plan->atlas->west) * plan->scale;

	return (int)lround(free / 2 + (x - plan->atlas->west) * plan->scale);
}

int
atlas_y(const struct plan *plan, double y)
{
	return (int)lround(2 + (plan->atlas->north - y) * plan->scale);
}

void
atlas_plan(struct plan *plan, const struct kin_atlas *atlas, const struct kin_table *table)
{
	uint32_t areas = kin_map_count(atlas->codes);

	*plan = (struct plan){ .atlas = atlas, .table = table, .column = find_column(table) };
	plan->rows = kin_calloc(areas, sizeof(*plan->rows));
	plan->shade = kin_calloc(areas, sizeof(*plan->shade));
	find_rows(plan);
	fit(plan);
}

void
atlas_plan_fini(struct plan *plan)
{
	kin_free(plan->rows);
	kin_free(plan->shade);
}
