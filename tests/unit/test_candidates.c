/* Candidates against a look at every pair: the same pairs of a weight or more. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "kin/link/candidates.h"

enum { GIVEN, FAMILY, BORN, PHONE, EMAIL, ADDRESS, POSTCODE, NHS, FIELDS };
enum { PEOPLE = 900, RECORDS = 1500, ADDS = 8 };

static const struct kin_field_spec fields[FIELDS] = {
	{ "given_name", KIN_KIND_GIVEN_NAME, false }, { "family_name", KIN_KIND_FAMILY_NAME, true },
	{ "birth_date", KIN_KIND_DATE, false }, { "phone", KIN_KIND_PHONE, true },
	{ "email", KIN_KIND_EMAIL, false }, { "address", KIN_KIND_ADDRESS, true },
	{ "postcode", KIN_KIND_POSTCODE, true }, { "nhs_number", KIN_KIND_NHS, false }
};

static const char *const given[] = { "Amina", "Robert", "Bob", "Mary", "James", "Yusuf", "Maria",
	"Marie", "Jon", "John", "J", "Thomas", "Ola", "Idris", "Elizabeth", "Liz", "Fatima", "Fatimah" };
static const char *const family[] = { "Khan", "Kahn", "Dyer", "Price", "Shaw", "Thomas", "James",
	"Adeyemi", "Smith", "Smyth", "Begum", "Okafor", "Price-Shaw", "Robert" };
static const char *const street[] = { "Ripple Road", "Ripple Rd", "Church Street", "Green Lane",
	"Wood Lane", "Fan Close", "Heathway", "Heathwey" };

#define PICK(list)	(list)[draw(sizeof(list) / sizeof((list)[0]))]

static uint64_t state;

static unsigned int
draw(size_t below)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned int)((state >> 33) % below);
}

static bool
chance(unsigned int in_hundred)
{
	return draw(100) < in_hundred;
}

struct person {
	char	text[FIELDS][64];
};

static void
make(struct person *p)
{
	unsigned int house = 1 + draw(40);

	snprintf(p->text[GIVEN], 64, "%s", PICK(given));
	snprintf(p->text[FAMILY], 64, "%s", PICK(family));
	snprintf(p->text[BORN], 64, "%04u-%02u-%02u", 1940 + draw(70), 1 + draw(12), 1 + draw(28));
	snprintf(p->text[PHONE], 64, "+4477009%05u", draw(400));
	snprintf(p->text[EMAIL], 64, "%s.%s%u@example.org", PICK(given), PICK(family), draw(30));
	snprintf(p->text[ADDRESS], 64, "%u %s", house, PICK(street));
	snprintf(p->text[POSTCODE], 64, "RM%u %u%c%c", 1 + draw(9), draw(10), 'A' + draw(5), 'A' + draw(5));
	snprintf(p->text[NHS], 64, "%010u", draw(2000000000));
}

/* An edit, two letters exchanged, nothing there, a date in part, names in each other's place. */
static void
spoil(struct person *p)
{
	size_t f = draw(FIELDS), n = strlen(p->text[f]);
	char swap[64];

	switch (draw(6)) {
	case 0:
		p->text[f][0] = '\0';
		break;
	case 1:
		if (n > 3)
			p->text[f][1 + draw(n - 2)] = f == GIVEN || f == FAMILY ? 'e' : '1';
		break;
	case 2:
		if (n > 3) {
			memcpy(swap, p->text[f], n + 1);
			p->text[f][n - 1] = swap[n - 2];
			p->text[f][n - 2] = swap[n - 1];
		}
		break;
	case 3:
		p->text[BORN][chance(50) ? 4 : 7] = '\0';
		break;
	case 4:
		memcpy(swap, p->text[GIVEN], sizeof(swap));
		memcpy(p->text[GIVEN], p->text[FAMILY], sizeof(swap));
		memcpy(p->text[FAMILY], swap, sizeof(swap));
		break;
	default:
		make(p);
		break;
	}
}

static void
add(struct kin_columns *columns, uint32_t i, const struct person *p, uint32_t list)
{
	struct kin_columns_text texts[ADDS + 1];
	size_t count = 0;

	for (uint32_t f = 0; f < FIELDS; f++) {
		if (p->text[f][0] != '\0')
			texts[count++] = (struct kin_columns_text){ f, kin_str_of(p->text[f]) };
	}
	if (chance(20))
		texts[count++] = (struct kin_columns_text){ PHONE, KIN_STR("+447700900007") };
	kin_columns_add(columns, kin_hash64(kin_str((const char *)&i, sizeof(i)), 7), list, texts, count);
}

