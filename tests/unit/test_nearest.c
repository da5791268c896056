#include <check.h>
#include <stdlib.h>

#include "kin/face/nearest.h"

START_TEST(steps_are_letters_put_in_left_out_changed_or_swapped)
{
	static const struct {
		const char	*a, *b;
		int		 steps;
	} cases[] = {
		{ "", "", 0 },
		{ "rejects", "rejects", 0 },
		{ "", "abc", 3 },
		{ "rejcts", "rejects", 1 },
		{ "rejeccts", "rejects", 1 },
		{ "rejests", "rejects", 1 },
		{ "rejetcs", "rejects", 1 },
		{ "ca", "abc", 3 },		/* restricted: a letter swapped is not changed again */
		{ "kitten", "sitting", 3 },
		{ "ingest", "egnits", 4 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ck_assert_int_eq(kin_nearest_steps(cases[i].a, cases[i].b), cases[i].steps);
		ck_assert_int_eq(kin_nearest_steps(cases[i].b, cases[i].a), cases[i].steps);
	}
}
END_TEST

START_TEST(a_name_too_long_is_far_from_all)
{
	char name[101] = { 0 };

	for (int i = 0; i < 100; i++)
		name[i] = 'x';
	ck_assert_int_gt(kin_nearest_steps(name, name), 63);
	ck_assert_ptr_null(kin_nearest(name, NULL, name));
}
END_TEST

static const char *
guess(const char *typed)
{
	static const char *const names[] = { "dedupe", "ingest", "match", "report", "rounds", "route", NULL };
	const char *best = NULL;

	for (int i = 0; names[i] != NULL; i++)
		best = kin_nearest(typed, best, names[i]);
	return best;
}

START_TEST(the_nearest_name_is_guessed_when_one_is_near)
{
	ck_assert_str_eq(guess("dedup"), "dedupe");
	ck_assert_str_eq(guess("ingset"), "ingest");
	ck_assert_str_eq(guess("rep"), "report");
	ck_assert_str_eq(guess("rout"), "route");
	ck_assert_str_eq(guess("roudns"), "rounds");
	ck_assert_ptr_null(guess("frobnicate"));
	ck_assert_ptr_null(guess("x"));
	ck_assert_ptr_null(guess(""));
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("nearest");
	TCase *tcase = tcase_create("nearest");
	SRunner *runner;
	int failed;

	tcase_add_test(tcase, steps_are_letters_put_in_left_out_changed_or_swapped);
	tcase_add_test(tcase, a_name_too_long_is_far_from_all);
	tcase_add_test(tcase, the_nearest_name_is_guessed_when_one_is_near);
	suite_add_tcase(suite, tcase);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
