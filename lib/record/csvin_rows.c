#include <assert.h>

#include "csvin_in.h"

enum scan_status
csvin_attempt(struct kin_csvin *in, size_t skip)
{
	enum scan_status status;

	while ((status = csvin_scan(&in->scan, csvin_ahead(in, skip), in->eof)) == SCAN_MORE)
		csvin_fill(in);
	return status;
}

bool
csvin_cell_is_blank(const char *row, const struct scan_cell *cell)
{
	for (size_t i = 0; i < cell->len; i++)
		if (row[cell->at + i] != ' ' && row[cell->at + i] != '\t')
			return false;
	return true;
}

bool
csvin_blank_from(const struct scan *scan, const char *row, size_t first)
{
	for (size_t i = first; i < scan->count; i++)
		if (!csvin_cell_is_blank(row, &scan->cells[i]))
			return false;
	return true;
}

bool
csvin_fits(const struct kin_csvin *in, const char *row)
{
	const struct scan *scan = &in->scan;

	return scan->count >= in->least
	    && (scan->count <= in->columns || csvin_blank_from(scan, row, in->columns));
}

static void
take_cell(void *bytes, size_t len, void *ctx)
{
	struct kin_csvin *in = ctx;

	kin_buf_add(&in->cut, kin_str(bytes, len));
	in->cut_count++;
}

static void
take_end(int ended_by, void *ctx)
{
	(void)ended_by;
	(void)ctx;
}

/* A quoted cell through libcsv, with its quotes; in->cut has room for all of the row. */
static struct kin_str
cut_by_libcsv(struct kin_csvin *in, const char *row, const struct scan_cell *cell)
{
	size_t at = in->cut.len;

	in->cut_count = 0;
	csv_parse(&in->csv, row + cell->at - 1, cell->len + 2, take_cell, take_end, in);
	csv_fini(&in->csv, take_cell, take_end, in);
	assert(in->cut_count == 1);
	return kin_str(in->cut.p + at, in->cut.len - at);
}

/* The same where a backslash escapes. */
static struct kin_str
cut_escaped(struct kin_csvin *in, const char *row, const struct scan_cell *cell)
{
	size_t at = in->cut.len;
	const char *p = row + cell->at, *end = p + cell->len;

	for (; p < end; p++) {
		bool escapes = *p == '\\' && p + 1 < end && (p[1] == '\\' || p[1] == in->scan.quote);

		p += escapes || (*p == in->scan.quote && p + 1 < end && p[1] == in->scan.quote);
		kin_buf_putc(&in->cut, *p);
	}
	return kin_str(in->cut.p + at, in->cut.len - at);
}

/* The cells of the row just scanned, from its text. */
static void
cut(struct kin_csvin *in, const char *row)
{
	const struct scan *scan = &in->scan;
	size_t need = scan->count > in->columns ? scan->count : in->columns;

	if (need > in->cell_cap) {
		in->cells = kin_resize(in->cells, need, sizeof(*in->cells));
		in->cell_cap = need;
	}
	if (scan->doubled) {
		kin_buf_clear(&in->cut);
		kin_buf_room(&in->cut, scan->len);
	}
	for (size_t i = 0; i < scan->count; i++) {
		const struct scan_cell *cell = &scan->cells[i];

		if (!cell->doubled)
			in->cells[i] = kin_str(row + cell->at, cell->len);
		else if (scan->escape)
			in->cells[i] = cut_escaped(in, row, cell);
		else
			in->cells[i] = cut_by_libcsv(in, row, cell);
	}
	for (size_t i = scan->count; i < in->columns; i++)
		in->cells[i] = kin_str("", 0);
}

static bool
is_ascii(struct kin_str s)
{
	uint64_t all = 0, word, words[4];
	size_t i = 0;

	for (; s.len - i >= sizeof(words); i += sizeof(words)) {
		memcpy(words, s.p + i, sizeof(words));
		all |= (words[0] | words[1]) | (words[2] | words[3]);
	}
	for (; s.len - i >= sizeof(word); i += sizeof(word)) {
		memcpy(&word, s.p + i, sizeof(word));
		all |= word;
	}
	for (; i < s.len; i++)
		all |= (unsigned char)s.p[i] & 0x80u;
	return (all & UINT64_C(0x8080808080808080)) == 0;
}

int
csvin_read_row(struct kin_csvin *in, size_t skip, struct kin_row *row, struct kin_err *err)
{
	struct kin_str text = kin_str(csvin_ahead(in, skip).p, in->scan.len);
	size_t next = in->scan.next;
	long lines = in->scan.lines;

	row->raw = text;
	row->cells = NULL;
	row->count = 0;
	if (memchr(text.p, '\0', text.len))
		return kin_fail(err, "a NUL byte");
	if (!is_ascii(text)) {
		if (kin_encoding_row(&in->enc, text, &in->decoded, &row->raw, err) < 0)
			return -1;
		if (row->raw.p != text.p) {
			csvin_scan(&in->scan, row->raw, true);
			in->scan.next = next;
			in->scan.lines = lines;
		}
	}
	cut(in, row->raw.p);
	row->cells = in->cells;
	row->count = in->columns;
	return 0;
}

