/* What the compiler of patterns hands to their finder. */
#ifndef KIN_REGEX_STATE_H
#define KIN_REGEX_STATE_H

#include <stdint.h>

#include "kin/base/mem.h"
#include "kin/link/regex.h"

enum kin_regex_op {
	KIN_REGEX_CHAR,		/* x: the character */
	KIN_REGEX_ANY,		/* all but a line break */
	KIN_REGEX_CLASS,	/* x: number of the class */
	KIN_REGEX_SPLIT,	/* x before y */
	KIN_REGEX_JUMP,		/* x */
	KIN_REGEX_SAVE,		/* x: place in the captures */
	KIN_REGEX_BEGIN,
	KIN_REGEX_END,
	KIN_REGEX_WORD,		/* x: 1 at a word's edge, 0 elsewhere */
	KIN_REGEX_MATCH
};

struct kin_regex_step {
	enum kin_regex_op	op;
	uint32_t		x, y;
};

struct kin_regex_range {
	uint32_t	low, high;
};

struct kin_regex_class {
	size_t	first, count;	/* of ranges */
	bool	not;
};

struct kin_regex {
	struct kin_regex_step	*step;
	size_t			 steps, step_cap;
	struct kin_regex_class	*class;
	size_t			 classes, class_cap;
	struct kin_regex_range	*range;
	size_t			 ranges, range_cap;
	int			 groups;
};

/* Adds a step; returns its place. */
size_t	kin_regex_put(struct kin_regex *regex, enum kin_regex_op op, size_t x, size_t y);
/* Makes room for one step at place; what stands behind moves on, and its aims with it. */
void	kin_regex_insert(struct kin_regex *regex, size_t place, struct kin_regex_step step);
/* The steps from .. to once more, at the end. */
void	kin_regex_copy(struct kin_regex *regex, size_t from, size_t to);

struct kin_regex_reader {
	struct kin_regex	*regex;
	struct kin_str		 text;
	size_t			 at;
	struct kin_err		*err;
	bool			 nocase;
	int			 depth;
};

/* Is the next byte c?  take: then it is passed. */
bool	kin_regex_is_at(const struct kin_regex_reader *reader, char c);
bool	kin_regex_take(struct kin_regex_reader *reader, char c);
/* A class to be filled, and what is filled into the last one. */
void	kin_regex_new_class(struct kin_regex *regex, bool not);
void	kin_regex_add_range(struct kin_regex_reader *reader, uint32_t low, uint32_t high);
/* \d \w \s; false when c is none of them. */
bool	kin_regex_add_named(struct kin_regex_reader *reader, char c);
/* The character behind a backslash, when it stands for one. */
int	kin_regex_escaped(struct kin_regex_reader *reader, uint32_t *out);
/* A class behind its [. */
int	kin_regex_read_class(struct kin_regex_reader *reader);

#endif
