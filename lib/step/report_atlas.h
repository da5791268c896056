/* The wards that a report is to draw. */
#ifndef REPORT_ATLAS_H
#define REPORT_ATLAS_H

#include "kin/base/err.h"
#include "kin/tally/atlas.h"

/* new in *atlas; NULL there after KIN_EXIT_USAGE or KIN_EXIT_IO. */
int	kin_report_atlas_read(const char *path, struct kin_atlas **atlas, struct kin_err *err);

#endif
