/*
 * report_farewell -- relationships and their goodbyes, put together from links and events.
 *
 * Shape    push records, settle, then walk list[0..count).  A link and an event of
 *          the same resident, day and team are one goodbye.  What comes after
 *          as_of has not happened.
 * Memory   grows with relationships and with residents that have a person.id.
 * Owns     words are copied in.
 * Room     step; only report's own files include it.
 */
#ifndef REPORT_FAREWELL_H
#define REPORT_FAREWELL_H

#include "report_kind.h"

struct kin_report_farewell {
	uint64_t	who;
	bool		said;		/* the goodbye; else the relationship lives */
	int32_t		day;		/* of the goodbye, or KIN_BUCKET_NO_DAY */
	int32_t		since;		/* or KIN_BUCKET_NO_DAY */
	uint32_t	team, reason;	/* in words; the empty word is missing */
};

struct kin_report_farewells {
	int32_t				 as_of;
	struct kin_report_people	 people;
	struct kin_map			*words;
	struct kin_report_farewell	*list;
	size_t				 count, cap;
	struct kin_report_back		*backs;		/* contacts, returns, new relationships */
	size_t				 back_count, back_cap;
};

void	 kin_report_farewells_init(struct kin_report_farewells *farewells, int32_t as_of);
void	 kin_report_farewells_fini(struct kin_report_farewells *farewells);

/* KIN_REPORT_COUNTED or KIN_REPORT_PASSED_OVER. */
int	 kin_report_farewells_push(struct kin_report_farewells *farewells, struct kin_rec *rec);
void	 kin_report_farewells_settle(struct kin_report_farewells *farewells);

/*
 * Did they come back on a later day within 12 months: an event return or contact,
 * or a new relationship?  The day of the goodbye must be known.
 */
bool	 kin_report_farewell_came_back(const struct kin_report_farewells *farewells,
	    const struct kin_report_farewell *farewell);

#endif
