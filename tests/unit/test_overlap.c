/* overlap: every set counted, beside counting by hand; sums equal totals. */
#include <stdio.h>
#include <stdlib.h>

#include <check.h>

#include "kin/step/overlap.h"
#include "kin/tally/sets.h"

enum { PEOPLE = 200, GROUPS = 5 };

static uint32_t state = 42;

static uint32_t
draw(uint32_t below)
{
	state = state * 1664525u + 1013904223u;
	return (state >> 16) % below;
}

static void
push(struct kin_overlap *overlap, uint32_t who, uint32_t in)
{
	struct kin_buf line = { 0 };

	kin_buf_printf(&line, "{\"person\":{\"id\":\"p-%u\"},\"lists\":{", who);
	for (uint32_t g = 0; g < 2; g++)
		if (in >> g & 1)
			kin_buf_printf(&line, "%s\"g%u\":{}", line.p[line.len - 1] == '{' ? "" : ",", g);
	kin_buf_puts(&line, "},\"cohorts\":[");
	for (uint32_t g = 2; g < GROUPS; g++)
		if (in >> g & 1)
			kin_buf_printf(&line, "%s\"g%u\"", line.p[line.len - 1] == '[' ? "" : ",", g);
	kin_buf_puts(&line, "]}");
	kin_overlap_line(overlap, kin_buf_str(&line));
	kin_buf_fini(&line);
}

START_TEST(by_hand)
{
	struct kin_overlap *overlap = kin_overlap_new();
	uint32_t in[PEOPLE] = { 0 }, sum = 0;
	struct kin_buf out = { 0 };
	struct kin_err err;

	for (uint32_t i = 0; i < 3 * PEOPLE; i++) {	/* several records of each */
		uint32_t who = i < PEOPLE ? i : draw(PEOPLE), groups = draw(1 << GROUPS) & draw(1 << GROUPS);

		in[who] |= groups;
		push(overlap, who, groups);
	}
	kin_overlap_line(overlap, KIN_STR("{\"kind\":\"hub\",\"cohorts\":[\"g0\"]}"));
	ck_assert_int_eq(kin_overlap_show(overlap, 80, &out, &err), 0);
	for (uint32_t set = 0; set < 1 << GROUPS; set++) {
		char name[64] = "", *end = name;
		uint32_t people = 0, found = 0;
		char *at;

		for (uint32_t g = 0; g < GROUPS; g++)
			if (set >> g & 1)
				end += snprintf(end, 8, "%sg%u", end > name ? ", " : "", g);
		for (uint32_t i = 0; i < PEOPLE; i++)
			people += in[i] == set;
		snprintf(end, 16, "%s  ", set == 0 ? "(none)" : "");
		at = strstr(kin_buf_text(&out), "In which together");
		for (at = strchr(at, '\n'); at != NULL; at = strchr(at + 1, '\n'))
			if (strncmp(at + 1, name, strlen(name)) == 0)
				found = (uint32_t)strtoul(at + 1 + strlen(name), NULL, 10);
		ck_assert_msg(found == people, "%s: %u, by hand %u", name, found, people);
		sum += found;
	}
	ck_assert_uint_eq(sum, PEOPLE);
	ck_assert_ptr_nonnull(strstr(kin_buf_text(&out), "Everybody"));
	kin_buf_fini(&out);
	kin_overlap_free(overlap);
}
END_TEST

START_TEST(too_many)
{
	struct kin_overlap *overlap = kin_overlap_new();
	struct kin_buf line = { 0 };
	struct kin_err err;

	for (int i = 0; i <= KIN_SETS_MOST; i++) {
		kin_buf_clear(&line);
		kin_buf_printf(&line, "{\"cohorts\":[\"g%d\"]}", i);
		kin_overlap_line(overlap, kin_buf_str(&line));
	}
	kin_buf_clear(&line);
	ck_assert_int_eq(kin_overlap_show(overlap, 80, &line, &err), -1);
	ck_assert_str_eq(err.text, "more than 64 lists and groups");
	kin_buf_fini(&line);
	kin_overlap_free(overlap);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("overlap");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, by_hand);
	tcase_add_test(tests, too_many);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
