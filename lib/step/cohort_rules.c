/* Rules read: "or" over "and" over "not" over what can be asked. */
#include "kin/base/utf8.h"
#include "kin/record/schema.h"
#include "cohort_words.h"

enum { MOST_DEPTH = 64 };

static uint32_t	read_or(struct kin_cohort_parser *p);

static uint32_t
read_atom(struct kin_cohort_parser *p)
{
	struct kin_cohort_token word = p->words.next;
	int got;

	if ((got = kin_cohort_take(&p->words, KIN_COHORT_SIGN, "(")) != 0) {
		uint32_t inner;

		if (got == 1 && ++p->depth > MOST_DEPTH)
			got = kin_cohort_fail(&p->words, &word, "too many ( in one another");
		inner = got < 0 ? KIN_COHORT_NO_NODE : read_or(p);
		p->depth--;
		if (inner == KIN_COHORT_NO_NODE || (got = kin_cohort_take(&p->words, KIN_COHORT_SIGN, ")")) == 1)
			return inner;
		if (got == 0)
			kin_cohort_fail(&p->words, &p->words.next, "a ) is wanted here");
		return KIN_COHORT_NO_NODE;
	}
	return kin_cohort_read_asked(p);
}

static uint32_t
read_not(struct kin_cohort_parser *p)
{
	bool turned = false;
	uint32_t node;
	int got;

	while ((got = kin_cohort_take(&p->words, KIN_COHORT_WORD, "not")) == 1)
		turned = !turned;
	node = got < 0 ? KIN_COHORT_NO_NODE : read_atom(p);
	if (node == KIN_COHORT_NO_NODE || !turned)
		return node;
	return kin_cohort_add(p, (struct kin_cohort_node){ .sort = KIN_COHORT_NOT, .left = node });
}

static uint32_t
read_and(struct kin_cohort_parser *p)
{
	uint32_t left = read_not(p), right;
	int got;

	while (left != KIN_COHORT_NO_NODE && (got = kin_cohort_take(&p->words, KIN_COHORT_WORD, "and")) != 0) {
		right = got < 0 ? KIN_COHORT_NO_NODE : read_not(p);
		if (right == KIN_COHORT_NO_NODE)
			return right;
		left = kin_cohort_add(p, (struct kin_cohort_node){ .sort = KIN_COHORT_AND, .left = left, .right = right });
	}
	return left;
}

static uint32_t
read_or(struct kin_cohort_parser *p)
{
	uint32_t left = read_and(p), right;
	int got;

	while (left != KIN_COHORT_NO_NODE && (got = kin_cohort_take(&p->words, KIN_COHORT_WORD, "or")) != 0) {
		right = got < 0 ? KIN_COHORT_NO_NODE : read_and(p);
		if (right == KIN_COHORT_NO_NODE)
			return right;
		left = kin_cohort_add(p, (struct kin_cohort_node){ .sort = KIN_COHORT_OR, .left = left, .right = right });
	}
	return left;
}

static bool
is_reserved(struct kin_str name)
{
	static const char *const words[] = { "and", "or", "not", "age", "at", "list", "need", "words", "has" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (kin_str_is(name, kin_str_of(words[i])))
			return true;
	return kin_schema_find(name) != KIN_FIELD_NONE;
}

static int
read_rule(struct kin_cohort_parser *p)
{
	struct kin_cohort *cohort = p->cohort;
	struct kin_cohort_token name = p->words.next;
	uint32_t node, number;
	bool is_new;
	int got;

	if (name.sort != KIN_COHORT_WORD)
		return kin_cohort_fail(&p->words, &name, "the name of a group is wanted here");
	if (is_reserved(name.text))
		return kin_cohort_fail(&p->words, &name, "a group cannot be called this");
	if (kin_map_get(cohort->names, name.text) != KIN_MAP_NONE)
		return kin_cohort_fail(&p->words, &name, "a second group of this name");
	if (kin_cohort_advance(&p->words) < 0 || (got = kin_cohort_take(&p->words, KIN_COHORT_SIGN, "=")) < 0)
		return -1;
	if (got == 0)
		return kin_cohort_fail(&p->words, &p->words.next, "a = is wanted here");
	if ((node = read_or(p)) == KIN_COHORT_NO_NODE)
		return -1;
	if (p->words.next.sort != KIN_COHORT_END && p->words.next.sort != KIN_COHORT_RULE_END)
		return kin_cohort_fail(&p->words, &p->words.next, "the rule could end here; and, or is wanted");
	number = kin_map_add(cohort->names, name.text, &is_new);
	cohort->rules = kin_grow(cohort->rules, number, &cohort->rule_cap, sizeof(*cohort->rules));
	cohort->rules[number] = (struct kin_cohort_rule){ .name = kin_map_key(cohort->names, number),
		.node = node };
	return p->words.next.sort == KIN_COHORT_END ? 0 : kin_cohort_advance(&p->words);
}

int
kin_cohort_read(struct kin_cohort *cohort, struct kin_str text, struct kin_err *err)
{
	struct kin_cohort_parser p = { .cohort = cohort, .words = { .text = text, .line = 1, .err = err } };

	*err = KIN_ERR_NONE;
	if (kin_str_has_prefix(text, KIN_STR("\xef\xbb\xbf")))
		p.words.text = kin_str(text.p + 3, text.len - 3);
	if (kin_utf8_check(text) < text.len)
		return kin_fail(err, "not UTF-8");
	if (kin_cohort_advance(&p.words) < 0 ||
	    (p.words.next.sort == KIN_COHORT_RULE_END && kin_cohort_advance(&p.words) < 0))
		return -1;
	while (p.words.next.sort != KIN_COHORT_END)
		if (read_rule(&p) < 0)
			return -1;
	if (kin_map_count(cohort->names) == 0)
		return kin_fail(err, "no rule in it");
	return 0;
}
