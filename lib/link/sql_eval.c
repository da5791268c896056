/* What expressions come to: NULL where nothing can be said, as SQL has it. */
#include "sql_state.h"

#include <math.h>

struct kin_sql_room *
kin_sql_room_new(const struct kin_sql *sql)
{
	struct kin_sql_room *room = kin_calloc(1, sizeof(*room));

	room->sql = sql;
	room->memo = kin_calloc(sql->nodes + 1, sizeof(*room->memo));
	room->stamp = kin_calloc(sql->nodes + 1, sizeof(*room->stamp));
	return room;
}

void
kin_sql_room_free(struct kin_sql_room *room)
{
	if (room == NULL)
		return;
	kin_arena_fini(&room->arena);
	kin_free(room->memo);
	kin_free(room->stamp);
	kin_free(room);
}

void
kin_sql_pair(struct kin_sql_room *room, const struct kin_sql_value *left,
    const struct kin_sql_value *right)
{
	room->record[KIN_SQL_LEFT] = left;
	room->record[KIN_SQL_RIGHT] = right;
	if (room->arena.used > 0)
		kin_arena_reset(&room->arena);
	if (++room->pair == 0) {
		memset(room->stamp, 0, (room->sql->nodes + 1) * sizeof(*room->stamp));
		room->pair = 1;
	}
}

/* --- nodes ------------------------------------------------------------------ */

static void
eval_test(struct kin_sql_room *room, const struct kin_sql_node *node, struct kin_sql_value *out)
{
	const struct kin_sql_value *a = kin_sql_value(room, node->kid[0]);
	const struct kin_sql_value *b = kin_sql_value(room, node->kid[1]);
	int order_is = 0;
	bool truth;

	if (!kin_sql_compare(a, b, &order_is))
		return;
	switch (node->op) {
	case KIN_SQL_EQ:
		truth = order_is == 0;
		break;
	case KIN_SQL_NE:
		truth = order_is != 0;
		break;
	case KIN_SQL_LT:
		truth = order_is < 0;
		break;
	case KIN_SQL_LE:
		truth = order_is <= 0;
		break;
	case KIN_SQL_GT:
		truth = order_is > 0;
		break;
	default:
		truth = order_is >= 0;
	}
	*out = kin_sql_make_bool(truth);
}

static bool
is_true(const struct kin_sql_value *value)
{
	return (value->type == KIN_SQL_BOOL || value->type == KIN_SQL_NUMBER)
	    && (value->number < 0 || value->number > 0);
}

/* AND and OR: the deciding value ends it, else NULL wins over the other. */
static void
eval_junction(struct kin_sql_room *room, const struct kin_sql_node *node,
    struct kin_sql_value *out)
{
	bool decides = node->op == KIN_SQL_OR, null = false;

	for (uint32_t i = 0; i < node->kids; i++) {
		const struct kin_sql_value *value = kin_sql_value(room, node->kid[i]);

		if (value->type == KIN_SQL_NULL) {
			null = true;
		} else if (is_true(value) == decides) {
			*out = kin_sql_make_bool(decides);
			return;
		}
	}
	if (!null)
		*out = kin_sql_make_bool(!decides);
}

static void
eval_not(const struct kin_sql_value *value, struct kin_sql_value *out)
{
	if (value->type != KIN_SQL_NULL)
		*out = kin_sql_make_bool(!is_true(value));
}

static void
eval_sum(struct kin_sql_room *room, const struct kin_sql_node *node, struct kin_sql_value *out)
{
	double a, b;

	if (!kin_sql_number(kin_sql_value(room, node->kid[0]), &a)
	    || !kin_sql_number(kin_sql_value(room, node->kid[1]), &b))
		return;
	switch (node->op) {
	case KIN_SQL_ADD:
		a += b;
		break;
	case KIN_SQL_SUB:
		a -= b;
		break;
	case KIN_SQL_MUL:
		a *= b;
		break;
	default:
		a /= b;
	}
	*out = kin_sql_make_number(a);
}

static void
put_text(struct kin_buf *out, const struct kin_sql_value *value)
{
	if (value->type == KIN_SQL_BOOL)
		kin_buf_puts(out, value->number > 0 ? "true" : "false");
	else if (value->type == KIN_SQL_TEXT || value->text.len > 0)
		kin_buf_add(out, value->text);
	else
		kin_buf_printf(out, "%.15g", value->number);
}

static struct kin_sql_value
keep(struct kin_sql_room *room, struct kin_buf *text)
{
	struct kin_sql_value value = kin_sql_make_text(kin_arena_keep(&room->arena,
	    kin_buf_str(text)));

	kin_buf_fini(text);
	return value;
}

static void
eval_join(struct kin_sql_room *room, const struct kin_sql_node *node, struct kin_sql_value *out)
{
	const struct kin_sql_value *a = kin_sql_value(room, node->kid[0]);
	const struct kin_sql_value *b = kin_sql_value(room, node->kid[1]);
	struct kin_buf text = { 0 };

	if (a->type == KIN_SQL_NULL || b->type == KIN_SQL_NULL)
		return;
	put_text(&text, a);
	put_text(&text, b);
	*out = keep(room, &text);
}

