/* Patterns into programs: read by descent, written as they are read. */
#include "regex_state.h"

#include "kin/base/ascii.h"
#include "kin/base/utf8.h"

enum { MOST_STEPS = 4000, MOST_REPEATS = 1000, DEEPEST = 100, NO_END = -1 };

static int	read_alternatives(struct kin_regex_reader *reader);

static struct kin_regex_step
fork(size_t go, size_t skip, bool lazy)
{
	return (struct kin_regex_step){ KIN_REGEX_SPLIT, (uint32_t)(lazy ? skip : go),
	    (uint32_t)(lazy ? go : skip) };
}

/* --- pieces --------------------------------------------------------------------- */

static void
put_char(struct kin_regex_reader *reader, uint32_t c)
{
	if (!reader->nocase || c > 127 || !kin_ascii_is_letter((char)c)) {
		kin_regex_put(reader->regex, KIN_REGEX_CHAR, c, 0);
		return;
	}
	kin_regex_new_class(reader->regex, false);
	kin_regex_add_range(reader, c, c);
	kin_regex_put(reader->regex, KIN_REGEX_CLASS, reader->regex->classes - 1, 0);
}

static int
read_group(struct kin_regex_reader *reader)
{
	int group = 0;

	if (kin_regex_take(reader, '?')) {
		if (!kin_regex_take(reader, ':'))
			return kin_fail(reader->err, "pattern has (?…, which is not known");
	} else if ((group = ++reader->regex->groups) >= KIN_REGEX_GROUPS) {
		return kin_fail(reader->err, "pattern has more than %d groups", KIN_REGEX_GROUPS - 1);
	}
	if (group > 0)
		kin_regex_put(reader->regex, KIN_REGEX_SAVE, 2 * (size_t)group, 0);
	if (read_alternatives(reader) != 0)
		return -1;
	if (!kin_regex_take(reader, ')'))
		return kin_fail(reader->err, "pattern has ( without )");
	if (group > 0)
		kin_regex_put(reader->regex, KIN_REGEX_SAVE, 2 * (size_t)group + 1, 0);
	return 0;
}

static int
read_escape(struct kin_regex_reader *reader)
{
	char c = reader->at < reader->text.len ? reader->text.p[reader->at] : '\0';
	uint32_t code;

	if (c == 'b' || c == 'B') {
		reader->at++;
		kin_regex_put(reader->regex, KIN_REGEX_WORD, c == 'b', 0);
		return 0;
	}
	kin_regex_new_class(reader->regex, kin_ascii_is_upper(c));
	if (c != '\0' && kin_regex_add_named(reader, kin_ascii_lower(c))) {
		reader->at++;
		kin_regex_put(reader->regex, KIN_REGEX_CLASS, reader->regex->classes - 1, 0);
		return 0;
	}
	if (kin_regex_escaped(reader, &code) != 0)
		return -1;
	put_char(reader, code);
	return 0;
}

static int
read_atom(struct kin_regex_reader *reader)
{
	switch (reader->text.p[reader->at]) {
	case '(':
		reader->at++;
		return read_group(reader);
	case '[':
		reader->at++;
		return kin_regex_read_class(reader);
	case '\\':
		reader->at++;
		return read_escape(reader);
	case '.':
		reader->at++;
		kin_regex_put(reader->regex, KIN_REGEX_ANY, 0, 0);
		return 0;
	case '^':
		reader->at++;
		kin_regex_put(reader->regex, KIN_REGEX_BEGIN, 0, 0);
		return 0;
	case '$':
		reader->at++;
		kin_regex_put(reader->regex, KIN_REGEX_END, 0, 0);
		return 0;
	case '*':
	case '+':
	case '?':
		return kin_fail(reader->err, "pattern repeats nothing");
	default:
		put_char(reader, kin_utf8_next(reader->text, &reader->at));
		return 0;
	}
}

static int
read_whole(struct kin_regex_reader *reader)
{
	int number = 0, digits = 0;

	while (reader->at < reader->text.len && kin_ascii_is_digit(reader->text.p[reader->at])
	    && number <= MOST_REPEATS) {
		number = 10 * number + (reader->text.p[reader->at++] - '0');
		digits++;
	}
	return digits ? number : NO_END;
}

/* {m}, {m,}, {m,n}: false, and nothing taken, when it is none of them. */
static bool
read_counts(struct kin_regex_reader *reader, int *least, int *most)
{
	size_t begin = reader->at++;

	*least = *most = read_whole(reader);
	if (*least != NO_END && kin_regex_take(reader, ','))
		*most = read_whole(reader);
	if (*least != NO_END && kin_regex_take(reader, '}'))
		return true;
	reader->at = begin;
	return false;
}

