/* report worklist: for each hub, whom to ring first. */
#include "report_kind.h"

#include <stdlib.h>

#include "kin/tally/count.h"

#define APART	'\x1f'		/* between the values of one text */

/* What is shown of a resident; each a set of values. */
enum { NAME, POSTCODE, PHONE, NEEDS, KNOWN_BY, GOOD_TO_KNOW, TEXTS };

struct entry {
	enum kin_report_rank	rank;
	struct kin_str		to;
	uint64_t		who;
	bool			urgent;
	int32_t			wait;		/* days; -1 not known */
	struct kin_str		texts[TEXTS];
};

struct worklist {
	const struct kin_report_context	*context;
	struct entry			*list;
	size_t				 count, cap;
	struct kin_arena		 kept;
	struct kin_buf			 text;
};

static void *
worklist_new(const struct kin_report_context *context, struct kin_err *err)
{
	struct worklist *self = kin_calloc(1, sizeof(*self));

	(void)err;
	self->context = context;
	return self;
}

static void
worklist_free(void *ctx)
{
	struct worklist *self = ctx;

	kin_free(self->list);
	kin_arena_fini(&self->kept);
	kin_buf_fini(&self->text);
	kin_free(self);
}

/* Adds a value to the set that text holds from start on, unless it is there. */
static void
add_value(struct kin_buf *text, struct kin_str value)
{
	struct kin_str rest = kin_buf_str(text), piece;

	if (value.len == 0)
		return;
	while (kin_str_next(&rest, APART, &piece)) {
		if (kin_str_is(piece, value))
			return;
	}
	if (text->len > 0)
		kin_buf_putc(text, APART);
	kin_buf_add(text, value);
}

static struct kin_str
values_of(struct worklist *self, struct kin_rec *rec, enum kin_field field)
{
	const struct kin_member *member = kin_rec_member(rec, field);
	struct kin_str value;
	size_t at = 0;

	kin_buf_clear(&self->text);
	while (kin_rec_each(rec, member, &at, &value))
		add_value(&self->text, value);
	return kin_arena_keep(&self->kept, kin_buf_str(&self->text));
}

static struct kin_str
name_of(struct worklist *self, struct kin_rec *rec)
{
	struct kin_str given = kin_rec_text(rec, KIN_FIELD_GIVEN_NAME);
	struct kin_str family = kin_rec_text(rec, KIN_FIELD_FAMILY_NAME);

	kin_buf_clear(&self->text);
	kin_buf_add(&self->text, given);
	if (given.len > 0 && family.len > 0)
		kin_buf_putc(&self->text, ' ');
	kin_buf_add(&self->text, family);
	if (self->text.len == 0)
		kin_buf_add(&self->text, kin_rec_text(rec, KIN_FIELD_FULL_NAME));
	return kin_arena_keep(&self->kept, kin_buf_str(&self->text));
}

/* A stop that nobody has decided comes first: the resident is rung, but not unprepared. */
static struct kin_str
good_to_know(struct worklist *self, struct kin_rec *rec)
{
	struct kin_str known = values_of(self, rec, KIN_FIELD_GOOD_TO_KNOW), stop;
	bool sure;

	stop = kin_report_stop(rec, &sure);
	if (stop.len == 0)
		return known;
	kin_buf_clear(&self->text);
	kin_buf_printf(&self->text, "check first: perhaps %.*s", (int)stop.len, stop.p);
	if (known.len > 0)
		kin_buf_putc(&self->text, APART);
	kin_buf_add(&self->text, known);
	return kin_arena_keep(&self->kept, kin_buf_str(&self->text));
}

static int
worklist_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct worklist *self = ctx;
	struct kin_report_place place;
	struct entry *entry;
	int32_t day;

	(void)err;
	if (kin_report_sort(rec) != KIN_REPORT_RESIDENT || kin_report_is_offer(rec))
		return KIN_REPORT_PASSED_OVER;
	self->list = kin_grow(self->list, self->count, &self->cap, sizeof(*self->list));
	entry = &self->list[self->count++];
	place = kin_report_place(rec);
	day = kin_report_day(rec, KIN_FIELD_RECEIVED);
	*entry = (struct entry){
		.rank = place.rank, .to = kin_arena_keep(&self->kept, place.id),
		.who = kin_report_who(rec), .urgent = place.urgent, .wait = -1
	};
	if (day != KIN_BUCKET_NO_DAY)
		entry->wait = self->context->as_of > day ? self->context->as_of - day : 0;
	entry->texts[NAME] = name_of(self, rec);
	entry->texts[POSTCODE] = values_of(self, rec, KIN_FIELD_POSTCODE);
	entry->texts[PHONE] = values_of(self, rec, KIN_FIELD_PHONE);
	entry->texts[NEEDS] = values_of(self, rec, KIN_FIELD_NEEDS);
	entry->texts[KNOWN_BY] = kin_arena_keep(&self->kept, place.known_by);
	entry->texts[GOOD_TO_KNOW] = good_to_know(self, rec);
	return KIN_REPORT_COUNTED;
}

static int
by_place(const struct entry *a, const struct entry *b)
{
	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return kin_str_is(a->to, b->to) ? 0 : kin_count_cmp(a->to, b->to);
}

