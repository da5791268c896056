/* Wards of residents, and tables by ward. */
#include "report_population.h"

#include <stdlib.h>

struct kin_report_home {
	uint64_t	who;
	uint32_t	ward;
};

void
kin_report_homes_fini(struct kin_report_homes *homes)
{
	kin_map_free(homes->wards);
	kin_free(homes->list);
}

void
kin_report_homes_learn(struct kin_report_homes *homes, struct kin_rec *rec)
{
	struct kin_str ward = kin_rec_text(rec, KIN_FIELD_WARD);

	if (ward.len == 0)
		return;
	if (homes->wards == NULL)
		homes->wards = kin_map_new();
	homes->list = kin_grow(homes->list, homes->count, &homes->cap, sizeof(*homes->list));
	homes->list[homes->count++] = (struct kin_report_home){
		kin_report_who(rec), kin_map_add(homes->wards, ward, NULL)
	};
}

static int
by_who(const void *a, const void *b, void *wards)
{
	const struct kin_report_home *x = a, *y = b;

	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	return x->ward == y->ward ? 0 :
	    kin_str_cmp(kin_map_key(wards, x->ward), kin_map_key(wards, y->ward));
}

void
kin_report_homes_settle(struct kin_report_homes *homes, const struct kin_report_people *people)
{
	for (size_t i = 0; i < homes->count; i++)
		homes->list[i].who = kin_report_resolve(people, homes->list[i].who);
	if (homes->count > 1)
		qsort_r(homes->list, homes->count, sizeof(*homes->list), by_who, homes->wards);
}

struct kin_str
kin_report_homes_ward(const struct kin_report_homes *homes, uint64_t who)
{
	size_t low = 0, high = homes->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (homes->list[middle].who < who)
			low = middle + 1;
		else
			high = middle;
	}
	return low < homes->count && homes->list[low].who == who ?
	    kin_map_key(homes->wards, homes->list[low].ward) : kin_str(NULL, 0);
}

static void
add_numbers(const struct kin_report_context *context, const struct kin_count *count, size_t measures,
    uint32_t row, struct kin_str ward, struct kin_table *table)
{
	for (size_t i = 0; i < measures; i++) {
		int64_t n = row == UINT32_MAX ? kin_count_total(count, i) : kin_count_get(count, row, i);

		kin_table_number(table, n);
		if (i == 0 && context->population != NULL)
			kin_table_rate(table, n, row != UINT32_MAX && ward.len == 0 ? 0 :
			    kin_report_population_of(context->population, ward), KIN_REPORT_RATE_PER);
	}
}

bool
kin_report_wants_wards(const struct kin_report_context *context)
{
	return context->population != NULL || context->opts->wards;
}

struct kin_str
kin_report_ward_name(const struct kin_report_context *context, struct kin_str ward)
{
	struct kin_str name = { NULL, 0 };

	if (context->population != NULL)
		name = kin_report_population_name(context->population, ward);
	if (name.len == 0 && context->atlas != NULL)
		name = kin_atlas_name(context->atlas, ward);
	return name;
}

void
kin_report_wards_table(const struct kin_report_context *context,
    const struct kin_count *count, const struct kin_report_measure *measures, size_t measure_count,
    struct kin_table *table)
{
	uint32_t rows = kin_count_groups(count), *order = kin_calloc(rows, sizeof(*order));
	struct kin_str ward;

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("ward"), KIN_STR("Ward"));
	kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("name"), KIN_STR("Name"));
	for (size_t i = 0; i < measure_count; i++) {
		kin_table_column(table, KIN_COLUMN_WHOLE, kin_str_of(measures[i].name),
		    kin_str_of(measures[i].title));
		if (i == 0 && context->population != NULL)
			kin_report_population_column(table, measures[i].name);
		if (i > 0)
			kin_table_within(table, measures[i].name, measures[0].name);
	}
	kin_count_order(count, -1, order);
	for (uint32_t i = 0; i < rows; i++) {
		kin_count_text(count, order[i], 0, &ward);
		kin_table_text(table, ward);
		kin_table_text(table, kin_report_ward_name(context, ward));
		add_numbers(context, count, measure_count, order[i], ward, table);
	}
	kin_table_total(table);
	kin_table_missing(table);
	kin_table_missing(table);
	add_numbers(context, count, measure_count, UINT32_MAX, kin_str(NULL, 0), table);
	if (context->population != NULL)
		kin_report_population_note(context->population, table);
	kin_free(order);
}
