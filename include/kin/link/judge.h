/*
 * judge -- how good is it: against labels, and without.
 *
 * Units    shares 0..1.  An empty denominator counts as 1: nothing found, nothing
 *          wrong.
 * Room     link.
 * Source   B-cubed: Bagga and Baldwin 1998.  Without labels: sums of the pairs'
 *          own probabilities (fastLink's expected false discovery and negative rates),
 *          and what the estimate says there is in all, in an interval that allows for
 *          chance, for the two not being the same and for weights that are off: fields
 *          that are not independent make every model too sure of itself.
 */
#ifndef KIN_JUDGE_H
#define KIN_JUDGE_H

#include "kin/link/groups.h"

struct kin_quality {
	double	true_pairs, found_pairs, right_pairs;
	double	precision, recall, f1;
	double	b3_precision, b3_recall, b3_f1;
};

/* truth, found: the cluster of each record, any numbers. */
void	kin_judge(const uint32_t *truth, const uint32_t *found, size_t records,
	    struct kin_quality *out);

/* Without labels: what is expected, and between what it lies. */
struct kin_expected {
	struct kin_quality	best, low, high;	/* B-cubed is left 0 */
};

/* Of pairs found, so many are expected to be wrong; so many more to be missed, counted in two ways. */
void	kin_judge_range(double found, double wrong, const double missed[2], struct kin_expected *out);

/*
 * From the weights of people and edges, and from how many pairs are one person by the
 * estimate.  once: nobody is on a list twice, so that who is found has no other partner.
 */
void	kin_judge_expect(const struct kin_groups *groups, const struct kin_edge *edges, size_t count,
	    double same, bool once, struct kin_expected *out);

#endif
