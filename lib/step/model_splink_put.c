/* Models of Splink as it saves them. */
#include "kin/record/json.h"
#include "kin/step/model_file.h"

static void
put_text(struct kin_buf *out, const char *indent, const char *name, struct kin_str text)
{
	kin_buf_printf(out, "%s\"%s\": ", indent, name);
	kin_json_put_string(out, text);
}

static void
put_truth(struct kin_buf *out, const char *indent, const char *name, bool truth)
{
	kin_buf_printf(out, ",\n%s\"%s\": %s", indent, name, truth ? "true" : "false");
}

static void
put_number(struct kin_buf *out, const char *indent, const char *name, double number)
{
	kin_buf_printf(out, ",\n%s\"%s\": %.17g", indent, name, number);
}

static void
put_level(struct kin_buf *out, const struct kin_splink_level *level)
{
	static const char in[] = "          ";

	kin_buf_puts(out, "        {\n");
	put_text(out, in, "sql_condition", level->sql);
	if (level->label.len > 0) {
		kin_buf_puts(out, ",\n");
		put_text(out, in, "label_for_charts", level->label);
	}
	if (level->has_m)
		put_number(out, in, "m_probability", level->m);
	if (level->has_u)
		put_number(out, in, "u_probability", level->u);
	put_truth(out, in, "fix_m_probability", level->fix_m);
	put_truth(out, in, "fix_u_probability", level->fix_u);
	if (level->tf_name.len > 0) {
		kin_buf_puts(out, ",\n");
		put_text(out, in, "tf_adjustment_column", level->tf_name);
		put_number(out, in, "tf_adjustment_weight", level->tf_weight);
		if (level->tf_minimum > 0)
			put_number(out, in, "tf_minimum_u_value", level->tf_minimum);
	}
	if (level->tf_own_u)
		put_truth(out, in, "disable_tf_exact_match_detection", true);
	if (level->null)
		put_truth(out, in, "is_null_level", true);
	kin_buf_puts(out, "\n        }");
}

static void
put_comparison(struct kin_buf *out, const struct kin_splink_comparison *comparison)
{
	kin_buf_puts(out, "    {\n");
	put_text(out, "      ", "output_column_name", comparison->name);
	if (comparison->description.len > 0) {
		kin_buf_puts(out, ",\n");
		put_text(out, "      ", "comparison_description", comparison->description);
	}
	kin_buf_puts(out, ",\n      \"comparison_levels\": [\n");
	for (size_t i = 0; i < comparison->levels; i++) {
		put_level(out, &comparison->level[i]);
		kin_buf_puts(out, i + 1 < comparison->levels ? ",\n" : "\n");
	}
	kin_buf_puts(out, "      ]\n    }");
}

static void
put_rule(struct kin_buf *out, const struct kin_splink_rule *rule)
{
	kin_buf_puts(out, "    {\n");
	put_text(out, "      ", "blocking_rule", rule->sql);
	kin_buf_puts(out, ",\n      \"sql_dialect\": \"duckdb\"");
	for (size_t i = 0; i < rule->explodes; i++) {
		kin_buf_puts(out, i > 0 ? ", " : ",\n      \"arrays_to_explode\": [");
		kin_json_put_string(out, rule->explode[i]);
	}
	kin_buf_puts(out, rule->explodes > 0 ? "]\n    }" : "\n    }");
}

void
kin_model_file_put_splink(struct kin_buf *out, const struct kin_splink_model *model)
{
	kin_buf_puts(out, "{\n");
	put_text(out, "  ", "link_type", model->link_type);
	put_number(out, "  ", "probability_two_random_records_match", model->prior);
	kin_buf_puts(out, ",\n  \"sql_dialect\": \"duckdb\",\n");
	put_text(out, "  ", "unique_id_column_name",
	    model->id_column.len > 0 ? model->id_column : KIN_STR("unique_id"));
	kin_buf_puts(out, ",\n  \"blocking_rules_to_generate_predictions\": [\n");
	for (size_t i = 0; i < model->rules; i++) {
		put_rule(out, &model->rule[i]);
		kin_buf_puts(out, i + 1 < model->rules ? ",\n" : "\n");
	}
	kin_buf_puts(out, "  ],\n  \"comparisons\": [\n");
	for (size_t i = 0; i < model->comparisons; i++) {
		put_comparison(out, &model->comparison[i]);
		kin_buf_puts(out, i + 1 < model->comparisons ? ",\n" : "\n");
	}
	kin_buf_puts(out, "  ]\n}\n");
}
