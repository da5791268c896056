#include "kin/field/sex.h"

#include "kin/field/placeholder.h"

static const struct {
	const char	*word;
	char		 sex;		/* 0 = it says that it is not known */
} words[] = {
	{ "f", 'F' }, { "female", 'F' }, { "woman", 'F' }, { "girl", 'F' }, { "2", 'F' },
	{ "m", 'M' }, { "male", 'M' }, { "man", 'M' }, { "boy", 'M' }, { "1", 'M' },
	{ "x", 'X' }, { "other", 'X' }, { "non-binary", 'X' }, { "nonbinary", 'X' },
	{ "non binary", 'X' }, { "indeterminate", 'X' }, { "intersex", 'X' },
	{ "u", 0 }, { "0", 0 }, { "9", 0 }, { "i", 0 }
};

int
kin_sex_parse(struct kin_str text, char *out, struct kin_err *err)
{
	struct kin_str s = kin_str_without_number(kin_str_trim(text));

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (kin_str_is_nocase(s, kin_str_of(words[i].word))) {
			*out = words[i].sex;
			return 0;
		}
	}
	if (kin_placeholder_is(s)) {
		*out = 0;
		return 0;
	}
	return kin_fail_value(err, KIN_STR(""), text, "not a sex: neither a word nor a code for one");
}
