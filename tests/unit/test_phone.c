/* phone: numbers as people type them; only numbers that Ofcom keeps for drama, and invented foreign ones. */
#include <check.h>

#include "kin/field/phone.h"

#define COUNT(table)	(sizeof(table) / sizeof(*(table)))

START_TEST(forms)
{
	static const struct {
		const char *text, *want, *ext;
		enum kin_phone_class class;
		bool repaired;
	} cases[] = {
		{ "07700 900123", "+447700900123", "", KIN_PHONE_MOBILE, false },
		{ "07700900999", "+447700900999", "", KIN_PHONE_MOBILE, false },
		{ "+447700900123", "+447700900123", "", KIN_PHONE_MOBILE, false },
		{ "+44 (0)7700 900123", "+447700900123", "", KIN_PHONE_MOBILE, false },
		{ "(+44) 7700-900-123", "+447700900123", "", KIN_PHONE_MOBILE, false },
		{ "00447700900123", "+447700900123", "", KIN_PHONE_MOBILE, false },
		{ "447700900123", "+447700900123", "", KIN_PHONE_MOBILE, false },
		{ "44 07700 900123", "+447700900123", "", KIN_PHONE_MOBILE, false },
		{ "7700900123", "+447700900123", "", KIN_PHONE_MOBILE, true },
		{ "7700900123.0", "+447700900123", "", KIN_PHONE_MOBILE, true },
		{ "=\"07700900123\"", "+447700900123", "", KIN_PHONE_MOBILE, false },
		{ "'07700900123", "+447700900123", "", KIN_PHONE_MOBILE, false },
		{ "07700.900.123", "+447700900123", "", KIN_PHONE_MOBILE, false },
		{ "\u202a07700 900123\u202c", "+447700900123", "", KIN_PHONE_MOBILE, false },
		{ "07700\u00a0900123", "+447700900123", "", KIN_PHONE_MOBILE, false },
		{ "020 7946 0000", "+442079460000", "", KIN_PHONE_LANDLINE, false },
		{ "(020) 7946 0999", "+442079460999", "", KIN_PHONE_LANDLINE, false },
		{ "0207 946 0000 ext 12", "+442079460000", "12", KIN_PHONE_LANDLINE, false },
		{ "020 7946 0000 x12", "+442079460000", "12", KIN_PHONE_LANDLINE, false },
		{ "020 7946 0000, Extn. 3456", "+442079460000", "3456", KIN_PHONE_LANDLINE, false },
		{ "020 7946 0000 Extension: 3456", "+442079460000", "3456", KIN_PHONE_LANDLINE, false },
		{ "020 7946 0000#7", "+442079460000", "7", KIN_PHONE_LANDLINE, false },
		{ "2079460000", "+442079460000", "", KIN_PHONE_LANDLINE, true },
		{ "01632 960001", "+441632960001", "", KIN_PHONE_LANDLINE, false },
		{ "Tel: 01632 960999", "+441632960999", "", KIN_PHONE_LANDLINE, false },
		{ "Home tel 01632 960999", "+441632960999", "", KIN_PHONE_LANDLINE, false },
		{ "mob 07700 900001", "+447700900001", "", KIN_PHONE_MOBILE, false },
		{ "01204 96001", "+44120496001", "", KIN_PHONE_LANDLINE, false },
		{ "0300 123 0000", "+443001230000", "", KIN_PHONE_SERVICE, false },
		{ "08081 570192", "+448081570192", "", KIN_PHONE_SERVICE, false },
		{ "07624 000123", "+447624000123", "", KIN_PHONE_MOBILE, false },
		{ "07012 000123", "+447012000123", "", KIN_PHONE_SERVICE, false },
		{ "+33 1 23 45 67 89", "+33123456789", "", KIN_PHONE_FOREIGN, false },
		{ "0033123456789", "+33123456789", "", KIN_PHONE_FOREIGN, false },
		{ "+1 (202) 555-0123", "+12025550123", "", KIN_PHONE_FOREIGN, false },
	};
	struct kin_err err = KIN_ERR_NONE;

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_phone phone;
		int rc = kin_phone_parse(kin_str_of(cases[i].text), &phone, &err);

		ck_assert_msg((rc == 0) == (cases[i].want != NULL), "%s: %s", cases[i].text, err.text);
		if (rc != 0)
			continue;
		ck_assert_str_eq(phone.e164, cases[i].want);
		ck_assert_str_eq(phone.ext, cases[i].ext);
		ck_assert_msg(phone.class == cases[i].class, "%s", cases[i].text);
		ck_assert_msg(phone.repaired == cases[i].repaired, "%s", cases[i].text);
		ck_assert_int_eq(kin_phone_class(kin_str_of(phone.e164)), cases[i].class);
	}
}
END_TEST

