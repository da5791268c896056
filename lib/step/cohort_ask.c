/* What a record says to a rule, and in words why. */
#include <math.h>
#include <stdlib.h>

#include "kin/base/utf8.h"
#include "kin/record/schema.h"
#include "cohort_state.h"

static enum kin_cohort_is
is(bool holds)
{
	return holds ? KIN_COHORT_YES : KIN_COHORT_NO;
}

/* What a value between least and most, of which no more is known, says to a comparison. */
static enum kin_cohort_is
compare(enum kin_cohort_order order, double least, double most, double low, double high)
{
	switch (order) {
	case KIN_COHORT_IS:
	case KIN_COHORT_IS_NOT:
		if (most < low || least > high)
			return is(order == KIN_COHORT_IS_NOT);
		if (least >= low && most <= high)
			return is(order == KIN_COHORT_IS);
		return KIN_COHORT_UNKNOWN;
	case KIN_COHORT_LESS:
		return most < low ? KIN_COHORT_YES : least >= low ? KIN_COHORT_NO : KIN_COHORT_UNKNOWN;
	case KIN_COHORT_AT_MOST:
		return most <= high ? KIN_COHORT_YES : least > high ? KIN_COHORT_NO : KIN_COHORT_UNKNOWN;
	case KIN_COHORT_MORE:
		return least > high ? KIN_COHORT_YES : most <= high ? KIN_COHORT_NO : KIN_COHORT_UNKNOWN;
	case KIN_COHORT_AT_LEAST:
		return least >= low ? KIN_COHORT_YES : most < low ? KIN_COHORT_NO : KIN_COHORT_UNKNOWN;
	}
	return KIN_COHORT_UNKNOWN;
}

/* --- age ------------------------------------------------------------------------ */

/* Whole months from a day to a later one; on the 31st counts as on the last of a month. */
static int
months_between(int32_t from, int32_t to)
{
	struct kin_date a = kin_day_date(from), b = kin_day_date(to);
	int months = (b.year - a.year) * 12 + b.month - a.month;

	return b.day < a.day && b.day < kin_day_month_length(b.year, b.month) ? months - 1 : months;
}

static bool
read_age(struct kin_rec *rec, const struct kin_cohort_node *node, int *least, int *most)
{
	struct kin_str birth = kin_rec_text(rec, KIN_FIELD_BIRTH_DATE);
	struct kin_when when;
	int32_t first, last;

	if (!kin_when_read(birth, &when) || when.date.year == 0)
		return false;
	if (!node->months)
		return kin_day_age(when.date, node->first, least, most);
	kin_day_range(when.date, &first, &last);
	*least = months_between(last, node->first);
	*most = months_between(first, node->first);
	return true;
}

static enum kin_cohort_is
ask_age(struct kin_rec *rec, const struct kin_cohort_node *node)
{
	int least, most;

	if (!read_age(rec, node, &least, &most))
		return KIN_COHORT_UNKNOWN;
	return compare(node->order, least, most, node->number, node->number);
}

/* --- lists, words, values --------------------------------------------------------- */

static bool
is_one_of(struct kin_cohort *cohort, const struct kin_cohort_node *node, struct kin_str text)
{
	for (size_t i = 0; i < node->value_count; i++)
		if (kin_str_is_nocase(node->values[i], text)) {
			cohort->found = node->values[i];
			return true;
		}
	return false;
}

static enum kin_cohort_is
ask_list(struct kin_cohort *cohort, struct kin_rec *rec, const struct kin_cohort_node *node)
{
	struct kin_str lists = kin_rec_raw(rec, KIN_FIELD_LISTS), name, value;
	size_t at = 0;

	if (lists.len == 0 || kin_json_type(lists) != KIN_JSON_OBJECT)
		return KIN_COHORT_NO;
	while (kin_json_member(lists, &at, &name, &value)) {
		kin_buf_clear(&cohort->text);
		if (is_one_of(cohort, node, kin_json_text(kin_str(name.p - 1, name.len + 2), &cohort->text)))
			return KIN_COHORT_YES;
	}
	return KIN_COHORT_NO;
}

static bool
has_words(struct kin_cohort *cohort, struct kin_rec *rec, const struct kin_member *member,
    const struct kin_cohort_node *node)
{
	struct kin_buf *folded = &cohort->folded;
	struct kin_str text;
	size_t at = 0;

	while (kin_rec_each(rec, member, &at, &text)) {
		kin_buf_clear(folded);
		kin_buf_putc(folded, ' ');
		kin_utf8_fold(folded, text);
		kin_buf_putc(folded, ' ');
		for (size_t i = 0; i < node->value_count; i++)
			if (memmem(folded->p, folded->len, node->values[i].p, node->values[i].len) != NULL) {
				cohort->found = kin_str_trim(node->values[i]);
				return true;
			}
	}
	return false;
}

