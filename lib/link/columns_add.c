/*
 * Records into columns.  Many at once are folded in pieces, side by side; then each field
 * numbers its entries on one thread, in the order of the records, so that the numbers are
 * those of adding one after the other.
 */
#include "columns_state.h"

#include <stdlib.h>

#include "kin/base/mem.h"
#include "kin/base/par.h"

enum { MOST_VALUES = 32 };		/* of one field in one record */
enum { PIECE = 512, ROUND = 64 };	/* records; pieces that are in memory at one time */

/* --- one entry --------------------------------------------------------------- */

static int
by_text(const void *a, const void *b)
{
	return kin_str_cmp(*(const struct kin_str *)a, *(const struct kin_str *)b);
}

/* Sorts the slices, drops those that come twice, joins them at the end of out. */
static void
join(struct kin_str *slices, size_t count, struct kin_buf *out)
{
	qsort(slices, count, sizeof(*slices), by_text);
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && kin_str_is(slices[i], slices[i - 1]))
			continue;
		if (i > 0)
			kin_buf_putc(out, COLUMNS_BETWEEN);
		kin_buf_add(out, slices[i]);
	}
}

/* Several values of one field. */
static void
fold_several(enum kin_kind kind, uint32_t field, const struct kin_columns_text *texts,
    size_t count, struct kin_buf *scratch, struct kin_buf *out)
{
	struct kin_str slices[MOST_VALUES];
	size_t ends[MOST_VALUES], n = 0;

	kin_buf_clear(scratch);
	for (size_t i = 0; i < count && n < MOST_VALUES; i++) {
		if (texts[i].field == field && kin_value_fold(kind, texts[i].text, scratch))
			ends[n++] = scratch->len;
	}
	for (size_t i = 0; i < n; i++) {
		size_t from = i ? ends[i - 1] : 0;

		slices[i] = kin_str(scratch->p + from, ends[i] - from);
	}
	if (n > 0)
		join(slices, n, out);
}

/* Adds the entry of one field of a record: nothing when it has no value. */
static void
fold_field(const struct kin_columns *columns, uint32_t field,
    const struct kin_columns_text *texts, size_t count, struct kin_buf *scratch, struct kin_buf *out)
{
	enum kin_kind kind = columns->column[field].kind;
	size_t values = 0, last = 0;

	for (size_t i = 0; i < count; i++) {
		if (texts[i].field == field) {
			values++;
			last = i;
		}
	}
	if (values == 1)
		kin_value_fold(kind, texts[last].text, out);
	else if (values > 1)
		fold_several(kind, field, texts, count, scratch, out);
}

/* --- records ----------------------------------------------------------------- */

/* Room for one more record, or for as many as are coming. */
static void
make_room(struct kin_columns *columns, size_t more)
{
	struct kin_columns_store *store = columns->store;
	size_t need = columns->records + more;

	if (need <= store->cap)
		return;
	store->cap = more > 1 ? need : store->cap ? 2 * store->cap : 16;
	for (size_t f = 0; f < columns->fields; f++)
		columns->column[f].code = kin_resize(columns->column[f].code, store->cap,
		    sizeof(*columns->column[f].code));
	columns->key = kin_resize(columns->key, store->cap, sizeof(*columns->key));
	columns->list = kin_resize(columns->list, store->cap, sizeof(*columns->list));
}

static void
note_list(struct kin_columns *columns, uint32_t list)
{
	if (list >= columns->lists)
		columns->lists = list + 1;
}

uint32_t
kin_columns_add(struct kin_columns *columns, uint64_t key, uint32_t list,
    const struct kin_columns_text *texts, size_t count)
{
	struct kin_buf *text = &columns->store->text;
	uint32_t record = columns->records;

	make_room(columns, 1);
	for (uint32_t f = 0; f < columns->fields; f++) {
		kin_buf_clear(text);
		fold_field(columns, f, texts, count, &columns->store->scratch, text);
		columns->column[f].code[record] = text->len == 0 ? 0 :
		    kin_map_add(columns->store->entries[f], kin_buf_str(text), NULL) + 1;
	}
	columns->key[record] = key;
	columns->list[record] = list;
	note_list(columns, list);
	return columns->records++;
}

