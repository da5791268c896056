/* match --since: who is new on a list, who changed, who is gone. */
#include "match_churn.h"

const char *const kin_churn_word[KIN_CHURN_COUNT] = { NULL, "same", "new", "changed", "died", "gone" };

struct kin_match_churn *
kin_match_churn_new(struct kin_match *match)
{
	struct kin_match_churn *churn = kin_calloc(1, sizeof(*churn));
	size_t count = kin_people_count(match->people);

	churn->is = kin_calloc(count + 1, sizeof(*churn->is));
	churn->value = kin_calloc(count + 1, sizeof(*churn->value));
	churn->first = kin_calloc(count + 1, sizeof(*churn->first));
	churn->was = kin_calloc(count + 1, sizeof(*churn->was));
	churn->met = kin_calloc(count + 1, sizeof(*churn->met));
	churn->fields = kin_map_new();
	return churn;
}

void
kin_match_churn_free(struct kin_match_churn *churn)
{
	if (churn == NULL)
		return;
	kin_free(churn->is);
	kin_free(churn->value);
	kin_free(churn->first);
	kin_free(churn->was);
	kin_free(churn->met);
	kin_free(churn->changes);
	kin_map_free(churn->fields);
	kin_match_facts_fini(&churn->before);
	kin_match_facts_fini(&churn->now);
	kin_free(churn);
}

/* What all records of the group that place speaks for say. */
static void
gather(struct kin_match *match, size_t place, const char *watch, struct kin_match_facts *facts)
{
	const struct kin_people_record *kept = kin_people_at(match->people, place);

	kin_match_facts_clear(facts);
	for (;;) {
		kin_match_facts_add(facts, kept->line, watch);
		if (kept->next == KIN_LINK_NONE)
			break;
		kept = kin_people_at(match->people, kept->next);
	}
	kin_match_facts_sort(facts);
}

/* --- who is who ----------------------------------------------------------------------- */

/*
 * Whom nobody of the stream is yet, by all that they say and by the list's own id: a
 * record that stands there word for word is the same resident, however little it says
 * and however many records the resident has.
 */
struct left {
	struct kin_map	*keys;
	uint32_t	*head, *next;		/* of each key; of each place: the next of its key */
	size_t		 cap;
};

/* The list's own id of a record, as text to look up; the empty slice when it has none. */
static struct kin_str
own_id(struct kin_match *match, size_t place)
{
	const struct kin_people_record *kept = kin_people_at(match->people, place);
	struct kin_err err = KIN_ERR_NONE;
	struct kin_str source, id;

	if (kin_rec_read(&match->rec, kept->line, &err) != 0)
		return kin_str(NULL, 0);
	source = kin_rec_raw(&match->rec, KIN_FIELD_SOURCE);
	if (source.len == 0 || kin_json_type(source) != KIN_JSON_OBJECT
	    || !kin_json_find(source, KIN_STR("id"), &id) || kin_json_type(id) == KIN_JSON_NULL
	    || kin_str_is(id, KIN_STR("\"\"")))
		return kin_str(NULL, 0);
	return kept->name;
}

/*
 * May two records of one id be one resident?  Where the engine found somebody, only if
 * it also finds this one probable; else the fields must speak for it rather than against.
 */
static bool
agree(struct kin_match *match, struct kin_link *link, size_t a, size_t b, bool is_hit)
{
	struct kin_link_part parts[KIN_LINK_PARTS];
	struct kin_link_pair pair;
	double sum = 0;

	if (link == NULL)
		return false;
	kin_link_explain(link, kin_people_at(match->people, a)->number,
	    kin_people_at(match->people, b)->number, &pair, parts);
	for (size_t i = 0; i < kin_link_parts(link); i++)
		sum += parts[i].level < 0 ? 0 : parts[i].weight + parts[i].frequency;
	return pair.probability >= 0.5 || (!is_hit && sum > 0);
}

/* Puts the key of a record in match->value; false when it has none. */
static bool
key_of(struct kin_match *match, size_t place, bool by_id)
{
	const char *watch = match->opts.watch != NULL && match->opts.watch[0] == '-' ? match->opts.watch : NULL;
	struct kin_match_facts *facts = &match->churn->now;
	struct kin_buf *key = &match->value;

	kin_buf_clear(key);
	kin_buf_putc(key, by_id ? 'i' : 'c');
	if (by_id)
		kin_buf_add(key, own_id(match, place));
	else {
		gather(match, place, watch, facts);
		kin_match_facts_key(facts, key);
	}
	return key->len > 1;
}

