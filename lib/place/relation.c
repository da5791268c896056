#include "kin/place/relation.h"

#include "kin/base/map.h"
#include "kin/base/mem.h"

#define NO_MORE	UINT32_MAX

struct entry {
	struct kin_relation	link;
	uint32_t		next;	/* of the same key, in the order of the file */
};

struct ends {
	uint32_t	first, last;	/* in entries */
};

struct kin_relation_table {
	struct kin_map	*keys;		/* record keys and person ids */
	struct ends	*of_key;
	size_t		 key_cap;
	struct entry	*entries;
	size_t		 entry_count, entry_cap;
	struct kin_map	*hubs;		/* ids as the links name them */
	size_t		 count;
	int32_t		 today, oldest;	/* oldest: day of a goodbye after which they come back here */
	struct kin_arena arena;
};

struct kin_relation_table *
kin_relation_new(struct kin_str today)
{
	struct kin_relation_table *links = kin_calloc(1, sizeof(*links));

	links->keys = kin_map_new();
	links->hubs = kin_map_new();
	links->today = kin_span_day(today);
	links->oldest = KIN_SPAN_EVER_BEFORE;
	return links;
}

int
kin_relation_within(struct kin_relation_table *links, struct kin_str period, struct kin_err *err)
{
	return kin_span_back(period, links->today, &links->oldest, err);
}

void
kin_relation_free(struct kin_relation_table *links)
{
	if (links == NULL)
		return;
	kin_map_free(links->keys);
	kin_map_free(links->hubs);
	kin_arena_fini(&links->arena);
	kin_free(links->of_key);
	kin_free(links->entries);
	kin_free(links);
}

size_t
kin_relation_count(const struct kin_relation_table *links)
{
	return links->count;
}

static struct kin_str
text_of(struct kin_rec *rec, struct kin_str name)
{
	return kin_rec_member_text(rec, kin_rec_find(rec, name));
}

static void
keep(struct kin_relation_table *table, struct kin_str key, const struct kin_relation *link)
{
	uint32_t number = (uint32_t)table->entry_count++, id;
	bool is_new;

	table->entries = kin_grow(table->entries, number, &table->entry_cap, sizeof(*table->entries));
	table->entries[number] = (struct entry){ *link, NO_MORE };
	id = kin_map_add(table->keys, key, &is_new);
	if (is_new) {
		table->of_key = kin_grow(table->of_key, id, &table->key_cap, sizeof(*table->of_key));
		table->of_key[id].first = number;
	} else
		table->entries[table->of_key[id].last].next = number;
	table->of_key[id].last = number;
}

static void
keep_texts(struct kin_relation_table *table, struct kin_relation *link)
{
	link->hub = kin_map_key(table->hubs, kin_map_add(table->hubs, link->hub, NULL));
	link->helper = kin_arena_keep(&table->arena, link->helper);
	link->since.text = kin_arena_keep(&table->arena, link->since.text);
	link->goodbye.text = kin_arena_keep(&table->arena, link->goodbye.text);
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
	if (kin_span_read(rec, KIN_STR("since"), &link.since, err) < 0 ||
	    kin_span_read(rec, KIN_STR("goodbye"), &link.goodbye, err) < 0)
		return -1;
	table->count++;
	if (link.since.first > table->today)
		return 0;
	link.living = link.goodbye.text.len == 0 || link.goodbye.first > table->today;
	keep_texts(table, &link);
	if (of.len > 0)
		keep(table, of, &link);
	if (person.len > 0)
		keep(table, person, &link);
	return 0;
}

/* Equal: not. */
static bool
is_better(const struct kin_relation *link, const struct kin_relation *than)
{
	if (than == NULL || link->living != than->living)
		return than == NULL || link->living;
	return kin_str_cmp(link->since.text, than->since.text) > 0;
}

void
kin_relation_find(const struct kin_relation_table *links, struct kin_str key,
    const struct kin_hub_table *hubs, struct kin_relation_pick *pick)
{
	uint32_t id = kin_map_get(links->keys, key), at;

	if (id == KIN_MAP_NONE)
		return;
	for (at = links->of_key[id].first; at != NO_MORE; at = links->entries[at].next) {
		const struct kin_relation *link = &links->entries[at].link;
		uint32_t hub = kin_hub_find(hubs, link->hub);
		bool counts = hub != KIN_HUB_NONE && kin_hub_get(hubs, hub)->is_open &&
		    (link->living || link->goodbye.last >= links->oldest);

		if (counts && is_better(link, pick->best)) {
			pick->best = link;
			pick->hub = hub;
		} else if (!counts && is_better(link, pick->over))
			pick->over = link;
	}
	if (pick->over != NULL && !is_better(pick->over, pick->best))
		pick->over = NULL;
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
