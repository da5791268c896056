/* The tables of report quality. */
#include "report_quality.h"

#include <stdlib.h>

#include "kin/tally/rate.h"

static void
add_share(struct kin_table *table, uint64_t n, uint64_t of)
{
	int64_t share = kin_rate_share(n, of);

	if (share == KIN_RATE_NONE)
		kin_table_missing(table);
	else
		kin_table_number(table, share);
}

static int
by_name(const void *a, const void *b, void *names)
{
	return kin_count_cmp(kin_map_key(names, *(const uint32_t *)a),
	    kin_map_key(names, *(const uint32_t *)b));
}

/* The lists in order of their names; new. */
static uint32_t *
order_lists(const struct quality *self)
{
	uint32_t count = kin_map_count(self->names), *order = kin_calloc(count, sizeof(*order));

	for (uint32_t i = 0; i < count; i++)
		order[i] = i;
	if (count > 1)
		qsort_r(order, count, sizeof(*order), by_name, self->names);
	return order;
}

/* Those without which nobody is found or helped are shown even when all are missing. */
static bool
is_shown(const struct quality *self, int field)
{
	switch (field) {
	case KIN_FIELD_GIVEN_NAME: case KIN_FIELD_FAMILY_NAME: case KIN_FIELD_BIRTH_DATE:
	case KIN_FIELD_SEX: case KIN_FIELD_NHS_NUMBER: case KIN_FIELD_PHONE: case KIN_FIELD_ADDRESS:
	case KIN_FIELD_POSTCODE: case KIN_FIELD_NEEDS: case KIN_FIELD_RECEIVED:
		return true;
	default:
		return self->all.present[field] > 0 &&
		    (kin_schema[field].group == KIN_GROUP_PERSON ||
		    kin_schema[field].group == KIN_GROUP_ASKED);
	}
}

static void
add_list_columns(const struct quality *self, struct kin_table *table, const uint32_t *order)
{
	struct kin_buf name = { 0 };

	kin_table_block(table, "Present, by list");
	for (uint32_t i = 0; i < kin_map_count(self->names); i++) {
		struct kin_str list = kin_map_key(self->names, order[i]);

		kin_buf_clear(&name);
		kin_buf_puts(&name, "list_");
		kin_buf_add(&name, list);
		kin_table_column(table, KIN_COLUMN_SHARE, kin_buf_str(&name),
		    list.len ? list : KIN_STR("(no list)"));
	}
	kin_buf_fini(&name);
}

