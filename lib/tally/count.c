#include "kin/tally/count.h"

#include <assert.h>
#include <stdlib.h>

#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "met.h"

struct kin_count {
	size_t		  fields, measures;
	struct kin_map	**values;	/* one a field: id + 1 is the value's number */
	struct kin_map	 *groups;	/* by the bytes of the values' numbers; several fields only */
	uint32_t	 *group_of;	/* by the value's number; one field only */
	size_t		  group_of_count, group_of_cap;
	uint32_t	 *value_of;	/* fields for each group */
	int64_t		 *cells;	/* measures for each group */
	size_t		  count, value_cap, cell_cap;
	int64_t		 *total;
	struct met	 *met, own_met;
	uint64_t	  first_place;	/* in met, of the total's measures; the groups' follow */
	uint16_t	  sharers;
};

struct kin_count *
kin_count_new(size_t fields, size_t measures)
{
	struct kin_count *count = kin_calloc(1, sizeof(*count));

	assert(fields > 0);
	count->fields = fields;
	count->measures = measures;
	count->values = kin_calloc(fields, sizeof(struct kin_map *));
	for (size_t i = 0; i < fields; i++)
		count->values[i] = kin_map_new();
	if (fields > 1)
		count->groups = kin_map_new();
	count->total = kin_calloc(measures, sizeof(*count->total));
	count->met = &count->own_met;
	count->first_place = 1;
	return count;
}

void
kin_count_share(struct kin_count *count, struct kin_count *with)
{
	assert(with->met == &with->own_met && with->sharers < UINT16_MAX);
	count->met = with->met;
	count->first_place = (uint64_t)++with->sharers << 48 | 1;
}

void
kin_count_free(struct kin_count *count)
{
	if (count == NULL)
		return;
	for (size_t i = 0; i < count->fields; i++)
		kin_map_free(count->values[i]);
	kin_map_free(count->groups);
	kin_free(count->values);
	kin_free(count->group_of);
	kin_free(count->value_of);
	kin_free(count->cells);
	kin_free(count->total);
	met_fini(&count->own_met);
	kin_free(count);
}

uint32_t
kin_count_value(struct kin_count *count, size_t field, struct kin_str text)
{
	return kin_map_add(count->values[field], text, NULL) + 1;
}

static uint32_t
new_group(struct kin_count *count, const uint32_t *values)
{
	size_t fields = count->fields, measures = count->measures;

	while (count->value_cap < (count->count + 1) * fields)
		count->value_of = kin_grow(count->value_of, count->value_cap, &count->value_cap,
		    sizeof(*count->value_of));
	while (count->cell_cap < (count->count + 1) * measures)
		count->cells = kin_grow(count->cells, count->cell_cap, &count->cell_cap,
		    sizeof(*count->cells));
	memcpy(count->value_of + count->count * fields, values, fields * sizeof(*values));
	memset(count->cells + count->count * measures, 0, measures * sizeof(*count->cells));
	return (uint32_t)count->count++;
}

/* With one field the value's number finds the group without another look-up. */
static uint32_t
group_of_one(struct kin_count *count, uint32_t value)
{
	while (count->group_of_count <= value) {
		count->group_of = kin_grow(count->group_of, count->group_of_count,
		    &count->group_of_cap, sizeof(*count->group_of));
		count->group_of[count->group_of_count++] = KIN_MAP_NONE;
	}
	if (count->group_of[value] == KIN_MAP_NONE)
		count->group_of[value] = new_group(count, &value);
	return count->group_of[value];
}

uint32_t
kin_count_group(struct kin_count *count, const uint32_t *values)
{
	struct kin_str key = { (const char *)values, count->fields * sizeof(*values) };
	uint32_t group;
	bool is_new;

	if (count->fields == 1)
		return group_of_one(count, *values);
	group = kin_map_add(count->groups, key, &is_new);
	if (is_new)
		new_group(count, values);
	return group;
}

void
kin_count_add(struct kin_count *count, uint32_t group, size_t measure, int64_t n)
{
	count->cells[group * count->measures + measure] += n;
	count->total[measure] += n;
}

