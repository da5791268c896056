#include "route_state.h"

/* "id","id" of a set of doors, in the order of the table. */
static void
put_doors(struct kin_route *route, uint64_t doors)
{
	bool any = false;

	for (uint32_t i = 0; doors != 0; i++, doors >>= 1) {
		if ((doors & 1) == 0)
			continue;
		if (any)
			kin_buf_putc(&route->to, ',');
		any = true;
		kin_json_put_string(&route->to, kin_door_get(route->doors, i)->id);
	}
}

static void
put_list(struct kin_route *route, const char *name, uint64_t doors)
{
	if (doors == 0)
		return;
	kin_json_put_name(&route->to, name);
	kin_buf_putc(&route->to, '[');
	put_doors(route, doors);
	kin_buf_putc(&route->to, ']');
}

void
kin_route_write_to(struct kin_route *route, struct kin_rec *rec, const struct kin_route_decision *d)
{
	struct kin_buf *to = &route->to;
	uint64_t beside = d->by == KIN_ROUTE_BY_SAFETY ? 0 : d->doors;
	uint64_t signposts = beside & kin_door_signposts(route->doors);

	kin_buf_puts(to, "{\"door\":");
	if (d->by == KIN_ROUTE_BY_LINK || d->by == KIN_ROUTE_BY_WARD)
		kin_buf_puts(to, "\"hub\",\"id\":");
	kin_json_put_string(to, kin_route_place(route, d));
	if (d->first != KIN_HUB_NONE)
		kin_json_put_text_member(to, "first", kin_hub_get(d->hubs, d->first)->id);
	if (d->was.len > 0)
		kin_json_put_text_member(to, "was", d->was);
	if (d->by == KIN_ROUTE_BY_LINK && d->link.best->helper.len > 0)
		kin_json_put_text_member(to, "helper", d->link.best->helper);
	if (d->urgent)
		kin_buf_puts(to, ",\"urgent\":true");
	put_list(route, "with", beside & ~signposts);
	put_list(route, "signposted", signposts);
	if (route->opts.why)
		kin_route_write_why(route, rec, d);
	kin_buf_putc(to, '}');
}

/* Adds what is in route->text as one more sentence. */
static void
say(struct kin_route *route)
{
	struct kin_buf *to = &route->to;

	if (to->p[to->len - 1] != '[')
		kin_buf_putc(to, ',');
	kin_json_put_string(to, kin_buf_str(&route->text));
	kin_buf_clear(&route->text);
}

/* Says what opened each of these doors; ending follows the door's name. */
static void
say_opened(struct kin_route *route, struct kin_rec *rec, uint64_t doors, const char *ending)
{
	const struct kin_member *needs = kin_rec_member(rec, KIN_FIELD_NEEDS);
	struct kin_buf *text = &route->text;

	for (uint32_t i = 0; doors != 0; i++, doors >>= 1) {
		struct kin_str id, need;
		size_t at = 0;

		if ((doors & 1) == 0)
			continue;
		id = kin_door_get(route->doors, i)->id;
		while (kin_rec_each(rec, needs, &at, &need)) {
			if ((kin_door_of_need(route->doors, need) >> i & 1) == 0)
				continue;
			kin_buf_printf(text, "%.*s is asked for: %.*s%s", KIN_CHECK_STR(need),
			    KIN_CHECK_STR(id), ending);
			say(route);
		}
		if ((route->words.all >> i & 1) == 0)
			continue;
		kin_buf_printf(text, "the words \"%.*s\" in %.*s: %.*s%s",
		    KIN_CHECK_STR(route->words.phrase[i]), KIN_CHECK_STR(route->word_field[i]),
		    KIN_CHECK_STR(id), ending);
		say(route);
	}
}

static void
say_link(struct kin_route *route, const struct kin_route_decision *d)
{
	struct kin_buf *text = &route->text;
	const struct kin_relation *link = d->link.best;

	if (d->ward_hub != KIN_HUB_NONE && d->ward_hub != d->hub)
		kin_buf_printf(text, "lives in %.*s but ",
		    KIN_CHECK_STR(kin_hub_get(route->hubs, d->ward_hub)->id));
	kin_buf_add(text, link->hub);
	if (link->helper.len > 0)
		kin_buf_printf(text, "'s %.*s", KIN_CHECK_STR(link->helper));
	if (link->living)
		kin_buf_puts(text, " already helps them: see it through");
	else
		kin_buf_printf(text, " helped them until %.*s: back to the same people",
		    KIN_CHECK_STR(link->goodbye.text));
	say(route);
}

