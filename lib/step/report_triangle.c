/* report triangle: who needs how much, where help goes, and whether it begins earlier. */
#include "report_kind.h"

#include <stdlib.h>

#include "kin/tally/bucket.h"
#include "kin/tally/count.h"

enum { LEVELS = 4, LOWER = 2, NOT_SAID = 0, COLUMNS = LEVELS + 1 };	/* levels 1 to 4; 0 is none said */
enum { TIME_AT = 11, TIME_LEN = 16 };					/* 2020-04-06T09:12 */

enum deed { ASKS, STEP, HELP, OTHER, GOODBYE };		/* in the order in which those of one minute happen */

struct act {
	uint64_t	who;
	int32_t		day;		/* KIN_BUCKET_NO_DAY comes first */
	uint16_t	minute;		/* of the day + 1; 0 = not known */
	uint8_t		deed, level;
};

struct triangle {
	const struct kin_report_context	*context;
	struct kin_report_people	 people;
	struct act			*list;
	size_t				 count, cap;
	struct kin_count		*helped, *begun;	/* by time; a measure a level */
	int64_t				 residents[COLUMNS], times[COLUMNS];
	int64_t				 apart, unknown;	/* residents after a goodbye; levels that are none */
};

static void *
triangle_new(const struct kin_report_context *context, struct kin_err *err)
{
	struct triangle *self = kin_calloc(1, sizeof(*self));

	(void)err;
	self->context = context;
	self->helped = kin_count_new(1, COLUMNS);
	self->begun = kin_count_new(1, COLUMNS);
	return self;
}

static void
triangle_free(void *ctx)
{
	struct triangle *self = ctx;

	kin_count_free(self->helped);
	kin_count_free(self->begun);
	kin_free(self->people.list);
	kin_free(self->list);
	kin_free(self);
}

static uint8_t
level_of(struct triangle *self, struct kin_rec *rec)
{
	struct kin_str level = kin_rec_text(rec, KIN_FIELD_LEVEL);

	if (level.len == 1 && level.p[0] >= '1' && level.p[0] <= '0' + LEVELS)
		return (uint8_t)(level.p[0] - '0');
	self->unknown += level.len > 0;
	return NOT_SAID;
}

/* "T09:12" as it sorts, without a look at what it means. */
static uint16_t
minute_of(struct kin_str time)
{
	const char *p = time.p + TIME_AT;

	if (time.len < TIME_LEN)
		return 0;
	return (uint16_t)(1 + ((p[0] - '0') * 10 + p[1] - '0') * 60 + (p[3] - '0') * 10 + p[4] - '0');
}

static enum deed
deed_of(struct kin_str event)
{
	static const struct { struct kin_str word; enum deed deed; } deeds[] = {
		{ { "call", 4 }, HELP }, { { "helped", 6 }, HELP }, { { "step_up", 7 }, STEP },
		{ { "step_down", 9 }, STEP }, { { "contact", 7 }, ASKS }, { { "return", 6 }, ASKS },
		{ { "goodbye", 7 }, GOODBYE }
	};

	for (size_t i = 0; i < sizeof(deeds) / sizeof(deeds[0]); i++) {
		if (kin_str_is(event, deeds[i].word))
			return deeds[i].deed;
	}
	return OTHER;
}

static int
triangle_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct triangle *self = ctx;
	enum kin_report_sort sort = kin_report_sort(rec);
	bool is_event = sort == KIN_REPORT_EVENT;
	struct kin_str time = kin_rec_text(rec, is_event ? KIN_FIELD_AT : KIN_FIELD_RECEIVED);
	struct act act = { .day = kin_bucket_day(time), .minute = minute_of(time) };

	(void)err;
	if (!is_event && (sort != KIN_REPORT_RESIDENT || kin_report_is_offer(rec)))
		return KIN_REPORT_PASSED_OVER;
	if (!is_event)
		kin_report_learn(&self->people, rec);
	act.deed = (uint8_t)(is_event ? deed_of(kin_rec_text(rec, KIN_FIELD_EVENT)) : ASKS);
	act.level = level_of(self, rec);
	act.who = kin_report_who(rec);
	if (act.day > self->context->as_of)		/* has not happened */
		return KIN_REPORT_PASSED_OVER;
	self->list = kin_grow(self->list, self->count, &self->cap, sizeof(*self->list));
	self->list[self->count++] = act;
	return KIN_REPORT_COUNTED;
}

