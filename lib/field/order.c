#include "kin/field/order.h"

#include "kin/field/datepart.h"

enum {
	RARER_MAX = 50		/* the rarer order is an error when it is at most 1 in this many */
};

static void
see_three(struct kin_order *order, const struct kin_dateparts *parts)
{
	int a = parts->part[0].value, b = parts->part[1].value;
	int year_digits = parts->part[2].digits;

	order->dates++;
	if (parts->part[0].digits == 4)
		return;
	if (parts->part[0].digits == 0 || parts->part[1].digits == 0) {
		order->two_digit += year_digits == 2;
		return;
	}
	order->two_digit += year_digits == 2;
	if (a > 12 && a <= 31 && b >= 1 && b <= 12)
		order->day_first++;
	else if (b > 12 && b <= 31 && a >= 1 && a <= 12)
		order->month_first++;
	else if (a != b && a >= 1 && a <= 12 && b >= 1 && b <= 12)
		order->either++;
}

/* 02051983: as two figures and a year, unless it is 19830502. */
static void
see_eight(struct kin_order *order, int value)
{
	struct kin_dateparts parts = { .part = { { value / 1000000, 2 },
	    { value / 10000 % 100, 2 }, { value % 10000, 4 } }, .count = 3 };

	if (value / 10000 >= 1300 && value / 100 % 100 <= 12)
		order->dates++;
	else
		see_three(order, &parts);
}

void
kin_order_see(struct kin_order *order, struct kin_str cell)
{
	struct kin_str s = kin_str_trim(cell);
	struct kin_dateparts parts;

	if (s.len == 0)
		return;
	kin_datepart_take(s, &parts);
	if (parts.count == 3)
		see_three(order, &parts);
	else if (parts.count == 1 && parts.part[0].digits == 8)
		see_eight(order, parts.part[0].value);
	else if (parts.count > 0 && parts.part[0].digits == 5)
		order->serial++;
	else if (parts.count == 2 || (parts.count == 1 && parts.part[0].digits == 4))
		order->dates++;
	else
		order->odd++;
}

enum kin_order_verdict
kin_order_decide(const struct kin_order *order)
{
	if (order->day_first == 0 && order->month_first == 0)
		return order->either == 0 ? KIN_ORDER_NONE : KIN_ORDER_UNKNOWN;
	if (order->month_first == 0 || order->day_first / order->month_first >= RARER_MAX)
		return KIN_ORDER_DAY;
	if (order->day_first == 0 || order->month_first / order->day_first >= RARER_MAX)
		return KIN_ORDER_MONTH;
	return KIN_ORDER_MIXED;
}
