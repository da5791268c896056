#include "kin/tally/sets.h"

#include <stdlib.h>

#include "kin/base/buf.h"
#include "kin/base/map.h"

struct kin_sets {
	struct kin_map	*names;		/* of lists and groups, in the order of arrival */
	struct kin_map	*sets;		/* the eight bytes of each set */
	int64_t		*people;	/* in just these, of each set */
	size_t		 cap;
	struct kin_buf	 text;		/* scratch */
};

struct kin_sets *
kin_sets_new(void)
{
	struct kin_sets *sets = kin_calloc(1, sizeof(*sets));

	sets->names = kin_map_new();
	sets->sets = kin_map_new();
	return sets;
}

void
kin_sets_free(struct kin_sets *sets)
{
	if (sets == NULL)
		return;
	kin_map_free(sets->names);
	kin_map_free(sets->sets);
	kin_buf_fini(&sets->text);
	kin_free(sets->people);
	kin_free(sets);
}

static int
read_name(struct kin_sets *sets, struct kin_str name, uint64_t *in, struct kin_err *err)
{
	uint32_t number = kin_map_get(sets->names, name);

	if (number == KIN_MAP_NONE && kin_map_count(sets->names) == KIN_SETS_MOST)
		return kin_fail(err, "more than %d lists and groups", KIN_SETS_MOST);
	if (number == KIN_MAP_NONE)
		number = kin_map_add(sets->names, name, NULL);
	*in |= (uint64_t)1 << number;
	return 0;
}

int
kin_sets_read(struct kin_sets *sets, struct kin_rec *rec, uint64_t *in, struct kin_err *err)
{
	struct kin_str lists = kin_rec_raw(rec, KIN_FIELD_LISTS), name, value;
	int status = 0;
	size_t at = 0;

	*in = 0;
	while (status == 0 && lists.len > 0 && kin_json_type(lists) == KIN_JSON_OBJECT &&
	    kin_json_member(lists, &at, &name, &value)) {
		kin_buf_clear(&sets->text);
		name = kin_json_text(kin_str(name.p - 1, name.len + 2), &sets->text);
		status = read_name(sets, name, in, err);
	}
	at = 0;
	while (status == 0 && kin_rec_each(rec, kin_rec_member(rec, KIN_FIELD_COHORTS), &at, &name))
		status = read_name(sets, name, in, err);
	return status;
}

void
kin_sets_add(struct kin_sets *sets, uint64_t in, int64_t n)
{
	bool is_new;
	uint32_t set = kin_map_add(sets->sets, kin_str((const char *)&in, sizeof(in)), &is_new);

	sets->people = kin_grow(sets->people, set, &sets->cap, sizeof(*sets->people));
	sets->people[set] = is_new ? n : sets->people[set] + n;
}

static int
by_name(const void *a, const void *b, void *names)
{
	return kin_str_cmp(kin_map_key(names, *(const uint32_t *)a), kin_map_key(names, *(const uint32_t *)b));
}

uint32_t
kin_sets_order(const struct kin_sets *sets, uint32_t order[KIN_SETS_MOST])
{
	uint32_t count = kin_map_count(sets->names);

	for (uint32_t i = 0; i < count; i++)
		order[i] = i;
	if (count > 1)
		qsort_r(order, count, sizeof(*order), by_name, sets->names);
	return count;
}

struct kin_str
kin_sets_name(const struct kin_sets *sets, uint32_t bit)
{
	return kin_map_key(sets->names, bit);
}

static uint64_t
set_at(const struct kin_sets *sets, uint32_t i)
{
	uint64_t in;

	memcpy(&in, kin_map_key(sets->sets, i).p, sizeof(in));
	return in;
}

int64_t
kin_sets_people(const struct kin_sets *sets, uint64_t in)
{
	int64_t people = 0;

	for (uint32_t i = 0; i < kin_map_count(sets->sets); i++)
		people += (set_at(sets, i) & in) == in ? sets->people[i] : 0;
	return people;
}

static int64_t
people_alone(const struct kin_sets *sets, uint64_t in)
{
	uint32_t set = kin_map_get(sets->sets, kin_str((const char *)&in, sizeof(in)));

	return set == KIN_MAP_NONE ? 0 : sets->people[set];
}

void
kin_sets_add_groups(const struct kin_sets *sets, struct kin_tables *tables)
{
	struct kin_table *table = kin_tables_add(tables, "groups", "Lists and groups");
	uint32_t order[KIN_SETS_MOST], count = kin_sets_order(sets, order);
	int64_t everybody = kin_sets_people(sets, 0);

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("group"), KIN_STR("List or group"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("people"), KIN_STR("People"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("alone"), KIN_STR("In no other"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share of everybody"));
	kin_table_of(table, "people");
	for (uint32_t i = 0; i < count; i++) {
		uint64_t bit = (uint64_t)1 << order[i];

		kin_table_text(table, kin_sets_name(sets, order[i]));
		kin_table_number(table, kin_sets_people(sets, bit));
		kin_table_number(table, people_alone(sets, bit));
		kin_table_share(table, kin_sets_people(sets, bit), everybody);
	}
}

struct row {
	struct kin_str	text;		/* "aged70, shielded" */
	int64_t		people;
};

static int
by_people(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->people != y->people)
		return x->people < y->people ? 1 : -1;
	return kin_str_cmp(x->text, y->text);
}

/* Each set in words, those of most people first; new, as are the words in arena. */
static struct row *
rows_of(const struct kin_sets *sets, struct kin_arena *arena)
{
	uint32_t order[KIN_SETS_MOST], names = kin_sets_order(sets, order), count = kin_map_count(sets->sets);
	struct row *rows = kin_calloc(count, sizeof(*rows));
	struct kin_buf text = { 0 };

	for (uint32_t i = 0; i < count; i++) {
		uint64_t in = set_at(sets, i);

		kin_buf_clear(&text);
		for (uint32_t n = 0; n < names; n++) {
			if ((in >> order[n] & 1) == 0)
				continue;
			kin_buf_puts(&text, text.len > 0 ? ", " : "");
			kin_buf_add(&text, kin_sets_name(sets, order[n]));
		}
		rows[i].text = kin_arena_keep(arena, in != 0 ? kin_buf_str(&text) : KIN_STR("(none)"));
		rows[i].people = sets->people[i];
	}
	kin_buf_fini(&text);
	if (count > 1)
		qsort(rows, count, sizeof(*rows), by_people);
	return rows;
}

void
kin_sets_add_overlaps(const struct kin_sets *sets, struct kin_tables *tables)
{
	struct kin_table *table = kin_tables_add(tables, "overlaps", "In which together");
	struct kin_arena arena = { 0 };
	struct row *rows = rows_of(sets, &arena);
	int64_t everybody = kin_sets_people(sets, 0);

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("groups"), KIN_STR("Lists and groups"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("people"), KIN_STR("People"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
	kin_table_share_of(table, "people", NULL);
	for (uint32_t i = 0; i < kin_map_count(sets->sets); i++) {
		kin_table_text(table, rows[i].text);
		kin_table_number(table, rows[i].people);
		kin_table_share(table, rows[i].people, everybody);
	}
	kin_table_total(table);
	kin_table_text(table, KIN_STR("Everybody"));
	kin_table_number(table, everybody);
	kin_table_share(table, everybody, everybody);
	kin_free(rows);
	kin_arena_fini(&arena);
}
