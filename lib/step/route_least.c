/* Least data: what each door may see, and what left. */
#include "kin/base/mem.h"
#include "route_state.h"

/*
 * Who has no list of their own.  A hub rings, shops and delivers: it needs no NHS number,
 * birth date, list or free notes.  For safeguarding, what was said and whom to reach.
 */
static const char hub_sees[] =
	"[\"kind\",\"person.id\",\"given_name\",\"family_name\",\"full_name\",\"title\",\"phone\","
	"\"address\",\"town\",\"postcode\",\"language\",\"interpreter\",\"format\",\"needs\","
	"\"received\",\"urgent\",\"good_to_know\",\"to.door\",\"to.id\",\"to.first\",\"to.helper\","
	"\"to.urgent\",\"to.with\",\"to.signposted\"]";
static const char safeguarding_sees[] =
	"[\"kind\",\"person.id\",\"given_name\",\"family_name\",\"full_name\",\"birth_date\",\"phone\","
	"\"address\",\"town\",\"postcode\",\"language\",\"interpreter\",\"notes\",\"received\","
	"\"on_behalf_of\",\"to\"]";

void
kin_route_least_fini(struct kin_route_least *least)
{
	kin_map_free(least->names);
	kin_free(least->left);
	kin_free(least->stayed);
}

static struct kin_str
or_usual(struct kin_str fields, const char *usual)
{
	return fields.len > 0 && fields.p[0] == '[' ? fields : kin_str_of(usual);
}

static struct kin_str
door_sees(const struct kin_route *route, uint32_t number)
{
	const struct kin_door *door = kin_door_get(route->doors, number);

	return or_usual(door->fields, door->safeguarding ? safeguarding_sees : hub_sees);
}

static uint32_t
number_of(uint64_t door)
{
	uint32_t number = 0;

	while ((door >> number & 1) == 0)
		number++;
	return number;
}

/* What the first door of a decision may see. */
static struct kin_str
first_sees(const struct kin_route *route, const struct kin_route_decision *d)
{
	if (d->by == KIN_ROUTE_BY_SAFETY)
		return door_sees(route, number_of(d->safe));
	if (d->by == KIN_ROUTE_BY_NOTHING)
		return kin_str_of(hub_sees);
	return or_usual(kin_hub_get(d->hubs, d->hub)->fields, hub_sees);
}

enum sight {
	NOTHING,
	PART,
	WHOLE
};

static enum sight
sight(struct kin_str paths, struct kin_str name)
{
	enum sight best = NOTHING;
	struct kin_str path;
	size_t at = 0;

	while (best != WHOLE && kin_json_element(paths, &at, &path)) {
		if (path.len < 2 || path.p[0] != '"')
			continue;
		path = kin_str(path.p + 1, path.len - 2);
		if (kin_str_is(path, name))
			best = WHOLE;
		else if (path.len > name.len && path.p[name.len] == '.' && kin_str_has_prefix(path, name))
			best = PART;
	}
	return best;
}

bool
kin_route_may_see(const struct kin_route *route, const struct kin_route_decision *d,
    struct kin_str name)
{
	return sight(first_sees(route, d), name) != NOTHING;
}

/* --- one door's copy ---------------------------------------------------------- */

int
kin_route_only(struct kin_route *route, struct kin_str door, struct kin_err *err)
{
	struct kin_route_least *least = &route->least;

	least->names = kin_map_new();
	if (kin_str_is(door, KIN_STR("hub"))) {
		least->only = KIN_ROUTE_ONLY_HUBS;
		return 0;
	}
	least->number = kin_hub_find(route->hubs, door);
	if (least->number != KIN_HUB_NONE) {
		least->only = KIN_ROUTE_ONLY_HUB;
		return 0;
	}
	for (uint32_t i = 0; i < kin_door_count(route->doors); i++)
		if (kin_str_is(kin_door_get(route->doors, i)->id, door)) {
			least->number = i;
			least->only = KIN_ROUTE_ONLY_DOOR;
			return 0;
		}
	return kin_fail(err, "no hub and no door is called \"%.*s\"", KIN_CHECK_STR(door));
}

