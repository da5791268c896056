/*
 * How a member behaves, and whether it is compared.  Measured: how often records of one
 * person, of one family at one address and at random have it in common; how often it is
 * the same among others' records that have some other field in common.
 */
#include <math.h>
#include <stdlib.h>

#include "people_notice.h"

#define PRESENT		0.1	/* fewer have it: not worth a field */
#define COPIES		0.8	/* so many stand in other fields: a copy */
#define FOLLOWS		0.8	/* beyond chance, where the other field is the same: follows from it */
#define OF_FORM		0.8	/* so many of one form: it is the member's */
#define WORTH		1.25	/* bits that a pair of one person's records may expect of it, at least */
#define ONE		0.4	/* of a name not known: of one person's records so many agree, at least … */
#define BITS		5.0	/* … and an agreement says so much */
#define ONE_USUAL	0.9	/* one person's that agree, where too few are met */
#define OWN		0.2	/* of families fewer have it in common: one's own */
#define SHARED		0.5	/* more: shared, whatever its name */

enum {
	ONES_KNOWN	= 10,	/* pairs that make a rate believed */
	ONES_UNKNOWN	= 20,
	HOMES		= 20,
	OTHERS		= 20,
	CODE_LEAST	= 5,
	SHORT		= 4,	/* bytes of a value: a code, edits say nothing */
	WINDOW		= 3
};

/* Values of one field, 0 = none, each with its row. */
struct item {
	uint64_t	value;
	uint32_t	row;
	bool		stream;
};

static double
share(struct notice_rate rate)
{
	return rate.both > 0 ? (double)rate.agree / (double)rate.both : 0.0;
}

/* At random, and not nought because none was met. */
static double
chance(struct notice_rate rate)
{
	return fmin(1.0, ((double)rate.agree + 0.5) / ((double)rate.both + 1.0));
}

/* What a pair of one person's records says for it on average: agreeing, or differing. */
static double
worth(const struct notice_member *member)
{
	double by_chance = fmin(chance(member->random), 0.999);
	double agree = member->one.both >= ONES_KNOWN ? share(member->one) : ONE_USUAL;

	agree = fmin(fmax(agree, 0.001), 0.999);
	return (agree * log2(agree / by_chance) + (1.0 - agree) * log2((1.0 - agree) / (1.0 - by_chance)))
	    * member->present * member->present;
}

/* Is a name that is not known shown to be a person's by what it holds? */
static bool
is_telling(const struct notice_member *member)
{
	return member->one.both >= ONES_UNKNOWN && share(member->one) >= ONE
	    && log2(share(member->one) / chance(member->random)) >= BITS;
}

/* --- columns ----------------------------------------------------------------- */

static int
by_value(const void *left, const void *right)
{
	const struct item *a = left, *b = right;

	if (a->value != b->value)
		return a->value < b->value ? -1 : 1;
	return a->row < b->row ? -1 : a->row > b->row;
}

/* The rows that have the nth base (or, from NOTICE_BASES on, the nth member), in order of values. */
static size_t
sort_rows(const struct notice_row *row, size_t rows, size_t nth, struct item *item)
{
	size_t count = 0;

	for (size_t i = 0; i < rows; i++) {
		uint64_t value = nth < NOTICE_BASES ? row[i].base[nth] : row[i].value[nth - NOTICE_BASES];

		if (value != 0)
			item[count++] = (struct item){ value, (uint32_t)i, row[i].stream };
	}
	if (count > 0)
		qsort(item, count, sizeof(*item), by_value);
	return count;
}

/* All pairs of those looked at: how many have it, and have it in common. */
static void
count_random(struct notice_member *member, const struct item *item, size_t count, bool between)
{
	size_t sides[2] = { 0, 0 }, end;

	for (size_t i = 0; i < count; i = end) {
		size_t run[2] = { 0, 0 };

		for (end = i; end < count && item[end].value == item[i].value; end++)
			run[item[end].stream]++;
		member->values++;
		member->random.agree += between ? run[0] * run[1]
		    : (run[0] + run[1]) * (run[0] + run[1] - 1) / 2;
		sides[0] += run[0];
		sides[1] += run[1];
	}
	member->random.both = between ? sides[0] * sides[1]
	    : count > 0 ? count * (count - 1) / 2 : 0;
}

/* --- what follows from what -------------------------------------------------- */

