#include "kin/field/yes.h"

static const struct {
	const char	*word;
	bool		 yes;
} words[] = {
	{ "y", true }, { "yes", true }, { "yes please", true }, { "true", true }, { "t", true },
	{ "1", true }, { "on", true }, { "x", true }, { "checked", true }, { "ticked", true },
	{ "✓", true }, { "✔", true }, { "✔️", true }, { "☑", true }, { "☒", true }, { "✅", true },
	{ "n", false }, { "no", false }, { "no thanks", false }, { "no thank you", false },
	{ "false", false }, { "f", false }, { "0", false }, { "off", false }, { "☐", false },
	{ "unchecked", false }
};

int
kin_yes_parse(struct kin_str text, bool *out, struct kin_err *err)
{
	struct kin_str s = kin_str_trim(text);

	if (s.len > 1 && (s.p[s.len - 1] == '.' || s.p[s.len - 1] == '!'))
		s.len--;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (kin_str_is_nocase(s, kin_str_of(words[i].word))) {
			*out = words[i].yes;
			return 0;
		}
	}
	return kin_fail_value(err, KIN_STR(""), text, "neither yes nor no");
}
