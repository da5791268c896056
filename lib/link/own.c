#include "kin/link/own.h"

enum { FAMILY_NEAR = 1, NAME_CLOSE = 2, DATE_CLOSE = 7 };

int
kin_own_namesakes(const struct kin_model *model, kin_pattern pattern)
{
	int given = kin_model_find(model, KIN_KIND_GIVEN_NAME);
	int family = kin_model_find(model, KIN_KIND_FAMILY_NAME), level;

	if (given < 0 || family < 0)
		return KIN_LEVEL_NONE;
	level = kin_pattern_level(pattern, (size_t)family);
	return level == KIN_LEVEL_NONE || level > FAMILY_NEAR ? KIN_LEVEL_NONE :
	    kin_pattern_level(pattern, (size_t)given);
}

/* The last level that speaks for one person. */
static int
last_agreeing(const struct kin_model_field *field)
{
	switch (field->kind) {
	case KIN_KIND_GIVEN_NAME:
		return KIN_LEVEL_GIVEN_INITIAL;
	case KIN_KIND_FULL_NAME:
	case KIN_KIND_NAME:
		return NAME_CLOSE;
	case KIN_KIND_DATE:
		return DATE_CLOSE;
	case KIN_KIND_SEX:
		return KIN_LEVEL_NONE;
	default:
		return field->levels - 2;
	}
}

bool
kin_own_agrees(const struct kin_model *model, kin_pattern pattern)
{
	for (size_t f = 0; f < model->fields; f++) {
		int level = kin_pattern_level(pattern, f);

		if (model->field[f].owner == KIN_OWNER_PERSON && level != KIN_LEVEL_NONE &&
		    level <= last_agreeing(&model->field[f]))
			return true;
	}
	return false;
}
