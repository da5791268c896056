/*
 * route -- pass on once, to the right door.
 *
 * Shape    tables are pushed first (hubs, doors, links, wards), then records.  Each
 *          record of a resident (kind contact, person, need, or none; not of a
 *          helper alone) gets an object "to":
 *            door    "hub", the id of a door, or "front-door": nobody is dropped
 *            id      of the hub
 *            helper  who knows them, when that decided it
 *            urgent  true, or left out
 *            with    doors beside it
 *            why     sentences, when asked for
 *          Others pass as they are.  What was "to" before is replaced.
 * Order    safeguarding (a need or words): urgent, and to that door alone;
 *          then whoever helps them, or did before a goodbye: that hub;
 *          then the hub of their ward; else the front door.
 *          Needs and words open further doors beside these three.
 * Words    are sought in notes, in good_to_know and in every member that is no
 *          field of kin-record(5).
 * Errors   of a table: -1 from its push.  A record never fails.
 * Owns     the engine owns its tables; records are borrowed for the call.
 * Room     step; uses place, record.
 */
#ifndef KIN_ROUTE_H
#define KIN_ROUTE_H

#include "kin/base/buf.h"
#include "kin/place/check.h"
#include "kin/record/rec.h"

struct kin_route_opts {
	kin_sink	*sink;
	void		*sink_ctx;
	struct kin_str	 today;		/* YYYY-MM-DD: which goodbyes have been said */
	bool		 why;
	bool		 watch;		/* remember the wards of records for kin_route_check */
};

struct kin_route;

struct kin_route *kin_route_new(const struct kin_route_opts *opts);
void		 kin_route_free(struct kin_route *route);

/* Each a kin_push of one table; before any record. */
int		 kin_route_hub(void *route, struct kin_rec *rec, struct kin_err *err);
int		 kin_route_door(void *route, struct kin_rec *rec, struct kin_err *err);
int		 kin_route_link(void *route, struct kin_rec *rec, struct kin_err *err);
/* As kin_ward_load. */
int		 kin_route_wards(struct kin_route *route, const char *path, struct kin_err *err);

/* A kin_push: one record in, one line out. */
int		 kin_route_push(void *route, struct kin_rec *rec, struct kin_err *err);

/*
 * Faults of the tables; and after records were watched, wards where they are, in
 * a district of the hubs, that have no hub.  Returns how many; say may be NULL.
 */
size_t		 kin_route_check(struct kin_route *route, kin_check_say *say, void *ctx);

/* What the tables are, for a person: "9 hubs for 19 wards, 6 doors, 40 links". */
void		 kin_route_describe(const struct kin_route *route, struct kin_buf *out);

/* Members for --stats. */
void		 kin_route_stats(const struct kin_route *route, struct kin_buf *out);

#endif
