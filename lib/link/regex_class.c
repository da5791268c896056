/* Characters and classes of patterns. */
#include "regex_state.h"

#include "kin/base/ascii.h"
#include "kin/base/utf8.h"

bool
kin_regex_is_at(const struct kin_regex_reader *reader, char c)
{
	return reader->at < reader->text.len && reader->text.p[reader->at] == c;
}

bool
kin_regex_take(struct kin_regex_reader *reader, char c)
{
	bool there = kin_regex_is_at(reader, c);

	reader->at += there;
	return there;
}

void
kin_regex_add_range(struct kin_regex_reader *reader, uint32_t low, uint32_t high)
{
	struct kin_regex *regex = reader->regex;

	regex->range = kin_grow(regex->range, regex->ranges, &regex->range_cap,
	    sizeof(*regex->range));
	regex->range[regex->ranges++] = (struct kin_regex_range){ low, high };
	regex->class[regex->classes - 1].count++;
	if (!reader->nocase)
		return;
	for (uint32_t c = 'a'; c <= 'z'; c++) {
		uint32_t other = c - 32;

		reader->nocase = false;
		if (c >= low && c <= high && !(other >= low && other <= high))
			kin_regex_add_range(reader, other, other);
		if (other >= low && other <= high && !(c >= low && c <= high))
			kin_regex_add_range(reader, c, c);
		reader->nocase = true;
	}
}

void
kin_regex_new_class(struct kin_regex *regex, bool not)
{
	regex->class = kin_grow(regex->class, regex->classes, &regex->class_cap,
	    sizeof(*regex->class));
	regex->class[regex->classes++] = (struct kin_regex_class){ regex->ranges, 0, not };
}

bool
kin_regex_add_named(struct kin_regex_reader *reader, char c)
{
	switch (c) {
	case 'd':
		kin_regex_add_range(reader, '0', '9');
		return true;
	case 'w':
		kin_regex_add_range(reader, '0', '9');
		kin_regex_add_range(reader, 'A', 'Z');
		kin_regex_add_range(reader, 'a', 'z');
		kin_regex_add_range(reader, '_', '_');
		return true;
	case 's':
		kin_regex_add_range(reader, '\t', '\n');
		kin_regex_add_range(reader, '\f', '\r');
		kin_regex_add_range(reader, ' ', ' ');
		return true;
	default:
		return false;
	}
}

int
kin_regex_escaped(struct kin_regex_reader *reader, uint32_t *out)
{
	static const char names[] = "tnrfv", codes[] = "\t\n\r\f\v";
	const char *name;
	char c;

	if (reader->at >= reader->text.len)
		return kin_fail(reader->err, "pattern ends with a backslash");
	c = reader->text.p[reader->at];
	name = strchr(names, c);
	if (kin_ascii_is_letter(c) || kin_ascii_is_digit(c)) {
		if (name == NULL || c == '\0')
			return kin_fail(reader->err, "pattern has \\%c, which is not known", c);
		*out = (uint32_t)codes[name - names];
		reader->at++;
		return 0;
	}
	*out = kin_utf8_next(reader->text, &reader->at);
	return 0;
}

static int
read_class_char(struct kin_regex_reader *reader, uint32_t *out)
{
	if (kin_regex_take(reader, '\\'))
		return kin_regex_escaped(reader, out);
	*out = kin_utf8_next(reader->text, &reader->at);
	return 0;
}

static int
read_class_item(struct kin_regex_reader *reader)
{
	uint32_t low, high;

	if (reader->at + 1 < reader->text.len && kin_regex_is_at(reader, '\\')
	    && kin_regex_add_named(reader, reader->text.p[reader->at + 1])) {
		reader->at += 2;
		return 0;
	}
	if (kin_regex_is_at(reader, '[') && reader->at + 1 < reader->text.len
	    && reader->text.p[reader->at + 1] == ':')
		return kin_fail(reader->err, "pattern has a named class, which is not known");
	if (read_class_char(reader, &low) != 0)
		return -1;
	high = low;
	if (reader->at + 1 < reader->text.len && kin_regex_is_at(reader, '-')
	    && reader->text.p[reader->at + 1] != ']') {
		reader->at++;
		if (read_class_char(reader, &high) != 0)
			return -1;
	}
	if (high < low)
		return kin_fail(reader->err, "pattern has a range that ends before it begins");
	kin_regex_add_range(reader, low, high);
	return 0;
}

int
kin_regex_read_class(struct kin_regex_reader *reader)
{
	bool first = true;

	kin_regex_new_class(reader->regex, kin_regex_take(reader, '^'));
	for (; first || !kin_regex_is_at(reader, ']'); first = false) {
		if (reader->at >= reader->text.len)
			return kin_fail(reader->err, "pattern has [ without ]");
		if (read_class_item(reader) != 0)
			return -1;
	}
	reader->at++;
	kin_regex_put(reader->regex, KIN_REGEX_CLASS, reader->regex->classes - 1, 0);
	return 0;
}
