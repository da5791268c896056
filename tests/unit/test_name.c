/* name: told apart where the form says how, whole where it does not, several people said. */
#include <string.h>

#include <check.h>

#include "kin/field/name.h"
#include "kin/field/nameword.h"

#define COUNT(table)	(sizeof(table) / sizeof(*(table)))

static struct kin_buf room;

static void
is(struct kin_str got, const char *want, const char *text)
{
	ck_assert_msg(kin_str_is(got, kin_str_of(want)), "%s: \"%.*s\", not \"%s\"", text,
	    (int)got.len, got.len ? got.p : "", want ? want : "");
}

START_TEST(told_apart)
{
	static const struct {
		const char *text, *title, *given, *other, *family, *suffix, *aside;
	} cases[] = {
		{ "Smith, John", "", "John", "", "Smith", "", "" },
		{ "JOHN SMITH", "", "JOHN", "", "SMITH", "", "" },
		{ "john smith", "", "john", "", "smith", "", "" },
		{ "Mr John Paul Smith", "Mr", "John", "Paul", "Smith", "", "" },
		{ "John Paul George Smith", "", "John", "Paul George", "Smith", "", "" },
		{ "Dr. Smith", "Dr.", "", "", "Smith", "", "" },
		{ "Mrs  Akers", "Mrs", "", "", "Akers", "", "" },
		{ "Rev Dr Ama Owusu-Ansah", "Rev Dr", "Ama", "", "Owusu-Ansah", "", "" },
		{ "SMITH, John Paul", "", "John", "Paul", "SMITH", "", "" },
		{ "Smith , Mr John", "Mr", "John", "", "Smith", "", "" },
		{ "Smith, John (Mr)", "Mr", "John", "", "Smith", "", "" },
		{ "Smith, John, Mr", "Mr", "John", "", "Smith", "", "" },
		{ "John SMITH", "", "John", "", "SMITH", "", "" },
		{ "SMITH John", "", "John", "", "SMITH", "", "" },
		{ "SMITH John Paul", "", "John", "Paul", "SMITH", "", "" },
		{ "SMITH John Mr", "Mr", "John", "", "SMITH", "", "" },
		{ "John MacDONALD", "", "John", "", "MacDONALD", "", "" },
		{ "Smith J", "", "J", "", "Smith", "", "" },
		{ "Smith J P", "", "J", "P", "Smith", "", "" },
		{ "Smith, J.P.", "", "J.P.", "", "Smith", "", "" },
		{ "J P Smith", "", "J", "P", "Smith", "", "" },
		{ "JP Smith", "", "JP", "", "Smith", "", "" },
		{ "MD Rahman", "", "MD", "", "Rahman", "", "" },
		{ "Anna van der Berg", "", "Anna", "", "van der Berg", "", "" },
		{ "van der Berg, Anna", "", "Anna", "", "van der Berg", "", "" },
		{ "José María  de la Cruz", "", "José", "María", "de la Cruz", "", "" },
		{ "Ursula von der LEYEN", "", "Ursula", "", "von der LEYEN", "", "" },
		{ "Ahmad bin Abdullah", "", "Ahmad", "", "bin Abdullah", "", "" },
		{ "Mary O'Neill", "", "Mary", "", "O'Neill", "", "" },
		{ "Mary O\u2019Neill", "", "Mary", "", "O\u2019Neill", "", "" },
		{ "Al Cooper", "", "Al", "", "Cooper", "", "" },
		{ "Di Brown", "", "Di", "", "Brown", "", "" },
		{ "Jill St John", "", "Jill", "", "St John", "", "" },
		{ "Ewan Mc Donald", "", "Ewan", "", "Mc Donald", "", "" },
		{ "Anh Le", "", "Anh", "", "Le", "", "" },
		{ "John Smith Jr", "", "John", "", "Smith", "Jr", "" },
		{ "John Smith, OBE", "", "John", "", "Smith", "OBE", "" },
		{ "John Smith MA", "", "John", "", "Smith", "MA", "" },
		{ "Jack Ma", "", "Jack", "", "Ma", "", "" },
		{ "JACK MA", "", "JACK", "", "MA", "", "" },
		{ "John Senior", "", "John", "", "Senior", "", "" },
		{ "Jane Smith (née Jones)", "", "Jane", "", "Smith", "", "née Jones" },
		{ "Jane Smith nee Jones", "", "Jane", "", "Smith", "", "nee Jones" },
		{ "Robert \"Bob\" Smith", "", "Robert", "", "Smith", "", "Bob" },
		{ "Robert (Bob) Smith", "", "Robert", "", "Smith", "", "Bob" },
		{ "John Smith (deceased)", "", "John", "", "Smith", "", "deceased" },
		{ "Анна Петрова", "", "Анна", "", "Петрова", "", "" },
		{ "\u00a0John\u00a0 Smith", "", "John", "", "Smith", "", "" },
		{ "Łukasz Żółć", "", "Łukasz", "", "Żółć", "", "" },
	};
	struct kin_err err = KIN_ERR_NONE;
	struct kin_name name;

	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *text = cases[i].text;

		ck_assert_msg(kin_name_split(kin_str_of(text), &room, &name, &err) == 0, "%s: %s", text, err.text);
		ck_assert_msg(name.kind == KIN_NAME_PARTS, "%s: kind %d", text, name.kind);
		is(name.title, cases[i].title, text);
		is(name.given, cases[i].given, text);
		is(name.other, cases[i].other, text);
		is(name.family, cases[i].family, text);
		is(name.suffix, cases[i].suffix, text);
		is(name.aside, cases[i].aside, text);
	}
}
END_TEST

