/* route: the order of its rules, each against the next. */
#include <stdlib.h>

#include <check.h>

#include "kin/step/route.h"

static const char *const hubs[] = {
	"{'kind':'hub','id':'h1','wards':['W1']}",
	"{'kind':'hub','id':'h2','wards':['W2'],'capacity':{'per_day':1},'overflow':['h3','h1']}",
	"{'kind':'hub','id':'h3','wards':['W3','W4'],'until':'2020-04-05'}",
	"{'kind':'hub','id':'h4','wards':['W4'],'from':'2020-04-06'}",
	NULL
};
static const char *const doors[] = {
	"{'kind':'door','id':'safe','safeguarding':true,'needs':['safeguarding'],'words':['hits her']}",
	"{'kind':'door','id':'advice','needs':['debt'],'fields':['given_name','person.id']}",
	"{'kind':'door','id':'library','signpost':true,'words':['books']}",
	NULL
};
static const char *const links[] = {
	"{'kind':'link','person':'p-1','helper':'Ama','hub':'h2','since':'2020-03-01'}",
	"{'kind':'link','person':'p-2','helper':'Ben','hub':'h1','since':'2020-02-01','goodbye':'2020-03-01'}",
	"{'kind':'link','person':'p-3','helper':'Cy','hub':'none','since':'2020-03-09'}",
	"{'kind':'link','person':'p-3','helper':'Di','hub':'h1','since':'2020-03-01'}",
	"{'kind':'link','person':'p-4','helper':'Ed','hub':'none'}",
	NULL
};

static struct kin_buf got;

static void
keep(void *ctx, struct kin_str line)
{
	struct kin_buf *out = ctx;

	kin_buf_add(out, line);
	kin_buf_putc(out, '\n');
}

/* Pushes one line, written with ' for ". */
static void
push(kin_push *to, struct kin_route *route, const char *text)
{
	struct kin_buf line = { 0 };
	struct kin_rec rec = { 0 };
	struct kin_err err = KIN_ERR_NONE;
	static long line_no;

	rec.line_no = ++line_no;
	for (; *text != '\0'; text++)
		kin_buf_putc(&line, *text == '\'' ? '"' : *text);
	ck_assert_msg(kin_rec_read(&rec, kin_buf_str(&line), &err) == 0, "%s: %s", kin_buf_text(&line), err.text);
	ck_assert_msg(to(route, &rec, &err) == 0, "%s: %s", kin_buf_text(&line), err.text);
	kin_rec_fini(&rec);
	kin_buf_fini(&line);
}

static void
push_all(kin_push *to, struct kin_route *route, const char *const *lines)
{
	for (; *lines != NULL; lines++)
		push(to, route, *lines);
}

static struct kin_route *
borough(struct kin_buf *notes)
{
	struct kin_route_opts opts = { .sink = keep, .sink_ctx = &got, .today = KIN_STR("2020-04-06"),
		.note = notes == NULL ? NULL : keep, .note_ctx = notes };
	struct kin_route *route = kin_route_new(&opts);

	kin_buf_clear(&got);
	push_all(kin_route_hub, route, hubs);
	push_all(kin_route_door, route, doors);
	push_all(kin_route_link, route, links);
	return route;
}

/* What was added to the last line, " again as '. */
static const char *
to_of_last(void)
{
	char *text = (char *)kin_buf_text(&got), *to = strstr(text, "\"to\":");

	ck_assert_ptr_nonnull(to);
	for (char *c = to; *c != '\0'; c++)
		*c = *c == '"' ? '\'' : *c;
	*strchr(to, '\n') = '\0';
	to[strlen(to) - 1] = '\0';
	return to + 5;
}

