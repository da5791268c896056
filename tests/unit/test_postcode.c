/* postcode: every form that lists hold, repairs with one reading only, and what is no postcode. */
#include <stdio.h>
#include <string.h>

#include <check.h>

#include "kin/field/postcode.h"

#define COUNT(table)	(sizeof(table) / sizeof(*(table)))

static void
reads(const char *text, const char *want, bool repaired)
{
	char out[KIN_POSTCODE_MAX];
	struct kin_err err = KIN_ERR_NONE;
	bool mended;

	ck_assert_msg(kin_postcode_parse(kin_str_of(text), out, &mended, &err) == 0,
	    "%s: %s", text, err.text);
	ck_assert_str_eq(out, want);
	ck_assert_msg(mended == repaired, "%s: repaired is %d", text, mended);
}

START_TEST(forms)
{
	static const char *const cases[][2] = {
		{ "RM10 9AA", "RM10 9AA" }, { "rm109aa", "RM10 9AA" }, { " RM10  9AA ", "RM10 9AA" },
		{ "E1  0AG", "E1 0AG" }, { "E1   0AG", "E1 0AG" }, { "IG117PG", "IG11 7PG" },
		{ "bA13e J", "BA1 3EJ" }, { "N1 70TZ", "N17 0TZ" }, { "IG   117QE", "IG11 7QE" },
		{ "W1A 0AX", "W1A 0AX" }, { "EC1A 1BB", "EC1A 1BB" }, { "SW1A 2AA", "SW1A 2AA" },
		{ "E1W 3SS", "E1W 3SS" }, { "N1C 4AG", "N1C 4AG" }, { "NW1W 9AA", "NW1W 9AA" },
		{ "SE1P 5LX", "SE1P 5LX" }, { "WC2H 7LT", "WC2H 7LT" }, { "M1 1AE", "M1 1AE" },
		{ "B33 8TH", "B33 8TH" }, { "CR2 6XH", "CR2 6XH" }, { "DN55 1PT", "DN55 1PT" },
		{ "GIR 0AA", "GIR 0AA" }, { "BT1 5GS", "BT1 5GS" }, { "JE2 3AB", "JE2 3AB" },
		{ "GY1 1AA", "GY1 1AA" }, { "IM1 1AA", "IM1 1AA" }, { "ZE1 0AA", "ZE1 0AA" },
		{ "bfpo 57", "BFPO 57" }, { "BFPO1234", "BFPO 1234" }, { "BF1 3AA", "BF1 3AA" },
		{ "RM10-9AA", "RM10 9AA" }, { "RM10\u00a09AA", "RM10 9AA" }, { "RM10 9AA.", "RM10 9AA" },
	};

	for (size_t i = 0; i < COUNT(cases); i++)
		reads(cases[i][0], cases[i][1], false);
}
END_TEST

START_TEST(repairs)
{
	static const char *const cases[][2] = {
		{ "RM1O 9AA", "RM10 9AA" }, { "RM10 OAA", "RM10 0AA" }, { "RMI0 9AA", "RM10 9AA" },
		{ "IGII 7QE", "IG11 7QE" }, { "1G11 7QE", "IG11 7QE" }, { "0X1 1AA", "OX1 1AA" },
		{ "S01 4AB", "SO1 4AB" }, { "W1I 1AA", "W11 1AA" }, { "BIO 1AA", "B10 1AA" },
		{ "EI IAA", "E1 1AA" }, { "rmi oaa", "RM1 0AA" },
	};

	for (size_t i = 0; i < COUNT(cases); i++)
		reads(cases[i][0], cases[i][1], true);
}
END_TEST

