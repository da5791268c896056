#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "kin/face/cli.h"
#include "state.h"

enum {		/* beyond any number of a command's own */
	OPT_REJECTS = 0x10000,
	OPT_MAX_REJECTS,
	OPT_STATS,
	OPT_AS_OF,
	OPT_LOCK
};

enum { PIPE_ROOM = 1 << 20 };

const struct kin_opt kin_cli_common[] = {
	{ 'o', "output", "file", "write to FILE, whole or not at all, instead of stdout",
	    "It appears under its name only when the run has ended well, and until then an older file of that name is as it was." },
	{ OPT_REJECTS, "rejects", "file", "keep rows that were refused in FILE, as reject records",
	    "The exit status is then 0.  The file is readable by its owner alone, and appears whole or not at all." },
	{ OPT_MAX_REJECTS, "max-rejects", "n|p%", "stop when more than N, or P %, are refused",
	    "A share is looked at once a thousand records were read, and at the end.  Nothing is published." },
	{ OPT_STATS, "stats", NULL, "print the sums of the run to stderr, as JSON", NULL },
	{ OPT_AS_OF, "as-of", "date", "take DATE for today, as 2020-04-06", NULL },
	{ OPT_LOCK, "lock", "file", "do nothing but exit 75 while another run holds FILE", NULL },
	{ 'q', "quiet", NULL, "no progress and no notes on stderr, only errors and rejects", NULL },
	{ 'h', "help", NULL, "print this help", NULL },
	{ 'V', "version", NULL, "print the version", NULL },
	{ 0 }
};

const struct kin_opt kin_cli_common_plain[] = {
	{ 'h', "help", NULL, "print this help", NULL },
	{ 'V', "version", NULL, "print the version", NULL },
	{ 0 }
};

static void
take_max_rejects(struct kin_cli *cli)
{
	struct kin_cli_state *state = cli->state;
	size_t len = strlen(cli->value);
	char number[32];

	state->max_is_percent = len > 1 && len < sizeof(number) && cli->value[len - 1] == '%';
	if (!state->max_is_percent) {
		state->max_rejects = (double)kin_cli_whole(cli, 0, 1L << 52);
		return;
	}
	memcpy(number, cli->value, len - 1);
	number[len - 1] = '\0';
	cli->value = number;
	state->max_rejects = kin_cli_number(cli, 0, 100);
}

static void
take_as_of(struct kin_cli *cli)
{
	struct tm day = { 0 };
	const char *end = strptime(cli->value, "%Y-%m-%d", &day);
	struct tm same = day;

	if (strlen(cli->value) != 10 || end == NULL || *end != '\0' || timegm(&same) == -1 ||
	    same.tm_mday != day.tm_mday)
		kin_cli_misuse(cli, "option '%s': not a date as 2020-04-06: \"%s\"", cli->option,
		    cli->value);
	memcpy(cli->as_of, cli->value, sizeof(cli->as_of));
}

static void
print_version(struct kin_cli *cli)
{
	kin_cli_start_printing(cli);
	kin_cli_write_bytes(cli, kin_str_of(cli->program));
	kin_cli_write_bytes(cli, cli->plain ? KIN_STR(" ") : KIN_STR(" (kin) "));
	kin_cli_write_bytes(cli, KIN_STR(KIN_VERSION "\n"
	    "Free software under the MIT licence; there is no warranty.\n"));
	exit(kin_cli_finish(cli));
}

void
kin_cli_take_common(struct kin_cli *cli, int id)
{
	struct kin_cli_state *state = cli->state;

	switch (id) {
	case 'o':
		state->output = cli->value;
		break;
	case OPT_REJECTS:
		state->rejects_path = cli->value;
		break;
	case OPT_MAX_REJECTS:
		take_max_rejects(cli);
		break;
	case OPT_STATS:
		cli->stats = true;
		break;
	case OPT_AS_OF:
		take_as_of(cli);
		break;
	case OPT_LOCK:
		state->lock = cli->value;
		break;
	case 'q':
		cli->quiet = true;
		break;
	case 'h':
		kin_cli_print_help(cli);
	case 'V':
		print_version(cli);
	}
}

/* The descriptor stays open, and the lock held, until the process ends. */
static void
take_lock(struct kin_cli *cli, const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);

	if (fd == -1)
		kin_cli_die(cli, KIN_EXIT_IO, "%s: %s", path, strerror(errno));
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		return;
	if (errno == EWOULDBLOCK)
		kin_cli_die(cli, KIN_EXIT_BUSY, "%s: held by another run", path);
	kin_cli_die(cli, KIN_EXIT_IO, "%s: cannot lock: %s", path, strerror(errno));
}

static struct kin_publish *
open_output(struct kin_cli *cli, const char *path)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_publish *out = kin_publish_open(path, &err);

	if (out == NULL)
		kin_cli_die_at(cli, KIN_EXIT_IO, path, &err);
	return out;
}

static bool
is_same_file(const char *a, const char *b)
{
	struct stat a_st, b_st;

	if (strcmp(a, b) == 0)
		return true;
	return stat(a, &a_st) == 0 && stat(b, &b_st) == 0 && S_ISREG(a_st.st_mode) &&
	    a_st.st_dev == b_st.st_dev && a_st.st_ino == b_st.st_ino;
}

static void
set_today(struct kin_cli *cli)
{
	time_t now = time(NULL);
	struct tm day;

	if (localtime_r(&now, &day) != NULL)
		strftime(cli->as_of, sizeof(cli->as_of), "%Y-%m-%d", &day);
}

/* What was refused is about people and came from lists that not everyone may read. */
static struct kin_publish *
open_rejects(struct kin_cli *cli, const char *path)
{
	mode_t was = umask(077);
	struct kin_publish *rejects = open_output(cli, path);

	umask(was);
	return rejects;
}

void
kin_cli_start(struct kin_cli *cli)
{
	struct kin_cli_state *state = cli->state;
	bool to_stdout = state->output == NULL || strcmp(state->output, "-") == 0;

	if (state->lock != NULL)
		take_lock(cli, state->lock);
	if (cli->as_of[0] == '\0')
		set_today(cli);
	if (state->rejects_path != NULL && is_same_file(state->rejects_path, to_stdout ? "-" : state->output))
		kin_cli_misuse(cli, "--rejects and the output are the same file: %s", state->rejects_path);
	if (to_stdout) {
		fcntl(STDOUT_FILENO, F_SETPIPE_SZ, PIPE_ROOM);
		state->out_is_terminal = isatty(STDOUT_FILENO);
	}
	state->out = open_output(cli, state->output);
	if (state->rejects_path != NULL)
		state->rejects = open_rejects(cli, state->rejects_path);
	kin_progress_init(&state->progress, !cli->quiet && !cli->plain);
}

struct kin_publish *
kin_cli_also(struct kin_cli *cli, const char *path)
{
	const struct kin_cli_state *state = cli->state;

	if ((state->output != NULL && is_same_file(path, state->output)) ||
	    (state->rejects_path != NULL && is_same_file(path, state->rejects_path)))
		kin_cli_misuse(cli, "two outputs are the same file: %s", path);
	cli->state->also = open_output(cli, path);
	return cli->state->also;
}

void
kin_cli_start_printing(struct kin_cli *cli)
{
	cli->state->output = cli->state->rejects_path = cli->state->lock = NULL;
	kin_cli_start(cli);
}
