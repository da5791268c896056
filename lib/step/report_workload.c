/* report workload: whom each hub and door is helping, and what was asked for. */
#include "report_kind.h"

#include "report_cross.h"
#include "kin/tally/count.h"

enum { RESIDENTS, REQUESTS, URGENT, KNOWN, DATED, LONGEST, MEASURES };

struct workload {
	const struct kin_report_context	*context;
	struct kin_count		*places;	/* by rank and id */
	struct kin_report_cross		*needs, *beside;
	int64_t				 waiting, not_routed, undated, offers;
};

static void *
workload_new(const struct kin_report_context *context, struct kin_err *err)
{
	struct workload *self = kin_calloc(1, sizeof(*self));

	(void)err;
	self->context = context;
	self->places = kin_count_new(2, MEASURES);
	self->needs = kin_report_cross_new(self->places);
	self->beside = kin_report_cross_new(self->places);
	return self;
}

static void
workload_free(void *ctx)
{
	struct workload *self = ctx;

	kin_report_cross_free(self->needs);
	kin_report_cross_free(self->beside);
	kin_count_free(self->places);
	kin_free(self);
}

static void
count_needs(struct workload *self, struct kin_rec *rec, uint32_t row, uint64_t who)
{
	const struct kin_member *needs = kin_rec_member(rec, KIN_FIELD_NEEDS);
	struct kin_str need;
	size_t at = 0, said = 0;

	for (; kin_rec_each(rec, needs, &at, &need); said++)
		kin_report_cross_add(self->needs, row, need, who);
	if (said == 0)
		kin_report_cross_add(self->needs, row, kin_str(NULL, 0), who);
}

static void
count_beside(struct workload *self, struct kin_str doors, uint32_t row, uint64_t who)
{
	struct kin_buf scratch = { 0 };
	struct kin_str door;
	size_t at = 0;

	while (doors.len > 0 && kin_json_element(doors, &at, &door)) {
		kin_buf_clear(&scratch);
		if (kin_json_type(door) == KIN_JSON_STRING)
			kin_report_cross_add(self->beside, row, kin_json_text(door, &scratch), who);
	}
	kin_buf_fini(&scratch);
}

static void
count_wait(struct workload *self, struct kin_rec *rec, uint32_t row)
{
	int32_t day = kin_report_day(rec, KIN_FIELD_RECEIVED), wait;

	if (day == KIN_BUCKET_NO_DAY) {
		self->undated++;
		return;
	}
	wait = self->context->as_of - day;
	kin_count_add(self->places, row, DATED, 1);
	kin_count_most(self->places, row, LONGEST, wait > 0 ? wait : 0);
}

static int
workload_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct workload *self = ctx;
	struct kin_report_place place;
	uint64_t who;
	uint32_t values[2], row;

	(void)err;
	if (kin_report_sort(rec) != KIN_REPORT_RESIDENT)
		return KIN_REPORT_PASSED_OVER;
	if (kin_report_is_offer(rec)) {
		self->offers++;
		return KIN_REPORT_PASSED_OVER;
	}
	who = kin_report_who(rec);
	place = kin_report_place(rec);
	values[0] = kin_count_value(self->places, 0, kin_str(&"0123"[place.rank], 1));
	values[1] = kin_count_value(self->places, 1, place.id);
	row = kin_count_group(self->places, values);
	kin_count_add(self->places, row, REQUESTS, 1);
	kin_count_once(self->places, row, RESIDENTS, who);
	if (place.urgent)
		kin_count_once(self->places, row, URGENT, who);
	if (place.known_by.len > 0)
		kin_count_once(self->places, row, KNOWN, who);
	count_needs(self, rec, row, who);
	count_beside(self, place.with, row, who);
	count_wait(self, rec, row);
	return KIN_REPORT_COUNTED;
}

