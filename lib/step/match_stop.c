/* match --stop: whom to leave alone, and why. */
#include <stdlib.h>

#include "kin/base/map.h"
#include "match_state.h"

enum {
	NOBODY = 0,
	NAMED = 5		/* of those on the list who are nobody, how many are named */
};

/* One record of a stop-list, or of the stream that is one by itself. */
struct entry {
	struct kin_str	reason, at, name;
	bool		listed, found;
};

struct kin_match_stop {
	struct kin_map	*of;		/* record keys and person ids that entries name */
	uint32_t	*of_entry;	/* of each: 1 + entry */
	size_t		 of_cap;
	struct entry	*entry;
	size_t		 entries, entry_cap;
	uint32_t	*by_place;	/* 1 + entry of a record kept from a stop-list, or of one named */
	size_t		 places, place_cap;
	const struct kin_match_hit *hit;	/* of each place; the list's */
	struct kin_match_hit *doubt;		/* of each place */
	struct kin_map	*reasons;
	size_t		*sure, reason_cap, unsure;
	struct kin_buf	 key, line;
	struct kin_rec	 rec;
};

struct kin_match_stop *
kin_match_stop_new(void)
{
	struct kin_match_stop *stop = kin_calloc(1, sizeof(*stop));

	stop->of = kin_map_new();
	stop->reasons = kin_map_new();
	return stop;
}

void
kin_match_stop_free(struct kin_match_stop *stop)
{
	if (stop == NULL)
		return;
	kin_map_free(stop->of);
	kin_map_free(stop->reasons);
	kin_free(stop->of_entry);
	kin_free(stop->entry);
	kin_free(stop->by_place);
	kin_free(stop->doubt);
	kin_free(stop->sure);
	kin_buf_fini(&stop->key);
	kin_buf_fini(&stop->line);
	kin_rec_fini(&stop->rec);
	kin_free(stop);
}

/* --- the list -------------------------------------------------------------------------- */

/* Text of a member that need not be one of the schema's; the empty slice when absent. */
static struct kin_str
text_of(struct kin_rec *rec, struct kin_str name)
{
	const struct kin_member *member = kin_rec_find(rec, name);

	return member == NULL ? kin_str(NULL, 0) : kin_rec_member_text(rec, member);
}

static struct kin_str
reason_of(struct kin_rec *rec)
{
	struct kin_str reason = kin_rec_text(rec, KIN_FIELD_REASON);
	const struct kin_member *churn = kin_rec_find(rec, KIN_STR("churn"));

	if (reason.len > 0)
		return reason;
	if (kin_rec_has(rec, KIN_FIELD_DEATH_DATE))
		return KIN_STR("died");
	if (kin_str_is(kin_rec_raw(rec, KIN_FIELD_CONSENT), KIN_STR("false")))
		return KIN_STR("no consent");
	if (churn != NULL && kin_str_is(kin_rec_value(rec, churn), KIN_STR("{\"is\":\"gone\"}")))
		return KIN_STR("gone from the list");
	return KIN_STR("on the stop-list");
}

/* 1 + the entry made of a record. */
static uint32_t
make_entry(struct kin_match *match, struct kin_rec *rec)
{
	struct kin_match_stop *stop = match->stop;
	struct entry *entry;

	stop->entry = kin_grow(stop->entry, stop->entries, &stop->entry_cap, sizeof(*stop->entry));
	entry = &stop->entry[stop->entries++];
	*entry = (struct entry){ .listed = false };
	entry->reason = kin_arena_keep(&match->arena, reason_of(rec));
	entry->at = kin_rec_text(rec, KIN_FIELD_AT);
	if (entry->at.len == 0)
		entry->at = kin_rec_text(rec, KIN_FIELD_DEATH_DATE);
	entry->at = kin_arena_keep(&match->arena, entry->at);
	kin_buf_clear(&stop->key);
	kin_rec_key(rec, &stop->key);
	entry->name = kin_arena_keep(&match->arena, kin_buf_str(&stop->key));
	return (uint32_t)stop->entries;
}

static void
set_place(struct kin_match_stop *stop, size_t place, uint32_t entry)
{
	while (stop->places <= place) {
		stop->by_place = kin_grow(stop->by_place, stop->places, &stop->place_cap, sizeof(*stop->by_place));
		stop->by_place[stop->places++] = NOBODY;
	}
	stop->by_place[place] = entry;
}

static void
name_whom(struct kin_match_stop *stop, struct kin_str whom, uint32_t entry)
{
	uint32_t number;
	bool is_new;

	if (whom.len == 0)
		return;
	number = kin_map_add(stop->of, whom, &is_new);
	stop->of_entry = kin_grow(stop->of_entry, number, &stop->of_cap, sizeof(*stop->of_entry));
	if (is_new)
		stop->of_entry[number] = entry;
}

