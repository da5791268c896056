/* json and rec: the fast reader against jansson, byte-exact writing, limits. */
#include <dirent.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include <check.h>

#include "kin/base/mem.h"
#include "kin/record/block.h"
#include "kin/record/rec.h"

static const char *
data_folder(void)
{
	const char *folder = getenv("KIN_DATA");

	return folder != NULL ? folder : "../shared/data";
}

static int
scan(const char *text, struct kin_err *err)
{
	struct kin_members members = { 0 };
	int status = kin_json_scan(kin_str_of(text), &members, err);

	kin_members_fini(&members);
	return status;
}

START_TEST(accepts)
{
	static const char *const good[] = {
		"{}", " { } ", "{\"a\":1}", "{\"a\":-0.5e+10,\"b\":[1,[2,{\"c\":null}]]}\r",
		"{\"a\":\"\\u00e9\\ud83d\\ude00\\n\"}", "{\"a\":123456789012345678901234567890}",
		"{\"a\":{\"x\":1},\"b\":{\"x\":2}}", "{\"\":true}", "{\"caf\xc3\xa9\":false}"
	};

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		struct kin_err err = KIN_ERR_NONE;

		ck_assert_msg(scan(good[i], &err) == 0, "%s: %s", good[i], err.text);
	}
}
END_TEST

START_TEST(refuses)
{
	static const struct {
		const char *text, *why;
		long column;
	} bad[] = {
		{ "", "a record is an object, {…}", 1 },
		{ "[1]", "a record is an object, {…}", 1 },
		{ "{\"a\":1", "an object without its end", 7 },
		{ "{\"a\":1}x", "more after the object's end", 8 },
		{ "{\"a\":01}", "a number that begins with 0", 6 },
		{ "{\"a\":\"\t\"}", "a control character in a string", 7 },
		{ "{\"a\":\"\\u0000\"}", "a NUL character (\\u0000)", 7 },
		{ "{\"a\":\"\\ud800\"}", "not a character: \\u escape", 7 },
		{ "{\"a\":\"\xff\"}", "bytes that are not UTF-8", 7 },
		{ "{\"a\":\"\xc0\xaf\"}", "bytes that are not UTF-8", 7 },
		{ "{\"a\":1,\"a\":2}", "a name that comes twice in one object", 1 },
		{ "{\"a\":1,\"\\u0061\":2}", "a name that comes twice in one object", 1 },
		{ "{\"x\":{\"a\":1,\"a\":2}}", "a name that comes twice in one object", 6 },
		{ "{\"a\":tru}", "no value here", 6 }, { "{\"a\" 1}", "a name without a value", 6 },
		{ "{\"a\":\"\\q\"}", "no such escape", 7 }, { "{\"a\":.5}", "no value here", 6 },
		{ "{\"a\":\"x", "a string without its end", 6 }, { "{,}", "an object without its end", 2 },
		{ "{\"a\":1,}", "an object without its end", 8 }, { "{\"a\":1.}", "a number without its end", 6 }
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct kin_err err = KIN_ERR_NONE;

		ck_assert_msg(scan(bad[i].text, &err) == -1, "taken: %s", bad[i].text);
		ck_assert_str_eq(err.text + strlen("not JSON: "), bad[i].why);
		ck_assert_msg(err.column == bad[i].column, "%s: column %ld", bad[i].text, err.column);
	}
}
END_TEST

START_TEST(depth)
{
	struct kin_buf text = { 0 };
	struct kin_err err = KIN_ERR_NONE;

	for (int deep = KIN_JSON_DEPTH - 2; deep <= KIN_JSON_DEPTH; deep++) {
		kin_buf_clear(&text);
		kin_buf_puts(&text, "{\"a\":");
		for (int i = 0; i < deep; i++)
			kin_buf_putc(&text, '[');
		for (int i = 0; i < deep; i++)
			kin_buf_putc(&text, ']');
		kin_buf_putc(&text, '}');
		ck_assert_int_eq(scan(kin_buf_text(&text), &err), deep < KIN_JSON_DEPTH ? 0 : -1);
	}
	kin_buf_fini(&text);
}
END_TEST

