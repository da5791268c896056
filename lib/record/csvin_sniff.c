#include "csvin_sniff.h"

#include <math.h>

#include "kin/record/csvin.h"

#define SAVE_AS	"open it and save the sheet as \"CSV UTF-8 (comma delimited)\""

static const struct {
	struct kin_str	 magic;
	const char	*why;
} foreign[] = {
	{ { "PK\x03\x04", 4 }, "a spreadsheet file (xlsx, ods) or zip archive, not CSV: " SAVE_AS },
	{ { "PK\x05\x06", 4 }, "an empty zip archive, not CSV" },
	{ { "\xd0\xcf\x11\xe0", 4 }, "an old spreadsheet file (xls), not CSV: " SAVE_AS },
	{ { "%PDF", 4 }, "a PDF, not CSV: ask whoever made it for the list as CSV" },
	{ { "\x1f\x8b", 2 }, "a gzip file: unpack it first (gzip -dc FILE | ingest)" },
	{ { "\x28\xb5\x2f\xfd", 4 }, "a zstd file: unpack it first (zstd -dc FILE | ingest)" },
	{ { "{\\rtf", 5 }, "a text document (rtf), not CSV: " SAVE_AS },
	{ { "\x89PNG", 4 }, "a picture, not CSV" }
};

static struct kin_str
skip_space(struct kin_str s)
{
	while (s.len > 0 && (*s.p == ' ' || *s.p == '\t' || *s.p == '\r' || *s.p == '\n')) {
		s.p++;
		s.len--;
	}
	return s;
}

static bool
begins_nocase(struct kin_str s, struct kin_str prefix)
{
	return s.len >= prefix.len && kin_str_is_nocase(kin_str(s.p, prefix.len), prefix);
}

const char *
csvin_sniff_foreign(struct kin_str window)
{
	struct kin_str text = skip_space(window), inside;

	for (size_t i = 0; i < sizeof(foreign) / sizeof(*foreign); i++)
		if (kin_str_has_prefix(window, foreign[i].magic))
			return foreign[i].why;
	if (begins_nocase(text, KIN_STR("<!doctype html")) || begins_nocase(text, KIN_STR("<html")))
		return "a web page (HTML), not CSV: save the list itself as CSV";
	if (begins_nocase(text, KIN_STR("<?xml")))
		return "XML, not CSV: " SAVE_AS;
	if (text.len > 0 && *text.p == '[') {
		inside = skip_space(kin_str(text.p + 1, text.len - 1));
		if (inside.len > 0 && (*inside.p == '{' || (*inside.p == ']' && skip_space(kin_str(inside.p + 1, inside.len - 1)).len == 0)))
			return "a JSON array, not one object a line: jq -c '.[]' FILE | ingest";
	}
	return NULL;
}

bool
csvin_sniff_is_json(struct kin_str window)
{
	struct kin_str text = skip_space(window);

	if (text.len == 0 || *text.p != '{')
		return false;
	text = skip_space(kin_str(text.p + 1, text.len - 1));
	return text.len == 0 || *text.p == '"' || *text.p == '}';
}

bool
csvin_sniff_cr_ends(struct kin_str window)
{
	return memchr(window.p, '\n', window.len) == NULL && memchr(window.p, '\r', window.len) != NULL;
}

enum {
	SNIFF_ROWS	= 200,
	SNIFF_WIDEST	= 64		/* columns beyond which more do not count more */
};

/* Nine rows in ten have two cells, or fewer rows more. */
#define MOST_AGREE	0.8

/*
 * How far the first rows agree on a number of cells: the share that has it, squared,
 * times its logarithm, so that one row full of a sign does not outweigh a header
 * without it.  0 with one cell.
 */
