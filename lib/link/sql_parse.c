/* Values in expressions: literals, columns, calls. */
#include "sql_parser.h"

#include <stdio.h>
#include <stdlib.h>

enum { LONGEST_NUMBER = 40 };

static struct kin_sql_node *
literal(struct kin_sql_parser *parser, struct kin_sql_value value)
{
	return kin_sql_node(parser->sql,
	    &(struct kin_sql_node){ .op = KIN_SQL_LITERAL, .literal = value });
}

static struct kin_sql_node *
column(struct kin_sql_parser *parser, struct kin_str name, uint8_t side)
{
	return kin_sql_node(parser->sql, &(struct kin_sql_node){ .op = KIN_SQL_COLUMN,
	    .side = side, .index = kin_sql_column(parser->sql, name) });
}

static uint8_t
side_of(char c)
{
	return c == 'l' || c == 'L' ? KIN_SQL_LEFT : c == 'r' || c == 'R' ? KIN_SQL_RIGHT : 0;
}

/* l.name, or name_l, or a lambda's parameter. */
static struct kin_sql_node *
read_name(struct kin_sql_parser *parser, struct kin_str name)
{
	uint8_t side;

	for (uint32_t i = parser->params; i-- > 0; ) {
		if (kin_str_is_nocase(parser->param[i], name))
			return kin_sql_node(parser->sql,
			    &(struct kin_sql_node){ .op = KIN_SQL_PARAM, .index = i });
	}
	if (parser->sides == KIN_SQL_PREFIX && kin_sql_is_sign(parser, ".") && name.len == 1) {
		side = side_of(name.p[0]);
		if (side == 0 || kin_sql_next(parser) != 0
		    || (parser->kind != KIN_SQL_NAME && parser->kind != KIN_SQL_QUOTED))
			return kin_sql_fail(parser, "a column expected");
		name = kin_sql_undouble(parser, '"');
		return kin_sql_next(parser) != 0 ? NULL : column(parser, name, side);
	}
	side = name.len > 2 && name.p[name.len - 2] == '_' ? side_of(name.p[name.len - 1]) : 0;
	if (parser->sides == KIN_SQL_SUFFIX && side != 0)
		return column(parser, kin_str(name.p, name.len - 2), side);
	kin_fail(parser->err, "\"%.*s\" is neither a column of one of the two records nor known",
	    (int)name.len, name.p);
	return NULL;
}

/* --- calls ------------------------------------------------------------------ */

/* x -> expression, lambda x: expression. */
static struct kin_sql_node *
read_lambda(struct kin_sql_parser *parser)
{
	struct kin_sql_node *body;

	if (kin_sql_is_word(parser, "lambda") && kin_sql_next(parser) != 0)
		return NULL;
	if (parser->params == KIN_SQL_LAMBDAS)
		return kin_sql_fail(parser, "lambdas nested too deep");
	parser->param[parser->params++] = parser->word;
	if (kin_sql_next(parser) != 0 || !(kin_sql_is_sign(parser, "->") || kin_sql_is_sign(parser, ":")))
		return kin_sql_fail(parser, "\"->\" expected");
	if (kin_sql_next(parser) != 0 || (body = kin_sql_read(parser)) == NULL)
		return NULL;
	return kin_sql_node(parser->sql, &(struct kin_sql_node){ .op = KIN_SQL_LAMBDA,
	    .index = --parser->params, .kid = &body, .kids = 1 });
}

bool
kin_sql_read_args(struct kin_sql_parser *parser, const struct kin_sql_call *call, const char *end, struct kin_sql_args *args)
{
	for (args->count = 0; !kin_sql_is_sign(parser, end); args->count++) {
		if (args->count > 0 && !kin_sql_skip(parser, ","))
			return false;
		if (args->count == KIN_SQL_ARGS) {
			kin_sql_fail(parser, "too many arguments");
			return false;
		}
		args->list[args->count] = call != NULL && call->lambda && args->count == 1
		    ? read_lambda(parser) : kin_sql_read(parser);
		if (args->list[args->count] == NULL)
			return false;
	}
	return kin_sql_next(parser) == 0;
}

