#include "kin/step/overlap.h"

#include <stdlib.h>

#include "kin/base/map.h"
#include "kin/tally/show.h"

struct kin_overlap {
	struct kin_map	*names;		/* of lists and groups, in the order of arrival */
	struct kin_map	*who;
	uint64_t	*in;		/* each of whom: sets by number of name */
	size_t		 cap;
	bool		 too_many;
	struct kin_rec	 rec;		/* of kin_overlap_line */
	struct kin_buf	 key, text;	/* scratch */
};

struct kin_overlap *
kin_overlap_new(void)
{
	struct kin_overlap *overlap = kin_calloc(1, sizeof(*overlap));

	overlap->names = kin_map_new();
	overlap->who = kin_map_new();
	return overlap;
}

void
kin_overlap_free(struct kin_overlap *overlap)
{
	if (overlap == NULL)
		return;
	kin_map_free(overlap->names);
	kin_map_free(overlap->who);
	kin_rec_fini(&overlap->rec);
	kin_buf_fini(&overlap->key);
	kin_buf_fini(&overlap->text);
	kin_free(overlap->in);
	kin_free(overlap);
}

static void
add_name(struct kin_overlap *overlap, struct kin_str name, uint64_t *in)
{
	uint32_t number = kin_map_get(overlap->names, name);

	if (number == KIN_MAP_NONE && kin_map_count(overlap->names) == KIN_OVERLAP_MOST) {
		overlap->too_many = true;
		return;
	}
	if (number == KIN_MAP_NONE)
		number = kin_map_add(overlap->names, name, NULL);
	*in |= (uint64_t)1 << number;
}

static uint64_t
groups_of(struct kin_overlap *overlap, struct kin_rec *rec)
{
	struct kin_str lists = kin_rec_raw(rec, KIN_FIELD_LISTS), name, value;
	uint64_t in = 0;
	size_t at = 0;

	while (lists.len > 0 && kin_json_type(lists) == KIN_JSON_OBJECT &&
	    kin_json_member(lists, &at, &name, &value)) {
		kin_buf_clear(&overlap->text);
		add_name(overlap, kin_json_text(kin_str(name.p - 1, name.len + 2), &overlap->text), &in);
	}
	at = 0;
	while (kin_rec_each(rec, kin_rec_member(rec, KIN_FIELD_COHORTS), &at, &name))
		add_name(overlap, name, &in);
	return in;
}

static bool
is_person(struct kin_rec *rec)
{
	struct kin_str kind = kin_rec_text(rec, KIN_FIELD_KIND);

	return !kin_rec_has(rec, KIN_FIELD_KIND) || kin_str_is(kind, KIN_STR("contact")) ||
	    kin_str_is(kind, KIN_STR("person")) || kin_str_is(kind, KIN_STR("need")) ||
	    kin_str_is(kind, KIN_STR("helper"));
}

int
kin_overlap_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_overlap *overlap = ctx;
	struct kin_str person = kin_rec_raw(rec, KIN_FIELD_PERSON), id = { NULL, 0 };
	uint64_t in;
	uint32_t who;
	bool is_new;

	if (!is_person(rec))
		return 0;
	in = groups_of(overlap, rec);
	if (overlap->too_many)
		return kin_fail(err, "more than %d lists and groups", KIN_OVERLAP_MOST);
	kin_buf_clear(&overlap->key);
	if (person.len > 0 && kin_json_type(person) == KIN_JSON_OBJECT)
		id = kin_json_find_text(person, KIN_STR("id"), &overlap->key);
	if (id.len == 0) {
		kin_buf_clear(&overlap->key);
		kin_buf_printf(&overlap->key, "%u ", kin_map_count(overlap->who));
		id = kin_buf_str(&overlap->key);
	}
	who = kin_map_add(overlap->who, id, &is_new);
	overlap->in = kin_grow(overlap->in, who, &overlap->cap, sizeof(*overlap->in));
	overlap->in[who] = is_new ? in : overlap->in[who] | in;
	return 0;
}

void
kin_overlap_line(void *ctx, struct kin_str line)
{
	struct kin_overlap *overlap = ctx;
	struct kin_err err;

	if (kin_rec_read(&overlap->rec, line, &err) == 0)
		kin_overlap_push(overlap, &overlap->rec, &err);
}

/* --- tables ------------------------------------------------------------------------ */

struct set {
	struct kin_str	text;		/* "aged70, shielded" */
	int64_t		people;
};

