#include "kin/link/value.h"

#include "kin/base/utf8.h"

enum { LONGEST = 255 };

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
has_digit(struct kin_str s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (is_digit(s.p[i]))
			return true;
	}
	return false;
}

/* --- folding ----------------------------------------------------------------- */

static const struct {
	const char	*whole, *brief;
} street_words[] = {
	{ "apartment", "flat" }, { "apt", "flat" }, { "flt", "flat" }, { "avenue", "ave" },
	{ "close", "cl" }, { "court", "ct" }, { "crescent", "cres" }, { "drive", "dr" },
	{ "gardens", "gdns" }, { "grove", "gr" }, { "house", "hse" }, { "lane", "ln" },
	{ "place", "pl" }, { "road", "rd" }, { "saint", "st" }, { "square", "sq" },
	{ "street", "st" }, { "terrace", "ter" }
};

static void
put_street_word(struct kin_buf *out, struct kin_str word)
{
	for (size_t i = 0; i < sizeof(street_words) / sizeof(street_words[0]); i++) {
		if (kin_str_is(word, kin_str_of(street_words[i].whole)))
			word = kin_str_of(street_words[i].brief);
	}
	kin_buf_add(out, word);
}

/* Adds the words of s that have a digit, or those that have none, spaced. */
static void
put_words(struct kin_buf *out, struct kin_str s, bool numbers)
{
	struct kin_str word;
	bool first = true;

	while (kin_str_next(&s, ' ', &word)) {
		if (word.len == 0 || has_digit(word) != numbers)
			continue;
		if (!first)
			kin_buf_putc(out, ' ');
		first = false;
		put_street_word(out, word);
	}
}

/* "Flat 3, 12 Green Lane" is "3 12|flat green ln". */
static void
fold_address(struct kin_buf *out, struct kin_str text)
{
	struct kin_buf plain = { 0 };

	kin_utf8_fold(&plain, text);
	if (plain.len > 0) {
		put_words(out, kin_buf_str(&plain), true);
		kin_buf_putc(out, '|');
		put_words(out, kin_buf_str(&plain), false);
	}
	kin_buf_fini(&plain);
}

static void
fold_case(struct kin_buf *out, struct kin_str text)
{
	text = kin_str_trim(text);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.p[i];

		kin_buf_putc(out, c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c);
	}
}

/* Cuts what was added to LONGEST bytes, between characters. */
static void
shorten(struct kin_buf *out, size_t before)
{
	if (out->len - before <= LONGEST)
		return;
	out->len = before + LONGEST;
	while (((unsigned char)out->p[out->len] & 0xc0) == 0x80)
		out->len--;
}

bool
kin_value_fold(enum kin_kind kind, struct kin_str text, struct kin_buf *out)
{
	size_t before = out->len;

	switch (kind) {
	case KIN_KIND_ADDRESS:
		fold_address(out, text);
		break;
	case KIN_KIND_DATE:
	case KIN_KIND_SEX:
	case KIN_KIND_POSTCODE:
	case KIN_KIND_PHONE:
	case KIN_KIND_EMAIL:
	case KIN_KIND_NHS:
	case KIN_KIND_PLACE_ID:
	case KIN_KIND_EXACT:
		fold_case(out, text);
		break;
	default:
		kin_utf8_fold(out, text);
	}
	shorten(out, before);
	return out->len > before;
}

/* --- reading ----------------------------------------------------------------- */

/* Digits from *at on as a number; false when there is none. */
static bool
take_number(struct kin_str s, size_t *at, size_t digits, int *number)
{
	*number = 0;
	if (*at + digits > s.len)
		return false;
	for (size_t i = 0; i < digits; i++, (*at)++) {
		if (!is_digit(s.p[*at]))
			return false;
		*number = *number * 10 + (s.p[*at] - '0');
	}
	return true;
}

static int32_t
days_of(const struct kin_value *value)
{
	static const int before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
	int year = value->year - (value->month <= 2);

	return 365 * (value->year - 1) + year / 4 - year / 100 + year / 400 +
	    before[(value->month + 11) % 12] + value->day - 1;
}

static uint32_t
digits_of(const struct kin_value *value)
{
	unsigned int year = (unsigned int)value->year, month = (unsigned int)value->month;
	unsigned int day = (unsigned int)value->day;

	return year / 1000 << 28 | year / 100 % 10 << 24 | year / 10 % 10 << 20 | year % 10 << 16 |
	    month / 10 << 12 | month % 10 << 8 | day / 10 << 4 | day % 10;
}

/* 1960-06-03, 1960-06, 1960, --06-03. */
static void
read_date(struct kin_str text, struct kin_value *out)
{
	size_t at = 0;
	int year = 0, month = 0, day = 0;

	if (kin_str_has_prefix(text, KIN_STR("--")))
		at = 2;
	else if (!take_number(text, &at, 4, &year))
		return;
	if (year != 0 && at < text.len && text.p[at] == '-')
		at++;
	if (at < text.len && take_number(text, &at, 2, &month) && at < text.len &&
	    text.p[at] == '-') {
		at++;
		take_number(text, &at, 2, &day);
	}
	out->year = (int16_t)year;
	out->month = (int8_t)month;
	out->day = (int8_t)day;
	if (year && month && day) {
		out->digits = digits_of(out);
		out->days = days_of(out);
	}
}

/* Ten digits; weights 10 to 2, the eleventh part left over is the last digit. */
static bool
is_nhs_number(struct kin_str text)
{
	int sum = 0;

	if (text.len != 10)
		return false;
	for (int i = 0; i < 10; i++) {
		if (!is_digit(text.p[i]))
			return false;
		sum += (text.p[i] - '0') * (i < 9 ? 10 - i : 1);
	}
	return sum % 11 == 0;
}

static uint64_t
letters_of(struct kin_str text)
{
	uint64_t letters = 0;

	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if (c >= 'a' && c <= 'z')
			letters |= (uint64_t)1 << (c - 'a');
		else if (c >= '0' && c <= '9')
			letters |= (uint64_t)1 << (26 + c - '0');
		else
			letters |= (uint64_t)1 << (36 + c % 28);
	}
	return letters;
}

void
kin_value_read(enum kin_kind kind, struct kin_str folded, const struct kin_nicknames *nicknames,
    struct kin_value *out)
{
	*out = (struct kin_value){ .text = folded };
	switch (kind) {
	case KIN_KIND_GIVEN_NAME:
	case KIN_KIND_FAMILY_NAME:	/* it may be a given name in the wrong place */
		out->groups = kin_nicknames_get(nicknames, folded, &out->group_count);
		break;
	case KIN_KIND_DATE:
		read_date(folded, out);
		break;
	case KIN_KIND_EMAIL:
		out->head = (uint8_t)kin_str_find(folded, '@', 0);
		break;
	case KIN_KIND_ADDRESS:
		out->head = (uint8_t)kin_str_find(folded, '|', 0);
		break;
	case KIN_KIND_NHS:
		out->valid = is_nhs_number(folded);
		break;
	default:
		break;
	}
	out->letters = letters_of(kind == KIN_KIND_ADDRESS ? kin_value_tail(out) : folded);
	out->head_letters = letters_of(kin_value_head(out));
}

struct kin_str
kin_value_head(const struct kin_value *value)
{
	return kin_str(value->text.p, value->head);
}

struct kin_str
kin_value_tail(const struct kin_value *value)
{
	size_t skip = value->head < value->text.len ? value->head + 1u : value->head;

	return kin_str(value->text.p + skip, value->text.len - skip);
}
