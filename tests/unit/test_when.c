/* when: dates as councils' lists hold them, read on 20 April 2020. */
#include <check.h>

#include "kin/field/clock.h"
#include "kin/field/datepart.h"
#include "kin/field/when.h"

#define COUNT(table)	(sizeof(table) / sizeof(*(table)))

static const struct kin_date today = { 2020, 4, 20 };

/* want "" means refused. */
static void
reads(const char *text, struct kin_when_rule rule, const char *want)
{
	char out[KIN_WHEN_MAX];
	struct kin_err err = KIN_ERR_NONE;
	struct kin_when when;
	int rc = kin_when_parse(kin_str_of(text), &rule, &when, &err);

	ck_assert_msg((rc == 0) == (want[0] != '\0'), "%s: %s", text, err.text);
	if (rc != 0)
		return;
	kin_when_print(&when, out);
	ck_assert_msg(kin_str_is(kin_str_of(out), kin_str_of(want)), "%s: %s, not %s", text, out, want);
}

START_TEST(day_first)
{
	static const char *const cases[][2] = {
		{ "19830502", "1983-05-02" }, { "20122013", "2013-12-20" }, { "1983-05-02", "1983-05-02" },
		{ "03/10/1989", "1989-10-03" }, { "25/6/2021", "2021-06-25" }, { "7-3-2033", "2033-03-07" },
		{ "1989-3-1", "1989-03-01" }, { "11.10.1989", "1989-10-11" }, { "11 10 1989", "1989-10-11" },
		{ " 03/10/1989 ", "1989-10-03" }, { "1989/10/03", "1989-10-03" },
		{ "2 Jan 1950", "1950-01-02" }, { "2nd January 1950", "1950-01-02" },
		{ "2nd of January 1950", "1950-01-02" }, { "Jan 2, 1950", "1950-01-02" },
		{ "02-JAN-1950", "1950-01-02" }, { "02JAN1950", "1950-01-02" }, { "1950 Jan 2", "1950-01-02" },
		{ "31st Aug 2019", "2019-08-31" }, { "Friday 3 April 2020", "2020-04-03" },
		{ "Fri, 3 Apr 2020", "2020-04-03" }, { "3 Sept 2019", "2019-09-03" },
		{ "1960", "1960" }, { "1960-06", "1960-06" }, { "06/1960", "1960-06" }, { "6/1960", "1960-06" },
		{ "June 1960", "1960-06" }, { "1960 June", "1960-06" }, { "--06-01", "--06-01" },
		{ "--02-29", "--02-29" }, { "1960-00-00", "1960" }, { "00/06/1960", "1960-06" },
		{ "00/00/1960", "1960" }, { "29/02/2020", "2020-02-29" }, { "29/02/2000", "2000-02-29" },
		{ "03/10/1989 10:22", "1989-10-03T10:22:00" }, { "03/10/1989 10:22:33", "1989-10-03T10:22:33" },
		{ "1989-10-03T10:22:33Z", "1989-10-03T10:22:33Z" },
		{ "1989-10-03T10:22:33.123+01:00", "1989-10-03T10:22:33+01:00" },
		{ "1989-10-03 10:22:33 +0100", "1989-10-03T10:22:33+01:00" },
		{ "3 Oct 1989, 10:22 pm", "1989-10-03T22:22:00" }, { "03/10/1989 12:05 AM", "1989-10-03T00:05:00" },
		{ "03/10/1989 00:00:00", "1989-10-03T00:00:00" }, { "03/10/1989 9:05 BST", "1989-10-03T09:05:00+01:00" },
		{ "19891003 10:22", "1989-10-03T10:22:00" }, { "1989-10-03T10:22:33-05", "1989-10-03T10:22:33-05:00" },
		{ "3/10/09", "2009-10-03" }, { "3/10/89", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++)
		reads(cases[i][0], KIN_WHEN_RULE(KIN_WHEN_ANY, today), cases[i][1]);
}
END_TEST

START_TEST(other_orders)
{
	struct kin_when_rule month = KIN_WHEN_RULE(KIN_WHEN_ANY, today);
	struct kin_when_rule year = KIN_WHEN_RULE(KIN_WHEN_BIRTH, today);

	month.order = KIN_WHEN_MONTH_FIRST;
	reads("03/10/1989", month, "1989-03-10");
	reads("3/25/2019", month, "2019-03-25");
	reads("25/3/2019", month, "");
	reads("1989-10-03", month, "1989-10-03");
	reads("10031989", month, "1989-10-03");
	reads("19891003", month, "1989-10-03");
	reads("3 Oct 1989", month, "1989-10-03");
	year.order = KIN_WHEN_YEAR_FIRST;
	reads("89/10/03", year, "1989-10-03");
	reads("89-Oct-03", year, "1989-10-03");
	reads("03/10/1989", year, "1989-10-03");
	reads("1989/10/03", year, "1989-10-03");
}
END_TEST

START_TEST(two_digit_years)
{
	struct kin_when_rule birth = KIN_WHEN_RULE(KIN_WHEN_BIRTH, today);
	struct kin_when_rule any = KIN_WHEN_RULE(KIN_WHEN_ANY, today);

	reads("3/4/89", birth, "1989-04-03");
	reads("3/4/05", birth, "2005-04-03");		/* 1905 is 115 years ago */
	reads("3/4/15", birth, "");			/* five years old, or 105 */
	reads("19/4/20", birth, "");			/* a day old, or a hundred */
	reads("21/4/20", birth, "1920-04-21");		/* not born tomorrow */
	reads("2-Jan-50", birth, "1950-01-02");
	birth.pivot = 21;
	reads("3/4/15", birth, "2015-04-03");
	reads("3/4/21", birth, "1921-04-03");
	reads("21/4/20", birth, "1920-04-21");
	reads("3/4/19", any, "2019-04-03");
	reads("3/4/95", any, "1995-04-03");
	reads("3/4/70", any, "");
}
END_TEST

START_TEST(refusals)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "", "empty" }, { "abc", "no figures where a date has them" },
		{ "31/02/1980", "the month has no such day" }, { "29/02/2019", "the month has no such day" },
		{ "1900-02-29", "the month has no such day" }, { "31/04/1980", "the month has no such day" },
		{ "32/01/1980", "no such day" }, { "12/25/1980", "no such month (read day first)" },
		{ "5/00/1980", "a day without a month" }, { "01/02/0080", "no such year" },
		{ "21/04/2020", "it lies in the future" }, { "2021", "it lies in the future" },
		{ "2020-05", "it lies in the future" },
		{ "01/01/1866", "more than 150 years ago" }, { "1868", "more than 150 years ago" },
		{ "43910", "a spreadsheet's day number: export the column as text, or format it as a date" },
		{ "43910.5", "a spreadsheet's day number: export the column as text, or format it as a date" },
		{ "030489", "six digits may mean several: write the year with four" },
		{ "12", "too few or too many digits" }, { "1585699200", "too few or too many digits" },
		{ "01/06", "no year" }, { "1 June", "no year" },
		{ "01/06-1980", "different signs between its parts" },
		{ "3/4/15", "a year of two digits may mean two centuries: write all four" },
		{ "03/10/1989 soon", "something other than a time behind it" },
		{ "03/10/1989 25:00", "something other than a time behind it" },
		{ "03/10/1989 10:22 13:00", "something other than a time behind it" },
		{ "03/10/1989?", "something other than a time behind it" },
		{ "approx 1960", "no figures where a date has them" },
		{ "1983-05-01T23:00:00Z", "its time zone may have moved it to the day before" },
		{ "70", "too few or too many digits" }, { "70 years", "too few or too many digits" },
	};
	struct kin_when_rule rule = KIN_WHEN_RULE(KIN_WHEN_BIRTH, today);

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_err err = KIN_ERR_NONE;
		struct kin_when when;

		ck_assert_msg(kin_when_parse(kin_str_of(cases[i].text), &rule, &when, &err) == -1,
		    "%s", cases[i].text);
		ck_assert(kin_str_has_prefix(kin_str_of(err.text), KIN_STR("not a date: ")));
		ck_assert_str_eq(err.text + 12, cases[i].why);
		ck_assert_str_eq(err.value, cases[i].text);
	}
}
END_TEST

