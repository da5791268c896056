#include "csvin_in.h"

enum { FIRST_ROWS = 20 };	/* among which the headers are sought */

/* What a row near the beginning shows. */
struct sight {
	size_t	filled, headers, values;
};

static struct sight
look_at(const struct kin_csvin *in, const char *row)
{
	struct sight sight = { 0 };

	for (size_t i = 0; i < in->scan.count; i++) {
		const struct scan_cell *cell = &in->scan.cells[i];
		struct kin_str text = kin_str_trim(kin_str(row + cell->at, cell->len));
		enum kin_csvin_word word = KIN_CSVIN_UNKNOWN;

		if (text.len == 0)
			continue;
		sight.filled++;
		if (in->opts.judge)
			word = in->opts.judge(in->opts.judge_ctx, text);
		sight.headers += word == KIN_CSVIN_HEADER;
		sight.values += word == KIN_CSVIN_VALUE;
	}
	return sight;
}

/* The first rows with something in them; a row that cannot be read ends them. */
static size_t
look_ahead(struct kin_csvin *in, struct sight *sights)
{
	size_t count = 0, at = 0;

	while (count < FIRST_ROWS && at < csvin_ahead(in, 0).len) {
		struct kin_str text = csvin_ahead(in, at);

		if (csvin_scan(&in->scan, text, in->eof) != SCAN_ROW)
			break;
		sights[count] = look_at(in, text.p);
		count += sights[count].filled > 0;
		at += in->scan.next;
	}
	return count;
}

/* Rows of one cell are a title when a row of three or more follows. */
static size_t
title_rows(const struct sight *sights, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (sights[i].filled >= 3)
			return i;
		if (sights[i].filled == 2)
			return 0;
	}
	return 0;
}

/* More than a row of the list in which two words happen to be headers too. */
static bool
may_be_header(const struct sight *sight)
{
	return sight->headers >= 2 && sight->headers * 2 >= sight->filled && sight->values == 0;
}

bool
csvin_is_other_header(const struct kin_csvin *in, const char *row)
{
	struct sight sight = look_at(in, row);

	return in->header_row.len > 0 && may_be_header(&sight);
}

/* How many rows stand before the headers: most of which are known, or else before the list. */
static size_t
rows_before(const struct sight *sights, size_t count)
{
	size_t best = title_rows(sights, count);

	for (size_t i = 0; i < count; i++)
		if (may_be_header(&sights[i])
		    && (sights[i].headers > sights[best].headers || (i < best && sights[i].headers == sights[best].headers)))
			best = i;
	return best;
}

static bool
is_headless(const struct kin_csvin *in, const struct sight *sight)
{
	if (in->opts.header != KIN_CSVIN_FIND_HEADER)
		return in->opts.header == KIN_CSVIN_NO_HEADER;
	return sight->values > 0 && sight->headers == 0;
}

static void
keep_columns(struct kin_csvin *in)
{
	in->columns = in->scan.count;
	in->headers = kin_calloc(in->columns + 1, sizeof(*in->headers));
	in->scan.most = in->columns;
}

/* The first row is one of the list: as many columns as it has cells, without headers. */
static void
keep_no_header(struct kin_csvin *in)
{
	keep_columns(in);
	for (size_t i = 0; i < in->columns; i++)
		in->headers[i] = KIN_STR("");
	in->least = in->columns;
}

static void
keep_header(struct kin_csvin *in, const struct kin_row *row)
{
	keep_columns(in);
	for (size_t i = 0; i < in->columns; i++) {
		in->headers[i] = kin_str_trim(kin_arena_keep(&in->arena, row->cells[i]));
		if (in->headers[i].len > 0)
			in->least = i + 1;
	}
	in->header_line = row->line;
	in->header_row = kin_arena_keep(&in->arena, kin_str(csvin_ahead(in, 0).p, in->scan.len));
}

static int
refuse(const struct kin_csvin *in, const char *why, struct kin_err *err)
{
	err->line = in->line;
	kin_fail(err, "the header cannot be read: %s", why);
	return KIN_EXIT_USAGE;
}

int
csvin_read_header(struct kin_csvin *in, struct kin_err *err)
{
	struct sight sights[FIRST_ROWS + 1] = { { 0 } };
	size_t count = look_ahead(in, sights), before = rows_before(sights, count);
	bool headless = is_headless(in, &sights[before]);
	struct kin_row row;

	for (; in->start < in->in.len || !in->eof; csvin_move_on(in, in->scan.next, in->scan.lines)) {
		if (in->start == in->in.len) {
			csvin_fill(in);
			in->scan.next = 0;
			in->scan.lines = 0;
			continue;
		}
		if (csvin_attempt(in, 0) == SCAN_FAULT)
			return refuse(in, in->scan.fault, err);
		if (csvin_blank_from(&in->scan, csvin_ahead(in, 0).p, 0) || before-- > 0)
			continue;
		row.line = in->line;
		if (csvin_read_row(in, 0, &row, &in->unsaid) < 0)
			return refuse(in, in->unsaid.text, err);
		if (headless) {
			keep_no_header(in);
			return 0;
		}
		keep_header(in, &row);
		csvin_move_on(in, in->scan.next, in->scan.lines);
		return 0;
	}
	return 0;
}
