/* report timeliness: from asking to a call, to help, to goodbye; and who still waits. */
#include "report_acts.h"

#include <stdlib.h>

#include "kin/tally/bucket.h"
#include "kin/tally/rate.h"

enum { CALL, HELP, GOODBYE, STAGES };
enum { ASKED, WAITING, WAITED_MOST = WAITING + STAGES, MEASURES = WAITED_MOST + STAGES };

/* How long one resident took to one stage. */
struct took {
	uint32_t	row;
	int32_t		days;
};

struct timeliness {
	struct kin_report_acts	 acts;
	struct kin_count	*count;		/* by team */
	struct took		*took[STAGES];
	size_t			 took_count[STAGES], took_cap[STAGES];
	int32_t			*days;
};

/* One time of asking, up to its goodbye. */
struct journey {
	int32_t		day, reached[STAGES];
	uint32_t	team;
	bool		open;
};

static void *
timeliness_new(const struct kin_report_context *context, struct kin_err *err)
{
	struct timeliness *self = kin_calloc(1, sizeof(*self));

	(void)err;
	kin_report_acts_init(&self->acts, context);
	self->count = kin_count_new(1, MEASURES);
	return self;
}

static void
timeliness_free(void *ctx)
{
	struct timeliness *self = ctx;

	kin_report_acts_fini(&self->acts);
	kin_count_free(self->count);
	for (int stage = 0; stage < STAGES; stage++)
		kin_free(self->took[stage]);
	kin_free(self->days);
	kin_free(self);
}

/* Who was helped without a call waits for none. */
static void
end_journey(struct timeliness *self, struct journey *journey)
{
	uint32_t row;
	int32_t waited = self->acts.context->as_of - journey->day;
	bool reached = false;

	if (!journey->open)
		return;
	journey->open = false;
	row = kin_report_acts_team(&self->acts, self->count, journey->team);
	kin_count_add(self->count, row, ASKED, 1);
	for (int stage = STAGES - 1; stage >= 0; stage--) {
		if (journey->reached[stage] != KIN_BUCKET_NO_DAY) {
			reached = true;
			self->took[stage] = kin_grow(self->took[stage], self->took_count[stage],
			    &self->took_cap[stage], sizeof(*self->took[stage]));
			self->took[stage][self->took_count[stage]++] = (struct took){
				row, journey->reached[stage] - journey->day
			};
		} else if (!reached) {
			kin_count_add(self->count, row, WAITING + (size_t)stage, 1);
			kin_count_most(self->count, row, WAITED_MOST + (size_t)stage, waited);
		}
	}
}

static int
stage_of(const struct kin_report_act *act)
{
	switch (act->deed) {
	case KIN_REPORT_CALL:
		return CALL;
	case KIN_REPORT_HELPED:
		return HELP;
	case KIN_REPORT_GOODBYE:
		return GOODBYE;
	default:
		return STAGES;
	}
}

static bool
is_asking(const struct kin_report_act *act)
{
	return act->deed == KIN_REPORT_ASKS || act->deed == KIN_REPORT_CONTACT ||
	    act->deed == KIN_REPORT_BACK;
}

static void
walk(struct timeliness *self, const struct kin_report_act *acts, size_t count)
{
	struct journey journey = { .open = false };

	for (size_t i = 0; i < count; i++) {
		int stage = stage_of(&acts[i]);

		if (is_asking(&acts[i]) && !journey.open)
			journey = (struct journey){ acts[i].day, { KIN_BUCKET_NO_DAY, KIN_BUCKET_NO_DAY,
			    KIN_BUCKET_NO_DAY }, 0, true };
		if (!journey.open)
			continue;
		if (journey.team == 0)
			journey.team = acts[i].team;
		if (stage < STAGES && journey.reached[stage] == KIN_BUCKET_NO_DAY)
			journey.reached[stage] = acts[i].day;
		if (stage == GOODBYE)
			end_journey(self, &journey);
	}
	end_journey(self, &journey);
}

static int
by_row(const void *a, const void *b)
{
	const struct took *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->days > y->days) - (x->days < y->days);
}

/* How many of that row (UINT32_MAX: of all) reached the stage; their days are put into self->days. */
static size_t
days_of(struct timeliness *self, int stage, uint32_t row)
{
	size_t count = 0;

	for (size_t i = 0; i < self->took_count[stage]; i++) {
		if (row == UINT32_MAX || self->took[stage][i].row == row)
			self->days[count++] = self->took[stage][i].days;
	}
	return count;
}

