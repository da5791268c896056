/*
 * Names for the engine.  A record with a whole name only is compared by its parts
 * where the name's own form tells them apart; where it does not, the whole is
 * compared with the whole of others, given and family name put together.
 */
#include "kin/field/name.h"
#include "people_state.h"

/* The place of a usual field, or fields. */
static size_t
find(const struct kin_people *people, enum kin_field field)
{
	size_t i = 0;

	while (i < people->fields && people->field[i].field != (int)field)
		i++;
	return i;
}

/* A whole name, and nothing else: taken apart, or PARTS without parts when there is nothing to do. */
static enum kin_name_kind
split(const struct kin_people *people, struct kin_buf *text, struct kin_rec *rec,
    struct kin_name *name)
{
	struct kin_str full = kin_rec_text(rec, KIN_FIELD_FULL_NAME);
	struct kin_err err = KIN_ERR_NONE;

	*name = (struct kin_name){ .kind = KIN_NAME_PARTS };
	if (full.len == 0 || kin_rec_has(rec, KIN_FIELD_GIVEN_NAME)
	    || kin_rec_has(rec, KIN_FIELD_FAMILY_NAME))
		return KIN_NAME_PARTS;
	if (find(people, KIN_FIELD_GIVEN_NAME) == people->fields
	    || find(people, KIN_FIELD_FAMILY_NAME) == people->fields
	    || kin_name_split(full, text, name, &err) != 0) {
		name->kind = KIN_NAME_WHOLE;
		name->full = full;
	}
	return name->kind;
}

uint32_t
kin_people_seen_names(struct kin_people *people, struct kin_rec *rec)
{
	size_t given = find(people, KIN_FIELD_GIVEN_NAME), family, full;
	struct kin_name name;
	uint32_t seen = 0;

	family = find(people, KIN_FIELD_FAMILY_NAME);
	full = find(people, KIN_FIELD_FULL_NAME);
	if (full == people->fields || !kin_rec_has(rec, KIN_FIELD_FULL_NAME))
		return 0;
	if (split(people, &people->reader.text, rec, &name) != KIN_NAME_PARTS)
		return (uint32_t)1 << full;
	if (name.given.len > 0)
		seen |= (uint32_t)1 << given;
	if (name.family.len > 0)
		seen |= (uint32_t)1 << family;
	return seen;
}

static void
put(struct kin_people_reader *reader, struct kin_rec *rec, uint32_t slot, struct kin_str text)
{
	kin_people_value(reader, slot, kin_arena_keep(&rec->decoded, text));
}

/* "Ada Quill" for those who have both names, to be compared with the whole name of others. */
static void
put_whole(struct kin_people_reader *reader, struct kin_rec *rec, const struct kin_name *name,
    uint32_t slot)
{
	bool parts = name->full.len > 0;
	struct kin_str given = parts ? name->given : kin_rec_text(rec, KIN_FIELD_GIVEN_NAME);
	struct kin_str family = parts ? name->family : kin_rec_text(rec, KIN_FIELD_FAMILY_NAME);

	given = kin_arena_keep(&rec->decoded, given);
	family = kin_arena_keep(&rec->decoded, family);
	kin_buf_clear(&reader->text);
	kin_buf_add(&reader->text, given);
	kin_buf_putc(&reader->text, ' ');
	kin_buf_add(&reader->text, family);
	put(reader, rec, slot, kin_buf_str(&reader->text));
}

bool
kin_people_name(const struct kin_people *people, struct kin_people_reader *reader,
    struct kin_rec *rec, int field, uint32_t slot)
{
	struct kin_name name;

	if (field != KIN_FIELD_GIVEN_NAME && field != KIN_FIELD_FAMILY_NAME
	    && field != KIN_FIELD_FULL_NAME)
		return false;
	if (split(people, &reader->text, rec, &name) != KIN_NAME_PARTS) {
		if (field == KIN_FIELD_FULL_NAME)
			put(reader, rec, slot, name.full);
		return true;
	}
	if (field == KIN_FIELD_FULL_NAME)
		put_whole(reader, rec, &name, slot);
	else if (name.full.len > 0)
		put(reader, rec, slot, field == KIN_FIELD_GIVEN_NAME ? name.given : name.family);
	else
		return false;
	return true;
}
