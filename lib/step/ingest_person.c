#include "ingest_in.h"
#include "kin/field/name.h"
#include "kin/field/placeholder.h"
#include "kin/field/postcode.h"
#include "kin/record/json.h"

/* own: from the column of that field itself, not told from another. */
static void
put_part(struct kin_ingest *ingest, int field, struct kin_str text, bool own)
{
	if (text.len == 0 || (ingest->has[field] && !own))
		return;
	ingest_put_prefix(&ingest->out, kin_schema[field].name);
	kin_json_put_string(&ingest->out, text);
}

int
ingest_person_name(struct kin_ingest *ingest, struct kin_str text, struct kin_err *err)
{
	enum kin_name_filler filler;
	struct kin_name name;

	text = kin_str_trim(text);
	filler = kin_name_filler(text);
	if (text.len == 0 || filler == KIN_NAME_MISSING)
		return 0;
	if (kin_name_split(text, &ingest->room, &name, err) < 0) {
		put_part(ingest, KIN_FIELD_FULL_NAME, text, true);
		return ingest_fault(ingest, KIN_FIELD_FULL_NAME, text, err);
	}
	if (name.kind == KIN_NAME_PARTS) {
		put_part(ingest, KIN_FIELD_GIVEN_NAME, name.given, false);
		put_part(ingest, KIN_FIELD_OTHER_NAMES, name.other, false);
		put_part(ingest, KIN_FIELD_FAMILY_NAME, name.family, false);
	}
	if (name.kind != KIN_NAME_PARTS || name.suffix.len > 0 || name.aside.len > 0)
		put_part(ingest, KIN_FIELD_FULL_NAME, name.full, true);
	put_part(ingest, KIN_FIELD_TITLE, name.title, false);
	if (name.kind == KIN_NAME_SEVERAL)
		ingest_flag(ingest, KIN_FIELD_FULL_NAME, text, "more than one person");
	if (filler == KIN_NAME_TEST)
		ingest_flag(ingest, KIN_FIELD_FULL_NAME, text, "a test entry, not a person");
	return 0;
}

int
ingest_person_postcode(struct kin_ingest *ingest, struct kin_str line, struct kin_err *err)
{
	char printed[KIN_POSTCODE_MAX];
	struct kin_str where;

	line = kin_str_trim(line);
	if (!kin_postcode_find(line, &where) || where.p + where.len != line.p + line.len)
		return 0;
	if (kin_postcode_parse(where, printed, NULL, err) < 0)
		return 0;
	memcpy(ingest->postcode, printed, sizeof(printed));
	ingest_put_prefix(&ingest->out, kin_schema[KIN_FIELD_POSTCODE].name);
	kin_json_put_string(&ingest->out, kin_str_of(printed));
	ingest->from_address++;
	return 0;
}

static void
put_place_number(struct kin_ingest *ingest, int field, int32_t metres)
{
	ingest_put_prefix(&ingest->out, kin_schema[field].name);
	kin_json_put_whole(&ingest->out, metres);
}

void
ingest_person_place(struct kin_ingest *ingest)
{
	struct kin_str postcode = kin_str_of(ingest->postcode);
	struct kin_place place;

	if (!ingest->gaz || postcode.len == 0)
		return;
	if (!kin_gazetteer_find(ingest->gaz, postcode, &place)) {
		ingest_flag(ingest, KIN_FIELD_POSTCODE, postcode, "not in the list of postcodes");
		return;
	}
	ingest->counts.placed++;
	put_part(ingest, KIN_FIELD_WARD, place.ward, false);
	put_part(ingest, KIN_FIELD_LAD, place.lad, false);
	if (place.has_point && !ingest->has[KIN_FIELD_EASTING] && !ingest->has[KIN_FIELD_NORTHING]) {
		put_place_number(ingest, KIN_FIELD_EASTING, place.easting);
		put_place_number(ingest, KIN_FIELD_NORTHING, place.northing);
	}
	if (place.ended)
		ingest_flag(ingest, KIN_FIELD_POSTCODE, postcode, "no longer in use");
}
