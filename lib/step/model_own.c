/* kin's own form of a model, as kin-model(5) has it. */
#include <stdio.h>

#include "kin/record/json.h"
#include "model_json.h"

enum { FORM = 1 };	/* the member kin_model */

static const char *const owners[] = { "person", "family", "place", NULL };
static const char *const root_keys[] = { "kin_model", "shares", "fields", NULL };
static const char *const share_keys[] = { "same", "household", "neighbour", "namesakes", "email_namesakes", "doubts", NULL };
static const char *const field_keys[] = { "name", "kind", "owner", "levels", NULL };
static const char *const level_keys[] = { "label", "same", "household", "neighbour", "unrelated",
    "seen", NULL };

/* --- writing -------------------------------------------------------------------- */

static void
put_share(struct kin_buf *out, const char *name, double share)
{
	kin_buf_printf(out, "\"%s\": %.15g", name, share);
}

static void
put_level(struct kin_buf *out, const struct kin_model_level *level)
{
	kin_buf_puts(out, "        {\"label\": ");
	kin_json_put_string(out, kin_str_of(level->label));
	kin_buf_puts(out, ", ");
	put_share(out, "same", level->m);
	kin_buf_puts(out, ", ");
	put_share(out, "household", level->h);
	kin_buf_puts(out, ", ");
	put_share(out, "neighbour", level->n);
	kin_buf_puts(out, ", ");
	put_share(out, "unrelated", level->u);
	kin_buf_printf(out, ", \"seen\": %s}", level->seen ? "true" : "false");
}

static void
put_field(struct kin_buf *out, const struct kin_model_field *field)
{
	kin_buf_puts(out, "    {\"name\": ");
	kin_json_put_string(out, kin_str_of(field->name));
	kin_buf_printf(out, ", \"kind\": \"%s\", \"owner\": \"%s\",\n      \"levels\": [\n",
	    kin_kind_name(field->kind), owners[field->owner]);
	for (int l = 0; l < field->levels; l++) {
		put_level(out, &field->level[l]);
		kin_buf_puts(out, l + 1 < field->levels ? ",\n" : "\n      ]}");
	}
}

void
kin_model_file_put_own(struct kin_buf *out, const struct kin_model *model)
{
	kin_buf_printf(out, "{\n  \"kin_model\": %d,\n  \"shares\": {", FORM);
	put_share(out, "same", model->same);
	kin_buf_puts(out, ", ");
	put_share(out, "household", model->household);
	kin_buf_puts(out, ", ");
	put_share(out, "neighbour", model->neighbour);
	kin_buf_puts(out, ", ");
	put_share(out, "namesakes", model->namesakes);
	kin_buf_puts(out, ", ");
	put_share(out, "email_namesakes", model->email_namesakes);
	kin_buf_puts(out, ", ");
	put_share(out, "doubts", model->doubts);
	kin_buf_puts(out, "},\n  \"fields\": [\n");
	for (size_t f = 0; f < model->fields; f++) {
		put_field(out, &model->field[f]);
		kin_buf_puts(out, f + 1 < model->fields ? ",\n" : "\n");
	}
	kin_buf_puts(out, "  ]\n}\n");
}

/* --- reading -------------------------------------------------------------------- */

static int
read_shares(const json_t *root, struct kin_model *model, struct kin_err *err)
{
	const json_t *shares = json_object_get(root, "shares");

	if (kin_model_json_keys(shares, "\"shares\"", share_keys, err) != 0
	    || kin_model_json_share(shares, "same", &model->same, NULL, err) != 0
	    || kin_model_json_share(shares, "household", &model->household, NULL, err) != 0
	    || kin_model_json_share(shares, "neighbour", &model->neighbour, NULL, err) != 0)
		return -1;
	model->namesakes = 0;
	if (json_object_get(shares, "namesakes") != NULL
	    && kin_model_json_share(shares, "namesakes", &model->namesakes, NULL, err) != 0)
		return -1;
	if (json_object_get(shares, "email_namesakes") != NULL
	    && kin_model_json_share(shares, "email_namesakes", &model->email_namesakes, NULL, err) != 0)
		return -1;
	if (json_object_get(shares, "doubts") != NULL
	    && kin_model_json_share(shares, "doubts", &model->doubts, NULL, err) != 0)
		return -1;
	if (!(model->same > 0) || !(model->same + model->household + model->neighbour < 1))
		return kin_fail(err, "\"shares\" leave nothing for people who have nothing to do with"
		    " each other, or for one person");
	return 0;
}

