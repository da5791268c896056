/* Expressions: what binds words together, the tightest first. */
#include "sql_parser.h"

static struct kin_sql_node *
node_of(struct kin_sql_parser *parser, enum kin_sql_op op, struct kin_sql_node *a, struct kin_sql_node *b)
{
	struct kin_sql_node *kids[2] = { a, b };

	if (a == NULL)
		return NULL;
	return kin_sql_node(parser->sql,
	    &(struct kin_sql_node){ .op = op, .kid = kids, .kids = b != NULL ? 2 : 1 });
}

static struct kin_sql_node *
cast_to(struct kin_sql_parser *parser, struct kin_sql_node *node)
{
	uint32_t type;

	if (node == NULL || !kin_sql_read_type(parser, &type))
		return NULL;
	return kin_sql_node(parser->sql, &(struct kin_sql_node){ .op = KIN_SQL_CAST, .index = type,
	    .kid = &node, .kids = 1 });
}

static struct kin_sql_node *
read_postfix(struct kin_sql_parser *parser)
{
	struct kin_sql_node *node = kin_sql_read_one(parser), *at;

	while (node != NULL && (kin_sql_is_sign(parser, "[") || kin_sql_is_sign(parser, "::"))) {
		bool index = kin_sql_is_sign(parser, "[");

		if (kin_sql_next(parser) != 0)
			return NULL;
		if (!index) {
			node = cast_to(parser, node);
			continue;
		}
		at = kin_sql_read(parser);
		if (at == NULL || !kin_sql_skip(parser, "]"))
			return NULL;
		node = node_of(parser, KIN_SQL_INDEX, node, at);
	}
	return node;
}

static struct kin_sql_node *
read_unary(struct kin_sql_parser *parser)
{
	struct kin_sql_node *node;

	if (!kin_sql_is_sign(parser, "-"))
		return read_postfix(parser);
	if (++parser->depth > KIN_SQL_DEEPEST)
		return kin_sql_fail(parser, "nested too deep");
	if (kin_sql_next(parser) != 0)
		return NULL;
	node = node_of(parser, KIN_SQL_NEG, read_unary(parser), NULL);
	parser->depth--;
	return node;
}

static const struct {
	const char	*sign;
	int		 rank;		/* the higher, the tighter */
	enum kin_sql_op	 op;
} signs[] = {
	{ "*", 3, KIN_SQL_MUL }, { "/", 3, KIN_SQL_DIV },
	{ "+", 2, KIN_SQL_ADD }, { "-", 2, KIN_SQL_SUB },
	{ "||", 1, KIN_SQL_JOIN },
	{ "=", 0, KIN_SQL_EQ }, { "==", 0, KIN_SQL_EQ }, { "<>", 0, KIN_SQL_NE },
	{ "!=", 0, KIN_SQL_NE }, { "<", 0, KIN_SQL_LT }, { "<=", 0, KIN_SQL_LE },
	{ ">", 0, KIN_SQL_GT }, { ">=", 0, KIN_SQL_GE }
};
enum { SIGNS = sizeof(signs) / sizeof(*signs), TIGHTEST = 3 };

static struct kin_sql_node *
read_rank(struct kin_sql_parser *parser, int rank)
{
	struct kin_sql_node *node = rank > TIGHTEST ? read_unary(parser) : read_rank(parser, rank + 1);
	size_t i = 0;

	if (rank > TIGHTEST)
		return node;
	while (node != NULL && i < SIGNS) {
		if (signs[i].rank != rank || !kin_sql_is_sign(parser, signs[i].sign)) {
			i++;
			continue;
		}
		struct kin_sql_node *right;

		if (kin_sql_next(parser) != 0 || (right = read_rank(parser, rank + 1)) == NULL)
			return NULL;
		node = node_of(parser, signs[i].op, node, right);
		i = 0;
	}
	return node;
}

/* x BETWEEN a AND b, x IN (a, b …), x IS [NOT] NULL; the word is behind us where it must be. */
static struct kin_sql_node *
read_between(struct kin_sql_parser *parser, struct kin_sql_node *node)
{
	struct kin_sql_node *low = read_rank(parser, 1), *high;

	if (low == NULL)
		return NULL;
	if (!kin_sql_is_word(parser, "and"))
		return kin_sql_fail(parser, "AND expected");
	if (kin_sql_next(parser) != 0 || (high = read_rank(parser, 1)) == NULL)
		return NULL;
	return node_of(parser, KIN_SQL_AND, node_of(parser, KIN_SQL_GE, node, low),
	    node_of(parser, KIN_SQL_LE, node, high));
}

