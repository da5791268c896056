/* need: sets hold known needs only, and what is handed back is no longer than the cell. */
#include <assert.h>
#include <stdint.h>

#include "kin/field/need.h"
#include "kin/field/placeholder.h"
#include "kin/field/sex.h"
#include "kin/field/yes.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kin_str s = kin_str((const char *)data, size);
	static struct kin_buf room, unknown;
	struct kin_err err = KIN_ERR_NONE;
	char sex;
	bool yes;

	kin_buf_clear(&unknown);
	assert(kin_need_parse(s, &room, &unknown) >> KIN_NEED_COUNT == 0);
	assert(kin_need_scan(s, &room) >> KIN_NEED_COUNT == 0);
	assert(unknown.len <= 2 * size);
	(void)kin_placeholder_is(s);
	(void)kin_sex_parse(s, &sex, &err);
	(void)kin_yes_parse(s, &yes, &err);
	return 0;
}