START_TEST(record_form)
{
	static const char *const good[] = {
		"1983-05-02", "1983", "1983-05", "--06-01", "2020-04-20T10:22:33", "2020-04-20T10:22:33Z",
		"2020-04-20T10:22:33+01:00", "0001-01-01", NULL
	};
	static const char *const bad[] = {
		"", "-", "--", "--06", "--06-1", "1983-5-2", "1983-05-32", "1983-02-29", "1983-13", "1983-05-02 ",
		"19830502", "02/05/1983", "0000-01-01", "1983-00", "2020-04-20T", "2020-04-20T10:22",
		"2020-04-20 10:22:33", "2020-04T10:22:33", "1983-05-02x", "198", NULL
	};
	char out[KIN_WHEN_MAX];
	struct kin_when when;

	for (int i = 0; good[i] != NULL; i++) {
		ck_assert_msg(kin_when_read(kin_str_of(good[i]), &when), "%s", good[i]);
		ck_assert_uint_eq(kin_when_print(&when, out), kin_str_of(good[i]).len);
		ck_assert_str_eq(out, good[i]);
	}
	for (int i = 0; bad[i] != NULL; i++)
		ck_assert_msg(!kin_when_read(kin_str_of(bad[i]), &when), "%s", bad[i]);
	kin_when_print_date((struct kin_date){ 1960, 6, 0 }, out);
	ck_assert_str_eq(out, "1960-06");
}
END_TEST

START_TEST(parts_and_clock)
{
	struct kin_dateparts parts;
	struct kin_when when = { .timed = false };

	kin_datepart_take(KIN_STR("Mon 2nd of Jan 1950 10:22"), &parts);
	ck_assert_int_eq(parts.count, 3);
	ck_assert_int_eq(parts.part[0].value, 2);
	ck_assert_int_eq(parts.part[1].value, 1);
	ck_assert_int_eq(parts.part[1].digits, 0);
	ck_assert_int_eq(parts.part[2].digits, 4);
	ck_assert(kin_clock_parse(parts.rest, &when));
	ck_assert(when.timed && when.hour == 10 && when.minute == 22 && !when.zoned);
	ck_assert(!kin_clock_parse(KIN_STR("10:22 half past"), &when));
	ck_assert(!kin_clock_parse(KIN_STR("13:22 pm"), &when));
	ck_assert(!kin_clock_parse(KIN_STR("10:60"), &when));
	ck_assert(!kin_clock_parse(KIN_STR("10:22+15:00"), &when));
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("when");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, day_first);
	tcase_add_test(tests, other_orders);
	tcase_add_test(tests, two_digit_years);
	tcase_add_test(tests, refusals);
	tcase_add_test(tests, record_form);
	tcase_add_test(tests, parts_and_clock);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
