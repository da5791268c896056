#include "kin/step/people.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>

#include "kin/base/radix.h"
#include "kin/link/splink_score.h"
#include "people_notice.h"

/*
 * Set in keys that are made of content.  A person is named by the smallest key: by one
 * of a list's own ids while there is one, whatever else their records come to say.
 */
#define MADE	((uint64_t)1 << 63)

/* Kinds of the record form that are not a person's. */
static const char *const other_kinds[] = {
	"hub", "door", "need", "event", "link", "stop", "letter", "count", "reject", "pair"
};

struct kin_people *
kin_people_new(void)
{
	struct kin_people *people = kin_calloc(1, sizeof(*people));

	people->groups = kin_map_new();
	people->notice = kin_notice_new();
	kin_people_usual(people);
	return people;
}

void
kin_people_free(struct kin_people *people)
{
	if (people == NULL)
		return;
	kin_free(people->place);
	kin_free(people->head);
	kin_free(people->record);
	kin_free(people->seen);
	kin_free(people->persons);
	kin_map_free(people->groups);
	kin_notice_free(people->notice);
	kin_splink_score_free(people->splink);
	kin_model_file_fini(&people->model);
	kin_arena_fini(&people->arena);
	kin_people_fini_reader(&people->reader);
	kin_free(people);
}

bool
kin_people_is_person(struct kin_rec *rec)
{
	struct kin_str kind = kin_rec_text(rec, KIN_FIELD_KIND);

	for (size_t i = 0; i < sizeof(other_kinds) / sizeof(*other_kinds); i++) {
		if (kin_str_is(kind, kin_str_of(other_kinds[i])))
			return false;
	}
	return true;
}

/* The same for the same content, wherever the record stood and whatever filters saw it before. */
static uint64_t
hash_content(struct kin_rec *rec, uint32_t list)
{
	uint64_t hash = list;

	for (size_t i = 0; i < rec->members.count; i++) {
		const struct kin_member *member = &rec->members.list[i];

		if (member->field == KIN_FIELD_SOURCE)
			continue;
		if (member->field != KIN_FIELD_NONE
		    && kin_schema[member->field].group == KIN_GROUP_ADDED)
			continue;
		hash = kin_hash64(kin_str(rec->line.p + member->name_at, member->name_len), hash);
		hash = kin_hash64(kin_rec_value(rec, member), hash);
	}
	return hash;
}

static bool
has_source_id(struct kin_rec *rec)
{
	const struct kin_member *member = kin_rec_member(rec, KIN_FIELD_SOURCE);
	struct kin_str id;

	return member != NULL && member->type == KIN_JSON_OBJECT
	    && kin_json_find(kin_rec_value(rec, member), KIN_STR("id"), &id)
	    && kin_json_type(id) != KIN_JSON_NULL && !kin_str_is(id, KIN_STR("\"\""));
}

/* The group of those that dedupe gave one person id; each list has groups of its own. */
static uint32_t
group_of(struct kin_people *people, struct kin_rec *rec, uint32_t list)
{
	const struct kin_member *member = kin_rec_member(rec, KIN_FIELD_PERSON);
	struct kin_str id;

	if (member == NULL || member->type != KIN_JSON_OBJECT
	    || !kin_json_find(kin_rec_value(rec, member), KIN_STR("id"), &id))
		return KIN_LINK_NONE;
	kin_buf_clear(&people->reader.text);
	kin_buf_printf(&people->reader.text, "%u ", list);
	kin_buf_add(&people->reader.text, id);
	return kin_map_add(people->groups, kin_buf_str(&people->reader.text), NULL);
}

static void
open_list(struct kin_people *people, uint32_t list)
{
	while (people->lists <= list) {
		people->seen = kin_grow(people->seen, people->lists, &people->seen_cap,
		    sizeof(*people->seen));
		people->persons = kin_grow(people->persons, people->lists, &people->persons_cap,
		    sizeof(*people->persons));
		people->seen[people->lists] = 0;
		people->persons[people->lists++] = 0;
	}
}

