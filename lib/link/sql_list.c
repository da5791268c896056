/* The functions of lists. */
#include "sql_state.h"

#include <math.h>

static bool
has(const struct kin_sql_value *items, uint32_t count, const struct kin_sql_value *wanted)
{
	int order;

	for (uint32_t i = 0; i < count; i++) {
		if (kin_sql_compare(&items[i], wanted, &order) && order == 0)
			return true;
	}
	return false;
}

static struct kin_sql_value *
room_for(const struct kin_sql_ask *ask, size_t count)
{
	return kin_arena_alloc(&ask->room->arena, (count + 1) * sizeof(struct kin_sql_value));
}

static void
act_list_length(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	if (ask->args[0].type == KIN_SQL_LIST)
		*out = kin_sql_make_number(ask->args[0].count);
}

/* What both have, each once. */
static void
act_intersect(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	const struct kin_sql_value *a = &ask->args[0], *b = &ask->args[1];
	struct kin_sql_value *items;

	if (a->type != KIN_SQL_LIST || b->type != KIN_SQL_LIST)
		return;
	items = room_for(ask, a->count);
	*out = (struct kin_sql_value){ .type = KIN_SQL_LIST, .items = items };
	for (uint32_t i = 0; i < a->count; i++) {
		if (has(b->items, b->count, &a->items[i]) && !has(items, out->count, &a->items[i]))
			items[out->count++] = a->items[i];
	}
}

static void
act_contains(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	if (ask->args[0].type == KIN_SQL_LIST)
		*out = kin_sql_make_bool(has(ask->args[0].items, ask->args[0].count, &ask->args[1]));
}

/* The largest (sign 1) or smallest (-1) item; NULL for none. */
static void
extreme(const struct kin_sql_ask *ask, int sign, struct kin_sql_value *out)
{
	const struct kin_sql_value *list = &ask->args[0];
	int order;

	for (uint32_t i = 0; list->type == KIN_SQL_LIST && i < list->count; i++) {
		if (out->type == KIN_SQL_NULL
		    || (kin_sql_compare(&list->items[i], out, &order) && order * sign > 0))
			*out = list->items[i];
	}
}

static void
act_min(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	extreme(ask, -1, out);
}

static void
act_max(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	extreme(ask, 1, out);
}

/* Each item through the lambda. */
static void
act_transform(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	const struct kin_sql_node *lambda = ask->node->kid[1];
	const struct kin_sql_value *list = &ask->args[0];
	struct kin_sql_value *items;

	if (list->type != KIN_SQL_LIST)
		return;
	items = room_for(ask, list->count);
	for (uint32_t i = 0; i < list->count; i++) {
		ask->room->param[lambda->index] = list->items[i];
		items[i] = *kin_sql_value(ask->room, lambda->kid[0]);
	}
	*out = (struct kin_sql_value){ .type = KIN_SQL_LIST, .items = items, .count = list->count };
}

static void
act_flatten(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	const struct kin_sql_value *list = &ask->args[0];
	struct kin_sql_value *items;
	size_t count = 0;

	for (uint32_t i = 0; list->type == KIN_SQL_LIST && i < list->count; i++)
		count += list->items[i].count;
	if (list->type != KIN_SQL_LIST)
		return;
	items = room_for(ask, count);
	*out = (struct kin_sql_value){ .type = KIN_SQL_LIST, .items = items };
	for (uint32_t i = 0; i < list->count; i++) {
		for (uint32_t j = 0; j < list->items[i].count; j++)
			items[out->count++] = list->items[i].items[j];
	}
}

/* Of two vectors of one length. */
static void
act_cosine(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	const struct kin_sql_value *a = &ask->args[0], *b = &ask->args[1];
	double product = 0, square_a = 0, square_b = 0, x, y;

	if (a->type != KIN_SQL_LIST || b->type != KIN_SQL_LIST || a->count != b->count)
		return;
	for (uint32_t i = 0; i < a->count; i++) {
		if (!kin_sql_number(&a->items[i], &x) || !kin_sql_number(&b->items[i], &y))
			return;
		product += x * y;
		square_a += x * x;
		square_b += y * y;
	}
	*out = kin_sql_make_number(fmax(-1.0, fmin(1.0, product / sqrt(square_a * square_b))));
}

static const struct kin_sql_call calls[] = {
	{ "array_length", 1, 1, true, false, false, act_list_length },
	{ "list_intersect", 2, 2, true, false, false, act_intersect },
	{ "array_intersect", 2, 2, true, false, false, act_intersect },
	{ "list_contains", 2, 2, true, false, false, act_contains },
	{ "array_contains", 2, 2, true, false, false, act_contains },
	{ "list_min", 1, 1, true, false, false, act_min },
	{ "list_max", 1, 1, true, false, false, act_max },
	{ "list_transform", 2, 2, false, true, false, act_transform },
	{ "array_transform", 2, 2, false, true, false, act_transform },
	{ "flatten", 1, 1, true, false, false, act_flatten },
	{ "array_cosine_similarity", 2, 2, true, false, false, act_cosine },
	{ "list_cosine_similarity", 2, 2, true, false, false, act_cosine }
};

const struct kin_sql_call *
kin_sql_list_call_find(struct kin_str name)
{
	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++) {
		if (kin_str_is_nocase(name, kin_str_of(calls[i].name)))
			return &calls[i];
	}
	return NULL;
}
