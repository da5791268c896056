#include "kin/link/columns.h"

#include <stdlib.h>

#include "kin/base/map.h"
#include "kin/base/mem.h"

enum { MOST_VALUES = 32 };		/* of one field in one record */

#define BETWEEN '\x1f'			/* the values of one entry: folding leaves no such byte */

struct kin_columns_store {
	struct kin_map		*entries[KIN_MODEL_FIELDS];
	size_t			 cap_code[KIN_MODEL_FIELDS], cap_key, cap_list;
	struct kin_nicknames	*nicknames;
	struct kin_buf		 scratch;
};

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
	kin_buf_fini(&columns->store->scratch);
	kin_free(columns->store);
	kin_free(columns->key);
	kin_free(columns->list);
	kin_free(columns->place);
	kin_free(columns->added);
	kin_free(columns);
}

/* --- adding ------------------------------------------------------------------ */

static int
by_text(const void *a, const void *b)
{
	return kin_str_cmp(*(const struct kin_str *)a, *(const struct kin_str *)b);
}

/* Sorts the slices, drops those that come twice, joins them after the scratch's content. */
static struct kin_str
join(struct kin_buf *scratch, struct kin_str *slices, size_t count)
{
	size_t from;

	qsort(slices, count, sizeof(*slices), by_text);
	from = scratch->len;
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && kin_str_is(slices[i], slices[i - 1]))
			continue;
		if (scratch->len > from)
			kin_buf_putc(scratch, BETWEEN);
		kin_buf_add(scratch, slices[i]);
	}
	return kin_str(scratch->p + from, scratch->len - from);
}

static uint32_t
code_of(struct kin_columns *columns, uint32_t field, const struct kin_columns_text *texts,
    size_t count)
{
	struct kin_buf *scratch = &columns->store->scratch;
	struct kin_str slices[MOST_VALUES], whole;
	size_t ends[MOST_VALUES], n = 0, room = 0;

	for (size_t i = 0; i < count; i++)
		room += texts[i].field == field ? 4 * texts[i].text.len + 512 : 0;
	if (room == 0)
		return 0;
	kin_buf_clear(scratch);
	kin_buf_room(scratch, 2 * room);	/* so that the slices stay where they are */
	for (size_t i = 0; i < count && n < MOST_VALUES; i++) {
		if (texts[i].field == field && kin_value_fold(columns->column[field].kind,
		    texts[i].text, scratch))
			ends[n++] = scratch->len;
	}
	if (n == 0)
		return 0;
	for (size_t i = 0; i < n; i++) {
		size_t from = i ? ends[i - 1] : 0;

		slices[i] = kin_str(scratch->p + from, ends[i] - from);
	}
	whole = n == 1 ? slices[0] : join(scratch, slices, n);
	return kin_map_add(columns->store->entries[field], whole, NULL) + 1;
}

uint32_t
kin_columns_add(struct kin_columns *columns, uint64_t key, uint32_t list,
    const struct kin_columns_text *texts, size_t count)
{
	struct kin_columns_store *store = columns->store;
	uint32_t record = columns->records;

	for (uint32_t f = 0; f < columns->fields; f++) {
		struct kin_column *column = &columns->column[f];

		column->code = kin_grow(column->code, record, &store->cap_code[f],
		    sizeof(*column->code));
		column->code[record] = code_of(columns, f, texts, count);
	}
	columns->key = kin_grow(columns->key, record, &store->cap_key, sizeof(*columns->key));
	columns->list = kin_grow(columns->list, record, &store->cap_list, sizeof(*columns->list));
	columns->key[record] = key;
	columns->list[record] = list;
	if (list >= columns->lists)
		columns->lists = list + 1;
	return columns->records++;
}

/* --- sealing ----------------------------------------------------------------- */

struct standing {
	uint64_t	key;
	uint32_t	record;
};

static int
by_key(const void *a, const void *b)
{
	const struct standing *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->record < y->record ? -1 : x->record > y->record;
}

