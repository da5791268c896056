/* Counts in tables as cells with margins, and what hiding them does to the rest. */
#include "hide_in.h"

#include "kin/base/buf.h"
#include "kin/base/map.h"

enum { SIDES = 8 };

/* One count as one table has it. */
struct side {
	struct kin_table	*table;
	size_t			 column;
	struct kin_map		*keys;		/* a margin's rows; node first + number */
	uint32_t		 first_node;
	uint32_t		 first_cell;	/* rows are cells one after the other */
};

/* One count in all tables that have it, as a flow from T over the rows and back. */
struct flow {
	struct side	 sides[SIDES];
	size_t		 count;
	struct kin_hide	*hide;
	uint32_t	 total;		/* cell */
};

static size_t
inner_rows(const struct kin_table *table)
{
	return kin_table_rows(table) - (table->has_total ? 1 : 0);
}

static int64_t
value_at(struct kin_table *table, size_t row, size_t column)
{
	const struct kin_cell *cell = hide_cell_at(table, row, column);

	return cell->missing || cell->number < 0 ? 0 : cell->number;
}

static int64_t
total_of(struct kin_table *table, size_t column)
{
	int64_t total = 0;

	if (table->has_total)
		return value_at(table, inner_rows(table), column);
	for (size_t row = 0; row < inner_rows(table); row++)
		total += value_at(table, row, column);
	return total;
}

static const struct kin_column *
same_column(const struct kin_table *table, const struct kin_column *like)
{
	for (size_t c = 0; c < table->column_count; c++) {
		if (table->columns[c].kind == like->kind &&
		    kin_str_is(table->columns[c].name, like->name))
			return &table->columns[c];
	}
	return NULL;
}

static size_t
count_keys(const struct kin_table *table)
{
	size_t keys = 0;

	for (size_t c = 0; c < table->column_count; c++)
		keys += table->columns[c].kind == KIN_COLUMN_KEY;
	return keys;
}

/* Are all keys of part keys of whole, and fewer? */
static bool
is_margin(const struct kin_table *part, const struct kin_table *whole)
{
	size_t keys = count_keys(part);

	for (size_t c = 0; c < part->column_count; c++) {
		if (part->columns[c].kind == KIN_COLUMN_KEY &&
		    same_column(whole, &part->columns[c]) == NULL)
			return false;
	}
	return keys > 0 && keys < count_keys(whole);
}

/* The row's keys as far as like has them, in like's order. */
static void
put_keys(const struct kin_table *like, const struct kin_table *table, size_t row, struct kin_buf *out)
{
	kin_buf_clear(out);
	for (size_t c = 0; c < like->column_count; c++) {
		const struct kin_column *column;

		if (like->columns[c].kind != KIN_COLUMN_KEY)
			continue;
		column = same_column(table, &like->columns[c]);
		kin_buf_add(out, kin_table_cell(table, row, (size_t)(column - table->columns))->text);
		kin_buf_putc(out, '\0');
	}
}

/* Rows as cells from or to nodes of their own. */
static void
add_margin(struct flow *flow, struct side *side, uint32_t end, bool left)
{
	struct kin_buf key = { 0 };

	side->keys = kin_map_new();
	for (size_t row = 0; row < inner_rows(side->table); row++) {
		uint32_t node = kin_hide_node(flow->hide), cell;

		put_keys(side->table, side->table, row, &key);
		kin_map_add(side->keys, kin_buf_str(&key), NULL);
		cell = kin_hide_cell(flow->hide, left ? end : node, left ? node : end,
		    value_at(side->table, row, side->column), true);
		if (row == 0) {
			side->first_node = node;
			side->first_cell = cell;
		}
	}
	kin_buf_fini(&key);
}

static void
add_rows(struct flow *flow, struct side *side, uint32_t from, uint32_t to, const struct side *left,
    const struct side *right)
{
	struct kin_buf key = { 0 };

	for (size_t row = 0; row < inner_rows(side->table); row++) {
		uint32_t a = from, b = to, at, cell;

		if (left != NULL) {
			put_keys(left->table, side->table, row, &key);
			at = kin_map_get(left->keys, kin_buf_str(&key));
			a = at == KIN_MAP_NONE ? from : left->first_node + at;
		}
		if (right != NULL) {
			put_keys(right->table, side->table, row, &key);
			at = kin_map_get(right->keys, kin_buf_str(&key));
			b = at == KIN_MAP_NONE ? to : right->first_node + at;
		}
		cell = kin_hide_cell(flow->hide, a, b, value_at(side->table, row, side->column), false);
		if (row == 0)
			side->first_cell = cell;
	}
	kin_buf_fini(&key);
}

