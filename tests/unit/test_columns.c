/* columns: many records at once are the same as one after the other; entries taken apart. */
#include <stdio.h>
#include <stdlib.h>

#include <check.h>

#include "kin/base/map.h"
#include "kin/link/columns.h"

enum { NAME, PHONE, TOWN, FIELDS };
enum { MANY = 70000, MOST = 4, TEXT = 24 };

static const struct kin_field_spec fields[FIELDS] = {
	{ "given_name", KIN_KIND_GIVEN_NAME, false }, { "phone", KIN_KIND_PHONE, true },
	{ "town", KIN_KIND_TOWN, true }
};

/* The texts of one record, for each thread one. */
struct made {
	struct kin_columns_text	texts[MOST];
	char			text[MOST][TEXT];
};

static struct made made[64];

/* A name but for each seventh, up to three phones of which two may be one, a town that folds away for some. */
static void
make(void *ctx, size_t nth, int thread, struct kin_columns_record *out)
{
	struct made *room = &made[thread];
	uint32_t shift = *(const uint32_t *)ctx;
	uint64_t random = kin_hash64(kin_str((const char *)&nth, sizeof(nth)), shift);
	uint32_t phones = (uint32_t)(random >> 8) % 4;
	size_t count = 0;

	if (nth % 7 != 0) {
		snprintf(room->text[count], TEXT, "Name %u", (unsigned)(random % 900));
		room->texts[count].field = NAME;
		count++;
	}
	for (uint32_t i = 0; i < phones && count < MOST; i++, count++) {
		snprintf(room->text[count], TEXT, "+4477009%05u", (unsigned)(random >> (16 + 8 * i) & 255) * (1 + (unsigned)(random & 31)));
		room->texts[count].field = PHONE;
	}
	if (count < MOST) {
		snprintf(room->text[count], TEXT, "%s", random & 1 ? "Barking" : "--");
		room->texts[count].field = TOWN;
		count++;
	}
	for (size_t i = 0; i < count; i++)
		room->texts[i].text = kin_str_of(room->text[i]);
	*out = (struct kin_columns_record){ random, (uint32_t)(nth % 3), room->texts, count };
}

static struct kin_columns *
one_by_one(uint32_t shift, size_t count)
{
	struct kin_columns *columns = kin_columns_new(fields, FIELDS);

	for (size_t i = 0; i < count; i++) {
		struct kin_columns_record record;

		make(&shift, i, 0, &record);
		ck_assert_uint_eq(kin_columns_add(columns, record.key, record.list, record.texts,
		    record.count), i);
	}
	return columns;
}

static void
same_column(const struct kin_column *a, const struct kin_column *b, uint32_t records)
{
	ck_assert_uint_eq(a->entries, b->entries);
	ck_assert_uint_eq(a->value_count, b->value_count);
	ck_assert_uint_eq(a->present, b->present);
	ck_assert_mem_eq(a->code, b->code, records * sizeof(*a->code));
	ck_assert_mem_eq(a->start, b->start, (a->entries + (size_t)1) * sizeof(*a->start));
	ck_assert_mem_eq(a->value, b->value, a->start[a->entries] * sizeof(*a->value));
	ck_assert_mem_eq(a->holders, b->holders, a->value_count * sizeof(*a->holders));
	for (uint32_t v = 0; v < a->value_count; v++)
		ck_assert(kin_str_is(a->values[v].text, b->values[v].text));
}

static void
same(const struct kin_columns *a, const struct kin_columns *b)
{
	ck_assert_uint_eq(a->records, b->records);
	ck_assert_uint_eq(a->lists, b->lists);
	if (a->records == 0)
		return;
	ck_assert_mem_eq(a->key, b->key, a->records * sizeof(*a->key));
	ck_assert_mem_eq(a->list, b->list, a->records * sizeof(*a->list));
	ck_assert_mem_eq(a->place, b->place, a->records * sizeof(*a->place));
	ck_assert_mem_eq(a->added, b->added, a->records * sizeof(*a->added));
	for (size_t f = 0; f < FIELDS; f++)
		same_column(&a->column[f], &b->column[f], a->records);
}

/* _i: threads. */
START_TEST(at_once)
{
	static const size_t counts[] = { 0, 1, 511, 512, 513, MANY };
	uint32_t shift = 5;

	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
		struct kin_columns *one = one_by_one(shift, counts[i]);
		struct kin_columns *all = kin_columns_new(fields, FIELDS);

		one->threads = 1;
		all->threads = _i;
		kin_columns_add_all(all, counts[i], make, &shift);
		kin_columns_seal(one);
		kin_columns_seal(all);
		same(one, all);
		kin_columns_free(one);
		kin_columns_free(all);
	}
}
END_TEST

/* Some one by one, then some at once, twice. */
START_TEST(mixed)
{
	uint32_t shift = 9, first = 9;
	struct kin_columns *columns = one_by_one(first, 20);
	struct kin_columns *other = one_by_one(first, 20);
	struct kin_columns_record record;

	columns->threads = 2;
	kin_columns_add_all(columns, 600, make, &shift);
	kin_columns_add_all(columns, 30, make, &shift);
	for (size_t i = 0; i < 630; i++) {
		make(&shift, i < 600 ? i : i - 600, 0, &record);
		kin_columns_add(other, record.key, record.list, record.texts, record.count);
	}
	kin_columns_seal(columns);
	kin_columns_seal(other);
	same(columns, other);
	kin_columns_free(columns);
	kin_columns_free(other);
}
END_TEST

/* Two phones of one record are two values, the same as those that stand alone with others. */
START_TEST(taken_apart)
{
	static const char *const phones[][3] = { { "1", "2", "2" }, { "2" }, { "3", "2" }, { "1" }, { "2", "1" } };
	static const uint32_t holders[] = { 3, 4, 1 };
	struct kin_columns *columns = kin_columns_new(fields, FIELDS);
	const struct kin_column *column = &columns->column[PHONE];

	for (size_t i = 0; i < sizeof(phones) / sizeof(*phones); i++) {
		struct kin_columns_text texts[3];
		size_t count = 0;

		for (size_t p = 0; p < 3 && phones[i][p] != NULL; p++)
			texts[count++] = (struct kin_columns_text){ PHONE, kin_str_of(phones[i][p]) };
		kin_columns_add(columns, i, 0, texts, count);
	}
	kin_columns_seal(columns);
	ck_assert_uint_eq(column->entries, 4);
	ck_assert_uint_eq(column->value_count, 3);
	ck_assert_uint_eq(column->code[0], column->code[4]);
	for (uint32_t v = 0; v < 3; v++) {
		ck_assert_int_eq(column->values[v].text.p[0], (char)('1' + v));
		ck_assert_uint_eq(column->holders[v], holders[v]);
	}
	kin_columns_free(columns);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("columns");
	TCase *tests = tcase_create("all");
	SRunner *runner;
	int failed;

	tcase_add_loop_test(tests, at_once, 1, 5);
	tcase_add_test(tests, mixed);
	tcase_add_test(tests, taken_apart);
	tcase_set_timeout(tests, 60);
	suite_add_tcase(suite, tests);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
