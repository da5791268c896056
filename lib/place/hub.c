#include "kin/place/hub.h"

#include "kin/base/ascii.h"
#include "kin/base/mem.h"

/* One ward as one hub names it: kept for the check, in the order of the records. */
struct claim {
	uint32_t	hub, ward;
};

struct keeper {
	uint32_t	named, open;	/* the first hub that names it; that is open today as well */
};

struct kin_hub_table {
	int32_t		 today;
	struct kin_map	*ids;
	struct kin_hub	*hubs;
	size_t		 hub_cap;
	struct kin_map	*wards;
	struct keeper	*keepers;	/* of each ward */
	size_t		 keeper_cap;
	struct claim	*claims;
	size_t		 claim_count, claim_cap;
	struct kin_arena arena;
};

struct kin_hub_table *
kin_hub_new(struct kin_str today)
{
	struct kin_hub_table *hubs = kin_calloc(1, sizeof(*hubs));

	hubs->today = kin_span_day(today);
	hubs->ids = kin_map_new();
	hubs->wards = kin_map_new();
	return hubs;
}

void
kin_hub_free(struct kin_hub_table *hubs)
{
	if (hubs == NULL)
		return;
	kin_map_free(hubs->ids);
	kin_map_free(hubs->wards);
	kin_arena_fini(&hubs->arena);
	kin_free(hubs->hubs);
	kin_free(hubs->keepers);
	kin_free(hubs->claims);
	kin_free(hubs);
}

static void
claim_ward(struct kin_hub_table *table, uint32_t hub, struct kin_str code)
{
	bool is_new;
	uint32_t ward = kin_map_add(table->wards, code, &is_new);

	if (is_new) {
		table->keepers = kin_grow(table->keepers, ward, &table->keeper_cap,
		    sizeof(*table->keepers));
		table->keepers[ward] = (struct keeper){ hub, KIN_HUB_NONE };
	}
	if (table->keepers[ward].open == KIN_HUB_NONE && table->hubs[hub].is_open)
		table->keepers[ward].open = hub;
	table->claims = kin_grow(table->claims, table->claim_count, &table->claim_cap,
	    sizeof(*table->claims));
	table->claims[table->claim_count++] = (struct claim){ hub, ward };
	table->hubs[hub].wards++;
}

/* A whole number of 1 or more; absent: 0. */
static int
read_capacity(struct kin_rec *rec, uint32_t *per_day, struct kin_err *err)
{
	const struct kin_member *member = kin_rec_find(rec, KIN_STR("capacity"));
	struct kin_str value = kin_rec_value(rec, member), number;

	*per_day = 0;
	if (member == NULL)
		return 0;
	if (member->type != KIN_JSON_OBJECT || !kin_json_find(value, KIN_STR("per_day"), &number))
		return kin_fail_value(err, KIN_STR("capacity"), value, "not as {\"per_day\":40}");
	for (size_t i = 0; i < number.len; i++) {
		if (!kin_ascii_is_digit(number.p[i]) || i > 6)
			return kin_fail_value(err, KIN_STR("capacity"), number, "not a number of residents");
		*per_day = *per_day * 10 + (uint32_t)(number.p[i] - '0');
	}
	if (*per_day == 0)
		return kin_fail_value(err, KIN_STR("capacity"), number, "not a number of residents");
	return 0;
}

static int
read_list(struct kin_hub_table *table, struct kin_rec *rec, struct kin_str name,
    struct kin_str *list, struct kin_err *err)
{
	const struct kin_member *member = kin_rec_find(rec, name);

	if (member != NULL && member->type != KIN_JSON_ARRAY)
		return kin_fail_value(err, name, kin_rec_value(rec, member), "not a list");
	*list = kin_arena_keep(&table->arena, kin_rec_value(rec, member));
	return 0;
}

