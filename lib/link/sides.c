#include "kin/link/sides.h"

#include "kin/base/mem.h"

enum { SAMPLE = 4000 };		/* records: eight million pairs */

/* How many of count records are compared with each other. */
static uint32_t
within(uint32_t count, uint32_t other)
{
	return count > SAMPLE && count / 2 > other ? SAMPLE : count;
}

void
kin_sides_init(struct kin_sides *sides, const struct kin_columns *columns)
{
	size_t room = (size_t)columns->records * sizeof(uint32_t) + 1;
	uint32_t *side[2] = { kin_alloc(room), kin_alloc(room) }, count[2] = { 0, 0 };
	int few;

	for (uint32_t i = 0; i < columns->records; i++) {
		int s = columns->list[i] != 0;

		side[s][count[s]++] = i;
	}
	few = count[1] < count[0];
	*sides = (struct kin_sides){ .few = side[few], .many = side[!few], .few_count = count[few],
	    .many_count = count[!few] };
	sides->few_within = within(sides->few_count, sides->many_count);
	sides->many_within = within(sides->many_count, sides->few_count);
}

void
kin_sides_fini(struct kin_sides *sides)
{
	kin_free(sides->few);
	kin_free(sides->many);
	*sides = (struct kin_sides){ 0 };
}
