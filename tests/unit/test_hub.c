/* hub, ward: who looks after which ward, and what is wrong with a table. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <check.h>

#include "kin/place/hub.h"

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

static struct kin_ward_list *
wards_of(const char *text, struct kin_err *err)
{
	char path[] = "/tmp/kin-wards-XXXXXX";
	struct kin_ward_list *wards = kin_ward_new();
	int fd = mkstemp(path);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(write(fd, text, strlen(text)), (int)strlen(text));
	close(fd);
	errno = EIO;
	if (kin_ward_load(wards, path, err) != 0) {
		ck_assert_int_eq(errno, 0);
		kin_ward_free(wards);
		wards = NULL;
	}
	unlink(path);
	return wards;
}

START_TEST(looked_up)
{
	struct kin_hub_table *hubs = kin_hub_new(KIN_STR("2020-04-06"));

	must_push(kin_hub_push, hubs, "{\"kind\":\"hub\",\"id\":\"h1\",\"name\":\"One\",\"wards\":[\"W1\",\"W2\"]}");
	must_push(kin_hub_push, hubs, "{\"kind\":\"hub\",\"id\":\"h2\",\"wards\":\"W3\"}");
	must_push(kin_hub_push, hubs, "{\"kind\":\"hub\",\"id\":\"h3\",\"wards\":[\"W1\"]}");
	ck_assert_uint_eq(kin_hub_count(hubs), 3);
	ck_assert_uint_eq(kin_hub_ward_count(hubs), 3);
	ck_assert_uint_eq(kin_hub_of_ward(hubs, KIN_STR("W1")), 0);
	ck_assert_uint_eq(kin_hub_of_ward(hubs, KIN_STR("W3")), 1);
	ck_assert_uint_eq(kin_hub_of_ward(hubs, KIN_STR("W4")), KIN_HUB_NONE);
	ck_assert_uint_eq(kin_hub_of_ward(hubs, KIN_STR("")), KIN_HUB_NONE);
	ck_assert_uint_eq(kin_hub_find(hubs, KIN_STR("h2")), 1);
	ck_assert_uint_eq(kin_hub_find(hubs, KIN_STR("h9")), KIN_HUB_NONE);
	ck_assert(kin_str_is(kin_hub_get(hubs, 0)->name, KIN_STR("One")));
	ck_assert_uint_eq(kin_hub_get(hubs, 1)->name.len, 0);
	kin_hub_free(hubs);
}
END_TEST

START_TEST(refused)
{
	static const struct { const char *line, *why; } cases[] = {
		{ "{\"kind\":\"door\",\"id\":\"x\"}", "not a hub" },
		{ "{\"id\":\"x\"}", "not a hub" },
		{ "{\"kind\":\"hub\",\"wards\":[]}", "a hub without id" },
		{ "{\"kind\":\"hub\",\"id\":\"h1\"}", "a second hub of this id" },
		{ "{\"kind\":\"hub\",\"id\":\"h2\",\"wards\":5}", "not a list of ward codes" },
	};
	struct kin_hub_table *hubs = kin_hub_new(KIN_STR("2020-04-06"));
	struct kin_err err;

	must_push(kin_hub_push, hubs, "{\"kind\":\"hub\",\"id\":\"h1\",\"wards\":[\"W1\"]}");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		ck_assert_int_eq(push(kin_hub_push, hubs, cases[i].line, &err), -1);
		ck_assert_str_eq(err.text, cases[i].why);
	}
	ck_assert_uint_eq(kin_hub_count(hubs), 1);
	kin_hub_free(hubs);
}
END_TEST

START_TEST(checked)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_ward_list *wards = wards_of("ward,x,ward_name\nW1,,\"One, east\"\nW2,,\nW9,,Nine\nW9,,again\n", &err);
	struct kin_hub_table *hubs = kin_hub_new(KIN_STR("2020-04-06"));
	struct kin_buf faults = { 0 };
	struct kin_check check = { .say = note_fault, .ctx = &faults };

	must_push(kin_hub_push, hubs, "{\"kind\":\"hub\",\"id\":\"a\",\"wards\":[\"W1\",\"W2\",\"W3\",\"W2\"]}");
	must_push(kin_hub_push, hubs, "{\"kind\":\"hub\",\"id\":\"b\",\"wards\":[\"W1\"]}");
	must_push(kin_hub_push, hubs, "{\"kind\":\"hub\",\"id\":\"c\"}");
	kin_hub_check(hubs, wards, &check);
	ck_assert_str_eq(kin_buf_text(&faults),
	    "hub a has 4 wards, and 3 is the most\n"
	    "hub c has no ward\n"
	    "hub a: ward W3 is not in the list of wards\n"
	    "hub a: ward W2 is named twice\n"
	    "ward W1 (One, east) has two hubs: a and b\n"
	    "ward W9 (Nine) has no hub\n");
	ck_assert_uint_eq(check.faults, 6);
	check = (struct kin_check){ .line = check.line };
	kin_hub_check(hubs, NULL, &check);
	ck_assert_uint_eq(check.faults, 4);
	kin_buf_fini(&check.line);
	kin_buf_fini(&faults);
	kin_ward_free(wards);
	kin_hub_free(hubs);
}
END_TEST

START_TEST(ward_lists)
{
	static const struct { const char *text, *why; long line; } bad[] = {
		{ "", "empty, not a list of wards", 0 },
		{ "code,name\nE05,Abbey\n", "not a list of wards: no header is ward or wd25cd", 1 },
		{ "ward,ward_name\nE05014053,\"Abbey\n", "a quote is not closed", 2 },
		{ "ward,ward_name\nE05014053,Abbey\n,Alibon\n", "no ward code", 3 },
		{ "{\"ward\":\"E05014053\"}\n{\"kind\":\"ward\"}\n", "no ward code", 2 },
		{ "{\"ward\":\"E05014053\"}\nE05014054,Alibon\n", NULL, 2 },
	};
	static const char *const good[] = {
		"ward,ward_name\nE05014053,Abbey\nE05014054,Alibon\n",
		"WD25NM,LAD25CD,WD25CD\r\nAbbey,E09000002,E05014053\r\n\r\nAlibon,E09000002,E05014054",
		"\xef\xbb\xbf{\"kind\":\"ward\",\"ward\":\"E05014053\",\"ward_name\":\"Abbey\"}\n{\"ward_name\":\"Alibon\",\"ward\":\"E05014054\"}\n",
	};
	struct kin_err err;

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		err = KIN_ERR_NONE;
		ck_assert_ptr_null(wards_of(bad[i].text, &err));
		if (bad[i].why != NULL)
			ck_assert_str_eq(err.text, bad[i].why);
		ck_assert_int_eq(err.line, bad[i].line);
	}
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		struct kin_ward_list *wards = wards_of(good[i], &err);

		ck_assert_uint_eq(kin_ward_count(wards), 2);
		ck_assert_uint_eq(kin_ward_find(wards, KIN_STR("E05014054")), 1);
		ck_assert(kin_str_is(kin_ward_code(wards, 0), KIN_STR("E05014053")));
		ck_assert(kin_str_is(kin_ward_name(wards, 1), KIN_STR("Alibon")));
		kin_ward_free(wards);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("hub");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, looked_up);
	tcase_add_test(tests, refused);
	tcase_add_test(tests, checked);
	tcase_add_test(tests, ward_lists);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
