#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "kin/base/utf8.h"
#include "kin/link/level.h"
#include "kin/link/prior.h"

static const struct {
	enum kin_kind	 kind;
	const char	*a, *b, *label;
} known[] = {
	{ KIN_KIND_GIVEN_NAME, "José", "JOSE", "the same" },
	{ KIN_KIND_GIVEN_NAME, "Robert", "Bob", "nickname" },
	{ KIN_KIND_GIVEN_NAME, "Bob", "Rob", "nickname" },
	{ KIN_KIND_GIVEN_NAME, "Chris", "Christina", "nickname" },
	{ KIN_KIND_GIVEN_NAME, "Mohammed", "Md", "nickname" },
	{ KIN_KIND_GIVEN_NAME, "Yusuf", "Yousuf", "nearly the same" },
	{ KIN_KIND_GIVEN_NAME, "Martha", "Mrrtha", "close" },
	{ KIN_KIND_GIVEN_NAME, "Mavtha", "Mrrthr", "faintly alike" },
	{ KIN_KIND_GIVEN_NAME, "T", "Thomas", "initial" },
	{ KIN_KIND_GIVEN_NAME, "T", "Sarah", "different" },
	{ KIN_KIND_GIVEN_NAME, "Sarah", "Mohammed", "different" },
	{ KIN_KIND_FAMILY_NAME, "Smith-Jones", "Jones", "nearly the same" },
	{ KIN_KIND_FAMILY_NAME, "O'Brien", "OBRIEN", "the same" },
	{ KIN_KIND_DATE, "1960-06-03", "1960-06-03", "the same" },
	{ KIN_KIND_DATE, "1960-06-03", "1960-03-06", "day and month exchanged" },
	{ KIN_KIND_DATE, "1960-06-03", "1961-06-03", "one edit" },
	{ KIN_KIND_DATE, "1960-06-03", "1960-06-30", "one edit" },
	{ KIN_KIND_DATE, "1960-06-03", "1984-06-03", "the same birthday" },
	{ KIN_KIND_DATE, "1960-06-03", "1960-05-28", "within a month" },
	{ KIN_KIND_DATE, "1960-06-03", "1960-11-28", "within a year" },
	{ KIN_KIND_DATE, "1960-06-03", "1968-11-28", "different" },
	{ KIN_KIND_DATE, "1960-06-03", "1988-11-28", "a generation apart" },
	{ KIN_KIND_DATE, "1960-06", "1960-06-03", "the same as far as known" },
	{ KIN_KIND_DATE, "--06-03", "1960-06-03", "the same as far as known" },
	{ KIN_KIND_DATE, "1960", "1960-06-03", "the same year, the rest not known" },
	{ KIN_KIND_DATE, "1960", "1990-06-03", "a generation apart" },
	{ KIN_KIND_DATE, "--06-03", "1960", "" },
	{ KIN_KIND_POSTCODE, "RM10 9AA", "RM10 9AA", "the same" },
	{ KIN_KIND_POSTCODE, "RM10 9AA", "RM10 9AB", "one edit" },
	{ KIN_KIND_POSTCODE, "RM10 9AA", "RM10 9XZ", "the same sector" },
	{ KIN_KIND_POSTCODE, "RM10 9AA", "RM10 8XZ", "the same district" },
	{ KIN_KIND_POSTCODE, "RM10 9AA", "IG11 8XZ", "different" },
	{ KIN_KIND_ADDRESS, "12 Green Lane", "12 GREEN LN.", "the same" },
	{ KIN_KIND_ADDRESS, "12 Green Lane", "12 Geen Lane", "nearly the same" },
	{ KIN_KIND_ADDRESS, "Flat 3, 12 Green Lane", "12 Green Lane", "number nearly the same" },
	{ KIN_KIND_ADDRESS, "12 Green Lane", "97 Green Lane", "the same street" },
	{ KIN_KIND_ADDRESS, "12 Green Lane", "12 Ripple Road", "different" },
	{ KIN_KIND_EMAIL, "A.Khan@x.org", "a.khan@x.org", "the same" },
	{ KIN_KIND_EMAIL, "amina.khan@x.org", "amina.kahn@x.org", "two edits at most" },
	{ KIN_KIND_EMAIL, "amina.khan@x.org", "amina.khan@gmail.com", "the same name before the @" },
	{ KIN_KIND_EMAIL, "f.j@sharp.com", "h.k@sharp.com", "different" },
	{ KIN_KIND_EMAIL, "lily.hurwitz@x.org", "lily.wright@x.org", "different" },
	{ KIN_KIND_PHONE, "+447700900123", "+447700900132", "one edit" },
	{ KIN_KIND_NHS, "9990000018", "9990000026", "different" }
};

