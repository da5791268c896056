/* What the files of route share. */
#ifndef KIN_ROUTE_STATE_H
#define KIN_ROUTE_STATE_H

#include "kin/place/door.h"
#include "kin/place/hub.h"
#include "kin/place/relation.h"
#include "kin/step/route.h"

/* What decided. */
enum kin_route_by {
	KIN_ROUTE_BY_SAFETY,
	KIN_ROUTE_BY_LINK,
	KIN_ROUTE_BY_WARD,
	KIN_ROUTE_BY_NOTHING	/* the front door keeps it */
};

struct kin_route_decision {
	enum kin_route_by	 by;
	uint32_t		 hub;		/* BY_LINK, BY_WARD */
	uint32_t		 ward_hub;	/* of their ward, or KIN_HUB_NONE */
	const struct kin_relation *link;	/* who helps or helped them, or NULL */
	struct kin_str		 ward;		/* empty = not known */
	uint64_t		 doors;		/* opened by needs and words */
	uint64_t		 safe;		/* the one of them that is for safeguarding, BY_SAFETY */
	bool			 urgent;
	bool			 no_safe_door;	/* safeguarding was asked for, and no door is for it */
};

/* Wards of the records seen, each with its district. */
struct kin_route_watch {
	struct kin_map	*wards, *lads;
	uint32_t	*lad_of;	/* each ward: a district, or KIN_MAP_NONE */
	size_t		 cap;
};

struct kin_route_counts {
	unsigned long long	 routed, passed_by, urgent, kept, returned, front_door;
	unsigned long long	 to_door[KIN_DOOR_MOST], beside[KIN_DOOR_MOST];
	unsigned long long	*to_hub;
};

struct kin_route {
	struct kin_route_opts	 opts;
	struct kin_hub_table	*hubs;
	struct kin_door_table	*doors;
	struct kin_relation_table *links;
	struct kin_ward_list	*wards;		/* NULL = none given */
	struct kin_door_words	 words;		/* of the record in hand */
	struct kin_str		 word_field[KIN_DOOR_MOST];	/* where they stood */
	struct kin_route_watch	 watch;
	struct kin_route_counts	 counts;
	struct kin_buf		 key, to, line, text;	/* scratch */
};

/* Writes the object "to" at the end of route->to. */
void	kin_route_write_to(struct kin_route *route, struct kin_rec *rec,
	    const struct kin_route_decision *d);
/* ,"why":[…] */
void	kin_route_write_why(struct kin_route *route, struct kin_rec *rec,
	    const struct kin_route_decision *d);

void	kin_route_watch_init(struct kin_route_watch *watch);
void	kin_route_watch_fini(struct kin_route_watch *watch);
void	kin_route_watch_add(struct kin_route_watch *watch, struct kin_str ward, struct kin_str lad);

#endif
