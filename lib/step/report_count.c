/* report count: how many records, by one or several fields. */
#include "report_kind.h"

#include "report_field.h"
#include "report_population.h"
#include "kin/tally/count.h"

enum { FIELDS = 8, GROUPS_A_RECORD = 10000 };
enum { RECORDS, DISTINCT, MEASURES };

struct by {
	struct kin_report_field	 field;
	uint32_t		*values;	/* of the record at hand; one at least */
	size_t			 count, cap;
};

struct count {
	const struct kin_report_context	*context;
	struct kin_count		*tally;
	struct by			 by[FIELDS];
	size_t				 fields;
	struct kin_report_field		 distinct;
	bool				 has_distinct;
	struct kin_report_texts		 texts;
	struct kin_buf			 label;
	uint64_t			 records;
};

static void
count_free(void *ctx)
{
	struct count *self = ctx;

	for (size_t i = 0; i < self->fields; i++)
		kin_free(self->by[i].values);
	kin_count_free(self->tally);
	kin_free(self->texts.list);
	kin_buf_fini(&self->label);
	kin_free(self);
}

static int
take_fields(struct count *self, struct kin_err *err)
{
	struct kin_str rest = kin_str_of(self->context->opts->by), path;

	while (kin_str_next(&rest, ',', &path)) {
		if (self->fields == FIELDS)
			return kin_fail(err, "more than %d fields to count by", FIELDS);
		for (size_t i = 0; i < self->fields; i++) {
			if (kin_str_is(self->by[i].field.path, path))
				return kin_fail_value(err, kin_str(NULL, 0), path, "field named twice");
		}
		if (kin_report_field_init(&self->by[self->fields].field, path, err) != 0)
			return -1;
		self->fields++;
	}
	if (self->fields == 0)
		return kin_fail(err, "count needs --by FIELD");
	if (self->context->opts->population != NULL && self->fields != 1)
		return kin_fail(err, "--population needs one field to count by");
	if (self->context->opts->wards && self->fields != 1)
		return kin_fail(err, "--wards needs one field to count by");
	self->has_distinct = self->context->opts->distinct != NULL;
	if (!self->has_distinct)
		return 0;
	return kin_report_field_init(&self->distinct, kin_str_of(self->context->opts->distinct), err);
}

static void *
count_new(const struct kin_report_context *context, struct kin_err *err)
{
	struct count *self = kin_calloc(1, sizeof(*self));

	self->context = context;
	if (take_fields(self, err) != 0) {
		count_free(self);
		return NULL;
	}
	self->tally = kin_count_new(self->fields, MEASURES);
	return self;
}

/* With --every a text that is a whole date stands for its week or month. */
static struct kin_str
bucket(struct count *self, struct kin_str text)
{
	enum kin_bucket every = self->context->opts->every;
	int32_t day = every == KIN_BUCKET_NONE ? KIN_BUCKET_NO_DAY : kin_bucket_day(text);

	if (day == KIN_BUCKET_NO_DAY)
		return text;
	kin_buf_clear(&self->label);
	kin_bucket_label(&self->label, every, day);
	return kin_buf_str(&self->label);
}

/* Fills the values of one field: none in the record is the one value that says so. */
static void
gather(struct count *self, size_t index, struct kin_rec *rec)
{
	struct by *by = &self->by[index];

	self->texts.count = 0;
	kin_report_field_texts(&by->field, rec, &self->texts);
	by->count = 0;
	for (size_t i = 0; i < self->texts.count || i == 0; i++) {
		by->values = kin_grow(by->values, by->count, &by->cap, sizeof(*by->values));
		by->values[by->count++] = self->texts.count == 0 ? KIN_COUNT_MISSING :
		    kin_count_value(self->tally, index, bucket(self, self->texts.list[i]));
	}
}

/* A record that does not have the field counts by itself. */
static uint64_t
who(struct count *self, struct kin_rec *rec)
{
	self->texts.count = 0;
	kin_report_field_texts(&self->distinct, rec, &self->texts);
	if (self->texts.count > 0)
		return kin_hash64(self->texts.list[0], 0);
	return kin_hash64(kin_str((const char *)&self->records, sizeof(self->records)), 1);
}

/* Moves to the next combination of values, as a clock does; false after the last. */
static bool
turn(const struct count *self, size_t *at)
{
	for (size_t i = self->fields; i-- > 0;) {
		if (++at[i] < self->by[i].count)
			return true;
		at[i] = 0;
	}
	return false;
}

