/* report overlap: who is in which lists and groups at once, and whom nobody has reached. */
#include "report_kind.h"

#include "kin/tally/bucket.h"
#include "kin/tally/sets.h"

/* What was done for a resident; of several the first counts. */
enum { REACHED, PASSED_ON, WAITING, NOTHING, STATES };

struct resident {
	uint64_t	in;		/* lists and groups by bits */
	uint8_t		done;		/* bits: 1 << REACHED … */
	bool		is_one;		/* a record of a resident was met, not only an event or link */
};

struct overlap {
	const struct kin_report_context	*context;
	struct kin_report_people	 people;
	struct kin_sets			*sets;
	struct kin_map			*who;		/* the eight bytes of each */
	struct resident			*list;
	size_t				 cap;
	int64_t				 acts;		/* events and links heeded */
};

static void *
overlap_new(const struct kin_report_context *context, struct kin_err *err)
{
	struct overlap *self = kin_calloc(1, sizeof(*self));

	(void)err;
	self->context = context;
	self->sets = kin_sets_new();
	self->who = kin_map_new();
	return self;
}

static void
overlap_free(void *ctx)
{
	struct overlap *self = ctx;

	kin_sets_free(self->sets);
	kin_map_free(self->who);
	kin_free(self->people.list);
	kin_free(self->list);
	kin_free(self);
}

static struct resident *
resident_of(struct overlap *self, uint64_t who)
{
	bool is_new;
	uint32_t at = kin_map_add(self->who, kin_str((const char *)&who, sizeof(who)), &is_new);

	if (is_new) {
		self->list = kin_grow(self->list, at, &self->cap, sizeof(*self->list));
		self->list[at] = (struct resident){ 0, 0, false };
	}
	return &self->list[at];
}

/* Somebody spoke with them or helped; that they asked is not enough. */
static int
done_by(struct kin_str event)
{
	static const struct { struct kin_str word; int state; } events[] = {
		{ { "call", 4 }, REACHED }, { { "helped", 6 }, REACHED }, { { "step_up", 7 }, REACHED },
		{ { "step_down", 9 }, REACHED }, { { "goodbye", 7 }, REACHED },
		{ { "passed_on", 9 }, PASSED_ON }
	};

	for (size_t i = 0; i < sizeof(events) / sizeof(events[0]); i++) {
		if (kin_str_is(event, events[i].word))
			return events[i].state;
	}
	return NOTHING;
}

static int
push_act(struct overlap *self, struct kin_rec *rec, int done, int32_t day)
{
	if (done == NOTHING || day > self->context->as_of)
		return KIN_REPORT_PASSED_OVER;
	resident_of(self, kin_report_who(rec))->done |= (uint8_t)(1 << done);
	self->acts++;
	return KIN_REPORT_COUNTED;
}

static int
overlap_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct overlap *self = ctx;
	enum kin_report_sort sort = kin_report_sort(rec);
	struct resident *resident;
	struct kin_report_place place;
	uint64_t in;

	if (sort == KIN_REPORT_EVENT)
		return push_act(self, rec, done_by(kin_rec_text(rec, KIN_FIELD_EVENT)),
		    kin_report_day(rec, KIN_FIELD_AT));
	if (sort == KIN_REPORT_LINK)
		return push_act(self, rec, REACHED,
		    kin_bucket_day(kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("since")))));
	if (sort != KIN_REPORT_RESIDENT || kin_report_is_offer(rec))
		return KIN_REPORT_PASSED_OVER;
	if (kin_sets_read(self->sets, rec, &in, err) != 0)
		return -1;
	kin_report_learn(&self->people, rec);
	place = kin_report_place(rec);
	resident = resident_of(self, kin_report_who(rec));
	resident->is_one = true;
	resident->in |= in;
	if (place.rank != KIN_REPORT_NOT_ROUTED)
		resident->done |= (uint8_t)(1 << (place.rank == KIN_REPORT_FRONT_DOOR ? WAITING : PASSED_ON));
	return KIN_REPORT_COUNTED;
}

