/* What the files of people share among themselves. */
#ifndef KIN_PEOPLE_STATE_H
#define KIN_PEOPLE_STATE_H

#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "kin/step/model_file.h"
#include "kin/step/people.h"

struct kin_notice;

struct kin_people_field {
	struct kin_str	name;		/* terminated */
	int		field;		/* enum kin_field, or KIN_FIELD_NONE */
	enum kin_kind	kind;
	bool		shared;
	bool		asked;		/* by -c */
};

/* Used again and again: the records of a group, read; their values; text being made. */
struct kin_people_reader {
	struct kin_rec		*rec;
	size_t			 recs, rec_cap;
	struct kin_link_value	*value;
	size_t			 values, value_cap;
	struct kin_buf		 text;
};

struct kin_people {
	struct kin_people_field	 field[KIN_MODEL_FIELDS];
	size_t			 fields;
	uint32_t		*seen;		/* for each list a bit for each field that occurs */
	size_t			*persons;	/* for each list */
	size_t			 lists, seen_cap, persons_cap;

	struct kin_people_record *record;
	size_t			 count, cap;
	struct kin_arena	 arena;		/* lines and names */
	struct kin_map		*groups;
	uint32_t		*head;		/* first record of each group */

	uint32_t		*place;		/* record of each number of the engine */
	size_t			 numbers, place_cap;
	int			 label[KIN_MODEL_FIELDS];	/* our field for each field of the engine */
	size_t			 labels;

	struct kin_people_reader reader;
	bool			 chosen;	/* by -c */
	struct kin_model_file	 model;		/* read, or neither */
	struct kin_notice	*notice;	/* of other members; NULL = they are not to be noticed */
	struct kin_splink_score	*splink;	/* of the last engine with a model of Splink */
};

/* The usual fields. */
void	kin_people_usual(struct kin_people *people);
/* How the usual field is compared; false when it is none. */
bool	kin_people_usual_kind(int field, enum kin_kind *kind);
/* Reads a record again. */
void	kin_people_read_again(const struct kin_people_record *kept, struct kin_rec *rec);
/* The same, as the nth of those that are read at one time. */
struct kin_rec *kin_people_read(struct kin_people_reader *reader, size_t nth,
	    const struct kin_people_record *kept);
/* The values of a record, or of all records of its group, field by field: reader->value. */
void	kin_people_gather(const struct kin_people *people, struct kin_people_reader *reader,
	    const struct kin_people_record *kept);
void	kin_people_fini_reader(struct kin_people_reader *reader);

/* An engine for the fields that occur in list 0 and other; NULL when there is none. */
struct kin_link *kin_people_open(struct kin_people *people, uint32_t other,
	    const struct kin_link_opts *opts);
/* Is the record (the first of its group) one of list 0 or other? */
bool	kin_people_is_asked(const struct kin_people *people, size_t place, uint32_t other);
/* The numbers that the engine gave: none, and those of a record and the others of its group. */
void	kin_people_forget_numbers(struct kin_people *people);
void	kin_people_number(struct kin_people *people, size_t place, uint32_t number);

/* Splink's order of two records: <0, 0, >0. */
int	kin_people_by_id(const struct kin_people_record *x, const struct kin_people_record *y);
/* kin_people_link with the model of Splink. */
struct kin_link *kin_people_link_splink(struct kin_people *people, uint32_t other,
	    const struct kin_link_opts *opts, kin_people_say *say, void *ctx);

void	kin_people_value(struct kin_people_reader *reader, uint32_t slot, struct kin_str text);

/* Bits of the name fields that a record with a whole name only has values for. */
uint32_t kin_people_seen_names(struct kin_people *people, struct kin_rec *rec);
/* Adds the values of a name field; false when it is nothing but a member like any other. */
bool	kin_people_name(const struct kin_people *people, struct kin_people_reader *reader,
	    struct kin_rec *rec, int field, uint32_t slot);

#endif
