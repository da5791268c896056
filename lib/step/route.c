#include "kin/step/route.h"

#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "route_state.h"

struct kin_route *
kin_route_new(const struct kin_route_opts *opts)
{
	struct kin_route *route = kin_calloc(1, sizeof(*route));

	route->opts = *opts;
	route->hubs = kin_hub_new(opts->today);
	route->doors = kin_door_new();
	route->links = kin_relation_new(opts->today);
	route->ledger.today = kin_span_day(opts->today);
	kin_route_watch_init(&route->watch);
	return route;
}

void
kin_route_free(struct kin_route *route)
{
	if (route == NULL)
		return;
	kin_hub_free(route->hubs);
	kin_hub_free(route->old);
	kin_door_free(route->doors);
	kin_relation_free(route->links);
	kin_ward_free(route->wards);
	kin_route_watch_fini(&route->watch);
	kin_route_load_fini(&route->load);
	kin_route_ledger_fini(&route->ledger);
	kin_route_least_fini(&route->least);
	kin_route_moved_fini(&route->moved);
	kin_free(route->counts.to_hub);
	kin_buf_fini(&route->key);
	kin_buf_fini(&route->to);
	kin_buf_fini(&route->line);
	kin_buf_fini(&route->text);
	kin_buf_fini(&route->who);
	kin_buf_fini(&route->note);
	kin_free(route);
}

int
kin_route_hub(void *route, struct kin_rec *rec, struct kin_err *err)
{
	return kin_hub_push(((struct kin_route *)route)->hubs, rec, err);
}

int
kin_route_door(void *route, struct kin_rec *rec, struct kin_err *err)
{
	return kin_door_push(((struct kin_route *)route)->doors, rec, err);
}

int
kin_route_link(void *route, struct kin_rec *rec, struct kin_err *err)
{
	return kin_relation_push(((struct kin_route *)route)->links, rec, err);
}

int
kin_route_old_hub(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_route *route = ctx;

	if (route->old == NULL)
		route->old = kin_hub_new(route->opts.today);
	return kin_hub_push(route->old, rec, err);
}

int
kin_route_within(struct kin_route *route, struct kin_str period, struct kin_err *err)
{
	return kin_relation_within(route->links, period, err);
}

int
kin_route_wards(struct kin_route *route, const char *path, struct kin_err *err)
{
	if (route->wards == NULL)
		route->wards = kin_ward_new();
	return kin_ward_load(route->wards, path, err);
}

/* Residents go to doors; helpers, hubs, events … are not passed on. */
static bool
is_resident(struct kin_rec *rec)
{
	struct kin_str kind = kin_rec_text(rec, KIN_FIELD_KIND);

	if (kin_str_is(kin_rec_text(rec, KIN_FIELD_ROLE), KIN_STR("helper")))
		return false;
	return kin_str_is(kind, KIN_STR("contact")) || kin_str_is(kind, KIN_STR("person")) ||
	    kin_str_is(kind, KIN_STR("need")) || !kin_rec_has(rec, KIN_FIELD_KIND);
}

static void
read_words(struct kin_route *route, struct kin_rec *rec, const struct kin_member *member)
{
	uint64_t before = route->words.all, opened;
	struct kin_str text;
	size_t at = 0;

	while (kin_rec_each(rec, member, &at, &text))
		kin_door_read(route->doors, text, &route->words);
	opened = route->words.all & ~before;
	for (uint32_t door = 0; opened != 0; door++, opened >>= 1)
		if (opened & 1)
			route->word_field[door] = kin_str(rec->line.p + member->name_at, member->name_len);
}

