/*
 * hub -- which hub looks after which ward.
 *
 * Shape    a table filled from records
 *            {"kind":"hub","id":"h4","name":"…","wards":["E05…","E05…"],
 *             "from":"2020-03-23","until":"2020-07-31",
 *             "capacity":{"per_day":40},"overflow":["h5"],
 *             "fields":["given_name","phone"]}
 *          Patches are data: any ward may be in any hub.  A ward that two hubs
 *          name goes to the first that did and is open, and kin_hub_check says so
 *          where both are open on the same day.  from and until are the first and
 *          the last day on which a hub is open; capacity is how many residents it
 *          takes in a day, overflow who takes more, in this order.
 * Limits   a hub has KIN_HUB_MOST wards at most (a check, not a refusal).
 * Errors   a record that is no hub, without id, with an id that was there, a date or
 *          a number that is none: -1.
 * Owns     the table owns what it lends, until it is freed.
 * Room     place; uses base, record/rec, ward, check.
 */
#ifndef KIN_HUB_H
#define KIN_HUB_H

#include <stdint.h>

#include "kin/place/check.h"
#include "kin/place/span.h"
#include "kin/place/ward.h"
#include "kin/record/rec.h"

enum { KIN_HUB_MOST = 3 };		/* "patches of between one and three wards" */

#define KIN_HUB_NONE	UINT32_MAX

struct kin_hub {
	struct kin_str	id, name;	/* name may be empty */
	uint32_t	wards;		/* how many it names */
	struct kin_span	from, until;
	bool		is_open;	/* today */
	uint32_t	per_day;	/* residents, 0 = as many as come */
	struct kin_str	overflow;	/* JSON as it is written, or empty: kin_hub_overflow */
	struct kin_str	fields;		/* what it may see: the same */
};

struct kin_hub_table;

/* today: YYYY-MM-DD. */
struct kin_hub_table *kin_hub_new(struct kin_str today);
void		 kin_hub_free(struct kin_hub_table *hubs);

/* A kin_push: one hub. */
int		 kin_hub_push(void *hubs, struct kin_rec *rec, struct kin_err *err);

/* Numbers are 0, 1, 2 … in the order of the records; KIN_HUB_NONE when there is none. */
uint32_t	 kin_hub_count(const struct kin_hub_table *hubs);
uint32_t	 kin_hub_ward_count(const struct kin_hub_table *hubs);	/* different wards named */
const struct kin_hub *kin_hub_get(const struct kin_hub_table *hubs, uint32_t number);
uint32_t	 kin_hub_find(const struct kin_hub_table *hubs, struct kin_str id);
/* The first hub open today that names it; the first at all. */
uint32_t	 kin_hub_of_ward(const struct kin_hub_table *hubs, struct kin_str ward);
uint32_t	 kin_hub_named(const struct kin_hub_table *hubs, struct kin_str ward);
/* Who takes what hub cannot: *at is 0 at first; KIN_HUB_NONE at the end.  Hubs that are not open are left out. */
uint32_t	 kin_hub_overflow(const struct kin_hub_table *hubs, uint32_t hub, size_t *at);

/*
 * A ward in two hubs on one day, or twice in one; a hub with none or more than
 * KIN_HUB_MOST, one that closes before it opens, one whose overflow is no hub or itself;
 * and with a list of wards (may be NULL): a ward that is not on it, one on it without a hub.
 */
void		 kin_hub_check(const struct kin_hub_table *hubs, const struct kin_ward_list *wards,
		    struct kin_check *check);

#endif
