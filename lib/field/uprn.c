#include "kin/field/uprn.h"

#include "kin/field/digits.h"

static int
refuse(struct kin_err *err, struct kin_str text, const char *why)
{
	return kin_fail_value(err, KIN_STR(""), text, "not a UPRN: %s", why);
}

int
kin_uprn_parse(struct kin_str text, char out[KIN_UPRN_MAX], struct kin_err *err)
{
	char digits[KIN_UPRN_MAX - 1];
	size_t count, noughts = 0;
	enum kin_digits got = kin_digits_take(text, "", digits, sizeof(digits), &count);

	if (kin_digits_fault(got) != NULL)
		return refuse(err, text, kin_digits_fault(got));
	if (got == KIN_DIGITS_LONG)
		return refuse(err, text, "more than 12 digits");
	while (noughts < count && digits[noughts] == '0')
		noughts++;
	if (noughts == count)
		return refuse(err, text, "nothing but noughts");
	memcpy(out, digits + noughts, count - noughts);
	out[count - noughts] = '\0';
	return 0;
}
