/*
 * people -- records of people kept for the engine: which values are compared, how,
 *           and what the answer is called.
 *
 * Shape    every record of a run is kept in the order it came, as its line; only
 *          those of people are compared.  List 0 is the stream, others are the
 *          reference lists of match.  A field of the engine is a member of the
 *          record: one of the schema's, or any other that -c names.
 * Same     keys are made of "list:id" alone (of one record, where several have it: the
 *          others' of content too), and of the content where there is no id; so
 *          neither order nor file names move them.  Those of ids are the smaller.
 * Limits   KIN_MODEL_FIELDS fields; 2^31 records.  Memory: each line, its name and
 *          72 bytes.
 * Errors   -1 with err for -c; nothing else can fail.
 * Owns     kept records are the set's; a record pushed is borrowed for the call.
 * Room     step; shared by dedupe and match, knows record and link.
 */
#ifndef KIN_PEOPLE_H
#define KIN_PEOPLE_H

#include "kin/link/link.h"
#include "kin/link/splink_score.h"
#include "kin/record/rec.h"

struct kin_people;

struct kin_people_record {
	struct kin_str	line;
	struct kin_str	name;		/* "crm:12", for people; kin_rec_key */
	uint64_t	key;		/* for the engine: distinct, the same in any order */
	uint64_t	content;	/* hash of all but source and what filters added */
	uint32_t	list;
	uint32_t	group;		/* records of one group are compared as one; KIN_LINK_NONE = alone */
	uint32_t	next;		/* next of the group, or KIN_LINK_NONE */
	uint32_t	number;		/* in the engine of the last kin_people_link, or KIN_LINK_NONE */
	bool		person;		/* of a kind that is compared */
	bool		has_source;	/* what stands before the colon of its name is its list, not the file's name */
	bool		has_person;	/* person or household, from a dedupe before */
	bool		has_lists;	/* from a match before */
};

/* A line for people about the run as a whole. */
typedef void	kin_people_say(void *ctx, const char *text);

struct kin_people *kin_people_new(void);
void		 kin_people_free(struct kin_people *people);

/*
 * Other fields than the usual: "given_name,soc_sec_id:number,suburb:town:shared".
 * FIELD[:KIND][:shared|:own]; with + or - before its first item the list adds to
 * the usual ones or takes away from them.
 */
int		 kin_people_choose(struct kin_people *people, const char *fields, struct kin_err *err);

/* A member that is not to be noticed: it holds labels.  Before the first record. */
void		 kin_people_leave_out(struct kin_people *people, const char *name);

/*
 * Reads the model by which records are compared instead of an estimate: kin's own (its
 * fields instead of the usual ones, unless others were chosen) or one of Splink, which
 * alone has rules for blocking.
 */
int		 kin_people_model(struct kin_people *people, const char *path, bool blocking,
		    struct kin_err *err);

/* Is it the record of a person?  Contact, person, helper, or a kind that nobody defined. */
bool		 kin_people_is_person(struct kin_rec *rec);

/* Keeps a record; returns its place.  grouped: those that dedupe said are one person are one group. */
size_t		 kin_people_keep(struct kin_people *people, struct kin_rec *rec, uint32_t list,
		    bool grouped);

size_t		 kin_people_count(const struct kin_people *people);
size_t		 kin_people_persons(const struct kin_people *people, uint32_t list);
/* Borrowed until the next kin_people_keep. */
struct kin_people_record *kin_people_at(const struct kin_people *people, size_t place);

/*
 * Adds the record with puts as kin_rec_write does.  again: what it is read into once more
 * when puts may replace members; NULL when they replace none.
 */
void		 kin_people_write(const struct kin_people_record *record, struct kin_rec *again,
		    const struct kin_put *puts, size_t count, struct kin_buf *out);

/* Once, when all are kept: makes the keys distinct. */
void		 kin_people_settle(struct kin_people *people);

/*
 * Once, when all are settled, unless the fields were named or a model has them: looks for
 * members worth comparing beside the usual fields, in a sample, and tells which.
 */
void		 kin_people_notice(struct kin_people *people, kin_people_say *say, void *ctx);

/*
 * new: an engine with the records of list 0 (and those of other, unless it is 0)
 * added, ready to run; NULL when no field that is compared occurs in them.  say is told
 * which members stand for a Splink model's columns of other names, and which columns nobody
 * has.
 */
struct kin_link	*kin_people_link(struct kin_people *people, uint32_t other,
		    const struct kin_link_opts *opts, kin_people_say *say, void *ctx);


/* The record that the engine calls number (the first of its group), and its place. */
size_t		 kin_people_place(const struct kin_people *people, uint32_t number);
struct kin_people_record *kin_people_of(const struct kin_people *people, uint32_t number);

/* Fields of -c that no record has, one call each. */
void		 kin_people_say_absent(const struct kin_people *people, kin_people_say *say, void *ctx);

/* Adds the reasons for a and b being one person, as strings of the JSON array that out ends with. */
void		 kin_people_why(struct kin_people *people, struct kin_link *link, uint32_t a,
		    uint32_t b, struct kin_buf *out);
/* Adds "what crm:77: weight -5.2, ruled out by veto" in the same way; veto is a field or NULL. */
void		 kin_people_why_other(struct kin_people *people, const char *what, uint32_t number,
		    double weight, const char *veto, struct kin_buf *out);
/* Adds {"given_name":"exact",…}: the level of every field of a pair. */
void		 kin_people_levels(const struct kin_link *link, const struct kin_link_part *parts,
		    struct kin_buf *out);

/* Name of the nth field compared in the last kin_people_link; false after the last. */
bool		 kin_people_field_name(const struct kin_people *people, size_t nth,
		    struct kin_str *name);
/* Adds the record's own text of that field; several values with " / " between. */
void		 kin_people_text(struct kin_people *people, const struct kin_people_record *record,
		    size_t nth, struct kin_buf *out);

/* Tells what the blocking rules of a Splink model would have lost, when they were not asked for. */
void		 kin_people_say_rules(const struct kin_link *link, kin_people_say *say, void *ctx);

/* Was a model of Splink read? */
bool		 kin_people_is_splink(const struct kin_people *people);
/* Has any record several values of that member? */
bool		 kin_people_has_lists(struct kin_people *people, struct kin_str name);
/* new, sealed: the records of the last kin_people_link, in the order of their numbers. */
struct kin_splink_score	*kin_people_splink_score(struct kin_people *people,
		    struct kin_splink_model *model);

/* Adds "p-" or "h-" and 13 characters for a name that the engine gave. */
void		 kin_people_id(struct kin_buf *out, char letter, uint64_t name);

/* Adds the engine's own members of --stats. */
void		 kin_people_stats(const struct kin_link *link, struct kin_buf *out);

#endif
