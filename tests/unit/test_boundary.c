/* boundary: small shapes with known insides, files that are none, and a borough of 3060 postcodes. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <check.h>

#include "kin/base/buf.h"
#include "kin/place/boundary.h"

static struct kin_boundary *
load(const char *text, struct kin_err *err)
{
	char path[] = "/tmp/test_boundary.XXXXXX";
	int fd = mkstemp(path);
	struct kin_boundary *b;

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq((int)write(fd, text, strlen(text)), (int)strlen(text));
	close(fd);
	b = kin_boundary_load(path, err);
	if (!b)		/* without the name, which changes */
		memmove(err->text, err->text + strlen(path) + 2, strlen(err->text + strlen(path) + 2) + 1);
	unlink(path);
	return b;
}

#define FEATURE(code, type, coordinates)	"{\"type\":\"Feature\",\"properties\":{\"FID\":1,\"LAD25CD\":\"E09000002\"," \
	"\"WD25CD\":\"" code "\"},\"geometry\":{\"type\":\"" type "\",\"coordinates\":" coordinates "}}"
#define COLLECTION(features)	"{\"type\":\"FeatureCollection\",\"features\":[" features "]}"
#define SQUARE(w, e)	"[[" w ",1000],[" e ",1000],[" e ",2000],[" w ",2000],[" w ",1000]]"

static const char *
ward_at(struct kin_boundary *b, int32_t east, int32_t north)
{
	static char text[16];
	struct kin_str code = KIN_STR("none");

	kin_boundary_find(b, east, north, &code);
	snprintf(text, sizeof(text), "%.*s", (int)code.len, code.p);
	return text;
}

struct outline {
	int	rings, corners;
	double	east;
};

static void
tell(void *ctx, bool new_ring, struct kin_grid at)
{
	struct outline *outline = ctx;

	outline->rings += new_ring;
	outline->corners++;
	outline->east = at.easting > outline->east ? at.easting : outline->east;
}

/* A hole is a ring; an hourglass made valid is two parts; a name stands beside its code or nowhere. */
START_TEST(outlines)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_boundary *b = load(COLLECTION(
	    FEATURE("E05000001\",\"WD25NM\":\"Al\\u0069bon\",\"LAD25NM\":\"Dagenham", "Polygon", "[" SQUARE("1000", "2000")
	    ",[[1400,1400],[1600,1400],[1600,1600],[1400,1600],[1400,1400]]]") ","
	    FEATURE("W05000003", "Polygon", "[[[7000,1000],[8000,2000],[8000,1000],[7000,2000],[7000,1000]]]")), &err);
	struct outline outline = { 0, 0, 0 };
	struct kin_grid at;

	ck_assert_msg(b != NULL, "%s", err.text);
	ck_assert_str_eq(kin_boundary_code(b, 0).p, "E05000001");
	ck_assert_str_eq(kin_boundary_name(b, 0).p, "Alibon");
	ck_assert_uint_eq(kin_boundary_name(b, 1).len, 0);
	kin_boundary_shape(b, 0, tell, &outline);
	ck_assert_int_eq(outline.rings, 2);
	ck_assert_int_eq(outline.corners, 10);
	ck_assert_double_eq(outline.east, 2000);
	outline = (struct outline){ 0, 0, 0 };
	kin_boundary_shape(b, 1, tell, &outline);
	ck_assert_int_eq(outline.rings, 2);
	ck_assert(kin_boundary_inside(b, 0, &at));
	ck_assert_str_eq(ward_at(b, (int32_t)at.easting, (int32_t)at.northing), "E05000001");
	kin_boundary_free(b);
}
END_TEST

