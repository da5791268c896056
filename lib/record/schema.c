#include "kin/record/schema.h"

#include <stdint.h>

const struct kin_schema kin_schema[KIN_FIELD_COUNT] = {
#define X(id, name, type, list, group, meaning) \
	{ { name, sizeof(name) - 1 }, KIN_TYPE_##type, list, KIN_GROUP_##group, meaning },
	KIN_FIELDS(X)
#undef X
};

enum { SLOTS = 256 };		/* several times the number of fields, a power of two */

static int16_t slots[SLOTS];	/* open addressing; filled once, before main */

static unsigned
place(struct kin_str name)
{
	const unsigned char *c = (const unsigned char *)name.p;

	return (unsigned)(name.len * 11 + c[0] * 3u + c[name.len / 2] * 17u + c[name.len - 1] * 29u)
	    & (SLOTS - 1);
}

__attribute__((constructor)) static void
fill_slots(void)
{
	for (int i = 0; i < SLOTS; i++)
		slots[i] = KIN_FIELD_NONE;
	for (int field = 0; field < KIN_FIELD_COUNT; field++) {
		unsigned at = place(kin_schema[field].name);

		while (slots[at] != KIN_FIELD_NONE)
			at = (at + 1) & (SLOTS - 1);
		slots[at] = (int16_t)field;
	}
}

int
kin_schema_find(struct kin_str name)
{
	if (name.len == 0)
		return KIN_FIELD_NONE;
	for (unsigned at = place(name); slots[at] != KIN_FIELD_NONE; at = (at + 1) & (SLOTS - 1)) {
		if (kin_str_is(kin_schema[slots[at]].name, name))
			return slots[at];
	}
	return KIN_FIELD_NONE;
}

const char *
kin_schema_type_name(enum kin_type type)
{
	static const char *const names[] = {
		[KIN_TYPE_WORD] = "word", [KIN_TYPE_TEXT] = "text", [KIN_TYPE_NAME] = "name",
		[KIN_TYPE_DATE] = "date", [KIN_TYPE_TIME] = "time", [KIN_TYPE_SEX] = "sex",
		[KIN_TYPE_NHS] = "NHS number", [KIN_TYPE_PHONE] = "phone",
		[KIN_TYPE_EMAIL] = "email", [KIN_TYPE_POSTCODE] = "postcode",
		[KIN_TYPE_UPRN] = "UPRN", [KIN_TYPE_CODE] = "GSS code",
		[KIN_TYPE_METRES] = "metres", [KIN_TYPE_NUMBER] = "number",
		[KIN_TYPE_BOOL] = "yes or no", [KIN_TYPE_NEED] = "task word",
		[KIN_TYPE_OBJECT] = "object"
	};

	return names[type];
}
