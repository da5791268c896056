#include "model_json.h"

static int
read_root(const char *path, json_t *root, struct kin_model_file *out, struct kin_err *err)
{
	struct kin_err inner = KIN_ERR_NONE;

	if (json_is_array(json_object_get(root, "comparisons")))
		out->splink = kin_model_splink_read(root, &inner);
	else if (json_object_get(root, "kin_model") != NULL)
		out->own = kin_model_own_read(root, &inner);
	else
		kin_fail(&inner, "neither a model of kin nor one of Splink");
	return out->splink != NULL || out->own != NULL ? 0 : kin_fail(err, "%s: %s", path, inner.text);
}

int
kin_model_file_read(const char *path, struct kin_model_file *out, struct kin_err *err)
{
	json_error_t why;
	json_t *root = json_load_file(path, JSON_REJECT_DUPLICATES, &why);
	int status;

	*out = (struct kin_model_file){ NULL, NULL };
	if (root == NULL && why.line > 0)
		return kin_fail(err, "%s:%d: %s", path, why.line, why.text);
	if (root == NULL)
		return kin_fail(err, "%s: %s", path, why.text);
	status = read_root(path, root, out, err);
	json_decref(root);
	return status;
}

void
kin_model_file_fini(struct kin_model_file *file)
{
	kin_free(file->own);
	kin_splink_free(file->splink);
	*file = (struct kin_model_file){ NULL, NULL };
}