static double
agreement(struct kin_str window, bool whole, const struct scan *dialect, size_t most_rows)
{
	struct scan scan = { .delim = dialect->delim, .more = dialect->more, .quote = dialect->quote, .escape = dialect->escape,
	    .cr_ends = dialect->cr_ends, .most = KIN_CSVIN_COLUMNS };
	size_t seen[SNIFF_WIDEST + 1] = { 0 }, rows = 0, best = 0;
	double share;

	while (rows < most_rows && window.len > 0) {
		enum scan_status status = csvin_scan(&scan, window, whole);
		size_t next = scan.next;

		if (status == SCAN_MORE)
			break;
		if (status == SCAN_FAULT)
			next = kin_str_find(window, scan.cr_ends ? '\r' : '\n', 0) + 1;
		else if (scan.len > 0)
			seen[scan.count < SNIFF_WIDEST ? scan.count : SNIFF_WIDEST]++;
		rows += status == SCAN_FAULT || scan.len > 0;
		window = next < window.len ? kin_str(window.p + next, window.len - next) : kin_str(NULL, 0);
	}
	csvin_scan_fini(&scan);
	for (size_t i = 2; i <= SNIFF_WIDEST; i++)
		if (seen[i] >= seen[best] && seen[i] > 0)
			best = i;
	if (best < 2)
		return 0;
	share = (double)seen[best] / (double)rows;
	return share * share * log2((double)best);
}

/* Does the sign stand only twice over in the first row that has it? */
static bool
is_doubled(struct kin_str window, char sign)
{
	size_t first = kin_str_find(window, sign, 0);
	struct kin_str row = kin_str(window.p + first, kin_str_find(window, '\n', first) - first);

	for (size_t at = 0; at < row.len; at = kin_str_find(row, sign, at + 2)) {
		if (at + 1 == row.len || row.p[at + 1] != sign)
			return false;
	}
	return row.len > 0;
}

/* "||" or "::" between cells: the sign does not stand alone between the first, and most rows agree. */
static bool
find_doubled(struct kin_str window, bool whole, struct scan *scan)
{
	static const char *const signs[] = { "||", "::", ";;", "##", "~~", "^^", "&&", "**", "$$", "%%" };

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		scan->delim = signs[i][0];
		scan->more = signs[i] + 1;
		if (is_doubled(window, scan->delim) && agreement(window, whole, scan, SNIFF_ROWS) >= MOST_AGREE)
			return true;
	}
	scan->more = "";
	return false;
}

static void
find_delim(struct kin_str window, bool whole, struct scan *scan)
{
	char found = ',';
	double best = 0;

	if (find_doubled(window, whole, scan))
		return;
	for (const char *sign = ",;\t|^~\x1f"; *sign; sign++) {
		double score;

		scan->delim = *sign;
		score = agreement(window, whole, scan, SNIFF_ROWS);
		if (score > best) {
			best = score;
			found = *sign;
		}
	}
	scan->delim = found;
}

/* How many cells of the first rows stand in this quote, as the delimiter cuts them. */
static size_t
count_quoted(struct kin_str window, char delim, char quote)
{
	struct kin_str line, cell;
	size_t count = 0;

	for (int rows = 0; rows < SNIFF_ROWS && kin_str_next(&window, '\n', &line); rows++) {
		line = kin_str_trim(line);
		while (kin_str_next(&line, delim, &cell)) {
			cell = kin_str_trim(cell);
			count += cell.len >= 2 && cell.p[0] == quote && cell.p[cell.len - 1] == quote;
		}
	}
	return count;
}

static bool
stands_in_single_quotes(struct kin_str window, bool whole, const struct scan *scan)
{
	struct scan single = *scan;

	if (count_quoted(window, scan->delim, '\'') < 2 || count_quoted(window, scan->delim, '"') > 0)
		return false;
	single.quote = '\'';
	return agreement(window, whole, &single, SNIFF_ROWS) >= agreement(window, whole, scan, SNIFF_ROWS);
}

void
csvin_sniff_dialect(struct kin_str window, bool whole, struct scan *scan)
{
	char asked = scan->delim;

	scan->quote = '"';
	if (!asked)
		find_delim(window, whole, scan);
	if (stands_in_single_quotes(window, whole, scan)) {
		scan->quote = '\'';
		if (!asked)
			find_delim(window, whole, scan);
	}
	if (memmem(window.p, window.len, (const char[]){ '\\', scan->quote }, 2)) {
		struct scan escaped = *scan;

		escaped.escape = true;
		scan->escape = agreement(window, whole, &escaped, SIZE_MAX) > agreement(window, whole, scan, SIZE_MAX);
	}
}