/* What stands from begin on, least to most times. */
static int
repeat(struct kin_regex_reader *reader, size_t begin, int least, int most, bool lazy)
{
	struct kin_regex *regex = reader->regex;
	size_t end = regex->steps, length = end - begin;
	int copies = most == NO_END ? (least ? least : 1) : most;

	if (least > MOST_REPEATS || most > MOST_REPEATS || (most != NO_END && most < least)
	    || length * (size_t)copies > MOST_STEPS)
		return kin_fail(reader->err, "pattern repeats too often");
	if (copies == 0) {
		regex->steps = begin;
		return 0;
	}
	for (int i = 1; i < copies; i++)
		kin_regex_copy(regex, begin, end);
	if (most == NO_END && least > 0) {
		size_t last = regex->steps - length;
		struct kin_regex_step again = fork(last, regex->steps + 1, lazy);

		kin_regex_put(regex, again.op, again.x, again.y);
		return 0;
	}
	if (most == NO_END) {
		kin_regex_insert(regex, begin, fork(begin + 1, regex->steps + 2, lazy));
		kin_regex_put(regex, KIN_REGEX_JUMP, begin, 0);
		return 0;
	}
	for (int i = copies - 1; i >= least; i--) {
		size_t place = begin + (size_t)i * length;

		kin_regex_insert(regex, place, fork(place + 1, regex->steps + 1, lazy));
	}
	return 0;
}

static int
read_piece(struct kin_regex_reader *reader)
{
	size_t begin = reader->regex->steps;
	int least = 1, most = 1;

	if (read_atom(reader) != 0)
		return -1;
	for (;;) {
		if (kin_regex_take(reader, '*'))
			least = 0, most = NO_END;
		else if (kin_regex_take(reader, '+'))
			least = 1, most = NO_END;
		else if (kin_regex_take(reader, '?'))
			least = 0, most = 1;
		else if (!kin_regex_is_at(reader, '{') || !read_counts(reader, &least, &most))
			return 0;
		if (repeat(reader, begin, least, most, kin_regex_take(reader, '?')) != 0)
			return -1;
	}
}

static int
read_alternatives(struct kin_regex_reader *reader)
{
	struct kin_regex *regex = reader->regex;
	size_t begin = regex->steps;

	if (++reader->depth > DEEPEST)
		return kin_fail(reader->err, "pattern is nested too deep");
	while (reader->at < reader->text.len && !kin_regex_is_at(reader, '|') && !kin_regex_is_at(reader, ')')) {
		if (kin_regex_is_at(reader, '{')) {
			put_char(reader, '{');
			reader->at++;
		} else if (read_piece(reader) != 0) {
			return -1;
		}
		if (regex->steps > MOST_STEPS)
			return kin_fail(reader->err, "pattern is too long");
	}
	if (kin_regex_take(reader, '|')) {
		size_t jump;

		kin_regex_insert(regex, begin, fork(begin + 1, regex->steps + 2, false));
		jump = kin_regex_put(regex, KIN_REGEX_JUMP, 0, 0);
		if (read_alternatives(reader) != 0)
			return -1;
		regex->step[jump].x = (uint32_t)regex->steps;
	}
	reader->depth--;
	return 0;
}

/* --- life ----------------------------------------------------------------------- */

struct kin_regex *
kin_regex_new(struct kin_str pattern, struct kin_err *err)
{
	struct kin_regex *regex = kin_calloc(1, sizeof(*regex));
	struct kin_regex_reader reader = { .regex = regex, .text = pattern, .err = err };
	int status;

	if (kin_str_has_prefix(pattern, KIN_STR("(?i)"))) {
		reader.nocase = true;
		reader.at = 4;
	}
	kin_regex_put(regex, KIN_REGEX_SAVE, 0, 0);
	status = read_alternatives(&reader);
	if (status == 0 && reader.at < pattern.len)
		status = kin_fail(err, "pattern has ) without (");
	kin_regex_put(regex, KIN_REGEX_SAVE, 1, 0);
	kin_regex_put(regex, KIN_REGEX_MATCH, 0, 0);
	if (status == 0)
		return regex;
	kin_regex_free(regex);
	return NULL;
}

void
kin_regex_free(struct kin_regex *regex)
{
	if (regex == NULL)
		return;
	kin_free(regex->step);
	kin_free(regex->class);
	kin_free(regex->range);
	kin_free(regex);
}

int
kin_regex_groups(const struct kin_regex *regex)
{
	return regex->groups;
}
