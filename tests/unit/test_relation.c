/* relation: who already helps whom, and which of several counts. */
#include <stdlib.h>

#include <check.h>

#include "kin/place/relation.h"

/* Pushes one line; 0, or -1 with its message in *err. */
static int
push(kin_push *to, void *table, const char *line, struct kin_err *err)
{
	struct kin_rec rec = { 0 };
	int rc;

	*err = KIN_ERR_NONE;
	ck_assert_int_eq(kin_rec_read(&rec, kin_str_of(line), err), 0);
	rc = to(table, &rec, err);
	kin_rec_fini(&rec);
	return rc;
}

static void
must_push(kin_push *to, void *table, const char *line)
{
	struct kin_err err;

	ck_assert_msg(push(to, table, line, &err) == 0, "%s: %s", line, err.text);
}

static void
note_fault(void *ctx, const char *fault)
{
	kin_buf_puts(ctx, fault);
	kin_buf_putc(ctx, '\n');
}

static struct kin_hub_table *
two_hubs(void)
{
	struct kin_hub_table *hubs = kin_hub_new(KIN_STR("2020-04-06"));

	must_push(kin_hub_push, hubs, "{\"kind\":\"hub\",\"id\":\"h1\",\"wards\":[\"W1\"]}");
	must_push(kin_hub_push, hubs, "{\"kind\":\"hub\",\"id\":\"h2\",\"wards\":[\"W2\"]}");
	must_push(kin_hub_push, hubs, "{\"kind\":\"hub\",\"id\":\"shut\",\"wards\":[\"W3\"],\"until\":\"2020-04-05\"}");
	return hubs;
}

static struct kin_relation_pick
find(const struct kin_relation_table *links, const char *key)
{
	struct kin_hub_table *hubs = two_hubs();
	struct kin_relation_pick pick = KIN_RELATION_PICK_NONE;

	kin_relation_find(links, kin_str_of(key), hubs, &pick);
	kin_hub_free(hubs);
	return pick;
}

START_TEST(best)
{
	/* links of one key, in the order of the file; the helper that counts on 2020-04-06 */
	static const struct { const char *links[3], *helper; bool living; } cases[] = {
		{ { "\"helper\":\"A\"" }, "A", true },
		{ { "\"helper\":\"A\",\"goodbye\":\"2020-04-02\"" }, "A", false },
		{ { "\"helper\":\"A\",\"goodbye\":\"2020-04-06\"" }, "A", false },
		{ { "\"helper\":\"A\",\"goodbye\":\"2020-04-06T10:00:00\"" }, "A", false },
		{ { "\"helper\":\"A\",\"goodbye\":\"2020-04-07\"" }, "A", true },
		{ { "\"helper\":\"A\",\"goodbye\":\"2020-04\"" }, "A", false },
		{ { "\"helper\":\"A\",\"since\":\"2020-04-07\"" }, NULL, false },
		{ { "\"helper\":\"A\",\"since\":\"2020-04-06\"" }, "A", true },
		{ { "\"helper\":\"A\",\"since\":\"2020-04-01\",\"goodbye\":\"2020-04-02\"",
		    "\"helper\":\"B\",\"since\":\"2020-03-01\"" }, "B", true },
		{ { "\"helper\":\"A\",\"since\":\"2020-03-01\"", "\"helper\":\"B\",\"since\":\"2020-03-02\"",
		    "\"helper\":\"C\",\"since\":\"2020-03-02\"" }, "B", true },
		{ { "\"helper\":\"A\",\"since\":\"2020-03-02\",\"goodbye\":\"2020-03-09\"",
		    "\"helper\":\"B\",\"since\":\"2020-03-01\",\"goodbye\":\"2020-03-30\"" }, "A", false },
		{ { "\"helper\":\"A\"", "\"helper\":\"B\",\"since\":\"2020\"" }, "B", true },
		{ { "\"helper\":\"A\"", "\"helper\":\"B\"" }, "A", true },
	};
	struct kin_buf line = { 0 };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct kin_relation_table *links = kin_relation_new(KIN_STR("2020-04-06"));
		const struct kin_relation *link;

		for (size_t k = 0; k < 3 && cases[i].links[k] != NULL; k++) {
			kin_buf_clear(&line);
			kin_buf_printf(&line, "{\"kind\":\"link\",\"of\":\"crm:1\",\"hub\":\"h1\",%s}", cases[i].links[k]);
			must_push(kin_relation_push, links, kin_buf_text(&line));
		}
		link = find(links, "crm:1").best;
		ck_assert_msg((link == NULL) == (cases[i].helper == NULL), "case %zu", i);
		if (link != NULL) {
			ck_assert_msg(kin_str_is(link->helper, kin_str_of(cases[i].helper)), "case %zu", i);
			ck_assert_msg(link->living == cases[i].living, "case %zu", i);
		}
		kin_relation_free(links);
	}
	kin_buf_fini(&line);
}
END_TEST

