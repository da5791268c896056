#include "kin/link/compare.h"

#include "kin/base/mem.h"
#include "kin/base/map.h"
#include "kin/base/par.h"
#include "kin/link/similar.h"

struct kin_compare {
	const struct kin_columns *columns;
	uint8_t			*table[KIN_MODEL_FIELDS];	/* level + 1 of entries a, b */
	uint8_t			*part[KIN_MODEL_FIELDS];	/* the same of the first entries alone */
	uint32_t		 part_entries;
	uint32_t		 seen[KIN_MODEL_FIELDS];	/* levels in the table; 0 = no table */
	int			 given, family, full, date;	/* fields, -1 = none */
	uint32_t		*as_family;			/* the family name that is written as this given name */
	struct kin_map		*never;				/* pairs that a person has told apart */
	bool				 lists;				/* no two of one list */
};

static int
find_kind(const struct kin_columns *columns, enum kin_kind kind)
{
	for (size_t f = 0; f < columns->fields; f++) {
		if (columns->column[f].kind == kind)
			return (int)f;
	}
	return -1;
}

struct filling {
	const struct kin_column	*column;
	size_t			 n;		/* entries and 0 */
	uint8_t			*table;
};

static void
fill_row(void *ctx, size_t piece, int thread)
{
	const struct filling *filling = ctx;
	size_t n = filling->n, a = n - 1 - piece;

	(void)thread;
	for (size_t b = 1; b <= a; b++) {
		filling->table[a * n + b] = filling->table[b * n + a] =
		    (uint8_t)(kin_column_level(filling->column, (uint32_t)a, (uint32_t)b) + 1);
	}
}

static uint8_t *
fill_table(const struct kin_column *column, uint32_t entries, int threads)
{
	size_t n = (size_t)entries + 1;
	struct filling filling = { column, n, kin_calloc(n, n) };

	kin_par(threads, n - 1, fill_row, &filling);
	return filling.table;
}

static uint32_t
levels_in(const uint8_t *table, const struct kin_column *column)
{
	size_t n = (size_t)column->entries + 1;
	uint32_t seen = 0;

	for (size_t a = 1; a < n; a++) {
		for (size_t b = 1; b <= a; b++)
			seen |= (uint32_t)1 << table[a * n + b];
	}
	return seen >> 1;
}

static const struct kin_value *
first_value(const struct kin_column *column, uint32_t entry)
{
	return &column->values[column->value[column->start[entry - 1]]];
}

static uint32_t *
find_as_family(const struct kin_column *given, const struct kin_column *family)
{
	uint32_t *as_family = kin_calloc((size_t)given->entries + 1, sizeof(*as_family));
	struct kin_map *map = kin_map_new();
	uint32_t *entry = kin_calloc((size_t)family->entries + 1, sizeof(*entry));

	for (uint32_t e = 1; e <= family->entries; e++) {
		uint32_t id = kin_map_add(map, first_value(family, e)->text, NULL);

		if (entry[id] == 0)
			entry[id] = e;
	}
	for (uint32_t e = 1; e <= given->entries; e++) {
		uint32_t id = kin_map_get(map, first_value(given, e)->text);

		as_family[e] = id == KIN_MAP_NONE ? 0 : entry[id];
	}
	kin_free(entry);
	kin_map_free(map);
	return as_family;
}

/* Codes go by first use: of names the first few are most of what is met. */
static bool
is_name(enum kin_kind kind)
{
	return kind == KIN_KIND_GIVEN_NAME || kind == KIN_KIND_FAMILY_NAME || kind == KIN_KIND_NAME;
}

struct kin_compare *
kin_compare_new(const struct kin_columns *columns, uint32_t most, int threads)
{
	struct kin_compare *compare = kin_alloc(sizeof(*compare));

	*compare = (struct kin_compare){ .columns = columns, .part_entries = most };
	compare->given = find_kind(columns, KIN_KIND_GIVEN_NAME);
	compare->family = find_kind(columns, KIN_KIND_FAMILY_NAME);
	compare->date = find_kind(columns, KIN_KIND_DATE);
	compare->full = find_kind(columns, KIN_KIND_FULL_NAME);
	for (size_t f = 0; f < columns->fields; f++) {
		const struct kin_column *column = &columns->column[f];

		if (column->entries <= most) {
			compare->table[f] = fill_table(column, column->entries, threads);
			compare->seen[f] = levels_in(compare->table[f], column);
		} else if (is_name(column->kind)) {
			compare->part[f] = fill_table(column, most, threads);
		}
	}
	if (compare->given >= 0 && compare->family >= 0)
		compare->as_family = find_as_family(&columns->column[compare->given],
		    &columns->column[compare->family]);
	return compare;
}

void
kin_compare_free(struct kin_compare *compare)
{
	if (compare == NULL)
		return;
	for (size_t f = 0; f < KIN_MODEL_FIELDS; f++) {
		kin_free(compare->table[f]);
		kin_free(compare->part[f]);
	}
	kin_free(compare->as_family);
	kin_map_free(compare->never);
	kin_free(compare);
}