static void
read_value(enum kin_kind kind, const char *text, const struct kin_nicknames *nicknames,
    struct kin_buf *buf, struct kin_value *out)
{
	kin_buf_clear(buf);
	ck_assert(kin_value_fold(kind, kin_str_of(text), buf));
	kin_value_read(kind, kin_buf_str(buf), nicknames, out);
}

START_TEST(test_known)
{
	struct kin_nicknames *nicknames = kin_nicknames_new();
	struct kin_buf buf[2] = { { 0 }, { 0 } };
	struct kin_value a, b;
	enum kin_kind kind = known[_i].kind;
	const struct kin_prior *prior;
	int level, count;

	read_value(kind, known[_i].a, nicknames, &buf[0], &a);
	read_value(kind, known[_i].b, nicknames, &buf[1], &b);
	prior = kin_prior(kind, &count);
	level = kin_level_of(kind, &a, &b);
	ck_assert_int_lt(level, count);
	ck_assert_str_eq(level < 0 ? "" : prior[level].label, known[_i].label);
	ck_assert_int_eq(kin_level_of(kind, &b, &a), level);
	kin_buf_fini(&buf[0]);
	kin_buf_fini(&buf[1]);
	kin_nicknames_free(nicknames);
}
END_TEST

START_TEST(test_contradiction)
{
	struct kin_value a, b, wrong;

	kin_value_read(KIN_KIND_NHS, KIN_STR("9990000018"), NULL, &a);
	kin_value_read(KIN_KIND_NHS, KIN_STR("9990000026"), NULL, &b);
	kin_value_read(KIN_KIND_NHS, KIN_STR("9990000027"), NULL, &wrong);
	ck_assert(kin_level_contradicts(KIN_KIND_NHS, &a, &b));
	ck_assert(!kin_level_contradicts(KIN_KIND_NHS, &a, &a));
	ck_assert(!kin_level_contradicts(KIN_KIND_NHS, &a, &wrong));
}
END_TEST

/* A long value is cut between characters: what is compared is shown, and must be text. */
START_TEST(test_long_is_text)
{
	char text[401] = "a";
	struct kin_buf buf = { 0 };

	for (size_t i = (size_t)_i; i + 2 < sizeof(text); i += 2)
		memcpy(text + i, "\xd1\x8f", 2);
	text[399 + _i % 2] = '\0';
	ck_assert(kin_value_fold(KIN_KIND_NAME, kin_str_of(text), &buf));
	ck_assert_uint_gt(buf.len, 250);
	ck_assert_uint_le(buf.len, 255);
	ck_assert_uint_eq(kin_utf8_check(kin_buf_str(&buf)), buf.len);
	kin_buf_fini(&buf);
}
END_TEST

START_TEST(test_priors_add_up)
{
	int count;
	const struct kin_prior *prior = kin_prior((enum kin_kind)_i, &count);
	double m = 0.0, u = 0.0;

	for (int l = 0; l < count; l++) {
		m += prior[l].m;
		u += prior[l].u;
	}
	ck_assert_int_le(count, KIN_MODEL_LEVELS);
	ck_assert_double_eq_tol(m, 1.0, 1e-9);
	ck_assert_double_eq_tol(u, 1.0, 1e-3);
}
END_TEST

START_TEST(test_days)
{
	struct kin_value a, b;

	kin_value_read(KIN_KIND_DATE, KIN_STR("2000-02-28"), NULL, &a);
	kin_value_read(KIN_KIND_DATE, KIN_STR("2000-03-01"), NULL, &b);
	ck_assert_int_eq(b.days - a.days, 2);
	kin_value_read(KIN_KIND_DATE, KIN_STR("1900-02-28"), NULL, &a);
	kin_value_read(KIN_KIND_DATE, KIN_STR("1900-03-01"), NULL, &b);
	ck_assert_int_eq(b.days - a.days, 1);
	kin_value_read(KIN_KIND_DATE, KIN_STR("1899-12-31"), NULL, &a);
	ck_assert_int_eq(b.days - a.days, 60);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("level");
	TCase *tcase = tcase_create("level");
	SRunner *runner;
	int failed;

	tcase_add_loop_test(tcase, test_known, 0, sizeof(known) / sizeof(known[0]));
	tcase_add_test(tcase, test_contradiction);
	tcase_add_loop_test(tcase, test_long_is_text, 0, 2);
	tcase_add_loop_test(tcase, test_priors_add_up, 0, KIN_KIND_COUNT);
	tcase_add_test(tcase, test_days);
	suite_add_tcase(suite, tcase);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
