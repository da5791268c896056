#include "show_wrap.h"

#include "kin/base/utf8.h"

struct kin_str
show_take_line(struct kin_str *rest, size_t width)
{
	size_t at = 0, columns = 0, end = 0;
	struct kin_str line;

	while (at < rest->len) {
		size_t next = at;

		kin_utf8_next(*rest, &next);
		columns += kin_utf8_width(kin_str(rest->p + at, next - at));
		if (rest->p[at] == ' ')
			end = at;
		if (columns > width && at > 0)
			break;
		if (rest->p[at] == '-' && at > 0)
			end = next;
		at = next;
	}
	if (at < rest->len && rest->p[at] != ' ' && end > 0)
		at = end;
	line = kin_str_trim(kin_str(rest->p, at));
	*rest = kin_str_trim(kin_str(rest->p + at, rest->len - at));
	return line;
}

size_t
show_lines_of(struct kin_str text, size_t width)
{
	size_t lines = 0;

	for (; text.len > 0; lines++)
		show_take_line(&text, width);
	return lines;
}

size_t
show_longest_word(struct kin_str text)
{
	struct kin_str word, part;
	size_t longest = 0;

	while (kin_str_next(&text, ' ', &word)) {
		while (kin_str_next(&word, '-', &part)) {
			size_t width = kin_utf8_width(part) + (word.len > 0);

			longest = width > longest ? width : longest;
		}
	}
	return longest;
}
