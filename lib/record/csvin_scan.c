#include "csvin_scan.h"

#include "kin/base/mem.h"
#include "kin/record/csvin.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#ifdef __SSE2__
/* Where in the 16 bytes at at a delimiter, CR or LF is. */
static inline unsigned
ends_at(const char *at, char delim)
{
	__m128i x = _mm_loadu_si128((const __m128i *)(const void *)at);
	__m128i cr = _mm_cmpeq_epi8(x, _mm_set1_epi8('\r')), lf = _mm_cmpeq_epi8(x, _mm_set1_epi8('\n'));

	return (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(delim)),
	    _mm_or_si128(cr, lf)));
}
#endif

/* The first delimiter, CR or LF in [at, end), or end. */
static const char *
cell_end(const char *at, const char *end, char delim)
{
#ifdef __SSE2__
	for (; end - at >= 16; at += 16) {
		unsigned hit = ends_at(at, delim);

		if (hit)
			return at + __builtin_ctz(hit);
	}
#endif
	while (at < end && *at != delim && *at != '\r' && *at != '\n')
		at++;
	return at;
}

/* One row's walk: begin is its first byte, at the byte looked at now. */
struct walk {
	const char	*begin, *at, *end;
	bool		 last;
};

static enum scan_status
fault(struct scan *scan, const struct walk *walk, const char *why)
{
	scan->fault = why;
	scan->fault_at = (size_t)(walk->at - walk->begin);
	return SCAN_FAULT;
}

static inline enum scan_status
add_cell(struct scan *scan, const struct walk *walk, const char *from, const char *to, bool doubled)
{
	if (scan->count == KIN_CSVIN_COLUMNS)
		return fault(scan, walk, "more cells than a row may have");
	if (to - from > KIN_CSVIN_CELL)
		return fault(scan, walk, "a cell longer than 8 MiB");
	if (scan->count >= scan->most && scan->lines > 0 && to > from)
		return fault(scan, walk, "more cells than columns");
	if (scan->count == scan->cap)
		scan->cells = kin_grow(scan->cells, scan->count, &scan->cap, sizeof(*scan->cells));
	scan->cells[scan->count++] = (struct scan_cell){ (uint32_t)(from - walk->begin),
	    (uint32_t)(to - from), doubled };
	return SCAN_ROW;
}

static long
lines_in(const struct scan *scan, const char *from, const char *to)
{
	long lines = 0;

	for (const char *p = from; (p = memchr(p, '\n', (size_t)(to - p))) != NULL; p++)
		lines++;
	if (scan->cr_ends)
		for (const char *p = from; (p = memchr(p, '\r', (size_t)(to - p))) != NULL; p++)
			lines += p + 1 == to || p[1] != '\n';
	return lines;
}

/* An odd number of backslashes stands before it. */
static bool
is_escaped(const char *from, const char *quote)
{
	size_t count = 0;

	while (quote > from && quote[-1] == '\\') {
		quote--;
		count++;
	}
	return count % 2 == 1;
}

/* The delimiter stands at a sign that begins it; MORE: it may, behind what is known. */
static enum scan_status
delim_at(const struct scan *scan, const struct walk *walk, const char *at)
{
	size_t len = strlen(scan->more), known = (size_t)(walk->end - at) - 1;

	if (memcmp(at + 1, scan->more, known < len ? known : len) != 0)
		return SCAN_FAULT;
	return known >= len ? SCAN_ROW : walk->last ? SCAN_FAULT : SCAN_MORE;
}

/* walk->at is behind the opening quote; afterwards at the delimiter or the row's end. */
static enum scan_status
quoted_cell(struct scan *scan, struct walk *walk)
{
	const char *from = walk->at, *to;
	bool doubled = false;

	for (;;) {
		to = memchr(walk->at, scan->quote, (size_t)(walk->end - walk->at));
		if (!to || (to + 1 == walk->end && !walk->last)) {
			walk->at = walk->end;
			if (walk->end - from > KIN_CSVIN_CELL)
				return fault(scan, walk, "a quote that is never closed");
			return walk->last ? fault(scan, walk, "a quote that is never closed") : SCAN_MORE;
		}
		if (scan->escape && is_escaped(from, to)) {
			walk->at = to + 1;
			continue;
		}
		if (to + 1 == walk->end || to[1] != scan->quote)
			break;
		scan->doubled = doubled = true;
		walk->at = to + 2;
	}
	if (scan->escape && memchr(from, '\\', (size_t)(to - from)))
		scan->doubled = doubled = true;
	scan->lines += lines_in(scan, from, to);
	for (walk->at = to + 1; walk->at < walk->end && (*walk->at == ' ' || *walk->at == '\t')
	    && *walk->at != scan->delim; walk->at++)
		;
	if (walk->at == walk->end && !walk->last)
		return SCAN_MORE;
	if (walk->at < walk->end && *walk->at == scan->delim && delim_at(scan, walk, walk->at) == SCAN_MORE)
		return SCAN_MORE;
	if (walk->at < walk->end && *walk->at != '\n' && *walk->at != '\r' && (*walk->at != scan->delim
	    || delim_at(scan, walk, walk->at) == SCAN_FAULT))
		return fault(scan, walk, "letters after a closing quote");
	return add_cell(scan, walk, from, to, doubled);
}

