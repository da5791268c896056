#include "kin/tally/whom.h"

#include "kin/base/mem.h"

void
kin_whom_fini(struct kin_whom *whom)
{
	kin_free(whom->people);
	*whom = (struct kin_whom){ 0 };
}

static struct kin_whom_person *
find(const struct kin_whom *whom, uint32_t high, uint32_t low)
{
	size_t at = low & whom->mask;

	for (;; at = (at + 1) & whom->mask) {
		struct kin_whom_person *person = &whom->people[at];

		if ((person->low == low && person->high == high) || (person->low | person->high) == 0)
			return person;
	}
}

static void
widen(struct kin_whom *whom)
{
	struct kin_whom_person *old = whom->people;
	size_t size = old == NULL ? 0 : whom->mask + 1;

	whom->mask = size == 0 ? 255 : size * 2 - 1;
	whom->people = kin_calloc(whom->mask + 1, sizeof(*whom->people));
	for (size_t i = 0; i < size; i++) {
		if ((old[i].low | old[i].high) != 0)
			*find(whom, old[i].high, old[i].low) = old[i];
	}
	kin_free(old);
}

uint32_t *
kin_whom(struct kin_whom *whom, uint64_t who)
{
	struct kin_whom_person *person;
	uint64_t mixed = kin_whom_mix(who) + (who == 0);	/* nought would be a free place */
	uint32_t high = (uint32_t)(mixed >> 32), low = (uint32_t)mixed;

	if (whom->last_person != NULL && whom->last == mixed)
		return &whom->last_person->number;
	if (whom->people == NULL || whom->used * 4 >= (whom->mask + 1) * 3)
		widen(whom);
	person = find(whom, high, low);
	if ((person->low | person->high) == 0) {
		*person = (struct kin_whom_person){ high, low, 0 };
		whom->used++;
	}
	whom->last = mixed;
	whom->last_person = person;
	return &person->number;
}

bool
kin_whom_next(const struct kin_whom *whom, size_t *at, uint32_t *number)
{
	for (; whom->people != NULL && *at <= whom->mask; ++*at) {
		const struct kin_whom_person *person = &whom->people[*at];

		if ((person->low | person->high) == 0)
			continue;
		*number = person->number;
		++*at;
		return true;
	}
	return false;
}
