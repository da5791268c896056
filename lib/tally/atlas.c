#include "atlas_in.h"

#include <math.h>

struct kin_atlas *
kin_atlas_new(void)
{
	struct kin_atlas *atlas = kin_calloc(1, sizeof(*atlas));

	atlas->codes = kin_map_new();
	atlas->west = atlas->south = INFINITY;
	atlas->east = atlas->north = -INFINITY;
	return atlas;
}

void
kin_atlas_free(struct kin_atlas *atlas)
{
	if (atlas == NULL)
		return;
	for (uint32_t i = 0; i < kin_map_count(atlas->codes); i++)
		kin_free(atlas->areas[i].corners);
	kin_map_free(atlas->codes);
	kin_free(atlas->areas);
	kin_arena_fini(&atlas->kept);
	kin_free(atlas);
}

void
kin_atlas_area(struct kin_atlas *atlas, struct kin_str code, struct kin_str name, double x, double y)
{
	bool is_new;

	atlas->last = kin_map_add(atlas->codes, code, &is_new);
	if (!is_new)
		return;
	atlas->areas = kin_grow(atlas->areas, atlas->last, &atlas->cap, sizeof(*atlas->areas));
	atlas->areas[atlas->last] = (struct area){
		.name = kin_arena_keep(&atlas->kept, name), .x = x, .y = y
	};
}

void
kin_atlas_corner(struct kin_atlas *atlas, bool new_ring, double x, double y)
{
	struct area *area = &atlas->areas[atlas->last];

	area->corners = kin_grow(area->corners, area->count, &area->cap, sizeof(*area->corners));
	area->corners[area->count++] = (struct corner){ x, y, new_ring };
	atlas->west = fmin(atlas->west, x);
	atlas->east = fmax(atlas->east, x);
	atlas->south = fmin(atlas->south, y);
	atlas->north = fmax(atlas->north, y);
}

struct kin_str
kin_atlas_name(const struct kin_atlas *atlas, struct kin_str code)
{
	uint32_t at = kin_map_get(atlas->codes, code);

	return at == KIN_MAP_NONE ? kin_str(NULL, 0) : atlas->areas[at].name;
}

bool
kin_atlas_has(const struct kin_atlas *atlas, const struct kin_table *table)
{
	size_t rows = kin_table_rows(table) - (table->has_total ? 1 : 0);

	if (table->columns[0].kind != KIN_COLUMN_KEY ||
	    (table->column_count > 1 && table->columns[1].kind == KIN_COLUMN_KEY))
		return false;
	for (size_t row = 0; row < rows; row++) {
		if (kin_map_get(atlas->codes, kin_table_cell(table, row, 0)->text) != KIN_MAP_NONE)
			return true;
	}
	return rows == 0 && kin_str_is(table->columns[0].name, KIN_STR("ward"));
}
