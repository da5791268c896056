#include "kin/place/door.h"

#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "kin/field/need.h"
#include "kin/place/phrase.h"
#include "kin/place/variant.h"

struct kin_door_table {
	struct kin_map	*ids;
	struct kin_door	 doors[KIN_DOOR_MOST];
	uint64_t	 safeguarding, urgent, signposts, opened;	/* opened: by a need or by words */
	struct kin_map	*needs;
	uint64_t	*by_need;
	size_t		 need_cap;
	struct kin_phrase_set *phrases;
	struct meaning	*meanings;	/* of each phrase */
	size_t		 meaning_cap, meaning_count;
	struct kin_arena arena;
};

struct meaning {
	uint64_t	opens, spares;
};

/* While one text is read. */
struct reading {
	const struct kin_door_table	*table;
	struct kin_door_words		*words;
	uint64_t			 spared;	/* by a longer phrase that ends at the same word */
};

struct kin_door_table *
kin_door_new(void)
{
	struct kin_door_table *doors = kin_calloc(1, sizeof(*doors));

	doors->ids = kin_map_new();
	doors->needs = kin_map_new();
	doors->phrases = kin_phrase_new();
	return doors;
}

void
kin_door_free(struct kin_door_table *doors)
{
	if (doors == NULL)
		return;
	kin_map_free(doors->ids);
	kin_map_free(doors->needs);
	kin_phrase_free(doors->phrases);
	kin_arena_fini(&doors->arena);
	kin_free(doors->by_need);
	kin_free(doors->meanings);
	kin_free(doors);
}

static void
add_need(struct kin_door_table *table, struct kin_str need, uint64_t door)
{
	bool is_new;
	uint32_t id = kin_map_add(table->needs, need, &is_new);

	if (is_new) {
		table->by_need = kin_grow(table->by_need, id, &table->need_cap, sizeof(*table->by_need));
		table->by_need[id] = 0;
	}
	table->by_need[id] |= door;
}

static struct meaning *
meaning_of(struct kin_door_table *table, struct kin_str phrase)
{
	uint32_t id = kin_phrase_add(table->phrases, phrase);

	if (id == KIN_PHRASE_NONE)
		return NULL;
	if (id == table->meaning_count) {
		table->meanings = kin_grow(table->meanings, id, &table->meaning_cap,
		    sizeof(*table->meanings));
		table->meanings[id] = (struct meaning){ 0, 0 };
		table->meaning_count++;
	}
	return &table->meanings[id];
}

/* While the phrases of one door are added. */
struct adding {
	struct kin_door_table	*table;
	uint64_t		 door;
	bool			 spares, failed;
};

static void
add_phrase(void *ctx, struct kin_str phrase)
{
	struct adding *adding = ctx;
	struct meaning *meaning = meaning_of(adding->table, phrase);

	if (meaning == NULL)
		adding->failed = true;
	else if (adding->spares)
		meaning->spares |= adding->door;
	else
		meaning->opens |= adding->door;
}

static int
add_phrases(struct kin_door_table *table, struct kin_rec *rec, struct kin_str name, uint64_t door,
    struct kin_err *err)
{
	const struct kin_member *member = kin_rec_find(rec, name);
	struct adding adding = { table, door, kin_str_is(name, KIN_STR("unless")), false };
	struct kin_str pattern;
	size_t at = 0;

	while (kin_rec_each(rec, member, &at, &pattern)) {
		if (kin_variant_each(pattern, add_phrase, &adding) == -1)
			return kin_fail_value(err, name, pattern, "more than %d phrases in one", KIN_VARIANT_MOST);
		if (adding.failed)
			return kin_fail_value(err, name, pattern, "no word in it, or too many phrases");
	}
	return 0;
}

static bool
is_true(struct kin_rec *rec, struct kin_str name)
{
	const struct kin_member *member = kin_rec_find(rec, name);

	return member != NULL && member->type == KIN_JSON_TRUE;
}

