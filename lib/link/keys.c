#include "kin/link/keys.h"

#include <stdlib.h>

#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "kin/base/par.h"
#include "kin/base/radix.h"

enum { STRETCH = 32 };		/* days: more than a month */

bool
kin_keys_is_part(int level)
{
	return level == KIN_LEVEL_DATE_PART || level == KIN_LEVEL_DATE_YEAR;
}

bool
kin_keys_find(enum kin_kind kind, int level)
{
	if (kind == KIN_KIND_ADDRESS)
		return level == KIN_LEVEL_ADDRESS_NEAR;
	if (kind == KIN_KIND_EMAIL)
		return level > KIN_LEVEL_SAME && level <= KIN_LEVEL_EMAIL_CLOSE;
	if (kind != KIN_KIND_DATE)
		return level == KIN_LEVEL_NUMBER_EDIT;
	return level == KIN_LEVEL_DATE_EDIT ||
	    level == KIN_LEVEL_DATE_PART || level == KIN_LEVEL_DATE_BIRTHDAY ||
	    level == KIN_LEVEL_DATE_MONTH;
}

bool
kin_keys_are_few(enum kin_kind kind)
{
	return kind == KIN_KIND_DATE || kind == KIN_KIND_ADDRESS;
}

bool
kin_keys_are_edits(enum kin_kind kind)
{
	return kind == KIN_KIND_PHONE || kind == KIN_KIND_EMAIL || kind == KIN_KIND_NHS ||
	    kind == KIN_KIND_ID || kind == KIN_KIND_NUMBER;
}

static uint64_t
key(int sort, int x, int y, int z)
{
	return (uint64_t)(unsigned int)sort << 48 | (uint64_t)(unsigned int)x << 16 |
	    (uint64_t)(unsigned int)y << 8 | (uint64_t)(unsigned int)z;
}

static size_t
keys_of_date(const struct kin_value *date, uint64_t *out)
{
	int y = date->year, m = date->month, d = date->day;
	size_t count = 0;

	if (y && m)
		out[count++] = key(1, y, m, 0);
	if (y && d)
		out[count++] = key(2, y, 0, d);
	if (m && d)
		out[count++] = key(3, 0, m, d);
	if (!y || !m || !d)
		return count;
	out[count++] = key(5, date->days / STRETCH, 0, 0);
	out[count++] = key(5, date->days / STRETCH + 1, 0, 0);
	return count;
}

size_t
kin_keys_crossed(const struct kin_value *date, uint64_t out[KIN_KEYS])
{
	int m = date->month, d = date->day;

	if (!date->year || !m || !d)
		return 0;
	out[0] = key(4, date->year, m < d ? m : d, m < d ? d : m);
	return 1;
}

size_t
kin_keys_of(enum kin_kind kind, const struct kin_value *value, uint64_t out[KIN_KEYS])
{
	if (kind == KIN_KIND_DATE)
		return keys_of_date(value, out);
	out[0] = kin_hash64(kin_value_head(value), 0);
	return 1;
}

double
kin_keys_part(const struct kin_column *column, double n)
{
	struct kin_map *map;
	double part = 0.0, *sums = NULL;
	size_t cap = 0;

	if (!kin_keys_are_few(column->kind))
		return 0.0;
	map = kin_map_new();
	for (uint32_t v = 0; v < column->value_count; v++) {
		uint64_t keys[KIN_KEYS];
		size_t count = kin_keys_of(column->kind, &column->values[v], keys);

		for (size_t k = 0; k < count; k++) {
			bool is_new;
			uint32_t id = kin_map_add(map, kin_str((const char *)&keys[k], sizeof(keys[k])),
			    &is_new);

			if (is_new) {
				sums = kin_grow(sums, id, &cap, sizeof(*sums));
				sums[id] = 0.0;
			}
			sums[id] += column->holders[v];
		}
	}
	for (uint32_t id = 0; id < kin_map_count(map); id++)
		part += sums[id] * sums[id] / (n * n);
	kin_map_free(map);
	kin_free(sums);
	return part;
}

/* --- edits ----------------------------------------------------------------------- */

enum { LONGEST = 255, KEYS_EACH_PIECE = 1 << 22 };

#define BASE	0x9e3779b97f4a7c15u

/* What is left of a text without one or two of its bytes, as hashes; of one piece of all keys only. */
struct leaving {
	uint64_t	 head[LONGEST + 1];	/* of the first bytes */
	uint64_t	 power[LONGEST + 1];
	size_t		 length;
	uint64_t	*key;
	size_t		 count, cap;
	uint64_t	 piece, pieces;
	uint32_t	 value;
};

static void
read_text(struct leaving *leaving, struct kin_str text)
{
	leaving->length = text.len < LONGEST ? text.len : LONGEST;
	leaving->head[0] = leaving->power[0] = 1;
	for (size_t i = 0; i < leaving->length; i++) {
		leaving->head[i + 1] = leaving->head[i] * BASE + (unsigned char)text.p[i];
		leaving->power[i + 1] = leaving->power[i] * BASE;
	}
}

/* The hash with the bytes from .. to behind it. */
static uint64_t
go_on(const struct leaving *leaving, uint64_t hash, size_t from, size_t to)
{
	return (hash - leaving->head[from]) * leaving->power[to - from] + leaving->head[to];
}

