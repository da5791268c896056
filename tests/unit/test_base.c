/* base: slices, buffers, dictionaries, threads, text; and what happens when memory ends. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include <check.h>

#include "kin/base/err.h"
#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "kin/base/par.h"
#include "kin/base/utf8.h"

START_TEST(slices)
{
	struct kin_str rest = KIN_STR("a,,b,"), piece;
	int pieces = 0;

	while (kin_str_next(&rest, ',', &piece))
		ck_assert_uint_eq(piece.len, (size_t)(pieces++ % 2 == 0));
	ck_assert_int_eq(pieces, 4);
	ck_assert(kin_str_is(kin_str_trim(KIN_STR(" \t\xc2\xa0x y\xc2\xa0\r\n")), KIN_STR("x y")));
	ck_assert_uint_eq(kin_str_trim(KIN_STR(" \xc2\xa0 ")).len, 0);
	ck_assert_int_lt(kin_str_cmp(KIN_STR("ab"), KIN_STR("abc")), 0);
	ck_assert(kin_str_is_nocase(KIN_STR("RM10"), KIN_STR("rm10")));
	ck_assert(kin_str_has_prefix(KIN_STR("crm:1"), KIN_STR("crm:")));
	ck_assert(!kin_str_has_suffix(KIN_STR("x"), KIN_STR("xx")));
	ck_assert(kin_str_is(kin_str_without_number(KIN_STR("a) Female")), KIN_STR("Female")));
	ck_assert(kin_str_is(kin_str_without_number(KIN_STR("xii) x")), KIN_STR("x")));
	ck_assert(kin_str_is(kin_str_without_number(KIN_STR("(a) x")), KIN_STR("(a) x")));
	ck_assert(kin_str_is(kin_str_without_number(KIN_STR("a)")), KIN_STR("a)")));
}
END_TEST

START_TEST(dictionary)
{
	struct kin_map *map = kin_map_new();
	char key[16];
	bool is_new;

	for (int round = 0; round < 2; round++) {
		for (uint32_t i = 0; i < 5000; i++) {
			snprintf(key, sizeof(key), "k%u", i);
			ck_assert_uint_eq(kin_map_add(map, kin_str_of(key), &is_new), i);
			ck_assert(is_new == (round == 0));
		}
	}
	ck_assert_uint_eq(kin_map_count(map), 5000);
	ck_assert_uint_eq(kin_map_get(map, KIN_STR("k4999")), 4999);
	ck_assert_uint_eq(kin_map_get(map, KIN_STR("k5000")), KIN_MAP_NONE);
	ck_assert_uint_eq(kin_map_add(map, KIN_STR(""), NULL), 5000);
	ck_assert(kin_str_is(kin_map_key(map, 17), KIN_STR("k17")));
	kin_map_free(map);
	ck_assert_uint_eq(kin_hash64(KIN_STR("kin"), 0), kin_hash64(KIN_STR("kin"), 0));
}
END_TEST

/* Many at once get the numbers that they would get one by one, also those that come twice. */
START_TEST(dictionary_at_once)
{
	struct kin_map *one = kin_map_new(), *all = kin_map_new();
	static char text[3000][8];
	static struct kin_str keys[3000];
	static uint32_t ids[3000];

	for (uint32_t i = 0; i < 3000; i++) {
		snprintf(text[i], sizeof(text[i]), "k%u", i * 7 % 1000);
		keys[i] = kin_str_of(text[i]);
	}
	kin_map_add_all(all, keys, 0, ids);
	kin_map_add_all(all, keys, 3000, ids);
	for (uint32_t i = 0; i < 3000; i++)
		ck_assert_uint_eq(kin_map_add(one, keys[i], NULL), ids[i]);
	ck_assert_uint_eq(kin_map_count(all), 1000);
	kin_map_free(one);
	kin_map_free(all);
}
END_TEST

struct turns {
	size_t	made[KIN_PAR_MOST], taken[500], count;
};

static void
make_turn(void *ctx, size_t piece, int thread)
{
	struct turns *turns = ctx;

	turns->made[thread] = piece;
}

static void
take_turn(void *ctx, size_t piece, int thread)
{
	struct turns *turns = ctx;

	ck_assert_uint_eq(turns->made[thread], piece);
	turns->taken[turns->count++] = piece;
}

/* Each piece is taken once, in order, by the thread that made it. */
START_TEST(in_order)
{
	for (int threads = 1; threads < 6; threads++) {
		struct turns turns = { .count = 0 };

		kin_par_in_order(threads, 500, make_turn, take_turn, &turns);
		ck_assert_uint_eq(turns.count, 500);
		for (size_t i = 0; i < 500; i++)
			ck_assert_uint_eq(turns.taken[i], i);
	}
}
END_TEST

