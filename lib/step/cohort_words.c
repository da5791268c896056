#include "cohort_words.h"

#include "kin/base/ascii.h"

static bool
is_word_byte(char c)
{
	return kin_ascii_is_letter(c) || kin_ascii_is_digit(c) || c == '_' || c == '-' || c == '.' ||
	    c == '/' || (unsigned char)c >= 0x80;
}

int
kin_cohort_fail(struct kin_cohort_words *p, const struct kin_cohort_token *where, const char *text)
{
	p->err->line = where->line;
	p->err->column = where->column;
	if (where->sort == KIN_COHORT_END || where->sort == KIN_COHORT_RULE_END)
		return kin_fail(p->err, "%s, and the rule ends", text);
	return kin_fail(p->err, "%s: \"%.*s\"", text, (int)where->text.len, where->text.p);
}

/* Passes over spaces, comments and line ends; true when a rule begins there. */
static bool
skip(struct kin_cohort_words *p)
{
	while (p->at < p->text.len) {
		char c = p->text.p[p->at];

		if (c == '#')
			p->at = kin_str_find(p->text, '\n', p->at);
		else if (c == '\n') {
			p->line++;
			p->line_at = ++p->at;
		} else if (c == ' ' || c == '\t' || c == '\r')
			p->at++;
		else
			break;
	}
	return p->at == p->line_at;
}

static int
take_quoted(struct kin_cohort_words *p)
{
	size_t end = kin_str_find(p->text, '"', p->at + 1);
	struct kin_str line = kin_str(p->text.p + p->at, end - p->at);

	if (end == p->text.len || kin_str_find(line, '\n', 0) < line.len)
		return kin_cohort_fail(p, &p->next, "a quote is not closed");
	p->next.sort = KIN_COHORT_QUOTED;
	p->next.text = kin_str(line.p + 1, line.len - 1);
	p->at = end + 1;
	return 0;
}

int
kin_cohort_advance(struct kin_cohort_words *p)
{
	bool begins = skip(p);
	size_t start = p->at, end = start;

	p->next = (struct kin_cohort_token){ KIN_COHORT_END, { NULL, 0 }, p->line, (long)(start - p->line_at) + 1 };
	if (start == p->text.len)
		return 0;
	if (begins && !p->told) {
		p->next.sort = KIN_COHORT_RULE_END;
		p->told = true;
		return 0;
	}
	p->told = false;
	while (end < p->text.len && is_word_byte(p->text.p[end]))
		end++;
	p->next.sort = KIN_COHORT_WORD;
	if (end == start) {
		p->next.sort = KIN_COHORT_SIGN;
		end = start + 1;
		if (p->text.p[start] == '"') {
			p->next.text = kin_str(p->text.p + start, 1);
			return take_quoted(p);
		}
		if (end < p->text.len && p->text.p[end] == '=' && strchr("<>!", p->text.p[start]) != NULL)
			end++;
	}
	p->next.text = kin_str(p->text.p + start, end - start);
	p->at = end;
	return 0;
}

bool
kin_cohort_next_is(const struct kin_cohort_words *p, enum kin_cohort_token_sort sort, const char *text)
{
	return p->next.sort == sort && kin_str_is(p->next.text, kin_str_of(text));
}

int
kin_cohort_take(struct kin_cohort_words *p, enum kin_cohort_token_sort sort, const char *text)
{
	if (!kin_cohort_next_is(p, sort, text))
		return 0;
	return kin_cohort_advance(p) < 0 ? -1 : 1;
}
