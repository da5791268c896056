#include <jansson.h>

#include "ingest_in.h"
#include "kin/field/need.h"

struct ingest_map {
	json_t	*root;
};

static int
fail_column(struct kin_err *err, const char *key, const char *what, const char *word)
{
	return kin_fail(err, "column \"%s\": %s \"%s\"", key, what, word);
}

/* --- reading ---------------------------------------------------------------- */

static int
check_members(json_t *root, struct kin_err *err)
{
	static const char *const texts[] = { "list", "kind", "encoding", "delimiter" };
	const char *name;
	json_t *value;

	json_object_foreach(root, name, value) {
		bool known = strcmp(name, "columns") == 0 || strcmp(name, "constants") == 0;

		if (known && !json_is_object(value))
			return kin_fail(err, "\"%s\" is an object, {…}", name);
		for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
			if (strcmp(name, texts[i]) != 0)
				continue;
			if (!json_is_string(value))
				return kin_fail(err, "\"%s\" is a text", name);
			known = true;
		}
		if (strcmp(name, "header") == 0 && !json_is_boolean(value))
			return kin_fail(err, "\"header\" is true or false");
		if (!known && strcmp(name, "header") != 0)
			return kin_fail(err, "no member \"%s\" in a map: list, kind, encoding, delimiter, header, "
			    "columns, constants", name);
	}
	return 0;
}

struct ingest_map *
ingest_map_read(const char *path, struct kin_err *err)
{
	struct ingest_map *map;
	json_error_t why;
	json_t *root = json_load_file(path, JSON_REJECT_DUPLICATES, &why);

	if (!root) {
		err->line = why.line > 0 ? why.line : 0;
		err->column = why.line > 0 ? why.column : 0;
		kin_fail(err, "not JSON: %s", why.text);
		return NULL;
	}
	if (!json_is_object(root)) {
		kin_fail(err, "a map is an object, {…}");
	} else if (check_members(root, err) == 0) {
		map = kin_alloc(sizeof(*map));
		map->root = root;
		return map;
	}
	json_decref(root);
	return NULL;
}

void
ingest_map_free(struct ingest_map *map)
{
	if (!map)
		return;
	json_decref(map->root);
	kin_free(map);
}

const char *
ingest_map_text(const struct ingest_map *map, const char *name)
{
	return map ? json_string_value(json_object_get(map->root, name)) : NULL;
}

enum kin_csvin_header
ingest_map_header(const struct ingest_map *map)
{
	json_t *header = map ? json_object_get(map->root, "header") : NULL;

	if (!header)
		return KIN_CSVIN_FIND_HEADER;
	return json_is_true(header) ? KIN_CSVIN_HAS_HEADER : KIN_CSVIN_NO_HEADER;
}

bool
ingest_map_has_columns(const struct ingest_map *map)
{
	return map && json_object_get(map->root, "columns");
}

/* --- columns ---------------------------------------------------------------- */

static struct ingest_column *
find_column(struct kin_ingest *ingest, const char *key)
{
	for (size_t i = 0; i < ingest->column_count; i++)
		if (kin_str_is(ingest->columns[i].key, kin_str_of(key)))
			return &ingest->columns[i];
	for (size_t i = 0; i < ingest->column_count; i++)
		if (kin_str_is_nocase(ingest->columns[i].key, kin_str_trim(kin_str_of(key))))
			return &ingest->columns[i];
	return NULL;
}

static int
set_field(struct ingest_column *column, const char *key, const char *word, struct kin_err *err)
{
	column->target = strcmp(word, "id") == 0 ? INGEST_ID : kin_schema_find(kin_str_of(word));
	if (column->target == KIN_FIELD_NONE)
		return fail_column(err, key, "no field", word);
	if (column->target >= 0 && kin_schema[column->target].type == KIN_TYPE_OBJECT
	    && column->target != KIN_FIELD_HELPER)
		return fail_column(err, key, "no column can hold", word);
	return 0;
}

static int
set_order(struct ingest_column *column, const char *key, const char *word, struct kin_err *err)
{
	static const char *const words[] = { "day", "month", "year" };

	for (int i = 0; i < 3; i++) {
		if (strcmp(word, words[i]) != 0)
			continue;
		column->order = (enum kin_when_order)i;
		column->order_shown = true;
		return 0;
	}
	return fail_column(err, key, "the order is day, month or year, not", word);
}

