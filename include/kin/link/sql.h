/*
 * sql -- the expressions that compare two records, as Splink's models write them.
 *
 * Shape    a set holds the columns and expressions of one model.  What depends on one
 *          record alone (a column, SUBSTRING of it …) is an operand: worked out once
 *          for each record; an expression is then evaluated on the operands of two
 *          records.  Equal parts of expressions are one node, worked out once a pair.
 * Limits   string distances look at the first 255 bytes (similar.h).
 * Errors   what is not known (a function, a word, a sign) is refused with its name;
 *          a value of the wrong type is NULL, as DuckDB's try_cast has it.
 * Owns     the set owns nodes and literals; values lend the caller's text.
 * Room     link; knows base only.
 * Source   DuckDB 1.5 and 2.0: three-valued logic, bytes in string distances, lists
 *          from 1, strptime; RE2 for patterns (regex.h).
 */
#ifndef KIN_SQL_H
#define KIN_SQL_H

#include <stdint.h>

#include "kin/base/err.h"
#include "kin/base/mem.h"

enum kin_sql_type {
	KIN_SQL_NULL,
	KIN_SQL_BOOL,		/* number is 0 or 1 */
	KIN_SQL_NUMBER,
	KIN_SQL_TIME,		/* number is seconds since 1970 */
	KIN_SQL_TEXT,
	KIN_SQL_LIST
};

struct kin_sql_value {
	enum kin_sql_type		 type;
	uint32_t			 count;		/* of a list */
	double				 number;
	struct kin_str			 text;
	const struct kin_sql_value	*items;		/* of a list */
};

/* How an expression names the two records. */
enum kin_sql_sides {
	KIN_SQL_SUFFIX,		/* "name_l" = "name_r": the levels of comparisons */
	KIN_SQL_PREFIX		/* l.name = r.name: blocking rules */
};

struct kin_sql;			/* a set */
struct kin_sql_node;		/* an expression in it; borrowed until the set is freed */

struct kin_sql	*kin_sql_new(void);
void		 kin_sql_free(struct kin_sql *sql);

/* err says what is not known, and where. */
int		 kin_sql_parse(struct kin_sql *sql, struct kin_str text, enum kin_sql_sides sides,
		    const struct kin_sql_node **out, struct kin_err *err);

/* The column of that name, new when nobody has named it; the case of letters does not matter. */
uint32_t	 kin_sql_column(struct kin_sql *sql, struct kin_str name);
uint32_t	 kin_sql_columns(const struct kin_sql *sql);
struct kin_str	 kin_sql_column_name(const struct kin_sql *sql, uint32_t column);

/* Does any expression take it for a list? */
bool		 kin_sql_column_is_list(const struct kin_sql *sql, uint32_t column);
/* The format in which expressions read it as a date or time; the empty slice when they do not. */
struct kin_str	 kin_sql_column_format(const struct kin_sql *sql, uint32_t column);

uint32_t	 kin_sql_operands(const struct kin_sql *sql);
/* Is it a column and nothing else?  Its number, or -1. */
int		 kin_sql_operand_column(const struct kin_sql *sql, uint32_t operand);
/* columns: a value for each column.  The result may lend from them and from arena. */
struct kin_sql_value kin_sql_operand(struct kin_sql *sql, uint32_t operand,
		    const struct kin_sql_value *columns, struct kin_arena *arena);

/* Marks in used[operands] what the expression takes from either record. */
void		 kin_sql_used(const struct kin_sql_node *node, bool *used);
/* When it is "x_l = x_r" of one operand and nothing else: that operand, or -1. */
int		 kin_sql_same_operand(const struct kin_sql_node *node);
/* The parts between its outermost ANDs: *at is 0 at first; NULL after the last. */
const struct kin_sql_node *kin_sql_and(const struct kin_sql_node *node, size_t *at);

/* Room to evaluate in: one for each thread. */
struct kin_sql_room;
struct kin_sql_room	*kin_sql_room_new(const struct kin_sql *sql);
void			 kin_sql_room_free(struct kin_sql_room *room);

/* Another pair: operands of both records, borrowed until the next pair. */
void		 kin_sql_pair(struct kin_sql_room *room, const struct kin_sql_value *left,
		    const struct kin_sql_value *right);
/* Of the pair at hand; borrowed until the next. */
const struct kin_sql_value *kin_sql_eval(struct kin_sql_room *room, const struct kin_sql_node *node);
bool		 kin_sql_holds(struct kin_sql_room *room, const struct kin_sql_node *node);

#endif
