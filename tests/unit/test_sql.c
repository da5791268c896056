#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "kin/link/sql.h"

/* What DuckDB 2.0 says of the same expressions, of two records with these columns. */
static const struct {
	const char	*name, *left, *right;		/* NULL: none */
} columns[] = {
	{ "a", "martha", "marhta" },
	{ "empty", "", "" },
	{ "none", NULL, "x" },
	{ "date", "2020-02-03", "2020-03-01" },
	{ "short", "2020-2-3", " 2020-02-03 " },
	{ "bad", "2020-02-30", "2020-02-03x" },
	{ "tight", "20200203", "202023" },
	{ "when", "2020-02-03T01:02:03Z", "1970-01-01T00:00:00Z" },
	{ "accent", "ÉA", "éa" },
	{ "n", "1.5", "2.5" },
	{ "email", "ada.quill@example.org", "ada.quill@example.com" },
	{ "pc", "RM10 9AA", "RM10 9ZZ" },
	{ "set", "abcdefg", "abcdefghij" }
};
enum { COLUMNS = sizeof(columns) / sizeof(*columns) };

static const struct {
	const char	*sql;
	const char	*is;		/* as text; NULL: it is NULL */
} known[] = {
	{ "a_l = a_r", "false" },
	{ "\"a_l\" = \"a_r\" OR NOT (a_l = a_r)", "true" },
	{ "none_l IS NULL OR none_r IS NULL", "true" },
	{ "none_l = none_r", NULL },
	{ "none_l = none_r AND a_l = a_r", "false" },
	{ "none_l = none_r OR a_l <> a_r", "true" },
	{ "NOT (none_l = none_r)", NULL },
	{ "none_l IS NOT NULL", "false" },
	{ "a_l in ('x', 'martha') AND a_r NOT IN ('martha')", "true" },
	{ "levenshtein(a_l, a_r) BETWEEN 1 AND 2", "true" },
	{ "levenshtein(a_l, a_r)", "2" },
	{ "damerau_levenshtein(a_l, a_r)", "1" },
	{ "jaro_similarity(empty_l, empty_r)", "0" },
	{ "round(jaro_winkler_similarity(a_l, a_r) * 1e9)", "961111111" },
	{ "jaccard(set_l, set_r) >= 0.7", "true" },
	{ "jaccard(empty_l, empty_r)", NULL },
	{ "hamming('abc', 'abd')", "1" },
	{ "levenshtein(accent_l, accent_r)", "2" },
	{ "LOWER(accent_l) = LOWER(accent_r)", "true" },
	{ "substring(accent_l, 1, 1)", "É" },
	{ "substring('abcdef', 0, 3)", "ab" },
	{ "SUBSTR('abcdef', -3, 2)", "de" },
	{ "left('abcdef', 2) || right('abcdef', 2)", "abef" },
	{ "length(accent_l)", "2" },
	{ "regexp_extract('abc', '(z)?b', 1)", "" },
	{ "NULLIF(regexp_extract('abc', 'z', 0), '')", NULL },
	{ "regexp_extract(email_l, '^[^@]+', 0)", "ada.quill" },
	{ "regexp_extract(pc_l, '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]', 0)", "RM10 9" },
	{ "regexp_matches(pc_l, '(?i)^rm')", "true" },
	{ "try_strptime(short_l, '%Y-%m-%d') = try_strptime(short_r, '%Y-%m-%d')", "true" },
	{ "try_strptime(bad_l, '%Y-%m-%d')", NULL },
	{ "try_strptime(bad_r, '%Y-%m-%d')", NULL },
	{ "EPOCH(try_strptime(tight_l, '%Y%m%d'))", "1580688000" },
	{ "try_strptime(tight_r, '%Y%m%d')", NULL },
	{ "epoch(try_strptime(when_l, '%Y-%m-%dT%H:%M:%SZ'))", "1580691723" },
	{ "ABS(EPOCH(date_l) - EPOCH(date_r)) <= 2629800.0", "true" },
	{ "epoch('2020-01-01'::date)", "1577836800" },
	{ "date_l = CAST('2020-02-03' AS DATE)", "true" },
	{ "cast(n_l as int) + CAST(n_r AS INT)", "5" },
	{ "n_l * 2 - 1 / 2", "2.5" },
	{ "-n_l + 2", "0.5" },
	{ "least(1, NULL)", "1" },
	{ "greatest(2, NULL, 3)", "3" },
	{ "coalesce(none_l, none_r)", "x" },
	{ "CASE WHEN none_l = 'x' THEN 1 WHEN n_l > 1 THEN 2 ELSE 3 END", "2" },
	{ "case when none_l = 'x' then 1 end", NULL },
	{ "['a', 'b'][-1]", "b" },
	{ "['a'][5]", NULL },
	{ "array_length(list_intersect(['a', 'a', 'b'], ['a', 'b']))", "2" },
	{ "list_min([])", NULL },
	{ "list_max([1, NULL])", "1" },
	{ "['a', NULL] = ['a', NULL]", "true" },
	{ "list_max(list_transform(['bob', 'rob'], x -> levenshtein(x, a_l)))", "6" },
	{ "list_min(list_transform(flatten(list_transform(['ab'], x -> list_transform(['ac', 'ad'],"
	    " y -> [x, y]))), pair -> levenshtein(pair[1], pair[2])))", "1" },
	{ "list_transform(['b'], lambda x: x || 'c')[1]", "bc" },
	{ "round(array_cosine_similarity([1, 2], [2, 4]))", "1" },
	{ "round(acos(cos(radians(60))) * 180)", "188" },
	{ "'it''s'", "it's" }
};

