/* need: forms' answers and what people say, in task words. */
#include <check.h>

#include "kin/field/need.h"
#include "kin/field/needlist.h"

#define COUNT(table)	(sizeof(table) / sizeof(*(table)))

static struct kin_buf room, unknown;

/* The set as words with spaces between. */
static const char *
words_of(uint32_t needs)
{
	static struct kin_buf out;

	kin_buf_clear(&out);
	for (int i = 0; i < KIN_NEED_COUNT; i++) {
		if (!(needs >> i & 1))
			continue;
		if (out.len > 0)
			kin_buf_putc(&out, ' ');
		kin_buf_add(&out, kin_need_word[i]);
	}
	return kin_buf_text(&out);
}

START_TEST(answers)
{
	static const struct {
		const char *cell, *want, *unknown;
	} cases[] = {
		{ "shopping", "shopping", "" }, { "Shopping, Prescription; phone call", "shopping prescription call", "" },
		{ "help_with_accessing_food", "shopping", "" }, { "help_with_accessing_medicine", "prescription", "" },
		{ "help_with_debt_and_money", "debt", "" }, { "help_with_jobs_or_training", "work", "" },
		{ "help_with_children_and_schools", "children", "" }, { "help_with_mental_health", "wellbeing", "" },
		{ "help_with_something_else", "other", "" }, { "callback_required", "call", "" },
		{ "groceries and cooked meals", "shopping parcel", "" }, { "prescription pickups", "prescription", "" },
		{ "staying social", "call", "" }, { "Deliver groceries or supplies", "shopping", "" },
		{ "Pick up a prescription", "prescription", "" }, { "1 on 1 check-ins", "call", "" },
		{ "Flyering", "leafletting", "" }, { "Check in and Chat", "call", "" },
		{ "Patient Transport", "driving", "" }, { "Community Response", "shopping", "" },
		{ "waste removal", "other", "" }, { "financial support", "debt", "" },
		{ "safeguarding", "safeguarding", "" }, { "picking up medical prescriptions", "prescription",
		  "picking up medical prescriptions" },
		{ "dog walking | shopping", "shopping other", "" }, { "unicorn", "", "unicorn" },
		{ "shopping; hamster wheel; hay", "shopping", "hamster wheel; hay" },
		{ "vegan meals for 5", "parcel", "vegan meals for 5" },
		{ "n/a", "", "" }, { "No", "", "" }, { "", "", "" }, { "No shopping needed", "", "No shopping needed" },
		{ "shopping,,prescription", "shopping prescription", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		kin_buf_clear(&unknown);
		ck_assert_str_eq(words_of(kin_need_parse(kin_str_of(cases[i].cell), &room, &unknown)), cases[i].want);
		ck_assert_str_eq(kin_buf_text(&unknown), cases[i].unknown);
	}
}
END_TEST

START_TEST(sentences)
{
	static const char *const cases[][2] = {
		{ "She needs her prescription picked up from the chemist", "prescription" },
		{ "Doesn't need shopping but needs medicine", "prescription" },
		{ "No shopping needed", "" }, { "no longer needs prescriptions", "" },
		{ "Has no food, needs a parcel", "parcel" }, { "no one to collect her medication", "prescription" },
		{ "Behind with the rent arrears. Worried about eviction!", "debt housing" },
		{ "Please call before ten", "" }, { "has two children", "" },
		{ "Very lonely and would like a friendly chat", "call wellbeing" },
		{ "lost my job, universal credit not come through, no money for food", "parcel benefits work hardship" },
		{ "No electricity: top up the meter", "hardship" }, { "", "" }, { "the workshop", "" },
		{ "does not want leaflets", "" }, { "shopping not needed", "" },
		{ "needs shopping, prescriptions not needed", "shopping" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *got = words_of(kin_need_scan(kin_str_of(cases[i][0]), &room));

		ck_assert_msg(kin_str_is(kin_str_of(got), kin_str_of(cases[i][1])), "%s: %s", cases[i][0], got);
	}
}
END_TEST

START_TEST(words)
{
	uint32_t needs;

	ck_assert_int_eq(kin_need_find(KIN_STR("shopping")), KIN_NEED_SHOPPING);
	ck_assert_int_eq(kin_need_find(KIN_STR("safeguarding")), KIN_NEED_SAFEGUARDING);
	ck_assert_int_eq(kin_need_find(KIN_STR("Shopping")), -1);
	ck_assert_int_eq(kin_need_find(KIN_STR("")), -1);
	for (int i = 0; i < KIN_NEED_COUNT; i++)	/* each task word says itself */
		ck_assert(kin_needlist_match(kin_need_word[i], 0, &needs) == kin_need_word[i].len &&
		    needs >> i & 1);
	ck_assert_uint_eq(kin_needlist_match(KIN_STR("food parcels"), 0, &needs), 12);
	ck_assert_uint_eq(needs, 1U << KIN_NEED_PARCEL);
	ck_assert_uint_eq(kin_needlist_match(KIN_STR("zzz"), 0, &needs), 0);
	ck_assert_uint_eq(kin_needlist_match(KIN_STR("1 on 1 check ins"), 0, &needs), 16);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("need");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, answers);
	tcase_add_test(tests, sentences);
	tcase_add_test(tests, words);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
