/* What rules can ask of a record. */
#include <stdlib.h>

#include "kin/base/ascii.h"
#include "kin/base/utf8.h"
#include "kin/field/need.h"
#include "kin/record/schema.h"
#include "cohort_words.h"

/* --- nodes --------------------------------------------------------------------- */

uint32_t
kin_cohort_add(struct kin_cohort_parser *p, struct kin_cohort_node node)
{
	struct kin_cohort *cohort = p->cohort;

	cohort->nodes = kin_grow(cohort->nodes, cohort->node_count, &cohort->node_cap,
	    sizeof(*cohort->nodes));
	cohort->nodes[cohort->node_count] = node;
	return (uint32_t)cohort->node_count++;
}

static struct kin_str
keep(struct kin_cohort_parser *p, struct kin_str text)
{
	return kin_arena_keep(&p->cohort->arena, text);
}

static struct kin_str
keep_folded(struct kin_cohort_parser *p, struct kin_str text)
{
	struct kin_buf *folded = &p->cohort->folded;

	kin_buf_clear(folded);
	kin_buf_putc(folded, ' ');
	kin_utf8_fold(folded, text);
	if (folded->len == 1)
		return kin_str(NULL, 0);
	kin_buf_putc(folded, ' ');
	return keep(p, kin_buf_str(folded));
}

/* VALUE, VALUE …; -1 with err. */
static int
read_values(struct kin_cohort_parser *p, struct kin_cohort_node *node, const char *wanted)
{
	bool folded = node->sort == KIN_COHORT_WORDS || node->sort == KIN_COHORT_HAS;
	struct kin_str *values = NULL;
	size_t count = 0, cap = 0;
	int more;

	do {
		struct kin_str value = folded ? keep_folded(p, p->words.next.text) : keep(p, p->words.next.text);

		if ((p->words.next.sort != KIN_COHORT_WORD && p->words.next.sort != KIN_COHORT_QUOTED) || value.len == 0) {
			kin_free(values);
			return kin_cohort_fail(&p->words, &p->words.next, wanted);
		}
		values = kin_grow(values, count, &cap, sizeof(*values));
		values[count++] = value;
		more = kin_cohort_advance(&p->words) < 0 ? -1 : kin_cohort_take(&p->words, KIN_COHORT_SIGN, ",");
	} while (more == 1);
	node->value_count = count;
	node->values = kin_arena_alloc(&p->cohort->arena, count * sizeof(*values));
	memcpy(node->values, values, count * sizeof(*values));
	kin_free(values);
	return more;
}

static int
read_order(struct kin_cohort_parser *p, enum kin_cohort_order *order)
{
	static const char *const signs[] = { "=", "!=", "<", "<=", ">", ">=" };

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (kin_cohort_next_is(&p->words, KIN_COHORT_SIGN, signs[i])) {
			*order = (enum kin_cohort_order)i;
			return kin_cohort_advance(&p->words);
		}
	return kin_cohort_fail(&p->words, &p->words.next, "a comparison is wanted here: = != < <= > >=");
}

static int
read_number(struct kin_cohort_parser *p, double *number)
{
	char digits[32];
	char *end;

	if (p->words.next.sort != KIN_COHORT_WORD || p->words.next.text.len >= sizeof(digits) ||
	    !kin_ascii_is_digit(p->words.next.text.p[0]))
		return kin_cohort_fail(&p->words, &p->words.next, "a number is wanted here");
	memcpy(digits, p->words.next.text.p, p->words.next.text.len);
	digits[p->words.next.text.len] = '\0';
	*number = strtod(digits, &end);
	if (*end != '\0')
		return kin_cohort_fail(&p->words, &p->words.next, "a number is wanted here");
	return kin_cohort_advance(&p->words);
}

