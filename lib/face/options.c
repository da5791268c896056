#include <assert.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kin/base/mem.h"
#include "kin/face/cli.h"
#include "kin/face/nearest.h"
#include "state.h"

/* In no option table: for the scripts that make pages and completions. */
static const struct option hidden[] = {
	{ "print-options", 0, NULL, KIN_PRINT_OPTIONS },
	{ "print-common", 0, NULL, KIN_PRINT_COMMON },
	{ "print-about", 0, NULL, KIN_PRINT_ABOUT },
	{ "print-fields", 0, NULL, KIN_PRINT_FIELDS },
	{ "print-words", 0, NULL, KIN_PRINT_WORDS },
	{ NULL, 0, NULL, 0 }
};

enum { HIDDEN = sizeof(hidden) / sizeof(hidden[0]) };

static size_t
count_options(const struct kin_opt *options)
{
	size_t count = 0;

	while (options[count].id != 0)
		count++;
	return count;
}

static void
add_short(char *shorts, const struct kin_opt *opt)
{
	size_t len = strlen(shorts);

	if (opt->id >= KIN_OPT_LONG)
		return;
	assert(strchr(shorts, opt->id) == NULL && "a letter used twice");
	shorts[len++] = (char)opt->id;
	if (opt->arg != NULL)
		shorts[len++] = ':';
	shorts[len] = '\0';
}

/* The command's own table and the common one, in the forms that getopt_long wants. */
static void
merge_tables(struct kin_cli *cli)
{
	const struct kin_opt *common = cli->plain ? kin_cli_common_plain : kin_cli_common;
	struct kin_cli_state *state = cli->state;

	state->own = count_options(cli->options);
	state->count = state->own + count_options(common);
	state->table = kin_calloc(state->count, sizeof(*state->table));
	memcpy(state->table, cli->options, state->own * sizeof(*state->table));
	memcpy(state->table + state->own, common, (state->count - state->own) * sizeof(*state->table));
	state->longs = kin_calloc(state->count + HIDDEN, sizeof(*state->longs));
	state->shorts = kin_calloc(state->count + 2, 2);
	strcpy(state->shorts, cli->plain ? "+:" : ":");
	for (size_t i = 0; i < state->count; i++) {
		const struct kin_opt *opt = &state->table[i];

		state->longs[i] = (struct option){ opt->name, opt->arg != NULL, NULL, opt->id };
		add_short(state->shorts, opt);
	}
	memcpy(state->longs + state->count, hidden, sizeof(hidden));
}

static const struct kin_opt *
find(const struct kin_cli *cli, int id)
{
	for (size_t i = 0; i < cli->state->count; i++)
		if (cli->state->table[i].id == id)
			return &cli->state->table[i];
	return NULL;
}

/* "--thresh=3" as typed: the option that the user meant, without its argument. */
static void
typed_name(const char *typed, char *name, size_t size)
{
	size_t len = strcspn(typed, "=");

	if (len >= size)
		len = size - 1;
	memcpy(name, typed, len);
	name[len] = '\0';
}

static void __attribute__((noreturn))
refuse_long(struct kin_cli *cli, const char *typed)
{
	const struct kin_cli_state *state = cli->state;
	const char *best = NULL, *begun = NULL;
	char name[64];

	typed_name(typed + 2, name, sizeof(name));
	for (size_t i = 0; i < state->count; i++) {
		const char *one = state->table[i].name;

		if (strncmp(one, name, strlen(name)) == 0 && begun != NULL)
			kin_cli_misuse(cli, "option '--%s' may be '--%s' or '--%s'", name, begun, one);
		if (strncmp(one, name, strlen(name)) == 0)
			begun = one;
		best = kin_nearest(name, best, one);
	}
	if (best != NULL)
		kin_cli_misuse(cli, "no option '--%s'; did you mean '--%s'?", name, best);
	kin_cli_misuse(cli, "no option '--%s'", name);
}

/* getopt_long leaves 0 in optopt for a long option that it does not know, else the letter or the id. */
static void __attribute__((noreturn))
refuse_option(struct kin_cli *cli, char **argv, int found)
{
	const struct kin_opt *opt = find(cli, optopt);
	char letter[] = "-x, ";

	if (optopt == 0)
		refuse_long(cli, argv[optind - 1]);
	if (opt == NULL)
		kin_cli_misuse(cli, "no option '-%c'", optopt);
	if (found == ':') {
		letter[1] = (char)opt->id;
		kin_cli_misuse(cli, "option '%s--%s' needs an argument: %s", opt->id < KIN_OPT_LONG ? letter : "",
		    opt->name, opt->arg);
	}
	kin_cli_misuse(cli, "option '--%s' takes no argument", opt->name);
}

