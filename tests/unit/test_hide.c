/*
 * hide: small cases worked by hand, and an attacker who knows the sums, the
 * noughts, and that a hidden cell is a whole number of 1 or more, and asks an integer
 * programme for the least and the most that each hidden cell can be.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "kin/tally/hide.h"

#if defined(__has_include)
#if __has_include(<glpk.h>)
#include <glpk.h>
#define HAVE_GLPK 1
#endif
#endif

static void
hide(struct kin_tables *tables, int64_t least, int64_t step)
{
	kin_hide_tables(tables, &(struct kin_hiding){ least, step });
}

static struct kin_table *
add_table(struct kin_tables *tables, const char *key, const char *count)
{
	struct kin_table *table = kin_tables_add(tables, key, key);

	kin_table_column(table, KIN_COLUMN_KEY, kin_str_of(key), kin_str_of(key));
	kin_table_column(table, KIN_COLUMN_WHOLE, kin_str_of(count), kin_str_of(count));
	return table;
}

/* Numbers in rows "a" "b" …, and a total. */
static void
fill(struct kin_table *table, const int64_t *numbers, size_t count)
{
	int64_t total = 0;

	for (size_t i = 0; i < count; i++) {
		char key = (char)('a' + i);

		kin_table_text(table, kin_str(&key, 1));
		kin_table_number(table, numbers[i]);
		total += numbers[i];
	}
	kin_table_total(table);
	kin_table_missing(table);
	kin_table_number(table, total);
}

START_TEST(one_column)
{
	static const struct {
		int64_t		 numbers[4];
		const char	*hidden;	/* of the rows and the total */
	} cases[] = {
		{ { 10, 20, 30, 40 }, "....." },
		{ { 10, 20, 0, 40 }, "....." },		/* nought stays */
		{ { 10, 20, 3, 40 }, "c.c.." },		/* and the least of the others */
		{ { 2, 20, 3, 40 }, "c.c.." },		/* two keep each other */
		{ { 1, 20, 1, 40 }, "ccc.." },		/* 1 + 1 is 2: a third is wanted */
		{ { 3, 0, 0, 0 }, "c...c" },		/* alone: the total goes too */
		{ { 5, 5, 5, 4 }, "c..c." }
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct kin_tables tables = { 0 };
		struct kin_table *table = add_table(&tables, "hub", "residents");

		fill(table, cases[i].numbers, 4);
		hide(&tables, 5, 0);
		for (size_t row = 0; row < 5; row++) {
			const struct kin_cell *cell = kin_table_cell(table, row, 1);

			ck_assert_msg((cell->symbol == 'c') == (cases[i].hidden[row] == 'c'),
			    "case %zu row %zu", i, row);
			ck_assert(cell->symbol == 0 || cell->number == 0);
		}
		kin_tables_fini(&tables);
	}
}
END_TEST

START_TEST(what_follows)
{
	struct kin_tables tables = { 0 };
	struct kin_table *table = add_table(&tables, "hub", "residents");

	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
	kin_table_share_of(table, "residents", NULL);
	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("median"), KIN_STR("Median"));
	kin_table_of(table, "residents");
	kin_table_column(table, KIN_COLUMN_TENTHS, KIN_STR("rate"), KIN_STR("Rate"));
	kin_table_of(table, "residents");
	for (int i = 0; i < 3; i++) {
		static const int64_t counts[] = { 3, 52, 31 };

		kin_table_text(table, kin_str(&"abc"[i], 1));
		kin_table_number(table, counts[i]);
		kin_table_share(table, counts[i], 86);
		kin_table_number(table, 2);
		kin_table_rate(table, counts[i], i == 1 ? 0 : 1000, 10000);
	}
	kin_table_figures(table, "86 residents in all.");
	kin_table_note(table, "A sentence.");
	hide(&tables, 5, 5);
	for (size_t c = 1; c < 5; c++) {
		ck_assert_int_eq(kin_table_cell(table, 0, c)->symbol, 'c');
		ck_assert_int_eq(kin_table_cell(table, 2, c)->symbol, 'c');
	}
	/* 52 is rounded to 50, 86 to 85, and the share made of these: 58.8, where it was 60.5 */
	ck_assert_int_eq(kin_table_cell(table, 1, 1)->number, 50);
	ck_assert_int_eq(kin_table_cell(table, 1, 2)->number, 588);
	ck_assert_int_eq(kin_table_cell(table, 1, 3)->number, 2);
	ck_assert_int_eq(kin_table_cell(table, 1, 4)->symbol, 'x');
	ck_assert(kin_str_is(table->notes[0], KIN_STR("A sentence.")));
	kin_tables_fini(&tables);
}
END_TEST