START_TEST(order)
{
	static const struct { const char *rec, *to; } cases[] = {
		{ "{'ward':'W1'}", "{'door':'hub','id':'h1'}" },
		{ "{'ward':'W9'}", "{'door':'front-door'}" },
		{ "{'ward':'W3'}", "{'door':'front-door'}" },
		{ "{'ward':'W4'}", "{'door':'hub','id':'h4'}" },
		{ "{'person':{'id':'p-1'},'ward':'W1'}", "{'door':'hub','id':'h2','helper':'Ama'}" },
		{ "{'person':{'id':'p-2'},'ward':'W4'}", "{'door':'hub','id':'h1','helper':'Ben'}" },
		{ "{'person':{'id':'p-3'},'ward':'W4'}", "{'door':'hub','id':'h1','helper':'Di'}" },
		{ "{'person':{'id':'p-4'},'ward':'W4'}", "{'door':'hub','id':'h4'}" },
		{ "{'person':{'id':'p-1'},'needs':['debt'],'notes':'likes books'}",
		    "{'door':'hub','id':'h2','helper':'Ama','with':['advice'],'signposted':['library']}" },
		{ "{'person':{'id':'p-1'},'ward':'W1','needs':['debt'],'notes':'he hits her'}",
		    "{'door':'safe','urgent':true}" },
		{ "{'ward':'W1','needs':['safeguarding']}", "{'door':'safe','urgent':true}" },
		{ "{'ward':'W9','needs':['debt']}", "{'door':'front-door','with':['advice']}" },
		{ "{'ward':'W1','urgent':true}", "{'door':'hub','id':'h1','urgent':true}" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct kin_route *route = borough(NULL);

		push(kin_route_push, route, cases[i].rec);
		ck_assert_str_eq(to_of_last(), cases[i].to);
		kin_route_free(route);
	}
}
END_TEST

START_TEST(full)
{
	static const struct { const char *rec, *to; } cases[] = {	/* one after another */
		{ "{'person':{'id':'a'},'ward':'W2'}", "{'door':'hub','id':'h2'}" },
		{ "{'person':{'id':'a'},'ward':'W2'}", "{'door':'hub','id':'h2'}" },
		{ "{'person':{'id':'b'},'ward':'W2'}", "{'door':'hub','id':'h1','first':'h2'}" },
		{ "{'person':{'id':'p-1'},'ward':'W1'}", "{'door':'hub','id':'h2','helper':'Ama'}" },
		{ "{'person':{'id':'b'},'ward':'W2'}", "{'door':'hub','id':'h1','first':'h2'}" },
	};
	struct kin_route *route = borough(NULL);

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		kin_buf_clear(&got);
		push(kin_route_push, route, cases[i].rec);
		ck_assert_str_eq(to_of_last(), cases[i].to);
	}
	kin_route_free(route);
}
END_TEST

START_TEST(period)
{
	struct kin_route *route = borough(NULL);
	struct kin_err err;

	ck_assert_int_eq(kin_route_within(route, KIN_STR("36d"), &err), 0);
	push(kin_route_push, route, "{'person':{'id':'p-2'},'ward':'W4'}");
	ck_assert_str_eq(to_of_last(), "{'door':'hub','id':'h1','helper':'Ben'}");
	ck_assert_int_eq(kin_route_within(route, KIN_STR("35d"), &err), 0);
	kin_buf_clear(&got);
	push(kin_route_push, route, "{'person':{'id':'p-2'},'ward':'W4'}");
	ck_assert_str_eq(to_of_last(), "{'door':'hub','id':'h4'}");
	kin_route_free(route);
}
END_TEST

START_TEST(moved)
{
	struct kin_route *route = borough(NULL);
	struct kin_buf text = { 0 };

	push(kin_route_old_hub, route, "{'kind':'hub','id':'old','wards':['W1']}");
	push(kin_route_push, route, "{'ward':'W1'}");
	ck_assert_str_eq(to_of_last(), "{'door':'hub','id':'h1','was':'old'}");
	push(kin_route_push, route, "{'ward':'W4'}");
	push(kin_route_push, route, "{'ward':'W9'}");
	push(kin_route_push, route, "{'ward':'W1','notes':'he hits her'}");
	kin_route_moves(route, &text);
	ck_assert_str_eq(kin_buf_text(&text),
	    "2 of 4 would move: 1 from old to h1, 1 from front-door to h4");
	kin_buf_fini(&text);
	kin_route_free(route);
}
END_TEST

