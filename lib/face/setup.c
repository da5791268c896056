#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#include "kin/base/mem.h"
#include "kin/record/publish.h"
#include "state.h"

/*
 * A descriptor that came closed would be taken by the first file opened, and
 * records written into it.  What stands in fails as a closed one does: stdin
 * cannot be read, stdout and stderr cannot be written.
 */
static void
stand_in(int fd, int flags)
{
	int null;

	if (fcntl(fd, F_GETFD) != -1 || errno != EBADF)
		return;
	null = open("/dev/null", flags);
	if (null != -1 && null != fd) {
		dup2(null, fd);
		close(null);
	}
}

static void
die_clean(int sig)
{
	kin_publish_cleanup();
	signal(sig, SIG_DFL);
	raise(sig);
}

/* A signal that came ignored (nohup) stays so, but for SIGPIPE: a reader gone ends a filter. */
static void
catch_signal(int sig)
{
	struct sigaction act = { .sa_handler = die_clean, .sa_flags = SA_RESTART };
	struct sigaction was;

	sigemptyset(&act.sa_mask);
	if (sig != SIGPIPE && sigaction(sig, NULL, &was) == 0 && was.sa_handler == SIG_IGN)
		return;
	sigaction(sig, &act, NULL);
}

void
kin_cli_setup(const char *program)
{
	static const int deadly[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXCPU };
	sigset_t pipe_only;

	kin_mem_program(program);
	kin_mem_last(kin_publish_cleanup);
	stand_in(STDIN_FILENO, O_WRONLY);
	stand_in(STDOUT_FILENO, O_RDONLY);
	stand_in(STDERR_FILENO, O_RDONLY);
	for (size_t i = 0; i < sizeof(deadly) / sizeof(deadly[0]); i++)
		catch_signal(deadly[i]);
	sigemptyset(&pipe_only);
	sigaddset(&pipe_only, SIGPIPE);
	sigprocmask(SIG_UNBLOCK, &pipe_only, NULL);
	signal(SIGXFSZ, SIG_IGN);	/* a file too large is then EFBIG, and said */
	json_set_alloc_funcs(kin_alloc, kin_free);
}
