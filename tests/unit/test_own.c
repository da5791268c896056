#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "kin/base/map.h"
#include "kin/link/link.h"

enum { GIVEN, FAMILY, BORN, PHONE, ADDRESS, POSTCODE, FIELDS };

static const struct kin_field_spec fields[FIELDS] = {
	{ "given_name", KIN_KIND_GIVEN_NAME, false }, { "family_name", KIN_KIND_FAMILY_NAME, true },
	{ "birth_date", KIN_KIND_DATE, false }, { "phone", KIN_KIND_PHONE, true },
	{ "address", KIN_KIND_ADDRESS, true }, { "postcode", KIN_KIND_POSTCODE, true }
};

struct row {
	const char	*text[FIELDS];
};

/* How many people the rows are, in a list of their own. */
static uint32_t
people(const struct row *rows, uint32_t count)
{
	struct kin_link_opts opts = { 0 };
	struct kin_link *link = kin_link_new(fields, FIELDS, &opts);
	struct kin_err err;
	uint32_t clusters;

	for (uint32_t r = 0; r < count; r++) {
		struct kin_link_value values[FIELDS];
		size_t n = 0;

		for (uint32_t f = 0; f < FIELDS; f++) {
			if (rows[r].text[f] != NULL)
				values[n++] = (struct kin_link_value){ f, kin_str_of(rows[r].text[f]) };
		}
		kin_link_add(link, r + 1, 0, values, n);
	}
	ck_assert_int_eq(kin_link_run(link, &err), 0);
	clusters = kin_link_clusters(link);
	kin_link_free(link);
	return clusters;
}

/* Each a whole list: of two rows, and who they are. */
static const struct {
	struct row	rows[2];
	uint32_t	people;
} twos[] = {
	/* one full name, all else another's */
	{ { { { "Mohammed", "Khan", "1991-04-18", "+447700900826", "66 Malthouse Lane", "IG11 9NG" } },
	    { { "Mohammed", "Khan", "1950-01-12", "+442079460474", "56 Turnstone Walk", "IG11 0AS" } } }, 2 },
	{ { { { "Maria", "Popa", NULL, "+447700900826", "66 Malthouse Lane", "IG11 9NG" } },
	    { { "Maria", "Popa", NULL, "+442079460474", "56 Turnstone Walk", "IG11 0AS" } } }, 2 },
	/* twins, by names that are alike and by names that few lists know */
	{ { { { "Daniel", "Kamara", "1992-06-30", "+442079460988", "1 Abbey Road", "IG11 0HY" } },
	    { { "David", "Kamara", "1992-06-30", "+442079460988", "1 Abbey Road", "IG11 0HY" } } }, 2 },
	{ { { { "Taiwo", "Adebayo", "1992-06-30", "+442079460988", "1 Abbey Road", "IG11 0HY" } },
	    { { "Kehinde", "Adebayo", "1992-06-30", "+442079460988", "1 Abbey Road", "IG11 0HY" } } }, 2 },
	/* father and son; a couple */
	{ { { { "John", "Price", "1948-05-05", "+447700900003", "9 Green Lane", "RM8 1AA" } },
	    { { "John", "Price", "1979-11-23", "+447700900003", "9 Green Lane", "RM8 1AA" } } }, 2 },
	{ { { { "John", "Price", "1948-05-05", "+447700900003", "9 Green Lane", "RM8 1AA" } },
	    { { "Mary", "Price", "1950-02-20", "+447700900003", "9 Green Lane", "RM8 1AA" } } }, 2 },
	/* one date and nothing else */
	{ { { { NULL, NULL, "1980-01-01", NULL, NULL, NULL } },
	    { { NULL, NULL, "1980-01-01", NULL, NULL, NULL } } }, 2 },
	/* one person: the same, a typo, another address and phone */
	{ { { { "Ann", "Smith", "1980-01-01", NULL, NULL, NULL } },
	    { { "Ann", "Smith", "1980-01-01", NULL, NULL, NULL } } }, 1 },
	{ { { { "Amina", "Khan", "1984-03-12", "+447700900001", "3 Ripple Road", "IG11 7PG" } },
	    { { "Amian", "Khan", "1984-03-12", "+447700900001", "3 Ripple Rd", "IG11 7PG" } } }, 1 },
	{ { { { "John", "Kamara", "1992-06-30", "+442079460988", "1 Abbey Road", "IG11 0HY" } },
	    { { "John", "Kamara", "1992-06-30", "+442079460999", "22 Elm Street", "RM10 2AA" } } }, 1 }
};

START_TEST(two_rows_are_a_list)
{
	ck_assert_uint_eq(people(twos[_i].rows, 2), twos[_i].people);
}
END_TEST

START_TEST(one_birth_date_makes_no_person)
{
	static const struct row same[] = {
		{ { "Ann", "Smith", "1980-01-01" } }, { { "Bola", "Ade", "1980-01-01" } },
		{ { "Carl", "Jung", "1980-01-01" } }, { { "Grace", "Khan", "1980-01-01" } },
		{ { "Eve", "Lord", "1980-01-01" } }
	};
	static const struct row near[] = {
		{ { "Ann", "Smith", "1980-01-01" } }, { { "Bola", "Ade", "1980-01-02" } },
		{ { "Carl", "Jung", "1980-01-03" } }, { { "Grace", "Khan", "1980-01-04" } },
		{ { "Eve", "Lord", "1980-01-05" } }
	};

	ck_assert_uint_eq(people(same, 5), 5);
	ck_assert_uint_eq(people(near, 5), 5);
}
END_TEST

START_TEST(a_list_without_anybody_twice_stays_so)
{
	static const char *const given[] = { "Aisha", "Ben", "Chloe", "Omar", "Ella", "Farid", "Grace",
	    "Hugo", "Isla", "Jay", "Kofi", "Lily", "Musa" };
	static const char *const family[] = { "Smith", "Khan", "Patel", "Jones", "Brown", "Ali", "Begum" };
	enum { PEOPLE = 91 };
	static char born[PEOPLE][16];
	struct row rows[PEOPLE] = { 0 };

	for (int i = 0; i < PEOPLE; i++) {
		rows[i].text[GIVEN] = given[i % 13];
		rows[i].text[FAMILY] = family[i % 7];
		snprintf(born[i], sizeof(born[i]), "%d-%02d-%02d", 1930 + i * 37 % 80, 1 + i * 5 % 12,
		    1 + i * 11 % 28);
		rows[i].text[BORN] = born[i];
	}
	ck_assert_uint_eq(people(rows, PEOPLE), PEOPLE);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("own");
	TCase *all = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, all);
	tcase_add_loop_test(all, two_rows_are_a_list, 0, (int)(sizeof(twos) / sizeof(twos[0])));
	tcase_add_test(all, one_birth_date_makes_no_person);
	tcase_add_test(all, a_list_without_anybody_twice_stays_so);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
