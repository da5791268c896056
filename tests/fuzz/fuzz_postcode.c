/* postcode: what is printed reads as itself. */
#include <assert.h>
#include <stdint.h>

#include "kin/field/postcode.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kin_str s = kin_str((const char *)data, size);
	char out[KIN_POSTCODE_MAX], again[KIN_POSTCODE_MAX];
	struct kin_err err = KIN_ERR_NONE;
	struct kin_str where;
	bool repaired;

	if (kin_postcode_find(s, &where))
		assert(kin_postcode_parse(where, out, NULL, &err) == 0);
	if (kin_postcode_parse(s, out, NULL, &err) != 0)
		return 0;
	assert(kin_postcode_parse(kin_str_of(out), again, &repaired, &err) == 0);
	assert(!repaired && strcmp(out, again) == 0);
	return 0;
}
