/*
 * groups -- the clusters as people, and people as households.
 *
 * Shape    clusters are numbered in the order of their smallest record, households
 *          likewise; records stand by their places in the sealed columns.
 *          A household is found like a person, from people instead of records
 *          and by what a household shares alone.
 * Owns     everything in it.
 * Room     link.
 */
#ifndef KIN_GROUPS_H
#define KIN_GROUPS_H

#include "kin/link/cluster.h"

struct kin_groups {
	uint32_t	 records, clusters, households;
	uint32_t	*cluster;		/* of each record */
	uint32_t	*start;			/* cluster c has member[start[c] .. start[c + 1]) */
	uint32_t	*member;
	double		*probability;		/* of each record, to belong with its cluster */
	uint32_t	*household;		/* of each cluster */
	uint32_t	*household_people;	/* clusters in each household */
	uint32_t	*household_first;	/* smallest record of each household */
};

/* cluster: of each record the smallest record with it (cluster.h). */
struct kin_groups	*kin_groups_new(const uint32_t *cluster, uint32_t records,
			    const struct kin_score *score, size_t fields, int threads);
void			 kin_groups_free(struct kin_groups *groups);

/* homes: pairs of records that may live together.  score: asked for households. */
void			 kin_groups_find_households(struct kin_groups *groups,
			    const struct kin_score *score, size_t fields,
			    const struct kin_edge *homes, size_t count, int threads);

#endif
