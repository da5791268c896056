/*
 * cluster -- from pairs to people, without chains.
 *
 * Shape    starts from single records and joins the two clusters that speak most
 *          for each other, until none do.  Two clusters are judged by all pairs
 *          across them, field by field where the field is present: half the mean
 *          of the logs, half the log of the mean; then prior and fields are added
 *          up as for a pair.  Ties go to the smaller records.  What no edge joins is
 *          clustered apart (components.h), on all threads.
 * Owns     the caller frees what it is given.
 * Room     link.
 * Source   average link, pooled by field: lib/link/README.md.
 */
#ifndef KIN_CLUSTER_H
#define KIN_CLUSTER_H

#include "kin/link/score.h"

struct kin_edge {
	uint32_t	a, b;		/* a < b */
	double		weight;
};

/*
 * cluster: of each record its cluster, named by the smallest record in it: filled
 * on entry (each its own, or what is together already), changed where clusters join.
 */
void	kin_cluster(const struct kin_score *score, const struct kin_compare *compare,
	    uint32_t records, size_t fields, const struct kin_edge *edges, size_t count, double cut,
	    int threads, uint32_t *cluster);

/* The weight of one record for the others of a group, judged as a cluster by itself. */
double	kin_cluster_weight(const struct kin_score *score, size_t fields, uint32_t record,
	    const uint32_t *others, size_t count);

#endif
