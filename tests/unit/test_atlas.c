/* atlas: each area in its shade, borders without gaps, nothing that a name says becomes a mark. */
#include <check.h>

#include "kin/tally/atlas.h"

static struct kin_buf drawn;

static const char *
text(void)
{
	return kin_buf_text(&drawn);
}

/* A square of 100 metres, its corner at x, 0. */
static void
add_square(struct kin_atlas *atlas, const char *code, const char *name, double x)
{
	kin_atlas_area(atlas, kin_str_of(code), kin_str_of(name), x + 50, 50);
	kin_atlas_corner(atlas, true, x, 0);
	kin_atlas_corner(atlas, false, x + 100, 0);
	kin_atlas_corner(atlas, false, x + 100, 100);
	kin_atlas_corner(atlas, false, x + 100.01, 100);	/* falls on the one before */
	kin_atlas_corner(atlas, false, x, 100);
	kin_atlas_corner(atlas, false, x, 0);
}

static struct kin_table *
make(struct kin_tables *tables, const char *key)
{
	struct kin_table *table = kin_tables_add(tables, "wards", "By <ward>");

	kin_table_column(table, KIN_COLUMN_KEY, kin_str_of(key), KIN_STR("Ward"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("records"), KIN_STR("Records"));
	return table;
}

static struct kin_atlas *
five_squares(void)
{
	struct kin_atlas *atlas = kin_atlas_new();

	add_square(atlas, "A", "Alder \"&", 0);
	add_square(atlas, "B", "Birch", 100);
	add_square(atlas, "C", "Cedar", 200);
	add_square(atlas, "D", "", 300);
	add_square(atlas, "E", "Elm", 400);
	return atlas;
}

START_TEST(draws)
{
	struct kin_atlas *atlas = five_squares();
	struct kin_tables tables = { 0 };
	struct kin_table *table = make(&tables, "ward");

	kin_table_text(table, KIN_STR("A"));
	kin_table_number(table, 7);
	kin_table_text(table, KIN_STR("B"));
	kin_table_number(table, 0);
	kin_table_text(table, KIN_STR("C"));
	kin_table_symbol(table, 'c');
	kin_table_text(table, KIN_STR("D"));
	kin_table_symbol(table, 'x');
	kin_table_text(table, KIN_STR("Z"));
	kin_table_number(table, 99);
	kin_table_total(table);
	kin_table_missing(table);
	kin_table_number(table, 106);
	ck_assert(kin_atlas_has(atlas, table));
	kin_atlas_draw(atlas, table, &drawn);
	/* 500 metres are 996 units, from 2 to 998: both sides of a border have its corners */
	ck_assert_ptr_nonnull(strstr(text(), "class=\"area a5\" d=\"M2 201L201 201 201 2 2 2 2 201 Z\"><title>"
	    "Alder &quot;&amp;: 7</title>"));
	ck_assert_ptr_nonnull(strstr(text(), "class=\"area a1\" d=\"M201 201L400 201 400 2 201 2 201 201 Z\"><title>"
	    "Birch: 0</title>"));
	ck_assert_ptr_nonnull(strstr(text(), "class=\"area hid\" fill=\"url(#hid-wards)\""));
	ck_assert_ptr_nonnull(strstr(text(), "<title>Cedar: c</title>"));
	ck_assert_ptr_nonnull(strstr(text(), "<title>D: x</title>"));
	ck_assert_ptr_nonnull(strstr(text(), "class=\"area none\" d="));
	ck_assert_ptr_nonnull(strstr(text(), "<title>Elm: none</title>"));
	ck_assert_ptr_nonnull(strstr(text(), "Map: By &lt;ward&gt;"));
	ck_assert_ptr_nonnull(strstr(text(), "5 areas by Records. 0: 1; 7: 1; c: hidden: 1; x: not available: 1; "
	    "none in the table: 1."));
	ck_assert_ptr_nonnull(strstr(text(), "Not on the map: 1 row of the table."));
	kin_buf_clear(&drawn);
	kin_tables_fini(&tables);
	kin_atlas_free(atlas);
}
END_TEST

/* Ten different numbers in five classes of two. */
START_TEST(classes)
{
	struct kin_atlas *atlas = kin_atlas_new();
	struct kin_tables tables = { 0 };
	struct kin_table *table = make(&tables, "ward");
	char code[2] = "a";

	for (int i = 0; i < 10; i++, code[0]++) {
		add_square(atlas, code, code, 100 * i);
		kin_table_text(table, kin_str_of(code));
		kin_table_number(table, i * i);
	}
	kin_atlas_draw(atlas, table, &drawn);
	ck_assert_ptr_nonnull(strstr(text(), "0 to 1: 2; 4 to 9: 2; 16 to 25: 2; 36 to 49: 2; 64 to 81: 2. The"));
	kin_buf_clear(&drawn);
	kin_tables_fini(&tables);
	kin_atlas_free(atlas);
}
END_TEST

/* Another field's values, or two keys, are no wards; nobody anywhere is a map all the same. */
START_TEST(has)
{
	struct kin_atlas *atlas = five_squares();
	struct kin_tables tables = { 0 };
	struct kin_table *table = make(&tables, "sex");

	ck_assert(!kin_atlas_has(atlas, table));
	kin_table_text(table, KIN_STR("F"));
	kin_table_number(table, 1);
	ck_assert(!kin_atlas_has(atlas, table));
	table = make(&tables, "ward");
	ck_assert(kin_atlas_has(atlas, table));
	kin_atlas_draw(atlas, table, &drawn);
	ck_assert_ptr_nonnull(strstr(text(), "none in the table: 5."));
	ck_assert_str_eq(kin_atlas_name(atlas, KIN_STR("B")).p, "Birch");
	ck_assert_uint_eq(kin_atlas_name(atlas, KIN_STR("Q")).len, 0);
	kin_buf_fini(&drawn);
	kin_tables_fini(&tables);
	kin_atlas_free(atlas);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("atlas");
	TCase *tests = tcase_create("atlas");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_test(tests, draws);
	tcase_add_test(tests, classes);
	tcase_add_test(tests, has);
	suite_add_tcase(suite, tests);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
