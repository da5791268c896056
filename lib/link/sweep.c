#include "sweep_state.h"

#include "kin/base/map.h"
#include "kin/base/mem.h"

/* Names that may have been exchanged weigh as much as it takes. */
static void
raise_swapped(const struct kin_sweep *sweep, struct kin_sweep_hand *hand, uint32_t given, uint32_t family,
    bool on)
{
	const struct kin_quick *quick = sweep->quick;
	uint32_t as_family = given == 0 ? 0 : kin_compare_as_family(quick->compare, given);
	uint64_t much = on ? LANES(MOST) : 0 - LANES(MOST);

	if (as_family != 0)
		hand->number[sweep->offset[quick->family] + as_family] += much;
	for (uint32_t g = family == 0 ? 0 : sweep->as_given[family]; g != 0; g = sweep->next_given[g])
		hand->number[sweep->offset[quick->given] + g] += much;
}

static void
turn_to(const struct kin_sweep *sweep, struct kin_sweep_hand *hand, uint32_t record)
{
	for (size_t f = 0; f < sweep->fields; f++) {
		uint32_t entry = sweep->columns->column[f].code[record];

		if (hand->entry[f] == entry)
			continue;
		sweep_fill(sweep, f, entry, hand->number + sweep->offset[f]);
		hand->entry[f] = entry;
	}
}

/* --- all before one ------------------------------------------------------------------ */

uint32_t
kin_sweep_record(const struct kin_sweep *sweep, struct kin_sweep_hand *hand, uint32_t record,
    uint32_t count, uint32_t *out)
{
	const struct kin_quick *quick = sweep->quick;
	bool names = quick->given >= 0 && quick->family >= 0;
	uint32_t given, family, found = 0;
	const uint32_t *place = sweep->place;
	const uint64_t *number = hand->number;

	turn_to(sweep, hand, record);
	given = names ? hand->entry[quick->given] : 0;
	family = names ? hand->entry[quick->family] : 0;
	if (names)
		raise_swapped(sweep, hand, given, family, true);
	for (uint32_t a = 0; a < count; a++, place += sweep->width) {
		uint64_t sum = sweep->lift;

		for (size_t f = 0; f < sweep->width; f += AT_ONCE)
			sum += number[place[f]] + number[place[f + 1]] + number[place[f + 2]] + number[place[f + 3]];
		out[found] = a;
		found += (sum & ENOUGH) == ENOUGH;
	}
	if (names)
		raise_swapped(sweep, hand, given, family, false);
	return found;
}

/* --- making --------------------------------------------------------------------------- */

/* The entry that is a value and nothing else, of each value; 0 = none. */
static uint32_t *
entries_of(const struct kin_column *column)
{
	uint32_t *entry = kin_calloc((size_t)column->value_count + 1, sizeof(*entry));

	for (uint32_t e = 1; e <= column->entries; e++) {
		if (column->start[e] - column->start[e - 1] == 1)
			entry[column->value[column->start[e - 1]]] = e;
	}
	return entry;
}

static void
list_nearby(struct nearby *nearby, const struct kin_column *column, const struct kin_near *near, size_t count)
{
	uint32_t *entry = entries_of(column), *fill;

	nearby->start = kin_calloc((size_t)column->entries + 2, sizeof(*nearby->start));
	nearby->entry = kin_alloc(2 * count * sizeof(*nearby->entry) + 1);
	for (size_t i = 0; i < count; i++) {
		nearby->start[entry[near[i].a] + 1]++;
		nearby->start[entry[near[i].b] + 1]++;
	}
	for (uint32_t e = 0; e <= column->entries; e++)
		nearby->start[e + 1] += nearby->start[e];
	fill = kin_alloc(((size_t)column->entries + 2) * sizeof(*fill));
	memcpy(fill, nearby->start, ((size_t)column->entries + 2) * sizeof(*fill));
	for (size_t i = 0; i < count; i++) {
		nearby->entry[fill[entry[near[i].a]]++] = entry[near[i].b];
		nearby->entry[fill[entry[near[i].b]]++] = entry[near[i].a];
	}
	kin_free(fill);
	kin_free(entry);
}

/* Near values of numbers are known from the rows; those of postcodes are found here. */
static void
find_nearby(struct kin_sweep *sweep, size_t f, int threads)
{
	const struct kin_column *column = &sweep->columns->column[f];
	const struct kin_rows *rows = sweep->quick->rows;
	struct kin_near *near;
	size_t count;

	if (rows->near[f] != NULL) {
		list_nearby(&sweep->nearby[f], column, rows->near[f], rows->near_count[f]);
		return;
	}
	near = kin_keys_edits(column, threads, &count);
	list_nearby(&sweep->nearby[f], column, near, count);
	kin_free(near);
}

static void
place_records(struct kin_sweep *sweep)
{
	uint32_t n = sweep->columns->records;

	sweep->numbers = 1;		/* 0 says nothing: for fields that are not */
	for (size_t f = 0; f < sweep->fields; f++) {
		sweep->offset[f] = sweep->numbers;
		sweep->numbers += sweep->columns->column[f].entries + 1;
	}
	sweep->place = kin_calloc((size_t)n * sweep->width + 1, sizeof(*sweep->place));
	for (size_t f = 0; f < sweep->fields; f++) {
		for (uint32_t i = 0; i < n; i++)
			sweep->place[(size_t)i * sweep->width + f] = sweep->offset[f] +
			    sweep->columns->column[f].code[i];
	}
}

