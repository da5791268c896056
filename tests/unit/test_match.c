/* match: its laws, on invented people.  What it answers case by case: tests/golden/match. */
#include "kin/step/match.h"
#include "made_people.h"

static void
say_nothing(void *ctx, const char *text)
{
	(void)ctx;
	(void)text;
}

static void
run(const struct lines *list, const struct lines *in, struct lines *out, struct kin_match_opts opts)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_match *match;

	opts.sink = lines_sink;
	opts.sink_ctx = out;
	opts.say = say_nothing;
	match = kin_match_new(&opts, &err);
	ck_assert_ptr_nonnull(match);
	ck_assert_int_eq(kin_match_list(match, "list", &err), 0);
	lines_push(list, kin_match_push_list, match);
	lines_push(in, kin_match_push, match);
	ck_assert_int_eq(kin_match_finish(match, &err), 0);
	kin_match_free(match);
}

/* "a:12 b:12" for each record that is on the list, that of list a first. */
static void
pairs(const struct lines *out, struct lines *pairs)
{
	for (size_t i = 0; i < out->count; i++) {
		const char *own = strstr(out->line[i], "\"id\":\""), *lists, *other;
		char left[32], right[32], pair[64];
		int len;

		lists = strstr(out->line[i], "\"lists\":{\"list\":{\"id\":\"");
		if (lists == NULL)
			continue;
		other = lists + strlen("\"lists\":{\"list\":{\"id\":\"");
		snprintf(left, sizeof(left), "%.1s:%.*s", strstr(out->line[i], "\"list\":\"") + 8,
		    (int)strcspn(own + 6, "\""), own + 6);
		snprintf(right, sizeof(right), "%.*s", (int)strcspn(other, "\""), other);
		len = left[0] == 'a' ? snprintf(pair, sizeof(pair), "%s %s", left, right)
		    : snprintf(pair, sizeof(pair), "%s %s", right, left);
		lines_add(pairs, pair, (size_t)len);
	}
	lines_sort(pairs);
}

START_TEST(any_order_and_threads)
{
	struct lines a = { 0 }, b = { 0 }, one = { 0 }, other = { 0 };
	struct kin_match_opts opts = { .threads = 1, .why = true };

	make_people(&a, &b, 300, 19);
	run(&b, &a, &one, opts);
	ck_assert_uint_eq(one.count, a.count);
	lines_sort(&one);
	lines_shuffle(&a, 1);
	lines_shuffle(&b, 2);
	opts.threads = 3;
	run(&b, &a, &other, opts);
	lines_sort(&other);
	lines_same(&one, &other);
	lines_fini(&one);
	lines_fini(&other);
	lines_fini(&a);
	lines_fini(&b);
}
END_TEST

/* One to one, it does not matter which of the two is the stream. */
START_TEST(symmetrical)
{
	struct lines a = { 0 }, b = { 0 }, ab = { 0 }, ba = { 0 }, left = { 0 }, right = { 0 };
	struct kin_match_opts opts = { .one_to_one = KIN_LINK_ONE_ON };

	make_people(&a, &b, 300, 23);
	run(&b, &a, &ab, opts);
	run(&a, &b, &ba, opts);
	pairs(&ab, &left);
	pairs(&ba, &right);
	ck_assert_uint_gt(left.count, b.count / 2);
	lines_same(&left, &right);
	lines_fini(&a);
	lines_fini(&b);
	lines_fini(&ab);
	lines_fini(&ba);
	lines_fini(&left);
	lines_fini(&right);
}
END_TEST

/* Those on the list and those not are all, each once. */
START_TEST(only_and_only_not)
{
	struct lines a = { 0 }, b = { 0 }, all = { 0 }, parts = { 0 };
	struct kin_match_opts opts = { .only = KIN_MATCH_ALL };

	make_people(&a, &b, 200, 29);
	run(&b, &a, &all, opts);
	opts.only = KIN_MATCH_MATCHED;
	run(&b, &a, &parts, opts);
	ck_assert_uint_gt(parts.count, 0);
	ck_assert_uint_lt(parts.count, all.count);
	opts.only = KIN_MATCH_UNMATCHED;
	run(&b, &a, &parts, opts);
	lines_sort(&all);
	lines_sort(&parts);
	lines_same(&all, &parts);
	lines_fini(&a);
	lines_fini(&b);
	lines_fini(&all);
	lines_fini(&parts);
}
END_TEST

