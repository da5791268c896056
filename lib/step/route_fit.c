/* Room in hubs: capacity, overflow; and who would move between two tables of hubs. */
#include "kin/base/mem.h"
#include "route_state.h"

void
kin_route_load_fini(struct kin_route_load *load)
{
	kin_map_free(load->who);
	kin_free(load->given);
	kin_free(load->taken);
}

static void
begin(struct kin_route *route)
{
	struct kin_route_load *load = &route->load;
	uint32_t hubs = kin_hub_count(route->hubs);

	load->taken = kin_calloc(hubs + 1u, sizeof(*load->taken));
	for (uint32_t i = 0; i < hubs; i++)
		load->limited |= kin_hub_get(route->hubs, i)->per_day > 0;
	if (load->limited)
		load->who = kin_map_new();
}

static bool
has_room(const struct kin_route *route, uint32_t hub)
{
	uint32_t per_day = kin_hub_get(route->hubs, hub)->per_day;

	return per_day == 0 || route->load.taken[hub] < per_day;
}

static void
overflow(struct kin_route *route, struct kin_route_decision *d)
{
	size_t at = 0;
	uint32_t other;

	while ((other = kin_hub_overflow(route->hubs, d->hub, &at)) != KIN_HUB_NONE)
		if (has_room(route, other)) {
			d->first = d->hub;
			d->hub = other;
			return;
		}
	d->full = true;
}

void
kin_route_fit(struct kin_route *route, struct kin_rec *rec, struct kin_route_decision *d)
{
	struct kin_route_load *load = &route->load;
	uint32_t who;
	bool is_new;

	if (load->taken == NULL)
		begin(route);
	if (!load->limited || d->by == KIN_ROUTE_BY_NOTHING)
		return;
	who = kin_map_add(load->who, kin_route_who(route, rec), &is_new);
	if (!is_new) {				/* a further record of one resident: the same hub */
		if (d->by == KIN_ROUTE_BY_WARD && load->given[who].first == d->hub) {
			d->first = d->hub;
			d->hub = load->given[who].hub;
		}
		return;
	}
	if (d->by == KIN_ROUTE_BY_WARD && !has_room(route, d->hub))
		overflow(route, d);
	load->given = kin_grow(load->given, who, &load->cap, sizeof(*load->given));
	load->given[who].hub = d->hub;
	load->given[who].first = d->first;
	load->taken[d->hub]++;
}

void
kin_route_moved_fini(struct kin_route_moved *moved)
{
	kin_map_free(moved->pairs);
	kin_free(moved->count);
}

void
kin_route_compare(struct kin_route *route, struct kin_route_decision *d,
    const struct kin_route_decision *old)
{
	struct kin_route_moved *moved = &route->moved;
	struct kin_str now = kin_route_place(route, d), was = kin_route_place(route, old);
	uint32_t pair;
	bool is_new;

	if (kin_str_is(now, was))
		return;
	d->was = was;
	if (moved->pairs == NULL)
		moved->pairs = kin_map_new();
	kin_buf_clear(&route->text);
	kin_buf_printf(&route->text, "from %.*s to %.*s", KIN_CHECK_STR(was), KIN_CHECK_STR(now));
	pair = kin_map_add(moved->pairs, kin_buf_str(&route->text), &is_new);
	moved->count = kin_grow(moved->count, pair, &moved->cap, sizeof(*moved->count));
	moved->count[pair] = is_new ? 1 : moved->count[pair] + 1;
	moved->all++;
}

void
kin_route_moves(const struct kin_route *route, struct kin_buf *out)
{
	const struct kin_route_moved *moved = &route->moved;
	uint32_t pairs = moved->pairs == NULL ? 0 : kin_map_count(moved->pairs);

	kin_buf_printf(out, "%llu of %llu would move", moved->all, route->counts.routed);
	for (uint32_t i = 0; i < pairs; i++)
		kin_buf_printf(out, "%s%llu %.*s", i == 0 ? ": " : ", ", moved->count[i],
		    KIN_CHECK_STR(kin_map_key(moved->pairs, i)));
}