/* A hand-on is noted once, with where from and how many there were. */
START_TEST(ledger)
{
	static const char past[] = "{'kind':'event','event':'passed_on','at':'2020-04-01','of':'crm:1',"
	    "'person':'p-1','team':'h1','helper':'Flo'}";
	static const char rec[] = "{'kind':'contact','source':{'list':'crm','id':'1'},'phone':'1','nhs_number':'9',"
	    "'person':{'id':'p-1'}}";
	struct kin_buf notes = { 0 };
	struct kin_route *route = borough(&notes);

	push(kin_route_past, route, past);
	push(kin_route_push, route, rec);
	push(kin_route_push, route, rec);
	push(kin_route_push, route, "{'ward':'W9'}");
	ck_assert_str_eq(kin_buf_text(&notes), "{\"kind\":\"event\",\"event\":\"passed_on\",\"at\":\"2020-04-06\","
	    "\"of\":\"crm:1\",\"person\":\"p-1\",\"team\":\"h2\",\"helper\":\"Ama\",\"from\":{\"team\":\"h1\",\"helper\":\"Flo\"},"
	    "\"hop\":2,\"reason\":\"already helped\",\"carried\":[\"phone\",\"person\"]}\n");
	kin_buf_fini(&notes);
	kin_route_free(route);
}
END_TEST

/* Run again, nothing is noted: also where a person's records go to two places, or open two doors. */
START_TEST(ledger_again)
{
	static const char *const recs[] = {
		"{'source':{'list':'a','id':'1'},'person':{'id':'p'},'ward':'W1','needs':['debt']}",
		"{'source':{'list':'a','id':'2'},'person':{'id':'p'},'ward':'W1'}",
		"{'source':{'list':'a','id':'3'},'person':{'id':'p'},'ward':'W4'}",
		"{'source':{'list':'a','id':'4'},'person':{'id':'p'},'notes':'hits her'}",
		"{'source':{'list':'a','id':'5'},'ward':'W4'}",
		"{'source':{'list':'a','id':'6'},'person':{'id':'p-2'}}",
		NULL
	};
	struct kin_buf notes = { 0 }, again = { 0 };
	struct kin_route *route = borough(&notes);
	struct kin_str rest, line;

	push_all(kin_route_push, route, recs);
	kin_route_free(route);
	route = borough(&again);
	rest = kin_buf_str(&notes);
	for (int count = 0; kin_str_next(&rest, '\n', &line) && line.len > 0; count++) {
		char *text = kin_dup(line);

		push(kin_route_past, route, text);
		kin_free(text);
		ck_assert_int_lt(count, 5);
	}
	push_all(kin_route_push, route, recs);
	ck_assert_msg(again.len == 0, "%s", kin_buf_text(&again));
	kin_route_free(route);
	kin_buf_fini(&notes);
	kin_buf_fini(&again);
}
END_TEST

START_TEST(least)
{
	static const char rec[] = "{'given_name':'Ann','nhs_number':'9990000042','person':{'id':'p-9','size':2},"
	    "'ward':'W1','needs':['debt'],'notes':'quiet','lists':{'shielded':{'id':'s:1'}}}";
	static const struct { const char *door, *line; } cases[] = {
		{ "hub", "{\"given_name\":\"Ann\",\"person\":{\"id\":\"p-9\"},\"needs\":[\"debt\"],"
		    "\"to\":{\"door\":\"hub\",\"id\":\"h1\",\"with\":[\"advice\"]}}\n" },
		{ "h1", "{\"given_name\":\"Ann\",\"person\":{\"id\":\"p-9\"},\"needs\":[\"debt\"],"
		    "\"to\":{\"door\":\"hub\",\"id\":\"h1\",\"with\":[\"advice\"]}}\n" },
		{ "h2", "" },
		{ "advice", "{\"given_name\":\"Ann\",\"person\":{\"id\":\"p-9\"}}\n" },
		{ "safe", "" },
	};
	struct kin_err err;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct kin_route *route = borough(NULL);

		ck_assert_int_eq(kin_route_only(route, kin_str_of(cases[i].door), &err), 0);
		push(kin_route_push, route, rec);
		push(kin_route_push, route, "{'kind':'helper'}");
		ck_assert_str_eq(kin_buf_text(&got), cases[i].line);
		kin_route_free(route);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("route");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, order);
	tcase_add_test(tests, full);
	tcase_add_test(tests, period);
	tcase_add_test(tests, moved);
	tcase_add_test(tests, ledger);
	tcase_add_test(tests, ledger_again);
	tcase_add_test(tests, least);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	kin_buf_fini(&got);
	return failed != 0;
}