static void
add_fields(const struct quality *self, struct kin_tables *tables, const uint32_t *order)
{
	struct kin_table *table = kin_tables_add(tables, "fields", "What is there and what is missing");
	uint32_t lists = kin_map_count(self->names);
	uint64_t no_sex = self->all.records - self->all.present[KIN_FIELD_SEX];

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("field"), KIN_STR("Field"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("present"), KIN_STR("Present"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("missing"), KIN_STR("Missing"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("present_share"), KIN_STR("Present, share"));
	if (lists > 1)
		add_list_columns(self, table, order);
	for (int field = 0; field < KIN_FIELD_COUNT; field++) {
		if (!is_shown(self, field))
			continue;
		kin_table_text(table, kin_schema[field].name);
		kin_table_number(table, (int64_t)self->all.present[field]);
		kin_table_number(table, (int64_t)(self->all.records - self->all.present[field]));
		add_share(table, self->all.present[field], self->all.records);
		for (uint32_t i = 0; lists > 1 && i < lists; i++)
			add_share(table, self->lists[order[i]].present[field],
			    self->lists[order[i]].records);
	}
	kin_table_note(table, "Share of %llu records of residents; by list, of that list's.",
	    (unsigned long long)self->all.records);
	if (no_sex * 50 > self->all.records)
		kin_table_note(table, "Sex is missing in more than 2%%: the Department for Education "
		    "queries that in a return.");
}

static void
add_lists(const struct quality *self, struct kin_tables *tables, const uint32_t *order)
{
	struct kin_table *table = kin_tables_add(tables, "lists", "Lists");

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("list"), KIN_STR("List"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("records"), KIN_STR("Records"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
	for (uint32_t i = 0; i < kin_map_count(self->names); i++) {
		kin_table_text(table, kin_map_key(self->names, order[i]));
		kin_table_number(table, (int64_t)self->lists[order[i]].records);
		add_share(table, self->lists[order[i]].records, self->all.records);
	}
	kin_table_total(table);
	kin_table_missing(table);
	kin_table_number(table, (int64_t)self->all.records);
	add_share(table, self->all.records, self->all.records);
}

static void
add_sum(struct kin_table *table, const char *what, int64_t n)
{
	kin_table_text(table, kin_str_of(what));
	kin_table_number(table, n);
}

/* What dedupe found. */
static void
add_people(const struct quality *self, struct kin_tables *tables)
{
	struct kin_table *table = kin_tables_add(tables, "duplicates", "Residents and their records");
	int64_t sums[MEASURES];

	for (size_t i = 0; i < MEASURES; i++)
		sums[i] = kin_count_total(self->people, i);
	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("what"), KIN_STR("What"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("number"), KIN_STR("Number"));
	add_sum(table, "records", sums[RECORDS]);
	add_sum(table, "residents", sums[RESIDENTS]);
	add_sum(table, "residents in several records", sums[SEVERAL]);
	add_sum(table, "records beyond the first of a resident", sums[RECORDS] - sums[RESIDENTS]);
	add_sum(table, "most records of one resident", sums[MOST]);
	add_sum(table, "households", sums[HOUSEHOLDS]);
	add_sum(table, "households of several residents", sums[SHARED]);
	if ((uint64_t)sums[RECORDS] != self->all.records)
		kin_table_note(table, "Records of residents that dedupe has not seen: %lld.",
		    (long long)self->all.records - (long long)sums[RECORDS]);
}

static void
add_bands(const struct quality *self, struct kin_tables *tables)
{
	struct kin_table *table = kin_tables_add(tables, "certainty",
	    "How sure it is that their records belong together");
	uint32_t bands = kin_count_groups(self->bands), *order = kin_calloc(bands, sizeof(*order));

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("probability"), KIN_STR("Probability"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("residents"), KIN_STR("Residents"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
	kin_count_order(self->bands, -1, order);
	for (uint32_t i = 0; i < bands; i++) {
		struct kin_str band;

		kin_count_text(self->bands, order[i], 0, &band);
		kin_table_text(table, band);
		kin_table_number(table, kin_count_get(self->bands, order[i], 0));
		add_share(table, (uint64_t)kin_count_get(self->bands, order[i], 0),
		    (uint64_t)kin_count_total(self->bands, 0));
	}
	kin_table_note(table, "Share of the residents in several records.");
	kin_free(order);
}

/* Values that ingest left out, or rows that were refused. */
static void
add_faults(const struct kin_count *faults, struct kin_table *table, struct kin_str name,
    struct kin_str title)
{
	uint32_t count = kin_count_groups(faults), *order = kin_calloc(count, sizeof(*order));

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("field"), KIN_STR("Field"));
	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("reason"), KIN_STR("Why"));
	kin_table_column(table, KIN_COLUMN_WHOLE, name, title);
	kin_count_order(faults, 0, order);
	for (uint32_t i = 0; i < count; i++) {
		for (size_t field = 0; field < 2; field++) {
			struct kin_str text;

			kin_count_text(faults, order[i], field, &text);
			kin_table_text(table, text);
		}
		kin_table_number(table, kin_count_get(faults, order[i], 0));
	}
	kin_table_total(table);
	kin_table_missing(table);
	kin_table_missing(table);
	kin_table_number(table, kin_count_total(faults, 0));
	kin_free(order);
}

void
quality_tables(const struct quality *self, struct kin_tables *tables)
{
	uint32_t *order = order_lists(self);

	add_fields(self, tables, order);
	add_lists(self, tables, order);
	if (kin_count_total(self->people, RECORDS) > 0) {
		add_people(self, tables);
		add_bands(self, tables);
	}
	if (kin_count_groups(self->flags) > 0)
		add_faults(self->flags, kin_tables_add(tables, "flags", "Values left out, and why"),
		    KIN_STR("values"), KIN_STR("Values"));
	if (kin_count_groups(self->rejects) > 0)
		add_faults(self->rejects, kin_tables_add(tables, "rejects", "Rows refused, and why"),
		    KIN_STR("rows"), KIN_STR("Rows"));
	kin_free(order);
}
