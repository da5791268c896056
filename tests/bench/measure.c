/*
 * measure -- what a command costs: measure RUNS COMMAND [ARGUMENT ...]
 *
 * Shape    runs it once to warm up (when RUNS > 1) and then RUNS times; what it
 *          writes is read through a pipe and thrown away, stdin is empty.  Prints
 *          "cpu wall peak": medians of CPU and wall seconds (user and system, the
 *          command and all it waited for), and the most memory seen, in MiB.
 * Errors   a run that fails is the end: its status, and a line on stderr.
 * Room     bench.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS_MAX = 99 };

static double
seconds(struct timeval tv)
{
	return (double)tv.tv_sec + (double)tv.tv_usec / 1e6;
}

static double
now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
become(char **command, const int *ends)
{
	int empty = open("/dev/null", O_RDONLY);

	if (empty < 0 || dup2(empty, 0) < 0 || dup2(ends[1], 1) < 0)
		_exit(3);
	close(ends[0]);
	close(ends[1]);
	execvp(command[0], command);
	perror(command[0]);
	_exit(127);
}

static int
run(char **command, double *cpu, double *wall, double *peak)
{
	static char sink[1 << 16];
	struct rusage used;
	double start = now();
	int ends[2], status;
	pid_t child;

	if (pipe(ends) < 0 || (child = fork()) < 0)
		return 3;
	if (child == 0)
		become(command, ends);
	close(ends[1]);
	while (read(ends[0], sink, sizeof(sink)) > 0)
		;
	close(ends[0]);
	if (wait4(child, &status, 0, &used) < 0)
		return 3;
	*wall = now() - start;
	*cpu = seconds(used.ru_utime) + seconds(used.ru_stime);
	*peak = (double)used.ru_maxrss / 1024;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int
main(int argc, char **argv)
{
	double cpu[RUNS_MAX], wall[RUNS_MAX], peak, most = 0;
	int runs = argc > 2 ? atoi(argv[1]) : 0, status;

	if (runs < 1 || runs > RUNS_MAX) {
		fputs("usage: measure runs command [argument ...]\n", stderr);
		return 2;
	}
	for (int i = runs > 1 ? -1 : 0; i < runs; i++) {
		status = run(argv + 2, &cpu[i < 0 ? 0 : i], &wall[i < 0 ? 0 : i], &peak);
		if (status != 0) {
			fprintf(stderr, "measure: %s: status %d\n", argv[2], status);
			return status;
		}
		most = peak > most ? peak : most;
	}
	qsort(cpu, (size_t)runs, sizeof(*cpu), by_size);
	qsort(wall, (size_t)runs, sizeof(*wall), by_size);
	printf("%.4f %.4f %.1f\n", cpu[runs / 2], wall[runs / 2], most);
	return 0;
}