/* The same record as one of a person, which a stop is not: so it is compared. */
static void
keep_person(struct kin_match *match, struct kin_rec *rec, uint32_t list, uint32_t entry)
{
	struct kin_match_stop *stop = match->stop;
	struct kin_put kind = { KIN_STR("kind"), KIN_STR("\"person\"") };
	struct kin_err err = KIN_ERR_NONE;

	kin_buf_clear(&stop->line);
	kin_rec_write(rec, &kind, 1, &stop->line);
	if (kin_rec_read(&stop->rec, kin_buf_str(&stop->line), &err) != 0)
		return;
	stop->rec.file = rec->file;
	stop->rec.line_no = rec->line_no;
	set_place(stop, kin_people_keep(match->people, &stop->rec, list, false), entry);
}

int
kin_match_push_stop(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_match *match = ctx;
	struct kin_str of = text_of(rec, KIN_STR("of")), person = text_of(rec, KIN_STR("person"));
	bool is_stop = kin_str_is(kin_rec_text(rec, KIN_FIELD_KIND), KIN_STR("stop"));
	uint32_t entry;

	if (!is_stop && !kin_people_is_person(rec))
		return kin_fail(err, "neither a stop nor a person: it stops nobody");
	entry = make_entry(match, rec);
	match->stop->entry[entry - 1].listed = true;
	name_whom(match->stop, of, entry);
	name_whom(match->stop, person, entry);
	keep_person(match, rec, (uint32_t)match->lists, entry);
	return 0;
}

/* --- the stream ------------------------------------------------------------------------ */

void
kin_match_stop_note(struct kin_match *match, struct kin_rec *rec, size_t place)
{
	struct kin_match_stop *stop = match->stop;
	struct kin_str person = kin_rec_raw(rec, KIN_FIELD_PERSON);
	uint32_t number;

	if (!kin_people_is_person(rec))
		return;
	kin_buf_clear(&stop->key);
	kin_rec_key(rec, &stop->key);
	number = kin_map_get(stop->of, kin_buf_str(&stop->key));
	if (number == KIN_MAP_NONE && person.len > 0 && kin_json_type(person) == KIN_JSON_OBJECT) {
		kin_buf_clear(&stop->key);
		number = kin_map_get(stop->of, kin_json_find_text(person, KIN_STR("id"), &stop->key));
	}
	if (number != KIN_MAP_NONE)
		set_place(stop, place, stop->of_entry[number]);
	else if (kin_rec_has(rec, KIN_FIELD_DEATH_DATE))
		set_place(stop, place, make_entry(match, rec));
}

/* Who is named stands for all records of their group. */
static void
spread(struct kin_match *match)
{
	struct kin_match_stop *stop = match->stop;
	size_t count = kin_people_count(match->people), groups = 0;
	uint32_t *of_group;

	if (count > 0)
		set_place(stop, count, NOBODY);
	for (size_t i = 0; i < count; i++) {
		uint32_t group = kin_people_at(match->people, i)->group;

		if (group != KIN_LINK_NONE && group >= groups)
			groups = (size_t)group + 1;
	}
	of_group = kin_calloc(groups + 1, sizeof(*of_group));
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < count; i++) {
			const struct kin_people_record *kept = kin_people_at(match->people, i);

			if (kept->list != 0 || kept->group == KIN_LINK_NONE)
				continue;
			if (pass == 0 && of_group[kept->group] == NOBODY)
				of_group[kept->group] = stop->by_place[i];
			else if (pass == 1 && stop->by_place[i] == NOBODY)
				stop->by_place[i] = of_group[kept->group];
		}
	}
	kin_free(of_group);
}

void
kin_match_stop_read(struct kin_match *match, const struct kin_match_one *list, struct kin_link *link)
{
	match->stop->doubt = kin_match_doubts(match, list, link);
	match->stop->hit = list->hit;
	spread(match);
}

/* Who stops a record: 1 + entry, with the hit where it was the engine that found it. */
static uint32_t
who_stops(const struct kin_match_stop *stop, size_t place, const struct kin_match_hit **hit, bool *sure)
{
	*sure = true;
	*hit = NULL;
	if (stop->by_place[place] != NOBODY)
		return stop->by_place[place];
	*hit = &stop->hit[place];
	if ((*hit)->place == KIN_LINK_NONE) {
		*sure = false;
		*hit = &stop->doubt[place];
	}
	return (*hit)->place == KIN_LINK_NONE ? NOBODY : stop->by_place[(*hit)->place];
}

static void
count_stop(struct kin_match_stop *stop, struct kin_str reason, bool sure)
{
	uint32_t number;
	bool is_new;

	if (!sure) {
		stop->unsure++;
		return;
	}
	number = kin_map_add(stop->reasons, reason, &is_new);
	stop->sure = kin_grow(stop->sure, number, &stop->reason_cap, sizeof(*stop->sure));
	stop->sure[number] = is_new ? 1 : stop->sure[number] + 1;
}

