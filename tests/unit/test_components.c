#include <check.h>

#include "kin/link/components.h"

START_TEST(edges_go_by_what_they_join)
{
	static const struct kin_edge edges[] = { { 0, 1, 1 }, { 3, 4, 1 }, { 1, 2, 1 }, { 6, 7, 1 }, { 4, 5, 1 } };
	uint32_t together[8] = { 0, 1, 2, 3, 4, 5, 6, 7 };
	struct kin_components c;

	kin_components_find(&c, 8, together, edges, 5);
	ck_assert_uint_eq(c.count, 3);
	ck_assert_uint_eq(c.start[1], 2);	/* 0 1, 1 2 */
	ck_assert(c.edge[0] == 0 && c.edge[1] == 2);
	ck_assert(c.edge[2] == 1 && c.edge[3] == 4 && c.edge[4] == 3);
	kin_components_fini(&c);
}
END_TEST

START_TEST(what_is_together_hangs_together)
{
	static const struct kin_edge edges[] = { { 0, 1, 1 }, { 2, 3, 1 } };
	uint32_t together[4] = { 0, 1, 1, 3 };
	struct kin_components c;

	kin_components_find(&c, 4, together, edges, 2);
	ck_assert_uint_eq(c.count, 1);
	ck_assert_uint_eq(c.start[1], 2);
	kin_components_fini(&c);
}
END_TEST

START_TEST(no_edges_no_components)
{
	uint32_t together[1] = { 0 };
	struct kin_components c;

	kin_components_find(&c, 1, together, NULL, 0);
	ck_assert_uint_eq(c.count, 0);
	kin_components_fini(&c);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("components");
	TCase *all = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_test(all, edges_go_by_what_they_join);
	tcase_add_test(all, what_is_together_hangs_together);
	tcase_add_test(all, no_edges_no_components);
	suite_add_tcase(suite, all);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? 1 : 0;
}
