/*
 * assign -- who on the other list: the best pair first, each record once where
 * lists do not repeat people.
 *
 * Shape    edges join a record of one side (list 0) to one of the other.  Where a
 *          side repeats nobody, a record's possible partners there exclude each other: the
 *          probability of each is its share of them all and of "nobody".  Where nearly
 *          everyone is on both sides, "nobody" is a weak rival.
 * Owns     the caller frees with kin_assign_fini.
 * Room     link.
 */
#ifndef KIN_ASSIGN_H
#define KIN_ASSIGN_H

#include "kin/link/judge.h"

#define KIN_ASSIGN_NONE	UINT32_MAX

struct kin_assign {			/* of each record */
	uint32_t	*other, *runner_up;
	double		*weight, *probability, *runner_up_weight;
};

struct kin_assign_rule {
	bool	repeats[2];	/* has that side a person more than once?  [0] list 0, [1] the others */
	double	nobody;		/* share of the records that are believed to have nobody there, 0..1 */
	double	cut;		/* log2 of the least odds of a match against nobody */
};

/* list: of each record. */
void	kin_assign(struct kin_assign *assign, uint32_t records, const uint32_t *list,
	    const struct kin_edge *edges, size_t count, const struct kin_assign_rule *rule);
/*
 * How good the matches are, without labels; same: how many pairs are one person by the
 * estimate, where each record can be in one of them only, else 0.
 */
void	kin_assign_expect(const struct kin_assign *assign, uint32_t records, const uint32_t *list,
	    const struct kin_edge *edges, size_t count, double same, struct kin_expected *out);
void	kin_assign_fini(struct kin_assign *assign);

#endif
