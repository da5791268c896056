#include "link_state.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "kin/base/mem.h"
#include "kin/link/candidates.h"
#include "kin/link/judge.h"
#include "kin/link/sample.h"

#define KEEP		(-4.0)	/* least weight of a pair that is kept */
#define NEAR_CUT	0.5	/* no pair is missed above so much under the cut, whatever the time */
enum { ALL_PAIRS = 8192 };	/* records: tables of up to 64 MiB a field */
enum { FEW_ENTRIES = 2048 };	/* with more records: the columns that have tables */

struct kin_link *
kin_link_new(const struct kin_field_spec *fields, size_t count, const struct kin_link_opts *opts)
{
	struct kin_link *link = kin_calloc(1, sizeof(*link));

	assert(count > 0 && count <= KIN_MODEL_FIELDS);
	link->opts = *opts;
	link->columns = kin_columns_new(fields, count);
	link->columns->threads = opts->threads;
	link->fields = count;
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
	kin_sides_fini(&link->sides);
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

uint32_t
kin_link_add_all(struct kin_link *link, size_t count, kin_columns_ask *ask, void *ctx)
{
	uint32_t first = link->columns->records;

	kin_columns_add_all(link->columns, count, ask, ctx);
	return first;
}

void
kin_link_decide(struct kin_link *link, uint32_t a, uint32_t b, bool same)
{
	link->decisions = kin_grow(link->decisions, link->decision_count, &link->decision_cap,
	    sizeof(*link->decisions));
	link->decisions[link->decision_count++] = (struct decision){ a, b, same };
}

/* --- the run ----------------------------------------------------------------- */

/* All pairs that could be. */
static uint64_t
all_pairs(const struct kin_link *link)
{
	uint64_t n = link->columns->records;

	return link->opts.mode == KIN_LINK_BETWEEN ?
	    (uint64_t)link->sides.few_count * link->sides.many_count : n * (n ? n - 1 : 0) / 2;
}

/* Where joining is right more often than wrong. */
static double
cut(const struct kin_link *link)
{
	double t = link->opts.threshold;

	return t > 0.0 ? log2(t / (1.0 - t)) : 0.0;
}

/* More pairs than are all looked at. */
static bool
is_many(const struct kin_link *link)
{
	return all_pairs(link) > (uint64_t)ALL_PAIRS * (ALL_PAIRS - 1) / 2;
}

/* How many entries a table may have: between sides it must be worth making. */
static uint32_t
table_entries(const struct kin_link *link)
{
	uint32_t few = link->sides.few_count;

	if (is_many(link))
		return FEW_ENTRIES;
	return link->opts.mode != KIN_LINK_BETWEEN || few >= ALL_PAIRS / 2 ? ALL_PAIRS : 2 * few;
}

static void
estimate(struct kin_link *link)
{
	struct kin_patterns patterns;
	uint32_t *members = kin_calloc((size_t)link->columns->lists + 1, sizeof(*members));

	for (uint32_t i = 0; i < link->columns->records; i++)
		members[link->columns->list[i]]++;
	if (is_many(link))
		kin_sample_patterns(&patterns, link->columns, link->compare, link->opts.threads);
	else
		kin_patterns_count(&patterns, link->columns, link->compare, link->opts.mode == KIN_LINK_BETWEEN ? &link->sides : NULL,
		    link->opts.threads);
	link->report.patterns = (uint32_t)patterns.count;
	kin_estimate(&link->model, &patterns, members, link->columns->lists, &link->estimate);
	kin_patterns_fini(&patterns);
	kin_free(members);
}

static void
find_candidates(struct kin_link *link)
{
	struct kin_rows *rows = kin_rows_new(link->columns, link->compare, link->opts.threads);
	struct kin_candidates_ask ask = {
		.plan = { link->columns, link->compare, link->person, KEEP, cut(link) - NEAR_CUT },
		.between = link->opts.mode == KIN_LINK_BETWEEN, .threads = link->opts.threads,
		.rows = rows, .progress = link->opts.progress, .progress_ctx = link->opts.progress_ctx
	};
	double least;
	uint64_t looked;

	kin_candidates_find(&ask, &link->pairs.people, &link->report.kept_weight, &link->report.scored);
	ask.plan = (struct kin_plan_ask){ link->columns, link->compare, link->home, 0.0, 0.0 };
	kin_candidates_find(&ask, &link->pairs.homes, &least, &looked);
	link->report.scored += looked;
	kin_rows_free(rows);
}

static void
find_pairs(struct kin_link *link)
{
	const struct kin_pairs_ask ask = {
		.columns = link->columns, .compare = link->compare,
		.person = link->person, .home = link->home,
		.sides = link->opts.mode == KIN_LINK_BETWEEN ? &link->sides : NULL, .keep = KEEP, .threads = link->opts.threads,
		.progress = link->opts.progress, .progress_ctx = link->opts.progress_ctx
	};

	if (is_many(link)) {
		find_candidates(link);
		return;
	}
	kin_pairs_find(&link->pairs, &ask);
	link->report.scored = all_pairs(link);
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

/* What people have decided: these together from the start, those never. */
static void
obey(struct kin_link *link, uint32_t *smallest)
{
	for (uint32_t i = 0; i < link->columns->records; i++)
		smallest[i] = i;
	for (size_t d = 0; d < link->decision_count; d++) {
		uint32_t a = link->columns->place[link->decisions[d].a];
		uint32_t b = link->columns->place[link->decisions[d].b], low, high;

		if (!link->decisions[d].same) {
			kin_compare_forbid(link->compare, a, b);
			continue;
		}
		low = smallest[a] < smallest[b] ? smallest[a] : smallest[b];
		high = smallest[a] < smallest[b] ? smallest[b] : smallest[a];
		for (uint32_t i = 0; low != high && i < link->columns->records; i++)
			smallest[i] = smallest[i] == high ? low : smallest[i];
	}
	if (link->opts.one_to_one == KIN_LINK_ONE_ON)
		kin_compare_forbid_lists(link->compare);
}

static void
find_people(struct kin_link *link)
{
	uint32_t n = link->columns->records;
	uint32_t *smallest = kin_alloc(n * sizeof(*smallest) + 1);

	obey(link, smallest);
	if (link->opts.mode == KIN_LINK_DEDUPE)
		kin_cluster(link->person, link->compare, n, link->fields, link->pairs.people.list,
		    link->pairs.people.count, cut(link), link->opts.threads, smallest);
	link->groups = kin_groups_new(smallest, n, link->person, link->fields,
	    link->opts.threads);
	kin_groups_find_households(link->groups, link->home, link->fields, link->pairs.homes.list,
	    link->pairs.homes.count, link->opts.threads);
	link->members = kin_alloc(n * sizeof(*link->members) + 1);
	for (uint32_t i = 0; i < n; i++)
		link->members[i] = link->columns->added[link->groups->member[i]];
	kin_free(smallest);
}

static void
fill_report(struct kin_link *link)
{
	struct kin_link_report *report = &link->report;
	struct kin_expected expected;
	uint32_t n = link->columns->records;

	if (link->opts.mode == KIN_LINK_BETWEEN)
		kin_assign_expect(&link->assign, link->columns->records, link->columns->list,
		    link->pairs.people.list, link->pairs.people.count,
		    report->one_to_one ? kin_link_same_pairs(link) : 0.0, &expected);
	else
		kin_judge_expect(link->groups, link->pairs.people.list, link->pairs.people.count,
		    kin_link_same_pairs(link), link->report.one_to_one, &expected);
	report->pairs = all_pairs(link);
	report->iterations = link->estimate.iterations;
	report->converged = link->estimate.converged;
	report->change = link->estimate.change;
	report->small = n < 200 && link->opts.splink == NULL && link->opts.model == NULL;
	report->cut = cut(link);
	report->precision = expected.best.precision;
	report->precision_low = expected.low.precision;
	report->precision_high = expected.high.precision;
	report->recall = expected.best.recall;
	report->recall_low = expected.low.recall;
	report->recall_high = expected.high.recall;
	report->f1 = expected.best.f1;
	report->f1_low = expected.low.f1;
	report->f1_high = expected.high.f1;
}

/* The model that was given, field by field; those that these records have not are left out. */
static int
use_model(struct kin_link *link, struct kin_err *err)
{
	const struct kin_model *given = link->opts.model;
	struct kin_shares *shares = &link->estimate.shares;

	for (size_t f = 0; f < link->model.fields; f++) {
		struct kin_model_field *field = &link->model.field[f];
		size_t i = 0;

		while (i < given->fields && strcmp(given->field[i].name, field->name) != 0)
			i++;
		if (i == given->fields)
			return kin_fail(err, "the model has no field \"%s\"", field->name);
		if (given->field[i].kind != field->kind)
			return kin_fail(err, "field \"%s\": the model has it of another kind", field->name);
		*field = given->field[i];
	}
	link->model.same = given->same;
	link->model.household = given->household;
	link->model.neighbour = given->neighbour;
	link->model.namesakes = given->namesakes;
	link->model.email_namesakes = given->email_namesakes;
	link->model.doubts = given->doubts;
	shares->strata = kin_strata(link->columns->lists);
	for (int s = 0; s < shares->strata; s++) {
		shares->caution[s] = kin_estimate_caution(given->doubts);
		shares->of[s][KIN_CLASS_SAME] = given->same;
		shares->of[s][KIN_CLASS_HOUSEHOLD] = given->household;
		shares->of[s][KIN_CLASS_NEIGHBOUR] = given->neighbour;
		shares->of[s][KIN_CLASS_UNRELATED] =
		    1.0 - given->same - given->household - given->neighbour;
	}
	link->estimate.converged = true;
	return 0;
}

static int
score_all(struct kin_link *link, struct kin_err *err)
{
	if (link->opts.model == NULL)
		estimate(link);
	else if (use_model(link, err) != 0)
		return -1;
	kin_link_expect_partners(link);
	link->person = kin_score_new(link->columns, link->compare, &link->model,
	    &link->estimate.shares, KIN_ASK_PERSON);
	link->home = kin_score_new(link->columns, link->compare, &link->model,
	    &link->estimate.shares, KIN_ASK_HOUSEHOLD);
	find_pairs(link);
	return 0;
}

int
kin_link_run(struct kin_link *link, struct kin_err *err)
{
	bool repeat[2];

	kin_columns_seal(link->columns);
	if (link->opts.mode == KIN_LINK_BETWEEN)
		kin_sides_init(&link->sides, link->columns);
	link->compare = kin_compare_new(link->columns, table_entries(link), link->opts.threads);
	link->report.kept_weight = KEEP;
	if (link->opts.splink != NULL)
		kin_link_use_splink(link, KEEP);
	else if (score_all(link, err) != 0)
		return -1;
	index_edges(link);
	find_people(link);
	repeat[0] = kin_link_repeats(link, false);
	repeat[1] = kin_link_repeats(link, true);
	link->report.one_to_one = link->columns->lists > 1 && !repeat[0] && !repeat[1];
	if (link->opts.mode == KIN_LINK_BETWEEN)
		kin_link_assign(link, repeat, cut(link));
	fill_report(link);
	if (link->opts.splink != NULL)
		kin_link_count_lost(link);
	return 0;
}
