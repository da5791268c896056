/* What quick.c and screen.c share: sums for a first look at a pair. */
#ifndef KIN_QUICK_STATE_H
#define KIN_QUICK_STATE_H

#include <math.h>
#include <string.h>

#include "kin/link/quick.h"

enum { CLASSES = KIN_CLASS_SAME, BYTES = KIN_MODEL_FIELDS / 8 };

#define SLACK	1e-3f	/* more than what sums of floats can be wrong by */

/* One number for each class, and one that is always 0: added up at once. */
typedef float	said __attribute__((vector_size(16)));

/* Sums of what some fields say, for each set of eight fields. */
struct sums {
	said	of[BYTES][256];
};

struct kin_quick {
	const struct kin_columns	*columns;
	const struct kin_compare	*compare;
	const struct kin_rows		*rows;
	size_t				 fields, looks;
	said				 prior[KIN_STRATA];
	said				*same[KIN_MODEL_FIELDS];	/* of each entry, when both hold it */
	said				 top[KIN_MODEL_FIELDS];		/* of two different entries */
	said				 level[KIN_MODEL_FIELDS][KIN_MODEL_LEVELS];
	struct sums			 differ;	/* of two different entries, not near where edits tell */
	struct sums			 near;		/* … and what near ones may say more */
	said				 more[KIN_MODEL_FIELDS];	/* … of one field */
	uint32_t			 edits, names;	/* bits: fields whose near values are known */
	int				 order[KIN_MODEL_FIELDS];	/* fields that are looked at, the telling ones first */
	int				 levels[KIN_MODEL_FIELDS];
	int				 given, family, full, date, address;
};

static inline void
raise(said *to, said of)
{
	for (int c = 0; c < CLASSES; c++)
		(*to)[c] = (*to)[c] < of[c] ? of[c] : (*to)[c];
}

static inline bool
is_below(said sum, float least)
{
	return sum[0] < least || sum[1] < least || sum[2] < least;
}

static inline uint32_t
bit(int field)
{
	return field < 0 ? 0 : (uint32_t)1 << field;
}

/* Names that may have been exchanged: the family name then says nothing. */
static inline bool
may_be_swapped(const struct kin_quick *quick, const struct kin_row *a, const struct kin_row *b)
{
	if (quick->given < 0 || quick->family < 0)
		return false;
	return (a->as_family != 0 && a->as_family == b->code[quick->family] && b->code[quick->given] != 0) ||
	    (b->as_family != 0 && b->as_family == a->code[quick->family] && a->code[quick->given] != 0);
}

typedef uint32_t	four __attribute__((vector_size(16)));

/* A bit for each field whose entries are the same. */
static inline uint32_t
same_entries(const struct kin_row *a, const struct kin_row *b)
{
	four bits = { 1, 2, 4, 8 }, found = { 0 }, x, y;

	for (size_t f = 0; f < KIN_MODEL_FIELDS; f += 4) {
		memcpy(&x, a->code + f, sizeof(x));
		memcpy(&y, b->code + f, sizeof(y));
		found |= (four)(x == y) & bits;
		bits <<= 4;
	}
	return found[0] | found[1] | found[2] | found[3];
}

/* The best of the levels from .. to of a field. */
static inline said
best_level(const struct kin_quick *quick, size_t f, int from, int to)
{
	said most = quick->level[f][from];

	for (int l = from + 1; l <= to; l++)
		raise(&most, quick->level[f][l]);
	return most;
}

static inline int
last_level(const struct kin_quick *quick, size_t f)
{
	return quick->levels[f] - 1;
}

/* Has any record of the column several values? */
static inline bool
has_several(const struct kin_column *column)
{
	return column->entries > 0 && column->start[column->entries] > column->entries;
}

#endif
