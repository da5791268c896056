#include "met.h"

#include "kin/base/mem.h"

enum { DEEP = 24 };	/* places that a person's node may go back to */

void
met_fini(struct met *met)
{
	kin_free(met->people);
	kin_free(met->nodes);
	kin_free(met->children);
	kin_free(met->rest.slots);
	*met = (struct met){ 0 };
}

/* One to one, and far apart for two that are near. */
static uint64_t
mix(uint64_t number)
{
	number = (number ^ number >> 32) * UINT64_C(0xd6e8feb86659fd93);
	number = (number ^ number >> 32) * UINT64_C(0xd6e8feb86659fd93);
	return number ^ number >> 32;
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

static struct met_person *
find(const struct met *met, uint32_t high, uint32_t low)
{
	size_t at = low & met->mask;

	for (;; at = (at + 1) & met->mask) {
		struct met_person *person = &met->people[at];

		if ((person->low == low && person->high == high) || (person->low | person->high) == 0)
			return person;
	}
}

static void
widen(struct met *met)
{
	struct met_person *old = met->people;
	size_t size = old == NULL ? 0 : met->mask + 1;

	met->mask = size == 0 ? 255 : size * 2 - 1;
	met->people = kin_calloc(met->mask + 1, sizeof(*met->people));
	for (size_t i = 0; i < size; i++) {
		if ((old[i].low | old[i].high) != 0)
			*find(met, old[i].high, old[i].low) = old[i];
	}
	kin_free(old);
}

static struct met_person *
person_of(struct met *met, uint64_t mixed)
{
	struct met_person *person;
	uint32_t high = (uint32_t)(mixed >> 32), low = (uint32_t)mixed;

	if (met->last_person != NULL && met->last == mixed)
		return met->last_person;
	if (met->people == NULL || met->used * 4 >= (met->mask + 1) * 3)
		widen(met);
	person = find(met, high, low);
	if ((person->low | person->high) == 0) {
		*person = (struct met_person){ high, low, 0 };
		met->used++;
	}
	met->last = mixed;
	met->last_person = person;
	return person;
}

/* Where the child is, or would go. */
static uint32_t *
child_slot(const struct met *met, uint32_t parent, uint64_t place)
{
	size_t at = mix(place << 32 ^ place >> 32 ^ parent) & met->child_mask;

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
	uint64_t mixed = mix(who);
	struct met_person *person;
	uint32_t child;

	if (met->count == 0) {
		met->nodes = kin_grow(met->nodes, 0, &met->cap, sizeof(*met->nodes));
		met->nodes[met->count++] = (struct met_node){ 0, 0, 0 };
	}
	person = person_of(met, mixed + (mixed == 0));
	for (uint32_t node = person->node; node != 0; node = met->nodes[node].parent) {
		if (met->nodes[node].place == place)
			return false;
	}
	if (met->nodes[person->node].depth == DEEP)
		return set_add(&met->rest, mixed ^ mix(place));
	child = child_of(met, person->node, place);
	if (child == 0)
		return set_add(&met->rest, mixed ^ mix(place));
	person->node = child;
	return true;
}