static int
by_time(const void *a, const void *b)
{
	const struct act *x = a, *y = b;

	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if (x->deed != y->deed && (x->deed == GOODBYE || y->deed == GOODBYE))
		return x->deed - y->deed;		/* the last thing of a day */
	if (x->minute != y->minute)
		return x->minute - y->minute;
	return x->deed != y->deed ? x->deed - y->deed : x->level - y->level;
}

static void
count_at(struct triangle *self, struct kin_count *count, int32_t day, uint8_t level)
{
	enum kin_bucket every = self->context->opts->every;
	struct kin_buf label = { 0 };
	uint32_t value = KIN_COUNT_MISSING;

	if (day != KIN_BUCKET_NO_DAY) {
		kin_bucket_label(&label, every == KIN_BUCKET_NONE ? KIN_BUCKET_MONTH : every, day);
		value = kin_count_value(count, 0, kin_buf_str(&label));
	}
	kin_count_add(count, kin_count_group(count, &value), level, 1);
	kin_buf_fini(&label);
}

/*
 * One resident's acts in order.  A level holds until another is said, a step says
 * that it is another without saying which, or goodbye is said.
 */
static void
count_resident(struct triangle *self, const struct act *list, size_t count)
{
	uint8_t level = NOT_SAID;
	bool helped = false, apart = false;

	for (size_t i = 0; i < count; i++) {
		const struct act *act = &list[i];

		if (act->level != NOT_SAID || act->deed == STEP)
			level = act->level;
		apart = act->deed == GOODBYE;
		if (act->deed == HELP) {
			self->times[level]++;
			count_at(self, self->helped, act->day, level);
			if (!helped)
				count_at(self, self->begun, act->day, level);
		}
		helped = (helped || act->deed == HELP) && !apart;
		level = apart ? NOT_SAID : level;
	}
	if (apart)
		self->apart++;
	else
		self->residents[level]++;
}

static void
count_all(struct triangle *self)
{
	size_t from = 0;

	kin_report_settle(&self->people);
	for (size_t i = 0; i < self->count; i++)
		self->list[i].who = kin_report_resolve(&self->people, self->list[i].who);
	if (self->count > 1)
		qsort(self->list, self->count, sizeof(*self->list), by_time);
	for (size_t i = 1; i <= self->count; i++) {
		if (i < self->count && self->list[i].who == self->list[from].who)
			continue;
		count_resident(self, self->list + from, i - from);
		from = i;
	}
}

static int64_t
sum_of(const int64_t *levels)
{
	int64_t sum = 0;

	for (int level = 0; level < COLUMNS; level++)
		sum += levels[level];
	return sum;
}

static void
put_level(const struct triangle *self, struct kin_table *table, int64_t residents, int64_t times)
{
	kin_table_number(table, residents);
	kin_table_share(table, residents, sum_of(self->residents));
	if (self->context->opts->suppress != 0)
		return;
	kin_table_number(table, times);
	kin_table_share(table, times, sum_of(self->times));
}

/*
 * The most need at the top, as triangles are drawn.  The times of each level are the
 * last row of the inversion too, and two tables of one count turned round cannot be
 * hidden together: with --suppress they stand there alone.
 */
