#include "sweep_state.h"

enum { FIRST_FAR = KIN_LEVEL_DATE_MONTH + 2 };	/* the first level of dates more than a year apart */

/* What is said against each class, rounded up. */
static uint64_t
number_of(said of)
{
	uint64_t number = 0;

	for (int c = 0; c < CLASSES; c++) {
		float up = ceilf(of[c] * UNIT) + 1.0f;
		int whole = up > MOST ? MOST : up < -MOST ? -MOST : (int)up;

		number |= (uint64_t)(whole + BIAS) << LANE * c;
	}
	return number;
}

/* The number of each level, from NONE on. */
static void
number_levels(const struct kin_sweep *sweep, size_t f, uint64_t *of_level)
{
	of_level[0] = LANES(BIAS);
	for (int l = 0; l < sweep->quick->levels[f]; l++)
		of_level[l + 1] = number_of(sweep->quick->level[f][l]);
}

static void
fill_names(const struct kin_sweep *sweep, size_t f, uint32_t entry, uint64_t *number)
{
	const struct kin_sketch *sketch = sweep->quick->rows->sketch[f];
	uint64_t near = number_of(sweep->quick->top[f]);
	uint64_t far = number_of(sweep->quick->differ.of[f / 8][1u << f % 8]);

	for (uint32_t e = 1; e <= sweep->columns->column[f].entries; e++)
		number[e] = kin_sketch_may(&sketch[entry], &sketch[e]) ? near : far;
}

/* Dates in part are compared one by one, and whole ones that have something in common. */
static void
fill_dates(const struct kin_sweep *sweep, size_t f, uint32_t entry, uint64_t *number)
{
	uint64_t far = number_of(best_level(sweep->quick, f, FIRST_FAR, last_level(sweep->quick, f)));
	uint64_t of_level[KIN_MODEL_LEVELS + 1];
	uint32_t date = sweep->date[entry];
	int32_t days = sweep->days[entry];

	number_levels(sweep, f, of_level);
	for (uint32_t e = 1; e <= sweep->columns->column[f].entries; e++) {
		uint32_t differ = date ^ sweep->date[e];

		if (date == 0 || sweep->date[e] == 0)
			number[e] = of_level[kin_compare_level(sweep->quick->compare, f, entry, e) + 1];
		else if (differ >> 16 != 0 && (differ & 0xffff) != 0 &&
		    (uint32_t)(days - sweep->days[e] + 366) > 2 * 366)
			number[e] = far;
		else
			number[e] = of_level[kin_level_of_dates(date, days, sweep->date[e], sweep->days[e]) + 1];
	}
}

static void
fill_postcodes(const struct kin_sweep *sweep, size_t f, uint32_t entry, uint64_t *number)
{
	const uint32_t *district = sweep->district, *sector = sweep->sector;
	const struct nearby *nearby = &sweep->nearby[f];
	uint64_t of_level[KIN_MODEL_LEVELS + 1];

	number_levels(sweep, f, of_level);
	for (uint32_t e = 1; e <= sweep->columns->column[f].entries; e++) {
		int l = district[e] == 0 || district[e] != district[entry] ? KIN_LEVEL_POSTCODE_DIFFERENT :
		    sector[e] == sector[entry] ? KIN_LEVEL_POSTCODE_SECTOR : KIN_LEVEL_POSTCODE_DISTRICT;

		number[e] = of_level[l + 1];
	}
	for (uint32_t i = nearby->start[entry]; i < nearby->start[entry + 1]; i++)
		number[nearby->entry[i]] = of_level[KIN_LEVEL_NUMBER_EDIT + 1];
}

static void
fill_edits(const struct kin_sweep *sweep, size_t f, uint32_t entry, uint64_t *number)
{
	const struct kin_column *column = &sweep->columns->column[f];
	const struct nearby *nearby = &sweep->nearby[f];
	uint64_t far = number_of(best_level(sweep->quick, f, KIN_LEVEL_NUMBER_EDIT + 1, last_level(sweep->quick, f)));
	uint64_t near = number_of(best_level(sweep->quick, f, KIN_LEVEL_NUMBER_EDIT, last_level(sweep->quick, f)));

	for (uint32_t e = 1; e <= column->entries; e++)
		number[e] = far;
	for (uint32_t i = nearby->start[entry]; i < nearby->start[entry + 1]; i++)
		number[nearby->entry[i]] = near;
}

static void
fill_levels(const struct kin_sweep *sweep, size_t f, uint32_t entry, uint64_t *number)
{
	uint64_t of_level[KIN_MODEL_LEVELS + 1];

	number_levels(sweep, f, of_level);
	for (uint32_t e = 1; e <= sweep->columns->column[f].entries; e++)
		number[e] = of_level[kin_compare_level(sweep->quick->compare, f, entry, e) + 1];
}

/* What any other entry may say; that it is the same in part, where there are several values. */
static void
fill_top(const struct kin_sweep *sweep, size_t f, uint64_t *number)
{
	said most = sweep->quick->top[f];

	if (has_several(&sweep->columns->column[f]))
		raise(&most, sweep->quick->level[f][KIN_LEVEL_SAME]);
	for (uint32_t e = 1; e <= sweep->columns->column[f].entries; e++)
		number[e] = number_of(most);
}

/* A full name says nothing where both have its parts. */
static void
fill_full(const struct kin_sweep *sweep, size_t f, uint64_t *number)
{
	for (uint32_t e = 1; e <= sweep->columns->column[f].entries; e++) {
		for (int c = 0; c < CLASSES; c++) {
			uint64_t lane = ((uint64_t)1 << LANE) - 1;

			if ((number[e] >> LANE * c & lane) < BIAS)
				number[e] = (number[e] & ~(lane << LANE * c)) | (uint64_t)BIAS << LANE * c;
		}
	}
}

void
sweep_fill(const struct kin_sweep *sweep, size_t f, uint32_t entry, uint64_t *number)
{
	const struct kin_quick *quick = sweep->quick;
	const struct kin_column *column = &sweep->columns->column[f];

	number[0] = LANES(BIAS);
	if (entry == 0)
		for (uint32_t e = 1; e <= column->entries; e++)
			number[e] = LANES(BIAS);
	else if (kin_compare_has_table(quick->compare, f))
		fill_levels(sweep, f, entry, number);
	else if ((int)f == quick->date)
		fill_dates(sweep, f, entry, number);
	else if (quick->names >> f & 1)
		fill_names(sweep, f, entry, number);
	else if ((int)f == sweep->postcode)
		fill_postcodes(sweep, f, entry, number);
	else if (sweep->nearby[f].start != NULL)
		fill_edits(sweep, f, entry, number);
	else
		fill_top(sweep, f, number);
	if (entry != 0)
		number[entry] = number_of(quick->same[f][entry]);
	if ((int)f == quick->full)
		fill_full(sweep, f, number);
}