START_TEST(twice_is_once)
{
	struct lines a = { 0 }, b = { 0 }, once = { 0 }, twice = { 0 };
	struct kin_match_opts opts = { .why = true };

	make_people(&a, &b, 150, 31);
	run(&b, &a, &once, opts);
	run(&b, &once, &twice, opts);
	lines_same(&once, &twice);
	lines_fini(&a);
	lines_fini(&b);
	lines_fini(&once);
	lines_fini(&twice);
}
END_TEST

/* run with list as the day before instead. */
static void
run_since(const struct lines *before, const struct lines *in, struct lines *out, struct kin_match_opts opts)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_match *match;

	opts.sink = lines_sink;
	opts.sink_ctx = out;
	opts.say = say_nothing;
	match = kin_match_new(&opts, &err);
	kin_match_since(match);
	lines_push(before, kin_match_push_list, match);
	lines_push(in, kin_match_push, match);
	ck_assert_int_eq(kin_match_finish(match, &err), 0);
	kin_match_free(match);
}

static size_t
count(const struct lines *lines, const char *what)
{
	size_t found = 0;

	for (size_t i = 0; i < lines->count; i++)
		found += strstr(lines->line[i], what) != NULL;
	return found;
}

/* Whatever the order and threads; everybody of both days is told of, and those of one day are gone on the other. */
START_TEST(since_any_order)
{
	struct lines a = { 0 }, b = { 0 }, one = { 0 }, other = { 0 }, back = { 0 };
	struct kin_match_opts opts = { .threads = 1, .one_to_one = KIN_LINK_ONE_ON };

	make_people(&a, &b, 300, 37);
	run_since(&b, &a, &one, opts);
	run_since(&a, &b, &back, opts);
	ck_assert_uint_eq(count(&one, "\"churn\":{"), a.count + count(&one, "{\"is\":\"gone\"}"));
	ck_assert_uint_gt(count(&back, "{\"is\":\"gone\"}"), 0);
	ck_assert_uint_eq(count(&one, "{\"is\":\"gone\"}"), count(&back, "\"churn\":{\"is\":\"new\""));
	ck_assert_uint_eq(count(&back, "{\"is\":\"gone\"}"), count(&one, "\"churn\":{\"is\":\"new\""));
	lines_sort(&one);
	lines_shuffle(&a, 1);
	lines_shuffle(&b, 2);
	opts.threads = 3;
	run_since(&b, &a, &other, opts);
	lines_sort(&other);
	lines_same(&one, &other);
	lines_fini(&back);
	lines_fini(&one);
	lines_fini(&other);
	lines_fini(&a);
	lines_fini(&b);
}
END_TEST

/* A list against itself, in another order: nobody changed, whoever looks like another. */
START_TEST(since_itself)
{
	struct lines a = { 0 }, b = { 0 }, out = { 0 };
	struct kin_match_opts opts = { .threads = 2 };

	make_people(&a, &b, 300, 41);
	for (size_t i = 0; i < a.count; i++)
		lines_add(&b, a.line[i], strlen(a.line[i]));
	lines_fini(&out);
	lines_shuffle(&a, 3);
	run_since(&b, &a, &out, opts);
	ck_assert_uint_eq(count(&out, "\"is\":\"same\""), a.count);
	lines_fini(&out);
	lines_fini(&a);
	lines_fini(&b);
}
END_TEST

START_TEST(two_lists_of_one_name)
{
	struct kin_match_opts opts = { .say = say_nothing };
	struct kin_err err = KIN_ERR_NONE;
	struct kin_match *match = kin_match_new(&opts, &err);

	ck_assert_int_eq(kin_match_list(match, "spl", &err), 0);
	ck_assert_int_eq(kin_match_list(match, "spl", &err), -1);
	ck_assert_str_eq(err.text, "two lists are called \"spl\"");
	kin_match_free(match);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("match");
	TCase *tests = tcase_create("laws");
	SRunner *runner;
	int failed;

	tcase_add_test(tests, any_order_and_threads);
	tcase_add_test(tests, symmetrical);
	tcase_add_test(tests, only_and_only_not);
	tcase_add_test(tests, twice_is_once);
	tcase_add_test(tests, since_any_order);
	tcase_add_test(tests, since_itself);
	tcase_add_test(tests, two_lists_of_one_name);
	tcase_set_timeout(tests, 60);
	suite_add_tcase(suite, tests);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}
