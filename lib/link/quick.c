#include <math.h>

#include "kin/base/mem.h"
#include "quick_state.h"

static said
said_of(const double *of)
{
	return (said){ (float)of[0], (float)of[1], (float)of[2], 0.0f };
}

/* Which fields to compare first: what is quickly compared and says much. */
static int
rank(enum kin_kind kind)
{
	static const int ranks[KIN_KIND_COUNT] = {
		[KIN_KIND_SEX] = 1, [KIN_KIND_NHS] = 2, [KIN_KIND_DATE] = 3, [KIN_KIND_ID] = 4,
		[KIN_KIND_GIVEN_NAME] = 5, [KIN_KIND_FAMILY_NAME] = 6, [KIN_KIND_PLACE_ID] = 7,
		[KIN_KIND_POSTCODE] = 8, [KIN_KIND_PHONE] = 9, [KIN_KIND_ADDRESS] = 10
	};

	return ranks[kind] ? ranks[kind] : 20;
}

/* Own fields, when it is asked for households. */
static bool
says_nothing(const struct kin_quick *quick, size_t f)
{
	for (int l = 0; l < quick->levels[f]; l++) {
		for (int c = 0; c < CLASSES; c++) {
			if (quick->level[f][l][c] != 0.0f)
				return false;
		}
	}
	return true;
}

static void
put_in_order(struct kin_quick *quick)
{
	for (size_t f = 0; f < quick->fields; f++) {
		size_t at = quick->looks;
		int mine = rank(quick->columns->column[f].kind);

		if (says_nothing(quick, f))
			continue;
		quick->looks++;
		for (; at > 0 && rank(quick->columns->column[quick->order[at - 1]].kind) > mine; at--)
			quick->order[at] = quick->order[at - 1];
		quick->order[at] = (int)f;
	}
}

/* Holders of the rarest value of an entry. */
static uint32_t
fewest(const struct kin_column *column, uint32_t entry)
{
	uint32_t least = UINT32_MAX;

	for (uint32_t i = column->start[entry - 1]; i < column->start[entry]; i++) {
		uint32_t holders = column->holders[column->value[i]];

		least = holders < least ? holders : least;
	}
	return least;
}

static void
fill_same(struct kin_quick *quick, const struct kin_score *score, size_t f, said part)
{
	const struct kin_column *column = &quick->columns->column[f];

	quick->same[f] = kin_alloc(((size_t)column->entries + 1) * sizeof(*quick->same[f]));
	for (uint32_t e = 1; e <= column->entries; e++) {
		const struct kin_value *value = &column->values[column->value[column->start[e - 1]]];
		double of[CLASSES];

		kin_score_same(score, f, fewest(column, e), of);
		quick->same[f][e] = said_of(of);
		if (column->kind == KIN_KIND_DATE && value->digits == 0)
			raise(&quick->same[f][e], part);
	}
}

/* Is it known from rows which values two records share? */
static bool
is_list(const struct kin_quick *quick, size_t f)
{
	bool list = false;

	for (int nth = 0; nth < KIN_ROW_LISTS; nth++)
		list = list || quick->rows->list[nth] == (int)f;
	return list;
}

static void
fill_field(struct kin_quick *quick, const struct kin_score *score, size_t f, int levels)
{
	const struct kin_column *column = &quick->columns->column[f];
	said part = { -INFINITY, -INFINITY, -INFINITY, 0.0f };

	quick->top[f] = part;
	for (int l = 0; l < levels; l++) {
		double of[CLASSES];

		if (l == KIN_LEVEL_SAME) {
			kin_score_same(score, f, 2, of);
		} else {
			for (int c = 0; c < CLASSES; c++)
				of[c] = kin_score_level(score, c, f, l);
		}
		quick->level[f][l] = said_of(of);
		if (column->kind == KIN_KIND_GIVEN_NAME && l == KIN_LEVEL_SWAPPED)
			continue;		/* never looked at: may_be_swapped */
		if ((l != KIN_LEVEL_SAME || (has_several(column) && !is_list(quick, f))) &&
		    kin_compare_may_level(quick->compare, f, l))
			raise(&quick->top[f], quick->level[f][l]);
		if (column->kind == KIN_KIND_DATE && l != KIN_LEVEL_SAME)
			raise(&part, quick->level[f][l]);	/* a date in part is not the same as itself */
	}
	if (column->kind == KIN_KIND_DATE)
		raise(&quick->top[f], (said){ 0.0f });
	if (column->entries < 2)
		quick->top[f] = quick->level[f][KIN_LEVEL_SAME];
	fill_same(quick, score, f, part);
}