struct kin_str
kin_match_stop_of(struct kin_match *match, size_t place, bool *sure)
{
	struct kin_match_stop *stop = match->stop;
	struct kin_buf *out = &stop->line;
	const struct kin_match_hit *hit;
	struct entry *entry;
	uint32_t number = who_stops(stop, place, &hit, sure);

	if (number == NOBODY)
		return kin_str(NULL, 0);
	entry = &stop->entry[number - 1];
	entry->found = true;
	kin_buf_clear(out);
	kin_buf_putc(out, '{');
	kin_json_put_text_member(out, "reason", entry->reason);
	if (entry->at.len > 0)
		kin_json_put_text_member(out, "at", entry->at);
	kin_json_put_text_member(out, "id", entry->name);
	if (hit != NULL) {
		kin_json_put_name(out, "probability");
		kin_json_put_number(out, hit->probability, 4);
	}
	if (!*sure)
		kin_buf_puts(out, ",\"decide\":true");
	if (hit != NULL && hit->why.len > 0) {
		kin_json_put_name(out, "why");
		kin_buf_add(out, hit->why);
	}
	kin_buf_putc(out, '}');
	count_stop(stop, entry->reason, *sure);
	return kin_buf_str(out);
}

static int
by_reason(const void *a, const void *b, void *reasons)
{
	return kin_str_cmp(kin_map_key(reasons, *(const uint32_t *)a), kin_map_key(reasons, *(const uint32_t *)b));
}

/* " (died 2, moved away 1)" and the same as an object for --stats; returns how many in all. */
static size_t
tell_reasons(struct kin_match_stop *stop, struct kin_buf *text, struct kin_buf *stats)
{
	uint32_t count = kin_map_count(stop->reasons);
	uint32_t *order = kin_calloc((size_t)count + 1, sizeof(*order));
	size_t sum = 0;

	for (uint32_t i = 0; i < count; i++)
		order[i] = i;
	qsort_r(order, count, sizeof(*order), by_reason, stop->reasons);
	kin_buf_putc(stats, '{');
	for (uint32_t i = 0; i < count; i++) {
		struct kin_str reason = kin_map_key(stop->reasons, order[i]);

		sum += stop->sure[order[i]];
		kin_buf_printf(text, "%s%.*s %zu", i > 0 ? ", " : " (", (int)reason.len, reason.p, stop->sure[order[i]]);
		kin_buf_puts(stats, i > 0 ? "," : "");
		kin_json_put_string(stats, reason);
		kin_buf_printf(stats, ":%zu", stop->sure[order[i]]);
	}
	kin_buf_putc(stats, '}');
	kin_buf_puts(text, count > 0 ? ")" : "");
	kin_free(order);
	return sum;
}

/* Entries of the list that are nobody here: as likely a name written otherwise as somebody unknown. */
static void
tell_missed(struct kin_match *match)
{
	struct kin_match_stop *stop = match->stop;
	struct kin_buf text = { 0 };
	size_t missed = 0;

	for (size_t i = 0; i < stop->entries; i++) {
		if (!stop->entry[i].listed || stop->entry[i].found)
			continue;
		if (missed++ < NAMED)
			kin_buf_printf(&text, "%s%s", missed > 1 ? ", " : "", stop->entry[i].name.p);
	}
	kin_json_put_name(&match->stats, "nobody");
	kin_json_put_whole(&match->stats, (long long)missed);
	if (missed > 0) {
		struct kin_buf line = { 0 };

		kin_buf_printf(&line, "stop-list: %zu on it %s nobody here: %s%s", missed, missed == 1 ? "is" : "are",
		    kin_buf_text(&text), missed > NAMED ? " …" : "");
		match->opts.say(match->opts.say_ctx, kin_buf_text(&line));
		kin_buf_fini(&line);
	}
	kin_buf_fini(&text);
}

/* "stop-list: 3 records to leave alone (died 2, moved away 1), 1 for a person to decide" */
void
kin_match_stop_tell(struct kin_match *match)
{
	struct kin_match_stop *stop = match->stop;
	struct kin_buf text = { 0 }, reasons = { 0 };
	size_t sum;

	kin_json_put_name(&match->stats, "stop");
	kin_buf_puts(&match->stats, "{\"reasons\":");
	sum = tell_reasons(stop, &reasons, &match->stats);
	kin_buf_printf(&match->stats, ",\"decide\":%zu", stop->unsure);
	kin_buf_printf(&text, "stop-list: %zu record%s to leave alone%s, %zu for a person to decide", sum,
	    sum == 1 ? "" : "s", kin_buf_text(&reasons), stop->unsure);
	match->opts.say(match->opts.say_ctx, kin_buf_text(&text));
	tell_missed(match);
	kin_buf_putc(&match->stats, '}');
	kin_buf_fini(&reasons);
	kin_buf_fini(&text);
}