/* The name and its opening bracket are behind us. */
static struct kin_sql_node *
read_call(struct kin_sql_parser *parser, struct kin_str name)
{
	const struct kin_sql_call *call = kin_sql_call_find(name);
	struct kin_sql_args args;

	if (call == NULL) {
		kin_fail(parser->err, "function \"%.*s\" is not known", (int)name.len, name.p);
		return NULL;
	}
	if (!kin_sql_read_args(parser, call, ")", &args))
		return NULL;
	if (args.count < call->least || args.count > call->most) {
		kin_fail(parser->err, "function \"%s\" with %u arguments is not known", call->name,
		    args.count);
		return NULL;
	}
	if (call->pattern) {
		struct kin_regex *regex;

		if (args.list[1]->op != KIN_SQL_LITERAL || args.list[1]->literal.type != KIN_SQL_TEXT)
			return kin_sql_fail(parser, "a pattern that is no literal");
		regex = kin_regex_new(args.list[1]->literal.text, parser->err);
		if (regex == NULL)
			return NULL;
		kin_regex_free(regex);
	}
	return kin_sql_node(parser->sql, &(struct kin_sql_node){ .op = KIN_SQL_CALL, .call = call,
	    .kid = args.list, .kids = args.count });
}

bool
kin_sql_read_type(struct kin_sql_parser *parser, uint32_t *type)
{
	static const struct { const char *name; enum kin_sql_cast cast; } types[] = {
		{ "text", KIN_SQL_TO_TEXT }, { "varchar", KIN_SQL_TO_TEXT },
		{ "string", KIN_SQL_TO_TEXT }, { "char", KIN_SQL_TO_TEXT },
		{ "int", KIN_SQL_TO_WHOLE }, { "integer", KIN_SQL_TO_WHOLE },
		{ "bigint", KIN_SQL_TO_WHOLE }, { "smallint", KIN_SQL_TO_WHOLE },
		{ "float", KIN_SQL_TO_FLOAT }, { "real", KIN_SQL_TO_FLOAT },
		{ "float4", KIN_SQL_TO_FLOAT }, { "double", KIN_SQL_TO_DOUBLE },
		{ "float8", KIN_SQL_TO_DOUBLE }, { "date", KIN_SQL_TO_DATE },
		{ "timestamp", KIN_SQL_TO_TIME }, { "datetime", KIN_SQL_TO_TIME },
		{ "boolean", KIN_SQL_TO_BOOL }, { "bool", KIN_SQL_TO_BOOL }
	};

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++) {
		if (kin_sql_is_word(parser, types[i].name)) {
			*type = types[i].cast;
			return kin_sql_next(parser) == 0;
		}
	}
	kin_sql_fail(parser, "a type that is not known");
	return false;
}

static struct kin_sql_node *
read_cast(struct kin_sql_parser *parser)
{
	struct kin_sql_node *node = kin_sql_read(parser);
	uint32_t type;

	if (node == NULL)
		return NULL;
	if (!kin_sql_is_word(parser, "as"))
		return kin_sql_fail(parser, "AS expected");
	if (kin_sql_next(parser) != 0 || !kin_sql_read_type(parser, &type) || !kin_sql_skip(parser, ")"))
		return NULL;
	return kin_sql_node(parser->sql, &(struct kin_sql_node){ .op = KIN_SQL_CAST, .index = type,
	    .kid = &node, .kids = 1 });
}

