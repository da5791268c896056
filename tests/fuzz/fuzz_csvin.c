/*
 * fuzz_csvin -- any bytes as a table: every row as wide as its header, lines only
 * onward, and the same rows however the bytes come in.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "kin/base/map.h"
#include "kin/base/utf8.h"
#include "kin/record/csvin.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct source {
	const char	*at;
	size_t		 left, chunk;
};

static long
read_chunk(void *ctx, char *to, size_t size)
{
	struct source *source = ctx;

	if (size > source->chunk)
		size = source->chunk;
	if (size > source->left)
		size = source->left;
	if (size > 0)
		memcpy(to, source->at, size);
	source->at += size;
	source->left -= size;
	return (long)size;
}

/* Any answer will do, if it is always the same. */
static enum kin_csvin_word
judge(void *ctx, struct kin_str cell)
{
	(void)ctx;
	assert(cell.len > 0);
	return (enum kin_csvin_word)((unsigned char)cell.p[0] % 3);
}

/* A hash of all rows, good and bad. */
static uint64_t
read_all(const uint8_t *data, size_t size, size_t chunk)
{
	struct source source = { (const char *)data, size, chunk };
	struct kin_csvin_opts opts = { .read = read_chunk, .read_ctx = &source,
	    .judge = size % 2 ? judge : NULL };
	struct kin_err err = KIN_ERR_NONE;
	struct kin_csvin *in;
	struct kin_row row;
	const struct kin_str *headers;
	uint64_t sum = 0;
	long last = 0;

	if (kin_csvin_open(&opts, &in, &err) != 0)
		return kin_hash64(kin_str_of(err.text), 1);
	for (;;) {
		enum kin_csvin_status status = kin_csvin_next(in, &row, &err);

		assert(status != KIN_CSVIN_ERROR);
		if (status == KIN_CSVIN_END)
			break;
		assert(row.line > last);
		last = row.line;
		sum = kin_hash64(row.raw, sum + (uint64_t)row.line + (uint64_t)status);
		if (status == KIN_CSVIN_BAD || kin_csvin_is_json(in))
			continue;
		assert(kin_utf8_check(row.raw) == row.raw.len);
		assert(row.count == kin_csvin_columns(in, &headers));
		for (size_t i = 0; i < row.count; i++)
			sum = kin_hash64(row.cells[i], sum);
	}
	kin_csvin_free(in);
	return sum;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint64_t whole = read_all(data, size, size + 1);

	assert(read_all(data, size, 7) == whole);
	return 0;
}