static int
by_resident(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = by_place(x, y);

	if (order == 0 && x->who != y->who)
		order = x->who < y->who ? -1 : 1;
	for (size_t i = 0; i < TEXTS && order == 0; i++)
		order = kin_str_cmp(x->texts[i], y->texts[i]);
	return order;
}

/* Urgent first, then the longest wait; a wait that is not known comes after. */
static int
by_turn(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = by_place(x, y);

	if (order == 0)
		order = y->urgent - x->urgent;
	if (order == 0)
		order = (y->wait > x->wait) - (y->wait < x->wait);
	if (order == 0)
		order = kin_count_cmp(x->texts[NAME], y->texts[NAME]);
	return order != 0 ? order : by_resident(a, b);
}

/* Of a name or postcode the fullest is shown, of the others every value. */
static struct kin_str
merge_text(struct worklist *self, size_t which, struct kin_str a, struct kin_str b)
{
	struct kin_str value;

	if (which == NAME || which == POSTCODE)
		return b.len > a.len ? b : a;
	kin_buf_clear(&self->text);
	kin_buf_add(&self->text, a);
	while (kin_str_next(&b, APART, &value))
		add_value(&self->text, value);
	return kin_arena_keep(&self->kept, kin_buf_str(&self->text));
}

/* Several records of one resident at one place become one entry. */
static void
merge(struct worklist *self)
{
	size_t kept = 0;

	for (size_t i = 0; i < self->count; i++) {
		struct entry *next = &self->list[i], *into = kept > 0 ? &self->list[kept - 1] : NULL;

		if (into == NULL || into->who != next->who || by_place(into, next) != 0) {
			self->list[kept++] = *next;
			continue;
		}
		into->urgent = into->urgent || next->urgent;
		into->wait = next->wait > into->wait ? next->wait : into->wait;
		for (size_t t = 0; t < TEXTS; t++)
			into->texts[t] = merge_text(self, t, into->texts[t], next->texts[t]);
	}
	self->count = kept;
}

/* Who is to be left alone by one record is not rung for another. */
static void
leave_alone(struct worklist *self)
{
	size_t kept = 0;

	for (size_t i = 0; i < self->count; i++) {
		if (*kin_whom(self->context->stopped, self->list[i].who) == 0)
			self->list[kept++] = self->list[i];
	}
	self->count = kept;
}

static void
sort(struct worklist *self, int (*order)(const void *, const void *))
{
	if (self->count > 1)
		qsort(self->list, self->count, sizeof(*self->list), order);
}

static void
add_text(struct worklist *self, struct kin_table *table, struct kin_str values)
{
	struct kin_str value;
	size_t count = 0;

	kin_buf_clear(&self->text);
	for (; kin_str_next(&values, APART, &value); count++) {
		kin_buf_puts(&self->text, count > 0 ? ", " : "");
		kin_buf_add(&self->text, value);
	}
	kin_table_text(table, kin_buf_str(&self->text));
}

static void
add_row(struct worklist *self, struct kin_table *table, const struct entry *entry)
{
	kin_report_place_cells(self->context, table, entry->to);
	for (size_t i = NAME; i <= POSTCODE; i++)
		add_text(self, table, entry->texts[i]);
	kin_table_text(table, entry->urgent ? KIN_STR("yes") : kin_str(NULL, 0));
	if (entry->wait < 0)
		kin_table_missing(table);
	else
		kin_table_number(table, entry->wait);
	for (size_t i = PHONE; i < TEXTS; i++)
		add_text(self, table, entry->texts[i]);
}

static struct kin_table *
add_table(struct worklist *self, struct kin_tables *tables)
{
	struct kin_buf title = { 0 };
	struct kin_table *table;

	kin_buf_puts(&title, "Whom to ring first, ");
	kin_bucket_words(&title, self->context->as_of);
	table = kin_tables_add(tables, "worklist", kin_buf_text(&title));
	kin_buf_fini(&title);
	kin_report_place_columns(self->context, table);
	table->sections = table->column_count;
	kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("resident"), KIN_STR("Resident"));
	kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("postcode"), KIN_STR("Postcode"));
	kin_table_under(table);
	kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("urgent"), KIN_STR("Urgent"));
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("wait_days"), KIN_STR("Days"));
	kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("phone"), KIN_STR("Phone"));
	kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("needs"), KIN_STR("Asks for"));
	kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("known_by"), KIN_STR("Known by"));
	kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("good_to_know"), KIN_STR("Good to know"));
	kin_table_under(table);
	return table;
}

static void
worklist_finish(void *ctx, struct kin_tables *tables)
{
	struct worklist *self = ctx;
	struct kin_table *table = add_table(self, tables);

	leave_alone(self);
	sort(self, by_resident);
	merge(self);
	sort(self, by_turn);
	for (size_t i = 0; i < self->count; i++)
		add_row(self, table, &self->list[i]);
	kin_table_note(table, "Urgent first, then the longest wait. Ring before anyone sets out: "
	    "what is needed, and when.");
}

const struct kin_report_kind kin_report_worklist = {
	"worklist", KIN_REPORT_NAMES | KIN_REPORT_STOPS,
	worklist_new, worklist_push, worklist_finish, worklist_free
};
