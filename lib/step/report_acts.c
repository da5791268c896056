#include "report_acts.h"

#include "kin/base/sort.h"
#include "kin/tally/bucket.h"

enum {
	TIME_AT = 11, TIME_LEN = 16,	/* 2020-04-06T09:12 */
	EVENING = 24 * 60		/* a goodbye is the last thing of a day */
};

void
kin_report_acts_init(struct kin_report_acts *acts, const struct kin_report_context *context)
{
	*acts = (struct kin_report_acts){ .context = context, .words = kin_map_new() };
	kin_map_add(acts->words, kin_str(NULL, 0), NULL);
}

void
kin_report_acts_fini(struct kin_report_acts *acts)
{
	kin_map_free(acts->words);
	kin_free(acts->people.list);
	kin_free(acts->list);
}

static int16_t
minute_of(struct kin_str time)
{
	const char *p = time.p + TIME_AT;

	if (time.len < TIME_LEN || (time.p[TIME_AT - 1] != 'T' && time.p[TIME_AT - 1] != ' '))
		return -1;
	if (p[0] < '0' || p[0] > '2' || p[1] < '0' || p[1] > '9' || p[2] != ':' || p[3] < '0' ||
	    p[3] > '5' || p[4] < '0' || p[4] > '9')
		return -1;
	return (int16_t)(((p[0] - '0') * 10 + p[1] - '0') * 60 + (p[3] - '0') * 10 + p[4] - '0');
}

static uint32_t
word(struct kin_report_acts *acts, struct kin_str text)
{
	return text.len == 0 ? 0 : kin_map_add(acts->words, text, NULL);
}

static struct kin_str
member(struct kin_rec *rec, struct kin_str name)
{
	return kin_rec_member_text(rec, kin_rec_find(rec, name));
}

/* A helper is named by a text, or by pair's object. */
static struct kin_str
helper_of(struct kin_rec *rec)
{
	struct kin_str raw = kin_rec_raw(rec, KIN_FIELD_HELPER);

	if (raw.len > 0 && kin_json_type(raw) == KIN_JSON_OBJECT)
		return kin_report_inner(rec, raw, KIN_STR("id"));
	return kin_rec_text(rec, KIN_FIELD_HELPER);
}

static void
add(struct kin_report_acts *acts, struct kin_report_act act, struct kin_str time)
{
	act.day = kin_bucket_day(time);
	act.minute = act.deed == KIN_REPORT_GOODBYE ? EVENING : minute_of(time);
	if (act.day == KIN_BUCKET_NO_DAY) {
		acts->undated++;
		return;
	}
	if (act.day > acts->context->as_of)
		return;
	acts->list = kin_grow(acts->list, acts->count, &acts->cap, sizeof(*acts->list));
	acts->list[acts->count++] = act;
}

static uint8_t
level_of(struct kin_rec *rec)
{
	struct kin_str level = kin_rec_text(rec, KIN_FIELD_LEVEL);

	return level.len == 1 && level.p[0] >= '1' && level.p[0] <= '9' ? (uint8_t)(level.p[0] - '0') : 0;
}

static uint8_t
deed_of(struct kin_str event)
{
	static const struct { struct kin_str word; uint8_t deed; } deeds[] = {
		{ { "call", 4 }, KIN_REPORT_CALL },
		{ { "helped", 6 }, KIN_REPORT_HELPED },
		{ { "contact", 7 }, KIN_REPORT_CONTACT },
		{ { "passed_on", 9 }, KIN_REPORT_PASSED_ON },
		{ { "step_up", 7 }, KIN_REPORT_STEP_UP },
		{ { "step_down", 9 }, KIN_REPORT_STEP_DOWN },
		{ { "goodbye", 7 }, KIN_REPORT_GOODBYE },
		{ { "return", 6 }, KIN_REPORT_BACK }
	};

	for (size_t i = 0; i < sizeof(deeds) / sizeof(deeds[0]); i++) {
		if (kin_str_is(event, deeds[i].word))
			return deeds[i].deed;
	}
	return KIN_REPORT_OTHER_DEED;
}

static void
push_event(struct kin_report_acts *acts, struct kin_rec *rec)
{
	add(acts, (struct kin_report_act){
		.who = kin_report_who(rec), .helper = word(acts, helper_of(rec)),
		.team = word(acts, kin_rec_text(rec, KIN_FIELD_TEAM)),
		.from = word(acts, member(rec, KIN_STR("handover_from"))),
		.deed = deed_of(kin_rec_text(rec, KIN_FIELD_EVENT)), .level = level_of(rec)
	}, kin_rec_text(rec, KIN_FIELD_AT));
}

