#include "kin/link/counter.h"

#include "kin/base/mem.h"

enum { FIRST_SIZE = 1024 };

static size_t
slot_of(const struct kin_counter *counter, kin_pattern pattern)
{
	uint64_t h = (pattern ^ pattern >> 29) * 0x9e3779b97f4a7c15u;
	size_t at = (size_t)(h >> 20) & (counter->size - 1);

	while (counter->key[at] != 0 && counter->key[at] != pattern + 1)
		at = (at + 1) & (counter->size - 1);
	return at;
}

static void
set_size(struct kin_counter *counter, size_t size)
{
	counter->size = size;
	counter->key = kin_calloc(size, sizeof(*counter->key));
	counter->count = kin_calloc(size * (size_t)counter->strata, sizeof(*counter->count));
}

void
kin_counter_init(struct kin_counter *counter, int strata)
{
	*counter = (struct kin_counter){ .strata = strata };
	set_size(counter, FIRST_SIZE);
}

void
kin_counter_fini(struct kin_counter *counter)
{
	kin_free(counter->key);
	kin_free(counter->count);
	*counter = (struct kin_counter){ 0 };
}

static void
widen(struct kin_counter *counter)
{
	struct kin_counter old = *counter;
	size_t strata = (size_t)counter->strata;

	set_size(counter, 2 * old.size);
	for (size_t i = 0; i < old.size; i++) {
		size_t at;

		if (old.key[i] == 0)
			continue;
		at = slot_of(counter, old.key[i] - 1);
		counter->key[at] = old.key[i];
		memcpy(counter->count + at * strata, old.count + i * strata, strata * sizeof(*old.count));
	}
	kin_free(old.key);
	kin_free(old.count);
}

void
kin_counter_add(struct kin_counter *counter, kin_pattern pattern, int stratum, uint64_t times)
{
	size_t at;

	if (2 * counter->used >= counter->size)
		widen(counter);
	at = slot_of(counter, pattern);
	if (counter->key[at] == 0) {
		counter->key[at] = pattern + 1;
		counter->used++;
	}
	counter->count[at * (size_t)counter->strata + (size_t)stratum] += times;
}

void
kin_counter_add_all(struct kin_counter *counter, const struct kin_counter *from)
{
	for (size_t i = 0; i < from->size; i++) {
		for (int s = 0; from->key[i] != 0 && s < from->strata; s++)
			kin_counter_add(counter, from->key[i] - 1, s,
			    from->count[i * (size_t)from->strata + (size_t)s]);
	}
}

const uint64_t *
kin_counter_get(const struct kin_counter *counter, kin_pattern pattern)
{
	size_t at = slot_of(counter, pattern);

	return counter->key[at] == 0 ? NULL : counter->count + at * (size_t)counter->strata;
}
