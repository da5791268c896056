/* Records in the order of their keys, codes in the order of first use, entries taken apart. */
#include "columns_state.h"

#include <string.h>

#include "kin/base/mem.h"
#include "kin/base/par.h"
#include "kin/base/radix.h"

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
	uint64_t *key = kin_alloc(n * sizeof(*key) + 1);

	columns->place = kin_alloc(n * sizeof(*columns->place) + 1);
	columns->added = kin_alloc(n * sizeof(*columns->added) + 1);
	if (n > 0)
		memcpy(key, columns->key, n * sizeof(*key));
	kin_radix_order(key, n, columns->added);
	for (size_t i = 0; i < n; i++) {
		columns->place[columns->added[i]] = (uint32_t)i;
		columns->key[i] = key[columns->added[i]];
	}
	kin_free(key);
	if (n > 0)
		reorder(columns->list, columns->added, n);
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

/* Entries taken apart into values, each once. */
struct reading {
	struct kin_column	*column;
	const struct kin_map	*texts;		/* of the entries, as they were added */
	const struct kin_nicknames *nicknames;
	uint32_t		*value_of;	/* the value that is the whole of an entry, by its number in texts; or KIN_MAP_NONE */
	struct kin_map		*others;	/* values that are no entry of their own … */
	uint32_t		*value_of_other;	/* … and their numbers */
	size_t			 links, cap_link, cap_value, cap_other;
};

static uint32_t
new_value(struct reading *reading, struct kin_str text)
{
	struct kin_column *column = reading->column;

	column->values = kin_grow(column->values, column->value_count, &reading->cap_value,
	    sizeof(*column->values));
	kin_value_read(column->kind, text, reading->nicknames, &column->values[column->value_count]);
	return column->value_count++;
}

static void
add_link(struct reading *reading, uint32_t value)
{
	struct kin_column *column = reading->column;

	column->value = kin_grow(column->value, reading->links, &reading->cap_link,
	    sizeof(*column->value));
	column->value[reading->links++] = value;
}

/* The number of a value that stands beside others; most are entries too, and need no map of their own. */
static uint32_t
value_beside(struct reading *reading, struct kin_str text)
{
	uint32_t entry = kin_map_get(reading->texts, text), other;
	bool is_new;

	if (entry != KIN_MAP_NONE) {
		if (reading->value_of[entry] == KIN_MAP_NONE)
			reading->value_of[entry] = new_value(reading, kin_map_key(reading->texts, entry));
		return reading->value_of[entry];
	}
	other = kin_map_add(reading->others, text, &is_new);
	if (is_new) {
		reading->value_of_other = kin_grow(reading->value_of_other, other,
		    &reading->cap_other, sizeof(*reading->value_of_other));
		reading->value_of_other[other] = new_value(reading, text);
	}
	return reading->value_of_other[other];
}

static void
read_entry(struct reading *reading, uint32_t entry)
{
	struct kin_str rest = kin_map_key(reading->texts, entry), text;

	if (memchr(rest.p, COLUMNS_BETWEEN, rest.len) == NULL) {
		if (reading->value_of[entry] == KIN_MAP_NONE)
			reading->value_of[entry] = new_value(reading, rest);
		add_link(reading, reading->value_of[entry]);
		return;
	}
	while (kin_str_next(&rest, COLUMNS_BETWEEN, &text))
		add_link(reading, value_beside(reading, text));
}

/* old: the entry's number in texts, for each entry in the order of first use. */
static void
read_values(struct kin_column *column, const struct kin_map *texts, const uint32_t *old,
    const struct kin_nicknames *nicknames)
{
	size_t entries = column->entries, known = kin_map_count(texts);
	struct reading reading = { .column = column, .texts = texts, .nicknames = nicknames,
	    .value_of = kin_alloc((known + 1) * sizeof(uint32_t)), .others = kin_map_new(),
	    .cap_link = entries + 1, .cap_value = entries + 1 };

	memset(reading.value_of, 0xff, (known + 1) * sizeof(*reading.value_of));
	column->start = kin_calloc(entries + 1, sizeof(*column->start));
	column->value = kin_alloc(reading.cap_link * sizeof(*column->value));
	column->values = kin_alloc(reading.cap_value * sizeof(*column->values));
	for (size_t e = 0; e < entries; e++) {
		read_entry(&reading, old[e]);
		column->start[e + 1] = (uint32_t)reading.links;
	}
	kin_map_free(reading.others);
	kin_free(reading.value_of_other);
	kin_free(reading.value_of);
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

static void
seal_field(void *ctx, size_t field, int thread)
{
	struct kin_columns *columns = ctx;
	struct kin_column *column = &columns->column[field];
	const struct kin_map *texts = columns->store->entries[field];
	uint32_t *old;

	(void)thread;
	if (columns->records > 0)
		reorder(column->code, columns->added, columns->records);
	old = renumber(column, kin_map_count(texts), columns->records);
	read_values(column, texts, old, columns->store->nicknames);
	count_holders(column, columns->records);
	kin_free(old);
}

void
kin_columns_seal(struct kin_columns *columns)
{
	sort_records(columns);
	kin_par(columns->threads, columns->fields, seal_field, columns);
}
