/* match --since: what the records of a person say, and in what two days differ. */
#include <stdlib.h>

#include "match_state.h"

void
kin_match_facts_fini(struct kin_match_facts *facts)
{
	kin_free(facts->list);
	kin_arena_fini(&facts->texts);
	kin_rec_fini(&facts->rec);
}

void
kin_match_facts_clear(struct kin_match_facts *facts)
{
	facts->count = 0;
	kin_arena_reset(&facts->texts);
}

/* Is name in "a,b,c", or not in "-a,b,c"? */
static bool
is_watched(const char *watch, struct kin_str name)
{
	struct kin_str rest, piece;
	bool without = watch != NULL && watch[0] == '-';

	if (watch == NULL)
		return true;
	rest = kin_str_of(watch + without);
	while (kin_str_next(&rest, ',', &piece)) {
		if (kin_str_is(kin_str_trim(piece), name))
			return !without;
	}
	return without;
}

/*
 * Where a record stands, what filters add and the day that an age was said on are not
 * about the resident.
 */
static bool
is_about(const struct kin_member *member)
{
	return member->field == KIN_FIELD_NONE ||
	    (member->field != KIN_FIELD_SOURCE && member->field != KIN_FIELD_AGE_AT
	    && kin_schema[member->field].group != KIN_GROUP_ADDED);
}

static void
add(struct kin_match_facts *facts, struct kin_str name, struct kin_str text, bool is_text)
{
	facts->list = kin_grow(facts->list, facts->count, &facts->cap, sizeof(*facts->list));
	facts->list[facts->count++] = (struct kin_match_fact){
		kin_arena_keep(&facts->texts, name), kin_arena_keep(&facts->texts, text), is_text };
}

/* A list of texts is a fact for each; anything else is one. */
static void
add_member(struct kin_match_facts *facts, const struct kin_member *member)
{
	struct kin_str name = kin_str(facts->rec.line.p + member->name_at, member->name_len);
	struct kin_str value = kin_rec_value(&facts->rec, member), text;
	size_t at = 0;
	bool any = false;

	while (kin_rec_each(&facts->rec, member, &at, &text)) {
		add(facts, name, text, true);
		any = true;
	}
	if (!any)
		add(facts, name, value, false);
}

void
kin_match_facts_add(struct kin_match_facts *facts, struct kin_str line, const char *watch)
{
	struct kin_err err = KIN_ERR_NONE;

	if (kin_rec_read(&facts->rec, line, &err) != 0)
		return;
	for (size_t i = 0; i < facts->rec.members.count; i++) {
		const struct kin_member *member = &facts->rec.members.list[i];
		struct kin_str name = kin_str(line.p + member->name_at, member->name_len);

		if (is_about(member) && is_watched(watch, name))
			add_member(facts, member);
	}
}

static int
by_name(const void *left, const void *right)
{
	const struct kin_match_fact *a = left, *b = right;
	int order = kin_str_cmp(a->name, b->name);

	if (order == 0)
		order = kin_str_cmp(a->text, b->text);
	return order != 0 ? order : a->is_text - b->is_text;
}

void
kin_match_facts_sort(struct kin_match_facts *facts)
{
	size_t kept = 0;

	if (facts->count > 0)
		qsort(facts->list, facts->count, sizeof(*facts->list), by_name);
	for (size_t i = 0; i < facts->count; i++) {
		if (kept == 0 || by_name(&facts->list[kept - 1], &facts->list[i]) != 0)
			facts->list[kept++] = facts->list[i];
	}
	facts->count = kept;
}

void
kin_match_facts_key(const struct kin_match_facts *facts, struct kin_buf *out)
{
	for (size_t i = 0; i < facts->count; i++) {
		const struct kin_match_fact *fact = &facts->list[i];

		kin_buf_printf(out, "%zu:%zu:%d:", fact->name.len, fact->text.len, fact->is_text);
		kin_buf_add(out, fact->name);
		kin_buf_add(out, fact->text);
	}
}

/* How many facts from at on have the name of the one at at. */
static size_t
run_of(const struct kin_match_facts *facts, size_t at)
{
	size_t end = at;

	while (end < facts->count && kin_str_is(facts->list[end].name, facts->list[at].name))
		end++;
	return end - at;
}

bool
kin_match_facts_have(const struct kin_match_facts *facts, struct kin_str name)
{
	for (size_t at = 0; at < facts->count; at += run_of(facts, at)) {
		if (kin_str_is(facts->list[at].name, name))
			return true;
	}
	return false;
}

/* ,"from":"RM8 1AA" or ,"from":["a","b"]; nothing when there is none. */
static void
put_run(struct kin_buf *out, const char *name, const struct kin_match_fact *fact, size_t count)
{
	if (count == 0)
		return;
	kin_json_put_name(out, name);
	if (count > 1)
		kin_buf_putc(out, '[');
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			kin_buf_putc(out, ',');
		if (fact[i].is_text)
			kin_json_put_string(out, fact[i].text);
		else
			kin_buf_add(out, fact[i].text);
	}
	if (count > 1)
		kin_buf_putc(out, ']');
}

static bool
are_same(const struct kin_match_fact *a, size_t count, const struct kin_match_fact *b, size_t other)
{
	for (size_t i = 0; i < count && count == other; i++) {
		if (by_name(&a[i], &b[i]) != 0)
			return false;
	}
	return count == other;
}

size_t
kin_match_facts_differ(const struct kin_match_facts *was, const struct kin_match_facts *is,
    struct kin_buf *out, void (*each)(void *ctx, struct kin_str name), void *ctx)
{
	size_t i = 0, j = 0, changes = 0;

	while (i < was->count || j < is->count) {
		int order = i == was->count ? 1 : j == is->count ? -1 :
		    kin_str_cmp(was->list[i].name, is->list[j].name);
		size_t before = order <= 0 ? run_of(was, i) : 0, now = order >= 0 ? run_of(is, j) : 0;
		struct kin_str name = order <= 0 ? was->list[i].name : is->list[j].name;

		if (!are_same(&was->list[i], before, &is->list[j], now)) {
			if (changes++ > 0)
				kin_buf_putc(out, ',');
			kin_buf_puts(out, "{\"field\":\"");
			kin_buf_add(out, name);
			kin_buf_putc(out, '"');
			put_run(out, "from", &was->list[i], before);
			put_run(out, "to", &is->list[j], now);
			kin_buf_putc(out, '}');
			each(ctx, name);
		}
		i += before;
		j += now;
	}
	return changes;
}
