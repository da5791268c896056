/*
 * report_acts -- what happened to each resident, in order, from requests, events and links.
 *
 * Shape    push records, settle, then walk the acts of one resident after another with
 *          kin_report_acts_next.  Acts of one day stand in order of their time of
 *          day, then of what they are.  A link and an event of one resident, day
 *          and team are one goodbye.  What comes after as_of has not happened.
 * Memory   grows with events, links and requests: 40 bytes each.
 * Owns     words are copied in.
 * Room     step; only report's own files include it.
 */
#ifndef REPORT_ACTS_H
#define REPORT_ACTS_H

#include "report_kind.h"
#include "kin/tally/count.h"

enum kin_report_deed {		/* in the order in which those of one minute happen */
	KIN_REPORT_ASKS,	/* a request's received */
	KIN_REPORT_BACK,	/* event return */
	KIN_REPORT_CONTACT,
	KIN_REPORT_PASSED_ON,
	KIN_REPORT_SINCE,	/* a link begins */
	KIN_REPORT_CALL,
	KIN_REPORT_HELPED,
	KIN_REPORT_STEP_UP,
	KIN_REPORT_STEP_DOWN,
	KIN_REPORT_OTHER_DEED,
	KIN_REPORT_GOODBYE
};

struct kin_report_act {
	uint64_t	who;
	int32_t		day;
	uint32_t	helper, team, from;	/* in words; 0 is the empty word */
	int16_t		minute;			/* of the day; -1 = not known, before all others */
	uint8_t		deed;			/* enum kin_report_deed */
	uint8_t		level;			/* 0 = not said */
};

struct kin_report_acts {
	const struct kin_report_context	*context;
	struct kin_report_people	 people;
	struct kin_map			*words;
	struct kin_report_act		*list;
	size_t				 count, cap, at;
	uint64_t			 undated;
};

/* new; for kin_report_kind's new, push and free of a report that keeps acts first in its struct. */
void	 kin_report_acts_init(struct kin_report_acts *acts, const struct kin_report_context *context);
void	 kin_report_acts_fini(struct kin_report_acts *acts);
int	 kin_report_acts_push(void *acts, struct kin_rec *rec, struct kin_err *err);

void	 kin_report_acts_settle(struct kin_report_acts *acts);
/* The acts of the next resident; nought after the last. */
size_t	 kin_report_acts_next(struct kin_report_acts *acts, const struct kin_report_act **list);

/* The group of a team in a count of one field; missing for the empty word. */
uint32_t kin_report_acts_team(const struct kin_report_acts *acts, struct kin_count *count,
	    uint32_t team);

#endif
