/* report goodbyes: when and why relationships ended, how long they lasted, who came back. */
#include "report_farewell.h"
#include "report_population.h"

#include <stdlib.h>

#include "kin/tally/rate.h"

enum { GOODBYES, RETURNED, LIVING, MEASURES };

/* How long a relationship lasted, of those that a row of the table is about. */
struct span {
	uint32_t	row;
	int32_t		days;
};

struct goodbyes {
	const struct kin_report_context	*context;
	struct kin_report_farewells	 farewells;
	struct kin_report_homes		 homes;
	struct span			*spans;
	size_t				 span_count;
	int32_t				*days;		/* those of one row */
};

static void *
goodbyes_new(const struct kin_report_context *context, struct kin_err *err)
{
	struct goodbyes *self = kin_calloc(1, sizeof(*self));

	(void)err;
	self->context = context;
	kin_report_farewells_init(&self->farewells, context->as_of);
	return self;
}

static void
goodbyes_free(void *ctx)
{
	struct goodbyes *self = ctx;

	kin_report_farewells_fini(&self->farewells);
	kin_report_homes_fini(&self->homes);
	kin_free(self->spans);
	kin_free(self->days);
	kin_free(self);
}

static int
goodbyes_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct goodbyes *self = ctx;

	(void)err;
	if (kin_report_wants_wards(self->context) && kin_report_sort(rec) == KIN_REPORT_RESIDENT)
		kin_report_homes_learn(&self->homes, rec);
	return kin_report_farewells_push(&self->farewells, rec);
}

static uint32_t
row_of(const struct goodbyes *self, struct kin_count *count, const struct kin_report_farewell *farewell,
    bool by_time)
{
	enum kin_bucket every = self->context->opts->every;
	struct kin_str team = kin_map_key(self->farewells.words, farewell->team);
	uint32_t values[2] = { KIN_COUNT_MISSING, KIN_COUNT_MISSING };
	struct kin_buf label = { 0 };

	if (by_time && farewell->day != KIN_BUCKET_NO_DAY) {
		kin_bucket_label(&label, every == KIN_BUCKET_NONE ? KIN_BUCKET_WEEK : every,
		    farewell->day);
		values[0] = kin_count_value(count, 0, kin_buf_str(&label));
		kin_buf_fini(&label);
	}
	if (team.len > 0)
		values[1] = kin_count_value(count, 1, team);
	return kin_count_group(count, values);
}

static void
count_one(struct goodbyes *self, struct kin_count *count, uint32_t row,
    const struct kin_report_farewell *farewell)
{
	kin_count_add(count, row, GOODBYES, 1);
	if (farewell->day == KIN_BUCKET_NO_DAY)
		return;
	if (kin_report_farewell_came_back(&self->farewells, farewell))
		kin_count_add(count, row, RETURNED, 1);
	if (farewell->since != KIN_BUCKET_NO_DAY && farewell->since <= farewell->day)
		self->spans[self->span_count++] = (struct span){ row, farewell->day - farewell->since };
}

static int
by_row(const void *a, const void *b)
{
	const struct span *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->days > y->days) - (x->days < y->days);
}

/* Counts by time and team, or by team alone; the spans are then sorted by row. */
static struct kin_count *
count_all(struct goodbyes *self, bool by_time)
{
	struct kin_count *count = kin_count_new(2, MEASURES);

	self->spans = kin_resize(self->spans, self->farewells.count, sizeof(*self->spans));
	self->span_count = 0;
	for (size_t i = 0; i < self->farewells.count; i++) {
		const struct kin_report_farewell *farewell = &self->farewells.list[i];

		if (farewell->said)
			count_one(self, count, row_of(self, count, farewell, by_time), farewell);
		else if (!by_time)
			kin_count_add(count, row_of(self, count, farewell, by_time), LIVING, 1);
	}
	if (self->span_count > 1)
		qsort(self->spans, self->span_count, sizeof(*self->spans), by_row);
	return count;
}

/* The middle and the longest of count spans. */
static void
add_spans(struct goodbyes *self, struct kin_table *table, const struct span *spans, size_t count)
{
	for (size_t i = 0; i < count; i++)
		self->days[i] = spans[i].days;
	kin_table_number_of(table, count ? kin_rate_rank(self->days, count, 50) : 0, count);
	kin_table_number_of(table, count ? kin_rate_rank(self->days, count, 100) : 0, count);
}

/* The first span of that row or of a later one. */
static size_t
first_span(const struct goodbyes *self, uint32_t row)
{
	size_t low = 0, high = self->span_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (self->spans[middle].row < row)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
add_row(struct goodbyes *self, struct kin_table *table, const struct kin_count *count, uint32_t row)
{
	size_t from = first_span(self, row), to = first_span(self, row + 1);

	kin_table_number(table, kin_count_get(count, row, GOODBYES));
	add_spans(self, table, self->spans + from, to - from);
	kin_table_number(table, kin_count_get(count, row, RETURNED));
}

static void
add_columns(struct goodbyes *self, struct kin_table *table, bool by_time)
{
	if (by_time)
		kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("time"), KIN_STR("Time"));
	kin_report_place_columns(self->context, table);
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("goodbyes"), KIN_STR("Goodbyes"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("median_days"),
	    KIN_STR("Median days"));
	kin_table_of(table, "goodbyes");
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("longest_days"), KIN_STR("Longest days"));
	kin_table_of(table, "goodbyes");
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("returned"),
	    KIN_STR("Back within 12 months"));
	kin_table_within(table, "returned", "goodbyes");
	if (!by_time)
		kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("living"),
		    KIN_STR("Still living"));
}

