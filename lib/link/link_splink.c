/* The engine with weights of another model: Splink's, through the door of score. */
#include <math.h>
#include <stdlib.h>

#include "kin/base/mem.h"
#include "kin/link/splink_score.h"
#include "link_state.h"
#include "splink_state.h"

static const struct kin_splink_model *
model_of(const struct kin_link *link)
{
	return link->opts.splink->model;
}

/* --- the door --------------------------------------------------------------------- */

/* Comparisons beyond the last field are judged as one. */
static size_t
field_of(size_t comparison)
{
	return comparison < KIN_MODEL_FIELDS ? comparison : KIN_MODEL_FIELDS - 1;
}

static void
score_pair(void *ctx, uint32_t a, uint32_t b, struct kin_evidence *out)
{
	const struct kin_link *link = ctx;
	struct kin_splink_part parts[KIN_LINK_PARTS];

	kin_splink_score_pair(link->opts.splink, link->columns->added[a], link->columns->added[b],
	    parts);
	for (size_t c = 0; c < model_of(link)->comparisons; c++) {
		size_t f = field_of(c);

		if (parts[c].gamma < 0)
			continue;
		out->pattern |= (kin_pattern)1 << (4 * f);
		out->of[KIN_CLASS_UNRELATED][f] += parts[c].weight + parts[c].frequency;
	}
}

static void
keep_pair(void *ctx, uint32_t a, uint32_t b, double weight)
{
	struct kin_link *link = ctx;
	struct kin_edges *edges = &link->pairs.people;
	uint32_t x = link->columns->place[a], y = link->columns->place[b];

	edges->list = kin_grow(edges->list, edges->count, &edges->cap, sizeof(*edges->list));
	edges->list[edges->count++] = (struct kin_edge){ x < y ? x : y, x < y ? y : x, weight };
}

/* By the larger record, then the smaller. */
static int
by_place(const void *left, const void *right)
{
	const struct kin_edge *x = left, *y = right;

	if (x->b != y->b)
		return x->b < y->b ? -1 : 1;
	return x->a < y->a ? -1 : x->a > y->a;
}

/* Whether lists repeat people is what the model takes for granted, not what is seen. */
static void
set_shares(struct kin_link *link)
{
	const struct kin_splink_model *model = model_of(link);
	bool between = kin_str_is(model->link_type, KIN_STR("link_only"));
	struct kin_shares *shares = &link->estimate.shares;

	shares->strata = kin_strata(link->columns->lists);
	for (int s = 0; s < shares->strata; s++) {
		bool within = kin_stratum_is_within(link->columns->lists, s);

		shares->of[s][KIN_CLASS_SAME] = within && between ? 0.0 : model->prior;
		shares->of[s][KIN_CLASS_UNRELATED] = 1.0 - shares->of[s][KIN_CLASS_SAME];
	}
	link->estimate.converged = true;
	link->model.same = model->prior;
	link->model.household = link->model.neighbour = 0.0;
}

void
kin_link_use_splink(struct kin_link *link, double keep)
{
	const struct kin_columns *columns = link->columns;
	size_t comparisons = model_of(link)->comparisons;
	struct kin_score_door door = { .ctx = link, .prior = model_of(link)->prior_weight,
	    .pair = score_pair, .fields = field_of(comparisons - 1) + 1 };
	struct kin_splink_ask ask = { .keep = keep, .blocking = link->opts.blocking,
	    .each = keep_pair, .ctx = link, .progress = link->opts.progress,
	    .progress_ctx = link->opts.progress_ctx };
	uint32_t *list = kin_alloc(columns->records * sizeof(*list) + 1);

	for (uint32_t i = 0; i < columns->records; i++)
		list[i] = columns->list[columns->place[i]];
	if (link->opts.mode == KIN_LINK_BETWEEN)
		ask.list = list;
	set_shares(link);
	link->fields = door.fields;
	link->person = kin_score_new_door(&door);
	link->report.scored = kin_splink_find(link->opts.splink, &ask);
	if (link->pairs.people.count > 0)
		qsort(link->pairs.people.list, link->pairs.people.count, sizeof(struct kin_edge), by_place);
	kin_free(list);
}

void
kin_link_count_lost(struct kin_link *link)
{
	struct kin_link_report *report = &link->report;

	if (link->opts.blocking)
		return;
	report->rules = model_of(link)->rules;
	for (size_t i = 0; report->rules > 0 && i < link->pairs.people.count; i++) {
		const struct kin_edge *edge = &link->pairs.people.list[i];

		if (edge->weight < report->cut)
			continue;
		report->over_cut++;
		report->rules_lose += kin_splink_rule_of(link->opts.splink,
		    link->columns->added[edge->a], link->columns->added[edge->b]) < 0;
	}
}

/* --- reading ---------------------------------------------------------------------- */

size_t
kin_link_parts(const struct kin_link *link)
{
	return link->opts.splink != NULL ? model_of(link)->comparisons : link->columns->fields;
}

const char *
kin_link_part_name(const struct kin_link *link, size_t nth)
{
	return link->opts.splink != NULL ? model_of(link)->comparison[nth].name.p
	    : link->model.field[nth].name;
}

void
kin_link_explain_splink(const struct kin_link *link, uint32_t a, uint32_t b,
    struct kin_link_part *out)
{
	struct kin_splink_part parts[KIN_LINK_PARTS];

	kin_splink_score_pair(link->opts.splink, link->columns->added[a], link->columns->added[b],
	    parts);
	for (size_t c = 0; c < model_of(link)->comparisons; c++) {
		const struct kin_splink_level *level = kin_splink_level(
		    &model_of(link)->comparison[c], parts[c].gamma);

		out[c] = (struct kin_link_part){ .level = parts[c].gamma, .weight = parts[c].weight,
		    .frequency = parts[c].frequency, .label = "" };
		if (parts[c].gamma >= 0)
			out[c].label = level->label.len > 0 ? level->label.p : level->sql.p;
	}
}