static int
set_name(struct kin_ingest *ingest, struct ingest_column *column, const char *key, const char *word,
    struct kin_err *err)
{
	if (kin_schema_find(kin_str_of(word)) != KIN_FIELD_NONE || *word == '\0')
		return fail_column(err, key, "no name for a member of its own:", word);
	column->target = INGEST_OWN;
	column->name = kin_arena_keep(&ingest->arena, kin_str_of(word));
	return 0;
}

/* Yes and no stand for a text in a list, or for a task word. */
static int
check_tick(const struct ingest_column *column, const char *key, struct kin_err *err)
{
	const struct kin_str words[] = { column->yes, column->no };

	for (int i = 0; i < 2; i++) {
		enum kin_type type = column->target >= 0 ? kin_schema[column->target].type : KIN_TYPE_OBJECT;

		if (words[i].len == 0)
			continue;
		if (type != KIN_TYPE_NEED && !(type == KIN_TYPE_TEXT && kin_schema[column->target].list))
			return fail_column(err, key, "only a list of needs or texts takes", i == 0 ? "yes" : "no");
		if (type == KIN_TYPE_NEED && kin_need_find(words[i]) < 0)
			return fail_column(err, key, "no task word", words[i].p);
	}
	return 0;
}

/* {"field": …, "order": …, "split": …, "yes": …, "no": …} or {"name": …} */
static int
set_details(struct kin_ingest *ingest, struct ingest_column *column, const char *key, json_t *details,
    struct kin_err *err)
{
	const char *name;
	json_t *value;

	json_object_foreach(details, name, value) {
		const char *word = json_string_value(value);
		int status = 0;

		if (!word)
			return fail_column(err, key, "a text is wanted for", name);
		if (strcmp(name, "field") == 0)
			status = set_field(column, key, word, err);
		else if (strcmp(name, "name") == 0)
			status = set_name(ingest, column, key, word, err);
		else if (strcmp(name, "order") == 0)
			status = set_order(column, key, word, err);
		else if (strcmp(name, "yes") == 0)
			column->yes = kin_arena_keep(&ingest->arena, kin_str_of(word));
		else if (strcmp(name, "no") == 0)
			column->no = kin_arena_keep(&ingest->arena, kin_str_of(word));
		else if (strcmp(name, "split") == 0 && strlen(word) == 1)
			column->split = *word;
		else if (strcmp(name, "split") == 0)
			status = fail_column(err, key, "split is one sign, not", word);
		else
			status = fail_column(err, key, "field, name, order, split, yes and no are known, not", name);
		if (status < 0)
			return -1;
	}
	return check_tick(column, key, err);
}

static int
set_column(struct kin_ingest *ingest, const char *key, json_t *value, struct kin_err *err)
{
	struct ingest_column *column = find_column(ingest, key);
	int status = 0;

	if (!column)
		return kin_fail(err, "no column \"%s\" in %s", key, ingest->name);
	column->split = '\0';
	column->yes = column->no = kin_str(NULL, 0);
	if (json_is_string(value))
		status = set_field(column, key, json_string_value(value), err);
	else if (json_is_null(value))
		column->target = INGEST_LEFT_OUT;
	else if (json_is_object(value))
		status = set_details(ingest, column, key, value, err);
	else
		return kin_fail(err, "column \"%s\": a field's name, null or {…} is wanted", key);
	column->by_map = true;
	return status;
}

/* Two columns may share a list field, or notes, and no other. */
static int
check_once(const struct kin_ingest *ingest, struct kin_err *err)
{
	for (size_t i = 0; i < ingest->column_count; i++) {
		const struct ingest_column *a = &ingest->columns[i];

		if (a->target == INGEST_OWN || a->target == INGEST_LEFT_OUT || a->target == KIN_FIELD_NOTES
		    || (a->target >= 0 && kin_schema[a->target].list))
			continue;
		for (size_t k = 0; k < i; k++)
			if (ingest->columns[k].target == a->target)
				return fail_column(err, a->key.p, "holds the same field as", ingest->columns[k].key.p);
		if (a->target >= 0 && ingest->constant[a->target])
			return fail_column(err, a->key.p, "is a constant too:", kin_schema[a->target].name.p);
	}
	return 0;
}

int
ingest_map_apply(const struct ingest_map *map, struct kin_ingest *ingest, struct kin_err *err)
{
	json_t *columns = json_object_get(map->root, "columns"), *value;
	const char *key;

	if (!columns)
		return 0;
	for (size_t i = 0; i < ingest->column_count; i++) {
		ingest->columns[i].target = INGEST_OWN;
		ingest->columns[i].by_map = true;
	}
	json_object_foreach(columns, key, value) {
		if (set_column(ingest, key, value, err) < 0)
			return -1;
	}
	return check_once(ingest, err);
}

