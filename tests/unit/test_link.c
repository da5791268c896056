#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "kin/base/map.h"
#include "kin/link/link.h"

enum { GIVEN, FAMILY, BORN, PHONE, ADDRESS, POSTCODE, NHS, FIELDS };

static const struct kin_field_spec fields[FIELDS] = {
	{ "given_name", KIN_KIND_GIVEN_NAME, false }, { "family_name", KIN_KIND_FAMILY_NAME, true },
	{ "birth_date", KIN_KIND_DATE, false }, { "phone", KIN_KIND_PHONE, true },
	{ "address", KIN_KIND_ADDRESS, true }, { "postcode", KIN_KIND_POSTCODE, true },
	{ "nhs_number", KIN_KIND_NHS, false }
};

struct row {
	const char	*text[FIELDS];
	uint32_t	 list;
};

/* Two people twice, their household, twins, father and son, two of one name. */
static const struct row rows[] = {
	{ { "Amina", "Khan", "1984-03-12", "+447700900001", "3 Ripple Road", "IG11 7PG", NULL }, 0 },
	{ { "Amina", "Kahn", "1984-03-12", "+447700900001", "3 Ripple Rd", "IG11 7PG", NULL }, 1 },
	{ { "Robert", "Dyer", "1951-10-02", NULL, "70 Church Street", "RM10 9TT", NULL }, 0 },
	{ { "Bob", "Dyer", "1951-10-02", "+447700900002", "70 Church Street", NULL, NULL }, 1 },
	{ { "Yusuf", "Khan", "1981-01-30", "+447700900001", "3 Ripple Road", "IG11 7PG", NULL }, 0 },
	{ { "Maryam", "Khan", "2012-07-21", "+447700900001", "3 Ripple Road", "IG11 7PG", NULL }, 0 },
	{ { "Idris", "Khan", "2012-07-21", "+447700900001", "3 Ripple Road", "IG11 7PG", NULL }, 0 },
	{ { "John", "Price", "1948-05-05", "+447700900003", "9 Green Lane", "RM8 1AA", NULL }, 0 },
	{ { "John", "Price", "1979-11-23", "+447700900003", "9 Green Lane", "RM8 1AA", NULL }, 1 },
	{ { "Mary", "Shaw", "1960-02-02", NULL, "1 Fan Close", "RM8 3PP", "9990000018" }, 0 },
	{ { "Mary", "Shaw", "1960-02-02", NULL, "1 Fan Close", "RM8 3PP", "9990000026" }, 1 },
	{ { "Ola", "Adeyemi", "1990-12-01", NULL, "44 Wood Lane", "RM9 5EL", NULL }, 1 }
};

enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

static uint32_t
add(struct kin_link *link, uint32_t key, const struct row *row)
{
	struct kin_link_value values[FIELDS];
	size_t count = 0;
	char name[16];

	for (uint32_t f = 0; f < FIELDS; f++) {
		if (row->text[f] != NULL)
			values[count++] = (struct kin_link_value){ f, kin_str_of(row->text[f]) };
	}
	snprintf(name, sizeof(name), "r:%u", (unsigned)key);
	return kin_link_add(link, kin_hash64(kin_str_of(name), 0), row->list, values, count);
}

/* Adds all rows from the nth on, round about; number[i] is the record of rows[i]. */
static struct kin_link *
run(const struct kin_link_opts *opts, uint32_t from, uint32_t *number)
{
	struct kin_link *link = kin_link_new(fields, FIELDS, opts);
	struct kin_err err;

	for (uint32_t i = 0; i < ROWS; i++) {
		uint32_t r = (i * 5 + from) % ROWS;

		number[r] = add(link, r, &rows[r]);
	}
	ck_assert_int_eq(kin_link_run(link, &err), 0);
	return link;
}

static bool
together(const struct kin_link *link, uint32_t a, uint32_t b)
{
	struct kin_link_person pa, pb;

	kin_link_person(link, a, &pa);
	kin_link_person(link, b, &pb);
	return pa.cluster == pb.cluster;
}

START_TEST(test_people)
{
	struct kin_link_opts opts = { 0 };
	uint32_t n[ROWS];
	struct kin_link *link = run(&opts, 0, n);
	struct kin_link_person one, other;

	for (uint32_t i = 0; i < ROWS; i++) {
		for (uint32_t j = 0; j < i; j++)
			ck_assert_msg(together(link, n[i], n[j]) == ((i == 1 && j == 0) || (i == 3 && j == 2)),
			    "rows %u and %u", (unsigned)i, (unsigned)j);
	}
	kin_link_person(link, n[0], &one);
	kin_link_person(link, n[4], &other);
	ck_assert_uint_eq(one.size, 2);
	ck_assert(one.probability > 0.9);
	ck_assert_uint_eq(one.household, other.household);
	ck_assert_uint_eq(one.household_people, 4);
	kin_link_free(link);
}
END_TEST