static void
put_key(struct leaving *leaving, uint64_t hash)
{
	hash = (hash ^ hash >> 32) * 0xff51afd7ed558ccdu;
	if ((hash >> 32) * leaving->pieces >> 32 != leaving->piece)
		return;
	leaving->key = kin_grow(leaving->key, leaving->count, &leaving->cap, sizeof(*leaving->key));
	leaving->key[leaving->count++] = hash >> 32 << 32 | leaving->value;
}

static void
put_keys(struct leaving *leaving, int edits)
{
	size_t n = leaving->length;

	put_key(leaving, leaving->head[n]);
	for (size_t i = 0; i < n && edits > 0; i++) {
		put_key(leaving, go_on(leaving, leaving->head[i], i + 1, n));
		for (size_t j = i + 1; j < n && edits > 1; j++)
			put_key(leaving, go_on(leaving, go_on(leaving, leaving->head[i], i + 1, j), j + 1, n));
	}
}

/* Emails: what stands before the @, and two edits of it; else the whole, and one. */
static struct kin_str
text_of(enum kin_kind kind, const struct kin_value *value)
{
	return kind == KIN_KIND_EMAIL ? kin_value_head(value) : value->text;
}

static int
edits_of(enum kin_kind kind, struct kin_str text)
{
	return kind != KIN_KIND_EMAIL ? 1 : text.len < KIN_LEVEL_EMAIL_LEAST ? 0 : 2;
}

struct finding {
	const struct kin_column	*column;
	size_t			 pieces;
	struct kin_near		**near;		/* of each piece */
	size_t			*count;
};

static void
find_among(struct finding *finding, size_t piece, const struct leaving *leaving)
{
	const struct kin_column *column = finding->column;
	size_t cap = 0;

	for (size_t i = 0, from = 0; i < leaving->count; i++) {
		uint32_t b = (uint32_t)leaving->key[i];

		if (leaving->key[i] >> 32 != leaving->key[from] >> 32)
			from = i;
		for (size_t j = from; j < i; j++) {
			uint32_t a = (uint32_t)leaving->key[j];

			if (a == b || !kin_keys_find(column->kind,
			    kin_level_of(column->kind, &column->values[a], &column->values[b])))
				continue;
			finding->near[piece] = kin_grow(finding->near[piece], finding->count[piece], &cap,
			    sizeof(struct kin_near));
			finding->near[piece][finding->count[piece]++] =
			    (struct kin_near){ a < b ? a : b, a < b ? b : a };
		}
	}
}

static void
find_piece(void *ctx, size_t piece, int thread)
{
	struct finding *finding = ctx;
	const struct kin_column *column = finding->column;
	struct leaving *leaving = kin_calloc(1, sizeof(*leaving));

	(void)thread;
	leaving->piece = piece;
	leaving->pieces = finding->pieces;
	for (uint32_t v = 0; v < column->value_count; v++) {
		struct kin_str text = text_of(column->kind, &column->values[v]);

		leaving->value = v;
		read_text(leaving, text);
		put_keys(leaving, edits_of(column->kind, text));
	}
	kin_radix_sort(leaving->key, leaving->count, 32);
	find_among(finding, piece, leaving);
	kin_free(leaving->key);
	kin_free(leaving);
}

static size_t
pieces_of(const struct kin_column *column)
{
	size_t keys = 0;

	for (uint32_t v = 0; v < column->value_count; v++) {
		struct kin_str text = text_of(column->kind, &column->values[v]);
		size_t n = text.len;

		keys += edits_of(column->kind, text) > 1 ? n * (n + 1) / 2 + 1 : n + 1;
	}
	return keys / KEYS_EACH_PIECE + 1;
}

static int
in_order(const void *x, const void *y)
{
	const struct kin_near *a = x, *b = y;

	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return a->b < b->b ? -1 : a->b > b->b;
}

static size_t
drop_twins(struct kin_near *near, size_t count)
{
	size_t kept = 0;

	qsort(near, count, sizeof(*near), in_order);
	for (size_t i = 0; i < count; i++) {
		if (i == 0 || in_order(&near[i], &near[kept - 1]) != 0)
			near[kept++] = near[i];
	}
	return kept;
}

struct kin_near *
kin_keys_edits(const struct kin_column *column, int threads, size_t *count)
{
	struct finding finding = { .column = column, .pieces = pieces_of(column) };
	struct kin_near *near;
	size_t at = 0;

	finding.near = kin_calloc(finding.pieces, sizeof(*finding.near));
	finding.count = kin_calloc(finding.pieces, sizeof(*finding.count));
	kin_par(threads, finding.pieces, find_piece, &finding);
	for (size_t p = 0; p < finding.pieces; p++)
		at += finding.count[p];
	near = kin_alloc(at * sizeof(*near) + 1);
	*count = 0;
	for (size_t p = 0; p < finding.pieces; p++) {
		if (finding.count[p] > 0)
			memcpy(near + *count, finding.near[p], finding.count[p] * sizeof(*near));
		*count += finding.count[p];
		kin_free(finding.near[p]);
	}
	kin_free(finding.near);
	kin_free(finding.count);
	if (*count > 0)
		*count = drop_twins(near, *count);
	return near;
}
