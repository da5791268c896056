#include "kin/link/screen.h"

#include "quick_state.h"

enum { COMMON = 64 };	/* entries: a field of fewer has one in common too often to tell */

/* A date that is neither near nor unknown is of this level at best. */
enum { FIRST_FAR = KIN_LEVEL_DATE_MONTH + 1 };

/* What a field of the record says at most, whatever the other record has; telling: but for a common entry. */
static said
at_most(const struct kin_quick *quick, const struct kin_row *record, size_t f, bool telling)
{
	said most = { 0.0f };		/* the other has nothing */
	bool near = record->near >> f & 1;

	if (!(record->present >> f & 1))
		return most;
	raise(&most, near ? quick->top[f] : quick->differ.of[f / 8][1u << f % 8]);
	if (!telling)
		raise(&most, quick->same[f][record->code[f]]);
	for (int nth = 0; !telling && nth < KIN_ROW_LISTS; nth++) {
		if (quick->rows->list[nth] == (int)f)
			raise(&most, quick->level[f][KIN_LEVEL_SAME]);
	}
	return most;
}

/* The best of what all fields may say, those that are to be far left out. */
static said
best_of_rest(const struct kin_quick *quick, const struct kin_row *record, uint32_t far, uint32_t telling)
{
	said sum = { -INFINITY, -INFINITY, -INFINITY, 0.0f };

	for (int s = 0; s < kin_strata(quick->columns->lists); s++)
		raise(&sum, quick->prior[s]);
	for (size_t f = 0; f < quick->fields; f++) {
		said most;

		if (far >> f & 1)
			continue;
		most = at_most(quick, record, f, telling >> f & 1);
		if ((int)f == quick->given && quick->family >= 0)
			raise(&most, quick->level[f][KIN_LEVEL_SWAPPED]);
		sum += most;
	}
	return sum;
}

/* Fields that a screen may want far, as far as the record has them; a bit each. */
static uint32_t
wanted(const struct kin_screen *screen, const struct kin_quick *quick)
{
	return (screen->date ? bit(quick->date) : 0) | (screen->house || screen->street ? bit(quick->address) : 0) |
	    (screen->given ? bit(quick->given) : 0) | (screen->family ? bit(quick->family) : 0);
}

/* Does it all being far put a pair out of the question? */
static bool
is_enough(struct kin_screen *screen, const struct kin_quick *quick, const struct kin_row *record,
    uint32_t key, float low)
{
	uint32_t far = wanted(screen, quick);
	said sum;

	screen->telling = 0;
	for (size_t f = 0; f < quick->fields; f++) {
		if (!((key | far) >> f & 1) && quick->columns->column[f].entries > COMMON)
			screen->telling |= (uint32_t)1 << f;
	}
	sum = best_of_rest(quick, record, far, screen->telling);
	if (screen->date)
		sum += best_level(quick, (size_t)quick->date, FIRST_FAR, last_level(quick, (size_t)quick->date));
	if (screen->house)
		sum += best_level(quick, (size_t)quick->address, KIN_LEVEL_ADDRESS_NEAR + 1,
		    KIN_LEVEL_ADDRESS_NEAR + 2);
	if (screen->street)
		sum += quick->level[quick->address][last_level(quick, (size_t)quick->address)];
	if (screen->given)
		sum += quick->differ.of[quick->given / 8][1u << quick->given % 8];
	if (screen->family)
		sum += quick->differ.of[quick->family / 8][1u << quick->family % 8];
	return is_below(sum, low);
}

static bool
can(const struct kin_screen *screen, const struct kin_quick *quick, const struct kin_row *record)
{
	return (!screen->date || record->date != 0) && (!(screen->house || screen->street) || record->street != 0) &&
	    (!screen->given || (quick->names & bit(quick->given) & record->present)) &&
	    (!screen->family || (quick->names & bit(quick->family) & record->present));
}

void
kin_screen_set(struct kin_screen *screen, const struct kin_quick *quick, const struct kin_row *record,
    uint32_t key, double least, size_t *hint)
{
	static const struct kin_screen screens[] = {	/* the quickest first */
		{ .date = true }, { .house = true }, { .date = true, .house = true },
		{ .date = true, .street = true }, { .street = true }, { .given = true },
		{ .date = true, .given = true }, { .date = true, .house = true, .given = true },
		{ .house = true, .family = true }, { .date = true, .given = true, .family = true },
		{ .date = true, .house = true, .given = true, .family = true },
		{ .date = true, .street = true, .given = true, .family = true }
	};

	enum { SCREENS = sizeof(screens) / sizeof(*screens) };

	for (size_t i = 0; i <= SCREENS; i++) {
		size_t nth = i == 0 ? *hint : i - 1;

		*screen = screens[nth];
		screen->on = can(screen, quick, record) && !(key & wanted(screen, quick)) &&
		    is_enough(screen, quick, record, key, (float)least - SLACK);
		if (!screen->on)
			continue;
		*hint = nth;
		return;
	}
}

/* Dates an edit, an exchange or a month apart share the year or the day, or are 31 days apart. */
static bool
is_date_far(const struct kin_row *a, const struct kin_row *b)
{
	uint32_t differ = a->date ^ b->date;

	return b->date != 0 && differ >> 16 != 0 && (differ & 0xffff) != 0 &&
	    (uint32_t)(a->days - b->days + 31) > 62;
}

static bool
is_street_far(const struct kin_quick *quick, const struct kin_row *a, const struct kin_row *b)
{
	const struct kin_street_sketch *street = quick->rows->street;

	return b->street != 0 && a->street != b->street &&
	    !kin_sketch_may_street(&street[a->street], &street[b->street]);
}

static bool
is_name_far(const struct kin_quick *quick, int f, const struct kin_row *a, const struct kin_row *b)
{
	const struct kin_sketch *sketch = quick->rows->sketch[f];

	return b->code[f] != 0 && a->code[f] != b->code[f] &&
	    !kin_sketch_may(&sketch[a->code[f]], &sketch[b->code[f]]);
}

/* Is there an entry that tells in both, or a value of one? */
static bool
is_told(const struct kin_screen *screen, const struct kin_quick *quick, const struct kin_row *a,
    const struct kin_row *b)
{
	if (same_entries(a, b) & a->present & screen->telling)
		return true;
	for (int nth = 0; nth < KIN_ROW_LISTS; nth++) {
		if ((screen->telling & bit(quick->rows->list[nth])) && kin_rows_share(a, b, nth))
			return true;
	}
	return false;
}

bool
kin_screen_passes(const struct kin_screen *screen, const struct kin_quick *quick,
    const struct kin_row *record, const struct kin_row *other)
{
	if (!screen->on || is_told(screen, quick, record, other))
		return true;
	if (screen->date && !is_date_far(record, other))
		return true;
	if (screen->house && (record->street != other->street || record->house == other->house))
		return true;
	if (screen->street && !is_street_far(quick, record, other))
		return true;
	if (screen->given && !is_name_far(quick, quick->given, record, other))
		return true;
	if (screen->family && !is_name_far(quick, quick->family, record, other))
		return true;
	return (screen->given || screen->family) && may_be_swapped(quick, record, other);
}