START_TEST(text)
{
	static const struct {
		const char *raw, *folded;
	} folds[] = {
		{ "Siân O'Brien", "sian obrien" }, { "Siân O’Brien", "sian obrien" },
		{ "  MÜLLER-Straße ", "muller strasse" }, { "Łukasz", "lukasz" }, { "Ðorđe", "dorde" },
		{ "Șerban", "serban" }, { "José\xcc\x81", "jose" }, { "", "" }, { "...", "" },
		{ "ওমর", "ওমর" }, { "12A, High St.", "12a high st" }
	};
	struct kin_buf out = { 0 };

	for (size_t i = 0; i < sizeof(folds) / sizeof(folds[0]); i++) {
		kin_buf_clear(&out);
		kin_utf8_fold(&out, kin_str_of(folds[i].raw));
		ck_assert_str_eq(kin_buf_text(&out), folds[i].folded);
	}
	ck_assert_uint_eq(kin_utf8_check(KIN_STR("caf\xc3\xa9")), 5);
	ck_assert_uint_eq(kin_utf8_check(KIN_STR("caf\xe9")), 3);
	ck_assert_uint_eq(kin_utf8_check(KIN_STR("\xed\xa0\x80")), 0);
	ck_assert_uint_eq(kin_utf8_width(KIN_STR("Siân")), 4);
	ck_assert_uint_eq(kin_utf8_width(KIN_STR("日本")), 4);
	kin_buf_clear(&out);
	kin_utf8_escape(&out, KIN_STR("a\x1b[31m\xe2\x80\xae\xffz"), 0);
	ck_assert_str_eq(kin_buf_text(&out), "a\\x1b[31m\\u202e\\xffz");
	kin_buf_clear(&out);
	kin_utf8_escape(&out, KIN_STR("abcdef"), 3);
	ck_assert_str_eq(kin_buf_text(&out), "abc…");
	kin_buf_fini(&out);
}
END_TEST

START_TEST(failures)
{
	struct kin_err err = { .line = 3 };
	char value[400];

	memset(value, 'x', sizeof(value));
	memcpy(value + KIN_ERR_VALUE - 2, "\xc3\xa9", 2);
	ck_assert_int_eq(kin_fail_value(&err, KIN_STR("email"), kin_str(value, sizeof(value)),
	    "not an %s", "email"), -1);
	ck_assert_str_eq(err.text, "not an email");
	ck_assert_uint_eq(strlen(err.value), KIN_ERR_VALUE - 2);	/* no half character */
	ck_assert_int_eq(err.line, 3);
	kin_fail(&err, "other");
	ck_assert_str_eq(err.field, "");
}
END_TEST

START_TEST(arenas)
{
	struct kin_arena arena = { 0 };
	struct kin_str kept[300];
	char big[1000];

	memset(big, 'b', sizeof(big));
	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < 300; i++)
			kept[i] = kin_arena_keep(&arena, kin_str(big, i * 3));
		for (size_t i = 0; i < 300; i++) {
			ck_assert(kin_str_is(kept[i], kin_str(big, i * 3)));
			ck_assert_int_eq(kept[i].p[i * 3], 0);
		}
		kin_arena_reset(&arena);
	}
	kin_arena_fini(&arena);
}
END_TEST

#ifndef __SANITIZE_ADDRESS__	/* which cannot live in so little */
/* Status 3 with one line, whoever asked for too much. */
START_TEST(memory_ends)
{
	struct rlimit limit = { 64 << 20, 64 << 20 };

	kin_mem_program("test");
	setrlimit(RLIMIT_AS, &limit);
	for (;;)
		memset(kin_alloc(1 << 20), 1, 1 << 20);
}
END_TEST
#endif

START_TEST(size_overflows)
{
	kin_mem_program("test");
	kin_calloc(SIZE_MAX / 2, 3);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("base");
	TCase *tests = tcase_create("all"), *ends = tcase_create("ends");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	suite_add_tcase(suite, ends);
	tcase_add_test(tests, slices);
	tcase_add_test(tests, dictionary);
	tcase_add_test(tests, dictionary_at_once);
	tcase_add_test(tests, in_order);
	tcase_add_test(tests, text);
	tcase_add_test(tests, failures);
	tcase_add_test(tests, arenas);
	tcase_set_tags(ends, "ends");		/* make valgrind leaves them out */
#ifndef __SANITIZE_ADDRESS__
	tcase_add_exit_test(ends, memory_ends, KIN_EXIT_IO);
#endif
	tcase_add_exit_test(ends, size_overflows, KIN_EXIT_IO);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
