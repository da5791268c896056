/* order: what a column's cells say about day and month. */
#include <check.h>

#include "kin/field/order.h"

static enum kin_order_verdict
verdict(const char *const *cells, struct kin_order *order)
{
	*order = (struct kin_order){ 0 };
	for (int i = 0; cells[i] != NULL; i++)
		kin_order_see(order, kin_str_of(cells[i]));
	return kin_order_decide(order);
}

START_TEST(columns)
{
	static const char *const day[] = { "03/10/1989", "25/6/2021", "", "5/5/1989", "20122013", NULL };
	static const char *const month[] = { "03/10/1989", "6/25/2021", "12/31/1999 10:22", NULL };
	static const char *const unknown[] = { "03/10/1989", "1/2/80", "5/5/1989", NULL };
	static const char *const none[] = { "1989-10-03", "19891003", "2 Jan 1950", "5/5/1989", "1960", NULL };
	static const char *const mixed[] = { "25/6/2021", "6/25/2021", NULL };
	static const char *const odd[] = { "43910", "abc", "n/a", "13/13/1980", NULL };
	struct kin_order order;

	ck_assert_int_eq(verdict(day, &order), KIN_ORDER_DAY);
	ck_assert_uint_eq(order.day_first, 2);
	ck_assert_uint_eq(order.either, 1);
	ck_assert_uint_eq(order.dates, 4);
	ck_assert_int_eq(verdict(month, &order), KIN_ORDER_MONTH);
	ck_assert_uint_eq(order.month_first, 2);
	ck_assert_int_eq(verdict(unknown, &order), KIN_ORDER_UNKNOWN);
	ck_assert_uint_eq(order.two_digit, 1);
	ck_assert_int_eq(verdict(none, &order), KIN_ORDER_NONE);
	ck_assert_int_eq(verdict(mixed, &order), KIN_ORDER_MIXED);
	ck_assert_int_eq(verdict(odd, &order), KIN_ORDER_NONE);
	ck_assert_uint_eq(order.serial, 1);
	ck_assert_uint_eq(order.odd, 2);
}
END_TEST

/* One slip in fifty does not turn a column; more does. */
START_TEST(slips)
{
	struct kin_order order = { 0 };

	kin_order_see(&order, KIN_STR("6/25/2021"));
	for (int i = 0; i < 49; i++)
		kin_order_see(&order, KIN_STR("25/6/2021"));
	ck_assert_int_eq(kin_order_decide(&order), KIN_ORDER_MIXED);
	kin_order_see(&order, KIN_STR("25/6/2021"));
	ck_assert_int_eq(kin_order_decide(&order), KIN_ORDER_DAY);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("order");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, columns);
	tcase_add_test(tests, slips);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
