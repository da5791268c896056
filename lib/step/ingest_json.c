#include "ingest_in.h"
#include "kin/record/json.h"

/* Fields whose values are checked; texts, words and objects pass as they are. */
static bool
is_checked(int field)
{
	switch (field < 0 ? KIN_TYPE_TEXT : kin_schema[field].type) {
	case KIN_TYPE_TEXT:
	case KIN_TYPE_OBJECT:
		return false;
	case KIN_TYPE_WORD:
		return field == KIN_FIELD_ROLE || field == KIN_FIELD_EVENT;
	case KIN_TYPE_BOOL:
	case KIN_TYPE_NUMBER:
	case KIN_TYPE_METRES:
	default:
		return true;
	}
}

/* The text that a string or number stands for. */
static struct kin_str
text_of(struct kin_ingest *ingest, struct kin_str value)
{
	if (kin_json_type(value) != KIN_JSON_STRING)
		return value;
	kin_buf_clear(&ingest->unknown);
	return kin_json_text(value, &ingest->unknown);
}

/* One value checked; when it says the same as before, its own bytes stay. */
static enum ingest_value
put_value(struct kin_ingest *ingest, int field, struct kin_str value, struct kin_err *err)
{
	size_t at = ingest->out.len;
	struct kin_buf text = { 0 }, again = { 0 };
	enum ingest_value result;
	struct kin_str written;

	kin_buf_add(&text, text_of(ingest, value));
	result = ingest_value_put(ingest, field, NULL, kin_buf_str(&text), &ingest->out, err);
	if (result == VALUE_BAD) {
		ingest->out.len = at;
		if (ingest_fault(ingest, field, kin_buf_str(&text), err) == 0)
			result = VALUE_NONE;
	} else if (result == VALUE_PUT) {
		size_t from = ingest->out.p[at] == ',' ? at + 1 : at;

		written = kin_str(ingest->out.p + from, ingest->out.len - from);
		if (kin_json_type(written) == KIN_JSON_STRING && kin_json_type(value) == KIN_JSON_STRING
		    && kin_str_find(written, ',', 0) == written.len
		    && kin_str_is(kin_json_text(written, &again), kin_buf_str(&text))) {
			ingest->out.len = from;
			kin_buf_add(&ingest->out, value);
		}
	}
	kin_buf_fini(&text);
	kin_buf_fini(&again);
	return result;
}

/* Elements of a list; a single text may stand for a list of one. */
static enum ingest_value
put_values(struct kin_ingest *ingest, int field, struct kin_str value, struct kin_err *err)
{
	enum ingest_value result = VALUE_NONE;
	struct kin_str element;
	size_t at = 0;

	kin_buf_putc(&ingest->out, '[');
	while (kin_json_element(value, &at, &element)) {
		enum ingest_value one = put_value(ingest, field, element, err);

		if (one == VALUE_BAD)
			return VALUE_BAD;
		if (one == VALUE_PUT)
			result = VALUE_PUT;
	}
	kin_buf_putc(&ingest->out, ']');
	return result;
}

static int
put_member(struct kin_ingest *ingest, const struct kin_rec *rec, const struct kin_member *member,
    struct kin_err *err)
{
	struct kin_str value = kin_rec_value(rec, member);
	enum kin_json type = kin_json_type(value);
	size_t before = ingest->out.len;
	enum ingest_value result;

	if (before > 1)
		kin_buf_putc(&ingest->out, ',');
	kin_buf_add(&ingest->out, kin_str(rec->line.p + member->name_at - 1, member->name_len + 2u));
	kin_buf_putc(&ingest->out, ':');
	if (!is_checked(member->field) || type == KIN_JSON_TRUE || type == KIN_JSON_FALSE || type == KIN_JSON_OBJECT) {
		kin_buf_add(&ingest->out, value);
		return 0;
	}
	err->column = (long)member->value_at + 1;
	if (type == KIN_JSON_NULL)
		result = VALUE_NONE;
	else if (type == KIN_JSON_ARRAY)
		result = put_values(ingest, member->field, value, err);
	else if (kin_schema[member->field].list) {
		kin_buf_putc(&ingest->out, '[');
		result = put_value(ingest, member->field, value, err);
		kin_buf_putc(&ingest->out, ']');
	} else
		result = put_value(ingest, member->field, value, err);
	if (result == VALUE_NONE)
		ingest->out.len = before;
	return result == VALUE_BAD ? -1 : 0;
}

/* Flags from an earlier run stay before the new ones. */
static void
keep_flags(struct kin_ingest *ingest, const struct kin_rec *rec)
{
	struct kin_str value = kin_rec_raw(rec, KIN_FIELD_FLAGS), element;
	struct kin_buf *out = &ingest->unknown;
	size_t at = 0;

	kin_buf_clear(out);
	while (value.len > 0 && kin_json_type(value) == KIN_JSON_ARRAY && kin_json_element(value, &at, &element)) {
		kin_buf_puts(out, out->len > 0 ? "," : "");
		kin_buf_add(out, element);
	}
	if (ingest->flags.len > 0) {
		kin_buf_puts(out, out->len > 0 ? "," : "");
		kin_buf_add(out, kin_buf_str(&ingest->flags));
	}
	kin_buf_clear(&ingest->flags);
	kin_buf_add(&ingest->flags, kin_buf_str(out));
}

static void
put_missing(struct kin_ingest *ingest, const struct kin_rec *rec)
{
	if (!kin_rec_has(rec, KIN_FIELD_KIND)) {
		kin_json_put_text_member(&ingest->out, "kind", ingest->kind);
	}
	if (!kin_rec_has(rec, KIN_FIELD_SOURCE)) {
		kin_json_put_name(&ingest->out, "source");
		kin_buf_add(&ingest->out, kin_str(ingest->head.p + ingest->source_at, ingest->head.len - ingest->source_at));
		kin_json_put_whole(&ingest->out, ingest->row.line);
		kin_buf_add(&ingest->out, kin_buf_str(&ingest->source_end));
	}
}

int
ingest_json_write(struct kin_ingest *ingest, struct kin_rec *rec, struct kin_err *err)
{
	kin_buf_clear(&ingest->flags);
	kin_buf_clear(&ingest->out);
	ingest->postcode[0] = '\0';
	ingest->has_point = ingest->has_ward = false;
	memset(ingest->has, 0, sizeof(ingest->has));
	kin_buf_putc(&ingest->out, '{');
	for (size_t i = 0; i < rec->members.count; i++) {
		const struct kin_member *member = &rec->members.list[i];

		if (member->field == KIN_FIELD_FLAGS)
			continue;
		if (member->field >= 0)
			ingest->has[member->field] = true;
		if (put_member(ingest, rec, member, err) < 0)
			return -1;
	}
	put_missing(ingest, rec);
	ingest_wards_set_point(ingest, kin_rec_raw(rec, KIN_FIELD_EASTING), kin_rec_raw(rec, KIN_FIELD_NORTHING));
	ingest_person_place(ingest);
	ingest_wards_put(ingest);
	keep_flags(ingest, rec);
	ingest_put_flags(ingest);
	kin_buf_putc(&ingest->out, '}');
	return 0;
}
