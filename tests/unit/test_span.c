/* span: dates of tables, and periods before a day. */
#include <stdlib.h>

#include <check.h>

#include "kin/place/span.h"

START_TEST(back)
{
	static const struct { const char *period, *from, *first; } cases[] = {
		{ "1d", "2020-04-06", "2020-04-05" },
		{ "90d", "2020-04-06", "2020-01-07" },
		{ "6w", "2020-04-06", "2020-02-24" },
		{ "12m", "2020-04-06", "2019-04-06" },
		{ "12m", "2021-02-28", "2020-02-28" },
		{ "12m", "2020-02-29", "2019-02-28" },
		{ "1m", "2020-03-31", "2020-02-29" },
		{ "3m", "2020-01-15", "2019-10-15" },
		{ "2y", "2020-02-29", "2018-02-28" },
	};
	struct kin_err err;
	int32_t first;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		ck_assert_int_eq(kin_span_back(kin_str_of(cases[i].period),
		    kin_span_day(kin_str_of(cases[i].from)), &first, &err), 0);
		ck_assert_msg(first == kin_span_day(kin_str_of(cases[i].first)), "%s before %s",
		    cases[i].period, cases[i].from);
	}
}
END_TEST

START_TEST(no_period)
{
	static const char *const cases[] = { "", "12", "m", "0d", "-1d", "12 m", "12mm", "1h", "100000d" };
	struct kin_err err;
	int32_t first;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		ck_assert_msg(kin_span_back(kin_str_of(cases[i]), 0, &first, &err) == -1, "%s", cases[i]);
		ck_assert_str_eq(err.text, "not a period as 90d, 6w, 12m or 2y");
	}
}
END_TEST

START_TEST(members)
{
	static const struct { const char *line; int rc; const char *first, *last; } cases[] = {
		{ "{}", 0, NULL, NULL },
		{ "{\"at\":\"2020-04-06\"}", 0, "2020-04-06", "2020-04-06" },
		{ "{\"at\":\"2020-04-06T09:00:00\"}", 0, "2020-04-06", "2020-04-06" },
		{ "{\"at\":\"2020-02\"}", 0, "2020-02-01", "2020-02-29" },
		{ "{\"at\":\"2020\"}", 0, "2020-01-01", "2020-12-31" },
		{ "{\"at\":\"--06-01\"}", -1, NULL, NULL },
		{ "{\"at\":\"1/4/2020\"}", -1, NULL, NULL },
		{ "{\"at\":null}", -1, NULL, NULL },
	};
	struct kin_rec rec = { 0 };
	struct kin_span span;
	struct kin_err err;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		ck_assert_int_eq(kin_rec_read(&rec, kin_str_of(cases[i].line), &err), 0);
		ck_assert_msg(kin_span_read(&rec, KIN_STR("at"), &span, &err) == cases[i].rc, "%s", cases[i].line);
		if (cases[i].rc < 0)
			ck_assert_str_eq(err.text, "not a date as 2020-04-06");
		else if (cases[i].first == NULL)
			ck_assert(span.first == KIN_SPAN_EVER_BEFORE && span.last == KIN_SPAN_EVER_AFTER);
		else
			ck_assert_msg(span.first == kin_span_day(kin_str_of(cases[i].first)) &&
			    span.last == kin_span_day(kin_str_of(cases[i].last)), "%s", cases[i].line);
	}
	kin_rec_fini(&rec);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("span");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, back);
	tcase_add_test(tests, no_period);
	tcase_add_test(tests, members);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
