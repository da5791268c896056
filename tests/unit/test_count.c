/* count: groups, sums, different people, and the order of names. */
#include <stdio.h>

#include <check.h>

#include "kin/tally/count.h"

static uint32_t
group_of(struct kin_count *count, const char *ward, const char *hub)
{
	uint32_t values[2] = {
		ward ? kin_count_value(count, 0, kin_str_of(ward)) : KIN_COUNT_MISSING,
		hub ? kin_count_value(count, 1, kin_str_of(hub)) : KIN_COUNT_MISSING
	};

	return kin_count_group(count, values);
}

START_TEST(groups_hold_sums)
{
	struct kin_count *count = kin_count_new(2, 2);

	kin_count_add(count, group_of(count, "Abbey", "h1"), 0, 1);
	kin_count_add(count, group_of(count, "Abbey", "h2"), 0, 5);
	kin_count_add(count, group_of(count, "Abbey", "h1"), 0, 2);
	kin_count_most(count, group_of(count, "Abbey", "h1"), 1, 7);
	kin_count_most(count, group_of(count, "Abbey", "h1"), 1, 4);
	ck_assert_uint_eq(kin_count_groups(count), 2);
	ck_assert_int_eq(kin_count_get(count, group_of(count, "Abbey", "h1"), 0), 3);
	ck_assert_int_eq(kin_count_get(count, group_of(count, "Abbey", "h1"), 1), 7);
	ck_assert_int_eq(kin_count_total(count, 0), 8);
	ck_assert_int_eq(kin_count_total(count, 1), 7);
	kin_count_free(count);
}
END_TEST

/* One group more than memory had room for: none may lose its number. */
START_TEST(many_groups)
{
	struct kin_count *count = kin_count_new(1, 3);

	for (int i = 0; i < 10000; i++) {
		char name[16];
		uint32_t value, group;

		snprintf(name, sizeof(name), "w%d", i % 5000);
		value = kin_count_value(count, 0, kin_str_of(name));
		group = kin_count_group(count, &value);
		kin_count_add(count, group, 2, i % 5000);
	}
	ck_assert_uint_eq(kin_count_groups(count), 5000);
	for (uint32_t i = 0; i < 5000; i++)
		ck_assert_int_eq(kin_count_get(count, i, 2), 2 * (int64_t)i);
	kin_count_free(count);
}
END_TEST

START_TEST(people_count_once)
{
	struct kin_count *count = kin_count_new(2, 1);
	uint32_t a = group_of(count, "a", NULL), b = group_of(count, "b", NULL);

	for (uint64_t who = 0; who < 1000; who++) {
		kin_count_once(count, a, 0, who);
		kin_count_once(count, a, 0, who);
		kin_count_once(count, b, 0, who + 500);
	}
	ck_assert_int_eq(kin_count_get(count, a, 0), 1000);
	ck_assert_int_eq(kin_count_get(count, b, 0), 1000);
	ck_assert_int_eq(kin_count_total(count, 0), 1500);
	kin_count_free(count);
}
END_TEST

/* Each in places of their own, in few and in many, and everybody everywhere in the end. */
START_TEST(people_in_many_places)
{
	struct kin_count *count = kin_count_new(1, 1);
	uint32_t groups[100];
	int64_t want[100] = { 0 };

	for (uint32_t i = 0; i < 100; i++) {
		uint32_t value = kin_count_value(count, 0, kin_str((const char *)&i, sizeof(i)));

		groups[i] = kin_count_group(count, &value);
	}
	for (int round = 0; round < 2; round++) {
		for (uint64_t who = 0; who < 20000; who++) {
			for (uint64_t i = 0; i < 1 + who % 40; i++) {
				uint64_t group = (who * 7919 + i * (1 + who % 97)) % 100;

				want[group] += kin_count_once(count, groups[group], 0, who);
			}
		}
	}
	for (uint64_t who = 0; who < 20000; who++) {
		for (uint32_t i = 0; i < 100; i++)
			kin_count_once(count, groups[99 - i], 0, who);
	}
	for (uint32_t i = 0; i < 100; i++) {
		ck_assert_int_eq(kin_count_get(count, groups[i], 0), 20000);
		ck_assert_int_gt(want[i], 1000);
	}
	ck_assert_int_eq(kin_count_total(count, 0), 20000);
	kin_count_free(count);
}
END_TEST

