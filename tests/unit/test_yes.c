/* yes: words, figures and ticks. */
#include <check.h>

#include "kin/field/yes.h"

START_TEST(words)
{
	static const char *const yes[] = {
		"Y", "yes", " YES ", "Yes please", "yes.", "true", "T", "1", "x", "X", "✓", "✔", "☑", "☒", NULL
	};
	static const char *const no[] = { "N", "no", "No thanks", "false", "F", "0", "☐", NULL };
	static const char *const neither[] = { "", "maybe", "2", "yesterday", "✗", NULL };
	struct kin_err err = KIN_ERR_NONE;
	bool out;

	for (int i = 0; yes[i] != NULL; i++) {
		ck_assert_msg(kin_yes_parse(kin_str_of(yes[i]), &out, &err) == 0, "%s", yes[i]);
		ck_assert_msg(out, "%s", yes[i]);
	}
	for (int i = 0; no[i] != NULL; i++) {
		ck_assert_msg(kin_yes_parse(kin_str_of(no[i]), &out, &err) == 0, "%s", no[i]);
		ck_assert_msg(!out, "%s", no[i]);
	}
	for (int i = 0; neither[i] != NULL; i++) {
		ck_assert_int_eq(kin_yes_parse(kin_str_of(neither[i]), &out, &err), -1);
		ck_assert_str_eq(err.text, "neither yes nor no");
		ck_assert_str_eq(err.value, neither[i]);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("yes");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, words);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
