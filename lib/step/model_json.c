/* Members of configuration, checked. */
#include "model_json.h"

int
kin_model_json_keys(const json_t *object, const char *what, const char *const *keys,
    struct kin_err *err)
{
	const char *key;
	json_t *value;

	if (!json_is_object(object))
		return kin_fail(err, "%s is no object", what);
	json_object_foreach((json_t *)(uintptr_t)object, key, value) {
		size_t i = 0;

		while (keys[i] != NULL && strcmp(keys[i], key) != 0)
			i++;
		if (keys[i] == NULL)
			return kin_fail(err, "%s: the key \"%s\" is not known", what, key);
	}
	return 0;
}

/* NULL when absent or null. */
static const json_t *
member(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	return json_is_null(value) ? NULL : value;
}

int
kin_model_json_text(const json_t *object, const char *key, struct kin_arena *arena,
    struct kin_str *out, struct kin_err *err)
{
	const json_t *value = member(object, key);

	if (value == NULL)
		return 0;
	if (!json_is_string(value))
		return kin_fail(err, "\"%s\" is no text", key);
	*out = kin_arena_keep(arena, kin_str(json_string_value(value), json_string_length(value)));
	return 0;
}

int
kin_model_json_truth(const json_t *object, const char *key, bool *out, struct kin_err *err)
{
	const json_t *value = member(object, key);

	if (value == NULL)
		return 0;
	*out = json_is_true(value);
	return json_is_boolean(value) ? 0 : kin_fail(err, "\"%s\" is neither true nor false", key);
}

int
kin_model_json_number(const json_t *object, const char *key, double *out, bool *has,
    struct kin_err *err)
{
	const json_t *value = member(object, key);

	if (has != NULL)
		*has = value != NULL;
	if (value == NULL)
		return 0;
	*out = json_number_value(value);
	return json_is_number(value) ? 0 : kin_fail(err, "\"%s\" is no number", key);
}

int
kin_model_json_share(const json_t *object, const char *key, double *out, bool *has,
    struct kin_err *err)
{
	double number = *out;

	if (kin_model_json_number(object, key, &number, has, err) != 0)
		return -1;
	if (!(number >= 0 && number <= 1))
		return kin_fail(err, "\"%s\" is not between 0 and 1", key);
	*out = number;
	return 0;
}