START_TEST(shared_people_are_counted_apart)
{
	struct kin_count *with = kin_count_new(1, 2), *count = kin_count_new(1, 2);
	uint32_t value = kin_count_value(with, 0, KIN_STR("a")), a = kin_count_group(with, &value), b;

	kin_count_share(count, with);
	value = kin_count_value(count, 0, KIN_STR("b"));
	b = kin_count_group(count, &value);
	for (uint64_t who = 0; who < 1000; who++) {
		ck_assert(kin_count_once(with, a, 0, who / 2) == (who % 2 == 0));
		ck_assert(kin_count_once(count, b, 0, who));
		ck_assert(kin_count_once(count, b, 1, who / 4) == (who % 4 == 0));
	}
	ck_assert_int_eq(kin_count_total(with, 0), 500);
	ck_assert_int_eq(kin_count_total(count, 0), 1000);
	ck_assert_int_eq(kin_count_total(count, 1), 250);
	ck_assert_int_eq(kin_count_total(with, 1), 0);
	kin_count_free(count);
	kin_count_free(with);
}
END_TEST

START_TEST(missing_is_no_text)
{
	struct kin_count *count = kin_count_new(2, 1);
	uint32_t missing = group_of(count, NULL, "h1"), word = group_of(count, "(missing)", "h1");
	struct kin_str text;

	ck_assert_uint_ne(missing, word);
	ck_assert(!kin_count_text(count, missing, 0, &text));
	ck_assert(kin_count_text(count, word, 0, &text));
	ck_assert(kin_str_is(text, KIN_STR("(missing)")));
	kin_count_free(count);
}
END_TEST

START_TEST(order)
{
	struct kin_count *count = kin_count_new(2, 1);
	uint32_t missing = group_of(count, NULL, NULL), ten = group_of(count, "h10", NULL);
	uint32_t two = group_of(count, "h2", NULL), other = group_of(count, "h2", "x"), out[4];

	kin_count_add(count, missing, 0, 9);
	kin_count_add(count, ten, 0, 4);
	kin_count_add(count, two, 0, 4);
	kin_count_add(count, other, 0, 1);
	kin_count_order(count, 0, out);
	ck_assert(out[0] == missing && out[1] == two && out[2] == ten && out[3] == other);
	kin_count_order(count, -1, out);
	ck_assert(out[0] == other && out[1] == two && out[2] == ten && out[3] == missing);
	kin_count_free(count);
}
END_TEST

START_TEST(order_of_names)
{
	static const char *const names[] = {
		"", "10", "a", "a1", "a01b", "a2", "a10", "a10b", "h2", "h02x", "h99999999999999999999",
		"h100000000000000000000", "é"
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		for (size_t j = 0; j < sizeof(names) / sizeof(names[0]); j++) {
			int found = kin_count_cmp(kin_str_of(names[i]), kin_str_of(names[j]));

			ck_assert_msg((found > 0) - (found < 0) == (i > j) - (i < j), "%s and %s",
			    names[i], names[j]);
		}
	}
	ck_assert_int_ne(kin_count_cmp(KIN_STR("h1"), KIN_STR("h01")), 0);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("count");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, groups_hold_sums);
	tcase_add_test(tests, many_groups);
	tcase_add_test(tests, people_count_once);
	tcase_add_test(tests, people_in_many_places);
	tcase_add_test(tests, shared_people_are_counted_apart);
	tcase_add_test(tests, missing_is_no_text);
	tcase_add_test(tests, order);
	tcase_add_test(tests, order_of_names);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
