/*
 * rows -- the records once more, each with what a first look at a pair asks for.
 *
 * Shape    a row is a record's entries by field, bits for the fields that hold something and for
 *          those whose value is near another one of the list, its birth date as digits, and
 *          its address in two numbers: a first look at two rows touches little else.  Near:
 *          of fields whose near values edits make (keys.h: numbers, phones, e-mails), the
 *          pairs of values that are; of all other fields the bit is set.
 * Owns     its rows and lists; the columns are borrowed.
 * Room     link.
 */
#ifndef KIN_ROWS_H
#define KIN_ROWS_H

#include "kin/link/compare.h"
#include "kin/link/keys.h"
#include "kin/link/sketch.h"

/* Fields of which a record may have several values, and how many of these are in its row. */
enum { KIN_ROW_LISTS = 2, KIN_ROW_VALUES = 2 };

#define KIN_ROW_MANY	UINT32_MAX	/* in place of the first value: there are more */

struct kin_row {
	uint32_t	code[KIN_MODEL_FIELDS];	/* entries; 0 where there is no value, or no field */
	uint32_t	list;
	uint32_t	present;		/* a bit a field: it holds something */
	uint32_t	near;			/* … its value may be near another, and not the same */
	uint32_t	date;			/* of the first field of dates, one whole date: value.h; else 0 */
	int32_t		days;
	uint32_t	as_family;		/* the family name that is written as this given name; 0 = none */
	uint32_t	street, house;		/* of the first field of addresses, where there is one: its words, its numbers */
	uint32_t	value[KIN_ROW_LISTS][KIN_ROW_VALUES];	/* of fields of lists, numbers from 1 on; 0 = none */
	uint32_t	pad[4];
};

struct kin_rows {
	const struct kin_columns *columns;
	struct kin_row		*row;			/* of each record */
	int			 list[KIN_ROW_LISTS];	/* fields; -1 = none */
	struct kin_near		*near[KIN_MODEL_FIELDS];	/* NULL where edits do not make them */
	size_t			 near_count[KIN_MODEL_FIELDS];
	struct kin_street_sketch *street;		/* of each number of a street; NULL where there are no addresses */
	struct kin_sketch	*sketch[KIN_MODEL_FIELDS];	/* of each entry; NULL where there are no names */
};

/* new */
struct kin_rows	*kin_rows_new(const struct kin_columns *columns, const struct kin_compare *compare,
		    int threads);
void		 kin_rows_free(struct kin_rows *rows);

/* May two rows have a value in common in a field of lists, nth of rows->list? */
static inline bool
kin_rows_share(const struct kin_row *a, const struct kin_row *b, int nth)
{
	const uint32_t *x = a->value[nth], *y = b->value[nth];

	return x[0] == KIN_ROW_MANY || y[0] == KIN_ROW_MANY ||
	    (x[0] != 0 && (x[0] == y[0] || x[0] == y[1])) || (x[1] != 0 && (x[1] == y[0] || x[1] == y[1]));
}

#endif
