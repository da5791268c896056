#include "kin/link/splink.h"

#include <math.h>

#include "kin/base/buf.h"

/* Splink's own: an m or u below it counts as it. */
#define LEAST_SHARE	1e-300

/* What it takes for a level that nobody trained. */
#define EXACT_M		0.95
#define WEIGHT_WORST	(-5.0)
#define WEIGHT_GOOD	3.0
#define WEIGHT_EXACT	10.0

struct kin_splink_model *
kin_splink_new(void)
{
	struct kin_splink_model *model = kin_calloc(1, sizeof(*model));

	model->sql = kin_sql_new();
	model->prior = 0.0001;
	return model;
}

void
kin_splink_free(struct kin_splink_model *model)
{
	if (model == NULL)
		return;
	for (size_t i = 0; i < model->comparisons; i++)
		kin_free(model->comparison[i].level);
	for (size_t i = 0; i < model->rules; i++)
		kin_free(model->rule[i].explode);
	kin_free(model->comparison);
	kin_free(model->rule);
	kin_sql_free(model->sql);
	kin_arena_fini(&model->arena);
	kin_free(model);
}

struct kin_splink_comparison *
kin_splink_add_comparison(struct kin_splink_model *model)
{
	model->comparison = kin_grow(model->comparison, model->comparisons, &model->cap,
	    sizeof(*model->comparison));
	model->comparison[model->comparisons] = (struct kin_splink_comparison){ .top = -1 };
	return &model->comparison[model->comparisons++];
}

struct kin_splink_level *
kin_splink_add_level(struct kin_splink_comparison *comparison)
{
	comparison->level = kin_grow(comparison->level, comparison->levels, &comparison->cap,
	    sizeof(*comparison->level));
	comparison->level[comparison->levels] = (struct kin_splink_level){ .tf_weight = 1.0,
	    .tf_operand = -1 };
	return &comparison->level[comparison->levels++];
}

struct kin_splink_rule *
kin_splink_add_rule(struct kin_splink_model *model)
{
	model->rule = kin_grow(model->rule, model->rules, &model->rule_cap, sizeof(*model->rule));
	model->rule[model->rules] = (struct kin_splink_rule){ .explodes = 0 };
	return &model->rule[model->rules++];
}

void
kin_splink_add_explode(struct kin_splink_rule *rule, struct kin_str column)
{
	rule->explode = kin_grow(rule->explode, rule->explodes, &rule->cap, sizeof(*rule->explode));
	rule->explode[rule->explodes++] = column;
}

const struct kin_splink_level *
kin_splink_level(const struct kin_splink_comparison *comparison, int gamma)
{
	const struct kin_splink_level *level = comparison->level;

	while (level->gamma != gamma)
		level++;
	return level;
}

/* --- SQL ------------------------------------------------------------------------ */

static int
fail_level(struct kin_err *err, const struct kin_splink_comparison *comparison,
    const struct kin_splink_level *level)
{
	struct kin_err inner = *err;
	struct kin_str label = level->label.len > 0 ? level->label : KIN_STR("without a label");

	return kin_fail_value(err, comparison->name, level->sql,
	    "comparison \"%.*s\", level \"%.*s\": %s: %.*s", (int)comparison->name.len,
	    comparison->name.p, (int)label.len, label.p, inner.text, (int)level->sql.len,
	    level->sql.p);
}

static int
read_levels(struct kin_splink_model *model, struct kin_splink_comparison *comparison,
    struct kin_err *err)
{
	int gamma = -1;

	for (size_t i = 0; i < comparison->levels; i++)
		gamma += !comparison->level[i].null;
	comparison->top = gamma;
	for (size_t i = 0; i < comparison->levels; i++) {
		struct kin_splink_level *level = &comparison->level[i];

		level->gamma = level->null ? -1 : gamma--;
		if (kin_str_is_nocase(kin_str_trim(level->sql), KIN_STR("ELSE"))) {
			if (i + 1 == comparison->levels)
				continue;
			kin_fail(err, "ELSE is not the last level");
			return fail_level(err, comparison, level);
		}
		if (kin_sql_parse(model->sql, level->sql, KIN_SQL_SUFFIX, &level->test, err) != 0)
			return fail_level(err, comparison, level);
	}
	return 0;
}