/* --- many records ------------------------------------------------------------ */

/* Some records, folded: where the entry of each field of each ends in text. */
struct piece {
	struct kin_buf	 text;
	uint32_t	*end;
	size_t		 count;
};

struct adding {
	struct kin_columns	*columns;
	kin_columns_ask		*ask;
	void			*ctx;
	size_t			 from, to;	/* records of this round, of those that are added */
	uint32_t		 first;		/* number of record 0 of them */
	struct piece		 piece[ROUND];
	struct kin_buf		 scratch[KIN_PAR_MOST];
};

static void
fold_piece(void *ctx, size_t number, int thread)
{
	struct adding *adding = ctx;
	struct kin_columns *columns = adding->columns;
	struct piece *piece = &adding->piece[number];
	size_t from = adding->from + number * PIECE, left = adding->to - from, at = 0;

	piece->count = left < PIECE ? left : PIECE;
	kin_buf_clear(&piece->text);
	for (size_t i = 0; i < piece->count; i++) {
		struct kin_columns_record record = { 0 };

		adding->ask(adding->ctx, from + i, thread, &record);
		for (uint32_t f = 0; f < columns->fields; f++) {
			fold_field(columns, f, record.texts, record.count, &adding->scratch[thread],
			    &piece->text);
			piece->end[at++] = (uint32_t)piece->text.len;
		}
		columns->key[adding->first + from + i] = record.key;
		columns->list[adding->first + from + i] = record.list;
	}
}

/* Codes of one field for the records of a piece. */
static void
number_entries(struct kin_map *entries, const struct piece *piece, size_t field, size_t fields,
    uint32_t *code)
{
	struct kin_str key[PIECE];
	uint32_t id[PIECE];
	size_t keys = 0;

	for (size_t i = 0, at = field; i < piece->count; i++, at += fields) {
		uint32_t from = at > 0 ? piece->end[at - 1] : 0;

		code[i] = piece->end[at] > from;
		if (code[i])
			key[keys++] = kin_str(piece->text.p + from, piece->end[at] - from);
	}
	kin_map_add_all(entries, key, keys, id);
	keys = 0;
	for (size_t i = 0; i < piece->count; i++) {
		if (code[i])
			code[i] = id[keys++] + 1;
	}
}

static void
number_field(void *ctx, size_t field, int thread)
{
	struct adding *adding = ctx;
	struct kin_columns *columns = adding->columns;
	uint32_t *code = columns->column[field].code + adding->first + adding->from;

	(void)thread;
	for (size_t p = 0; p * PIECE < adding->to - adding->from; p++) {
		number_entries(columns->store->entries[field], &adding->piece[p], field,
		    columns->fields, code);
		code += adding->piece[p].count;
	}
}

static void
add_round(struct adding *adding)
{
	struct kin_columns *columns = adding->columns;
	size_t pieces = (adding->to - adding->from + PIECE - 1) / PIECE;

	kin_par(columns->threads, pieces, fold_piece, adding);
	kin_par(columns->threads, columns->fields, number_field, adding);
	for (size_t i = adding->from; i < adding->to; i++)
		note_list(columns, columns->list[adding->first + i]);
}

void
kin_columns_add_all(struct kin_columns *columns, size_t count, kin_columns_ask *ask, void *ctx)
{
	struct adding *adding = kin_calloc(1, sizeof(*adding));

	adding->columns = columns;
	adding->ask = ask;
	adding->ctx = ctx;
	adding->first = columns->records;
	make_room(columns, count);
	for (size_t p = 0; p < ROUND && p * PIECE < count; p++)
		adding->piece[p].end = kin_calloc(PIECE * columns->fields, sizeof(uint32_t));
	for (; adding->from < count; adding->from = adding->to) {
		adding->to = count - adding->from < ROUND * PIECE ? count : adding->from + ROUND * PIECE;
		add_round(adding);
	}
	columns->records += (uint32_t)count;
	for (size_t p = 0; p < ROUND; p++) {
		kin_buf_fini(&adding->piece[p].text);
		kin_free(adding->piece[p].end);
	}
	for (int t = 0; t < KIN_PAR_MOST; t++)
		kin_buf_fini(&adding->scratch[t]);
	kin_free(adding);
}
