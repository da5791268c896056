#include "met.h"

#include "kin/base/mem.h"

enum {
	DEEP	= 24,		/* places that a person's node may go back to */
	NODES	= 1 << 16	/* more than these are made only while people share them */
};

#define REST	(UINT32_C(1) << 31)	/* in a person's number: some of their places are in the set */

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

/* One place more than parent; 0 when it is better put into the set. */
static uint32_t
child_of(struct met *met, uint32_t parent, uint64_t place)
{
	uint32_t *slot;

	if (met->nodes[parent].depth == DEEP)
		return 0;
	if (met->count * 2 >= met->child_mask)
		widen_children(met);
	slot = child_slot(met, parent, place);
	if (*slot != 0 || (met->count >= NODES && met->count > met->people.used) || met->count == REST)
		return *slot;
	met->nodes = kin_grow(met->nodes, met->count, &met->cap, sizeof(*met->nodes));
	met->nodes[met->count] = (struct met_node){ place, parent, met->nodes[parent].depth + 1 };
	*slot = (uint32_t)met->count++;
	return *slot;
}

bool
met_add(struct met *met, uint64_t who, uint64_t place)
{
	uint32_t *number = kin_whom(&met->people, who), child = 0;

	if (met->count == 0) {
		met->nodes = kin_grow(met->nodes, 0, &met->cap, sizeof(*met->nodes));
		met->nodes[met->count++] = (struct met_node){ 0, 0, 0 };
	}
	for (uint32_t node = *number & ~REST; node != 0; node = met->nodes[node].parent) {
		if (met->nodes[node].place == place)
			return false;
	}
	if ((*number & REST) == 0)
		child = child_of(met, *number, place);
	if (child == 0) {
		*number |= REST;
		/* one to one for the places of one person; of two people, far apart */
		return set_add(&met->rest, kin_whom_mix(who + place * UINT64_C(0x9e3779b97f4a7c15)));
	}
	*number = child;
	return true;
}