static enum kin_cohort_is
ask_words(struct kin_cohort *cohort, struct kin_rec *rec, const struct kin_cohort_node *node)
{
	for (size_t i = 0; i < rec->members.count; i++) {
		const struct kin_member *member = &rec->members.list[i];

		if ((member->field == KIN_FIELD_NONE || member->field == KIN_FIELD_NOTES ||
		    member->field == KIN_FIELD_GOOD_TO_KNOW) && has_words(cohort, rec, member, node))
			return KIN_COHORT_YES;
	}
	return KIN_COHORT_NO;
}

static const struct kin_member *
member_of(const struct kin_rec *rec, const struct kin_cohort_node *node)
{
	return node->field == KIN_FIELD_NONE ? kin_rec_find(rec, node->name) :
	    kin_rec_member(rec, (enum kin_field)node->field);
}

/* A value that is no list: its text, a number or true and false as written; empty when absent. */
static struct kin_str
value_of(struct kin_cohort *cohort, struct kin_rec *rec, const struct kin_cohort_node *node)
{
	struct kin_str value = kin_rec_value(rec, member_of(rec, node));

	if (node->part.len > 0 && (value.len == 0 || kin_json_type(value) != KIN_JSON_OBJECT ||
	    !kin_json_find(value, node->part, &value)))
		return kin_str(NULL, 0);
	if (value.len == 0 || kin_json_type(value) == KIN_JSON_NULL)
		return kin_str(NULL, 0);
	kin_buf_clear(&cohort->text);
	return kin_json_type(value) == KIN_JSON_STRING ? kin_json_text(value, &cohort->text) : value;
}

static enum kin_cohort_is
ask_text(struct kin_cohort *cohort, struct kin_rec *rec, const struct kin_cohort_node *node)
{
	const struct kin_member *member = member_of(rec, node);
	struct kin_str text = { NULL, 0 };
	bool found = false, any = false;
	size_t at = 0;

	if (node->part.len == 0 && member != NULL && member->type == KIN_JSON_ARRAY)
		for (; !found && kin_rec_each(rec, member, &at, &text); any = true)
			found = is_one_of(cohort, node, text);
	else {
		text = value_of(cohort, rec, node);
		any = text.len > 0;
		found = any && is_one_of(cohort, node, text);
	}
	if (!any && node->field != KIN_FIELD_NEEDS)
		return KIN_COHORT_UNKNOWN;
	return is(found == (node->order == KIN_COHORT_IS));
}

static enum kin_cohort_is
ask_number(struct kin_cohort *cohort, struct kin_rec *rec, const struct kin_cohort_node *node)
{
	struct kin_str text = value_of(cohort, rec, node);
	char digits[64], *end;
	double number;

	if (text.len == 0 || text.len >= sizeof(digits))
		return KIN_COHORT_UNKNOWN;
	memcpy(digits, text.p, text.len);
	digits[text.len] = '\0';
	number = strtod(digits, &end);
	if (*end != '\0' || !isfinite(number))
		return KIN_COHORT_UNKNOWN;
	return compare(node->order, number, number, node->number, node->number);
}

static enum kin_cohort_is
ask_date(struct kin_cohort *cohort, struct kin_rec *rec, const struct kin_cohort_node *node)
{
	struct kin_when when;
	int32_t first, last;

	if (!kin_when_read(value_of(cohort, rec, node), &when) || when.date.year == 0)
		return KIN_COHORT_UNKNOWN;
	kin_day_range(when.date, &first, &last);
	return compare(node->order, first, last, node->first, node->last);
}

/* --- both ------------------------------------------------------------------------ */

enum kin_cohort_is
kin_cohort_ask(struct kin_cohort *cohort, struct kin_rec *rec, uint32_t number)
{
	const struct kin_cohort_node *node = &cohort->nodes[number];
	enum kin_cohort_is left, right;

	switch (node->sort) {
	case KIN_COHORT_AND:
		left = kin_cohort_ask(cohort, rec, node->left);
		if (left == KIN_COHORT_NO)
			return left;
		right = kin_cohort_ask(cohort, rec, node->right);
		return left < right ? left : right;
	case KIN_COHORT_OR:
		left = kin_cohort_ask(cohort, rec, node->left);
		if (left == KIN_COHORT_YES)
			return left;
		right = kin_cohort_ask(cohort, rec, node->right);
		return left > right ? left : right;
	case KIN_COHORT_NOT:
		return KIN_COHORT_YES - kin_cohort_ask(cohort, rec, node->left);
	case KIN_COHORT_RULE:
		return cohort->rules[node->left].is;
	case KIN_COHORT_AGE:
		return ask_age(rec, node);
	case KIN_COHORT_LIST:
		return ask_list(cohort, rec, node);
	case KIN_COHORT_WORDS:
		return ask_words(cohort, rec, node);
	case KIN_COHORT_HAS:
		return is(has_words(cohort, rec, member_of(rec, node), node));
	case KIN_COHORT_TEXT:
		return ask_text(cohort, rec, node);
	case KIN_COHORT_NUMBER:
		return ask_number(cohort, rec, node);
	case KIN_COHORT_DATE:
		return ask_date(cohort, rec, node);
	case KIN_COHORT_PRESENT:
		return is(node->part.len > 0 ? value_of(cohort, rec, node).len > 0 : member_of(rec, node) != NULL);
	}
	return KIN_COHORT_UNKNOWN;
}