/* All of a hub but its id. */
static int
read_hub(struct kin_hub_table *table, struct kin_rec *rec, struct kin_hub *hub, struct kin_err *err)
{
	*hub = (struct kin_hub){ .name = kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("name"))) };
	if (kin_span_read(rec, KIN_STR("from"), &hub->from, err) < 0 ||
	    kin_span_read(rec, KIN_STR("until"), &hub->until, err) < 0 ||
	    read_capacity(rec, &hub->per_day, err) < 0 ||
	    read_list(table, rec, KIN_STR("overflow"), &hub->overflow, err) < 0 ||
	    read_list(table, rec, KIN_STR("fields"), &hub->fields, err) < 0)
		return -1;
	hub->is_open = hub->from.first <= table->today && table->today <= hub->until.last;
	hub->name = kin_arena_keep(&table->arena, hub->name);
	hub->from.text = kin_arena_keep(&table->arena, hub->from.text);
	hub->until.text = kin_arena_keep(&table->arena, hub->until.text);
	return 0;
}

int
kin_hub_push(void *hubs, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_hub_table *table = hubs;
	struct kin_str kind = kin_rec_text(rec, KIN_FIELD_KIND), ward;
	struct kin_str id = kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("id")));
	const struct kin_member *wards = kin_rec_find(rec, KIN_STR("wards"));
	struct kin_hub hub;
	uint32_t number;
	size_t at = 0;
	bool is_new;

	if (!kin_str_is(kind, KIN_STR("hub")))
		return kin_fail_value(err, KIN_STR("kind"), kind, "not a hub");
	if (id.len == 0)
		return kin_fail_value(err, KIN_STR("id"), id, "a hub without id");
	if (wards != NULL && wards->type != KIN_JSON_ARRAY && wards->type != KIN_JSON_STRING)
		return kin_fail_value(err, KIN_STR("wards"), kin_rec_value(rec, wards),
		    "not a list of ward codes");
	if (read_hub(table, rec, &hub, err) < 0)
		return -1;
	number = kin_map_add(table->ids, id, &is_new);
	if (!is_new)
		return kin_fail_value(err, KIN_STR("id"), id, "a second hub of this id");
	hub.id = kin_map_key(table->ids, number);
	table->hubs = kin_grow(table->hubs, number, &table->hub_cap, sizeof(*table->hubs));
	table->hubs[number] = hub;
	while (kin_rec_each(rec, wards, &at, &ward))
		claim_ward(table, number, ward);
	return 0;
}

uint32_t
kin_hub_count(const struct kin_hub_table *hubs)
{
	return kin_map_count(hubs->ids);
}

uint32_t
kin_hub_ward_count(const struct kin_hub_table *hubs)
{
	return kin_map_count(hubs->wards);
}

const struct kin_hub *
kin_hub_get(const struct kin_hub_table *hubs, uint32_t number)
{
	return &hubs->hubs[number];
}

uint32_t
kin_hub_find(const struct kin_hub_table *hubs, struct kin_str id)
{
	uint32_t number = kin_map_get(hubs->ids, id);

	return number == KIN_MAP_NONE ? KIN_HUB_NONE : number;
}

uint32_t
kin_hub_of_ward(const struct kin_hub_table *hubs, struct kin_str ward)
{
	uint32_t id = kin_map_get(hubs->wards, ward);

	return id == KIN_MAP_NONE ? KIN_HUB_NONE : hubs->keepers[id].open;
}

uint32_t
kin_hub_named(const struct kin_hub_table *hubs, struct kin_str ward)
{
	uint32_t id = kin_map_get(hubs->wards, ward);

	return id == KIN_MAP_NONE ? KIN_HUB_NONE : hubs->keepers[id].named;
}

/* The next hub id of a list; ids are compared as they are written there. */
static bool
next_overflow(const struct kin_hub *hub, size_t *at, struct kin_str *id)
{
	if (hub->overflow.len == 0 || !kin_json_element(hub->overflow, at, id))
		return false;
	*id = kin_json_type(*id) == KIN_JSON_STRING ? kin_str(id->p + 1, id->len - 2) : *id;
	return true;
}

uint32_t
kin_hub_overflow(const struct kin_hub_table *hubs, uint32_t hub, size_t *at)
{
	struct kin_str id;

	while (next_overflow(&hubs->hubs[hub], at, &id)) {
		uint32_t other = kin_hub_find(hubs, id);

		if (other != KIN_HUB_NONE && other != hub && hubs->hubs[other].is_open)
			return other;
	}
	return KIN_HUB_NONE;
}