static struct kin_table *
add_table(struct workload *self, struct kin_tables *tables)
{
	struct kin_buf title = { 0 };
	struct kin_table *table;

	kin_buf_puts(&title, "Who each hub is helping, ");
	kin_bucket_words(&title, self->context->as_of);
	table = kin_tables_add(tables, "workload", kin_buf_text(&title));
	kin_buf_fini(&title);
	kin_report_place_columns(self->context, table);
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("residents"), KIN_STR("Residents"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("requests"), KIN_STR("Requests"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("urgent"), KIN_STR("Urgent"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("known_to_helper"),
	    KIN_STR("Known to a helper"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("longest_wait_days"),
	    KIN_STR("Longest wait, days"));
	kin_table_of(table, "residents");
	kin_table_within(table, "residents", "requests");
	kin_table_within(table, "urgent", "residents");
	kin_table_within(table, "known_to_helper", "residents");
	kin_table_block(table, "What residents ask for");
	kin_report_cross_columns(self->needs, table, "need");
	if (kin_report_cross_any(self->beside))
		kin_table_block(table, "Residents whom a further door helps beside the hub");
	kin_report_cross_columns(self->beside, table, "beside");
	return table;
}

static void
add_numbers(struct workload *self, struct kin_table *table, const int64_t *numbers, uint32_t row)
{
	for (size_t measure = RESIDENTS; measure <= KNOWN; measure++)
		kin_table_number(table, numbers[measure]);
	kin_table_number_of(table, numbers[LONGEST], (size_t)numbers[DATED]);
	kin_report_cross_cells(self->needs, table, row);
	kin_report_cross_cells(self->beside, table, row);
}

static void
add_row(struct workload *self, struct kin_table *table, uint32_t row)
{
	int64_t numbers[MEASURES];
	struct kin_str rank, id;

	kin_count_text(self->places, row, 0, &rank);
	kin_count_text(self->places, row, 1, &id);
	for (size_t measure = 0; measure < MEASURES; measure++)
		numbers[measure] = kin_count_get(self->places, row, measure);
	if (rank.p[0] == '0' + KIN_REPORT_FRONT_DOOR)
		self->waiting = numbers[REQUESTS];
	if (rank.p[0] == '0' + KIN_REPORT_NOT_ROUTED)
		self->not_routed = numbers[REQUESTS];
	kin_report_place_cells(self->context, table, id);
	add_numbers(self, table, numbers, row);
}

static void
add_total(struct workload *self, struct kin_table *table)
{
	int64_t numbers[MEASURES];

	for (size_t measure = 0; measure < MEASURES; measure++)
		numbers[measure] = kin_count_total(self->places, measure);
	kin_table_total(table);
	kin_report_place_blank(self->context, table);
	add_numbers(self, table, numbers, KIN_REPORT_CROSS_TOTAL);
}

/* How the sums tie, and what is not in them. */
static void
add_notes(const struct workload *self, struct kin_table *table, int64_t in_rows)
{
	long long requests = kin_count_total(self->places, REQUESTS);
	long long residents = kin_count_total(self->places, RESIDENTS);
	long long passed_on = requests - self->waiting - self->not_routed;

	kin_table_figures(table, "%lld requests: %lld passed on, %lld waiting at the front door%s.",
	    requests, passed_on, (long long)self->waiting,
	    self->not_routed > 0 ? ", the rest not routed" : "");
	if (in_rows != residents)
		kin_table_figures(table, "Residents who stand in several rows are counted once in the "
		    "total: %lld in rows, %lld in all.", (long long)in_rows, residents);
	if (self->undated > 0)
		kin_table_figures(table, "Without a date of asking, so not in the longest wait: %lld.",
		    (long long)self->undated);
	if (self->offers > 0)
		kin_table_figures(table, "Offers of help, not counted here: %lld.",
		    (long long)self->offers);
}

static void
workload_finish(void *ctx, struct kin_tables *tables)
{
	struct workload *self = ctx;
	struct kin_table *table = add_table(self, tables);
	uint32_t rows = kin_count_groups(self->places), *order = kin_calloc(rows, sizeof(*order));
	int64_t in_rows = 0;

	kin_count_order(self->places, -1, order);
	for (uint32_t i = 0; i < rows; i++) {
		add_row(self, table, order[i]);
		in_rows += kin_count_get(self->places, order[i], RESIDENTS);
	}
	add_total(self, table);
	add_notes(self, table, in_rows);
	kin_free(order);
}

const struct kin_report_kind kin_report_workload = {
	"workload", KIN_REPORT_NAMES | KIN_REPORT_HIDES | KIN_REPORT_STOPS,
	workload_new, workload_push, workload_finish, workload_free
};
