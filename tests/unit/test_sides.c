/* sides: each pair between the sides once, and no more within them than it says. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "kin/link/compare.h"
#include "kin/link/patterns.h"

static const struct kin_field_spec fields[] = {
	{ "given_name", KIN_KIND_GIVEN_NAME, false }, { "family_name", KIN_KIND_FAMILY_NAME, true },
	{ "birth_date", KIN_KIND_DATE, false }
};

/* So many records of list 0 and of list 1, in turns. */
static struct kin_columns *
make(uint32_t stream, uint32_t list)
{
	static const char *const given[] = { "Ada", "Adah", "Quill", "Bob", "Robert", "Idris", "" };
	static const char *const family[] = { "Quill", "Ferris", "Farris", "Ada", "Begum" };
	struct kin_columns *columns = kin_columns_new(fields, 3);

	for (uint32_t i = 0; i < stream + list; i++) {
		uint32_t of = i < 2 * (stream < list ? stream : list) ? i % 2 : stream < list;
		struct kin_columns_text text[3];
		char date[16];

		snprintf(date, sizeof(date), "19%02u-%02u-11", (unsigned)(i * 7 % 90 + 10),
		    (unsigned)(i % 12 + 1));
		text[0] = (struct kin_columns_text){ 0, kin_str_of(given[i % 7]) };
		text[1] = (struct kin_columns_text){ 1, kin_str_of(family[i / 3 % 5]) };
		text[2] = (struct kin_columns_text){ 2, kin_str_of(date) };
		kin_columns_add(columns, kin_hash64(kin_str((const char *)&i, sizeof(i)), 1), of, text, 3);
	}
	kin_columns_seal(columns);
	return columns;
}

static const struct {
	uint32_t	stream, list, few, few_within, many_within;
} sizes[] = {
	{ 30, 20, 20, 20, 30 },			/* every pair is looked at */
	{ 20, 30, 20, 20, 30 },
	{ 0, 5, 0, 0, 5 },
	{ 5, 0, 0, 0, 5 },
	{ 0, 0, 0, 0, 0 },
	{ 5000, 3000, 3000, 3000, 5000 },	/* within are no more than between */
	{ 9000, 3, 3, 3, 4000 },		/* a sample of a long stream */
	{ 3, 9000, 3, 3, 4000 }			/* and of a long list */
};

START_TEST(test_sizes)
{
	struct kin_columns *columns = make(sizes[_i].stream, sizes[_i].list);
	struct kin_sides sides;

	kin_sides_init(&sides, columns);
	ck_assert_uint_eq(sides.few_count, sizes[_i].few);
	ck_assert_uint_eq(sides.few_count + sides.many_count, columns->records);
	ck_assert_uint_eq(sides.few_within, sizes[_i].few_within);
	ck_assert_uint_eq(sides.many_within, sizes[_i].many_within);
	for (uint32_t i = 1; i < sides.few_count; i++)
		ck_assert_uint_eq(columns->list[sides.few[i]], columns->list[sides.few[0]]);
	kin_sides_fini(&sides);
	kin_columns_free(columns);
}
END_TEST

/* With tables or without: the same as one pair at a time. */
START_TEST(test_some_is_each)
{
	struct kin_columns *columns = make(40, 25);
	struct kin_compare *compare = kin_compare_new(columns, _i == 0 ? 8192 : 0, 1);
	kin_pattern row[64];
	struct kin_sides sides;

	kin_sides_init(&sides, columns);
	for (uint32_t i = 0; i < sides.few_count; i++) {
		kin_compare_some(compare, sides.few[i], sides.many, sides.many_count, row);
		for (uint32_t j = 0; j < sides.many_count; j++)
			ck_assert_uint_eq(row[j], kin_compare_pair(compare, sides.few[i], sides.many[j]));
	}
	kin_sides_fini(&sides);
	kin_compare_free(compare);
	kin_columns_free(columns);
}
END_TEST

/* Where nothing is left to a sample, the counts are those of all pairs. */
START_TEST(test_counts)
{
	struct kin_columns *columns = make(sizes[_i].stream, sizes[_i].list);
	struct kin_compare *compare = kin_compare_new(columns, 8192, 1);
	struct kin_patterns all, some;
	struct kin_sides sides;

	kin_sides_init(&sides, columns);
	kin_patterns_count(&all, columns, compare, NULL, 2);
	kin_patterns_count(&some, columns, compare, &sides, 2);
	ck_assert_uint_eq(some.count, all.count);
	for (size_t i = 0; i < all.count; i++) {
		ck_assert_uint_eq(some.pattern[i], all.pattern[i]);
		for (int s = 0; s < all.strata; s++)
			ck_assert_double_eq(some.pairs[i * (size_t)all.strata + (size_t)s],
			    all.pairs[i * (size_t)all.strata + (size_t)s]);
	}
	kin_patterns_fini(&all);
	kin_patterns_fini(&some);
	kin_sides_fini(&sides);
	kin_compare_free(compare);
	kin_columns_free(columns);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("sides");
	TCase *tests = tcase_create("sides");
	SRunner *runner;
	int failed;

	tcase_add_loop_test(tests, test_sizes, 0, sizeof(sizes) / sizeof(sizes[0]));
	tcase_add_loop_test(tests, test_some_is_each, 0, 2);
	tcase_add_loop_test(tests, test_counts, 0, 4);
	tcase_set_timeout(tests, 60);
	suite_add_tcase(suite, tests);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}
