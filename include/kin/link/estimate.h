/*
 * estimate -- the model's numbers from the pairs themselves, without a label.
 *
 * Shape    a mixture of classes of pair, fields independent within a class, what
 *          cannot be compared skipped: U unrelated people, H two people of one
 *          household, M one person.  H is U in the fields that are a person's own
 *          and free in those that a household shares: that tie is what keeps H
 *          from eating M.  EM over counts of patterns, until nothing moves.
 * Priors   each share starts from what is believed before any data (level.h) and
 *          keeps a few pseudo-pairs of it, so that two records are enough to run.
 * Room     link.
 * Source   Fellegi and Sunter 1969; Winkler 1988 (EM); Dempster, Laird, Rubin 1977.
 */
#ifndef KIN_ESTIMATE_H
#define KIN_ESTIMATE_H

#include "kin/link/patterns.h"

struct kin_shares {			/* of the classes, in each stratum */
	int	strata;
	double	of[KIN_STRATA][KIN_CLASSES];
	double	caution[KIN_STRATA];	/* log2 of odds by which a pair of one person must be surer */
};

struct kin_estimate {
	int		  iterations;
	bool		  converged;
	double		  change;	/* largest, in the last iteration */
	double		  fit;		/* log likelihood */
	struct kin_shares shares;
};

/*
 * model: from kin_model_init; filled.  members: how many records each list has.
 */
void	kin_estimate(struct kin_model *model, const struct kin_patterns *patterns,
	    const uint32_t *members, uint32_t lists, struct kin_estimate *out);

/* The caution where so much is left of the doubts (model.h). */
double	kin_estimate_caution(double doubts);

#endif
