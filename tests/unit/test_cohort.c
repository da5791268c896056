/* cohort: rules read, and what records say to them. */
#include <stdlib.h>

#include <check.h>

#include "kin/step/cohort.h"

static struct kin_buf got;

static void
keep(void *ctx, struct kin_str line)
{
	(void)ctx;
	kin_buf_clear(&got);
	kin_buf_add(&got, line);
}

/* ' for " */
static struct kin_str
quoted(const char *text, struct kin_buf *room)
{
	for (kin_buf_clear(room); *text != '\0'; text++)
		kin_buf_putc(room, *text == '\'' ? '"' : *text);
	return kin_buf_str(room);
}

static struct kin_cohort *
with_rules(const char *rules, bool why)
{
	struct kin_cohort_opts opts = { .sink = keep, .today = KIN_STR("2020-04-06"), .why = why };
	struct kin_cohort *cohort = kin_cohort_new(&opts);
	struct kin_buf room = { 0 };
	struct kin_err err;

	ck_assert_msg(kin_cohort_read(cohort, quoted(rules, &room), &err) == 0, "%s: %ld:%ld: %s", rules, err.line,
	    err.column, err.text);
	kin_buf_fini(&room);
	return cohort;
}

static void
push(struct kin_cohort *cohort, const char *line)
{
	struct kin_buf room = { 0 };

	kin_cohort_line(cohort, quoted(line, &room));
	kin_buf_fini(&room);
}

/* How a rule and its negation hold: 1 yes, 0 no, -1 unknown. */
START_TEST(holds)
{
	static const struct { const char *rule, *rec; int is; } cases[] = {
		{ "age >= 70", "{'birth_date':'1950-04-06'}", 1 },
		{ "age >= 70", "{'birth_date':'1950-04-07'}", 0 },
		{ "age >= 70", "{'birth_date':'1950'}", -1 },
		{ "age >= 70", "{'birth_date':'1949'}", 1 },
		{ "age >= 70", "{'birth_date':'1950-04'}", -1 },
		{ "age >= 70", "{'birth_date':'1950-03'}", 1 },
		{ "age >= 70", "{}", -1 },
		{ "age >= 70", "{'birth_date':'--06-01'}", -1 },
		{ "age at 2020-04-07 >= 70", "{'birth_date':'1950-04-07'}", 1 },
		{ "age < 6 months", "{'birth_date':'2019-10-07'}", 1 },
		{ "age < 6 months", "{'birth_date':'2019-10-06'}", 0 },
		{ "age = 70 years", "{'birth_date':'1949-04-07'}", 1 },
		{ "age != 70", "{'birth_date':'1949-04-06'}", 1 },
		{ "age > 70", "{'birth_date':'1949-04-07'}", 0 },
		{ "age <= 69", "{'birth_date':'1950-04-07'}", 1 },
		{ "list tenants", "{'lists':{'tenants':{'id':'t:1'}}}", 1 },
		{ "list tenants, shielded", "{'lists':{'shielded':{}}}", 1 },
		{ "list tenants", "{'lists':{'shielded':{}}}", 0 },
		{ "list tenants", "{}", 0 },
		{ "need shopping, parcel", "{'needs':['parcel']}", 1 },
		{ "need shopping", "{}", 0 },
		{ "ward E05014053, E05014061", "{'ward':'E05014061'}", 1 },
		{ "ward E05014053", "{'ward':'E05014054'}", 0 },
		{ "ward E05014053", "{}", -1 },
		{ "ward", "{'ward':'E05014054'}", 1 },
		{ "words 'rough sleeping', nrpf", "{'Comments':'He is Rough-Sleeping.'}", 1 },
		{ "words 'sleep'", "{'notes':'asleep'}", 0 },
		{ "notes has hostel", "{'notes':'In a hostel, room 4'}", 1 },
		{ "address has hostel", "{'address':['Room 4','Elm Hostel']}", 1 },
		{ "address has hostel", "{}", 0 },
		{ "language = Polish, urdu", "{'language':'Urdu'}", 1 },
		{ "language = Polish", "{}", -1 },
		{ "language != Polish", "{'language':'Urdu'}", 1 },
		{ "received >= 2020-04", "{'received':'2020-04-01T09:00:00'}", 1 },
		{ "received < 2020-04", "{'received':'2020-03-31'}", 1 },
		{ "received = 2020-04", "{'received':'2020-04-30'}", 1 },
		{ "received = 2020-04-06", "{'received':'2020-04'}", -1 },
		{ "household.size > 4", "{'household':{'id':'h-1','size':5}}", 1 },
		{ "household.size > 4", "{'household':{'id':'h-1'}}", -1 },
		{ "person.size", "{'person':{'id':'p-1','size':1}}", 1 },
		{ "level >= 3", "{'level':3}", 1 },
		{ "easting < 544000.5", "{'easting':544000}", 1 },
		{ "urgent = true", "{'urgent':true}", 1 },
		{ "phone", "{'phone':['+441']}", 1 },
		{ "phone", "{}", 0 },
		{ "'Own column' = Y", "{'Own column':'y'}", 1 },
		{ "'Rent' > 99", "{'Rent':'100.50'}", 1 },
		{ "'Own column'", "{}", 0 },
		{ "not phone and not email", "{}", 1 },
		{ "phone or email and sex", "{'phone':'1'}", 1 },
		{ "(phone or email) and sex", "{'phone':'1'}", 0 },
		{ "not (phone and age > 1)", "{}", 1 },
		{ "phone and age > 1", "{'phone':'1'}", -1 },
		{ "phone or age > 1", "{'phone':'1'}", 1 },
		{ "not not phone", "{'phone':'1'}", 1 },
	};
	struct kin_buf rules = { 0 };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct kin_cohort *cohort;
		int is;

		kin_buf_clear(&rules);
		kin_buf_printf(&rules, "it = %s\nnot-it = not it\n", cases[i].rule);
		cohort = with_rules(kin_buf_text(&rules), false);
		push(cohort, cases[i].rec);
		is = strstr(kin_buf_text(&got), "[\"it\"]") ? 1 : strstr(kin_buf_text(&got), "[\"not-it\"]") ? 0 : -1;
		ck_assert_msg(is == cases[i].is, "%s for %s: %d", cases[i].rule, cases[i].rec, is);
		kin_cohort_free(cohort);
	}
	kin_buf_fini(&rules);
}
END_TEST

