/*
 * report_kind -- what a kind of report is made of, and what all of them share.
 *
 * Shape    a new report is a file lib/step/report_NAME.c with one
 *          struct kin_report_kind, and its line in report.c.
 * Owns     what new gives, free takes back.
 * Room     step; only report's own files include it.
 */
#ifndef REPORT_KIND_H
#define REPORT_KIND_H

#include "kin/base/map.h"
#include "kin/step/report.h"
#include "kin/tally/atlas.h"
#include "kin/tally/table.h"
#include "kin/tally/whom.h"

/* What push says of a record that was not refused (-1, err filled). */
enum {
	KIN_REPORT_COUNTED	= 0,
	KIN_REPORT_PASSED_OVER	= 1
};

/* Where a record was sent, and the order of such places in tables. */
enum kin_report_rank {
	KIN_REPORT_HUB,
	KIN_REPORT_DOOR,
	KIN_REPORT_FRONT_DOOR,		/* waits: there was no hub to send to */
	KIN_REPORT_NOT_ROUTED
};

struct kin_report_named {
	enum kin_report_rank	rank;
	struct kin_str		name;
};

struct kin_report_context {
	const struct kin_report_opts	*opts;
	int32_t				 as_of;
	struct kin_map			*places;	/* ids of hubs and doors that have names */
	const struct kin_report_named	*names;		/* of each place */
	struct kin_report_population	*population;	/* or NULL */
	struct kin_atlas		*atlas;		/* the wards to draw, or NULL */
	struct kin_whom			*stopped;	/* 1: whom to leave alone, by a record that passed */
};

/* What a kind takes beside the common options; bits. */
enum {
	KIN_REPORT_BY		= 1 << 0,	/* by, distinct, by_name */
	KIN_REPORT_EVERY	= 1 << 1,
	KIN_REPORT_NAMES	= 1 << 2,
	KIN_REPORT_POPULATION	= 1 << 4,
	KIN_REPORT_WARDS	= 1 << 5,	/* has a table by ward */
	KIN_REPORT_STOPS	= 1 << 6,	/* leaves out who is on a stop-list */
	KIN_REPORT_HIDES	= 1 << 3	/* suppress, round: tables of counts, no list of people */
};

struct kin_report_kind {
	const char	*name;
	unsigned	 takes;		/* KIN_REPORT_BY … */
	void		*(*new)(const struct kin_report_context *context, struct kin_err *err);
	int		 (*push)(void *self, struct kin_rec *rec, struct kin_err *err);
	void		 (*finish)(void *self, struct kin_tables *tables);
	void		 (*free)(void *self);
};

extern const struct kin_report_kind kin_report_continuity, kin_report_count, kin_report_equalities,
	kin_report_goodbyes, kin_report_grid, kin_report_overlap,
	kin_report_quality, kin_report_referrals, kin_report_timeliness, kin_report_triangle,
	kin_report_workload, kin_report_worklist;

/*
 * A resident by 64 bits: the person that dedupe found, else the record's key.
 * An event or link says whom it is about by "person" or "of".
 */
uint64_t	 kin_report_who(struct kin_rec *rec);

/* Which keys are which person, learnt as records pass, asked when all have. */
struct kin_report_people {
	struct kin_report_alias	*list;
	size_t			 count, cap;
};

void		 kin_report_learn(struct kin_report_people *people, struct kin_rec *rec);
void		 kin_report_settle(struct kin_report_people *people);	/* before the first resolve */
uint64_t	 kin_report_resolve(const struct kin_report_people *people, uint64_t who);

enum kin_report_sort {
	KIN_REPORT_RESIDENT,	/* a contact, need or person: somebody asks */
	KIN_REPORT_EVENT,
	KIN_REPORT_LINK,
	KIN_REPORT_OTHER
};

/* By the record's kind; a record without a kind is taken for a contact. */
enum kin_report_sort kin_report_sort(struct kin_rec *rec);
/* role is helper: an offer, not a request. */
bool		 kin_report_is_offer(struct kin_rec *rec);

/* Why to leave a resident alone, as match --stop found; empty when there is no reason. */
struct kin_str	 kin_report_stop(struct kin_rec *rec, bool *sure);

/* The text of a member of a nested object, lent until the next record; empty when absent. */
struct kin_str	 kin_report_inner(struct kin_rec *rec, struct kin_str object, struct kin_str name);

/* The day of a field; KIN_BUCKET_NO_DAY when absent or in part. */
int32_t		 kin_report_day(struct kin_rec *rec, enum kin_field field);

struct kin_report_place {
	enum kin_report_rank	rank;
	struct kin_str		id;	/* "h4", "safeguarding", "front-door", "(not routed)" */
	bool			urgent;		/* said so, or routed so */
	struct kin_str		known_by;	/* who helps them already, by route; or empty */
	struct kin_str		with;		/* the array as it stands, or empty */
};

/* What route found, read once. */
struct kin_report_place kin_report_place(struct kin_rec *rec);

/* The place that an event calls so. */
struct kin_report_place kin_report_named_place(const struct kin_report_context *context,
		    struct kin_str id);

/* The name of a hub or door; the empty slice when not known. */
struct kin_str	 kin_report_place_name(const struct kin_report_context *context, struct kin_str id);
/* Adds the columns "to" and, when names are known, "name"; and a row's cells for them. */
void		 kin_report_place_columns(const struct kin_report_context *context,
		    struct kin_table *table);
void		 kin_report_place_cells(const struct kin_report_context *context,
		    struct kin_table *table, struct kin_str id);
/* Missing in the columns of the place: for the total. */
void		 kin_report_place_blank(const struct kin_report_context *context,
		    struct kin_table *table);

#endif