/* WHEN … THEN … up to END; CASE is behind us. */
static struct kin_sql_node *
read_case(struct kin_sql_parser *parser)
{
	struct kin_sql_args args = { .count = 0 };

	while (!kin_sql_is_word(parser, "end")) {
		bool when = kin_sql_is_word(parser, "when");

		if ((!when && !kin_sql_is_word(parser, "else")) || args.count + 2 > KIN_SQL_ARGS)
			return kin_sql_fail(parser, "a CASE that is not known");
		if (kin_sql_next(parser) != 0 || (args.list[args.count] = kin_sql_read(parser)) == NULL)
			return NULL;
		args.count++;
		if (!when)
			break;
		if (!kin_sql_is_word(parser, "then"))
			return kin_sql_fail(parser, "THEN expected");
		if (kin_sql_next(parser) != 0 || (args.list[args.count] = kin_sql_read(parser)) == NULL)
			return NULL;
		args.count++;
	}
	if (!kin_sql_is_word(parser, "end"))
		return kin_sql_fail(parser, "END expected");
	return kin_sql_next(parser) != 0 ? NULL : kin_sql_node(parser->sql,
	    &(struct kin_sql_node){ .op = KIN_SQL_CASE, .kid = args.list, .kids = args.count });
}

/* --- expressions -------------------------------------------------------------- */

static struct kin_sql_node *
read_number(struct kin_sql_parser *parser)
{
	char text[LONGEST_NUMBER];
	struct kin_sql_value value = kin_sql_make_number(0);
	char *end;

	snprintf(text, sizeof(text), "%.*s", (int)parser->word.len, parser->word.p);
	value.number = strtod(text, &end);
	if (parser->word.len >= sizeof(text) || *end != '\0')
		return kin_sql_fail(parser, "not a number");
	return kin_sql_next(parser) != 0 ? NULL : literal(parser, value);
}

static struct kin_sql_node *
read_word(struct kin_sql_parser *parser)
{
	struct kin_str name = parser->word;
	bool null = kin_sql_is_word(parser, "null"), yes = kin_sql_is_word(parser, "true");
	bool cast = kin_sql_is_word(parser, "cast") || kin_sql_is_word(parser, "try_cast");
	bool is_case = kin_sql_is_word(parser, "case");

	if (null || yes || kin_sql_is_word(parser, "false")) {
		struct kin_sql_value value = kin_sql_make_bool(yes);

		if (null)
			value.type = KIN_SQL_NULL;
		return kin_sql_next(parser) != 0 ? NULL : literal(parser, value);
	}
	if (kin_sql_next(parser) != 0)
		return NULL;
	if (is_case)
		return read_case(parser);
	if (!kin_sql_is_sign(parser, "("))
		return read_name(parser, name);
	if (kin_sql_next(parser) != 0)
		return NULL;
	return cast ? read_cast(parser) : read_call(parser, name);
}

static struct kin_sql_node *
read_items(struct kin_sql_parser *parser)
{
	struct kin_sql_args args;

	if (kin_sql_next(parser) != 0 || !kin_sql_read_args(parser, NULL, "]", &args))
		return NULL;
	return kin_sql_node(parser->sql, &(struct kin_sql_node){ .op = KIN_SQL_ITEMS,
	    .kid = args.list, .kids = args.count });
}

struct kin_sql_node *
kin_sql_read_one(struct kin_sql_parser *parser)
{
	struct kin_sql_node *node;
	struct kin_str text = parser->word;

	switch (parser->kind) {
	case KIN_SQL_DIGITS:
		return read_number(parser);
	case KIN_SQL_STRING:
		text = kin_sql_undouble(parser, '\'');
		return kin_sql_next(parser) != 0 ? NULL : literal(parser, kin_sql_make_text(text));
	case KIN_SQL_QUOTED:
		text = kin_sql_undouble(parser, '"');
		return kin_sql_next(parser) != 0 ? NULL : read_name(parser, text);
	case KIN_SQL_NAME:
		return read_word(parser);
	default:
		break;
	}
	if (kin_sql_is_sign(parser, "["))
		return read_items(parser);
	if (!kin_sql_is_sign(parser, "("))
		return kin_sql_fail(parser, "a value expected");
	if (kin_sql_next(parser) != 0 || (node = kin_sql_read(parser)) == NULL || !kin_sql_skip(parser, ")"))
		return NULL;
	return node;
}
