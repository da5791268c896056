/*
 * Fields worth comparing beside the usual ones: from the records kept to a place among
 * the fields that are compared, and a line that says so.
 */
#include <stdlib.h>

#include "people_notice.h"

struct looking {
	struct notice_look	 look;
	struct notice_member	 member[NOTICE_LOOKED];
	struct notice_shape	 shape[NOTICE_LOOKED];
	const struct notice_column *column[NOTICE_LOOKED];
	struct notice_row	*row;
	size_t			 rows;
	bool			 between;	/* pairs are of the stream and a list */
};

/* --- which members ----------------------------------------------------------- */

/* Share of the stream's records that have it; between lists that of the list with most, if it is less. */
static double
share_of(const struct kin_people *people, const struct notice_column *column)
{
	double stream = 0.0, list = 0.0;

	for (size_t i = 0; i < column->lists; i++) {
		double share = people->persons[i] > 0
		    ? (double)column->holders[i] / (double)people->persons[i] : 0.0;

		if (i == 0)
			stream = share;
		else if (share > list)
			list = share;
	}
	return people->lists > 1 && list < stream ? list : stream;
}

struct asked {
	const struct notice_column *column;
	double			 present;
};

static int
by_presence(const void *left, const void *right)
{
	const struct asked *a = left, *b = right;

	if (a->present < b->present || a->present > b->present)
		return a->present > b->present ? -1 : 1;
	return kin_str_cmp(a->column->name, b->column->name);
}

static bool
is_usual_seen(const struct kin_people *people, int field)
{
	uint32_t seen = 0;

	for (size_t list = 0; list < people->lists; list++)
		seen |= people->seen[list];
	for (size_t i = 0; i < people->fields; i++) {
		if (people->field[i].field == field && field != KIN_FIELD_NONE)
			return seen >> i & 1;
	}
	return false;
}

/* The members that most records have. */
static void
choose_members(const struct kin_people *people, struct looking *at)
{
	const struct kin_notice *notice = people->notice;
	struct asked *asked = kin_resize(NULL, notice->columns + 1, sizeof(*asked));
	size_t count = 0;

	for (size_t i = 0; i < notice->columns; i++) {
		const struct notice_column *column = &notice->column[i];

		if (column->meaning.said != KIN_NOTICE_BARRED)
			asked[count++] = (struct asked){ column, share_of(people, column) };
	}
	if (count > 0)
		qsort(asked, count, sizeof(*asked), by_presence);
	for (size_t i = 0; i < count && i < NOTICE_LOOKED; i++) {
		at->column[i] = asked[i].column;
		at->look.name[i] = asked[i].column->name;
		at->member[i] = (struct notice_member){ .name = asked[i].column->name,
		    .meaning = asked[i].column->meaning, .present = asked[i].present,
		    .usual_seen = is_usual_seen(people, asked[i].column->meaning.field) };
		at->look.names++;
	}
	kin_free(asked);
}

/* --- what they hold ---------------------------------------------------------- */

static void
read_random(struct looking *at, struct notice_pool *pool)
{
	kin_notice_sort(pool);
	for (size_t i = 0; i < pool->count; i++)
		kin_notice_read(&at->look, pool->ticket[i].place, &at->row[at->rows++], at->shape);
}

static void
count_pair(struct looking *at, const struct notice_row *a, const struct notice_row *b, bool one)
{
	for (size_t i = 0; i < at->look.names; i++) {
		struct notice_rate *rate = one ? &at->member[i].one : &at->member[i].home;

		if (a->value[i] == 0 || b->value[i] == 0)
			continue;
		rate->both++;
		rate->agree += a->value[i] == b->value[i];
	}
}

/* Two of a family: another initial, another year of birth if both are known. */
static bool
are_two(const struct notice_row *a, const struct notice_row *b)
{
	return a->initial != 0 && b->initial != 0 && a->initial != b->initial
	    && (a->year == 0 || b->year == 0 || a->year != b->year);
}