START_TEST(keys)
{
	struct kin_relation_table *links = kin_relation_new(KIN_STR("2020-04-06"));
	const struct kin_relation *a, *b;
	struct kin_hub_table *hubs = two_hubs();
	struct kin_relation_pick pick = KIN_RELATION_PICK_NONE;

	must_push(kin_relation_push, links,
	    "{\"kind\":\"link\",\"of\":\"crm:1\",\"person\":\"p-1\",\"hub\":\"h1\",\"helper\":\"Ama\"}");
	must_push(kin_relation_push, links,
	    "{\"kind\":\"link\",\"person\":\"p-2\",\"hub\":\"h2\",\"goodbye\":\"2020-04-01\"}");
	ck_assert_uint_eq(kin_relation_count(links), 2);
	a = find(links, "crm:1").best;
	ck_assert(kin_str_is(a->hub, KIN_STR("h1")));
	ck_assert(kin_str_is(find(links, "p-1").best->helper, KIN_STR("Ama")));
	b = find(links, "p-2").best;
	ck_assert_uint_eq(b->helper.len, 0);
	ck_assert_ptr_null(find(links, "p-3").best);
	kin_relation_find(links, KIN_STR("p-2"), hubs, &pick);
	ck_assert_ptr_eq(pick.best, b);
	ck_assert_uint_eq(pick.hub, 1);
	kin_relation_find(links, KIN_STR("p-1"), hubs, &pick);
	ck_assert_ptr_eq(pick.best, find(links, "p-1").best);
	kin_relation_find(links, KIN_STR("p-2"), hubs, &pick);
	ck_assert_ptr_eq(pick.best, find(links, "p-1").best);
	ck_assert_uint_eq(pick.hub, 0);
	kin_hub_free(hubs);
	kin_relation_free(links);
}
END_TEST

/* Links that do not count let the next best come first. */
START_TEST(passed_over)
{
	static const struct { const char *links[2], *period, *best, *over; } cases[] = {
		{ { "\"hub\":\"none\",\"helper\":\"A\",\"since\":\"2020-04-01\"",
		    "\"hub\":\"h2\",\"helper\":\"B\",\"since\":\"2020-03-01\"" }, NULL, "B", "A" },
		{ { "\"hub\":\"none\",\"helper\":\"A\",\"since\":\"2020-03-01\"",
		    "\"hub\":\"h2\",\"helper\":\"B\",\"since\":\"2020-04-01\"" }, NULL, "B", NULL },
		{ { "\"hub\":\"shut\",\"helper\":\"A\"",
		    "\"hub\":\"h2\",\"helper\":\"B\",\"goodbye\":\"2020-04-01\"" }, NULL, "B", "A" },
		{ { "\"hub\":\"none\",\"helper\":\"A\"" }, NULL, NULL, "A" },
		{ { "\"hub\":\"h1\",\"helper\":\"A\",\"since\":\"2018\",\"goodbye\":\"2019-04-05\"" }, "12m", NULL, "A" },
		{ { "\"hub\":\"h1\",\"helper\":\"A\",\"since\":\"2018\",\"goodbye\":\"2019-04-06\"" }, "12m", "A", NULL },
		{ { "\"hub\":\"h1\",\"helper\":\"A\",\"since\":\"2018\",\"goodbye\":\"2019-04\"" }, "12m", "A", NULL },
		{ { "\"hub\":\"h1\",\"helper\":\"A\",\"since\":\"2019-05\",\"goodbye\":\"2019-06-05\"",
		    "\"hub\":\"h2\",\"helper\":\"B\",\"since\":\"2019-04\",\"goodbye\":\"2020-01-05\"" }, "100d", "B", "A" },
	};
	struct kin_buf line = { 0 };
	struct kin_err err;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct kin_relation_table *links = kin_relation_new(KIN_STR("2020-04-06"));
		struct kin_relation_pick pick;

		if (cases[i].period != NULL)
			ck_assert_int_eq(kin_relation_within(links, kin_str_of(cases[i].period), &err), 0);
		for (size_t k = 0; k < 2 && cases[i].links[k] != NULL; k++) {
			kin_buf_clear(&line);
			kin_buf_printf(&line, "{\"kind\":\"link\",\"of\":\"crm:1\",%s}", cases[i].links[k]);
			must_push(kin_relation_push, links, kin_buf_text(&line));
		}
		pick = find(links, "crm:1");
		ck_assert_msg(pick.best == NULL ? cases[i].best == NULL : cases[i].best != NULL &&
		    kin_str_is(pick.best->helper, kin_str_of(cases[i].best)), "case %zu: best", i);
		ck_assert_msg(pick.over == NULL ? cases[i].over == NULL : cases[i].over != NULL &&
		    kin_str_is(pick.over->helper, kin_str_of(cases[i].over)), "case %zu: over", i);
		kin_relation_free(links);
	}
	kin_buf_fini(&line);
}
END_TEST

