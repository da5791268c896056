#include "kin/face/commands.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kin/base/buf.h"
#include "kin/base/mem.h"
#include "kin/face/nearest.h"

static char *
joined(const char *a, const char *b)
{
	struct kin_buf path = { 0 };
	char *text;

	kin_buf_printf(&path, "%s/%s", a, b);
	text = kin_dup(kin_buf_str(&path));
	kin_buf_fini(&path);
	return text;
}

static bool
is_file(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

char *
kin_commands_path(void)
{
	char self[PATH_MAX], real[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", self, sizeof(self) - 1);
	char *slash, *installed;
	const char *path = self;

	if (len <= 0)
		return kin_dup(KIN_STR("."));
	self[len] = '\0';
	slash = strrchr(self, '/');
	if (slash != NULL)
		*slash = '\0';
	installed = joined(self, "../libexec/kin");
	if (realpath(installed, real) != NULL)
		path = real;
	kin_free(installed);
	return kin_dup(kin_str_of(path));
}

char *
kin_commands_find(const char *path, const char *name)
{
	char *file;

	if (name[0] == '\0' || name[0] == '.' || strchr(name, '/') != NULL || strcmp(name, "kin") == 0)
		return NULL;
	file = joined(path, name);
	if (is_file(file) && access(file, X_OK) == 0)
		return file;
	kin_free(file);
	return NULL;
}

void
kin_commands_each(const char *path, kin_commands_each_fn *each, void *ctx)
{
	struct dirent **entries;
	int count = scandir(path, &entries, NULL, alphasort);

	for (int i = 0; i < count; i++) {
		char *file = kin_commands_find(path, entries[i]->d_name);

		if (file != NULL)
			each(ctx, path, entries[i]->d_name);
		kin_free(file);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
}

struct guess {
	const char	*typed;
	char		*best;
};

static void
guess_one(void *ctx, const char *path, const char *name)
{
	struct guess *guess = ctx;

	(void)path;
	if (kin_nearest(guess->typed, guess->best, name) != name)
		return;
	kin_free(guess->best);
	guess->best = kin_dup(kin_str_of(name));
}

char *
kin_commands_nearest(const char *path, const char *typed)
{
	struct guess guess = { typed, NULL };

	kin_commands_each(path, guess_one, &guess);
	return guess.best;
}

/* All that the program writes to stdout when run with one option. */
static void
read_output(const char *file, const char *option, struct kin_buf *out)
{
	int ends[2];
	pid_t child;
	ssize_t got;

	if (pipe(ends) == -1)
		return;
	child = fork();
	if (child == 0) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		close(ends[1]);
		execl(file, file, option, (char *)NULL);
		_exit(127);
	}
	close(ends[1]);
	while (child > 0 && (got = read(ends[0], kin_buf_room(out, 512), 512)) > 0)
		out->len += (size_t)got;
	close(ends[0]);
	if (child > 0)
		waitpid(child, NULL, 0);
}

char *
kin_commands_about(const char *path, const char *name)
{
	struct kin_buf out = { 0 };
	struct kin_str rest, piece = { 0 };
	char *file = joined(path, name), *about;

	read_output(file, "--print-about", &out);
	rest = kin_str_trim(kin_buf_str(&out));
	while (kin_str_next(&rest, '\t', &piece))
		;
	about = kin_dup(piece);
	kin_free(file);
	kin_buf_fini(&out);
	return about;
}

char *
kin_commands_page(const char *path, const char *name)
{
	static const char *const places[] = { "../share/man/man%d", "../../share/man/man%d", "../build/man" };
	static const int sections[] = { 1, 5, 7 };
	struct kin_buf page = { 0 };
	char *found = NULL;

	for (size_t i = 0; found == NULL && i < 9; i++) {
		kin_buf_clear(&page);
		kin_buf_printf(&page, "%s/", path);
		kin_buf_printf(&page, places[i / 3], sections[i % 3]);
		kin_buf_printf(&page, strcmp(name, "kin") == 0 ? "/%s.%d" : "/kin-%s.%d", name, sections[i % 3]);
		if (is_file(kin_buf_text(&page)))
			found = kin_dup(kin_buf_str(&page));
	}
	kin_buf_fini(&page);
	return found;
}