static void
reorder(uint32_t *column, const uint32_t *added, size_t count)
{
	uint32_t *old = kin_alloc(count * sizeof(*old) + 1);

	memcpy(old, column, count * sizeof(*old));
	for (size_t i = 0; i < count; i++)
		column[i] = old[added[i]];
	kin_free(old);
}

static void
sort_records(struct kin_columns *columns)
{
	size_t n = columns->records;
	struct standing *order = kin_alloc(n * sizeof(*order) + 1);

	columns->place = kin_alloc(n * sizeof(*columns->place) + 1);
	columns->added = kin_alloc(n * sizeof(*columns->added) + 1);
	for (size_t i = 0; i < n; i++)
		order[i] = (struct standing){ columns->key[i], (uint32_t)i };
	qsort(order, n, sizeof(*order), by_key);
	for (size_t i = 0; i < n; i++) {
		columns->added[i] = order[i].record;
		columns->place[order[i].record] = (uint32_t)i;
		columns->key[i] = order[i].key;
	}
	if (n > 0)
		reorder(columns->list, columns->added, n);
	for (size_t f = 0; f < columns->fields && n > 0; f++)
		reorder(columns->column[f].code, columns->added, n);
	kin_free(order);
}

/* Codes in the order of first use.  Returns the old entry number of each new one. */
static uint32_t *
renumber(struct kin_column *column, uint32_t entries, uint32_t records)
{
	uint32_t *now = kin_calloc(entries + 1, sizeof(*now));
	uint32_t *old = kin_calloc(entries + 1, sizeof(*old));

	for (uint32_t i = 0; i < records; i++) {
		uint32_t code = column->code[i];

		if (code == 0)
			continue;
		if (now[code] == 0) {
			now[code] = ++column->entries;
			old[column->entries - 1] = code - 1;
		}
		column->code[i] = now[code];
		column->present++;
	}
	kin_free(now);
	return old;
}

/* Takes the entries apart into values, each once. */
static void
read_values(struct kin_column *column, const struct kin_map *texts, const uint32_t *old,
    const struct kin_nicknames *nicknames)
{
	struct kin_map *values = kin_map_new();
	size_t links = 0, cap_link = 0, cap_value = 0;

	column->start = kin_calloc((size_t)column->entries + 1, sizeof(*column->start));
	for (uint32_t e = 0; e < column->entries; e++) {
		struct kin_str rest = kin_map_key(texts, old[e]), text;

		while (kin_str_next(&rest, BETWEEN, &text)) {
			bool is_new;
			uint32_t id = kin_map_add(values, text, &is_new);

			if (is_new) {
				column->values = kin_grow(column->values, id, &cap_value,
				    sizeof(*column->values));
				kin_value_read(column->kind, text, nicknames, &column->values[id]);
			}
			column->value = kin_grow(column->value, links, &cap_link,
			    sizeof(*column->value));
			column->value[links++] = id;
		}
		column->start[e + 1] = (uint32_t)links;
	}
	column->value_count = kin_map_count(values);
	kin_map_free(values);
}

static void
count_holders(struct kin_column *column, uint32_t records)
{
	column->holders = kin_calloc((size_t)column->value_count + 1, sizeof(*column->holders));
	for (uint32_t i = 0; i < records; i++) {
		uint32_t code = column->code[i];

		if (code == 0)
			continue;
		for (uint32_t v = column->start[code - 1]; v < column->start[code]; v++)
			column->holders[column->value[v]]++;
	}
}

void
kin_columns_seal(struct kin_columns *columns)
{
	sort_records(columns);
	for (size_t f = 0; f < columns->fields; f++) {
		struct kin_column *column = &columns->column[f];
		struct kin_map *texts = columns->store->entries[f];
		uint32_t *old = renumber(column, kin_map_count(texts), columns->records);

		read_values(column, texts, old, columns->store->nicknames);
		count_holders(column, columns->records);
		kin_free(old);
	}
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