static void
add_triangle(const struct triangle *self, struct kin_table *table)
{
	static const char *const names[] = { "", "1", "2", "3", "4" };

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("level"), KIN_STR("Level"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("residents"), KIN_STR("Residents"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
	kin_table_share_of(table, "residents", NULL);
	if (self->context->opts->suppress == 0) {
		kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("helped"), KIN_STR("Times helped"));
		kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("helped_share"), KIN_STR("Share of help"));
		kin_table_share_of(table, "helped", NULL);
	}
	for (int level = LEVELS; level >= NOT_SAID; level--) {
		kin_table_text(table, kin_str_of(names[level]));
		put_level(self, table, self->residents[level], self->times[level]);
	}
	kin_table_total(table);
	kin_table_missing(table);
	put_level(self, table, sum_of(self->residents), sum_of(self->times));
	kin_table_note(table, "Each resident at the level said last; each call or help at the level of "
	    "its time.");
	if (self->apart > 0)
		kin_table_figures(table, "Goodbye was said, so at no level: %lld.",
		    (long long)self->apart);
	if (self->unknown > 0)
		kin_table_figures(table, "Levels that are none of the four, taken as not said: %lld.",
		    (long long)self->unknown);
}

static void
put_levels(struct kin_table *table, const int64_t *levels)
{
	int64_t lower = 0, said = sum_of(levels) - levels[NOT_SAID];

	for (int level = 1; level <= LEVELS; level++) {
		kin_table_number(table, levels[level]);
		lower += level <= LOWER ? levels[level] : 0;
	}
	kin_table_number(table, levels[NOT_SAID]);
	kin_table_number(table, sum_of(levels));
	kin_table_share(table, lower, said);
}

/* Times by levels, with the share of the lower ones: what grows as the triangle is inverted. */
static void
add_levels(const struct kin_count *count, struct kin_table *table, struct kin_str all)
{
	static const char *const names[] = { "not_said", "level_1", "level_2", "level_3", "level_4" };
	static const char *const titles[] = { "not said", "Level 1", "Level 2", "Level 3", "Level 4" };
	uint32_t rows = kin_count_groups(count), *order = kin_calloc(rows, sizeof(*order));
	int64_t levels[COLUMNS];
	struct kin_str time;

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("time"), KIN_STR("Time"));
	for (int level = 1; level <= COLUMNS; level++)
		kin_table_column(table, KIN_COLUMN_WHOLE, kin_str_of(names[level % COLUMNS]),
		    kin_str_of(titles[level % COLUMNS]));
	kin_table_column(table, KIN_COLUMN_WHOLE, all, KIN_STR("All"));
	kin_table_crosses(table, COLUMNS);
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("lower_share"), KIN_STR("Share at level 1 or 2"));
	kin_table_of_several(table, "level_1", "not_said");
	kin_table_draw(table);
	kin_count_order(count, -1, order);
	for (uint32_t i = 0; i < rows; i++) {
		kin_count_text(count, order[i], 0, &time);
		kin_table_text(table, time);
		for (size_t level = 0; level < COLUMNS; level++)
			levels[level] = kin_count_get(count, order[i], level);
		put_levels(table, levels);
	}
	kin_table_total(table);
	kin_table_missing(table);
	for (size_t level = 0; level < COLUMNS; level++)
		levels[level] = kin_count_total(count, level);
	put_levels(table, levels);
	kin_free(order);
}

static void
triangle_finish(void *ctx, struct kin_tables *tables)
{
	struct triangle *self = ctx;
	struct kin_table *table;

	count_all(self);
	add_triangle(self, kin_tables_add(tables, "triangle", "The triangle: residents and help by level of need"));
	table = kin_tables_add(tables, "inversion", "Its inversion: how often helped, by level");
	add_levels(self->helped, table, KIN_STR("helped"));
	kin_table_note(table, "Calls and help.  The share is of those whose level was said; it grows as "
	    "help moves to less need.");
	table = kin_tables_add(tables, "begun", "The level at which help began");
	add_levels(self->begun, table, KIN_STR("begun"));
	kin_table_note(table, "The first call or help, and the first after a goodbye.  The share grows as "
	    "help comes earlier.");
}

const struct kin_report_kind kin_report_triangle = {
	"triangle", KIN_REPORT_EVERY | KIN_REPORT_HIDES,
	triangle_new, triangle_push, triangle_finish, triangle_free
};