static void
add_up(struct sums *sums, const said *each)
{
	for (size_t byte = 0; byte < BYTES; byte++) {
		for (size_t bits = 1; bits < 256; bits++) {
			int first = __builtin_ctz((unsigned int)bits);

			sums->of[byte][bits] = sums->of[byte][bits & (bits - 1)] + each[8 * byte + (size_t)first];
		}
	}
}

static void
fill_sums(struct kin_quick *quick)
{
	said differ[KIN_MODEL_FIELDS] = { { 0.0f } };

	for (size_t f = 0; f < quick->fields; f++) {
		enum kin_kind kind = quick->columns->column[f].kind;

		differ[f] = quick->top[f];
		if (quick->columns->column[f].entries < 2)
			continue;
		if (kin_keys_are_edits(kind)) {
			quick->edits |= (uint32_t)1 << f;
			differ[f] = quick->level[f][last_level(quick, f)];
		} else if (quick->rows->sketch[f] != NULL && !says_nothing(quick, f)) {
			quick->names |= (uint32_t)1 << f;
			differ[f] = best_level(quick, f, kin_sketch_last(kind) + 1, last_level(quick, f));
		}
		quick->more[f] = quick->top[f] - differ[f];
	}
	add_up(&quick->differ, differ);
	add_up(&quick->near, quick->more);
}

struct kin_quick *
kin_quick_new(const struct kin_columns *columns, const struct kin_compare *compare,
    const struct kin_score *score, const struct kin_rows *rows)
{
	struct kin_quick *quick = kin_calloc(1, sizeof(*quick));

	quick->columns = columns;
	quick->compare = compare;
	quick->rows = rows;
	quick->fields = columns->fields;
	quick->given = kin_compare_field(compare, KIN_KIND_GIVEN_NAME);
	quick->family = kin_compare_field(compare, KIN_KIND_FAMILY_NAME);
	quick->full = kin_compare_field(compare, KIN_KIND_FULL_NAME);
	quick->date = kin_compare_field(compare, KIN_KIND_DATE);
	quick->address = kin_compare_field(compare, KIN_KIND_ADDRESS);
	for (int s = 0; s < kin_strata(columns->lists); s++)
		quick->prior[s] = said_of(kin_score_prior(score, s));
	for (size_t f = 0; f < columns->fields; f++) {
		quick->levels[f] = kin_score_levels(score, f);
		fill_field(quick, score, f, quick->levels[f]);
	}
	fill_sums(quick);
	put_in_order(quick);
	return quick;
}

void
kin_quick_free(struct kin_quick *quick)
{
	if (quick == NULL)
		return;
	for (size_t f = 0; f < quick->fields; f++)
		kin_free(quick->same[f]);
	kin_free(quick);
}

/* --- looking ------------------------------------------------------------------- */

/* A bit for each field that holds something in both. */
static uint32_t
both_hold(const struct kin_quick *quick, const struct kin_row *a, const struct kin_row *b)
{
	uint32_t both = a->present & b->present, parts;

	if (quick->full < 0 || quick->given < 0 || quick->family < 0)
		return both;
	/* With given and family name on both sides a full name says nothing. */
	parts = (uint32_t)1 << quick->given | (uint32_t)1 << quick->family;
	return (both & parts) == parts ? both & ~((uint32_t)1 << quick->full) : both;
}