START_TEST(refusals)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "", "not a phone number: no digits" },
		{ "-", "not a phone number: no digits" },
		{ "Tel:", "not a phone number: no digits" },
		{ "07700 9OO123", "not a phone number: something other than digits" },
		{ "john@example.org", "not a phone number: something other than digits" },
		{ "12345", "not a phone number: too short (5 digits)" },
		{ "0770090012", "not a phone number: too short (10 digits)" },
		{ "077009001234", "not a phone number: too long (12 digits)" },
		{ "07700900123 07700900124", "not a phone number: too long (22 digits)" },
		{ "07700 900123mum", "not a phone number: something other than digits" },
		{ "0770 900 12O", "not a phone number: something other than digits" },
		{ "mum", "not a phone number: something other than digits" },
		{ "07700 900123 after 6pm", "not a phone number: something other than digits" },
		{ "04700 900123", "not a phone number: no UK number begins 00, 04 or 06" },
		{ "02100 000123", "not a phone number: no UK number begins so: after 02 comes 0, 3, 4, 8 or 9" },
		{ "01000 000123", "not a phone number: no UK number begins 010" },
		{ "6700900123", "not a phone number: no 0 at its front; another country's begins with +" },
		{ "7.7009E+09",
		  "not a phone number: a spreadsheet's number, digits are lost: export the column as text" },
		{ "+0123456789", "not a phone number: no country's code begins with 0" },
		{ "+33 12", "not a phone number: too short (4 digits)" },
		{ "+33 1234567890123456", "not a phone number: too long (18 digits)" },
		{ "07777 777777", "not a phone number: one digit over and over, or digits in a row" },
		{ "01234 567890", "not a phone number: one digit over and over, or digits in a row" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_err err = KIN_ERR_NONE;
		struct kin_phone phone;

		ck_assert_msg(kin_phone_parse(kin_str_of(cases[i].text), &phone, &err) == -1,
		    "%s", cases[i].text);
		ck_assert_str_eq(err.text, cases[i].why);
		ck_assert_str_eq(err.value, cases[i].text);
	}
}
END_TEST

START_TEST(notes)
{
	static const char *const cases[][4] = {
		{ "07700 900123 (mum)", "+447700900123", "mum", "" }, { "(mum) 07700 900123", "+447700900123", "mum", "" },
		{ "07700900123 - daughter Ann", "+447700900123", "daughter Ann", "" },
		{ "07700 900123 mum", "+447700900123", "mum", "" }, { "Mum: 07700 900123", "+447700900123", "Mum", "" },
		{ "Mum's mob: +447700900123", "+447700900123", "Mum's mob", "" },
		{ "(020) 7946 0000 (work, ask for Ann)", "+442079460000", "work, ask for Ann", "" },
		{ "020 7946 0000 ext 12 (work)", "+442079460000", "work", "12" },
		{ "07700 900123 (after 6pm)", "+447700900123", "after 6pm", "" },
		{ "07700 900123", "+447700900123", "", "" }, { "+44 (0)7700 900123", "+447700900123", "", "" },
		{ "(020) 7946 0000", "+442079460000", "", "" }, { "Tel: 020 7946 0000", "+442079460000", "", "" },
	};
	struct kin_err err;

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_phone phone;

		ck_assert_msg(kin_phone_parse(kin_str_of(cases[i][0]), &phone, &err) == 0, "%s: %s", cases[i][0], err.text);
		ck_assert_str_eq(phone.e164, cases[i][1]);
		ck_assert_msg(kin_str_is(phone.note, kin_str_of(cases[i][2])), "%s: %.*s", cases[i][0],
		    (int)phone.note.len, phone.note.len ? phone.note.p : "");
		ck_assert_str_eq(phone.ext, cases[i][3]);
	}
}
END_TEST

START_TEST(several)
{
	static const char *const cases[][4] = {
		{ "07700 900123 / 07700 900124", "07700 900123", "07700 900124", NULL },
		{ "07700900123;07700900124;020 7946 0000", "07700900123", "07700900124", "020 7946 0000" },
		{ "07700900123 or 020 7946 0000", "07700900123", "020 7946 0000", NULL },
		{ "07700900123 07700900124", "07700900123", "07700900124", NULL },
		{ "07700 900 123  020 7946 0000", "07700 900 123", "020 7946 0000", NULL },
		{ "020 7946 0000 +44 7700 900123", "020 7946 0000", "+44 7700 900123", NULL },
		{ "0770090012 07700900124", "0770090012 07700900124", NULL, NULL },
		{ "07700 900123 (mum) / 020 7946 0000", "07700 900123 (mum)", "020 7946 0000", NULL },
		{ "07700/900123", "07700/900123", NULL, NULL },
		{ "020 7946 0000/1", "020 7946 0000/1", NULL, NULL },
		{ "07700 900123", "07700 900123", NULL, NULL },
		{ "", "", NULL, NULL },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct kin_str rest = kin_str_of(cases[i][0]), piece;
		size_t count = 0;

		while (kin_phone_next(&rest, &piece)) {
			ck_assert_uint_lt(count, 3);
			count++;
			ck_assert_ptr_nonnull(cases[i][count]);
			ck_assert(kin_str_is(piece, kin_str_of(cases[i][count])));
		}
		ck_assert(count == 3 || cases[i][count + 1] == NULL);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("phone");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, forms);
	tcase_add_test(tests, refusals);
	tcase_add_test(tests, notes);
	tcase_add_test(tests, several);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
