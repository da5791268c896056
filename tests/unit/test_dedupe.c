/* dedupe: its laws, on invented people.  What it answers case by case: tests/golden/dedupe. */
#include "kin/step/dedupe.h"
#include "made_people.h"

static void
say_nothing(void *ctx, const char *text)
{
	(void)ctx;
	(void)text;
}

static void
run(const struct lines *in, struct lines *out, int threads, bool why)
{
	struct kin_dedupe_opts opts = { .threads = threads, .why = why, .sink = lines_sink,
	    .sink_ctx = out, .say = say_nothing, .tell = say_nothing };
	struct kin_err err = KIN_ERR_NONE;
	struct kin_dedupe *dedupe = kin_dedupe_new(&opts, &err);

	ck_assert_ptr_nonnull(dedupe);
	lines_push(in, kin_dedupe_push, dedupe);
	ck_assert_int_eq(kin_dedupe_finish(dedupe, &err), 0);
	kin_dedupe_free(dedupe);
}

START_TEST(any_order_and_threads)
{
	struct lines in = { 0 }, one = { 0 }, other = { 0 };

	make_people(&in, &in, 300, 7);
	run(&in, &one, 1, true);
	ck_assert_uint_eq(one.count, in.count);
	lines_sort(&one);
	for (uint32_t seed = 1; seed < 4; seed++) {
		lines_shuffle(&in, seed);
		run(&in, &other, (int)seed, true);
		lines_sort(&other);
		lines_same(&one, &other);
		lines_fini(&other);
	}
	lines_fini(&one);
	lines_fini(&in);
}
END_TEST

/* Lines come in the order of the records, whoever made them: more than one piece of them. */
START_TEST(lines_in_order)
{
	struct lines in = { 0 }, one = { 0 }, other = { 0 };

	make_people(&in, &in, 1500, 23);
	run(&in, &one, 1, false);
	for (size_t i = 0; i < in.count; i++)
		ck_assert_int_eq(strncmp(one.line[i], in.line[i], strlen(in.line[i]) - 1), 0);
	for (int threads = 2; threads < 5; threads++) {
		run(&in, &other, threads, false);
		lines_same(&one, &other);
		lines_fini(&other);
	}
	lines_fini(&one);
	lines_fini(&in);
}
END_TEST

START_TEST(twice_is_once)
{
	struct lines in = { 0 }, once = { 0 }, twice = { 0 };

	make_people(&in, &in, 200, 11);
	run(&in, &once, 2, true);
	run(&once, &twice, 2, true);
	lines_same(&once, &twice);
	lines_fini(&twice);
	lines_fini(&once);
	lines_fini(&in);
}
END_TEST

/* What was there stays, in order, to the byte: the answer only follows it. */
START_TEST(records_stay)
{
	struct lines in = { 0 }, out = { 0 };

	make_people(&in, &in, 100, 13);
	run(&in, &out, 1, false);
	ck_assert_uint_eq(out.count, in.count);
	for (size_t i = 0; i < in.count; i++) {
		size_t len = strlen(in.line[i]) - 1;

		ck_assert_int_eq(strncmp(in.line[i], out.line[i], len), 0);
		ck_assert_int_eq(strncmp(out.line[i] + len, ",\"person\":{\"id\":\"p-", 18), 0);
		ck_assert_ptr_nonnull(strstr(out.line[i], "},\"household\":{\"id\":\"h-"));
	}
	lines_fini(&out);
	lines_fini(&in);
}
END_TEST

/* Small lists, down to nothing, come out whole. */
START_TEST(few)
{
	for (size_t n = 0; n < 25; n++) {
		struct lines in = { 0 }, b = { 0 }, out = { 0 };

		make_people(&in, &b, n, 17);
		run(&in, &out, 1, false);
		ck_assert_uint_eq(out.count, n);
		lines_fini(&out);
		lines_fini(&b);
		lines_fini(&in);
	}
}
END_TEST

/* Records of one name and other content are told apart, and which is which does not depend on order. */
START_TEST(one_id_for_two_rows)
{
	static const char *const rows[] = {
		"{\"source\":{\"list\":\"a\",\"id\":\"1\"},\"given_name\":\"Ada\",\"birth_date\":\"1950-01-01\"}",
		"{\"source\":{\"list\":\"a\",\"id\":\"1\"},\"given_name\":\"Kofi\",\"birth_date\":\"1972-11-30\"}",
	};
	struct lines in = { 0 }, out = { 0 }, turned = { 0 };

	for (size_t i = 0; i < 2; i++)
		lines_add(&in, rows[i], strlen(rows[i]));
	run(&in, &out, 1, false);
	lines_shuffle(&in, 1);
	ck_assert_str_eq(in.line[0], rows[1]);
	run(&in, &turned, 1, false);
	ck_assert_str_ne(strstr(out.line[0], "\"p-"), strstr(out.line[1], "\"p-"));
	ck_assert_str_eq(out.line[0], turned.line[1]);
	ck_assert_str_eq(out.line[1], turned.line[0]);
	lines_fini(&turned);
	lines_fini(&out);
	lines_fini(&in);
}
END_TEST

START_TEST(fields_chosen)
{
	static const struct {
		const char	*fields, *fault;
	} rows[] = {
		{ "given_name,family_name", NULL },
		{ "given_name:name:own, phone:exact:shared", NULL },
		{ "+soc_sec_id:number", NULL },
		{ "-town,-sex", NULL },
		{ "", "a field without a name" },
		{ "given_name,,x", "a field without a name" },
		{ "given_name:sound", "field \"given_name\": neither a kind of comparison nor \"shared\""
		    " or \"own\": \"sound\"" },
		{ "-shoe_size", NULL },
		{ "given_name,-shoe_size", "\"shoe_size\" is not among the fields" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct kin_dedupe_opts opts = { .compare = rows[i].fields, .say = say_nothing, .tell = say_nothing };
		struct kin_err err = KIN_ERR_NONE;
		struct kin_dedupe *dedupe = kin_dedupe_new(&opts, &err);

		if (rows[i].fault == NULL)
			ck_assert_ptr_nonnull(dedupe);
		else
			ck_assert_ptr_null(dedupe);
		if (rows[i].fault != NULL)
			ck_assert(kin_str_has_suffix(kin_str_of(err.text), kin_str_of(rows[i].fault)));
		kin_dedupe_free(dedupe);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("dedupe");
	TCase *tests = tcase_create("laws");
	SRunner *runner;
	int failed;

	tcase_add_test(tests, any_order_and_threads);
	tcase_add_test(tests, lines_in_order);
	tcase_add_test(tests, twice_is_once);
	tcase_add_test(tests, records_stay);
	tcase_add_test(tests, few);
	tcase_add_test(tests, one_id_for_two_rows);
	tcase_add_test(tests, fields_chosen);
	tcase_set_timeout(tests, 60);
	suite_add_tcase(suite, tests);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}
