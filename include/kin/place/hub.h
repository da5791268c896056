/*
 * hub -- which hub looks after which ward.
 *
 * Shape    a table filled from records
 *            {"kind":"hub","id":"h4","name":"…","wards":["E05…","E05…"]}
 *          Patches are data: any ward may be in any hub.  A ward that two hubs
 *          name goes to the first that did, and kin_hub_check says so.
 * Limits   a hub has KIN_HUB_MOST wards at most (a check, not a refusal).
 * Errors   a record that is no hub, without id, or with an id that was there: -1.
 * Owns     the table owns what it lends, until it is freed.
 * Room     place; uses base, record/rec, ward, check.
 */
#ifndef KIN_HUB_H
#define KIN_HUB_H

#include <stdint.h>

#include "kin/place/check.h"
#include "kin/place/ward.h"
#include "kin/record/rec.h"

enum { KIN_HUB_MOST = 3 };		/* "patches of between one and three wards" */

#define KIN_HUB_NONE	UINT32_MAX

struct kin_hub {
	struct kin_str	id, name;	/* name may be empty */
	uint32_t	wards;		/* how many it names */
};

struct kin_hub_table;

struct kin_hub_table *kin_hub_new(void);
void		 kin_hub_free(struct kin_hub_table *hubs);

/* A kin_push: one hub. */
int		 kin_hub_push(void *hubs, struct kin_rec *rec, struct kin_err *err);

/* Numbers are 0, 1, 2 … in the order of the records; KIN_HUB_NONE when there is none. */
uint32_t	 kin_hub_count(const struct kin_hub_table *hubs);
uint32_t	 kin_hub_ward_count(const struct kin_hub_table *hubs);	/* different wards named */
const struct kin_hub *kin_hub_get(const struct kin_hub_table *hubs, uint32_t number);
uint32_t	 kin_hub_find(const struct kin_hub_table *hubs, struct kin_str id);
uint32_t	 kin_hub_of_ward(const struct kin_hub_table *hubs, struct kin_str ward);

/*
 * A ward in two hubs, or twice in one; a hub with none or more than KIN_HUB_MOST;
 * and with a list of wards (may be NULL): a ward that is not on it, one on it without a hub.
 */
void		 kin_hub_check(const struct kin_hub_table *hubs, const struct kin_ward_list *wards,
		    struct kin_check *check);

#endif
