#include <check.h>
#include <stdlib.h>

#include "kin/link/judge.h"

START_TEST(pairs_and_b_cubed)
{
	/* {0 1 2} {3 4} found as {0 1} {2 3 4}. */
	const uint32_t truth[] = { 7, 7, 7, 9, 9 }, found[] = { 1, 1, 2, 2, 2 };
	struct kin_quality quality;

	kin_judge(truth, found, 5, &quality);
	ck_assert_double_eq(quality.true_pairs, 4);
	ck_assert_double_eq(quality.found_pairs, 4);
	ck_assert_double_eq(quality.right_pairs, 2);
	ck_assert_double_eq(quality.f1, 0.5);
	/* (1 + 1 + 1/3 + 2/3 + 2/3) / 5, (2/3 + 2/3 + 1/3 + 1 + 1) / 5 */
	ck_assert_double_eq_tol(quality.b3_precision, 11.0 / 15.0, 1e-12);
	ck_assert_double_eq_tol(quality.b3_recall, 11.0 / 15.0, 1e-12);
}
END_TEST

START_TEST(nothing_found_is_nothing_wrong)
{
	const uint32_t alone[] = { 0, 1, 2 };
	struct kin_quality quality;

	kin_judge(alone, alone, 3, &quality);
	ck_assert_double_eq(quality.precision, 1);
	ck_assert_double_eq(quality.recall, 1);
}
END_TEST

START_TEST(the_interval_holds_what_is_expected)
{
	static const double counts[][4] = { { 0, 0, 0, 0 }, { 1, 0, 0, 0 }, { 1000, 0, 0, 0 },
	    { 1000, 8, 30, 30 }, { 1000, 8, 60, 0 }, { 5, 5, 5, 5 } };

	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
		struct kin_expected e;

		kin_judge_range(counts[i][0], counts[i][1], &counts[i][2], &e);
		ck_assert_double_le(e.low.precision, e.best.precision);
		ck_assert_double_le(e.best.precision, e.high.precision);
		ck_assert_double_le(e.low.recall, e.best.recall);
		ck_assert_double_le(e.best.recall, e.high.recall);
		ck_assert_double_le(e.low.f1, e.best.f1);
		ck_assert_double_le(e.best.f1, e.high.f1);
		ck_assert_double_ge(e.low.f1, 0.0);
		ck_assert_double_le(e.high.recall, 1.0);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("judge");
	TCase *all = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, all);
	tcase_add_test(all, pairs_and_b_cubed);
	tcase_add_test(all, nothing_found_is_nothing_wrong);
	tcase_add_test(all, the_interval_holds_what_is_expected);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