static void
push_link(struct kin_report_acts *acts, struct kin_rec *rec)
{
	struct kin_str goodbye = member(rec, KIN_STR("goodbye"));
	struct kin_report_act act = {
		.who = kin_report_who(rec), .helper = word(acts, helper_of(rec)),
		.team = word(acts, member(rec, KIN_STR("hub"))), .deed = KIN_REPORT_SINCE
	};

	add(acts, act, member(rec, KIN_STR("since")));
	act.deed = KIN_REPORT_GOODBYE;
	if (goodbye.len > 0)
		add(acts, act, goodbye);
}

static void
push_request(struct kin_report_acts *acts, struct kin_rec *rec)
{
	struct kin_report_place place = kin_report_place(rec);

	kin_report_learn(&acts->people, rec);
	add(acts, (struct kin_report_act){
		.who = kin_report_who(rec), .deed = KIN_REPORT_ASKS,
		.team = place.rank == KIN_REPORT_NOT_ROUTED ? 0 : word(acts, place.id)
	}, kin_rec_text(rec, KIN_FIELD_RECEIVED));
}

int
kin_report_acts_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_report_acts *acts = ctx;

	(void)err;
	switch (kin_report_sort(rec)) {
	case KIN_REPORT_EVENT:
		push_event(acts, rec);
		return KIN_REPORT_COUNTED;
	case KIN_REPORT_LINK:
		push_link(acts, rec);
		return KIN_REPORT_COUNTED;
	case KIN_REPORT_RESIDENT:
		if (kin_report_is_offer(rec))
			return KIN_REPORT_PASSED_OVER;
		push_request(acts, rec);
		return KIN_REPORT_COUNTED;
	default:
		return KIN_REPORT_PASSED_OVER;
	}
}

static int
by_word(struct kin_map *words, uint32_t a, uint32_t b)
{
	if (a == b)
		return 0;
	if (a == 0 || b == 0)
		return a == 0 ? 1 : -1;		/* what is known comes first */
	return kin_str_cmp(kin_map_key(words, a), kin_map_key(words, b));
}

static int
by_time(const void *a, const void *b, void *words)
{
	const struct kin_report_act *x = a, *y = b;
	int order;

	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if (x->minute != y->minute)
		return x->minute < y->minute ? -1 : 1;
	if (x->deed != y->deed)
		return x->deed < y->deed ? -1 : 1;
	order = by_word(words, x->team, y->team);
	if (order == 0)
		order = by_word(words, x->helper, y->helper);
	if (order == 0)
		order = by_word(words, x->from, y->from);
	return order != 0 ? order : x->level - y->level;
}

/* Told by a link and by an event: those of one day, and of one team or of none. */
static bool
is_same_goodbye(const struct kin_report_act *a, const struct kin_report_act *b)
{
	return a->deed == KIN_REPORT_GOODBYE && b->deed == KIN_REPORT_GOODBYE && a->who == b->who &&
	    a->day == b->day && (a->team == b->team || a->team == 0 || b->team == 0);
}

void
kin_report_acts_settle(struct kin_report_acts *acts)
{
	size_t kept = 0;

	kin_report_settle(&acts->people);
	for (size_t i = 0; i < acts->count; i++)
		acts->list[i].who = kin_report_resolve(&acts->people, acts->list[i].who);
	kin_sort_hashed(acts->list, acts->count, sizeof(*acts->list), offsetof(struct kin_report_act, who), by_time,
	    acts->words);
	for (size_t i = 0; i < acts->count; i++) {
		if (kept > 0 && is_same_goodbye(&acts->list[kept - 1], &acts->list[i]))
			continue;
		acts->list[kept++] = acts->list[i];
	}
	acts->count = kept;
	acts->at = 0;
}

size_t
kin_report_acts_next(struct kin_report_acts *acts, const struct kin_report_act **list)
{
	size_t from = acts->at;

	while (acts->at < acts->count && acts->list[acts->at].who == acts->list[from].who)
		acts->at++;
	*list = acts->list + from;
	return acts->at - from;
}

uint32_t
kin_report_acts_team(const struct kin_report_acts *acts, struct kin_count *count, uint32_t team)
{
	uint32_t value = team == 0 ? KIN_COUNT_MISSING :
	    kin_count_value(count, 0, kin_map_key(acts->words, team));

	return kin_count_group(count, &value);
}
