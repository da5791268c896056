#include "ingest_in.h"
#include "kin/field/name.h"
#include "kin/field/nhs.h"
#include "kin/field/placeholder.h"
#include "kin/field/postcode.h"
#include "kin/field/sex.h"
#include "kin/field/uprn.h"
#include "kin/field/yes.h"
#include "kin/record/json.h"

/* Text that needs no escape. */
static enum ingest_value
put_plain(struct kin_buf *out, const char *text, size_t len)
{
	char *to = kin_buf_room(out, len + 2);

	to[0] = '"';
	memcpy(to + 1, text, len);
	to[len + 1] = '"';
	out->len += len + 2;
	return VALUE_PUT;
}

static enum ingest_value
put_text(struct kin_buf *out, struct kin_str text)
{
	kin_json_put_string(out, text);
	return VALUE_PUT;
}

static enum ingest_value
put_name(struct kin_ingest *ingest, int field, struct kin_str text, struct kin_buf *out, struct kin_err *err)
{
	enum kin_name_filler filler = kin_name_filler(text);
	struct kin_str name, title;

	if (filler == KIN_NAME_MISSING)
		return VALUE_NONE;
	if (kin_name_part(text, &ingest->room, &name, err) < 0) {
		/* a name is what somebody is called, whatever it looks like: kept */
		if (ingest_fault(ingest, field, text, err) < 0)
			return VALUE_BAD;
		name = text;
	}
	if (filler == KIN_NAME_TEST)
		ingest_flag(ingest, field, text, "a test entry, not a person");
	if (field == KIN_FIELD_GIVEN_NAME && kin_name_take_title(&name, &title))
		ingest_flag(ingest, field, text, "the title is no part of the name");
	return put_text(out, name);
}

static enum ingest_value
put_when(struct kin_ingest *ingest, int field, const struct ingest_column *column, struct kin_str text,
    struct kin_buf *out, struct kin_err *err)
{
	struct kin_when_rule rule = KIN_WHEN_RULE(KIN_WHEN_PAST, ingest->today);
	char printed[KIN_WHEN_MAX];
	struct kin_when when;
	size_t len;

	if (field == KIN_FIELD_BIRTH_DATE)
		rule.sort = KIN_WHEN_BIRTH;
	else if (field == KIN_FIELD_AT)
		rule.sort = KIN_WHEN_ANY;
	if (column)
		rule.order = column->order;
	if (kin_when_parse(text, &rule, &when, err) < 0)
		return VALUE_BAD;
	len = kin_schema[field].type == KIN_TYPE_DATE ? kin_when_print_date(when.date, printed)
	    : kin_when_print(&when, printed);
	return put_plain(out, printed, len);
}

static enum ingest_value
put_sex(struct kin_str text, struct kin_buf *out, struct kin_err *err)
{
	char sex;

	if (kin_sex_parse(text, &sex, err) < 0)
		return VALUE_BAD;
	return sex == 0 ? VALUE_NONE : put_plain(out, &sex, 1);
}

static enum ingest_value
put_nhs(struct kin_str text, struct kin_buf *out, struct kin_err *err)
{
	char number[KIN_NHS_MAX];

	return kin_nhs_parse(text, number, err) < 0 ? VALUE_BAD : put_plain(out, number, KIN_NHS_MAX - 1);
}

static enum ingest_value
put_postcode(struct kin_ingest *ingest, struct kin_str text, struct kin_buf *out, struct kin_err *err)
{
	char printed[KIN_POSTCODE_MAX];
	bool repaired = false;

	if (kin_postcode_parse(text, printed, &repaired, err) < 0)
		return VALUE_BAD;
	if (repaired)
		ingest_flag(ingest, KIN_FIELD_POSTCODE, text, "put right: a letter and a figure changed over");
	memcpy(ingest->postcode, printed, sizeof(printed));
	return put_plain(out, printed, strlen(printed));
}

static enum ingest_value
put_uprn(struct kin_str text, struct kin_buf *out, struct kin_err *err)
{
	char printed[KIN_UPRN_MAX];

	return kin_uprn_parse(text, printed, err) < 0 ? VALUE_BAD : put_plain(out, printed, strlen(printed));
}

static enum ingest_value
put_code(struct kin_str text, struct kin_buf *out, struct kin_err *err)
{
	bool good = text.len == 9 && memchr("EWSNLMK", text.p[0], 7) != NULL;

	for (size_t i = 1; good && i < 9; i++)
		good = text.p[i] >= '0' && text.p[i] <= '9';
	if (!good) {
		kin_fail_value(err, KIN_STR(""), text, "not a GSS code such as E05014063");
		return VALUE_BAD;
	}
	return put_plain(out, text.p, text.len);
}

static size_t
digits_from(struct kin_str text, size_t at)
{
	size_t from = at;

	while (at < text.len && text.p[at] >= '0' && text.p[at] <= '9')
		at++;
	return at - from;
}

/* A number as JSON writes them, kept in its own digits. */
static enum ingest_value
put_number(struct kin_str text, struct kin_buf *out, struct kin_err *err)
{
	size_t at = text.p[0] == '-', whole = digits_from(text, at);
	bool good = whole == 1 || (whole > 1 && text.p[at] != '0');

	at += whole;
	if (at < text.len) {
		size_t part = text.p[at] == '.' ? digits_from(text, at + 1) : 0;

		good = good && part > 0 && at + 1 + part == text.len;
	}
	if (!good) {
		kin_fail_value(err, KIN_STR(""), text, "not a number");
		return VALUE_BAD;
	}
	kin_buf_add(out, text);
	return VALUE_PUT;
}

