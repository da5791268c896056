/* The tables of a report in the format asked for. */
#ifndef REPORT_WRITE_H
#define REPORT_WRITE_H

#include "kin/step/report.h"
#include "kin/tally/atlas.h"
#include "kin/tally/table.h"

/* What kin_report_finish says of itself; atlas: areas for a map in a page, or NULL. */
int	kin_report_write(const struct kin_tables *tables, const struct kin_atlas *atlas, const char *report,
	    int32_t as_of, const struct kin_report_output *how, struct kin_buf *names, struct kin_err *err);

#endif
