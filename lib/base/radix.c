#include "kin/base/radix.h"

#include <stdlib.h>

#include "kin/base/mem.h"

enum { BITS = 11, SIZE = 1 << BITS };

struct keyed {
	uint64_t	key;
	uint32_t	place;
};

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

static int
by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

/* Places whose keys are the same but for the bits that were given up. */
static void
order_run(const uint64_t *keys, uint32_t *order, size_t count)
{
	struct keyed *run = kin_alloc(count * sizeof(*run));

	for (size_t i = 0; i < count; i++)
		run[i] = (struct keyed){ keys[order[i]], order[i] };
	qsort(run, count, sizeof(*run), by_key);
	for (size_t i = 0; i < count; i++)
		order[i] = run[i].place;
	kin_free(run);
}

/* The place of each takes the room of as many of the key's low bits as it needs. */
void
kin_radix_order(const uint64_t *keys, size_t count, uint32_t *order)
{
	uint64_t *numbers = kin_alloc(count * sizeof(*numbers) + 1), low;
	int bits = 1;
	size_t end;

	while (count >> bits != 0)
		bits++;
	low = ((uint64_t)1 << bits) - 1;
	for (size_t i = 0; i < count; i++)
		numbers[i] = (keys[i] & ~low) | i;
	kin_radix_sort(numbers, count, bits);
	for (size_t i = 0; i < count; i++)
		order[i] = (uint32_t)(numbers[i] & low);
	for (size_t i = 0; i < count; i = end) {
		for (end = i + 1; end < count && (numbers[end] | low) == (numbers[i] | low); end++)
			;
		if (end - i > 1)
			order_run(keys, order + i, end - i);
	}
	kin_free(numbers);
}
