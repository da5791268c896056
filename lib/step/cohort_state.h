/* What the files of cohort share. */
#ifndef KIN_COHORT_STATE_H
#define KIN_COHORT_STATE_H

#include <stdint.h>

#include "kin/base/map.h"
#include "kin/field/when.h"
#include "kin/step/cohort.h"

#define KIN_COHORT_NO_NODE	UINT32_MAX

enum kin_cohort_is {
	KIN_COHORT_NO,
	KIN_COHORT_UNKNOWN,
	KIN_COHORT_YES
};

enum kin_cohort_sort {
	KIN_COHORT_AND,
	KIN_COHORT_OR,
	KIN_COHORT_NOT,
	KIN_COHORT_RULE,	/* one from above: left is its number */
	KIN_COHORT_AGE,
	KIN_COHORT_LIST,
	KIN_COHORT_WORDS,
	KIN_COHORT_HAS,
	KIN_COHORT_TEXT,	/* equal to one of the values */
	KIN_COHORT_NUMBER,
	KIN_COHORT_DATE,
	KIN_COHORT_PRESENT
};

enum kin_cohort_order {
	KIN_COHORT_IS,
	KIN_COHORT_IS_NOT,
	KIN_COHORT_LESS,
	KIN_COHORT_AT_MOST,
	KIN_COHORT_MORE,
	KIN_COHORT_AT_LEAST
};

struct kin_cohort_node {
	enum kin_cohort_sort	sort;
	enum kin_cohort_order	order;
	uint32_t		left, right;
	int			field;		/* or KIN_FIELD_NONE: name is a member's own */
	struct kin_str		name, part;	/* "household", "size"; part may be empty */
	struct kin_str		*values;	/* of WORDS and HAS folded, with a space at both ends */
	size_t			value_count;
	double			number;		/* AGE: years or months */
	bool			months;
	int32_t			first, last;	/* days of a date; AGE: first is the day it is counted on */
};

struct kin_cohort_rule {
	struct kin_str		name;
	uint32_t		node;
	enum kin_cohort_is	is;		/* for the record in hand */
	unsigned long long	in, unknown;
};

struct kin_cohort {
	struct kin_cohort_opts	 opts;
	int32_t			 today;
	struct kin_cohort_node	*nodes;
	size_t			 node_count, node_cap;
	struct kin_cohort_rule	*rules;
	size_t			 rule_cap;
	struct kin_map		*names;		/* of the rules */
	struct kin_arena	 arena;
	struct kin_buf		 text, folded, cohorts, why, line;	/* scratch */
	struct kin_str		 found;		/* the value of a rule that fitted last */
	struct kin_rec		 rec;		/* of kin_cohort_line */
};

/* Of the record in hand; rules above must have been asked. */
enum kin_cohort_is kin_cohort_ask(struct kin_cohort *cohort, struct kin_rec *rec, uint32_t node);
/* Adds sentences, each with a comma before it unless it is the first, that say why node is so. */
void	kin_cohort_explain(struct kin_cohort *cohort, struct kin_rec *rec, uint32_t node);

#endif