/* The link that would have counted first, and why it does not. */
static void
say_passed_over(struct kin_route *route, const struct kin_route_decision *d)
{
	const struct kin_relation *link = d->link.over;
	struct kin_buf *text = &route->text;
	uint32_t hub = kin_hub_find(d->hubs, link->hub);

	kin_buf_add(text, link->hub);
	if (link->living)
		kin_buf_puts(text, " helps them, but ");
	else
		kin_buf_printf(text, " helped them until %.*s, but ", KIN_CHECK_STR(link->goodbye.text));
	if (hub == KIN_HUB_NONE)
		kin_buf_puts(text, "no hub has this id");
	else if (!kin_hub_get(d->hubs, hub)->is_open)
		kin_buf_puts(text, "it is not open");
	else
		kin_buf_puts(text, "that is too long ago");
	say(route);
}

static void
say_ward(struct kin_route *route, const struct kin_route_decision *d)
{
	struct kin_buf *text = &route->text;
	const struct kin_hub *hub = kin_hub_get(d->hubs, d->ward_hub);

	kin_buf_printf(text, "ward %.*s is in %.*s", KIN_CHECK_STR(d->ward), KIN_CHECK_STR(hub->id));
	say(route);
	if (d->first == KIN_HUB_NONE && !d->full)
		return;
	kin_buf_printf(text, "%.*s has its %u of today", KIN_CHECK_STR(hub->id), hub->per_day);
	if (d->full)
		kin_buf_puts(text, ", and nobody else has room");
	else
		kin_buf_printf(text, ": %.*s takes them", KIN_CHECK_STR(kin_hub_get(d->hubs, d->hub)->id));
	say(route);
}

static void
say_front_door(struct kin_route *route, struct kin_rec *rec, const struct kin_route_decision *d)
{
	struct kin_buf *text = &route->text;
	struct kin_str postcode = kin_rec_text(rec, KIN_FIELD_POSTCODE);

	if (d->no_safe_door)
		kin_buf_puts(text, "safeguarding is asked for, and no door is for it");
	else if (d->ward.len == 0 && postcode.len == 0)
		kin_buf_puts(text, "no postcode, so no ward");
	else if (d->ward.len == 0)
		kin_buf_printf(text, "no ward is known for %.*s", KIN_CHECK_STR(postcode));
	else if (route->wards != NULL && kin_ward_find(route->wards, d->ward) == KIN_MAP_NONE)
		kin_buf_printf(text, "ward %.*s is outside the borough", KIN_CHECK_STR(d->ward));
	else if (kin_hub_named(d->hubs, d->ward) != KIN_HUB_NONE)
		kin_buf_printf(text, "ward %.*s is in %.*s, which is not open", KIN_CHECK_STR(d->ward),
		    KIN_CHECK_STR(kin_hub_get(d->hubs, kin_hub_named(d->hubs, d->ward))->id));
	else
		kin_buf_printf(text, "ward %.*s has no hub", KIN_CHECK_STR(d->ward));
	kin_buf_puts(text, ": it stays with the front door");
	say(route);
}

void
kin_route_write_why(struct kin_route *route, struct kin_rec *rec, const struct kin_route_decision *d)
{
	uint64_t signposts = kin_door_signposts(route->doors);
	struct kin_buf *text = &route->text;

	kin_buf_clear(text);
	kin_buf_puts(&route->to, ",\"why\":[");
	if (d->by == KIN_ROUTE_BY_SAFETY) {
		say_opened(route, rec, d->safe, ", first and alone");
		kin_buf_putc(&route->to, ']');
		return;
	}
	if (d->link.over != NULL)
		say_passed_over(route, d);
	if (d->by == KIN_ROUTE_BY_LINK)
		say_link(route, d);
	else if (d->by == KIN_ROUTE_BY_WARD)
		say_ward(route, d);
	else
		say_front_door(route, rec, d);
	if (d->was.len > 0) {
		kin_buf_printf(text, "%.*s by the older table", KIN_CHECK_STR(d->was));
		say(route);
	}
	say_opened(route, rec, d->doors & ~signposts, " beside it");
	say_opened(route, rec, d->doors & signposts, ", signposted");
	kin_buf_putc(&route->to, ']');
}