/* 1 far, -1 the same, 0 not known. */
static int
far(uint64_t a, uint64_t b)
{
	return a == 0 || b == 0 ? 0 : a != b ? 1 : -1;
}

/* A day and year of birth that are both others: no slip makes it. */
static int
far_birth(const struct notice_row *a, const struct notice_row *b)
{
	int year = far((uint64_t)a->year, (uint64_t)b->year);

	return year > 0 && far(a->day, b->day) < 0 ? -1 : year;
}

/* Neither postcode nor address is the same. */
static int
far_place(const struct notice_row *a, const struct notice_row *b)
{
	int postcode = far(a->base[NOTICE_POSTCODE], b->base[NOTICE_POSTCODE]);
	int address = far(a->base[NOTICE_ADDRESS], b->base[NOTICE_ADDRESS]);

	return postcode < 0 || address < 0 ? -1 : postcode > 0 || address > 0;
}

/* Given and family name in each other's place. */
static bool
are_swapped(const struct notice_row *a, const struct notice_row *b)
{
	return a->initial != 0 && b->initial != 0
	    && (a->initial == b->family_initial || b->initial == a->family_initial);
}

/*
 * Two people, by all but the base's own kind of field: two things are far, nothing is the
 * same.  One thing alone is too often a slip in a list that has everybody several times.
 */
static bool
are_others(const struct notice_row *a, const struct notice_row *b, size_t base)
{
	int given = base == NOTICE_GIVEN || base == NOTICE_WHOLE ? 0 : far(a->initial, b->initial);
	int family = far(a->family_initial, b->family_initial) > 0;
	int birth = base == NOTICE_BIRTH ? 0 : far_birth(a, b);
	int place = far_place(a, b);
	int email = base == NOTICE_EMAIL ? 0 : far(a->base[NOTICE_EMAIL], b->base[NOTICE_EMAIL]);

	if (place < 0 && base > NOTICE_BIRTH)
		place = 0;
	return given >= 0 && birth >= 0 && place >= 0 && email >= 0 && !are_swapped(a, b)
	    && given + family + birth + place >= 2;
}

/* Of other people who have the base in common: how many have the member's value in common. */
static struct notice_rate
rate_given(const struct notice_row *row, const struct item *item, size_t count, size_t base,
    size_t nth)
{
	struct notice_rate rate = { 0, 0 };

	for (size_t i = 0; i < count; i++) {
		for (size_t j = i + 1; j < count && j <= i + WINDOW
		    && item[j].value == item[i].value; j++) {
			const struct notice_row *a = &row[item[i].row], *b = &row[item[j].row];

			if (a->value[nth] == 0 || b->value[nth] == 0 || !are_others(a, b, base))
				continue;
			rate.both++;
			rate.agree += a->value[nth] == b->value[nth];
		}
	}
	return rate;
}

/* A number does not follow from a name: the same name is the same person too often to say so. */
static bool
can_follow(const struct notice_member *member, size_t base)
{
	return base > NOTICE_WHOLE || (member->kind != KIN_KIND_ID && member->kind != KIN_KIND_PLACE_ID);
}

/* Takes away what follows from the base, whose rows are in item. */
static void
drop_followers(struct notice_member *member, size_t count, const struct notice_row *row,
    const struct item *item, size_t items, size_t base)
{
	for (size_t i = 0; i < count; i++) {
		struct notice_rate rate;
		double by_chance = chance(member[i].random);

		if (!member[i].taken || base == NOTICE_BASES + i || !can_follow(&member[i], base))
			continue;
		if (base >= NOTICE_BASES && member[i].worth > member[base - NOTICE_BASES].worth)
			continue;
		rate = rate_given(row, item, items, base, i);
		if (rate.both >= OTHERS && share(rate) >= by_chance + FOLLOWS * (1.0 - by_chance))
			member[i].taken = false;
	}
}

/* --- one member -------------------------------------------------------------- */

static bool
is_of_form(const struct notice_shape *shape, enum kin_notice_form form)
{
	return (double)shape->form[form] >= OF_FORM * (double)shape->values;
}

/* A code of one length. */
static bool
is_number(const struct notice_shape *shape)
{
	for (size_t i = CODE_LEAST; i < NOTICE_LENGTH; i++) {
		if ((double)shape->length[i] >= OF_FORM * (double)shape->values)
			return true;
	}
	return false;
}

