/*
 * One record of all records of a person.  What belongs together comes from one
 * record: a name is never put together from two people's ways of writing it, nor
 * an address from two homes.  Newer before older; a record without a date is old.
 *
 *   names      the fullest (an initial is less than a name, capitals less than case)
 *   place      of the newest record that has one: the fullest with that postcode
 *   birth date, sex, NHS number   what most records say
 *   lists      all values (phones, emails, needs …)
 *   the rest   the newest
 *
 * from says of each field which record it is from and when; was keeps what else was said.
 */
#include <stdlib.h>

#include "kin/base/map.h"
#include "dedupe_fold.h"

struct kin_fold *
kin_fold_new(void)
{
	return kin_calloc(1, sizeof(struct kin_fold));
}

void
kin_fold_free(struct kin_fold *fold)
{
	if (fold == NULL)
		return;
	for (size_t i = 0; i < fold->opened; i++)
		kin_rec_fini(&fold->leaf[i].rec);
	kin_free(fold->leaf);
	kin_free(fold->done);
	kin_buf_fini(&fold->out);
	kin_buf_fini(&fold->from);
	kin_buf_fini(&fold->was);
	kin_free(fold);
}

/* --- the records, the best evidence first -------------------------------------- */

static int
by_evidence(const void *left, const void *right)
{
	const struct leaf *a = left, *b = right;
	int order = kin_str_cmp(b->at, a->at);

	if (order != 0)
		return order;
	if (a->rec.members.count != b->rec.members.count)
		return a->rec.members.count > b->rec.members.count ? -1 : 1;
	return a->kept->key < b->kept->key ? -1 : 1;
}

static struct kin_str
date_of(struct kin_rec *rec)
{
	struct kin_str at = kin_rec_text(rec, KIN_FIELD_RECEIVED), source, value;

	source = kin_rec_raw(rec, KIN_FIELD_SOURCE);
	if (at.len == 0 && source.len > 0 && source.p[0] == '{'
	    && kin_json_find(source, KIN_STR("at"), &value)
	    && kin_json_type(value) == KIN_JSON_STRING)
		at = kin_str(value.p + 1, value.len - 2);
	return at;
}

static void
open_leaf(struct kin_fold *fold, const struct kin_people_record *kept)
{
	struct kin_err err = KIN_ERR_NONE;
	struct leaf *leaf;

	if (fold->leaves == fold->opened) {
		fold->leaf = kin_grow(fold->leaf, fold->opened, &fold->cap, sizeof(*fold->leaf));
		fold->leaf[fold->opened++] = (struct leaf){ .kept = NULL };
	}
	leaf = &fold->leaf[fold->leaves++];
	leaf->kept = kept;
	kin_rec_read(&leaf->rec, kept->line, &err);
	leaf->at = date_of(&leaf->rec);
}

/* --- writing ------------------------------------------------------------------- */

static void
put_quoted(struct kin_buf *out, struct kin_str name)
{
	char last = out->len > 0 ? out->p[out->len - 1] : '{';

	if (last != '{' && last != '[')
		kin_buf_putc(out, ',');
	kin_buf_putc(out, '"');
	kin_buf_add(out, name);		/* as the record has it: escaped already */
	kin_buf_puts(out, "\":");
}

/* {"of":"crm:12","at":"2020-03-26"}: its members, into an object that is open. */
static void
put_origin(struct kin_buf *out, const struct leaf *leaf)
{
	kin_json_put_text_member(out, "of", leaf->kept->name);
	if (leaf->at.len > 0)
		kin_json_put_text_member(out, "at", leaf->at);
}

static void
put_one(struct kin_fold *fold, struct kin_str name, size_t from)
{
	struct kin_str value = from < fold->leaves ? kin_fold_value(fold, from, name) : kin_str(NULL, 0);
	bool open = false;

	if (value.len > 0) {
		put_quoted(&fold->out, name);
		kin_buf_add(&fold->out, value);
		put_quoted(&fold->from, name);
		kin_buf_putc(&fold->from, '{');
		put_origin(&fold->from, &fold->leaf[from]);
		kin_buf_putc(&fold->from, '}');
	}
	for (size_t i = 0; i < fold->leaves; i++) {
		struct kin_str other = kin_fold_value(fold, i, name);
		size_t first = 0;

		while (first < i && !kin_str_is(other, kin_fold_value(fold, first, name)))
			first++;
		if (other.len == 0 || first < i || kin_str_is(other, value))
			continue;
		if (!open) {
			put_quoted(&fold->was, name);
			kin_buf_putc(&fold->was, '[');
			open = true;
		} else {
			kin_buf_putc(&fold->was, ',');
		}
		kin_buf_puts(&fold->was, "{\"value\":");
		kin_buf_add(&fold->was, other);
		put_origin(&fold->was, &fold->leaf[i]);
		kin_buf_putc(&fold->was, '}');
	}
	if (open)
		kin_buf_putc(&fold->was, ']');
}