START_TEST(refused)
{
	static const struct { const char *line, *why, *value; } cases[] = {
		{ "{\"kind\":\"hub\",\"of\":\"crm:1\"}", "not a link", "hub" },
		{ "{\"kind\":\"link\",\"hub\":\"h1\"}", "a link without \"of\" or \"person\": who is helped", "" },
		{ "{\"kind\":\"link\",\"of\":\"crm:1\"}", "a link without hub", "" },
		{ "{\"kind\":\"link\",\"of\":\"crm:1\",\"hub\":\"h1\",\"since\":\"1/4/2020\"}",
		    "not a date as 2020-04-06", "1/4/2020" },
		{ "{\"kind\":\"link\",\"of\":\"crm:1\",\"hub\":\"h1\",\"goodbye\":\"2020-02-30\"}",
		    "not a date as 2020-04-06", "2020-02-30" },
		{ "{\"kind\":\"link\",\"of\":\"crm:1\",\"hub\":\"h1\",\"goodbye\":true}",
		    "not a date as 2020-04-06", "true" },
	};
	struct kin_relation_table *links = kin_relation_new(KIN_STR("2020-04-06"));
	struct kin_err err;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		ck_assert_int_eq(push(kin_relation_push, links, cases[i].line, &err), -1);
		ck_assert_str_eq(err.text, cases[i].why);
		ck_assert_str_eq(err.value, cases[i].value);
	}
	ck_assert_uint_eq(kin_relation_count(links), 0);
	kin_relation_free(links);
}
END_TEST

START_TEST(checked)
{
	struct kin_relation_table *links = kin_relation_new(KIN_STR("2020-04-06"));
	struct kin_hub_table *hubs = kin_hub_new(KIN_STR("2020-04-06"));
	struct kin_buf faults = { 0 };
	struct kin_check check = { .say = note_fault, .ctx = &faults };

	must_push(kin_hub_push, hubs, "{\"kind\":\"hub\",\"id\":\"h1\",\"wards\":[\"W1\"]}");
	must_push(kin_relation_push, links, "{\"kind\":\"link\",\"of\":\"crm:1\",\"hub\":\"h1\"}");
	must_push(kin_relation_push, links, "{\"kind\":\"link\",\"of\":\"crm:2\",\"hub\":\"h9\"}");
	must_push(kin_relation_push, links, "{\"kind\":\"link\",\"of\":\"crm:3\",\"hub\":\"h9\"}");
	kin_relation_check(links, hubs, &check);
	ck_assert_str_eq(kin_buf_text(&faults), "a link names hub h9, and there is none of this id\n");
	kin_buf_fini(&check.line);
	kin_buf_fini(&faults);
	kin_relation_free(links);
	kin_hub_free(hubs);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("relation");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, best);
	tcase_add_test(tests, keys);
	tcase_add_test(tests, passed_over);
	tcase_add_test(tests, refused);
	tcase_add_test(tests, checked);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
