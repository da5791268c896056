/* publish: whole or not at all, and no failed write unsaid. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <check.h>

#include "kin/record/publish.h"

static char folder[64], path[128];

static void
setup(void)
{
	snprintf(folder, sizeof(folder), "/tmp/kin-publish-XXXXXX");
	ck_assert(mkdtemp(folder) != NULL);
	snprintf(path, sizeof(path), "%s/out.ndjson", folder);
}

static int
files_in_folder(void)
{
	DIR *open_folder = opendir(folder);
	struct dirent *entry;
	int count = 0;

	while ((entry = readdir(open_folder)) != NULL)
		count += entry->d_name[0] != '.' || entry->d_name[1] == 'k';
	closedir(open_folder);
	return count;
}

static void
teardown(void)
{
	unlink(path);
	rmdir(folder);
}

static void
write_file(const char *text)
{
	FILE *file = fopen(path, "w");

	fputs(text, file);
	fclose(file);
}

static const char *
content(void)
{
	static char text[256];
	FILE *file = fopen(path, "r");
	size_t len = file ? fread(text, 1, sizeof(text) - 1, file) : 0;

	text[len] = '\0';
	if (file)
		fclose(file);
	return text;
}

START_TEST(commit_replaces)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_publish *out;
	struct stat st;

	write_file("old\n");
	chmod(path, 0640);
	out = kin_publish_open(path, &err);
	ck_assert(out != NULL);
	kin_publish_line(out, KIN_STR("new"));
	kin_publish_flush(out);
	ck_assert_str_eq(content(), "old\n");
	ck_assert_int_eq(kin_publish_commit(out, &err), 0);
	ck_assert_str_eq(content(), "new\n");
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0640);
	ck_assert_int_eq(files_in_folder(), 1);
}
END_TEST

START_TEST(abandon_keeps_the_old)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_publish *out;

	write_file("old\n");
	out = kin_publish_open(path, &err);
	kin_publish_line(out, KIN_STR("new"));
	kin_publish_abandon(out);
	ck_assert_str_eq(content(), "old\n");
	ck_assert_int_eq(files_in_folder(), 1);
}
END_TEST

START_TEST(cleanup_takes_temporaries_away)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_publish *out = kin_publish_open(path, &err);

	ck_assert_int_eq(files_in_folder(), 1);
	kin_publish_cleanup();
	ck_assert_int_eq(files_in_folder(), 0);
	kin_publish_abandon(out);
}
END_TEST

START_TEST(link_is_followed)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_publish *out;
	char link_path[160];
	struct stat st;

	write_file("old\n");
	snprintf(link_path, sizeof(link_path), "%s/link", folder);
	ck_assert_int_eq(symlink(path, link_path), 0);
	out = kin_publish_open(link_path, &err);
	kin_publish_line(out, KIN_STR("new"));
	ck_assert_int_eq(kin_publish_commit(out, &err), 0);
	ck_assert_str_eq(content(), "new\n");
	ck_assert_int_eq(lstat(link_path, &st), 0);
	ck_assert(S_ISLNK(st.st_mode));
	unlink(link_path);
}
END_TEST

START_TEST(full_disk_is_said)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_publish *out = kin_publish_open("/dev/full", &err);

	if (out == NULL)
		return;		/* no such device here */
	kin_publish_line(out, KIN_STR("lost"));
	ck_assert(!kin_publish_failed(out));	/* still in the buffer */
	kin_publish_flush(out);
	ck_assert(kin_publish_failed(out));
	kin_publish_line(out, KIN_STR("ignored"));
	ck_assert_int_eq(kin_publish_commit(out, &err), -1);
	ck_assert_str_eq(err.text, "cannot write /dev/full: No space left on device");
}
END_TEST

START_TEST(folder_is_refused)
{
	struct kin_err err = KIN_ERR_NONE;

	ck_assert(kin_publish_open(folder, &err) == NULL);
	ck_assert_str_eq(err.text, "cannot write: Is a directory");
	ck_assert(kin_publish_open("/nowhere/at/all", &err) == NULL);
	ck_assert_str_eq(err.text, "cannot write: No such file or directory");
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("publish");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_add_test(tests, commit_replaces);
	tcase_add_test(tests, abandon_keeps_the_old);
	tcase_add_test(tests, cleanup_takes_temporaries_away);
	tcase_add_test(tests, link_is_followed);
	tcase_add_test(tests, full_disk_is_said);
	tcase_add_test(tests, folder_is_refused);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