static struct kin_sql *
open_set(struct kin_sql_value side[2][COLUMNS], const char *text, enum kin_sql_sides sides,
    const struct kin_sql_node **node)
{
	struct kin_sql *sql = kin_sql_new();
	struct kin_err err = KIN_ERR_NONE;

	for (size_t i = 0; i < COLUMNS; i++) {
		const char *texts[2] = { columns[i].left, columns[i].right };

		ck_assert_uint_eq(kin_sql_column(sql, kin_str_of(columns[i].name)), i);
		for (int s = 0; s < 2; s++)
			side[s][i] = (struct kin_sql_value){ .text = kin_str_of(texts[s]),
			    .type = texts[s] != NULL ? KIN_SQL_TEXT : KIN_SQL_NULL };
	}
	ck_assert_msg(kin_sql_parse(sql, kin_str_of(text), sides, node, &err) == 0, "%s: %s", text,
	    err.text);
	return sql;
}

static void
check(const char *text, const struct kin_sql_value *value, const char *is)
{
	char number[32];

	if (is == NULL) {
		ck_assert_msg(value->type == KIN_SQL_NULL, "%s is not NULL", text);
		return;
	}
	snprintf(number, sizeof(number), "%.15g", value->number);
	if (value->type == KIN_SQL_BOOL)
		ck_assert_msg(strcmp(is, value->number > 0 ? "true" : "false") == 0, "%s", text);
	else if (value->type == KIN_SQL_TEXT)
		ck_assert_msg(kin_str_is(value->text, kin_str_of(is)), "%s: %.*s", text,
		    (int)value->text.len, value->text.p);
	else
		ck_assert_msg(value->type != KIN_SQL_NULL && strcmp(is, number) == 0, "%s: %s", text,
		    number);
}

START_TEST(test_known)
{
	struct kin_sql_value side[2][COLUMNS], *operands[2];
	struct kin_arena arena = { 0 };
	const struct kin_sql_node *node;
	struct kin_sql *sql = open_set(side, known[_i].sql, KIN_SQL_SUFFIX, &node);
	struct kin_sql_room *room = kin_sql_room_new(sql);

	for (int s = 0; s < 2; s++) {
		operands[s] = calloc(kin_sql_operands(sql) + 1, sizeof(struct kin_sql_value));
		for (uint32_t i = 0; i < kin_sql_operands(sql); i++)
			operands[s][i] = kin_sql_operand(sql, i, side[s], &arena);
	}
	kin_sql_pair(room, operands[0], operands[1]);
	check(known[_i].sql, kin_sql_eval(room, node), known[_i].is);
	free(operands[0]);
	free(operands[1]);
	kin_sql_room_free(room);
	kin_sql_free(sql);
	kin_arena_fini(&arena);
}
END_TEST

