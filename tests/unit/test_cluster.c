#include <check.h>
#include <stdlib.h>

#include "kin/link/cluster.h"

enum { MOST = 8 };

/* Weights of pairs, handed over as another model's. */
static void
pair(void *ctx, uint32_t a, uint32_t b, struct kin_evidence *out)
{
	const double (*weight)[MOST] = ctx;

	out->pattern = 1;
	out->of[KIN_CLASS_UNRELATED][0] = weight[a][b];
}

static void
cluster(double (*weight)[MOST], uint32_t records, double cut, uint32_t *out)
{
	const struct kin_score_door door = { .ctx = weight, .fields = 1, .pair = pair };
	struct kin_score *score = kin_score_new_door(&door);
	struct kin_edge edges[MOST * MOST];
	size_t count = 0;

	for (uint32_t b = 0; b < records; b++) {
		out[b] = b;
		for (uint32_t a = 0; a < b; a++) {
			if (weight[a][b] > -4.0)
				edges[count++] = (struct kin_edge){ a, b, weight[a][b] };
		}
	}
	kin_cluster(score, NULL, records, 1, edges, count, cut, 2, out);
	kin_score_free(score);
}

START_TEST(a_chain_is_no_person)
{
	/* 0 - 1 - 2 - 3, each like the next and no other. */
	double weight[MOST][MOST] = { { 0 } };
	uint32_t got[MOST];

	for (uint32_t a = 0; a < 4; a++) {
		for (uint32_t b = a + 1; b < 4; b++)
			weight[a][b] = b == a + 1 ? 6.0 + a : -20.0;
	}
	cluster(weight, 4, 0.0, got);
	ck_assert_uint_eq(got[0], got[1]);
	ck_assert_uint_eq(got[2], got[3]);
	ck_assert_uint_ne(got[1], got[2]);
}
END_TEST

START_TEST(a_weak_pair_is_carried_by_the_others)
{
	double weight[MOST][MOST] = { { 0 } };
	uint32_t got[MOST];

	weight[0][1] = weight[0][2] = 9.0;
	weight[1][2] = -1.0;
	cluster(weight, 3, 2.0, got);
	for (uint32_t i = 0; i < 3; i++)
		ck_assert_uint_eq(got[i], 0);
}
END_TEST

START_TEST(below_the_cut_nobody_is_joined)
{
	double weight[MOST][MOST] = { { 0 } };
	uint32_t got[MOST];

	weight[0][1] = 1.9;
	cluster(weight, 2, 2.0, got);
	ck_assert_uint_eq(got[1], 1);
	cluster(weight, 2, 1.9, got);
	ck_assert_uint_eq(got[1], 0);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("cluster");
	TCase *all = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, all);
	tcase_add_test(all, a_chain_is_no_person);
	tcase_add_test(all, a_weak_pair_is_carried_by_the_others);
	tcase_add_test(all, below_the_cut_nobody_is_joined);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
