/*
 * state -- what the modules of this room share behind struct kin_cli.
 *
 * Room     face, private: nothing outside lib/face includes it.
 */
#ifndef KIN_FACE_STATE_H
#define KIN_FACE_STATE_H

#include <stdarg.h>

#include "kin/face/cli.h"
#include "progress.h"

struct kin_cli_state {
	/* options.c */
	struct kin_opt		*table;		/* the command's own options, then the common ones */
	struct option		*longs;		/* the same for getopt_long */
	char			*shorts;
	size_t			 own, count;	/* of table */
	const char		*called;	/* "kin ingest" by the launcher, else the program */
	const char		*output, *rejects_path, *lock;
	double			 max_rejects;	/* < 0: no limit */
	bool			 max_is_percent;
	/* files.c, rejects.c */
	struct kin_publish	*out, *rejects, *also;
	struct kin_rec		 rec;
	struct kin_buf		 line;		/* a message or reject being made */
	bool			 out_is_terminal, stdin_taken, in_list, failed_check, stderr_failed;
	struct kin_progress	 progress;
};

/* cli.c: one line on stderr, in one write, after the progress line is taken away. */
void	 kin_cli_print(struct kin_cli *cli, struct kin_str line);
void	 kin_cli_vprint(struct kin_cli *cli, const char *fmt, va_list args);
void	 kin_cli_exit(struct kin_cli *cli, enum kin_exit status) __attribute__((noreturn));

/* help.c */
void	 kin_cli_print_help(struct kin_cli *cli) __attribute__((noreturn));
void	 kin_cli_try_help(struct kin_cli *cli) __attribute__((noreturn));

/* print.c: the hidden options --print-options, --print-common, --print-about, --print-fields, --print-words. */
enum { KIN_PRINT_OPTIONS = 0x20000, KIN_PRINT_COMMON, KIN_PRINT_ABOUT, KIN_PRINT_FIELDS,
	KIN_PRINT_WORDS };
void	 kin_cli_print_table(struct kin_cli *cli, int which) __attribute__((noreturn));

/* common.c: the options of every filter. */
extern const struct kin_opt kin_cli_common[];
extern const struct kin_opt kin_cli_common_plain[];
void	 kin_cli_take_common(struct kin_cli *cli, int id);
/* Takes the lock and opens what the options name, once all are read. */
void	 kin_cli_start(struct kin_cli *cli);
/* The same for --help and its like: stdout only. */
void	 kin_cli_start_printing(struct kin_cli *cli);

/* rejects.c */
void	 kin_cli_rejects_check(struct kin_cli *cli, bool at_end);
/* How many were rejected, in words, once the run has ended well. */
void	 kin_cli_rejects_sum(struct kin_cli *cli);

/* setup.c: descriptors 0 to 2 there, signals, allocators. */
void	 kin_cli_setup(const char *program);

#endif