START_TEST(total_gives_shares_away)
{
	struct kin_tables tables = { 0 };
	struct kin_table *table = add_table(&tables, "hub", "residents");
	static const int64_t counts[] = { 1, 0, 40, 1 };

	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("Share"));
	kin_table_share_of(table, "residents", NULL);
	for (int i = 0; i < 4; i++) {
		kin_table_text(table, kin_str(&"abcd"[i], 1));
		kin_table_number(table, counts[i]);
		kin_table_share(table, counts[i], 42);
	}
	hide(&tables, 2, 0);
	/* no total row, but a share of 40 of 42 would give it away: 40 is hidden, or all shares are */
	ck_assert(kin_table_cell(table, 2, 1)->symbol == 'c' || kin_table_cell(table, 1, 2)->symbol == 'c');
	kin_tables_fini(&tables);
}
END_TEST

/* 8 of 8 who met a helper they know, in a hub of 8 and one of 1: the 8 would say that the other is 1. */
/* Two small counts that hide each other and are left out of an index of the rest, or stand in it. */
START_TEST(among_others)
{
	for (int small_in_it = 0; small_in_it < 2; small_in_it++) {
		struct kin_tables tables = { 0 };
		struct kin_table *table = add_table(&tables, "group", "residents");
		const int64_t counts[] = { 40, 30, 1, 1 };

		kin_table_column(table, KIN_COLUMN_TENTHS, KIN_STR("index"), KIN_STR("Index"));
		kin_table_among(table, "residents");
		kin_table_column(table, KIN_COLUMN_TEXT, KIN_STR("seen"), KIN_STR("Seen"));
		kin_table_among(table, "residents");
		for (int i = 0; i < 4; i++) {
			kin_table_text(table, kin_str(&"abcd"[i], 1));
			kin_table_number(table, counts[i]);
			if (i < 2 || small_in_it) {
				kin_table_rate(table, counts[i], small_in_it ? 18 : 35, 100);
				kin_table_text(table, KIN_STR("more"));
			} else {
				kin_table_symbol(table, 'x');
				kin_table_missing(table);
			}
		}
		hide(&tables, 2, 0);
		for (size_t c = 1; c < 4; c++) {
			/* left out: 40 and its index tell that 70 are in it, so nothing is shown */
			ck_assert_int_eq(kin_table_cell(table, 0, c)->symbol, c > 1 && !small_in_it ? 'c' : 0);
			ck_assert_int_eq(kin_table_cell(table, 2, c)->symbol, 'c');
		}
		kin_tables_fini(&tables);
	}
}
END_TEST

/* A share made of two counts of its row goes with either; a public share with neither, and is not rounded. */
START_TEST(of_several)
{
	struct kin_tables tables = { 0 };
	struct kin_table *table = add_table(&tables, "time", "low");
	const int64_t counts[4][2] = { { 9, 1 }, { 8, 8 }, { 7, 1 }, { 9, 9 } };

	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("high"), KIN_STR("high"));
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("share"), KIN_STR("share"));
	kin_table_of_several(table, "low", "high");
	kin_table_column(table, KIN_COLUMN_SHARE, KIN_STR("public"), KIN_STR("public"));
	for (int i = 0; i < 4; i++) {
		kin_table_text(table, kin_str(&"abcd"[i], 1));
		kin_table_number(table, counts[i][0]);
		kin_table_number(table, counts[i][1]);
		kin_table_share(table, counts[i][0], counts[i][0] + counts[i][1]);
		kin_table_share_exact(table, 1, 3);
	}
	hide(&tables, 2, 5);
	ck_assert_int_eq(kin_table_cell(table, 0, 1)->number, 10);
	ck_assert_int_eq(kin_table_cell(table, 0, 3)->symbol, 'c');
	ck_assert_int_eq(kin_table_cell(table, 2, 3)->symbol, 'c');
	ck_assert_int_eq(kin_table_cell(table, 3, 3)->number, 500);	/* 10 of 20, as rounded */
	for (size_t row = 0; row < 4; row++)
		ck_assert_int_eq(kin_table_cell(table, row, 4)->number, 333);
	kin_tables_fini(&tables);
}
END_TEST