static enum kin_csvin_status
end_of_file(const struct kin_csvin *in, struct kin_err *err)
{
	if (!in->failed)
		return KIN_CSVIN_END;
	kin_fail(err, "cannot be read: %s", strerror(in->read_errno));
	return KIN_CSVIN_ERROR;
}

static enum kin_csvin_status
next_json(struct kin_csvin *in, struct kin_row *row)
{
	size_t len = csvin_line_length(in, 0);

	*row = (struct kin_row){ .line = in->line, .raw = kin_str(csvin_ahead(in, 0).p, len) };
	if (len > 0 && row->raw.p[len - 1] == '\n')
		row->raw.len--;
	csvin_move_on(in, len, 1);
	return KIN_CSVIN_ROW_READ;
}

/* The row at start: a CR alone ends it only when it fits in no other way. */
static enum scan_status
find_row(struct kin_csvin *in)
{
	enum scan_status status = csvin_attempt(in, 0);

	if (status == SCAN_ROW && in->scan.lone_cr && !csvin_fits(in, csvin_ahead(in, 0).p)) {
		in->scan.cr_ends = true;
		status = csvin_attempt(in, 0);
		in->scan.cr_ends = false;
		if (status != SCAN_ROW || !csvin_fits(in, csvin_ahead(in, 0).p))
			status = csvin_attempt(in, 0);
	}
	return status;
}

static bool
is_header_again(const struct kin_csvin *in, const char *text)
{
	return in->scan.len == in->header_row.len && in->header_row.len > 0
	    && memcmp(text, in->header_row.p, in->scan.len) == 0;
}

/* Where files were put end to end, a byte order mark stands before a row. */
static void
pass_over_mark(struct kin_csvin *in)
{
	static const char mark[] = { '\xef', '\xbb', '\xbf' };

	if (in->in.p[in->start] != mark[0])
		return;
	while (!in->eof && csvin_ahead(in, 0).len < sizeof(mark))
		csvin_fill(in);
	if (kin_str_has_prefix(csvin_ahead(in, 0), kin_str(mark, sizeof(mark))))
		csvin_move_on(in, sizeof(mark), 0);
}

enum kin_csvin_status
kin_csvin_next(struct kin_csvin *in, struct kin_row *row, struct kin_err *err)
{
	for (;;) {
		enum scan_status status;
		const char *text;

		if (in->start == in->in.len && !in->eof)
			csvin_fill(in);
		if (in->start == in->in.len && in->eof)
			return end_of_file(in, err);
		err->column = 0;
		if (in->json)
			return next_json(in, row);
		pass_over_mark(in);
		status = find_row(in);
		text = csvin_ahead(in, 0).p;
		if (status == SCAN_FAULT) {
			kin_fail(err, "%s", in->scan.fault);
			return csvin_bad_row(in, in->scan.fault_at, row);
		}
		if (csvin_blank_from(&in->scan, text, 0)) {
			in->blank++;
			in->gap = true;
			csvin_move_on(in, in->scan.next, in->scan.lines);
			continue;
		}
		if (is_header_again(in, text)) {
			in->again++;
			in->gap = in->other = false;
			csvin_move_on(in, in->scan.next, in->scan.lines);
			continue;
		}
		in->other = in->other || (in->gap && csvin_is_other_header(in, text));
		in->gap = false;
		if (in->other)
			return csvin_other_row(in, row, err);
		if (!csvin_fits(in, text))
			return csvin_ragged_row(in, row, err);
		row->line = in->line;
		status = csvin_read_row(in, 0, row, err) < 0 ? SCAN_FAULT : SCAN_ROW;
		csvin_move_on(in, in->scan.next, in->scan.lines);
		return status == SCAN_ROW ? KIN_CSVIN_ROW_READ : KIN_CSVIN_BAD;
	}
}

bool
kin_csvin_peek(struct kin_csvin *in, struct kin_row *row)
{
	while (!in->json && in->start + in->peek < in->in.len) {
		struct kin_str text = csvin_ahead(in, in->peek);
		enum scan_status status = csvin_scan(&in->scan, text, in->eof);
		size_t at = in->peek;

		if (status == SCAN_MORE)
			return false;
		if (status == SCAN_FAULT) {
			in->peek += kin_str_find(text, '\n', 0) + 1;
			continue;
		}
		in->peek += in->scan.next;
		if (csvin_fits(in, text.p) && !csvin_blank_from(&in->scan, text.p, 0)
		    && csvin_read_row(in, at, row, &in->unsaid) == 0)
			return true;
	}
	return false;
}

void
kin_csvin_peek_again(struct kin_csvin *in)
{
	in->peek = 0;
}
