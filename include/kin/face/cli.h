/*
 * cli -- what every command does the same: options, files, messages, exit status.
 *
 * Shape    a command has one table of options; with the common ones it feeds
 *          getopt_long, --help, the man page's OPTIONS and the completions
 *          (through the hidden --print-options and --print-words).  Texts are one line each.
 * Status   base/err.h; kin_cli_finish chooses it.
 * Errors   calls that cannot go on print "program: message", take temporary
 *          files away and end the run: nothing is published.
 * Owns     a struct kin_cli lives in main's storage; strings given are borrowed.
 * Room     face; only cmd/ includes it.
 */
#ifndef KIN_CLI_H
#define KIN_CLI_H

#include "kin/record/publish.h"
#include "kin/record/rec.h"

struct kin_opt {
	int		 id;		/* its letter, or a number from KIN_OPT_LONG up; 0 ends the table */
	const char	*name;		/* long form */
	const char	*arg;		/* name of its argument, NULL = none */
	const char	*help;		/* one line, lower case, no full stop */
	const char	*more;		/* further sentences for the man page, or NULL */
};

enum { KIN_OPT_LONG = 256 };		/* a command's own long-only options: KIN_OPT_LONG + 0, 1, 2 … */

/* The words that an option's argument may be, or the first operand; for the completions. */
enum { KIN_OPERAND = -1 };

struct kin_opt_words {
	int			 id;		/* the option's, or KIN_OPERAND; 0 ends the table */
	const char *const	*words;		/* NULL ends */
};

struct kin_cli {
	const char		*program;
	const char		*usage;		/* "[-k] [-t score] [file ...]" */
	const char		*about;		/* one line for --help */
	const struct kin_opt	*options;
	const struct kin_opt_words *words;	/* set before kin_cli_next, or NULL: where there are none */
	const char		*value;		/* argument of the option that kin_cli_next returned */
	const char		*option;	/* that option as the user may know it: "--threshold" */
	bool			 plain;		/* no filter: set before kin_cli_next; only --help and --version
						 * are common, and the first operand ends the options */
	void			(*more_help)(struct kin_cli *cli);	/* writes what --help ends with, or NULL */
	bool			 quiet, stats;
	char			 as_of[11];	/* --as-of or today, YYYY-MM-DD */
	int			 argc;		/* operands left once kin_cli_next returned -1 */
	char			**argv;
	/* Records.  kin_cli_each counts what it reads; with kin_cli_each_file the command sets read itself. */
	unsigned long long	 read, written, rejected;
	unsigned long long	 list_read, list_rejected;	/* the same of kin_cli_load_list */
	struct kin_buf		 stats_more;	/* members that the engine adds to --stats, by kin_json_put_name */
	struct kin_cli_state	*state;		/* files, rejects, progress: lib/face's own */
};

/* usage is without the program's name. */
void	 kin_cli_init(struct kin_cli *cli, const char *program, const char *usage,
	    const char *about, const struct kin_opt *options);

/*
 * The next option of the command's own table, -1 after the last.  Common options
 * are dealt with inside; --help and --version end the run.  A wrong option
 * prints one line, names the nearest right one, and exits 2.
 */
int	 kin_cli_next(struct kin_cli *cli, int argc, char **argv);

/* The option's argument as a number in [low, high]; else exits 2 and says so. */
double	 kin_cli_number(struct kin_cli *cli, double low, double high);
long	 kin_cli_whole(struct kin_cli *cli, long low, long high);
/* "name=file" taken apart in place: name terminated, file borrowed; else exits 2. */
void	 kin_cli_pair(struct kin_cli *cli, char **name, const char **file);
/*
 * The place of the option's argument in words, which NULL ends; else exits 2 and names
 * the nearest.  The words must stand in cli->words too.
 */
int	 kin_cli_word(struct kin_cli *cli, const char *const *words);

/* The place of the first operand in words, and takes it away; what names it in messages ("report"). */
int	 kin_cli_operand(struct kin_cli *cli, const char *what, const char *const *words);

/* Wrong use: the usage, or a message of the command's own, then where to find help; exits 2. */
void	 kin_cli_usage(struct kin_cli *cli) __attribute__((noreturn));
void	 kin_cli_misuse(struct kin_cli *cli, const char *fmt, ...)
	    __attribute__((noreturn, format(printf, 2, 3)));
/* Prints "program: …" and exits; for bad configuration (2) and I/O (3). */
void	 kin_cli_die(struct kin_cli *cli, enum kin_exit status, const char *fmt, ...)
	    __attribute__((noreturn, format(printf, 3, 4)));
/* The same from an err, with the file's name before it. */
void	 kin_cli_die_at(struct kin_cli *cli, enum kin_exit status, const char *file,
	    const struct kin_err *err) __attribute__((noreturn));
/* A line on stderr for people: "program: …"; silenced by -q. */
void	 kin_cli_say(struct kin_cli *cli, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/* The same, but not silenced: what a check found. */
void	 kin_cli_warn(struct kin_cli *cli, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/* The same as calls for an engine that has lines to say; ctx is the cli. */
void	 kin_cli_say_line(void *cli, const char *text);
void	 kin_cli_warn_line(void *cli, const char *text);
/* A check that was asked for failed: the exit status will be at least 1. */
void	 kin_cli_failed_check(struct kin_cli *cli);

/* Every record of the operands, or of stdin; a file that cannot be read ends the run with 3. */
void	 kin_cli_each(struct kin_cli *cli, kin_push *push, void *engine);

/*
 * Each operand (or stdin) as an open file: for ingest.  each returns 0, or with
 * err filled -1 (it cannot be read: the run ends with 3) or KIN_EXIT_USAGE (a
 * wrong sort of file: the run ends with 2).
 */
typedef int kin_cli_file(void *engine, int fd, const char *name, struct kin_err *err);
void	 kin_cli_each_file(struct kin_cli *cli, kin_cli_file *each, void *engine);

/*
 * Every record of a second input named by option (hubs, a reference list).  A bad
 * line there is bad configuration: it ends the run with 2.
 */
void	 kin_cli_load(struct kin_cli *cli, const char *path, kin_push *push, void *engine);
/* The same for lists of people: a bad line is a reject like any other. */
void	 kin_cli_load_list(struct kin_cli *cli, const char *path, kin_push *push, void *engine);

/* A kin_sink: one line to stdout or -o; ctx is the cli.  Counts written. */
void	 kin_cli_write(void *cli, struct kin_str line);
/* Bytes that are no record (tables, pages): not counted. */
void	 kin_cli_write_bytes(void *cli, struct kin_str bytes);
/* One more file to write; kin_cli_finish publishes it, after the output.  What cannot be opened ends the run with 3. */
struct kin_publish *kin_cli_also(struct kin_cli *cli, const char *path);
/* Columns of the terminal that output goes to; 80 where it goes to a file or pipe. */
size_t	 kin_cli_columns(const struct kin_cli *cli);
/* A kin_refuse: to --rejects, or named on stderr; ctx is the cli.  May end the run (--max-rejects). */
void	 kin_cli_refuse(void *cli, const char *file, struct kin_str source, struct kin_str raw,
	    const struct kin_err *err);

/* Publishes, prints --stats, frees, returns the exit status. */
int	 kin_cli_finish(struct kin_cli *cli);

#endif
