/* The ledger: an event for each hand-on, with the reason and what went along. */
#include "kin/base/mem.h"
#include "route_state.h"

void
kin_route_ledger_fini(struct kin_route_ledger *ledger)
{
	kin_map_free(ledger->keys);
	kin_free(ledger->past);
	kin_map_free(ledger->ever);
	kin_free(ledger->ever_with);
	kin_buf_fini(&ledger->place);
	kin_arena_fini(&ledger->arena);
}

static struct kin_route_past *
past_of(struct kin_route_ledger *ledger, struct kin_str key)
{
	bool is_new;
	uint32_t id;

	if (ledger->keys == NULL)
		ledger->keys = kin_map_new();
	id = kin_map_add(ledger->keys, key, &is_new);
	if (is_new) {
		ledger->past = kin_grow(ledger->past, id, &ledger->cap, sizeof(*ledger->past));
		ledger->past[id] = (struct kin_route_past){ .day = KIN_SPAN_EVER_BEFORE };
	}
	return &ledger->past[id];
}

/* What is known of a resident as a person and by this record, and the later of the two. */
struct known {
	struct kin_route_past	by_person, by_key, last;
};

static struct known
find_past(struct kin_route_ledger *ledger, struct kin_str person, struct kin_str key)
{
	struct known known = { .by_person = { .day = KIN_SPAN_EVER_BEFORE },
		.by_key = { .day = KIN_SPAN_EVER_BEFORE } };

	if (person.len > 0)
		known.by_person = *past_of(ledger, person);
	if (key.len > 0)
		known.by_key = *past_of(ledger, key);
	known.last = known.by_person.hops >= known.by_key.hops ? known.by_person : known.by_key;
	return known;
}

/* Doors beside the same place stay known. */
static void
set_past(struct kin_route_ledger *ledger, struct kin_str name, const struct kin_route_past *past)
{
	struct kin_route_past *old;
	uint64_t with;

	if (name.len == 0)
		return;
	old = past_of(ledger, name);
	with = kin_str_is(old->team, past->team) ? old->with : 0;
	*old = *past;
	old->with |= with;
}

/* Doors beside a place where this person was brought before, or NULL. */
static uint64_t *
ever_at(struct kin_route_ledger *ledger, struct kin_str person, struct kin_str team, bool add)
{
	bool is_new = false;
	uint32_t id;

	if (ledger->ever == NULL)
		ledger->ever = kin_map_new();
	kin_buf_clear(&ledger->place);
	kin_buf_add(&ledger->place, person);
	kin_buf_putc(&ledger->place, '\t');
	kin_buf_add(&ledger->place, team);
	if (!add) {
		id = kin_map_get(ledger->ever, kin_buf_str(&ledger->place));
		return id == KIN_MAP_NONE ? NULL : &ledger->ever_with[id];
	}
	id = kin_map_add(ledger->ever, kin_buf_str(&ledger->place), &is_new);
	ledger->ever_with = kin_grow(ledger->ever_with, id, &ledger->ever_cap, sizeof(*ledger->ever_with));
	if (is_new)
		ledger->ever_with[id] = 0;
	return &ledger->ever_with[id];
}

static void
remember(struct kin_route_ledger *ledger, struct kin_str person, struct kin_str key,
    const struct kin_route_past *past)
{
	set_past(ledger, person, past);
	set_past(ledger, key, past);
	if (person.len > 0)
		*ever_at(ledger, person, past->team, true) |= past->with;
}

static struct kin_str
text_of(struct kin_rec *rec, const char *name)
{
	return kin_rec_member_text(rec, kin_rec_find(rec, kin_str_of(name)));
}

/* The doors of a list of ids, as bits; those that are no more are left out. */
static uint64_t
read_doors(const struct kin_route *route, struct kin_rec *rec, const struct kin_member *list)
{
	struct kin_str id;
	uint64_t doors = 0;
	size_t at = 0;

	while (kin_rec_each(rec, list, &at, &id))
		for (uint32_t i = 0; i < kin_door_count(route->doors); i++)
			if (kin_str_is(kin_door_get(route->doors, i)->id, id))
				doors |= (uint64_t)1 << i;
	return doors;
}

int
kin_route_past(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_route *route = ctx;
	struct kin_route_ledger *ledger = &route->ledger;
	struct kin_str kind = kin_rec_text(rec, KIN_FIELD_KIND);
	struct kin_str key = text_of(rec, "of"), person = text_of(rec, "person");
	struct kin_route_past past;
	struct kin_span at;

	if (!kin_str_is(kind, KIN_STR("event")))
		return kin_fail_value(err, KIN_STR("kind"), kind, "not an event");
	if (!kin_str_is(kin_rec_text(rec, KIN_FIELD_EVENT), KIN_STR("passed_on")) ||
	    key.len + person.len == 0)
		return 0;
	if (kin_span_read(rec, KIN_STR("at"), &at, err) < 0)
		return -1;
	past = (struct kin_route_past){ .day = at.first,
		.hops = find_past(ledger, person, key).last.hops + 1,
		.team = kin_arena_keep(&ledger->arena, kin_rec_text(rec, KIN_FIELD_TEAM)),
		.helper = kin_arena_keep(&ledger->arena, text_of(rec, "helper")),
		.with = read_doors(route, rec, kin_rec_find(rec, KIN_STR("with"))) };
	remember(ledger, person, key, &past);
	return 0;
}

static const char *
reason_of(const struct kin_route_decision *d)
{
	if (d->by == KIN_ROUTE_BY_SAFETY)
		return "safeguarding";
	if (d->by == KIN_ROUTE_BY_LINK)
		return d->link.best->living ? "already helped" : "back after a goodbye";
	if (d->by == KIN_ROUTE_BY_NOTHING)
		return "a door beside the front door";
	return d->first != KIN_HUB_NONE ? "the hub of the ward was full" : "the hub of the ward";
}

