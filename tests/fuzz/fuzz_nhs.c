/* nhs and uprn: what is printed reads as itself. */
#include <assert.h>
#include <stdint.h>

#include "kin/field/nhs.h"
#include "kin/field/uprn.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kin_str s = kin_str((const char *)data, size);
	char nhs[KIN_NHS_MAX], uprn[KIN_UPRN_MAX], again[KIN_UPRN_MAX];
	struct kin_err err = KIN_ERR_NONE;

	if (kin_nhs_parse(s, nhs, &err) == 0)
		assert(kin_nhs_parse(kin_str_of(nhs), again, &err) == 0 && strcmp(nhs, again) == 0);
	if (kin_uprn_parse(s, uprn, &err) == 0)
		assert(kin_uprn_parse(kin_str_of(uprn), again, &err) == 0 && strcmp(uprn, again) == 0);
	return 0;
}
