/*
 * cohort -- which groups a record is in, by rules of the user's own.
 *
 * Shape    rules are read first, then records pushed; each record of a person gets
 *            "cohorts":["aged70","council-tenant"]
 *          at its end, in the order of the rules, and when asked for
 *            "cohort_why":{"aged70":["born 1948-07-02: 71 on 2020-04-06"]}
 *          One in no group has neither; what stood there before is replaced.
 * Rules    NAME = RULE, one a line; a line that begins with a space goes on with the
 *          one before; # begins a comment.
 *            age >= 70 · age at 2020-03-31 < 6 months · list tenants, leaseholders ·
 *            need shopping, parcel · ward E05014053 · words "hostel", "nrpf" ·
 *            notes has "rough sleep" · language = Polish, Urdu · received >= 2020-04-01 ·
 *            household.size > 4 · phone · "Own column" = Y · a NAME from above ·
 *            not … · … and … · … or … · ( … )
 *          words are sought in notes, good_to_know and members that are no fields.
 *          A bare name that is neither a rule above nor a field is refused.
 * Unknown  what a record does not say makes a comparison neither true nor false, and
 *          a rule that hangs on it holds neither itself nor turned round: a person
 *          without birth date is not "age >= 70" and not "not age >= 70".  A birth
 *          date in part is unknown only where it matters.  list, need, words, has
 *          and a bare field are never unknown.
 * Errors   of rules: err->line, err->column, err->text.  A record never fails.
 * Owns     the engine owns its rules; a record is borrowed for the call.
 * Room     step; uses record, field.
 */
#ifndef KIN_COHORT_H
#define KIN_COHORT_H

#include "kin/record/rec.h"

struct kin_cohort_opts {
	kin_sink	*sink;
	void		*sink_ctx;
	struct kin_str	 today;		/* YYYY-MM-DD: ages are counted on it */
	bool		 why;
};

struct kin_cohort;

struct kin_cohort *kin_cohort_new(const struct kin_cohort_opts *opts);
void		 kin_cohort_free(struct kin_cohort *cohort);

/* Rules from text, or from a file: errno is 0 when what is wrong is in the rules. */
int		 kin_cohort_read(struct kin_cohort *cohort, struct kin_str text, struct kin_err *err);
int		 kin_cohort_load(struct kin_cohort *cohort, const char *path, struct kin_err *err);

/* A kin_push: one record in, one line out. */
int		 kin_cohort_push(void *cohort, struct kin_rec *rec, struct kin_err *err);
/* A kin_sink: the same for a line that an engine wrote. */
void		 kin_cohort_line(void *cohort, struct kin_str line);

/* Members for --stats: of each group how many are in it, and of how many it is not known. */
void		 kin_cohort_stats(const struct kin_cohort *cohort, struct kin_buf *out);

#endif