/* The fields in need, by a level each, until it is too little. */
static bool
look_closely(const struct kin_quick *quick, const struct kin_row *a, const struct kin_row *b,
    uint32_t need, said sum, float low)
{
	for (size_t i = 0; need != 0 && i < quick->looks; i++) {
		size_t f = (size_t)quick->order[i];
		int l;

		if (!(need >> f & 1))
			continue;
		need &= ~((uint32_t)1 << f);
		l = kin_compare_level(quick->compare, f, a->code[f], b->code[f]);
		sum -= quick->top[f];
		if (l != KIN_LEVEL_NONE)
			sum += quick->level[f][l];
		if (is_below(sum, low))
			return false;
	}
	return true;
}

/* What two addresses of one street say at most. */
static said
one_street(const struct kin_quick *quick, const struct kin_row *a, const struct kin_row *b)
{
	const said *level = quick->level[quick->address];
	said most = level[KIN_LEVEL_ADDRESS_NEAR];

	if (a->house == b->house)
		return most;
	most = level[KIN_LEVEL_ADDRESS_NEAR + 1];
	raise(&most, level[KIN_LEVEL_ADDRESS_NEAR + 2]);
	return most;
}

/* Names that cannot be near say less; the fields that are still to be looked at, or none when it is too little. */
static uint32_t
look_at_names(const struct kin_quick *quick, const struct kin_row *a, const struct kin_row *b,
    uint32_t near, said *sum, float low)
{
	for (uint32_t names = near & quick->names; names != 0; names &= names - 1) {
		int f = __builtin_ctz(names);
		const struct kin_sketch *sketch = quick->rows->sketch[f];

		if (kin_sketch_may(&sketch[a->code[f]], &sketch[b->code[f]]))
			continue;
		near &= ~((uint32_t)1 << f);
		*sum -= quick->more[f];
		if (is_below(*sum, low))
			break;
	}
	return near;
}

/* What the fields in both say at most, with what sum says of others. */
static bool
may_reach(const struct kin_quick *quick, const struct kin_row *a, const struct kin_row *b,
    uint32_t both, said sum, float low)
{
	uint32_t same = same_entries(a, b) & both, open = both & ~same, near;

	if ((open & bit(quick->date)) && a->date != 0 && b->date != 0) {
		sum += quick->level[quick->date][kin_level_of_dates(a->date, a->days, b->date, b->days)];
		open &= ~bit(quick->date);
	}
	if ((open & bit(quick->address)) && a->street != 0 && a->street == b->street) {
		sum += one_street(quick, a, b);
		open &= ~bit(quick->address);
	}
	for (int nth = 0; nth < KIN_ROW_LISTS; nth++) {
		int f = quick->rows->list[nth];

		if (!(open & bit(f)) || !kin_rows_share(a, b, nth))
			continue;
		sum += quick->level[f][KIN_LEVEL_SAME];
		open &= ~bit(f);
	}
	near = open & a->near & b->near;
	sum += quick->differ.of[0][open & 255] + quick->differ.of[1][open >> 8 & 255] +
	    quick->near.of[0][near & 255] + quick->near.of[1][near >> 8 & 255];
	for (; same != 0; same &= same - 1) {
		int f = __builtin_ctz(same);

		sum += quick->same[f][a->code[f]];
	}
	if (is_below(sum, low))
		return false;
	near = look_at_names(quick, a, b, near, &sum, low);
	return !is_below(sum, low) &&
	    look_closely(quick, a, b, open & (near | ~(quick->edits | quick->names)), sum, low);
}

bool
kin_quick_may(const struct kin_quick *quick, const struct kin_row *a, const struct kin_row *b,
    double least)
{
	float low = (float)least - SLACK;
	said prior = quick->prior[kin_stratum(quick->columns->lists, a->list, b->list)];
	uint32_t both = both_hold(quick, a, b);

	if (may_reach(quick, a, b, both, prior, low))
		return true;
	if (!may_be_swapped(quick, a, b))
		return false;
	both &= ~((uint32_t)1 << quick->given | (uint32_t)1 << quick->family);
	return may_reach(quick, a, b, both, prior + quick->level[quick->given][KIN_LEVEL_SWAPPED], low);
}
