#include "kin/link/model.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "kin/link/prior.h"

static const struct {
	const char	*name;
	bool		 shared;
} kinds[KIN_KIND_COUNT] = {
	[KIN_KIND_GIVEN_NAME] = { "given_name", false },
	[KIN_KIND_FAMILY_NAME] = { "family_name", true },
	[KIN_KIND_FULL_NAME] = { "full_name", false },
	[KIN_KIND_NAME] = { "name", false },
	[KIN_KIND_DATE] = { "date", false },
	[KIN_KIND_SEX] = { "sex", false },
	[KIN_KIND_POSTCODE] = { "postcode", true },
	[KIN_KIND_PHONE] = { "phone", true },
	[KIN_KIND_EMAIL] = { "email", false },
	[KIN_KIND_ADDRESS] = { "address", true },
	[KIN_KIND_TOWN] = { "town", true },
	[KIN_KIND_NHS] = { "nhs_number", false },
	[KIN_KIND_ID] = { "id", false },
	[KIN_KIND_PLACE_ID] = { "uprn", true },
	[KIN_KIND_TEXT] = { "text", true },
	[KIN_KIND_NUMBER] = { "number", true },
	[KIN_KIND_EXACT] = { "exact", true }
};

const char *
kin_kind_name(enum kin_kind kind)
{
	return kinds[kind].name;
}

int
kin_kind_find(const char *name)
{
	for (int kind = 0; kind < KIN_KIND_COUNT; kind++) {
		if (strcmp(name, kinds[kind].name) == 0)
			return kind;
	}
	return -1;
}

bool
kin_kind_is_shared(enum kin_kind kind)
{
	return kinds[kind].shared;
}

int
kin_model_find(const struct kin_model *model, enum kin_kind kind)
{
	for (size_t f = 0; f < model->fields; f++) {
		if (model->field[f].kind == kind)
			return (int)f;
	}
	return -1;
}

static enum kin_owner
owner_of(const struct kin_field_spec *spec)
{
	if (!spec->shared)
		return KIN_OWNER_PERSON;
	return spec->kind == KIN_KIND_FAMILY_NAME || spec->kind == KIN_KIND_PHONE ?
	    KIN_OWNER_FAMILY : KIN_OWNER_PLACE;
}

static void
copy(char *to, const char *from)
{
	snprintf(to, KIN_MODEL_NAME, "%s", from);
}

/* Neighbours: half the places the same in part, whatever the part. */
static double
neighbour(enum kin_kind kind, int level, int levels)
{
	if (kind == KIN_KIND_ADDRESS)
		return level == levels - 2 ? 0.5 : level == levels - 1 ? 0.45 : 0.05 / (levels - 2);
	return level == 0 ? 0.7 : 0.3 / (levels - 1);
}

static void
init_field(struct kin_model_field *field, const struct kin_field_spec *spec)
{
	const struct kin_prior *prior = kin_prior(spec->kind, &field->levels);

	copy(field->name, spec->name);
	field->kind = spec->kind;
	field->owner = owner_of(spec);
	for (int l = 0; l < field->levels; l++) {
		copy(field->level[l].label, prior[l].label);
		field->level[l].m = prior[l].m;
		field->level[l].u = prior[l].u;
		field->level[l].h = field->owner == KIN_OWNER_PERSON ? prior[l].u : prior[l].m;
		field->level[l].n = field->owner == KIN_OWNER_PLACE ?
		    neighbour(spec->kind, l, field->levels) : prior[l].u;
	}
}

void
kin_model_init(struct kin_model *model, const struct kin_field_spec *fields, size_t count)
{
	assert(count > 0 && count <= KIN_MODEL_FIELDS);
	*model = (struct kin_model){ .fields = count, .doubts = 1.0 };
	for (size_t f = 0; f < count; f++)
		init_field(&model->field[f], &fields[f]);
}
