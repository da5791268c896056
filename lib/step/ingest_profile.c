#include <assert.h>

#include "kin/base/map.h"
#include "ingest_in.h"

enum { PROFILES = 16, HEADERS = 512 };

/* What the profiles know of each header, as headers are compared. */
static struct kin_map *names;		/* made at the first question, kept for the run */
static uint32_t telling[HEADERS];	/* a bit for each profile that is told by it */
static const struct ingest_profile_column *taken[HEADERS][PROFILES];

static uint32_t
add_name(struct kin_str name, struct kin_buf *room)
{
	uint32_t id;

	kin_header_squeeze(room, name);
	id = kin_map_add(names, kin_buf_str(room), NULL);
	assert(id < HEADERS);
	return id;
}

static void
add_profile(const struct ingest_profile *profile, size_t number, struct kin_buf *room)
{
	struct kin_str rest = kin_str_of(profile->telling), name;

	assert(number < PROFILES);
	while (kin_str_next(&rest, ',', &name))
		telling[add_name(name, room)] |= UINT32_C(1) << number;
	for (const struct ingest_profile_column *as = profile->columns; as->headers; as++) {
		rest = kin_str_of(as->headers);
		while (kin_str_next(&rest, ',', &name))
			taken[add_name(name, room)][number] = as;
	}
}

/* The header's number in names, without the number at its end if need be; or KIN_MAP_NONE. */
static uint32_t
find_name(struct kin_str header)
{
	struct kin_buf room = { 0 };
	struct kin_str key;
	uint32_t id;

	if (names == NULL) {
		names = kin_map_new();
		for (size_t i = 0; ingest_profiles[i].name; i++)
			add_profile(&ingest_profiles[i], i, &room);
	}
	kin_header_squeeze(&room, header);
	key = kin_buf_str(&room);
	id = kin_map_get(names, key);
	if (id == KIN_MAP_NONE) {
		while (key.len > 1 && key.p[key.len - 1] >= '0' && key.p[key.len - 1] <= '9')
			key.len--;
		id = kin_map_get(names, key);
	}
	kin_buf_fini(&room);
	return header.len > 0 ? id : KIN_MAP_NONE;
}

const struct ingest_profile *
ingest_profile_named(const char *name)
{
	for (const struct ingest_profile *p = ingest_profiles; p->name; p++)
		if (strcmp(p->name, name) == 0)
			return p;
	return NULL;
}

void
kin_ingest_list_profiles(void (*print)(void *ctx, struct kin_str bytes), void *ctx)
{
	struct kin_buf out = { 0 };

	for (const struct ingest_profile *p = ingest_profiles; p->name; p++)
		kin_buf_printf(&out, "%-16s%s\n", p->name, p->about);
	print(ctx, kin_buf_str(&out));
	kin_buf_fini(&out);
}

static void
set_column(struct kin_ingest *ingest, struct ingest_column *column, const struct ingest_profile_column *as)
{
	if (as->target != 0)	/* else the table of headers says which field it is */
		column->told = column->target = as->target;
	if (as->name)
		column->name = kin_arena_keep(&ingest->arena, kin_str_of(as->name));
	column->yes = as->yes ? kin_str_of(as->yes) : kin_str(NULL, 0);
	column->no = as->no ? kin_str_of(as->no) : kin_str(NULL, 0);
	column->usual_order = as->order.said;
	column->order = as->order.said ? as->order.order : column->order;
	column->by_map = as->target == INGEST_OWN;
}

static const struct ingest_profile *
tell_by_headers(const struct kin_ingest *ingest)
{
	size_t count[PROFILES] = { 0 }, most = 1;
	const struct ingest_profile *found = NULL;

	for (size_t i = 0; i < ingest->column_count; i++) {
		uint32_t id = find_name(ingest->columns[i].header);

		for (size_t p = 0; id != KIN_MAP_NONE && p < PROFILES; p++)
			count[p] += telling[id] >> p & 1;
	}
	for (size_t p = 0; ingest_profiles[p].name; p++) {
		if (count[p] > most) {
			most = count[p];
			found = &ingest_profiles[p];
		}
	}
	return found;
}

static const struct ingest_profile *
tell_by_position(struct kin_ingest *ingest)
{
	for (const struct ingest_profile *p = ingest_profiles; p->name; p++) {
		size_t count = 0;

		while (p->positions && p->positions[count].headers)
			count++;
		if (count == 0 || count != ingest->column_count)
			continue;
		for (size_t i = 0; i < count; i++)
			set_column(ingest, &ingest->columns[i], &p->positions[i]);
		if (ingest_columns_fit(ingest))
			return p;
		for (size_t i = 0; i < count; i++)
			set_column(ingest, &ingest->columns[i], &(struct ingest_profile_column){ .target = INGEST_OWN });
		for (size_t i = 0; i < count; i++)
			ingest->columns[i].by_map = false;
	}
	return NULL;
}

static bool
is_headless(const struct kin_ingest *ingest)
{
	return kin_csvin_header_line(ingest->in) == 0;
}

static size_t
set_columns(struct kin_ingest *ingest, const struct ingest_profile *profile)
{
	size_t count = 0;

	for (size_t i = 0; i < ingest->column_count; i++) {
		uint32_t id = find_name(ingest->columns[i].header);
		const struct ingest_profile_column *as = id == KIN_MAP_NONE ? NULL : taken[id][profile - ingest_profiles];

		if (as)
			set_column(ingest, &ingest->columns[i], as);
		count += as != NULL || ingest->columns[i].told != INGEST_OWN;
	}
	return count;
}

int
ingest_profile_apply(struct kin_ingest *ingest, struct kin_err *err)
{
	const struct ingest_profile *asked = ingest->opts.profile ? ingest_profile_named(ingest->opts.profile) : NULL;

	ingest->profile = NULL;
	if (ingest->column_count == 0)
		return 0;
	if (is_headless(ingest))
		ingest->profile = tell_by_position(ingest);
	else
		ingest->profile = asked ? asked : tell_by_headers(ingest);
	if (asked && asked != ingest->profile)
		return kin_fail(err, "without headers, and not in the columns that profile %s has", asked->name);
	if (ingest->profile && !is_headless(ingest) && set_columns(ingest, ingest->profile) == 0)
		return kin_fail(err, "no column of profile %s is in it", ingest->profile->name);
	return 0;
}

bool
ingest_profile_knows(struct kin_str header)
{
	uint32_t id = find_name(header);

	return id != KIN_MAP_NONE && telling[id] != 0;
}
