/* grid: the guide's worked example, a point known in both, there and back, and the borough's own list. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <check.h>

#include "kin/place/grid.h"

static double
angle(double d, double m, double s)
{
	return d + m / 60 + s / 3600;
}

/* Annex C of the guide: Caister water tower, on OSGB36. */
START_TEST(worked_example)
{
	struct kin_degrees tower = { angle(52, 39, 27.2531), angle(1, 43, 4.5177) }, back;
	struct kin_grid grid = kin_grid_project(tower);

	ck_assert_double_eq_tol(grid.easting, 651409.903, 0.0015);
	ck_assert_double_eq_tol(grid.northing, 313177.270, 0.0015);
	back = kin_grid_unproject((struct kin_grid){ 651409.903, 313177.270 });
	ck_assert_double_eq_tol(back.lat, tower.lat, 1e-8);
	ck_assert_double_eq_tol(back.lon, tower.lon, 1e-8);
}
END_TEST

START_TEST(there_and_back)
{
	for (int east = 100000; east < 660000; east += 70000) {
		for (int north = 20000; north < 1200000; north += 90000) {
			struct kin_grid grid = { east, north };
			struct kin_grid again = kin_grid_from_wgs84(kin_grid_to_wgs84(grid));

			/* the parameters turned round are not quite their inverse: the guide says so */
			ck_assert_double_eq_tol(again.easting, east, 0.02);
			ck_assert_double_eq_tol(again.northing, north, 0.02);
		}
	}
}
END_TEST

/* Every postcode of a borough, turned to WGS 84 by PROJ with the same parameters. */
START_TEST(as_proj_has_it)
{
	const char *folder = getenv("KIN_DATA");
	char path[512], line[256], postcode[16];
	double east, north, lat, lon, far = 0;
	int quality, rows = 0;
	FILE *file;

	snprintf(path, sizeof(path), "%s/geo_barking_dagenham/postcodes.csv", folder ? folder : "../shared/data");
	file = fopen(path, "r");
	if (!file) {
		printf("SKIP as_proj_has_it: no %s\n", path);
		return;
	}
	while (fgets(line, sizeof(line), file)) {
		struct kin_grid grid;

		if (sscanf(line, "%15[^,],%d,%lf,%lf,%lf,%lf", postcode, &quality, &east, &north, &lat, &lon) != 6)
			continue;
		grid = kin_grid_from_wgs84((struct kin_degrees){ lat, lon });
		far = fmax(far, hypot(grid.easting - east, grid.northing - north));
		rows++;
	}
	fclose(file);
	ck_assert_int_eq(rows, 3866);
	ck_assert_double_lt(far, 0.2);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("grid");
	TCase *tcase = tcase_create("grid");
	SRunner *runner;
	int failed;

	tcase_add_test(tcase, worked_example);
	tcase_add_test(tcase, there_and_back);
	tcase_add_test(tcase, as_proj_has_it);
	suite_add_tcase(suite, tcase);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed > 0;
}
