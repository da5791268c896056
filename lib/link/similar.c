#include "kin/link/similar.h"

#include <stdint.h>
#include <string.h>

enum { LONGEST = 255 };

static size_t
shorter(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t
longer(size_t a, size_t b)
{
	return a > b ? a : b;
}

static struct kin_str
cut(struct kin_str s)
{
	s.len = shorter(s.len, LONGEST);
	return s;
}

/* Marks the letters of a and b that have a partner within the window; returns how many. */
static size_t
find_partners(struct kin_str a, struct kin_str b, bool *in_a, bool *in_b)
{
	size_t window = longer(a.len, b.len) / 2, found = 0;

	window = window ? window - 1 : 0;
	for (size_t i = 0; i < a.len; i++) {
		size_t from = i > window ? i - window : 0;
		size_t to = shorter(i + window + 1, b.len);

		for (size_t j = from; j < to; j++) {
			if (in_b[j] || a.p[i] != b.p[j])
				continue;
			in_a[i] = in_b[j] = true;
			found++;
			break;
		}
	}
	return found;
}

static size_t
count_out_of_order(struct kin_str a, struct kin_str b, const bool *in_a, const bool *in_b)
{
	size_t j = 0, out = 0;

	for (size_t i = 0; i < a.len; i++) {
		if (!in_a[i])
			continue;
		while (!in_b[j])
			j++;
		out += a.p[i] != b.p[j];
		j++;
	}
	return out;
}

double
kin_jaro(struct kin_str a, struct kin_str b)
{
	bool in_a[LONGEST] = { false }, in_b[LONGEST] = { false };
	double found;

	a = cut(a);
	b = cut(b);
	if (a.len == 0 || b.len == 0)
		return a.len == b.len ? 1.0 : 0.0;
	found = (double)find_partners(a, b, in_a, in_b);
	if (found == 0)
		return 0.0;
	return (found / (double)a.len + found / (double)b.len +
	    (found - (double)(count_out_of_order(a, b, in_a, in_b) / 2)) / found) / 3.0;
}

double
kin_jaro_winkler(struct kin_str a, struct kin_str b)
{
	double jaro = kin_jaro(a, b);
	size_t prefix = 0, most = shorter(shorter(a.len, b.len), 4);

	while (prefix < most && a.p[prefix] == b.p[prefix])
		prefix++;
	if (jaro > 0.7)
		jaro += (double)prefix * 0.1 * (1.0 - jaro);
	return jaro;
}

size_t
kin_levenshtein(struct kin_str a, struct kin_str b)
{
	size_t row[LONGEST + 1], diagonal, above;

	a = cut(a);
	b = cut(b);
	for (size_t j = 0; j <= b.len; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			above = row[j];
			row[j] = shorter(shorter(above, row[j - 1]) + 1,
			    diagonal + (a.p[i - 1] != b.p[j - 1]));
			diagonal = above;
		}
	}
	return row[b.len];
}

/* Lowrance and Wagner: table rows are 1 + prefix length of a, columns of b. */
size_t
kin_damerau(struct kin_str a, struct kin_str b)
{
	static const size_t far = 2 * LONGEST + 1;
	size_t table[LONGEST + 2][LONGEST + 2], last_row[256] = { 0 };

	a = cut(a);
	b = cut(b);
	table[0][0] = far;
	for (size_t i = 0; i <= a.len; i++) {
		table[i + 1][0] = far;
		table[i + 1][1] = i;
	}
	for (size_t j = 0; j <= b.len; j++) {
		table[0][j + 1] = far;
		table[1][j + 1] = j;
	}
	for (size_t i = 1; i <= a.len; i++) {
		size_t last_column = 0;

		for (size_t j = 1; j <= b.len; j++) {
			size_t r = last_row[(unsigned char)b.p[j - 1]], c = last_column;
			size_t cost = table[i][j] + (a.p[i - 1] != b.p[j - 1]);

			if (a.p[i - 1] == b.p[j - 1])
				last_column = j;
			cost = shorter(cost, shorter(table[i][j + 1], table[i + 1][j]) + 1);
			cost = shorter(cost, table[r][c] + (i - r - 1) + 1 + (j - c - 1));
			table[i + 1][j + 1] = cost;
		}
		last_row[(unsigned char)a.p[i - 1]] = i;
	}
	return table[a.len + 1][b.len + 1];
}

bool
kin_one_edit(struct kin_str a, struct kin_str b)
{
	size_t head = 0, tail = 0, least = shorter(a.len, b.len), left_a, left_b;

	if (longer(a.len, b.len) - least > 1)
		return false;
	while (head < least && a.p[head] == b.p[head])
		head++;
	while (tail < least - head && a.p[a.len - 1 - tail] == b.p[b.len - 1 - tail])
		tail++;
	left_a = a.len - head - tail;
	left_b = b.len - head - tail;
	if (left_a <= 1 && left_b <= 1)
		return true;
	return left_a == 2 && left_b == 2 && a.p[head] == b.p[head + 1] &&
	    a.p[head + 1] == b.p[head];
}

/* Optimal string alignment in three rows of a band; gives up beyond most. */
bool
kin_within_edits(struct kin_str a, struct kin_str b, size_t most)
{
	size_t rows[3][LONGEST + 1], best;

	a = cut(a);
	b = cut(b);
	if (longer(a.len, b.len) - shorter(a.len, b.len) > most)
		return false;
	for (size_t j = 0; j <= b.len; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t *row = rows[i % 3], *up = rows[(i + 2) % 3], *up2 = rows[(i + 1) % 3];

		best = row[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			size_t cost = shorter(shorter(up[j], row[j - 1]) + 1,
			    up[j - 1] + (a.p[i - 1] != b.p[j - 1]));

			if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1])
				cost = shorter(cost, up2[j - 2] + 1);
			row[j] = cost;
			best = shorter(best, cost);
		}
		if (best > most)
			return false;
	}
	return rows[a.len % 3][b.len] <= most;
}