/* Adds "ward E05014053 (Abbey)". */
static const char *
name_ward(struct kin_buf *room, const struct kin_ward_list *wards, struct kin_str code)
{
	uint32_t id = wards == NULL ? KIN_MAP_NONE : kin_ward_find(wards, code);

	kin_buf_clear(room);
	kin_buf_puts(room, "ward ");
	kin_buf_add(room, code);
	if (id != KIN_MAP_NONE && kin_ward_name(wards, id).len > 0) {
		kin_buf_puts(room, " (");
		kin_buf_add(room, kin_ward_name(wards, id));
		kin_buf_putc(room, ')');
	}
	return kin_buf_text(room);
}

static bool
open_together(const struct kin_hub *a, const struct kin_hub *b)
{
	return a->from.first <= b->until.last && b->from.first <= a->until.last;
}

/* Another claim on a ward before this one: of the same hub, or of one open on the same day. */
static void
check_before(const struct kin_hub_table *table, size_t number, const char *name,
    struct kin_check *check)
{
	struct claim claim = table->claims[number];
	const struct kin_hub *hub = &table->hubs[claim.hub];

	for (size_t i = 0; i < number; i++) {
		const struct kin_hub *other = &table->hubs[table->claims[i].hub];

		if (table->claims[i].ward != claim.ward)
			continue;
		if (other == hub)
			kin_check_fault(check, "hub %.*s: %s is named twice", KIN_CHECK_STR(hub->id), name);
		else if (open_together(hub, other))
			kin_check_fault(check, "%s has two hubs: %.*s and %.*s", name,
			    KIN_CHECK_STR(other->id), KIN_CHECK_STR(hub->id));
		else
			continue;
		return;
	}
}

static void
check_claims(const struct kin_hub_table *table, const struct kin_ward_list *wards,
    struct kin_check *check, struct kin_buf *room)
{
	for (size_t i = 0; i < table->claim_count; i++) {
		struct claim claim = table->claims[i];
		struct kin_str code = kin_map_key(table->wards, claim.ward);

		if (wards != NULL && kin_ward_find(wards, code) == KIN_MAP_NONE)
			kin_check_fault(check, "hub %.*s: ward %.*s is not in the list of wards",
			    KIN_CHECK_STR(table->hubs[claim.hub].id), KIN_CHECK_STR(code));
		check_before(table, i, name_ward(room, wards, code), check);
	}
}

static void
check_hub(const struct kin_hub_table *hubs, const struct kin_hub *hub, struct kin_check *check)
{
	struct kin_str id;
	size_t at = 0;

	if (hub->wards == 0)
		kin_check_fault(check, "hub %.*s has no ward", KIN_CHECK_STR(hub->id));
	else if (hub->wards > KIN_HUB_MOST)
		kin_check_fault(check, "hub %.*s has %u wards, and %d is the most",
		    KIN_CHECK_STR(hub->id), hub->wards, KIN_HUB_MOST);
	if (hub->from.first > hub->until.last)
		kin_check_fault(check, "hub %.*s closes before it opens", KIN_CHECK_STR(hub->id));
	while (next_overflow(hub, &at, &id))
		if (kin_str_is(id, hub->id))
			kin_check_fault(check, "hub %.*s overflows into itself", KIN_CHECK_STR(hub->id));
		else if (kin_hub_find(hubs, id) == KIN_HUB_NONE)
			kin_check_fault(check, "hub %.*s overflows into %.*s, and there is none of this id",
			    KIN_CHECK_STR(hub->id), KIN_CHECK_STR(id));
}

void
kin_hub_check(const struct kin_hub_table *hubs, const struct kin_ward_list *wards,
    struct kin_check *check)
{
	struct kin_buf room = { 0 };

	for (uint32_t i = 0; i < kin_hub_count(hubs); i++)
		check_hub(hubs, &hubs->hubs[i], check);
	check_claims(hubs, wards, check, &room);
	for (uint32_t i = 0; wards != NULL && i < kin_ward_count(wards); i++) {
		struct kin_str code = kin_ward_code(wards, i);

		if (kin_hub_of_ward(hubs, code) == KIN_HUB_NONE)
			kin_check_fault(check, "%s has no hub", name_ward(&room, wards, code));
	}
	kin_buf_fini(&room);
}
