#include "kin/tally/hide.h"

#include <assert.h>

#include "kin/base/mem.h"

#define NONE	UINT32_MAX
#define FAR	INT64_MAX

/* More cells cost more than larger ones, and totals more than either. */
enum { COST_CELL = 1 << 24, COST_TOTAL = 64 };

struct cell {
	uint32_t	from, to;
	int64_t		value;
	bool		total, hidden, safe;
	uint32_t	next_from, next_to;	/* of the hidden ones at those nodes */
};

struct node {
	uint32_t	hidden_from, hidden_to;	/* first hidden cell that leaves, that comes in */
	int64_t		far;
	uint32_t	by;			/* the cell by which it was reached */
	bool		done;
};

struct kin_hide {
	struct cell	*cells;
	struct node	*nodes;
	size_t		 cell_count, cell_cap, node_count, node_cap;
	uint32_t	*start, *at;		/* cells at each node, all of them */
	uint32_t	*queue;
};

struct kin_hide *
kin_hide_new(void)
{
	return kin_calloc(1, sizeof(struct kin_hide));
}

void
kin_hide_free(struct kin_hide *hide)
{
	if (hide == NULL)
		return;
	kin_free(hide->cells);
	kin_free(hide->nodes);
	kin_free(hide->start);
	kin_free(hide->at);
	kin_free(hide->queue);
	kin_free(hide);
}

uint32_t
kin_hide_node(struct kin_hide *hide)
{
	hide->nodes = kin_grow(hide->nodes, hide->node_count, &hide->node_cap, sizeof(*hide->nodes));
	hide->nodes[hide->node_count] = (struct node){ .hidden_from = NONE, .hidden_to = NONE };
	return (uint32_t)hide->node_count++;
}

uint32_t
kin_hide_cell(struct kin_hide *hide, uint32_t from, uint32_t to, int64_t value, bool total)
{
	assert(from < hide->node_count && to < hide->node_count && from != to);
	hide->cells = kin_grow(hide->cells, hide->cell_count, &hide->cell_cap, sizeof(*hide->cells));
	hide->cells[hide->cell_count] = (struct cell){
		.from = from, .to = to, .value = value, .total = total
	};
	return (uint32_t)hide->cell_count++;
}

void
kin_hide_must(struct kin_hide *hide, uint32_t number)
{
	struct cell *cell = &hide->cells[number];

	if (cell->hidden)
		return;
	cell->hidden = true;
	cell->next_from = hide->nodes[cell->from].hidden_from;
	cell->next_to = hide->nodes[cell->to].hidden_to;
	hide->nodes[cell->from].hidden_from = number;
	hide->nodes[cell->to].hidden_to = number;
}

bool
kin_hide_is_hidden(const struct kin_hide *hide, uint32_t cell)
{
	return hide->cells[cell].hidden;
}

/* Notes which cells stand at each node. */
static void
lay_out(struct kin_hide *hide)
{
	hide->start = kin_calloc(hide->node_count + 2, sizeof(*hide->start));
	hide->at = kin_calloc(2 * hide->cell_count + 1, sizeof(*hide->at));
	hide->queue = kin_calloc(hide->node_count + 1, sizeof(*hide->queue));
	for (size_t i = 0; i < hide->cell_count; i++) {
		hide->start[hide->cells[i].from + 2]++;
		hide->start[hide->cells[i].to + 2]++;
	}
	for (size_t i = 2; i < hide->node_count + 2; i++)
		hide->start[i] += hide->start[i - 1];
	for (size_t i = 0; i < hide->cell_count; i++) {
		hide->at[hide->start[hide->cells[i].from + 1]++] = (uint32_t)i;
		hide->at[hide->start[hide->cells[i].to + 1]++] = (uint32_t)i;
	}
}

/* May the cell's value move by one, up along its way or down against it? */
static bool
may_move(const struct cell *cell, uint32_t node)
{
	return cell->value >= (cell->from == node ? 1 : 2);
}

static int64_t
cost_of(const struct cell *cell)
{
	int64_t cost = cell->value < COST_CELL ? COST_CELL + cell->value : 2 * COST_CELL;

	if (cell->hidden)
		return 0;
	return cell->total ? cost * COST_TOTAL : cost;
}

static uint32_t
other_end(const struct cell *cell, uint32_t node)
{
	return cell->from == node ? cell->to : cell->from;
}

