/* notice: what a member's name says, what values look like, and which members are compared. */
#include "kin/step/notice.h"
#include "kin/step/people.h"
#include "made_people.h"

START_TEST(names)
{
	static const struct {
		const char		*name;
		enum kin_notice_word	 said;
		enum kin_kind		 kind;
		bool			 shared;
	} rows[] = {
		{ "soc_sec_id", KIN_NOTICE_KNOWN, KIN_KIND_ID, false },
		{ "NI Number", KIN_NOTICE_KNOWN, KIN_KIND_ID, false },
		{ "suburb", KIN_NOTICE_KNOWN, KIN_KIND_TOWN, true },
		{ "place_of_birth", KIN_NOTICE_KNOWN, KIN_KIND_TEXT, true },
		{ "mother's_name", KIN_NOTICE_KNOWN, KIN_KIND_NAME, true },
		{ "maiden_name", KIN_NOTICE_KNOWN, KIN_KIND_NAME, false },
		{ "surname", KIN_NOTICE_KNOWN, KIN_KIND_FAMILY_NAME, true },
		{ "address_2", KIN_NOTICE_KNOWN, KIN_KIND_TEXT, true },
		{ "mobile", KIN_NOTICE_KNOWN, KIN_KIND_PHONE, true },
		{ "swift_no", KIN_NOTICE_UNKNOWN, KIN_KIND_TEXT, true },
		{ "person_id", KIN_NOTICE_BARRED, KIN_KIND_TEXT, true },
		{ "unique_id", KIN_NOTICE_BARRED, KIN_KIND_TEXT, true },
		{ "rec_id", KIN_NOTICE_BARRED, KIN_KIND_TEXT, true },
		{ "id", KIN_NOTICE_BARRED, KIN_KIND_TEXT, true },
		{ "truth", KIN_NOTICE_BARRED, KIN_KIND_TEXT, true },
		{ "true_cluster", KIN_NOTICE_BARRED, KIN_KIND_TEXT, true },
		{ "Case Worker", KIN_NOTICE_BARRED, KIN_KIND_TEXT, true },
		{ "created_at", KIN_NOTICE_BARRED, KIN_KIND_TEXT, true },
		{ "balance", KIN_NOTICE_BARRED, KIN_KIND_TEXT, true },
		{ "comments", KIN_NOTICE_BARRED, KIN_KIND_TEXT, true },
		{ "a:b", KIN_NOTICE_BARRED, KIN_KIND_TEXT, true },
		{ "", KIN_NOTICE_BARRED, KIN_KIND_TEXT, true },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct kin_notice_name got;

		kin_notice_name(kin_str_of(rows[i].name), &got);
		ck_assert_msg(got.said == rows[i].said, "%s: %d", rows[i].name, (int)got.said);
		if (got.said == KIN_NOTICE_KNOWN)
			ck_assert_msg(got.kind == rows[i].kind && got.shared == rows[i].shared, "%s",
			    rows[i].name);
	}
}
END_TEST

START_TEST(forms)
{
	static const struct {
		const char		*text;
		enum kin_notice_form	 form;
	} rows[] = {
		{ "6988048", KIN_NOTICE_CODE }, { "QQ123456C", KIN_NOTICE_CODE }, { "QQ 12 34 56 C", KIN_NOTICE_OTHER },
		{ "1960-06-01", KIN_NOTICE_DATE }, { "1960-06", KIN_NOTICE_DATE }, { "2020-04-06T09:30", KIN_NOTICE_OTHER },
		{ "ada@example.org", KIN_NOTICE_EMAIL_FORM }, { "ada @ home", KIN_NOTICE_OTHER },
		{ "+447700900123", KIN_NOTICE_PHONE_FORM }, { "07700 900123", KIN_NOTICE_PHONE_FORM },
		{ "RM10 9AA", KIN_NOTICE_POSTCODE_FORM }, { "St. Albans", KIN_NOTICE_WORDS },
		{ "nsw", KIN_NOTICE_WORDS }, { "12.50", KIN_NOTICE_OTHER }, { "01/06/1960", KIN_NOTICE_OTHER },
		{ "ring twice, she is hard of hearing", KIN_NOTICE_OTHER },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		ck_assert_msg(kin_notice_form(kin_str_of(rows[i].text)) == rows[i].form, "%s: %d",
		    rows[i].text, (int)kin_notice_form(kin_str_of(rows[i].text)));
}
END_TEST

/* --- lists ------------------------------------------------------------------- */

enum { PEOPLE = 400 };

static void
keep(struct kin_people *people, const char *line, uint32_t list)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_rec rec = { .file = "x.ndjson", .line_no = 7 };

	ck_assert_int_eq(kin_rec_read(&rec, kin_str_of(line), &err), 0);
	kin_people_keep(people, &rec, list, false);
	kin_rec_fini(&rec);
}

