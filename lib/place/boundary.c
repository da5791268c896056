#include "boundary_in.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "kin/base/buf.h"
#include "kin/base/mem.h"
#include "kin/place/grid.h"
#include "kin/record/json.h"

static void
hear(const char *text, void *ctx)
{
	struct kin_boundary *b = ctx;

	snprintf(b->why, sizeof(b->why), "%s", text);
}

/* --- GeoJSON ---------------------------------------------------------------- */

static bool
is_ward_code(struct kin_str s)
{
	static const char *const sorts[] = { "E05", "W05", "S13", "N08" };

	if (s.len != 9)
		return false;
	for (size_t i = 3; i < 9; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	for (size_t i = 0; i < 4; i++)
		if (memcmp(s.p, sorts[i], 3) == 0)
			return true;
	return false;
}

/* Beside WD25CD stands WD25NM; else a "name". */
static void
find_name(struct kin_str properties, struct kin_str code_name, struct ward *ward)
{
	char wanted[16] = "name";
	struct kin_buf room = { 0 };
	struct kin_str name;

	if (code_name.len >= 2 && code_name.len < sizeof(wanted) &&
	    memcmp(code_name.p + code_name.len - 2, "CD", 2) == 0)
		snprintf(wanted, sizeof(wanted), "%.*sNM", (int)code_name.len - 2, code_name.p);
	name = kin_json_find_text(properties, kin_str_of(wanted), &room);
	snprintf(ward->name, sizeof(ward->name), "%.*s", (int)(name.len < sizeof(ward->name) ? name.len : 0),
	    name.len > 0 ? name.p : "");
	kin_buf_fini(&room);
}

static bool
find_code(struct kin_str feature, struct ward *ward)
{
	struct kin_str properties, name, value;
	size_t at = 0;

	if (!kin_json_find(feature, KIN_STR("properties"), &properties) || kin_json_type(properties) != KIN_JSON_OBJECT)
		return false;
	while (kin_json_member(properties, &at, &name, &value)) {
		if (kin_json_type(value) != KIN_JSON_STRING || !is_ward_code(kin_str(value.p + 1, value.len - 2)))
			continue;
		memcpy(ward->code, value.p + 1, 9);
		ward->code[9] = '\0';
		find_name(properties, name, ward);
		return true;
	}
	return false;
}

/* [x, y] to the grid; false for anything else. */
static bool
read_position(struct kin_str position, struct kin_grid *out)
{
	struct kin_str number;
	double xy[2];
	size_t at = 0;

	if (kin_json_type(position) != KIN_JSON_ARRAY)
		return false;
	for (int i = 0; i < 2; i++) {
		if (!kin_json_element(position, &at, &number) || kin_json_type(number) != KIN_JSON_NUMBER)
			return false;
		xy[i] = strtod(number.p, NULL);
	}
	*out = (struct kin_grid){ xy[0], xy[1] };
	if (xy[0] >= -180 && xy[0] <= 180 && xy[1] >= -90 && xy[1] <= 90)
		*out = kin_grid_from_wgs84((struct kin_degrees){ .lat = xy[1], .lon = xy[0] });
	return true;
}

static GEOSGeometry *
read_ring(struct kin_boundary *b, struct kin_str ring)
{
	struct kin_grid *points = NULL, point;
	size_t count = 0, cap = 0, at = 0;
	GEOSCoordSequence *seq;
	struct kin_str position;

	if (kin_json_type(ring) != KIN_JSON_ARRAY)
		return NULL;
	while (kin_json_element(ring, &at, &position)) {
		if (!read_position(position, &point)) {
			hear("a position that is not [x, y]", b);
			kin_free(points);
			return NULL;
		}
		points = kin_grow(points, count, &cap, sizeof(*points));
		points[count++] = point;
	}
	seq = GEOSCoordSeq_create_r(b->geos, (unsigned)count, 2);
	for (size_t i = 0; seq && i < count; i++)
		GEOSCoordSeq_setXY_r(b->geos, seq, (unsigned)i, points[i].easting, points[i].northing);
	kin_free(points);
	return seq ? GEOSGeom_createLinearRing_r(b->geos, seq) : NULL;
}

static void
drop_all(struct kin_boundary *b, GEOSGeometry **list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		GEOSGeom_destroy_r(b->geos, list[i]);
	kin_free(list);
}

/* Rings make a polygon, the first of them outside; polygons make a MultiPolygon. */
static GEOSGeometry *
read_shape(struct kin_boundary *b, struct kin_str parts, bool many)
{
	GEOSGeometry **list = NULL, *part, *shape = NULL;
	size_t count = 0, cap = 0, at = 0;
	struct kin_str element;

	if (kin_json_type(parts) != KIN_JSON_ARRAY)
		return NULL;
	while (kin_json_element(parts, &at, &element)) {
		part = many ? read_shape(b, element, false) : read_ring(b, element);
		if (part == NULL) {
			drop_all(b, list, count);
			return NULL;
		}
		list = kin_grow(list, count, &cap, sizeof(GEOSGeometry *));
		list[count++] = part;
	}
	if (many)
		shape = GEOSGeom_createCollection_r(b->geos, GEOS_MULTIPOLYGON, list, (unsigned)count);
	else if (count > 0)
		shape = GEOSGeom_createPolygon_r(b->geos, list[0], list + 1, (unsigned)count - 1);
	if (shape == NULL)
		drop_all(b, list, count);
	else
		kin_free(list);
	return shape;
}

/* A polygon that crosses itself is made one that does not, so that each point is in or out. */
static GEOSGeometry *
made_valid(struct kin_boundary *b, GEOSGeometry *shape)
{
	GEOSGeometry *valid;

	if (shape == NULL || GEOSisValid_r(b->geos, shape) == 1)
		return shape;
	valid = GEOSMakeValid_r(b->geos, shape);
	GEOSGeom_destroy_r(b->geos, shape);
	return valid;
}

static int
add_feature(struct kin_boundary *b, struct kin_str feature, struct kin_err *err)
{
	struct ward ward = { .code = "" };
	struct kin_buf room = { 0 };
	struct kin_str geometry, type, parts;
	bool many;

	if (kin_json_type(feature) != KIN_JSON_OBJECT || !find_code(feature, &ward))
		return kin_fail(err, "no ward's code among its properties");
	if (!kin_json_find(feature, KIN_STR("geometry"), &geometry) || kin_json_type(geometry) != KIN_JSON_OBJECT
	    || !kin_json_find(geometry, KIN_STR("coordinates"), &parts))
		return kin_fail(err, "%s has no geometry", ward.code);
	type = kin_json_find_text(geometry, KIN_STR("type"), &room);
	many = kin_str_is(type, KIN_STR("MultiPolygon"));
	if (many || kin_str_is(type, KIN_STR("Polygon"))) {
		hear("not rings of positions", b);
		ward.shape = made_valid(b, read_shape(b, parts, many));
	} else {
		hear("neither Polygon nor MultiPolygon", b);
	}
	kin_buf_fini(&room);
	if (ward.shape == NULL)
		return kin_fail(err, "%s: %s", ward.code, b->why);
	ward.prepared = GEOSPrepare_r(b->geos, ward.shape);
	b->wards = kin_grow(b->wards, b->count, &b->cap, sizeof(*b->wards));
	b->wards[b->count++] = ward;
	return 0;
}

static int
add_features(struct kin_boundary *b, struct kin_str text, struct kin_err *err)
{
	struct kin_members members = { 0 };
	struct kin_str features, feature;
	size_t at = 0;
	int rc;

	text = kin_str_trim(text);
	if (text.len == 0 || *text.p != '{')
		return kin_fail(err, "not GeoJSON: it begins with no {");
	rc = kin_json_scan(text, &members, err);
	kin_members_fini(&members);
	if (rc < 0)
		return -1;
	if (!kin_json_find(text, KIN_STR("features"), &features) || kin_json_type(features) != KIN_JSON_ARRAY)
		return kin_fail(err, "not GeoJSON: no \"features\"");
	while (kin_json_element(features, &at, &feature)) {
		if (add_feature(b, feature, err) < 0) {
			char why[KIN_ERR_TEXT];

			memcpy(why, err->text, sizeof(why));
			return kin_fail(err, "feature %zu: %s", b->count + 1, why);
		}
	}
	return b->count > 0 ? 0 : kin_fail(err, "no feature in it");
}

static int
read_file(const char *path, struct kin_buf *text, struct kin_err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = fd < 0 ? -1 : 1;

	while (got > 0 || (got < 0 && fd >= 0 && errno == EINTR)) {
		got = read(fd, kin_buf_room(text, 1 << 16), 1 << 16);
		text->len += got > 0 ? (size_t)got : 0;
	}
	if (got < 0)
		kin_fail(err, "%s", strerror(errno));
	if (fd >= 0) {
		int why = errno;

		close(fd);
		errno = why;
	}
	return got < 0 ? -1 : 0;
}

/* --- life ------------------------------------------------------------------- */

static void
plant(struct kin_boundary *b)
{
	b->tree = GEOSSTRtree_create_r(b->geos, 10);
	for (size_t i = 0; i < b->count; i++)
		GEOSSTRtree_insert_r(b->geos, b->tree, b->wards[i].shape, &b->wards[i]);
}

struct kin_boundary *
kin_boundary_load(const char *path, struct kin_err *err)
{
	struct kin_boundary *b = kin_calloc(1, sizeof(*b));
	struct kin_buf text = { 0 };
	struct kin_err inner = KIN_ERR_NONE;
	int rc;

	b->geos = GEOS_init_r();
	GEOSContext_setErrorMessageHandler_r(b->geos, hear, b);
	errno = 0;
	rc = read_file(path, &text, &inner);
	if (rc == 0)
		rc = add_features(b, kin_buf_str(&text), &inner);
	kin_buf_fini(&text);
	if (rc < 0) {
		int why = errno;

		kin_fail(err, "%s: %s", path, inner.text);
		kin_boundary_free(b);
		errno = why;
		return NULL;
	}
	plant(b);
	return b;
}

void
kin_boundary_free(struct kin_boundary *b)
{
	if (b == NULL)
		return;
	if (b->tree)
		GEOSSTRtree_destroy_r(b->geos, b->tree);
	for (size_t i = 0; i < b->count; i++) {
		GEOSPreparedGeom_destroy_r(b->geos, b->wards[i].prepared);
		GEOSGeom_destroy_r(b->geos, b->wards[i].shape);
	}
	GEOS_finish_r(b->geos);
	kin_free(b->wards);
	kin_free(b);
}

size_t
kin_boundary_count(const struct kin_boundary *b)
{
	return b->count;
}

/* --- finding ---------------------------------------------------------------- */

struct search {
	struct kin_boundary	*b;
	const GEOSGeometry	*point;
	size_t			 first;
};

static void
try_ward(void *item, void *ctx)
{
	struct search *search = ctx;
	const struct ward *ward = item;
	size_t number = (size_t)(ward - search->b->wards);

	if (number < search->first && GEOSPreparedIntersects_r(search->b->geos, ward->prepared, search->point) == 1)
		search->first = number;
}

static int32_t
search(struct kin_boundary *b, int32_t easting, int32_t northing)
{
	GEOSGeometry *point = GEOSGeom_createPointFromXY_r(b->geos, easting, northing);
	struct search search = { b, point, b->count };

	GEOSSTRtree_query_r(b->geos, b->tree, point, try_ward, &search);
	GEOSGeom_destroy_r(b->geos, point);
	return search.first < b->count ? (int32_t)search.first + 1 : -1;
}

bool
kin_boundary_find(struct kin_boundary *b, int32_t easting, int32_t northing, struct kin_str *code)
{
	uint32_t mixed = ((uint32_t)easting * UINT32_C(0x9e3779b1)) ^ ((uint32_t)northing * UINT32_C(0x85ebca77));
	struct found *found = &b->found[mixed >> 20];

	if (found->ward == 0 || found->easting != easting || found->northing != northing)
		*found = (struct found){ easting, northing, search(b, easting, northing) };
	if (found->ward < 0)
		return false;
	*code = kin_str_of(b->wards[found->ward - 1].code);
	return true;
}