static void
begin(struct kin_cli *cli, char **argv)
{
	if (argv[0] != NULL && strncmp(argv[0], "kin ", 4) == 0)
		cli->state->called = argv[0];
	merge_tables(cli);
	opterr = 0;
}

int
kin_cli_next(struct kin_cli *cli, int argc, char **argv)
{
	struct kin_cli_state *state = cli->state;
	static char shown[64];
	int id;

	if (state->table == NULL)
		begin(cli, argv);
	while ((id = getopt_long(argc, argv, state->shorts, state->longs, NULL)) != -1) {
		const struct kin_opt *opt = find(cli, id);

		cli->value = optarg;
		if (id >= KIN_PRINT_OPTIONS)
			kin_cli_print_table(cli, id);
		if (opt == NULL)
			refuse_option(cli, argv, id);
		snprintf(shown, sizeof(shown), "--%s", opt->name);
		cli->option = shown;
		if (opt < state->table + state->own)
			return id;
		kin_cli_take_common(cli, id);
	}
	cli->argc = argc - optind;
	cli->argv = argv + optind;
	kin_cli_start(cli);
	return -1;
}

double
kin_cli_number(struct kin_cli *cli, double low, double high)
{
	char *end;
	double number = strtod(cli->value, &end);

	if (end == cli->value || *end != '\0' || strspn(cli->value, "+-.0123456789eE") != strlen(cli->value))
		kin_cli_misuse(cli, "option '%s': not a number: \"%s\"", cli->option, cli->value);
	if (!(number >= low && number <= high))
		kin_cli_misuse(cli, "option '%s': not between %.15g and %.15g: \"%s\"", cli->option, low,
		    high, cli->value);
	return number;
}

long
kin_cli_whole(struct kin_cli *cli, long low, long high)
{
	char *end;
	long number;

	errno = 0;
	number = strtol(cli->value, &end, 10);
	if (end == cli->value || *end != '\0' || strspn(cli->value, "+-0123456789") != strlen(cli->value))
		kin_cli_misuse(cli, "option '%s': not a whole number: \"%s\"", cli->option, cli->value);
	if (errno == ERANGE || number < low || number > high)
		kin_cli_misuse(cli, "option '%s': not between %ld and %ld: \"%s\"", cli->option, low, high,
		    cli->value);
	return number;
}

void
kin_cli_pair(struct kin_cli *cli, char **name, const char **file)
{
	char *equals = cli->value ? strchr(cli->value, '=') : NULL;

	if (equals == NULL || equals == cli->value || equals[1] == '\0')
		kin_cli_misuse(cli, "option '%s': not NAME=FILE: \"%s\"", cli->option, cli->value);
	*equals = '\0';
	*name = (char *)cli->value;
	*file = equals + 1;
}

static bool
is_offered(const struct kin_cli *cli, const char *const *words)
{
	bool found = false;

	for (const struct kin_opt_words *row = cli->words; row != NULL && row->id != 0; row++)
		found |= row->words == words;
	return found;
}

int
kin_cli_word(struct kin_cli *cli, const char *const *words)
{
	const char *best = NULL;

	assert(is_offered(cli, words));
	for (int i = 0; words[i] != NULL; i++) {
		if (strcmp(words[i], cli->value) == 0)
			return i;
		best = kin_nearest(cli->value, best, words[i]);
	}
	if (best != NULL)
		kin_cli_misuse(cli, "option '%s': no '%s'; did you mean '%s'?", cli->option, cli->value, best);
	kin_cli_misuse(cli, "option '%s': no '%s'", cli->option, cli->value);
}

int
kin_cli_operand(struct kin_cli *cli, const char *what, const char *const *words)
{
	const char *typed = cli->argc > 0 ? cli->argv[0] : NULL, *best = NULL;
	struct kin_buf all = { 0 };

	assert(is_offered(cli, words));
	for (int i = 0; words[i] != NULL; i++) {
		if (typed != NULL && strcmp(words[i], typed) == 0) {
			cli->argc--;
			cli->argv++;
			kin_buf_fini(&all);
			return i;
		}
		best = typed != NULL ? kin_nearest(typed, best, words[i]) : NULL;
		kin_buf_printf(&all, "%s%s", i > 0 ? ", " : "", words[i]);
	}
	if (typed == NULL)
		kin_cli_misuse(cli, "which %s? There are %s", what, kin_buf_text(&all));
	if (best != NULL)
		kin_cli_misuse(cli, "no %s '%s'; did you mean '%s'?", what, typed, best);
	kin_cli_misuse(cli, "no %s '%s'; there are %s", what, typed, kin_buf_text(&all));
}
