#include "kin/link/judge.h"

#include <math.h>

#include "kin/base/map.h"
#include "kin/base/mem.h"

#define MISFIT	4.0	/* more or fewer by so much are wrong, or missed, than the weights say */
#define UNSEEN	0.001	/* of the pairs found: errors of which the model knows nothing */

static double
pairs_among(double n)
{
	return n * (n - 1.0) / 2.0;
}

static double
share(double part, double whole)
{
	return whole > 0.0 ? part / whole : 1.0;
}

static double
f1(double precision, double recall)
{
	return precision + recall > 0.0 ? 2.0 * precision * recall / (precision + recall) : 0.0;
}

static uint32_t
tally(struct kin_map *map, double *counts, const void *key, size_t size)
{
	uint32_t id = kin_map_add(map, kin_str(key, size), NULL);

	counts[id]++;
	return id;
}

void
kin_judge(const uint32_t *truth, const uint32_t *found, size_t records, struct kin_quality *out)
{
	struct kin_map *maps[3] = { kin_map_new(), kin_map_new(), kin_map_new() };
	double *counts[3];
	uint32_t *ids[3];

	*out = (struct kin_quality){ 0 };
	for (int k = 0; k < 3; k++) {
		counts[k] = kin_calloc(records + 1, sizeof(*counts[k]));
		ids[k] = kin_calloc(records + 1, sizeof(*ids[k]));
	}
	for (size_t i = 0; i < records; i++) {
		uint32_t both[2] = { truth[i], found[i] };

		ids[0][i] = tally(maps[0], counts[0], &both[0], sizeof(both[0]));
		ids[1][i] = tally(maps[1], counts[1], &both[1], sizeof(both[1]));
		ids[2][i] = tally(maps[2], counts[2], both, sizeof(both));
	}
	for (size_t i = 0; i < records; i++) {
		double both = counts[2][ids[2][i]];

		out->true_pairs += pairs_among(counts[0][i]);
		out->found_pairs += pairs_among(counts[1][i]);
		out->right_pairs += pairs_among(counts[2][i]);
		out->b3_precision += both / counts[1][ids[1][i]] / (double)records;
		out->b3_recall += both / counts[0][ids[0][i]] / (double)records;
	}
	out->precision = share(out->right_pairs, out->found_pairs);
	out->recall = share(out->right_pairs, out->true_pairs);
	out->f1 = f1(out->precision, out->recall);
	out->b3_f1 = f1(out->b3_precision, out->b3_recall);
	for (int k = 0; k < 3; k++) {
		kin_map_free(maps[k]);
		kin_free(counts[k]);
		kin_free(ids[k]);
	}
}

/* What count may really be: the weights may be off so far, and chance comes to it. */
static double
least(double count)
{
	return fmax(count / MISFIT - 2.0 * sqrt(count) - 1.0, 0.0);
}

static double
most(double count, double of)
{
	return fmin(count * MISFIT + 2.0 * sqrt(count) + 1.0, of);
}

static void
fill(struct kin_quality *out, double found, double wrong, double missed)
{
	out->found_pairs = found;
	out->right_pairs = found - wrong;
	out->true_pairs = out->right_pairs + missed;
	out->precision = share(out->right_pairs, found);
	out->recall = share(out->right_pairs, out->true_pairs);
	out->f1 = f1(out->precision, out->recall);
}

void
kin_judge_range(double found, double wrong, double missed, struct kin_expected *out)
{
	*out = (struct kin_expected){ 0 };
	fill(&out->best, found, wrong, missed);
	fill(&out->low, found, most(wrong + UNSEEN * found, found), most(missed + UNSEEN * found, INFINITY));
	fill(&out->high, found, least(wrong), least(missed));
}

void
kin_judge_expect(const struct kin_groups *groups, const struct kin_edge *edges, size_t count,
    struct kin_expected *out)
{
	double found = 0.0, wrong = 0.0, missed = 0.0;

	for (uint32_t c = 0; c < groups->clusters; c++) {
		for (uint32_t i = groups->start[c]; i < groups->start[c + 1]; i++) {
			for (uint32_t j = groups->start[c]; j < i; j++) {
				found++;
				wrong += 1.0 - fmin(groups->probability[groups->member[i]],
				    groups->probability[groups->member[j]]);
			}
		}
	}
	for (size_t i = 0; i < count; i++) {
		if (groups->cluster[edges[i].a] != groups->cluster[edges[i].b])
			missed += kin_probability(edges[i].weight);
	}
	kin_judge_range(found, wrong, missed, out);
}
