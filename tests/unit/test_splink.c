/* The weights that Splink 5.0.0 gives with its own models, pair by pair. */
#include <math.h>
#include <stdlib.h>

#include "csv_table.h"
#include "kin/base/map.h"
#include "kin/link/splink_score.h"
#include "kin/step/model_file.h"

static const struct {
	const char	*name, *records, *id;
	const char	*numbers, *lists;	/* columns that are none of text, ",a,b," */
} known[] = {
	{ "febrl3", "febrl/dataset3.csv", "rec_id", ",", "," },
	{ "fake_1000", "fake_1000/fake_1000.csv", "unique_id", ",", "," },
	{ "everything", "splink5/everything.records.csv", "unique_id", ",lat,lon,amount,", ",phones," }
};

static bool
is_in(const char *list, struct kin_str name)
{
	char text[64];

	snprintf(text, sizeof(text), ",%.*s,", (int)name.len, name.p);
	return strstr(list, text) != NULL;
}

/* ["a", "b"] as the table has it. */
static struct kin_sql_value
list_of(struct kin_arena *arena, struct kin_str text)
{
	struct kin_sql_value *items = kin_arena_alloc(arena, 16 * sizeof(*items));
	struct kin_sql_value list = { .type = KIN_SQL_LIST, .items = items };

	for (size_t at = kin_str_find(text, '"', 0); at < text.len; at = kin_str_find(text, '"', at)) {
		size_t end = kin_str_find(text, '"', at + 1);

		items[list.count++] = (struct kin_sql_value){ .type = KIN_SQL_TEXT,
		    .text = kin_str(text.p + at + 1, end - at - 1) };
		at = end + 1;
	}
	return list;
}

static struct kin_sql_value
value_of(struct kin_arena *arena, const char *numbers, const char *lists, struct kin_str name,
    struct kin_str text)
{
	struct kin_sql_value value = { .type = text.len > 0 ? KIN_SQL_TEXT : KIN_SQL_NULL,
	    .text = text };

	if (text.len > 0 && is_in(lists, name))
		return list_of(arena, text);
	if (text.len > 0 && is_in(numbers, name)) {
		value.type = KIN_SQL_NUMBER;
		value.number = strtod(text.p, NULL);
	}
	return value;
}

static struct kin_splink_score *
load(int nth, struct kin_splink_model *model, const struct table *records, struct kin_map *ids,
    struct kin_arena *arena)
{
	struct kin_splink_score *score = kin_splink_score_new(model);
	uint32_t columns = kin_sql_columns(model->sql);
	struct kin_sql_value *values = kin_calloc(columns + 1, sizeof(*values));

	for (size_t r = 0; r < records->rows; r++) {
		for (uint32_t c = 0; c < columns; c++) {
			struct kin_str name = kin_sql_column_name(model->sql, c);

			values[c] = value_of(arena, known[nth].numbers, known[nth].lists, name,
			    table_at(records, r, table_column(records, name.p)));
		}
		kin_map_add(ids, table_at(records, r, table_column(records, known[nth].id)), NULL);
		kin_splink_score_add(score, values);
	}
	kin_free(values);
	kin_splink_score_seal(score);
	return score;
}

static void
compare(const struct kin_splink_model *model, struct kin_splink_score *score,
    const struct table *pairs, struct kin_map *ids)
{
	bool unique = table_column(pairs, "unique_id_l") >= 0;
	struct kin_splink_part parts[64];
	double largest = 0;

	for (size_t r = 0; r < pairs->rows; r++) {
		uint32_t a = kin_map_get(ids, table_at(pairs, r, table_column(pairs,
		    unique ? "unique_id_l" : "rec_id_l")));
		uint32_t b = kin_map_get(ids, table_at(pairs, r, table_column(pairs,
		    unique ? "unique_id_r" : "rec_id_r")));
		double weight = kin_splink_score_pair(score, a, b, parts);

		for (size_t c = 0; c < model->comparisons; c++) {
			char name[96];
			int column;

			snprintf(name, sizeof(name), "gamma_%s", model->comparison[c].name.p);
			column = table_column(pairs, name);
			ck_assert_int_ge(column, 0);
			ck_assert_msg(atoi(table_at(pairs, r, column).p) == parts[c].gamma,
			    "row %zu: %s is %d, not %s", r + 1, name, parts[c].gamma,
			    table_at(pairs, r, column).p);
		}
		ck_assert_int_eq(kin_splink_rule_of(score, a, b),
		    atoi(table_at(pairs, r, table_column(pairs, "match_key")).p));
		largest = fmax(largest, fabs(weight
		    - strtod(table_at(pairs, r, table_column(pairs, "match_weight")).p, NULL)));
	}
	ck_assert_uint_ge(pairs->rows, 2000);
	ck_assert_double_le(largest, 1e-6);
}

struct found {
	struct kin_splink_score	*score;
	uint64_t		 count, blocked;
	double			 sum;
};

static void
note(void *ctx, uint32_t a, uint32_t b, double weight)
{
	struct found *found = ctx;

	ck_assert_uint_lt(a, b);
	found->count++;
	found->blocked += kin_splink_rule_of(found->score, a, b) >= 0;
	found->sum += weight;
}

/* What is given up early could not have come to the weight asked for; rules are joined rightly. */
static void
find(struct kin_splink_score *score, double keep)
{
	struct found all = { .score = score }, blocked = all;
	struct kin_splink_ask ask = { .keep = keep, .each = note, .ctx = &all };
	uint32_t n = kin_splink_score_count(score);
	uint64_t count = 0;

	ck_assert_uint_eq(kin_splink_find(score, &ask), (uint64_t)n * (n - 1) / 2);
	for (uint32_t a = 0; a < n && n <= 1000; a++) {
		for (uint32_t b = a + 1; b < n; b++)
			count += kin_splink_score_pair(score, a, b, NULL) >= keep;
	}
	if (n <= 1000)
		ck_assert_uint_eq(all.count, count);
	ask.blocking = true;
	ask.ctx = &blocked;
	kin_splink_find(score, &ask);
	ck_assert_uint_eq(blocked.count, all.blocked);
}

START_TEST(test_weights)
{
	const char *folder = getenv("KIN_DATA");
	struct table records, pairs;
	struct kin_model_file file;
	struct kin_err err = KIN_ERR_NONE;
	struct kin_arena arena = { 0 };
	struct kin_map *ids;
	struct kin_splink_score *score;
	char name[512];

	if (folder == NULL)
		folder = "../shared/data";
	if (!table_read(&records, folder, known[_i].records)) {
		printf("SKIP weights of Splink: no %s/%s\n", folder, known[_i].records);
		return;
	}
	snprintf(name, sizeof(name), "splink5/%s.pairs.csv", known[_i].name);
	ck_assert(table_read(&pairs, folder, name));
	snprintf(name, sizeof(name), "%s/splink5/%s.model.json", folder, known[_i].name);
	ck_assert_msg(kin_model_file_read(name, &file, &err) == 0, "%s", err.text);
	ids = kin_map_new();
	score = load(_i, file.splink, &records, ids, &arena);
	compare(file.splink, score, &pairs, ids);
	find(score, -4.0);
	kin_splink_score_free(score);
	kin_model_file_fini(&file);
	kin_map_free(ids);
	kin_arena_fini(&arena);
	table_fini(&records);
	table_fini(&pairs);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("splink");
	TCase *tests = tcase_create("splink");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_set_timeout(tests, 60);
	tcase_add_loop_test(tests, test_weights, 0, sizeof(known) / sizeof(*known));
	suite_add_tcase(suite, tests);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
