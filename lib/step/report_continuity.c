/* report continuity: do residents keep their people, and who is handed over, up, down and back. */
#include "report_acts.h"

#include "kin/tally/bucket.h"

enum {
	KNOWN_DAYS = 90,	/* a helper is known who was there so long ago at most */
	STAND_IN_DAYS = 14,	/* who comes back so soon was never gone */
	TURN_DAYS = 90,		/* more and less help, or less and more, so close together */
	RETURN_MONTHS = 12
};

enum { LATER, KNOWN, HANDED_OVER, CARRIED, STEP_UP, STEP_DOWN, UP_AND_DOWN, RETURNS, MET, MEASURES };

struct continuity {
	struct kin_report_acts	 acts;
	struct kin_count	*count;		/* by team */
	struct tie		*ties;		/* of the resident at hand */
	size_t			 tie_count, tie_cap;
};

/* The acts of one resident. */
struct story {
	const struct kin_report_act	*acts;
	size_t				 count;
};

static void *
continuity_new(const struct kin_report_context *context, struct kin_err *err)
{
	struct continuity *self = kin_calloc(1, sizeof(*self));

	(void)err;
	kin_report_acts_init(&self->acts, context);
	self->count = kin_count_new(1, MEASURES);
	return self;
}

static void
continuity_free(void *ctx)
{
	struct continuity *self = ctx;

	kin_report_acts_fini(&self->acts);
	kin_count_free(self->count);
	kin_free(self->ties);
	kin_free(self);
}

static void
count_one(struct continuity *self, uint32_t team, size_t measure)
{
	kin_count_add(self->count, kin_report_acts_team(&self->acts, self->count, team), measure, 1);
}

/* Events in which a helper met the resident; neither a link nor its end is a meeting. */
static bool
is_meeting(const struct kin_report_act *act)
{
	return act->helper != 0 && act->deed != KIN_REPORT_ASKS && act->deed != KIN_REPORT_SINCE &&
	    act->deed != KIN_REPORT_GOODBYE;
}

/* What a resident has with a helper: when they last met, and links that live. */
struct tie {
	uint32_t	helper;
	int32_t		met;		/* or KIN_BUCKET_NO_DAY */
	int		living;
};

static struct tie *
tie_of(struct continuity *self, uint32_t helper)
{
	for (size_t i = 0; i < self->tie_count; i++) {
		if (self->ties[i].helper == helper)
			return &self->ties[i];
	}
	self->ties = kin_grow(self->ties, self->tie_count, &self->tie_cap, sizeof(*self->ties));
	self->ties[self->tie_count] = (struct tie){ helper, KIN_BUCKET_NO_DAY, 0 };
	return &self->ties[self->tie_count++];
}

/* A goodbye that names nobody ends them all. */
static void
end_links(struct continuity *self, uint32_t helper)
{
	for (size_t i = 0; i < self->tie_count; i++) {
		if (helper == 0 || self->ties[i].helper == helper)
			self->ties[i].living = 0;
	}
}

static bool
is_known(const struct tie *tie, int32_t day)
{
	return tie->living > 0 || (tie->met != KIN_BUCKET_NO_DAY && day - tie->met <= KNOWN_DAYS);
}

static void
count_known(struct continuity *self, const struct story *story)
{
	bool first = true;

	self->tie_count = 0;
	for (size_t i = 0; i < story->count; i++) {
		const struct kin_report_act *act = &story->acts[i];

		if (is_meeting(act)) {
			struct tie *tie = tie_of(self, act->helper);

			if (!first)
				count_one(self, act->team, LATER);
			if (!first && is_known(tie, act->day))
				count_one(self, act->team, KNOWN);
			tie->met = act->day;
			first = false;
		}
		if (act->deed == KIN_REPORT_SINCE && act->helper != 0)
			tie_of(self, act->helper)->living++;
		if (act->deed == KIN_REPORT_GOODBYE)
			end_links(self, act->helper);
	}
}

