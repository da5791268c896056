#include "kin/place/hub.h"

#include "kin/base/mem.h"

/* One ward as one hub names it: kept for the check, in the order of the records. */
struct claim {
	uint32_t	hub, ward;
};

struct kin_hub_table {
	struct kin_map	*ids;
	struct kin_hub	*hubs;
	size_t		 hub_cap;
	struct kin_map	*wards;
	uint32_t	*hub_of;	/* each ward: the first hub that named it */
	size_t		 of_cap;
	struct claim	*claims;
	size_t		 claim_count, claim_cap;
	struct kin_arena arena;
};

struct kin_hub_table *
kin_hub_new(void)
{
	struct kin_hub_table *hubs = kin_calloc(1, sizeof(*hubs));

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
	kin_free(hubs->hub_of);
	kin_free(hubs->claims);
	kin_free(hubs);
}

static void
claim_ward(struct kin_hub_table *table, uint32_t hub, struct kin_str code)
{
	bool is_new;
	uint32_t ward = kin_map_add(table->wards, code, &is_new);

	if (is_new) {
		table->hub_of = kin_grow(table->hub_of, ward, &table->of_cap, sizeof(*table->hub_of));
		table->hub_of[ward] = hub;
	}
	table->claims = kin_grow(table->claims, table->claim_count, &table->claim_cap,
	    sizeof(*table->claims));
	table->claims[table->claim_count++] = (struct claim){ hub, ward };
	table->hubs[hub].wards++;
}

int
kin_hub_push(void *hubs, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_hub_table *table = hubs;
	struct kin_str kind = kin_rec_text(rec, KIN_FIELD_KIND), ward;
	struct kin_str id = kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("id")));
	const struct kin_member *wards = kin_rec_find(rec, KIN_STR("wards"));
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
	number = kin_map_add(table->ids, id, &is_new);
	if (!is_new)
		return kin_fail_value(err, KIN_STR("id"), id, "a second hub of this id");
	table->hubs = kin_grow(table->hubs, number, &table->hub_cap, sizeof(*table->hubs));
	table->hubs[number] = (struct kin_hub){ .id = kin_map_key(table->ids, number),
		.name = kin_arena_keep(&table->arena,
		    kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("name")))) };
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

	return id == KIN_MAP_NONE ? KIN_HUB_NONE : hubs->hub_of[id];
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

/* A ward that another hub named before, or this hub. */
static void
check_claims(const struct kin_hub_table *table, const struct kin_ward_list *wards,
    struct kin_check *check, struct kin_buf *room)
{
	uint32_t ward_count = kin_map_count(table->wards);
	bool *seen = kin_calloc(ward_count + 1, sizeof(*seen));

	for (size_t i = 0; i < table->claim_count; i++) {
		struct claim claim = table->claims[i];
		struct kin_str code = kin_map_key(table->wards, claim.ward);
		struct kin_str first = table->hubs[table->hub_of[claim.ward]].id;
		struct kin_str id = table->hubs[claim.hub].id;

		if (wards != NULL && kin_ward_find(wards, code) == KIN_MAP_NONE)
			kin_check_fault(check, "hub %.*s: ward %.*s is not in the list of wards",
			    KIN_CHECK_STR(id), KIN_CHECK_STR(code));
		if (seen[claim.ward] && table->hub_of[claim.ward] == claim.hub)
			kin_check_fault(check, "hub %.*s: %s is named twice", KIN_CHECK_STR(id),
			    name_ward(room, wards, code));
		else if (seen[claim.ward])
			kin_check_fault(check, "%s has two hubs: %.*s and %.*s",
			    name_ward(room, wards, code), KIN_CHECK_STR(first), KIN_CHECK_STR(id));
		seen[claim.ward] = true;
	}
	kin_free(seen);
}

void
kin_hub_check(const struct kin_hub_table *hubs, const struct kin_ward_list *wards,
    struct kin_check *check)
{
	struct kin_buf room = { 0 };

	for (uint32_t i = 0; i < kin_hub_count(hubs); i++) {
		const struct kin_hub *hub = &hubs->hubs[i];

		if (hub->wards == 0)
			kin_check_fault(check, "hub %.*s has no ward", KIN_CHECK_STR(hub->id));
		else if (hub->wards > KIN_HUB_MOST)
			kin_check_fault(check, "hub %.*s has %u wards, and %d is the most",
			    KIN_CHECK_STR(hub->id), hub->wards, KIN_HUB_MOST);
	}
	check_claims(hubs, wards, check, &room);
	for (uint32_t i = 0; wards != NULL && i < kin_ward_count(wards); i++) {
		struct kin_str code = kin_ward_code(wards, i);

		if (kin_hub_of_ward(hubs, code) == KIN_HUB_NONE)
			kin_check_fault(check, "%s has no hub", name_ward(&room, wards, code));
	}
	kin_buf_fini(&room);
}
