/* report equalities: who asks for help, by what the law protects; what is missing is shown. */
#include "report_population.h"

#include "kin/tally/rate.h"
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

#define DIFFER		UINT32_MAX	/* a resident's records say several things in one field */
#define DIFFER_WORDS	KIN_STR("(records differ)")

/* What all records of one resident say in each field: id + 1, or DIFFER; 0: nothing. */
struct saying {
	uint32_t	values[FIELDS];
};

struct equalities {
	const struct kin_report_context	*context;
	struct kin_map			*values[FIELDS];
	struct kin_map			*sayings;	/* by the bytes of a saying */
	struct kin_whom			 residents;	/* their saying, id + 1 */
	int64_t				*counts;	/* at the end: residents of each saying */
	int64_t				 total;
};

bool
kin_report_is_equality(struct kin_str field)
{
	int i = 0;

	while (i < FIELDS && !kin_str_is(field, kin_str_of(fields[i].name)))
		i++;
	return i < FIELDS;
}

static void *
equalities_new(const struct kin_report_context *context, struct kin_err *err)
{
	struct equalities *self = kin_calloc(1, sizeof(*self));

	(void)err;
	self->context = context;
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
	kin_free(self->counts);
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

static void
count_sayings(struct equalities *self)
{
	uint32_t said;
	size_t at = 0;

	self->counts = kin_calloc(kin_map_count(self->sayings) + 1u, sizeof(*self->counts));
	while (kin_whom_next(&self->residents, &at, &said)) {
		self->counts[said - 1]++;
		self->total++;
	}
}

/*
 * One resident is counted once: at what their records say, as "several" where they
 * differ, as missing where none says it.
 */
static void
count_residents(const struct equalities *self, int field, struct kin_count *count)
{
	for (uint32_t i = 0; i < kin_map_count(self->sayings); i++) {
		uint32_t said = saying_at(self, i).values[field], value = KIN_COUNT_MISSING;

		if (self->counts[i] == 0)	/* said by nobody any more: a later record said more */
			continue;
		if (said != 0)
			value = kin_count_value(count, 0, said == DIFFER ? DIFFER_WORDS :
			    kin_map_key(self->values[field], said - 1));
		kin_count_add(count, kin_count_group(count, &value), 0, self->counts[i]);
	}
}

/* Groups of a field with their residents, and those of the population in which there is none. */
static struct kin_count *
count_field(const struct equalities *self, int field)
{
	struct kin_count *count = kin_count_new(1, 1);
	const struct kin_report_population *population = self->context->population;
	uint32_t value;

	count_residents(self, field, count);
	for (uint32_t i = 0; population != NULL && i < kin_map_count(population->keys); i++) {
		struct kin_str group = kin_map_key(population->keys, i);
		size_t name_len = strlen(fields[field].name);

		if (group.len <= name_len || group.p[name_len] != '=' ||
		    memcmp(group.p, fields[field].name, name_len) != 0)
			continue;
		value = kin_count_value(count, 0, kin_str(group.p + name_len + 1, group.len - name_len - 1));
		kin_count_group(count, &value);
	}
	return count;
}

/* --- beside the population ----------------------------------------------------- */

struct compared {
	double	people;		/* in all groups of the field; 0: the file has none */
	double	known;		/* residents in these groups */
};

static double
people_in(const struct equalities *self, int field, struct kin_str group)
{
	struct kin_buf key = { 0 };
	double people;

	if (self->context->population == NULL || group.len == 0)
		return 0;
	kin_report_population_key(kin_str_of(fields[field].name), group, &key);
	people = kin_report_population_of(self->context->population, kin_buf_str(&key));
	kin_buf_fini(&key);
	return people;
}

static struct compared
compare(const struct equalities *self, int field, const struct kin_count *count)
{
	struct compared compared = { 0, 0 };
	int64_t known = 0, step = self->context->opts->round;

	for (uint32_t i = 0; i < kin_count_groups(count); i++) {
		struct kin_str group;
		double people;

		kin_count_text(count, i, 0, &group);
		people = people_in(self, field, group);
		compared.people += people;
		known += people > 0 ? kin_count_get(count, i, 0) : 0;
	}
	if (step > 1)		/* what is shown is made of rounded counts alone */
		known = (known + step / 2) / step * step;
	compared.known = (double)known;
	return compared;
}

/* An interval and a judgement tell a count that was rounded: they are not made then. */
static bool
has_interval(const struct equalities *self)
{
	return self->context->opts->round <= 1;
}

static void
add_compared_columns(const struct equalities *self, struct kin_table *table)
{
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("population_share"), KIN_STR("Of the population"));
	kin_table_column(table, KIN_COLUMN_TENTHS, KIN_STR("per_100_expected"), KIN_STR("Per 100 expected"));
	kin_table_among(table, "residents");
	if (!has_interval(self))
		return;
	kin_table_column(table, KIN_COLUMN_TENTHS, KIN_STR("low"), KIN_STR("at least"));
	kin_table_among(table, "residents");
	kin_table_column(table, KIN_COLUMN_TENTHS, KIN_STR("high"), KIN_STR("at most"));
	kin_table_among(table, "residents");
	kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("seen"), KIN_STR("More or fewer"));
	kin_table_among(table, "residents");
}

