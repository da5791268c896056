/* table: what is put in comes out, and nothing is missing by chance. */
#include <check.h>

#include "kin/tally/table.h"

START_TEST(cells)
{
	struct kin_tables tables = { 0 };
	struct kin_table *table = kin_tables_add(&tables, "hubs", "Hubs");
	char name[] = "h1";

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("hub"), KIN_STR("Hub"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("residents"), KIN_STR("Residents"));
	ck_assert_uint_eq(kin_table_rows(table), 0);
	ck_assert(!kin_table_is_total(table, 0));
	kin_table_text(table, kin_str_of(name));
	name[0] = 'x';		/* text was copied */
	kin_table_number(table, 12);
	kin_table_text(table, kin_str(NULL, 0));
	kin_table_missing(table);
	kin_table_total(table);
	kin_table_missing(table);
	kin_table_number(table, -1);
	ck_assert_uint_eq(kin_table_rows(table), 3);
	ck_assert(kin_str_is(kin_table_cell(table, 0, 0)->text, KIN_STR("h1")));
	ck_assert_int_eq(kin_table_cell(table, 0, 1)->number, 12);
	ck_assert(kin_table_cell(table, 1, 0)->missing && kin_table_cell(table, 1, 1)->missing);
	ck_assert(!kin_table_is_total(table, 1) && kin_table_is_total(table, 2));
	kin_tables_fini(&tables);
}
END_TEST

START_TEST(columns)
{
	struct kin_tables tables = { 0 };
	struct kin_table *table = kin_tables_add(&tables, "t", "T");

	kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("name"), KIN_STR("Name"));
	kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("postcode"), KIN_STR("Postcode"));
	kin_table_under(table);
	kin_table_block(table, "Needs");
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("call"), KIN_STR("call"));
	kin_table_column(table, KIN_COLUMN_TENTHS, KIN_STR("rate"), KIN_STR("Rate"));
	ck_assert(kin_str_is(table->columns[0].head, KIN_STR("Name; Postcode")));
	ck_assert(kin_str_is(table->columns[0].title, KIN_STR("Name")));
	ck_assert(kin_str_is(table->columns[2].block, KIN_STR("Needs")));
	ck_assert_uint_eq(table->columns[3].block.len, 0);
	ck_assert(!kin_column_is_number(&table->columns[1]));
	ck_assert(kin_column_is_number(&table->columns[2]));
	kin_table_note(table, "%d of %s", 3, "them");
	ck_assert(kin_str_is(table->notes[0], KIN_STR("3 of them")));
	kin_tables_fini(&tables);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("table");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, cells);
	tcase_add_test(tests, columns);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
