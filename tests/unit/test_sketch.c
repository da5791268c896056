/* Sketches against the comparisons that they stand for: "no" is never wrong. */
#include <check.h>
#include <stdio.h>

#include "kin/base/buf.h"
#include "kin/base/mem.h"
#include "kin/link/sketch.h"

enum { NAMES = 400, TEXT = 32 };

static uint64_t state;

static unsigned int
draw(unsigned int below)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned int)(state >> 33) % below;
}

/* A name of a few syllables, sometimes of two words, sometimes an initial; often another's with an edit. */
static void
make_name(char (*names)[TEXT], size_t n)
{
	static const char *const parts[] = { "mar", "i", "an", "ne", "so", "ka", "bel", "la", "ro", "bert", "th", "om",
		"as", "el", "iza", "beth", "mo", "ham", "med", "yu", "suf" };
	char *name = names[n];
	size_t len = 0, words = 1 + (draw(6) == 0);

	if (n > 0 && draw(2) == 0) {
		memcpy(name, names[draw((unsigned int)n)], TEXT);
		name[draw((unsigned int)strlen(name))] = (char)('a' + draw(26));
		return;
	}
	for (size_t w = 0; w < words; w++) {
		for (unsigned int p = draw(4) + (w > 0); p < 4 && len + 8 < TEXT; p++)
			len += (size_t)snprintf(name + len, TEXT - len, "%s", parts[draw(21)]);
		if (w + 1 < words && len > 0)
			name[len++] = ' ';
	}
	name[len] = '\0';
	if (len == 0 || name[len - 1] == ' ' || draw(20) == 0)
		snprintf(name, TEXT, "%c", 'a' + draw(26));
}

static struct kin_columns *
make_columns(enum kin_kind kind)
{
	const struct kin_field_spec field = { "field", kind, false };
	struct kin_columns *columns = kin_columns_new(&field, 1);
	char names[NAMES][TEXT];

	for (uint32_t i = 0; i < NAMES; i++) {
		struct kin_columns_text text = { 0, { NULL, 0 } };

		make_name(names, i);
		text.text = kin_str_of(names[i]);
		kin_columns_add(columns, i, 0, &text, 1);
	}
	kin_columns_seal(columns);
	return columns;
}

START_TEST(no_near_name_is_denied)
{
	static const enum kin_kind kinds[] = { KIN_KIND_GIVEN_NAME, KIN_KIND_FAMILY_NAME, KIN_KIND_NAME };
	struct kin_columns *columns;
	struct kin_sketch *sketch;
	size_t near = 0, denied = 0;

	state = (uint64_t)_i + 7;
	columns = make_columns(kinds[_i % 3]);
	sketch = kin_sketch_column(&columns->column[0]);
	for (uint32_t a = 1; a <= columns->column[0].entries; a++) {
		for (uint32_t b = 1; b < a; b++) {
			int level = kin_column_level(&columns->column[0], a, b);
			bool is_near = level > KIN_LEVEL_SAME && level <= kin_sketch_last(kinds[_i % 3]);

			ck_assert_msg(!is_near || kin_sketch_may(&sketch[a], &sketch[b]), "level %d denied", level);
			near += is_near;
			denied += !kin_sketch_may(&sketch[a], &sketch[b]);
		}
	}
	ck_assert_uint_gt(near, 100);
	ck_assert_uint_gt(denied, columns->column[0].entries * (columns->column[0].entries - 1) / 4);
	kin_free(sketch);
	kin_columns_free(columns);
}
END_TEST

START_TEST(no_near_street_is_denied)
{
	struct kin_columns *columns;
	const struct kin_column *column;
	size_t near = 0;

	state = (uint64_t)_i + 11;
	columns = make_columns(KIN_KIND_ADDRESS);
	column = &columns->column[0];
	for (uint32_t a = 1; a < column->value_count; a++) {
		for (uint32_t b = 0; b < a; b++) {
			struct kin_street_sketch x = kin_sketch_street(&column->values[a]);
			struct kin_street_sketch y = kin_sketch_street(&column->values[b]);
			bool is_near = kin_level_of(KIN_KIND_ADDRESS, &column->values[a], &column->values[b]) <
			    KIN_LEVEL_ADDRESS_NEAR + 3;

			ck_assert(!is_near || kin_sketch_may_street(&x, &y));
			near += is_near;
		}
	}
	ck_assert_uint_gt(near, 50);
	kin_columns_free(columns);
}
END_TEST

START_TEST(what_is_not_a_name_has_none)
{
	struct kin_columns *columns = make_columns(KIN_KIND_TEXT);

	ck_assert_ptr_null(kin_sketch_column(&columns->column[0]));
	ck_assert_int_eq(kin_sketch_last(KIN_KIND_DATE), 0);
	kin_columns_free(columns);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("sketch");
	TCase *all = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_loop_test(all, no_near_name_is_denied, 0, 12);
	tcase_add_loop_test(all, no_near_street_is_denied, 0, 4);
	tcase_add_test(all, what_is_not_a_name_has_none);
	suite_add_tcase(suite, all);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? 1 : 0;
}
