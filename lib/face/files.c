#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kin/face/cli.h"
#include "kin/record/lines.h"
#include "state.h"

static const char *const only_stdin[] = { "-" };

static bool
is_stdin(const char *path)
{
	return strcmp(path, "-") == 0;
}

static int
open_stdin(struct kin_cli *cli)
{
	if (cli->state->stdin_taken)
		kin_cli_misuse(cli, "standard input is asked for twice");
	cli->state->stdin_taken = true;
	if (isatty(STDIN_FILENO))
		kin_cli_say(cli, "reading from the terminal; Ctrl-D ends, --help explains");
	return STDIN_FILENO;
}

static int
open_file(struct kin_cli *cli, const char *path)
{
	struct stat st;
	int fd = is_stdin(path) ? open_stdin(cli) : open(path, O_RDONLY | O_CLOEXEC);

	if (fd == -1)
		kin_cli_die(cli, KIN_EXIT_IO, "%s: %s", path, strerror(errno));
	if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode))
		kin_cli_die(cli, KIN_EXIT_IO, "%s: %s", path, strerror(EISDIR));
	cli->state->progress.fd = fd;
	return fd;
}

static void
close_file(struct kin_cli *cli, int fd)
{
	struct stat st;

	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		cli->state->progress.done += (unsigned long long)st.st_size;
	cli->state->progress.fd = -1;
	if (fd != STDIN_FILENO)
		close(fd);
}

/* What a reader on the other side is waiting for goes out before this side waits. */
static void
flush_before_waiting(struct kin_cli *cli, const struct kin_lines *lines)
{
	struct pollfd poll_in = { .fd = lines->fd, .events = POLLIN };

	if (lines->start == lines->end && poll(&poll_in, 1, 0) == 0)
		kin_publish_flush(cli->state->out);
}

static bool
is_blank(struct kin_str line)
{
	if (line.len > 0 && line.p[0] == '{')
		return false;
	for (size_t i = 0; i < line.len; i++)
		if (strchr(" \t\r", line.p[i]) == NULL || line.p[i] == '\0')
			return false;
	return true;
}

/* What becomes of a line that is no good. */
typedef void refuse_line(struct kin_cli *cli, const char *path, const struct kin_err *err);

static void
refuse_as_reject(struct kin_cli *cli, const char *path, const struct kin_err *err)
{
	struct kin_rec *rec = &cli->state->rec;
	struct kin_str source = kin_rec_raw(rec, KIN_FIELD_SOURCE);

	if (source.len > 0 && kin_json_type(source) != KIN_JSON_OBJECT)
		source = kin_str_of(NULL);
	kin_cli_refuse(cli, path, source, rec->line, err);
}

static void
refuse_as_configuration(struct kin_cli *cli, const char *path, const struct kin_err *err)
{
	kin_cli_die_at(cli, KIN_EXIT_USAGE, path, err);
}

/* Where the records of one file go. */
struct target {
	kin_push		*push;
	void			*engine;
	refuse_line		*refuse;
	unsigned long long	*count;
};

/* A first line that is no record at all mostly means the wrong file: say what would help. */
static void
hint(struct kin_cli *cli, const char *path, struct kin_str line)
{
	line = kin_str_trim(line);
	if (line.len == 0 || line.p[0] == '{')
		return;
	if (line.p[0] == '[')
		kin_cli_say(cli, "%s: records stand one a line, not in an array: jq -c '.[]' takes it apart", path);
	else
		kin_cli_say(cli, "%s: no records; if it is a list (CSV), ingest makes records of it", path);
}

static void
push_line(struct kin_cli *cli, const char *path, long line_no, struct kin_str line,
    const struct target *to, struct kin_err *err)
{
	struct kin_rec *rec = &cli->state->rec;

	++*to->count;
	err->line = err->column = 0;
	rec->line_no = line_no;
	if (kin_rec_read(rec, line, err) == 0 && to->push(to->engine, rec, err) == 0)
		return;
	if (err->line == 0)
		err->line = line_no;
	to->refuse(cli, path, err);
	if (line_no == 1)
		hint(cli, path, rec->line);
}