START_TEST(written)
{
	struct kin_cohort *cohort = with_rules("# two\nold = age >= 70\n\nalone = old\n\tand not household\n", true);

	push(cohort, "{'birth_date':'1948-07-02','cohorts':['was'],'x':1}");
	ck_assert_str_eq(kin_buf_text(&got), "{\"birth_date\":\"1948-07-02\",\"x\":1,\"cohorts\":[\"old\",\"alone\"],"
	    "\"cohort_why\":{\"old\":[\"born 1948-07-02: 71 on 2020-04-06\"],"
	    "\"alone\":[\"born 1948-07-02: 71 on 2020-04-06\",\"has no household\"]}}");
	push(cohort, "{'birth_date':'2000-07-02','cohorts':['was'],'x':1}");
	ck_assert_str_eq(kin_buf_text(&got), "{\"birth_date\":\"2000-07-02\",\"x\":1}");
	push(cohort, "{ 'kind':'hub' , 'birth_date':'1948-07-02'}");
	ck_assert_str_eq(kin_buf_text(&got), "{ \"kind\":\"hub\" , \"birth_date\":\"1948-07-02\"}");
	kin_cohort_free(cohort);
	cohort = with_rules("a = list shielded, tenants and notes has hostel, refuge and not language = Polish, Urdu"
	    " and (email or level >= 2)", true);
	push(cohort, "{'lists':{'tenants':{}},'notes':'The Refuge','language':'Welsh','level':3}");
	ck_assert_ptr_nonnull(strstr(kin_buf_text(&got), "[\"on list tenants\",\"notes has refuge\","
	    "\"language is not Polish or Urdu\",\"level is 3\"]"));
	kin_cohort_free(cohort);
}
END_TEST