static void
note_dates(struct kin_sweep *sweep, const struct kin_column *column)
{
	sweep->date = kin_calloc((size_t)column->entries + 1, sizeof(*sweep->date));
	sweep->days = kin_calloc((size_t)column->entries + 1, sizeof(*sweep->days));
	for (uint32_t e = 1; e <= column->entries; e++) {
		const struct kin_value *value = &column->values[column->value[column->start[e - 1]]];

		if (column->start[e] - column->start[e - 1] != 1)
			continue;
		sweep->date[e] = value->digits;
		sweep->days[e] = value->days;
	}
}

/* "rm10 9aa": the district ends at the space, the sector is one more digit. */
static void
note_postcodes(struct kin_sweep *sweep, const struct kin_column *column)
{
	struct kin_map *map = kin_map_new();

	sweep->district = kin_calloc((size_t)column->entries + 1, sizeof(*sweep->district));
	sweep->sector = kin_calloc((size_t)column->entries + 1, sizeof(*sweep->sector));
	for (uint32_t e = 1; e <= column->entries; e++) {
		struct kin_str text = column->values[column->value[column->start[e - 1]]].text;
		size_t space = kin_str_find(text, ' ', 0);

		if (space == text.len)
			continue;
		sweep->district[e] = kin_map_add(map, kin_str(text.p, space), NULL) + 1;
		sweep->sector[e] = kin_map_add(map, kin_str(text.p, space + 2 < text.len ? space + 2 : text.len),
		    NULL) + 1;
	}
	kin_map_free(map);
}

static void
note_names(struct kin_sweep *sweep)
{
	const struct kin_quick *quick = sweep->quick;

	if (quick->given < 0 || quick->family < 0)
		return;
	sweep->as_given = kin_calloc((size_t)sweep->columns->column[quick->family].entries + 1,
	    sizeof(*sweep->as_given));
	sweep->next_given = kin_calloc((size_t)sweep->columns->column[quick->given].entries + 1,
	    sizeof(*sweep->next_given));
	for (uint32_t g = 1; g <= sweep->columns->column[quick->given].entries; g++) {
		uint32_t family = kin_compare_as_family(quick->compare, g);

		sweep->next_given[g] = sweep->as_given[family];
		sweep->as_given[family] = g;
	}
}

/* What is wanted of the fields' sum is least without the prior. */
static void
set_lift(struct kin_sweep *sweep, float least)
{
	sweep->lift = 0;
	for (int c = 0; c < CLASSES; c++) {
		float prior = -INFINITY, low;
		int64_t whole;

		for (int s = 0; s < kin_strata(sweep->columns->lists); s++)
			prior = fmaxf(prior, sweep->quick->prior[s][c]);
		low = floorf((least - prior) * UNIT);
		whole = low < -16.0f * MOST ? -16 * MOST : low > 16.0f * MOST ? 16 * MOST : (int64_t)low;
		whole += (int64_t)sweep->width * BIAS;
		sweep->lift |= (uint64_t)(((int64_t)1 << (LANE - 1)) - (whole < 0 ? 0 : whole)) << LANE * c;
	}
}

struct kin_sweep *
kin_sweep_new(const struct kin_quick *quick, double least, int threads)
{
	struct kin_sweep *sweep = kin_calloc(1, sizeof(*sweep));

	sweep->quick = quick;
	sweep->columns = quick->columns;
	sweep->fields = quick->fields;
	sweep->width = (quick->fields + AT_ONCE - 1) / AT_ONCE * AT_ONCE;
	place_records(sweep);
	if (quick->date >= 0)
		note_dates(sweep, &quick->columns->column[quick->date]);
	note_names(sweep);
	sweep->postcode = kin_compare_field(quick->compare, KIN_KIND_POSTCODE);
	if (sweep->postcode >= 0 && (has_several(&quick->columns->column[sweep->postcode]) ||
	    kin_compare_has_table(quick->compare, (size_t)sweep->postcode)))
		sweep->postcode = -1;
	if (sweep->postcode >= 0)
		note_postcodes(sweep, &quick->columns->column[sweep->postcode]);
	for (size_t f = 0; f < sweep->fields; f++) {
		const struct kin_column *column = &quick->columns->column[f];

		if (((int)f == sweep->postcode || column->kind == KIN_KIND_PHONE || column->kind == KIN_KIND_NHS ||
		    column->kind == KIN_KIND_ID || column->kind == KIN_KIND_NUMBER) && !has_several(column) &&
		    !kin_compare_has_table(quick->compare, f))
			find_nearby(sweep, f, threads);
	}
	set_lift(sweep, (float)least - SLACK);
	return sweep;
}

void
kin_sweep_free(struct kin_sweep *sweep)
{
	if (sweep == NULL)
		return;
	for (size_t f = 0; f < KIN_MODEL_FIELDS; f++) {
		kin_free(sweep->nearby[f].start);
		kin_free(sweep->nearby[f].entry);
	}
	kin_free(sweep->place);
	kin_free(sweep->as_given);
	kin_free(sweep->next_given);
	kin_free(sweep->date);
	kin_free(sweep->days);
	kin_free(sweep->district);
	kin_free(sweep->sector);
	kin_free(sweep);
}

struct kin_sweep_hand *
kin_sweep_hand_new(const struct kin_sweep *sweep)
{
	struct kin_sweep_hand *hand = kin_calloc(1, sizeof(*hand));

	hand->number = kin_calloc(sweep->numbers, sizeof(*hand->number));
	for (uint32_t i = 0; i < sweep->numbers; i++)
		hand->number[i] = LANES(BIAS);
	return hand;
}

void
kin_sweep_hand_free(struct kin_sweep_hand *hand)
{
	if (hand == NULL)
		return;
	kin_free(hand->number);
	kin_free(hand);
}