/* All values of a list, each once, and the records that each new one is from. */
static void
put_union(struct kin_fold *fold, struct kin_str name)
{
	struct kin_map *seen = kin_map_new();

	put_quoted(&fold->out, name);
	kin_buf_putc(&fold->out, '[');
	put_quoted(&fold->from, name);
	kin_buf_putc(&fold->from, '[');
	for (size_t i = 0; i < fold->leaves; i++) {
		struct kin_rec *rec = &fold->leaf[i].rec;
		bool gave = false, new;
		struct kin_str text;
		size_t at = 0;

		while (kin_rec_each(rec, kin_rec_find(rec, name), &at, &text)) {
			kin_map_add(seen, text, &new);
			if (!new)
				continue;
			if (fold->out.p[fold->out.len - 1] != '[')
				kin_buf_putc(&fold->out, ',');
			kin_json_put_string(&fold->out, text);
			gave = true;
		}
		if (!gave)
			continue;
		kin_buf_puts(&fold->from, fold->from.p[fold->from.len - 1] == '[' ? "{" : ",{");
		put_origin(&fold->from, &fold->leaf[i]);
		kin_buf_putc(&fold->from, '}');
	}
	kin_buf_putc(&fold->out, ']');
	kin_buf_putc(&fold->from, ']');
	kin_map_free(seen);
}

/* Is it written already, or not one that a folded record takes over? */
static bool
is_done(struct kin_fold *fold, struct kin_str name, int field)
{
	if (field == KIN_FIELD_SOURCE || field == KIN_FIELD_KIND || field == KIN_FIELD_PERSON
	    || field == KIN_FIELD_HOUSEHOLD)
		return true;
	for (size_t i = 0; i < fold->dones; i++) {
		if (kin_str_is(fold->done[i], name))
			return true;
	}
	fold->done = kin_grow(fold->done, fold->dones, &fold->done_cap, sizeof(*fold->done));
	fold->done[fold->dones++] = name;
	return false;
}

static void
put_fields(struct kin_fold *fold)
{
	for (size_t i = 0; i < fold->leaves; i++) {
		const struct kin_rec *rec = &fold->leaf[i].rec;

		for (size_t m = 0; m < rec->members.count; m++) {
			const struct kin_member *member = &rec->members.list[m];
			struct kin_str name = kin_str(rec->line.p + member->name_at, member->name_len);

			if (is_done(fold, name, member->field))
				continue;
			if (member->field != KIN_FIELD_NONE && kin_schema[member->field].list
			    && kin_schema[member->field].type != KIN_TYPE_OBJECT && !kin_fold_is_place(member->field))
				put_union(fold, name);
			else
				put_one(fold, name, kin_fold_choose(fold, name, member->field));
		}
	}
}

static bool
are_helpers(struct kin_fold *fold)
{
	size_t i = 0;

	while (i < fold->leaves
	    && kin_str_is(kin_rec_text(&fold->leaf[i].rec, KIN_FIELD_KIND), KIN_STR("helper")))
		i++;
	return i == fold->leaves;
}

struct kin_str
kin_fold_person(struct kin_fold *fold, const struct kin_people_record *const *kept,
    size_t count, struct kin_str id)
{
	struct kin_buf *out = &fold->out;

	fold->leaves = fold->dones = 0;
	for (size_t i = 0; i < count; i++)
		open_leaf(fold, kept[i]);
	qsort(fold->leaf, fold->leaves, sizeof(*fold->leaf), by_evidence);
	kin_fold_begin(fold);
	kin_buf_clear(out);
	kin_buf_clear(&fold->from);
	kin_buf_clear(&fold->was);
	kin_buf_printf(out, "{\"kind\":\"%s\",\"source\":{\"list\":\"people\"",
	    are_helpers(fold) ? "helper" : "person");
	kin_json_put_text_member(out, "id", id);
	kin_buf_putc(out, '}');
	put_fields(fold);
	if (fold->from.len > 0) {
		kin_buf_puts(out, ",\"from\":{");
		kin_buf_add(out, kin_buf_str(&fold->from));
		kin_buf_putc(out, '}');
	}
	if (fold->was.len > 0) {
		kin_buf_puts(out, ",\"was\":{");
		kin_buf_add(out, kin_buf_str(&fold->was));
		kin_buf_putc(out, '}');
	}
	kin_buf_putc(out, '}');
	return kin_buf_str(out);
}
