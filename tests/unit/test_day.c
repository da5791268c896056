/* day: the calendar at its edges. */
#include <check.h>

#include "kin/field/day.h"

#define COUNT(table)	(sizeof(table) / sizeof(*(table)))

static struct kin_date
date(int year, int month, int day)
{
	return (struct kin_date){ (int16_t)year, (int8_t)month, (int8_t)day };
}

START_TEST(whole)
{
	ck_assert(kin_day_is_whole(date(2020, 2, 29)));
	ck_assert(kin_day_is_whole(date(2000, 2, 29)));
	ck_assert(!kin_day_is_whole(date(1900, 2, 29)));
	ck_assert(!kin_day_is_whole(date(2019, 2, 29)));
	ck_assert(!kin_day_is_whole(date(2020, 4, 31)));
	ck_assert(!kin_day_is_whole(date(2020, 13, 1)));
	ck_assert(!kin_day_is_whole(date(2020, 1, 0)));
	ck_assert(!kin_day_is_whole(date(0, 1, 1)));
	ck_assert_int_eq(kin_day_month_length(0, 2), 29);
}
END_TEST

START_TEST(numbers)
{
	static const struct {
		struct kin_date date;
		int32_t number;
	} cases[] = {
		{ { 1970, 1, 1 }, 0 }, { { 1969, 12, 31 }, -1 }, { { 2000, 3, 1 }, 11017 },
		{ { 2020, 2, 29 }, 18321 }, { { 1, 1, 1 }, -719162 }, { { 9999, 12, 31 }, 2932896 },
		{ { 1600, 2, 29 }, -135081 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		ck_assert_int_eq(kin_day_number(cases[i].date), cases[i].number);
		ck_assert_int_eq(kin_day_cmp(kin_day_date(cases[i].number), cases[i].date), 0);
	}
	for (int32_t n = -719162; n < 2932896; n += 13) {
		struct kin_date d = kin_day_date(n);

		ck_assert(kin_day_is_whole(d));
		ck_assert_int_eq(kin_day_number(d), n);
		ck_assert_int_lt(kin_day_cmp(d, kin_day_date(n + 1)), 0);
	}
}
END_TEST

/* Week examples of ISO 8601 as everywhere quoted, and the years of 53 weeks beside them. */
START_TEST(weeks)
{
	static const struct {
		struct kin_date date;
		int weekday, year, week;
	} cases[] = {
		{ { 2005, 1, 1 }, 6, 2004, 53 }, { { 2005, 1, 2 }, 7, 2004, 53 },
		{ { 2005, 12, 31 }, 6, 2005, 52 }, { { 2007, 1, 1 }, 1, 2007, 1 },
		{ { 2008, 12, 29 }, 1, 2009, 1 }, { { 2010, 1, 3 }, 7, 2009, 53 },
		{ { 2020, 4, 20 }, 1, 2020, 17 }, { { 2020, 12, 31 }, 4, 2020, 53 },
		{ { 2021, 1, 4 }, 1, 2021, 1 }, { { 1969, 12, 31 }, 3, 1970, 1 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		int32_t number = kin_day_number(cases[i].date);
		int year, week;

		ck_assert_int_eq(kin_day_weekday(number), cases[i].weekday);
		kin_day_week(number, &year, &week);
		ck_assert_int_eq(year, cases[i].year);
		ck_assert_int_eq(week, cases[i].week);
	}
}
END_TEST

START_TEST(ages)
{
	static const struct {
		struct kin_date birth, on;
		int least, most;
	} cases[] = {
		{ { 1950, 4, 20 }, { 2020, 4, 19 }, 69, 69 }, { { 1950, 4, 20 }, { 2020, 4, 20 }, 70, 70 },
		{ { 2000, 2, 29 }, { 2019, 2, 28 }, 18, 18 }, { { 2000, 2, 29 }, { 2019, 3, 1 }, 19, 19 },
		{ { 2000, 2, 29 }, { 2020, 2, 29 }, 20, 20 }, { { 1950, 0, 0 }, { 2020, 4, 20 }, 69, 70 },
		{ { 1950, 4, 0 }, { 2020, 4, 20 }, 69, 70 }, { { 1950, 5, 0 }, { 2020, 4, 20 }, 69, 69 },
		{ { 2020, 4, 20 }, { 2020, 4, 20 }, 0, 0 }, { { 2021, 1, 1 }, { 2020, 4, 20 }, -1, -1 },
	};
	int least, most;

	for (size_t i = 0; i < COUNT(cases); i++) {
		ck_assert(kin_day_age(cases[i].birth, kin_day_number(cases[i].on), &least, &most));
		ck_assert_int_eq(least, cases[i].least);
		ck_assert_int_eq(most, cases[i].most);
	}
	ck_assert(!kin_day_age(date(0, 6, 1), 18000, &least, &most));
}
END_TEST

START_TEST(parts)
{
	int32_t first, last;

	ck_assert_int_eq(kin_day_agree(date(1960, 6, 1), date(1960, 6, 1)), KIN_DAY_SAME);
	ck_assert_int_eq(kin_day_agree(date(1960, 6, 1), date(1960, 6, 0)), KIN_DAY_COMPATIBLE);
	ck_assert_int_eq(kin_day_agree(date(1960, 0, 0), date(1960, 6, 1)), KIN_DAY_COMPATIBLE);
	ck_assert_int_eq(kin_day_agree(date(0, 6, 1), date(1960, 6, 1)), KIN_DAY_COMPATIBLE);
	ck_assert_int_eq(kin_day_agree(date(0, 6, 2), date(1960, 6, 1)), KIN_DAY_DIFFERENT);
	ck_assert_int_eq(kin_day_agree(date(1961, 0, 0), date(1960, 6, 1)), KIN_DAY_DIFFERENT);
	ck_assert_int_eq(kin_day_agree(date(0, 0, 0), date(1960, 6, 1)), KIN_DAY_COMPATIBLE);
	kin_day_range(date(2020, 2, 0), &first, &last);
	ck_assert_int_eq(last - first, 28);
	kin_day_range(date(2020, 0, 0), &first, &last);
	ck_assert_int_eq(last - first, 365);
	kin_day_range(date(2020, 2, 3), &first, &last);
	ck_assert_int_eq(last, first);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("day");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, whole);
	tcase_add_test(tests, numbers);
	tcase_add_test(tests, weeks);
	tcase_add_test(tests, ages);
	tcase_add_test(tests, parts);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