/* Each record of a block with the next, that may be paired with it. */
static void
read_pairs(struct looking *at, struct notice_pool *pool, bool one)
{
	const struct kin_people_record *record = at->look.people->record;
	size_t pairs = 0;

	kin_notice_sort(pool);
	for (size_t i = 0; i + 1 < pool->count && pairs < NOTICE_PAIRS; i++) {
		const struct notice_ticket *a = &pool->ticket[i], *b = a + 1;
		struct notice_row rows[2];

		if (a->hash != b->hash || (at->between
		    && (record[a->place].list == 0) == (record[b->place].list == 0)))
			continue;
		kin_notice_read(&at->look, a->place, &rows[0], NULL);
		kin_notice_read(&at->look, b->place, &rows[1], NULL);
		if (!one && !are_two(&rows[0], &rows[1]))
			continue;
		count_pair(at, &rows[0], &rows[1], one);
		pairs++;
	}
}

static void
look(struct kin_people *people, struct looking *at)
{
	struct notice_pool *pool = people->notice->pool;

	at->look.people = people;
	at->between = people->lists > 1;
	at->row = kin_resize(NULL, pool[NOTICE_STREAM].count + pool[NOTICE_LISTS].count + 1,
	    sizeof(*at->row));
	read_random(at, &pool[NOTICE_STREAM]);
	read_random(at, &pool[NOTICE_LISTS]);
	read_pairs(at, &pool[NOTICE_ONE], true);
	read_pairs(at, &pool[NOTICE_HOME], false);
	for (size_t i = 0; i < at->look.names; i++)
		at->member[i].shape = at->shape[i];
}

/* --- among the fields -------------------------------------------------------- */

/* A usual field that no record has, and that no other field is told by. */
static bool
is_idle(const struct kin_people_field *field)
{
	return !field->asked && field->field != KIN_FIELD_GIVEN_NAME
	    && field->field != KIN_FIELD_FAMILY_NAME && field->field != KIN_FIELD_FULL_NAME;
}

/* Takes the idle fields away; what stands behind them moves up, its bits in seen too. */
static void
drop_idle(struct kin_people *people)
{
	uint32_t seen = 0;

	for (size_t list = 0; list < people->lists; list++)
		seen |= people->seen[list];
	for (size_t i = people->fields; i-- > 0; ) {
		uint32_t below = ((uint32_t)1 << i) - 1;

		if (seen >> i & 1 || !is_idle(&people->field[i]))
			continue;
		memmove(&people->field[i], &people->field[i + 1],
		    (--people->fields - i) * sizeof(*people->field));
		for (size_t list = 0; list < people->lists; list++)
			people->seen[list] = (people->seen[list] & below)
			    | (people->seen[list] >> 1 & ~below);
	}
}

static void
add_field(struct kin_people *people, const struct looking *at, const struct notice_member *member)
{
	size_t nth = 0, slot = people->fields++;

	while (!kin_str_is(at->column[nth]->name, member->name))
		nth++;
	people->field[slot] = (struct kin_people_field){ member->name, KIN_FIELD_NONE, member->kind,
	    member->shared, false };
	for (size_t list = 0; list < at->column[nth]->lists; list++) {
		if (at->column[nth]->holders[list] > 0)
			people->seen[list] |= (uint32_t)1 << slot;
	}
}

/* As -c takes it: "soc_sec_id:id:own". */
static void
put_field(struct kin_buf *out, const struct notice_member *member)
{
	kin_buf_add(out, member->name);
	kin_buf_printf(out, ":%s:%s", member->kind == KIN_KIND_PLACE_ID ? "place"
	    : kin_kind_name(member->kind), member->shared ? "shared" : "own");
}

void
kin_people_notice(struct kin_people *people, kin_people_say *say, void *ctx)
{
	struct looking *at;
	struct kin_buf text = { 0 };

	if (people->notice == NULL || people->lists == 0)
		return;
	at = kin_calloc(1, sizeof(*at));
	choose_members(people, at);
	if (at->look.names > 0) {
		look(people, at);
		drop_idle(people);
		kin_notice_judge(at->member, at->look.names, at->row, at->rows, at->between,
		    KIN_MODEL_FIELDS - people->fields);
	}
	kin_buf_puts(&text, "compared beside the usual fields: ");
	for (size_t i = 0; i < at->look.names && at->member[i].taken; i++) {
		if (i > 0)
			kin_buf_puts(&text, ", ");
		put_field(&text, &at->member[i]);
		add_field(people, at, &at->member[i]);
	}
	kin_buf_puts(&text, " (-c -NAME leaves one out)");
	if (at->look.names > 0 && at->member[0].taken)
		say(ctx, kin_buf_text(&text));
	kin_buf_fini(&text);
	kin_notice_fini_look(&at->look);
	kin_free(at->row);
	kin_free(at);
}
