#include <stdio.h>

#include "ingest_in.h"
#include "kin/field/email.h"
#include "kin/field/need.h"
#include "kin/field/phone.h"
#include "kin/field/placeholder.h"
#include "kin/field/yes.h"
#include "kin/record/json.h"

void
ingest_put_comma(struct kin_buf *out)
{
	if (out->len > 0 && out->p[out->len - 1] != '[')
		kin_buf_putc(out, ',');
}

/* "+447700900123: mum" for good_to_know; a record that came as JSON has its own, and is flagged. */
static void
keep_note(struct kin_ingest *ingest, const struct ingest_column *column, struct kin_str text,
    const struct kin_phone *phone)
{
	if (!column) {
		ingest_flag(ingest, KIN_FIELD_PHONE, text, "what stands beside the number is not kept with it");
		return;
	}
	kin_buf_clear(&ingest->room);
	kin_buf_puts(&ingest->room, phone->e164);
	kin_buf_puts(&ingest->room, ": ");
	kin_buf_add(&ingest->room, phone->note);
	if (ingest->beside.len > 0)
		kin_buf_putc(&ingest->beside, ',');
	kin_json_put_string(&ingest->beside, kin_buf_str(&ingest->room));
}

static enum ingest_value
put_phone(struct kin_ingest *ingest, const struct ingest_column *column, struct kin_str text, struct kin_buf *out,
    struct kin_err *err)
{
	struct kin_phone phone;
	char note[64];

	if (kin_phone_parse(text, &phone, err) < 0)
		return VALUE_BAD;
	if (phone.ext[0] != '\0') {
		snprintf(note, sizeof(note), "extension %s is not in the number", phone.ext);
		ingest_flag(ingest, KIN_FIELD_PHONE, text, note);
	}
	if (phone.note.len > 0)
		keep_note(ingest, column, text, &phone);
	ingest_put_comma(out);
	kin_json_put_string(out, kin_str_of(phone.e164));
	return VALUE_PUT;
}

static enum ingest_value
put_email(struct kin_str text, struct kin_buf *out, struct kin_err *err)
{
	struct kin_str email;

	if (kin_email_parse(text, &email, err) < 0)
		return VALUE_BAD;
	if (kin_email_is_made_up(email))
		return VALUE_NONE;
	ingest_put_comma(out);
	kin_json_put_string(out, email);
	return VALUE_PUT;
}

static bool
next_piece(int field, struct kin_str *rest, struct kin_str *piece)
{
	return field == KIN_FIELD_PHONE ? kin_phone_next(rest, piece) : kin_email_next(rest, piece);
}

/* Phones or emails: one that cannot be read takes nothing from the others in its cell. */
static enum ingest_value
put_reachable(struct kin_ingest *ingest, int field, const struct ingest_column *column, struct kin_str text,
    struct kin_buf *out, struct kin_err *err)
{
	struct kin_str rest = text, piece;
	enum ingest_value result = VALUE_NONE;

	while (next_piece(field, &rest, &piece)) {
		size_t at = out->len, list = at;
		enum ingest_value value;

		value = field == KIN_FIELD_PHONE ? put_phone(ingest, column, piece, out, err) : put_email(piece, out, err);
		if (value == VALUE_NONE || (value == VALUE_BAD && kin_placeholder_is(piece)))
			continue;
		if (value == VALUE_BAD) {
			if (piece.len == text.len || ingest_fault(ingest, field, piece, err) < 0)
				return VALUE_BAD;
			continue;
		}
		while (list > 0 && out->p[list - 1] != '[')
			list--;
		if (at > list && memmem(out->p + list, at - list, out->p + at + 1, out->len - at - 1))
			out->len = at;		/* there already */
		else
			result = VALUE_PUT;
	}
	return result;
}

static enum ingest_value
put_words(uint32_t needs, struct kin_buf *out)
{
	enum ingest_value result = VALUE_NONE;

	for (int i = 0; i < KIN_NEED_COUNT; i++) {
		if (!(needs & UINT32_C(1) << i))
			continue;
		if (result == VALUE_PUT)
			ingest_put_comma(out);
		kin_json_put_string(out, kin_need_word[i]);
		result = VALUE_PUT;
	}
	return result;
}

void
ingest_list_notes(struct kin_ingest *ingest, struct kin_str notes)
{
	uint32_t needs = kin_need_scan(notes, &ingest->unknown);

	if (needs == 0)
		return;
	ingest_put_prefix(&ingest->out, kin_schema[KIN_FIELD_NEEDS].name);
	kin_buf_putc(&ingest->out, '[');
	put_words(needs, &ingest->out);
	kin_buf_putc(&ingest->out, ']');
	ingest_flag(ingest, KIN_FIELD_NEEDS, notes, "by the words of the notes: to be looked at");
}

static enum ingest_value
put_needs(struct kin_ingest *ingest, int field, struct kin_str text, struct kin_buf *out)
{
	enum ingest_value result;

	kin_buf_clear(&ingest->unknown);
	result = put_words(kin_need_parse(text, &ingest->room, &ingest->unknown), out);
	if (ingest->unknown.len > 0)
		ingest_flag(ingest, field, kin_buf_str(&ingest->unknown), "no need that is known by this name");
	return result;
}

/* A word that a tick stands for, unless another column has said it already. */
static enum ingest_value
put_tick(const struct ingest_column *column, struct kin_str text, struct kin_buf *out, struct kin_err *err)
{
	size_t before = out->len, list = before, word;
	struct kin_str said;
	bool yes;

	if (kin_yes_parse(text, &yes, err) < 0)
		return VALUE_BAD;
	said = yes ? column->yes : column->no;
	if (said.len == 0)
		return VALUE_NONE;
	while (list > 0 && out->p[list - 1] != '[')
		list--;
	ingest_put_comma(out);
	word = out->len;
	kin_json_put_string(out, said);
	if (memmem(out->p + list, before - list, out->p + word, out->len - word) == NULL)
		return VALUE_PUT;
	out->len = before;
	return VALUE_NONE;
}

/* Answers that a sign or a line break keeps apart. */
static enum ingest_value
put_texts(struct kin_ingest *ingest, int field, const struct ingest_column *column, struct kin_str text,
    struct kin_buf *out)
{
	char split = column && column->split ? column->split : '\n';
	enum ingest_value result = VALUE_NONE;
	struct kin_str piece;

	while (kin_str_next(&text, split, &piece)) {
		piece = kin_str_trim(piece);
		if (piece.len == 0)
			continue;
		ingest_put_comma(out);
		kin_json_put_string(out, field == KIN_FIELD_LANGUAGES ? ingest_common_language(ingest, piece) : piece);
		result = VALUE_PUT;
	}
	return result;
}

enum ingest_value
ingest_list_put(struct kin_ingest *ingest, int field, const struct ingest_column *column,
    struct kin_str text, struct kin_buf *out, struct kin_err *err)
{
	if (column && (column->yes.len > 0 || column->no.len > 0))
		return put_tick(column, text, out, err);
	switch (kin_schema[field].type) {
	case KIN_TYPE_PHONE:
	case KIN_TYPE_EMAIL:	return put_reachable(ingest, field, column, text, out, err);
	case KIN_TYPE_NEED:	return put_needs(ingest, field, text, out);
	default:		return put_texts(ingest, field, column, text, out);
	}
}
