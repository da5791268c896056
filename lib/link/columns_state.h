/* What the files of columns share among themselves. */
#ifndef KIN_COLUMNS_STATE_H
#define KIN_COLUMNS_STATE_H

#include "kin/base/map.h"
#include "kin/link/columns.h"

#define COLUMNS_BETWEEN '\x1f'		/* the values of one entry: folding leaves no such byte */

struct kin_columns_store {
	struct kin_map		*entries[KIN_MODEL_FIELDS];
	size_t			 cap;		/* records that there is room for */
	struct kin_nicknames	*nicknames;
	struct kin_buf		 text, scratch;	/* of one record that is added */
};

#endif
