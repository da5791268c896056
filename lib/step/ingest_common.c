#include "ingest_in.h"
#include "kin/field/disability.h"
#include "kin/field/ethnic.h"
#include "kin/field/language.h"
#include "kin/field/placeholder.h"
#include "kin/field/religion.h"
#include "kin/record/json.h"

/* Which field has the list's own word, and what is said of one that is not known. */
static const struct {
	int		 field, code;
	const char	*unknown;	/* NULL: people write freely */
} common[] = {
	{ KIN_FIELD_ETHNIC_GROUP, KIN_FIELD_ETHNIC_GROUP_CODE, "no ethnic group that is known by this name: kept as it is" },
	{ KIN_FIELD_LANGUAGE, KIN_FIELD_LANGUAGE_CODE, "no language that is known by this name: kept as it is" },
	{ KIN_FIELD_RELIGION, KIN_FIELD_RELIGION_CODE, "no religion that is known by this name: kept as it is" },
	{ KIN_FIELD_DISABILITY, KIN_FIELD_DISABILITY_CODE, NULL }
};

enum { COMMON = sizeof(common) / sizeof(*common) };

static size_t
find(int field)
{
	size_t i = 0;

	while (i < COMMON && common[i].field != field)
		i++;
	return i;
}

bool
ingest_common_has(int field)
{
	return find(field) < COMMON;
}

struct kin_str
ingest_common_language(struct kin_ingest *ingest, struct kin_str text)
{
	struct kin_language language;

	return kin_language_find(text, &ingest->room, &language) ? language.name : text;
}

/* false when it is not known; *word is empty when nothing was told. */
static bool
look_up(struct kin_ingest *ingest, const struct ingest_column *column, struct kin_str text, struct kin_str *word)
{
	struct kin_language language;
	bool known;

	switch (column->target) {
	case KIN_FIELD_ETHNIC_GROUP:
		return kin_ethnic_find(text, column->nhs_letters ? KIN_ETHNIC_NHS : KIN_ETHNIC_NO_LETTERS,
		    &ingest->room, word);
	case KIN_FIELD_RELIGION:
		return kin_religion_find(text, &ingest->room, word);
	case KIN_FIELD_DISABILITY:
		known = kin_disability_find(text, &ingest->room, &ingest->unknown);
		*word = kin_buf_str(&ingest->unknown);
		return known;
	default:
		known = kin_language_find(text, &ingest->room, &language);
		*word = language.name;
		return known;
	}
}

static void
put_member(struct kin_ingest *ingest, int field, struct kin_str text)
{
	if (text.len == 0)
		return;
	ingest_put_prefix(&ingest->out, kin_schema[field].name);
	kin_json_put_string(&ingest->out, text);
}

void
ingest_common_put(struct kin_ingest *ingest, const struct ingest_slot *slot)
{
	size_t number = ingest->plan[slot->first], which = find(slot->target);
	struct kin_str text = kin_str_trim(ingest->row.cells[number]), word;

	if (text.len == 0)
		return;
	if (look_up(ingest, &ingest->columns[number], text, &word)) {
		put_member(ingest, slot->target, word);
		/* a code that stands for "refused" is all that tells it from "not asked" */
		if (!kin_str_is_nocase(text, word) && (word.len > 0 || !kin_placeholder_is(text)))
			put_member(ingest, common[which].code, text);
		return;
	}
	if (kin_placeholder_is(text))
		return;
	put_member(ingest, slot->target, text);
	if (common[which].unknown)
		ingest_flag(ingest, slot->target, text, common[which].unknown);
}
