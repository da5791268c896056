/* Where a pattern matches: all threads of the program go through the text at once. */
#include "regex_state.h"

#include "kin/base/ascii.h"
#include "kin/base/utf8.h"

enum { SAVES = 2 * KIN_REGEX_GROUPS };

struct thread {
	uint32_t	step;
	size_t		save[SAVES];
};

struct threads {
	struct thread	*list;
	size_t		 count;
	size_t		*seen;		/* of each step: the place in the text where it was added, + 1 */
};

struct finder {
	const struct kin_regex	*regex;
	struct kin_str		 text;
	struct threads		 now, next;
};

static bool
is_word(struct kin_str text, size_t at)
{
	return at < text.len && (kin_ascii_is_letter(text.p[at])
	    || kin_ascii_is_digit(text.p[at]) || text.p[at] == '_');
}

static bool
is_edge(struct kin_str text, size_t at)
{
	return (at > 0 && is_word(text, at - 1)) != is_word(text, at);
}

/* Follows steps that take no character; what waits for one is added to the threads. */
static void
add(struct finder *finder, struct threads *threads, uint32_t place, size_t at,
    const size_t save[SAVES])
{
	const struct kin_regex_step *step = &finder->regex->step[place];
	size_t copy[SAVES];

	if (threads->seen[place] == at + 1)
		return;
	threads->seen[place] = at + 1;
	switch (step->op) {
	case KIN_REGEX_JUMP:
		add(finder, threads, step->x, at, save);
		return;
	case KIN_REGEX_SPLIT:
		add(finder, threads, step->x, at, save);
		add(finder, threads, step->y, at, save);
		return;
	case KIN_REGEX_SAVE:
		memcpy(copy, save, sizeof(copy));
		copy[step->x] = at;
		add(finder, threads, place + 1, at, copy);
		return;
	case KIN_REGEX_BEGIN:
		if (at == 0)
			add(finder, threads, place + 1, at, save);
		return;
	case KIN_REGEX_END:
		if (at == finder->text.len)
			add(finder, threads, place + 1, at, save);
		return;
	case KIN_REGEX_WORD:
		if (is_edge(finder->text, at) == (step->x == 1))
			add(finder, threads, place + 1, at, save);
		return;
	default:
		threads->list[threads->count].step = place;
		memcpy(threads->list[threads->count++].save, save, sizeof(copy));
	}
}

static bool
is_in(const struct kin_regex *regex, const struct kin_regex_class *class, uint32_t c)
{
	for (size_t i = class->first; i < class->first + class->count; i++) {
		if (c >= regex->range[i].low && c <= regex->range[i].high)
			return !class->not;
	}
	return class->not;
}

static bool
takes(const struct kin_regex *regex, const struct kin_regex_step *step, uint32_t c)
{
	switch (step->op) {
	case KIN_REGEX_CHAR:
		return c == step->x;
	case KIN_REGEX_ANY:
		return c != '\n';
	case KIN_REGEX_CLASS:
		return is_in(regex, &regex->class[step->x], c);
	default:
		return false;
	}
}

/* Moves all threads over one character; true with save filled when one came to the end. */
static bool
advance(struct finder *finder, size_t next_at, uint32_t c, bool more, size_t save[SAVES])
{
	for (size_t i = 0; i < finder->now.count; i++) {
		const struct thread *thread = &finder->now.list[i];
		const struct kin_regex_step *step = &finder->regex->step[thread->step];

		if (step->op == KIN_REGEX_MATCH) {
			memcpy(save, thread->save, sizeof(thread->save));
			return true;	/* those behind it come second */
		}
		if (more && takes(finder->regex, step, c))
			add(finder, &finder->next, thread->step + 1, next_at, thread->save);
	}
	return false;
}

static bool
run(struct finder *finder, size_t best[SAVES])
{
	size_t none[SAVES], at = 0;
	bool found = false;

	memset(none, 0xff, sizeof(none));
	for (;;) {
		struct threads swap;
		size_t next_at = at;
		uint32_t c = 0;

		if (!found)
			add(finder, &finder->now, 0, at, none);
		if (at < finder->text.len)
			c = kin_utf8_next(finder->text, &next_at);
		swap = finder->now;
		found = advance(finder, next_at, c, at < finder->text.len, best) || found;
		finder->now = finder->next;
		finder->next = swap;
		finder->next.count = 0;
		if (at == finder->text.len || (found && finder->now.count == 0))
			return found;
		at = next_at;
	}
}

bool
kin_regex_find(const struct kin_regex *regex, struct kin_str text,
    struct kin_str groups[KIN_REGEX_GROUPS])
{
	struct finder finder = { .regex = regex, .text = text };
	struct threads *both[2] = { &finder.now, &finder.next };
	size_t save[SAVES];
	bool found;

	for (int i = 0; i < 2; i++) {
		both[i]->list = kin_alloc(regex->steps * sizeof(struct thread));
		both[i]->seen = kin_calloc(regex->steps, sizeof(size_t));
	}
	found = run(&finder, save);
	for (int i = 0; found && i < KIN_REGEX_GROUPS; i++) {
		size_t from = save[2 * i], to = save[2 * i + 1];

		groups[i] = from == SIZE_MAX || to == SIZE_MAX || to < from ? kin_str("", 0)
		    : kin_str(text.p + from, to - from);
	}
	for (int i = 0; i < 2; i++) {
		kin_free(both[i]->list);
		kin_free(both[i]->seen);
	}
	return found;
}
