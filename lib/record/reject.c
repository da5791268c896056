#include "kin/record/reject.h"

#include "kin/base/utf8.h"
#include "kin/record/json.h"

enum { VALUE_SHOWN = 60 };	/* bytes of a value in a message */

/* Bytes that JSON text cannot hold: each byte a character, NUL as U+0100. */
static void
put_bytes(struct kin_buf *out, struct kin_str raw)
{
	struct kin_buf text = { 0 };

	for (size_t i = 0; i < raw.len; i++) {
		unsigned char c = (unsigned char)raw.p[i];

		kin_utf8_put(&text, c ? c : 0x100);
	}
	kin_json_put_text_member(out, "raw", kin_buf_str(&text));
	kin_json_put_text_member(out, "raw_encoding", KIN_STR("bytes"));
	kin_buf_fini(&text);
}

static bool
is_plain(struct kin_str raw)
{
	return kin_utf8_check(raw) == raw.len && kin_str_find(raw, '\0', 0) == raw.len;
}

/* A value or name from outside: what is not UTF-8 is shown escaped. */
static void
put_foreign(struct kin_buf *out, const char *name, const char *text)
{
	struct kin_str s = kin_str_of(text);
	struct kin_buf shown = { 0 };

	if (kin_utf8_check(s) == s.len) {
		kin_json_put_text_member(out, name, s);
		return;
	}
	kin_utf8_escape(&shown, s, 0);
	kin_json_put_text_member(out, name, kin_buf_str(&shown));
	kin_buf_fini(&shown);
}

static void
put_source(struct kin_buf *out, const char *file, struct kin_str source, const struct kin_err *err)
{
	kin_json_put_name(out, "source");
	if (source.len) {
		kin_buf_add(out, source);
	} else {
		kin_buf_putc(out, '{');
		put_foreign(out, "file", file);
		if (err->line) {
			kin_json_put_name(out, "line");
			kin_json_put_whole(out, err->line);
		}
		kin_buf_putc(out, '}');
	}
	if (err->column) {
		kin_json_put_name(out, "column");
		kin_json_put_whole(out, err->column);
	}
}

void
kin_reject_write(struct kin_buf *out, const char *file, struct kin_str source, struct kin_str raw,
    const struct kin_err *err)
{
	kin_buf_puts(out, "{\"kind\":\"reject\"");
	put_source(out, file, source, err);
	if (err->field[0])
		put_foreign(out, "field", err->field);
	if (err->value[0])
		put_foreign(out, "value", err->value);
	put_foreign(out, "reason", err->text);
	if (is_plain(raw))
		kin_json_put_text_member(out, "raw", raw);
	else
		put_bytes(out, raw);
	kin_buf_putc(out, '}');
}

void
kin_reject_say(struct kin_buf *out, const char *file, const struct kin_err *err)
{
	kin_utf8_escape(out, kin_str_of(file), 0);
	if (err->line)
		kin_buf_printf(out, ":%ld", err->line);
	if (err->line && err->column)
		kin_buf_printf(out, ":%ld", err->column);
	kin_buf_puts(out, ": ");
	if (err->field[0]) {
		kin_buf_puts(out, "field \"");
		kin_utf8_escape(out, kin_str_of(err->field), 0);
		kin_buf_puts(out, "\": ");
	}
	kin_utf8_escape(out, kin_str_of(err->text), 0);
	if (err->value[0]) {
		kin_buf_puts(out, ": \"");
		kin_utf8_escape(out, kin_str_of(err->value), VALUE_SHOWN);
		kin_buf_putc(out, '"');
	}
}
