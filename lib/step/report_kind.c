#include "report_kind.h"

#include "kin/base/sort.h"

enum { PERSON = 1, KEY = 2 };		/* so that a key is never taken for a person's id */

struct kin_report_alias {
	uint64_t	key, person;
};

static uint64_t
key_of(struct kin_rec *rec)
{
	kin_buf_clear(&rec->key);
	kin_rec_key(rec, &rec->key);
	return kin_hash64(kin_buf_str(&rec->key), KEY);
}

struct kin_str
kin_report_inner(struct kin_rec *rec, struct kin_str object, struct kin_str name)
{
	struct kin_str text;

	kin_buf_clear(&rec->scratch);
	text = kin_json_find_text(object, name, &rec->scratch);
	return text.p == rec->scratch.p ? kin_arena_keep(&rec->decoded, text) : text;
}

/* person may be dedupe's object or, in an event or link, the id alone. */
static struct kin_str
person_id(struct kin_rec *rec)
{
	const struct kin_member *member = kin_rec_member(rec, KIN_FIELD_PERSON);

	if (member == NULL || member->type != KIN_JSON_OBJECT)
		return kin_rec_member_text(rec, member);
	return kin_report_inner(rec, kin_rec_value(rec, member), KIN_STR("id"));
}

uint64_t
kin_report_who(struct kin_rec *rec)
{
	struct kin_str id = person_id(rec);

	if (id.len > 0)
		return kin_hash64(id, PERSON);
	id = kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("of")));
	return id.len > 0 ? kin_hash64(id, KEY) : key_of(rec);
}

void
kin_report_learn(struct kin_report_people *people, struct kin_rec *rec)
{
	struct kin_str id = person_id(rec);

	if (id.len == 0)
		return;
	people->list = kin_grow(people->list, people->count, &people->cap, sizeof(*people->list));
	people->list[people->count++] = (struct kin_report_alias){
		key_of(rec), kin_hash64(id, PERSON)
	};
}

static int
by_key(const void *a, const void *b, void *ctx)
{
	const struct kin_report_alias *x = a, *y = b;

	(void)ctx;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->person > y->person) - (x->person < y->person);
}

void
kin_report_settle(struct kin_report_people *people)
{
	kin_sort_hashed(people->list, people->count, sizeof(*people->list),
	    offsetof(struct kin_report_alias, key), by_key, NULL);
}

uint64_t
kin_report_resolve(const struct kin_report_people *people, uint64_t who)
{
	size_t low = 0, high = people->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (people->list[middle].key < who)
			low = middle + 1;
		else
			high = middle;
	}
	return low < people->count && people->list[low].key == who ? people->list[low].person : who;
}

enum kin_report_sort
kin_report_sort(struct kin_rec *rec)
{
	struct kin_str kind = kin_rec_text(rec, KIN_FIELD_KIND);

	if (kind.len == 0 || kin_str_is(kind, KIN_STR("contact")) ||
	    kin_str_is(kind, KIN_STR("person")) || kin_str_is(kind, KIN_STR("need")))
		return KIN_REPORT_RESIDENT;
	if (kin_str_is(kind, KIN_STR("event")))
		return KIN_REPORT_EVENT;
	return kin_str_is(kind, KIN_STR("link")) ? KIN_REPORT_LINK : KIN_REPORT_OTHER;
}

bool
kin_report_is_offer(struct kin_rec *rec)
{
	return kin_str_is(kin_rec_text(rec, KIN_FIELD_ROLE), KIN_STR("helper"));
}

static bool
says_true(struct kin_str value)
{
	return value.len > 0 && kin_json_type(value) == KIN_JSON_TRUE;
}

struct kin_str
kin_report_stop(struct kin_rec *rec, bool *sure)
{
	struct kin_str stop = kin_rec_raw(rec, KIN_FIELD_STOP), decide;

	if (stop.len == 0 || kin_json_type(stop) != KIN_JSON_OBJECT)
		return kin_str(NULL, 0);
	*sure = !kin_json_find(stop, KIN_STR("decide"), &decide) || !says_true(decide);
	return kin_report_inner(rec, stop, KIN_STR("reason"));
}

