/* EM over counts of patterns: the part of the estimate that repeats.  Only estimate.c includes this. */
#ifndef KIN_EM_H
#define KIN_EM_H

#include "kin/link/estimate.h"

/* Of pairs of one person beyond doubt: so many, and half of the doubts are left. */
#define EM_DOUBT_PAIRS	100.0

/* Strangers with the same names: one in so many has an e-mail like the other's. */
#define EM_EMAILS	0.05

/* Counts, and then shares, of each level of each field in each class. */
struct em_table {
	double	of[KIN_CLASSES][KIN_MODEL_FIELDS][KIN_MODEL_LEVELS];
};

/* Everything that moves: doubles and nothing else. */
struct em_point {
	struct em_table	now;
	double		shares[KIN_STRATA][KIN_CLASSES];
	double		namesakes, emails, doubts;	/* model.h */
};

struct em {
	const struct kin_patterns	*patterns;
	const struct kin_model		*model;		/* fields and levels; its numbers are not read */
	int				 given, email;	/* fields, -1 = none */
	struct em_table			 prior;
	double				 start[KIN_STRATA][KIN_CLASSES];	/* shares before any data */
	struct em_point			 at;
	double				 sure[KIN_STRATA];	/* pairs of one person of which nothing is to be doubted */
	double				 fit;		/* log likelihood there, or one step before */
};

/* U's shares of the levels of a field, from counts; ties the other classes to it. */
void	em_take_unrelated(struct em *em, const struct em_table *count, size_t f);
void	em_tie(struct em *em);

/* Steps until nothing moves. */
void	em_run(struct em *em, struct kin_estimate *out);

#endif
