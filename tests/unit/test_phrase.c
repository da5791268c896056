/* phrase: whole words, folded, all of them; and the same as looking for each by itself. */
#include <stdio.h>
#include <stdlib.h>

#include <check.h>

#include "kin/base/buf.h"
#include "kin/base/utf8.h"
#include "kin/place/phrase.h"

struct found {
	struct kin_phrase_set	*set;
	struct kin_buf		 text;
};

static void
note(void *ctx, uint32_t id, bool is_longest)
{
	struct found *found = ctx;

	kin_buf_puts(&found->text, is_longest ? "|" : "<");
	kin_buf_add(&found->text, kin_phrase_text(found->set, id));
}

START_TEST(table)
{
	static const char *const phrases[] = {
		"hits me", "hit", "won't let her out", "safeguarding", "no safeguarding", "her out", "café", "self-harm", "HITS me!"
	};
	static const struct { const char *text, *want; } cases[] = {
		{ "", "" },
		{ "he hits me", "|hits me" },
		{ "HITS   ME.", "|hits me" },
		{ "hits\nme", "|hits me" },
		{ "hits, -- me", "|hits me" },
		{ "whits me", "" },
		{ "hits men", "" },
		{ "hits m", "" },
		{ "hit hit", "|hit|hit" },
		{ "hit", "|hit" },
		{ "wont let her out", "|wont let her out<her out" },
		{ "won\xe2\x80\x99t let her out, no", "|wont let her out<her out" },
		{ "won't let h\xc3\xa9r out", "|wont let her out<her out" },
		{ "No Safeguarding", "|no safeguarding<safeguarding" },
		{ "Safeguarding? no", "|safeguarding" },
		{ "CAF\xc3\x89s and a cafe", "|cafe" },
		{ "self harm, self-harm, selfharm", "|self harm|self harm" },
		{ "won't let hits me out", "|hits me" },
		{ "'hit'", "|hit" },
		{ "hit2", "" },
	};
	struct found found = { .set = kin_phrase_new() };

	for (size_t i = 0; i < sizeof(phrases) / sizeof(*phrases); i++)
		ck_assert_uint_eq(kin_phrase_add(found.set, kin_str_of(phrases[i])), i == 8 ? 0 : i);
	ck_assert_uint_eq(kin_phrase_add(found.set, KIN_STR(" - ")), KIN_PHRASE_NONE);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		kin_buf_clear(&found.text);
		kin_phrase_scan(found.set, kin_str_of(cases[i].text), note, &found);
		ck_assert_msg(strcmp(kin_buf_text(&found.text), cases[i].want) == 0, "\"%s\": %s",
		    cases[i].text, kin_buf_text(&found.text));
	}
	kin_buf_fini(&found.text);
	kin_phrase_free(found.set);
}
END_TEST

/* Words of few letters and many separators: the automaton's worst. */
static void
make_text(struct kin_buf *out, size_t words, unsigned *seed)
{
	static const char *const pieces[] = { "a", "b", "ab", "ba", "aa", "A", "\xc3\xa1", "'", "a'b" };
	static const char *const gaps[] = { " ", "  ", "-", ", ", "\n" };

	kin_buf_clear(out);
	for (size_t i = 0; i < words; i++) {
		*seed = *seed * 1103515245u + 12345u;
		kin_buf_puts(out, pieces[(*seed >> 16) % 9]);
		kin_buf_puts(out, gaps[(*seed >> 24) % 5]);
	}
}

static void
count(void *ctx, uint32_t id, bool is_longest)
{
	(void)is_longest;
	((unsigned *)ctx)[id]++;
}

/* How often " phrase " stands in " text ", both folded. */
static unsigned
count_plainly(struct kin_str phrase, struct kin_str text)
{
	struct kin_buf in = { 0 }, of = { 0 };
	unsigned n = 0;

	kin_buf_putc(&in, ' ');
	kin_utf8_fold(&in, text);
	kin_buf_putc(&in, ' ');
	kin_buf_printf(&of, " %.*s ", (int)phrase.len, phrase.p);
	for (const char *p = kin_buf_text(&in); (p = strstr(p, kin_buf_text(&of))) != NULL; p++)
		n++;
	kin_buf_fini(&in);
	kin_buf_fini(&of);
	return n;
}

START_TEST(same_as_one_by_one)
{
	struct kin_buf text = { 0 };
	unsigned seed = 1;

	for (int round = 0; round < 200; round++) {
		struct kin_phrase_set *set = kin_phrase_new();
		unsigned counts[16] = { 0 };
		uint32_t ids = 0;

		for (int i = 0; i < 8; i++) {
			uint32_t id;

			make_text(&text, 1 + (size_t)i % 4, &seed);
			id = kin_phrase_add(set, kin_buf_str(&text));
			if (id != KIN_PHRASE_NONE && id >= ids)
				ids = id + 1;
		}
		make_text(&text, 60, &seed);
		kin_phrase_scan(set, kin_buf_str(&text), count, counts);
		for (uint32_t id = 0; id < ids; id++)
			ck_assert_msg(counts[id] == count_plainly(kin_phrase_text(set, id), kin_buf_str(&text)),
			    "round %d: \"%.*s\" %u times", round, (int)kin_phrase_text(set, id).len,
			    kin_phrase_text(set, id).p, counts[id]);
		kin_phrase_free(set);
	}
	kin_buf_fini(&text);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("phrase");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, table);
	tcase_add_test(tests, same_as_one_by_one);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