/* Names of people do not move when records come in another order. */
START_TEST(test_order)
{
	struct kin_link_opts opts = { 0 };
	uint32_t n[ROWS], m[ROWS];
	struct kin_link *link = run(&opts, 0, n), *turned = run(&opts, (uint32_t)_i, m);

	for (uint32_t i = 0; i < ROWS; i++) {
		struct kin_link_person a, b;

		kin_link_person(link, n[i], &a);
		kin_link_person(turned, m[i], &b);
		ck_assert(a.name == b.name && a.household_name == b.household_name);
		ck_assert(a.cluster == b.cluster && a.size == b.size);
		ck_assert(memcmp(&a.probability, &b.probability, sizeof(a.probability)) == 0);
	}
	kin_link_free(link);
	kin_link_free(turned);
}
END_TEST

START_TEST(test_decisions)
{
	struct kin_link_opts opts = { 0 };
	struct kin_link *link = kin_link_new(fields, FIELDS, &opts);
	struct kin_link_why why;
	struct kin_err err;
	uint32_t n[ROWS];

	for (uint32_t i = 0; i < ROWS; i++)
		n[i] = add(link, i, &rows[i]);
	kin_link_decide(link, n[0], n[1], false);
	kin_link_decide(link, n[7], n[8], true);
	ck_assert_int_eq(kin_link_run(link, &err), 0);
	ck_assert(!together(link, n[0], n[1]));
	ck_assert(together(link, n[7], n[8]));
	kin_link_why(link, n[0], &why);
	ck_assert_uint_eq(why.runner_up, n[1]);
	ck_assert_str_eq(why.veto, "decision");
	kin_link_free(link);
}
END_TEST

START_TEST(test_between)
{
	struct kin_link_opts opts = { .mode = KIN_LINK_BETWEEN };
	uint32_t n[ROWS];
	struct kin_link *link = run(&opts, 0, n);
	struct kin_link_match match;

	kin_link_best(link, n[0], &match);
	ck_assert_uint_eq(match.other, n[1]);
	ck_assert(match.probability > 0.9);
	kin_link_best(link, n[1], &match);
	ck_assert_uint_eq(match.other, n[0]);
	kin_link_best(link, n[11], &match);
	ck_assert_uint_eq(match.other, KIN_LINK_NONE);
	kin_link_free(link);
}
END_TEST

/* None, one, two that are one, two that are not. */
START_TEST(test_few)
{
	static const uint32_t few[][2] = { { 0, 1 }, { 0, 4 }, { 5, 6 }, { 7, 8 } };
	static const bool same[] = { true, false, false, false };
	struct kin_link_opts opts = { 0 };
	struct kin_err err;

	for (uint32_t count = 0; count <= 2; count++) {
		struct kin_link *link = kin_link_new(fields, FIELDS, &opts);
		struct kin_link_report report;

		for (uint32_t i = 0; i < count; i++)
			add(link, few[_i][i], &rows[few[_i][i]]);
		ck_assert_int_eq(kin_link_run(link, &err), 0);
		ck_assert_uint_eq(kin_link_clusters(link), count == 2 && same[_i] ? 1 : count);
		kin_link_report(link, &report);
		ck_assert(report.small && report.converged);
		kin_link_free(link);
	}
}
END_TEST

START_TEST(test_explain)
{
	struct kin_link_opts opts = { 0 };
	uint32_t n[ROWS];
	struct kin_link *link = run(&opts, 0, n);
	struct kin_link_pair pair;
	struct kin_link_part part[FIELDS];

	kin_link_explain(link, n[2], n[3], &pair, part);
	ck_assert(pair.together && pair.weight > 0.0);
	ck_assert_str_eq(part[GIVEN].label, "nickname");
	ck_assert_str_eq(part[FAMILY].label, "the same");
	ck_assert_int_eq(part[PHONE].level, -1);
	ck_assert_uint_eq(part[GIVEN].a.len, 6);
	ck_assert(memcmp(part[GIVEN].a.p, "robert", 6) == 0);
	kin_link_free(link);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("link");
	TCase *tcase = tcase_create("link");
	SRunner *runner;
	int failed;

	tcase_add_test(tcase, test_people);
	tcase_add_loop_test(tcase, test_order, 1, ROWS);
	tcase_add_test(tcase, test_decisions);
	tcase_add_test(tcase, test_between);
	tcase_add_loop_test(tcase, test_few, 0, 4);
	tcase_add_test(tcase, test_explain);
	suite_add_tcase(suite, tcase);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
