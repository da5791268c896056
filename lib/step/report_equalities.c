/* report equalities: who asks for help, by what the law protects; what is missing is shown. */
#include "report_kind.h"

#include "kin/tally/count.h"
#include "kin/tally/whom.h"

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

#define DIFFER	UINT32_MAX	/* a resident's records say several things in one field */

/* What all records of one resident say in each field: id + 1, or DIFFER; 0: nothing. */
struct saying {
	uint32_t	values[FIELDS];
};

struct equalities {
	struct kin_map	*values[FIELDS];
	struct kin_map	*sayings;		/* by the bytes of a saying */
	struct kin_whom	 residents;		/* their saying, id + 1 */
};

static void *
equalities_new(const struct kin_report_context *context, struct kin_err *err)
{
	struct equalities *self = kin_calloc(1, sizeof(*self));

	(void)context;
	(void)err;
	for (int i = 0; i < FIELDS; i++)
		self->values[i] = kin_map_new();
	self->sayings = kin_map_new();
	return self;
}

static void
equalities_free(void *ctx)
{
	struct equalities *self = ctx;

	for (int i = 0; i < FIELDS; i++)
		kin_map_free(self->values[i]);
	kin_map_free(self->sayings);
	kin_whom_fini(&self->residents);
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

static struct saying
saying_at(const struct equalities *self, uint32_t id)
{
	struct saying saying;

	memcpy(&saying, kin_map_key(self->sayings, id).p, sizeof(saying));
	return saying;
}

static int
equalities_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct equalities *self = ctx;
	struct saying saying = { { 0 } };
	uint32_t *said;
	bool more;

	(void)err;
	if (kin_report_sort(rec) != KIN_REPORT_RESIDENT || kin_report_is_offer(rec))
		return KIN_REPORT_PASSED_OVER;
	said = kin_whom(&self->residents, kin_report_who(rec));
	if (*said != 0)
		saying = saying_at(self, *said - 1);
	more = *said == 0;
	for (int i = 0; i < FIELDS; i++) {
		struct kin_str text = text_of(rec, fields[i].field);
		uint32_t value = text.len == 0 ? 0 : kin_map_add(self->values[i], text, NULL) + 1;

		if (value == 0 || value == saying.values[i] || saying.values[i] == DIFFER)
			continue;
		saying.values[i] = saying.values[i] == 0 ? value : DIFFER;
		more = true;
	}
	if (more)
		*said = kin_map_add(self->sayings, kin_str((const char *)&saying, sizeof(saying)), NULL) + 1;
	return KIN_REPORT_COUNTED;
}

/* How many residents there are of each saying; new. */
static int64_t *
count_sayings(const struct equalities *self, int64_t *residents)
{
	int64_t *counts = kin_calloc(kin_map_count(self->sayings) + 1u, sizeof(*counts));
	uint32_t said;
	size_t at = 0;

	*residents = 0;
	while (kin_whom_next(&self->residents, &at, &said)) {
		counts[said - 1]++;
		++*residents;
	}
	return counts;
}

/*
 * One resident is counted once: at what their records say, as "several" where they
 * differ, as missing where none says it.
 */
static void
count_residents(const struct equalities *self, int field, const int64_t *counts, struct kin_count *count)
{
	for (uint32_t i = 0; i < kin_map_count(self->sayings); i++) {
		uint32_t said = saying_at(self, i).values[field], value = KIN_COUNT_MISSING;

		if (counts[i] == 0)		/* said by nobody any more: a later record said more */
			continue;
		if (said != 0)
			value = kin_count_value(count, 0, said == DIFFER ? KIN_STR("(records differ)") :
			    kin_map_key(self->values[field], said - 1));
		kin_count_add(count, kin_count_group(count, &value), 0, counts[i]);
	}
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
	int64_t residents, *counts = count_sayings(self, &residents);

	for (int i = 0; i < FIELDS; i++) {
		struct kin_table *table = kin_tables_add(tables, fields[i].name, fields[i].title);
		struct kin_count *count = kin_count_new(1, 1);

		kin_table_column(table, KIN_COLUMN_KEY, kin_str_of(fields[i].name),
		    kin_str_of(fields[i].title));
		kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("residents"), KIN_STR("Residents"));
		kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
		kin_table_share_of(table, "residents", NULL);
		count_residents(self, i, counts, count);
		add_rows(table, count, residents);
		kin_count_free(count);
	}
	kin_free(counts);
}

const struct kin_report_kind kin_report_equalities = {
	"equalities", KIN_REPORT_HIDES,
	equalities_new, equalities_push, equalities_finish, equalities_free
};