static void
forget(struct kin_hide *hide)
{
	for (size_t i = 0; i < hide->node_count; i++) {
		hide->nodes[i].far = FAR;
		hide->nodes[i].by = NONE;
		hide->nodes[i].done = false;
	}
}

/* Reaches the other end of a hidden cell if it may move so. */
static bool
reach(struct kin_hide *hide, uint32_t number, uint32_t node, uint32_t not, size_t *count)
{
	const struct cell *cell = &hide->cells[number];
	uint32_t end = other_end(cell, node);

	if (number == not || !may_move(cell, node) || hide->nodes[end].done)
		return false;
	hide->nodes[end].done = true;
	hide->nodes[end].by = number;
	hide->queue[(*count)++] = end;
	return true;
}

/* A way over cells that are hidden already: breadth first, and out at the first. */
static bool
find_free(struct kin_hide *hide, uint32_t from, uint32_t to, uint32_t not)
{
	size_t count = 0;

	forget(hide);
	hide->nodes[from].done = true;
	hide->queue[count++] = from;
	for (size_t i = 0; i < count; i++) {
		uint32_t node = hide->queue[i];

		for (uint32_t c = hide->nodes[node].hidden_from; c != NONE; c = hide->cells[c].next_from) {
			if (reach(hide, c, node, not, &count) && hide->nodes[to].done)
				return true;
		}
		for (uint32_t c = hide->nodes[node].hidden_to; c != NONE; c = hide->cells[c].next_to) {
			if (reach(hide, c, node, not, &count) && hide->nodes[to].done)
				return true;
		}
	}
	return false;
}

static uint32_t
nearest(const struct kin_hide *hide)
{
	uint32_t best = NONE;

	for (uint32_t i = 0; i < hide->node_count; i++) {
		const struct node *node = &hide->nodes[i];

		if (!node->done && node->far < FAR && (best == NONE || node->far < hide->nodes[best].far))
			best = i;
	}
	return best;
}

/* The cheapest way; its cost, or FAR. */
static int64_t
find_cheap(struct kin_hide *hide, uint32_t from, uint32_t to, uint32_t not)
{
	uint32_t node;

	forget(hide);
	hide->nodes[from].far = 0;
	while ((node = nearest(hide)) != NONE && node != to) {
		hide->nodes[node].done = true;
		for (uint32_t i = hide->start[node]; i < hide->start[node + 1]; i++) {
			const struct cell *cell = &hide->cells[hide->at[i]];
			struct node *end = &hide->nodes[other_end(cell, node)];
			int64_t far = hide->nodes[node].far + cost_of(cell);

			if (hide->at[i] == not || !may_move(cell, node) || end->done || far >= end->far)
				continue;
			end->far = far;
			end->by = hide->at[i];
		}
	}
	return hide->nodes[to].far;
}

/* Hides what is on the way found: each of its cells is safe, as the whole round may move. */
static void
hide_way(struct kin_hide *hide, uint32_t from, uint32_t to)
{
	while (to != from) {
		uint32_t number = hide->nodes[to].by;

		kin_hide_must(hide, number);
		hide->cells[number].safe = true;
		to = other_end(&hide->cells[number], to);
	}
}

static void
protect(struct kin_hide *hide, uint32_t number)
{
	struct cell *cell = &hide->cells[number];
	uint32_t from = cell->from, to = cell->to;
	bool down = cell->value >= 2;
	int64_t up_cost, down_cost;

	cell->safe = true;
	if (find_free(hide, to, from, number)) {
		hide_way(hide, to, from);
	} else if (down && find_free(hide, from, to, number)) {
		hide_way(hide, from, to);
	} else {
		down_cost = down ? find_cheap(hide, from, to, number) : FAR;
		up_cost = find_cheap(hide, to, from, number);
		if (up_cost != FAR && up_cost <= down_cost) {
			hide_way(hide, to, from);
		} else if (down_cost != FAR) {
			find_cheap(hide, from, to, number);
			hide_way(hide, from, to);
		}
	}
}

void
kin_hide_run(struct kin_hide *hide, int64_t least)
{
	lay_out(hide);
	for (uint32_t i = 0; i < hide->cell_count; i++) {
		if (hide->cells[i].value > 0 && hide->cells[i].value < least)
			kin_hide_must(hide, i);
	}
	for (uint32_t i = 0; i < hide->cell_count; i++) {
		if (hide->cells[i].hidden && !hide->cells[i].safe)
			protect(hide, i);
	}
}
