/*
 * report -- records in, tables out.
 *
 * Shape    a run is one kind of report: new, push each record, finish.  Records of
 *          a kind that the report does not speak of are passed over and counted.
 * Limits   memory grows with groups for grid, quality and count; with residents too for
 *          workload, equalities and count --distinct.  Who did what in which order is
 *          known when all is read: continuity, timeliness, goodbyes, referrals,
 *          triangle and overlap keep 16 to 64 bytes of each event and record, a worklist
 *          its lines.
 * Errors   a record that cannot be counted becomes a reject.
 * Owns     options and names are borrowed until kin_report_free.
 * Room     step; knows record, field and tally.  Each kind is a file of its own
 *          behind step/report_kind.h.
 */
#ifndef KIN_REPORT_H
#define KIN_REPORT_H

#include <stdint.h>

#include "kin/record/rec.h"
#include "kin/tally/bucket.h"

enum { KIN_REPORT_WHERE = 16 };		/* conditions at most */

struct kin_report_opts {
	const char	*as_of;		/* YYYY-MM-DD: today */
	enum kin_bucket	 every;
	const char	*by;		/* count: "ward,to.id" */
	const char	*distinct;	/* count: "person" */
	bool		 by_name;	/* count: in order of names instead of numbers */
	const char	*where[KIN_REPORT_WHERE];	/* "to.id=h4", "ward!=E05…": all must hold */
	size_t		 where_count;
	const char	*population;	/* a file of how many people live where, or NULL */
	bool		 wards;		/* wards to draw will be read: tables by ward are wanted */
	int64_t		 suppress;	/* counts of 1 to suppress - 1 are not shown; 0 = all are */
	int64_t		 round;		/* counts to a multiple of it; 0 = as they are */
	bool		 names;		/* names of hubs and doors will be pushed */
};

struct kin_report;

/* The reports in the order of their numbers; NULL ends. */
extern const char *const kin_report_names[];

/* One more condition; what is one too many, kin_report_new says. */
void		 kin_report_where(struct kin_report_opts *opts, const char *where);

/* new; NULL with err filled when the options make no sense, or not for this report. */
struct kin_report *kin_report_new(int number, const struct kin_report_opts *opts,
		    struct kin_err *err);
void		 kin_report_free(struct kin_report *report);

/* A kin_push: a hub or door whose name is to stand beside its id. */
int		 kin_report_push_name(void *report, struct kin_rec *rec, struct kin_err *err);
/*
 * How many people live where: CSV or JSON lines with ward, population and perhaps
 * name; a row with a rate is one to compare with.  path NULL: nothing to read.  0,
 * or KIN_EXIT_USAGE or KIN_EXIT_IO with err filled.
 */
int		 kin_report_read_population(struct kin_report *report, const char *path,
		    struct kin_err *err);
/* The wards to draw in a page, GeoJSON as ingest takes it; path NULL and what it returns as above. */
int		 kin_report_read_wards(struct kin_report *report, const char *path, struct kin_err *err);
/* A kin_push: a record to report on. */
int		 kin_report_push(void *report, struct kin_rec *rec, struct kin_err *err);

enum kin_report_format {
	KIN_REPORT_TABLE,
	KIN_REPORT_CSV,
	KIN_REPORT_NDJSON,
	KIN_REPORT_MARKDOWN,
	KIN_REPORT_HTML
};

/* As users write them, in the order of the enum; NULL ends. */
extern const char *const kin_report_formats[];

struct kin_report_output {
	enum kin_report_format	 format;
	const char		*table;		/* the one table wanted; NULL = all, in CSV the first */
	size_t			 width;		/* of the terminal */
	bool			 ascii;		/* rules of - */
	kin_sink		*sink;		/* each record */
	kin_sink		*bytes;		/* anything else */
	void			*ctx;
};

/*
 * Writes the tables.  names is filled with those of all tables, with commas.
 * Returns how many were not written as CSV holds one, or -1 when there is none
 * of the name wanted.
 */
int		 kin_report_finish(struct kin_report *report, const struct kin_report_output *output,
		    struct kin_buf *names, struct kin_err *err);

/* Members for --stats: records counted, and passed over as the report does not speak of them. */
void		 kin_report_stats(const struct kin_report *report, struct kin_buf *out);

#endif
