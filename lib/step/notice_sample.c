/*
 * Which records are looked at.  Each pool keeps the tickets whose hash begins with so
 * many noughts that they fit: all records of a block or none, the same in any order.
 */
#include <stdlib.h>

#include "kin/base/ascii.h"
#include "kin/field/name.h"
#include "people_notice.h"

enum { BLOCKS = 65536, NOUGHTS = 32 };

struct kin_notice *
kin_notice_new(void)
{
	struct kin_notice *notice = kin_calloc(1, sizeof(*notice));

	notice->names = kin_map_new();
	notice->pool[NOTICE_STREAM].most = notice->pool[NOTICE_LISTS].most = NOTICE_RANDOM;
	notice->pool[NOTICE_ONE].most = notice->pool[NOTICE_HOME].most = BLOCKS;
	return notice;
}

void
kin_notice_free(struct kin_notice *notice)
{
	if (notice == NULL)
		return;
	for (size_t i = 0; i < notice->columns; i++)
		kin_free(notice->column[i].holders);
	for (size_t i = 0; i < NOTICE_SAMPLES; i++)
		kin_free(notice->pool[i].ticket);
	kin_free(notice->column);
	kin_map_free(notice->names);
	kin_arena_fini(&notice->arena);
	kin_buf_fini(&notice->given);
	kin_buf_fini(&notice->family);
	kin_buf_fini(&notice->mix);
	kin_free(notice);
}

/* --- members ----------------------------------------------------------------- */

static struct notice_column *
column_of(struct kin_notice *notice, struct kin_str name)
{
	bool is_new;
	uint32_t id = kin_map_add(notice->names, name, &is_new);
	struct notice_column *column;

	if (!is_new)
		return &notice->column[id];
	notice->column = kin_grow(notice->column, notice->columns, &notice->cap,
	    sizeof(*notice->column));
	column = &notice->column[notice->columns++];
	*column = (struct notice_column){ .name = kin_arena_keep(&notice->arena, name) };
	kin_notice_name(column->name, &column->meaning);
	return column;
}

void
kin_notice_bar(struct kin_notice *notice, struct kin_str name, bool asked)
{
	struct notice_column *column = column_of(notice, name);

	column->meaning.said = KIN_NOTICE_BARRED;
	column->asked = asked;
}

static void
count_holder(struct notice_column *column, uint32_t list)
{
	while (column->lists <= list) {
		column->holders = kin_grow(column->holders, column->lists, &column->cap,
		    sizeof(*column->holders));
		column->holders[column->lists++] = 0;
	}
	column->holders[list]++;
}

/* A member of its own, with a text, a number or a list that is not empty. */
static bool
may_hold(const struct kin_member *member)
{
	switch (member->field == KIN_FIELD_NONE ? (enum kin_json)member->type : KIN_JSON_NULL) {
	case KIN_JSON_STRING:
	case KIN_JSON_ARRAY:
		return member->value_len > 2;
	case KIN_JSON_NUMBER:
		return true;
	default:
		return false;
	}
}

/* Counts the members that may be compared; false when there is none. */
static bool
count_members(struct kin_notice *notice, struct kin_rec *rec, uint32_t list)
{
	bool any = false;

	for (size_t i = 0; i < rec->members.count; i++) {
		const struct kin_member *member = &rec->members.list[i];
		struct notice_column *column;

		if (!may_hold(member))
			continue;
		column = column_of(notice, kin_str(rec->line.p + member->name_at, member->name_len));
		column->met = true;
		if (column->meaning.said == KIN_NOTICE_BARRED)
			continue;
		count_holder(column, list);
		any = true;
	}
	return any;
}

/* --- pools ------------------------------------------------------------------- */

static bool
fits(uint64_t hash, unsigned noughts)
{
	return noughts == 0 || hash >> (64 - noughts) == 0;
}