static void
add_total(struct goodbyes *self, struct kin_table *table, const struct kin_count *count,
    bool by_time)
{
	kin_table_total(table);
	if (by_time)
		kin_table_missing(table);
	kin_report_place_blank(self->context, table);
	kin_table_number(table, kin_count_total(count, GOODBYES));
	add_spans(self, table, self->spans, self->span_count);
	kin_table_number(table, kin_count_total(count, RETURNED));
	if (!by_time)
		kin_table_number(table, kin_count_total(count, LIVING));
}

static void
add_table(struct goodbyes *self, struct kin_table *table, bool by_time)
{
	struct kin_count *count = count_all(self, by_time);
	uint32_t rows = kin_count_groups(count), *order = kin_calloc(rows, sizeof(*order));

	add_columns(self, table, by_time);
	kin_count_order(count, -1, order);
	for (uint32_t i = 0; i < rows; i++) {
		struct kin_str text;

		if (by_time) {
			kin_count_text(count, order[i], 0, &text);
			kin_table_text(table, text);
		}
		kin_count_text(count, order[i], 1, &text);
		kin_report_place_cells(self->context, table, text);
		add_row(self, table, count, order[i]);
		if (!by_time)
			kin_table_number(table, kin_count_get(count, order[i], LIVING));
	}
	add_total(self, table, count, by_time);
	kin_free(order);
	kin_count_free(count);
}

static void
add_reasons(struct goodbyes *self, struct kin_table *table)
{
	struct kin_count *count = kin_count_new(1, 1);
	uint32_t *order;

	for (size_t i = 0; i < self->farewells.count; i++) {
		struct kin_str reason = kin_map_key(self->farewells.words,
		    self->farewells.list[i].reason);
		uint32_t value = reason.len ? kin_count_value(count, 0, reason) : KIN_COUNT_MISSING;

		if (self->farewells.list[i].said)
			kin_count_add(count, kin_count_group(count, &value), 0, 1);
	}
	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("reason"), KIN_STR("Reason"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("goodbyes"), KIN_STR("Goodbyes"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
	kin_table_share_of(table, "goodbyes", NULL);
	order = kin_calloc(kin_count_groups(count), sizeof(*order));
	kin_count_order(count, 0, order);
	for (uint32_t i = 0; i < kin_count_groups(count); i++) {
		int64_t n = kin_count_get(count, order[i], 0);
		struct kin_str reason;

		kin_count_text(count, order[i], 0, &reason);
		kin_table_text(table, reason);
		kin_table_number(table, n);
		kin_table_share(table, n, kin_count_total(count, 0));
	}
	kin_table_note(table, "Share of all goodbyes.");
	kin_free(order);
	kin_count_free(count);
}

static void
add_wards(struct goodbyes *self, struct kin_table *table)
{
	static const struct kin_report_measure measures[] = {
		{ "goodbyes", "Goodbyes" }, { "returned", "Back within 12 months" }
	};
	struct kin_count *count = kin_count_new(1, MEASURES);

	kin_report_homes_settle(&self->homes, &self->farewells.people);
	for (size_t i = 0; i < self->farewells.count; i++) {
		const struct kin_report_farewell *farewell = &self->farewells.list[i];
		struct kin_str ward = kin_report_homes_ward(&self->homes, farewell->who);
		uint32_t value = ward.len ? kin_count_value(count, 0, ward) : KIN_COUNT_MISSING;

		if (!farewell->said)
			continue;
		value = kin_count_group(count, &value);
		kin_count_add(count, value, GOODBYES, 1);
		if (farewell->day != KIN_BUCKET_NO_DAY &&
		    kin_report_farewell_came_back(&self->farewells, farewell))
			kin_count_add(count, value, RETURNED, 1);
	}
	kin_report_wards_table(self->context, count, measures, 2, table);
	kin_count_free(count);
}

/* Goodbyes said less than twelve months ago: residents may still come back. */
static long long
count_early(const struct goodbyes *self)
{
	long long early = 0;

	for (size_t i = 0; i < self->farewells.count; i++) {
		const struct kin_report_farewell *farewell = &self->farewells.list[i];

		early += farewell->said && farewell->day != KIN_BUCKET_NO_DAY &&
		    kin_bucket_months_later(farewell->day, 12) >= self->context->as_of;
	}
	return early;
}

static void
goodbyes_finish(void *ctx, struct kin_tables *tables)
{
	struct goodbyes *self = ctx;
	struct kin_table *table = kin_tables_add(tables, "goodbyes", "Goodbyes");
	long long early;

	kin_report_farewells_settle(&self->farewells);
	self->days = kin_resize(self->days, self->farewells.count, sizeof(*self->days));
	early = count_early(self);
	add_table(self, table, true);
	kin_table_note(table, "Days: how long a relationship lasted, where a link says since when.");
	if (early > 0)
		kin_table_figures(table, "%lld were said less than 12 months ago: residents may still "
		    "come back.", early);
	add_table(self, kin_tables_add(tables, "teams", "Relationships of each hub"), false);
	add_reasons(self, kin_tables_add(tables, "reasons", "Why goodbye was said"));
	if (kin_report_wants_wards(self->context))
		add_wards(self, kin_tables_add(tables, "wards", "Goodbyes, by where residents live"));
}

const struct kin_report_kind kin_report_goodbyes = {
	"goodbyes", KIN_REPORT_EVERY | KIN_REPORT_NAMES | KIN_REPORT_HIDES | KIN_REPORT_POPULATION |
	    KIN_REPORT_WARDS,
	goodbyes_new, goodbyes_push, goodbyes_finish, goodbyes_free
};