static void
note_fields(struct kin_people *people, struct kin_rec *rec, uint32_t list)
{
	uint32_t seen = kin_people_seen_names(people, rec);

	for (size_t i = 0; i < people->fields; i++) {
		const struct kin_people_field *field = &people->field[i];

		if (field->field == KIN_FIELD_FULL_NAME)
			continue;
		if (field->field != KIN_FIELD_NONE
		    ? kin_rec_has(rec, (enum kin_field)field->field)
		    : kin_rec_find(rec, field->name) != NULL)
			seen |= (uint32_t)1 << i;
	}
	people->seen[list] |= seen;
}

size_t
kin_people_keep(struct kin_people *people, struct kin_rec *rec, uint32_t list, bool grouped)
{
	struct kin_people_record *kept;

	open_list(people, list);
	people->record = kin_grow(people->record, people->count, &people->cap,
	    sizeof(*people->record));
	kept = &people->record[people->count];
	*kept = (struct kin_people_record){ .list = list, .group = KIN_LINK_NONE,
	    .next = KIN_LINK_NONE, .number = KIN_LINK_NONE };
	kept->line = kin_arena_keep(&people->arena, rec->line);
	kept->person = kin_people_is_person(rec);
	kept->has_source = kin_rec_has(rec, KIN_FIELD_SOURCE);
	kept->has_person = kin_rec_has(rec, KIN_FIELD_PERSON)
	    || kin_rec_has(rec, KIN_FIELD_HOUSEHOLD);
	kept->has_lists = kin_rec_has(rec, KIN_FIELD_LISTS);
	if (kept->person) {
		people->persons[list]++;
		note_fields(people, rec, list);
		if (grouped)
			kept->group = group_of(people, rec, list);
		kin_buf_clear(&people->reader.text);
		kin_rec_key(rec, &people->reader.text);
		kept->name = kin_arena_keep(&people->arena, kin_buf_str(&people->reader.text));
		kept->content = hash_content(rec, list);
		kept->key = has_source_id(rec) ? kin_hash64(kept->name, list) >> 1
		    : kept->content | MADE;
		if (people->notice != NULL)
			kin_notice_see(people->notice, rec, kept, people->count);
	}
	return people->count++;
}

size_t
kin_people_count(const struct kin_people *people)
{
	return people->count;
}

size_t
kin_people_persons(const struct kin_people *people, uint32_t list)
{
	return list < people->lists ? people->persons[list] : 0;
}

struct kin_people_record *
kin_people_at(const struct kin_people *people, size_t place)
{
	return &people->record[place];
}

struct kin_people_record *
kin_people_of(const struct kin_people *people, uint32_t number)
{
	return &people->record[people->place[number]];
}

size_t
kin_people_place(const struct kin_people *people, uint32_t number)
{
	return people->place[number];
}

/* --- writing ------------------------------------------------------------------ */

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Where the last member ends: before the brace and the space around it. */
static size_t
end_of_members(struct kin_str line)
{
	size_t at = line.len;

	while (line.p[at - 1] != '}')
		at--;
	do {
		at--;
	} while (is_space(line.p[at - 1]));
	return at;
}

void
kin_people_write(const struct kin_people_record *record, struct kin_rec *again,
    const struct kin_put *puts, size_t count, struct kin_buf *out)
{
	struct kin_str line = record->line;
	size_t end;

	if (again != NULL) {
		kin_people_read_again(record, again);
		kin_rec_write(again, puts, count, out);
		return;
	}
	end = end_of_members(line);
	kin_buf_add(out, kin_str(line.p, end));
	for (size_t i = 0; i < count; i++) {
		if (out->p[out->len - 1] != '{')
			kin_buf_putc(out, ',');
		kin_buf_putc(out, '"');
		kin_buf_add(out, puts[i].name);
		kin_buf_puts(out, "\":");
		kin_buf_add(out, puts[i].value);
	}
	kin_buf_add(out, kin_str(line.p + end, line.len - end));
}

