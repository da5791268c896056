#include "kin/place/relation.h"

#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "kin/field/when.h"

struct kin_relation_table {
	struct kin_map	*keys;		/* record keys and person ids */
	struct kin_relation *best;	/* of each key */
	size_t		 best_cap;
	struct kin_map	*hubs;		/* ids as the links name them */
	size_t		 count;
	struct kin_str	 today;
	struct kin_arena arena;
};

struct kin_relation_table *
kin_relation_new(struct kin_str today)
{
	struct kin_relation_table *links = kin_calloc(1, sizeof(*links));

	links->keys = kin_map_new();
	links->hubs = kin_map_new();
	links->today = kin_arena_keep(&links->arena, today);
	return links;
}

void
kin_relation_free(struct kin_relation_table *links)
{
	if (links == NULL)
		return;
	kin_map_free(links->keys);
	kin_map_free(links->hubs);
	kin_arena_fini(&links->arena);
	kin_free(links->best);
	kin_free(links);
}

size_t
kin_relation_count(const struct kin_relation_table *links)
{
	return links->count;
}

const struct kin_relation *
kin_relation_best(const struct kin_relation *a, const struct kin_relation *b)
{
	if (a == NULL || b == NULL)
		return a == NULL ? b : a;
	if (a->living != b->living)
		return a->living ? a : b;
	return kin_str_cmp(b->since, a->since) > 0 ? b : a;
}

static int
read_date(struct kin_rec *rec, struct kin_str name, struct kin_str *out, struct kin_err *err)
{
	const struct kin_member *member = kin_rec_find(rec, name);
	struct kin_when when;

	*out = kin_rec_member_text(rec, member);
	if (member != NULL && (out->len == 0 || !kin_when_read(*out, &when)))
		return kin_fail_value(err, name, out->len > 0 ? *out : kin_rec_value(rec, member),
		    "not a date as 2020-04-06");
	return 0;
}

static struct kin_str
text_of(struct kin_rec *rec, struct kin_str name)
{
	return kin_rec_member_text(rec, kin_rec_find(rec, name));
}

/* By the day alone: a goodbye at any hour of today is said. */
static bool
is_after(struct kin_str date, struct kin_str today)
{
	if (date.len > today.len)
		date.len = today.len;
	return kin_str_cmp(date, today) > 0;
}

static void
keep(struct kin_relation_table *table, struct kin_str key, struct kin_relation link)
{
	bool is_new;
	uint32_t id = kin_map_add(table->keys, key, &is_new);

	link.hub = kin_map_key(table->hubs, kin_map_add(table->hubs, link.hub, NULL));
	link.helper = kin_arena_keep(&table->arena, link.helper);
	link.since = kin_arena_keep(&table->arena, link.since);
	link.goodbye = kin_arena_keep(&table->arena, link.goodbye);
	if (is_new) {
		table->best = kin_grow(table->best, id, &table->best_cap, sizeof(*table->best));
		table->best[id] = link;
	} else
		table->best[id] = *kin_relation_best(&table->best[id], &link);
}

int
kin_relation_push(void *links, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_relation_table *table = links;
	struct kin_str kind = kin_rec_text(rec, KIN_FIELD_KIND);
	struct kin_str of = text_of(rec, KIN_STR("of")), person = text_of(rec, KIN_STR("person"));
	struct kin_relation link = { .hub = text_of(rec, KIN_STR("hub")),
		.helper = text_of(rec, KIN_STR("helper")) };

	if (!kin_str_is(kind, KIN_STR("link")))
		return kin_fail_value(err, KIN_STR("kind"), kind, "not a link");
	if (of.len == 0 && person.len == 0)
		return kin_fail(err, "a link without \"of\" or \"person\": who is helped");
	if (link.hub.len == 0)
		return kin_fail_value(err, KIN_STR("hub"), link.hub, "a link without hub");
	if (read_date(rec, KIN_STR("since"), &link.since, err) < 0 ||
	    read_date(rec, KIN_STR("goodbye"), &link.goodbye, err) < 0)
		return -1;
	table->count++;
	if (is_after(link.since, table->today))
		return 0;
	link.living = link.goodbye.len == 0 || is_after(link.goodbye, table->today);
	if (of.len > 0)
		keep(table, of, link);
	if (person.len > 0)
		keep(table, person, link);
	return 0;
}

const struct kin_relation *
kin_relation_find(const struct kin_relation_table *links, struct kin_str key)
{
	uint32_t id = kin_map_get(links->keys, key);

	return id == KIN_MAP_NONE ? NULL : &links->best[id];
}

void
kin_relation_check(const struct kin_relation_table *links, const struct kin_hub_table *hubs,
    struct kin_check *check)
{
	for (uint32_t i = 0; i < kin_map_count(links->hubs); i++) {
		struct kin_str hub = kin_map_key(links->hubs, i);

		if (kin_hub_find(hubs, hub) == KIN_HUB_NONE)
			kin_check_fault(check, "a link names hub %.*s, and there is none of this id",
			    KIN_CHECK_STR(hub));
	}
}
