#include "kin/link/sketch.h"

#include "kin/base/bits.h"
#include "kin/base/map.h"
#include "kin/base/mem.h"

enum { NAME_CLOSE = 2 };

int
kin_sketch_last(enum kin_kind kind)
{
	switch (kind) {
	case KIN_KIND_GIVEN_NAME:
		return KIN_LEVEL_GIVEN_INITIAL;
	case KIN_KIND_FAMILY_NAME:
	case KIN_KIND_FULL_NAME:
	case KIN_KIND_NAME:
		return NAME_CLOSE;
	default:
		return 0;
	}
}

static void
draw(enum kin_kind kind, const struct kin_value *value, struct kin_sketch *sketch)
{
	struct kin_str rest = value->text, word;
	size_t words = 0;

	if (value->text.len >= KIN_SKETCH_LENGTH)
		return;
	sketch->letters = value->letters;
	sketch->length = (uint32_t)value->text.len;
	memcpy(&sketch->head, value->text.p, value->text.len < 4 ? value->text.len : 4);
	while (kin_str_next(&rest, ' ', &word)) {
		words++;
		if (word.len >= 3)
			sketch->words |= (uint32_t)1 << (kin_hash64(word, 0) & 31);
	}
	sketch->of_several = words > 1 ? sketch->words : 0;
	for (size_t g = 0; kind == KIN_KIND_GIVEN_NAME && g < value->group_count; g++)
		sketch->groups |= (uint32_t)1 << (value->groups[g] & 31);
}

struct kin_sketch *
kin_sketch_column(const struct kin_column *column)
{
	struct kin_sketch *sketches;

	if (kin_sketch_last(column->kind) == 0)
		return NULL;
	sketches = kin_calloc((size_t)column->entries + 1, sizeof(*sketches));
	for (uint32_t e = 1; e <= column->entries; e++) {
		if (column->start[e] - column->start[e - 1] == 1)
			draw(column->kind, &column->values[column->value[column->start[e - 1]]],
			    &sketches[e]);
	}
	return sketches;
}

/*
 * Jaro-Winkler of 0.88 with no, one … four equal first letters takes a Jaro of (0.88 - 0.1 l) /
 * (1 - 0.1 l), and that takes (3 J - 1) ab / (a + b) letters in common.  Letters of one
 * alone are in common to nobody: a + b less twice what is in common is the most there may be of them.
 */
bool
kin_sketch_may(const struct kin_sketch *a, const struct kin_sketch *b)
{
	static const uint32_t share[] = { 1639, 1599, 1549, 1484, 1399 };	/* (3 J - 1) * 1000, a little less */
	uint32_t differ = a->head ^ b->head;
	int prefix = differ == 0 ? 4 : __builtin_ctz(differ) / 8;
	uint32_t both = a->length + b->length;

	if ((a->groups & b->groups) | (a->words & b->of_several) | (a->of_several & b->words))
		return true;
	if (a->length <= 1 || b->length <= 1)
		return a->length == 0 || b->length == 0 || prefix > 0;
	return 1000 * kin_bits_count(a->letters ^ b->letters) * both <=
	    1000 * both * both - 2 * share[prefix] * a->length * b->length;
}

struct kin_street_sketch
kin_sketch_street(const struct kin_value *address)
{
	return (struct kin_street_sketch){ .letters = address->letters,
	    .length = (uint32_t)kin_value_tail(address).len };
}

/* Words of one that are all in the other, two edits, or Jaro-Winkler of 0.92: level.c. */
bool
kin_sketch_may_street(const struct kin_street_sketch *a, const struct kin_street_sketch *b)
{
	uint64_t differ = a->letters ^ b->letters;
	uint32_t count = kin_bits_count(differ), both = a->length + b->length;

	return count <= 4 || (differ & a->letters) == 0 || (differ & b->letters) == 0 ||
	    1000 * count * both <= 1000 * both * both - 2 * 1599 * a->length * b->length;
}