int32_t
kin_report_day(struct kin_rec *rec, enum kin_field field)
{
	return kin_bucket_day(kin_rec_text(rec, field));
}

/* A text that lives as long as the record; the empty slice for anything else. */
static struct kin_str
lent(struct kin_rec *rec, struct kin_str value)
{
	struct kin_str text;

	if (value.len == 0 || kin_json_type(value) != KIN_JSON_STRING)
		return kin_str(NULL, 0);
	kin_buf_clear(&rec->scratch);
	text = kin_json_text(value, &rec->scratch);
	return text.p == rec->scratch.p ? kin_arena_keep(&rec->decoded, text) : text;
}

/* Fills in the rest of place. */
static void
read_to(struct kin_rec *rec, struct kin_str to, struct kin_report_place *place, struct kin_str *door)
{
	struct kin_str name, value;
	size_t at = 0;

	while (kin_json_member(to, &at, &name, &value)) {
		if (kin_str_is(name, KIN_STR("door")))
			*door = lent(rec, value);
		else if (kin_str_is(name, KIN_STR("id")))
			place->id = lent(rec, value);
		else if (kin_str_is(name, KIN_STR("helper")))
			place->known_by = lent(rec, value);
		else if (kin_str_is(name, KIN_STR("urgent")))
			place->urgent |= says_true(value);
		else if (kin_str_is(name, KIN_STR("with")) && kin_json_type(value) == KIN_JSON_ARRAY)
			place->with = value;
	}
}

struct kin_report_place
kin_report_place(struct kin_rec *rec)
{
	struct kin_str to = kin_rec_raw(rec, KIN_FIELD_TO), door = { NULL, 0 };
	struct kin_report_place place = { .urgent = says_true(kin_rec_raw(rec, KIN_FIELD_URGENT)) };

	if (to.len == 0 || kin_json_type(to) != KIN_JSON_OBJECT) {
		place.rank = KIN_REPORT_NOT_ROUTED;
		place.id = KIN_STR("(not routed)");
		return place;
	}
	read_to(rec, to, &place, &door);
	place.rank = KIN_REPORT_DOOR;
	if (kin_str_is(door, KIN_STR("front-door")))
		place.rank = KIN_REPORT_FRONT_DOOR;
	else if (kin_str_is(door, KIN_STR("hub")) && place.id.len > 0)
		place.rank = KIN_REPORT_HUB;
	if (place.rank != KIN_REPORT_HUB && door.len > 0)
		place.id = door;
	return place;
}

struct kin_report_place
kin_report_named_place(const struct kin_report_context *context, struct kin_str id)
{
	uint32_t place = kin_map_get(context->places, id);
	enum kin_report_rank rank = KIN_REPORT_HUB;

	if (place != KIN_MAP_NONE)
		rank = context->names[place].rank;
	else if (kin_str_is(id, KIN_STR("front-door")))
		rank = KIN_REPORT_FRONT_DOOR;
	return (struct kin_report_place){ .rank = rank, .id = id };
}

struct kin_str
kin_report_place_name(const struct kin_report_context *context, struct kin_str id)
{
	uint32_t place = kin_map_get(context->places, id);

	if (place != KIN_MAP_NONE)
		return context->names[place].name;
	return kin_str_is(id, KIN_STR("front-door")) ? KIN_STR("Waiting, no hub yet") :
	    kin_str(NULL, 0);
}

static bool
has_names(const struct kin_report_context *context)
{
	return kin_map_count(context->places) > 0;
}

void
kin_report_place_columns(const struct kin_report_context *context, struct kin_table *table)
{
	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("to"), KIN_STR("Hub or door"));
	if (has_names(context))
		kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("name"), KIN_STR("Name"));
}

void
kin_report_place_cells(const struct kin_report_context *context, struct kin_table *table,
    struct kin_str id)
{
	kin_table_text(table, id);
	if (has_names(context))
		kin_table_text(table, kin_report_place_name(context, id));
}

void
kin_report_place_blank(const struct kin_report_context *context, struct kin_table *table)
{
	kin_table_missing(table);
	if (has_names(context))
		kin_table_missing(table);
}
