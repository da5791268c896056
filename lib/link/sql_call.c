/* The functions that expressions may call: of text, numbers and times; lists are in sql_list.c. */
#include "sql_state.h"

#include <math.h>

#include "kin/base/utf8.h"
#include "kin/link/similar.h"

static struct kin_str
text_of(const struct kin_sql_ask *ask, uint32_t nth)
{
	return ask->args[nth].text;
}

static bool
number_of(const struct kin_sql_ask *ask, uint32_t nth, double *out)
{
	return kin_sql_number(&ask->args[nth], out);
}

static struct kin_sql_value
keep(const struct kin_sql_ask *ask, struct kin_buf *text)
{
	struct kin_sql_value value = kin_sql_make_text(kin_arena_keep(&ask->room->arena,
	    kin_buf_str(text)));

	kin_buf_fini(text);
	return value;
}

/* --- how near two texts are --------------------------------------------------- */

static void
act_levenshtein(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	*out = kin_sql_make_number((double)kin_levenshtein(text_of(ask, 0), text_of(ask, 1)));
}

static void
act_damerau(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	*out = kin_sql_make_number((double)kin_damerau(text_of(ask, 0), text_of(ask, 1)));
}

static bool
is_empty(const struct kin_sql_ask *ask)
{
	return text_of(ask, 0).len == 0 || text_of(ask, 1).len == 0;
}

static void
act_jaro(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	*out = kin_sql_make_number(is_empty(ask) ? 0.0 :
	    kin_jaro(text_of(ask, 0), text_of(ask, 1)));
}

static void
act_jaro_winkler(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	*out = kin_sql_make_number(is_empty(ask) ? 0.0 :
	    kin_jaro_winkler(text_of(ask, 0), text_of(ask, 1)));
}

/* Sets of bytes: what both have, of what either has. */
static void
act_jaccard(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	uint8_t has[256] = { 0 };
	int both = 0, any = 0;

	for (uint32_t side = 0; side < 2; side++) {
		struct kin_str text = text_of(ask, side);

		for (size_t i = 0; i < text.len; i++)
			has[(unsigned char)text.p[i]] |= (uint8_t)(1u << side);
	}
	for (int c = 0; c < 256; c++) {
		both += has[c] == 3;
		any += has[c] != 0;
	}
	if (!is_empty(ask))
		*out = kin_sql_make_number((double)both / (double)any);
}

static void
act_hamming(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	struct kin_str a = text_of(ask, 0), b = text_of(ask, 1);
	double different = 0;

	if (a.len != b.len || a.len == 0)
		return;
	for (size_t i = 0; i < a.len; i++)
		different += a.p[i] != b.p[i];
	*out = kin_sql_make_number(different);
}

/* --- text ---------------------------------------------------------------------- */

static void
change_case(const struct kin_sql_ask *ask, uint32_t (*change)(uint32_t code),
    struct kin_sql_value *out)
{
	struct kin_str text = text_of(ask, 0);
	struct kin_buf changed = { 0 };

	for (size_t at = 0; at < text.len; )
		kin_utf8_put(&changed, change(kin_utf8_next(text, &at)));
	*out = keep(ask, &changed);
}

static void
act_lower(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	change_case(ask, kin_utf8_lower, out);
}

static void
act_upper(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	change_case(ask, kin_utf8_upper, out);
}

static void
act_trim(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	struct kin_str text = text_of(ask, 0);

	while (text.len > 0 && text.p[0] == ' ')
		text = kin_str(text.p + 1, text.len - 1);
	while (text.len > 0 && text.p[text.len - 1] == ' ')
		text.len--;
	*out = kin_sql_make_text(text);
}

static size_t
characters(struct kin_str text)
{
	size_t count = 0;

	for (size_t at = 0; at < text.len; count++)
		kin_utf8_next(text, &at);
	return count;
}

static void
act_length(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	const struct kin_sql_value *value = &ask->args[0];

	if (value->type == KIN_SQL_LIST)
		*out = kin_sql_make_number(value->count);
	else if (value->type == KIN_SQL_TEXT)
		*out = kin_sql_make_number((double)characters(value->text));
}

