/* EM over counts of patterns: the part of the estimate that repeats.  Only estimate.c and em*.c include this. */
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

/* Sums of the E step. */
struct em_sums {
	struct em_table	count;
	double		pairs[KIN_STRATA][KIN_CLASSES];
	double		family, namesakes;	/* unrelated pairs of one family name, and those namesakes by it */
	double		names, emails;		/* … of the same names, and those whose e-mails are alike by them */
};

/* What the fields of one pattern say together: own.h. */
struct em_own {
	double	doubt;
	int	namesake, email;	/* levels, or NONE */
	bool	alike;
};

struct em {
	const struct kin_patterns	*patterns;
	const struct kin_model		*model;		/* fields and levels; its numbers are not read */
	int				 given, email;	/* fields, -1 = none */
	struct em_own			*own;		/* of each pattern; the caller frees it */
	struct em_table			 prior;
	double				 start[KIN_STRATA][KIN_CLASSES];	/* shares before any data */
	struct em_point			 at;
	double				 sure[KIN_STRATA];	/* pairs of one person of which nothing is to be doubted */
	double				 fit;		/* log likelihood there, or one step before */
};

/* U's shares of the levels of a field, from counts; ties the other classes to it. */
void	em_take_unrelated(struct em *em, const struct em_table *count, size_t f);
void	em_tie(struct em *em);

/* Before the first step: fills own. */
void	em_look(struct em *em);

/* E step: how many pairs of each class, in all and at each level. */
void	em_expect(struct em *em, struct em_sums *sums);

/* Steps until nothing moves. */
void	em_run(struct em *em, struct kin_estimate *out);

#endif
