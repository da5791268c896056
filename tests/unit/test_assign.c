#include <check.h>
#include <stdlib.h>

#include "kin/link/assign.h"

/* Records 0 and 1 of list 0, 2 and 3 of list 1. */
static const uint32_t list[] = { 0, 0, 1, 1 };

START_TEST(the_better_has_the_one)
{
	const struct kin_edge edges[] = { { 0, 2, 8.0 }, { 1, 2, 9.0 } };
	const struct kin_assign_rule rule = { .nobody = 1.0, .cut = 2.0 };
	struct kin_assign assign;

	kin_assign(&assign, 4, list, edges, 2, &rule);
	ck_assert_uint_eq(assign.other[2], 1);
	ck_assert_uint_eq(assign.other[0], KIN_ASSIGN_NONE);
	ck_assert_uint_eq(assign.runner_up[0], 2);
	/* 512 / (512 + 256 + 1) */
	ck_assert_double_eq_tol(assign.probability[2], 512.0 / 769.0, 1e-12);
	kin_assign_fini(&assign);
}
END_TEST

START_TEST(where_a_side_repeats_both_have_it)
{
	const struct kin_edge edges[] = { { 0, 2, 8.0 }, { 1, 2, 9.0 } };
	const struct kin_assign_rule rule = { .repeats = { true, false }, .nobody = 1.0, .cut = 2.0 };
	struct kin_assign assign;

	kin_assign(&assign, 4, list, edges, 2, &rule);
	ck_assert_uint_eq(assign.other[0], 2);
	ck_assert_uint_eq(assign.other[1], 2);
	kin_assign_fini(&assign);
}
END_TEST

START_TEST(nobody_is_a_weak_rival_where_all_are_on_both)
{
	const struct kin_edge edges[] = { { 0, 2, 0.0 } };
	struct kin_assign_rule rule = { .nobody = 1.0, .cut = 2.0 };
	struct kin_assign assign;

	kin_assign(&assign, 4, list, edges, 1, &rule);
	ck_assert_uint_eq(assign.other[0], KIN_ASSIGN_NONE);
	kin_assign_fini(&assign);
	rule.nobody = 0.05;
	kin_assign(&assign, 4, list, edges, 1, &rule);
	ck_assert_uint_eq(assign.other[0], 2);
	ck_assert_double_eq_tol(assign.probability[0], 1.0 / 1.05, 1e-12);
	kin_assign_fini(&assign);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("assign");
	TCase *all = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, all);
	tcase_add_test(all, the_better_has_the_one);
	tcase_add_test(all, where_a_side_repeats_both_have_it);
	tcase_add_test(all, nobody_is_a_weak_rival_where_all_are_on_both);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
