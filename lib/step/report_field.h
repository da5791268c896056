/*
 * report_field -- a member named by its path, as users write it: "ward", "to.id".
 *
 * Shape    names with dots between them; a list stands for each of its elements,
 *          an object for its "id" (person is person.id), source for its "list" or
 *          file, null and "" for nothing.  A
 *          member whose own name has dots in it is found too.
 * Owns     the field borrows its path; texts are lent until the next record.
 * Room     step.
 */
#ifndef REPORT_FIELD_H
#define REPORT_FIELD_H

#include "kin/record/rec.h"

enum { KIN_REPORT_FIELD_DEPTH = 8 };

struct kin_report_field {
	struct kin_str	path;
	struct kin_str	parts[KIN_REPORT_FIELD_DEPTH];
	size_t		count;
	int		known;		/* enum kin_field of the first part, or KIN_FIELD_NONE */
};

struct kin_report_texts {
	struct kin_str	*list;
	size_t		 count, cap;
};

int	kin_report_field_init(struct kin_report_field *field, struct kin_str path,
	    struct kin_err *err);

/* Adds the texts that the record has there, in order; numbers as written. */
void	kin_report_field_texts(const struct kin_report_field *field, struct kin_rec *rec,
	    struct kin_report_texts *texts);

/* "FIELD=TEXT", "FIELD!=TEXT": one of the texts is that one, or none is. */
struct kin_report_condition {
	struct kin_report_field	field;
	struct kin_str		text;
	bool			not;
};

int	kin_report_condition_init(struct kin_report_condition *condition, struct kin_str rule,
	    struct kin_err *err);
bool	kin_report_condition_holds(const struct kin_report_condition *condition, struct kin_rec *rec,
	    struct kin_report_texts *scratch);

#endif