static bool
kind_by_form(struct notice_member *member)
{
	static const enum kin_kind kinds[KIN_NOTICE_FORMS] = {
		[KIN_NOTICE_CODE] = KIN_KIND_ID, [KIN_NOTICE_DATE] = KIN_KIND_DATE,
		[KIN_NOTICE_EMAIL_FORM] = KIN_KIND_EMAIL, [KIN_NOTICE_POSTCODE_FORM] = KIN_KIND_POSTCODE,
		[KIN_NOTICE_PHONE_FORM] = KIN_KIND_PHONE, [KIN_NOTICE_WORDS] = KIN_KIND_TEXT
	};
	size_t form = 0;

	while (form < KIN_NOTICE_OTHER && !is_of_form(&member->shape, (enum kin_notice_form)form))
		form++;
	if (form == KIN_NOTICE_OTHER || (form == KIN_NOTICE_CODE && !is_number(&member->shape)))
		return false;
	member->kind = kinds[form];
	return true;
}

/* By its name; a second name beside the usual field is a name like any other. */
static bool
kind_by_name(struct notice_member *member)
{
	enum kin_kind kind = member->meaning.kind;

	if (kind == KIN_KIND_DATE && !is_of_form(&member->shape, KIN_NOTICE_DATE))
		return false;
	if (member->usual_seen) {
		if (kind == KIN_KIND_SEX)
			return false;
		if (kind == KIN_KIND_GIVEN_NAME || kind == KIN_KIND_FAMILY_NAME
		    || kind == KIN_KIND_FULL_NAME)
			kind = KIN_KIND_NAME;
		if (kind == KIN_KIND_NHS)
			kind = KIN_KIND_ID;
	}
	member->kind = kind;
	return true;
}

/* Short words are codes: "nsw" is no slip for "qld".  Families say whose it is. */
static void
settle_kind(struct notice_member *member)
{
	bool homes = member->home.both >= HOMES, known = member->meaning.said == KIN_NOTICE_KNOWN;
	double together = share(member->home);

	if ((member->kind == KIN_KIND_TEXT || member->kind == KIN_KIND_TOWN)
	    && member->shape.bytes <= SHORT * member->shape.values)
		member->kind = KIN_KIND_EXACT;
	if (known)
		member->shared = member->meaning.shared || (homes && together >= SHARED);
	else
		member->shared = kin_kind_is_shared(member->kind) || !homes || together >= OWN;
	if (member->kind == KIN_KIND_ID && member->shared)
		member->kind = KIN_KIND_PLACE_ID;
}

static void
judge_one(struct notice_member *member)
{
	bool known = member->meaning.said == KIN_NOTICE_KNOWN;

	if (member->meaning.said == KIN_NOTICE_BARRED || member->present < PRESENT
	    || member->shape.values == 0
	    || (double)member->shape.copies >= COPIES * (double)member->shape.values)
		return;
	if (known ? !kind_by_name(member) : !kind_by_form(member))
		return;
	settle_kind(member);
	if (member->values <= 1 && member->shared)
		return;
	if (!known && !is_telling(member))
		return;
	member->worth = worth(member);
	member->taken = member->worth >= WORTH
	    || (!member->shared && member->one.both < ONES_KNOWN);
}

/* --- all --------------------------------------------------------------------- */

static int
by_worth(const void *left, const void *right)
{
	const struct notice_member *a = left, *b = right;

	if (a->taken != b->taken)
		return a->taken ? -1 : 1;
	if (a->worth < b->worth || a->worth > b->worth)
		return a->worth > b->worth ? -1 : 1;
	return kin_str_cmp(a->name, b->name);
}

void
kin_notice_judge(struct notice_member *member, size_t count, const struct notice_row *row,
    size_t rows, bool between, size_t room)
{
	struct item *item = kin_resize(NULL, rows ? rows : 1, sizeof(*item));

	for (size_t i = 0; i < count; i++) {
		count_random(&member[i], item, sort_rows(row, rows, NOTICE_BASES + i, item), between);
		judge_one(&member[i]);
	}
	for (size_t base = 0; base < NOTICE_BASES + count; base++) {
		if (base >= NOTICE_BASES && !member[base - NOTICE_BASES].taken)
			continue;
		drop_followers(member, count, row, item, sort_rows(row, rows, base, item), base);
	}
	kin_free(item);
	qsort(member, count, sizeof(*member), by_worth);
	for (size_t i = room; i < count; i++)
		member[i].taken = false;
}