START_TEST(many_names)
{
	struct kin_buf text = { 0 };
	struct kin_err err = KIN_ERR_NONE;

	for (int twin = 0; twin <= 1; twin++) {
		kin_buf_clear(&text);
		kin_buf_puts(&text, "{\"n77\\u0061\":0");
		for (int i = 0; i < 100000; i++)
			kin_buf_printf(&text, ",\"n%d\":%d", i, i);
		kin_buf_puts(&text, twin ? ",\"n500\":1}" : "}");
		ck_assert_int_eq(scan(kin_buf_text(&text), &err), twin ? -1 : 0);
	}
	kin_buf_fini(&text);
}
END_TEST

/* jansson's verdict on one line; what it refuses for its own reasons is not asked. */
static bool
jansson_takes(const char *bytes, size_t len, bool *own_limit)
{
	json_error_t why;
	json_t *root = json_loadb(bytes, len, JSON_REJECT_DUPLICATES, &why);
	bool taken = root != NULL && json_is_object(root);
	enum json_error_code code = root == NULL ? json_error_code(&why) : json_error_unknown;

	*own_limit = code == json_error_numeric_overflow || code == json_error_stack_overflow ||
	    strstr(why.text, "too big") != NULL || strstr(why.text, "real number overflow") != NULL;
	json_decref(root);
	return taken;
}

static uint64_t state = 20200406;

static unsigned
dice(unsigned sides)
{
	state += 0x9e3779b97f4a7c15u;
	uint64_t z = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9u;

	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return (unsigned)((z ^ (z >> 31)) >> 33) % sides;
}

static void
ck_assert_same_members(const struct kin_members *a, const struct kin_members *b, const char *name)
{
	ck_assert_msg(a->count == b->count, "%s: %zu and %zu members", name, a->count, b->count);
	for (size_t i = 0; i < a->count; i++) {
		const struct kin_member *m = &a->list[i], *n = &b->list[i];

		ck_assert_msg(m->name_at == n->name_at && m->name_len == n->name_len &&
		    m->value_at == n->value_at && m->value_len == n->value_len && m->type == n->type &&
		    m->escaped == n->escaped && m->name_escaped == n->name_escaped && m->field == n->field,
		    "%s: member %zu", name, i);
	}
	ck_assert(memcmp(a->at, b->at, sizeof(a->at)) == 0 && a->any_escaped == b->any_escaped);
}

/* The fast scanner, with the names of all lines before it, says what the simple one says. */
static void
compare_scanners(const char *bytes, size_t len, const char *name)
{
	static struct kin_members warm;
	struct kin_members simple = { 0 };
	struct kin_err err = KIN_ERR_NONE, simple_err = KIN_ERR_NONE;
	char *exact = kin_alloc(len);		/* a byte read behind it is seen by the sanitizer */
	int status, simple_status;

	memcpy(exact, bytes, len);
	status = kin_json_scan(kin_str(exact, len), &warm, &err);
	simple_status = kin_json_scan_simply(kin_str(exact, len), &simple, &simple_err);
	ck_assert_msg(status == simple_status, "%s: fast %d, simple %d", name, status, simple_status);
	if (status == 0)
		ck_assert_same_members(&warm, &simple, name);
	else
		ck_assert_msg(strcmp(err.text, simple_err.text) == 0 && err.column == simple_err.column,
		    "%s: %s at %ld, %s at %ld", name, err.text, err.column, simple_err.text, simple_err.column);
	kin_members_fini(&simple);
	kin_free(exact);
	if (dice(1000) == 0)			/* not only with what the first lines had */
		kin_members_fini(&warm);
}

/*
 * kin takes less depth and bigger numbers; jansson 2.14 passes over a NUL after a
 * number.  All else is the same.
 */
static void
compare(const char *bytes, size_t len, const char *name)
{
	struct kin_members members = { 0 };
	struct kin_err err = KIN_ERR_NONE;
	bool own_limit = false;
	bool mine = kin_json_scan_simply(kin_str(bytes, len), &members, &err) == 0;
	bool theirs = jansson_takes(bytes, len, &own_limit);

	own_limit |= memchr(bytes, '\0', len) != NULL;
	if (!own_limit && strstr(err.text, "too deep") == NULL)
		ck_assert_msg(mine == theirs, "%s: kin %d, jansson %d (%s)", name, mine, theirs, err.text);
	kin_members_fini(&members);
	compare_scanners(bytes, len, name);
}

static size_t
read_file(const char *path, char *bytes, size_t size)
{
	FILE *file = fopen(path, "rb");
	size_t len;

	ck_assert_msg(file != NULL, "%s", path);
	len = fread(bytes, 1, size, file);
	fclose(file);
	return len;
}

