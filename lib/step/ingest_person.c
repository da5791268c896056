#include <stdio.h>

#include "ingest_in.h"
#include "kin/field/age.h"
#include "kin/field/namepeople.h"
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

/* Something in the row belongs to one person, and nothing says to which. */
static bool
is_of_one(const struct kin_ingest *ingest)
{
	for (size_t i = 0; i < ingest->column_count; i++) {
		int target = ingest->columns[i].target;

		if ((target == KIN_FIELD_BIRTH_DATE || target == KIN_FIELD_AGE || target == KIN_FIELD_DEATH_DATE
		    || target == KIN_FIELD_NHS_NUMBER || target == KIN_FIELD_SEX || target == KIN_FIELD_GIVEN_NAME
		    || target == KIN_FIELD_FAMILY_NAME) && !kin_placeholder_is(ingest->row.cells[i]))
			return true;
	}
	return false;
}

/* A record each, where each has a name of their own; else one, of nobody in particular. */
static void
put_several(struct kin_ingest *ingest, struct kin_str text, const struct kin_name *whole)
{
	struct kin_name people[KIN_NAMEPEOPLE_MAX], *one = &people[ingest->nth];
	int count = kin_name_people(whole->full, people);
	char reason[64];

	if (count > 0 && !is_of_one(ingest)) {
		ingest->people = count;
		put_part(ingest, KIN_FIELD_GIVEN_NAME, one->given, false);
		put_part(ingest, KIN_FIELD_OTHER_NAMES, one->other, false);
		put_part(ingest, KIN_FIELD_FAMILY_NAME, one->family, false);
		put_part(ingest, KIN_FIELD_TITLE, one->title, false);
		snprintf(reason, sizeof(reason), "%d people: this is person %d", count, ingest->nth + 1);
		ingest_flag(ingest, KIN_FIELD_FULL_NAME, text, reason);
		return;
	}
	put_part(ingest, KIN_FIELD_FULL_NAME, whole->full, true);
	ingest_flag(ingest, KIN_FIELD_FULL_NAME, text, count > 0
	    ? "more than one person, and what is told of one does not say of whom" : "more than one person");
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
	if (name.kind == KIN_NAME_SEVERAL) {
		put_several(ingest, text, &name);
		return 0;
	}
	if (name.kind == KIN_NAME_PARTS) {
		put_part(ingest, KIN_FIELD_GIVEN_NAME, name.given, false);
		put_part(ingest, KIN_FIELD_OTHER_NAMES, name.other, false);
		put_part(ingest, KIN_FIELD_FAMILY_NAME, name.family, false);
	}
	if (name.kind != KIN_NAME_PARTS || name.suffix.len > 0 || name.aside.len > 0)
		put_part(ingest, KIN_FIELD_FULL_NAME, name.full, true);
	put_part(ingest, KIN_FIELD_TITLE, name.title, false);
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
	if (ingest->has[KIN_FIELD_POSTCODE])	/* others of the list have it in a column */
		ingest_flag(ingest, KIN_FIELD_POSTCODE, line, "taken from the end of the address");
	return 0;
}

enum ingest_value
ingest_person_age(struct kin_str text, struct kin_buf *out, struct kin_err *err)
{
	char printed[KIN_AGE_MAX];
	struct kin_age age;

	if (kin_age_parse(text, &age, err) < 0)
		return VALUE_BAD;
	kin_json_put_string(out, kin_str(printed, kin_age_print(&age, printed)));
	return VALUE_PUT;
}

void
ingest_person_age_at(struct kin_ingest *ingest)
{
	char printed[KIN_WHEN_MAX];
	struct kin_when when;

	if (!ingest->opts.at || !kin_when_read(kin_str_of(ingest->opts.at), &when) || !kin_day_is_whole(when.date))
		when.date = ingest->today;
	ingest_put_prefix(&ingest->out, kin_schema[KIN_FIELD_AGE_AT].name);
	kin_json_put_string(&ingest->out, kin_str(printed, kin_when_print_date(when.date, printed)));
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
	struct kin_str postcode;
	struct kin_place place;

	if (!ingest->gaz || ingest->postcode[0] == '\0')
		return;
	postcode = kin_str_of(ingest->postcode);
	if (!kin_gazetteer_find(ingest->gaz, postcode, &place)) {
		ingest_flag(ingest, KIN_FIELD_POSTCODE, postcode, "not in the list of postcodes");
		return;
	}
	ingest->counts.placed++;
	if (place.has_point && !ingest->has_point) {
		ingest->has_point = true;
		ingest->easting = place.easting;
		ingest->northing = place.northing;
	}
	if (!ingest_wards_put_ward(ingest))
		put_part(ingest, KIN_FIELD_WARD, place.ward, false);
	put_part(ingest, KIN_FIELD_LAD, place.lad, false);
	if (place.has_point && !ingest->has[KIN_FIELD_EASTING] && !ingest->has[KIN_FIELD_NORTHING]) {
		put_place_number(ingest, KIN_FIELD_EASTING, place.easting);
		put_place_number(ingest, KIN_FIELD_NORTHING, place.northing);
	}
	if (place.ended)
		ingest_flag(ingest, KIN_FIELD_POSTCODE, postcode, "no longer in use");
}
