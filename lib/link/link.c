#include "kin/link/link.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "kin/base/mem.h"
#include "kin/link/assign.h"
#include "kin/link/judge.h"
#include "kin/link/pairs.h"

#define KEEP		(-4.0)	/* least weight of a pair that is kept */
#define REPEATS		0.005	/* of a list's records: fewer pairs within it, and it repeats nobody */

struct decision {
	uint32_t	a, b;
	bool		same;
};

struct kin_link {
	struct kin_link_opts	 opts;
	struct kin_columns	*columns;
	struct kin_compare	*compare;
	struct kin_score	*person, *home;
	struct kin_model	 model;
	struct kin_estimate	 estimate;
	struct kin_pairs	 pairs;
	uint32_t		*edges_of, *edge_of;	/* of record r: edge_of[edges_of[r] .. edges_of[r + 1]) */
	struct decision		*decisions;
	size_t			 decision_count, decision_cap;
	struct kin_groups	*groups;
	uint32_t		*members;	/* groups->member by number as added */
	struct kin_assign	 assign;
	struct kin_link_report	 report;
};

struct kin_link *
kin_link_new(const struct kin_field_spec *fields, size_t count, const struct kin_link_opts *opts)
{
	struct kin_link *link = kin_calloc(1, sizeof(*link));

	assert(count > 0 && count <= KIN_MODEL_FIELDS);
	link->opts = *opts;
	link->columns = kin_columns_new(fields, count);
	kin_model_init(&link->model, fields, count);
	return link;
}

void
kin_link_free(struct kin_link *link)
{
	if (link == NULL)
		return;
	kin_assign_fini(&link->assign);
	kin_groups_free(link->groups);
	kin_score_free(link->person);
	kin_score_free(link->home);
	kin_compare_free(link->compare);
	kin_columns_free(link->columns);
	kin_free(link->members);
	kin_pairs_fini(&link->pairs);
	kin_free(link->edges_of);
	kin_free(link->edge_of);
	kin_free(link->decisions);
	kin_free(link);
}

uint32_t
kin_link_add(struct kin_link *link, uint64_t key, uint32_t list,
    const struct kin_link_value *values, size_t count)
{
	return kin_columns_add(link->columns, key, list, values, count);
}

void
kin_link_decide(struct kin_link *link, uint32_t a, uint32_t b, bool same)
{
	link->decisions = kin_grow(link->decisions, link->decision_count, &link->decision_cap,
	    sizeof(*link->decisions));
	link->decisions[link->decision_count++] = (struct decision){ a, b, same };
}

/* --- the run ----------------------------------------------------------------- */

static void
estimate(struct kin_link *link)
{
	struct kin_patterns patterns;
	uint32_t *members = kin_calloc((size_t)link->columns->lists + 1, sizeof(*members));

	for (uint32_t i = 0; i < link->columns->records; i++)
		members[link->columns->list[i]]++;
	kin_patterns_count(&patterns, link->columns, link->compare);
	link->report.patterns = (uint32_t)patterns.count;
	kin_estimate(&link->model, &patterns, members, link->columns->lists, &link->estimate);
	kin_patterns_fini(&patterns);
	kin_free(members);
}

static void
find_pairs(struct kin_link *link)
{
	const struct kin_pairs_ask ask = {
		.columns = link->columns, .compare = link->compare,
		.person = link->person, .home = link->home,
		.between = link->opts.mode == KIN_LINK_BETWEEN, .keep = KEEP,
		.progress = link->opts.progress, .progress_ctx = link->opts.progress_ctx
	};

	kin_pairs_find(&link->pairs, &ask);
}

static void
index_edges(struct kin_link *link)
{
	size_t n = link->columns->records;
	uint32_t *fill = kin_calloc(n + 2, sizeof(*fill));

	for (size_t e = 0; e < link->pairs.people.count; e++) {
		fill[link->pairs.people.list[e].a + 1]++;
		fill[link->pairs.people.list[e].b + 1]++;
	}
	for (size_t i = 0; i < n; i++)
		fill[i + 1] += fill[i];
	link->edges_of = kin_alloc((n + 1) * sizeof(*link->edges_of));
	memcpy(link->edges_of, fill, (n + 1) * sizeof(*fill));
	link->edge_of = kin_alloc(2 * link->pairs.people.count * sizeof(*link->edge_of) + 1);
	for (size_t e = 0; e < link->pairs.people.count; e++) {
		link->edge_of[fill[link->pairs.people.list[e].a]++] = (uint32_t)e;
		link->edge_of[fill[link->pairs.people.list[e].b]++] = (uint32_t)e;
	}
	kin_free(fill);
}

