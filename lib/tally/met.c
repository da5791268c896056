#include "met.h"

#include "kin/base/mem.h"

enum { DEEP = 24 };	/* places that a person's node may go back to */

void
met_fini(struct met *met)
{
	kin_whom_fini(&met->people);
	kin_free(met->nodes);
	kin_free(met->children);
	kin_free(met->rest.slots);
	*met = (struct met){ 0 };
}

static uint64_t *
set_place(struct met_set *set, uint64_t number)
{
	size_t at = number & set->mask;

	while (set->slots[at] != 0 && set->slots[at] != number)
		at = (at + 1) & set->mask;
	return &set->slots[at];
}

static void
set_widen(struct met_set *set)
{
	struct met_set old = *set;
	size_t size = old.slots == NULL ? 256 : (old.mask + 1) * 2;

	set->slots = kin_calloc(size, sizeof(*set->slots));
	set->mask = size - 1;
	for (size_t i = 0; old.slots != NULL && i <= old.mask; i++) {
		if (old.slots[i] != 0)
			*set_place(set, old.slots[i]) = old.slots[i];
	}
	kin_free(old.slots);
}

/* Puts number in; false when it was there. */
static bool
set_add(struct met_set *set, uint64_t number)
{
	uint64_t *place;

	if (set->slots == NULL || set->used * 4 >= (set->mask + 1) * 3)
		set_widen(set);
	number += number == 0;
	place = set_place(set, number);
	if (*place == number)
		return false;
	*place = number;
	set->used++;
	return true;
}

/* Where the child is, or would go. */
static uint32_t *
child_slot(const struct met *met, uint32_t parent, uint64_t place)
{
	size_t at = kin_whom_mix(place << 32 ^ place >> 32 ^ parent) & met->child_mask;

	while (met->children[at] != 0 && (met->nodes[met->children[at]].parent != parent ||
	    met->nodes[met->children[at]].place != place))
		at = (at + 1) & met->child_mask;
	return &met->children[at];
}

static void
widen_children(struct met *met)
{
	met->child_mask = met->child_mask == 0 ? 255 : met->child_mask * 2 + 1;
	kin_free(met->children);
	met->children = kin_calloc(met->child_mask + 1, sizeof(*met->children));
	for (size_t i = 1; i < met->count; i++)
		*child_slot(met, met->nodes[i].parent, met->nodes[i].place) = (uint32_t)i;
}

/* One place more than parent; 0 when there are too many nodes. */
static uint32_t
child_of(struct met *met, uint32_t parent, uint64_t place)
{
	uint32_t *slot;

	if (met->count * 2 >= met->child_mask)
		widen_children(met);
	slot = child_slot(met, parent, place);
	if (*slot == 0 && met->count < UINT32_MAX) {
		met->nodes = kin_grow(met->nodes, met->count, &met->cap, sizeof(*met->nodes));
		met->nodes[met->count] = (struct met_node){ place, parent, met->nodes[parent].depth + 1 };
		*slot = (uint32_t)met->count++;
	}
	return *slot;
}

bool
met_add(struct met *met, uint64_t who, uint64_t place)
{
	uint32_t *at = kin_whom(&met->people, who), child;

	if (met->count == 0) {
		met->nodes = kin_grow(met->nodes, 0, &met->cap, sizeof(*met->nodes));
		met->nodes[met->count++] = (struct met_node){ 0, 0, 0 };
	}
	for (uint32_t node = *at; node != 0; node = met->nodes[node].parent) {
		if (met->nodes[node].place == place)
			return false;
	}
	child = met->nodes[*at].depth < DEEP ? child_of(met, *at, place) : 0;
	if (child == 0)
		return set_add(&met->rest, kin_whom_mix(who) ^ kin_whom_mix(place));
	*at = child;
	return true;
}
