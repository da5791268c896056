#include "ingest_in.h"

static void
add_slot(struct kin_ingest *ingest, int target, struct kin_str name, size_t first, size_t count)
{
	struct kin_buf room = { 0 };

	ingest_put_prefix(&room, name);
	ingest->slots[ingest->slot_count++] = (struct ingest_slot){ target,
	    kin_arena_keep(&ingest->arena, kin_buf_str(&room)), first, count };
	kin_buf_fini(&room);
}

void
ingest_columns_plan(struct kin_ingest *ingest)
{
	size_t next = 0;

	ingest->slots = kin_calloc(ingest->column_count + 1, sizeof(*ingest->slots));
	ingest->plan = kin_calloc(ingest->column_count + 1, sizeof(*ingest->plan));
	ingest->slot_count = 0;
	ingest->id_column = ingest->point_columns[0] = ingest->point_columns[1] = SIZE_MAX;
	for (int field = 0; field < KIN_FIELD_COUNT; field++) {
		size_t first = next;

		for (size_t i = 0; i < ingest->column_count; i++)
			if (ingest->columns[i].target == field)
				ingest->plan[next++] = i;
		if (next > first)
			add_slot(ingest, field, kin_schema[field].name, first, next - first);
	}
	for (size_t i = 0; i < ingest->column_count; i++) {
		if (ingest->columns[i].target == INGEST_ID)
			ingest->id_column = i;
		if (ingest->columns[i].target == KIN_FIELD_EASTING || ingest->columns[i].target == KIN_FIELD_NORTHING)
			ingest->point_columns[ingest->columns[i].target == KIN_FIELD_NORTHING] = i;
		if (ingest->columns[i].target != INGEST_OWN)
			continue;
		ingest->plan[next++] = i;
		add_slot(ingest, INGEST_OWN, ingest->columns[i].name, next - 1, 1);
	}
}

void
ingest_columns_drop(struct kin_ingest *ingest)
{
	kin_free(ingest->columns);
	kin_free(ingest->slots);
	kin_free(ingest->plan);
	ingest->columns = NULL;
	ingest->slots = NULL;
	ingest->plan = NULL;
	ingest->column_count = ingest->slot_count = 0;
	kin_arena_reset(&ingest->arena);
}
