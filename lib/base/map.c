#include "kin/base/map.h"

#include <sys/random.h>

#include <xxhash.h>

#include "kin/base/mem.h"

enum { AHEAD = 32 };		/* keys looked for at one time */

struct slot {
	uint32_t	id;		/* KIN_MAP_NONE = free */
	uint32_t	tag;		/* half of the hash: says where it stands, and most misses need no key */
};

struct kin_map {
	struct slot	*slots;
	size_t		 mask;		/* slots - 1, a power of two less one */
	struct kin_str	*keys;
	size_t		 count, cap;
	struct kin_arena arena;
};

static uint64_t seed;
static bool seeded;

static uint32_t
tag_of(struct kin_str key)
{
	return (uint32_t)XXH3_64bits_withSeed(key.len ? key.p : "", key.len, seed);
}

static void
clear_slots(struct kin_map *map, size_t size)
{
	map->slots = kin_resize(map->slots, size, sizeof(*map->slots));
	memset(map->slots, 0xff, size * sizeof(*map->slots));
	map->mask = size - 1;
}

struct kin_map *
kin_map_new(void)
{
	struct kin_map *map = kin_calloc(1, sizeof(*map));

	if (!seeded) {
		if (getrandom(&seed, sizeof(seed), GRND_NONBLOCK) != (ssize_t)sizeof(seed))
			seed = (uint64_t)(uintptr_t)map * 0x9e3779b97f4a7c15u;
		seeded = true;
	}
	clear_slots(map, 64);
	return map;
}

void
kin_map_free(struct kin_map *map)
{
	if (map == NULL)
		return;
	kin_arena_fini(&map->arena);
	kin_free(map->keys);
	kin_free(map->slots);
	kin_free(map);
}

uint32_t
kin_map_count(const struct kin_map *map)
{
	return (uint32_t)map->count;
}

struct kin_str
kin_map_key(const struct kin_map *map, uint32_t id)
{
	return map->keys[id];
}

/* The slot of key, or the free one where it would go. */
static struct slot *
probe(const struct kin_map *map, struct kin_str key, uint32_t tag)
{
	size_t at = tag & map->mask;

	for (;; at = (at + 1) & map->mask) {
		struct slot *slot = &map->slots[at];

		if (slot->id == KIN_MAP_NONE)
			return slot;
		if (slot->tag == tag && kin_str_is(map->keys[slot->id], key))
			return slot;
	}
}

uint32_t
kin_map_get(const struct kin_map *map, struct kin_str key)
{
	return probe(map, key, tag_of(key))->id;
}

/* Tags say where slots belong: no key is looked at. */
static void
widen(struct kin_map *map)
{
	struct slot *old = map->slots;
	size_t size = map->mask + 1;

	map->slots = NULL;
	clear_slots(map, size * 2);
	for (size_t i = 0; i < size; i++) {
		size_t at = old[i].tag & map->mask;

		if (old[i].id == KIN_MAP_NONE)
			continue;
		while (map->slots[at].id != KIN_MAP_NONE)
			at = (at + 1) & map->mask;
		map->slots[at] = old[i];
	}
	kin_free(old);
}

static uint32_t
add(struct kin_map *map, struct kin_str key, uint32_t tag, bool *is_new)
{
	struct slot *slot = probe(map, key, tag);

	if (is_new != NULL)
		*is_new = slot->id == KIN_MAP_NONE;
	if (slot->id != KIN_MAP_NONE)
		return slot->id;
	*slot = (struct slot){ (uint32_t)map->count, tag };
	map->keys = kin_grow(map->keys, map->count, &map->cap, sizeof(*map->keys));
	map->keys[map->count++] = kin_arena_keep(&map->arena, key);
	if (map->count * 4 > (map->mask + 1) * 3)
		widen(map);
	return (uint32_t)map->count - 1;
}

uint32_t
kin_map_add(struct kin_map *map, struct kin_str key, bool *is_new)
{
	return add(map, key, tag_of(key), is_new);
}

/* Where the key stands that the slot at the tag's place names, if it may be the one. */
static void
fetch_key(const struct kin_map *map, uint32_t tag)
{
	const struct slot *slot = &map->slots[tag & map->mask];

	if (slot->id != KIN_MAP_NONE && slot->tag == tag)
		__builtin_prefetch(&map->keys[slot->id]);
}

void
kin_map_add_all(struct kin_map *map, const struct kin_str *keys, size_t count, uint32_t *ids)
{
	uint32_t tag[AHEAD];

	for (size_t from = 0; from < count; from += AHEAD) {
		size_t some = count - from < AHEAD ? count - from : AHEAD;

		for (size_t i = 0; i < some; i++) {
			tag[i] = tag_of(keys[from + i]);
			__builtin_prefetch(&map->slots[tag[i] & map->mask]);
		}
		for (size_t i = 0; i < some; i++)
			fetch_key(map, tag[i]);
		for (size_t i = 0; i < some; i++)
			ids[from + i] = add(map, keys[from + i], tag[i], NULL);
	}
}

uint64_t
kin_hash64(struct kin_str bytes, uint64_t start)
{
	return XXH3_64bits_withSeed(bytes.len ? bytes.p : "", bytes.len, start);
}
