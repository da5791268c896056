/* Sets of expressions: nodes that are equal are one, and what reads one record is an operand. */
#include "sql_state.h"

#include "kin/base/ascii.h"

struct kin_sql *
kin_sql_new(void)
{
	struct kin_sql *sql = kin_calloc(1, sizeof(*sql));

	sql->columns = kin_map_new();
	return sql;
}

void
kin_sql_free(struct kin_sql *sql)
{
	if (sql == NULL)
		return;
	for (size_t i = 0; i < sql->nodes; i++)
		kin_regex_free(sql->node[i]->regex);
	kin_sql_room_free(sql->room);
	kin_map_free(sql->columns);
	kin_arena_fini(&sql->arena);
	kin_buf_fini(&sql->text);
	kin_free(sql->name);
	kin_free(sql->node);
	kin_free(sql->operand);
	kin_free(sql);
}

/* --- columns ---------------------------------------------------------------- */

uint32_t
kin_sql_column(struct kin_sql *sql, struct kin_str name)
{
	uint32_t column;
	bool is_new;

	kin_buf_clear(&sql->text);
	for (size_t i = 0; i < name.len; i++)
		kin_buf_putc(&sql->text, kin_ascii_lower(name.p[i]));
	column = kin_map_add(sql->columns, kin_buf_str(&sql->text), &is_new);
	if (is_new) {
		sql->name = kin_grow(sql->name, column, &sql->name_cap, sizeof(*sql->name));
		sql->name[column] = kin_arena_keep(&sql->arena, name);
	}
	return column;
}

uint32_t
kin_sql_columns(const struct kin_sql *sql)
{
	return kin_map_count(sql->columns);
}

struct kin_str
kin_sql_column_name(const struct kin_sql *sql, uint32_t column)
{
	return sql->name[column];
}

static bool
is_column(const struct kin_sql_node *node, uint32_t column)
{
	return node->op == KIN_SQL_COLUMN && node->index == column;
}

bool
kin_sql_column_is_list(const struct kin_sql *sql, uint32_t column)
{
	for (size_t i = 0; i < sql->nodes; i++) {
		const struct kin_sql_node *node = sql->node[i];
		bool lists = node->op == KIN_SQL_INDEX || (node->op == KIN_SQL_CALL
		    && kin_sql_list_call_find(kin_str_of(node->call->name)) != NULL);

		for (uint32_t k = 0; lists && k < node->kids; k++) {
			if (is_column(node->kid[k], column))
				return true;
		}
	}
	return false;
}

struct kin_str
kin_sql_column_format(const struct kin_sql *sql, uint32_t column)
{
	for (size_t i = 0; i < sql->nodes; i++) {
		const struct kin_sql_node *node = sql->node[i];

		if (node->op == KIN_SQL_CALL && node->kids == 2 && is_column(node->kid[0], column)
		    && strstr(node->call->name, "strptime") != NULL)
			return node->kid[1]->literal.text;
	}
	return kin_str("", 0);
}

/* --- nodes ------------------------------------------------------------------ */

static bool
is_like(const struct kin_sql_node *a, const struct kin_sql_node *b)
{
	if (a->op != b->op || a->side != b->side || a->index != b->index || a->kids != b->kids
	    || a->call != b->call)
		return false;
	if (a->kids > 0 && memcmp(a->kid, b->kid, a->kids * sizeof(*a->kid)) != 0)
		return false;
	return a->op != KIN_SQL_LITERAL || (a->literal.type == b->literal.type
	    && !(a->literal.number < b->literal.number)
	    && !(a->literal.number > b->literal.number)
	    && kin_str_is(a->literal.text, b->literal.text));
}

/* Which records and parameters it reads, from those below it. */
static void
see_below(struct kin_sql_node *node)
{
	node->sides = (uint8_t)(node->op == KIN_SQL_COLUMN || node->op == KIN_SQL_OPERAND ? node->side : 0u);
	node->params = (uint8_t)(node->op == KIN_SQL_PARAM ? 1u << node->index : 0u);
	for (uint32_t i = 0; i < node->kids; i++) {
		node->sides = (uint8_t)(node->sides | node->kid[i]->sides);
		node->params = (uint8_t)(node->params | node->kid[i]->params);
	}
	if (node->op == KIN_SQL_LAMBDA)
		node->params = (uint8_t)(node->params & ~(1u << node->index));
}

struct kin_sql_node *
kin_sql_node(struct kin_sql *sql, const struct kin_sql_node *like)
{
	struct kin_sql_node *node;

	for (size_t i = 0; i < sql->nodes; i++) {
		if (is_like(sql->node[i], like))
			return sql->node[i];
	}
	node = kin_arena_alloc(&sql->arena, sizeof(*node));
	*node = *like;
	node->regex = NULL;
	if (like->kids > 0) {
		node->kid = kin_arena_alloc(&sql->arena, like->kids * sizeof(*node->kid));
		memcpy(node->kid, like->kid, like->kids * sizeof(*node->kid));
	}
	if (like->op == KIN_SQL_LITERAL && like->literal.text.len > 0)
		node->literal.text = kin_arena_keep(&sql->arena, like->literal.text);
	see_below(node);
	node->id = (uint32_t)sql->nodes;
	sql->node = kin_grow(sql->node, sql->nodes, &sql->node_cap, sizeof(*sql->node));
	sql->node[sql->nodes++] = node;
	if (node->call != NULL && node->call->pattern) {
		struct kin_err ignored = KIN_ERR_NONE;

		node->regex = kin_regex_new(node->kid[1]->literal.text, &ignored);
	}
	return node;
}