static void
add_cells(struct timeliness *self, struct kin_table *table, int stage, uint32_t row)
{
	size_t count = days_of(self, stage, row), waiting = WAITING + (size_t)stage;
	bool all = row == UINT32_MAX;
	int64_t still = all ? kin_count_total(self->count, waiting) :
	    kin_count_get(self->count, row, waiting);
	int64_t most = all ? kin_count_total(self->count, waiting + STAGES) :
	    kin_count_get(self->count, row, waiting + STAGES);

	kin_table_number(table, (int64_t)count);
	kin_table_number_of(table, count ? kin_rate_rank(self->days, count, 50) : 0, count);
	kin_table_number_of(table, count ? kin_rate_rank(self->days, count, 90) : 0, count);
	kin_table_number(table, still);
	kin_table_number_of(table, most, (size_t)still);
}

static void
add_columns(struct timeliness *self, struct kin_table *table)
{
	static const char *const blocks[STAGES] = { NULL, "From asking to help",
	    "From asking to goodbye" };
	static const char *const names[STAGES] = { "call", "help", "goodbye" };
	static const char *const titles[STAGES] = { "Called", "Helped", "Goodbye said" };
	static const struct { const char *name, *title; int base; } columns[] = {
		{ "", NULL, 0 }, { "_median_days", "Median days", 1 },
		{ "_90th_days", "9 in 10 within days", 2 }, { "_waiting", "Still waiting", 0 },
		{ "_longest_wait_days", "Longest so far, days", 1 }
	};
	struct kin_buf name = { 0 };

	kin_report_place_columns(self->acts.context, table);
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("asked"), KIN_STR("Asked"));
	for (int stage = 0; stage < STAGES; stage++) {
		if (blocks[stage] != NULL)
			kin_table_block(table, blocks[stage]);
		for (size_t c = 0; c < sizeof(columns) / sizeof(columns[0]); c++) {
			kin_buf_clear(&name);
			kin_buf_puts(&name, names[stage]);
			kin_buf_puts(&name, columns[c].name);
			kin_table_column(table, KIN_COLUMN_WHOLE, kin_buf_str(&name),
			    kin_str_of(columns[c].title ? columns[c].title : titles[stage]));
			if (columns[c].base > 0)
				table->columns[table->column_count - 1].base =
				    table->column_count - (size_t)columns[c].base;
		}
	}
	kin_buf_fini(&name);
}

static void
add_row(struct timeliness *self, struct kin_table *table, uint32_t row)
{
	kin_table_number(table, row == UINT32_MAX ? kin_count_total(self->count, ASKED) :
	    kin_count_get(self->count, row, ASKED));
	for (int stage = 0; stage < STAGES; stage++)
		add_cells(self, table, stage, row);
}

static void
timeliness_finish(void *ctx, struct kin_tables *tables)
{
	struct timeliness *self = ctx;
	struct kin_table *table = kin_tables_add(tables, "timeliness", "From asking to a call");
	const struct kin_report_act *acts;
	struct kin_str id;
	uint32_t *order;
	size_t count;

	kin_report_acts_settle(&self->acts);
	while ((count = kin_report_acts_next(&self->acts, &acts)) > 0)
		walk(self, acts, count);
	self->days = kin_calloc(self->acts.count + 1, sizeof(*self->days));
	for (int stage = 0; stage < STAGES; stage++) {
		if (self->took_count[stage] > 1)
			qsort(self->took[stage], self->took_count[stage], sizeof(struct took), by_row);
	}
	add_columns(self, table);
	order = kin_calloc(kin_count_groups(self->count), sizeof(*order));
	kin_count_order(self->count, -1, order);
	for (uint32_t i = 0; i < kin_count_groups(self->count); i++) {
		kin_count_text(self->count, order[i], 0, &id);
		kin_report_place_cells(self->acts.context, table, id);
		add_row(self, table, order[i]);
	}
	kin_table_total(table);
	kin_report_place_blank(self->acts.context, table);
	add_row(self, table, UINT32_MAX);
	kin_table_note(table, "A resident who asks again before goodbye is counted once.  Who was helped "
	    "without a call does not wait for one.  Days from the day of asking; the same day is 0.");
	kin_free(order);
}

const struct kin_report_kind kin_report_timeliness = {
	"timeliness", KIN_REPORT_NAMES,
	timeliness_new, kin_report_acts_push, timeliness_finish, timeliness_free
};
