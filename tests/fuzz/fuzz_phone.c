/* phone: a number in E.164 reads as itself, and pieces end. */
#include <assert.h>
#include <stdint.h>

#include "kin/field/phone.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kin_str s = kin_str((const char *)data, size);
	struct kin_str rest = s, piece;
	struct kin_phone phone, again;
	struct kin_err err = KIN_ERR_NONE;
	size_t pieces = 0;

	while (kin_phone_next(&rest, &piece))
		assert(pieces++ <= size);
	if (kin_phone_parse(s, &phone, &err) != 0)
		return 0;
	assert(kin_phone_parse(kin_str_of(phone.e164), &again, &err) == 0);
	assert(strcmp(phone.e164, again.e164) == 0 && phone.class == again.class);
	return 0;
}
