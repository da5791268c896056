/* variant: the phrases of one pattern. */
#include <stdlib.h>

#include <check.h>

#include "kin/base/buf.h"
#include "kin/place/variant.h"

static void
note(void *ctx, struct kin_str phrase)
{
	kin_buf_add(ctx, phrase);
	kin_buf_putc(ctx, ';');
}

START_TEST(phrases)
{
	static const struct { const char *pattern, *phrases; } cases[] = {
		{ "hits me", "hits me;" },
		{ "a|b c|d", "a c;a d;b c;b d;" },
		{ "of her|his| son", "of her son;of his son;of son;" },
		{ "|very low", "low;very low;" },
		{ "  two  words ", "two words;" },
		{ "a|b|c", "a;b;c;" },
		{ "", ";" },
	};
	struct kin_buf got = { 0 };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		kin_buf_clear(&got);
		kin_variant_each(kin_str_of(cases[i].pattern), note, &got);
		ck_assert_str_eq(kin_buf_text(&got), cases[i].phrases);
	}
	kin_buf_fini(&got);
}
END_TEST

START_TEST(too_many)
{
	struct kin_buf got = { 0 };

	ck_assert_int_eq(kin_variant_each(KIN_STR("a|b a|b a|b a|b a|b a|b a|b a|b a|b a|b a|b"), note, &got), 2048);
	kin_buf_clear(&got);
	ck_assert_int_eq(kin_variant_each(KIN_STR("a|b a|b a|b a|b a|b a|b a|b a|b a|b a|b a|b a|b"), note, &got), -1);
	ck_assert_int_eq(kin_variant_each(KIN_STR("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"), note, &got), 1);
	ck_assert_int_eq(kin_variant_each(KIN_STR("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17"), note, &got), -1);
	kin_buf_fini(&got);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("variant");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, phrases);
	tcase_add_test(tests, too_many);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
