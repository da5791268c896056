/*
 * splink_train -- a model that Splink can use, from what the engine found out.
 *
 * Shape    usual adds the comparison that Splink's library has for a field of that kind,
 *          untrained; then, with all records in a score, each pair that may be one person
 *          is told with its probability, and finish works out every m and u and the prior.
 * Units    m is the share of a level among pairs weighed by their probability, u among all
 *          the others; a level that nobody has keeps half a pair's worth.
 * Limits   u is counted in all pairs up to two million, in as many drawn (always the same
 *          ones) beyond.
 * Room     link.
 * Source   levels and thresholds: Splink 5's comparison library (Name, DateOfBirth, Email,
 *          Postcode, ArrayIntersect, ExactMatch, DamerauLevenshtein, JaroWinkler).
 */
#ifndef KIN_SPLINK_TRAIN_H
#define KIN_SPLINK_TRAIN_H

#include "kin/link/model.h"
#include "kin/link/splink_score.h"

/* list: the column holds lists. */
void	kin_splink_usual(struct kin_splink_model *model, struct kin_str column, enum kin_kind kind,
	    bool list);
/* Rules that let pairs through which agree in one or two of the columns that are there. */
void	kin_splink_usual_rules(struct kin_splink_model *model);

struct kin_splink_train;

struct kin_splink_train	*kin_splink_train_new(struct kin_splink_score *score);
void	kin_splink_train_pair(struct kin_splink_train *train, uint32_t a, uint32_t b, double probability);
/* Sets the numbers of the score's model; the train is freed. */
void	kin_splink_train_finish(struct kin_splink_train *train);

#endif
