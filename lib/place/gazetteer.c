#include "kin/place/gazetteer.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "kin/base/buf.h"
#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "kin/place/postlist.h"

/* All that is known of a postcode, in eight bytes. */
struct spot {
	uint64_t	easting:20, northing:21, ended:1, area:22;
};

/* Ward and district go together: few pairs for millions of postcodes. */
struct area {
	struct kin_str	ward, lad;
};

struct kin_gazetteer {
	uint32_t	*keys;		/* in order once a file is loaded; beside spots */
	struct spot	*spots;
	size_t		 count, key_cap, spot_cap;
	uint32_t	*begin;		/* of each outward code in keys; one more at the end */
	struct kin_map	*names;		/* "E05000026 E09000002", in the order of areas */
	struct area	*areas;
	size_t		 area_cap;
	bool		 in_order;
};

/* One file while it is read. */
struct loading {
	struct kin_gazetteer	*gaz;
	const char		*file;
	kin_gazetteer_fault	*fault;
	void			*ctx;
	struct kin_buf		 name;
	uint32_t		 area;		/* of the row before: often the same */
};

struct kin_gazetteer *
kin_gazetteer_new(void)
{
	struct kin_gazetteer *gaz = kin_calloc(1, sizeof(*gaz));

	gaz->names = kin_map_new();
	gaz->begin = kin_calloc(KIN_POSTLIST_OUTWARD + 1, sizeof(*gaz->begin));
	gaz->in_order = true;
	return gaz;
}

void
kin_gazetteer_free(struct kin_gazetteer *gaz)
{
	if (gaz == NULL)
		return;
	kin_map_free(gaz->names);
	kin_free(gaz->areas);
	kin_free(gaz->begin);
	kin_free(gaz->spots);
	kin_free(gaz->keys);
	kin_free(gaz);
}

size_t
kin_gazetteer_count(const struct kin_gazetteer *gaz)
{
	return gaz->count;
}

static uint32_t
area_of(struct loading *ld, struct kin_str ward, struct kin_str lad)
{
	struct kin_gazetteer *gaz = ld->gaz;
	struct kin_str key;
	bool is_new;
	uint32_t id;

	if (ld->area != KIN_MAP_NONE && kin_str_is(gaz->areas[ld->area].ward, ward) &&
	    kin_str_is(gaz->areas[ld->area].lad, lad))
		return ld->area;
	kin_buf_clear(&ld->name);
	kin_buf_add(&ld->name, ward);
	kin_buf_putc(&ld->name, ' ');
	kin_buf_add(&ld->name, lad);
	id = kin_map_add(gaz->names, kin_buf_str(&ld->name), &is_new);
	if (is_new) {
		key = kin_map_key(gaz->names, id);
		gaz->areas = kin_grow(gaz->areas, id, &gaz->area_cap, sizeof(*gaz->areas));
		gaz->areas[id] = (struct area){ kin_str(key.p, ward.len),
			kin_str(key.p + ward.len + 1, lad.len) };
	}
	return ld->area = id;
}

static void
add_row(void *ctx, const struct kin_postlist_row *row)
{
	struct loading *ld = ctx;
	struct kin_gazetteer *gaz = ld->gaz;

	if (gaz->count > 0 && gaz->keys[gaz->count - 1] >= row->key)
		gaz->in_order = false;
	gaz->keys = kin_grow(gaz->keys, gaz->count, &gaz->key_cap, sizeof(*gaz->keys));
	gaz->spots = kin_grow(gaz->spots, gaz->count, &gaz->spot_cap, sizeof(*gaz->spots));
	gaz->keys[gaz->count] = row->key;
	gaz->spots[gaz->count++] = (struct spot){
		.easting = (uint64_t)row->easting & 0xfffff,
		.northing = (uint64_t)row->northing & 0x1fffff,
		.ended = row->ended,
		.area = area_of(ld, row->ward, row->lad) & 0x3fffff
	};
}

static void
tell_fault(void *ctx, const struct kin_err *err)
{
	struct loading *ld = ctx;

	if (ld->fault != NULL)
		ld->fault(ld->ctx, ld->file, err);
}

