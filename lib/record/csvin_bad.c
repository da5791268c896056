#include "csvin_in.h"

/* Length of the line at start + skip, its end included; reads on as needed. */
size_t
csvin_line_length(struct kin_csvin *in, size_t skip)
{
	size_t seen = 0;

	for (;;) {
		struct kin_str text = csvin_ahead(in, skip);

		for (; seen < text.len; seen++)
			if (text.p[seen] == '\n' || (in->scan.cr_ends && text.p[seen] == '\r'))
				return seen + 1;
		if (in->eof || text.len > KIN_CSVIN_ROW)
			return text.len;
		csvin_fill(in);
	}
}

/*
 * A row that begins at start cannot be read; the scan went to reach.  The next
 * line from which a row fits ends it, or else the line in which the scan stopped.
 */
enum kin_csvin_status
csvin_bad_row(struct kin_csvin *in, size_t reach, struct kin_row *row)
{
	size_t len = 0;
	long lines = 0;

	do {
		len += csvin_line_length(in, len);
		lines++;
		if (len < reach && csvin_attempt(in, len) == SCAN_ROW && csvin_fits(in, csvin_ahead(in, len).p)
		    && !csvin_blank_from(&in->scan, csvin_ahead(in, len).p, 0))
			break;
	} while (len < reach);
	row->line = in->line;
	row->raw = kin_str(csvin_ahead(in, 0).p, len);
	while (row->raw.len > 0 && (row->raw.p[row->raw.len - 1] == '\n' || row->raw.p[row->raw.len - 1] == '\r'))
		row->raw.len--;
	row->cells = NULL;
	row->count = 0;
	csvin_move_on(in, len, lines);
	return KIN_CSVIN_BAD;
}

/* A quote closes a cell of this line that none has opened. */
static bool
closes_a_quote(const struct kin_csvin *in, struct kin_str line)
{
	bool first = true;

	for (size_t i = 0; i < line.len; i++) {
		char c = line.p[i], next = i + 1 < line.len ? line.p[i + 1] : '\n';

		if (first && c == in->scan.quote)
			return false;
		if (c == in->scan.quote)
			return next == in->scan.delim || next == '\n' || next == '\r';
		first = c == in->scan.delim;
	}
	return false;
}

enum { JOINED_LINES = 20 };

/*
 * A row too short, and lines behind it too short as well of which the last closes a
 * quote: a cell of several lines whose opening quote was lost, when together they
 * have the header's cells or more.  How far the row then goes, or 0.
 */
static size_t
lost_opening_quote(struct kin_csvin *in)
{
	size_t cells = in->scan.count, len = in->scan.next;

	if (cells >= in->least)
		return 0;
	for (int i = 0; i < JOINED_LINES; i++) {
		size_t line = csvin_line_length(in, len);
		struct kin_str text;

		if (line == 0)
			return 0;
		text = kin_str(csvin_ahead(in, len).p, line);
		for (size_t c = 0; c < text.len; c++)
			cells += text.p[c] == in->scan.delim;
		if (closes_a_quote(in, text))
			return cells >= in->columns ? len + line : 0;
		if (csvin_attempt(in, len) != SCAN_ROW || csvin_fits(in, csvin_ahead(in, len).p))
			return 0;
		len += line;
	}
	return 0;
}

static void
say_ragged(const struct kin_csvin *in, struct kin_err *err)
{
	if (in->scan.count < in->least)
		kin_fail(err, "%zu cells where the header has %zu", in->scan.count, in->columns);
	else
		kin_fail(err, "%zu cells where the header has %zu; is a quote or a delimiter missing?",
		    in->scan.count, in->columns);
}

enum kin_csvin_status
csvin_ragged_row(struct kin_csvin *in, struct kin_row *row, struct kin_err *err)
{
	size_t reach = in->scan.len, joined;

	say_ragged(in, err);
	joined = lost_opening_quote(in);
	if (joined > 0)
		kin_fail(err, "a quote closes a cell that none has opened");
	return csvin_bad_row(in, joined > 0 ? joined : reach, row);
}

enum kin_csvin_status
csvin_other_row(struct kin_csvin *in, struct kin_row *row, struct kin_err *err)
{
	*row = (struct kin_row){ .line = in->line, .raw = kin_str(csvin_ahead(in, 0).p, in->scan.len) };
	kin_fail(err, "another table, with headers of its own: it belongs into a file of its own");
	csvin_move_on(in, in->scan.next, in->scan.lines);
	return KIN_CSVIN_BAD;
}
