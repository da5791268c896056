/*
 * relation -- who already helps whom: living, until a goodbye.
 *
 * Shape    a table filled from records
 *            {"kind":"link","of":"crm:12","helper":"Ama","hub":"h2",
 *             "since":"2020-03-26","goodbye":"2020-04-02"}
 *          "of" is a record's key, "person" in its place a person's id; since and
 *          goodbye may be absent.  Of several for one key those count whose hub is
 *          there and open, and which are living or had their goodbye in the period
 *          that is set; of these the best: a living one before one with a goodbye,
 *          then the one begun last, then the first in the file.
 * Limits   dates as records hold them, also in part; compared as they are written.
 * Errors   a record that is no link, without whom or without hub, a wrong date: -1.
 * Owns     the table owns what it lends, until it is freed; links picked are lent
 *          until the next push.
 * Room     place; uses base, span, record/rec, hub, check.
 */
#ifndef KIN_RELATION_H
#define KIN_RELATION_H

#include "kin/place/check.h"
#include "kin/place/hub.h"
#include "kin/place/span.h"
#include "kin/record/rec.h"

struct kin_relation {
	struct kin_str	hub, helper;		/* helper may be empty */
	struct kin_span	since, goodbye;
	bool		living;			/* no goodbye up to today */
};

/* What was found for one resident, by any of their keys. */
struct kin_relation_pick {
	const struct kin_relation *best;	/* of those that count, or NULL */
	const struct kin_relation *over;	/* better than best, but passed over; or NULL */
	uint32_t	hub;			/* of best */
};

#define KIN_RELATION_PICK_NONE	((struct kin_relation_pick){ NULL, NULL, KIN_HUB_NONE })

struct kin_relation_table;

/* today: YYYY-MM-DD; a goodbye after it is still to come, a link that begins after it is not yet. */
struct kin_relation_table *kin_relation_new(struct kin_str today);
void		 kin_relation_free(struct kin_relation_table *links);

/* Goodbyes longer ago than the period ("12m") count no more; -1 when it is none. */
int		 kin_relation_within(struct kin_relation_table *links, struct kin_str period,
		    struct kin_err *err);

/* A kin_push: one link. */
int		 kin_relation_push(void *links, struct kin_rec *rec, struct kin_err *err);

size_t		 kin_relation_count(const struct kin_relation_table *links);	/* links read */

/* Adds to pick what the links of a person's id or a record's key say. */
void		 kin_relation_find(const struct kin_relation_table *links, struct kin_str key,
		    const struct kin_hub_table *hubs, struct kin_relation_pick *pick);

/* A link to a hub that is not in the table. */
void		 kin_relation_check(const struct kin_relation_table *links,
		    const struct kin_hub_table *hubs, struct kin_check *check);

#endif