static void
swap_sides(struct flow *flow, size_t a, size_t b)
{
	struct side side = flow->sides[a];

	flow->sides[a] = flow->sides[b];
	flow->sides[b] = side;
}

/* The table of most keys first, then its margins. */
static size_t
order_sides(struct flow *flow)
{
	size_t margins = 0;

	for (size_t i = 1; i < flow->count; i++) {
		if (count_keys(flow->sides[i].table) > count_keys(flow->sides[0].table))
			swap_sides(flow, 0, i);
	}
	for (size_t i = 1; i < flow->count; i++) {
		if (is_margin(flow->sides[i].table, flow->sides[0].table))
			swap_sides(flow, 1 + margins++, i);
	}
	return margins;
}

static void
apply(const struct flow *flow, struct side *side, bool total_hidden)
{
	struct kin_table *table = side->table;
	size_t rows = inner_rows(table);

	for (size_t row = 0; row < rows; row++) {
		if (kin_hide_is_hidden(flow->hide, side->first_cell + (uint32_t)row))
			hide_cell(table, row, side->column);
	}
	table->columns[side->column].total_hidden = total_hidden;
	if (total_hidden && table->has_total)
		hide_cell(table, rows, side->column);
}

/* Each count that is not nought. */
static void
hide_whole(struct side *side)
{
	for (size_t row = 0; row < kin_table_rows(side->table); row++) {
		if (value_at(side->table, row, side->column) > 0)
			hide_cell(side->table, row, side->column);
	}
	side->table->columns[side->column].total_hidden = true;
}

/* At most three tables stand in one flow: the first, and one on either side of the total. */
static size_t
build(struct flow *flow)
{
	size_t margins = order_sides(flow), used = flow->count < 3 ? flow->count : 3;
	struct side *main = &flow->sides[0], *left = NULL, *right = NULL;
	uint32_t start = kin_hide_node(flow->hide), world = kin_hide_node(flow->hide), end = world;

	if (used > 1 && margins > 0) {
		left = &flow->sides[1];
		add_margin(flow, left, start, true);
	}
	if (used > 1 && (margins == 0 || used > 2)) {
		struct side *other = &flow->sides[margins == 0 ? 1 : 2];

		end = kin_hide_node(flow->hide);
		if (margins > 1) {
			right = other;
			add_margin(flow, right, end, false);
		} else {
			add_rows(flow, other, world, end, NULL, NULL);
		}
		if (margins == 0)
			used = 2;
	}
	add_rows(flow, main, start, right != NULL ? end : world, left, right);
	flow->total = kin_hide_cell(flow->hide, end, start, total_of(main->table, main->column), true);
	return used;
}

/* What counts some of those whom a hidden cell counts would bound it from below. */
static void
hide_parts(struct flow *flow, const struct side *side)
{
	size_t within = side->table->columns[side->column].within;

	if (within == 0)
		return;
	for (size_t row = 0; row < inner_rows(side->table); row++) {
		if (kin_table_cell(side->table, row, within - 1)->symbol == 'c' &&
		    value_at(side->table, row, side->column) > 0)
			kin_hide_must(flow->hide, side->first_cell + (uint32_t)row);
	}
	if (side->table->columns[within - 1].total_hidden && total_of(side->table, side->column) > 0)
		kin_hide_must(flow->hide, flow->total);
}

/* Hides in the first tables of a flow; how many, and whether their total is hidden. */
static size_t
hide_first(struct flow *flow, int64_t least, bool *total_hidden)
{
	size_t used;

	flow->hide = kin_hide_new();
	used = build(flow);
	for (size_t i = 0; i < used; i++)
		hide_parts(flow, &flow->sides[i]);
	kin_hide_run(flow->hide, least);
	*total_hidden |= kin_hide_is_hidden(flow->hide, flow->total);
	for (size_t i = 0; i < used; i++) {
		apply(flow, &flow->sides[i], kin_hide_is_hidden(flow->hide, flow->total));
		kin_map_free(flow->sides[i].keys);
	}
	kin_hide_free(flow->hide);
	return used;
}

