/*
 * score -- how much each field of a pair speaks for one person.
 *
 * Shape    evidence: for each field log2 of its share under "yes" to that under
 *          each other class, with the rarity of an equal value in it; weight: all
 *          fields and the prior together, log2 P(yes) / P(no).
 * Owns     its tables; columns, compare and model are borrowed.
 * Room     link.
 * Source   term frequencies: lib/link/README.md.
 */
#ifndef KIN_SCORE_H
#define KIN_SCORE_H

#include "kin/link/estimate.h"

struct kin_evidence {
	kin_pattern	pattern;
	int		stratum;
	/* log2 of yes against each other class; 0 where there is nothing to compare */
	double		of[KIN_CLASS_SAME][KIN_MODEL_FIELDS];
};

/* What is asked of a pair. */
enum kin_question {
	KIN_ASK_PERSON,		/* one person, or not? */
	KIN_ASK_HOUSEHOLD	/* one household (it may be one person), or not?  Own fields say nothing */
};

struct kin_score;

struct kin_score	*kin_score_new(const struct kin_columns *columns,
			    const struct kin_compare *compare, const struct kin_model *model,
			    const struct kin_shares *shares, enum kin_question question);

/* Weights from another model, through a door: two classes, fields of its own. */
struct kin_score_door {
	void		*ctx;
	size_t		 fields;	/* at most KIN_MODEL_FIELDS */
	double		 prior;		/* log2 odds of yes */
	/* Fills pattern (anything but 0 where there is something to compare) and of[UNRELATED]. */
	void		(*pair)(void *ctx, uint32_t a, uint32_t b, struct kin_evidence *out);
};

struct kin_score	*kin_score_new_door(const struct kin_score_door *door);
void			 kin_score_free(struct kin_score *score);

void			 kin_score_pair(const struct kin_score *score, uint32_t a, uint32_t b,
			    struct kin_evidence *out);

/* log2 odds of yes against each other class, before any evidence. */
const double		*kin_score_prior(const struct kin_score *score, int stratum);

/* The odds in one: log2 of yes / (U + N + H). */
double			 kin_score_join(const double *odds);

/* No pair of this pattern can weigh more. */
double			 kin_score_bound(const struct kin_score *score, kin_pattern pattern, int stratum);

double			 kin_score_weight(const struct kin_score *score, const struct kin_evidence *evidence);
/* The class that comes nearest to yes, and what one level says against it, rarity left out. */
int			 kin_score_rival(const struct kin_score *score, const struct kin_evidence *evidence);
double			 kin_score_level(const struct kin_score *score, int class, size_t field, int level);

/* What an equal value says that so many records hold, against each class. */
void			 kin_score_same(const struct kin_score *score, size_t field, uint32_t holders,
			    double *of);

int			 kin_score_levels(const struct kin_score *score, size_t field);

double			 kin_probability(double weight);

#endif
