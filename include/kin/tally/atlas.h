/*
 * atlas -- areas with codes, names and outlines, to draw counts on.
 *
 * Shape    an area, then its rings, corner by corner; then find it by its code.
 *          kin_atlas_draw puts the numbers of a table on them: a shade for each of at
 *          most five classes with about as many different values in each, the number
 *          itself on every area that has room for it, hatching for what is hidden,
 *          dots for what has no rate, plain paper for what the table does not have.
 * Looks    corners are put on a grid of a thousandth of the width, the same for both
 *          sides of a border, so that no gap opens; what falls together is one.
 * Units    metres east and north, or any others that are square.
 * Owns     texts and corners are copied in.
 * Room     tally; knows only base.
 */
#ifndef KIN_ATLAS_H
#define KIN_ATLAS_H

#include "kin/base/buf.h"
#include "kin/tally/table.h"

struct kin_atlas;

struct kin_atlas *kin_atlas_new(void);
void	 kin_atlas_free(struct kin_atlas *atlas);

/* x, y: where its number stands.  An area of a code that there is already adds to it. */
void	 kin_atlas_area(struct kin_atlas *atlas, struct kin_str code, struct kin_str name, double x, double y);
/* A corner of the area begun last; new_ring: the first of its ring. */
void	 kin_atlas_corner(struct kin_atlas *atlas, bool new_ring, double x, double y);

/* The name of an area; empty where it has none or there is no such area. */
struct kin_str kin_atlas_name(const struct kin_atlas *atlas, struct kin_str code);

/*
 * Do the rows of the table have codes of these areas in their one key?  A table
 * without a row does, if its key is "ward".
 */
bool	 kin_atlas_has(const struct kin_atlas *atlas, const struct kin_table *table);

/* Adds the map of the table's rate, or else of its first count, with its key and what is not on it. */
void	 kin_atlas_draw(const struct kin_atlas *atlas, const struct kin_table *table, struct kin_buf *out);

#endif
