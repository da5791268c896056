#include "sample_few.h"

#include <math.h>

#include "kin/base/mem.h"
#include "kin/link/patterns.h"

enum { SAMPLE = 4000, SAMPLE_LIST = 1500 };	/* records; of each list at least */

/* Records at even distances: their keys are as good as drawn. */
uint32_t *
kin_few_choose(const struct kin_columns *columns, size_t *count)
{
	uint32_t *members = kin_calloc((size_t)columns->lists + 1, sizeof(*members));
	double *take = kin_calloc((size_t)columns->lists + 1, sizeof(*take));
	double *due = kin_calloc((size_t)columns->lists + 1, sizeof(*due));
	uint32_t *chosen = kin_alloc(columns->records * sizeof(*chosen) + 1);

	for (uint32_t i = 0; i < columns->records; i++)
		members[columns->list[i]]++;
	for (uint32_t l = 0; l < columns->lists; l++) {
		double of = fmax(members[l], 1.0);
		double even = (double)SAMPLE / columns->records;

		take[l] = fmin(1.0, kin_strata(columns->lists) == 2 ? even :
		    fmax(even, SAMPLE_LIST / of));
	}
	*count = 0;
	for (uint32_t i = 0; i < columns->records; i++) {
		uint32_t l = columns->list[i];

		due[l] += take[l];
		if (due[l] < 1.0)
			continue;
		due[l] -= 1.0;
		chosen[(*count)++] = i;
	}
	kin_free(members);
	kin_free(take);
	kin_free(due);
	return chosen;
}

/* The chosen records as columns of their own, with codes of their own; values are borrowed. */
void
kin_few_take(struct kin_columns *few, const struct kin_columns *columns, const uint32_t *chosen,
    size_t count)
{
	*few = (struct kin_columns){ .fields = columns->fields, .lists = columns->lists,
	    .records = (uint32_t)count };
	for (size_t f = 0; f < few->fields; f++) {
		const struct kin_column *all = &columns->column[f];
		struct kin_column *column = &few->column[f];
		uint32_t *now = kin_calloc((size_t)all->entries + 1, sizeof(*now));
		size_t n = count, values = 0, cap = 0;

		*column = *all;
		column->entries = 0;
		column->code = kin_alloc(n * sizeof(*column->code) + 1);
		column->start = kin_calloc(n + 1, sizeof(*column->start));
		column->value = NULL;
		for (size_t i = 0; i < n; i++) {
			uint32_t e = all->code[chosen[i]];

			column->code[i] = e == 0 ? 0 : now[e];
			if (e == 0 || now[e] != 0)
				continue;
			column->code[i] = now[e] = ++column->entries;
			for (uint32_t v = all->start[e - 1]; v < all->start[e]; v++) {
				column->value = kin_grow(column->value, values, &cap, sizeof(*column->value));
				column->value[values++] = all->value[v];
			}
			column->start[column->entries] = (uint32_t)values;
		}
		kin_free(now);
	}
}

void
kin_few_fini(struct kin_columns *few)
{
	for (size_t f = 0; f < few->fields; f++) {
		kin_free(few->column[f].code);
		kin_free(few->column[f].start);
		kin_free(few->column[f].value);
	}
}