/* Does a list (or any but list 0) hold a person more than once, by the estimate? */
static bool
repeats(const struct kin_link *link, bool others)
{
	const struct kin_columns *columns = link->columns;
	double pairs = 0.0, records = 0.0;

	if (link->opts.one_to_one != KIN_LINK_ONE_AUTO)
		return link->opts.one_to_one == KIN_LINK_ONE_OFF;
	for (uint32_t l = others; l < (others ? columns->lists : 1); l++) {
		double n = 0.0;

		for (uint32_t i = 0; i < columns->records; i++)
			n += columns->list[i] == l;
		records += n;
		pairs += n * (n - 1.0) / 2.0 *
		    link->estimate.shares.of[kin_stratum(columns->lists, l, l)][KIN_CLASS_SAME];
	}
	return pairs > REPEATS * records;
}

static double
cut(const struct kin_link *link)
{
	double t = link->opts.threshold;

	return t > 0.0 ? log2(t / (1.0 - t)) : 0.0;
}

static void
find_people(struct kin_link *link)
{
	uint32_t n = link->columns->records;
	uint32_t *smallest = kin_alloc(n * sizeof(*smallest) + 1);

	for (uint32_t i = 0; i < n; i++)
		smallest[i] = i;
	if (link->opts.mode == KIN_LINK_DEDUPE)
		kin_cluster(link->person, link->compare, n, link->columns->fields, link->pairs.people.list,
		    link->pairs.people.count, cut(link), smallest);
	link->groups = kin_groups_new(smallest, n, link->person, link->columns->fields);
	kin_groups_find_households(link->groups, link->home, link->columns->fields, link->pairs.homes.list,
	    link->pairs.homes.count);
	link->members = kin_alloc(n * sizeof(*link->members) + 1);
	for (uint32_t i = 0; i < n; i++)
		link->members[i] = link->columns->added[link->groups->member[i]];
	kin_free(smallest);
}

static void
fill_report(struct kin_link *link)
{
	struct kin_link_report *report = &link->report;
	struct kin_quality quality;
	uint64_t n = link->columns->records;

	kin_judge_expect(link->groups, link->pairs.people.list, link->pairs.people.count, &quality);
	report->pairs = n * (n ? n - 1 : 0) / 2;
	report->scored = report->pairs;
	report->kept_weight = KEEP;
	report->iterations = link->estimate.iterations;
	report->converged = link->estimate.converged;
	report->change = link->estimate.change;
	report->small = n < 200;
	report->cut = cut(link);
	report->precision = report->precision_low = report->precision_high = quality.precision;
	report->recall = report->recall_low = report->recall_high = quality.recall;
	report->f1 = report->f1_low = report->f1_high = quality.f1;
}

int
kin_link_run(struct kin_link *link, struct kin_err *err)
{
	bool repeat[2];

	(void)err;
	kin_columns_seal(link->columns);
	link->compare = kin_compare_new(link->columns);
	estimate(link);
	link->person = kin_score_new(link->columns, link->compare, &link->model,
	    &link->estimate.shares, KIN_ASK_PERSON);
	link->home = kin_score_new(link->columns, link->compare, &link->model,
	    &link->estimate.shares, KIN_ASK_HOUSEHOLD);
	find_pairs(link);
	index_edges(link);
	find_people(link);
	repeat[0] = repeats(link, false);
	repeat[1] = repeats(link, true);
	link->report.one_to_one = link->columns->lists > 1 && !repeat[0] && !repeat[1];
	if (link->opts.mode == KIN_LINK_BETWEEN)
		kin_assign(&link->assign, link->columns->records, link->columns->list, link->pairs.people.list,
		    link->pairs.people.count, repeat, cut(link));
	fill_report(link);
	return 0;
}

/* --- reading ------------------------------------------------------------------ */

uint32_t
kin_link_count(const struct kin_link *link)
{
	return link->columns->records;
}

uint32_t
kin_link_clusters(const struct kin_link *link)
{
	return link->groups->clusters;
}

void
kin_link_person(const struct kin_link *link, uint32_t record, struct kin_link_person *out)
{
	const struct kin_groups *groups = link->groups;
	uint32_t place = link->columns->place[record], cluster = groups->cluster[place];

	out->cluster = cluster;
	out->size = groups->start[cluster + 1] - groups->start[cluster];
	out->name = link->columns->key[groups->member[groups->start[cluster]]];
	out->probability = groups->probability[place];
	out->household = groups->household[cluster];
	out->household_people = groups->household_people[out->household];
	out->household_name = link->columns->key[groups->household_first[out->household]];
}

const uint32_t *
kin_link_members(const struct kin_link *link, uint32_t cluster, uint32_t *count)
{
	*count = link->groups->start[cluster + 1] - link->groups->start[cluster];
	return link->members + link->groups->start[cluster];
}

