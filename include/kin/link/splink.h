/*
 * splink -- a model of Splink: comparisons in levels, what each level weighs, blocking rules.
 *
 * Shape    the reader of the file fills texts and numbers; settle reads the SQL and
 *          works out gammas, weights and what term frequencies are measured against.
 * Units    weights are log2 of m / u; gamma is -1 for a null level, 0 for the last, up.
 * Errors   settle: -1 with err naming comparison, level and SQL where it is not known.
 * Owns     all texts and arrays are the model's (kept in its arena); free ends them.
 * Room     link; knows base, sql.  Must not know JSON.
 * Source   Splink 5.0.0: comparison.py (defaults of untrained levels), comparison_level.py
 *          (weights, term frequencies), predict.py (prior); read, not copied.
 */
#ifndef KIN_SPLINK_H
#define KIN_SPLINK_H

#include "kin/link/sql.h"

enum { KIN_SPLINK_COMPARISONS = 64 };	/* most that a model may have */

struct kin_splink_level {
	struct kin_str			 sql, label;
	bool				 null;			/* is_null_level */
	bool				 has_m, has_u, has_weight;
	double				 m, u, weight;
	struct kin_str			 tf_name;		/* column, or empty */
	double				 tf_weight, tf_minimum;
	bool				 tf_own_u;		/* disable_tf_exact_match_detection */
	bool				 fix_m, fix_u;
	/* by settle: */
	const struct kin_sql_node	*test;			/* NULL: ELSE */
	int				 gamma;
	int				 tf_operand;		/* -1: none */
	double				 tf_u;			/* log2 of the u that frequencies stand against */
};

struct kin_splink_comparison {
	struct kin_str			 name, description;
	struct kin_splink_level		*level;
	size_t				 levels, cap;
	int				 top;			/* highest gamma */
};

struct kin_splink_rule {
	struct kin_str			 sql;
	struct kin_str			*explode;		/* columns whose lists are taken apart */
	size_t				 explodes, cap;
	const struct kin_sql_node	*test;			/* by settle */
};

struct kin_splink_model {
	struct kin_arena		 arena;
	struct kin_sql			*sql;
	struct kin_str			 link_type, id_column, source_column;
	double				 prior;			/* probability_two_random_records_match */
	double				 prior_weight;		/* by settle: log2 odds */
	struct kin_splink_comparison	*comparison;
	size_t				 comparisons, cap;
	struct kin_splink_rule		*rule;
	size_t				 rules, rule_cap;
};

struct kin_splink_model	*kin_splink_new(void);
void			 kin_splink_free(struct kin_splink_model *model);

/* The next comparison, level or rule, empty; borrowed until the next one. */
struct kin_splink_comparison	*kin_splink_add_comparison(struct kin_splink_model *model);
struct kin_splink_level		*kin_splink_add_level(struct kin_splink_comparison *comparison);
struct kin_splink_rule		*kin_splink_add_rule(struct kin_splink_model *model);
void			 kin_splink_add_explode(struct kin_splink_rule *rule, struct kin_str column);

/* Once, when all is there. */
int			 kin_splink_settle(struct kin_splink_model *model, struct kin_err *err);

/* The level of that gamma. */
const struct kin_splink_level	*kin_splink_level(const struct kin_splink_comparison *comparison,
			    int gamma);

#endif