/* A CR behind which nothing is known yet is not told from CRLF: false. */
static bool
is_lone_cr(const struct walk *walk, bool *known)
{
	*known = walk->at + 1 < walk->end || walk->last;
	return *walk->at == '\r' && (walk->at + 1 == walk->end || walk->at[1] != '\n');
}

static enum scan_status
plain_cell(struct scan *scan, struct walk *walk)
{
	const char *from = walk->at;
	bool known;

	for (;;) {
		walk->at = cell_end(walk->at, walk->end, scan->delim);
		if (walk->at == walk->end && !walk->last)
			return walk->end - from > KIN_CSVIN_CELL ? fault(scan, walk, "a cell longer than 8 MiB")
			    : SCAN_MORE;
		if (walk->at < walk->end && *walk->at == scan->delim && *scan->more) {
			enum scan_status is = delim_at(scan, walk, walk->at);

			if (is == SCAN_MORE)
				return SCAN_MORE;
			if (is == SCAN_ROW)
				break;
			walk->at++;
			continue;
		}
		if (walk->at == walk->end || *walk->at != '\r')
			break;
		if (!is_lone_cr(walk, &known))
			break;
		if (!known)
			return SCAN_MORE;
		if (scan->cr_ends || (walk->at + 1 == walk->end && walk->last))
			break;
		scan->lone_cr = true;
		walk->at++;
	}
	return add_cell(scan, walk, from, walk->at, false);
}

/* walk->at is at the row's line end or at the end of everything. */
static enum scan_status
end_row(struct scan *scan, const struct walk *walk)
{
	const char *next = walk->at;
	bool known = true;

	if (next < walk->end && *next == '\r') {
		scan->ended_cr = is_lone_cr(walk, &known);
		if (!known)
			return SCAN_MORE;
		next += scan->ended_cr ? 1 : 2;
	} else if (next < walk->end) {
		next++;
	}
	scan->len = (size_t)(walk->at - walk->begin);
	scan->next = (size_t)(next - walk->begin);
	scan->lines++;
	return SCAN_ROW;
}

/* Passes over cells that are short, have no quotes and are not the last ones: most of all. */
static void
short_cells(struct scan *scan, struct walk *walk)
{
#ifdef __SSE2__
	const char *at = walk->at, delim = scan->delim, quote = scan->quote;
	size_t count = scan->count, most = scan->most < scan->cap ? scan->most : scan->cap;

	if (*scan->more)		/* a delimiter of several signs is not told by one */
		return;
	while (walk->end - at >= 16 && count < most && *at != quote && *at != ' ' && *at != '\t') {
		unsigned hit = ends_at(at, delim);
		size_t len = hit != 0 ? (size_t)__builtin_ctz(hit) : 0;

		if (hit == 0 || at[len] != delim)
			break;
		scan->cells[count++] = (struct scan_cell){ (uint32_t)(at - walk->begin), (uint32_t)len, false };
		at += len + 1;
	}
	walk->at = at;
	scan->count = count;
#else
	(void)scan;
	(void)walk;
#endif
}

enum scan_status
csvin_scan(struct scan *scan, struct kin_str text, bool last)
{
	struct walk walk = { text.p, text.p, text.p + text.len, last };
	enum scan_status status;

	scan->count = 0;
	scan->lines = 0;
	scan->doubled = scan->lone_cr = scan->ended_cr = false;
	for (;;) {
		const char *from;

		short_cells(scan, &walk);
		from = walk.at;
		if (walk.end - walk.begin > 0 && (size_t)(walk.at - walk.begin) > KIN_CSVIN_ROW)
			return fault(scan, &walk, "a row longer than 64 MiB");
		while (from < walk.end && (*from == ' ' || *from == '\t') && *from != scan->delim)
			from++;
		if (from == walk.end && !last)
			return SCAN_MORE;
		if (from < walk.end && *from == scan->quote) {
			walk.at = from + 1;
			status = quoted_cell(scan, &walk);
		} else {
			status = plain_cell(scan, &walk);
		}
		if (status != SCAN_ROW)
			return status;
		if (walk.at == walk.end || *walk.at != scan->delim)
			return end_row(scan, &walk);
		walk.at += 1 + strlen(scan->more);
	}
}

void
csvin_scan_fini(struct scan *scan)
{
	kin_free(scan->cells);
	scan->cells = NULL;
	scan->cap = 0;
}