static int
by_number(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* Sorts, and of rows with one postcode keeps the first in use, or else the first. */
static void
put_in_order(struct kin_gazetteer *gaz)
{
	uint64_t *order = kin_alloc(gaz->count * sizeof(*order));
	struct spot *spots = kin_alloc(gaz->count * sizeof(*spots));
	size_t kept = 0;

	for (size_t i = 0; i < gaz->count; i++)
		order[i] = (uint64_t)gaz->keys[i] << 32 | i;
	qsort(order, gaz->count, sizeof(*order), by_number);
	for (size_t i = 0; i < gaz->count; i++) {
		uint32_t key = (uint32_t)(order[i] >> 32);
		struct spot spot = gaz->spots[order[i] & UINT32_MAX];

		if (kept == 0 || gaz->keys[kept - 1] != key) {
			gaz->keys[kept] = key;
			spots[kept++] = spot;
		} else if (spots[kept - 1].ended && !spot.ended)
			spots[kept - 1] = spot;
	}
	kin_free(gaz->spots);
	kin_free(order);
	gaz->spots = spots;
	gaz->spot_cap = gaz->count;
	gaz->count = kept;
	gaz->in_order = true;
}

static void
set_begin(struct kin_gazetteer *gaz)
{
	size_t at = 0;

	if (!gaz->in_order)
		put_in_order(gaz);
	for (uint32_t code = 0; code <= KIN_POSTLIST_OUTWARD; code++) {
		while (at < gaz->count && gaz->keys[at] < code * (uint64_t)KIN_POSTLIST_INWARD)
			at++;
		gaz->begin[code] = (uint32_t)at;
	}
}

static int
load_file(struct loading *ld, const char *path, struct kin_err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), rc = -1, why = errno;
	struct kin_err inner = { 0 };

	ld->file = path;
	if (fd < 0) {
		kin_fail(err, "%s: %s", path, strerror(why));
	} else {
		rc = kin_postlist_read(fd, add_row, tell_fault, ld, &inner);
		why = errno;
		if (rc < 0)
			kin_fail(err, "%s: %s", path, inner.text);
		close(fd);
	}
	errno = why;
	return rc;
}

static int
is_csv(const struct dirent *entry)
{
	struct kin_str name = kin_str_of(entry->d_name);

	return name.len > 4 && name.p[0] != '.' &&
	    kin_str_is_nocase(kin_str(name.p + name.len - 4, 4), KIN_STR(".csv"));
}

/* alphasort goes by the user's language; these bytes sort the same everywhere. */
static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static int
load_folder(struct loading *ld, const char *path, struct kin_err *err)
{
	struct kin_buf full = { 0 };
	struct dirent **list;
	int count = scandir(path, &list, is_csv, by_name), rc = 0;

	if (count < 0)
		return -2;
	for (int i = 0; i < count; i++) {
		kin_buf_clear(&full);
		kin_buf_printf(&full, "%s/%s", path, list[i]->d_name);
		if (rc == 0)
			rc = load_file(ld, kin_buf_text(&full), err);
		free(list[i]);
	}
	free(list);
	kin_buf_fini(&full);
	return rc < 0 ? -1 : count;
}

/* A folder, or what Ordnance Survey's archive has inside; not a folder: a file. */
static int
load_any(struct loading *ld, const char *path, struct kin_err *err)
{
	struct kin_buf inner = { 0 };
	int count = load_folder(ld, path, err);

	if (count == -2)
		return load_file(ld, path, err);
	if (count == 0) {
		kin_buf_printf(&inner, "%s/Data/CSV", path);
		count = load_folder(ld, kin_buf_text(&inner), err);
		kin_buf_fini(&inner);
		errno = 0;
		if (count == 0 || count == -2)
			return kin_fail(err, "%s: no .csv file in this folder", path);
	}
	return count < 0 ? -1 : 0;
}

int
kin_gazetteer_load(struct kin_gazetteer *gaz, const char *path, kin_gazetteer_fault *fault,
    void *ctx, struct kin_err *err)
{
	struct loading ld = { .gaz = gaz, .fault = fault, .ctx = ctx, .area = KIN_MAP_NONE };
	int rc = load_any(&ld, path, err);

	kin_buf_fini(&ld.name);
	set_begin(gaz);
	return rc;
}

bool
kin_gazetteer_find(const struct kin_gazetteer *gaz, struct kin_str postcode, struct kin_place *out)
{
	struct spot spot;
	uint32_t key, low, high;

	if (!kin_postlist_key(postcode, &key))
		return false;
	low = gaz->begin[key / KIN_POSTLIST_INWARD];
	high = gaz->begin[key / KIN_POSTLIST_INWARD + 1];
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (gaz->keys[middle] < key)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == gaz->count || gaz->keys[low] != key)
		return false;
	spot = gaz->spots[low];
	*out = (struct kin_place){
		.ward = gaz->areas[spot.area].ward, .lad = gaz->areas[spot.area].lad,
		.easting = (int32_t)spot.easting, .northing = (int32_t)spot.northing,
		.has_point = spot.easting != 0 && spot.northing != 0, .ended = spot.ended
	};
	return true;
}
