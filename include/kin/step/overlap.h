/*
 * overlap -- how many people are in which lists and groups at once.
 *
 * Shape    records are pushed; then two tables: each list (of match) and group (of
 *          cohort) with how many are in it and in no other, and each set of them
 *          that somebody is in.  A person counts once, with the lists and groups of
 *          all their records; a record without person is one.  The second table
 *          sums to everybody, those in none included.
 * Limits   KIN_SETS_MOST lists and groups together (tally/sets.h).
 * Memory   an entry for each person that dedupe found; others are counted at once.
 * Errors   a record that names one list too many: -1.
 * Room     step; uses record, tally.  report overlap is the same with more tables.
 */
#ifndef KIN_OVERLAP_H
#define KIN_OVERLAP_H

#include "kin/record/rec.h"

struct kin_overlap;

struct kin_overlap *kin_overlap_new(void);
void		 kin_overlap_free(struct kin_overlap *overlap);

/* A kin_push; and a kin_sink: the same for a line that an engine wrote. */
int		 kin_overlap_push(void *overlap, struct kin_rec *rec, struct kin_err *err);
void		 kin_overlap_line(void *overlap, struct kin_str line);

/*
 * After the last push, once.  Adds the tables as text, at most width columns wide; -1
 * when there were too many lists and groups.
 */
int		 kin_overlap_show(struct kin_overlap *overlap, size_t width, struct kin_buf *out,
		    struct kin_err *err);

#endif
