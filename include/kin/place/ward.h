/*
 * ward -- the wards that there are: what a table of hubs is checked against.
 *
 * Shape    read from CSV with a column "ward" or "wdNNcd" (and "ward_name" or
 *          "wdNNnm"), or from NDJSON with a member "ward" (and "ward_name"); which
 *          of the two is told by the first byte.  Ids are 0, 1, 2 … in the order of
 *          the file; a ward that comes again counts once.
 * Errors   -1 with errno set when the file cannot be read, with errno 0 when it is
 *          no list of wards: err->line and err->text.
 * Owns     the list owns what it lends, until it is freed.
 * Room     place; uses base, record/rec and record/lines.
 */
#ifndef KIN_WARD_H
#define KIN_WARD_H

#include <stdint.h>

#include "kin/base/err.h"
#include "kin/base/map.h"

struct kin_ward_list;

struct kin_ward_list *kin_ward_new(void);
void		 kin_ward_free(struct kin_ward_list *wards);

int		 kin_ward_load(struct kin_ward_list *wards, const char *path, struct kin_err *err);

uint32_t	 kin_ward_count(const struct kin_ward_list *wards);
uint32_t	 kin_ward_find(const struct kin_ward_list *wards, struct kin_str code);	/* or KIN_MAP_NONE */
struct kin_str	 kin_ward_code(const struct kin_ward_list *wards, uint32_t id);
struct kin_str	 kin_ward_name(const struct kin_ward_list *wards, uint32_t id);	/* may be empty */

#endif