/* Characters from .. to (not included) by number from 0; what lies outside is not there. */
static struct kin_sql_value
slice(struct kin_str text, double from, double to)
{
	size_t at = 0, begin = text.len, end = text.len;

	for (double i = 0; at < text.len; i++) {
		if (i >= from && begin == text.len)
			begin = at;
		if (i >= to) {
			end = at;
			break;
		}
		kin_utf8_next(text, &at);
	}
	return kin_sql_make_text(end > begin ? kin_str(text.p + begin, end - begin) : kin_str("", 0));
}

/* From 1; below 0 from the end; a place 0 stands before the first. */
static void
act_substring(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	double from, length = INFINITY;

	if (!number_of(ask, 1, &from) || (ask->node->kids == 3 && !number_of(ask, 2, &length)))
		return;
	from = from < 0 ? (double)characters(text_of(ask, 0)) + from : from - 1;
	*out = slice(text_of(ask, 0), from, from + length);
}

static void
act_left(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	double count;

	if (!number_of(ask, 1, &count))
		return;
	*out = slice(text_of(ask, 0), 0, count < 0 ? (double)characters(text_of(ask, 0)) + count : count);
}

static void
act_right(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	double count;

	if (!number_of(ask, 1, &count))
		return;
	*out = slice(text_of(ask, 0), count < 0 ? -count : (double)characters(text_of(ask, 0)) - count,
	    INFINITY);
}

/* What is NULL counts as nothing. */
static void
act_concat(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	struct kin_buf text = { 0 };

	for (uint32_t i = 0; i < ask->node->kids; i++)
		kin_buf_add(&text, ask->args[i].text);
	*out = keep(ask, &text);
}

/* The group asked for, or the whole; "" where nothing matches. */
static void
act_regexp_extract(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	struct kin_str groups[KIN_REGEX_GROUPS];
	double group = 0;

	if (ask->args[0].type != KIN_SQL_TEXT || (ask->node->kids == 3
	    && (!number_of(ask, 2, &group) || !(group >= 0 && group < KIN_REGEX_GROUPS))))
		return;
	*out = kin_sql_make_text(kin_regex_find(ask->node->regex, text_of(ask, 0), groups)
	    ? groups[(int)group] : kin_str("", 0));
}

static void
act_regexp_matches(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	struct kin_str groups[KIN_REGEX_GROUPS];

	if (ask->args[0].type == KIN_SQL_TEXT)
		*out = kin_sql_make_bool(kin_regex_find(ask->node->regex, text_of(ask, 0), groups));
}

/* --- any type -------------------------------------------------------------------- */

static void
act_nullif(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	int order;

	if (!kin_sql_compare(&ask->args[0], &ask->args[1], &order) || order != 0)
		*out = ask->args[0];
}

static void
act_coalesce(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	for (uint32_t i = 0; i < ask->node->kids && out->type == KIN_SQL_NULL; i++)
		*out = ask->args[i];
}

static void
pick(const struct kin_sql_ask *ask, int sign, struct kin_sql_value *out)
{
	int order;

	for (uint32_t i = 0; i < ask->node->kids; i++) {
		if (out->type == KIN_SQL_NULL
		    || (kin_sql_compare(&ask->args[i], out, &order) && order * sign > 0))
			*out = ask->args[i];
	}
}

static void
act_least(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	pick(ask, -1, out);
}

static void
act_greatest(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	pick(ask, 1, out);
}

/* --- times and numbers --------------------------------------------------------- */

static void
act_strptime(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	double seconds;

	if (ask->args[0].type == KIN_SQL_TEXT
	    && kin_sql_strptime(text_of(ask, 0), text_of(ask, 1), &seconds))
		*out = (struct kin_sql_value){ .type = KIN_SQL_TIME, .number = seconds };
}

static void
act_epoch(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	double seconds;

	if (kin_sql_time(&ask->args[0], &seconds))
		*out = kin_sql_make_number(seconds);
}