static int
add_door(struct kin_door_table *table, struct kin_rec *rec, struct kin_str id, struct kin_err *err)
{
	const struct kin_member *needs = kin_rec_find(rec, KIN_STR("needs"));
	bool is_new, safeguarding = is_true(rec, KIN_STR("safeguarding"));
	uint32_t number = kin_map_add(table->ids, id, &is_new);
	uint64_t door = (uint64_t)1 << (number & 63);
	struct kin_str need;
	size_t at = 0;

	if (!is_new)
		return kin_fail_value(err, KIN_STR("id"), id, "a second door of this id");
	if (number == KIN_DOOR_MOST)
		return kin_fail_value(err, KIN_STR("id"), id, "more than %d doors", KIN_DOOR_MOST);
	table->doors[number] = (struct kin_door){
		.id = kin_map_key(table->ids, number),
		.name = kin_arena_keep(&table->arena,
		    kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("name")))),
		.safeguarding = safeguarding,
		.urgent = safeguarding || is_true(rec, KIN_STR("urgent")),
		.signpost = is_true(rec, KIN_STR("signpost")),
		.fields = kin_arena_keep(&table->arena,
		    kin_rec_value(rec, kin_rec_find(rec, KIN_STR("fields"))))
	};
	table->signposts |= table->doors[number].signpost ? door : 0;
	table->safeguarding |= safeguarding ? door : 0;
	table->urgent |= table->doors[number].urgent ? door : 0;
	while (kin_rec_each(rec, needs, &at, &need))
		add_need(table, need, door);
	if (at > 0 || kin_rec_find(rec, KIN_STR("words")) != NULL)
		table->opened |= door;
	if (add_phrases(table, rec, KIN_STR("words"), door, err) < 0)
		return -1;
	return add_phrases(table, rec, KIN_STR("unless"), door, err);
}

int
kin_door_push(void *doors, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_str kind = kin_rec_text(rec, KIN_FIELD_KIND);
	struct kin_str id = kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("id")));

	if (!kin_str_is(kind, KIN_STR("door")))
		return kin_fail_value(err, KIN_STR("kind"), kind, "not a door");
	if (id.len == 0)
		return kin_fail_value(err, KIN_STR("id"), id, "a door without id");
	if (kin_str_is(id, KIN_STR("hub")) || kin_str_is(id, KIN_STR("front-door")))
		return kin_fail_value(err, KIN_STR("id"), id, "a door cannot be called this");
	return add_door(doors, rec, id, err);
}

uint32_t
kin_door_count(const struct kin_door_table *doors)
{
	return kin_map_count(doors->ids);
}

const struct kin_door *
kin_door_get(const struct kin_door_table *doors, uint32_t number)
{
	return &doors->doors[number];
}

uint64_t
kin_door_safeguarding(const struct kin_door_table *doors)
{
	return doors->safeguarding;
}

uint64_t
kin_door_urgent(const struct kin_door_table *doors)
{
	return doors->urgent;
}

uint64_t
kin_door_signposts(const struct kin_door_table *doors)
{
	return doors->signposts;
}

uint64_t
kin_door_of_need(const struct kin_door_table *doors, struct kin_str need)
{
	uint32_t id = kin_map_get(doors->needs, need);

	return id == KIN_MAP_NONE ? 0 : doors->by_need[id];
}

static void
note_phrase(void *ctx, uint32_t id, bool is_longest)
{
	struct reading *reading = ctx;
	struct meaning meaning = reading->table->meanings[id];
	struct kin_door_words *words = reading->words;
	uint64_t opened;

	if (is_longest)
		reading->spared = 0;
	reading->spared |= meaning.spares;
	opened = meaning.opens & ~reading->spared & ~words->all;
	words->all |= opened;
	for (uint32_t door = 0; opened != 0; door++, opened >>= 1)
		if (opened & 1)
			words->phrase[door] = kin_phrase_text(reading->table->phrases, id);
}

bool
kin_door_has_words(const struct kin_door_table *doors)
{
	return doors->meaning_count > 0;
}

void
kin_door_read(struct kin_door_table *doors, struct kin_str text, struct kin_door_words *words)
{
	struct reading reading = { doors, words, 0 };

	kin_phrase_scan(doors->phrases, text, note_phrase, &reading);
}

void
kin_door_check(const struct kin_door_table *doors, struct kin_check *check)
{
	uint32_t safe = KIN_MAP_NONE;

	for (uint32_t i = 0; i < kin_door_count(doors); i++) {
		const struct kin_door *door = &doors->doors[i];

		if ((doors->opened >> i & 1) == 0)
			kin_check_fault(check, "door %.*s has no needs and no words: nothing opens it",
			    KIN_CHECK_STR(door->id));
		if (door->safeguarding && door->signpost)
			kin_check_fault(check, "door %.*s is for safeguarding: it cannot be a signpost",
			    KIN_CHECK_STR(door->id));
		if (door->safeguarding && safe != KIN_MAP_NONE)
			kin_check_fault(check, "two safeguarding doors: %.*s and %.*s",
			    KIN_CHECK_STR(doors->doors[safe].id), KIN_CHECK_STR(door->id));
		else if (door->safeguarding)
			safe = i;
	}
	if (safe == KIN_MAP_NONE)
		kin_check_fault(check, "no door is for safeguarding");
	for (uint32_t i = 0; i < kin_map_count(doors->needs); i++) {
		struct kin_str need = kin_map_key(doors->needs, i);

		if (kin_need_find(need) < 0)
			kin_check_fault(check, "need \"%.*s\" of a door is not a task word", KIN_CHECK_STR(need));
	}
}