static int
read_date(struct kin_cohort_parser *p, int32_t *first, int32_t *last)
{
	struct kin_when when;

	if ((p->words.next.sort != KIN_COHORT_WORD && p->words.next.sort != KIN_COHORT_QUOTED) ||
	    !kin_when_read(p->words.next.text, &when) || when.date.year == 0)
		return kin_cohort_fail(&p->words, &p->words.next, "a date is wanted here, as 2020-04-06");
	kin_day_range(when.date, first, last);
	return kin_cohort_advance(&p->words);
}

/* --- what can be asked ----------------------------------------------------------- */

/* age [at DATE] >= 70 [years|months] */
static int
read_age(struct kin_cohort_parser *p, struct kin_cohort_node *node)
{
	int32_t last;
	int got;

	node->sort = KIN_COHORT_AGE;
	node->first = p->cohort->today;
	got = kin_cohort_take(&p->words, KIN_COHORT_WORD, "at");
	if (got < 0 || (got == 1 && read_date(p, &node->first, &last) < 0))
		return -1;
	if (read_order(p, &node->order) < 0 || read_number(p, &node->number) < 0)
		return -1;
	if ((got = kin_cohort_take(&p->words, KIN_COHORT_WORD, "months")) != 0) {
		node->months = true;
		return got < 0 ? -1 : 0;
	}
	return kin_cohort_take(&p->words, KIN_COHORT_WORD, "years") < 0 ? -1 : 0;
}

static int
check_needs(struct kin_cohort_parser *p, const struct kin_cohort_node *node,
    const struct kin_cohort_token *where)
{
	for (size_t i = 0; i < node->value_count; i++)
		if (kin_need_find(node->values[i]) < 0)
			return kin_cohort_fail(&p->words, where, "not a task word among");
	return 0;
}

/* list, need, ward, words: a word, then values. */
static int
read_membership(struct kin_cohort_parser *p, const struct kin_cohort_token *word,
    struct kin_cohort_node *node)
{
	static const struct {
		const char		*word;
		enum kin_cohort_sort	 sort;
		int			 field;
		const char		*wanted;
	} known[] = {
		{ "list", KIN_COHORT_LIST, KIN_FIELD_LISTS, "the name of a list is wanted here" },
		{ "need", KIN_COHORT_TEXT, KIN_FIELD_NEEDS, "a task word is wanted here" },
		{ "words", KIN_COHORT_WORDS, KIN_FIELD_NONE, "words are wanted here" },
	};
	struct kin_cohort_token where = p->words.next;

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		if (!kin_str_is(word->text, kin_str_of(known[i].word)))
			continue;
		node->sort = known[i].sort;
		node->field = known[i].field;
		if (node->field != KIN_FIELD_NONE)
			node->name = kin_schema[node->field].name;
		if (read_values(p, node, known[i].wanted) < 0)
			return -1;
		return node->field == KIN_FIELD_NEEDS ? check_needs(p, node, &where) : 0;
	}
	return 1;
}

/* "household.size" is the part size of household. */
static void
set_name(struct kin_cohort_parser *p, const struct kin_cohort_token *word, struct kin_cohort_node *node)
{
	size_t dot = kin_str_find(word->text, '.', 0);

	node->name = keep(p, word->text);
	node->field = kin_schema_find(node->name);
	if (word->sort == KIN_COHORT_QUOTED || node->field != KIN_FIELD_NONE || dot == word->text.len)
		return;
	node->part = kin_str(node->name.p + dot + 1, node->name.len - dot - 1);
	node->name.len = dot;
	node->field = kin_schema_find(node->name);
}

static bool
is_ordered(enum kin_cohort_order order)
{
	return order != KIN_COHORT_IS && order != KIN_COHORT_IS_NOT;
}

static bool
is_date_field(int field)
{
	return field != KIN_FIELD_NONE && (kin_schema[field].type == KIN_TYPE_DATE ||
	    kin_schema[field].type == KIN_TYPE_TIME);
}

/* A comparison: dates and numbers by size, anything else by its text. */
static int
read_comparison(struct kin_cohort_parser *p, const struct kin_cohort_token *word,
    struct kin_cohort_node *node)
{
	enum kin_type type = node->field == KIN_FIELD_NONE ? KIN_TYPE_TEXT : kin_schema[node->field].type;
	struct kin_when when;

