/* report referrals: who was passed on, where and when; each further hand-on is a cost. */
#include "report_population.h"

#include <stdlib.h>

enum { PASSED_ON, HANDED_ON, WAITING, MEASURES };
enum { MEMO = 256 };			/* times and places whose row is remembered */
enum { MOST_TIMES = 3 };		/* "3 or more" is the last row of how often */

struct passing {
	uint64_t	who;
	int32_t		day;		/* KIN_BUCKET_NO_DAY comes first */
	uint32_t	to;		/* in places */
	bool		is_event;
};

struct memo {
	int32_t		day;
	uint32_t	to, row;	/* row + 1; 0 = none yet */
};

struct referrals {
	const struct kin_report_context	*context;
	struct kin_report_people	 people;
	struct kin_map			*places;
	enum kin_report_rank		*ranks;		/* of each place */
	size_t				 rank_cap;
	struct passing			*list;
	size_t				 count, cap;
	struct kin_count		*table;		/* by time, rank and place */
	struct memo			 memo[MEMO];
	struct kin_report_homes		 homes;
	struct kin_count		*wards;
	int64_t				 residents, times[MOST_TIMES + 1], hand_ons, waiting;
};

static void *
referrals_new(const struct kin_report_context *context, struct kin_err *err)
{
	struct referrals *self = kin_calloc(1, sizeof(*self));

	(void)err;
	self->context = context;
	self->places = kin_map_new();
	self->table = kin_count_new(3, MEASURES);
	self->wards = kin_count_new(1, MEASURES);
	return self;
}

static void
referrals_free(void *ctx)
{
	struct referrals *self = ctx;

	kin_map_free(self->places);
	kin_count_free(self->table);
	kin_count_free(self->wards);
	kin_report_homes_fini(&self->homes);
	kin_free(self->people.list);
	kin_free(self->ranks);
	kin_free(self->list);
	kin_free(self);
}

/* A place's rank is what a record says of it; an event knows only its name. */
static uint32_t
place_number(struct referrals *self, struct kin_report_place place, bool is_event)
{
	bool is_new;
	uint32_t number = kin_map_add(self->places, place.id, &is_new);

	if (is_new) {
		self->ranks = kin_grow(self->ranks, number, &self->rank_cap, sizeof(*self->ranks));
		self->ranks[number] = place.rank;
	}
	if (!is_event)
		self->ranks[number] = place.rank;
	return number;
}

static void
add(struct referrals *self, struct kin_rec *rec, struct kin_report_place place, int32_t day,
    bool is_event)
{
	uint32_t to = place_number(self, place, is_event);

	self->list = kin_grow(self->list, self->count, &self->cap, sizeof(*self->list));
	self->list[self->count++] = (struct passing){
		.who = kin_report_who(rec), .day = day, .to = to, .is_event = is_event
	};
}

static int
push_event(struct referrals *self, struct kin_rec *rec)
{
	struct kin_str team = kin_rec_text(rec, KIN_FIELD_TEAM);

	if (!kin_str_is(kin_rec_text(rec, KIN_FIELD_EVENT), KIN_STR("passed_on")))
		return KIN_REPORT_PASSED_OVER;
	if (team.len == 0)
		team = KIN_STR("(not said)");
	add(self, rec, kin_report_named_place(self->context, team), kin_report_day(rec, KIN_FIELD_AT), true);
	return KIN_REPORT_COUNTED;
}

static int
referrals_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct referrals *self = ctx;
	enum kin_report_sort sort = kin_report_sort(rec);

	(void)err;
	if (sort == KIN_REPORT_EVENT)
		return push_event(self, rec);
	if (sort != KIN_REPORT_RESIDENT || kin_report_is_offer(rec) ||
	    !kin_rec_has(rec, KIN_FIELD_TO))
		return KIN_REPORT_PASSED_OVER;
	kin_report_learn(&self->people, rec);
	if (kin_report_wants_wards(self->context))
		kin_report_homes_learn(&self->homes, rec);
	add(self, rec, kin_report_place(rec), kin_report_day(rec, KIN_FIELD_RECEIVED), false);
	return KIN_REPORT_COUNTED;
}

/* By resident, then in the order in which they were passed on. */
static int
by_time(const void *a, const void *b, void *arg)
{
	const struct referrals *self = arg;
	const struct passing *x = a, *y = b;

	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if (x->is_event != y->is_event)
		return x->is_event - y->is_event;
	return kin_count_cmp(kin_map_key(self->places, x->to), kin_map_key(self->places, y->to));
}

static uint32_t
find_row(struct referrals *self, const struct passing *passing)
{
	struct kin_buf label = { 0 };
	enum kin_bucket every = self->context->opts->every;
	uint32_t values[3];

	if (passing->day != KIN_BUCKET_NO_DAY)
		kin_bucket_label(&label, every == KIN_BUCKET_NONE ? KIN_BUCKET_WEEK : every,
		    passing->day);
	values[0] = label.len == 0 ? KIN_COUNT_MISSING :
	    kin_count_value(self->table, 0, kin_buf_str(&label));
	values[1] = kin_count_value(self->table, 1, kin_str(&"0123"[self->ranks[passing->to]], 1));
	values[2] = kin_count_value(self->table, 2, kin_map_key(self->places, passing->to));
	kin_buf_fini(&label);
	return kin_count_group(self->table, values);
}

static uint32_t
row_of(struct referrals *self, const struct passing *passing)
{
	struct memo *memo = &self->memo[((uint32_t)passing->day + passing->to * 37) % MEMO];

	if (memo->row == 0 || memo->day != passing->day || memo->to != passing->to)
		*memo = (struct memo){ passing->day, passing->to, find_row(self, passing) + 1 };
	return memo->row - 1;
}

