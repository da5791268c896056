/* The wards as shapes, for whoever draws them. */
#include "boundary_in.h"

struct kin_str
kin_boundary_code(const struct kin_boundary *b, size_t ward)
{
	return kin_str_of(b->wards[ward].code);
}

struct kin_str
kin_boundary_name(const struct kin_boundary *b, size_t ward)
{
	return kin_str_of(b->wards[ward].name);
}

bool
kin_boundary_inside(const struct kin_boundary *b, size_t ward, struct kin_grid *out)
{
	GEOSGeometry *point = GEOSPointOnSurface_r(b->geos, b->wards[ward].shape);
	bool found = point != NULL && GEOSGeomGetX_r(b->geos, point, &out->easting) == 1 &&
	    GEOSGeomGetY_r(b->geos, point, &out->northing) == 1;

	GEOSGeom_destroy_r(b->geos, point);
	return found;
}

static void
tell_ring(const struct kin_boundary *b, const GEOSGeometry *ring, kin_boundary_tell *tell, void *ctx)
{
	const GEOSCoordSequence *seq = GEOSGeom_getCoordSeq_r(b->geos, ring);
	unsigned count = 0;
	struct kin_grid at;

	if (seq == NULL || GEOSCoordSeq_getSize_r(b->geos, seq, &count) == 0)
		return;
	for (unsigned i = 0; i < count; i++) {
		if (GEOSCoordSeq_getXY_r(b->geos, seq, i, &at.easting, &at.northing) == 1)
			tell(ctx, i == 0, at);
	}
}

/* A shape made valid may hold lines, which are no part of a ward. */
static void
tell_shape(const struct kin_boundary *b, const GEOSGeometry *shape, kin_boundary_tell *tell, void *ctx)
{
	int type = GEOSGeomTypeId_r(b->geos, shape);

	if (type == GEOS_POLYGON) {
		tell_ring(b, GEOSGetExteriorRing_r(b->geos, shape), tell, ctx);
		for (int i = 0; i < GEOSGetNumInteriorRings_r(b->geos, shape); i++)
			tell_ring(b, GEOSGetInteriorRingN_r(b->geos, shape, i), tell, ctx);
	} else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
		for (int i = 0; i < GEOSGetNumGeometries_r(b->geos, shape); i++)
			tell_shape(b, GEOSGetGeometryN_r(b->geos, shape, i), tell, ctx);
	}
}

void
kin_boundary_shape(const struct kin_boundary *b, size_t ward, kin_boundary_tell *tell, void *ctx)
{
	tell_shape(b, b->wards[ward].shape, tell, ctx);
}
