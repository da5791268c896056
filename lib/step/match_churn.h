/* What the files of match --since share among themselves. */
#ifndef KIN_MATCH_CHURN_H
#define KIN_MATCH_CHURN_H

#include "kin/base/map.h"
#include "match_state.h"

enum kin_churn {
	KIN_CHURN_NONE,		/* no person's record */
	KIN_CHURN_SAME,
	KIN_CHURN_NEW,
	KIN_CHURN_CHANGED,
	KIN_CHURN_DIED,
	KIN_CHURN_GONE,
	KIN_CHURN_COUNT
};

extern const char *const kin_churn_word[KIN_CHURN_COUNT];

struct kin_match_churn {
	uint8_t			*is;		/* enum kin_churn of each place: the group's first has it */
	struct kin_str		*value;
	size_t			*first;		/* of each place: who speaks for its group */
	uint32_t		*was;		/* of each first of the stream: the first before, or NONE */
	bool			*met;		/* of each first before: somebody of the stream is it */
	size_t			 people[KIN_CHURN_COUNT];
	struct kin_map		*fields;	/* that changed */
	size_t			*changes, changes_cap;
	struct kin_match_facts	 before, now;
};

#endif
