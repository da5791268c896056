/*
 * grid -- WGS 84 and the British National Grid, there and back.
 *
 * Shape    a point of the grid is metres east and north of its false origin; a point
 *          of WGS 84 is degrees.  Height is taken to be nought.
 * Units    metres; degrees.
 * Limits   Great Britain.  The seven parameters fit all of it at once: positions are
 *          within about 5 m of Ordnance Survey's OSTN15, mostly 2.  No file of shifts
 *          is read, so that every machine gives the same.
 * Errors   none.
 * Room     place; uses nothing.
 * Source   Ordnance Survey, A guide to coordinate systems in Great Britain (v3.6,
 *          2020): the parameters in section 6.6, formulas in annexes B and C, and the
 *          worked example of annex C in tests/unit/test_grid.c.
 */
#ifndef KIN_GRID_H
#define KIN_GRID_H

struct kin_grid {
	double	easting, northing;	/* metres */
};

struct kin_degrees {
	double	lat, lon;
};

struct kin_grid		kin_grid_from_wgs84(struct kin_degrees wgs84);
struct kin_degrees	kin_grid_to_wgs84(struct kin_grid grid);

/* The projection alone: degrees on the Airy 1830 ellipsoid (OSGB36). */
struct kin_grid		kin_grid_project(struct kin_degrees osgb36);
struct kin_degrees	kin_grid_unproject(struct kin_grid grid);

#endif
