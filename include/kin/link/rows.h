/*
 * rows -- the records once more, each with what a first look at a pair asks for.
 *
 * Shape    a row is a record's entries by field, bits for the fields that hold something and for
 *          those whose value is near another one of the list, its birth date as digits, and
 *          its address in two numbers: a first look at two rows touches little else.  Near: of fields whose near values edits make (keys.h:
 *          numbers, phones, e-mails), the pairs of values that are; of all other fields the bit is set.
 * Owns     its rows and lists; the columns are borrowed.
 * Room     link.
 */
#ifndef KIN_ROWS_H
#define KIN_ROWS_H

#include "kin/link/compare.h"
#include "kin/link/keys.h"
#include "kin/link/sketch.h"

struct kin_row {
	uint32_t	code[KIN_MODEL_FIELDS];	/* entries; 0 where there is no value, or no field */
	uint32_t	list;
	uint32_t	present;		/* a bit a field: it holds something */
	uint32_t	near;			/* … its value may be near another, and not the same */
	uint32_t	date;			/* of the first field of dates, one whole date: value.h; else 0 */
	int32_t		days;
	uint32_t	as_family;		/* the family name that is written as this given name; 0 = none */
	uint32_t	street, house;		/* of the first field of addresses, where there is one: its words, its numbers */
};

struct kin_rows {
	const struct kin_columns *columns;
	struct kin_row		*row;			/* of each record */
	struct kin_near		*near[KIN_MODEL_FIELDS];	/* NULL where edits do not make them */
	size_t			 near_count[KIN_MODEL_FIELDS];
	struct kin_sketch	*sketch[KIN_MODEL_FIELDS];	/* of each entry; NULL where there are no names */
};

/* new */
struct kin_rows	*kin_rows_new(const struct kin_columns *columns, const struct kin_compare *compare,
		    int threads);
void		 kin_rows_free(struct kin_rows *rows);

#endif