static void
eval_cast(struct kin_sql_room *room, const struct kin_sql_node *node, struct kin_sql_value *out)
{
	const struct kin_sql_value *value = kin_sql_value(room, node->kid[0]);
	struct kin_buf text = { 0 };
	double number = 0;

	if (value->type == KIN_SQL_NULL)
		return;
	switch ((enum kin_sql_cast)node->index) {
	case KIN_SQL_TO_TEXT:
		put_text(&text, value);
		*out = keep(room, &text);
		return;
	case KIN_SQL_TO_TIME:
	case KIN_SQL_TO_DATE:
		if (!kin_sql_time(value, &number))
			return;
		if (node->index == KIN_SQL_TO_DATE)
			number = floor(number / 86400.0) * 86400.0;
		*out = (struct kin_sql_value){ .type = KIN_SQL_TIME, .number = number };
		return;
	default:
		break;
	}
	if (!kin_sql_number(value, &number))
		return;
	if (node->index == KIN_SQL_TO_WHOLE)
		number = round(number);
	else if (node->index == KIN_SQL_TO_FLOAT)
		number = (double)(float)number;
	*out = node->index == KIN_SQL_TO_BOOL ? kin_sql_make_bool(number < 0 || number > 0)
	    : kin_sql_make_number(number);
}

static void
eval_case(struct kin_sql_room *room, const struct kin_sql_node *node, struct kin_sql_value *out)
{
	uint32_t i = 0;

	for (; i + 1 < node->kids; i += 2) {
		if (is_true(kin_sql_value(room, node->kid[i]))) {
			*out = *kin_sql_value(room, node->kid[i + 1]);
			return;
		}
	}
	if (i < node->kids)
		*out = *kin_sql_value(room, node->kid[i]);
}

static void
eval_index(struct kin_sql_room *room, const struct kin_sql_node *node, struct kin_sql_value *out)
{
	const struct kin_sql_value *list = kin_sql_value(room, node->kid[0]);
	const struct kin_sql_value *at = kin_sql_value(room, node->kid[1]);
	double place;

	if (list->type != KIN_SQL_LIST || !kin_sql_number(at, &place))
		return;
	if (place < 0)
		place += list->count + 1.0;
	if (place >= 1 && place <= list->count)
		*out = list->items[(uint32_t)place - 1];
}

static void
eval_items(struct kin_sql_room *room, const struct kin_sql_node *node, struct kin_sql_value *out)
{
	struct kin_sql_value *items = kin_arena_alloc(&room->arena,
	    (node->kids + 1) * sizeof(*items));

	for (uint32_t i = 0; i < node->kids; i++)
		items[i] = *kin_sql_value(room, node->kid[i]);
	*out = (struct kin_sql_value){ .type = KIN_SQL_LIST, .items = items, .count = node->kids };
}

static void
eval_call(struct kin_sql_room *room, const struct kin_sql_node *node, struct kin_sql_value *out)
{
	struct kin_sql_value args[KIN_SQL_ARGS];

	for (uint32_t i = 0; i < node->kids; i++) {
		if (node->call->lambda && i == 1)
			continue;
		args[i] = *kin_sql_value(room, node->kid[i]);
		if (node->call->strict && args[i].type == KIN_SQL_NULL)
			return;
	}
	node->call->act(&(struct kin_sql_ask){ room, node, args }, out);
}

static void
eval(struct kin_sql_room *room, const struct kin_sql_node *node, struct kin_sql_value *out)
{
	double number;

	*out = (struct kin_sql_value){ .type = KIN_SQL_NULL };
	switch (node->op) {
	case KIN_SQL_CALL:
		eval_call(room, node, out);
		return;
	case KIN_SQL_CAST:
		eval_cast(room, node, out);
		return;
	case KIN_SQL_AND:
	case KIN_SQL_OR:
		eval_junction(room, node, out);
		return;
	case KIN_SQL_NOT:
		eval_not(kin_sql_value(room, node->kid[0]), out);
		return;
	case KIN_SQL_IS_NULL:
		*out = kin_sql_make_bool(kin_sql_value(room, node->kid[0])->type == KIN_SQL_NULL);
		return;
	case KIN_SQL_NEG:
		if (kin_sql_number(kin_sql_value(room, node->kid[0]), &number))
			*out = kin_sql_make_number(-number);
		return;
	case KIN_SQL_ADD:
	case KIN_SQL_SUB:
	case KIN_SQL_MUL:
	case KIN_SQL_DIV:
		eval_sum(room, node, out);
		return;
	case KIN_SQL_JOIN:
		eval_join(room, node, out);
		return;
	case KIN_SQL_CASE:
		eval_case(room, node, out);
		return;
	case KIN_SQL_INDEX:
		eval_index(room, node, out);
		return;
	case KIN_SQL_ITEMS:
		eval_items(room, node, out);
		return;
	default:
		eval_test(room, node, out);
	}
}

const struct kin_sql_value *
kin_sql_value(struct kin_sql_room *room, const struct kin_sql_node *node)
{
	struct kin_sql_value *memo = &room->memo[node->id];
	struct kin_sql_value value;

	switch (node->op) {
	case KIN_SQL_LITERAL:
		return &node->literal;
	case KIN_SQL_COLUMN:
	case KIN_SQL_OPERAND:
		return &room->record[node->side][node->index];
	case KIN_SQL_PARAM:
		return &room->param[node->index];
	default:
		break;
	}
	if (room->stamp[node->id] == room->pair && node->params == 0)
		return memo;
	eval(room, node, &value);
	*memo = value;
	room->stamp[node->id] = room->pair;
	return memo;
}

const struct kin_sql_value *
kin_sql_eval(struct kin_sql_room *room, const struct kin_sql_node *node)
{
	return kin_sql_value(room, node);
}

bool
kin_sql_holds(struct kin_sql_room *room, const struct kin_sql_node *node)
{
	return is_true(kin_sql_value(room, node));
}
