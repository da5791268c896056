/* What report quality collects, and the tables that it becomes. */
#ifndef REPORT_QUALITY_H
#define REPORT_QUALITY_H

#include "report_kind.h"
#include "kin/tally/count.h"

/* Measures of people. */
enum { RECORDS, RESIDENTS, SEVERAL, MOST, HOUSEHOLDS, SHARED, MEASURES };
enum { ALL = 0 };			/* their one group */

/* Records of one list, and in how many of them each field is. */
struct quality_list {
	uint64_t	records;
	uint64_t	present[KIN_FIELD_COUNT];
};

struct quality {
	struct kin_map		*names;		/* of lists; the empty one is none */
	struct quality_list	*lists;
	size_t			 cap;
	struct quality_list	 all;
	struct kin_count	*people;
	struct kin_count	*bands;		/* how sure it is, by residents */
	struct kin_count	*flags, *rejects;	/* by field and reason */
};

void	quality_tables(const struct quality *quality, struct kin_tables *tables);

#endif
