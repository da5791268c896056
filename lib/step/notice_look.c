/* One record as hashes of its values, and what the values of its own members look like. */
#include "kin/base/ascii.h"
#include "kin/base/utf8.h"
#include "kin/field/phone.h"
#include "kin/field/postcode.h"
#include "people_notice.h"

enum { WORDS_MOST = 4, BYTES_MOST = 40 };

static const struct {
	enum notice_base base;
	enum kin_field	 field;
} bases[] = {
	{ NOTICE_BIRTH,	   KIN_FIELD_BIRTH_DATE },
	{ NOTICE_TOWN,	   KIN_FIELD_TOWN },
	{ NOTICE_POSTCODE, KIN_FIELD_POSTCODE },
	{ NOTICE_ADDRESS,  KIN_FIELD_ADDRESS },
	{ NOTICE_UPRN,	   KIN_FIELD_UPRN },
	{ NOTICE_PHONE,	   KIN_FIELD_PHONE },
	{ NOTICE_EMAIL,	   KIN_FIELD_EMAIL }
};

/* --- forms ------------------------------------------------------------------- */

/* 1960-06 and 1960-06-01. */
static bool
is_date(struct kin_str text)
{
	static const char pattern[] = "0000-00-00";

	if (text.len != 7 && text.len != 10)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (pattern[i] == '0' ? !kin_ascii_is_digit(text.p[i]) : text.p[i] != '-')
			return false;
	}
	return true;
}

static bool
is_email(struct kin_str text)
{
	size_t at = kin_str_find(text, '@', 0);

	return at > 0 && at < text.len && kin_str_find(text, '.', at) < text.len
	    && kin_str_find(text, ' ', 0) == text.len;
}

static bool
is_phone(struct kin_str text)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_phone phone;

	return text.len >= 10 && (text.p[0] == '+' || text.p[0] == '0')
	    && kin_phone_parse(text, &phone, &err) == 0;
}

static bool
is_postcode(struct kin_str text)
{
	struct kin_err err = KIN_ERR_NONE;
	char printed[KIN_POSTCODE_MAX];
	bool repaired;

	return text.len >= 5 && text.len <= 8
	    && kin_postcode_parse(text, printed, &repaired, &err) == 0 && !repaired;
}

/* Words, or a code; amounts, times and what has signs in it are neither. */
static enum kin_notice_form
form_of_letters(struct kin_str text)
{
	size_t digits = 0, spaces = 0, points = 0;

	for (size_t i = 0; i < text.len; i++) {
		digits += kin_ascii_is_digit(text.p[i]);
		spaces += text.p[i] == ' ';
		points += text.p[i] == '.' || text.p[i] == '/';
		if (strchr(":;?!_=#@", text.p[i]) != NULL)
			return KIN_NOTICE_OTHER;
	}
	if (text.len > BYTES_MOST || spaces >= WORDS_MOST)
		return KIN_NOTICE_OTHER;
	if (digits == 0)
		return KIN_NOTICE_WORDS;
	return points == 0 && 2 * digits >= text.len - spaces ? KIN_NOTICE_CODE : KIN_NOTICE_OTHER;
}

enum kin_notice_form
kin_notice_form(struct kin_str text)
{
	if (is_date(text))
		return KIN_NOTICE_DATE;
	if (is_email(text))
		return KIN_NOTICE_EMAIL_FORM;
	if (is_phone(text))
		return KIN_NOTICE_PHONE_FORM;
	return is_postcode(text) ? KIN_NOTICE_POSTCODE_FORM : form_of_letters(text);
}

/* --- copies ------------------------------------------------------------------ */

static bool
is_initial(struct kin_str usual, char c)
{
	for (size_t i = 0; i < usual.len; i++) {
		if (usual.p[i] == c && (i == 0 || usual.p[i - 1] == ' '))
			return true;
	}
	return false;
}

static bool
has_word(struct kin_str usual, struct kin_str word)
{
	struct kin_str other;

	while (kin_str_next(&usual, ' ', &other)) {
		if (kin_str_is(other, word))
			return true;
	}
	return false;
}

/* A word of the usual fields, a part of one, or initials. */
static bool
is_word_of(struct kin_str usual, struct kin_str word)
{
	bool initials = true;

	if (word.len > 9 && word.p[0] == '0')
		word = kin_str(word.p + 1, word.len - 1);	/* a phone as dialled at home */
	if (word.len > 2 || kin_ascii_is_digit(word.p[0]))
		return memmem(usual.p, usual.len, word.p, word.len) != NULL;
	for (size_t i = 0; i < word.len; i++)
		initials = initials && is_initial(usual, word.p[i]);
	return initials || has_word(usual, word);
}

static bool
is_copy(struct kin_str usual, struct kin_str folded)
{
	struct kin_str word;

	if (usual.len == 0)
		return false;
	while (kin_str_next(&folded, ' ', &word)) {
		if (!is_word_of(usual, word))
			return false;
	}
	return true;
}

/* --- records ----------------------------------------------------------------- */

