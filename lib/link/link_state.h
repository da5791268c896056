/* What link.c fills and link_read.c reads. */
#ifndef KIN_LINK_STATE_H
#define KIN_LINK_STATE_H

#include "kin/link/assign.h"
#include "kin/link/groups.h"
#include "kin/link/link.h"
#include "kin/link/pairs.h"

struct decision {
	uint32_t	a, b;
	bool		same;
};

struct kin_link {
	struct kin_link_opts	 opts;
	size_t			 fields;	/* by which clusters are judged */
	struct kin_columns	*columns;
	struct kin_sides	 sides;		/* mode BETWEEN */
	struct kin_compare	*compare;
	struct kin_score	*person, *home;
	struct kin_model	 model;
	struct kin_estimate	 estimate;
	struct kin_pairs	 pairs;
	uint32_t		*edges_of, *edge_of;	/* of record r: edge_of[edges_of[r] .. edges_of[r + 1]) */
	struct decision		*decisions;
	size_t			 decision_count, decision_cap;
	struct kin_groups	*groups;
	uint32_t		*members;	/* groups->member by number as added */
	struct kin_assign	 assign;
	struct kin_link_report	 report;
};

/* Does a list (or any but list 0) hold a person more than once, by the estimate? */
bool	kin_link_repeats(const struct kin_link *link, bool others);
/* How many pairs are one person by the estimate; mode BETWEEN: of those between the sides. */
double	kin_link_same_pairs(const struct kin_link *link);
/* Lowers the caution where two lists that repeat nobody are one. */
void	kin_link_expect_partners(struct kin_link *link);
/* Fills assign. */
void	kin_link_assign(struct kin_link *link, const bool repeat[2], double cut);

/* Weights and pairs by the model of Splink in the options. */
void	kin_link_use_splink(struct kin_link *link, double keep);
/* Counts what the rules of that model would have lost at the cut. */
void	kin_link_count_lost(struct kin_link *link);
void	kin_link_explain_splink(const struct kin_link *link, uint32_t a, uint32_t b,
	    struct kin_link_part *parts);

#endif