void
kin_count_most(struct kin_count *count, uint32_t group, size_t measure, int64_t n)
{
	int64_t *cell = &count->cells[group * count->measures + measure];

	if (*cell < n)
		*cell = n;
	if (count->total[measure] < n)
		count->total[measure] = n;
}

bool
kin_count_once(struct kin_count *count, uint32_t group, size_t measure, uint64_t who)
{
	size_t cell = group * count->measures + measure;

	if (!met_add(count->met, who, count->first_place + count->measures + cell))
		return false;
	count->cells[cell]++;
	if (met_add(count->met, who, count->first_place + measure))
		count->total[measure]++;
	return true;
}

uint32_t
kin_count_groups(const struct kin_count *count)
{
	return (uint32_t)count->count;
}

int64_t
kin_count_get(const struct kin_count *count, uint32_t group, size_t measure)
{
	return count->cells[group * count->measures + measure];
}

int64_t
kin_count_total(const struct kin_count *count, size_t measure)
{
	return count->total[measure];
}

bool
kin_count_text(const struct kin_count *count, uint32_t group, size_t field, struct kin_str *text)
{
	uint32_t value = count->value_of[group * count->fields + field];

	*text = kin_str(NULL, 0);
	if (value == KIN_COUNT_MISSING)
		return false;
	*text = kin_map_key(count->values[field], value - 1);
	return true;
}

static bool
is_digit(struct kin_str s, size_t at)
{
	return at < s.len && s.p[at] >= '0' && s.p[at] <= '9';
}

/* Compares the runs of digits at *i and *j by value and moves past them. */
static int
cmp_digits(struct kin_str a, struct kin_str b, size_t *i, size_t *j)
{
	size_t from_a, from_b;
	int order;

	while (*i < a.len && a.p[*i] == '0')
		(*i)++;
	while (*j < b.len && b.p[*j] == '0')
		(*j)++;
	from_a = *i;
	from_b = *j;
	while (is_digit(a, *i))
		(*i)++;
	while (is_digit(b, *j))
		(*j)++;
	if (*i - from_a != *j - from_b)
		return *i - from_a < *j - from_b ? -1 : 1;
	order = memcmp(a.p + from_a, b.p + from_b, *i - from_a);
	return order;
}

int
kin_count_cmp(struct kin_str a, struct kin_str b)
{
	size_t i = 0, j = 0;

	while (i < a.len && j < b.len) {
		int order;

		if (is_digit(a, i) && is_digit(b, j))
			order = cmp_digits(a, b, &i, &j);
		else
			order = (unsigned char)a.p[i++] - (unsigned char)b.p[j++];
		if (order != 0)
			return order;
	}
	if (i < a.len || j < b.len)
		return i < a.len ? 1 : -1;
	return kin_str_cmp(a, b);
}

struct sorting {
	const struct kin_count	*count;
	int			 measure;
};

static int
by_text(const struct kin_count *count, uint32_t a, uint32_t b)
{
	for (size_t field = 0; field < count->fields; field++) {
		struct kin_str text_a, text_b;
		bool has_a = kin_count_text(count, a, field, &text_a);
		bool has_b = kin_count_text(count, b, field, &text_b);
		int order = has_a && has_b ? kin_count_cmp(text_a, text_b) : has_b - has_a;

		if (order != 0)
			return order;
	}
	return 0;
}

static int
by_order(const void *a, const void *b, void *arg)
{
	const struct sorting *sorting = arg;
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	if (sorting->measure >= 0) {
		int64_t n = kin_count_get(sorting->count, x, (size_t)sorting->measure);
		int64_t m = kin_count_get(sorting->count, y, (size_t)sorting->measure);

		if (n != m)
			return n > m ? -1 : 1;
	}
	return by_text(sorting->count, x, y);
}

void
kin_count_order(const struct kin_count *count, int measure, uint32_t *order)
{
	struct sorting sorting = { count, measure };

	for (uint32_t i = 0; i < count->count; i++)
		order[i] = i;
	if (count->count > 1)
		qsort_r(order, count->count, sizeof(*order), by_order, &sorting);
}
