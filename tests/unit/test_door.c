/* door: which needs and which words open which doors. */
#include <stdlib.h>

#include <check.h>

#include "kin/place/door.h"

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

static struct kin_door_table *
three_doors(void)
{
	struct kin_door_table *doors = kin_door_new();

	must_push(kin_door_push, doors, "{\"kind\":\"door\",\"id\":\"advice\",\"name\":\"Advice\","
	    "\"needs\":[\"debt\",\"housing\"],\"words\":[\"bailiff\"]}");
	must_push(kin_door_push, doors, "{\"kind\":\"door\",\"id\":\"safe\",\"safeguarding\":true,"
	    "\"needs\":\"safeguarding\",\"words\":[\"hits me\",\"abuse\"],\"unless\":[\"no abuse\"]}");
	must_push(kin_door_push, doors, "{\"kind\":\"door\",\"id\":\"fund\",\"urgent\":true,"
	    "\"needs\":[\"debt\"],\"words\":[\"bailiff\",\"no food\",\"drug abuse\"]}");
	return doors;
}

START_TEST(needs)
{
	struct kin_door_table *doors = three_doors();

	ck_assert_uint_eq(kin_door_count(doors), 3);
	ck_assert_uint_eq(kin_door_of_need(doors, KIN_STR("debt")), 1 | 4);
	ck_assert_uint_eq(kin_door_of_need(doors, KIN_STR("housing")), 1);
	ck_assert_uint_eq(kin_door_of_need(doors, KIN_STR("safeguarding")), 2);
	ck_assert_uint_eq(kin_door_of_need(doors, KIN_STR("shopping")), 0);
	ck_assert_uint_eq(kin_door_of_need(doors, KIN_STR("")), 0);
	ck_assert_uint_eq(kin_door_safeguarding(doors), 2);
	ck_assert_uint_eq(kin_door_urgent(doors), 2 | 4);
	ck_assert(kin_str_is(kin_door_get(doors, 0)->name, KIN_STR("Advice")));
	kin_door_free(doors);
}
END_TEST

START_TEST(words_open)
{
	static const struct { const char *text; uint64_t doors; } cases[] = {
		{ "", 0 },
		{ "The Bailiff came", 1 | 4 },
		{ "he hits  me", 2 },
		{ "no abuse", 0 },
		{ "no abuse. Abuse?", 2 },
		{ "drug abuse", 2 | 4 },
		{ "no food, and a bailiff", 1 | 4 },
		{ "bailiffs", 0 },
	};
	struct kin_door_table *doors = three_doors();
	struct kin_door_words words;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		words.all = 0;
		kin_door_read(doors, kin_str_of(cases[i].text), &words);
		ck_assert_msg(words.all == cases[i].doors, "\"%s\": %lu", cases[i].text,
		    (unsigned long)words.all);
	}
	words.all = 0;
	kin_door_read(doors, KIN_STR("No FOOD"), &words);
	kin_door_read(doors, KIN_STR("bailiff"), &words);
	ck_assert_uint_eq(words.all, 1 | 4);
	ck_assert(kin_str_is(words.phrase[2], KIN_STR("no food")));
	ck_assert(kin_str_is(words.phrase[0], KIN_STR("bailiff")));
	kin_door_free(doors);
}
END_TEST

START_TEST(refused)
{
	static const struct { const char *line, *why; } cases[] = {
		{ "{\"kind\":\"hub\",\"id\":\"x\"}", "not a door" },
		{ "{\"kind\":\"door\"}", "a door without id" },
		{ "{\"kind\":\"door\",\"id\":\"hub\"}", "a door cannot be called this" },
		{ "{\"kind\":\"door\",\"id\":\"front-door\"}", "a door cannot be called this" },
		{ "{\"kind\":\"door\",\"id\":\"safe\"}", "a second door of this id" },
		{ "{\"kind\":\"door\",\"id\":\"z\",\"words\":[\"--\"]}", "no word in it, or too many phrases" },
	};
	struct kin_door_table *doors = three_doors();
	struct kin_err err;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		ck_assert_int_eq(push(kin_door_push, doors, cases[i].line, &err), -1);
		ck_assert_str_eq(err.text, cases[i].why);
	}
	kin_door_free(doors);
}
END_TEST

START_TEST(how_many)
{
	struct kin_door_table *doors = kin_door_new();
	struct kin_buf line = { 0 };
	struct kin_err err;

	for (int i = 0; i <= KIN_DOOR_MOST; i++) {
		kin_buf_clear(&line);
		kin_buf_printf(&line, "{\"kind\":\"door\",\"id\":\"d%d\",\"needs\":[\"debt\"]}", i);
		ck_assert_int_eq(push(kin_door_push, doors, kin_buf_text(&line), &err),
		    i == KIN_DOOR_MOST ? -1 : 0);
	}
	ck_assert_str_eq(err.text, "more than 64 doors");
	ck_assert_uint_eq(kin_door_of_need(doors, KIN_STR("debt")), UINT64_MAX);
	kin_buf_fini(&line);
	kin_door_free(doors);
}
END_TEST

START_TEST(checked)
{
	struct kin_door_table *doors = kin_door_new();
	struct kin_buf faults = { 0 };
	struct kin_check check = { .say = note_fault, .ctx = &faults };

	must_push(kin_door_push, doors, "{\"kind\":\"door\",\"id\":\"a\",\"needs\":[]}");
	kin_door_check(doors, &check);
	must_push(kin_door_push, doors, "{\"kind\":\"door\",\"id\":\"s\",\"safeguarding\":true,\"words\":[\"abuse\"]}");
	must_push(kin_door_push, doors, "{\"kind\":\"door\",\"id\":\"t\",\"safeguarding\":true,\"needs\":[\"safe\"]}");
	kin_door_check(doors, &check);
	ck_assert_str_eq(kin_buf_text(&faults),
	    "door a has no needs and no words: nothing opens it\n"
	    "no door is for safeguarding\n"
	    "door a has no needs and no words: nothing opens it\n"
	    "two safeguarding doors: s and t\n"
	    "need \"safe\" of a door is not a task word\n");
	kin_buf_fini(&check.line);
	kin_buf_fini(&faults);
	kin_door_free(doors);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("door");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, needs);
	tcase_add_test(tests, words_open);
	tcase_add_test(tests, refused);
	tcase_add_test(tests, how_many);
	tcase_add_test(tests, checked);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
