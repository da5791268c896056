/* Which members of a record are compared: those of -c, those of a model. */
#include <assert.h>
#include <stdio.h>

#include "people_notice.h"

/* How a member is compared when nobody said. */
static enum kin_kind
kind_of(int field)
{
	enum kin_kind kind;

	if (kin_people_usual_kind(field, &kind))
		return kind;
	switch (field == KIN_FIELD_NONE ? KIN_TYPE_TEXT : kin_schema[field].type) {
	case KIN_TYPE_NAME:
		return KIN_KIND_NAME;
	case KIN_TYPE_DATE:
	case KIN_TYPE_TIME:
		return KIN_KIND_DATE;
	case KIN_TYPE_METRES:
	case KIN_TYPE_NUMBER:
		return KIN_KIND_NUMBER;
	case KIN_TYPE_TEXT:
		return KIN_KIND_TEXT;
	default:
		return KIN_KIND_EXACT;
	}
}

static size_t
find(const struct kin_people *people, struct kin_str name)
{
	for (size_t i = 0; i < people->fields; i++) {
		if (kin_str_is(people->field[i].name, name))
			return i;
	}
	return people->fields;
}

/* What stands behind the field's name: a kind, shared, own. */
static int
choose_how(struct kin_people_field *field, struct kin_str rest, struct kin_err *err)
{
	struct kin_str word;
	bool said = false;

	while (kin_str_next(&rest, ':', &word)) {
		char name[KIN_MODEL_NAME];
		int kind;

		if (kin_str_is(word, KIN_STR("shared")) || kin_str_is(word, KIN_STR("own"))) {
			field->shared = word.p[0] == 's';
			said = true;
			continue;
		}
		snprintf(name, sizeof(name), "%.*s", (int)word.len, word.p);
		kind = strcmp(name, "place") == 0 ? KIN_KIND_PLACE_ID : kin_kind_find(name);
		if (kind < 0)
			return kin_fail(err, "field \"%s\": neither a kind of comparison nor \"shared\" or"
			    " \"own\": \"%s\"", field->name.p, name);
		field->kind = (enum kin_kind)kind;
		if (!said)
			field->shared = kin_kind_is_shared(field->kind);
	}
	return 0;
}

static int
choose_one(struct kin_people *people, struct kin_str item, struct kin_err *err)
{
	struct kin_people_field field = { .asked = true };
	bool away = item.len > 0 && item.p[0] == '-';
	struct kin_str name;
	size_t at;

	if (item.len > 0 && (away || item.p[0] == '+'))
		item = kin_str(item.p + 1, item.len - 1);
	if (!kin_str_next(&item, ':', &name) || name.len == 0)
		return kin_fail(err, "a field without a name");
	at = find(people, name);
	if (people->notice != NULL)
		kin_notice_bar(people->notice, name, away && at == people->fields);
	if (away && at == people->fields && people->notice != NULL)
		return 0;
	if (away && at == people->fields)
		return kin_fail(err, "\"%.*s\" is not among the fields", (int)name.len, name.p);
	if (away) {
		memmove(&people->field[at], &people->field[at + 1],
		    (--people->fields - at) * sizeof(*people->field));
		return 0;
	}
	if (at == KIN_MODEL_FIELDS)
		return kin_fail(err, "more than %d fields", KIN_MODEL_FIELDS);
	field.name = kin_arena_keep(&people->arena, name);
	field.field = kin_schema_find(name);
	field.kind = kind_of(field.field);
	field.shared = kin_kind_is_shared(field.kind);
	if (choose_how(&field, item, err) != 0)
		return -1;
	people->field[at] = field;
	if (at == people->fields)
		people->fields++;
	return 0;
}

static void
stop_noticing(struct kin_people *people)
{
	kin_notice_free(people->notice);
	people->notice = NULL;
}

void
kin_people_leave_out(struct kin_people *people, const char *name)
{
	if (people->notice != NULL)
		kin_notice_bar(people->notice, kin_str_of(name), false);
}

int
kin_people_choose(struct kin_people *people, const char *fields, struct kin_err *err)
{
	struct kin_str rest = kin_str_of(fields), item;

	assert(people->count == 0);
	people->chosen = true;
	if (fields[0] != '+' && fields[0] != '-') {
		people->fields = 0;
		stop_noticing(people);
	}
	while (kin_str_next(&rest, ',', &item)) {
		if (choose_one(people, kin_str_trim(item), err) != 0)
			return -1;
	}
	return people->fields ? 0 : kin_fail(err, "no field to compare");
}

/* The fields of a model, instead of the usual ones. */
static void
use_fields(struct kin_people *people, const struct kin_model *model)
{
	people->fields = model->fields;
	for (size_t i = 0; i < model->fields; i++) {
		const struct kin_model_field *field = &model->field[i];
		struct kin_str name = kin_arena_keep(&people->arena, kin_str_of(field->name));

		people->field[i] = (struct kin_people_field){ name, kin_schema_find(name), field->kind,
		    field->owner != KIN_OWNER_PERSON, false };
	}
}

int
kin_people_model(struct kin_people *people, const char *path, bool blocking, struct kin_err *err)
{
	assert(people->count == 0);
	if (kin_model_file_read(path, &people->model, err) != 0)
		return -1;
	stop_noticing(people);
	if (people->model.own != NULL && blocking)
		return kin_fail(err, "%s: a model of kin has no rules for --blocking", path);
	if (people->model.own != NULL && !people->chosen)
		use_fields(people, people->model.own);
	if (people->model.splink != NULL && people->chosen)
		return kin_fail(err, "%s: a model of Splink says itself what is compared: no --compare",
		    path);
	return 0;
}

static void
say_absent(struct kin_str name, kin_people_say *say, void *ctx)
{
	struct kin_buf text = { 0 };

	kin_buf_puts(&text, "no record has the field \"");
	kin_buf_add(&text, name);
	kin_buf_puts(&text, "\" that -c names");
	say(ctx, kin_buf_text(&text));
	kin_buf_fini(&text);
}

void
kin_people_say_absent(const struct kin_people *people, kin_people_say *say, void *ctx)
{
	const struct kin_notice *notice = people->notice;
	uint32_t seen = 0;

	for (size_t list = 0; list < people->lists; list++)
		seen |= people->seen[list];
	for (size_t i = 0; i < people->fields; i++) {
		if (people->field[i].asked && !(seen >> i & 1))
			say_absent(people->field[i].name, say, ctx);
	}
	for (size_t i = 0; notice != NULL && i < notice->columns; i++) {
		if (notice->column[i].asked && !notice->column[i].met)
			say_absent(notice->column[i].name, say, ctx);
	}
}
