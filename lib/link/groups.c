#include "kin/link/groups.h"

#include "kin/base/mem.h"
#include "kin/base/par.h"

enum { RECORDS = 4096 };	/* judged by one thread at a time */

/* Numbers the smallest records 0, 1, 2 …; returns how many there are. */
static uint32_t
number(const uint32_t *smallest, uint32_t records, uint32_t *out)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < records; i++)
		out[i] = smallest[i] == i ? count++ : out[smallest[i]];
	return count;
}

static void
list_members(struct kin_groups *groups)
{
	uint32_t *fill = kin_calloc((size_t)groups->clusters + 1, sizeof(*fill));

	groups->start = kin_calloc((size_t)groups->clusters + 1, sizeof(*groups->start));
	groups->member = kin_alloc(groups->records * sizeof(*groups->member) + 1);
	for (uint32_t i = 0; i < groups->records; i++)
		groups->start[groups->cluster[i] + 1]++;
	for (uint32_t c = 0; c < groups->clusters; c++)
		fill[c + 1] = groups->start[c + 1] += groups->start[c];
	for (uint32_t i = 0; i < groups->records; i++)
		groups->member[fill[groups->cluster[i]]++] = i;
	kin_free(fill);
}

struct judging {
	struct kin_groups	*groups;
	const struct kin_score	*score;
	size_t			 fields;
};

static void
judge_piece(void *ctx, size_t piece, int thread)
{
	const struct judging *judging = ctx;
	struct kin_groups *groups = judging->groups;
	uint32_t to = (uint32_t)(piece + 1) * RECORDS;

	(void)thread;
	for (uint32_t i = (uint32_t)piece * RECORDS; i < to && i < groups->records; i++) {
		uint32_t from = groups->start[groups->cluster[i]];
		uint32_t size = groups->start[groups->cluster[i] + 1] - from;

		groups->probability[i] = size == 1 ? 1.0 : kin_probability(kin_cluster_weight(
		    judging->score, judging->fields, i, groups->member + from, size));
	}
}

struct kin_groups *
kin_groups_new(const uint32_t *cluster, uint32_t records, const struct kin_score *score,
    size_t fields, int threads)
{
	struct kin_groups *groups = kin_calloc(1, sizeof(*groups));
	struct judging judging = { groups, score, fields };

	groups->records = records;
	groups->cluster = kin_alloc(records * sizeof(*groups->cluster) + 1);
	groups->clusters = number(cluster, records, groups->cluster);
	list_members(groups);
	groups->probability = kin_alloc(records * sizeof(*groups->probability) + 1);
	kin_par(threads, records / RECORDS + 1, judge_piece, &judging);
	return groups;
}

void
kin_groups_free(struct kin_groups *groups)
{
	if (groups == NULL)
		return;
	kin_free(groups->cluster);
	kin_free(groups->start);
	kin_free(groups->member);
	kin_free(groups->probability);
	kin_free(groups->household);
	kin_free(groups->household_people);
	kin_free(groups->household_first);
	kin_free(groups);
}

void
kin_groups_find_households(struct kin_groups *groups, const struct kin_score *score, size_t fields,
    const struct kin_edge *homes, size_t count, int threads)
{
	uint32_t records = groups->records;
	uint32_t *smallest = kin_alloc(records * sizeof(*smallest) + 1);
	uint32_t *of_record = kin_alloc(records * sizeof(*of_record) + 1);

	for (uint32_t i = 0; i < records; i++)
		smallest[i] = groups->member[groups->start[groups->cluster[i]]];
	kin_cluster(score, NULL, records, fields, homes, count, 0.0, threads, smallest);
	groups->households = number(smallest, records, of_record);
	groups->household = kin_alloc(groups->clusters * sizeof(*groups->household) + 1);
	groups->household_people = kin_calloc((size_t)groups->households + 1,
	    sizeof(*groups->household_people));
	groups->household_first = kin_alloc(groups->households * sizeof(*groups->household_first) + 1);
	for (uint32_t i = 0; i < records; i++) {
		if (smallest[i] == i)
			groups->household_first[of_record[i]] = i;
	}
	for (uint32_t c = 0; c < groups->clusters; c++) {
		groups->household[c] = of_record[groups->member[groups->start[c]]];
		groups->household_people[groups->household[c]]++;
	}
	kin_free(smallest);
	kin_free(of_record);
}
