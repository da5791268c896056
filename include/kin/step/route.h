/*
 * route -- pass on once, to the right door.
 *
 * Shape    tables are pushed first (hubs, doors, links, wards), then records.  Each
 *          record of a resident (kind contact, person, need, or none; not of a
 *          helper alone) gets an object "to":
 *            door    "hub", the id of a door, or "front-door": nobody is dropped
 *            id      of the hub
 *            first   the hub of their ward, when that was full and another takes them
 *            was     where an older table of hubs would send them, when elsewhere
 *            helper  who knows them, when that decided it
 *            urgent  true, or left out
 *            with    doors beside it
 *            signposted  doors that they are told of: nothing is passed on
 *            why     sentences, when asked for
 *          Others pass as they are.  What was "to" before is replaced.
 * Order    safeguarding (a need or words): urgent, and to that door alone;
 *          then whoever helps them, or did before a goodbye: that hub;
 *          then the hub of their ward; else the front door.
 *          Needs and words open further doors beside these three.
 * Words    are sought in notes, in good_to_know and in every member that is no
 *          field of kin-record(5).
 * Full     a hub with a capacity takes so many residents in a run, in the order in
 *          which they come;
 *          then its overflow does.  Nobody is moved who is already helped.
 * Ledger   an event passed_on for each resident whom no earlier one has brought to
 *          the same place: {"event":"passed_on","at","of","person","team","with",
 *          "helper","from":{"team","helper"},"hop","reason","carried"}.  carried
 *          names the fields that go along; no value is in it.
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
	kin_sink	*note;		/* of the ledger: a line for each hand-on; NULL = none is kept */
	void		*note_ctx;
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
/* The hubs as they were: who would move is counted, and "to" has "was". */
int		 kin_route_old_hub(void *route, struct kin_rec *rec, struct kin_err *err);
/* Events of the ledger so far: what is in it is not noted again. */
int		 kin_route_past(void *route, struct kin_rec *rec, struct kin_err *err);
/* After a goodbye longer ago ("12m") the ward decides; -1 when it is no period. */
int		 kin_route_within(struct kin_route *route, struct kin_str period, struct kin_err *err);
/*
 * After the tables: only what goes to this door ("hub", a hub's id, a door's), and of
 * that only the fields that it may see.  -1 when there is no such door.
 */
int		 kin_route_only(struct kin_route *route, struct kin_str door, struct kin_err *err);
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

/* "3 of 40 would move: 2 from h3 to h4, …"; after the records. */
void		 kin_route_moves(const struct kin_route *route, struct kin_buf *out);

/* Members for --stats. */
void		 kin_route_stats(const struct kin_route *route, struct kin_buf *out);

#endif
