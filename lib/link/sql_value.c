/* Values: what they are as another type, and how two compare. */
#include "sql_state.h"

#include <stdlib.h>

enum { LONGEST_NUMBER = 64 };

bool
kin_sql_number(const struct kin_sql_value *value, double *out)
{
	char text[LONGEST_NUMBER], *end;
	struct kin_str trimmed;

	if (value->type == KIN_SQL_NUMBER || value->type == KIN_SQL_BOOL) {
		*out = value->number;
		return true;
	}
	trimmed = kin_str_trim(value->text);
	if (value->type != KIN_SQL_TEXT || trimmed.len == 0 || trimmed.len >= sizeof(text))
		return false;
	memcpy(text, trimmed.p, trimmed.len);
	text[trimmed.len] = '\0';
	*out = strtod(text, &end);
	return *end == '\0';
}

bool
kin_sql_time(const struct kin_sql_value *value, double *out)
{
	if (value->type == KIN_SQL_TIME) {
		*out = value->number;
		return true;
	}
	return value->type == KIN_SQL_TEXT && kin_sql_iso(value->text, out);
}

static int
order(double a, double b)
{
	return a < b ? -1 : a > b;
}

/* Lists: item by item; two that are NULL are the same there. */
static bool
compare_lists(const struct kin_sql_value *a, const struct kin_sql_value *b, int *out)
{
	for (uint32_t i = 0; i < a->count && i < b->count; i++) {
		bool no_a = a->items[i].type == KIN_SQL_NULL, no_b = b->items[i].type == KIN_SQL_NULL;

		*out = no_a - no_b;
		if (!no_a && !no_b && !kin_sql_compare(&a->items[i], &b->items[i], out))
			return false;
		if (*out != 0)
			return true;
	}
	*out = order(a->count, b->count);
	return true;
}

bool
kin_sql_compare(const struct kin_sql_value *a, const struct kin_sql_value *b, int *out)
{
	double x, y;

	if (a->type == KIN_SQL_NULL || b->type == KIN_SQL_NULL)
		return false;
	if (a->type == KIN_SQL_TEXT && b->type == KIN_SQL_TEXT) {
		*out = kin_str_cmp(a->text, b->text);
		return true;
	}
	if (a->type == KIN_SQL_LIST || b->type == KIN_SQL_LIST)
		return a->type == b->type && compare_lists(a, b, out);
	if (a->type == KIN_SQL_TIME || b->type == KIN_SQL_TIME) {
		if (!kin_sql_time(a, &x) || !kin_sql_time(b, &y))
			return false;
	} else if (!kin_sql_number(a, &x) || !kin_sql_number(b, &y)) {
		return false;
	}
	*out = order(x, y);
	return true;
}