/* A number that looks drawn, the same for the same person and salt. */
static unsigned
draw(unsigned person, unsigned salt)
{
	unsigned x = person * 2654435761u ^ salt * 40503u;

	x = (x ^ x >> 15) * 2246822519u;
	x = (x ^ x >> 13) * 3266489917u;
	return x ^ x >> 16;
}

/* Letters for a name. */
static const char *
letters(unsigned number, char *out)
{
	for (int i = 0; i < 6; i++, number /= 26)
		out[i] = (char)('a' + number % 26);
	out[6] = '\0';
	return out;
}

/* PEOPLE people in families of two, each twice; more is what a record says besides. */
static void
keep_all(struct kin_people *people, bool backwards,
    void (*more)(char *out, size_t size, unsigned person, unsigned record))
{
	for (unsigned k = 0; k < 2 * PEOPLE; k++) {
		unsigned record = backwards ? 2 * PEOPLE - 1 - k : k, person = record / 2;
		char line[1024], own[512], given[8], family[8];

		more(own, sizeof(own), person, record);
		snprintf(line, sizeof(line), "{\"source\":{\"list\":\"a\",\"id\":\"%u\"},"
		    "\"given_name\":\"%s\",\"family_name\":\"%s\",\"birth_date\":\"%u-%02u-%02u\","
		    "\"address\":\"%u Bramble Way\",\"postcode\":\"RM%u %uAA\"%s}", record,
		    letters(draw(person, 1), given), letters(draw(person / 2, 2), family),
		    1930 + draw(person, 3) % 70, 1 + draw(person, 4) % 12, 1 + draw(person, 5) % 28,
		    person / 2, 1 + draw(person / 2, 6) % 10, draw(person / 2, 7) % 9, own);
		keep(people, line, 0);
	}
}

static void
note(void *ctx, const char *text)
{
	kin_buf_puts(ctx, text);
}

/* What is said of such a list; "" for nothing. */
static void
said(void (*more)(char *out, size_t size, unsigned person, unsigned record), const char *choose,
    const char *want)
{
	for (int backwards = 0; backwards < 2; backwards++) {
		struct kin_people *people = kin_people_new();
		struct kin_err err = KIN_ERR_NONE;
		struct kin_buf out = { 0 };

		if (choose != NULL)
			ck_assert_int_eq(kin_people_choose(people, choose, &err), 0);
		keep_all(people, backwards, more);
		kin_people_settle(people);
		kin_people_notice(people, note, &out);
		ck_assert_str_eq(kin_buf_text(&out), want);
		kin_buf_fini(&out);
		kin_people_free(people);
	}
}

#define BESIDE(fields)	"compared beside the usual fields: " fields " (-c -NAME leaves one out)"

static void
telling(char *out, size_t size, unsigned person, unsigned record)
{
	static const char *const towns[] = { "Dagenham", "Barking", "Dhaka", "Lagos", "Kaunas", "Hove", "Warsaw", "York" };

	unsigned house = draw(person, 14) % 4 == 0 ? PEOPLE + person : person / 2;

	(void)record;
	snprintf(out, size, ",\"swift\":\"%08u\",\"account\":\"%07u\",\"birth_place\":\"%s\"",
	    draw(person, 11) % 100000000, draw(house, 12) % 10000000, towns[draw(person, 13) % 8]);
}

