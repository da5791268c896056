/* reject: what is kept of a refused row, and how it is said. */
#include <stdlib.h>

#include <check.h>

#include "kin/record/rec.h"
#include "kin/record/reject.h"

static struct kin_err
birth_date_error(void)
{
	struct kin_err err = { .line = 17, .column = 4 };

	kin_fail_value(&err, KIN_STR("birth_date"), KIN_STR("31/02/1980"), "not a date");
	return err;
}

START_TEST(whole_record)
{
	struct kin_err err = birth_date_error();
	struct kin_buf out = { 0 };

	kin_reject_write(&out, "crm.csv", kin_str(NULL, 0), KIN_STR("1,\"A\"\tB,31/02/1980"), &err);
	ck_assert_str_eq(kin_buf_text(&out),
	    "{\"kind\":\"reject\",\"source\":{\"file\":\"crm.csv\",\"line\":17},\"column\":4,"
	    "\"field\":\"birth_date\",\"value\":\"31/02/1980\",\"reason\":\"not a date\","
	    "\"raw\":\"1,\\\"A\\\"\\tB,31/02/1980\"}");
	kin_buf_clear(&out);
	kin_reject_say(&out, "crm.csv", &err);
	ck_assert_str_eq(kin_buf_text(&out),
	    "crm.csv:17:4: field \"birth_date\": not a date: \"31/02/1980\"");
	kin_buf_fini(&out);
}
END_TEST

START_TEST(own_source_is_kept)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_buf out = { 0 };

	kin_fail(&err, "no ward");
	kin_reject_write(&out, "x", KIN_STR("{\"list\":\"crm\",\"id\":\"9\"}"), KIN_STR("{}"), &err);
	ck_assert_str_eq(kin_buf_text(&out), "{\"kind\":\"reject\",\"source\":{\"list\":\"crm\","
	    "\"id\":\"9\"},\"reason\":\"no ward\",\"raw\":\"{}\"}");
	kin_buf_fini(&out);
}
END_TEST

/* Every byte comes back, and the reject is itself a record that can be read. */
START_TEST(any_bytes)
{
	struct kin_err err = birth_date_error(), none = KIN_ERR_NONE;
	struct kin_rec rec = { 0 };
	struct kin_buf out = { 0 };
	char raw[256];
	struct kin_str text;
	size_t at = 0, seen = 0;

	for (size_t i = 0; i < sizeof(raw); i++)
		raw[i] = (char)i;
	kin_reject_write(&out, "bad\xff", kin_str(NULL, 0), kin_str(raw, sizeof(raw)), &err);
	ck_assert_int_eq(kin_rec_read(&rec, kin_buf_str(&out), &none), 0);
	text = kin_rec_member_text(&rec, kin_rec_find(&rec, KIN_STR("raw")));
	ck_assert(kin_str_is(kin_rec_member_text(&rec, kin_rec_find(&rec, KIN_STR("raw_encoding"))),
	    KIN_STR("bytes")));
	while (at < text.len) {
		unsigned char first = (unsigned char)text.p[at];
		unsigned code = first < 0x80 ? first :
		    (first & 0x1fu) << 6 | ((unsigned char)text.p[at + 1] & 0x3fu);

		ck_assert_uint_eq(code == 0x100 ? 0 : code, (unsigned)seen++);
		at += first < 0x80 ? 1 : 2;
	}
	ck_assert_uint_eq(seen, sizeof(raw));
	kin_rec_fini(&rec);
	kin_buf_fini(&out);
}
END_TEST

/* A terminal is never sent what a file holds. */
START_TEST(said_escaped)
{
	struct kin_err err = { .line = 2 };
	struct kin_buf out = { 0 };

	kin_fail_value(&err, KIN_STR("notes"), KIN_STR("\x1b[2J\xff"), "not text");
	kin_reject_say(&out, "a\nb", &err);
	ck_assert_str_eq(kin_buf_text(&out),
	    "a\\x0ab:2: field \"notes\": not text: \"\\x1b[2J\\xff\"");
	kin_buf_fini(&out);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("reject");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, whole_record);
	tcase_add_test(tests, own_source_is_kept);
	tcase_add_test(tests, any_bytes);
	tcase_add_test(tests, said_escaped);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
