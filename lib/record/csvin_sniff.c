#include "csvin_sniff.h"

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

/* Share of the first rows with the commonest number of cells, times that number; 0 with one cell. */
static double
agreement(struct kin_str window, bool whole, bool cr_ends, char delim)
{
	struct scan scan = { .delim = delim, .cr_ends = cr_ends, .most = KIN_CSVIN_COLUMNS };
	size_t seen[SNIFF_WIDEST + 1] = { 0 }, rows = 0, best = 0;

	while (rows < SNIFF_ROWS && window.len > 0) {
		enum scan_status status = csvin_scan(&scan, window, whole);
		size_t next = scan.next;

		if (status == SCAN_MORE)
			break;
		if (status == SCAN_FAULT)
			next = kin_str_find(window, cr_ends ? '\r' : '\n', 0) + 1;
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
	return (double)seen[best] / (double)rows * (double)seen[best] / (double)rows * (double)best;
}

char
csvin_sniff_delim(struct kin_str window, bool whole, bool cr_ends)
{
	static const char delims[] = { ',', ';', '\t', '|' };
	char found = ',';
	double best = 0;

	for (size_t i = 0; i < sizeof(delims); i++) {
		double score = agreement(window, whole, cr_ends, delims[i]);

		if (score > best) {
			best = score;
			found = delims[i];
		}
	}
	return found;
}
