#include "kin/face/cli.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "kin/base/mem.h"
#include "kin/base/utf8.h"
#include "kin/record/reject.h"
#include "state.h"

void
kin_cli_init(struct kin_cli *cli, const char *program, const char *usage, const char *about,
    const struct kin_opt *options)
{
	kin_cli_setup(program);
	*cli = (struct kin_cli){
		.program = program, .usage = usage, .about = about, .options = options
	};
	cli->state = kin_calloc(1, sizeof(*cli->state));
	cli->state->called = program;
	cli->state->max_rejects = -1;
}

/* One write, so that lines of several filters on one terminal do not mix. */
void
kin_cli_print(struct kin_cli *cli, struct kin_str line)
{
	kin_progress_clear(&cli->state->progress);
	while (line.len > 0) {
		ssize_t put = write(STDERR_FILENO, line.p, line.len);

		if (put == -1 && errno == EINTR)
			continue;
		if (put == -1) {
			cli->state->stderr_failed = true;
			return;
		}
		line = kin_str(line.p + put, line.len - (size_t)put);
	}
}

/* Messages are text of ours with names and values of the user's in it: shown escaped. */
void
kin_cli_vprint(struct kin_cli *cli, const char *fmt, va_list args)
{
	struct kin_buf raw = { 0 }, line = { 0 };
	va_list again;
	int len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	assert(len >= 0);
	vsnprintf(kin_buf_room(&raw, (size_t)len + 1), (size_t)len + 1, fmt, args);
	raw.len += (size_t)len;
	kin_buf_printf(&line, "%s: ", cli->program);
	kin_utf8_escape(&line, kin_buf_str(&raw), 0);
	kin_buf_putc(&line, '\n');
	kin_cli_print(cli, kin_buf_str(&line));
	kin_buf_fini(&raw);
	kin_buf_fini(&line);
}

void
kin_cli_exit(struct kin_cli *cli, enum kin_exit status)
{
	kin_progress_clear(&cli->state->progress);
	kin_publish_cleanup();
	exit((int)status);
}

void
kin_cli_die(struct kin_cli *cli, enum kin_exit status, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	kin_cli_vprint(cli, fmt, args);
	va_end(args);
	kin_cli_exit(cli, status);
}

void
kin_cli_die_at(struct kin_cli *cli, enum kin_exit status, const char *file, const struct kin_err *err)
{
	struct kin_buf line = { 0 };

	kin_buf_printf(&line, "%s: ", cli->program);
	kin_reject_say(&line, file, err);
	kin_buf_putc(&line, '\n');
	kin_cli_print(cli, kin_buf_str(&line));
	kin_buf_fini(&line);
	kin_cli_exit(cli, status);
}

void
kin_cli_misuse(struct kin_cli *cli, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	kin_cli_vprint(cli, fmt, args);
	va_end(args);
	kin_cli_try_help(cli);
}

void
kin_cli_say(struct kin_cli *cli, const char *fmt, ...)
{
	va_list args;

	if (cli->quiet)
		return;
	va_start(args, fmt);
	kin_cli_vprint(cli, fmt, args);
	va_end(args);
}

void
kin_cli_warn(struct kin_cli *cli, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	kin_cli_vprint(cli, fmt, args);
	va_end(args);
}

void
kin_cli_say_line(void *cli, const char *text)
{
	kin_cli_say(cli, "%s", text);
}

void
kin_cli_warn_line(void *cli, const char *text)
{
	kin_cli_warn(cli, "%s", text);
}

void
kin_cli_failed_check(struct kin_cli *cli)
{
	cli->state->failed_check = true;
}

static void
print_stats(struct kin_cli *cli)
{
	struct kin_buf *line = &cli->state->line;

	kin_buf_clear(line);
	kin_buf_printf(line, "{\"program\":\"%s\",\"read\":%llu,\"written\":%llu,\"rejected\":%llu",
	    cli->program, cli->read, cli->written, cli->rejected);
	if (cli->list_read > 0)
		kin_buf_printf(line, ",\"list_read\":%llu,\"list_rejected\":%llu", cli->list_read,
		    cli->list_rejected);
	if (cli->stats_more.len > 0)
		kin_buf_putc(line, ',');
	kin_buf_add(line, kin_buf_str(&cli->stats_more));
	kin_buf_puts(line, "}\n");
	kin_cli_print(cli, kin_buf_str(line));
}

/* Rejects first: records that are published without their rejects would be a loss unsaid. */
static void
publish(struct kin_cli *cli)
{
	struct kin_publish *rejects = cli->state->rejects, *out = cli->state->out;
	struct kin_publish *also = cli->state->also;
	struct kin_err err = KIN_ERR_NONE;

	cli->state->rejects = NULL;
	cli->state->out = NULL;
	cli->state->also = NULL;
	if (rejects != NULL && kin_publish_commit(rejects, &err) == -1)
		kin_cli_die(cli, KIN_EXIT_IO, "%s", err.text);
	if (out != NULL && kin_publish_commit(out, &err) == -1)
		kin_cli_die(cli, KIN_EXIT_IO, "%s", err.text);
	if (also != NULL && kin_publish_commit(also, &err) == -1)
		kin_cli_die(cli, KIN_EXIT_IO, "%s", err.text);
}

static enum kin_exit
status_of(const struct kin_cli *cli)
{
	const struct kin_cli_state *state = cli->state;
	bool lost = cli->rejected + cli->list_rejected > 0 && state->rejects_path == NULL;

	if (state->stderr_failed)
		return KIN_EXIT_IO;
	return lost || state->failed_check ? KIN_EXIT_REJECT : KIN_EXIT_OK;
}

int
kin_cli_finish(struct kin_cli *cli)
{
	struct kin_cli_state *state = cli->state;
	enum kin_exit status;

	kin_progress_clear(&state->progress);
	kin_cli_rejects_check(cli, true);
	publish(cli);
	kin_cli_rejects_sum(cli);
	if (cli->stats)
		print_stats(cli);
	status = status_of(cli);
	kin_rec_fini(&state->rec);
	kin_buf_fini(&state->line);
	kin_buf_fini(&cli->stats_more);
	kin_free(state->table);
	kin_free(state->longs);
	kin_free(state->shorts);
	kin_free(state);
	return (int)status;
}
