/* age: as it is said, and how old that leaves somebody on another day. */
#include <check.h>

#include "kin/field/age.h"

#define COUNT(table)	(sizeof(table) / sizeof(*(table)))

START_TEST(forms)
{
	static const struct {
		const char *text, *want;
		int least, most;
	} cases[] = {
		{ "70", "70", 840, 851 }, { " 70 ", "70", 840, 851 }, { "70.0", "70", 840, 851 }, { "70 yrs", "70", 840, 851 },
		{ "70 years old", "70", 840, 851 }, { "70yo", "70", 840, 851 }, { "Aged 70", "70", 840, 851 },
		{ "age: 70", "70", 840, 851 }, { "0", "0", 0, 11 }, { "70+", "70+", 840, KIN_AGE_OPEN },
		{ "70 and over", "70+", 840, KIN_AGE_OPEN }, { "over 70", "71+", 852, KIN_AGE_OPEN },
		{ "70 plus", "70+", 840, KIN_AGE_OPEN }, { "70-74", "70-74", 840, 899 }, { "70 to 74", "70-74", 840, 899 },
		{ "70 - 74 years", "70-74", 840, 899 }, { "under 5", "0-4", 0, 59 }, { "3 months", "3m", 3, 3 },
		{ "3m", "3m", 3, 3 }, { "18 mths", "18m", 18, 18 }, { "6 weeks", "1m", 1, 1 }, { "2 wks", "0m", 0, 0 },
		{ "0.5", "6m", 6, 6 }, { "1.5 yrs", "18m", 18, 18 }, { "120", "120", 1440, 1451 }, { "6-11 months", "6-11m", 6, 11 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_err err;
		struct kin_age age, again;
		char printed[KIN_AGE_MAX];

		ck_assert_msg(kin_age_parse(kin_str_of(cases[i].text), &age, &err) == 0, "%s: %s", cases[i].text, err.text);
		ck_assert_msg(age.least == cases[i].least && age.most == cases[i].most, "%s: %d to %d", cases[i].text,
		    age.least, age.most);
		ck_assert_uint_eq(kin_age_print(&age, printed), strlen(cases[i].want));
		ck_assert_str_eq(printed, cases[i].want);
		ck_assert(kin_age_read(kin_str_of(printed), &again));
		ck_assert(again.least == age.least && again.most == age.most);
	}
	ck_assert(!kin_age_read(KIN_STR("70 yrs"), &(struct kin_age){ 0 }));
}
END_TEST

START_TEST(refusals)
{
	static const char *const cases[][2] = {
		{ "", "not an age: no number of years" }, { "old", "not an age: something other than years, months or weeks" },
		{ "121", "not an age: nobody is so old" }, { "1950", "not an age: no number of years" },
		{ "12/03/1950", "not an age: something other than years, months or weeks" },
		{ "70-70", "not an age: the second number is not above the first" },
		{ "70 days", "not an age: something other than years, months or weeks" },
		{ "-3", "not an age: no number of years" }, { "999 months", "not an age: a number of months or weeks that nobody is told by" },
		{ "under 0", "not an age: nobody is so old" }, { "over 70-74", "not an age: two bounds that do not go together" },
		{ "7O", "not an age: something other than years, months or weeks" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_err err = KIN_ERR_NONE;
		struct kin_age age;

		ck_assert_msg(kin_age_parse(kin_str_of(cases[i][0]), &age, &err) == -1, "%s", cases[i][0]);
		ck_assert_str_eq(err.text, cases[i][1]);
		ck_assert_str_eq(err.value, cases[i][0]);
	}
}
END_TEST

START_TEST(on_a_day)
{
	static const struct {
		const char *age;
		struct kin_date at, on, first, last;
		int least, most;
	} cases[] = {
		{ "70", { 2020, 4, 6 }, { 2020, 4, 6 }, { 1949, 4, 7 }, { 1950, 4, 6 }, 70, 70 },
		{ "69", { 2020, 4, 6 }, { 2020, 5, 6 }, { 1950, 4, 7 }, { 1951, 4, 6 }, 69, 70 },
		{ "69", { 2020, 4, 6 }, { 2021, 4, 6 }, { 1950, 4, 7 }, { 1951, 4, 6 }, 70, 70 },
		{ "70", { 2020, 2, 29 }, { 2020, 2, 29 }, { 1949, 3, 1 }, { 1950, 2, 28 }, 70, 70 },
		{ "3m", { 2020, 4, 6 }, { 2021, 4, 6 }, { 2019, 12, 7 }, { 2020, 1, 6 }, 1, 1 },
		{ "0m", { 2020, 3, 31 }, { 2020, 3, 31 }, { 2020, 3, 1 }, { 2020, 3, 31 }, 0, 0 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_age age;
		int least, most;
		int32_t first, last;

		ck_assert(kin_age_read(kin_str_of(cases[i].age), &age));
		kin_age_births(&age, cases[i].at, &first, &last);
		kin_age_years(&age, cases[i].at, kin_day_number(cases[i].on), &least, &most);
		ck_assert_msg(first == kin_day_number(cases[i].first), "%zu: first %d", i, first - kin_day_number(cases[i].first));
		ck_assert_msg(last == kin_day_number(cases[i].last), "%zu: last %d", i, last - kin_day_number(cases[i].last));
		ck_assert_msg(least == cases[i].least && most == cases[i].most, "%zu: %d to %d", i, least, most);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("age");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, forms);
	tcase_add_test(tests, refusals);
	tcase_add_test(tests, on_a_day);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
