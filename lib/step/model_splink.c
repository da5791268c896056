/* Models of Splink out of the JSON that it saves. */
#include "model_json.h"

static const char *const level_keys[] = { "sql_condition", "label_for_charts", "m_probability",
    "u_probability", "match_weight", "fix_m_probability", "fix_u_probability", "is_null_level",
    "tf_adjustment_column", "tf_adjustment_weight", "tf_minimum_u_value",
    "disable_tf_exact_match_detection", NULL };
static const char *const comparison_keys[] = { "output_column_name", "comparison_description",
    "comparison_levels", NULL };
static const char *const rule_keys[] = { "blocking_rule", "sql_dialect", "arrays_to_explode",
    "salting_partitions", NULL };

static int
read_level(struct kin_arena *arena, const json_t *object, struct kin_splink_level *level,
    struct kin_err *err)
{
	if (kin_model_json_keys(object, "level", level_keys, err) != 0
	    || kin_model_json_text(object, "sql_condition", arena, &level->sql, err) != 0
	    || kin_model_json_text(object, "label_for_charts", arena, &level->label, err) != 0
	    || kin_model_json_truth(object, "is_null_level", &level->null, err) != 0
	    || kin_model_json_truth(object, "fix_m_probability", &level->fix_m, err) != 0
	    || kin_model_json_truth(object, "fix_u_probability", &level->fix_u, err) != 0
	    || kin_model_json_truth(object, "disable_tf_exact_match_detection", &level->tf_own_u,
	    err) != 0
	    || kin_model_json_text(object, "tf_adjustment_column", arena, &level->tf_name, err) != 0
	    || kin_model_json_number(object, "tf_adjustment_weight", &level->tf_weight, NULL, err) != 0
	    || kin_model_json_number(object, "tf_minimum_u_value", &level->tf_minimum, NULL, err) != 0
	    || kin_model_json_number(object, "match_weight", &level->weight, &level->has_weight,
	    err) != 0
	    || kin_model_json_share(object, "m_probability", &level->m, &level->has_m, err) != 0
	    || kin_model_json_share(object, "u_probability", &level->u, &level->has_u, err) != 0)
		return -1;
	return level->sql.len > 0 ? 0 : kin_fail(err, "no \"sql_condition\"");
}

static void
name_comparison(struct kin_splink_model *model, struct kin_splink_comparison *comparison)
{
	struct kin_buf name = { 0 };

	if (comparison->name.len > 0)
		return;
	kin_buf_printf(&name, "comparison %zu", model->comparisons);
	comparison->name = kin_arena_keep(&model->arena, kin_buf_str(&name));
	kin_buf_fini(&name);
}

static int
read_comparison(struct kin_splink_model *model, const json_t *object, struct kin_err *err)
{
	struct kin_splink_comparison *comparison = kin_splink_add_comparison(model);
	const json_t *levels = json_object_get(object, "comparison_levels"), *level;
	size_t i;

	if (kin_model_json_keys(object, "comparison", comparison_keys, err) != 0
	    || kin_model_json_text(object, "output_column_name", &model->arena, &comparison->name,
	    err) != 0
	    || kin_model_json_text(object, "comparison_description", &model->arena,
	    &comparison->description, err) != 0)
		return -1;
	name_comparison(model, comparison);
	if (!json_is_array(levels))
		return kin_fail(err, "comparison \"%s\" has no levels", comparison->name.p);
	json_array_foreach(levels, i, level) {
		struct kin_err inner = KIN_ERR_NONE;

		if (read_level(&model->arena, level, kin_splink_add_level(comparison), &inner) != 0)
			return kin_fail(err, "comparison \"%s\", level %zu: %s", comparison->name.p,
			    i + 1, inner.text);
	}
	return 0;
}

static int
read_rule(struct kin_splink_model *model, const json_t *object, struct kin_err *err)
{
	struct kin_splink_rule *rule = kin_splink_add_rule(model);
	const json_t *explode = json_object_get(object, "arrays_to_explode"), *column;
	size_t i;

	if (json_is_string(object)) {
		rule->sql = kin_arena_keep(&model->arena, kin_str_of(json_string_value(object)));
		return 0;
	}
	if (kin_model_json_keys(object, "blocking rule", rule_keys, err) != 0
	    || kin_model_json_text(object, "blocking_rule", &model->arena, &rule->sql, err) != 0)
		return -1;
	json_array_foreach(explode, i, column) {
		if (!json_is_string(column))
			return kin_fail(err, "\"arrays_to_explode\" are no texts");
		kin_splink_add_explode(rule,
		    kin_arena_keep(&model->arena, kin_str_of(json_string_value(column))));
	}
	return 0;
}

static int
read_head(struct kin_splink_model *model, const json_t *root, struct kin_err *err)
{
	struct kin_str dialect = KIN_STR("duckdb");

	if (kin_model_json_text(root, "sql_dialect", &model->arena, &dialect, err) != 0
	    || kin_model_json_text(root, "link_type", &model->arena, &model->link_type, err) != 0
	    || kin_model_json_text(root, "unique_id_column_name", &model->arena, &model->id_column,
	    err) != 0
	    || kin_model_json_share(root, "probability_two_random_records_match", &model->prior, NULL,
	    err) != 0)
		return -1;
	return kin_str_is(dialect, KIN_STR("duckdb")) ? 0
	    : kin_fail(err, "only the SQL of duckdb is known, not that of \"%s\"", dialect.p);
}

static int
read_all(struct kin_splink_model *model, const json_t *root, struct kin_err *err)
{
	const json_t *comparisons = json_object_get(root, "comparisons"), *object;
	const json_t *rules = json_object_get(root, "blocking_rules_to_generate_predictions");
	size_t i;

	if (read_head(model, root, err) != 0)
		return -1;
	json_array_foreach(comparisons, i, object) {
		if (read_comparison(model, object, err) != 0)
			return -1;
	}
	json_array_foreach(rules, i, object) {
		if (read_rule(model, object, err) != 0)
			return -1;
	}
	return kin_splink_settle(model, err);
}

struct kin_splink_model *
kin_model_splink_read(const json_t *root, struct kin_err *err)
{
	struct kin_splink_model *model = kin_splink_new();

	if (read_all(model, root, err) == 0)
		return model;
	kin_splink_free(model);
	return NULL;
}
