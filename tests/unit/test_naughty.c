/*
 * naughty: strings that break software, through every field parser.  None may crash
 * one, and none that is no value may be taken for one.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include <check.h>

#include "kin/field/email.h"
#include "kin/field/name.h"
#include "kin/field/need.h"
#include "kin/field/nhs.h"
#include "kin/field/order.h"
#include "kin/field/phone.h"
#include "kin/field/placeholder.h"
#include "kin/field/postcode.h"
#include "kin/field/sex.h"
#include "kin/field/uprn.h"
#include "kin/field/when.h"
#include "kin/field/yes.h"

enum parser { NAME, PART, WHEN, POSTCODE, PHONE, EMAIL, NHS, UPRN, SEX, YES, NEED, PARSERS };

static struct kin_buf room, unknown;

/* Which parsers take it, as bits. */
static unsigned
taken(struct kin_str s)
{
	static const struct kin_when_rule rule = { KIN_WHEN_BIRTH, KIN_WHEN_DAY_FIRST,
	    KIN_WHEN_NO_PIVOT, { 2020, 4, 20 } };
	char postcode[KIN_POSTCODE_MAX], nhs[KIN_NHS_MAX], uprn[KIN_UPRN_MAX], sex;
	struct kin_err err = KIN_ERR_NONE;
	struct kin_order order = { 0 };
	struct kin_phone phone;
	struct kin_name name;
	struct kin_when when;
	struct kin_str part;
	unsigned bits = 0;
	bool yes;

	bits |= (unsigned)(kin_name_split(s, &room, &name, &err) == 0) << NAME;
	bits |= (unsigned)(kin_name_part(s, &room, &part, &err) == 0) << PART;
	bits |= (unsigned)(kin_when_parse(s, &rule, &when, &err) == 0) << WHEN;
	bits |= (unsigned)(kin_postcode_parse(s, postcode, NULL, &err) == 0) << POSTCODE;
	bits |= (unsigned)(kin_phone_parse(s, &phone, &err) == 0) << PHONE;
	bits |= (unsigned)(kin_email_parse(s, &part, &err) == 0) << EMAIL;
	bits |= (unsigned)(kin_nhs_parse(s, nhs, &err) == 0) << NHS;
	bits |= (unsigned)(kin_uprn_parse(s, uprn, &err) == 0) << UPRN;
	bits |= (unsigned)(kin_sex_parse(s, &sex, &err) == 0) << SEX;
	bits |= (unsigned)(kin_yes_parse(s, &yes, &err) == 0) << YES;
	kin_buf_clear(&unknown);
	bits |= (unsigned)(kin_need_parse(s, &room, &unknown) != 0) << NEED;
	(void)kin_need_scan(s, &room);
	(void)kin_name_filler(s);
	(void)kin_placeholder_is(s);
	(void)kin_postcode_find(s, &part);
	kin_order_see(&order, s);
	return bits;
}

START_TEST(list)
{
	static const enum parser none[] = { WHEN, POSTCODE, PHONE, EMAIL, NHS };
	const char *folder = getenv("KIN_DATA");
	char path[PATH_MAX], *line = NULL;
	unsigned counts[PARSERS] = { 0 };
	size_t cap = 0;
	ssize_t len;
	FILE *file;

	snprintf(path, sizeof(path), "%s/blns/blns.txt", folder ? folder : "../shared/data");
	file = fopen(path, "r");
	if (file == NULL) {
		printf("SKIP naughty strings: no %s\n", path);
		return;
	}
	while ((len = getline(&line, &cap, file)) > 0) {
		unsigned bits = taken(kin_str(line, (size_t)len - (line[len - 1] == '\n')));

		for (int i = 0; i < PARSERS; i++)
			counts[i] += bits >> i & 1;
	}
	free(line);
	fclose(file);
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		ck_assert_msg(counts[none[i]] == 0, "parser %d takes %u", none[i], counts[none[i]]);
	ck_assert_uint_eq(counts[UPRN], 4);		/* 1, 01000, 08, 09 */
	ck_assert_uint_eq(counts[YES], 8);		/* true and false three times each, 1, 0 */
	ck_assert_uint_eq(counts[NAME], counts[PART]);
	ck_assert_uint_gt(counts[NAME], 20);		/* text that is merely odd */
}
END_TEST

/* Good values with bytes changed, cut and doubled at random: parsers must only not crash. */
START_TEST(mutations)
{
	static const char *const seeds[] = {
		"Mr John (Jo) van der Smith, OBE", "1983-05-02T10:22:33+01:00", "2nd of January 1950 10:22 pm",
		"RM10 9AA", "+44 (0)20 7946 0000 ext 12", "mailto:<ama@example.org>", "999 000 0018",
		"000000199356", "Doesn't need shopping, but a food parcel; prescription / call", "王 小明 née"
	};
	unsigned long state = 20200420;
	char text[128];

	for (int round = 0; round < 20000; round++) {
		struct kin_str seed = kin_str_of(seeds[round % 10]);
		size_t len = seed.len;

		memcpy(text, seed.p, len);
		for (int i = 0; i < 1 + round % 4; i++) {
			state = state * 6364136223846793005UL + 1442695040888963407UL;
			switch (state >> 60 & 3) {
			case 0:
				text[(state >> 33) % len] = (char)(state >> 24);
				break;
			case 1:
				len = 1 + (state >> 33) % len;
				break;
			default:
				text[(state >> 33) % len] = text[(state >> 20 & 0xffff) % len];
			}
		}
		(void)taken(kin_str(text, len));
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("naughty");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, list);
	tcase_add_test(tests, mutations);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
