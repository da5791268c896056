/*
 * need: sets hold known needs only, and what is handed back is no longer than the cell;
 * and the other small words: an age that can be read can be printed and read again.
 */
#include <assert.h>
#include <stdint.h>

#include "kin/field/age.h"
#include "kin/field/disability.h"
#include "kin/field/ethnic.h"
#include "kin/field/language.h"
#include "kin/field/need.h"
#include "kin/field/placeholder.h"
#include "kin/field/religion.h"
#include "kin/field/sex.h"
#include "kin/field/yes.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kin_str s = kin_str((const char *)data, size);
	static struct kin_buf room, unknown;
	struct kin_err err = KIN_ERR_NONE;
	struct kin_language language;
	struct kin_age age, again;
	struct kin_str word;
	char sex, printed[KIN_AGE_MAX];
	bool yes;

	kin_buf_clear(&unknown);
	assert(kin_need_parse(s, &room, &unknown) >> KIN_NEED_COUNT == 0);
	assert(kin_need_scan(s, &room) >> KIN_NEED_COUNT == 0);
	assert(unknown.len <= 2 * size);
	(void)kin_placeholder_is(s);
	(void)kin_sex_parse(s, &sex, &err);
	(void)kin_yes_parse(s, &yes, &err);
	(void)kin_ethnic_find(s, KIN_ETHNIC_NHS, &room, &word);
	(void)kin_ethnic_is_no_nhs_letter(s);
	(void)kin_religion_find(s, &room, &word);
	(void)kin_disability_find(s, &room, &unknown);
	(void)kin_language_find(s, &room, &language);
	if (kin_age_parse(s, &age, &err) == 0) {
		size_t len = kin_age_print(&age, printed);

		assert(len < KIN_AGE_MAX && age.least >= 0 && age.least <= age.most);
		assert(kin_age_read(kin_str(printed, len), &again));
	}
	return 0;
}
