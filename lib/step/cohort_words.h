/* The words and signs of rules, and what reads rules out of them. */
#ifndef KIN_COHORT_WORDS_H
#define KIN_COHORT_WORDS_H

#include "cohort_state.h"

enum kin_cohort_token_sort {
	KIN_COHORT_END,
	KIN_COHORT_RULE_END,		/* a line that does not go on with the one before */
	KIN_COHORT_WORD,
	KIN_COHORT_QUOTED,
	KIN_COHORT_SIGN
};

struct kin_cohort_token {
	enum kin_cohort_token_sort sort;
	struct kin_str	text;		/* quoted: what is between the quotes */
	long		line, column;
};

/* A text of rules while it is read. */
struct kin_cohort_words {
	struct kin_str		 text;
	size_t			 at, line_at;
	long			 line;		/* from 1 */
	struct kin_cohort_token	 next;
	struct kin_err		*err;
	bool			 told;		/* that a rule ends here */
};

/* Reads the next; -1 with err. */
int	kin_cohort_advance(struct kin_cohort_words *p);
bool	kin_cohort_next_is(const struct kin_cohort_words *p, enum kin_cohort_token_sort sort, const char *text);
/* Goes on to the one after if the next is this: 1, or 0; -1 on a bad one after it. */
int	kin_cohort_take(struct kin_cohort_words *p, enum kin_cohort_token_sort sort, const char *text);
/* What is wrong, where; returns -1. */
int	kin_cohort_fail(struct kin_cohort_words *p, const struct kin_cohort_token *where, const char *text);

struct kin_cohort_parser {
	struct kin_cohort	*cohort;
	struct kin_cohort_words	 words;
	int			 depth;		/* of parentheses */
};

/* What may be asked of a record ("age >= 70", "list tenants"): its node, or KIN_COHORT_NO_NODE with err. */
uint32_t kin_cohort_read_asked(struct kin_cohort_parser *p);
uint32_t kin_cohort_add(struct kin_cohort_parser *p, struct kin_cohort_node node);

#endif