START_TEST(part_and_whole)
{
	struct kin_tables tables = { 0 };
	struct kin_table *table = add_table(&tables, "hub", "met");
	static const int64_t met[] = { 8, 1, 20 }, known[] = { 8, 0, 11 };

	kin_table_column(table, KIN_COLUMN_WHOLE, KIN_STR("known"), KIN_STR("Known"));
	kin_table_within(table, "known", "met");
	for (int i = 0; i < 3; i++) {
		kin_table_text(table, kin_str(&"abc"[i], 1));
		kin_table_number(table, met[i]);
		kin_table_number(table, known[i]);
	}
	kin_table_total(table);
	kin_table_missing(table);
	kin_table_number(table, 29);
	kin_table_number(table, 19);
	hide(&tables, 5, 0);
	ck_assert_int_eq(kin_table_cell(table, 0, 1)->symbol, 'c');
	ck_assert_int_eq(kin_table_cell(table, 0, 2)->symbol, 'c');
	ck_assert_int_eq(kin_table_cell(table, 1, 2)->symbol, 0);
	ck_assert_int_eq(kin_table_cell(table, 2, 2)->symbol, 'c');
	ck_assert_int_eq(kin_table_cell(table, 2, 1)->number, 20);
	kin_tables_fini(&tables);
}
END_TEST

START_TEST(rounding)
{
	static const int64_t numbers[] = { 2, 3, 12, 0 };
	struct kin_tables tables = { 0 };
	struct kin_table *table = add_table(&tables, "hub", "residents");

	fill(table, numbers, 4);
	hide(&tables, 0, 5);
	kin_table_legend(table);
	ck_assert_int_eq(kin_table_cell(table, 0, 1)->symbol, 'k');
	ck_assert_int_eq(kin_table_cell(table, 1, 1)->number, 5);
	ck_assert_int_eq(kin_table_cell(table, 2, 1)->number, 10);
	ck_assert_int_eq(kin_table_cell(table, 3, 1)->symbol, 0);
	ck_assert_int_eq(kin_table_cell(table, 4, 1)->number, 15);
	ck_assert(kin_str_is(table->notes[table->note_count - 1], KIN_STR("k: rounds to nought.")));
	kin_tables_fini(&tables);
}
END_TEST

/* --- the attacker ---------------------------------------------------------- */

#ifdef HAVE_GLPK

enum { SUMS = 64, PARTS = 64 };

/* parts add up to whole; cells by place in a list of all */
struct sum {
	const struct kin_cell	*whole, *parts[PARTS];
	size_t			 count;
};

struct attack {
	struct sum		 sums[SUMS];
	size_t			 sum_count;
	const struct kin_cell	*cells[4096];
	int			 cell_count;
	int64_t			 hidden, found_out;
};

static int
column_of(struct attack *attack, glp_prob *problem, const struct kin_cell *cell)
{
	int at;

	for (int i = 0; i < attack->cell_count; i++) {
		if (attack->cells[i] == cell)
			return i + 1;
	}
	attack->cells[attack->cell_count++] = cell;
	at = glp_add_cols(problem, 1);
	glp_set_col_kind(problem, at, GLP_IV);
	glp_set_col_bnds(problem, at, GLP_LO, 1, 0);
	return at;
}