static void
refuse_long_line(struct kin_cli *cli, const char *path, long line_no, struct kin_str line,
    const struct target *to, struct kin_err *err)
{
	struct kin_rec *rec = &cli->state->rec;

	++*to->count;
	kin_rec_read(rec, kin_str_of(NULL), err);
	rec->line = line;
	*err = (struct kin_err){ .line = line_no };
	kin_fail(err, "a line of more than %d bytes", KIN_LINE_MAX);
	to->refuse(cli, path, err);
}

static void
read_records(struct kin_cli *cli, const char *path, const struct target *to)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_lines lines;
	struct kin_str line;
	enum kin_lines_status status;
	int fd = open_file(cli, path);

	cli->state->rec.file = path;
	kin_lines_init(&lines, fd);
	for (;;) {
		flush_before_waiting(cli, &lines);
		status = kin_lines_next(&lines, &line);
		if (status == KIN_LINES_LINE && !is_blank(line))
			push_line(cli, path, lines.line_no, line, to, &err);
		else if (status == KIN_LINES_LONG)
			refuse_long_line(cli, path, lines.line_no, line, to, &err);
		else if (status != KIN_LINES_LINE)
			break;
		kin_progress_tick(&cli->state->progress, cli->program, *to->count);
	}
	if (status == KIN_LINES_ERROR)
		kin_cli_die(cli, KIN_EXIT_IO, "%s: %s", path, strerror(errno));
	kin_lines_fini(&lines);
	close_file(cli, fd);
}

static const char *const *
operands(struct kin_cli *cli, int *count)
{
	*count = cli->argc > 0 ? cli->argc : 1;
	return cli->argc > 0 ? (const char *const *)cli->argv : only_stdin;
}

/* Bytes of all operands, for the share done; 0 when one of them has no size. */
static void
measure(struct kin_cli *cli, const char *const *paths, int count)
{
	unsigned long long total = 0;
	struct stat st;

	for (int i = 0; i < count; i++) {
		int failed = is_stdin(paths[i]) ? fstat(STDIN_FILENO, &st) : stat(paths[i], &st);

		if (failed || !S_ISREG(st.st_mode))
			return;
		total += (unsigned long long)st.st_size;
	}
	cli->state->progress.done = 0;
	cli->state->progress.total = total;
}

void
kin_cli_each(struct kin_cli *cli, kin_push *push, void *engine)
{
	struct target to = { push, engine, refuse_as_reject, &cli->read };
	int count;
	const char *const *paths = operands(cli, &count);

	measure(cli, paths, count);
	for (int i = 0; i < count; i++)
		read_records(cli, paths[i], &to);
}

void
kin_cli_each_file(struct kin_cli *cli, kin_cli_file *each, void *engine)
{
	struct kin_err err;
	int count;
	const char *const *paths = operands(cli, &count);

	measure(cli, paths, count);
	for (int i = 0; i < count; i++) {
		int fd = open_file(cli, paths[i]), status;

		err = KIN_ERR_NONE;
		status = each(engine, fd, paths[i], &err);
		if (status != 0)
			kin_cli_die_at(cli, status == KIN_EXIT_USAGE ? KIN_EXIT_USAGE : KIN_EXIT_IO,
			    paths[i], &err);
		close_file(cli, fd);
	}
}

void
kin_cli_load(struct kin_cli *cli, const char *path, kin_push *push, void *engine)
{
	unsigned long long count = 0;
	struct target to = { push, engine, refuse_as_configuration, &count };

	read_records(cli, path, &to);
}

void
kin_cli_load_list(struct kin_cli *cli, const char *path, kin_push *push, void *engine)
{
	struct target to = { push, engine, refuse_as_reject, &cli->list_read };

	cli->state->in_list = true;
	read_records(cli, path, &to);
	cli->state->in_list = false;
}
