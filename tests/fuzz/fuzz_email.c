/* email: what is taken is a part of the cell and reads as itself. */
#include <assert.h>
#include <stdint.h>

#include "kin/field/email.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kin_str s = kin_str((const char *)data, size);
	struct kin_str rest = s, piece, out, again;
	struct kin_err err = KIN_ERR_NONE;
	char folded[KIN_EMAIL_MAX];
	size_t pieces = 0;

	while (kin_email_next(&rest, &piece))
		assert(pieces++ <= size);
	if (kin_email_parse(s, &out, &err) != 0)
		return 0;
	assert(out.p >= s.p && out.p + out.len <= s.p + s.len);
	assert(kin_email_parse(out, &again, &err) == 0 && kin_str_is(out, again));
	assert(kin_email_fold(out, folded) == out.len);
	return 0;
}
