#include "kin/record/encoding.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "kin/base/utf8.h"

/* 0x80 to 0x9f of Windows-1252; 0 = not used.  The rest is Unicode's own. */
static const uint16_t cp1252[32] = {
	0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
	0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178
};

static void
settle(struct kin_encoding *enc, enum kin_encoding_sort sort, const char *name)
{
	enc->sort = sort;
	snprintf(enc->name, sizeof(enc->name), "%s", name);
}

static int
settle_iconv(struct kin_encoding *enc, const char *name)
{
	enc->iconv = iconv_open("UTF-8", name);
	/* iconv marks failure by this value of a pointer type. */
	if (enc->iconv == (iconv_t)-1)
		return -1;
	enc->is_open = true;
	settle(enc, KIN_ENCODING_STREAM, name);
	return 0;
}

static bool
is_any(const char *name, const char *const *words)
{
	for (; *words; words++)
		if (strcasecmp(name, *words) == 0)
			return true;
	return false;
}

int
kin_encoding_named(struct kin_encoding *enc, const char *name, struct kin_err *err)
{
	static const char *const utf8[] = { "utf-8", "utf8", NULL };
	static const char *const windows[] = { "windows-1252", "cp1252", "1252", "ansi", NULL };

	*enc = (struct kin_encoding){ .given = true };
	if (is_any(name, utf8))
		settle(enc, KIN_ENCODING_UTF8, "UTF-8");
	else if (is_any(name, windows))
		settle(enc, KIN_ENCODING_CP1252, "Windows-1252");
	else if (strlen(name) >= sizeof(enc->name) || settle_iconv(enc, name) < 0)
		return kin_fail(err, "no such encoding: \"%.40s\" (utf-8, windows-1252, utf-16, iso-8859-1 …)", name);
	return 0;
}

/* The mark's length when the file begins with it, repeated marks included. */
static size_t
marks(struct kin_str window, struct kin_str mark)
{
	size_t at = 0;

	while (window.len - at >= mark.len && memcmp(window.p + at, mark.p, mark.len) == 0)
		at += mark.len;
	return at;
}

/* UTF-16 without a mark: of the first characters most have a nought on the same side. */
static const char *
wide_without_mark(struct kin_str window)
{
	size_t pairs = window.len / 2 < 32 ? window.len / 2 : 32, high = 0, low = 0;

	for (size_t i = 0; i < pairs; i++) {
		bool first = window.p[2 * i] == '\0', second = window.p[2 * i + 1] == '\0';

		high += first && !second;
		low += second && !first;
	}
	if (pairs < 2)
		return NULL;
	if (low * 4 > pairs * 3)
		return "UTF-16LE";
	return high * 4 > pairs * 3 ? "UTF-16BE" : NULL;
}

/* Weighs what is not ASCII: characters of UTF-8 against bytes that are none. */
static void
weigh(struct kin_encoding *enc, struct kin_str window)
{
	size_t at = 0, good = 0, bad = 0;

	while (at < window.len) {
		size_t left = window.len - at, length = 2;

		if ((unsigned char)window.p[at] < 0x80) {
			at++;
			continue;
		}
		if (left < 4)		/* perhaps cut in two by the window's end */
			break;
		while (length <= 4 && kin_utf8_check(kin_str(window.p + at, length)) != length)
			length++;
		good += length <= 4;
		bad += length > 4;
		at += length <= 4 ? length : 1;
	}
	if (bad > good)
		settle(enc, KIN_ENCODING_CP1252, "Windows-1252");
	else if (good > 0)
		settle(enc, KIN_ENCODING_UTF8, "UTF-8");
	else
		settle(enc, KIN_ENCODING_OPEN, "ASCII");
}

