/*
 * report_cross -- residents by a row of a table and a word: one column for each word.
 *
 * Shape    words become columns in the order of task words, then of names; what
 *          has no word comes last.
 * Owns     words are copied in.
 * Room     step; only report's own files include it.
 */
#ifndef REPORT_CROSS_H
#define REPORT_CROSS_H

#include "kin/tally/count.h"
#include "kin/tally/table.h"

#define KIN_REPORT_CROSS_TOTAL	UINT32_MAX	/* the row of all */

struct kin_report_cross;

/* Who is counted is remembered in with, which must outlive it. */
struct kin_report_cross *kin_report_cross_new(struct kin_count *with);
void	 kin_report_cross_free(struct kin_report_cross *cross);

/* word empty: there is none.  Counts who once in that row and once in all. */
void	 kin_report_cross_add(struct kin_report_cross *cross, uint32_t row, struct kin_str word,
	    uint64_t who);

bool	 kin_report_cross_any(const struct kin_report_cross *cross);
/* Columns named prefix_word for programs (none: "needs_missing"), word for people. */
void	 kin_report_cross_columns(struct kin_report_cross *cross, struct kin_table *table,
	    const char *prefix);
void	 kin_report_cross_cells(struct kin_report_cross *cross, struct kin_table *table,
	    uint32_t row);

#endif
