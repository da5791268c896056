/* What route counted, for --stats. */
#include "route_state.h"

/* Of these doors. */
static void
put_doors(const struct kin_route *route, uint64_t doors, const unsigned long long *counts,
    struct kin_buf *out)
{
	for (uint32_t i = 0; i < kin_door_count(route->doors); i++) {
		if ((doors >> i & 1) == 0)
			continue;
		if (out->p[out->len - 1] != '{')
			kin_buf_putc(out, ',');
		kin_json_put_string(out, kin_door_get(route->doors, i)->id);
		kin_buf_printf(out, ":%llu", counts[i]);
	}
}

/* How many records each member left in, or stayed behind in. */
static void
put_names(const struct kin_route_least *least, const char *name, const unsigned long long *counts,
    struct kin_buf *out)
{
	kin_json_put_name(out, name);
	kin_buf_putc(out, '{');
	for (uint32_t i = 0; i < kin_map_count(least->names); i++) {
		if (counts[i] == 0)
			continue;
		if (out->p[out->len - 1] != '{')
			kin_buf_putc(out, ',');
		kin_json_put_string(out, kin_map_key(least->names, i));
		kin_buf_printf(out, ":%llu", counts[i]);
	}
	kin_buf_putc(out, '}');
}

void
kin_route_stats(const struct kin_route *route, struct kin_buf *out)
{
	const struct kin_route_counts *counts = &route->counts;
	uint32_t hubs = kin_hub_count(route->hubs);
	uint64_t safe = kin_door_safeguarding(route->doors), signposts = kin_door_signposts(route->doors);
	unsigned long long to_hubs = 0;

	for (uint32_t i = 0; counts->to_hub != NULL && i < hubs; i++)
		to_hubs += counts->to_hub[i];
	kin_buf_printf(out, "\"routed\":%llu,\"not_residents\":%llu,\"urgent\":%llu", counts->routed,
	    counts->passed_by, counts->urgent);
	kin_buf_printf(out, ",\"continuity\":{\"kept\":%llu,\"returned\":%llu}", counts->kept,
	    counts->returned);
	kin_buf_printf(out, ",\"overflow\":{\"taken\":%llu,\"over_full\":%llu}", counts->overflowed,
	    counts->over_full);
	kin_buf_printf(out, ",\"doors\":{\"hub\":%llu,\"front-door\":%llu", to_hubs, counts->front_door);
	put_doors(route, safe, counts->to_door, out);
	kin_buf_puts(out, "},\"beside\":{");
	put_doors(route, ~safe & ~signposts, counts->beside, out);
	kin_buf_puts(out, "},\"signposted\":{");
	put_doors(route, signposts, counts->beside, out);
	kin_buf_puts(out, "},\"hubs\":{");
	for (uint32_t i = 0; i < hubs; i++) {
		if (i > 0)
			kin_buf_putc(out, ',');
		kin_json_put_string(out, kin_hub_get(route->hubs, i)->id);
		kin_buf_printf(out, ":%llu", counts->to_hub == NULL ? 0 : counts->to_hub[i]);
	}
	kin_buf_putc(out, '}');	if (route->old != NULL)
		kin_buf_printf(out, ",\"moved\":%llu", route->moved.all);
	if (route->opts.note != NULL)
		kin_buf_printf(out, ",\"hand_ons\":%llu", counts->noted);
	if (route->least.only != KIN_ROUTE_ALL) {
		kin_buf_printf(out, ",\"left_out\":%llu", counts->routed + counts->passed_by - route->least.records);
		put_names(&route->least, "shared", route->least.left, out);
		put_names(&route->least, "kept_back", route->least.stayed, out);
	}
}
