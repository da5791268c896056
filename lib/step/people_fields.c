/* The values of a record that the engine compares, handed to it. */
#include <assert.h>

#include "people_state.h"

static const struct {
	enum kin_field	field;
	enum kin_kind	kind;
} usual[] = {
	{ KIN_FIELD_GIVEN_NAME,	 KIN_KIND_GIVEN_NAME },
	{ KIN_FIELD_OTHER_NAMES, KIN_KIND_NAME },
	{ KIN_FIELD_FAMILY_NAME, KIN_KIND_FAMILY_NAME },
	{ KIN_FIELD_FULL_NAME,	 KIN_KIND_FULL_NAME },
	{ KIN_FIELD_BIRTH_DATE,	 KIN_KIND_DATE },
	{ KIN_FIELD_SEX,	 KIN_KIND_SEX },
	{ KIN_FIELD_NHS_NUMBER,	 KIN_KIND_NHS },
	{ KIN_FIELD_PHONE,	 KIN_KIND_PHONE },
	{ KIN_FIELD_EMAIL,	 KIN_KIND_EMAIL },
	{ KIN_FIELD_ADDRESS,	 KIN_KIND_ADDRESS },
	{ KIN_FIELD_TOWN,	 KIN_KIND_TOWN },
	{ KIN_FIELD_POSTCODE,	 KIN_KIND_POSTCODE },
	{ KIN_FIELD_UPRN,	 KIN_KIND_PLACE_ID },
};

enum { USUAL = sizeof(usual) / sizeof(*usual) };

bool
kin_people_usual_kind(int field, enum kin_kind *kind)
{
	for (size_t i = 0; i < USUAL; i++) {
		if ((int)usual[i].field != field)
			continue;
		*kind = usual[i].kind;
		return true;
	}
	return false;
}

void
kin_people_usual(struct kin_people *people)
{
	for (size_t i = 0; i < USUAL; i++)
		people->field[i] = (struct kin_people_field){ kin_schema[usual[i].field].name,
		    (int)usual[i].field, usual[i].kind, kin_kind_is_shared(usual[i].kind), false };
	people->fields = USUAL;
}

/* --- values ------------------------------------------------------------------ */

void
kin_people_value(struct kin_people_reader *reader, uint32_t slot, struct kin_str text)
{
	text = kin_str_trim(text);
	if (text.len == 0)
		return;
	for (size_t i = reader->values; i-- > 0 && reader->value[i].field == slot; ) {
		if (kin_str_is(reader->value[i].text, text))
			return;
	}
	reader->value = kin_grow(reader->value, reader->values, &reader->value_cap,
	    sizeof(*reader->value));
	reader->value[reader->values++] = (struct kin_link_value){ slot, text };
}

/* The lines of an address, or other words, are one value together. */
static void
add_joined(struct kin_people_reader *reader, struct kin_rec *rec, const struct kin_member *member,
    uint32_t field)
{
	struct kin_str text;
	size_t at = 0;

	kin_buf_clear(&reader->text);
	while (kin_rec_each(rec, member, &at, &text)) {
		if (reader->text.len)
			kin_buf_puts(&reader->text, ", ");
		kin_buf_add(&reader->text, text);
	}
	kin_people_value(reader, field, kin_arena_keep(&rec->decoded, kin_buf_str(&reader->text)));
}

static void
add_member(struct kin_people_reader *reader, struct kin_rec *rec, const struct kin_member *member,
    enum kin_kind kind, uint32_t field)
{
	struct kin_str text;
	size_t at = 0;

	switch ((enum kin_json)member->type) {
	case KIN_JSON_NUMBER:
	case KIN_JSON_TRUE:
	case KIN_JSON_FALSE:
		kin_people_value(reader, field, kin_rec_value(rec, member));
		return;
	case KIN_JSON_ARRAY:
		if (kind == KIN_KIND_ADDRESS || kind == KIN_KIND_TEXT) {
			add_joined(reader, rec, member, field);
			return;
		}
		break;
	default:
		break;
	}
	while (kin_rec_each(rec, member, &at, &text))
		kin_people_value(reader, field, text);
}

void
kin_people_read_again(const struct kin_people_record *kept, struct kin_rec *rec)
{
	struct kin_err err = KIN_ERR_NONE;
	int status = kin_rec_read(rec, kept->line, &err);

	assert(status == 0);
	(void)status;
}

struct kin_rec *
kin_people_read(struct kin_people_reader *reader, size_t nth, const struct kin_people_record *kept)
{
	if (nth == reader->recs) {
		reader->rec = kin_grow(reader->rec, reader->recs, &reader->rec_cap,
		    sizeof(*reader->rec));
		reader->rec[reader->recs++] = (struct kin_rec){ 0 };
	}
	kin_people_read_again(kept, &reader->rec[nth]);
	return &reader->rec[nth];
}

void
kin_people_fini_reader(struct kin_people_reader *reader)
{
	for (size_t i = 0; i < reader->recs; i++)
		kin_rec_fini(&reader->rec[i]);
	kin_free(reader->rec);
	kin_free(reader->value);
	kin_buf_fini(&reader->text);
}

void
kin_people_gather(const struct kin_people *people, struct kin_people_reader *reader,
    const struct kin_people_record *kept)
{
	size_t count = 0;

	reader->values = 0;
	for (;; kept = &people->record[kept->next]) {
		kin_people_read(reader, count++, kept);
		if (kept->next == KIN_LINK_NONE)
			break;
	}
	for (size_t f = 0; f < people->labels; f++) {
		const struct kin_people_field *field = &people->field[people->label[f]];

		for (size_t i = 0; i < count; i++) {
			struct kin_rec *rec = &reader->rec[i];
			const struct kin_member *member = field->field != KIN_FIELD_NONE
			    ? kin_rec_member(rec, (enum kin_field)field->field)
			    : kin_rec_find(rec, field->name);

			if (!kin_people_name(people, reader, rec, field->field, (uint32_t)f) && member != NULL)
				add_member(reader, rec, member, field->kind, (uint32_t)f);
		}
	}
}
