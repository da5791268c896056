#include "kin/face/cli.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include "state.h"

/* A run whose output cannot be written is over: nobody would see its end. */
static void
die_unwritten(struct kin_cli *cli)
{
	struct kin_err err = KIN_ERR_NONE;

	kin_publish_commit(cli->state->out, &err);
	kin_cli_die(cli, KIN_EXIT_IO, "%s", err.text);
}

static void
after_write(struct kin_cli *cli)
{
	if (kin_publish_failed(cli->state->out))
		die_unwritten(cli);
	if (cli->state->out_is_terminal)
		kin_publish_flush(cli->state->out);
}

void
kin_cli_write(void *ctx, struct kin_str line)
{
	struct kin_cli *cli = ctx;

	kin_publish_line(cli->state->out, line);
	cli->written++;
	after_write(cli);
	kin_progress_tick(&cli->state->progress, cli->program, cli->written);
}

void
kin_cli_write_bytes(void *ctx, struct kin_str bytes)
{
	struct kin_cli *cli = ctx;

	kin_publish_bytes(cli->state->out, bytes);
	after_write(cli);
}

size_t
kin_cli_columns(const struct kin_cli *cli)
{
	struct winsize size;

	if (!cli->state->out_is_terminal || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == -1 ||
	    size.ws_col == 0)
		return 80;
	return size.ws_col;
}