/* The operand that a column is. */
static int
operand_of(struct kin_splink_model *model, struct kin_str column, struct kin_err *err)
{
	const struct kin_sql_node *node;
	struct kin_buf text = { 0 };
	int status;

	for (int side = 0; side < 2; side++) {
		kin_buf_puts(&text, side ? " = \"" : "\"");
		for (size_t i = 0; i < column.len; i++) {
			if (column.p[i] != '"' || (i > 0 && i + 1 < column.len))
				kin_buf_putc(&text, column.p[i]);
		}
		kin_buf_puts(&text, side ? "_r\"" : "_l\"");
	}
	status = kin_sql_parse(model->sql, kin_buf_str(&text), KIN_SQL_SUFFIX, &node, err);
	kin_buf_fini(&text);
	return status == 0 ? kin_sql_same_operand(node) : -1;
}

/* --- weights -------------------------------------------------------------------- */

static double
default_m(int gamma, int top)
{
	return gamma == top ? EXACT_M : (1.0 - EXACT_M) / top;
}

static double
default_u(int gamma, int top)
{
	double weight = WEIGHT_EXACT;

	if (gamma < top)
		weight = top == 1 ? WEIGHT_WORST
		    : WEIGHT_WORST + gamma * (WEIGHT_GOOD - WEIGHT_WORST) / (top - 1);
	return default_m(gamma, top) / exp2(weight);
}

static void
weigh(struct kin_splink_comparison *comparison, struct kin_splink_level *level)
{
	if (level->null) {
		level->weight = 0.0;
		return;
	}
	if (!level->has_m)
		level->m = default_m(level->gamma, comparison->top);
	if (!level->has_u)
		level->u = default_u(level->gamma, comparison->top);
	if (!level->has_weight)
		level->weight = log2(fmax(level->m, LEAST_SHARE) / fmax(level->u, LEAST_SHARE));
}

/* The level that says "the same in this column and nothing else". */
static const struct kin_splink_level *
exact_level(const struct kin_splink_comparison *comparison, int operand)
{
	for (size_t i = 0; i < comparison->levels; i++) {
		const struct kin_splink_level *level = &comparison->level[i];

		if (level->test != NULL && kin_sql_same_operand(level->test) == operand)
			return level;
	}
	return NULL;
}

static int
set_frequency(struct kin_splink_model *model, struct kin_splink_comparison *comparison,
    struct kin_splink_level *level, struct kin_err *err)
{
	const struct kin_splink_level *exact = level;
	int operand;

	if (level->tf_name.len == 0 || level->null || level->test == NULL
	    || !(level->tf_weight < 0 || level->tf_weight > 0))
		return 0;
	operand = operand_of(model, level->tf_name, err);
	if (operand < 0)
		return fail_level(err, comparison, level);
	if (!level->tf_own_u)
		exact = exact_level(comparison, operand);
	if (exact == NULL) {
		kin_fail(err, "no level of it is an exact match on \"%.*s\", which its term frequencies need",
		    (int)level->tf_name.len, level->tf_name.p);
		return fail_level(err, comparison, level);
	}
	level->tf_operand = operand;
	level->tf_u = log2(exact->u);
	return 0;
}

int
kin_splink_settle(struct kin_splink_model *model, struct kin_err *err)
{
	if (!(model->prior > 0 && model->prior < 1))
		return kin_fail(err, "probability_two_random_records_match is not between 0 and 1");
	model->prior_weight = log2(model->prior / (1.0 - model->prior));
	for (size_t i = 0; i < model->comparisons; i++) {
		struct kin_splink_comparison *comparison = &model->comparison[i];

		if (read_levels(model, comparison, err) != 0)
			return -1;
		if (comparison->top < 1)
			return kin_fail(err, "comparison \"%.*s\" has fewer than two levels",
			    (int)comparison->name.len, comparison->name.p);
		for (size_t j = 0; j < comparison->levels; j++)
			weigh(comparison, &comparison->level[j]);
		for (size_t j = 0; j < comparison->levels; j++) {
			if (set_frequency(model, comparison, &comparison->level[j], err) != 0)
				return -1;
		}
	}
	for (size_t i = 0; i < model->rules; i++) {
		struct kin_splink_rule *rule = &model->rule[i];
		struct kin_err inner = KIN_ERR_NONE;

		if (kin_sql_parse(model->sql, rule->sql, KIN_SQL_PREFIX, &rule->test, &inner) != 0)
			return kin_fail(err, "blocking rule %zu: %s: %.*s", i + 1, inner.text,
			    (int)rule->sql.len, rule->sql.p);
	}
	if (model->comparisons > KIN_SPLINK_COMPARISONS)
		return kin_fail(err, "more than %d comparisons", KIN_SPLINK_COMPARISONS);
	return model->comparisons > 0 ? 0 : kin_fail(err, "a model without comparisons");
}
