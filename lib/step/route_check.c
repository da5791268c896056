#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "route_state.h"

void
kin_route_watch_init(struct kin_route_watch *watch)
{
	watch->wards = kin_map_new();
	watch->lads = kin_map_new();
}

void
kin_route_watch_fini(struct kin_route_watch *watch)
{
	kin_map_free(watch->wards);
	kin_map_free(watch->lads);
	kin_free(watch->lad_of);
}

void
kin_route_watch_add(struct kin_route_watch *watch, struct kin_str ward, struct kin_str lad)
{
	uint32_t id;
	bool is_new;

	if (ward.len == 0)
		return;
	id = kin_map_add(watch->wards, ward, &is_new);
	if (is_new) {
		watch->lad_of = kin_grow(watch->lad_of, id, &watch->cap, sizeof(*watch->lad_of));
		watch->lad_of[id] = KIN_MAP_NONE;
	}
	if (lad.len > 0 && watch->lad_of[id] == KIN_MAP_NONE)
		watch->lad_of[id] = kin_map_add(watch->lads, lad, NULL);
}

/*
 * Without a list of wards the records tell which districts are the hubs': those
 * of the wards that have one.  A ward there without a hub was forgotten; one in
 * another district is somebody else's.
 */
static void
check_seen(const struct kin_route *route, struct kin_check *check)
{
	const struct kin_route_watch *watch = &route->watch;
	bool *ours = kin_calloc(kin_map_count(watch->lads) + 1u, sizeof(*ours));
	uint32_t count = kin_map_count(watch->wards);

	for (uint32_t i = 0; i < count; i++)
		if (watch->lad_of[i] != KIN_MAP_NONE &&
		    kin_hub_of_ward(route->hubs, kin_map_key(watch->wards, i)) != KIN_HUB_NONE)
			ours[watch->lad_of[i]] = true;
	for (uint32_t i = 0; i < count; i++) {
		struct kin_str ward = kin_map_key(watch->wards, i);
		uint32_t lad = watch->lad_of[i];

		if (lad != KIN_MAP_NONE && ours[lad] &&
		    kin_hub_of_ward(route->hubs, ward) == KIN_HUB_NONE)
			kin_check_fault(check, "ward %.*s has no hub: people live there, in district %.*s",
			    KIN_CHECK_STR(ward), KIN_CHECK_STR(kin_map_key(watch->lads, lad)));
	}
	kin_free(ours);
}

size_t
kin_route_check(struct kin_route *route, kin_check_say *say, void *ctx)
{
	struct kin_check check = { .say = say, .ctx = ctx };

	if (kin_hub_count(route->hubs) == 0)
		kin_check_fault(&check, "there are no hubs");
	kin_hub_check(route->hubs, route->wards, &check);
	if (kin_door_count(route->doors) > 0)
		kin_door_check(route->doors, &check);
	kin_relation_check(route->links, route->hubs, &check);
	if (route->wards == NULL)
		check_seen(route, &check);
	kin_buf_fini(&check.line);
	return check.faults;
}

static void
put_number(struct kin_buf *out, unsigned long long count, const char *one, const char *many)
{
	kin_buf_printf(out, "%llu %s", count, count == 1 ? one : many);
}

void
kin_route_describe(const struct kin_route *route, struct kin_buf *out)
{
	put_number(out, kin_hub_count(route->hubs), "hub for ", "hubs for ");
	put_number(out, kin_hub_ward_count(route->hubs), "ward, ", "wards, ");
	put_number(out, kin_door_count(route->doors), "door, ", "doors, ");
	put_number(out, kin_relation_count(route->links), "link", "links");
}