/* A group without a population, or nobody to compare. */
static void
put_nothing(const struct equalities *self, struct kin_table *table, bool unknown)
{
	for (int i = 0; i < (has_interval(self) ? 4 : 2); i++) {
		if (unknown)
			kin_table_symbol(table, 'x');
		else
			kin_table_missing(table);
	}
	if (has_interval(self))
		kin_table_missing(table);
}

static void
put_compared(const struct equalities *self, struct kin_table *table, int64_t n, double people,
    const struct compared *all)
{
	double share = people / all->people;
	int64_t low, high;

	kin_table_share_exact(table, people, all->people);
	kin_table_rate(table, n, all->known * share, 100);
	if (!has_interval(self))
		return;
	low = kin_rate_per(kin_rate_bound((double)n, all->known, -1), share, 100);
	high = kin_rate_per(kin_rate_bound((double)n, all->known, 1), share, 100);
	kin_table_number_of(table, low, (size_t)all->known);
	kin_table_number_of(table, high, (size_t)all->known);
	kin_table_text(table, all->known <= 0 ? kin_str(NULL, 0) : low > 1000 ? KIN_STR("more") :
	    high < 1000 ? KIN_STR("fewer") : KIN_STR("not clear"));
}

/* --- tables --------------------------------------------------------------------- */

static void
add_row(const struct equalities *self, struct kin_table *table, int field, struct kin_str group, int64_t n,
    const struct compared *all)
{
	double people = people_in(self, field, group);

	kin_table_text(table, group);
	kin_table_number(table, n);
	kin_table_share(table, n, self->total);
	if (all->people > 0 && people > 0)
		put_compared(self, table, n, people, all);
	else if (all->people > 0)
		put_nothing(self, table, group.len > 0 && !kin_str_is(group, DIFFER_WORDS));
}

static void
add_table(const struct equalities *self, struct kin_table *table, int field)
{
	struct kin_count *count = count_field(self, field);
	struct compared all = compare(self, field, count);
	uint32_t groups = kin_count_groups(count), *order = kin_calloc(groups, sizeof(*order));
	struct kin_str group;

	kin_table_column(table, KIN_COLUMN_KEY, kin_str_of(fields[field].name), kin_str_of(fields[field].title));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("residents"), KIN_STR("Residents"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
	kin_table_share_of(table, "residents", NULL);
	if (all.people > 0)
		add_compared_columns(self, table);
	kin_count_order(count, -1, order);
	for (uint32_t i = 0; i < groups; i++) {
		kin_count_text(count, order[i], 0, &group);
		add_row(self, table, field, group, kin_count_get(count, order[i], 0), &all);
	}
	kin_table_total(table);
	add_row(self, table, field, kin_str(NULL, 0), self->total, &all);
	if (all.people > 0)
		kin_table_note(table, "Per 100 expected: residents for each 100 that there would be if those "
		    "who said it were as the population is; what is not said is left out of it.%s",
		    has_interval(self) ? "  At least, at most: what chance leaves open, 95 times in 100." : "");
	kin_free(order);
	kin_count_free(count);
}

static void
equalities_finish(void *ctx, struct kin_tables *tables)
{
	struct equalities *self = ctx;

	count_sayings(self);
	for (int i = 0; i < FIELDS; i++)
		add_table(self, kin_tables_add(tables, fields[i].name, fields[i].title), i);
}

const struct kin_report_kind kin_report_equalities = {
	"equalities", KIN_REPORT_HIDES | KIN_REPORT_POPULATION,
	equalities_new, equalities_push, equalities_finish, equalities_free
};
