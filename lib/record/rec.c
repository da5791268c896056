#include "kin/record/rec.h"

void
kin_rec_fini(struct kin_rec *rec)
{
	kin_members_fini(&rec->members);
	kin_buf_fini(&rec->scratch);
	kin_buf_fini(&rec->key);
	kin_arena_fini(&rec->decoded);
	*rec = (struct kin_rec){ 0 };
}

static struct kin_str
name_of(const struct kin_rec *rec, const struct kin_member *member)
{
	return kin_str(rec->line.p + member->name_at, member->name_len);
}

static struct kin_str
quoted_name(const struct kin_rec *rec, const struct kin_member *member)
{
	return kin_str(rec->line.p + member->name_at - 1, (size_t)member->name_len + 2);
}

/* "\u0074o" is "to" too. */
static bool
name_is(const struct kin_rec *rec, const struct kin_member *member, struct kin_str name)
{
	struct kin_buf scratch = { 0 };
	bool same;

	if (!member->name_escaped)
		return kin_str_is(name_of(rec, member), name);
	same = kin_str_is(kin_json_text(quoted_name(rec, member), &scratch), name);
	kin_buf_fini(&scratch);
	return same;
}

/* Text of a checked string, lent until the next read: what had to be decoded is kept. */
static struct kin_str
text_of(struct kin_rec *rec, struct kin_str string)
{
	struct kin_str text;

	kin_buf_clear(&rec->scratch);
	text = kin_json_text(string, &rec->scratch);
	return text.p == string.p + 1 ? text : kin_arena_keep(&rec->decoded, text);
}

/* The fields of names written with escapes. */
static void
find_escaped(struct kin_rec *rec)
{
	for (size_t i = 0; i < rec->members.count; i++) {
		struct kin_member *member = &rec->members.list[i];

		if (!member->name_escaped)
			continue;
		member->field = (int16_t)kin_schema_find(text_of(rec, quoted_name(rec, member)));
		if (i < INT16_MAX)
			rec->members.at[member->field + 1] = (int16_t)i;
	}
}

int
kin_rec_read(struct kin_rec *rec, struct kin_str line, struct kin_err *err)
{
	rec->line = line;
	kin_arena_reset(&rec->decoded);
	if (kin_json_scan(line, &rec->members, err) != 0) {
		memset(rec->members.at, 0xff, sizeof(rec->members.at));
		rec->members.count = 0;
		return -1;
	}
	if (rec->members.any_escaped)
		find_escaped(rec);
	return 0;
}

const struct kin_member *
kin_rec_find(const struct kin_rec *rec, struct kin_str name)
{
	for (size_t i = 0; i < rec->members.count; i++) {
		const struct kin_member *member = &rec->members.list[i];

		if ((member->name_len == name.len || member->name_escaped) && name_is(rec, member, name))
			return member;
	}
	return NULL;
}

bool
kin_rec_each(struct kin_rec *rec, const struct kin_member *member, size_t *at, struct kin_str *text)
{
	struct kin_str value = kin_rec_value(rec, member), element;

	if (member == NULL)
		return false;
	if (member->type != KIN_JSON_ARRAY) {
		if (*at != 0 || member->type != KIN_JSON_STRING)
			return false;
		*at = 1;
		*text = member->escaped ? text_of(rec, value) : kin_str(value.p + 1, value.len - 2);
		return true;
	}
	while (kin_json_element(value, at, &element)) {
		if (kin_json_type(element) != KIN_JSON_STRING)
			continue;
		*text = text_of(rec, element);
		return true;
	}
	return false;
}

struct kin_str
kin_rec_member_text(struct kin_rec *rec, const struct kin_member *member)
{
	struct kin_str text = { NULL, 0 };
	size_t at = 0;

	if (member != NULL && member->type == KIN_JSON_NUMBER)
		return kin_rec_value(rec, member);
	if (!kin_rec_each(rec, member, &at, &text))
		return kin_str(NULL, 0);
	return text;
}

