/*
 * hide -- small numbers hidden so that nobody can work them out by subtraction.
 *
 * Shape    counts with margins are a flow: what goes into a node comes out of it.
 *          A cell goes from one node to another; a total goes back.  A table of
 *          rows and a total has two nodes, one of rows and columns with all its
 *          margins a node for each row and column and two for the grand total.
 * Promise  every hidden cell has at least two values, whole numbers of 1 or more,
 *          that agree with all that is shown.  Noughts stay, and who looks on may
 *          know that.
 * Method   a cell of 1 to least - 1 is hidden.  Each one needs a way round the
 *          nodes and back along which its value and others' may move by one
 *          together; the way that costs least is found (Dijkstra) and the
 *          cells on it are hidden too.
 * Limits   each cell stands in at most two sums: one table of two dimensions, or
 *          of one in a hierarchy.
 * Owns     plain memory until kin_hide_free.
 * Room     tally; knows only base.
 * Source   cell suppression by cycles in networks: Cox, J. Amer. Stat. Assoc. 75
 *          (1980) 377; an audit by integer programming is in tests/unit/test_hide.c.
 */
#ifndef KIN_HIDE_H
#define KIN_HIDE_H

#include <stdbool.h>
#include <stdint.h>

#include "kin/tally/table.h"

struct kin_hide;

struct kin_hide *kin_hide_new(void);
void	 kin_hide_free(struct kin_hide *hide);

uint32_t kin_hide_node(struct kin_hide *hide);
/* total: hidden only where there is no other way. */
uint32_t kin_hide_cell(struct kin_hide *hide, uint32_t from, uint32_t to, int64_t value,
	    bool total);
/* Hidden whatever its value. */
void	 kin_hide_must(struct kin_hide *hide, uint32_t cell);

void	 kin_hide_run(struct kin_hide *hide, int64_t least);
bool	 kin_hide_is_hidden(const struct kin_hide *hide, uint32_t cell);

struct kin_hiding {
	int64_t	least;		/* 1 to least - 1 is not shown; 0 = hide nothing */
	int64_t	step;		/* counts are rounded to a multiple of it; 0 or 1 = not */
};

/*
 * Hides and rounds the counts in all tables, and whatever says something of them.
 * Columns of one name and one total in several tables are one count: tables are then
 * each other's margins.
 */
void	 kin_hide_tables(struct kin_tables *tables, const struct kin_hiding *how);

#endif
