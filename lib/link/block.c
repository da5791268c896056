#include "kin/link/block.h"

#include "kin/base/mem.h"
#include "kin/base/par.h"
#include "kin/base/radix.h"
#include "kin/link/keys.h"

enum { RECORDS = 16384 };	/* a thread makes the keys of so many at a time */
enum { PAIRS = 1 << 18 };	/* about so many are in a piece */

struct numbers {
	uint64_t	*list;
	size_t		 count, cap;
};

struct making {
	const struct kin_columns	*columns;
	const struct kin_plan		*plan;
	const struct kin_rule		*rule;
	const struct kin_compare	*compare;
	int				 given, family;
	int				 sides;		/* 2: only records of two sides make a pair */
	struct numbers			*items;		/* of each piece */
};

static void
put(struct numbers *numbers, uint64_t number)
{
	numbers->list = kin_grow(numbers->list, numbers->count, &numbers->cap, sizeof(*numbers->list));
	numbers->list[numbers->count++] = number;
}

static uint64_t
mix(uint64_t h, uint64_t with)
{
	h = (h ^ with) * 0x9e3779b97f4a7c15u;
	return h ^ h >> 32;
}

/* The name that is looked for on the other side: on one a given name, on the other a family name. */
static uint32_t
swap_code(const struct making *making, size_t record, int side)
{
	const struct kin_column *column = making->columns->column;

	return side ? column[making->family].code[record] :
	    kin_compare_as_family(making->compare, column[making->given].code[record]);
}

/* Each hash so far, with each value or key that the state asks for. */
static void
extend(const struct making *making, size_t f, uint32_t entry, const struct numbers *old,
    struct numbers *now)
{
	const struct kin_column *column = &making->columns->column[f];
	int state = making->rule->state[f];

	now->count = 0;
	for (uint32_t i = column->start[entry - 1]; i < column->start[entry]; i++) {
		uint32_t v = column->value[i];
		uint64_t keys[KIN_KEYS] = { v };
		size_t count = 1;

		if (state == KIN_STATE_SWAP)
			count = kin_keys_crossed(&column->values[v], keys);
		else if (state == KIN_STATE_NEAR)
			count = kin_keys_of(column->kind, &column->values[v], keys);
		else if ((column->holders[v] <= making->plan->rare[f]) != (state == KIN_STATE_RARE) ||
		    column->holders[v] < 2)
			continue;
		for (size_t k = 0; k < count; k++) {
			for (size_t h = 0; h < old->count; h++)
				put(now, mix(old->list[h], keys[k] + ((uint64_t)f << 56)));
		}
	}
}

/* Is it a state that brings records together, or one that is only waited for? */
static bool
has_key(const struct making *making, size_t f)
{
	int state = making->rule->state[f];

	return state == KIN_STATE_RARE || state == KIN_STATE_COMMON || state == KIN_STATE_SWAP ||
	    (state == KIN_STATE_NEAR && kin_keys_are_few(making->columns->column[f].kind));
}

/* The hashes of one record; which of the two lists has them. */
static int
hash_record(const struct making *making, size_t record, int side, struct numbers *hashes)
{
	int now = 0;

	hashes[0].count = 0;
	put(&hashes[0], 1);
	for (size_t f = 0; f < making->columns->fields && hashes[now].count > 0; f++) {
		uint32_t entry = making->columns->column[f].code[record];

		if (making->rule->state[f] == KIN_STATE_ANY)
			continue;
		if (entry == 0) {
			hashes[now].count = 0;
		} else if (making->rule->state[f] == KIN_STATE_SWAP && (int)f == making->given) {
			uint32_t code = swap_code(making, record, side);

			for (size_t h = 0; h < hashes[now].count; h++)
				hashes[now].list[h] = mix(hashes[now].list[h], code);
			hashes[now].count = code == 0 ? 0 : hashes[now].count;
		} else if (has_key(making, f)) {
			extend(making, f, entry, &hashes[now], &hashes[!now]);
			now = !now;
		}
	}
	return now;
}

