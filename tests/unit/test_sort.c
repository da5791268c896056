/* sort: by hash as qsort does, whatever the keys are like. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <check.h>

#include "kin/base/mem.h"
#include "kin/base/radix.h"
#include "kin/base/sort.h"

struct thing {
	uint32_t	number;
	char		room[9];
	uint64_t	key;
};

static int
compare(const void *a, const void *b, void *ctx)
{
	const struct thing *x = a, *y = b;

	++*(size_t *)ctx;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

static uint64_t
hash(uint64_t n)
{
	n = (n ^ n >> 32) * UINT64_C(0xd6e8feb86659fd93);
	return (n ^ n >> 32) * UINT64_C(0xd6e8feb86659fd93);
}

/* same: how many things have one key.  shift: the keys' low bits are nought. */
static void
sort_both_ways(size_t count, uint64_t same, int shift)
{
	struct thing *mine = kin_calloc(count + 1, sizeof(*mine)), *theirs = kin_calloc(count + 1, sizeof(*theirs));
	size_t compared = 0;

	for (size_t i = 0; i < count; i++) {
		mine[i].key = hash(i / same) >> shift;
		mine[i].number = (uint32_t)hash(i) % 1000;
		memset(mine[i].room, (int)(mine[i].number % 100), sizeof(mine[i].room));
	}
	memcpy(theirs, mine, count * sizeof(*mine));
	kin_sort_hashed(mine, count, sizeof(*mine), offsetof(struct thing, key), compare, &compared);
	qsort_r(theirs, count, sizeof(*theirs), compare, &compared);
	ck_assert(memcmp(mine, theirs, count * sizeof(*mine)) == 0);
	kin_free(mine);
	kin_free(theirs);
}

START_TEST(as_qsort)
{
	static const size_t counts[] = { 0, 1, 2, 3, 23, 24, 25, 26, 255, 1000, 100000 };

	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
		sort_both_ways(counts[i], 1, 0);
		sort_both_ways(counts[i], 7, 0);
		sort_both_ways(counts[i], 1000, 0);
		sort_both_ways(counts[i], 1, 57);	/* few keys, all small */
	}
}
END_TEST

/* Keys hashed, small, equal, and different in their low bits only. */
static void
order_both_ways(size_t count, uint64_t same, int shift, uint64_t top)
{
	struct thing *things = kin_calloc(count + 1, sizeof(*things));
	uint64_t *keys = kin_calloc(count + 1, sizeof(*keys));
	uint32_t *order = kin_calloc(count + 1, sizeof(*order));
	size_t compared = 0;

	for (size_t i = 0; i < count; i++) {
		keys[i] = things[i].key = hash(i / same) >> shift | top;
		things[i].number = (uint32_t)i;
	}
	kin_radix_order(keys, count, order);
	qsort_r(things, count, sizeof(*things), compare, &compared);
	for (size_t i = 0; i < count; i++)
		ck_assert_uint_eq(order[i], things[i].number);
	kin_free(things);
	kin_free(keys);
	kin_free(order);
}

START_TEST(order_of_keys)
{
	static const size_t counts[] = { 0, 1, 2, 3, 31, 32, 33, 1000, 100000 };

	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
		order_both_ways(counts[i], 1, 0, 0);
		order_both_ways(counts[i], 1, 1, (uint64_t)1 << 63);
		order_both_ways(counts[i], 7, 0, 0);
		order_both_ways(counts[i], 1000000, 0, 0);
		order_both_ways(counts[i], 1, 50, 0);
		order_both_ways(counts[i], 3, 50, 0xffffull << 48);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("sort");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, as_qsort);
	tcase_add_test(tests, order_of_keys);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