START_TEST(left_whole)
{
	static const char *const cases[] = {
		"Cher", "Sister Mary", "LEE John", "Jackie NG", "Gogh, Vincent van", "Mary O Brien",
		"Al Hassan Ali", "Van Gogh", "de Souza Maria Ana", "王小明", "王 小明", "김 철수", "Ravi s/o Kumar",
		"Maria y Silva Lopez", "Smith (John", "John Paul George Ringo Starr", "Smith John P",
		"Smith John Mr", "Anna Smith - Jones", "Smith, John, Paul", "Mr",
		"John Paul (JP) Lee Smith", "Smith,", "a b c d e f g h i j k l m n o p q r s t u v w x y z", NULL
	};
	struct kin_err err = KIN_ERR_NONE;
	struct kin_name name;

	for (int i = 0; cases[i] != NULL; i++) {
		ck_assert_msg(kin_name_split(kin_str_of(cases[i]), &room, &name, &err) == 0,
		    "%s: %s", cases[i], err.text);
		ck_assert_msg(name.kind == KIN_NAME_WHOLE, "%s: kind %d", cases[i], name.kind);
		is(name.full, cases[i], cases[i]);
		is(name.given, NULL, cases[i]);
		is(name.family, NULL, cases[i]);
	}
}
END_TEST

START_TEST(several)
{
	static const char *const cases[] = {
		"Mr & Mrs Akers", "Mr and Mrs J Akers", "John and Mary Smith", "John & Mary", "J/M Smith",
		"Mr/Mrs Akers", "Mr Mrs Akers", "John Smith + Mary Smith", "The Akers Family", "John Smith; Mary Smith",
		NULL
	};
	struct kin_err err = KIN_ERR_NONE;
	struct kin_name name;

	for (int i = 0; cases[i] != NULL; i++) {
		ck_assert_int_eq(kin_name_split(kin_str_of(cases[i]), &room, &name, &err), 0);
		ck_assert_msg(name.kind == KIN_NAME_SEVERAL, "%s: kind %d", cases[i], name.kind);
		is(name.full, cases[i], cases[i]);
	}
}
END_TEST

START_TEST(refusals)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "", "not a name: empty" }, { "J0hn Smith", "not a name: it has a digit" },
		{ "07700 900123", "not a name: it has a digit" }, { "ama@example.org", "not a name: it has an @" },
		{ "'-'", "not a name: it has no letter" }, { "Smith!", "not a name: it has a sign that names do not have" },
		{ "<script>", "not a name: it has a sign that names do not have" },
		{ "John\x01Smith", "not a name: it has a control character" },
		{ "John \u202eSmith", "not a name: it has a character that cannot be seen" },
		{ "Smith \U0001f600", "not a name: it has a sign that names do not have" },
		{ "٣", "not a name: it has a digit" },
	};
	char text[500];
	struct kin_err err = KIN_ERR_NONE;
	struct kin_name name;
	struct kin_str part;

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_str s = kin_str_of(cases[i].text);

		ck_assert_int_eq(kin_name_split(s, &room, &name, &err), -1);
		ck_assert_str_eq(err.text, cases[i].why);
		ck_assert_str_eq(err.value, cases[i].text);
		ck_assert_int_eq(kin_name_part(s, &room, &part, &err), -1);
		ck_assert_str_eq(err.text, cases[i].why);
	}
	memset(text, 'a', sizeof(text));
	ck_assert_int_eq(kin_name_split(kin_str(text, 401), &room, &name, &err), -1);
	ck_assert_str_eq(err.text, "not a name: longer than 400 bytes");
	ck_assert_int_eq(kin_name_part(KIN_STR("John & Mary"), &room, &part, &err), -1);
	ck_assert_str_eq(err.text, "not a name: more than one person's");
	ck_assert_int_eq(kin_name_part(KIN_STR("John and Mary"), &room, &part, &err), -1);
}
END_TEST

