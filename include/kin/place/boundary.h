/*
 * boundary -- in which ward a point lies, by the wards' own polygons.
 *
 * Shape    a GeoJSON file of Polygon and MultiPolygon features, each with a ward's GSS
 *          code among its properties (WD25CD, say): the first value of a ward's form,
 *          E05, W05, S13 or N08 and six figures.  Positions are degrees of WGS 84, as
 *          GeoJSON has them, or metres of the National Grid when they cannot be
 *          degrees.  Polygons are kept in the grid, prepared and in a tree of boxes.
 * Units    metres of the British National Grid.
 * Limits   as exact as grid.h and the boundaries: generalised ones cut corners, a house
 *          at a ward's edge can be beside it.
 * Errors   -1 with err->text that names the file and the feature.  A point on the edge
 *          of two wards is in the one that stands first in the file.
 * Owns     codes lent are valid until the boundaries are freed.
 * Room     place; GEOS's only home.
 * Source   RFC 7946; GEOS 3.8 or later, its C interface.
 */
#ifndef KIN_BOUNDARY_H
#define KIN_BOUNDARY_H

#include <stdint.h>

#include "kin/base/err.h"
#include "kin/base/str.h"
#include "kin/place/grid.h"

struct kin_boundary;

/* new; NULL with *err filled when it cannot be read (errno is set) or is no such file (errno is 0). */
struct kin_boundary *kin_boundary_load(const char *path, struct kin_err *err);
void		 kin_boundary_free(struct kin_boundary *boundary);

/* How many wards there are. */
size_t		 kin_boundary_count(const struct kin_boundary *boundary);

/* The GSS code of the ward in which the point lies; false when it is in none. */
bool		 kin_boundary_find(struct kin_boundary *boundary, int32_t easting, int32_t northing,
		    struct kin_str *code);

/* A ward by its number in the file, from 0; the name is that beside the code (WD25NM), or "name", or empty. */
struct kin_str	 kin_boundary_code(const struct kin_boundary *boundary, size_t ward);
struct kin_str	 kin_boundary_name(const struct kin_boundary *boundary, size_t ward);
/* A point well inside it; false when it has none. */
bool		 kin_boundary_inside(const struct kin_boundary *boundary, size_t ward, struct kin_grid *out);

/* Told the corners of each ring one after another; holes are rings like others. */
typedef void	 kin_boundary_tell(void *ctx, bool new_ring, struct kin_grid at);
void		 kin_boundary_shape(const struct kin_boundary *boundary, size_t ward, kin_boundary_tell *tell,
		    void *ctx);

#endif