static int
count_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct count *self = ctx;
	size_t at[FIELDS] = { 0 }, groups = 1;
	uint64_t id = self->has_distinct ? who(self, rec) : 0;

	for (size_t i = 0; i < self->fields; i++) {
		gather(self, i, rec);
		groups *= self->by[i].count;
		if (groups > GROUPS_A_RECORD)
			return kin_fail_value(err, self->by[i].field.path, kin_str(NULL, 0),
			    "more than %d values to count", GROUPS_A_RECORD);
	}
	self->records++;
	do {
		uint32_t values[FIELDS], group;

		for (size_t i = 0; i < self->fields; i++)
			values[i] = self->by[i].values[at[i]];
		group = kin_count_group(self->tally, values);
		kin_count_add(self->tally, group, RECORDS, 1);
		if (self->has_distinct)
			kin_count_once(self->tally, group, DISTINCT, id);
	} while (turn(self, at));
	return KIN_REPORT_COUNTED;
}

static struct kin_table *
add_table(const struct count *self, struct kin_tables *tables)
{
	struct kin_buf title = { 0 };
	struct kin_table *table;

	kin_buf_puts(&title, "Records by ");
	for (size_t i = 0; i < self->fields; i++) {
		kin_buf_puts(&title, i == 0 ? "" : i + 1 < self->fields ? ", " : " and ");
		kin_buf_add(&title, self->by[i].field.path);
	}
	table = kin_tables_add(tables, "count", kin_buf_text(&title));
	for (size_t i = 0; i < self->fields; i++)
		kin_table_column(table, KIN_COLUMN_KEY, self->by[i].field.path,
		    self->by[i].field.path);
	if (self->context->opts->wards)
		kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("name"), KIN_STR("Name"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("records"), KIN_STR("Records"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
	kin_table_share_of(table, "records", NULL);
	if (self->context->population != NULL)
		kin_report_population_column(table, "records");
	if (self->has_distinct) {
		kin_buf_clear(&title);
		kin_buf_puts(&title, "Distinct ");
		kin_buf_add(&title, self->distinct.path);
		kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("distinct"), kin_buf_str(&title));
		kin_table_within(table, "distinct", "records");
	}
	kin_buf_fini(&title);
	return table;
}

static void
add_numbers(const struct count *self, struct kin_table *table, int64_t records, int64_t distinct,
    double people)
{
	kin_table_number(table, records);
	kin_table_share(table, records, (int64_t)self->records);
	if (self->context->population != NULL)
		kin_table_rate(table, records, people, KIN_REPORT_RATE_PER);
	if (self->has_distinct)
		kin_table_number(table, distinct);
}

static void
add_row(const struct count *self, struct kin_table *table, uint32_t group)
{
	struct kin_str text = { NULL, 0 };
	double people = 0;

	for (size_t field = 0; field < self->fields; field++) {
		kin_count_text(self->tally, group, field, &text);
		kin_table_text(table, text);
		if (self->context->population != NULL && text.len > 0)
			people = kin_report_population_of(self->context->population, text);
	}
	if (self->context->opts->wards)
		kin_table_text(table, kin_report_ward_name(self->context, text));
	add_numbers(self, table, kin_count_get(self->tally, group, RECORDS),
	    kin_count_get(self->tally, group, DISTINCT), people);
}

static void
count_finish(void *ctx, struct kin_tables *tables)
{
	struct count *self = ctx;
	struct kin_table *table = add_table(self, tables);
	uint32_t groups = kin_count_groups(self->tally), *order;

	order = kin_calloc(groups, sizeof(*order));
	kin_count_order(self->tally, self->context->opts->by_name ? -1 : RECORDS, order);
	for (uint32_t i = 0; i < groups; i++)
		add_row(self, table, order[i]);
	kin_table_total(table);
	for (size_t i = 0; i < self->fields; i++)
		kin_table_missing(table);
	if (self->context->opts->wards)
		kin_table_missing(table);
	add_numbers(self, table, (int64_t)self->records, kin_count_total(self->tally, DISTINCT),
	    self->context->population == NULL ? 0 :
	    kin_report_population_of(self->context->population, kin_str(NULL, 0)));
	if (self->context->population != NULL)
		kin_report_population_note(self->context->population, table);
	if ((uint64_t)kin_count_total(self->tally, RECORDS) != self->records)
		kin_table_note(table, "A record with several values is counted at each; "
		    "the total counts it once.");
	kin_free(order);
}

const struct kin_report_kind kin_report_count = {
	"count", KIN_REPORT_BY | KIN_REPORT_EVERY | KIN_REPORT_HIDES | KIN_REPORT_POPULATION |
	    KIN_REPORT_WARDS,
	count_new, count_push, count_finish, count_free
};
