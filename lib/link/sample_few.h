/* A few records of many, as columns of their own. */
#ifndef KIN_SAMPLE_FEW_H
#define KIN_SAMPLE_FEW_H

#include "kin/link/columns.h"

/* New: the records that stand for all, ascending; *count is how many. */
uint32_t	*kin_few_choose(const struct kin_columns *columns, size_t *count);

/* Values are borrowed from columns; ended with kin_few_fini. */
void		 kin_few_take(struct kin_columns *few, const struct kin_columns *columns,
		    const uint32_t *chosen, size_t count);
void		 kin_few_fini(struct kin_columns *few);

#endif