int
kin_compare_level(const struct kin_compare *compare, size_t field, uint32_t a, uint32_t b)
{
	const struct kin_column *column = &compare->columns->column[field];

	if (compare->table[field] != NULL)
		return compare->table[field][(size_t)a * (column->entries + 1) + b] - 1;
	if (compare->part[field] != NULL && a <= compare->part_entries && b <= compare->part_entries)
		return compare->part[field][(size_t)a * (compare->part_entries + 1) + b] - 1;
	return kin_column_level(column, a, b);
}

bool
kin_compare_has_table(const struct kin_compare *compare, size_t field)
{
	return compare->table[field] != NULL;
}

bool
kin_compare_may_level(const struct kin_compare *compare, size_t field, int l)
{
	return compare->seen[field] == 0 || compare->seen[field] >> l & 1;
}

uint32_t
kin_compare_as_family(const struct kin_compare *compare, uint32_t given)
{
	return compare->as_family == NULL ? 0 : compare->as_family[given];
}

int
kin_compare_field(const struct kin_compare *compare, enum kin_kind kind)
{
	return find_kind(compare->columns, kind);
}

/* Is the given name of one near the family name of the other? */
static bool
is_near(const struct kin_column *given, uint32_t g, const struct kin_column *family, uint32_t f)
{
	return kin_level_of(KIN_KIND_GIVEN_NAME, first_value(given, g), first_value(family, f)) <
	    KIN_LEVEL_GIVEN_ALIKE;
}

/* One of the two names exactly exchanged, the other at least nearly. */
static bool
is_swapped(const struct kin_compare *compare, uint32_t a, uint32_t b)
{
	const struct kin_column *given = &compare->columns->column[compare->given];
	const struct kin_column *family = &compare->columns->column[compare->family];
	uint32_t ga = given->code[a], gb = given->code[b], fa = family->code[a], fb = family->code[b];

	if (ga == 0 || gb == 0 || fa == 0 || fb == 0)
		return false;
	if (compare->as_family[ga] == fb)
		return is_near(given, gb, family, fa);
	return compare->as_family[gb] == fa && is_near(given, ga, family, fb);
}

static kin_pattern
put_level(kin_pattern pattern, int field, int to)
{
	return (pattern & ~((kin_pattern)15 << (4 * field))) | (kin_pattern)(to + 1) << (4 * field);
}

/* What one field says changes what another one says. */
static kin_pattern
look_across(const struct kin_compare *compare, uint32_t a, uint32_t b, kin_pattern pattern)
{
	int given = kin_pattern_level(pattern, (size_t)compare->given);
	int family = kin_pattern_level(pattern, (size_t)compare->family);

	if (given > KIN_LEVEL_SWAPPED && family > KIN_LEVEL_SAME && is_swapped(compare, a, b)) {
		pattern = put_level(pattern, compare->given, KIN_LEVEL_SWAPPED);
		pattern = put_level(pattern, compare->family, KIN_LEVEL_NONE);
	}
	if (compare->full >= 0 && given != KIN_LEVEL_NONE && family != KIN_LEVEL_NONE)
		pattern = put_level(pattern, compare->full, KIN_LEVEL_NONE);
	return pattern;
}

kin_pattern
kin_compare_pair(const struct kin_compare *compare, uint32_t a, uint32_t b)
{
	kin_pattern pattern = 0;

	for (size_t f = 0; f < compare->columns->fields; f++) {
		const uint32_t *code = compare->columns->column[f].code;

		pattern |= (kin_pattern)(kin_compare_level(compare, f, code[a], code[b]) + 1) << (4 * f);
	}
	return compare->given >= 0 && compare->family >= 0 ?
	    look_across(compare, a, b, pattern) : pattern;
}

void
kin_compare_row(const struct kin_compare *compare, uint32_t a, uint32_t count, kin_pattern *out)
{
	memset(out, 0, count * sizeof(*out));
	for (size_t f = 0; f < compare->columns->fields; f++) {
		const struct kin_column *column = &compare->columns->column[f];
		const uint32_t *code = column->code;
		const uint8_t *row;

		if (code[a] == 0)
			continue;
		if (compare->table[f] == NULL) {
			for (uint32_t b = 0; b < count; b++)
				out[b] |= (kin_pattern)(kin_column_level(column, code[a], code[b]) + 1) <<
				    (4 * f);
			continue;
		}
		row = compare->table[f] + (size_t)code[a] * (column->entries + 1);
		for (uint32_t b = 0; b < count; b++)
			out[b] |= (kin_pattern)row[code[b]] << (4 * f);
	}
	for (uint32_t b = 0; compare->given >= 0 && compare->family >= 0 && b < count; b++)
		out[b] = look_across(compare, a, b, out[b]);
}

