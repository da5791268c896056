/* show: one table in four forms, and text that would be more than text. */
#include <check.h>

#include "kin/record/json.h"
#include "kin/tally/show.h"

static struct kin_table *
hubs(struct kin_tables *tables)
{
	struct kin_table *table = kin_tables_add(tables, "hubs", "Who helps | whom");

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("hub"), KIN_STR("Hub"));
	kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("name"), KIN_STR("Name"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("residents"), KIN_STR("Residents"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
	kin_table_text(table, KIN_STR("h1"));
	kin_table_text(table, KIN_STR("Ngọc Anh's"));
	kin_table_number(table, 12);
	kin_table_number(table, 923);
	kin_table_text(table, kin_str(NULL, 0));
	kin_table_missing(table);
	kin_table_number(table, 1);
	kin_table_missing(table);
	kin_table_total(table);
	kin_table_missing(table);
	kin_table_missing(table);
	kin_table_number(table, 13);
	kin_table_number(table, 1000);
	kin_table_note(table, "A note.");
	return table;
}

START_TEST(text)
{
	struct kin_tables tables = { 0 };
	struct kin_show show = { 80, true };
	struct kin_buf out = { 0 };

	kin_show_text(hubs(&tables), &show, &out);
	ck_assert_str_eq(kin_buf_text(&out),
	    "Who helps | whom\n"
	    "\n"
	    "Hub        Name        Residents   Share\n"
	    "---------  ----------  ---------  ------\n"
	    "h1         Ngọc Anh's         12   92.3%\n"
	    "(missing)  -                   1       -\n"
	    "---------  ----------  ---------  ------\n"
	    "All                           13  100.0%\n"
	    "\n"
	    "A note.\n");
	kin_buf_fini(&out);
	kin_tables_fini(&tables);
}
END_TEST

/* Names wrap at spaces and hyphens; columns that do not fit go on below with the names again. */
START_TEST(narrow_text)
{
	struct kin_tables tables = { 0 };
	struct kin_table *table = kin_tables_add(&tables, "t", "Needs");
	struct kin_show show = { 30, false };
	struct kin_buf out = { 0 };

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("hub"), KIN_STR("Hub"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("a"), KIN_STR("prescription"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("b"), KIN_STR("call"));
	kin_table_text(table, KIN_STR("Becontree Community-Hub, the old library"));
	kin_table_number(table, 4);
	kin_table_number(table, 17);
	kin_show_text(table, &show, &out);
	ck_assert_str_eq(kin_buf_text(&out),
	    "Needs\n"
	    "\n"
	    "Hub               prescription\n"
	    "────────────────  ────────────\n"
	    "Becontree                    4\n"
	    "Community-Hub,\n"
	    "the old library\n"
	    "\n"
	    "Hub                       call\n"
	    "────────────────────────  ────\n"
	    "Becontree Community-Hub,    17\n"
	    "the old library\n");
	kin_buf_fini(&out);
	kin_tables_fini(&tables);
}
END_TEST

START_TEST(sections_and_under)
{
	struct kin_tables tables = { 0 };
	struct kin_table *table = kin_tables_add(&tables, "t", "List");
	struct kin_show show = { 60, true };
	struct kin_buf out = { 0 };

	table->sections = 1;
	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("hub"), KIN_STR("Hub"));
	kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("name"), KIN_STR("Name"));
	kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("postcode"), KIN_STR("Postcode"));
	kin_table_under(table);
	for (int i = 0; i < 3; i++) {
		kin_table_text(table, i < 2 ? KIN_STR("h1") : KIN_STR("h2"));
		kin_table_text(table, i == 1 ? kin_str(NULL, 0) : KIN_STR("Tom"));
		kin_table_text(table, i == 2 ? kin_str(NULL, 0) : KIN_STR("RM8 1XX"));
	}
	kin_show_text(table, &show, &out);
	ck_assert_str_eq(kin_buf_text(&out),
	    "List\n\nh1\n\nName; Postcode\n--------------\nTom; RM8 1XX\nRM8 1XX\n"
	    "\nh2\n\nName; Postcode\n--------------\nTom\n");
	kin_buf_fini(&out);
	kin_tables_fini(&tables);
}
END_TEST

START_TEST(csv)
{
	struct kin_tables tables = { 0 };
	struct kin_buf out = { 0 };

	kin_show_csv(hubs(&tables), &out);
	ck_assert_str_eq(kin_buf_text(&out),
	    "hub,name,residents,share\n"
	    "h1,Ngọc Anh's,12,92.3\n"
	    "(missing),,1,\n"
	    "total,,13,100.0\n");
	kin_buf_fini(&out);
	kin_tables_fini(&tables);
}
END_TEST

