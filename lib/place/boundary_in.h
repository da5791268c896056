/* boundary_in -- what the files of boundary share. */
#ifndef BOUNDARY_IN_H
#define BOUNDARY_IN_H

#include <geos_c.h>

#include "kin/place/boundary.h"

enum { FOUND_BEFORE = 4096 };	/* the same houses come again and again */

struct ward {
	char				 code[10];
	char				 name[64];	/* or empty */
	GEOSGeometry			*shape;
	const GEOSPreparedGeometry	*prepared;
};

struct found {
	int32_t	easting, northing;
	int32_t	ward;			/* number + 1; 0 = nothing here, -1 = in none */
};

struct kin_boundary {
	GEOSContextHandle_t	 geos;
	char			 why[160];	/* what GEOS said last */
	struct ward		*wards;
	size_t			 count, cap;
	GEOSSTRtree		*tree;
	struct found		 found[FOUND_BEFORE];
};

#endif
