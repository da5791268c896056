#include "kin/link/judge.h"

#include <math.h>

#include "kin/base/map.h"
#include "kin/base/mem.h"

/* So many times more, or fewer, are wrong or missed than the weights say: as seen on lists whose truth is known. */
#define WRONG_MORE	3.0
#define WRONG_LESS	8.0
#define MISSED_OFF	2.0
#define FEW_MISSED	2.0
/* Of the pairs found, errors of which the model knows nothing. */
#define UNSEEN		0.001
#define UNSEEN_MISSED	0.003

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

/* What a count may really be: the weights may be off so far, and chance comes to it. */
static double
least(double count, double off)
{
	return fmax(count / off - 2.0 * sqrt(count) - 1.0, 0.0);
}

static double
most(double count, double off, double of)
{
	return fmin(count * off + 2.0 * sqrt(count) + 1.0, of);
}

static void
fill(struct kin_quality *out, double found, double wrong, double missed)
{
	out->found_pairs = found;
	out->right_pairs = found - wrong;
	out->true_pairs = out->right_pairs + missed;
	out->precision = share(out->right_pairs, found);
	/* Nothing found, and hardly a pair expected: nothing is missed. */
	out->recall = found == 0.0 && out->true_pairs < FEW_MISSED ? 1.0 : share(out->right_pairs, out->true_pairs);
	out->f1 = f1(out->precision, out->recall);
}

/* The least F1: wrong and missed are not both at their ends. */
static double
least_f1(const struct kin_quality *best, double wrong, double missed)
{
	struct kin_quality by_wrong = { 0 }, by_missed = { 0 };

	fill(&by_wrong, best->found_pairs, wrong, best->true_pairs - best->right_pairs);
	fill(&by_missed, best->found_pairs, best->found_pairs - best->right_pairs, missed);
	return fmax(best->f1 - hypot(by_wrong.f1 - best->f1, by_missed.f1 - best->f1), 0.0);
}

void
kin_judge_range(double found, double wrong, const double missed[2], struct kin_expected *out)
{
	double few = fmin(missed[0], missed[1]), many = fmax(missed[0], missed[1]);
	double wrong_most = most(wrong + UNSEEN * found, WRONG_MORE, found);
	double missed_most = most(many + UNSEEN_MISSED * found, MISSED_OFF, INFINITY);

	*out = (struct kin_expected){ 0 };
	fill(&out->best, found, wrong, (few + many) / 2.0);
	fill(&out->low, found, wrong_most, missed_most);
	fill(&out->high, found, least(wrong, WRONG_LESS), least(few, MISSED_OFF));
	out->low.f1 = least_f1(&out->best, wrong_most, missed_most);
}

static bool
is_alone(const struct kin_groups *groups, uint32_t record)
{
	uint32_t c = groups->cluster[record];

	return groups->start[c + 1] - groups->start[c] == 1;
}

void
kin_judge_expect(const struct kin_groups *groups, const struct kin_edge *edges, size_t count,
    double same, bool once, struct kin_expected *out)
{
	double found = 0.0, wrong = 0.0, missed[2] = { 0.0, 0.0 };

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
		uint32_t a = edges[i].a, b = edges[i].b;

		if (groups->cluster[a] != groups->cluster[b] &&
		    (!once || (is_alone(groups, a) && is_alone(groups, b))))
			missed[0] += kin_probability(edges[i].weight);
	}
	missed[1] = fmax(same - (found - wrong), 0.0);
	kin_judge_range(found, wrong, missed, out);
}
