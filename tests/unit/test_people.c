/* people: which values of a record are compared, and what names it. */
#include "kin/step/people.h"
#include "made_people.h"

static size_t
keep(struct kin_people *people, const char *line, uint32_t list, bool grouped)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_rec rec = { .file = "x.ndjson", .line_no = 7 };
	size_t place;

	ck_assert_int_eq(kin_rec_read(&rec, kin_str_of(line), &err), 0);
	place = kin_people_keep(people, &rec, list, grouped);
	kin_rec_fini(&rec);
	return place;
}

START_TEST(kinds)
{
	static const struct {
		const char	*line;
		bool		 person;
	} rows[] = {
		{ "{}", true }, { "{\"kind\":\"contact\"}", true }, { "{\"kind\":\"person\"}", true },
		{ "{\"kind\":\"helper\"}", true }, { "{\"kind\":\"tenant\"}", true },
		{ "{\"kind\":\"hub\"}", false }, { "{\"kind\":\"door\"}", false },
		{ "{\"kind\":\"event\",\"person\":\"p-1\"}", false }, { "{\"kind\":\"link\"}", false },
		{ "{\"kind\":\"need\"}", false }, { "{\"kind\":\"stop\"}", false },
		{ "{\"kind\":\"letter\"}", false }, { "{\"kind\":\"count\"}", false },
		{ "{\"kind\":\"reject\"}", false }, { "{\"kind\":\"pair\"}", false },
	};
	struct kin_people *people = kin_people_new();

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t place = keep(people, rows[i].line, 0, false);

		ck_assert_msg(kin_people_at(people, place)->person == rows[i].person, "%s", rows[i].line);
	}
	ck_assert_uint_eq(kin_people_persons(people, 0), 5);
	ck_assert_uint_eq(kin_people_persons(people, 1), 0);
	kin_people_free(people);
}
END_TEST

/* What the engine would be given, field by field: "given_name=Ada|family_name=Quill". */
static void
values(const char *fields, const char *line, const char *other, const char *want)
{
	struct kin_link_opts opts = { .mode = KIN_LINK_DEDUPE };
	struct kin_people *people = kin_people_new();
	struct kin_err err = KIN_ERR_NONE;
	struct kin_buf out = { 0 };
	struct kin_link *link;
	struct kin_str name;

	if (fields != NULL)
		ck_assert_int_eq(kin_people_choose(people, fields, &err), 0);
	keep(people, line, 0, false);
	if (other != NULL)
		keep(people, other, 0, false);
	kin_people_settle(people);
	link = kin_people_link(people, 0, &opts, NULL, NULL);
	for (size_t i = 0; link != NULL && kin_people_field_name(people, i, &name); i++) {
		if (out.len > 0)
			kin_buf_putc(&out, '|');
		kin_buf_add(&out, name);
		kin_buf_putc(&out, '=');
		kin_people_text(people, kin_people_at(people, 0), i, &out);
	}
	ck_assert_str_eq(kin_buf_text(&out), want);
	kin_buf_fini(&out);
	kin_link_free(link);
	kin_people_free(people);
}

START_TEST(what_is_compared)
{
	values(NULL, "{\"notes\":\"x\",\"id\":\"1\"}", NULL, "");
	values(NULL, "{\"given_name\":\"Jos\\u00e9\",\"birth_date\":\"1960-06\"}", NULL,
	    "given_name=José|birth_date=1960-06");
	values(NULL, "{\"phone\":[\"+441\",\"+442\",\"+441\"],\"email\":\"a@b.c\"}", NULL,
	    "phone=+441 / +442|email=a@b.c");
	values(NULL, "{\"address\":[\"Flat 2\",\"12 Bramble Way\"],\"uprn\":100}", NULL,
	    "address=Flat 2, 12 Bramble Way|uprn=100");
	values(NULL, "{\"given_name\":\"\",\"sex\":null,\"town\":\" Barking \"}", NULL,
	    "given_name=|sex=|town=Barking");
	values("soc_sec_id:number,flag", "{\"soc_sec_id\":12345678901234567890,\"flag\":true}", NULL,
	    "soc_sec_id=12345678901234567890|flag=true");
	values("+shoe_size:exact,-town", "{\"town\":\"Ely\",\"sex\":\"F\",\"shoe_size\":5}", NULL,
	    "sex=F|shoe_size=5");
}
END_TEST

