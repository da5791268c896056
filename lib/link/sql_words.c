/* The words of an expression. */
#include "sql_parser.h"

#include <stdio.h>

#include "kin/base/ascii.h"

static bool
is_name(char c)
{
	return kin_ascii_is_letter(c) || kin_ascii_is_digit(c) || c == '_' || (c & 0x80);
}

/* Length of the word at p: a quoted one up to its quote, doubled ones in it passed over. */
static size_t
quoted_length(struct kin_str rest, char quote)
{
	size_t at = 1;

	while (at < rest.len && (rest.p[at] != quote
	    || (at + 1 < rest.len && rest.p[at + 1] == quote)))
		at += rest.p[at] == quote ? 2 : 1;
	return at < rest.len ? at + 1 : 0;
}

static size_t
number_length(struct kin_str rest)
{
	size_t at = 0;

	while (at < rest.len && (kin_ascii_is_digit(rest.p[at]) || rest.p[at] == '.'))
		at++;
	if (at < rest.len && (rest.p[at] == 'e' || rest.p[at] == 'E')) {
		size_t exponent = at + 1;

		if (exponent < rest.len && (rest.p[exponent] == '-' || rest.p[exponent] == '+'))
			exponent++;
		if (exponent < rest.len && kin_ascii_is_digit(rest.p[exponent])) {
			for (at = exponent; at < rest.len && kin_ascii_is_digit(rest.p[at]); )
				at++;
		}
	}
	return at;
}

static size_t
sign_length(struct kin_str rest)
{
	static const char *const two[] = { "<=", ">=", "<>", "!=", "==", "||", "::", "->" };

	for (size_t i = 0; i < sizeof(two) / sizeof(*two); i++) {
		if (kin_str_has_prefix(rest, kin_str_of(two[i])))
			return 2;
	}
	return 1;
}

int
kin_sql_next(struct kin_sql_parser *parser)
{
	struct kin_str rest;
	size_t length = 0;
	char c;

	while (parser->at < parser->text.len && strchr(" \t\r\n", parser->text.p[parser->at]) != NULL)
		parser->at++;
	rest = kin_str(parser->text.p + parser->at, parser->text.len - parser->at);
	parser->kind = KIN_SQL_END;
	parser->word = kin_str(rest.p, 0);
	if (rest.len == 0)
		return 0;
	c = rest.p[0];
	if (c == '"' || c == '\'') {
		length = quoted_length(rest, c);
		if (length == 0)
			return kin_fail(parser->err, "a quote without an end");
		parser->kind = c == '"' ? KIN_SQL_QUOTED : KIN_SQL_STRING;
		parser->word = kin_str(rest.p + 1, length - 2);
		parser->at += length;
		return 0;
	}
	if (kin_ascii_is_digit(c) || (c == '.' && rest.len > 1 && kin_ascii_is_digit(rest.p[1]))) {
		parser->kind = KIN_SQL_DIGITS;
		length = number_length(rest);
	} else if (is_name(c)) {
		parser->kind = KIN_SQL_NAME;
		while (length < rest.len && is_name(rest.p[length]))
			length++;
	} else {
		parser->kind = KIN_SQL_SIGN;
		length = sign_length(rest);
	}
	parser->word = kin_str(rest.p, length);
	parser->at += length;
	return 0;
}

bool
kin_sql_is_sign(const struct kin_sql_parser *parser, const char *sign)
{
	return parser->kind == KIN_SQL_SIGN && kin_str_is(parser->word, kin_str_of(sign));
}

bool
kin_sql_is_word(const struct kin_sql_parser *parser, const char *word)
{
	return parser->kind == KIN_SQL_NAME
	    && kin_str_is_nocase(parser->word, kin_str_of(word));
}

struct kin_sql_node *
kin_sql_fail(struct kin_sql_parser *parser, const char *what)
{
	if (parser->kind == KIN_SQL_END)
		kin_fail(parser->err, "%s at the end", what);
	else
		kin_fail(parser->err, "%s at \"%.*s\"", what, (int)parser->word.len,
		    parser->word.p);
	return NULL;
}

bool
kin_sql_skip(struct kin_sql_parser *parser, const char *sign)
{
	if (!kin_sql_is_sign(parser, sign)) {
		char what[40];

		snprintf(what, sizeof(what), "\"%s\" expected", sign);
		kin_sql_fail(parser, what);
		return false;
	}
	return kin_sql_next(parser) == 0;
}

struct kin_str
kin_sql_undouble(struct kin_sql_parser *parser, char quote)
{
	struct kin_buf *out = &parser->sql->text;

	kin_buf_clear(out);
	for (size_t i = 0; i < parser->word.len; i++) {
		kin_buf_putc(out, parser->word.p[i]);
		i += parser->word.p[i] == quote;
	}
	return kin_arena_keep(&parser->sql->arena, kin_buf_str(out));
}
