/* ethnic, language, religion, disability: each list's words and codes to one word; what is not known stays so. */
#include <check.h>

#include "kin/field/disability.h"
#include "kin/field/ethnic.h"
#include "kin/field/language.h"
#include "kin/field/religion.h"

#define COUNT(table)	(sizeof(table) / sizeof(*(table)))

static struct kin_buf room, out;

static void
is(struct kin_str got, const char *want, const char *text)
{
	ck_assert_msg(kin_str_is(got, kin_str_of(want)), "%s: \"%.*s\", not \"%s\"", text, (int)got.len,
	    got.len ? got.p : "", want);
}

/* "?" = not known, "" = known to say nothing. */
START_TEST(ethnic)
{
	static const char *const cases[][2] = {
		{ "WBRI", "White British" }, { "a) WBRI", "White British" }, { "wbri", "White British" }, { "WIRT", "Gypsy or Irish Traveller" },
		{ "WROM", "Gypsy or Roma" }, { "BOTH", "Black other" }, { "ABAN", "Bangladeshi" }, { "REFU", "" },
		{ "NOBT", "" }, { "W1", "White British" }, { "A3", "Bangladeshi" }, { "O1", "Chinese" }, { "A4", "Chinese" },
		{ "NS", "" }, { "Bangladeshi", "Bangladeshi" }, { "Asian or Asian British - Bangladeshi", "Bangladeshi" },
		{ "Asian, Asian British or Asian Welsh: Bangladeshi", "Bangladeshi" },
		{ "Asian/Asian British: Indian", "Indian" }, { "Any other Asian background", "Asian other" },
		{ "Asian - Other", "Asian other" }, { "Asian or Asian British - Any other Asian background", "Asian other" },
		{ "White - British", "White British" }, { "White British", "White British" },
		{ "White: English, Welsh, Scottish, Northern Irish or British", "White British" },
		{ "English/Welsh/Scottish/Northern Irish/British", "White British" }, { "Irish", "White Irish" },
		{ "White: Roma", "Roma" }, { "White: Gypsy or Irish Traveller", "Gypsy or Irish Traveller" },
		{ "Gypsy / Roma", "Gypsy or Roma" }, { "Any other White background", "White other" },
		{ "White Other", "White other" }, { "White Eastern European", "White other" },
		{ "Black African", "Black African" }, { "Black or Black British - African", "Black African" },
		{ "Black, Black British, Black Welsh, Caribbean or African: Caribbean", "Black Caribbean" },
		{ "Black/African/Caribbean/Black British: African", "Black African" },
		{ "Any other Black, Black British or Caribbean background", "Black other" }, { "African", "Black African" },
		{ "Mixed - White and Black Caribbean", "White and Black Caribbean" },
		{ "White & Black African", "White and Black African" }, { "White and Asian", "White and Asian" },
		{ "Mixed or Multiple ethnic groups: White and Asian", "White and Asian" },
		{ "Any other Mixed or Multiple background", "Mixed other" }, { "Chinese", "Chinese" }, { "Arab", "Arab" },
		{ "Other ethnic group: Arab", "Arab" }, { "Any other ethnic group", "Other" }, { "Other", "Other" },
		{ "Asian", "Asian" }, { "Black British", "Black" }, { "White", "White" }, { "Mixed", "Mixed" },
		{ "not stated", "" }, { "Prefer not to say", "" }, { "", "" },
		{ "British", "?" }, { "A", "?" }, { "Z", "?" }, { "7", "?" }, { "WENG", "?" }, { "Martian", "?" },
		{ "Black Indian", "?" }, { "White African", "?" }, { "Turkish Cypriot", "?" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_str word;
		bool known = kin_ethnic_find(kin_str_of(cases[i][0]), KIN_ETHNIC_NO_LETTERS, &room, &word);

		ck_assert_msg(known == (cases[i][1][0] != '?'), "%s: %d", cases[i][0], known);
		is(word, known ? cases[i][1] : "", cases[i][0]);
	}
}
END_TEST

START_TEST(letters)
{
	static const char *const cases[][2] = {
		{ "A", "White British" }, { "b", "White Irish" }, { "C", "White other" }, { "D", "White and Black Caribbean" },
		{ "E", "White and Black African" }, { "F", "White and Asian" }, { "G", "Mixed other" }, { "H", "Indian" },
		{ "J", "Pakistani" }, { "K", "Bangladeshi" }, { "L", "Asian other" }, { "M", "Black Caribbean" },
		{ "N", "Black African" }, { "P", "Black other" }, { "R", "Chinese" }, { "S", "Other" }, { "Z", "" }, { "W", "?" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_str word, text = kin_str_of(cases[i][0]);
		bool known = kin_ethnic_find(text, KIN_ETHNIC_NHS, &room, &word);

		ck_assert(known == (cases[i][1][0] != '?'));
		ck_assert(kin_ethnic_is_no_nhs_letter(text) == !known);
		is(word, known ? cases[i][1] : "", cases[i][0]);
	}
	ck_assert(!kin_ethnic_is_no_nhs_letter(KIN_STR("WBRI")));
	ck_assert(!kin_ethnic_is_no_nhs_letter(KIN_STR("")));
}
END_TEST

START_TEST(language)
{
	static const char *const cases[][3] = {
		{ "Bengali", "Bengali", "bn" }, { "bangla", "Bengali", "bn" }, { "bn", "Bengali", "bn" },
		{ "bn-BD", "Bengali", "bn" }, { "BENGALI ", "Bengali", "bn" }, { "Bengali language", "Bengali", "bn" },
		{ "Sylheti", "Sylheti", "syl" }, { "pt-BR", "Portuguese", "pt" }, { "Farsi", "Persian", "fa" },
		{ "Dari", "Dari", "prs" }, { "Mirpuri", "Pahari-Pothwari", "phr" }, { "Panjabi", "Punjabi", "pa" },
		{ "yue", "Cantonese", "yue" }, { "BSL", "British Sign Language", "bfi" }, { "bfi", "British Sign Language", "bfi" },
		{ "English", "English", "en" }, { "en_GB", "English", "en" }, { "Romanian", "Romanian", "ro" },
		{ "Norwegian Bokm\u00e5l", "Norwegian Bokm\u00e5l", "nb" }, { "zh-Hans", "Chinese", "zh" }, { "Ga", "", "" },
		{ "No", "", "" }, { "Klingon", "", "" }, { "English and Bengali", "", "" }, { "", "", "" }, { "ro m", "", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_language got;

		ck_assert(kin_language_find(kin_str_of(cases[i][0]), &room, &got) == (cases[i][1][0] != '\0'));
		is(got.name, cases[i][1], cases[i][0]);
		is(got.tag, cases[i][2], cases[i][0]);
		if (got.name.len > 0) {		/* a name names itself */
			ck_assert(kin_language_find(got.name, &room, &got));
			is(got.name, cases[i][1], cases[i][0]);
		}
	}
}
END_TEST

START_TEST(religion)
{
	static const char *const cases[][2] = {
		{ "Muslim", "Muslim" }, { "ISLAM", "Muslim" }, { "Church of England", "Christian" }, { "C of E", "Christian" },
		{ "CofE", "Christian" }, { "Roman Catholic", "Christian" }, { "Jehovah's Witness", "Christian" },
		{ "None", "No religion" }, { "No religion", "No religion" }, { "Atheist", "No religion" }, { "Jain", "Other" },
		{ "Any other religion", "Other" }, { "Sikhism", "Sikh" }, { "prefer not to say", "" }, { "", "" },
		{ "M", "?" }, { "3", "?" }, { "Jedi", "?" }, { "Orthodox", "?" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_str word;
		bool known = kin_religion_find(kin_str_of(cases[i][0]), &room, &word);

		ck_assert_msg(known == (cases[i][1][0] != '?'), "%s", cases[i][0]);
		is(word, known ? cases[i][1] : "", cases[i][0]);
	}
}
END_TEST

START_TEST(disability)
{
	static const char *const cases[][2] = {
		{ "NONE", "none" }, { "No", "none" }, { "N", "none" }, { "Y", "yes" }, { "Yes", "yes" }, { "MOB", "mobility" },
		{ "VIS,HEAR", "hearing; vision" }, { "hear; vis", "hearing; vision" }, { "AUT/LD", "learning; autism" },
		{ "Hard of hearing", "hearing" }, { "Blind or partially sighted", "vision" }, { "DDA", "other" },
		{ "Yes, limited a lot", "limits a lot" }, { "Day-to-day activities not limited", "none" },
		{ "not known", "" }, { "", "" }, { "arthritis, uses a stick", "?" }, { "HEAR, none", "?" }, { "02", "?" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		bool known = kin_disability_find(kin_str_of(cases[i][0]), &room, &out);

		ck_assert_msg(known == (cases[i][1][0] != '?'), "%s", cases[i][0]);
		if (known)
			is(kin_buf_str(&out), cases[i][1], cases[i][0]);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("ethnic");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, ethnic);
	tcase_add_test(tests, letters);
	tcase_add_test(tests, language);
	tcase_add_test(tests, religion);
	tcase_add_test(tests, disability);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
