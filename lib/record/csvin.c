#include "kin/record/csvin.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "csvin_in.h"
#include "csvin_sniff.h"

enum { READ_SIZE = 64 << 10 };

long
csvin_read(struct kin_csvin *in, struct kin_buf *to)
{
	char *at = kin_buf_room(to, READ_SIZE);
	long got;

	do {
		got = in->opts.read ? in->opts.read(in->opts.read_ctx, at, READ_SIZE)
		    : (long)read(in->opts.fd, at, READ_SIZE);
	} while (got < 0 && errno == EINTR);
	if (got < 0) {
		in->failed = true;
		in->read_errno = errno;
	}
	if (got <= 0)
		return got;
	to->len += (size_t)got;
	in->bytes += (unsigned long long)got;
	return got;
}

void
csvin_decode(struct kin_csvin *in)
{
	size_t used = kin_encoding_stream(&in->enc, kin_buf_str(&in->raw), in->eof, &in->in);

	memmove(in->raw.p, in->raw.p + used, in->raw.len - used);
	in->raw.len -= used;
}

void
csvin_fill(struct kin_csvin *in)
{
	if (in->start > 0) {
		memmove(in->in.p, in->in.p + in->start, in->in.len - in->start);
		in->in.len -= in->start;
		in->start = 0;
	}
	if (in->enc.sort != KIN_ENCODING_STREAM) {
		in->eof = csvin_read(in, &in->in) <= 0;
		return;
	}
	in->eof = csvin_read(in, &in->raw) <= 0;
	csvin_decode(in);
}

static int
find_encoding(struct kin_csvin *in, struct kin_err *err)
{
	struct kin_str window;

	while (!in->eof && in->in.len < KIN_ENCODING_WINDOW)
		in->eof = csvin_read(in, &in->in) <= 0;
	if (in->failed)
		return kin_fail(err, "cannot be read: %s", strerror(in->read_errno));
	window = kin_str(in->in.p, in->in.len < KIN_ENCODING_WINDOW ? in->in.len : KIN_ENCODING_WINDOW);
	if (csvin_sniff_foreign(window)) {
		kin_fail(err, "%s", csvin_sniff_foreign(window));
		return KIN_EXIT_USAGE;
	}
	kin_encoding_find(&in->enc, window);
	if (in->opts.encoding) {
		size_t mark = in->enc.mark;

		kin_encoding_fini(&in->enc);
		if (kin_encoding_named(&in->enc, in->opts.encoding, err) < 0)
			return KIN_EXIT_USAGE;
		in->enc.mark = mark;
	}
	in->start = in->enc.mark;
	if (in->enc.sort == KIN_ENCODING_STREAM) {
		kin_buf_add(&in->raw, csvin_ahead(in, 0));
		in->in.len = in->start = 0;
		csvin_decode(in);
	}
	return 0;
}

static int
look(struct kin_csvin *in, struct kin_err *err)
{
	struct kin_str window;
	int status = find_encoding(in, err);

	if (status != 0)
		return status;
	in->scan.delim = in->opts.delim != NULL ? *in->opts.delim : 0;
	in->scan.more = in->scan.delim ? in->opts.delim + 1 : "";
	window = csvin_ahead(in, 0);
	if (window.len > KIN_ENCODING_WINDOW)
		window.len = KIN_ENCODING_WINDOW;
	if (csvin_sniff_foreign(window)) {
		kin_fail(err, "%s", csvin_sniff_foreign(window));
		return KIN_EXIT_USAGE;
	}
	in->json = csvin_sniff_is_json(window);
	if (in->json || window.len == 0)
		return 0;
	in->scan.cr_ends = csvin_sniff_cr_ends(window);
	csvin_sniff_dialect(window, in->eof && window.len == csvin_ahead(in, 0).len, &in->scan);
	snprintf(in->delim, sizeof(in->delim), "%c%s", in->scan.delim, in->scan.more);
	csv_set_quote(&in->csv, (unsigned char)in->scan.quote);
	return csvin_read_header(in, err);
}

bool
kin_csvin_may_part(const char *delim)
{
	size_t len = strlen(delim);

	for (size_t i = 0; i < len; i++) {
		char c = delim[i];
		bool wordlike = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

		if (strchr("\"\r\n", c) != NULL || (len > 1 && wordlike))
			return false;
	}
	return len > 0 && len <= KIN_CSVIN_DELIM;
}

static int
never(unsigned char c)
{
	(void)c;
	return 0;
}

static void *
resize(void *block, size_t size)
{
	return kin_resize(block, size, 1);
}

int
kin_csvin_open(const struct kin_csvin_opts *opts, struct kin_csvin **out, struct kin_err *err)
{
	struct kin_csvin *in = kin_calloc(1, sizeof(*in));
	int status;

	in->opts = *opts;
	in->line = 1;
	in->scan.most = KIN_CSVIN_COLUMNS;
	csv_init(&in->csv, CSV_APPEND_NULL);
	csv_set_realloc_func(&in->csv, resize);
	csv_set_free_func(&in->csv, kin_free);
	csv_set_space_func(&in->csv, never);
	csv_set_term_func(&in->csv, never);
	status = look(in, err);
	*out = in;
	if (status != 0) {
		kin_csvin_free(in);
		*out = NULL;
	}
	return status;
}

void
kin_csvin_free(struct kin_csvin *in)
{
	if (!in)
		return;
	csv_free(&in->csv);
	kin_encoding_fini(&in->enc);
	csvin_scan_fini(&in->scan);
	kin_arena_fini(&in->arena);
	kin_buf_fini(&in->raw);
	kin_buf_fini(&in->in);
	kin_buf_fini(&in->decoded);
	kin_buf_fini(&in->cut);
	kin_free(in->cells);
	kin_free(in->headers);
	kin_free(in);
}

bool
kin_csvin_is_json(const struct kin_csvin *in)
{
	return in->json;
}

size_t
kin_csvin_columns(const struct kin_csvin *in, const struct kin_str **headers)
{
	*headers = in->headers;
	return in->columns;
}

const char *
kin_csvin_delim(const struct kin_csvin *in)
{
	return in->delim;
}

char
kin_csvin_quote(const struct kin_csvin *in)
{
	return in->scan.quote;
}

long
kin_csvin_header_line(const struct kin_csvin *in)
{
	return in->header_line;
}

const struct kin_encoding *
kin_csvin_encoding(const struct kin_csvin *in)
{
	return &in->enc;
}

unsigned long long
kin_csvin_blank(const struct kin_csvin *in)
{
	return in->blank;
}

unsigned long long
kin_csvin_again(const struct kin_csvin *in)
{
	return in->again;
}

unsigned long long
kin_csvin_bytes(const struct kin_csvin *in)
{
	return in->bytes;
}
