/*
 * Splink's order: of two records the one with the smaller id is the left one.  Ids that
 * are numbers are compared as numbers.
 */
#include "kin/base/ascii.h"
#include "people_state.h"

static bool
all_digits(struct kin_str s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (!kin_ascii_is_digit(s.p[i]))
			return false;
	}
	return s.len > 0;
}

int
kin_people_by_id(const struct kin_people_record *x, const struct kin_people_record *y)
{
	struct kin_str a = x->name, b = y->name;
	size_t end_a = kin_str_find(a, ':', 0), end_b = kin_str_find(b, ':', 0);
	struct kin_str list_a = kin_str(a.p, end_a), list_b = kin_str(b.p, end_b);
	int order;

	if (x->list != y->list)
		return x->list < y->list ? -1 : 1;
	order = kin_str_cmp(list_a, list_b);
	if (order == 0 && end_a < a.len && end_b < b.len) {
		struct kin_str id_a = kin_str(a.p + end_a + 1, a.len - end_a - 1);
		struct kin_str id_b = kin_str(b.p + end_b + 1, b.len - end_b - 1);

		if (all_digits(id_a) && all_digits(id_b) && id_a.len != id_b.len)
			return id_a.len < id_b.len ? -1 : 1;
		order = kin_str_cmp(id_a, id_b);
	}
	if (order == 0 && x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return order;
}

