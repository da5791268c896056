/* report grid: needs by age and outcome, five by five and what is not said; sums tie. */
#include "report_kind.h"

#include "kin/field/age.h"
#include "kin/field/day.h"
#include "kin/tally/bucket.h"

enum { BANDS = 5, AGES = BANDS + 2, OUTCOMES = 5, COLUMNS = OUTCOMES + 1 };

static const struct { int from, to; const char *name; } bands[BANDS] = {
	{ 0, 4, "0-4" }, { 5, 10, "5-10" }, { 11, 13, "11-13" }, { 14, 15, "14-15" },
	{ 16, 25, "16-25" }
};

static const struct { const char *word, *name, *title; } outcomes[COLUMNS] = {
	{ "be-healthy", "be_healthy", "Be healthy" },
	{ "stay-safe", "stay_safe", "Stay safe" },
	{ "enjoy-achieve", "enjoy_achieve", "Enjoy and achieve" },
	{ "contribute", "contribute", "Make a positive contribution" },
	{ "economic-wellbeing", "economic_wellbeing", "Achieve economic well-being" },
	{ "", "not_said", "not said" }
};

struct grid {
	const struct kin_report_context	*context;
	int64_t				 cells[AGES][COLUMNS];
	int64_t				 unknown;	/* outcomes that are none of the five */
};

static void *
grid_new(const struct kin_report_context *context, struct kin_err *err)
{
	struct grid *self = kin_calloc(1, sizeof(*self));

	(void)err;
	self->context = context;
	return self;
}

static void
grid_free(void *self)
{
	kin_free(self);
}

/* Whole years on a day; who was born on 29 February is a year older on 1 March. */
static int
years(int32_t born, int32_t day)
{
	struct kin_date from = kin_day_date(born), to = kin_day_date(day);

	return to.year - from.year - (to.month < from.month ||
	    (to.month == from.month && to.day < from.day));
}

static int
band_of(int age)
{
	int row = 0;

	while (row < BANDS && age > bands[row].to)
		row++;
	return row;
}

/* The row: a band, older, or not known, as where an age said leaves two bands open. */
static int
row_of(const struct grid *self, struct kin_rec *rec)
{
	int32_t born = kin_report_day(rec, KIN_FIELD_BIRTH_DATE);
	int32_t day = kin_report_day(rec, KIN_FIELD_RECEIVED), at = kin_report_day(rec, KIN_FIELD_AGE_AT);
	struct kin_age age;
	int least, most;

	day = day == KIN_BUCKET_NO_DAY ? self->context->as_of : day;
	if (born != KIN_BUCKET_NO_DAY && born <= day)
		return band_of(years(born, day));
	if (!kin_age_read(kin_rec_text(rec, KIN_FIELD_AGE), &age))
		return AGES - 1;
	kin_age_years(&age, kin_day_date(at == KIN_BUCKET_NO_DAY ? day : at), day, &least, &most);
	return band_of(least) == band_of(most) ? band_of(least) : AGES - 1;
}

static int
column_of(struct grid *self, struct kin_str word)
{
	int column = 0;

	while (column < OUTCOMES && !kin_str_is(word, kin_str_of(outcomes[column].word)))
		column++;
	self->unknown += column == OUTCOMES;
	return column;
}

static int
grid_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct grid *self = ctx;
	const struct kin_member *member;
	struct kin_str word;
	size_t at = 0, said = 0;
	int row;

	(void)err;
	if (kin_report_sort(rec) != KIN_REPORT_RESIDENT || kin_report_is_offer(rec))
		return KIN_REPORT_PASSED_OVER;
	row = row_of(self, rec);
	member = kin_rec_find(rec, KIN_STR("ecm"));
	for (; kin_rec_each(rec, member, &at, &word); said++)
		self->cells[row][column_of(self, word)]++;
	if (said == 0)
		self->cells[row][OUTCOMES]++;
	return KIN_REPORT_COUNTED;
}

static void
add_row(struct kin_table *table, const int64_t *cells, struct kin_str name)
{
	int64_t sum = 0;

	kin_table_text(table, name);
	for (int column = 0; column < COLUMNS; column++) {
		kin_table_number(table, cells[column]);
		sum += cells[column];
	}
	kin_table_number(table, sum);
}

static void
grid_finish(void *ctx, struct kin_tables *tables)
{
	struct grid *self = ctx;
	struct kin_table *table = kin_tables_add(tables, "grid", "Needs by age and outcome");
	int64_t all[COLUMNS] = { 0 };

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("age"), KIN_STR("Age"));
	for (int column = 0; column < COLUMNS; column++)
		kin_table_column(table, KIN_COLUMN_WHOLE, kin_str_of(outcomes[column].name),
		    kin_str_of(outcomes[column].title));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("needs"), KIN_STR("All"));
	kin_table_crosses(table, COLUMNS);
	for (int row = 0; row < AGES; row++) {
		add_row(table, self->cells[row], row < BANDS ? kin_str_of(bands[row].name) :
		    row == BANDS ? KIN_STR("26 and over") : kin_str(NULL, 0));
		for (int column = 0; column < COLUMNS; column++)
			all[column] += self->cells[row][column];
	}
	kin_table_total(table);
	add_row(table, all, kin_str(NULL, 0));
	kin_table_note(table, "Age on the day of asking.  A record of several outcomes counts at each.");
	if (self->unknown > 0)
		kin_table_figures(table, "Outcomes that are none of the five, under not said: %lld.",
		    (long long)self->unknown);
}

const struct kin_report_kind kin_report_grid = {
	"grid", KIN_REPORT_HIDES, grid_new, grid_push, grid_finish, grid_free
};