/* The next meeting with that helper within the days of a stand-in, or 0. */
static size_t
comes_back(const struct story *story, size_t at, uint32_t helper)
{
	int32_t last = story->acts[at].day + STAND_IN_DAYS;

	for (size_t i = at + 1; i < story->count && story->acts[i].day <= last; i++) {
		if (story->acts[i].deed == KIN_REPORT_GOODBYE)
			return 0;
		if (is_meeting(&story->acts[i]) && story->acts[i].helper == helper)
			return i;
	}
	return 0;
}

/* A change of helper, unless the first one is back soon; a goodbye ends their lead. */
static void
count_hand_overs(struct continuity *self, const struct story *story)
{
	const struct kin_report_act *lead = NULL;

	for (size_t i = 0; i < story->count; i++) {
		const struct kin_report_act *act = &story->acts[i];
		size_t back;

		if (is_meeting(act) && lead != NULL && act->helper != lead->helper) {
			back = comes_back(story, i, lead->helper);
			if (back > 0) {
				i = back;
				continue;
			}
			count_one(self, lead->team, HANDED_OVER);
			if (act->from == lead->helper)
				count_one(self, lead->team, CARRIED);
		}
		if (is_meeting(act))
			lead = act;
		if (act->deed == KIN_REPORT_GOODBYE)
			lead = NULL;
	}
}

/* 1 more help, -1 less, 0 neither; an event says so, or its level does. */
static int
direction(const struct kin_report_act *act, uint8_t level)
{
	if (act->deed == KIN_REPORT_STEP_UP || act->deed == KIN_REPORT_STEP_DOWN)
		return act->deed == KIN_REPORT_STEP_UP ? 1 : -1;
	if (act->level == 0 || level == 0 || act->level == level)
		return 0;
	return act->level > level ? 1 : -1;
}

/* Each step makes one up-and-down at most. */
static void
count_steps(struct continuity *self, const struct story *story)
{
	const struct kin_report_act *last = NULL;
	uint8_t level = 0;
	int before = 0;

	for (size_t i = 0; i < story->count; i++) {
		const struct kin_report_act *act = &story->acts[i];
		int now = direction(act, level);

		level = act->level != 0 ? act->level : level;
		if (now == 0)
			continue;
		count_one(self, act->team, now > 0 ? STEP_UP : STEP_DOWN);
		if (last != NULL && now == -before && act->day - last->day <= TURN_DAYS) {
			count_one(self, act->team, UP_AND_DOWN);
			last = NULL;
			continue;
		}
		last = act;
		before = now;
	}
}

static bool
is_return(const struct kin_report_act *act)
{
	return act->deed == KIN_REPORT_BACK || act->deed == KIN_REPORT_CONTACT ||
	    act->deed == KIN_REPORT_SINCE || act->deed == KIN_REPORT_ASKS;
}

/* Who met them: the first team named from the return on, up to the next goodbye. */
static uint32_t
met_by(const struct story *story, size_t at)
{
	for (; at < story->count; at++) {
		if (story->acts[at].team != 0)
			return story->acts[at].team;
		if (story->acts[at].deed == KIN_REPORT_GOODBYE)
			return 0;
	}
	return 0;
}

static void
count_returns(struct continuity *self, const struct story *story)
{
	for (size_t i = 0; i < story->count; i++) {
		const struct kin_report_act *goodbye = &story->acts[i];
		int32_t last = kin_bucket_months_later(goodbye->day, RETURN_MONTHS);
		size_t at = i + 1;

		if (goodbye->deed != KIN_REPORT_GOODBYE)
			continue;
		while (at < story->count && !(is_return(&story->acts[at]) &&
		    story->acts[at].day > goodbye->day) && story->acts[at].deed != KIN_REPORT_GOODBYE)
			at++;
		if (at == story->count || !is_return(&story->acts[at]) || story->acts[at].day > last)
			continue;
		count_one(self, goodbye->team, RETURNS);
		if (goodbye->team != 0 && met_by(story, at) == goodbye->team)
			count_one(self, goodbye->team, MET);
	}
}