static double
radians(double degrees)
{
	return degrees * (acos(-1.0) / 180.0);
}

static const struct {
	const char	*name;
	double		(*of)(double x);
} of_numbers[] = {
	{ "abs", fabs }, { "acos", acos }, { "asin", asin }, { "atan", atan }, { "ceil", ceil },
	{ "cos", cos }, { "exp", exp }, { "floor", floor }, { "ln", log }, { "log10", log10 },
	{ "log2", log2 }, { "radians", radians }, { "round", round }, { "sin", sin },
	{ "sqrt", sqrt }, { "tan", tan }
};


static void
act_number(const struct kin_sql_ask *ask, struct kin_sql_value *out)
{
	double x;
	size_t i = 0;

	while (strcmp(of_numbers[i].name, ask->node->call->name) != 0)
		i++;
	if (number_of(ask, 0, &x))
		*out = kin_sql_make_number(of_numbers[i].of(x));
}

/* --- the table -------------------------------------------------------------------- */

#define ONE_NUMBER(name)	{ name, 1, 1, true, false, false, act_number }

static const struct kin_sql_call calls[] = {
	{ "levenshtein", 2, 2, true, false, false, act_levenshtein },
	{ "damerau_levenshtein", 2, 2, true, false, false, act_damerau },
	{ "jaro_similarity", 2, 2, true, false, false, act_jaro },
	{ "jaro_winkler_similarity", 2, 2, true, false, false, act_jaro_winkler },
	{ "jaccard", 2, 2, true, false, false, act_jaccard },
	{ "hamming", 2, 2, true, false, false, act_hamming },
	{ "lower", 1, 1, true, false, false, act_lower },
	{ "lcase", 1, 1, true, false, false, act_lower },
	{ "upper", 1, 1, true, false, false, act_upper },
	{ "ucase", 1, 1, true, false, false, act_upper },
	{ "trim", 1, 1, true, false, false, act_trim },
	{ "length", 1, 1, true, false, false, act_length },
	{ "len", 1, 1, true, false, false, act_length },
	{ "substring", 2, 3, true, false, false, act_substring },
	{ "substr", 2, 3, true, false, false, act_substring },
	{ "left", 2, 2, true, false, false, act_left },
	{ "right", 2, 2, true, false, false, act_right },
	{ "concat", 1, KIN_SQL_ARGS, false, false, false, act_concat },
	{ "regexp_extract", 2, 3, true, false, true, act_regexp_extract },
	{ "regexp_matches", 2, 2, true, false, true, act_regexp_matches },
	{ "nullif", 2, 2, false, false, false, act_nullif },
	{ "coalesce", 1, KIN_SQL_ARGS, false, false, false, act_coalesce },
	{ "ifnull", 2, 2, false, false, false, act_coalesce },
	{ "least", 1, KIN_SQL_ARGS, false, false, false, act_least },
	{ "greatest", 1, KIN_SQL_ARGS, false, false, false, act_greatest },
	{ "try_strptime", 2, 2, true, false, false, act_strptime },
	{ "strptime", 2, 2, true, false, false, act_strptime },
	{ "epoch", 1, 1, true, false, false, act_epoch },
	ONE_NUMBER("abs"), ONE_NUMBER("acos"), ONE_NUMBER("asin"), ONE_NUMBER("atan"),
	ONE_NUMBER("ceil"), ONE_NUMBER("cos"), ONE_NUMBER("exp"), ONE_NUMBER("floor"),
	ONE_NUMBER("ln"), ONE_NUMBER("log10"), ONE_NUMBER("log2"), ONE_NUMBER("radians"),
	ONE_NUMBER("round"), ONE_NUMBER("sin"), ONE_NUMBER("sqrt"), ONE_NUMBER("tan")
};

const struct kin_sql_call *
kin_sql_call_find(struct kin_str name)
{
	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++) {
		if (kin_str_is_nocase(name, kin_str_of(calls[i].name)))
			return &calls[i];
	}
	return kin_sql_list_call_find(name);
}