/* The text of a string or the digits of a number; empty when it is neither. */
static struct kin_str
key_part(struct kin_rec *rec, struct kin_str value)
{
	if (value.len > 0 && kin_json_type(value) == KIN_JSON_STRING)
		return text_of(rec, value);
	return value.len > 0 && kin_json_type(value) == KIN_JSON_NUMBER ? value : kin_str(NULL, 0);
}

void
kin_rec_key(struct kin_rec *rec, struct kin_buf *out)
{
	const struct kin_member *member = kin_rec_member(rec, KIN_FIELD_SOURCE);
	struct kin_str source = kin_rec_value(rec, member), name, value, text;
	struct kin_str list = { NULL, 0 }, file = list, id = list, line = list;
	size_t at = 0;

	if (member == NULL || member->type != KIN_JSON_OBJECT) {
		kin_buf_printf(out, "%s:%ld", rec->file ? rec->file : "-", rec->line_no);
		return;
	}
	while (kin_json_member(source, &at, &name, &value)) {
		if (kin_str_is(name, KIN_STR("list")))
			list = value;
		else if (kin_str_is(name, KIN_STR("file")))
			file = value;
		else if (kin_str_is(name, KIN_STR("id")))
			id = value;
		else if (kin_str_is(name, KIN_STR("line")))
			line = value;
	}
	text = key_part(rec, list);
	kin_buf_add(out, text.len > 0 ? text : key_part(rec, file));
	kin_buf_putc(out, ':');
	text = key_part(rec, id);
	kin_buf_add(out, text.len > 0 ? text : key_part(rec, line));
}

/* Is this member one of those that are put in anew? */
static bool
is_put(const struct kin_rec *rec, size_t index, const struct kin_put *puts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (name_is(rec, &rec->members.list[index], puts[i].name))
			return true;
	}
	return false;
}

/* Has the record a member that is put in anew?  Mostly not, and then nothing is taken out. */
static bool
has_put(const struct kin_rec *rec, const struct kin_put *puts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int field = kin_schema_find(puts[i].name);

		if (field != KIN_FIELD_NONE ? kin_rec_has(rec, (enum kin_field)field) : kin_rec_find(rec, puts[i].name) != NULL)
			return true;
	}
	return false;
}

/* Adds the members that stay, in runs; returns how far the line is used up. */
static size_t
write_kept(const struct kin_rec *rec, const struct kin_put *puts, size_t count,
    struct kin_buf *out, bool *any)
{
	const struct kin_member *list = rec->members.list;
	size_t run = 0, stop = kin_str_find(rec->line, '{', 0) + 1;

	*any = rec->members.count > 0;
	if (*any && !has_put(rec, puts, count)) {
		const struct kin_member *last = &list[rec->members.count - 1];

		stop = last->value_at + last->value_len;
		kin_buf_add(out, kin_str(rec->line.p, stop));
		return stop;
	}
	*any = false;
	for (size_t i = 0; i < rec->members.count; i++) {
		size_t end = list[i].value_at + list[i].value_len;

		if (is_put(rec, i, puts, count)) {
			kin_buf_add(out, kin_str(rec->line.p + run, stop - run));
			run = end;
		} else {
			/* a first member that stays drops the comma of those taken out before it */
			if (!*any && i > 0)
				run = list[i].name_at - 1;
			*any = true;
		}
		stop = end;
	}
	kin_buf_add(out, kin_str(rec->line.p + run, stop - run));
	return stop;
}

void
kin_rec_write(const struct kin_rec *rec, const struct kin_put *puts, size_t count, struct kin_buf *out)
{
	bool any;
	size_t used;

	kin_buf_room(out, rec->line.len + 256);
	used = write_kept(rec, puts, count, out, &any);
	for (size_t i = 0; i < count; i++) {
		if (puts[i].value.len == 0)
			continue;
		if (any)
			kin_buf_putc(out, ',');
		kin_buf_putc(out, '"');
		kin_buf_add(out, puts[i].name);
		kin_buf_puts(out, "\":");
		kin_buf_add(out, puts[i].value);
		any = true;
	}
	kin_buf_add(out, kin_str(rec->line.p + used, rec->line.len - used));
}
