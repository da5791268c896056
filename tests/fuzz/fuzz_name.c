/* name: parts are pieces of the whole, a name squeezed once stays, and of several people each has both names. */
#include <assert.h>
#include <stdint.h>

#include "kin/field/namepeople.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kin_str s = kin_str((const char *)data, size);
	static struct kin_buf room, more;
	struct kin_err err = KIN_ERR_NONE;
	struct kin_name name, again, people[KIN_NAMEPEOPLE_MAX];
	struct kin_str part;

	(void)kin_name_filler(s);
	(void)kin_name_part(s, &room, &part, &err);
	if (kin_name_split(s, &room, &name, &err) != 0)
		return 0;
	assert(name.given.len + name.other.len + name.family.len <= name.full.len);
	assert(name.kind == KIN_NAME_PARTS ? name.family.len > 0 : name.family.len + name.given.len == 0);
	assert(kin_name_split(name.full, &more, &again, &err) == 0);
	assert(again.kind == name.kind && kin_str_is(again.family, name.family));
	if (name.kind == KIN_NAME_SEVERAL) {
		int count = kin_name_people(name.full, people);

		assert(count != 1 && count <= KIN_NAMEPEOPLE_MAX);
		for (int i = 0; i < count; i++)
			assert(people[i].given.len > 0 && people[i].family.len > 0);
	}
	return 0;
}
