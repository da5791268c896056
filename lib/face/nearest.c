#include "kin/face/nearest.h"

#include <stddef.h>
#include <string.h>

enum { NAME_MAX_LEN = 63, FAR = NAME_MAX_LEN + 1 };

static int
least(int a, int b)
{
	return a < b ? a : b;
}

int
kin_nearest_steps(const char *a, const char *b)
{
	int rows[3][NAME_MAX_LEN + 1];
	int *before = rows[0], *last = rows[1], *row = rows[2], *spare;
	size_t a_len = strlen(a), b_len = strlen(b);

	if (a_len > NAME_MAX_LEN || b_len > NAME_MAX_LEN)
		return FAR;
	for (size_t j = 0; j <= b_len; j++)
		last[j] = (int)j;
	for (size_t i = 1; i <= a_len; i++) {
		row[0] = (int)i;
		for (size_t j = 1; j <= b_len; j++) {
			row[j] = least(least(last[j], row[j - 1]) + 1,
			    last[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
		spare = before;
		before = last;
		last = row;
		row = spare;
	}
	return last[b_len];
}

static int
distance(const char *typed, const char *name)
{
	size_t len = strlen(typed);
	int steps = kin_nearest_steps(typed, name);
	int allowed = len < 6 ? 1 : (int)(len / 3);

	if (len >= 2 && len <= NAME_MAX_LEN && strncmp(typed, name, len) == 0)
		return 1;
	return steps <= allowed && steps < (int)strlen(name) ? steps : FAR;
}

const char *
kin_nearest(const char *typed, const char *best, const char *name)
{
	int steps = distance(typed, name);

	if (steps == FAR || (best != NULL && distance(typed, best) <= steps))
		return best;
	return name;
}