static void
count_one(struct referrals *self, const struct passing *passing, size_t measure)
{
	uint32_t value;
	struct kin_str ward;

	kin_count_add(self->table, row_of(self, passing), measure, 1);
	if (!kin_report_wants_wards(self->context))
		return;
	ward = kin_report_homes_ward(&self->homes, passing->who);
	value = ward.len == 0 ? KIN_COUNT_MISSING : kin_count_value(self->wards, 0, ward);
	kin_count_add(self->wards, kin_count_group(self->wards, &value), measure, 1);
}

/*
 * The passings of one resident, in order.  The same place again is no hand-on;
 * another place is one, but for two requests of one day that went two ways.
 */
static void
count_resident(struct referrals *self, const struct passing *list, size_t count)
{
	const struct passing *last = NULL, *waits = NULL;
	int64_t further = 0;

	for (size_t i = 0; i < count; i++) {
		const struct passing *now = &list[i];
		bool same_day = last != NULL && !now->is_event && now->day == last->day;

		if (self->ranks[now->to] == KIN_REPORT_FRONT_DOOR) {
			waits = waits ? waits : now;
			continue;
		}
		if (last != NULL && last->to == now->to)
			continue;
		count_one(self, now, PASSED_ON);
		if (last != NULL && !same_day) {
			count_one(self, now, HANDED_ON);
			further++;
		}
		last = now;
	}
	self->hand_ons += further;
	if (last != NULL) {
		self->residents++;
		self->times[further < MOST_TIMES ? further : MOST_TIMES]++;
	} else if (waits != NULL) {
		self->waiting++;
		count_one(self, waits, WAITING);
	}
}

static void
count_all(struct referrals *self)
{
	size_t from = 0;

	kin_report_settle(&self->people);
	kin_report_homes_settle(&self->homes, &self->people);
	for (size_t i = 0; i < self->count; i++)
		self->list[i].who = kin_report_resolve(&self->people, self->list[i].who);
	if (self->count > 1)
		qsort_r(self->list, self->count, sizeof(*self->list), by_time, self);
	for (size_t i = 1; i <= self->count; i++) {
		if (i < self->count && self->list[i].who == self->list[from].who)
			continue;
		count_resident(self, self->list + from, i - from);
		from = i;
	}
}

static void
add_rows(struct referrals *self, struct kin_table *table)
{
	uint32_t rows = kin_count_groups(self->table), *order = kin_calloc(rows, sizeof(*order));

	kin_count_order(self->table, -1, order);
	for (uint32_t i = 0; i < rows; i++) {
		struct kin_str time, to;

		kin_count_text(self->table, order[i], 0, &time);
		kin_count_text(self->table, order[i], 2, &to);
		kin_table_text(table, time);
		kin_report_place_cells(self->context, table, to);
		for (size_t measure = 0; measure < MEASURES; measure++)
			kin_table_number(table, kin_count_get(self->table, order[i], measure));
	}
	kin_table_total(table);
	kin_table_missing(table);
	kin_report_place_blank(self->context, table);
	for (size_t measure = 0; measure < MEASURES; measure++)
		kin_table_number(table, kin_count_total(self->table, measure));
	kin_free(order);
}

static void
add_times(struct referrals *self, struct kin_tables *tables)
{
	static const char *const names[] = { "not again", "once", "twice", "three times or more" };
	struct kin_table *table = kin_tables_add(tables, "hand_ons",
	    "How often residents were handed on again");

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("handed_on"), KIN_STR("Handed on"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("residents"), KIN_STR("Residents"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
	kin_table_share_of(table, "residents", NULL);
	for (size_t i = 0; i <= MOST_TIMES; i++) {
		kin_table_text(table, kin_str_of(names[i]));
		kin_table_number(table, self->times[i]);
		kin_table_share(table, self->times[i], self->residents);
	}
	kin_table_figures(table, "Share of the %lld residents who were passed on.  The first passing on "
	    "is the design; %lld further hand-ons are the cost.", (long long)self->residents,
	    (long long)self->hand_ons);
}

static const struct kin_report_measure by_ward[] = {
	{ "passed_on", "Passed on" }, { "handed_on", "of these, handed on again" }
};

static void
referrals_finish(void *ctx, struct kin_tables *tables)
{
	struct referrals *self = ctx;
	struct kin_table *table = kin_tables_add(tables, "referrals", "Residents passed on");

	count_all(self);
	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("time"), KIN_STR("Time"));
	kin_report_place_columns(self->context, table);
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("passed_on"), KIN_STR("Passed on"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("handed_on"),
	    KIN_STR("of these, handed on again"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("waiting"),
	    KIN_STR("Waiting at the front door"));
	kin_table_within(table, "handed_on", "passed_on");
	add_rows(self, table);
	kin_table_note(table, "A resident is counted once at each place they were passed on to, at the "
	    "time of it.");
	add_times(self, tables);
	if (kin_report_wants_wards(self->context))
		kin_report_wards_table(self->context, self->wards, by_ward, HANDED_ON + 1,
		    kin_tables_add(tables, "wards", "Residents passed on, by where they live"));
}

const struct kin_report_kind kin_report_referrals = {
	"referrals", KIN_REPORT_EVERY | KIN_REPORT_NAMES | KIN_REPORT_HIDES | KIN_REPORT_POPULATION |
	    KIN_REPORT_WARDS,
	referrals_new, referrals_push, referrals_finish, referrals_free
};
