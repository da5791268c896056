#include "kin/place/cell.h"

int
kin_cell_next(struct kin_str *rest, struct kin_str *cell)
{
	const char *p = rest->p, *end, *stop;

	if (p == NULL)
		return 0;
	end = p + rest->len;
	if (p < end && *p == '"') {
		stop = memchr(p + 1, '"', (size_t)(end - p - 1));
		if (stop == NULL || (stop + 1 < end && stop[1] != ','))
			return -1;
		*cell = kin_str(p + 1, (size_t)(stop - p - 1));
		stop++;
	} else {
		for (stop = p; stop < end && *stop != ','; stop++)
			;
		*cell = kin_str(p, (size_t)(stop - p));
	}
	*rest = stop < end ? kin_str(stop + 1, (size_t)(end - stop - 1)) : kin_str(NULL, 0);
	return 1;
}

static char
lower(char c)
{
	if (c == ' ')
		return '_';
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
kin_cell_fits(struct kin_str header, const char *pattern)
{
	size_t i;

	for (i = 0; i < header.len && pattern[i] != '\0'; i++) {
		char c = header.p[i];

		if (pattern[i] == '#' ? c < '0' || c > '9' : lower(c) != pattern[i])
			return false;
	}
	return i == header.len && pattern[i] == '\0';
}
