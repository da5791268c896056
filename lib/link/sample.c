#include "kin/link/sample.h"

#include <math.h>

#include "kin/base/mem.h"
#include "kin/base/par.h"
#include "kin/base/radix.h"
#include "sample_few.h"

enum { KEYS = 48, KEY_FIELDS = 3 };
enum { ITEMS = 4096 };				/* looked at by one thread at a time */

#define KEY_EACH	20.0	/* a key may make so many pairs a record */
#define LOOK_AT		1e6	/* pairs that are looked at, all keys together */

/* Fields whose entries must be the same. */
struct key {
	uint32_t	field[KEY_FIELDS];
	size_t		fields;
	uint32_t	bits;		/* of the fields */
	double		pairs;		/* about */
	double		chosen;		/* share of its blocks */
};

struct work {
	const struct kin_columns	*columns;
	const struct kin_compare	*compare;
	struct key			 key[KEYS];
	size_t				 keys, now;
	uint64_t			*item;
	uint32_t			*start;
	size_t				 count;
	struct kin_counter		 counter[KIN_PAR_MOST];
	const uint32_t			*chosen;	/* records of the sample */
	size_t				 chosen_count;
	const struct kin_columns	*few;		/* … as columns of their own, */
	const struct kin_compare	*near;		/* compared by tables of their own */
};

/* --- keys -------------------------------------------------------------------------- */

static double
pairs_of(double n)
{
	return n * (n - 1.0) / 2.0;
}

static double
pairs_of_field(const struct kin_columns *columns, size_t f)
{
	const struct kin_column *column = &columns->column[f];
	uint32_t *count = kin_calloc((size_t)column->entries + 1, sizeof(*count));
	double pairs = 0.0;

	for (uint32_t i = 0; i < columns->records; i++)
		count[column->code[i]]++;
	for (uint32_t e = 1; e <= column->entries; e++)
		pairs += pairs_of(count[e]);
	kin_free(count);
	return pairs;
}

static bool
has_key_within(const struct work *work, const uint32_t *field, size_t fields)
{
	for (size_t k = 0; k < work->keys; k++) {
		size_t met = 0;

		for (size_t i = 0; i < work->key[k].fields; i++) {
			for (size_t j = 0; j < fields; j++)
				met += work->key[k].field[i] == field[j];
		}
		if (met == work->key[k].fields)
			return true;
	}
	return false;
}

/* Places stand for each other: only the one that tells most counts. */
static double
pairs_of_key(const struct work *work, const double *part, const uint32_t *field, size_t fields)
{
	double all = pairs_of(work->columns->records), place = 1.0, own = 1.0;

	for (size_t i = 0; i < fields; i++) {
		enum kin_kind kind = work->columns->column[field[i]].kind;

		if (kind == KIN_KIND_ADDRESS || kind == KIN_KIND_POSTCODE || kind == KIN_KIND_TOWN ||
		    kind == KIN_KIND_PLACE_ID)
			place = fmin(place, part[field[i]]);
		else
			own *= part[field[i]];
	}
	return all * place * own;
}

static void
consider(struct work *work, const double *part, const uint32_t *field, size_t fields)
{
	double pairs = pairs_of_key(work, part, field, fields);

	if (work->keys == KEYS || has_key_within(work, field, fields) ||
	    pairs > KEY_EACH * work->columns->records)
		return;
	work->key[work->keys] = (struct key){ .fields = fields, .pairs = pairs };
	memcpy(work->key[work->keys].field, field, fields * sizeof(*field));
	for (size_t i = 0; i < fields; i++)
		work->key[work->keys].bits |= (uint32_t)1 << field[i];
	work->keys++;
}

/* All keys of one field that make few pairs; then of two, of three, that hold none of these. */
static void
choose_keys(struct work *work)
{
	uint32_t n = (uint32_t)work->columns->fields, field[KEY_FIELDS];
	double part[KIN_MODEL_FIELDS], all = pairs_of(work->columns->records), sum = 0.0;

	for (size_t f = 0; f < n; f++)
		part[f] = pairs_of_field(work->columns, f) / all;
	for (field[0] = 0; field[0] < n; field[0]++)
		consider(work, part, field, 1);
	for (field[0] = 0; field[0] < n; field[0]++) {
		for (field[1] = field[0] + 1; field[1] < n; field[1]++)
			consider(work, part, field, 2);
	}
	for (field[0] = 0; field[0] < n; field[0]++) {
		for (field[1] = field[0] + 1; field[1] < n; field[1]++) {
			for (field[2] = field[1] + 1; field[2] < n; field[2]++)
				consider(work, part, field, 3);
		}
	}
	for (size_t k = 0; k < work->keys; k++)
		sum += fmin(work->key[k].pairs + work->columns->records, LOOK_AT);
	for (size_t k = 0; k < work->keys; k++)
		work->key[k].chosen = fmin(1.0, LOOK_AT / fmax(sum, 1.0));
}

