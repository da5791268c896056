/* What the files of the parser share: words, and who reads what. */
#ifndef KIN_SQL_PARSER_H
#define KIN_SQL_PARSER_H

#include "sql_state.h"

enum { KIN_SQL_DEEPEST = 200 };

enum kin_sql_word {
	KIN_SQL_END,
	KIN_SQL_NAME,
	KIN_SQL_QUOTED,
	KIN_SQL_DIGITS,
	KIN_SQL_STRING,
	KIN_SQL_SIGN
};

struct kin_sql_parser {
	struct kin_sql		*sql;
	struct kin_str		 text;
	size_t			 at;
	enum kin_sql_word	 kind;		/* of the word at hand */
	struct kin_str		 word;		/* without quotes; "" and '' in it still double */
	enum kin_sql_sides	 sides;
	struct kin_str		 param[KIN_SQL_LAMBDAS];
	uint32_t		 params;
	int			 depth;
	struct kin_err		*err;
};

/* The next word; -1 with err for a quote without an end. */
int	kin_sql_next(struct kin_sql_parser *parser);
bool	kin_sql_is_sign(const struct kin_sql_parser *parser, const char *sign);
bool	kin_sql_is_word(const struct kin_sql_parser *parser, const char *word);
/* Passes the sign; false with err when another word is there. */
bool	kin_sql_skip(struct kin_sql_parser *parser, const char *sign);
/* The word without its doubled quotes. */
struct kin_str kin_sql_undouble(struct kin_sql_parser *parser, char quote);
/* err: what, and the word at which; returns NULL. */
struct kin_sql_node *kin_sql_fail(struct kin_sql_parser *parser, const char *what);

/* A value: literal, column, call, CASE, CAST, list, or an expression in brackets.  NULL with err. */
struct kin_sql_node *kin_sql_read_one(struct kin_sql_parser *parser);
/* A type's name, as the cast to it. */
bool	kin_sql_read_type(struct kin_sql_parser *parser, uint32_t *type);
/* A whole expression. */
struct kin_sql_node *kin_sql_read(struct kin_sql_parser *parser);

struct kin_sql_args {
	struct kin_sql_node	*list[KIN_SQL_ARGS];
	uint32_t		 count;
};

/* Values with commas between, up to end; call: whose they are, or NULL. */
bool	kin_sql_read_args(struct kin_sql_parser *parser, const struct kin_sql_call *call,
	    const char *end, struct kin_sql_args *args);

#endif
