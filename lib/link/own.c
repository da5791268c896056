#include "kin/link/own.h"

enum { FAMILY_NEAR = 1, NAME_CLOSE = 2, DATE_CLOSE = 7 };

#define NOTHING_OWN	(-5.0)	/* nothing of their own agrees */
#define OTHER_NAMES	(-4.0)	/* both names are others, and one thing at most agrees */
#define ONE_FACT	(-10.0)	/* names alone, or one field that is no number: all that can be compared */

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

int
kin_own_emails(const struct kin_model *model, kin_pattern pattern, bool *alike)
{
	int given = kin_model_find(model, KIN_KIND_GIVEN_NAME);
	int family = kin_model_find(model, KIN_KIND_FAMILY_NAME);
	int email = kin_model_find(model, KIN_KIND_EMAIL), name, level;

	*alike = false;
	if (given < 0 || family < 0 || email < 0)
		return KIN_LEVEL_NONE;
	name = kin_pattern_level(pattern, (size_t)given);
	level = kin_pattern_level(pattern, (size_t)family);
	if (name == KIN_LEVEL_NONE || name > KIN_LEVEL_GIVEN_INITIAL ||
	    (name != KIN_LEVEL_SWAPPED && (level == KIN_LEVEL_NONE || level > FAMILY_NEAR)))
		return KIN_LEVEL_NONE;
	level = kin_pattern_level(pattern, (size_t)email);
	*alike = level > KIN_LEVEL_SAME && level <= KIN_LEVEL_EMAIL_CLOSE;
	return level;
}

double
kin_own_emails_scale(const struct kin_model_field *field)
{
	double sum = 0.0;

	for (int l = KIN_LEVEL_SAME + 1; l <= KIN_LEVEL_EMAIL_CLOSE; l++)
		sum += field->level[l].m;
	return 1.0 / sum;
}

/* The last level that speaks for one person. */
static int
last_agreeing(const struct kin_model_field *field)
{
	switch (field->kind) {
	case KIN_KIND_GIVEN_NAME:
		return KIN_LEVEL_GIVEN_INITIAL;
	case KIN_KIND_FAMILY_NAME:
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

/* Is it enough by itself? */
static bool
is_proof(enum kin_kind kind)
{
	return kind == KIN_KIND_NHS || kind == KIN_KIND_ID || kind == KIN_KIND_EMAIL ||
	    kind == KIN_KIND_PHONE;
}

/* Names are one fact together: many people have the same. */
static bool
is_name(enum kin_kind kind)
{
	return kind == KIN_KIND_GIVEN_NAME || kind == KIN_KIND_FAMILY_NAME ||
	    kind == KIN_KIND_FULL_NAME || kind == KIN_KIND_NAME;
}

/* Half the list may have it in common. */
static bool
is_coarse(enum kin_kind kind)
{
	return kind == KIN_KIND_TOWN || kind == KIN_KIND_EXACT || kind == KIN_KIND_TEXT;
}

/* How many fields can be compared, agree, agree and are their own; and names that differ. */
struct facts {
	int	compared, names, agree, own, other_names;
	bool	proof;
};

static struct facts
look(const struct kin_model *model, kin_pattern pattern)
{
	struct facts facts = { 0 };

	for (size_t f = 0; f < model->fields; f++) {
		const struct kin_model_field *field = &model->field[f];
		int level = kin_pattern_level(pattern, f);

		if (level == KIN_LEVEL_NONE)
			continue;
		facts.compared++;
		facts.names += is_name(field->kind);
		if (level <= last_agreeing(field)) {
			facts.agree += !is_coarse(field->kind);
			facts.own += field->owner == KIN_OWNER_PERSON;
			facts.proof = facts.proof || is_proof(field->kind);
		} else {
			facts.other_names += field->kind == KIN_KIND_GIVEN_NAME ||
			    field->kind == KIN_KIND_FAMILY_NAME;
		}
	}
	return facts;
}

double
kin_own_doubt(const struct kin_model *model, kin_pattern pattern, bool homes)
{
	struct facts facts = look(model, pattern);
	double doubt = 0.0;

	if (homes && facts.own == 0)
		doubt += NOTHING_OWN;
	if (facts.other_names == 2 && facts.agree <= 1)
		doubt += OTHER_NAMES;
	if (facts.compared - facts.names + (facts.names > 0) == 1 && !facts.proof)
		doubt += ONE_FACT;
	return doubt;
}
