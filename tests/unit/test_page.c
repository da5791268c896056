/* page: nothing that a record says becomes a mark, a chart agrees with its table, a wide block turns. */
#include <check.h>

#include "kin/tally/page.h"

static bool
holds(struct kin_buf *out, const char *text)
{
	return strstr(kin_buf_text(out), text) != NULL;
}

static size_t
times(struct kin_buf *out, const char *text)
{
	size_t count = 0;

	for (const char *at = kin_buf_text(out); (at = strstr(at, text)) != NULL; at++)
		count++;
	return count;
}

START_TEST(escapes)
{
	static const struct {
		const char	*text, *shown;
	} cases[] = {
		{ "O'Neill & <Sons>", "O&#39;Neill &amp; &lt;Sons&gt;" },
		{ "\"x\" onload=\"y\"", "&quot;x&quot; onload=&quot;y&quot;" },
		{ "a\x1b[31m", "a\\x1b[31m" },
		{ "\xe2\x80\xaetxt", "\\u202etxt" },
		{ "Ś é 姓", "Ś é 姓" }
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct kin_buf out = { 0 };

		kin_page_text(kin_str_of(cases[i].text), &out);
		ck_assert_str_eq(kin_buf_text(&out), cases[i].shown);
		kin_buf_fini(&out);
	}
}
END_TEST

static struct kin_table *
make(struct kin_tables *tables, const char *key)
{
	struct kin_table *table = kin_tables_add(tables, "t", "<Hubs>");

	kin_table_column(table, KIN_COLUMN_KEY, kin_str_of(key), kin_str_of(key));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("residents"), KIN_STR("Residents"));
	return table;
}

START_TEST(bars)
{
	struct kin_tables tables = { 0 };
	struct kin_table *table = make(&tables, "hub");
	struct kin_buf out = { 0 };

	for (int i = 0; i < 3; i++) {
		kin_table_text(table, kin_str(&"abc"[i], 1));
		if (i == 2)
			kin_table_symbol(table, 'c');
		else
			kin_table_number(table, i == 0 ? 8 : 2);
	}
	kin_table_total(table);
	kin_table_missing(table);
	kin_table_number(table, 12);
	kin_page_table(table, NULL, &out);
	ck_assert(holds(&out, "&lt;Hubs&gt;") && !holds(&out, "<Hubs>"));
	ck_assert(holds(&out, "<th scope=\"col\" class=\"n\">Residents</th>"));
	ck_assert(holds(&out, "<th scope=\"row\" class=\"k\">a</th><td class=\"n\">8</td>"));
	ck_assert(holds(&out, "<tfoot>\n<tr><th scope=\"row\" class=\"k\">All</th>"));
	/* a total is no bar; 2 of 8 is a quarter of the width; what is hidden has none */
	ck_assert_uint_eq(times(&out, "class=\"bed\""), 3);
	ck_assert_uint_eq(times(&out, "class=\"bar\""), 2);
	ck_assert(holds(&out, "width=\"25.00%\""));
	kin_buf_fini(&out);
	kin_tables_fini(&tables);
}
END_TEST

START_TEST(lines)
{
	struct kin_tables tables = { 0 };
	struct kin_table *table = make(&tables, "time");
	struct kin_buf out = { 0 };

	for (int i = 0; i < 3; i++) {
		kin_table_text(table, kin_str(&"123"[i], 1));
		kin_table_number(table, i + 1);
	}
	kin_chart(table, &out);
	ck_assert_uint_eq(times(&out, "class=\"dot\""), 3);
	ck_assert_uint_eq(times(&out, "class=\"line\""), 2);
	ck_assert(holds(&out, "most 3"));
	kin_buf_fini(&out);
	kin_tables_fini(&tables);
}
END_TEST

START_TEST(turns)
{
	struct kin_tables tables = { 0 };
	struct kin_table *table = make(&tables, "hub"), *turned;

	kin_table_block(table, "Needs");
	for (int i = 0; i < 6; i++)
		kin_table_column(table, KIN_COLUMN_WHOLE, kin_str(&"klmnop"[i], 1), kin_str(&"klmnop"[i], 1));
	for (int row = 0; row < 2; row++) {
		if (row == 1)
			kin_table_total(table);
		kin_table_text(table, row == 0 ? KIN_STR("h1") : kin_str(NULL, 0));
		for (int c = 0; c < 7; c++)
			kin_table_number(table, 10 * row + c);
	}
	ck_assert_ptr_null(kin_table_turn(table, 1, 0, 2));
	ck_assert_ptr_null(kin_table_turn(table, 1, 2, 5));	/* narrow */
	turned = kin_table_turn(table, 1, 2, 8);
	ck_assert_uint_eq(kin_table_rows(turned), 6);
	ck_assert_uint_eq(turned->column_count, 3);
	ck_assert(kin_str_is(turned->columns[1].title, KIN_STR("h1")));
	ck_assert(kin_str_is(turned->columns[2].title, KIN_STR("All")));
	ck_assert(kin_str_is(kin_table_cell(turned, 1, 0)->text, KIN_STR("l")));
	ck_assert_int_eq(kin_table_cell(turned, 1, 1)->number, 2);
	ck_assert_int_eq(kin_table_cell(turned, 1, 2)->number, 12);
	kin_table_free(turned);
	kin_tables_fini(&tables);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("page");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, escapes);
	tcase_add_test(tests, bars);
	tcase_add_test(tests, lines);
	tcase_add_test(tests, turns);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
