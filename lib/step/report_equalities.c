/* report equalities: who asks for help, by what the law protects; what is missing is shown. */
#include "report_kind.h"

#include "kin/base/sort.h"
#include "kin/tally/count.h"

enum { FIELDS = 7 };

static const struct { enum kin_field field; const char *name, *title; } fields[FIELDS] = {
	{ KIN_FIELD_SEX, "sex", "Sex" },
	{ KIN_FIELD_ETHNIC_GROUP, "ethnic_group", "Ethnic group" },
	{ KIN_FIELD_DISABILITY, "disability", "Disability" },
	{ KIN_FIELD_RELIGION, "religion", "Religion" },
	{ KIN_FIELD_LANGUAGE, "language", "Language" },
	{ KIN_FIELD_INTERPRETER, "interpreter", "Interpreter needed" },
	{ KIN_FIELD_FORMAT, "format", "Alternate format" }
};

/* What a resident's records say in one field; said again is said once. */
struct saying {
	uint64_t	who;
	uint32_t	value;		/* 0: nothing */
};

struct equalities {
	struct kin_map	*values[FIELDS];	/* id + 1 */
	struct saying	*list[FIELDS];
	size_t		 count[FIELDS], cap[FIELDS];
};

static void *
equalities_new(const struct kin_report_context *context, struct kin_err *err)
{
	struct equalities *self = kin_calloc(1, sizeof(*self));

	(void)context;
	(void)err;
	for (int i = 0; i < FIELDS; i++)
		self->values[i] = kin_map_new();
	return self;
}

static void
equalities_free(void *ctx)
{
	struct equalities *self = ctx;

	for (int i = 0; i < FIELDS; i++) {
		kin_map_free(self->values[i]);
		kin_free(self->list[i]);
	}
	kin_free(self);
}

static struct kin_str
text_of(struct kin_rec *rec, enum kin_field field)
{
	struct kin_str raw = kin_rec_raw(rec, field);

	if (raw.len > 0 && kin_json_type(raw) == KIN_JSON_TRUE)
		return KIN_STR("yes");
	if (raw.len > 0 && kin_json_type(raw) == KIN_JSON_FALSE)
		return KIN_STR("no");
	return kin_rec_text(rec, field);
}

static int
equalities_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct equalities *self = ctx;
	uint64_t who;

	(void)err;
	if (kin_report_sort(rec) != KIN_REPORT_RESIDENT || kin_report_is_offer(rec))
		return KIN_REPORT_PASSED_OVER;
	who = kin_report_who(rec);
	for (int i = 0; i < FIELDS; i++) {
		struct kin_str text = text_of(rec, fields[i].field);
		uint32_t value = text.len == 0 ? 0 : kin_map_add(self->values[i], text, NULL) + 1;

		self->list[i] = kin_grow(self->list[i], self->count[i], &self->cap[i],
		    sizeof(struct saying));
		self->list[i][self->count[i]++] = (struct saying){ who, value };
	}
	return KIN_REPORT_COUNTED;
}

/* What is said comes before nothing. */
static int
by_who(const void *a, const void *b, void *ctx)
{
	const struct saying *x = a, *y = b;

	(void)ctx;
	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	if (x->value != y->value)
		return x->value > y->value ? -1 : 1;
	return 0;
}

/*
 * One resident is counted once: at what their records say, as "several" where they
 * differ, as missing where none says it.
 */
static int64_t
count_residents(const struct equalities *self, int field, struct kin_count *count)
{
	const struct saying *list = self->list[field];
	int64_t residents = 0;

	for (size_t i = 0, next; i < self->count[field]; i = next) {
		uint32_t value = KIN_COUNT_MISSING;
		bool several = false;

		for (next = i + 1; next < self->count[field] && list[next].who == list[i].who; next++)
			several |= list[next].value != 0 && list[next].value != list[i].value;
		if (list[i].value != 0)
			value = kin_count_value(count, 0, several ? KIN_STR("(records differ)") :
			    kin_map_key(self->values[field], list[i].value - 1));
		kin_count_add(count, kin_count_group(count, &value), 0, 1);
		residents++;
	}
	return residents;
}

static void
add_rows(struct kin_table *table, const struct kin_count *count, int64_t residents)
{
	uint32_t groups = kin_count_groups(count), *order = kin_calloc(groups, sizeof(*order));
	struct kin_str text;

	kin_count_order(count, -1, order);
	for (uint32_t i = 0; i < groups; i++) {
		kin_count_text(count, order[i], 0, &text);
		kin_table_text(table, text);
		kin_table_number(table, kin_count_get(count, order[i], 0));
		kin_table_share(table, kin_count_get(count, order[i], 0), residents);
	}
	kin_table_total(table);
	kin_table_missing(table);
	kin_table_number(table, residents);
	kin_table_share(table, residents, residents);
	kin_free(order);
}

static void
equalities_finish(void *ctx, struct kin_tables *tables)
{
	struct equalities *self = ctx;

	for (int i = 0; i < FIELDS; i++) {
		struct kin_table *table = kin_tables_add(tables, fields[i].name, fields[i].title);
		struct kin_count *count = kin_count_new(1, 1);

		kin_sort_hashed(self->list[i], self->count[i], sizeof(struct saying), offsetof(struct saying, who),
		    by_who, NULL);
		kin_table_column(table, KIN_COLUMN_KEY, kin_str_of(fields[i].name),
		    kin_str_of(fields[i].title));
		kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("residents"), KIN_STR("Residents"));
		kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
		kin_table_share_of(table, "residents", NULL);
		add_rows(table, count, count_residents(self, i, count));
		kin_count_free(count);
	}
}

const struct kin_report_kind kin_report_equalities = {
	"equalities", KIN_REPORT_HIDES,
	equalities_new, equalities_push, equalities_finish, equalities_free
};