START_TEST(shapes)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_boundary *b = load(COLLECTION(
	    FEATURE("E05000001", "Polygon", "[" SQUARE("1000", "2000") ",[[1400,1400],[1600,1400],[1600,1600],[1400,1600],[1400,1400]]]") ","
	    FEATURE("E05000002", "MultiPolygon", "[[" SQUARE("2000", "3000") "],[" SQUARE("5000", "6000") "]]") ","
	    FEATURE("W05000003", "Polygon", "[[[7000,1000],[8000,2000],[8000,1000],[7000,2000],[7000,1000]]]")), &err);

	ck_assert_msg(b != NULL, "%s", err.text);
	ck_assert_uint_eq(kin_boundary_count(b), 3);
	for (int again = 0; again < 2; again++) {
		ck_assert_str_eq(ward_at(b, 1100, 1100), "E05000001");
		ck_assert_str_eq(ward_at(b, 1500, 1500), "none");		/* the hole */
		ck_assert_str_eq(ward_at(b, 1400, 1500), "E05000001");		/* its edge */
		ck_assert_str_eq(ward_at(b, 2000, 1500), "E05000001");		/* of two, the first */
		ck_assert_str_eq(ward_at(b, 2001, 1500), "E05000002");
		ck_assert_str_eq(ward_at(b, 5500, 1500), "E05000002");
		ck_assert_str_eq(ward_at(b, 7900, 1500), "W05000003");		/* a bow tie, made two triangles */
		ck_assert_str_eq(ward_at(b, 7500, 1100), "none");
		ck_assert_str_eq(ward_at(b, 4000, 1500), "none");
	}
	kin_boundary_free(b);
}
END_TEST

static const struct {
	const char	*text, *want;
} wrong[] = {
	{ "{\"features\":[]}", "no feature in it" },
	{ "{\"type\":\"Topology\"}", "not GeoJSON: no \"features\"" },
	{ "ward,name\n", "not GeoJSON: it begins with no {" },
	{ COLLECTION("{\"properties\":{\"name\":\"Abbey\"}}"), "feature 1: no ward's code among its properties" },
	{ COLLECTION(FEATURE("E05000001", "Point", "[1,2]")), "feature 1: E05000001: neither Polygon nor MultiPolygon" },
	{ COLLECTION(FEATURE("E05000001", "Polygon", "[[[1,\"2\"]]]")), "feature 1: E05000001: a position that is not [x, y]" },
	{ COLLECTION(FEATURE("E05000001", "Polygon", "7")), "feature 1: E05000001: not rings of positions" },
	{ COLLECTION(FEATURE("E05000001", "Polygon", "[[[1,2],[3,4]]]")), NULL }	/* in GEOS's words */
};

START_TEST(wrong_files)
{
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct kin_err err = KIN_ERR_NONE;

		ck_assert_ptr_null(load(wrong[i].text, &err));
		ck_assert_int_eq(errno, 0);
		if (wrong[i].want)
			ck_assert_str_eq(err.text, wrong[i].want);
	}
}
END_TEST

static void
compare(const char *folder)
{
	struct kin_err err = KIN_ERR_NONE;
	char path[600], line[256], district[16], ward[16];
	int same = 0, other = 0, outside = 0, east, north;
	struct kin_boundary *b;
	FILE *file;

	snprintf(path, sizeof(path), "%s/wards_2025.geojson", folder);
	ck_assert_msg((b = kin_boundary_load(path, &err)) != NULL, "%s", err.text);
	ck_assert_uint_eq(kin_boundary_count(b), 19);
	snprintf(path, sizeof(path), "%s/postcodes.csv", folder);
	ck_assert((file = fopen(path, "r")) != NULL);
	while (fgets(line, sizeof(line), file)) {
		struct kin_str code;

		if (sscanf(line, "%*[^,],%*d,%d,%d,%*f,%*f,%15[^,],%15[^,]", &east, &north, district, ward) != 4
		    || strcmp(district, "E09000002") != 0)
			continue;
		if (!kin_boundary_find(b, east, north, &code))
			outside++;
		else if (kin_str_is(code, kin_str_of(ward)))
			same++;
		else
			other++;
	}
	fclose(file);
	kin_boundary_free(b);
	ck_assert_int_eq(same, 3057);
	ck_assert_int_eq(other, 0);
	ck_assert_int_eq(outside, 3);		/* by no more than 7 m: the boundaries are generalised */
}

START_TEST(borough)
{
	const char *data = getenv("KIN_DATA");
	char folder[512];

	snprintf(folder, sizeof(folder), "%s/geo_barking_dagenham", data ? data : "../shared/data");
	if (access(folder, R_OK) == 0)
		compare(folder);
	else
		printf("SKIP borough: no %s\n", folder);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("boundary");
	TCase *tcase = tcase_create("boundary");
	SRunner *runner;
	int failed;

	tcase_add_test(tcase, outlines);
	tcase_add_test(tcase, shapes);
	tcase_add_test(tcase, wrong_files);
	tcase_add_test(tcase, borough);
	suite_add_tcase(suite, tcase);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed > 0;
}