START_TEST(parts)
{
	static const char *const cases[][2] = {
		{ "John", "John" }, { "  Mary  Ann ", "Mary Ann" }, { "O'Neill", "O'Neill" }, { "de Souza", "de Souza" },
		{ "MacDonald-Smith", "MacDonald-Smith" }, { "Zoë", "Zoë" }, { "J.", "J." }, { "Null", "Null" },
		{ "علی\u200cرضا", "علی\u200cرضا" }, { "Anderson", "Anderson" },
		{ "VILOTIJEVI?", "VILOTIJEVI?" }, { "J\ufffdrg", "J\ufffdrg" },
	};
	struct kin_err err = KIN_ERR_NONE;
	struct kin_str part;

	for (size_t i = 0; i < COUNT(cases); i++) {
		ck_assert_msg(kin_name_part(kin_str_of(cases[i][0]), &room, &part, &err) == 0,
		    "%s: %s", cases[i][0], err.text);
		is(part, cases[i][1], cases[i][0]);
	}
}
END_TEST

START_TEST(fillers)
{
	static const struct {
		const char *text;
		enum kin_name_filler want;
	} cases[] = {
		{ "John", KIN_NAME_REAL }, { "Null", KIN_NAME_REAL }, { "Na", KIN_NAME_REAL },
		{ "Testa", KIN_NAME_REAL }, { "Babydoll", KIN_NAME_REAL }, { "Twining", KIN_NAME_REAL },
		{ "", KIN_NAME_MISSING }, { "NULL", KIN_NAME_MISSING }, { "n/a", KIN_NAME_MISSING },
		{ "unknown", KIN_NAME_MISSING }, { "Not Known", KIN_NAME_MISSING },
		{ "The Occupier", KIN_NAME_MISSING }, { "Name not given", KIN_NAME_MISSING },
		{ "baby", KIN_NAME_BABY }, { "Baby Boy", KIN_NAME_BABY }, { "twin 1", KIN_NAME_BABY },
		{ "TWIN 2", KIN_NAME_BABY }, { "Unborn Smith", KIN_NAME_BABY }, { "Twin 2 Akers", KIN_NAME_BABY },
		{ "test", KIN_NAME_TEST }, { "Test Patient", KIN_NAME_TEST }, { "DO NOT USE", KIN_NAME_TEST },
		{ "Test 1", KIN_NAME_TEST },
	};

	for (size_t i = 0; i < COUNT(cases); i++)
		ck_assert_msg(kin_name_filler(kin_str_of(cases[i].text)) == cases[i].want, "%s", cases[i].text);
}
END_TEST

START_TEST(listed_words)
{
	static const char *const listed[] = {
		"&", "+", "-", "a/l", "Mr", "MRS.", "van", "née", "OBE", "zur", "O'", "y", "Jr.", NULL
	};
	struct kin_namewords words;
	struct kin_str aside;

	for (int i = 0; listed[i] != NULL; i++)
		ck_assert_msg(kin_namelist_roles(kin_str_of(listed[i])) != 0, "%s", listed[i]);
	ck_assert_uint_eq(kin_namelist_roles(KIN_STR("Smith")), 0);
	ck_assert_uint_eq(kin_namelist_roles(KIN_STR("")), 0);
	ck_assert(kin_nameword_gather(KIN_STR("Smith, John (Jo) Paul"), &words, &aside));
	ck_assert_int_eq(words.count, 3);
	ck_assert_int_eq(words.comma[0], 0);
	ck_assert_int_eq(words.comma[2], 1);
	is(aside, "Jo", "aside");
	is(kin_nameword_span(&words, 0, 2), "Smith, John", "span");
	kin_nameword_drop(&words, 0, 1);
	is(words.word[0], "John", "drop");
	ck_assert_uint_eq(kin_nameword_capitals(KIN_STR("McDONALD")), 6);
	ck_assert_uint_eq(kin_nameword_capitals(KIN_STR("Smith")), 0);
	ck_assert(kin_nameword_is_initial(KIN_STR("J.P.")) && !kin_nameword_is_initial(KIN_STR("Jo")));
	ck_assert(kin_nameword_is_east_asian(kin_str_of("王")) && !kin_nameword_is_east_asian(kin_str_of("Ż")));
}
END_TEST

START_TEST(titles_off)
{
	static const char *const cases[][3] = {
		{ "Mrs Jane", "Mrs", "Jane" }, { "Dr. Ama Serwaa", "Dr.", "Ama Serwaa" }, { "Mrs", NULL, "Mrs" },
		{ "Jane", NULL, "Jane" }, { "Sister Ruth", NULL, "Sister Ruth" }, { "Jane Mrs", NULL, "Jane Mrs" }, { "", NULL, "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_str part = kin_str_of(cases[i][0]), title = KIN_STR("");

		ck_assert(kin_name_take_title(&part, &title) == (cases[i][1] != NULL));
		is(title, cases[i][1], cases[i][0]);
		is(part, cases[i][2], cases[i][0]);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("name");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, told_apart);
	tcase_add_test(tests, left_whole);
	tcase_add_test(tests, several);
	tcase_add_test(tests, refusals);
	tcase_add_test(tests, parts);
	tcase_add_test(tests, fillers);
	tcase_add_test(tests, listed_words);
	tcase_add_test(tests, titles_off);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