static void
leave(struct kin_match *match, struct left *left, size_t place, bool by_id)
{
	uint32_t key;
	bool is_new;

	if (!key_of(match, place, by_id))
		return;
	key = kin_map_add(left->keys, kin_buf_str(&match->value), &is_new);
	left->head = kin_grow(left->head, key, &left->cap, sizeof(*left->head));
	left->next[place] = is_new ? KIN_LINK_NONE : left->head[key];
	left->head[key] = (uint32_t)place;
}

static void
find(struct kin_match *match, struct left *left, size_t place, bool is_hit, bool by_id, struct kin_link *link)
{
	struct kin_match_churn *churn = match->churn;
	uint32_t key, at;

	if (churn->was[place] != KIN_LINK_NONE || !key_of(match, place, by_id))
		return;
	key = kin_map_get(left->keys, kin_buf_str(&match->value));
	for (at = key == KIN_MAP_NONE ? KIN_LINK_NONE : left->head[key]; at != KIN_LINK_NONE; at = left->next[at]) {
		if (churn->met[at] || (by_id && !agree(match, link, place, at, is_hit)))
			continue;
		churn->was[place] = at;
		churn->met[at] = true;
		return;
	}
}

static bool
speaks(const struct kin_match *match, size_t place, uint32_t list)
{
	const struct kin_people_record *kept = kin_people_at(match->people, place);

	return kept->person && kept->list == list && match->churn->first[place] == place;
}

static void
find_left(struct kin_match *match, const struct kin_match_one *list, uint32_t number, struct kin_link *link,
    bool by_id)
{
	size_t count = kin_people_count(match->people);
	struct left left = { .keys = kin_map_new(), .next = kin_calloc(count + 1, sizeof(*left.next)) };

	for (size_t i = count; i-- > 0; ) {
		if (speaks(match, i, number) && !match->churn->met[i])
			leave(match, &left, i, by_id);
	}
	for (size_t i = 0; i < count; i++) {
		if (speaks(match, i, 0))
			find(match, &left, i, list->hit[i].place != KIN_LINK_NONE, by_id, link);
	}
	kin_map_free(left.keys);
	kin_free(left.head);
	kin_free(left.next);
}

/* --- what became of whom ------------------------------------------------------------- */

static void
count_field(void *ctx, struct kin_str name)
{
	struct kin_match_churn *churn = ctx;
	uint32_t field;
	bool is_new;

	field = kin_map_add(churn->fields, name, &is_new);
	churn->changes = kin_grow(churn->changes, field, &churn->changes_cap, sizeof(*churn->changes));
	churn->changes[field] = is_new ? 1 : churn->changes[field] + 1;
}

/* ,"is":"changed": the first member. */
static void
put_is(struct kin_match *match, size_t place, enum kin_churn is)
{
	kin_buf_clear(&match->line);
	kin_buf_printf(&match->line, "{\"is\":\"%s\"", kin_churn_word[is]);
	match->churn->is[place] = (uint8_t)is;
	match->churn->people[is]++;
}

static void
put_whom(struct kin_match *match, const struct kin_match_hit *hit, const char *member)
{
	struct kin_buf *out = &match->line;

	if (member != NULL) {
		kin_json_put_name(out, member);
		kin_buf_putc(out, '{');
	}
	kin_json_put_text_member(out, "id", kin_people_at(match->people, hit->place)->name);
	if (hit->probability > 0) {
		kin_json_put_name(out, "probability");
		kin_json_put_number(out, hit->probability, 4);
	}
	if (hit->why.len > 0) {
		kin_json_put_name(out, "why");
		kin_buf_add(out, hit->why);
	}
	if (member != NULL)
		kin_buf_putc(out, '}');
}