/* Doors that needs or words open. */
static uint64_t
open_doors(struct kin_route *route, struct kin_rec *rec, bool *asks_safety)
{
	const struct kin_member *needs = kin_rec_member(rec, KIN_FIELD_NEEDS);
	struct kin_str need;
	uint64_t doors = 0;
	size_t at = 0;

	route->words.all = 0;
	*asks_safety = false;
	while (kin_rec_each(rec, needs, &at, &need)) {
		doors |= kin_door_of_need(route->doors, need);
		*asks_safety |= kin_str_is(need, KIN_STR("safeguarding"));
	}
	for (size_t i = 0; i < rec->members.count && kin_door_has_words(route->doors); i++) {
		const struct kin_member *member = &rec->members.list[i];

		if (member->field == KIN_FIELD_NONE || member->field == KIN_FIELD_NOTES ||
		    member->field == KIN_FIELD_GOOD_TO_KNOW)
			read_words(route, rec, member);
	}
	return doors | route->words.all;
}

static void
find_link(struct kin_route *route, struct kin_rec *rec, const struct kin_hub_table *hubs,
    struct kin_relation_pick *pick)
{
	struct kin_str person = kin_rec_raw(rec, KIN_FIELD_PERSON), value, key;
	size_t at = 0;

	*pick = KIN_RELATION_PICK_NONE;
	if (kin_relation_count(route->links) == 0)
		return;
	kin_buf_clear(&route->key);
	if (person.len > 0 && kin_json_type(person) == KIN_JSON_OBJECT) {
		key = kin_json_find_text(person, KIN_STR("id"), &route->key);
		kin_relation_find(route->links, key, hubs, pick);
		if (kin_json_find(person, KIN_STR("records"), &value) &&
		    kin_json_type(value) == KIN_JSON_ARRAY)
			while (kin_json_element(value, &at, &key)) {
				if (kin_json_type(key) != KIN_JSON_STRING)
					continue;
				kin_buf_clear(&route->key);
				kin_relation_find(route->links, kin_json_text(key, &route->key), hubs, pick);
			}
	}
	kin_buf_clear(&route->key);
	kin_rec_key(rec, &route->key);
	kin_relation_find(route->links, kin_buf_str(&route->key), hubs, pick);
}

struct kin_str
kin_route_who(struct kin_route *route, struct kin_rec *rec)
{
	struct kin_str person = kin_rec_raw(rec, KIN_FIELD_PERSON), id = { NULL, 0 };

	kin_buf_clear(&route->who);
	if (person.len > 0 && kin_json_type(person) == KIN_JSON_OBJECT)
		id = kin_json_find_text(person, KIN_STR("id"), &route->who);
	if (id.len > 0)
		return id;
	kin_buf_clear(&route->who);
	kin_rec_key(rec, &route->who);
	return kin_buf_str(&route->who);
}

struct kin_str
kin_route_place(const struct kin_route *route, const struct kin_route_decision *d)
{
	uint32_t door = 0;

	if (d->by == KIN_ROUTE_BY_NOTHING)
		return KIN_STR("front-door");
	if (d->by != KIN_ROUTE_BY_SAFETY)
		return kin_hub_get(d->hubs, d->hub)->id;
	while ((d->safe >> door & 1) == 0)
		door++;
	return kin_door_get(route->doors, door)->id;
}

static bool
is_urgent(struct kin_rec *rec)
{
	const struct kin_member *urgent = kin_rec_member(rec, KIN_FIELD_URGENT);

	return urgent != NULL && urgent->type == KIN_JSON_TRUE;
}

/* There is one safeguarding door; of two, which is a fault, the first. */
static uint64_t
first_of(uint64_t doors)
{
	return doors & (~doors + 1);
}

/* Continuity, then the ward. */
static void
choose_hub(struct kin_route *route, struct kin_rec *rec, const struct kin_hub_table *hubs,
    struct kin_route_decision *d)
{
	d->hubs = hubs;
	d->by = KIN_ROUTE_BY_NOTHING;
	d->hub = KIN_HUB_NONE;
	d->ward_hub = kin_hub_of_ward(hubs, d->ward);
	find_link(route, rec, hubs, &d->link);
	if (d->link.best != NULL) {
		d->hub = d->link.hub;
		d->by = KIN_ROUTE_BY_LINK;
	} else if (d->ward_hub != KIN_HUB_NONE) {
		d->hub = d->ward_hub;
		d->by = KIN_ROUTE_BY_WARD;
	}
}