static void
add_columns(const struct continuity *self, struct kin_table *table)
{
	static const struct { const char *name, *title; } columns[] = {
		{ "later_meetings", "Meetings after the first" },
		{ "known_helper", "with a helper they knew" },
		{ "handed_over", "Handed over" },
		{ "carried", "of these, the new helper knows who was before" },
		{ "step_up", "More help" }, { "step_down", "Less help" },
		{ "up_and_down", "Up and down within 90 days" },
		{ "returns", "Came back within 12 months" },
		{ "met_by_former_team", "to the same hub" }
	};

	kin_report_place_columns(self->acts.context, table);
	for (size_t i = 0; i < MEASURES; i++) {
		if (i == HANDED_OVER)
			kin_table_block(table, "Handed over, and more or less help");
		if (i == RETURNS)
			kin_table_block(table, "Back after a goodbye");
		kin_table_column(table, KIN_COLUMN_WHOLE, kin_str_of(columns[i].name),
		    kin_str_of(columns[i].title));
		if (i == KNOWN || i == CARRIED || i == MET)
			kin_table_within(table, columns[i].name, columns[i - 1].name);
		if (i != KNOWN && i != MET)
			continue;
		kin_table_column(table, KIN_COLUMN_SHARE, i == KNOWN ? KIN_STR("same_helper_share") :
		    KIN_STR("same_hub_share"), KIN_STR("Share"));
		kin_table_share_of(table, columns[i].name, columns[i - 1].name);
	}
}

/* team: or UINT32_MAX for all. */
static void
add_numbers(const struct continuity *self, struct kin_table *table, uint32_t team)
{
	int64_t last = 0;

	for (size_t i = 0; i < MEASURES; i++) {
		int64_t n = team == UINT32_MAX ? kin_count_total(self->count, i) :
		    kin_count_get(self->count, team, i);

		kin_table_number(table, n);
		if (i == KNOWN || i == MET)
			kin_table_share(table, n, last);
		last = n;
	}
}

static void
continuity_finish(void *ctx, struct kin_tables *tables)
{
	struct continuity *self = ctx;
	struct kin_table *table = kin_tables_add(tables, "continuity", "Are we seeing it through?");
	uint32_t *order;
	struct story story;
	struct kin_str id;

	kin_report_acts_settle(&self->acts);
	while ((story.count = kin_report_acts_next(&self->acts, &story.acts)) > 0) {
		count_known(self, &story);
		count_hand_overs(self, &story);
		count_steps(self, &story);
		count_returns(self, &story);
	}
	add_columns(self, table);
	order = kin_calloc(kin_count_groups(self->count), sizeof(*order));
	kin_count_order(self->count, -1, order);
	for (uint32_t i = 0; i < kin_count_groups(self->count); i++) {
		kin_count_text(self->count, order[i], 0, &id);
		kin_report_place_cells(self->acts.context, table, id);
		add_numbers(self, table, order[i]);
	}
	kin_table_total(table);
	kin_report_place_blank(self->acts.context, table);
	add_numbers(self, table, UINT32_MAX);
	kin_table_note(table, "A helper is known who met the resident in the %d days before or has a "
	    "living link.  Handed over: another helper, and the first not back within %d days.  "
	    "It counts for the hub that let go, a return for the hub that said goodbye.",
	    KNOWN_DAYS, STAND_IN_DAYS);
	kin_free(order);
}

const struct kin_report_kind kin_report_continuity = {
	"continuity", KIN_REPORT_NAMES | KIN_REPORT_HIDES,
	continuity_new, kin_report_acts_push, continuity_finish, continuity_free
};
