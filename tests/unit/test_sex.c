/* sex: words and the codes of national returns; what says "not known" is no value. */
#include <check.h>

#include "kin/field/sex.h"

#define COUNT(table)	(sizeof(table) / sizeof(*(table)))

START_TEST(words)
{
	static const struct {
		const char *text;
		char want;
	} cases[] = {
		{ "F", 'F' }, { "a) Female", 'F' }, { "b) Male", 'M' }, { "f", 'F' }, { "Female", 'F' }, { "WOMAN", 'F' }, { "2", 'F' },
		{ "M", 'M' }, { " male ", 'M' }, { "Man", 'M' }, { "1", 'M' },
		{ "X", 'X' }, { "Other", 'X' }, { "Non-binary", 'X' }, { "non binary", 'X' },
		{ "0", 0 }, { "9", 0 }, { "U", 0 }, { "Not known", 0 }, { "not stated", 0 },
		{ "unknown", 0 }, { "Prefer not to say", 0 }, { "", 0 }, { "-", 0 },
	};
	struct kin_err err = KIN_ERR_NONE;

	for (size_t i = 0; i < COUNT(cases); i++) {
		char sex = '?';

		ck_assert_msg(kin_sex_parse(kin_str_of(cases[i].text), &sex, &err) == 0,
		    "%s: %s", cases[i].text, err.text);
		ck_assert_msg(sex == cases[i].want, "%s", cases[i].text);
	}
}
END_TEST

START_TEST(refusals)
{
	static const char *const cases[] = { "3", "FM", "Mr", "femail", "12/03/1980" };
	struct kin_err err = KIN_ERR_NONE;
	char sex = '?';

	for (size_t i = 0; i < COUNT(cases); i++) {
		ck_assert_int_eq(kin_sex_parse(kin_str_of(cases[i]), &sex, &err), -1);
		ck_assert_str_eq(err.text, "not a sex: neither a word nor a code for one");
		ck_assert_str_eq(err.value, cases[i]);
	}
	ck_assert_int_eq(sex, '?');
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("sex");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, words);
	tcase_add_test(tests, refusals);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
