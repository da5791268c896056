/* nhs, uprn, digits: numbers that are names. */
#include <stdio.h>

#include <check.h>

#include "kin/field/digits.h"
#include "kin/field/nhs.h"

#define COUNT(table)	(sizeof(table) / sizeof(*(table)))

START_TEST(forms)
{
	static const char *const cases[][2] = {
		{ "9990000018", "9990000018" }, { "9990000026", "9990000026" },
		{ "9990000034", "9990000034" }, { "9990000042", "9990000042" },
		{ "9990000050", "9990000050" }, { "999 000 0042", "9990000042" },
		{ "999-000-0042", "9990000042" }, { " 9990000018 ", "9990000018" },
		{ "9990000018.0", "9990000018" }, { "999\u2013000\u20130042", "9990000042" },
		{ "=\"9990000018\"", "9990000018" }, { "9434765919", "9434765919" },
	};
	char out[KIN_NHS_MAX];
	struct kin_err err = KIN_ERR_NONE;

	for (size_t i = 0; i < COUNT(cases); i++) {
		ck_assert_msg(kin_nhs_parse(kin_str_of(cases[i][0]), out, &err) == 0,
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
		{ "", "not an NHS number: no digits" },
		{ "999000001", "not an NHS number: fewer than ten digits" },
		{ "99900000180", "not an NHS number: more than ten digits" },
		{ "9990000019", "not an NHS number: the check digit is wrong" },
		{ "9990000081", "not an NHS number: the check digit is wrong" },
		{ "0000000000", "not an NHS number: one digit ten times" },
		{ "1111111111", "not an NHS number: one digit ten times" },
		{ "999000001X", "not an NHS number: something other than digits" },
		{ "RM10 9AA", "not an NHS number: something other than digits" },
		{ "9.99E+09", "not an NHS number: a spreadsheet's number, digits are lost: export the column as text" },
		{ "1.23e9", "not an NHS number: a spreadsheet's number, digits are lost: export the column as text" },
		{ "9.99", "not an NHS number: a spreadsheet's number, digits are lost: export the column as text" },
	};
	char out[KIN_NHS_MAX];
	struct kin_err err = KIN_ERR_NONE;

	for (size_t i = 0; i < COUNT(cases); i++) {
		ck_assert_int_eq(kin_nhs_parse(kin_str_of(cases[i].text), out, &err), -1);
		ck_assert_str_eq(err.text, cases[i].why);
		ck_assert_str_eq(err.value, cases[i].text);
	}
}
END_TEST

/* Of the ten last digits at most one is right, and each of 0 to 9 occurs; nine digits that give 10 have none. */
START_TEST(check_digits)
{
	int seen[11] = { 0 };

	for (int n = 0; n < 200; n++) {
		char text[16], out[KIN_NHS_MAX];
		struct kin_err err;
		int right = 0, check;

		snprintf(text, sizeof(text), "%09d0", 400000000 + n * 7919);
		check = kin_nhs_check_digit(text);
		ck_assert_int_ge(check, 0);
		ck_assert_int_le(check, 10);
		seen[check]++;
		for (text[9] = '0'; text[9] <= '9'; text[9]++)
			right += kin_nhs_parse(kin_str(text, 10), out, &err) == 0;
		ck_assert_int_eq(right, check < 10);
	}
	for (int i = 0; i <= 10; i++)
		ck_assert_int_gt(seen[i], 0);
	/* the Dictionary's own example */
	ck_assert_int_eq(kin_nhs_check_digit("401023213"), 7);
}
END_TEST

START_TEST(digits)
{
	char out[12];
	size_t count;

	ck_assert_int_eq(kin_digits_take(KIN_STR("1 2"), " ", out, 12, &count), KIN_DIGITS_OK);
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(kin_digits_take(KIN_STR("1 2"), "", out, 12, &count), KIN_DIGITS_LETTERS);
	ck_assert_int_eq(kin_digits_take(KIN_STR("1234"), "", out, 2, &count), KIN_DIGITS_LONG);
	ck_assert_uint_eq(count, 4);
	ck_assert_int_eq(kin_digits_take(KIN_STR("  "), "", out, 2, &count), KIN_DIGITS_NONE);
	ck_assert_int_eq(kin_digits_take(kin_str("1\0002", 3), " ", out, 12, &count), KIN_DIGITS_LETTERS);
	ck_assert_ptr_null(kin_digits_fault(KIN_DIGITS_LONG));
	ck_assert_str_eq(kin_digits_fault(KIN_DIGITS_NONE), "no digits");
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("nhs");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, forms);
	tcase_add_test(tests, refusals);
	tcase_add_test(tests, check_digits);
	tcase_add_test(tests, digits);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
