#include "report_farewell.h"

#include <stdlib.h>

#include "kin/tally/bucket.h"

enum { RETURN_MONTHS = 12 };

struct kin_report_back {
	uint64_t	who;
	int32_t		day;
};

void
kin_report_farewells_init(struct kin_report_farewells *self, int32_t as_of)
{
	*self = (struct kin_report_farewells){ .as_of = as_of, .words = kin_map_new() };
}

void
kin_report_farewells_fini(struct kin_report_farewells *self)
{
	kin_map_free(self->words);
	kin_free(self->people.list);
	kin_free(self->list);
	kin_free(self->backs);
}

static struct kin_str
member(struct kin_rec *rec, struct kin_str name)
{
	return kin_rec_member_text(rec, kin_rec_find(rec, name));
}

static void
add_farewell(struct kin_report_farewells *self, struct kin_report_farewell farewell)
{
	if (farewell.day > self->as_of) {
		farewell.said = false;
		farewell.day = KIN_BUCKET_NO_DAY;
	}
	self->list = kin_grow(self->list, self->count, &self->cap, sizeof(*self->list));
	self->list[self->count++] = farewell;
}

static void
add_back(struct kin_report_farewells *self, uint64_t who, int32_t day)
{
	if (day == KIN_BUCKET_NO_DAY || day > self->as_of)
		return;
	self->backs = kin_grow(self->backs, self->back_count, &self->back_cap, sizeof(*self->backs));
	self->backs[self->back_count++] = (struct kin_report_back){ who, day };
}

static int
push_event(struct kin_report_farewells *self, struct kin_rec *rec)
{
	struct kin_str event = kin_rec_text(rec, KIN_FIELD_EVENT);
	int32_t day = kin_report_day(rec, KIN_FIELD_AT);

	if (kin_str_is(event, KIN_STR("return")) || kin_str_is(event, KIN_STR("contact"))) {
		add_back(self, kin_report_who(rec), day);
		return KIN_REPORT_COUNTED;
	}
	if (!kin_str_is(event, KIN_STR("goodbye")) || day > self->as_of)
		return KIN_REPORT_PASSED_OVER;
	add_farewell(self, (struct kin_report_farewell){
		.who = kin_report_who(rec), .said = true, .day = day, .since = KIN_BUCKET_NO_DAY,
		.team = kin_map_add(self->words, kin_rec_text(rec, KIN_FIELD_TEAM), NULL),
		.reason = kin_map_add(self->words, kin_rec_text(rec, KIN_FIELD_REASON), NULL)
	});
	return KIN_REPORT_COUNTED;
}

static int
push_link(struct kin_report_farewells *self, struct kin_rec *rec)
{
	struct kin_str hub = member(rec, KIN_STR("hub")), goodbye = member(rec, KIN_STR("goodbye"));
	int32_t since = kin_bucket_day(member(rec, KIN_STR("since")));

	if (since > self->as_of)
		return KIN_REPORT_PASSED_OVER;
	add_back(self, kin_report_who(rec), since);
	add_farewell(self, (struct kin_report_farewell){
		.who = kin_report_who(rec), .said = goodbye.len > 0,
		.day = kin_bucket_day(goodbye), .since = since,
		.team = kin_map_add(self->words, hub, NULL),
		.reason = kin_map_add(self->words, kin_rec_text(rec, KIN_FIELD_REASON), NULL)
	});
	return KIN_REPORT_COUNTED;
}

int
kin_report_farewells_push(struct kin_report_farewells *self, struct kin_rec *rec)
{
	switch (kin_report_sort(rec)) {
	case KIN_REPORT_EVENT:
		return push_event(self, rec);
	case KIN_REPORT_LINK:
		return push_link(self, rec);
	case KIN_REPORT_RESIDENT:
		kin_report_learn(&self->people, rec);
		return KIN_REPORT_PASSED_OVER;
	default:
		return KIN_REPORT_PASSED_OVER;
	}
}

static int
by_who(const void *a, const void *b, void *words)
{
	const struct kin_report_farewell *x = a, *y = b;
	struct kin_str team_x = kin_map_key(words, x->team), team_y = kin_map_key(words, y->team);

	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	if (x->said != y->said)
		return x->said - y->said;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if ((team_x.len == 0) != (team_y.len == 0))
		return team_x.len == 0 ? 1 : -1;
	if (x->team != y->team)
		return kin_str_cmp(team_x, team_y);
	if (x->since != y->since)
		return x->since < y->since ? 1 : -1;
	return kin_str_cmp(kin_map_key(words, x->reason), kin_map_key(words, y->reason));
}

static int
by_back(const void *a, const void *b)
{
	const struct kin_report_back *x = a, *y = b;

	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	return (x->day > y->day) - (x->day < y->day);
}

static bool
is_missing(const struct kin_report_farewells *self, uint32_t word)
{
	return kin_map_key(self->words, word).len == 0;
}

/* A link and an event may tell of one goodbye: same resident, day and team. */
static bool
is_same(const struct kin_report_farewells *self, const struct kin_report_farewell *a, const struct kin_report_farewell *b)
{
	return a->said && b->said && a->who == b->who && a->day == b->day &&
	    a->day != KIN_BUCKET_NO_DAY && (a->team == b->team || is_missing(self, b->team));
}

void
kin_report_farewells_settle(struct kin_report_farewells *self)
{
	size_t kept = 0;

	kin_report_settle(&self->people);
	for (size_t i = 0; i < self->count; i++)
		self->list[i].who = kin_report_resolve(&self->people, self->list[i].who);
	for (size_t i = 0; i < self->back_count; i++)
		self->backs[i].who = kin_report_resolve(&self->people, self->backs[i].who);
	if (self->count > 1)
		qsort_r(self->list, self->count, sizeof(*self->list), by_who, self->words);
	if (self->back_count > 1)
		qsort(self->backs, self->back_count, sizeof(*self->backs), by_back);
	for (size_t i = 0; i < self->count; i++) {
		struct kin_report_farewell *into = kept > 0 ? &self->list[kept - 1] : NULL;

		if (into == NULL || !is_same(self, into, &self->list[i])) {
			self->list[kept++] = self->list[i];
			continue;
		}
		if (into->since == KIN_BUCKET_NO_DAY)
			into->since = self->list[i].since;
		if (is_missing(self, into->reason))
			into->reason = self->list[i].reason;
	}
	self->count = kept;
}

/* Did they come back after this goodbye, on a later day and within the months? */
bool
kin_report_farewell_came_back(const struct kin_report_farewells *self, const struct kin_report_farewell *farewell)
{
	size_t low = 0, high = self->back_count;
	struct kin_report_back after = { farewell->who, farewell->day + 1 };

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (by_back(&self->backs[middle], &after) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < self->back_count && self->backs[low].who == farewell->who &&
	    self->backs[low].day <= kin_bucket_months_later(farewell->day, RETURN_MONTHS);
}