/* Where the word stands among words, or -1. */
static int
find_word(const json_t *value, const char *const *words)
{
	for (int i = 0; json_is_string(value) && words[i] != NULL; i++) {
		if (strcmp(json_string_value(value), words[i]) == 0)
			return i;
	}
	return -1;
}

static int
read_level(const json_t *object, struct kin_model_field *field, struct kin_err *err)
{
	const char *label = json_string_value(json_object_get(object, "label"));
	struct kin_model_level *level = field->level;

	if (kin_model_json_keys(object, "level", level_keys, err) != 0)
		return -1;
	while (label != NULL && level < field->level + field->levels
	    && strcmp(level->label, label) != 0)
		level++;
	if (label == NULL || level == field->level + field->levels)
		return kin_fail(err, "%s has no level \"%s\"", kin_kind_name(field->kind),
		    label != NULL ? label : "");
	if (kin_model_json_share(object, "same", &level->m, NULL, err) != 0
	    || kin_model_json_share(object, "household", &level->h, NULL, err) != 0
	    || kin_model_json_share(object, "neighbour", &level->n, NULL, err) != 0
	    || kin_model_json_share(object, "unrelated", &level->u, NULL, err) != 0)
		return -1;
	return kin_model_json_truth(object, "seen", &level->seen, err);
}

static int
read_levels(const json_t *object, struct kin_model_field *field, struct kin_err *err)
{
	const json_t *levels = json_object_get(object, "levels"), *level;
	size_t i;

	json_array_foreach(levels, i, level) {
		struct kin_err inner = KIN_ERR_NONE;

		if (read_level(level, field, &inner) != 0)
			return kin_fail(err, "field \"%s\": %s", field->name, inner.text);
	}
	return 0;
}

/* Everything but the levels: what kin_model_init needs to know. */
static int
read_head(const json_t *object, struct kin_field_spec *spec, enum kin_owner *owner,
    struct kin_err *err)
{
	const json_t *name = json_object_get(object, "name"), *kind = json_object_get(object, "kind");
	int found;

	if (kin_model_json_keys(object, "field", field_keys, err) != 0)
		return -1;
	if (!json_is_string(name) || json_string_length(name) >= KIN_MODEL_NAME)
		return kin_fail(err, "a field without a name, or with too long a one");
	spec->name = json_string_value(name);
	found = json_is_string(kind) ? kin_kind_find(json_string_value(kind)) : -1;
	if (found < 0)
		return kin_fail(err, "field \"%s\": the kind is not known", spec->name);
	spec->kind = (enum kin_kind)found;
	found = find_word(json_object_get(object, "owner"), owners);
	if (found < 0)
		return kin_fail(err, "field \"%s\": \"owner\" is not person, family or place", spec->name);
	*owner = (enum kin_owner)found;
	spec->shared = *owner != KIN_OWNER_PERSON;
	return 0;
}

static int
read_fields(const json_t *fields, struct kin_model *model, struct kin_err *err)
{
	struct kin_field_spec specs[KIN_MODEL_FIELDS];
	enum kin_owner owner[KIN_MODEL_FIELDS];
	size_t count = json_array_size(fields);

	if (count == 0 || count > KIN_MODEL_FIELDS)
		return kin_fail(err, "a model has 1 to %d fields", KIN_MODEL_FIELDS);
	for (size_t i = 0; i < count; i++) {
		if (read_head(json_array_get(fields, i), &specs[i], &owner[i], err) != 0)
			return -1;
	}
	kin_model_init(model, specs, count);
	for (size_t i = 0; i < count; i++) {
		model->field[i].owner = owner[i];
		if (read_levels(json_array_get(fields, i), &model->field[i], err) != 0)
			return -1;
	}
	return 0;
}

struct kin_model *
kin_model_own_read(const json_t *root, struct kin_err *err)
{
	struct kin_model *model = kin_calloc(1, sizeof(*model));

	if (json_integer_value(json_object_get(root, "kin_model")) != FORM)
		kin_fail(err, "\"kin_model\" is not %d", FORM);
	else if (kin_model_json_keys(root, "model", root_keys, err) == 0
	    && read_fields(json_object_get(root, "fields"), model, err) == 0
	    && read_shares(root, model, err) == 0)
		return model;
	kin_free(model);
	return NULL;
}
