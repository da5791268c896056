/* rate: shares, rates and ranks against numbers worked by hand. */
#include <check.h>

#include "kin/tally/rate.h"

/* 125, 80 and 60 for each 10,000 of 53,800 children are 672.5, 430.4 and 322.8 children. */
START_TEST(per_ten_thousand)
{
	ck_assert_int_eq(kin_rate_per(672.5, 53800, 10000), 1250);
	ck_assert_int_eq(kin_rate_per(430.4, 53800, 10000), 800);
	ck_assert_int_eq(kin_rate_per(322.8, 53800, 10000), 600);
	ck_assert_int_eq(kin_rate_per(0, 53800, 10000), 0);
	ck_assert_int_eq(kin_rate_per(1, 0, 10000), KIN_RATE_NONE);
	ck_assert_int_eq(kin_rate_per(1, -5, 10000), KIN_RATE_NONE);
}
END_TEST

/* 8 of 10: 0.4902 to 0.9433; none of 10: 0 to 0.2775, by hand from Wilson's formula. */
START_TEST(bounds)
{
	ck_assert_double_eq_tol(kin_rate_bound(8, 10, -1), 0.4902, 0.00005);
	ck_assert_double_eq_tol(kin_rate_bound(8, 10, 1), 0.9433, 0.00005);
	ck_assert_double_eq_tol(kin_rate_bound(0, 10, -1), 0, 1e-12);
	ck_assert_double_eq_tol(kin_rate_bound(0, 10, 1), 0.2775, 0.00005);
	ck_assert_double_eq_tol(kin_rate_bound(10, 10, 1), 1, 1e-12);
	ck_assert_double_eq_tol(kin_rate_bound(0, 0, 1), 0, 1e-12);
}
END_TEST

/* 139,080 of 621,880 referrals of 2024 were within twelve months of another: 22 %, in tenths 22.4. */
START_TEST(shares)
{
	static const struct {
		uint64_t	n, of;
		int64_t		tenths;
	} cases[] = {
		{ 139080, 621880, 224 },
		{ 1, 8, 125 },
		{ 1, 3, 333 },
		{ 2, 3, 667 },
		{ 1, 2000, 1 },		/* 0.05 %: a half, away from nought */
		{ 1, 2001, 0 },
		{ 9995, 10000, 1000 },	/* 99.95 % */
		{ 9994, 10000, 999 },
		{ 0, 7, 0 },
		{ 7, 7, 1000 },
		{ 0, 0, KIN_RATE_NONE }
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		ck_assert_int_eq(kin_rate_share(cases[i].n, cases[i].of), cases[i].tenths);
}
END_TEST

START_TEST(ranks)
{
	int32_t days[] = { 9, 1, 5, 3, 7, 2, 8, 4, 10, 6 }, two[] = { 30, 10 }, one[] = { 4 };

	ck_assert_int_eq(kin_rate_rank(days, 10, 50), 5);
	ck_assert_int_eq(kin_rate_rank(days, 10, 90), 9);
	ck_assert_int_eq(kin_rate_rank(days, 10, 100), 10);
	ck_assert_int_eq(kin_rate_rank(days, 10, 0), 1);
	ck_assert_int_eq(kin_rate_rank(two, 2, 50), 10);
	ck_assert_int_eq(kin_rate_rank(one, 1, 50), 4);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("rate");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, per_ten_thousand);
	tcase_add_test(tests, shares);
	tcase_add_test(tests, bounds);
	tcase_add_test(tests, ranks);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
