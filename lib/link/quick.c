#include "kin/link/quick.h"

#include <math.h>

#include "kin/base/mem.h"

enum { CLASSES = KIN_CLASS_SAME };

#define SLACK	1e-3f	/* more than what sums of floats can be wrong by */

struct said {
	float	of[CLASSES];
};

struct kin_quick {
	const struct kin_columns	*columns;
	const struct kin_compare	*compare;
	size_t				 fields, looks;
	struct said			 prior[KIN_STRATA];
	struct said			*same[KIN_MODEL_FIELDS];	/* of each entry, when both hold it */
	struct said			 top[KIN_MODEL_FIELDS];		/* of two different entries */
	struct said			 level[KIN_MODEL_FIELDS][KIN_MODEL_LEVELS];
	int				 order[KIN_MODEL_FIELDS];	/* fields that are looked at, the telling ones first */
	int				 levels[KIN_MODEL_FIELDS];
	int				 given, family, full;
};

static void
raise(struct said *to, const double *of)
{
	for (int c = 0; c < CLASSES; c++)
		to->of[c] = fmaxf(to->of[c], (float)of[c]);
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
			if (quick->level[f][l].of[c] != 0.0f)
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

static bool
has_several(const struct kin_column *column)
{
	return column->start[column->entries] > column->entries;
}

static void
fill_field(struct kin_quick *quick, const struct kin_score *score, size_t f, int levels)
{
	const struct kin_column *column = &quick->columns->column[f];
	struct said part;

	for (int c = 0; c < CLASSES; c++)
		part.of[c] = quick->top[f].of[c] = -INFINITY;
	for (int l = 0; l < levels; l++) {
		double of[CLASSES];

		for (int c = 0; c < CLASSES; c++)
			of[c] = kin_score_level(score, c, f, l);
		if (l == KIN_LEVEL_SAME)
			kin_score_same(score, f, 2, of);
		quick->level[f][l] = (struct said){ { (float)of[0], (float)of[1], (float)of[2] } };
		if (column->kind == KIN_KIND_GIVEN_NAME && l == KIN_LEVEL_SWAPPED)
			continue;		/* never looked at: may_be_swapped */
		if ((l != KIN_LEVEL_SAME || has_several(column)) &&
		    kin_compare_may_level(quick->compare, f, l))
			raise(&quick->top[f], of);
		if (column->kind == KIN_KIND_DATE && l != KIN_LEVEL_SAME)
			raise(&part, of);	/* a date in part is not the same as itself */
	}
	if (column->kind == KIN_KIND_DATE)
		raise(&quick->top[f], (double[CLASSES]){ 0 });
	if (column->entries < 2)
		quick->top[f] = quick->level[f][KIN_LEVEL_SAME];
	quick->same[f] = kin_alloc(((size_t)column->entries + 1) * sizeof(*quick->same[f]));
	for (uint32_t e = 1; e <= column->entries; e++) {
		const struct kin_value *value = &column->values[column->value[column->start[e - 1]]];
		double of[CLASSES];

		kin_score_same(score, f, fewest(column, e), of);
		quick->same[f][e] = (struct said){ { (float)of[0], (float)of[1], (float)of[2] } };
		if (column->kind == KIN_KIND_DATE && (!value->year || !value->month || !value->day))
			raise(&quick->same[f][e], (double[]){ part.of[0], part.of[1], part.of[2] });
	}
}

struct kin_quick *
kin_quick_new(const struct kin_columns *columns, const struct kin_compare *compare,
    const struct kin_score *score)
{
	struct kin_quick *quick = kin_calloc(1, sizeof(*quick));

	quick->columns = columns;
	quick->compare = compare;
	quick->fields = columns->fields;
	quick->given = kin_compare_field(compare, KIN_KIND_GIVEN_NAME);
	quick->family = kin_compare_field(compare, KIN_KIND_FAMILY_NAME);
	quick->full = kin_compare_field(compare, KIN_KIND_FULL_NAME);
	for (int s = 0; s < kin_strata(columns->lists); s++) {
		const double *prior = kin_score_prior(score, s);

		quick->prior[s] = (struct said){ { (float)prior[0], (float)prior[1], (float)prior[2] } };
	}
	for (size_t f = 0; f < columns->fields; f++) {
		quick->levels[f] = kin_score_levels(score, f);
		fill_field(quick, score, f, quick->levels[f]);
	}
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

void
kin_quick_level(const struct kin_quick *quick, size_t field, int level, double *of)
{
	for (int c = 0; c < CLASSES; c++)
		of[c] = (double)quick->level[field][level].of[c];
}

uint32_t *
kin_quick_rows(const struct kin_columns *columns)
{
	size_t width = kin_quick_width(columns);
	uint32_t *rows = kin_alloc(columns->records * width * sizeof(*rows) + 1);

	for (size_t f = 0; f < columns->fields; f++) {
		for (size_t i = 0; i < columns->records; i++)
			rows[i * width + f] = columns->column[f].code[i];
	}
	for (size_t i = 0; i < columns->records; i++) {
		uint32_t *row = rows + i * width;

		row[columns->fields] = columns->list[i];
		row[columns->fields + 1] = 0;
		for (size_t f = 0; f < columns->fields; f++)
			row[columns->fields + 1] |= (uint32_t)(row[f] != 0) << f;
	}
	return rows;
}

/* --- looking ------------------------------------------------------------------- */

static void
add(struct said *sum, const struct said *part)
{
	for (int c = 0; c < CLASSES; c++)
		sum->of[c] += part->of[c];
}

static bool
is_below(const struct said *sum, float least)
{
	return sum->of[0] < least || sum->of[1] < least || sum->of[2] < least;
}

/* Names that may have been exchanged are not looked at more closely. */
static bool
may_be_swapped(const struct kin_quick *quick, const uint32_t *a, const uint32_t *b)
{
	uint32_t ga, gb;

	if (quick->given < 0 || quick->family < 0)
		return false;
	ga = a[quick->given];
	gb = b[quick->given];
	return ga && gb && ((b[quick->family] && kin_compare_as_family(quick->compare, ga) ==
	    b[quick->family]) || (a[quick->family] && kin_compare_as_family(quick->compare, gb) ==
	    a[quick->family]));
}

/* With given and family name on both sides a full name says nothing. */
static bool
has_parts(const struct kin_quick *quick, const uint32_t *a, const uint32_t *b)
{
	return quick->full >= 0 && quick->given >= 0 && quick->family >= 0 && a[quick->given] &&
	    b[quick->given] && a[quick->family] && b[quick->family];
}

bool
kin_quick_may(const struct kin_quick *quick, const uint32_t *a, const uint32_t *b, double least)
{
	float low = (float)least - SLACK;
	struct said sum = quick->prior[kin_stratum(quick->columns->lists, a[quick->fields],
	    b[quick->fields])];
	uint32_t open = 0;
	bool swapped = may_be_swapped(quick, a, b), parts = has_parts(quick, a, b);

	for (size_t f = 0; f < quick->fields; f++) {
		if (a[f] == 0 || b[f] == 0 || (parts && (int)f == quick->full))
			continue;
		if (a[f] == b[f]) {
			add(&sum, &quick->same[f][a[f]]);
			continue;
		}
		add(&sum, &quick->top[f]);
		open |= (uint32_t)1 << f;
	}
	if (swapped)
		return true;
	for (size_t i = 0; open != 0 && i < quick->looks; i++) {
		size_t f = (size_t)quick->order[i];
		int l;

		if (is_below(&sum, low))
			return false;
		if (!(open >> f & 1))
			continue;
		l = kin_compare_level(quick->compare, f, a[f], b[f]);
		for (int c = 0; c < CLASSES; c++)
			sum.of[c] += (l == KIN_LEVEL_NONE ? 0.0f : quick->level[f][l].of[c]) -
			    quick->top[f].of[c];
	}
	return !is_below(&sum, low);
}