START_TEST(json_test_suite)
{
	static char bytes[1 << 20], wrapped[(1 << 20) + 16];
	char path[1024];
	struct dirent *entry;
	DIR *folder;
	int seen = 0;

	snprintf(path, sizeof(path), "%s/json_test_suite/test_parsing", data_folder());
	folder = opendir(path);
	if (folder == NULL) {
		printf("# SKIP json_test_suite: %s is not there\n", path);
		return;
	}
	while ((entry = readdir(folder)) != NULL) {
		size_t len;

		if (strstr(entry->d_name, ".json") == NULL)
			continue;
		snprintf(path, sizeof(path), "%s/json_test_suite/test_parsing/%s", data_folder(),
		    entry->d_name);
		len = read_file(path, bytes, sizeof(bytes));
		compare(bytes, len, entry->d_name);
		/* the same as a value in a record */
		memcpy(wrapped, "{\"a\":", 5);
		memcpy(wrapped + 5, bytes, len);
		wrapped[5 + len] = '}';
		compare(wrapped, len + 6, entry->d_name);
		seen++;
	}
	closedir(folder);
	ck_assert_int_gt(seen, 300);
}
END_TEST

START_TEST(mutations)
{
	static const char seed[] = "{\"kind\":\"contact\",\"source\":{\"list\":\"crm\",\"line\":2},"
	    "\"given_name\":\"Si\xc3\xa2n\",\"phone\":[\"+447700900123\",\"\\u00e9\"],\"n\":-1.5e3,"
	    "\"t\":true,\"f\":false,\"z\":null,\"notes\":\"said \\\"hello\\\"\\n\"}";
	static const char alphabet[] = "{}[]\":,\\ u0123456789abcdefntr-+.eE\xc3\xa9\xff\x01\n";
	char text[sizeof(seed)];

	for (int round = 0; round < 100000; round++) {
		size_t len = sizeof(seed) - 1;
		unsigned changes = 1 + dice(3);

		memcpy(text, seed, len);
		for (unsigned i = 0; i < changes; i++)
			text[dice((unsigned)len)] = alphabet[dice(sizeof(alphabet) - 1)];
		if (dice(8) == 0)
			len = dice((unsigned)len);
		compare(text, len, text);
	}
}
END_TEST

/* Records of few names, in and out of order, with values of all kinds and spaces anywhere. */
static void
add_object(struct kin_buf *out, unsigned inside)
{
	static const char *const names[] = {
		"kind", "source", "given_name", "ethnic_group_code", "an_own_member_of_twenty_", "z", "", "caf\xc3\xa9",
		"a_name_that_is_longer_than_those_that_are_kept_for_the_next", "phone", "wards", "notes", "n\\u0061me"
	}, *const values[] = {
		"\"contact\"", "\"\"", "0", "-7", "-0.5e+10", "123456789012345678901234567890", "01", "1.", "-", "true",
		"false", "null", "nul", "\"said \\\"hello\\\"\"", "\"Si\xc3\xa2n of a longer name than a block has\"",
		"\"sixteen bytes ab\"", "\"\xff\"", "[]", "{}", "[\"+447700900123\",\"+44\"]", "\"a\tb\"", "\"open", "[1,2"
	}, *const spaces[] = { "", "", "", "", "", " ", "\t", "\r" };
	unsigned step = dice(3);

	kin_buf_putc(out, '{');
	for (unsigned i = dice(3); i < sizeof(names) / sizeof(names[0]); i += 1 + dice(2 + step)) {
		if (out->p[out->len - 1] != '{')
			kin_buf_printf(out, ",%s", spaces[dice(8)]);
		kin_buf_printf(out, "\"%s\"%s:%s", names[dice(40) == 0 ? dice(12) : i], spaces[dice(8)], spaces[dice(8)]);
		if (dice(6) == 0 && inside < 5)
			add_object(out, inside + 1);
		else if (dice(12) == 0 && inside < 5) {
			kin_buf_putc(out, '[');
			add_object(out, inside + 1);
			kin_buf_puts(out, dice(9) == 0 ? "," : "]");
		} else
			kin_buf_puts(out, values[dice(dice(20) == 0 ? sizeof(values) / sizeof(values[0]) : 6)]);
		kin_buf_puts(out, spaces[dice(8)]);
	}
	kin_buf_puts(out, dice(200) == 0 ? "" : "}");
}

