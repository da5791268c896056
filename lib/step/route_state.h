/* What the files of route share. */
#ifndef KIN_ROUTE_STATE_H
#define KIN_ROUTE_STATE_H

#include "kin/base/map.h"
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
	const struct kin_hub_table *hubs;	/* by which table */
	enum kin_route_by	 by;
	uint32_t		 hub;		/* BY_LINK, BY_WARD */
	uint32_t		 ward_hub;	/* of their ward, or KIN_HUB_NONE */
	uint32_t		 first;		/* the hub that was full, or KIN_HUB_NONE */
	bool			 full;		/* hub is, and nobody else has room */
	struct kin_relation_pick link;		/* who helps or helped them */
	struct kin_str		 was;		/* by the older table, when elsewhere; or empty */
	struct kin_str		 ward;		/* empty = not known */
	uint64_t		 doors;		/* opened by needs and words, signposts too */
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

/* Who has been given to which hub in this run: by person, or record without one. */
struct kin_route_load {
	struct kin_map	*who;
	struct {
		uint32_t	hub, first;	/* first: the hub that was full, or KIN_HUB_NONE */
	}		*given;		/* each of them */
	size_t		 cap;
	uint32_t	*taken;		/* each hub; NULL until the first record */
	bool		 limited;	/* some hub has a capacity */
};

/* Where somebody was passed on to last. */
struct kin_route_past {
	struct kin_str	team, helper;	/* helper may be empty */
	uint64_t	with;
	int32_t		day;
	uint32_t	hops;
};

struct kin_route_ledger {
	struct kin_map	*keys;		/* persons and records */
	struct kin_route_past *past;	/* of each key */
	size_t		 cap;
	struct kin_map	*ever;		/* "person TAB team": where they have been */
	uint64_t	*ever_with;	/* doors beside it, of each */
	size_t		 ever_cap;
	struct kin_buf	 place;		/* scratch: a key of ever */
	struct kin_arena arena;
	int32_t		 today;
};

enum kin_route_only {
	KIN_ROUTE_ALL,
	KIN_ROUTE_ONLY_HUBS,
	KIN_ROUTE_ONLY_HUB,
	KIN_ROUTE_ONLY_DOOR
};

/* Least data: for which door, and what left and what stayed, by name of the member. */
struct kin_route_least {
	enum kin_route_only	 only;
	uint32_t		 number;	/* of the hub or door */
	struct kin_map		*names;
	unsigned long long	*left, *stayed;	/* of each name */
	size_t			 left_cap, stayed_cap;
	unsigned long long	 records;	/* that left */
};

/* Moves between two tables of hubs: "h3" to "h4". */
struct kin_route_moved {
	struct kin_map		*pairs;		/* "from TAB to" */
	unsigned long long	*count;		/* of each pair */
	size_t			 cap;
	unsigned long long	 all;
};

struct kin_route_counts {
	unsigned long long	 routed, passed_by, urgent, kept, returned, front_door;
	unsigned long long	 overflowed, over_full, noted;
	unsigned long long	 to_door[KIN_DOOR_MOST], beside[KIN_DOOR_MOST];
	unsigned long long	*to_hub;
};

struct kin_route {
	struct kin_route_opts	 opts;
	struct kin_hub_table	*hubs;
	struct kin_door_table	*doors;
	struct kin_relation_table *links;
	struct kin_hub_table	*old;		/* NULL = none given */
	struct kin_ward_list	*wards;		/* NULL = none given */
	struct kin_route_load	 load;
	struct kin_route_ledger	 ledger;
	struct kin_route_least	 least;
	struct kin_route_moved	 moved;
	struct kin_door_words	 words;		/* of the record in hand */
	struct kin_str		 word_field[KIN_DOOR_MOST];	/* where they stood */
	struct kin_route_watch	 watch;
	struct kin_route_counts	 counts;
	struct kin_buf		 key, to, line, text, who, note;	/* scratch */
};

/* Writes the object "to" at the end of route->to. */
void	kin_route_write_to(struct kin_route *route, struct kin_rec *rec,
	    const struct kin_route_decision *d);
/* ,"why":[…] */
void	kin_route_write_why(struct kin_route *route, struct kin_rec *rec,
	    const struct kin_route_decision *d);

/* Id of the person, else the record's key; lent until the next call. */
struct kin_str kin_route_who(struct kin_route *route, struct kin_rec *rec);
/* The hub's id, the door's, or "front-door". */
struct kin_str kin_route_place(const struct kin_route *route, const struct kin_route_decision *d);

/* A full hub's overflow takes them. */
void	kin_route_fit(struct kin_route *route, struct kin_rec *rec, struct kin_route_decision *d);
void	kin_route_load_fini(struct kin_route_load *load);

/* Notes the hand-on, unless it is in the ledger. */
void	kin_route_note(struct kin_route *route, struct kin_rec *rec,
	    const struct kin_route_decision *d);
void	kin_route_ledger_fini(struct kin_route_ledger *ledger);

/* Is the member one that the door of this decision (the first) may see, in whole or in part? */
bool	kin_route_may_see(const struct kin_route *route, const struct kin_route_decision *d,
	    struct kin_str name);
/* Adds to route->line what the chosen door may see; false when it is not for that door. */
bool	kin_route_reduce(struct kin_route *route, struct kin_rec *rec,
	    const struct kin_route_decision *d);
void	kin_route_least_fini(struct kin_route_least *least);

/* Notes in d->was where the older table would send them, if elsewhere. */
void	kin_route_compare(struct kin_route *route, struct kin_route_decision *d,
	    const struct kin_route_decision *old);
void	kin_route_moved_fini(struct kin_route_moved *moved);

void	kin_route_watch_init(struct kin_route_watch *watch);
void	kin_route_watch_fini(struct kin_route_watch *watch);
void	kin_route_watch_add(struct kin_route_watch *watch, struct kin_str ward, struct kin_str lad);

#endif
