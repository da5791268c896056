/* A CSV file as a table of texts, for tests that compare with other programs' numbers. */
#ifndef CSV_TABLE_H
#define CSV_TABLE_H

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <check.h>

#include "kin/base/mem.h"
#include "kin/record/csvin.h"

struct table {
	struct kin_arena	 arena;
	struct kin_str		*header, *cell;
	size_t			 columns, rows, cap;
};

static inline void
table_copy(struct table *table, const struct kin_str *from, struct kin_str *to)
{
	for (size_t i = 0; i < table->columns; i++)
		to[i] = kin_arena_keep(&table->arena, kin_str_trim(from[i]));
}

static inline bool
table_read(struct table *table, const char *folder, const char *name)
{
	struct kin_csvin_opts opts = { .delim = "," };
	struct kin_err err = KIN_ERR_NONE;
	const struct kin_str *header;
	struct kin_csvin *in;
	struct kin_row row;
	char path[512];

	*table = (struct table){ .rows = 0 };
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	opts.fd = open(path, O_RDONLY);
	if (opts.fd < 0)
		return false;
	ck_assert_int_eq(kin_csvin_open(&opts, &in, &err), 0);
	table->columns = kin_csvin_columns(in, &header);
	table->header = kin_resize(NULL, table->columns, sizeof(*table->header));
	table_copy(table, header, table->header);
	while (kin_csvin_next(in, &row, &err) == KIN_CSVIN_ROW_READ) {
		while ((table->rows + 1) * table->columns > table->cap)
			table->cell = kin_grow(table->cell, table->cap, &table->cap,
			    sizeof(*table->cell));
		table_copy(table, row.cells, &table->cell[table->rows++ * table->columns]);
	}
	kin_csvin_free(in);
	close(opts.fd);
	return true;
}

static inline void
table_fini(struct table *table)
{
	kin_arena_fini(&table->arena);
	kin_free(table->header);
	kin_free(table->cell);
}

/* The column of that name, or -1. */
static inline int
table_column(const struct table *table, const char *name)
{
	for (size_t i = 0; i < table->columns; i++) {
		if (kin_str_is(table->header[i], kin_str_of(name)))
			return (int)i;
	}
	return -1;
}

static inline struct kin_str
table_at(const struct table *table, size_t row, int column)
{
	return column < 0 ? kin_str("", 0) : table->cell[row * table->columns + (size_t)column];
}

#endif