/* Fields whose entries are the same. */
static uint32_t
equal_bits(const struct kin_columns *columns, uint32_t a, uint32_t b)
{
	uint32_t bits = 0;

	for (size_t f = 0; f < columns->fields; f++) {
		const uint32_t *code = columns->column[f].code;

		bits |= (uint32_t)(code[a] != 0 && code[a] == code[b]) << f;
	}
	return bits;
}

/* Does a key before this one hold? */
static bool
is_met(const struct work *work, size_t before, uint32_t bits)
{
	for (size_t k = 0; bits != 0 && k < before; k++) {
		if ((work->key[k].bits & ~bits) == 0)
			return true;
	}
	return false;
}

/* --- pairs of keys --------------------------------------------------------------- */

static void
make_items(struct work *work)
{
	const struct key *key = &work->key[work->now];
	uint64_t most = (uint64_t)(key->chosen * 4294967295.0);

	work->count = 0;
	for (uint32_t i = 0; i < work->columns->records; i++) {
		uint64_t h = 0x9e3779b97f4a7c15u * (work->now + 1);
		bool all = true;

		for (size_t k = 0; k < key->fields && all; k++) {
			uint32_t code = work->columns->column[key->field[k]].code[i];

			all = code != 0;
			h = (h ^ code) * 0xff51afd7ed558ccdu;
			h ^= h >> 32;
		}
		if (all && (h >> 32) <= most)
			work->item[work->count++] = h >> 32 << 32 | i;
	}
	kin_radix_sort(work->item, work->count, 32);
	for (size_t i = 0; i < work->count; i++)
		work->start[i] = i > 0 && work->item[i] >> 32 == work->item[i - 1] >> 32 ?
		    work->start[i - 1] : (uint32_t)i;
}

static void
count_items(void *ctx, size_t piece, int thread)
{
	struct work *work = ctx;
	const struct kin_columns *columns = work->columns;
	size_t to = (piece + 1) * ITEMS;

	for (size_t i = piece * ITEMS; i < to && i < work->count; i++) {
		uint32_t b = (uint32_t)work->item[i];

		for (size_t j = work->start[i]; j < i; j++) {
			uint32_t a = (uint32_t)work->item[j], bits = equal_bits(columns, a, b);

			if ((work->key[work->now].bits & ~bits) != 0 || is_met(work, work->now, bits))
				continue;
			kin_counter_add(&work->counter[thread], kin_compare_pair(work->compare, a, b),
			    kin_stratum(columns->lists, columns->list[a], columns->list[b]), 1);
		}
	}
}

/* --- all pairs of a few ------------------------------------------------------------ */

static void
count_rest(void *ctx, size_t piece, int thread)
{
	struct work *work = ctx;
	const struct kin_columns *columns = work->columns;
	uint32_t b = work->chosen[piece], *bits = kin_calloc(piece + 1, sizeof(*bits));
	kin_pattern *row = kin_alloc(piece * sizeof(*row) + 1);

	kin_compare_row(work->near, (uint32_t)piece, (uint32_t)piece, row);
	for (size_t f = 0; f < columns->fields; f++) {
		const uint32_t *code = work->few->column[f].code;

		for (size_t i = 0; code[piece] != 0 && i < piece; i++)
			bits[i] |= (uint32_t)(code[i] == code[piece]) << f;
	}
	for (size_t i = 0; i < piece; i++) {
		uint32_t a = work->chosen[i];

		if (!is_met(work, work->keys, bits[i]))
			kin_counter_add(&work->counter[thread], row[i],
			    kin_stratum(columns->lists, columns->list[a], columns->list[b]), 1);
	}
	kin_free(row);
	kin_free(bits);
}