/* Numbers of one's own, and those that most households share. */
START_TEST(telling_fields)
{
	said(telling, NULL, BESIDE("swift:id:own, account:place:shared, birth_place:text:shared"));
	said(telling, "-account,-swift", BESIDE("birth_place:text:shared"));
	said(telling, "+swift:exact,-birth_place", BESIDE("account:place:shared"));
	said(telling, "given_name,family_name", "");
}
END_TEST

static void
decoys(char *out, size_t size, unsigned person, unsigned record)
{
	static const char *const yes[] = { "yes", "no" };
	static const char *const who[] = { "Jo Marsh", "Pia Wood", "Sam Hart" };
	char given[8], family[8];

	letters(draw(person, 1), given);
	letters(draw(person / 2, 2), family);
	snprintf(out, size, ",\"number\":%u,\"code\":\"%06u\",\"keen\":\"%s\",\"dealing\":\"%s\","
	    "\"area\":\"Area %c\",\"shown\":\"%s, %s\",\"batch\":\"April\",\"truth\":\"%u\","
	    "\"born\":%u,\"memo\":\"%u calls, the last of them in April; ring again\",\"loaded\":\"2020-04-%02u\"",
	    record, draw(record, 21) % 1000000, yes[draw(record, 22) % 2], who[draw(record, 23) % 3],
	    'A' + (int)((draw(person / 2, 6) % 10 * 9 + draw(person / 2, 7) % 9) % 26), family, given,
	    person, 1930 + draw(person, 3) % 70, draw(person, 24) % 50, 1 + draw(record, 25) % 28);
}

/* Row numbers, codes, flags, staff, wards, copies, constants, labels, years, notes, times of rows. */
START_TEST(what_is_not_telling)
{
	said(decoys, NULL, "");
}
END_TEST

static void
many(char *out, size_t size, unsigned person, unsigned record)
{
	size_t at = 0;

	(void)record;
	for (unsigned i = 0; i < 15; i++)
		at += (size_t)snprintf(out + at, size - at, ",\"n%c\":\"%0*u\"", 'a' + (int)i,
		    5 + (int)i / 8, draw(person, 40 + i) % (i < 8 ? 100000u : 1000000u));
}

/* No more than the engine takes: idle usual fields make room, the most telling come first. */
START_TEST(no_more_than_fit)
{
	struct kin_link_opts opts = { .mode = KIN_LINK_DEDUPE };
	struct kin_people *people = kin_people_new();
	struct kin_buf out = { 0 };
	struct kin_link *link;
	struct kin_str name;
	size_t count = 0;

	keep_all(people, false, many);
	kin_people_settle(people);
	kin_people_notice(people, note, &out);
	link = kin_people_link(people, 0, &opts, note, &out);
	ck_assert_ptr_nonnull(link);
	while (kin_people_field_name(people, count, &name))
		count++;
	ck_assert_uint_gt(count, 12);
	ck_assert_uint_le(count, KIN_MODEL_FIELDS);
	kin_link_free(link);
	kin_buf_fini(&out);
	kin_people_free(people);
}
END_TEST

/* Between lists a field must be on both sides. */
START_TEST(both_sides)
{
	struct kin_people *people = kin_people_new();
	struct kin_buf out = { 0 };

	keep(people, "{\"given_name\":\"Ada\",\"ssn\":\"123456789\",\"nino\":\"QQ123456C\"}", 0);
	keep(people, "{\"given_name\":\"Bo\",\"ssn\":\"223456789\",\"nino\":\"QQ123457C\"}", 0);
	keep(people, "{\"given_name\":\"Ada\",\"ssn\":\"123456789\",\"school\":\"Ely\"}", 1);
	kin_people_settle(people);
	kin_people_notice(people, note, &out);
	ck_assert_str_eq(kin_buf_text(&out), BESIDE("ssn:id:own"));
	kin_buf_fini(&out);
	kin_people_free(people);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("notice");
	TCase *tests = tcase_create("laws");
	SRunner *runner;
	int failed;

	tcase_add_test(tests, names);
	tcase_add_test(tests, forms);
	tcase_add_test(tests, telling_fields);
	tcase_add_test(tests, what_is_not_telling);
	tcase_add_test(tests, no_more_than_fit);
	tcase_add_test(tests, both_sides);
	suite_add_tcase(suite, tests);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