static void
add_row(struct attack *attack, glp_prob *problem, const struct sum *sum)
{
	int columns[PARTS + 2], count = 0, row;
	double factors[PARTS + 2], known = 0;

	for (size_t i = 0; i <= sum->count; i++) {
		const struct kin_cell *cell = i < sum->count ? sum->parts[i] : sum->whole;
		double factor = i < sum->count ? 1 : -1;

		if (cell->symbol != 'c') {
			known -= factor * (double)cell->number;
			continue;
		}
		columns[++count] = column_of(attack, problem, cell);
		factors[count] = factor;
	}
	if (count == 0)
		return;
	row = glp_add_rows(problem, 1);
	glp_set_row_bnds(problem, row, GLP_FX, known, known);
	glp_set_mat_row(problem, row, count, columns, factors);
}

static double
extreme(glp_prob *problem, int column, int direction)
{
	glp_iocp how;

	glp_set_obj_dir(problem, direction);
	for (int i = 1; i <= glp_get_num_cols(problem); i++)
		glp_set_obj_coef(problem, i, i == column);
	glp_init_iocp(&how);
	how.msg_lev = GLP_MSG_OFF;
	how.presolve = GLP_ON;
	glp_intopt(problem, &how);
	return glp_mip_status(problem) == GLP_OPT ? glp_mip_obj_val(problem) :
	    direction == GLP_MAX ? 1e9 : -1e9;
}

static void
run_attack(struct attack *attack)
{
	glp_prob *problem = glp_create_prob();

	glp_term_out(GLP_OFF);
	for (size_t i = 0; i < attack->sum_count; i++)
		add_row(attack, problem, &attack->sums[i]);
	for (int i = 1; i <= attack->cell_count; i++) {
		attack->hidden++;
		if (extreme(problem, i, GLP_MIN) == extreme(problem, i, GLP_MAX))
			attack->found_out++;
	}
	glp_delete_prob(problem);
}

static struct sum *
new_sum(struct attack *attack, const struct kin_cell *whole)
{
	ck_assert_uint_lt(attack->sum_count, SUMS);
	attack->sums[attack->sum_count] = (struct sum){ .whole = whole };
	return &attack->sums[attack->sum_count++];
}

static void
part(struct sum *sum, const struct kin_cell *cell)
{
	ck_assert_uint_lt(sum->count, PARTS);
	sum->parts[sum->count++] = cell;
}

/* Mostly small: what is hard to hide. */
static int64_t
draw(void)
{
	int kind = rand() % 10;

	if (kind < 3)
		return 0;
	return kind < 7 ? 1 + rand() % 6 : 1 + rand() % 60;
}

/* No small count is shown, nought always is. */
static void
check_shown(const struct kin_table *table, size_t column, const int64_t *truth, int64_t least)
{
	for (size_t row = 0; row < kin_table_rows(table); row++) {
		const struct kin_cell *cell = kin_table_cell(table, row, column);

		if (truth[row] == 0)
			ck_assert(cell->symbol == 0 && cell->number == 0);
		else if (truth[row] < least)
			ck_assert_int_eq(cell->symbol, 'c');
		else
			ck_assert(cell->symbol == 'c' || cell->number == truth[row]);
	}
}

static void
attack_lines(struct attack *attack)
{
	struct kin_tables tables = { 0 };
	struct kin_table *table = add_table(&tables, "hub", "residents");
	int64_t numbers[PARTS] = { 0 };
	size_t count = 1 + (size_t)rand() % 9;
	struct sum *sum;

	for (size_t i = 0; i < count; i++) {
		numbers[i] = draw();
		numbers[count] += i < count ? numbers[i] : 0;
	}
	fill(table, numbers, count);
	hide(&tables, 5, 0);
	check_shown(table, 1, numbers, 5);
	sum = new_sum(attack, kin_table_cell(table, count, 1));
	for (size_t row = 0; row < count; row++)
		part(sum, kin_table_cell(table, row, 1));
	run_attack(attack);
	kin_tables_fini(&tables);
}