static void
count_sample(struct work *work, int threads)
{
	struct kin_columns few;
	struct kin_compare *near;
	uint32_t *chosen = kin_few_choose(work->columns, &work->chosen_count);

	work->chosen = chosen;
	kin_few_take(&few, work->columns, chosen, work->chosen_count);
	near = kin_compare_new(&few, few.records, threads);
	work->few = &few;
	work->near = near;
	kin_par(threads, work->chosen_count, count_rest, work);
	kin_compare_free(near);
	work->few = NULL;
	kin_few_fini(&few);
	kin_free(chosen);
}

/* --- together ---------------------------------------------------------------------- */

static void
start_counters(struct work *work, int strata)
{
	for (int t = 0; t < KIN_PAR_MOST; t++)
		kin_counter_init(&work->counter[t], strata);
}

/* The threads' counts in one; they start anew. */
static void
collect(struct work *work, struct kin_counter *into)
{
	int strata = work->counter[0].strata;

	kin_counter_init(into, strata);
	for (int t = 0; t < KIN_PAR_MOST; t++) {
		kin_counter_add_all(into, &work->counter[t]);
		kin_counter_fini(&work->counter[t]);
	}
	start_counters(work, strata);
}

static void
sum_of(const struct kin_counter *counter, double weight, double *sum)
{
	for (size_t i = 0; i < counter->size; i++) {
		for (int s = 0; counter->key[i] != 0 && s < counter->strata; s++)
			sum[s] += weight * (double)counter->count[i * (size_t)counter->strata + (size_t)s];
	}
}

/* All pairs of each stratum. */
static void
count_strata(const struct kin_columns *columns, double *pairs)
{
	double *members = kin_calloc((size_t)columns->lists + 1, sizeof(*members));

	for (uint32_t i = 0; i < columns->records; i++)
		members[columns->list[i]]++;
	for (uint32_t a = 0; a < columns->lists; a++) {
		for (uint32_t b = a; b < columns->lists; b++)
			pairs[kin_stratum(columns->lists, a, b)] +=
			    a == b ? pairs_of(members[a]) : members[a] * members[b];
	}
	kin_free(members);
}

void
kin_sample_patterns(struct kin_patterns *patterns, const struct kin_columns *columns,
    const struct kin_compare *compare, int threads)
{
	struct work *work = kin_calloc(1, sizeof(*work));
	struct kin_counter *counts = kin_calloc(KEYS + 1, sizeof(*counts));
	const struct kin_counter *lent[KEYS + 1] = { NULL };
	double weight[KEYS + 1][KIN_STRATA], all[KIN_STRATA] = { 0 }, keyed[KIN_STRATA] = { 0 };
	double rest[KIN_STRATA] = { 0 };

	work->columns = columns;
	work->compare = compare;
	work->item = kin_alloc(columns->records * sizeof(*work->item) + 1);
	work->start = kin_alloc(columns->records * sizeof(*work->start) + 1);
	start_counters(work, kin_strata(columns->lists));
	choose_keys(work);
	for (work->now = 0; work->now < work->keys; work->now++) {
		size_t k = work->now;

		make_items(work);
		kin_par(threads, work->count / ITEMS + 1, count_items, work);
		collect(work, &counts[k]);
		sum_of(&counts[k], 1.0 / work->key[k].chosen, keyed);
		for (int s = 0; s < KIN_STRATA; s++)
			weight[k][s] = 1.0 / work->key[k].chosen;
	}
	count_sample(work, threads);
	collect(work, &counts[work->keys]);
	sum_of(&counts[work->keys], 1.0, rest);
	count_strata(columns, all);
	for (int s = 0; s < KIN_STRATA; s++)
		weight[work->keys][s] = rest[s] > 0.0 ? fmax(all[s] - keyed[s], 0.0) / rest[s] : 0.0;
	for (size_t k = 0; k <= work->keys; k++)
		lent[k] = &counts[k];
	kin_patterns_weigh(patterns, lent, weight, work->keys + 1);
	for (size_t k = 0; k <= work->keys; k++)
		kin_counter_fini(&counts[k]);
	for (int t = 0; t < KIN_PAR_MOST; t++)
		kin_counter_fini(&work->counter[t]);
	kin_free(counts);
	kin_free(work->item);
	kin_free(work->start);
	kin_free(work);
}