/* Somebody who was there: the same, changed, or died. */
static void
judge_known(struct kin_match *match, size_t place, struct kin_match_hit *hit)
{
	struct kin_match_churn *churn = match->churn;
	struct kin_buf changes = { 0 };
	const char *watch = match->opts.watch;
	enum kin_churn is;

	gather(match, hit->place, watch, &churn->before);
	gather(match, place, watch, &churn->now);
	is = kin_match_facts_differ(&churn->before, &churn->now, &changes, count_field, churn) > 0 ?
	    KIN_CHURN_CHANGED : KIN_CHURN_SAME;
	if (kin_match_facts_have(&churn->now, KIN_STR("death_date"))
	    && !kin_match_facts_have(&churn->before, KIN_STR("death_date")))
		is = KIN_CHURN_DIED;
	put_is(match, place, is);
	put_whom(match, hit, NULL);
	if (changes.len > 0) {
		kin_buf_puts(&match->line, ",\"changes\":[");
		kin_buf_add(&match->line, kin_buf_str(&changes));
		kin_buf_putc(&match->line, ']');
	}
	kin_buf_fini(&changes);
}

static void
judge(struct kin_match *match, const struct kin_match_one *list, size_t place, const struct kin_match_hit *doubt)
{
	struct kin_match_churn *churn = match->churn;
	struct kin_match_hit hit = list->hit[place];

	if (churn->was[place] != KIN_LINK_NONE) {
		if (hit.place != churn->was[place])	/* not the engine's: the same words, or the list's own id */
			hit = (struct kin_match_hit){ .place = churn->was[place] };
		judge_known(match, place, &hit);
	} else {
		put_is(match, place, KIN_CHURN_NEW);
		if (doubt->place != KIN_LINK_NONE)
			put_whom(match, doubt, "perhaps");
	}
	kin_buf_putc(&match->line, '}');
	churn->value[place] = kin_arena_keep(&match->arena, kin_buf_str(&match->line));
}

/* Who was whom: the record itself where it is still there, and the engine's answer for the rest. */
static void
find_all(struct kin_match *match, const struct kin_match_one *list, uint32_t number, struct kin_link *link)
{
	struct kin_match_churn *churn = match->churn;
	size_t count = kin_people_count(match->people);

	for (size_t i = 0; i < count; i++) {
		churn->first[i] = kin_match_first(match, i);
		churn->was[i] = KIN_LINK_NONE;
	}
	find_left(match, list, number, link, false);
	find_left(match, list, number, link, true);
	for (size_t i = 0; i < count; i++) {
		if (churn->was[i] == KIN_LINK_NONE)
			churn->was[i] = list->hit[i].place;
		if (churn->was[i] != KIN_LINK_NONE)
			churn->met[churn->was[i]] = true;
	}
}

void
kin_match_churn_read(struct kin_match *match, struct kin_match_one *list, uint32_t number,
    struct kin_link *link)
{
	struct kin_match_hit *doubts = kin_match_doubts(match, list, link);
	size_t count = kin_people_count(match->people);

	find_all(match, list, number, link);
	for (size_t i = 0; i < count; i++) {
		if (speaks(match, i, 0))
			judge(match, list, i, &doubts[i]);
		else if (speaks(match, i, number) && !match->churn->met[i])
			put_is(match, i, KIN_CHURN_GONE);
	}
	kin_free(doubts);
}

struct kin_str
kin_match_churn_of(const struct kin_match *match, size_t place, bool *same)
{
	const struct kin_match_churn *churn = match->churn;
	size_t first = churn->first[place];

	*same = churn->is[first] == KIN_CHURN_SAME;
	return churn->value[first];
}

/* The records of before of who is gone, as they were; as stops, so that no filter takes them for people. */
void
kin_match_churn_gone(struct kin_match *match)
{
	const struct kin_match_churn *churn = match->churn;
	struct kin_put puts[] = { { KIN_STR("kind"), KIN_STR("\"stop\"") },
	    { KIN_STR("churn"), KIN_STR("{\"is\":\"gone\"}") } };

	for (size_t i = 0; i < kin_people_count(match->people); i++) {
		const struct kin_people_record *kept = kin_people_at(match->people, i);

		if (!kept->person || churn->is[churn->first[i]] != KIN_CHURN_GONE)
			continue;
		kin_buf_clear(&match->line);
		kin_people_write(kept, &match->again, puts, 2, &match->line);
		match->added++;
		match->opts.sink(match->opts.sink_ctx, kin_buf_str(&match->line));
	}
}
