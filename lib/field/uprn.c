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

	switch (kin_digits_take(text, "", digits, sizeof(digits), &count)) {
	case KIN_DIGITS_OK:
		break;
	case KIN_DIGITS_NONE:
		return refuse(err, text, "no digits");
	case KIN_DIGITS_SPOILT:
		return refuse(err, text,
		    "a spreadsheet's number, digits are lost: export the column as text");
	case KIN_DIGITS_LONG:
		return refuse(err, text, "more than 12 digits");
	default:
		return refuse(err, text, "something other than digits");
	}
	while (noughts < count && digits[noughts] == '0')
		noughts++;
	if (noughts == count)
		return refuse(err, text, "nothing but noughts");
	memcpy(out, digits + noughts, count - noughts);
	out[count - noughts] = '\0';
	return 0;
}
