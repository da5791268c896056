/*
 * met -- who was met where, each once; count's own.
 *
 * Shape    most people are met in the same few places, in the same order: a person
 *          holds the number of a node, and a node is one place more than its parent.
 *          So a person takes one look at memory that is not at hand, and one of whom's
 *          places.  Where people share no nodes, or one is met in more than DEEP places,
 *          the places go into a set.
 * Limits   who is 64 bits, well mixed or not.
 * Owns     met owns its memory; { 0 } is nobody.
 * Room     tally.
 */
#ifndef KIN_MET_H
#define KIN_MET_H

#include "kin/tally/whom.h"

struct met_node {
	uint64_t	place;
	uint32_t	parent;
	uint32_t	depth;
};

/* 64-bit numbers that are in; nought marks a free place and is kept as 1. */
struct met_set {
	uint64_t	*slots;
	size_t		 mask, used;
};

struct met {
	struct kin_whom		 people;	/* their nodes */
	struct met_node		*nodes;		/* 0 is nowhere */
	size_t			 count, cap;
	uint32_t		*children;	/* of nodes, by parent and place */
	size_t			 child_mask;
	struct met_set		 rest;
};

void	met_fini(struct met *met);

/* Notes who at place (not nought); false when they were met there before. */
bool	met_add(struct met *met, uint64_t who, uint64_t place);

#endif
