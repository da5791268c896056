/* Programs of patterns, step by step. */
#include "regex_state.h"

size_t
kin_regex_put(struct kin_regex *regex, enum kin_regex_op op, size_t x, size_t y)
{
	regex->step = kin_grow(regex->step, regex->steps, &regex->step_cap, sizeof(*regex->step));
	regex->step[regex->steps] = (struct kin_regex_step){ op, (uint32_t)x, (uint32_t)y };
	return regex->steps++;
}

void
kin_regex_insert(struct kin_regex *regex, size_t place, struct kin_regex_step step)
{
	kin_regex_put(regex, KIN_REGEX_MATCH, 0, 0);
	memmove(&regex->step[place + 1], &regex->step[place],
	    (regex->steps - 1 - place) * sizeof(*regex->step));
	for (size_t i = place + 1; i < regex->steps; i++) {
		struct kin_regex_step *moved = &regex->step[i];

		if (moved->op == KIN_REGEX_SPLIT || moved->op == KIN_REGEX_JUMP)
			moved->x += moved->x >= place;
		if (moved->op == KIN_REGEX_SPLIT)
			moved->y += moved->y >= place;
	}
	regex->step[place] = step;
}

void
kin_regex_copy(struct kin_regex *regex, size_t from, size_t to)
{
	size_t shift = regex->steps - from;

	for (size_t i = from; i < to; i++) {
		struct kin_regex_step step = regex->step[i];
		bool aims = step.op == KIN_REGEX_SPLIT || step.op == KIN_REGEX_JUMP;

		kin_regex_put(regex, step.op, aims ? step.x + shift : step.x,
		    step.op == KIN_REGEX_SPLIT ? step.y + shift : step.y);
	}
}
