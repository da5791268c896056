#include "kin/field/nhs.h"

#include "kin/field/digits.h"

int
kin_nhs_check_digit(const char nine[9])
{
	int sum = 0;

	for (int i = 0; i < 9; i++)
		sum += (10 - i) * (nine[i] - '0');
	sum = 11 - sum % 11;
	return sum == 11 ? 0 : sum;
}

static int
refuse(struct kin_err *err, struct kin_str text, const char *why)
{
	return kin_fail_value(err, KIN_STR(""), text, "not an NHS number: %s", why);
}

int
kin_nhs_parse(struct kin_str text, char out[KIN_NHS_MAX], struct kin_err *err)
{
	char ten[10];
	size_t count;
	enum kin_digits got = kin_digits_take(text, " -", ten, sizeof(ten), &count);

	if (kin_digits_fault(got) != NULL)
		return refuse(err, text, kin_digits_fault(got));
	if (got == KIN_DIGITS_LONG)
		return refuse(err, text, "more than ten digits");
	if (count < sizeof(ten))
		return refuse(err, text, "fewer than ten digits");
	if (memcmp(ten, ten + 1, 9) == 0)
		return refuse(err, text, "one digit ten times");
	if (kin_nhs_check_digit(ten) != ten[9] - '0')
		return refuse(err, text, "the check digit is wrong");
	memcpy(out, ten, 10);
	out[10] = '\0';
	return 0;
}
