#include <math.h>

#include "link_state.h"

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
	if (link->home != NULL) {
		kin_score_pair(link->home, a, b, &evidence);
		out->household = kin_probability(kin_score_weight(link->home, &evidence)) *
		    (1.0 - out->probability);
	}
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
	if (link->opts.splink != NULL) {
		kin_link_explain_splink(link, a, b, parts);
		return;
	}
	class = kin_score_rival(link->person, &evidence);
	for (size_t f = 0; f < link->columns->fields; f++)
		explain_field(link, &evidence, class, f, a, b, &parts[f]);
}

static const char *
veto_name(const struct kin_link *link, int veto)
{
	switch (veto) {
	case KIN_VETO_NONE:
		return NULL;
	case KIN_VETO_DECIDED:
		return "decision";
	case KIN_VETO_LIST:
		return "list";
	default:
		return link->model.field[veto].name;
	}
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
			out->veto = veto_name(link, veto);
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
