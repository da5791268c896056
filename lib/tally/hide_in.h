/* Cells that hide changes. */
#ifndef HIDE_IN_H
#define HIDE_IN_H

#include "kin/tally/hide.h"

struct kin_cell	*hide_cell_at(struct kin_table *table, size_t row, size_t column);
void		 hide_cell(struct kin_table *table, size_t row, size_t column);

/* Hides counts alone: the small ones and what gives them away. */
void		 hide_counts(struct kin_tables *tables, int64_t least);

#endif
