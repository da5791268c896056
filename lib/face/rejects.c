#include "kin/face/cli.h"
#include "kin/record/reject.h"
#include "state.h"

enum {
	NAMED = 10,		/* rejects named on stderr one by one */
	PERCENT_FROM = 1000	/* records before a share says anything */
};

static unsigned long long
count_of(const struct kin_cli *cli)
{
	return cli->rejected + cli->list_rejected;
}

/* Records seen: kin_cli_each counts them, an engine with its own files may not have yet. */
static unsigned long long
seen(const struct kin_cli *cli)
{
	unsigned long long out = cli->written + cli->rejected;

	return (cli->read > out ? cli->read : out) + cli->list_read;
}

void
kin_cli_rejects_check(struct kin_cli *cli, bool at_end)
{
	const struct kin_cli_state *state = cli->state;
	unsigned long long rejected = count_of(cli), all = seen(cli);

	if (state->max_rejects < 0 || rejected == 0)
		return;
	if (!state->max_is_percent && (double)rejected > state->max_rejects)
		kin_cli_die(cli, KIN_EXIT_REJECT, "more than %.0f rejected: stopped, nothing is published",
		    state->max_rejects);
	if (state->max_is_percent && (at_end || all >= PERCENT_FROM) &&
	    (double)rejected * 100 > state->max_rejects * (double)all)
		kin_cli_die(cli, KIN_EXIT_REJECT,
		    "%llu of %llu rejected, more than %g %%: stopped, nothing is published",
		    rejected, all, state->max_rejects);
}

void
kin_cli_rejects_sum(struct kin_cli *cli)
{
	unsigned long long rejected = count_of(cli);

	if (rejected == 0)
		return;
	if (cli->state->rejects_path != NULL)
		kin_cli_say(cli, "%llu rejected, kept in %s", rejected, cli->state->rejects_path);
	else if (rejected > NAMED)
		kin_cli_warn(cli, "%llu rejected, %llu not named here; --rejects FILE keeps them",
		    rejected, rejected - NAMED);
}

static void
name_on_stderr(struct kin_cli *cli, const char *file, const struct kin_err *err)
{
	struct kin_buf *line = &cli->state->line;

	if (count_of(cli) > NAMED)
		return;
	kin_buf_clear(line);
	kin_buf_printf(line, "%s: ", cli->program);
	kin_reject_say(line, file, err);
	kin_buf_putc(line, '\n');
	kin_cli_print(cli, kin_buf_str(line));
}

static void
keep(struct kin_cli *cli, const char *file, struct kin_str source, struct kin_str raw,
    const struct kin_err *err)
{
	struct kin_cli_state *state = cli->state;
	struct kin_err why = KIN_ERR_NONE;

	kin_buf_clear(&state->line);
	kin_reject_write(&state->line, file, source, raw, err);
	kin_publish_line(state->rejects, kin_buf_str(&state->line));
	if (!kin_publish_failed(state->rejects))
		return;
	kin_publish_commit(state->rejects, &why);
	kin_cli_die(cli, KIN_EXIT_IO, "%s", why.text);
}

void
kin_cli_refuse(void *ctx, const char *file, struct kin_str source, struct kin_str raw,
    const struct kin_err *err)
{
	struct kin_cli *cli = ctx;

	if (cli->state->in_list)
		cli->list_rejected++;
	else
		cli->rejected++;
	if (cli->state->rejects != NULL)
		keep(cli, file, source, raw, err);
	else
		name_on_stderr(cli, file, err);
	kin_cli_rejects_check(cli, false);
}
