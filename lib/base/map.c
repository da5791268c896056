#include "kin/base/map.h"

#include <sys/random.h>

#include <xxhash.h>

#include "kin/base/mem.h"

struct slot {
	uint32_t	id;		/* KIN_MAP_NONE = free */
	uint32_t	tag;		/* high half of the hash: most misses need no key */
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

static uint64_t
hash(struct kin_str key)
{
	return XXH3_64bits_withSeed(key.len ? key.p : "", key.len, seed);
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
probe(const struct kin_map *map, struct kin_str key, uint64_t h)
{
	size_t at = h & map->mask;
	uint32_t tag = (uint32_t)(h >> 32);

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
	return probe(map, key, hash(key))->id;
}

static void
widen(struct kin_map *map)
{
	clear_slots(map, (map->mask + 1) * 2);
	for (size_t id = 0; id < map->count; id++) {
		uint64_t h = hash(map->keys[id]);
		size_t at = h & map->mask;

		while (map->slots[at].id != KIN_MAP_NONE)
			at = (at + 1) & map->mask;
		map->slots[at] = (struct slot){ (uint32_t)id, (uint32_t)(h >> 32) };
	}
}

uint32_t
kin_map_add(struct kin_map *map, struct kin_str key, bool *is_new)
{
	uint64_t h = hash(key);
	struct slot *slot = probe(map, key, h);

	if (is_new != NULL)
		*is_new = slot->id == KIN_MAP_NONE;
	if (slot->id != KIN_MAP_NONE)
		return slot->id;
	*slot = (struct slot){ (uint32_t)map->count, (uint32_t)(h >> 32) };
	map->keys = kin_grow(map->keys, map->count, &map->cap, sizeof(*map->keys));
	map->keys[map->count++] = kin_arena_keep(&map->arena, key);
	if (map->count * 4 > (map->mask + 1) * 3)
		widen(map);
	return (uint32_t)map->count - 1;
}

uint64_t
kin_hash64(struct kin_str bytes, uint64_t start)
{
	return XXH3_64bits_withSeed(bytes.len ? bytes.p : "", bytes.len, start);
}
