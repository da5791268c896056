/* email: what Notify can send to, kept as written. */
#include <string.h>

#include <check.h>

#include "kin/field/email.h"

#define COUNT(table)	(sizeof(table) / sizeof(*(table)))

START_TEST(forms)
{
	static const char *const cases[][2] = {
		{ "ama@example.org", "ama@example.org" }, { " Ama.Owusu@Example.ORG ", "Ama.Owusu@Example.ORG" },
		{ "mailto:ama@example.org", "ama@example.org" }, { "<ama@example.org>", "ama@example.org" },
		{ "a+b_c'd@mail.example.co.uk", "a+b_c'd@mail.example.co.uk" },
		{ "1@2.uk", "1@2.uk" }, { "ämä@example.org", "ämä@example.org" },
		{ "x@xn--bcher-kva.example", "x@xn--bcher-kva.example" },
		{ "x@bücher.example", "x@bücher.example" }, { "a@b-c.xn--p1ai", "a@b-c.xn--p1ai" },
		{ "!#$%&'*+/=?^_`{|}~-@example.org", "!#$%&'*+/=?^_`{|}~-@example.org" },
	};
	struct kin_err err = KIN_ERR_NONE;

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_str out;

		ck_assert_msg(kin_email_parse(kin_str_of(cases[i][0]), &out, &err) == 0,
		    "%s: %s", cases[i][0], err.text);
		ck_assert(kin_str_is(out, kin_str_of(cases[i][1])));
	}
}
END_TEST

START_TEST(refusals)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "", "not an email address: no @" },
		{ "example.org", "not an email address: no @" },
		{ "@example.org", "not an email address: nothing before the @" },
		{ "ama@", "not an email address: nothing after the @" },
		{ "ama@example", "not an email address: no dot after the @" },
		{ "ama@example..org", "not an email address: a dot too many after the @" },
		{ "ama@example.org.", "not an email address: a dot too many after the @" },
		{ "ama..o@example.org", "not an email address: two dots in a row" },
		{ ".ama@example.org", "not an email address: a dot at an end of the part before the @" },
		{ "ama@b@example.org", "not an email address: more than one @" },
		{ "ama o@example.org", "not an email address: a space in it" },
		{ "ama@exam_ple.org", "not an email address: a character that no host has" },
		{ "ama@-example.org", "not an email address: no host is named so" },
		{ "ama@example.1", "not an email address: it ends in no top-level domain" },
		{ "ama@example.o", "not an email address: it ends in no top-level domain" },
		{ "Ama <ama@example.org>", "not an email address: a space in it" },
		{ "ama;o@example.org", "not an email address: a character that no mailbox has" },
		{ "a\u200bma@example.org", "not an email address: a character that no mailbox has" },
	};
	char text[400];
	struct kin_err err = KIN_ERR_NONE;
	struct kin_str out;

	for (size_t i = 0; i < COUNT(cases); i++) {
		ck_assert_int_eq(kin_email_parse(kin_str_of(cases[i].text), &out, &err), -1);
		ck_assert_str_eq(err.text, cases[i].why);
		ck_assert_str_eq(err.value, cases[i].text);
	}
	memset(text, 'a', sizeof(text));
	memcpy(text + 321 - 12, "@example.org", 12);
	ck_assert_int_eq(kin_email_parse(kin_str(text, 321), &out, &err), -1);
	ck_assert_str_eq(err.text, "not an email address: longer than 320 bytes");
	ck_assert_int_eq(kin_email_parse(kin_str(text + 1, 320), &out, &err), 0);
}
END_TEST

START_TEST(several_and_fold)
{
	struct kin_str rest = KIN_STR("a@example.org; B@Example.org , c@example.org or d@example.org"), piece;
	char out[KIN_EMAIL_MAX];

	ck_assert(kin_email_next(&rest, &piece) && kin_str_is(piece, KIN_STR("a@example.org")));
	ck_assert(kin_email_next(&rest, &piece) && kin_str_is(piece, KIN_STR("B@Example.org")));
	ck_assert_uint_eq(kin_email_fold(piece, out), 13);
	ck_assert_str_eq(out, "b@example.org");
	ck_assert(kin_email_next(&rest, &piece) && kin_str_is(piece, KIN_STR("c@example.org")));
	ck_assert(kin_email_next(&rest, &piece) && kin_str_is(piece, KIN_STR("d@example.org")));
	ck_assert(!kin_email_next(&rest, &piece));
	rest = KIN_STR("a@example.org;");
	ck_assert(kin_email_next(&rest, &piece) && kin_str_is(piece, KIN_STR("a@example.org")));
	ck_assert(!kin_email_next(&rest, &piece));
}
END_TEST

START_TEST(made_up)
{
	static const char *const yes[] = { "none@none.com", "NONE@gmail.com", "no.email@council.example", "no-email@x.org",
	    "noemail@noemail.com", "unknown@unknown.co.uk", "test@test.com", "x@x.com", "aa@aa.com", "na@na.org",
	    "not.given@example.org", "jane@noemail.com", "email@email.com", "no@no.com" };
	static const char *const no[] = { "noemi@example.org", "nona@example.org", "na@example.org", "nan@example.org",
	    "test@example.org", "smith@smith.example", "jane@example.org", "unknownsoldier@example.org", "none", "@none.com",
	    "", "ann@none-such-place.example" };

	for (size_t i = 0; i < sizeof(yes) / sizeof(*yes); i++)
		ck_assert_msg(kin_email_is_made_up(kin_str_of(yes[i])), "%s", yes[i]);
	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++)
		ck_assert_msg(!kin_email_is_made_up(kin_str_of(no[i])), "%s", no[i]);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("email");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, forms);
	tcase_add_test(tests, refusals);
	tcase_add_test(tests, several_and_fold);
	tcase_add_test(tests, made_up);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