/* What the chosen door may see of this record; empty when it is not for that door. */
static struct kin_str
chosen_sees(const struct kin_route *route, const struct kin_route_decision *d)
{
	const struct kin_route_least *least = &route->least;
	bool to_hub = d->by == KIN_ROUTE_BY_LINK || d->by == KIN_ROUTE_BY_WARD;
	uint64_t doors = d->by == KIN_ROUTE_BY_SAFETY ? d->safe :
	    d->doors & ~kin_door_signposts(route->doors);

	if (least->only == KIN_ROUTE_ONLY_DOOR)
		return doors >> least->number & 1 ? door_sees(route, least->number) : kin_str(NULL, 0);
	if (to_hub && (least->only == KIN_ROUTE_ONLY_HUBS || d->hub == least->number))
		return first_sees(route, d);
	return kin_str(NULL, 0);
}

static void
note(struct kin_route_least *least, struct kin_str name, bool left)
{
	bool is_new;
	uint32_t id = kin_map_add(least->names, name, &is_new);

	if (is_new) {
		least->left = kin_grow(least->left, id, &least->left_cap, sizeof(*least->left));
		least->stayed = kin_grow(least->stayed, id, &least->stayed_cap, sizeof(*least->stayed));
		least->left[id] = least->stayed[id] = 0;
	}
	++*(left ? &least->left[id] : &least->stayed[id]);
}

/* The members of an object that are named in paths as "object.member". */
static void
put_part(struct kin_route *route, struct kin_str paths, struct kin_str name, struct kin_str object)
{
	struct kin_buf *line = &route->line, *path = &route->text;
	struct kin_str member, value;
	size_t at = 0, start;

	kin_buf_putc(line, '{');
	start = line->len;
	while (kin_json_type(object) == KIN_JSON_OBJECT && kin_json_member(object, &at, &member, &value)) {
		kin_buf_clear(path);
		kin_buf_add(path, name);
		kin_buf_putc(path, '.');
		kin_buf_add(path, member);
		if (sight(paths, kin_buf_str(path)) != WHOLE)
			continue;
		if (line->len > start)
			kin_buf_putc(line, ',');
		kin_buf_putc(line, '"');
		kin_buf_add(line, member);
		kin_buf_puts(line, "\":");
		kin_buf_add(line, value);
	}
	kin_buf_putc(line, '}');
}

static void
put_member(struct kin_route *route, struct kin_str paths, struct kin_str name, struct kin_str value,
    bool always)
{
	struct kin_buf *line = &route->line;
	enum sight what = always ? WHOLE : sight(paths, name);

	note(&route->least, name, what != NOTHING);
	if (what == NOTHING)
		return;
	kin_buf_putc(line, line->len == 0 ? '{' : ',');
	kin_buf_putc(line, '"');
	kin_buf_add(line, name);
	kin_buf_puts(line, "\":");
	if (what == WHOLE)
		kin_buf_add(line, value);
	else
		put_part(route, paths, name, value);
}

/* A door that words opened sees where they stood. */
static bool
stood_in(const struct kin_route *route, struct kin_str name)
{
	uint32_t door = route->least.number;

	return route->least.only == KIN_ROUTE_ONLY_DOOR && (route->words.all >> door & 1) != 0 &&
	    kin_str_is(route->word_field[door], name);
}

bool
kin_route_reduce(struct kin_route *route, struct kin_rec *rec, const struct kin_route_decision *d)
{
	struct kin_str paths = chosen_sees(route, d);

	if (paths.len == 0)
		return false;
	for (size_t i = 0; i < rec->members.count; i++) {
		const struct kin_member *member = &rec->members.list[i];
		struct kin_str name = kin_str(rec->line.p + member->name_at, member->name_len);

		if (member->field != KIN_FIELD_TO)
			put_member(route, paths, name, kin_rec_value(rec, member), stood_in(route, name));
	}
	put_member(route, paths, KIN_STR("to"), kin_buf_str(&route->to), false);
	kin_buf_puts(&route->line, route->line.len == 0 ? "{}" : "}");
	route->least.records++;
	return true;
}