static int
by_name(const void *a, const void *b, void *names)
{
	return kin_str_cmp(kin_map_key(names, *(const uint32_t *)a), kin_map_key(names, *(const uint32_t *)b));
}

static int
by_people(const void *a, const void *b)
{
	const struct set *x = a, *y = b;

	if (x->people != y->people)
		return x->people < y->people ? 1 : -1;
	return kin_str_cmp(x->text, y->text);
}

static void
add_groups(const struct kin_overlap *overlap, const uint32_t *order, struct kin_tables *tables)
{
	struct kin_table *table = kin_tables_add(tables, "groups", "Lists and groups");
	uint32_t people = kin_map_count(overlap->who);

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("group"), KIN_STR("List or group"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("people"), KIN_STR("People"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("alone"), KIN_STR("In no other"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share of everybody"));
	for (uint32_t i = 0; i < kin_map_count(overlap->names); i++) {
		uint64_t bit = (uint64_t)1 << order[i];
		int64_t in = 0, alone = 0;

		for (uint32_t who = 0; who < people; who++) {
			in += (overlap->in[who] & bit) != 0;
			alone += overlap->in[who] == bit;
		}
		kin_table_text(table, kin_map_key(overlap->names, order[i]));
		kin_table_number(table, in);
		kin_table_number(table, alone);
		kin_table_share(table, in, people);
	}
}

/* Everybody by the set they are in; new. */
static struct set *
count_sets(const struct kin_overlap *overlap, const uint32_t *order, struct kin_map *sets)
{
	uint32_t people = kin_map_count(overlap->who);
	struct set *list = NULL;
	struct kin_buf text = { 0 };
	size_t cap = 0;

	for (uint32_t who = 0; who < people; who++) {
		uint32_t set;
		bool is_new;

		kin_buf_clear(&text);
		for (uint32_t i = 0; i < kin_map_count(overlap->names); i++) {
			if ((overlap->in[who] >> order[i] & 1) == 0)
				continue;
			kin_buf_puts(&text, text.len > 0 ? ", " : "");
			kin_buf_add(&text, kin_map_key(overlap->names, order[i]));
		}
		set = kin_map_add(sets, text.len > 0 ? kin_buf_str(&text) : KIN_STR("(none)"), &is_new);
		list = kin_grow(list, set, &cap, sizeof(*list));
		list[set].people = is_new ? 1 : list[set].people + 1;
		list[set].text = kin_map_key(sets, set);
	}
	kin_buf_fini(&text);
	return list;
}

static void
add_sets(const struct kin_overlap *overlap, const uint32_t *order, struct kin_tables *tables)
{
	struct kin_table *table = kin_tables_add(tables, "overlaps", "In which together");
	struct kin_map *sets = kin_map_new();
	struct set *list = count_sets(overlap, order, sets);
	int64_t people = kin_map_count(overlap->who);

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("groups"), KIN_STR("Lists and groups"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("people"), KIN_STR("People"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
	if (list != NULL)
		qsort(list, kin_map_count(sets), sizeof(*list), by_people);
	for (uint32_t i = 0; i < kin_map_count(sets); i++) {
		kin_table_text(table, list[i].text);
		kin_table_number(table, list[i].people);
		kin_table_share(table, list[i].people, people);
	}
	kin_table_total(table);
	kin_table_text(table, KIN_STR("Everybody"));
	kin_table_number(table, people);
	kin_table_share(table, people, people);
	kin_free(list);
	kin_map_free(sets);
}

int
kin_overlap_show(const struct kin_overlap *overlap, size_t width, struct kin_buf *out,
    struct kin_err *err)
{
	struct kin_tables tables = { 0 };
	struct kin_show how = { .width = width };
	uint32_t order[KIN_OVERLAP_MOST];

	if (overlap->too_many)
		return kin_fail(err, "more than %d lists and groups", KIN_OVERLAP_MOST);
	for (uint32_t i = 0; i < kin_map_count(overlap->names); i++)
		order[i] = i;
	qsort_r(order, kin_map_count(overlap->names), sizeof(*order), by_name, overlap->names);
	add_groups(overlap, order, &tables);
	add_sets(overlap, order, &tables);
	for (size_t i = 0; i < tables.count; i++) {
		if (i > 0)
			kin_buf_putc(out, '\n');
		kin_show_text(tables.list[i], &how, out);
	}
	kin_tables_fini(&tables);
	return 0;
}
