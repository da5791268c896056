#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "kin/base/mem.h"
#include "kin/link/estimate.h"

enum { GIVEN, BORN, POSTCODE, FAMILY, FIELDS };

enum { MOST_PATTERNS = 4000 };

static const struct kin_field_spec fields[FIELDS] = {
	{ "given_name", KIN_KIND_GIVEN_NAME, false }, { "birth_date", KIN_KIND_DATE, false },
	{ "postcode", KIN_KIND_POSTCODE, true }, { "family_name", KIN_KIND_FAMILY_NAME, true }
};

static double
share(const struct kin_model *model, size_t f, int l, int class)
{
	const struct kin_model_level *level = &model->field[f].level[l];

	return class == KIN_CLASS_SAME ? level->m : class == KIN_CLASS_UNRELATED ? level->u :
	    class == KIN_CLASS_HOUSEHOLD ? level->h : level->n;
}

/* Every pattern as often as the model says it comes among so many pairs. */
static void
make(struct kin_patterns *patterns, const struct kin_model *model, const double *classes, double pairs)
{
	int level[FIELDS] = { 0 };

	*patterns = (struct kin_patterns){ .strata = 1 };
	patterns->pattern = kin_alloc(MOST_PATTERNS * sizeof(*patterns->pattern));
	patterns->pairs = kin_alloc(MOST_PATTERNS * sizeof(*patterns->pairs));
	for (size_t turn = 0; turn < FIELDS; patterns->count++) {
		kin_pattern pattern = 0;
		double n = 0.0;

		for (int c = 0; c < KIN_CLASSES; c++) {
			double of = pairs * classes[c];

			for (size_t f = 0; f < FIELDS; f++)
				of *= share(model, f, level[f], c);
			n += of;
		}
		for (size_t f = 0; f < FIELDS; f++)
			pattern |= (kin_pattern)(level[f] + 1) << (4 * f);
		ck_assert_uint_lt(patterns->count, MOST_PATTERNS);
		patterns->pattern[patterns->count] = pattern;
		patterns->pairs[patterns->count] = n;
		patterns->total[0] += n;
		for (turn = 0; turn < FIELDS && ++level[turn] == model->field[turn].levels; turn++)
			level[turn] = 0;
	}
}

START_TEST(the_numbers_that_made_the_patterns_come_back)
{
	const double classes[KIN_CLASSES] = { [KIN_CLASS_SAME] = 0.0004, [KIN_CLASS_HOUSEHOLD] = 0.0008,
	    [KIN_CLASS_UNRELATED] = 0.9988 };
	const uint32_t members[] = { 4473 };
	struct kin_model made, got;
	struct kin_patterns patterns;
	struct kin_estimate estimate;

	kin_model_init(&made, fields, FIELDS);
	made.field[BORN].level[0].m = 0.70;
	made.field[BORN].level[2].m += 0.10;
	made.field[POSTCODE].level[0].m = 0.60;
	made.field[POSTCODE].level[4].m += 0.20;
	make(&patterns, &made, classes, 1e7);
	kin_model_init(&got, fields, FIELDS);
	kin_estimate(&got, &patterns, members, 1, &estimate);
	ck_assert(estimate.converged);
	ck_assert_int_lt(estimate.iterations, 300);
	ck_assert_double_eq_tol(got.same / 0.0004, 1.0, 0.05);
	ck_assert_double_eq_tol(got.field[BORN].level[0].m, 0.70, 0.03);
	ck_assert_double_eq_tol(got.field[POSTCODE].level[0].m, 0.60, 0.03);
	ck_assert_double_eq_tol(got.field[GIVEN].level[0].u, made.field[GIVEN].level[0].u, 2e-4);
	for (size_t f = 0; f < FIELDS; f++) {
		double sum[KIN_CLASSES] = { 0 };

		for (int l = 0; l < got.field[f].levels; l++) {
			for (int c = 0; c < KIN_CLASSES; c++)
				sum[c] += share(&got, f, l, c);
		}
		for (int c = 0; c < KIN_CLASSES; c++)
			ck_assert_double_eq_tol(sum[c], 1.0, 1e-9);
	}
	kin_patterns_fini(&patterns);
}
END_TEST

START_TEST(no_households_no_class_of_them)
{
	const double with[KIN_CLASSES] = { [KIN_CLASS_SAME] = 0.0004, [KIN_CLASS_HOUSEHOLD] = 0.0008,
	    [KIN_CLASS_UNRELATED] = 0.9988 };
	const double without[KIN_CLASSES] = { [KIN_CLASS_SAME] = 0.0004, [KIN_CLASS_UNRELATED] = 0.9996 };
	const uint32_t members[] = { 4473 };
	struct kin_model model;
	struct kin_patterns patterns;
	struct kin_estimate estimate;

	for (int k = 0; k < 2; k++) {
		kin_model_init(&model, fields, FIELDS);
		make(&patterns, &model, k ? with : without, 1e7);
		kin_estimate(&model, &patterns, members, 1, &estimate);
		ck_assert_int_eq(model.household > 0.0, k);
		kin_patterns_fini(&patterns);
	}
}
END_TEST

START_TEST(no_pairs_leave_what_is_believed)
{
	const uint32_t members[] = { 1 };
	struct kin_patterns patterns = { .strata = 1 };
	struct kin_model model, believed;
	struct kin_estimate estimate;

	kin_model_init(&model, fields, FIELDS);
	kin_model_init(&believed, fields, FIELDS);
	kin_estimate(&model, &patterns, members, 1, &estimate);
	ck_assert(estimate.converged);
	ck_assert_double_eq_tol(model.field[BORN].level[0].m, believed.field[BORN].level[0].m, 1e-6);
	ck_assert_double_eq_tol(model.field[BORN].level[0].u, believed.field[BORN].level[0].u, 1e-6);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("estimate");
	TCase *all = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, all);
	tcase_add_test(all, the_numbers_that_made_the_patterns_come_back);
	tcase_add_test(all, no_households_no_class_of_them);
	tcase_add_test(all, no_pairs_leave_what_is_believed);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