START_TEST(refused)
{
	static const struct { const char *rules; long line, column; const char *why; } cases[] = {
		{ "", 0, 0, "no rule in it" },
		{ "# nothing\n", 0, 0, "no rule in it" },
		{ "old age", 1, 5, "a = is wanted here: \"age\"" },
		{ "old = age", 1, 10, "a comparison is wanted here: = != < <= > >=, and the rule ends" },
		{ "old = age >= many", 1, 14, "a number is wanted here: \"many\"" },
		{ "a = phone\nb = contactd", 2, 5, "no rule above and no field is called so; "
		    "a column of the list's own stands in quotes: \"contactd\"" },
		{ "a = phone\n\na = email", 3, 1, "a second group of this name: \"a\"" },
		{ "phone = email", 1, 1, "a group cannot be called this: \"phone\"" },
		{ "a = (phone", 1, 11, "a ) is wanted here, and the rule ends" },
		{ "a = phone email", 1, 11, "the rule could end here; and, or is wanted: \"email\"" },
		{ "a = phone and\nb = email", 2, 1, "something to ask is wanted here, and the rule ends" },
		{ "a = need shoping", 1, 10, "not a task word among: \"shoping\"" },
		{ "a = received > soon", 1, 16, "a date is wanted here, as 2020-04-06: \"soon\"" },
		{ "a = language > Urdu", 1, 5, "this is no number and no date: \"language\"" },
		{ "a = words 'nrpf", 1, 11, "a quote is not closed: \"\"\"" },
		{ "a = words '--'", 1, 11, "words are wanted here: \"--\"" },
		{ "a = list", 1, 9, "the name of a list is wanted here, and the rule ends" },
	};
	struct kin_cohort_opts opts = { .sink = keep, .today = KIN_STR("2020-04-06") };
	struct kin_buf room = { 0 };
	struct kin_err err;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct kin_cohort *cohort = kin_cohort_new(&opts);

		ck_assert_msg(kin_cohort_read(cohort, quoted(cases[i].rules, &room), &err) == -1, "%s", cases[i].rules);
		ck_assert_str_eq(err.text, cases[i].why);
		ck_assert_msg(err.line == cases[i].line && err.column == cases[i].column, "%s: %ld:%ld",
		    cases[i].rules, err.line, err.column);
		kin_cohort_free(cohort);
	}
	kin_buf_fini(&room);
}
END_TEST

/* and, or, not by Kleene's tables. */
START_TEST(tables)
{
	static const char *const value[] = { "", "0", "1" };	/* unknown, no, yes */
	static const double is[] = { 0.5, 0, 1 };
	struct kin_cohort *cohort;

	for (int a = 0; a < 3; a++)
		for (int b = 0; b < 3; b++) {
			double both = is[a] < is[b] ? is[a] : is[b], any = is[a] > is[b] ? is[a] : is[b];
			struct kin_buf line = { 0 }, want = { 0 };

			cohort = with_rules("both = 'a' = 1 and 'b' = 1\nany = 'a' = 1 or 'b' = 1\n"
			    "nor = not any\nnand = not both\n", false);
			kin_buf_printf(&line, "{%s%s%s%s%s}", a ? "\"a\":" : "", value[a], a && b ? "," : "",
			    b ? "\"b\":" : "", value[b]);
			kin_cohort_line(cohort, kin_buf_str(&line));
			kin_buf_puts(&want, both == 1 ? "\"both\"," : "");
			kin_buf_puts(&want, any == 1 ? "\"any\"," : "");
			kin_buf_puts(&want, any == 0 ? "\"nor\"," : "");
			kin_buf_puts(&want, both == 0 ? "\"nand\"," : "");
			if (want.len > 0) {
				want.len--;
				ck_assert_msg(strstr(kin_buf_text(&got), kin_buf_text(&want)) != NULL, "%s: %s",
				    kin_buf_text(&got), kin_buf_text(&want));
			} else
				ck_assert_ptr_null(strstr(kin_buf_text(&got), "cohorts"));
			kin_cohort_free(cohort);
			kin_buf_fini(&line);
			kin_buf_fini(&want);
		}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("cohort");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, holds);
	tcase_add_test(tests, written);
	tcase_add_test(tests, refused);
	tcase_add_test(tests, tables);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	kin_buf_fini(&got);
	return failed != 0;
}