static void
draw(struct notice_pool *pool, uint64_t hash, uint64_t content, size_t place)
{
	if (!fits(hash, pool->noughts))
		return;
	pool->ticket = kin_grow(pool->ticket, pool->count, &pool->cap, sizeof(*pool->ticket));
	pool->ticket[pool->count++] = (struct notice_ticket){ hash, content, (uint32_t)place };
	while (pool->count > pool->most && pool->noughts < NOUGHTS) {
		size_t kept = 0;

		pool->noughts++;
		for (size_t i = 0; i < pool->count; i++) {
			if (fits(pool->ticket[i].hash, pool->noughts))
				pool->ticket[kept++] = pool->ticket[i];
		}
		pool->count = kept;
	}
}

static int
by_hash(const void *left, const void *right)
{
	const struct notice_ticket *a = left, *b = right;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	if (a->content != b->content)
		return a->content < b->content ? -1 : 1;
	return a->place < b->place ? -1 : a->place > b->place;
}

void
kin_notice_sort(struct notice_pool *pool)
{
	if (pool->count > 0)
		qsort(pool->ticket, pool->count, sizeof(*pool->ticket), by_hash);
}

/* --- blocks ------------------------------------------------------------------ */

static void
set(struct kin_buf *out, struct kin_str text)
{
	kin_buf_clear(out);
	kin_buf_add(out, text);
}

void
kin_notice_names(struct kin_rec *rec, struct kin_buf *given, struct kin_buf *family)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_buf room = { 0 };
	struct kin_name name = { .kind = KIN_NAME_PARTS };
	struct kin_str full;

	set(given, kin_rec_text(rec, KIN_FIELD_GIVEN_NAME));
	set(family, kin_rec_text(rec, KIN_FIELD_FAMILY_NAME));
	if (given->len > 0 || family->len > 0)
		return;
	full = kin_rec_text(rec, KIN_FIELD_FULL_NAME);
	if (full.len > 0 && kin_name_split(full, &room, &name, &err) == 0
	    && name.kind == KIN_NAME_PARTS) {
		set(given, name.given);
		set(family, name.family);
	}
	kin_buf_fini(&room);
}

/* Adds a part of a block's name, small letters. */
static void
mix(struct kin_buf *out, struct kin_str text)
{
	char *to = kin_buf_room(out, text.len + 1);

	for (size_t i = 0; i < text.len; i++)
		to[i] = kin_ascii_lower(text.p[i]);
	to[text.len] = '|';
	out->len += text.len + 1;
}

static void
draw_blocks(struct kin_notice *notice, struct kin_rec *rec, uint64_t content, size_t place)
{
	struct kin_buf *out = &notice->mix;
	struct kin_str nhs = kin_rec_text(rec, KIN_FIELD_NHS_NUMBER);
	struct kin_str birth = kin_rec_text(rec, KIN_FIELD_BIRTH_DATE);
	struct kin_str where = kin_rec_text(rec, KIN_FIELD_POSTCODE);
	struct kin_str street = kin_rec_text(rec, KIN_FIELD_ADDRESS);

	if (nhs.len > 0)
		draw(&notice->pool[NOTICE_ONE], kin_hash64(nhs, 1), content, place);
	kin_notice_names(rec, &notice->given, &notice->family);
	if (notice->family.len == 0)
		return;
	kin_buf_clear(out);
	mix(out, kin_buf_str(&notice->family));
	mix(out, where);
	mix(out, street);
	if (where.len > 0 || street.len > 0)
		draw(&notice->pool[NOTICE_HOME], kin_hash64(kin_buf_str(out), 2), content, place);
	if (notice->given.len == 0 || (birth.len == 0 && where.len == 0))
		return;
	kin_buf_clear(out);
	mix(out, kin_buf_str(&notice->family));
	mix(out, kin_buf_str(&notice->given));
	mix(out, birth.len > 0 ? birth : where);
	draw(&notice->pool[NOTICE_ONE], kin_hash64(kin_buf_str(out), 3), content, place);
}

void
kin_notice_see(struct kin_notice *notice, struct kin_rec *rec, const struct kin_people_record *kept,
    size_t place)
{
	enum notice_sample side = kept->list == 0 ? NOTICE_STREAM : NOTICE_LISTS;
	struct kin_str key = kin_str((const char *)&kept->key, sizeof(kept->key));

	if (!count_members(notice, rec, kept->list))
		return;
	draw(&notice->pool[side], kin_hash64(key, kept->content), kept->content, place);
	draw_blocks(notice, rec, kept->content, place);
}
