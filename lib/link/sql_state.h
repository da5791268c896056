/* What the files of sql share among themselves. */
#ifndef KIN_SQL_STATE_H
#define KIN_SQL_STATE_H

#include "kin/base/buf.h"
#include "kin/base/map.h"
#include "kin/link/regex.h"
#include "kin/link/sql.h"

enum kin_sql_op {
	KIN_SQL_LITERAL,
	KIN_SQL_COLUMN,		/* of one record: inside operands only, once the set is whole */
	KIN_SQL_OPERAND,
	KIN_SQL_PARAM,		/* of a lambda */
	KIN_SQL_LAMBDA,
	KIN_SQL_CALL,
	KIN_SQL_CAST,
	KIN_SQL_EQ,
	KIN_SQL_NE,
	KIN_SQL_LT,
	KIN_SQL_LE,
	KIN_SQL_GT,
	KIN_SQL_GE,
	KIN_SQL_AND,
	KIN_SQL_OR,
	KIN_SQL_NOT,
	KIN_SQL_IS_NULL,
	KIN_SQL_ADD,
	KIN_SQL_SUB,
	KIN_SQL_MUL,
	KIN_SQL_DIV,
	KIN_SQL_NEG,
	KIN_SQL_JOIN,		/* || */
	KIN_SQL_CASE,		/* when, then, when, then …, else */
	KIN_SQL_INDEX,		/* list[n] */
	KIN_SQL_ITEMS		/* [a, b] */
};

enum { KIN_SQL_LEFT = 1, KIN_SQL_RIGHT = 2, KIN_SQL_LAMBDAS = 8, KIN_SQL_ARGS = 8 };

enum kin_sql_cast {
	KIN_SQL_TO_TEXT,
	KIN_SQL_TO_WHOLE,
	KIN_SQL_TO_FLOAT,	/* of 32 bits */
	KIN_SQL_TO_DOUBLE,
	KIN_SQL_TO_TIME,
	KIN_SQL_TO_DATE,
	KIN_SQL_TO_BOOL
};

struct kin_sql_call;

struct kin_sql_node {
	enum kin_sql_op			  op;
	uint8_t				  sides;	/* which records it reads */
	uint8_t				  params;	/* lambdas whose parameter it reads and does not bind */
	uint8_t				  side;		/* of a column or operand */
	uint32_t			  id;		/* place in the set */
	uint32_t			  index;	/* column, operand, lambda, cast */
	uint32_t			  kids;
	struct kin_sql_node		**kid;
	const struct kin_sql_call	 *call;
	struct kin_regex		 *regex;	/* of a call whose pattern is a literal */
	struct kin_sql_value		  literal;
};

struct kin_sql {
	struct kin_arena	  arena;
	struct kin_sql_node	**node;
	size_t			  nodes, node_cap;
	struct kin_sql_node	**operand;	/* in terms of columns of one record */
	size_t			  operands, operand_cap;
	struct kin_map		 *columns;	/* by name in small letters */
	struct kin_str		 *name;		/* as first written */
	size_t			  name_cap;
	struct kin_sql_room	 *room;		/* where operands are worked out; NULL until asked */
	struct kin_buf		  text;
};

struct kin_sql_room {
	const struct kin_sql		*sql;
	const struct kin_sql_value	*record[3];	/* columns, left operands, right operands */
	struct kin_sql_value		*memo;		/* of each node */
	uint32_t			*stamp;		/* pair for which memo is right */
	uint32_t			 pair;
	struct kin_sql_value		 param[KIN_SQL_LAMBDAS];
	struct kin_arena		 arena;
};

/* A call with its arguments worked out. */
struct kin_sql_ask {
	struct kin_sql_room		*room;
	const struct kin_sql_node	*node;
	const struct kin_sql_value	*args;
};

/* A function: how many arguments, and what it does. */
struct kin_sql_call {
	const char	*name;
	uint8_t		 least, most;	/* arguments */
	bool		 strict;	/* NULL when any argument is */
	bool		 lambda;	/* the second argument is one */
	bool		 pattern;	/* the second argument is one */
	void		(*act)(const struct kin_sql_ask *ask, struct kin_sql_value *out);
};

/* NULL: no function of that name. */
const struct kin_sql_call *kin_sql_call_find(struct kin_str name);
const struct kin_sql_call *kin_sql_list_call_find(struct kin_str name);

/* The node like this one, new when there is none. */
struct kin_sql_node	*kin_sql_node(struct kin_sql *sql, const struct kin_sql_node *like);
/* The same expression with what depends on one record put into operands. */
struct kin_sql_node	*kin_sql_hoist(struct kin_sql *sql, struct kin_sql_node *node);

/* Evaluates, with parameters of lambdas as they are in the room. */
const struct kin_sql_value *kin_sql_value(struct kin_sql_room *room, const struct kin_sql_node *node);

/* Conversions; false: it is none. */
bool	kin_sql_number(const struct kin_sql_value *value, double *out);
bool	kin_sql_time(const struct kin_sql_value *value, double *out);
/* <0, 0, >0; false where types do not go together or one is NULL. */
bool	kin_sql_compare(const struct kin_sql_value *a, const struct kin_sql_value *b, int *out);

/* Times by a format of strptime, and as ISO 8601. */
bool	kin_sql_strptime(struct kin_str text, struct kin_str format, double *out);
bool	kin_sql_iso(struct kin_str text, double *out);

static inline struct kin_sql_value
kin_sql_make_number(double number)
{
	return (struct kin_sql_value){ .type = KIN_SQL_NUMBER, .number = number };
}

static inline struct kin_sql_value
kin_sql_make_bool(bool truth)
{
	return (struct kin_sql_value){ .type = KIN_SQL_BOOL, .number = truth };
}

static inline struct kin_sql_value
kin_sql_make_text(struct kin_str text)
{
	return (struct kin_sql_value){ .type = KIN_SQL_TEXT, .text = text };
}

#endif