/* The same with other nodes below it. */
static struct kin_sql_node *
with_kids(struct kin_sql *sql, const struct kin_sql_node *node,
    struct kin_sql_node *(*change)(struct kin_sql *sql, struct kin_sql_node *kid))
{
	struct kin_sql_node like = *node, *found;

	like.kid = kin_resize(NULL, node->kids ? node->kids : 1, sizeof(*like.kid));
	for (uint32_t i = 0; i < node->kids; i++)
		like.kid[i] = change(sql, node->kid[i]);
	found = kin_sql_node(sql, &like);
	kin_free(like.kid);
	return found;
}

/* --- operands --------------------------------------------------------------- */

/* As if there were one record. */
static struct kin_sql_node *
of_one(struct kin_sql *sql, struct kin_sql_node *node)
{
	struct kin_sql_node like = *node;

	if (node->op != KIN_SQL_COLUMN)
		return with_kids(sql, node, of_one);
	like.side = 0;
	return kin_sql_node(sql, &like);
}

static uint32_t
operand_of(struct kin_sql *sql, struct kin_sql_node *node)
{
	for (size_t i = 0; i < sql->operands; i++) {
		if (sql->operand[i] == node)
			return (uint32_t)i;
	}
	sql->operand = kin_grow(sql->operand, sql->operands, &sql->operand_cap,
	    sizeof(*sql->operand));
	sql->operand[sql->operands] = node;
	return (uint32_t)sql->operands++;
}

struct kin_sql_node *
kin_sql_hoist(struct kin_sql *sql, struct kin_sql_node *node)
{
	struct kin_sql_node like = { .op = KIN_SQL_OPERAND, .side = node->sides };

	if (node->sides == 0 || node->op == KIN_SQL_OPERAND)
		return node;
	if (node->sides == (KIN_SQL_LEFT | KIN_SQL_RIGHT) || node->params != 0
	    || node->op == KIN_SQL_LAMBDA || node->op == KIN_SQL_IS_NULL
	    || (node->op >= KIN_SQL_EQ && node->op <= KIN_SQL_NOT))
		return with_kids(sql, node, kin_sql_hoist);
	like.index = operand_of(sql, of_one(sql, node));
	return kin_sql_node(sql, &like);
}

uint32_t
kin_sql_operands(const struct kin_sql *sql)
{
	return (uint32_t)sql->operands;
}

int
kin_sql_operand_column(const struct kin_sql *sql, uint32_t operand)
{
	const struct kin_sql_node *node = sql->operand[operand];

	return node->op == KIN_SQL_COLUMN ? (int)node->index : -1;
}

struct kin_sql_value
kin_sql_operand(struct kin_sql *sql, uint32_t operand, const struct kin_sql_value *columns,
    struct kin_arena *arena)
{
	struct kin_sql_value value;

	if (sql->room == NULL)
		sql->room = kin_sql_room_new(sql);
	kin_sql_pair(sql->room, NULL, NULL);
	sql->room->record[0] = columns;
	value = *kin_sql_value(sql->room, sql->operand[operand]);
	if (value.text.len > 0)
		value.text = kin_arena_keep(arena, value.text);
	if (value.type == KIN_SQL_LIST && value.count > 0) {
		struct kin_sql_value *items = kin_arena_alloc(arena,
		    value.count * sizeof(*items));

		memcpy(items, value.items, value.count * sizeof(*items));
		for (uint32_t i = 0; i < value.count; i++)
			items[i].text = kin_arena_keep(arena, items[i].text);
		value.items = items;
	}
	return value;
}

/* --- looking at expressions --------------------------------------------------- */

void
kin_sql_used(const struct kin_sql_node *node, bool *used)
{
	if (node->op == KIN_SQL_OPERAND)
		used[node->index] = true;
	for (uint32_t i = 0; i < node->kids; i++)
		kin_sql_used(node->kid[i], used);
}

int
kin_sql_same_operand(const struct kin_sql_node *node)
{
	if (node->op != KIN_SQL_EQ || node->kid[0]->op != KIN_SQL_OPERAND
	    || node->kid[1]->op != KIN_SQL_OPERAND
	    || node->kid[0]->index != node->kid[1]->index || node->kid[0]->side == node->kid[1]->side)
		return -1;
	return (int)node->kid[0]->index;
}

const struct kin_sql_node *
kin_sql_and(const struct kin_sql_node *node, size_t *at)
{
	if (node->op != KIN_SQL_AND)
		return (*at)++ == 0 ? node : NULL;
	return *at < node->kids ? node->kid[(*at)++] : NULL;
}
