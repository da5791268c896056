/* when: a date that was read prints in the form of records, and that reads as the same. */
#include <assert.h>
#include <stdint.h>

#include "kin/field/order.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kin_str s = kin_str((const char *)data, size);
	struct kin_when_rule rule = KIN_WHEN_RULE(KIN_WHEN_ANY, ((struct kin_date){ 2020, 4, 20 }));
	char out[KIN_WHEN_MAX], again[KIN_WHEN_MAX];
	struct kin_order order = { 0 };
	struct kin_when when, same;
	struct kin_err err = KIN_ERR_NONE;

	kin_order_see(&order, s);
	for (int i = 0; i < 9; i++) {
		rule.sort = (enum kin_when_sort)(i % 3);
		rule.order = (enum kin_when_order)(i / 3);
		if (kin_when_parse(s, &rule, &when, &err) != 0)
			continue;
		assert(kin_when_print(&when, out) < KIN_WHEN_MAX);
		if (when.timed && when.date.day == 0)
			continue;		/* records hold times with whole dates only */
		assert(kin_when_read(kin_str_of(out), &same));
		kin_when_print(&same, again);
		assert(strcmp(out, again) == 0);
	}
	return 0;
}
