/* bucket: days, weeks and months, and what twelve months later means. */
#include <check.h>

#include "kin/tally/bucket.h"

static int32_t
day(const char *text)
{
	return kin_bucket_day(kin_str_of(text));
}

START_TEST(days_are_read)
{
	ck_assert_int_eq(day("1970-01-01"), 0);
	ck_assert_int_eq(day("2020-04-09"), 18361);
	ck_assert_int_eq(day("2020-04-09T09:12+01:00"), 18361);
	ck_assert_int_eq(day("2020-04-09 09:12"), 18361);
}
END_TEST

START_TEST(other_texts_are_no_day)
{
	static const char *const texts[] = {
		"", "2020", "2020-04", "--04-09", "2020-02-30", "2019-02-29", "09/04/2020",
		"2020-4-9", "2020-04-091", "2020-04-09x", "20200409", "T"
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ck_assert_msg(day(texts[i]) == KIN_BUCKET_NO_DAY, "%s", texts[i]);
}
END_TEST

/* ISO 8601: the week belongs to the year of its Thursday. */
START_TEST(labels)
{
	static const struct {
		const char	*day, *week, *month;
	} cases[] = {
		{ "2020-04-06", "2020-W15", "2020-04" },	/* a Monday */
		{ "2020-04-12", "2020-W15", "2020-04" },	/* its Sunday */
		{ "2020-04-13", "2020-W16", "2020-04" },
		{ "2018-12-31", "2019-W01", "2018-12" },
		{ "2021-01-03", "2020-W53", "2021-01" },
		{ "2021-01-04", "2021-W01", "2021-01" },
		{ "2024-12-30", "2025-W01", "2024-12" },
		{ "1969-12-31", "1970-W01", "1969-12" }
	};
	struct kin_buf out = { 0 };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		kin_buf_clear(&out);
		kin_bucket_label(&out, KIN_BUCKET_WEEK, day(cases[i].day));
		ck_assert_str_eq(kin_buf_text(&out), cases[i].week);
		kin_buf_clear(&out);
		kin_bucket_label(&out, KIN_BUCKET_MONTH, day(cases[i].day));
		ck_assert_str_eq(kin_buf_text(&out), cases[i].month);
		kin_buf_clear(&out);
		kin_bucket_label(&out, KIN_BUCKET_DAY, day(cases[i].day));
		ck_assert_str_eq(kin_buf_text(&out), cases[i].day);
	}
	kin_buf_clear(&out);
	kin_bucket_words(&out, day("2020-04-09"));
	ck_assert_str_eq(kin_buf_text(&out), "9 April 2020");
	kin_buf_fini(&out);
}
END_TEST

/* Dodds v Walker: a notice of 30 September ran to 30 January; where the month is too short, to its end. */
START_TEST(months_later)
{
	static const struct {
		const char	*from;
		int		 months;
		const char	*last;
	} cases[] = {
		{ "1978-09-30", 4, "1979-01-30" },
		{ "2020-04-09", 12, "2021-04-09" },
		{ "2020-02-29", 12, "2021-02-28" },
		{ "2019-02-28", 12, "2020-02-28" },
		{ "2020-02-29", 48, "2024-02-29" },
		{ "2020-10-31", 1, "2020-11-30" },
		{ "2020-12-31", 2, "2021-02-28" },
		{ "2020-12-01", 0, "2020-12-01" }
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		ck_assert_int_eq(kin_bucket_months_later(day(cases[i].from), cases[i].months),
		    day(cases[i].last));
}
END_TEST

START_TEST(words_for_buckets)
{
	ck_assert_int_eq(kin_bucket_of(KIN_STR("day")), KIN_BUCKET_DAY);
	ck_assert_int_eq(kin_bucket_of(KIN_STR("week")), KIN_BUCKET_WEEK);
	ck_assert_int_eq(kin_bucket_of(KIN_STR("month")), KIN_BUCKET_MONTH);
	ck_assert_int_eq(kin_bucket_of(KIN_STR("Weeks")), KIN_BUCKET_NONE);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("bucket");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, days_are_read);
	tcase_add_test(tests, other_texts_are_no_day);
	tcase_add_test(tests, labels);
	tcase_add_test(tests, months_later);
	tcase_add_test(tests, words_for_buckets);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
