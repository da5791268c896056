/*
 * map -- a dictionary of byte strings: each distinct key gets the next number.
 *
 * Shape    ids are 0, 1, 2 … in order of first arrival, so that walking ids is
 *          deterministic whatever the hash; nothing is ever taken out.
 * Limits   2^32 - 2 keys.
 * Owns     keys are copied in; a key lent by kin_map_key is borrowed until the
 *          map is freed.
 * Errors   none.
 * Room     base.
 * Source   XXH3 with a seed drawn at random for each process, so that nobody
 *          can send keys that collide; order never depends on it.
 */
#ifndef KIN_MAP_H
#define KIN_MAP_H

#include <stdint.h>

#include "kin/base/str.h"

#define KIN_MAP_NONE	UINT32_MAX

struct kin_map;

struct kin_map	*kin_map_new(void);
void		 kin_map_free(struct kin_map *map);

uint32_t	 kin_map_count(const struct kin_map *map);
uint32_t	 kin_map_get(const struct kin_map *map, struct kin_str key);	/* id, or KIN_MAP_NONE */
struct kin_str	 kin_map_key(const struct kin_map *map, uint32_t id);

/* The key's id; a new key is copied in and *is_new (may be NULL) set true. */
uint32_t	 kin_map_add(struct kin_map *map, struct kin_str key, bool *is_new);

/* The same for many keys in their order; ids: of each.  Fetches ahead what they will need. */
void		 kin_map_add_all(struct kin_map *map, const struct kin_str *keys, size_t count,
		    uint32_t *ids);

/* The same hash on every machine and run (no seed): for ids that must not move. */
uint64_t	 kin_hash64(struct kin_str bytes, uint64_t start);

#endif