void
kin_encoding_find(struct kin_encoding *enc, struct kin_str window)
{
	const char *wide = NULL;
	size_t mark;

	*enc = (struct kin_encoding){ 0 };
	if ((mark = marks(window, KIN_STR("\xef\xbb\xbf"))) > 0) {
		settle(enc, KIN_ENCODING_UTF8, "UTF-8");
		enc->mark = mark;
		return;
	}
	if ((mark = marks(window, KIN_STR("\xff\xfe"))) > 0)
		wide = "UTF-16LE";
	else if ((mark = marks(window, KIN_STR("\xfe\xff"))) > 0)
		wide = "UTF-16BE";
	else
		wide = wide_without_mark(window);
	if (wide && settle_iconv(enc, wide) == 0)
		enc->mark = mark;
	else
		weigh(enc, window);
}

void
kin_encoding_fini(struct kin_encoding *enc)
{
	if (enc->is_open)
		iconv_close(enc->iconv);
	enc->is_open = false;
}

/* Bytes of one unit, to step over what cannot be decoded and stay in step. */
static size_t
unit(const struct kin_encoding *enc)
{
	if (strncasecmp(enc->name, "utf-16", 6) == 0 || strncasecmp(enc->name, "ucs-2", 5) == 0)
		return 2;
	return strncasecmp(enc->name, "utf-32", 6) == 0 || strncasecmp(enc->name, "ucs-4", 5) == 0 ? 4 : 1;
}

size_t
kin_encoding_stream(struct kin_encoding *enc, struct kin_str raw, bool last, struct kin_buf *out)
{
	/* iconv's prototype is older than const. */
	char *from = (char *)raw.p;
	size_t left = raw.len;

	while (left > 0) {
		size_t size = left * 2 + 64, skip = unit(enc);
		char *to = kin_buf_room(out, size);
		size_t room = size, done = iconv(enc->iconv, &from, &left, &to, &room);

		out->len += size - room;
		if (done != (size_t)-1 || errno == E2BIG)
			continue;
		if (errno == EINVAL && !last)
			break;
		kin_buf_putc(out, '\xff');
		skip = skip < left ? skip : left;
		from += skip;
		left -= skip;
	}
	return raw.len - left;
}

/* False at a byte that Windows-1252 does not use; *at is its place. */
static bool
decode_cp1252(struct kin_str row, struct kin_buf *room, size_t *at)
{
	kin_buf_clear(room);
	for (*at = 0; *at < row.len; (*at)++) {
		unsigned char c = (unsigned char)row.p[*at];
		uint32_t code = c >= 0x80 && c < 0xa0 ? cp1252[c - 0x80] : c;

		if (code == 0 && c != 0)
			return false;
		if (code < 0x80)
			kin_buf_putc(room, (char)code);
		else
			kin_utf8_put(room, code);
	}
	return true;
}

static int
fail_at(struct kin_err *err, struct kin_str row, size_t at, const char *what)
{
	return kin_fail(err, "not %s at byte %zu of the row (0x%02x)", what, at + 1,
	    (unsigned)(unsigned char)row.p[at]);
}

int
kin_encoding_row(struct kin_encoding *enc, struct kin_str row, struct kin_buf *room,
    struct kin_str *text, struct kin_err *err)
{
	size_t bad = kin_utf8_check(row), at;

	*text = row;
	if (enc->sort == KIN_ENCODING_STREAM && bad < row.len)
		return fail_at(err, row, bad, enc->name);
	if (enc->sort == KIN_ENCODING_OPEN) {
		if (bad == row.len)
			settle(enc, KIN_ENCODING_UTF8, "UTF-8");
		else
			settle(enc, KIN_ENCODING_CP1252, "Windows-1252");
	}
	if (enc->sort != KIN_ENCODING_CP1252)
		return bad == row.len ? 0 : fail_at(err, row, bad, "UTF-8");
	if (bad == row.len && !enc->given)
		return kin_fail(err, "these letters are UTF-8 in a file of Windows-1252");
	if (!decode_cp1252(row, room, &at))
		return fail_at(err, row, at, "Windows-1252");
	*text = kin_buf_str(room);
	return 0;
}