static void
fill_crossed(struct kin_table *table, size_t rows, size_t columns)
{
	int64_t down[PARTS] = { 0 };

	for (size_t row = 0; row < rows; row++) {
		int64_t total = 0;

		kin_table_text(table, kin_str(&"abcdefgh"[row], 1));
		for (size_t c = 0; c < columns; c++) {
			int64_t n = draw();

			kin_table_number(table, n);
			down[c] += n;
			total += n;
		}
		kin_table_number(table, total);
		down[columns] += total;
	}
	kin_table_total(table);
	kin_table_missing(table);
	for (size_t c = 0; c <= columns; c++)
		kin_table_number(table, down[c]);
}

static void
attack_crossed(struct attack *attack)
{
	struct kin_tables tables = { 0 };
	struct kin_table *table = kin_tables_add(&tables, "grid", "Grid");
	size_t rows = 1 + (size_t)rand() % 6, columns = 1 + (size_t)rand() % 6;

	kin_table_column(table, KIN_COLUMN_KEY, KIN_STR("age"), KIN_STR("Age"));
	for (size_t c = 0; c <= columns; c++)
		kin_table_column(table, KIN_COLUMN_WHOLE, kin_str(&"opqrstuvw"[c], 1), KIN_STR("n"));
	kin_table_crosses(table, columns);
	fill_crossed(table, rows, columns);
	hide(&tables, 5, 0);
	for (size_t row = 0; row <= rows; row++) {
		struct sum *sum = new_sum(attack, kin_table_cell(table, row, columns + 1));

		for (size_t c = 0; c < columns; c++)
			part(sum, kin_table_cell(table, row, c + 1));
	}
	for (size_t c = 0; c <= columns; c++) {
		struct sum *sum = new_sum(attack, kin_table_cell(table, rows, c + 1));

		for (size_t row = 0; row < rows; row++)
			part(sum, kin_table_cell(table, row, c + 1));
	}
	run_attack(attack);
	kin_tables_fini(&tables);
}

/* Times and hubs, hubs alone, times alone or reasons: each table the other's margin. */
static void
attack_linked(struct attack *attack, bool by_time)
{
	struct kin_tables tables = { 0 };
	struct kin_table *both = kin_tables_add(&tables, "both", "Both");
	struct kin_table *hubs = add_table(&tables, "hub", "goodbyes");
	struct kin_table *other = add_table(&tables, by_time ? "time" : "reason", "goodbyes");
	struct kin_table *further = by_time ? NULL : add_table(&tables, "ward", "goodbyes");
	int64_t by_hub[PARTS] = { 0 }, by_other[PARTS] = { 0 }, by_ward[PARTS] = { 0 }, total = 0;
	size_t rows = 1 + (size_t)rand() % 5, columns = 1 + (size_t)rand() % 5;
	struct sum *sum;

	kin_table_column(both, KIN_COLUMN_KEY, KIN_STR("time"), KIN_STR("Time"));
	kin_table_column(both, KIN_COLUMN_KEY, KIN_STR("hub"), KIN_STR("Hub"));
	kin_table_column(both, KIN_COLUMN_WHOLE, KIN_STR("goodbyes"), KIN_STR("Goodbyes"));
	for (size_t i = 0; i < rows * columns; i++) {
		int64_t n = draw();

		kin_table_text(both, kin_str(&"abcdefgh"[i / columns], 1));
		kin_table_text(both, kin_str(&"abcdefgh"[i % columns], 1));
		kin_table_number(both, n);
		total += n;
		by_hub[i % columns] += n;
		by_other[by_time ? i / columns : (size_t)rand() % rows] += n;
		by_ward[(size_t)rand() % 3] += n;
	}
	kin_table_total(both);
	kin_table_missing(both);
	kin_table_missing(both);
	kin_table_number(both, total);
	fill(hubs, by_hub, columns);
	fill(other, by_other, rows);
	if (further != NULL)
		fill(further, by_ward, 3);
	hide(&tables, 5, 0);
	by_hub[columns] = by_other[rows] = total;
	check_shown(hubs, 1, by_hub, 5);
	check_shown(other, 1, by_other, 5);
	ck_assert_int_eq(kin_table_cell(hubs, columns, 1)->symbol,
	    kin_table_cell(both, rows * columns, 2)->symbol);
	ck_assert_int_eq(kin_table_cell(hubs, columns, 1)->symbol,
	    kin_table_cell(other, rows, 1)->symbol);
	/* the total is one cell for the attacker, wherever it stands */
	sum = new_sum(attack, kin_table_cell(hubs, columns, 1));
	for (size_t i = 0; i < rows * columns; i++)
		part(sum, kin_table_cell(both, i, 2));
	sum = new_sum(attack, kin_table_cell(hubs, columns, 1));
	for (size_t c = 0; c < columns; c++)
		part(sum, kin_table_cell(hubs, c, 1));
	sum = new_sum(attack, kin_table_cell(hubs, columns, 1));
	for (size_t row = 0; row < rows; row++)
		part(sum, kin_table_cell(other, row, 1));
	if (further != NULL) {
		sum = new_sum(attack, kin_table_cell(hubs, columns, 1));
		for (size_t row = 0; row < 3; row++)
			part(sum, kin_table_cell(further, row, 1));
	}
	for (size_t c = 0; c < columns; c++) {
		sum = new_sum(attack, kin_table_cell(hubs, c, 1));
		for (size_t row = 0; row < rows; row++)
			part(sum, kin_table_cell(both, row * columns + c, 2));
	}
	for (size_t row = 0; row < rows && by_time; row++) {
		sum = new_sum(attack, kin_table_cell(other, row, 1));
		for (size_t c = 0; c < columns; c++)
			part(sum, kin_table_cell(both, row * columns + c, 2));
	}
	run_attack(attack);
	kin_tables_fini(&tables);
}

