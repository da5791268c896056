/* whom: a number for each person, whoever they are. */
#include <check.h>

#include "kin/tally/whom.h"

START_TEST(each_has_a_number)
{
	struct kin_whom whom = { 0 };
	uint64_t sum = 0, want = 0;
	uint32_t number;
	size_t at = 0, seen = 0;

	for (uint64_t who = 0; who < 100000; who++)
		*kin_whom(&whom, who << (who % 3 * 20)) += 1;
	for (uint64_t who = 0; who < 100000; who++)
		*kin_whom(&whom, who << (who % 3 * 20)) += (uint32_t)who;
	while (kin_whom_next(&whom, &at, &number)) {
		sum += number;
		seen++;
	}
	for (uint64_t who = 0; who < 100000; who++)
		want += who + 1;
	ck_assert_uint_eq(seen, 100000);
	ck_assert_uint_eq(sum, want);
	kin_whom_fini(&whom);
}
END_TEST

START_TEST(nobody)
{
	struct kin_whom whom = { 0 };
	uint32_t number;
	size_t at = 0;

	ck_assert(!kin_whom_next(&whom, &at, &number));
	ck_assert_uint_eq(*kin_whom(&whom, 0), 0);
	ck_assert(kin_whom_next(&whom, &at, &number));
	ck_assert(!kin_whom_next(&whom, &at, &number));
	kin_whom_fini(&whom);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("whom");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, each_has_a_number);
	tcase_add_test(tests, nobody);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