/* What events and links say of a record is said of the person that it is of. */
static void
settle(struct overlap *self)
{
	kin_report_settle(&self->people);
	for (uint32_t i = 0; i < kin_map_count(self->who); i++) {
		uint64_t who, person;
		uint8_t done = self->list[i].done;

		memcpy(&who, kin_map_key(self->who, i).p, sizeof(who));
		person = kin_report_resolve(&self->people, who);
		if (person != who)
			resident_of(self, person)->done |= done;
	}
	for (uint32_t i = 0; i < kin_map_count(self->who); i++) {
		if (self->list[i].is_one)
			kin_sets_add(self->sets, self->list[i].in, 1);
	}
}

/* Each list and group beside each other one. */
static void
add_pairs(const struct overlap *self, struct kin_table *table)
{
	uint32_t order[KIN_SETS_MOST], count = kin_sets_order(self->sets, order);

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("group"), KIN_STR("List or group"));
	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("other"), KIN_STR("And"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("people"), KIN_STR("People"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("both"), KIN_STR("in the other too"));
	kin_table_draw(table);
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
	kin_table_share_of(table, "both", "people");
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("not_in_other"), KIN_STR("not in the other"));
	for (uint32_t i = 0; i < count; i++) {
		int64_t people = kin_sets_people(self->sets, (uint64_t)1 << order[i]);

		for (uint32_t j = 0; j < count; j++) {
			int64_t both = kin_sets_people(self->sets, (uint64_t)1 << order[i] | (uint64_t)1 << order[j]);

			if (i == j)
				continue;
			kin_table_text(table, kin_sets_name(self->sets, order[i]));
			kin_table_text(table, kin_sets_name(self->sets, order[j]));
			kin_table_number(table, people);
			kin_table_number(table, both);
			kin_table_share(table, both, people);
			kin_table_number(table, people - both);
		}
	}
}

/* --- who was reached --------------------------------------------------------------- */

static int
state_of(const struct resident *resident)
{
	int state = REACHED;

	while (state < NOTHING && (resident->done >> state & 1) == 0)
		state++;
	return state;
}

static void
put_reached(const struct overlap *self, struct kin_table *table, uint64_t in)
{
	int64_t states[STATES] = { 0 }, people = 0;

	for (uint32_t i = 0; i < kin_map_count(self->who); i++) {
		if (!self->list[i].is_one || (self->list[i].in & in) != in)
			continue;
		states[state_of(&self->list[i])]++;
		people++;
	}
	kin_table_number(table, people);
	for (int state = REACHED; state < STATES; state++)
		kin_table_number(table, states[state]);
	kin_table_share(table, people - states[REACHED], people);
}

static void
add_reached(const struct overlap *self, struct kin_table *table)
{
	uint32_t order[KIN_SETS_MOST], count = kin_sets_order(self->sets, order);

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("group"), KIN_STR("List or group"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("people"), KIN_STR("People"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("reached"), KIN_STR("Reached"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("not_called"), KIN_STR("Passed on, not called"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("waiting"), KIN_STR("Waiting at the front door"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("not_passed_on"), KIN_STR("Not passed on"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("not_reached_share"), KIN_STR("Share not reached"));
	kin_table_of(table, "people");
	for (uint32_t i = 0; i < count; i++) {
		kin_table_text(table, kin_sets_name(self->sets, order[i]));
		put_reached(self, table, (uint64_t)1 << order[i]);
	}
	kin_table_total(table);
	kin_table_text(table, KIN_STR("Everybody"));
	put_reached(self, table, 0);
	kin_table_note(table, "Reached: an event says that somebody called or helped, or there is a link to a "
	    "helper.%s", self->acts > 0 ? "" : "  No event and no link was read.");
}

static void
overlap_finish(void *ctx, struct kin_tables *tables)
{
	struct overlap *self = ctx;

	settle(self);
	kin_sets_add_overlaps(self->sets, tables);
	if (self->context->opts->suppress != 0) {
		kin_table_note(tables->list[0], "Sums over each list and group could tell what is hidden and are left out.");
		return;
	}
	kin_sets_add_groups(self->sets, tables);
	add_pairs(self, kin_tables_add(tables, "pairs", "Each list and group beside each other"));
	add_reached(self, kin_tables_add(tables, "reached", "Who was reached"));
}

const struct kin_report_kind kin_report_overlap = {
	"overlap", KIN_REPORT_HIDES,
	overlap_new, overlap_push, overlap_finish, overlap_free
};
