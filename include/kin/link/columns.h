/*
 * columns -- the records as columns of numbers, and a dictionary for each column.
 *
 * Shape    for each field a code for each record: 0 = no value, else the place of
 *          its value in the dictionary.  What a record has several of (phones) is
 *          one entry with several values.  After kin_columns_seal records stand in the order of
 *          their keys and codes in the order of first use, so that all that is
 *          worked out from here on cannot depend on the order of adding.
 * Limits   2^31 records; values of 255 bytes when folded.
 * Owns     everything; values lent are borrowed until kin_columns_free.
 * Room     link.
 */
#ifndef KIN_COLUMNS_H
#define KIN_COLUMNS_H

#include "kin/link/level.h"

struct kin_column {
	enum kin_kind		 kind;
	bool			 shared;
	uint32_t		*code;		/* of each record */
	uint32_t		 entries;	/* codes are 1 .. entries */
	uint32_t		*start;		/* entry e has values[start[e - 1] .. start[e]) */
	uint32_t		*value;		/* … by number */
	struct kin_value	*values;	/* different values */
	uint32_t		*holders;	/* records that have each value */
	uint32_t		 value_count;
	uint32_t		 present;	/* records that have any */
};

struct kin_columns {
	size_t			 fields;
	uint32_t		 records;
	uint32_t		 lists;
	int			 threads;	/* as for kin_par; may be set before records are added */
	struct kin_column	 column[KIN_MODEL_FIELDS];
	uint64_t		*key;		/* of each record, ascending once sealed */
	uint32_t		*list;
	uint32_t		*place;		/* where the record added as i stands now */
	uint32_t		*added;		/* the other way */
	struct kin_columns_store *store;
};

struct kin_columns_text {
	uint32_t	field;
	struct kin_str	text;
};

struct kin_columns	*kin_columns_new(const struct kin_field_spec *fields, size_t count);
void			 kin_columns_free(struct kin_columns *columns);

uint32_t		 kin_columns_add(struct kin_columns *columns, uint64_t key, uint32_t list,
			    const struct kin_columns_text *texts, size_t count);

/* One record; the texts are borrowed until it is asked for the next on that thread. */
struct kin_columns_record {
	uint64_t	key;
	uint32_t	list;
	const struct kin_columns_text *texts;
	size_t		count;
};

/* Fills in record nth of those that are added; called on several threads at once, in any order. */
typedef void		 kin_columns_ask(void *ctx, size_t nth, int thread,
			    struct kin_columns_record *out);

/* The same as adding record 0 up to count one after the other; thread is as in kin_par. */
void			 kin_columns_add_all(struct kin_columns *columns, size_t count,
			    kin_columns_ask *ask, void *ctx);

void			 kin_columns_seal(struct kin_columns *columns);

/* The level of two entries: that of their best pair of values.  NONE when either is 0. */
int			 kin_column_level(const struct kin_column *column, uint32_t a, uint32_t b);

/* The values that are compared: the best pair. */
int			 kin_column_best(const struct kin_column *column, uint32_t a, uint32_t b,
			    uint32_t *value_a, uint32_t *value_b);

bool			 kin_column_contradicts(const struct kin_column *column, uint32_t a, uint32_t b);

#endif