/* A level is worked out when an entry is met first: seen has level + 2 of each, or 0. */
static void
put_levels(const struct kin_column *column, int shift, uint32_t entry, const uint32_t *others,
    uint32_t count, kin_pattern *out)
{
	uint8_t *seen = kin_calloc((size_t)column->entries + 1, 1);

	for (uint32_t i = 0; i < count; i++) {
		uint32_t other = column->code[others[i]];

		if (other == 0)
			continue;
		if (seen[other] == 0)
			seen[other] = (uint8_t)(kin_column_level(column, entry, other) + 2);
		out[i] |= (kin_pattern)(seen[other] - 1) << shift;
	}
	kin_free(seen);
}

void
kin_compare_some(const struct kin_compare *compare, uint32_t a, const uint32_t *others,
    uint32_t count, kin_pattern *out)
{
	memset(out, 0, count * sizeof(*out));
	for (size_t f = 0; f < compare->columns->fields; f++) {
		const struct kin_column *column = &compare->columns->column[f];
		uint32_t entry = column->code[a];
		const uint8_t *row;

		if (entry == 0)
			continue;
		if (compare->table[f] == NULL) {
			put_levels(column, (int)(4 * f), entry, others, count, out);
			continue;
		}
		row = compare->table[f] + (size_t)entry * (column->entries + 1);
		for (uint32_t i = 0; i < count; i++)
			out[i] |= (kin_pattern)row[column->code[others[i]]] << (4 * f);
	}
	for (uint32_t i = 0; compare->given >= 0 && compare->family >= 0 && i < count; i++)
		out[i] = look_across(compare, a, others[i], out[i]);
}

static struct kin_str
pair_key(uint64_t *key, uint32_t a, uint32_t b)
{
	*key = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
	return kin_str((const char *)key, sizeof(*key));
}

void
kin_compare_forbid(struct kin_compare *compare, uint32_t a, uint32_t b)
{
	uint64_t key;

	if (compare->never == NULL)
		compare->never = kin_map_new();
	kin_map_add(compare->never, pair_key(&key, a, b), NULL);
}

void
kin_compare_forbid_lists(struct kin_compare *compare)
{
	compare->lists = true;
}

/* Does a number of their own say that they are one?  A family may share an email. */
static bool
share_own(const struct kin_compare *compare, kin_pattern pattern)
{
	for (size_t f = 0; f < compare->columns->fields; f++) {
		enum kin_kind kind = compare->columns->column[f].kind;
		int l = kin_pattern_level(pattern, f);

		if ((kind == KIN_KIND_NHS || kind == KIN_KIND_ID) && l != KIN_LEVEL_NONE && l <= KIN_LEVEL_NUMBER_EDIT)
			return true;
	}
	return false;
}

/* Two given names, and not one with letters wrong: people have both, or most of it is another. */
static bool
are_two_names(const struct kin_compare *compare, int level, uint32_t a, uint32_t b)
{
	const struct kin_column *given = &compare->columns->column[compare->given];
	const struct kin_value *x, *y;

	if (level < KIN_LEVEL_GIVEN_ALIKE)
		return false;
	x = first_value(given, given->code[a]);
	y = first_value(given, given->code[b]);
	if (x->text.len < 2 || y->text.len < 2)		/* an initial may be a wrong letter */
		return false;
	if (x->group_count > 0 && y->group_count > 0)
		return !kin_one_edit(x->text, y->text);
	return level == KIN_LEVEL_GIVEN_DIFFERENT && !kin_within_edits(x->text, y->text,
	    (x->text.len > y->text.len ? x->text.len : y->text.len) / 2);
}

int
kin_compare_look_alikes(const struct kin_compare *compare, kin_pattern pattern, uint32_t a, uint32_t b)
{
	int given, date;

	if (compare->given < 0 || compare->date < 0)
		return -1;
	given = kin_pattern_level(pattern, (size_t)compare->given);
	date = kin_pattern_level(pattern, (size_t)compare->date);
	if (date == KIN_LEVEL_SAME && are_two_names(compare, given, a, b))
		return share_own(compare, pattern) ? -1 : compare->date;
	if (given != KIN_LEVEL_NONE && given < KIN_LEVEL_GIVEN_ALIKE && date == KIN_LEVEL_DATE_GENERATION)
		return share_own(compare, pattern) ? -1 : compare->given;
	return -1;
}

int
kin_compare_veto(const struct kin_compare *compare, uint32_t a, uint32_t b)
{
	uint64_t key;

	if (compare->never != NULL && kin_map_get(compare->never, pair_key(&key, a, b)) != KIN_MAP_NONE)
		return KIN_VETO_DECIDED;
	if (compare->lists && compare->columns->list[a] == compare->columns->list[b])
		return KIN_VETO_LIST;
	for (size_t f = 0; f < compare->columns->fields; f++) {
		const struct kin_column *column = &compare->columns->column[f];

		if (column->kind == KIN_KIND_NHS &&
		    kin_column_contradicts(column, column->code[a], column->code[b]))
			return (int)f;
	}
	return KIN_VETO_NONE;
}