/*
 * Tables that do not fit into one flow share the total alone: where it is shown each
 * keeps its own, where it is hidden in one all counts go in all of them.
 */
static void
hide_flow(struct flow *flow, int64_t least)
{
	bool total_hidden = false;
	size_t used = hide_first(flow, least, &total_hidden), rest = used;

	while (rest < flow->count) {
		struct flow one = { .sides = { flow->sides[rest++] }, .count = 1 };

		hide_first(&one, least, &total_hidden);
	}
	for (size_t i = 0; i < flow->count && total_hidden && flow->count > used; i++)
		hide_whole(&flow->sides[i]);
}

static bool
is_count(const struct kin_table *table, size_t column)
{
	if (table->columns[column].kind != KIN_COLUMN_WHOLE || table->columns[column].base != 0)
		return false;
	for (size_t c = column; c < table->column_count; c++) {
		if (c - column <= table->columns[c].crossed && table->columns[c].crossed > 0)
			return false;
	}
	return true;
}

/* This count in this table, and in all later ones that have it too. */
static void
hide_count(struct kin_tables *tables, size_t first, size_t column, int64_t least)
{
	struct kin_table *table = tables->list[first];
	int64_t total = total_of(table, column);
	struct flow flow = { .count = 0 };

	for (size_t i = first; i < tables->count; i++) {
		const struct kin_column *same = same_column(tables->list[i], &table->columns[column]);
		size_t c = same == NULL ? 0 : (size_t)(same - tables->list[i]->columns);

		if (same == NULL || same->settled || !is_count(tables->list[i], c) ||
		    flow.count == SIDES || total_of(tables->list[i], c) != total)
			continue;
		tables->list[i]->columns[c].settled = true;
		flow.sides[flow.count++] = (struct side){ .table = tables->list[i], .column = c };
	}
	hide_flow(&flow, least);
}

/* Rows by columns, with the sums of both. */
static void
hide_crossed(struct kin_table *table, size_t sum, int64_t least)
{
	struct kin_hide *hide = kin_hide_new();
	size_t rows = inner_rows(table), columns = table->columns[sum].crossed, first = sum - columns;
	uint32_t start = kin_hide_node(hide), end = kin_hide_node(hide), cell = 0;

	for (size_t i = 0; i < rows + columns; i++)
		kin_hide_node(hide);
	for (size_t row = 0; row <= rows; row++) {
		for (size_t c = 0; c <= columns; c++) {
			uint32_t from = row < rows ? 2 + (uint32_t)row : 2 + (uint32_t)(rows + c);
			uint32_t to = row < rows ? 2 + (uint32_t)(rows + c) : end;

			if (c == columns) {
				to = row < rows ? from : start;
				from = row < rows ? start : end;
			}
			kin_hide_cell(hide, from, to, row < rows || table->has_total ?
			    value_at(table, row, first + c) : 0, row == rows || c == columns);
		}
	}
	kin_hide_run(hide, least);
	for (size_t row = 0; row < kin_table_rows(table); row++) {
		for (size_t c = 0; c <= columns; c++, cell++) {
			if (kin_hide_is_hidden(hide, cell))
				hide_cell(table, row, first + c);
		}
	}
	kin_hide_free(hide);
}

/* A count is dealt with after the one of which it is a part. */
static bool
is_due(const struct kin_table *table, size_t column)
{
	size_t within = table->columns[column].within;

	return !table->columns[column].settled && is_count(table, column) &&
	    (within == 0 || table->columns[within - 1].settled);
}

static bool
hide_due(struct kin_tables *tables, size_t at, int64_t least)
{
	struct kin_table *table = tables->list[at];
	bool any = false;

	for (size_t c = 0; c < table->column_count; c++) {
		if (!is_due(table, c))
			continue;
		hide_count(tables, at, c, least);
		any = true;
	}
	return any;
}

void
hide_counts(struct kin_tables *tables, int64_t least)
{
	bool any = true;

	for (size_t i = 0; i < tables->count; i++) {
		for (size_t c = 0; c < tables->list[i]->column_count; c++) {
			if (tables->list[i]->columns[c].crossed > 0)
				hide_crossed(tables->list[i], c, least);
		}
	}
	while (any) {
		any = false;
		for (size_t i = 0; i < tables->count; i++)
			any |= hide_due(tables, i, least);
	}
}
