#include <check.h>
#include <stdlib.h>

#include "kin/link/regex.h"

/* What RE2 finds, as "whole|group 1|…"; NULL: nothing. */
static const struct {
	const char	*pattern, *text, *found;
} known[] = {
	{ "^[^@]+", "ada@example.org", "ada" },
	{ "^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]", "RM10 9AA", "RM10 9" },
	{ "^[A-Za-z]{1,2}", "E1 1AA", "E" },
	{ "(a|ab)(c|bcd)(d*)", "abcd", "abcd|a|bcd|" },
	{ "a|ab", "ab", "a" },
	{ "(a+?)(a*)", "aaa", "aaa|a|aa" },
	{ "x*", "aaa", "" },
	{ "(z)?b", "abc", "b|" },
	{ "(?:a|b)+c", "ababc", "ababc" },
	{ "a{2}", "aaa", "aa" },
	{ "a{2,}", "aaaa", "aaaa" },
	{ "a{0,1}b", "aab", "ab" },
	{ "a{,2}", "a{,2}", "a{,2}" },
	{ "\\d+", "no 42!", "42" },
	{ "\\bcat\\b", "concat cat", "cat" },
	{ "[\\w.]+@\\w+", "<a.b@c>", "a.b@c" },
	{ "[]a]+", "]a]", "]a]" },
	{ "[a\\-z]+", "z-a", "z-a" },
	{ "(?i)straße", "STRAßE", "STRAßE" },
	{ ".", "é", "é" },
	{ "[à-ý]", "xéx", "é" },
	{ "^$", "", "" },
	{ "^b", "ab", NULL },
	{ "a.c", "a\nc", NULL },
	{ "(a*)*b", "aaab", "aaab|aaa" },
	{ "(a|b|)*c", "abc", "abc|b" }
};

START_TEST(test_known)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_str groups[KIN_REGEX_GROUPS];
	struct kin_regex *regex = kin_regex_new(kin_str_of(known[_i].pattern), &err);
	char text[256] = "";

	ck_assert_msg(regex != NULL, "%s: %s", known[_i].pattern, err.text);
	if (!kin_regex_find(regex, kin_str_of(known[_i].text), groups)) {
		ck_assert_msg(known[_i].found == NULL, "%s finds nothing", known[_i].pattern);
		kin_regex_free(regex);
		return;
	}
	ck_assert_msg(known[_i].found != NULL, "%s finds something", known[_i].pattern);
	for (int g = 0; g <= kin_regex_groups(regex); g++) {
		strcat(text, g > 0 ? "|" : "");
		strncat(text, groups[g].len ? groups[g].p : "", groups[g].len);
	}
	ck_assert_str_eq(text, known[_i].found);
	kin_regex_free(regex);
}
END_TEST

static const struct {
	const char	*pattern, *why;
} refused[] = {
	{ "(", "pattern has ( without )" },
	{ "a)", "pattern has ) without (" },
	{ "[a", "pattern has [ without ]" },
	{ "*a", "pattern repeats nothing" },
	{ "[z-a]", "pattern has a range that ends before it begins" },
	{ "\\p{L}", "pattern has \\p, which is not known" },
	{ "(?=a)", "pattern has (?…, which is not known" },
	{ "[[:alpha:]]", "pattern has a named class, which is not known" },
	{ "a\\", "pattern ends with a backslash" },
	{ "((a{100}){100}){100}", "pattern repeats too often" },
	{ "(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)", "pattern has more than 9 groups" }
};

START_TEST(test_refused)
{
	struct kin_err err = KIN_ERR_NONE;

	ck_assert_ptr_null(kin_regex_new(kin_str_of(refused[_i].pattern), &err));
	ck_assert_str_eq(err.text, refused[_i].why);
}
END_TEST

/* What makes backtracking explode takes no time here. */
START_TEST(test_slow)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_str groups[KIN_REGEX_GROUPS];
	struct kin_regex *regex = kin_regex_new(KIN_STR("(a*)*(a|aa)+b"), &err);
	char text[5000];

	memset(text, 'a', sizeof(text));
	ck_assert(!kin_regex_find(regex, kin_str(text, sizeof(text)), groups));
	kin_regex_free(regex);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("regex");
	TCase *tests = tcase_create("regex");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_loop_test(tests, test_known, 0, sizeof(known) / sizeof(*known));
	tcase_add_loop_test(tests, test_refused, 0, sizeof(refused) / sizeof(*refused));
	tcase_add_test(tests, test_slow);
	suite_add_tcase(suite, tests);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