static void
make_keys(void *ctx, size_t piece, int thread)
{
	struct making *making = ctx;
	struct numbers hashes[2] = { { 0 } };
	size_t to = (piece + 1) * RECORDS;

	(void)thread;
	for (size_t i = piece * RECORDS; i < to && i < making->columns->records; i++) {
		for (int side = 0; side < making->sides; side++) {
			int now = hash_record(making, i, side, hashes);

			for (size_t h = 0; h < hashes[now].count; h++)
				put(&making->items[piece], hashes[now].list[h] >> 32 << 32 |
				    (uint64_t)side << 31 | i);
		}
	}
	kin_free(hashes[0].list);
	kin_free(hashes[1].list);
}

static void
gather(struct kin_block *block, struct making *making, size_t pieces)
{
	size_t at = 0;

	for (size_t p = 0; p < pieces; p++)
		block->count += making->items[p].count;
	block->item = kin_alloc(block->count * sizeof(*block->item) + 1);
	for (size_t p = 0; p < pieces; p++) {
		if (making->items[p].count > 0)
			memcpy(block->item + at, making->items[p].list,
			    making->items[p].count * sizeof(*block->item));
		at += making->items[p].count;
		kin_free(making->items[p].list);
	}
}

static bool
is_other_side(const struct kin_block *block, size_t at)
{
	return block->item[at] >> 31 & 1;
}

static void
find_starts(struct kin_block *block, bool sides)
{
	size_t cap = 0, pairs = 0;

	block->start = kin_alloc(block->count * sizeof(*block->start) + 1);
	block->end = kin_alloc(block->count * sizeof(*block->end) + 1);
	block->piece = kin_grow(NULL, 0, &cap, sizeof(*block->piece));
	block->piece[0] = 0;
	for (size_t i = 0; i < block->count; i++) {
		block->start[i] = i > 0 && block->item[i] >> 32 == block->item[i - 1] >> 32 ?
		    block->start[i - 1] : (uint32_t)i;
		block->end[i] = !sides ? (uint32_t)i : !is_other_side(block, i) ? block->start[i] :
		    i > block->start[i] && is_other_side(block, i - 1) ? block->end[i - 1] : (uint32_t)i;
		pairs += block->end[i] - block->start[i] + 1;
		if (pairs < PAIRS && i + 1 < block->count)
			continue;
		block->piece = kin_grow(block->piece, block->pieces + 1, &cap, sizeof(*block->piece));
		block->piece[++block->pieces] = i + 1;
		pairs = 0;
	}
}

/* Without those that are alone. */
static void
drop_single(struct kin_block *block)
{
	size_t kept = 0;
	uint64_t before = UINT64_MAX;

	for (size_t i = 0; i < block->count; i++) {
		uint64_t key = block->item[i] >> 32;

		if (before == key || (i + 1 < block->count && block->item[i + 1] >> 32 == key))
			block->item[kept++] = block->item[i];
		before = key;
	}
	block->count = kept;
}

void
kin_block_make(struct kin_block *block, const struct kin_columns *columns,
    const struct kin_compare *compare, const struct kin_plan *plan, const struct kin_rule *rule,
    int threads)
{
	size_t pieces = columns->records / RECORDS + 1;
	struct making making = { columns, plan, rule, compare,
	    kin_compare_field(compare, KIN_KIND_GIVEN_NAME),
	    kin_compare_field(compare, KIN_KIND_FAMILY_NAME), 1,
	    kin_calloc(pieces, sizeof(*making.items)) };

	*block = (struct kin_block){ 0 };
	if (making.given >= 0 && rule->state[making.given] == KIN_STATE_SWAP)
		making.sides = 2;
	kin_par(threads, pieces, make_keys, &making);
	gather(block, &making, pieces);
	kin_free(making.items);
	kin_radix_sort(block->item, block->count, 31);
	drop_single(block);
	find_starts(block, making.sides == 2);
}

void
kin_block_fini(struct kin_block *block)
{
	kin_free(block->item);
	kin_free(block->start);
	kin_free(block->end);
	kin_free(block->piece);
	*block = (struct kin_block){ 0 };
}
