#include "columns_state.h"

#include "kin/base/mem.h"

struct kin_columns *
kin_columns_new(const struct kin_field_spec *fields, size_t count)
{
	struct kin_columns *columns = kin_calloc(1, sizeof(*columns));

	columns->store = kin_calloc(1, sizeof(*columns->store));
	columns->store->nicknames = kin_nicknames_new();
	columns->fields = count;
	for (size_t f = 0; f < count; f++) {
		columns->column[f].kind = fields[f].kind;
		columns->column[f].shared = fields[f].shared;
		columns->store->entries[f] = kin_map_new();
	}
	return columns;
}

void
kin_columns_free(struct kin_columns *columns)
{
	if (columns == NULL)
		return;
	for (size_t f = 0; f < columns->fields; f++) {
		struct kin_column *column = &columns->column[f];

		kin_map_free(columns->store->entries[f]);
		kin_free(column->code);
		kin_free(column->start);
		kin_free(column->value);
		kin_free(column->values);
		kin_free(column->holders);
	}
	kin_nicknames_free(columns->store->nicknames);
	kin_buf_fini(&columns->store->text);
	kin_buf_fini(&columns->store->scratch);
	kin_free(columns->store);
	kin_free(columns->key);
	kin_free(columns->list);
	kin_free(columns->place);
	kin_free(columns->added);
	kin_free(columns);
}

/* --- comparing --------------------------------------------------------------- */

int
kin_column_best(const struct kin_column *column, uint32_t a, uint32_t b, uint32_t *value_a,
    uint32_t *value_b)
{
	int best = KIN_LEVEL_NONE;

	if (a == 0 || b == 0)
		return KIN_LEVEL_NONE;
	*value_a = column->value[column->start[a - 1]];
	*value_b = column->value[column->start[b - 1]];
	for (uint32_t i = column->start[a - 1]; i < column->start[a]; i++) {
		for (uint32_t j = column->start[b - 1]; j < column->start[b]; j++) {
			uint32_t va = column->value[i], vb = column->value[j];
			int level = kin_level_of(column->kind, &column->values[va],
			    &column->values[vb]);

			if (level == KIN_LEVEL_NONE || (best != KIN_LEVEL_NONE && (level > best ||
			    (level == best && (level != KIN_LEVEL_SAME ||
			    column->holders[va] >= column->holders[*value_a])))))
				continue;
			best = level;
			*value_a = va;
			*value_b = vb;
		}
	}
	return best;
}

int
kin_column_level(const struct kin_column *column, uint32_t a, uint32_t b)
{
	uint32_t value_a, value_b;

	if (a != 0 && b != 0 && column->start[a] - column->start[a - 1] == 1 &&
	    column->start[b] - column->start[b - 1] == 1)
		return kin_level_of(column->kind, &column->values[column->value[column->start[a - 1]]],
		    &column->values[column->value[column->start[b - 1]]]);
	return kin_column_best(column, a, b, &value_a, &value_b);
}

bool
kin_column_contradicts(const struct kin_column *column, uint32_t a, uint32_t b)
{
	if (a == 0 || b == 0 || a == b)
		return false;
	for (uint32_t i = column->start[a - 1]; i < column->start[a]; i++) {
		for (uint32_t j = column->start[b - 1]; j < column->start[b]; j++) {
			if (!kin_level_contradicts(column->kind, &column->values[column->value[i]],
			    &column->values[column->value[j]]))
				return false;
		}
	}
	return true;
}