START_TEST(names)
{
	static const char ada[] = "{\"given_name\":\"Ada\",\"family_name\":\"Quill\"}";

	values(NULL, "{\"full_name\":\"Mrs Ada Quill\"}", NULL, "given_name=Ada|family_name=Quill");
	values(NULL, "{\"full_name\":\"Quill\"}", ada, "given_name=|family_name=|full_name=Quill");
	values(NULL, ada, "{\"full_name\":\"Quill\"}",
	    "given_name=Ada|family_name=Quill|full_name=Ada Quill");
	values(NULL, "{\"full_name\":\"QUILL, Ada\"}", "{\"full_name\":\"Quill\"}",
	    "given_name=Ada|family_name=QUILL|full_name=Ada QUILL");
	values(NULL, "{\"full_name\":\"Ada Quill\",\"given_name\":\"A\",\"family_name\":\"Q\"}", NULL,
	    "given_name=A|family_name=Q");
	values("full_name", "{\"full_name\":\"Mrs Ada Quill\"}", NULL, "full_name=Mrs Ada Quill");
}
END_TEST

/* Records of one person are one record of the engine, with the values of them all. */
START_TEST(groups)
{
	struct kin_link_opts opts = { .mode = KIN_LINK_BETWEEN };
	struct kin_people *people = kin_people_new();
	struct kin_buf out = { 0 };
	struct kin_link *link;
	size_t a, b, c, d;

	a = keep(people, "{\"given_name\":\"Bob\",\"person\":{\"id\":\"p-1\"}}", 0, true);
	b = keep(people, "{\"given_name\":\"Robert\",\"person\":{\"id\":\"p-1\"}}", 0, true);
	c = keep(people, "{\"given_name\":\"Rob\",\"person\":{\"id\":\"p-1\"}}", 1, true);
	d = keep(people, "{\"given_name\":\"Ada\"}", 0, true);
	kin_people_settle(people);
	link = kin_people_link(people, 1, &opts, NULL, NULL);
	ck_assert_ptr_nonnull(link);
	ck_assert_uint_eq(kin_people_at(people, a)->number, kin_people_at(people, b)->number);
	ck_assert_uint_ne(kin_people_at(people, a)->number, kin_people_at(people, c)->number);
	ck_assert_uint_ne(kin_people_at(people, a)->number, kin_people_at(people, d)->number);
	kin_people_text(people, kin_people_of(people, kin_people_at(people, a)->number), 0, &out);
	ck_assert_uint_eq(out.len, strlen("Bob / Robert"));
	kin_buf_fini(&out);
	kin_link_free(link);
	kin_people_free(people);
}
END_TEST

/* Ids first; one of several with one id keeps it; nothing is named twice. */
START_TEST(keys)
{
	static const char *const rows[] = {
		"{\"source\":{\"list\":\"a\",\"id\":\"1\"},\"given_name\":\"Ada\"}",
		"{\"source\":{\"list\":\"a\",\"id\":\"1\"},\"given_name\":\"Bob\"}",
		"{\"source\":{\"list\":\"a\",\"line\":3},\"given_name\":\"Cora\"}",
		"{\"source\":{\"list\":\"a\",\"line\":4},\"given_name\":\"Cora\"}",
		"{\"source\":{\"list\":\"a\",\"id\":\"2\"},\"given_name\":\"Cora\"}",
	};
	enum { ROWS = sizeof(rows) / sizeof(*rows) };
	struct kin_people *people = kin_people_new();
	uint64_t made = (uint64_t)1 << 63, key[ROWS];
	size_t plain = 0;

	for (size_t i = 0; i < ROWS; i++)
		keep(people, rows[i], 0, false);
	kin_people_settle(people);
	for (size_t i = 0; i < ROWS; i++) {
		key[i] = kin_people_at(people, i)->key;
		plain += !(key[i] & made);
		for (size_t j = 0; j < i; j++)
			ck_assert_uint_ne(key[i], key[j]);
	}
	ck_assert_uint_eq(plain, 2);
	ck_assert(!(key[4] & made));
	ck_assert((key[2] & made) && (key[3] & made));
	kin_people_free(people);
}
END_TEST

START_TEST(ids)
{
	struct kin_buf out = { 0 };

	kin_people_id(&out, 'p', 0);
	ck_assert_str_eq(kin_buf_text(&out), "p-0000000000000");
	kin_buf_clear(&out);
	kin_people_id(&out, 'h', UINT64_MAX);
	ck_assert_str_eq(kin_buf_text(&out), "h-fzzzzzzzzzzzz");
	kin_buf_fini(&out);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("people");
	TCase *tests = tcase_create("all");
	SRunner *runner;
	int failed;

	tcase_add_test(tests, kinds);
	tcase_add_test(tests, what_is_compared);
	tcase_add_test(tests, names);
	tcase_add_test(tests, groups);
	tcase_add_test(tests, keys);
	tcase_add_test(tests, ids);
	suite_add_tcase(suite, tests);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}