static const struct {
	const char	*sql, *why;
} refused[] = {
	{ "soundex(a_l) = soundex(a_r)", "function \"soundex\" is not known" },
	{ "a_l = ", "a value expected at the end" },
	{ "a_l = a_r)", "more than an expression at \")\"" },
	{ "a = a_r", "\"a\" is neither a column of one of the two records nor known" },
	{ "a_l = 'x", "a quote without an end" },
	{ "levenshtein(a_l) < 2", "function \"levenshtein\" with 1 arguments is not known" },
	{ "regexp_extract(a_l, '(', 0) = 'x'", "pattern has ( without )" },
	{ "regexp_extract(a_l, a_r, 0) = 'x'", "a pattern that is no literal at \"=\"" },
	{ "a_l LIKE 'x%'", "more than an expression at \"LIKE\"" },
	{ "CAST(a_l AS UUID) = a_r", "a type that is not known at \"UUID\"" },
	{ "CASE a_l WHEN 1 THEN 2 END", "a CASE that is not known at \"a_l\"" },
	{ "", "a value expected at the end" }
};

START_TEST(test_refused)
{
	struct kin_sql *sql = kin_sql_new();
	struct kin_err err = KIN_ERR_NONE;
	const struct kin_sql_node *node;

	ck_assert_int_eq(kin_sql_parse(sql, kin_str_of(refused[_i].sql), KIN_SQL_SUFFIX, &node, &err), -1);
	ck_assert_str_eq(err.text, refused[_i].why);
	kin_sql_free(sql);
}
END_TEST

START_TEST(test_deep)
{
	char text[5000];
	struct kin_sql *sql = kin_sql_new();
	struct kin_err err = KIN_ERR_NONE;
	const struct kin_sql_node *node;

	memset(text, '(', sizeof(text));
	ck_assert_int_eq(kin_sql_parse(sql, kin_str(text, sizeof(text)), KIN_SQL_SUFFIX, &node, &err), -1);
	ck_assert_str_eq(err.text, "nested too deep at \"(\"");
	kin_sql_free(sql);
}
END_TEST

/* What reads one record is worked out once: columns, parts of them, and no more. */
START_TEST(test_operands)
{
	struct kin_sql_value side[2][COLUMNS];
	const struct kin_sql_node *node, *part;
	struct kin_sql *sql = open_set(side, "SUBSTRING(l.a, 1, 4) = SUBSTRING(r.a, 1, 4) and"
	    " l.\"pc\" = r.pc and levenshtein(l.n, r.n) <= 2", KIN_SQL_PREFIX, &node);
	size_t at = 0;

	ck_assert_uint_eq(kin_sql_operands(sql), 3);
	part = kin_sql_and(node, &at);
	ck_assert_int_eq(kin_sql_same_operand(part), 0);
	ck_assert_int_eq(kin_sql_operand_column(sql, 0), -1);
	part = kin_sql_and(node, &at);
	ck_assert_int_eq(kin_sql_same_operand(part), 1);
	ck_assert_int_ge(kin_sql_operand_column(sql, 1), 0);
	part = kin_sql_and(node, &at);
	ck_assert_int_eq(kin_sql_same_operand(part), -1);
	ck_assert_ptr_null(kin_sql_and(node, &at));
	ck_assert(!kin_sql_column_is_list(sql, kin_sql_column(sql, KIN_STR("A"))));
	kin_sql_free(sql);
	sql = open_set(side, "array_length(list_intersect(set_l, set_r)) > 0 AND"
	    " try_strptime(date_l, '%Y%m%d') IS NULL", KIN_SQL_SUFFIX, &node);
	ck_assert(kin_sql_column_is_list(sql, kin_sql_column(sql, KIN_STR("set"))));
	ck_assert(kin_str_is(kin_sql_column_format(sql, kin_sql_column(sql, KIN_STR("date"))),
	    KIN_STR("%Y%m%d")));
	kin_sql_free(sql);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("sql");
	TCase *tests = tcase_create("sql");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_loop_test(tests, test_known, 0, sizeof(known) / sizeof(*known));
	tcase_add_loop_test(tests, test_refused, 0, sizeof(refused) / sizeof(*refused));
	tcase_add_test(tests, test_deep);
	tcase_add_test(tests, test_operands);
	suite_add_tcase(suite, tests);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
