/* uprn: one number in its long and short forms, and what a spreadsheet does to it. */
#include <check.h>

#include "kin/field/uprn.h"

#define COUNT(table)	(sizeof(table) / sizeof(*(table)))

START_TEST(forms)
{
	static const char *const cases[][2] = {
		{ "000000199356", "199356" }, { "199356", "199356" }, { "100023336956", "100023336956" },
		{ " 100023336956 ", "100023336956" }, { "100023336956.0", "100023336956" }, { "1", "1" },
	};
	char out[KIN_UPRN_MAX];
	struct kin_err err = KIN_ERR_NONE;

	for (size_t i = 0; i < COUNT(cases); i++) {
		ck_assert_msg(kin_uprn_parse(kin_str_of(cases[i][0]), out, &err) == 0,
		    "%s: %s", cases[i][0], err.text);
		ck_assert_str_eq(out, cases[i][1]);
	}
}
END_TEST

START_TEST(refusals)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "", "not a UPRN: no digits" },
		{ "000000000000", "not a UPRN: nothing but noughts" },
		{ "1000233369561", "not a UPRN: more than 12 digits" },
		{ "1.00023336956E+11",
		  "not a UPRN: a spreadsheet's number, digits are lost: export the column as text" },
		{ "100023336956.5",
		  "not a UPRN: a spreadsheet's number, digits are lost: export the column as text" },
		{ "1000 2333", "not a UPRN: something other than digits" },
		{ "-199356", "not a UPRN: something other than digits" },
		{ "RM10 9AA", "not a UPRN: something other than digits" },
	};
	char out[KIN_UPRN_MAX];
	struct kin_err err = KIN_ERR_NONE;

	for (size_t i = 0; i < COUNT(cases); i++) {
		ck_assert_int_eq(kin_uprn_parse(kin_str_of(cases[i].text), out, &err), -1);
		ck_assert_str_eq(err.text, cases[i].why);
		ck_assert_str_eq(err.value, cases[i].text);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("uprn");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, forms);
	tcase_add_test(tests, refusals);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