/* --- in words ----------------------------------------------------------------------- */

/* The one that was found, else all that were sought. */
static void
put_values(struct kin_cohort *cohort, struct kin_buf *out, const struct kin_cohort_node *node)
{
	if (cohort->found.len > 0) {
		kin_buf_add(out, cohort->found);
		return;
	}
	for (size_t i = 0; i < node->value_count; i++) {
		kin_buf_puts(out, i == 0 ? "" : i + 1 == node->value_count ? " or " : ", ");
		kin_buf_add(out, kin_str_trim(node->values[i]));
	}
}

static void
put_name(struct kin_buf *out, const struct kin_cohort_node *node)
{
	kin_buf_add(out, node->name);
	if (node->part.len > 0) {
		kin_buf_putc(out, '.');
		kin_buf_add(out, node->part);
	}
}

static void
say_age(struct kin_buf *out, struct kin_rec *rec, const struct kin_cohort_node *node)
{
	struct kin_str birth = kin_rec_text(rec, KIN_FIELD_BIRTH_DATE);
	char day[KIN_WHEN_MAX];
	int least, most;

	if (!read_age(rec, node, &least, &most))
		return;
	kin_when_print_date(kin_day_date(node->first), day);
	kin_buf_printf(out, "born %.*s: %d", (int)birth.len, birth.p, least);
	if (most != least)
		kin_buf_printf(out, " or %d", most);
	kin_buf_printf(out, "%s on %s", node->months ? " months" : "", day);
}

/* One thing that was asked, as it is. */
static void
say_atom(struct kin_cohort *cohort, struct kin_rec *rec, const struct kin_cohort_node *node, bool holds,
    struct kin_buf *out)
{
	struct kin_str value;

	switch (node->sort) {
	case KIN_COHORT_AGE:
		say_age(out, rec, node);
		return;
	case KIN_COHORT_LIST:
		kin_buf_puts(out, holds ? "on list " : "not on list ");
		break;
	case KIN_COHORT_WORDS:
		kin_buf_puts(out, holds ? "the words " : "not the words ");
		break;
	case KIN_COHORT_HAS:
		put_name(out, node);
		kin_buf_puts(out, holds ? " has " : " has not ");
		break;
	case KIN_COHORT_PRESENT:
		kin_buf_puts(out, holds ? "has " : "has no ");
		put_name(out, node);
		return;
	default:
		put_name(out, node);
		if (node->sort != KIN_COHORT_TEXT) {
			value = value_of(cohort, rec, node);
			kin_buf_puts(out, " is ");
			kin_buf_add(out, value);
			return;
		}
		kin_buf_puts(out, holds == (node->order == KIN_COHORT_IS) ? " is " : " is not ");
	}
	put_values(cohort, out, node);
}

static void
explain(struct kin_cohort *cohort, struct kin_rec *rec, uint32_t number, bool holds)
{
	const struct kin_cohort_node *node = &cohort->nodes[number];
	struct kin_buf sentence = { 0 };

	switch (node->sort) {
	case KIN_COHORT_NOT:
		explain(cohort, rec, node->left, !holds);
		return;
	case KIN_COHORT_RULE:
		explain(cohort, rec, cohort->rules[node->left].node, holds);
		return;
	case KIN_COHORT_AND:
	case KIN_COHORT_OR:
		if (holds == (node->sort == KIN_COHORT_AND)) {	/* both had to be so */
			explain(cohort, rec, node->left, holds);
			explain(cohort, rec, node->right, holds);
		} else
			explain(cohort, rec, kin_cohort_ask(cohort, rec, node->left) ==
			    (holds ? KIN_COHORT_YES : KIN_COHORT_NO) ? node->left : node->right, holds);
		return;
	default:
		break;
	}
	cohort->found.len = 0;
	kin_cohort_ask(cohort, rec, number);
	say_atom(cohort, rec, node, holds, &sentence);
	if (cohort->why.p[cohort->why.len - 1] != '[')
		kin_buf_putc(&cohort->why, ',');
	kin_json_put_string(&cohort->why, kin_buf_str(&sentence));
	kin_buf_fini(&sentence);
}

void
kin_cohort_explain(struct kin_cohort *cohort, struct kin_rec *rec, uint32_t node)
{
	explain(cohort, rec, node, true);
}
