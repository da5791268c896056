#include "report_field.h"

int
kin_report_field_init(struct kin_report_field *field, struct kin_str path, struct kin_err *err)
{
	struct kin_str rest = path, part;

	*field = (struct kin_report_field){ .path = path };
	while (kin_str_next(&rest, '.', &part)) {
		if (part.len == 0 || field->count == KIN_REPORT_FIELD_DEPTH)
			return kin_fail_value(err, kin_str(NULL, 0), path, "not a field");
		field->parts[field->count++] = part;
	}
	if (field->count == 0)
		return kin_fail(err, "a field without a name");
	field->known = kin_schema_find(field->parts[0]);
	return 0;
}

static void
add(struct kin_report_texts *texts, struct kin_str text)
{
	if (text.len == 0)
		return;
	texts->list = kin_grow(texts->list, texts->count, &texts->cap, sizeof(*texts->list));
	texts->list[texts->count++] = text;
}

static struct kin_str
text_of(struct kin_rec *rec, struct kin_str string)
{
	struct kin_str text;

	kin_buf_clear(&rec->scratch);
	text = kin_json_text(string, &rec->scratch);
	return text.p == string.p + 1 ? text : kin_arena_keep(&rec->decoded, text);
}

/* What an object stands for where it is asked for as a whole. */
static bool
stand_in(const struct kin_report_field *field, struct kin_str object, struct kin_str *value)
{
	if (field->known != KIN_FIELD_SOURCE)
		return kin_json_find(object, KIN_STR("id"), value);
	return kin_json_find(object, KIN_STR("list"), value) ||
	    kin_json_find(object, KIN_STR("file"), value);
}

/* Adds what value holds under the path's parts from part on. */
static void
walk(const struct kin_report_field *field, size_t part, struct kin_rec *rec, struct kin_str value,
    struct kin_report_texts *texts)
{
	struct kin_str inner;
	size_t at = 0;

	switch (kin_json_type(value)) {
	case KIN_JSON_NULL:
		return;
	case KIN_JSON_ARRAY:
		while (kin_json_element(value, &at, &inner))
			walk(field, part, rec, inner, texts);
		return;
	case KIN_JSON_OBJECT:
		if (part > field->count)
			return;
		if (part < field->count ? kin_json_find(value, field->parts[part], &inner) :
		    stand_in(field, value, &inner))
			walk(field, part + 1, rec, inner, texts);
		return;
	case KIN_JSON_STRING:
		if (part >= field->count)
			add(texts, text_of(rec, value));
		return;
	default:
		if (part >= field->count)
			add(texts, value);
	}
}

void
kin_report_field_texts(const struct kin_report_field *field, struct kin_rec *rec,
    struct kin_report_texts *texts)
{
	const struct kin_member *member;

	member = field->known != KIN_FIELD_NONE ?
	    kin_rec_member(rec, (enum kin_field)field->known) :
	    kin_rec_find(rec, field->parts[0]);
	if (member != NULL && member->type == KIN_JSON_STRING && !member->escaped && field->count == 1) {
		add(texts, kin_rec_member_text(rec, member));
		return;
	}
	if (member != NULL) {
		walk(field, 1, rec, kin_rec_value(rec, member), texts);
		return;
	}
	if (field->count > 1)
		member = kin_rec_find(rec, field->path);
	if (member != NULL)
		walk(field, field->count, rec, kin_rec_value(rec, member), texts);
}

int
kin_report_condition_init(struct kin_report_condition *condition, struct kin_str rule, struct kin_err *err)
{
	size_t at = kin_str_find(rule, '=', 0), end = at;

	if (at == rule.len)
		return kin_fail_value(err, kin_str(NULL, 0), rule, "not FIELD=TEXT");
	condition->not = at > 0 && rule.p[at - 1] == '!';
	if (condition->not)
		end--;
	condition->text = kin_str(rule.p + at + 1, rule.len - at - 1);
	return kin_report_field_init(&condition->field, kin_str(rule.p, end), err);
}

/* "FIELD=" asks for what is missing. */
bool
kin_report_condition_holds(const struct kin_report_condition *condition, struct kin_rec *rec,
    struct kin_report_texts *scratch)
{
	bool found;

	scratch->count = 0;
	kin_report_field_texts(&condition->field, rec, scratch);
	found = scratch->count == 0 && condition->text.len == 0;
	for (size_t i = 0; i < scratch->count && !found; i++)
		found = kin_str_is(scratch->list[i], condition->text);
	return found != condition->not;
}
