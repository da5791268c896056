#include "kin/place/postlist.h"

#include <errno.h>

#include "kin/place/cell.h"
#include "kin/record/lines.h"

enum column { POSTCODE, WARD, LAD, EASTING, NORTHING, ENDED, COLUMN_COUNT };

enum { MAX_COLUMNS = 128, NO_COLUMN = -1 };

static const char *const column_name[COLUMN_COUNT] = {
	"postcode", "ward", "lad", "easting", "northing", "doterm"
};

/* Lower case; # stands for a digit of the year. */
static const struct {
	const char	*pattern;
	enum column	 column;
} known[] = {
	{ "pcds", POSTCODE }, { "pcd", POSTCODE }, { "pcd2", POSTCODE }, { "pcd7", POSTCODE },
	{ "pcd8", POSTCODE }, { "postcode", POSTCODE }, { "pc", POSTCODE },
	{ "osward", WARD }, { "ward", WARD }, { "wd##cd", WARD }, { "wc", WARD },
	{ "admin_ward_code", WARD },
	{ "oslaua", LAD }, { "laua", LAD }, { "lad##cd", LAD }, { "lad", LAD },
	{ "district", LAD }, { "dc", LAD }, { "admin_district_code", LAD },
	{ "oseast1m", EASTING }, { "east1m", EASTING }, { "easting", EASTING },
	{ "eastings", EASTING }, { "ea", EASTING },
	{ "osnrth1m", NORTHING }, { "north1m", NORTHING }, { "northing", NORTHING },
	{ "northings", NORTHING }, { "no", NORTHING },
	{ "doterm", ENDED },
};

struct reader {
	int8_t		 column_at[MAX_COLUMNS];	/* which column stands there, or NO_COLUMN */
	size_t		 last;				/* no column is wanted after this one */
	bool		 has[COLUMN_COUNT];
	struct kin_str	 cell[COLUMN_COUNT];
};

static char
upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* The number of "RM10", 0 to KIN_POSTLIST_OUTWARD - 1, or -1. */
static int32_t
outward(const char *p, size_t len)
{
	size_t at = 0;
	int32_t n, second = 0, fourth = 0;

	if (len == 3 && memcmp(p, "GIR", 3) == 0)
		return KIN_POSTLIST_OUTWARD - 1;
	if (!is_letter(p[at]))
		return -1;
	n = p[at++] - 'A';
	if (at < len && is_letter(p[at]))
		second = p[at++] - 'A' + 1;
	if (at == len || !is_digit(p[at]))
		return -1;
	n = (n * 27 + second) * 10 + (p[at++] - '0');
	if (at < len && is_digit(p[at]))
		fourth = p[at++] - '0' + 1;
	else if (at < len && is_letter(p[at]))
		fourth = p[at++] - 'A' + 11;
	return at == len ? n * 37 + fourth : -1;
}

bool
kin_postlist_key(struct kin_str text, uint32_t *key)
{
	char c[7];
	size_t len = 0;
	int32_t out;

	for (size_t i = 0; i < text.len; i++) {
		if (text.p[i] == ' ')
			continue;
		if (len == sizeof(c))
			return false;
		c[len++] = upper(text.p[i]);
	}
	if (len < 5 || !is_digit(c[len - 3]) || !is_letter(c[len - 2]) || !is_letter(c[len - 1]))
		return false;
	out = outward(c, len - 3);
	if (out < 0)
		return false;
	*key = (uint32_t)out * KIN_POSTLIST_INWARD + (uint32_t)(c[len - 3] - '0') * 26 * 26 +
	    (uint32_t)(c[len - 2] - 'A') * 26 + (uint32_t)(c[len - 1] - 'A');
	return true;
}

static int
column_of(struct kin_str header)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (kin_cell_fits(header, known[i].pattern))
			return (int)known[i].column;
	return NO_COLUMN;
}

static void
forget_columns(struct reader *rd)
{
	memset(rd, 0, sizeof(*rd));
	memset(rd->column_at, NO_COLUMN, sizeof(rd->column_at));
}

static void
set_column(struct reader *rd, size_t at, int column)
{
	if (rd->has[column])
		return;				/* pcd, pcd2 and pcds say the same: the first will do */
	rd->has[column] = true;
	rd->column_at[at] = (int8_t)column;
	if (at > rd->last)
		rd->last = at;
}

static int
read_header(struct reader *rd, struct kin_str line, struct kin_err *err)
{
	struct kin_str cell;
	int column;

	forget_columns(rd);
	for (size_t at = 0; at < MAX_COLUMNS && kin_cell_next(&line, &cell) == 1; at++)
		if ((column = column_of(kin_str_trim(cell))) != NO_COLUMN)
			set_column(rd, at, column);
	if (!rd->has[POSTCODE])
		return kin_fail(err, "not a list of postcodes: no header is postcode or pcds");
	if (!rd->has[WARD] && !rd->has[LAD] && !(rd->has[EASTING] && rd->has[NORTHING]))
		return kin_fail(err, "a list of postcodes without ward, district or easting and northing");
	return 0;
}

