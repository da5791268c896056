#include "report_atlas.h"

#include <errno.h>

#include "kin/place/boundary.h"

static void
tell(void *atlas, bool new_ring, struct kin_grid at)
{
	kin_atlas_corner(atlas, new_ring, at.easting, at.northing);
}

int
kin_report_atlas_read(const char *path, struct kin_atlas **atlas, struct kin_err *err)
{
	struct kin_boundary *boundary = kin_boundary_load(path, err);
	struct kin_grid at;

	if (boundary == NULL)
		return errno != 0 ? KIN_EXIT_IO : KIN_EXIT_USAGE;
	*atlas = kin_atlas_new();
	for (size_t i = 0; i < kin_boundary_count(boundary); i++) {
		if (!kin_boundary_inside(boundary, i, &at))
			continue;
		kin_atlas_area(*atlas, kin_boundary_code(boundary, i), kin_boundary_name(boundary, i),
		    at.easting, at.northing);
		kin_boundary_shape(boundary, i, tell, *atlas);
	}
	kin_boundary_free(boundary);
	return 0;
}
