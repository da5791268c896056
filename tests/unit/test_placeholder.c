/* placeholder: what says that nothing is there, and what only looks like it. */
#include <check.h>

#include "kin/field/placeholder.h"

START_TEST(cells)
{
	static const char *const nothing[] = {
		"", " ", "-", "--", "–", "—", "?", "???", "...", "n/a", "N/A", "NA", "n.a.", "none", "None",
		"(none)", "NULL", "null", "nil", "NaN", "undefined", "unknown", "Not known", "not  known",
		"TBC", "t.b.c.", "to be confirmed", "Not stated", "not given", "prefer not to say",
		"don't know", "00/00/0000", "0000-00-00", "00000000000", "#N/A", "#REF!", "#VALUE!",
		"xxx", "no email", "No phone", "\u00a0", "refused", NULL
	};
	static const char *const something[] = {
		"x", "X", "0", "00", "no", "No", "yes", "unknown caller", "Nan Smith", "1", "a", "&",
		"<>?:\"{}|_+", "no fixed abode", "Ben", "not known to us since March", "0000 1", NULL
	};

	for (int i = 0; nothing[i] != NULL; i++)
		ck_assert_msg(kin_placeholder_is(kin_str_of(nothing[i])), "\"%s\"", nothing[i]);
	for (int i = 0; something[i] != NULL; i++)
		ck_assert_msg(!kin_placeholder_is(kin_str_of(something[i])), "\"%s\"", something[i]);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("placeholder");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, cells);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