START_TEST(scanners_agree)
{
	struct kin_buf text = { 0 };

	for (int round = 0; round < 30000; round++) {
		kin_buf_clear(&text);
		add_object(&text, 0);
		if (dice(9) == 0)
			kin_buf_puts(&text, dice(2) ? "\r" : "}");
		compare_scanners(text.p, text.len, kin_buf_text(&text));
	}
	kin_buf_fini(&text);
}
END_TEST

START_TEST(words_are_blocks)
{
	static const char near[] = "09/:\"!#\\[]\x1f \x7f\x80\xff\xa2\xdc\x9f\xb0";
	char p[2 * KIN_BLOCK], q[KIN_BLOCK];

	for (int round = 0; round < 20000; round++) {
		unsigned stops = 0, others = 0, differs = 0;

		for (int i = 0; i < KIN_BLOCK; i++) {
			p[i] = dice(2) ? near[dice(sizeof(near))] : (char)dice(256);
			q[i] = p[i];
			if (dice(2))
				q[i] = (char)(unsigned char)((unsigned char)p[i] ^ (1u << dice(8)));
			stops |= (unsigned)(p[i] == '"' || p[i] == '\\' || (unsigned char)p[i] < ' ' ||
			    (unsigned char)p[i] >= 0x80) << i;
			others |= (unsigned)(p[i] < '0' || p[i] > '9') << i;
			differs |= (unsigned)(p[i] != q[i]) << i;
		}
		ck_assert_uint_eq(kin_block_stops(p), stops);
		ck_assert_uint_eq(kin_words_stops(p), stops);
		ck_assert_uint_eq(kin_block_others(p), others);
		ck_assert_uint_eq(kin_words_others(p), others);
		ck_assert_uint_eq(kin_block_differs(p, q), differs);
		ck_assert_uint_eq(kin_words_differs(p, q), differs);
	}
}
END_TEST

START_TEST(strings_decode_as_jansson)
{
	static const char *const values[] = {
		"plain", "a\\u00e9b\\ud83d\\ude00c", "\\\"\\\\\\/\\b\\f\\n\\r\\t", "", "x\\u0041"
	};

	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		struct kin_buf line = { 0 }, back = { 0 };
		struct kin_rec rec = { 0 };
		struct kin_err err = KIN_ERR_NONE;
		json_t *root, *again;
		const char *want;

		kin_buf_printf(&line, "{\"notes\":\"%s\"}", values[i]);
		root = json_loads(kin_buf_text(&line), 0, NULL);
		want = json_string_value(json_object_get(root, "notes"));
		ck_assert_int_eq(kin_rec_read(&rec, kin_buf_str(&line), &err), 0);
		ck_assert(kin_str_is(kin_rec_text(&rec, KIN_FIELD_NOTES), kin_str_of(want)));
		kin_json_put_string(&back, kin_str_of(want));
		again = json_loadb(back.p, back.len, JSON_DECODE_ANY, NULL);
		ck_assert_str_eq(json_string_value(again), want);
		json_decref(again);
		json_decref(root);
		kin_rec_fini(&rec);
		kin_buf_fini(&line);
		kin_buf_fini(&back);
	}
}
END_TEST

START_TEST(writes_byte_exact)
{
	static const struct {
		const char *line, *want;
	} cases[] = {
		{ "{}", "{\"to\":1,\"why\":2}" },
		{ " { } ", " {\"to\":1,\"why\":2 } " },
		{ "{\"a\": 0.10, \"b\":1e5}", "{\"a\": 0.10, \"b\":1e5,\"to\":1,\"why\":2}" },
		{ "{\"to\":9}", "{\"to\":1,\"why\":2}" },
		{ "{\"to\":9,\"a\":1}", "{\"a\":1,\"to\":1,\"why\":2}" },
		{ "{\"a\":1,\"to\":9,\"b\":2}\r", "{\"a\":1,\"b\":2,\"to\":1,\"why\":2}\r" },
		{ "{\"why\":0,\"to\":9,\"b\":2}", "{\"b\":2,\"to\":1,\"why\":2}" },
		{ "{\"b\":2,\"why\":0,\"to\":9}", "{\"b\":2,\"to\":1,\"why\":2}" },
		{ "{\"to\":9,\"why\":0}", "{\"to\":1,\"why\":2}" }
	};
	const struct kin_put puts[] = {
		{ KIN_STR("to"), KIN_STR("1") }, { KIN_STR("why"), KIN_STR("2") }
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct kin_rec rec = { 0 };
		struct kin_err err = KIN_ERR_NONE;
		struct kin_buf once = { 0 }, twice = { 0 };

		ck_assert_int_eq(kin_rec_read(&rec, kin_str_of(cases[i].line), &err), 0);
		kin_rec_write(&rec, puts, 2, &once);
		ck_assert_str_eq(kin_buf_text(&once), cases[i].want);
		ck_assert_int_eq(kin_rec_read(&rec, kin_buf_str(&once), &err), 0);
		kin_rec_write(&rec, puts, 2, &twice);
		ck_assert_str_eq(kin_buf_text(&twice), cases[i].want);
		kin_rec_fini(&rec);
		kin_buf_fini(&once);
		kin_buf_fini(&twice);
	}
}
END_TEST

