#include "kin/base/sort.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { PARTS = 256, FEW = 24 };

struct sorting {
	size_t			 size, key_at;
	kin_sort_compare	*compare;
	void			*ctx;
};

static unsigned
part_of(const struct sorting *sorting, const char *thing, int shift)
{
	uint64_t key;

	memcpy(&key, thing + sorting->key_at, sizeof(key));
	return (unsigned)(key >> shift) & (PARTS - 1);
}

static void
sort_few(const struct sorting *sorting, char *list, size_t count)
{
	size_t size = sorting->size;
	char thing[KIN_SORT_SIZE];

	for (size_t i = 1; i < count; i++) {
		char *to = list + i * size;

		if (sorting->compare(to - size, to, sorting->ctx) <= 0)
			continue;
		memcpy(thing, to, size);
		do {
			memcpy(to, to - size, size);
			to -= size;
		} while (to > list && sorting->compare(to - size, thing, sorting->ctx) > 0);
		memcpy(to, thing, size);
	}
}

/* Brings each thing into its part; from and past say where the parts are. */
static void
spread(const struct sorting *sorting, char *list, int shift, size_t *from, const size_t *past)
{
	size_t size = sorting->size;
	char thing[KIN_SORT_SIZE], other[KIN_SORT_SIZE];

	for (unsigned part = 0; part < PARTS; part++) {
		while (from[part] < past[part]) {
			unsigned to = part_of(sorting, list + from[part] * size, shift);

			if (to == part) {
				from[part]++;
				continue;
			}
			memcpy(thing, list + from[part] * size, size);
			while (to != part) {
				char *place = list + from[to]++ * size;

				memcpy(other, place, size);
				memcpy(place, thing, size);
				memcpy(thing, other, size);
				to = part_of(sorting, thing, shift);
			}
			memcpy(list + from[part]++ * size, thing, size);
		}
	}
}

static void
sort_part(const struct sorting *sorting, char *list, size_t count, int shift)
{
	size_t from[PARTS], past[PARTS], counts[PARTS] = { 0 }, at = 0;

	if (count <= FEW) {
		sort_few(sorting, list, count);
		return;
	}
	if (shift < 0) {
		qsort_r(list, count, sorting->size, sorting->compare, sorting->ctx);
		return;
	}
	for (size_t i = 0; i < count; i++)
		counts[part_of(sorting, list + i * sorting->size, shift)]++;
	for (unsigned part = 0; part < PARTS; part++) {
		from[part] = at;
		past[part] = at += counts[part];
	}
	spread(sorting, list, shift, from, past);
	for (unsigned part = 0; part < PARTS; part++)
		sort_part(sorting, list + (past[part] - counts[part]) * sorting->size, counts[part], shift - 8);
}

void
kin_sort_hashed(void *list, size_t count, size_t size, size_t key_at, kin_sort_compare *compare, void *ctx)
{
	struct sorting sorting = { size, key_at, compare, ctx };

	assert(size <= KIN_SORT_SIZE);
	if (count > 1)
		sort_part(&sorting, list, count, 56);
}