/* --- constants -------------------------------------------------------------- */

static int
put_constant(struct kin_ingest *ingest, int field, json_t *value, struct kin_err *err)
{
	size_t count = json_is_array(value) ? json_array_size(value) : 1;
	struct kin_buf *out = &ingest->constants;

	if (kin_schema[field].list)
		kin_buf_putc(out, '[');
	for (size_t i = 0; i < count; i++) {
		json_t *item = json_is_array(value) ? json_array_get(value, i) : value;
		struct kin_str text = json_is_string(item) ? kin_str_of(json_string_value(item))
		    : json_is_true(item) ? KIN_STR("yes") : json_is_false(item) ? KIN_STR("no") : KIN_STR("");

		if (ingest_value_put(ingest, field, NULL, text, out, err) != VALUE_PUT)
			return kin_fail(err, "constant \"%s\": no such value for it", kin_schema[field].name.p);
	}
	if (kin_schema[field].list)
		kin_buf_putc(out, ']');
	return 0;
}

int
ingest_map_constants(const struct ingest_map *map, struct kin_ingest *ingest, struct kin_err *err)
{
	json_t *constants = json_object_get(map->root, "constants"), *value;
	const char *name;

	json_object_foreach(constants, name, value) {
		int field = kin_schema_find(kin_str_of(name));
		char *text;

		if (field == KIN_FIELD_KIND || field == KIN_FIELD_SOURCE || strcmp(name, "id") == 0
		    || (field >= 0 && kin_schema[field].type == KIN_TYPE_OBJECT))
			return kin_fail(err, "\"%s\" cannot be a constant", name);
		ingest_put_prefix(&ingest->constants, kin_str_of(name));
		if (field != KIN_FIELD_NONE) {
			ingest->constant[field] = true;
			if (put_constant(ingest, field, value, err) < 0)
				return -1;
			continue;
		}
		text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
		kin_buf_puts(&ingest->constants, text);
		kin_free(text);
	}
	return 0;
}

/* --- writing ---------------------------------------------------------------- */

static json_t *
describe(const struct ingest_column *column)
{
	static const char *const orders[] = { "day", "month", "year" };
	const char split[2] = { column->split, '\0' };
	const char *field;
	json_t *details;

	if (column->target == INGEST_LEFT_OUT)
		return json_null();
	if (column->target == INGEST_OWN)
		return json_pack("{s:s}", "name", column->name.p);
	if (column->target < 0)
		return json_string("id");
	field = kin_schema[column->target].name.p;
	details = json_pack("{s:s}", "field", field);
	if (kin_schema[column->target].type == KIN_TYPE_DATE || kin_schema[column->target].type == KIN_TYPE_TIME)
		json_object_set_new(details, "order", json_string(orders[column->order]));
	if (column->split)
		json_object_set_new(details, "split", json_string(split));
	if (column->yes.len > 0)
		json_object_set_new(details, "yes", json_stringn(column->yes.p, column->yes.len));
	if (column->no.len > 0)
		json_object_set_new(details, "no", json_stringn(column->no.p, column->no.len));
	if (json_object_size(details) > 1)
		return details;
	json_decref(details);
	return json_string(field);
}

void
ingest_map_write(const struct kin_ingest *ingest, struct kin_buf *out)
{
	json_t *columns = json_object();
	json_t *root = json_pack("{s:s%, s:s%, s:s}", "list", ingest->list.p, ingest->list.len,
	    "kind", ingest->kind.p, ingest->kind.len, "delimiter", kin_csvin_delim(ingest->in));
	const struct kin_encoding *enc = kin_csvin_encoding(ingest->in);
	char *text;

	if (enc->sort != KIN_ENCODING_OPEN)	/* else nothing has shown it yet */
		json_object_set_new(root, "encoding", json_string(enc->name));
	if (ingest->column_count > 0 && kin_csvin_header_line(ingest->in) == 0)
		json_object_set_new(root, "header", json_false());
	for (size_t i = 0; i < ingest->column_count; i++)
		json_object_set_new(columns, ingest->columns[i].key.p, describe(&ingest->columns[i]));
	json_object_set_new(root, "columns", columns);
	text = json_dumps(root, JSON_INDENT(2));
	kin_buf_puts(out, text);
	kin_buf_putc(out, '\n');
	kin_free(text);
	json_decref(root);
}
