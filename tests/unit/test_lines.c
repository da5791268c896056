/* lines: every way that a file can end, and lines longer than any buffer. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <check.h>

#include "kin/base/buf.h"
#include "kin/base/mem.h"
#include "kin/record/lines.h"

/* A file that holds bytes, at its start. */
static int
file_of(struct kin_str bytes)
{
	char name[] = "/tmp/kin-lines-XXXXXX";
	int fd = mkstemp(name);

	ck_assert_int_ge(fd, 0);
	unlink(name);
	ck_assert_int_eq((long)write(fd, bytes.p, bytes.len), (long)bytes.len);
	lseek(fd, 0, SEEK_SET);
	return fd;
}

/* Lines joined with | for comparing. */
static void
join(int fd, struct kin_buf *out)
{
	struct kin_lines lines;
	struct kin_str line;

	kin_lines_init(&lines, fd);
	while (kin_lines_next(&lines, &line) == KIN_LINES_LINE) {
		kin_buf_printf(out, "%ld=", lines.line_no);
		kin_buf_add(out, line);
		kin_buf_putc(out, '|');
	}
	kin_lines_fini(&lines);
	close(fd);
}

START_TEST(file_ends)
{
	static const struct {
		const char *bytes, *want;
	} cases[] = {
		{ "", "" }, { "a", "1=a|" }, { "a\n", "1=a|" }, { "a\nb", "1=a|2=b|" },
		{ "\n\na\n", "1=|2=|3=a|" }, { "a\r\nb\r\n", "1=a\r|2=b\r|" },
		{ "\xef\xbb\xbf" "a\n\xef\xbb\xbf" "b\n", "1=a|2=\xef\xbb\xbf" "b|" },
		{ "\xef\xbb\xbf", "1=|" }
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct kin_buf out = { 0 };

		join(file_of(kin_str_of(cases[i].bytes)), &out);
		ck_assert_str_eq(kin_buf_text(&out), cases[i].want);
		kin_buf_fini(&out);
	}
}
END_TEST

/* count bytes of c, then a line feed. */
static void
add_line(struct kin_buf *out, char c, size_t count)
{
	memset(kin_buf_room(out, count), c, count);
	out->len += count;
	kin_buf_putc(out, '\n');
}

START_TEST(long_lines)
{
	struct kin_buf bytes = { 0 };
	struct kin_lines lines;
	struct kin_str line;
	int fd;

	add_line(&bytes, 'a', 10u << 20);
	add_line(&bytes, 'b', (size_t)KIN_LINE_MAX + 5);
	add_line(&bytes, 'c', 7);
	add_line(&bytes, 'd', 300000);
	fd = file_of(kin_buf_str(&bytes));
	kin_lines_init(&lines, fd);
	ck_assert_int_eq(kin_lines_next(&lines, &line), KIN_LINES_LINE);
	ck_assert_uint_eq(line.len, 10u << 20);
	ck_assert_int_eq(kin_lines_next(&lines, &line), KIN_LINES_LONG);
	ck_assert(line.len > 0 && line.p[0] == 'b' && line.p[line.len - 1] == 'b');
	ck_assert_int_eq(kin_lines_next(&lines, &line), KIN_LINES_LINE);
	ck_assert(kin_str_is(line, KIN_STR("ccccccc")));
	ck_assert_int_eq(lines.line_no, 3);
	ck_assert_int_eq(kin_lines_next(&lines, &line), KIN_LINES_LINE);
	ck_assert_uint_eq(line.len, 300000);
	ck_assert_int_eq(kin_lines_next(&lines, &line), KIN_LINES_END);
	ck_assert(lines.bytes == bytes.len);
	kin_lines_fini(&lines);
	close(fd);
	kin_buf_fini(&bytes);
}
END_TEST

/* A writer that gives a byte at a time must make no difference. */
START_TEST(slow_pipe)
{
	struct kin_buf out = { 0 };
	int ends[2];

	ck_assert_int_eq(pipe(ends), 0);
	if (fork() == 0) {
		static const char text[] = "one\ntwo\nthree";

		for (size_t i = 0; i < sizeof(text) - 1; i++)
			if (write(ends[1], text + i, 1) != 1)
				_exit(1);
		_exit(0);
	}
	close(ends[1]);
	join(ends[0], &out);
	ck_assert_str_eq(kin_buf_text(&out), "1=one|2=two|3=three|");
	wait(NULL);
	kin_buf_fini(&out);
}
END_TEST

START_TEST(unreadable)
{
	struct kin_lines lines;
	struct kin_str line;
	int fd = open("/", O_RDONLY);

	kin_lines_init(&lines, fd);
	ck_assert_int_eq(kin_lines_next(&lines, &line), KIN_LINES_ERROR);
	kin_lines_fini(&lines);
	close(fd);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("lines");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, file_ends);
	tcase_add_test(tests, long_lines);
	tcase_add_test(tests, slow_pipe);
	tcase_add_test(tests, unreadable);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