static void
decide(struct kin_route *route, struct kin_rec *rec, struct kin_route_decision *d)
{
	bool asks_safety;

	*d = (struct kin_route_decision){ .by = KIN_ROUTE_BY_NOTHING, .hubs = route->hubs,
		.hub = KIN_HUB_NONE, .ward_hub = KIN_HUB_NONE, .first = KIN_HUB_NONE,
		.link = KIN_RELATION_PICK_NONE };
	d->doors = open_doors(route, rec, &asks_safety);
	d->no_safe_door = asks_safety && kin_door_safeguarding(route->doors) == 0;
	d->urgent = is_urgent(rec) || d->no_safe_door || (d->doors & kin_door_urgent(route->doors)) != 0;
	d->ward = kin_rec_text(rec, KIN_FIELD_WARD);
	d->safe = first_of(d->doors & kin_door_safeguarding(route->doors));
	if (d->safe != 0)
		d->by = KIN_ROUTE_BY_SAFETY;
	else if (!d->no_safe_door) {
		choose_hub(route, rec, route->hubs, d);
		kin_route_fit(route, rec, d);
	}
}

static void
compare(struct kin_route *route, struct kin_rec *rec, struct kin_route_decision *d)
{
	struct kin_route_decision old = *d;

	if (route->old == NULL || d->by == KIN_ROUTE_BY_SAFETY || d->no_safe_door)
		return;
	choose_hub(route, rec, route->old, &old);
	kin_route_compare(route, d, &old);
}

static void
count_doors(unsigned long long *counts, uint64_t doors)
{
	for (; doors != 0; counts++, doors >>= 1)
		*counts += doors & 1;
}

static void
count(struct kin_route *route, const struct kin_route_decision *d)
{
	struct kin_route_counts *counts = &route->counts;

	if (counts->to_hub == NULL)
		counts->to_hub = kin_calloc(kin_hub_count(route->hubs) + 1u, sizeof(*counts->to_hub));
	counts->routed++;
	counts->urgent += d->urgent;
	if (d->by == KIN_ROUTE_BY_SAFETY) {
		count_doors(counts->to_door, d->safe);
		return;
	}
	count_doors(counts->beside, d->doors);	/* and signposts: kin_route_stats tells them apart */
	counts->overflowed += d->first != KIN_HUB_NONE;
	counts->over_full += d->full;
	if (d->by == KIN_ROUTE_BY_NOTHING)
		counts->front_door++;
	else
		counts->to_hub[d->hub]++;
	if (d->by == KIN_ROUTE_BY_LINK && d->link.best->living)
		counts->kept++;
	else if (d->by == KIN_ROUTE_BY_LINK)
		counts->returned++;
}

static void
write(struct kin_route *route, struct kin_rec *rec, const struct kin_route_decision *d)
{
	struct kin_put put = { KIN_STR("to"), { NULL, 0 } };

	kin_buf_clear(&route->to);
	kin_route_write_to(route, rec, d);
	put.value = kin_buf_str(&route->to);
	kin_buf_clear(&route->line);
	if (route->least.only != KIN_ROUTE_ALL && !kin_route_reduce(route, rec, d))
		return;
	if (route->least.only == KIN_ROUTE_ALL)
		kin_rec_write(rec, &put, 1, &route->line);
	route->opts.sink(route->opts.sink_ctx, kin_buf_str(&route->line));
}

int
kin_route_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_route *route = ctx;
	struct kin_route_decision decision;

	(void)err;
	if (!is_resident(rec)) {
		route->counts.passed_by++;
		if (route->least.only == KIN_ROUTE_ALL)
			route->opts.sink(route->opts.sink_ctx, rec->line);
		return 0;
	}
	decide(route, rec, &decision);
	compare(route, rec, &decision);
	count(route, &decision);
	if (route->opts.watch)
		kin_route_watch_add(&route->watch, decision.ward, kin_rec_text(rec, KIN_FIELD_LAD));
	if (route->opts.note != NULL)
		kin_route_note(route, rec, &decision);
	write(route, rec, &decision);
	return 0;
}