static struct kin_sql_node *
read_in(struct kin_sql_parser *parser, struct kin_sql_node *node)
{
	struct kin_sql_node *any = NULL;
	struct kin_sql_args args;

	if (!kin_sql_skip(parser, "(") || !kin_sql_read_args(parser, NULL, ")", &args))
		return NULL;
	for (uint32_t i = 0; i < args.count; i++) {
		struct kin_sql_node *one = node_of(parser, KIN_SQL_EQ, node, args.list[i]);

		any = any != NULL ? node_of(parser, KIN_SQL_OR, any, one) : one;
	}
	return any != NULL ? any : kin_sql_fail(parser, "a value expected");
}

static struct kin_sql_node *
read_is(struct kin_sql_parser *parser, struct kin_sql_node *node)
{
	bool not = kin_sql_is_word(parser, "not");

	if (not && kin_sql_next(parser) != 0)
		return NULL;
	if (!kin_sql_is_word(parser, "null"))
		return kin_sql_fail(parser, "NULL expected");
	if (kin_sql_next(parser) != 0)
		return NULL;
	node = node_of(parser, KIN_SQL_IS_NULL, node, NULL);
	return not ? node_of(parser, KIN_SQL_NOT, node, NULL) : node;
}

static struct kin_sql_node *
read_test(struct kin_sql_parser *parser)
{
	struct kin_sql_node *node = read_rank(parser, 0);
	bool not;

	while (node != NULL && kin_sql_is_word(parser, "is")) {
		if (kin_sql_next(parser) != 0)
			return NULL;
		node = read_is(parser, node);
	}
	not = node != NULL && kin_sql_is_word(parser, "not");
	if (not && kin_sql_next(parser) != 0)
		return NULL;
	if (node != NULL && kin_sql_is_word(parser, "between"))
		node = kin_sql_next(parser) != 0 ? NULL : read_between(parser, node);
	else if (node != NULL && kin_sql_is_word(parser, "in"))
		node = kin_sql_next(parser) != 0 ? NULL : read_in(parser, node);
	else if (not)
		return kin_sql_fail(parser, "IN or BETWEEN expected");
	return not ? node_of(parser, KIN_SQL_NOT, node, NULL) : node;
}

static struct kin_sql_node *
read_not(struct kin_sql_parser *parser)
{
	struct kin_sql_node *node;

	if (!kin_sql_is_word(parser, "not"))
		return read_test(parser);
	if (++parser->depth > KIN_SQL_DEEPEST)
		return kin_sql_fail(parser, "nested too deep");
	if (kin_sql_next(parser) != 0)
		return NULL;
	node = node_of(parser, KIN_SQL_NOT, read_not(parser), NULL);
	parser->depth--;
	return node;
}

/* One AND node for all that stand side by side, as kin_sql_and walks them. */
static struct kin_sql_node *
join(struct kin_sql_parser *parser, enum kin_sql_op op, struct kin_sql_node *a, struct kin_sql_node *b)
{
	struct kin_sql_node **kids, *both[2] = { a, b }, *node;
	uint32_t count = 0;

	kids = kin_resize(NULL, (a->kids + b->kids + 2), sizeof(struct kin_sql_node *));
	for (int i = 0; i < 2; i++) {
		if (both[i]->op != op)
			kids[count++] = both[i];
		for (uint32_t j = 0; both[i]->op == op && j < both[i]->kids; j++)
			kids[count++] = both[i]->kid[j];
	}
	node = kin_sql_node(parser->sql, &(struct kin_sql_node){ .op = op, .kid = kids,
	    .kids = count });
	kin_free(kids);
	return node;
}

static struct kin_sql_node *
read_and(struct kin_sql_parser *parser)
{
	struct kin_sql_node *node = read_not(parser), *right;

	while (node != NULL && kin_sql_is_word(parser, "and")) {
		if (kin_sql_next(parser) != 0 || (right = read_not(parser)) == NULL)
			return NULL;
		node = join(parser, KIN_SQL_AND, node, right);
	}
	return node;
}

struct kin_sql_node *
kin_sql_read(struct kin_sql_parser *parser)
{
	struct kin_sql_node *node, *right;

	if (++parser->depth > KIN_SQL_DEEPEST)
		return kin_sql_fail(parser, "nested too deep");
	node = read_and(parser);
	while (node != NULL && kin_sql_is_word(parser, "or")) {
		if (kin_sql_next(parser) != 0 || (right = read_and(parser)) == NULL)
			return NULL;
		node = join(parser, KIN_SQL_OR, node, right);
	}
	parser->depth--;
	return node;
}

int
kin_sql_parse(struct kin_sql *sql, struct kin_str text, enum kin_sql_sides sides,
    const struct kin_sql_node **out, struct kin_err *err)
{
	struct kin_sql_parser parser = { .sql = sql, .text = text, .sides = sides, .err = err };
	struct kin_sql_node *node;

	if (kin_sql_next(&parser) != 0 || (node = kin_sql_read(&parser)) == NULL)
		return -1;
	if (parser.kind != KIN_SQL_END) {
		kin_sql_fail(&parser, "more than an expression");
		return -1;
	}
	*out = kin_sql_hoist(sql, node);
	return 0;
}
