/* namepeople: each person's own name, or none at all. */
#include <check.h>

#include "kin/field/namepeople.h"

#define COUNT(table)	(sizeof(table) / sizeof(*(table)))

static struct kin_buf room;

/* "title|given|other|family; …" */
static const char *
told(const char *cell)
{
	static struct kin_buf out;
	struct kin_name people[KIN_NAMEPEOPLE_MAX], whole;
	struct kin_err err;
	int count;

	kin_buf_clear(&out);
	ck_assert_int_eq(kin_name_split(kin_str_of(cell), &room, &whole, &err), 0);
	ck_assert_msg(whole.kind == KIN_NAME_SEVERAL, "%s", cell);
	count = kin_name_people(whole.full, people);
	for (int i = 0; i < count; i++) {
		struct kin_str part[] = { people[i].title, people[i].given, people[i].other, people[i].family };

		ck_assert_int_eq(people[i].kind, KIN_NAME_PARTS);
		if (i > 0)
			kin_buf_puts(&out, "; ");
		for (size_t k = 0; k < COUNT(part); k++) {
			if (k > 0)
				kin_buf_putc(&out, '|');
			kin_buf_add(&out, part[k]);
		}
	}
	return kin_buf_text(&out);
}

START_TEST(apart)
{
	static const char *const cases[][2] = {
		{ "John and Mary Smith", "|John||Smith; |Mary||Smith" },
		{ "John & Mary Smith", "|John||Smith; |Mary||Smith" },
		{ "John&Mary Smith", "|John||Smith; |Mary||Smith" },
		{ "JOHN AND MARY SMITH", "|JOHN||SMITH; |MARY||SMITH" },
		{ "John & Mary & Ann Smith", "|John||Smith; |Mary||Smith; |Ann||Smith" },
		{ "Smith, John & Mary", "|John||Smith; |Mary||Smith" },
		{ "Smith, John Paul & Mary", "|John|Paul|Smith; |Mary||Smith" },
		{ "SMITH, Mr John and Mrs Mary", "Mr|John||SMITH; Mrs|Mary||SMITH" },
		{ "Smith, John; Jones, Mary", "|John||Smith; |Mary||Jones" },
		{ "Smith, John & Jones, Mary", "|John||Smith; |Mary||Jones" },
		{ "John Smith and Mary Jones", "|John||Smith; |Mary||Jones" },
		{ "John Smith / Mary Jones", "|John||Smith; |Mary||Jones" },
		{ "Mr John Smith & Mrs Mary Smith", "Mr|John||Smith; Mrs|Mary||Smith" },
		{ "Mr J & Mrs M Akers", "Mr|J||Akers; Mrs|M||Akers" },
		{ "Mr J P & Mrs M Akers", "Mr|J|P|Akers; Mrs|M||Akers" },
		{ "J & M Akers", "|J||Akers; |M||Akers" },
		{ "Anna & Piet van der Berg", "|Anna||van der Berg; |Piet||van der Berg" },
		{ "John & Mary A Smith", "|John||Smith; |Mary|A|Smith" },
		{ "Ren\u00e9e & Zo\u00eb O'Neill", "|Ren\u00e9e||O'Neill; |Zo\u00eb||O'Neill" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *got = told(cases[i][0]);

		ck_assert_msg(kin_str_is(kin_str_of(got), kin_str_of(cases[i][1])), "%s: %s", cases[i][0], got);
	}
}
END_TEST

START_TEST(whole)
{
	static const char *const cases[] = {
		"Mr & Mrs Akers", "Mr & Mrs J Akers", "Mr and Mrs John Akers", "Mr Smith & Mrs Jones",
		"Mr John & Mrs Mary Smith", "John Smith and Mary", "John and Mary", "the Akers family",
		"Smith, John & Mary Ann", "John and Mary Ann Smith", "Mary Smith and son", "Mary Smith & children",
		"Smith & Co", "John & Mary Smith (deceased)", "Anna/Ana Smith", "John & Mary J", "John & Mary Smith Jr",
		"A & B & C & D & E Smith", "John &", "& Mary", "John & & Mary Smith", "Smith, John, Mary & Ann",
		"John + partner", "Baby & Mary Smith",
		"John, Mary & Ann Smith",
	};

	for (size_t i = 0; i < COUNT(cases); i++)
		ck_assert_msg(*told(cases[i]) == '\0', "%s: %s", cases[i], told(cases[i]));
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("namepeople");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, apart);
	tcase_add_test(tests, whole);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