/* --- keys ------------------------------------------------------------------- */

struct rank {
	uint64_t	content;
	uint32_t	place;
};

static int
by_content(const void *left, const void *right)
{
	const struct rank *a = left, *b = right;

	if (a->content != b->content)
		return a->content < b->content ? -1 : 1;
	return a->place < b->place ? -1 : a->place > b->place;
}

/*
 * A run of records with one key: the first by content keeps it, the others are told
 * apart by content, and where that is the same by rank.
 */
static void
part(struct kin_people *people, uint32_t *run, size_t count)
{
	struct rank *ranks = kin_resize(NULL, count, sizeof(*ranks));
	struct kin_buf *text = &people->reader.text;
	uint64_t key = people->record[run[0]].key;
	size_t same = 0;

	for (size_t i = 0; i < count; i++)
		ranks[i] = (struct rank){ people->record[run[i]].content, run[i] };
	qsort(ranks, count, sizeof(*ranks), by_content);
	run[0] = ranks[0].place;
	for (size_t i = 1; i < count; i++) {
		run[i] = ranks[i].place;
		same = ranks[i].content == ranks[i - 1].content ? same + 1 : 0;
		kin_buf_clear(text);
		kin_buf_printf(text, "%" PRIx64 " %zu", ranks[i].content, same);
		people->record[run[i]].key = kin_hash64(kin_buf_str(text), key) | MADE;
	}
	kin_free(ranks);
}

/* Groups as chains in the order of keys, so that their first does not depend on the order of input. */
static void
chain(struct kin_people *people, const uint32_t *order, size_t count)
{
	size_t groups = kin_map_count(people->groups);

	people->head = kin_resize(people->head, groups ? groups : 1, sizeof(*people->head));
	memset(people->head, 0xff, groups * sizeof(*people->head));
	for (size_t i = groups > 0 ? count : 0; i-- > 0; ) {
		struct kin_people_record *kept = &people->record[order[i]];

		if (kept->group == KIN_LINK_NONE)
			continue;
		kept->next = people->head[kept->group];
		people->head[kept->group] = order[i];
	}
}

/* The places of all people's records, and their keys; returns how many. */
static size_t
list_keys(const struct kin_people *people, uint32_t *place, uint64_t *key)
{
	size_t count = 0;

	for (size_t i = 0; i < people->count; i++) {
		if (!people->record[i].person)
			continue;
		place[count] = (uint32_t)i;
		key[count++] = people->record[i].key;
	}
	return count;
}

void
kin_people_settle(struct kin_people *people)
{
	uint32_t *place = kin_resize(NULL, people->count + 1, sizeof(*place));
	uint32_t *order = kin_resize(NULL, people->count + 1, sizeof(*order));
	uint64_t *key = kin_resize(NULL, people->count + 1, sizeof(*key)), last;
	size_t count = list_keys(people, place, key), end;

	assert(people->count < KIN_LINK_NONE);
	kin_radix_order(key, count, order);
	for (size_t i = 0; i < count; i = end) {
		last = key[order[i]];
		for (end = i; end < count && key[order[end]] == last; end++)
			order[end] = place[order[end]];
		if (end - i > 1)
			part(people, &order[i], end - i);
	}
	chain(people, order, count);
	kin_free(place);
	kin_free(order);
	kin_free(key);
}

void
kin_people_id(struct kin_buf *out, char letter, uint64_t name)
{
	static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
	char text[13];

	for (size_t i = sizeof(text); i-- > 0; name >>= 5)
		text[i] = digits[name & 31];
	kin_buf_putc(out, letter);
	kin_buf_putc(out, '-');
	kin_buf_add(out, kin_str(text, sizeof(text)));
}
