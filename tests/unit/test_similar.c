#include <check.h>
#include <stdlib.h>

#include "kin/link/similar.h"

static const struct {
	const char	*a, *b;
	double		 jaro, winkler;
	size_t		 levenshtein, damerau;
} known[] = {
	/* Winkler's own examples (Census research report 1991/9, table 1). */
	{ "martha", "marhta", 0.944444, 0.961111, 2, 1 },
	{ "dwayne", "duane", 0.822222, 0.84, 2, 2 },
	{ "dixon", "dicksonx", 0.766667, 0.813333, 4, 4 },
	{ "shackleford", "shackelford", 0.969697, 0.981818, 2, 1 },
	{ "nichleson", "nichulson", 0.925926, 0.955556, 2, 2 },
	{ "jones", "johnson", 0.790476, 0.832381, 4, 4 },
	/* Where restricted and unrestricted edits differ. */
	{ "ca", "abc", 0.0, 0.0, 3, 2 },
	{ "", "", 1.0, 1.0, 0, 0 },
	{ "", "abc", 0.0, 0.0, 3, 3 },
	{ "kitten", "sitting", 0.746032, 0.746032, 3, 3 },
	{ "a", "a", 1.0, 1.0, 0, 0 }
};

START_TEST(test_known)
{
	struct kin_str a = kin_str_of(known[_i].a), b = kin_str_of(known[_i].b);

	ck_assert_double_eq_tol(kin_jaro(a, b), known[_i].jaro, 1e-6);
	ck_assert_double_eq_tol(kin_jaro(b, a), known[_i].jaro, 1e-6);
	ck_assert_double_eq_tol(kin_jaro_winkler(a, b), known[_i].winkler, 1e-6);
	ck_assert_uint_eq(kin_levenshtein(a, b), known[_i].levenshtein);
	ck_assert_uint_eq(kin_damerau(a, b), known[_i].damerau);
}
END_TEST

/* The quick tests say what the tables say, on strings of two letters. */
START_TEST(test_quick_is_slow)
{
	char text[2][8];
	unsigned state = 1;

	for (int i = 0; i < 20000; i++) {
		struct kin_str s[2];

		for (int k = 0; k < 2; k++) {
			size_t len = (state = state * 1103515245u + 12345u) >> 16 & 7;

			for (size_t j = 0; j < len; j++)
				text[k][j] = (char)('a' + ((state = state * 1103515245u + 12345u) >> 16 & 1));
			s[k] = kin_str(text[k], len);
		}
		ck_assert_int_eq(kin_one_edit(s[0], s[1]), kin_damerau(s[0], s[1]) <= 1);
		ck_assert(!kin_within_edits(s[0], s[1], 2) || kin_damerau(s[0], s[1]) <= 2);
		ck_assert(kin_within_edits(s[0], s[1], 2) || kin_levenshtein(s[0], s[1]) > 2);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("similar");
	TCase *tcase = tcase_create("similar");
	SRunner *runner;
	int failed;

	tcase_add_loop_test(tcase, test_known, 0, sizeof(known) / sizeof(known[0]));
	tcase_add_test(tcase, test_quick_is_slow);
	suite_add_tcase(suite, tcase);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