/* The same place again is no hand-on, unless a goodbye was said in between. */
static bool
is_new_place(const struct kin_route_past *past, const struct kin_route_decision *d,
    struct kin_str team, uint64_t with)
{
	if (!kin_str_is(past->team, team) || (with & ~past->with) != 0)
		return true;
	return d->by == KIN_ROUTE_BY_LINK && !d->link.best->living &&
	    past->day <= d->link.best->goodbye.first;
}

/*
 * A record not noted itself, because another of the person's had brought them there;
 * and since then a third took them elsewhere.
 */
static bool
was_there(struct kin_route_ledger *ledger, struct kin_str person, const struct kin_route_past *past,
    struct kin_str team, uint64_t with)
{
	const uint64_t *ever;

	if (person.len == 0 || kin_str_is(past->team, team))
		return false;
	ever = ever_at(ledger, person, team, false);
	return ever != NULL && (with & ~*ever) == 0;
}

/* ,"carried":[…]: members of the record that the door may see. */
static void
put_carried(struct kin_route *route, struct kin_rec *rec, const struct kin_route_decision *d)
{
	struct kin_buf *note = &route->note;
	bool any = false;

	kin_json_put_name(note, "carried");
	kin_buf_putc(note, '[');
	for (size_t i = 0; i < rec->members.count; i++) {
		const struct kin_member *member = &rec->members.list[i];

		if (member->field == KIN_FIELD_KIND || member->field == KIN_FIELD_TO || member->name_escaped ||
		    !kin_route_may_see(route, d, kin_str(rec->line.p + member->name_at, member->name_len)))
			continue;
		if (any)
			kin_buf_putc(note, ',');
		any = true;
		kin_buf_add(note, kin_str(rec->line.p + member->name_at - 1, (size_t)member->name_len + 2));
	}
	kin_buf_putc(note, ']');
}

static void
put_doors(struct kin_route *route, uint64_t doors)
{
	bool any = false;

	if (doors == 0)
		return;
	kin_json_put_name(&route->note, "with");
	kin_buf_putc(&route->note, '[');
	for (uint32_t i = 0; i < kin_door_count(route->doors); i++) {
		if ((doors >> i & 1) == 0)
			continue;
		if (any)
			kin_buf_putc(&route->note, ',');
		any = true;
		kin_json_put_string(&route->note, kin_door_get(route->doors, i)->id);
	}
	kin_buf_putc(&route->note, ']');
}

static void
put_from(struct kin_buf *note, const struct kin_route_past *past)
{
	kin_json_put_name(note, "from");
	kin_buf_putc(note, '{');
	kin_json_put_text_member(note, "team", past->team);
	if (past->helper.len > 0)
		kin_json_put_text_member(note, "helper", past->helper);
	kin_buf_putc(note, '}');
}

/* The event, into route->note. */
static void
put_event(struct kin_route *route, struct kin_rec *rec, const struct kin_route_decision *d,
    struct kin_str who, struct kin_str key, uint64_t with, const struct kin_route_past *past)
{
	struct kin_buf *note = &route->note;

	kin_buf_clear(note);
	kin_buf_puts(note, "{\"kind\":\"event\",\"event\":\"passed_on\"");
	kin_json_put_text_member(note, "at", route->opts.today);
	kin_json_put_text_member(note, "of", key);
	if (who.len > 0)
		kin_json_put_text_member(note, "person", who);
	kin_json_put_text_member(note, "team", kin_route_place(route, d));
	put_doors(route, with);
	if (d->by == KIN_ROUTE_BY_LINK && d->link.best->helper.len > 0)
		kin_json_put_text_member(note, "helper", d->link.best->helper);
	if (past->hops > 0 && !kin_str_is(past->team, kin_route_place(route, d)))
		put_from(note, past);
	kin_json_put_name(note, "hop");
	kin_json_put_whole(note, past->hops + 1);
	kin_json_put_text_member(note, "reason", kin_str_of(reason_of(d)));
	put_carried(route, rec, d);
	kin_buf_putc(note, '}');
}

void
kin_route_note(struct kin_route *route, struct kin_rec *rec, const struct kin_route_decision *d)
{
	struct kin_route_ledger *ledger = &route->ledger;
	struct kin_str who = kin_route_who(route, rec), key, team = kin_route_place(route, d);
	struct kin_route_past past;
	struct known known;
	uint64_t with = d->by == KIN_ROUTE_BY_SAFETY ? 0 :
	    d->doors & ~kin_door_signposts(route->doors);

	if (d->by == KIN_ROUTE_BY_NOTHING && with == 0)
		return;
	kin_buf_clear(&route->key);
	kin_rec_key(rec, &route->key);
	key = kin_buf_str(&route->key);
	if (kin_str_is(who, key))
		who.len = 0;
	known = find_past(ledger, who, key);
	past = known.last;
	if (!is_new_place(&known.by_key, d, team, with) || !is_new_place(&known.by_person, d, team, with) ||
	    (known.by_key.hops == 0 && was_there(ledger, who, &known.by_person, team, with)))
		return;
	put_event(route, rec, d, who, key, with, &past);
	route->opts.note(route->opts.note_ctx, kin_buf_str(&route->note));
	route->counts.noted++;
	past = (struct kin_route_past){ .hops = past.hops + 1, .day = ledger->today, .with = with,
		.team = kin_arena_keep(&ledger->arena, team),
		.helper = d->by == KIN_ROUTE_BY_LINK ? d->link.best->helper : kin_str(NULL, 0) };
	remember(ledger, who, key, &past);
}