/* The value, folded, in look->fold; of several texts all. */
static struct kin_str
fold(struct notice_look *look, struct kin_rec *rec, const struct kin_member *member)
{
	struct kin_str text;
	size_t at = 0;

	kin_buf_clear(&look->text);
	kin_buf_clear(&look->fold);
	if (member == NULL)
		return kin_str(NULL, 0);
	if (member->type == KIN_JSON_NUMBER)
		kin_buf_add(&look->text, kin_rec_value(rec, member));
	while (member->type != KIN_JSON_NUMBER && kin_rec_each(rec, member, &at, &text)) {
		if (look->text.len > 0)
			kin_buf_putc(&look->text, ' ');
		kin_buf_add(&look->text, text);
	}
	kin_utf8_fold(&look->fold, kin_buf_str(&look->text));
	return kin_buf_str(&look->fold);
}

static uint64_t
hash_of(struct kin_str folded)
{
	return folded.len == 0 ? 0 : kin_hash64(folded, 0) | 1;
}

/* Into row, and into the words that copies are looked for among. */
static uint64_t
add_usual(struct notice_look *look, struct kin_str folded)
{
	if (folded.len > 0) {
		if (look->usual.len > 0)
			kin_buf_putc(&look->usual, ' ');
		kin_buf_add(&look->usual, folded);
	}
	return hash_of(folded);
}

static struct kin_str
fold_text(struct notice_look *look, const struct kin_buf *text)
{
	kin_buf_clear(&look->fold);
	kin_utf8_fold(&look->fold, kin_buf_str(text));
	return kin_buf_str(&look->fold);
}

static unsigned char
initial_of(const struct kin_buf *folded)
{
	return folded->len > 0 ? (unsigned char)folded->p[0] : 0;
}

/* The number that stands there; 0 when none does. */
static uint32_t
digits_at(struct kin_str text, size_t from, size_t count)
{
	uint32_t number = 0;

	for (size_t i = from; i < from + count; i++) {
		if (i >= text.len || !kin_ascii_is_digit(text.p[i]))
			return 0;
		number = number * 10 + (uint32_t)(text.p[i] - '0');
	}
	return number;
}

static void
read_usual(struct notice_look *look, struct kin_rec *rec, struct notice_row *row)
{
	static const enum kin_field others[] = { KIN_FIELD_FULL_NAME, KIN_FIELD_OTHER_NAMES };
	struct kin_str birth = kin_rec_text(rec, KIN_FIELD_BIRTH_DATE);

	kin_buf_clear(&look->usual);
	row->year = digits_at(birth, 0, 4);
	row->day = digits_at(birth, 5, 2) * 100 + digits_at(birth, 8, 2);
	kin_notice_names(rec, &look->given, &look->family);
	row->base[NOTICE_GIVEN] = add_usual(look, fold_text(look, &look->given));
	row->initial = initial_of(&look->fold);
	row->base[NOTICE_FAMILY] = add_usual(look, fold_text(look, &look->family));
	row->family_initial = initial_of(&look->fold);
	if (row->base[NOTICE_GIVEN] != 0 && row->base[NOTICE_FAMILY] != 0)
		row->base[NOTICE_WHOLE] = hash_of(kin_buf_str(&look->usual));
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		add_usual(look, fold(look, rec, kin_rec_member(rec, others[i])));
	for (size_t i = 0; i < sizeof(bases) / sizeof(*bases); i++)
		row->base[bases[i].base] = add_usual(look, fold(look, rec,
		    kin_rec_member(rec, bases[i].field)));
}

/* look->text and look->fold into the shape. */
static void
add_shape(struct notice_look *look, struct notice_shape *shape)
{
	struct kin_str text = kin_str_trim(kin_buf_str(&look->text));
	enum kin_notice_form form = kin_notice_form(text);

	shape->values++;
	shape->bytes += text.len;
	shape->form[form]++;
	if (form == KIN_NOTICE_CODE)
		shape->length[text.len < NOTICE_LENGTH ? text.len : 0]++;
	shape->copies += is_copy(kin_buf_str(&look->usual), kin_buf_str(&look->fold));
}

void
kin_notice_read(struct notice_look *look, uint32_t place, struct notice_row *row,
    struct notice_shape *shape)
{
	struct kin_people *people = look->people;
	struct kin_rec *rec = kin_people_read(&people->reader, 0, &people->record[place]);

	*row = (struct notice_row){ .stream = people->record[place].list == 0 };
	read_usual(look, rec, row);
	for (size_t i = 0; i < look->names; i++) {
		row->value[i] = hash_of(fold(look, rec, kin_rec_find(rec, look->name[i])));
		if (row->value[i] != 0 && shape != NULL)
			add_shape(look, &shape[i]);
	}
}

void
kin_notice_fini_look(struct notice_look *look)
{
	kin_buf_fini(&look->text);
	kin_buf_fini(&look->fold);
	kin_buf_fini(&look->usual);
	kin_buf_fini(&look->given);
	kin_buf_fini(&look->family);
}
