#include "progress.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LINE = 128 };
static const double FIRST_S = 1.0, STEP_S = 0.5;

static double
now_s(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void
kin_progress_init(struct kin_progress *progress, bool wanted)
{
	const char *term = getenv("TERM"), *no_color = getenv("NO_COLOR");

	*progress = (struct kin_progress){ .fd = -1 };
	progress->on = wanted && isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO) &&
	    term != NULL && strcmp(term, "dumb") != 0;
	progress->colour = no_color == NULL || no_color[0] == '\0';
	progress->start_s = now_s();
	progress->next_s = progress->start_s + FIRST_S;
}

/* One line for a terminal: the lock is the process's, and goes with it. */
static bool
line_is_ours(void)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	return fcntl(STDERR_FILENO, F_SETLK, &lock) == 0 || (errno != EAGAIN && errno != EACCES);
}

/* Share of the files' bytes that is read, or -1. */
static double
share_done(const struct kin_progress *progress)
{
	off_t here = progress->fd == -1 ? 0 : lseek(progress->fd, 0, SEEK_CUR);

	if (progress->total == 0 || here == -1)
		return -1;
	return (double)(progress->done + (unsigned long long)here) / (double)progress->total;
}

static void
word_line(const struct kin_progress *progress, char *line, const char *program,
    unsigned long long records, double spent_s)
{
	double share = share_done(progress);
	long left_s;
	int len = snprintf(line, LINE, "%s: %llu records, %.0f/s", program, records,
	    (double)records / spent_s);

	if (share > 0 && share <= 1 && len > 0 && len < LINE) {
		left_s = (long)(spent_s * (1 - share) / share);
		snprintf(line + len, (size_t)(LINE - len), ", %.0f %%, %ld:%02ld left",
		    share * 100, left_s / 60, left_s % 60);
	}
}

void
kin_progress_show(struct kin_progress *progress, const char *program, unsigned long long records)
{
	char line[LINE], shown[LINE + 32];
	double now = now_s();
	int len;

	if (now < progress->next_s)
		return;
	progress->next_s = now + STEP_S;
	if (!progress->shown && !line_is_ours())
		return;
	word_line(progress, line, program, records, now - progress->start_s);
	len = snprintf(shown, sizeof(shown), progress->colour ? "\r\033[2m%s\033[0m\033[K" : "\r%s\033[K", line);
	progress->shown = true;
	if (len > 0 && write(STDERR_FILENO, shown, (size_t)len) == -1)
		progress->on = false;
}

void
kin_progress_clear(struct kin_progress *progress)
{
	static const char wipe[] = "\r\033[K";

	if (progress->shown && write(STDERR_FILENO, wipe, sizeof(wipe) - 1) == -1)
		progress->on = false;
	progress->shown = false;
}