START_TEST(refusals)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "", "not a postcode" }, { "XX1 1AA", "not a postcode" },
		{ "RM10 9CA", "not a postcode" }, { "RM10 9AI", "not a postcode" },
		{ "RM10 9KA", "not a postcode" }, { "RM10 9AM", "not a postcode" },
		{ "RM10 9OA", "not a postcode" }, { "RM10 9VA", "not a postcode" },
		{ "QM1 1AA", "not a postcode" }, { "VE1 1AA", "not a postcode" },
		{ "XE1 1AA", "not a postcode" }, { "AI1 1AA", "not a postcode" },
		{ "RM01 1AA", "not a postcode" }, { "RM1A 1AA", "not a postcode" },
		{ "R1C 1AA", "not a postcode" }, { "E1I1 1AAA", "not a postcode" },
		{ "12345", "not a postcode" }, { "90210", "not a postcode" },
		{ "FIQQ 1ZZ", "not a postcode" }, { "ASCN 1ZZ", "not a postcode" },
		{ "BF2 1AA", "not a postcode" }, { "BFPO", "not a postcode" },
		{ "RM10", "not a postcode: only its first half" },
		{ "sw1a", "not a postcode: only its first half" },
		{ "RM10 9AA Dagenham", "not a postcode: other words stand beside one" },
		{ "12 High Street RM10 9AA", "not a postcode: other words stand beside one" },
		{ "RM10 9AA RM10 9AB", "not a postcode" }, { "RM109AADagenham", "not a postcode" },
	};
	char out[KIN_POSTCODE_MAX] = "kept";
	struct kin_err err = KIN_ERR_NONE;

	for (size_t i = 0; i < COUNT(cases); i++) {
		ck_assert_msg(kin_postcode_parse(kin_str_of(cases[i].text), out, NULL, &err) == -1,
		    "%s taken for %s", cases[i].text, out);
		ck_assert_str_eq(err.text, cases[i].why);
		ck_assert_str_eq(err.value, cases[i].text);
		ck_assert_str_eq(err.field, "");
	}
	ck_assert_str_eq(out, "kept");
}
END_TEST

/* 124 areas; each letter of an inward part but C I K M O V. */
START_TEST(alphabet)
{
	char text[16], out[KIN_POSTCODE_MAX];
	struct kin_err err;
	int areas = 0, letters = 0;

	for (char a = 'A'; a <= 'Z'; a++) {
		snprintf(text, sizeof(text), "%c1 1AA", a);
		areas += kin_postcode_parse(kin_str_of(text), out, NULL, &err) == 0;
		snprintf(text, sizeof(text), "RM1 1A%c", a);
		letters += kin_postcode_parse(kin_str_of(text), out, NULL, &err) == 0;
		for (char b = 'A'; b <= 'Z'; b++) {
			snprintf(text, sizeof(text), "%c%c2 2AA", a, b);
			areas += kin_postcode_parse(kin_str_of(text), out, NULL, &err) == 0;
		}
	}
	/* a second letter I or O is read as a figure where the first alone is an area: "BI2" as B12 */
	ck_assert_int_ge(areas, 124);
	ck_assert_int_eq(letters, 20);
}
END_TEST

START_TEST(found)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "12 High Street, Dagenham RM10 9AA", "RM10 9AA" }, { "RM109AA, Dagenham", "RM109AA" },
		{ "(rm10 9aa)", "rm10 9aa" }, { "RM10 9AA", "RM10 9AA" }, { "RM10 9AA or RM10 9AB", NULL },
		{ "XRM10 9AA", NULL }, { "RM10 9AAB", NULL }, { "nothing", NULL }, { "", NULL },
		{ "flat 1 E1 0AG x", "E1 0AG" },
	};
	struct kin_str where;

	for (size_t i = 0; i < COUNT(cases); i++) {
		bool got = kin_postcode_find(kin_str_of(cases[i].text), &where);

		ck_assert_msg(got == (cases[i].want != NULL), "%s", cases[i].text);
		if (got)
			ck_assert(kin_str_is(where, kin_str_of(cases[i].want)));
	}
}
END_TEST

START_TEST(parts)
{
	struct kin_str whole = KIN_STR("RM10 9AA");

	ck_assert(kin_str_is(kin_postcode_area(whole), KIN_STR("RM")));
	ck_assert(kin_str_is(kin_postcode_district(whole), KIN_STR("RM10")));
	ck_assert(kin_str_is(kin_postcode_sector(whole), KIN_STR("RM10 9")));
	ck_assert(kin_str_is(kin_postcode_sector(KIN_STR("RM10")), KIN_STR("RM10")));
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("postcode");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, forms);
	tcase_add_test(tests, repairs);
	tcase_add_test(tests, refusals);
	tcase_add_test(tests, alphabet);
	tcase_add_test(tests, found);
	tcase_add_test(tests, parts);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