START_TEST(attacked)
{
	int64_t hidden = 0;

	srand(20200406);
	for (int i = 0; i < 600; i++) {
		struct attack attack = { .sum_count = 0 };

		if (i % 4 == 0)
			attack_lines(&attack);
		else if (i % 4 == 1)
			attack_crossed(&attack);
		else
			attack_linked(&attack, i % 4 == 2);
		ck_assert_msg(attack.found_out == 0, "table %d: %d of %d hidden cells found out", i,
		    (int)attack.found_out, (int)attack.hidden);
		hidden += attack.hidden;
	}
	ck_assert_int_gt(hidden, 1000);
}
END_TEST

/* The attacker is no straw man: hiding small cells alone, each is found out. */
START_TEST(attacker_finds)
{
	struct kin_cell cells[3] = { { .missing = true, .symbol = 'c' }, { .number = 8 }, { .number = 10 } };
	struct attack attack = { .sum_count = 0 };
	struct sum *sum = new_sum(&attack, &cells[2]);

	part(sum, &cells[0]);
	part(sum, &cells[1]);
	run_attack(&attack);
	ck_assert_int_eq(attack.hidden, 1);
	ck_assert_int_eq(attack.found_out, 1);
	cells[1] = (struct kin_cell){ .missing = true, .symbol = 'c' };
	cells[2].number = 2;
	attack = (struct attack){ .sum_count = 0 };
	sum = new_sum(&attack, &cells[2]);
	part(sum, &cells[0]);
	part(sum, &cells[1]);
	run_attack(&attack);
	ck_assert_int_eq(attack.found_out, 2);	/* 1 + 1 */
}
END_TEST

#endif

int
main(void)
{
	Suite *suite = suite_create("hide");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, one_column);
	tcase_add_test(tests, what_follows);
	tcase_add_test(tests, total_gives_shares_away);
	tcase_add_test(tests, among_others);
	tcase_add_test(tests, of_several);
	tcase_add_test(tests, part_and_whole);
	tcase_add_test(tests, rounding);
#ifdef HAVE_GLPK
	tcase_add_test(tests, attacker_finds);
	tcase_add_test(tests, attacked);
#else
	puts("SKIP hide: no libglpk, the attacker is not tried");
#endif
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