static struct kin_columns *
make_columns(unsigned int lacking, uint32_t lists)
{
	struct kin_columns *columns = kin_columns_new(fields, FIELDS);
	struct person *people = kin_calloc(PEOPLE, sizeof(*people));

	for (uint32_t i = 0; i < PEOPLE; i++)
		make(&people[i]);
	for (uint32_t i = 0; i < RECORDS; i++) {
		struct person p = people[draw(PEOPLE)];

		while (chance(50))
			spoil(&p);
		for (size_t f = 0; f < FIELDS; f++) {
			if (chance(lacking))
				p.text[f][0] = '\0';
		}
		add(columns, i, &p, draw(lists));
	}
	kin_free(people);
	kin_columns_seal(columns);
	return columns;
}

static void
same_edges(const struct kin_edges *all, const struct kin_edges *found, double least)
{
	size_t j = 0;

	for (size_t i = 0; i < all->count; i++) {
		if (all->list[i].weight < least)
			continue;
		ck_assert_msg(j < found->count && found->list[j].a == all->list[i].a &&
		    found->list[j].b == all->list[i].b && found->list[j].weight == all->list[i].weight,
		    "missed %u and %u of weight %.3f, least %.3f", all->list[i].a, all->list[i].b,
		    all->list[i].weight, least);
		j++;
	}
	ck_assert_uint_eq(j, found->count);
}

static void
compare_by(struct kin_candidates_ask *ask, const struct kin_score *score, double least,
    const struct kin_edges *all, enum kin_candidates_how how)
{
	struct kin_edges found;
	double reached;
	uint64_t looked;

	ask->plan.score = score;
	ask->plan.least = least;
	ask->plan.hard = 0.0;
	ask->how = how;
	kin_candidates_find(ask, &found, &reached, &looked);
	ck_assert(reached >= least && reached <= 0.5);
	same_edges(all, &found, reached);
	kin_free(found.list);
}

static void
compare_one(struct kin_candidates_ask *ask, const struct kin_score *score, double least,
    const struct kin_edges *all)
{
	compare_by(ask, score, least, all, KIN_CANDIDATES_KEYS);
	compare_by(ask, score, least, all, KIN_CANDIDATES_SWEEP);
	compare_by(ask, score, least, all, KIN_CANDIDATES_QUICKEST);
}

static void
check_columns(struct kin_columns *columns, uint32_t most, bool between)
{
	struct kin_compare *compare = kin_compare_new(columns, most, 2);
	struct kin_model model;
	struct kin_patterns patterns;
	struct kin_estimate estimate;
	struct kin_pairs pairs;
	struct kin_rows *rows = kin_rows_new(columns, compare, 2);
	uint32_t members[2] = { 0, 0 };
	struct kin_candidates_ask ask = { .plan = { .columns = columns, .compare = compare },
	    .between = between, .threads = 2, .rows = rows };
	struct kin_sides sides = { 0 };
	struct kin_pairs_ask every = { .columns = columns, .compare = compare,
	    .sides = between ? &sides : NULL, .keep = -4.0, .threads = 2 };
	struct kin_score *person, *home;

	if (between)
		kin_sides_init(&sides, columns);
	for (uint32_t i = 0; i < columns->records; i++)
		members[columns->list[i]]++;
	kin_model_init(&model, fields, FIELDS);
	kin_patterns_count(&patterns, columns, compare, NULL, 2);
	kin_estimate(&model, &patterns, members, columns->lists, &estimate);
	person = kin_score_new(columns, compare, &model, &estimate.shares, KIN_ASK_PERSON);
	home = kin_score_new(columns, compare, &model, &estimate.shares, KIN_ASK_HOUSEHOLD);
	every.person = person;
	every.home = home;
	kin_pairs_find(&pairs, &every);
	ck_assert_uint_gt(pairs.people.count, 200);
	compare_one(&ask, person, -4.0, &pairs.people);
	compare_one(&ask, person, -1.0, &pairs.people);
	compare_one(&ask, home, 0.0, &pairs.homes);
	kin_pairs_fini(&pairs);
	kin_sides_fini(&sides);
	kin_patterns_fini(&patterns);
	kin_score_free(person);
	kin_score_free(home);
	kin_compare_free(compare);
	kin_rows_free(rows);
}

START_TEST(candidates_are_all_that_count)
{
	static const unsigned int lacking[] = { 0, 5, 25, 50 };
	uint32_t lists = _i % 2 ? 2 : 1;
	struct kin_columns *columns;

	state = (uint64_t)_i + 1;
	columns = make_columns(lacking[_i % 4], lists);
	check_columns(columns, _i % 3 ? 4096 : 16, lists == 2 && _i % 4 == 1);
	kin_columns_free(columns);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("candidates");
	TCase *all = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_set_timeout(all, 120);
	tcase_add_loop_test(all, candidates_are_all_that_count, 0, 8);
	suite_add_tcase(suite, all);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? 1 : 0;
}
