/*
 * splink_score -- the match weight of two records by a model of Splink.
 *
 * Shape    new with a settled model, add every record, seal, then ask.  Of two records
 *          the one added first is the left one, as Splink's smaller id is.
 * Speed    each two different combinations of a comparison's values are compared once
 *          where their table has room.
 * Units    weights are log2 odds of "one person", the prior included.
 * Owns     values are copied; the model is borrowed.  Asking is not thread safe.
 * Room     link.
 * Source   Splink 5.0.0, predict.py and term_frequencies.py: frequency of a value is
 *          its count over the count of records that have any, in all records added.
 */
#ifndef KIN_SPLINK_SCORE_H
#define KIN_SPLINK_SCORE_H

#include "kin/link/splink.h"

struct kin_splink_score;

struct kin_splink_score	*kin_splink_score_new(struct kin_splink_model *model);
void			 kin_splink_score_free(struct kin_splink_score *score);

/* columns: a value for each column of the model's sql. */
uint32_t		 kin_splink_score_add(struct kin_splink_score *score,
			    const struct kin_sql_value *columns);
void			 kin_splink_score_seal(struct kin_splink_score *score);
uint32_t		 kin_splink_score_count(const struct kin_splink_score *score);
struct kin_splink_model	*kin_splink_score_model(const struct kin_splink_score *score);

/* One comparison of one pair. */
struct kin_splink_part {
	int	gamma;
	double	weight;		/* of the level */
	double	frequency;	/* added because the value is rare, or taken away */
};

/* a, b in any order.  parts: one for each comparison, or NULL. */
double			 kin_splink_score_pair(struct kin_splink_score *score, uint32_t a, uint32_t b,
			    struct kin_splink_part *parts);

struct kin_splink_ask {
	double			 keep;		/* least weight of a pair that is wanted */
	bool			 blocking;	/* only pairs that a rule of the model lets through */
	const uint32_t		*list;		/* of each record: only pairs of list 0 with others; NULL: any */
	void			(*each)(void *ctx, uint32_t a, uint32_t b, double weight);
	void			*ctx;
	void			(*progress)(void *ctx, const char *phase, double done);	/* or NULL */
	void			*progress_ctx;
};

/*
 * Every pair of at least keep, each once, a < b.  Without blocking no pair is lost: one is
 * given up only when what is left to compare cannot bring it there.  Returns how many
 * pairs were looked at.
 */
uint64_t		 kin_splink_find(struct kin_splink_score *score, const struct kin_splink_ask *ask);

/* The number of the rule (from 0) that first lets the pair through, or -1. */
int			 kin_splink_rule_of(struct kin_splink_score *score, uint32_t a, uint32_t b);

#endif
