#include "kin/base/radix.h"

#include "kin/base/mem.h"

enum { BITS = 11, SIZE = 1 << BITS };

/* One pass by BITS bits; false when they are the same in all numbers. */
static bool
pass(const uint64_t *from, uint64_t *to, size_t count, int shift)
{
	size_t place[SIZE] = { 0 }, sum = 0;

	for (size_t i = 0; i < count; i++)
		place[from[i] >> shift & (SIZE - 1)]++;
	if (count == 0 || place[from[0] >> shift & (SIZE - 1)] == count)
		return false;
	for (size_t b = 0; b < SIZE; b++) {
		size_t here = place[b];

		place[b] = sum;
		sum += here;
	}
	for (size_t i = 0; i < count; i++)
		to[place[from[i] >> shift & (SIZE - 1)]++] = from[i];
	return true;
}

void
kin_radix_sort(uint64_t *numbers, size_t count, int from)
{
	uint64_t *room = kin_alloc(count * sizeof(*room) + 1), *here = numbers, *there = room;

	for (int shift = from; shift < 64; shift += BITS) {
		if (pass(here, there, count, shift)) {
			uint64_t *swap = here;

			here = there;
			there = swap;
		}
	}
	if (here != numbers)
		memcpy(numbers, here, count * sizeof(*numbers));
	kin_free(room);
}