	if (read_order(p, &node->order) < 0)
		return -1;
	if (node->part.len == 0 && is_date_field(node->field)) {
		node->sort = KIN_COHORT_DATE;
		return read_date(p, &node->first, &node->last);
	}
	if (type == KIN_TYPE_NUMBER || type == KIN_TYPE_METRES) {
		node->sort = KIN_COHORT_NUMBER;
		return read_number(p, &node->number);
	}
	if (is_ordered(node->order) && node->field != KIN_FIELD_NONE && node->part.len == 0)
		return kin_cohort_fail(&p->words, word, "this is no number and no date");
	if (is_ordered(node->order) && kin_when_read(p->words.next.text, &when) && p->words.next.text.len > 4) {
		node->sort = KIN_COHORT_DATE;
		return read_date(p, &node->first, &node->last);
	}
	if (is_ordered(node->order)) {
		node->sort = KIN_COHORT_NUMBER;
		return read_number(p, &node->number);
	}
	node->sort = KIN_COHORT_TEXT;
	return read_values(p, node, "a value is wanted here");
}

/* A rule above, a field alone, FIELD has TEXT, or a comparison. */
static int
read_named(struct kin_cohort_parser *p, const struct kin_cohort_token *word, struct kin_cohort_node *node)
{
	struct kin_cohort *cohort = p->cohort;
	uint32_t rule = word->sort == KIN_COHORT_WORD ? kin_map_get(cohort->names, word->text) : KIN_MAP_NONE;

	if (rule != KIN_MAP_NONE) {
		node->sort = KIN_COHORT_RULE;
		node->left = rule;
		return 0;
	}
	set_name(p, word, node);
	if (word->sort == KIN_COHORT_WORD && node->field == KIN_FIELD_NONE)
		return kin_cohort_fail(&p->words, word, "no rule above and no field is called so; "
		    "a column of the list's own stands in quotes");
	if (kin_cohort_next_is(&p->words, KIN_COHORT_WORD, "has")) {
		node->sort = KIN_COHORT_HAS;
		return kin_cohort_advance(&p->words) < 0 ? -1 : read_values(p, node, "words are wanted here");
	}
	if (kin_str_is(node->name, KIN_STR("ward")) && p->words.next.sort == KIN_COHORT_WORD &&
	    !kin_cohort_next_is(&p->words, KIN_COHORT_WORD, "and") &&
	    !kin_cohort_next_is(&p->words, KIN_COHORT_WORD, "or")) {
		node->sort = KIN_COHORT_TEXT;
		return read_values(p, node, "the code of a ward is wanted here");
	}
	if (p->words.next.sort == KIN_COHORT_SIGN && strchr("=!<>", p->words.next.text.p[0]) != NULL)
		return read_comparison(p, word, node);
	node->sort = KIN_COHORT_PRESENT;
	return 0;
}

uint32_t
kin_cohort_read_asked(struct kin_cohort_parser *p)
{
	struct kin_cohort_node node = { .field = KIN_FIELD_NONE };
	struct kin_cohort_token word = p->words.next;
	int got;

	if (word.sort != KIN_COHORT_WORD && word.sort != KIN_COHORT_QUOTED) {
		kin_cohort_fail(&p->words, &word, "something to ask is wanted here");
		return KIN_COHORT_NO_NODE;
	}
	if (kin_cohort_advance(&p->words) < 0)
		return KIN_COHORT_NO_NODE;
	if (word.sort == KIN_COHORT_WORD && kin_str_is(word.text, KIN_STR("age")))
		got = read_age(p, &node);
	else {
		got = word.sort == KIN_COHORT_WORD ? read_membership(p, &word, &node) : 1;
		if (got == 1)
			got = read_named(p, &word, &node);
	}
	return got < 0 ? KIN_COHORT_NO_NODE : kin_cohort_add(p, node);
}
