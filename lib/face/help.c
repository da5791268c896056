#include <ctype.h>
#include <stdlib.h>

#include "kin/face/cli.h"
#include "state.h"

enum { HELP_AT = 26, WIDTH = 80 };

/* "  -t, --threshold=SCORE", its argument in capitals as in a usage. */
static void
put_option(struct kin_buf *out, const struct kin_opt *opt)
{
	if (opt->id < KIN_OPT_LONG)
		kin_buf_printf(out, "  -%c, --%s", opt->id, opt->name);
	else
		kin_buf_printf(out, "      --%s", opt->name);
	if (opt->arg != NULL)
		kin_buf_putc(out, '=');
	for (const char *p = opt->arg; p != NULL && *p != '\0'; p++)
		kin_buf_putc(out, (char)toupper((unsigned char)*p));
}

static void
put_spaces(struct kin_buf *out, size_t count)
{
	while (count-- > 0)
		kin_buf_putc(out, ' ');
}

/* Words from column HELP_AT, broken before WIDTH. */
static void
put_words(struct kin_buf *out, const char *text, size_t column)
{
	struct kin_str rest = kin_str_of(text), word;

	if (column + 2 > HELP_AT) {
		kin_buf_putc(out, '\n');
		column = 0;
	}
	put_spaces(out, HELP_AT - column);
	column = HELP_AT;
	while (kin_str_next(&rest, ' ', &word)) {
		if (column > HELP_AT && column + 1 + word.len > WIDTH) {
			kin_buf_putc(out, '\n');
			put_spaces(out, HELP_AT);
			column = HELP_AT;
		} else if (column > HELP_AT) {
			kin_buf_putc(out, ' ');
			column++;
		}
		kin_buf_add(out, word);
		column += word.len;
	}
	kin_buf_putc(out, '\n');
}

static void
put_options(struct kin_buf *out, const char *title, const struct kin_opt *from, const struct kin_opt *to)
{
	if (from < to)
		kin_buf_printf(out, "\n%s\n", title);
	for (; from < to; from++) {
		size_t start = out->len;

		put_option(out, from);
		put_words(out, from->help, out->len - start);
	}
}

void
kin_cli_print_help(struct kin_cli *cli)
{
	struct kin_cli_state *state = cli->state;
	const struct kin_opt *common = state->table + state->own, *end = state->table + state->count;
	struct kin_buf out = { 0 };

	kin_cli_start_printing(cli);
	kin_buf_printf(&out, "Usage: %s %s\n%s\n", state->called, cli->usage, cli->about);
	put_options(&out, "Options:", state->table, common);
	put_options(&out, cli->plain ? "Also:" : "Options of every filter:", common, end);
	if (!cli->plain)
		kin_buf_puts(&out,
		    "\nA FILE of - is stdin, as is none.  Exit status: 0 all well; 1 rows were refused\n"
		    "and not kept, or a check failed; 2 wrong use; 3 cannot read or write; 75 locked.\n");
	kin_buf_printf(&out, "More: kin help %s\n", cli->program);
	kin_cli_write_bytes(cli, kin_buf_str(&out));
	if (cli->more_help != NULL)
		cli->more_help(cli);
	kin_buf_fini(&out);
	exit(kin_cli_finish(cli));
}

void
kin_cli_try_help(struct kin_cli *cli)
{
	struct kin_buf line = { 0 };

	kin_buf_printf(&line, "Try '%s --help' for more information.\n", cli->state->called);
	kin_cli_print(cli, kin_buf_str(&line));
	kin_buf_fini(&line);
	kin_cli_exit(cli, KIN_EXIT_USAGE);
}

void
kin_cli_usage(struct kin_cli *cli)
{
	struct kin_buf line = { 0 };

	kin_buf_printf(&line, "Usage: %s %s\n", cli->state->called, cli->usage);
	kin_cli_print(cli, kin_buf_str(&line));
	kin_buf_fini(&line);
	kin_cli_try_help(cli);
}