START_TEST(fields_and_keys)
{
	const char *line = "{\"source\":{\"list\":\"crm\",\"line\":7},\"phone\":[\"+441\",2,\"+\\u0034\"],"
	    "\"given_name\":\"Ann\",\"level\":3,\"email\":null}";
	struct kin_rec rec = { .file = "x.ndjson", .line_no = 3 };
	struct kin_err err = KIN_ERR_NONE;
	struct kin_buf key = { 0 };
	struct kin_str text;
	size_t at = 0;

	ck_assert_int_eq(kin_rec_read(&rec, kin_str_of(line), &err), 0);
	ck_assert(kin_str_is(kin_rec_text(&rec, KIN_FIELD_GIVEN_NAME), KIN_STR("Ann")));
	ck_assert(kin_str_is(kin_rec_text(&rec, KIN_FIELD_LEVEL), KIN_STR("3")));
	ck_assert_uint_eq(kin_rec_text(&rec, KIN_FIELD_EMAIL).len, 0);
	ck_assert(kin_rec_each(&rec, kin_rec_member(&rec, KIN_FIELD_PHONE), &at, &text));
	ck_assert(kin_str_is(text, KIN_STR("+441")));
	ck_assert(kin_rec_each(&rec, kin_rec_member(&rec, KIN_FIELD_PHONE), &at, &text));
	ck_assert(kin_str_is(text, KIN_STR("+4")));
	ck_assert(!kin_rec_each(&rec, kin_rec_member(&rec, KIN_FIELD_PHONE), &at, &text));
	kin_rec_key(&rec, &key);
	ck_assert_str_eq(kin_buf_text(&key), "crm:7");
	kin_buf_clear(&key);
	ck_assert_int_eq(kin_rec_read(&rec, KIN_STR("{}"), &err), 0);
	kin_rec_key(&rec, &key);
	ck_assert_str_eq(kin_buf_text(&key), "x.ndjson:3");
	kin_rec_fini(&rec);
	kin_buf_fini(&key);
}
END_TEST

START_TEST(numbers)
{
	static const struct {
		double number;
		int decimals;
		const char *want;
	} cases[] = {
		{ 0, 4, "0" }, { -0.00001, 4, "0" }, { 0.9987, 4, "0.9987" }, { 12.5, 1, "12.5" },
		{ 100, 0, "100" }, { 1e15, 2, "1000000000000000" }, { -2.25, 1, "-2.2" }
	};
	struct kin_buf out = { 0 };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		kin_buf_clear(&out);
		kin_json_put_number(&out, cases[i].number, cases[i].decimals);
		ck_assert_str_eq(kin_buf_text(&out), cases[i].want);
	}
	kin_buf_clear(&out);
	kin_json_put_whole(&out, INT64_MIN);
	ck_assert_str_eq(kin_buf_text(&out), "-9223372036854775808");
	kin_buf_fini(&out);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("json");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, accepts);
	tcase_add_test(tests, refuses);
	tcase_add_test(tests, depth);
	tcase_add_test(tests, many_names);
	tcase_add_test(tests, json_test_suite);
	tcase_add_test(tests, mutations);
	tcase_add_test(tests, scanners_agree);
	tcase_add_test(tests, words_are_blocks);
	tcase_add_test(tests, strings_decode_as_jansson);
	tcase_add_test(tests, writes_byte_exact);
	tcase_add_test(tests, fields_and_keys);
	tcase_add_test(tests, numbers);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
