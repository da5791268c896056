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

/* Bits low .. high - 1. */
static uint64_t
bits(size_t low, size_t high)
{
	return (high >= 64 ? ~(uint64_t)0 : ((uint64_t)1 << high) - 1) & ~(((uint64_t)1 << low) - 1);
}

struct partners {
	size_t	found, crossed;		/* letters that have a partner; of these, out of order */
};

/*
 * Each letter of a takes the first free one like it in b within the window.  Places
 * in b are bits, so that a letter is looked for in all of them at once.
 */
static struct partners
find_in_bits(struct kin_str a, struct kin_str b, size_t window)
{
	static _Thread_local uint64_t places[256];
	uint64_t taken = 0, order;
	char in_order[64] = { 0 };
	struct partners p = { 0, 0 };

	for (size_t j = 0; j < b.len; j++)
		places[(unsigned char)b.p[j]] |= (uint64_t)1 << j;
	for (size_t i = 0; i < a.len; i++) {
		size_t from = i > window ? i - window : 0;
		uint64_t free_places;

		if (from >= b.len)
			break;
		free_places = places[(unsigned char)a.p[i]] & ~taken & bits(from, i + window + 1);
		if (free_places == 0)
			continue;
		taken |= free_places & (~free_places + 1);
		in_order[p.found++] = a.p[i];
	}
	order = taken;
	for (size_t k = 0; k < p.found; k++, order &= order - 1)
		p.crossed += in_order[k] != b.p[__builtin_ctzll(order)];
	for (size_t j = 0; j < b.len; j++)
		places[(unsigned char)b.p[j]] = 0;
	return p;
}

/* The same for any length, place by place. */
static struct partners
find_one_by_one(struct kin_str a, struct kin_str b, size_t window)
{
	bool taken[LONGEST] = { false };
	char in_order[LONGEST];
	struct partners p = { 0, 0 };

	for (size_t i = 0; i < a.len; i++) {
		size_t to = shorter(i + window + 1, b.len);

		for (size_t j = i > window ? i - window : 0; j < to; j++) {
			if (taken[j] || a.p[i] != b.p[j])
				continue;
			taken[j] = true;
			in_order[p.found++] = a.p[i];
			break;
		}
	}
	for (size_t j = 0, k = 0; j < b.len && k < p.found; j++) {
		if (taken[j])
			p.crossed += in_order[k++] != b.p[j];
	}
	return p;
}

double
kin_jaro(struct kin_str a, struct kin_str b)
{
	size_t window;
	struct partners p;
	double found;

	a = cut(a);
	b = cut(b);
	if (a.len == 0 || b.len == 0)
		return a.len == b.len ? 1.0 : 0.0;
	window = longer(a.len, b.len) / 2;
	window = window ? window - 1 : 0;
	p = a.len <= 64 && b.len <= 64 ? find_in_bits(a, b, window) : find_one_by_one(a, b, window);
	if (p.found == 0)
		return 0.0;
	found = (double)p.found;
	return (found / (double)a.len + found / (double)b.len +
	    (found - (double)(p.crossed / 2)) / found) / 3.0;
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
	uint16_t table[LONGEST + 2][LONGEST + 2];
	size_t last_row[256] = { 0 };

	a = cut(a);
	b = cut(b);
	table[0][0] = (uint16_t)far;
	for (size_t i = 0; i <= a.len; i++) {
		table[i + 1][0] = (uint16_t)far;
		table[i + 1][1] = (uint16_t)i;
	}
	for (size_t j = 0; j <= b.len; j++) {
		table[0][j + 1] = (uint16_t)far;
		table[1][j + 1] = (uint16_t)j;
	}
	for (size_t i = 1; i <= a.len; i++) {
		size_t last_column = 0;

		for (size_t j = 1; j <= b.len; j++) {
			size_t r = last_row[(unsigned char)b.p[j - 1]], c = last_column;
			size_t cost = (size_t)table[i][j] + (a.p[i - 1] != b.p[j - 1]);

			if (a.p[i - 1] == b.p[j - 1])
				last_column = j;
			cost = shorter(cost, shorter(table[i][j + 1], table[i + 1][j]) + 1u);
			cost = shorter(cost, (size_t)table[r][c] + (i - r - 1) + 1 + (j - c - 1));
			table[i + 1][j + 1] = (uint16_t)cost;
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

/* What two strings begin and end with alike takes no edit. */
static void
trim_common(struct kin_str *a, struct kin_str *b)
{
	while (a->len > 0 && b->len > 0 && a->p[a->len - 1] == b->p[b->len - 1]) {
		a->len--;
		b->len--;
	}
	while (a->len > 0 && b->len > 0 && a->p[0] == b->p[0]) {
		*a = kin_str(a->p + 1, a->len - 1);
		*b = kin_str(b->p + 1, b->len - 1);
	}
}

/* Optimal string alignment in three rows; gives up beyond most. */
bool
kin_within_edits(struct kin_str a, struct kin_str b, size_t most)
{
	uint8_t rows[3][LONGEST + 1];
	size_t best;

	a = cut(a);
	b = cut(b);
	if (longer(a.len, b.len) - shorter(a.len, b.len) > most)
		return false;
	trim_common(&a, &b);
	if (a.len == 0 || b.len == 0)
		return a.len + b.len <= most;
	for (size_t j = 0; j <= b.len; j++)
		rows[0][j] = (uint8_t)j;
	for (size_t i = 1; i <= a.len; i++) {
		uint8_t *row = rows[i % 3], *up = rows[(i + 2) % 3], *up2 = rows[(i + 1) % 3];

		row[0] = (uint8_t)i;
		best = i;
		for (size_t j = 1; j <= b.len; j++) {
			size_t cost = shorter(shorter(up[j], row[j - 1]) + 1u,
			    up[j - 1] + (size_t)(a.p[i - 1] != b.p[j - 1]));

			if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1])
				cost = shorter(cost, up2[j - 2] + 1u);
			row[j] = (uint8_t)cost;
			best = shorter(best, cost);
		}
		if (best > most)
			return false;
	}
	return rows[a.len % 3][b.len] <= most;
}