static enum ingest_value
put_yes(struct kin_str text, struct kin_buf *out, struct kin_err *err)
{
	bool yes;

	if (kin_yes_parse(text, &yes, err) < 0)
		return VALUE_BAD;
	kin_buf_add(out, yes ? KIN_STR("true") : KIN_STR("false"));
	return VALUE_PUT;
}

/* One of few words, in lower case. */
static enum ingest_value
put_word(int field, struct kin_str text, struct kin_buf *out, struct kin_err *err)
{
	static const char *const kinds[] = { "contact", "person", "helper", "hub", "door", "need", "event", "link",
	    "stop", "letter", "count", NULL };
	static const char *const roles[] = { "resident", "helper", "both", NULL };
	static const char *const events[] = { "contact", "call", "passed_on", "helped", "step_up", "step_down",
	    "goodbye", "return", NULL };
	const char *const *words = field == KIN_FIELD_ROLE ? roles : field == KIN_FIELD_EVENT ? events : kinds;

	for (; *words; words++) {
		if (kin_str_is_nocase(text, kin_str_of(*words)))
			return put_plain(out, *words, strlen(*words));
	}
	kin_fail_value(err, KIN_STR(""), text, "no word for this (kin-record(5) has them)");
	return VALUE_BAD;
}

static enum ingest_value
put_single(struct kin_ingest *ingest, int field, const struct ingest_column *column, struct kin_str text,
    struct kin_buf *out, struct kin_err *err)
{
	switch (kin_schema[field].type) {
	case KIN_TYPE_NAME:	return put_name(ingest, field, text, out, err);
	case KIN_TYPE_DATE:
	case KIN_TYPE_TIME:	return put_when(ingest, field, column, text, out, err);
	case KIN_TYPE_SEX:	return put_sex(text, out, err);
	case KIN_TYPE_NHS:	return put_nhs(text, out, err);
	case KIN_TYPE_POSTCODE:	return put_postcode(ingest, text, out, err);
	case KIN_TYPE_UPRN:	return put_uprn(text, out, err);
	case KIN_TYPE_CODE:	return put_code(text, out, err);
	case KIN_TYPE_METRES:
	case KIN_TYPE_NUMBER:	return put_number(text, out, err);
	case KIN_TYPE_BOOL:	return put_yes(text, out, err);
	case KIN_TYPE_WORD:	return put_word(field, text, out, err);
	default:		return field == KIN_FIELD_AGE ? ingest_person_age(text, out, err) : put_text(out, text);
	}
}

/* "None" is an answer to some questions; X is a sex, or a tick. */
static bool
is_answer(int field, struct kin_str text)
{
	return kin_schema[field].type == KIN_TYPE_NAME || kin_schema[field].type == KIN_TYPE_SEX
	    || (kin_schema[field].type == KIN_TYPE_BOOL && text.len == 1) || field == KIN_FIELD_ETHNIC_GROUP
	    || field == KIN_FIELD_DISABILITY || field == KIN_FIELD_RELIGION;
}

/* No placeholder reads as a value of these: it is asked about when reading has failed. */
static bool
shows_itself(enum kin_type type)
{
	return type == KIN_TYPE_DATE || type == KIN_TYPE_TIME || type == KIN_TYPE_NHS || type == KIN_TYPE_PHONE
	    || type == KIN_TYPE_EMAIL || type == KIN_TYPE_POSTCODE || type == KIN_TYPE_UPRN;
}

static enum ingest_value
put_value(struct kin_ingest *ingest, int field, const struct ingest_column *column, struct kin_str text,
    struct kin_buf *out, struct kin_err *err)
{
	if (kin_schema[field].list)
		return ingest_list_put(ingest, field, column, text, out, err);
	return put_single(ingest, field, column, text, out, err);
}

static enum ingest_value
put_checked(struct kin_ingest *ingest, int field, const struct ingest_column *column, struct kin_str text,
    struct kin_buf *out, struct kin_err *err)
{
	enum kin_type type = kin_schema[field].type;
	enum ingest_value value;

	if (!shows_itself(type) && !is_answer(field, text) && kin_placeholder_is(text))
		return VALUE_NONE;
	value = put_value(ingest, field, column, text, out, err);
	return value == VALUE_BAD && shows_itself(type) && kin_placeholder_is(text) ? VALUE_NONE : value;
}

static bool
comes_again(enum kin_type type)
{
	return type == KIN_TYPE_NEED || type == KIN_TYPE_DATE || type == KIN_TYPE_TIME || type == KIN_TYPE_NAME;
}

enum ingest_value
ingest_value_put(struct kin_ingest *ingest, int field, const struct ingest_column *column,
    struct kin_str text, struct kin_buf *out, struct kin_err *err)
{
	enum kin_when_order order = column ? column->order : KIN_WHEN_DAY_FIRST;
	size_t before, flags = ingest->flags.len;
	enum ingest_value value;

	text = kin_str_trim(text);
	if (text.len == 0)
		return VALUE_NONE;
	if (!comes_again(kin_schema[field].type) || (column && (column->yes.len > 0 || column->no.len > 0)))
		return put_checked(ingest, field, column, text, out, err);
	if (kin_schema[field].list)
		ingest_put_comma(out);
	before = out->len;
	if (ingest_memo_get(ingest, field, order, text, out))
		return VALUE_PUT;
	value = put_checked(ingest, field, column, text, out, err);
	if (value == VALUE_PUT && ingest->flags.len == flags)
		ingest_memo_put(ingest, field, order, text, kin_str(out->p + before, out->len - before));
	return value;
}