/* Code-Point Open's parts have no header: what stands where is in its user guide. */
static int
set_code_point(struct reader *rd, struct kin_str line, struct kin_err *err)
{
	static const struct { size_t at; int column; } code_point[] = {
		{ 0, POSTCODE }, { 2, EASTING }, { 3, NORTHING }, { 8, LAD }, { 9, WARD }
	};
	struct kin_str cell;
	size_t count = 0;

	while (kin_cell_next(&line, &cell) == 1)
		count++;
	if (count != 10)
		return kin_fail(err, "no header, and %zu columns where Code-Point Open has 10", count);
	forget_columns(rd);
	for (size_t i = 0; i < sizeof(code_point) / sizeof(*code_point); i++)
		set_column(rd, code_point[i].at, code_point[i].column);
	return 0;
}

static int
take_cells(struct reader *rd, struct kin_str line, struct kin_err *err)
{
	struct kin_str cell;

	for (size_t at = 0; at <= rd->last; at++) {
		int got = kin_cell_next(&line, &cell);

		if (got < 0)
			return kin_fail(err, "column %zu: a quote is not closed", at + 1);
		if (got == 0)
			return kin_fail(err, "only %zu cells", at);
		if (rd->column_at[at] != NO_COLUMN)
			rd->cell[rd->column_at[at]] = cell;
	}
	return 0;
}

/* Whole metres within the grid; empty is 0, which stands for no position. */
static int
metres(const struct reader *rd, enum column column, int32_t *out, struct kin_err *err)
{
	int32_t n = 0, most = column == EASTING ? 999999 : 1999999;
	struct kin_str s = kin_str_trim(rd->cell[column]);

	for (size_t i = 0; i < s.len; i++) {
		if (!is_digit(s.p[i]) || (n = n * 10 + (s.p[i] - '0')) > most)
			return kin_fail_value(err, kin_str_of(column_name[column]), s,
			    "not metres of the National Grid");
	}
	*out = n;
	return 0;
}

/* L99999999 and its like stand for no such place. */
static struct kin_str
code(struct kin_str cell)
{
	cell = kin_str_trim(cell);
	return kin_str_has_suffix(cell, KIN_STR("99999999")) ? kin_str(NULL, 0) : cell;
}

static int
read_row(struct reader *rd, struct kin_str line, struct kin_postlist_row *row, struct kin_err *err)
{
	if (take_cells(rd, line, err) < 0)
		return -1;
	if (!kin_postlist_key(rd->cell[POSTCODE], &row->key))
		return kin_fail_value(err, kin_str_of(column_name[POSTCODE]), rd->cell[POSTCODE],
		    "not a postcode");
	if (metres(rd, EASTING, &row->easting, err) < 0 || metres(rd, NORTHING, &row->northing, err) < 0)
		return -1;
	row->ward = code(rd->cell[WARD]);
	row->lad = code(rd->cell[LAD]);
	row->ended = kin_str_trim(rd->cell[ENDED]).len > 0;
	return 0;
}

static bool
is_header(struct kin_str line)
{
	struct kin_str cell;

	return kin_cell_next(&line, &cell) == 1 && column_of(kin_str_trim(cell)) == POSTCODE;
}

/* The first line fixes the columns.  1 when it is a row too. */
static int
begin(struct reader *rd, struct kin_str line, struct kin_err *err)
{
	struct kin_str rest = line, cell;
	uint32_t key;

	if (kin_cell_next(&rest, &cell) == 1 && kin_postlist_key(cell, &key))
		return set_code_point(rd, line, err) < 0 ? -1 : 1;
	return read_header(rd, line, err);
}

static int
read_line(struct reader *rd, struct kin_str line, kin_postlist_each *each,
    kin_postlist_fault *fault, void *ctx, struct kin_err *err)
{
	struct kin_postlist_row row;

	if (read_row(rd, line, &row, err) == 0)
		each(ctx, &row);
	else if (is_header(line))
		return read_header(rd, line, err);
	else if (fault != NULL)
		fault(ctx, err);
	return 0;
}

/* How the reading ended, once no line said that this is no list. */
static int
end(enum kin_lines_status status, bool begun, struct kin_err *err)
{
	if (status == KIN_LINES_ERROR) {
		int why = errno;

		kin_fail(err, "%s", strerror(why));
		errno = why;
		return -1;
	}
	errno = 0;
	if (status == KIN_LINES_LONG)
		return kin_fail(err, "a line too long for a list of postcodes");
	return begun ? 0 : kin_fail(err, "empty, not a list of postcodes");
}

int
kin_postlist_read(int fd, kin_postlist_each *each, kin_postlist_fault *fault, void *ctx,
    struct kin_err *err)
{
	enum kin_lines_status status = KIN_LINES_END;
	struct kin_lines lines;
	struct kin_str line;
	struct reader rd;
	bool begun = false;
	int rc = 0;

	kin_lines_init(&lines, fd);
	while (rc >= 0 && (status = kin_lines_next(&lines, &line)) == KIN_LINES_LINE) {
		line = kin_str_trim(line);
		if (line.len == 0)
			continue;
		err->line = lines.line_no;
		rc = begun ? 1 : begin(&rd, line, err);
		begun = true;
		if (rc == 1)
			rc = read_line(&rd, line, each, fault, ctx, err);
	}
	if (rc < 0)
		errno = 0;
	else
		rc = end(status, begun, err);
	kin_lines_fini(&lines);
	return rc;
}