static void
check_one(const char *value, const char *want_csv, const char *want_markdown)
{
	struct kin_tables tables = { 0 };
	struct kin_table *table = kin_tables_add(&tables, "t", "T");
	struct kin_buf out = { 0 };
	const char *found;

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("a"), KIN_STR("a"));
	kin_table_text(table, kin_str_of(value));
	kin_show_csv(table, &out);
	ck_assert_str_eq(kin_buf_text(&out) + 2, want_csv);
	kin_buf_clear(&out);
	kin_show_markdown(table, &out);
	found = strstr(kin_buf_text(&out), "--- |\n");
	ck_assert_ptr_nonnull(found);
	ck_assert_str_eq(found + 6, want_markdown);
	kin_buf_fini(&out);
	kin_tables_fini(&tables);
}

/* What a spreadsheet would run, what RFC 4180 quotes, what Markdown and HTML would mark. */
START_TEST(text_stays_text)
{
	check_one("=HYPERLINK(\"http://x\",\"y\")",
	    "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\n", "| =HYPERLINK(\"http://x\",\"y\") |\n");
	check_one("+447700900123", "'+447700900123\n", "| +447700900123 |\n");
	check_one("-2", "'-2\n", "| -2 |\n");
	check_one("@SUM(A1)", "'@SUM(A1)\n", "| @SUM(A1) |\n");
	check_one("\t=1", "'\t=1\n", "| \\\\x09=1 |\n");
	check_one("a,b", "\"a,b\"\n", "| a,b |\n");
	check_one("a\"b", "\"a\"\"b\"\n", "| a\"b |\n");
	check_one("two\nlines", "\"two\nlines\"\n", "| two\\\\x0alines |\n");
	check_one(" spaced", "\" spaced\"\n", "|  spaced |\n");
	check_one("a|b <i> *c*", "a|b <i> *c*\n", "| a\\|b \\<i\\> \\*c\\* |\n");
}
END_TEST

START_TEST(markdown)
{
	struct kin_tables tables = { 0 };
	struct kin_buf out = { 0 };

	kin_show_markdown(hubs(&tables), &out);
	ck_assert_str_eq(kin_buf_text(&out),
	    "## Who helps \\| whom\n"
	    "\n"
	    "| Hub | Name | Residents | Share |\n"
	    "| --- | --- | ---: | ---: |\n"
	    "| h1 | Ngọc Anh's | 12 | 92.3% |\n"
	    "| (missing) | - | 1 | - |\n"
	    "| All |  | 13 | 100.0% |\n"
	    "\n"
	    "A note.\n");
	kin_buf_fini(&out);
	kin_tables_fini(&tables);
}
END_TEST

START_TEST(records)
{
	static const char *const want[] = {
		"{\"kind\":\"count\",\"report\":\"r\",\"table\":\"hubs\",\"by\":{\"hub\":\"h1\"},"
		    "\"name\":\"Ngọc Anh's\",\"residents\":12,\"share\":92.3}",
		"{\"kind\":\"count\",\"report\":\"r\",\"table\":\"hubs\",\"by\":{},\"residents\":1}",
		"{\"kind\":\"count\",\"report\":\"r\",\"table\":\"hubs\",\"total\":true,"
		    "\"residents\":13,\"share\":100.0}"
	};
	struct kin_tables tables = { 0 };
	struct kin_table *table = hubs(&tables);
	struct kin_members members = { 0 };
	struct kin_err err = KIN_ERR_NONE;
	struct kin_buf out = { 0 };

	for (size_t row = 0; row < 3; row++) {
		kin_buf_clear(&out);
		kin_show_json(table, KIN_STR("r"), row, &out);
		ck_assert_str_eq(kin_buf_text(&out), want[row]);
		ck_assert_int_eq(kin_json_scan(kin_buf_str(&out), &members, &err), 0);
	}
	kin_members_fini(&members);
	kin_buf_fini(&out);
	kin_tables_fini(&tables);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("show");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, text);
	tcase_add_test(tests, narrow_text);
	tcase_add_test(tests, sections_and_under);
	tcase_add_test(tests, csv);
	tcase_add_test(tests, text_stays_text);
	tcase_add_test(tests, markdown);
	tcase_add_test(tests, records);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