static uint32_t
as_added(const struct kin_link *link, uint32_t place)
{
	return place == KIN_LINK_NONE ? KIN_LINK_NONE : link->columns->added[place];
}

void
kin_link_best(const struct kin_link *link, uint32_t record, struct kin_link_match *out)
{
	uint32_t place = link->columns->place[record];
	const struct kin_assign *assign = &link->assign;

	out->other = as_added(link, assign->other[place]);
	out->weight = assign->weight[place];
	out->probability = assign->probability[place];
	out->runner_up = as_added(link, assign->runner_up[place]);
	out->runner_up_weight = assign->runner_up_weight[place];
}

static void
fill_pair(const struct kin_link *link, uint32_t a, uint32_t b, double weight,
    struct kin_link_pair *out)
{
	struct kin_evidence evidence;

	*out = (struct kin_link_pair){ as_added(link, a), as_added(link, b), .weight = weight };
	out->probability = kin_probability(weight);
	kin_score_pair(link->home, a, b, &evidence);
	out->household = kin_probability(kin_score_weight(link->home, &evidence)) *
	    (1.0 - out->probability);
	out->together = link->opts.mode == KIN_LINK_BETWEEN ? link->assign.other[a] == b :
	    link->groups->cluster[a] == link->groups->cluster[b];
}

void
kin_link_pairs(struct kin_link *link, double min_weight,
    void (*each)(void *ctx, const struct kin_link_pair *pair), void *ctx)
{
	for (uint32_t a = 0; a < link->columns->records; a++) {
		for (uint32_t i = link->edges_of[a]; i < link->edges_of[a + 1]; i++) {
			const struct kin_edge *edge = &link->pairs.people.list[link->edge_of[i]];
			struct kin_link_pair pair;

			if (edge->a != a || edge->weight < min_weight)
				continue;
			fill_pair(link, edge->a, edge->b, edge->weight, &pair);
			each(ctx, &pair);
		}
	}
}

static void
explain_field(const struct kin_link *link, const struct kin_evidence *evidence, int class,
    size_t f, uint32_t a, uint32_t b, struct kin_link_part *part)
{
	const struct kin_column *column = &link->columns->column[f];
	uint32_t va, vb;

	*part = (struct kin_link_part){ kin_pattern_level(evidence->pattern, f), .label = "" };
	if (column->code[a] != 0 && column->code[b] != 0) {
		kin_column_best(column, column->code[a], column->code[b], &va, &vb);
		part->a = column->values[va].text;
		part->b = column->values[vb].text;
	}
	if (part->level == KIN_LEVEL_NONE)
		return;
	part->label = link->model.field[f].level[part->level].label;
	part->weight = kin_score_level(link->person, class, f, part->level);
	part->frequency = evidence->of[class][f] - part->weight;
}

void
kin_link_explain(struct kin_link *link, uint32_t a, uint32_t b, struct kin_link_pair *pair,
    struct kin_link_part *parts)
{
	struct kin_evidence evidence;
	int class;

	a = link->columns->place[a];
	b = link->columns->place[b];
	kin_score_pair(link->person, a, b, &evidence);
	fill_pair(link, a, b, kin_score_weight(link->person, &evidence), pair);
	class = kin_score_rival(link->person, &evidence);
	for (size_t f = 0; f < link->columns->fields; f++)
		explain_field(link, &evidence, class, f, a, b, &parts[f]);
}

void
kin_link_why(struct kin_link *link, uint32_t record, struct kin_link_why *out)
{
	uint32_t place = link->columns->place[record];
	int veto;

	*out = (struct kin_link_why){ KIN_LINK_NONE, KIN_LINK_NONE, -INFINITY, -INFINITY, NULL };
	for (uint32_t i = link->edges_of[place]; i < link->edges_of[place + 1]; i++) {
		const struct kin_edge *edge = &link->pairs.people.list[link->edge_of[i]];
		uint32_t other = edge->a == place ? edge->b : edge->a;

		if (link->groups->cluster[other] == link->groups->cluster[place]) {
			if (edge->weight <= out->weight)
				continue;
			out->nearest = as_added(link, other);
			out->weight = edge->weight;
		} else if (edge->weight > out->runner_up_weight) {
			out->runner_up = as_added(link, other);
			out->runner_up_weight = edge->weight;
			veto = kin_compare_veto(link->compare, place, other);
			out->veto = veto < 0 ? NULL : link->model.field[veto].name;
		}
	}
}

const struct kin_model *
kin_link_model(const struct kin_link *link)
{
	return &link->model;
}

void
kin_link_report(const struct kin_link *link, struct kin_link_report *out)
{
	*out = link->report;
}
