/* kin -- runs kin's commands.  See kin(1). */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "kin/face/cli.h"
#include "kin/face/commands.h"

enum { OPT_EXEC_PATH = KIN_OPT_LONG };

static const struct kin_opt options[] = {
	{ OPT_EXEC_PATH, "exec-path", NULL, "print the folder of the programs",
	    "PATH=\"$(kin --exec-path):$PATH\" gives their bare names to a script." },
	{ 0 }
};

static void __attribute__((noreturn))
refuse(struct kin_cli *cli, const char *path, const char *name)
{
	char *near = kin_commands_nearest(path, name);

	if (near != NULL)
		kin_cli_misuse(cli, "no command '%s'; did you mean '%s'?", name, near);
	kin_cli_misuse(cli, "no command '%s'", name);
}

/* argv[0] says how it was called, so that messages can say how to call it. */
static void __attribute__((noreturn))
run(struct kin_cli *cli, const char *path, char **argv)
{
	char called[64], *file = kin_commands_find(path, argv[0]);

	if (file == NULL)
		refuse(cli, path, argv[0]);
	snprintf(called, sizeof(called), "kin %s", argv[0]);
	argv[0] = called;
	execv(file, argv);
	kin_cli_die(cli, KIN_EXIT_IO, "%s: %s", file, strerror(errno));
}

static void __attribute__((noreturn))
help(struct kin_cli *cli, const char *path, const char *name)
{
	char *page = kin_commands_page(path, name);
	char *argv[] = { (char *)name, "--help", NULL };
	char *program = kin_commands_find(path, name);

	if (page == NULL && program == NULL)
		refuse(cli, path, name);
	if (page != NULL)
		execlp("man", "man", page, (char *)NULL);
	if (program != NULL)
		run(cli, path, argv);		/* no man here: what the command says itself */
	if (strcmp(name, "kin") == 0)
		execv("/proc/self/exe", argv);
	kin_cli_die(cli, KIN_EXIT_IO, "no man here to show %s", page);
}

static void
list_one(void *cli, const char *path, const char *name)
{
	char *about = kin_commands_about(path, name);
	struct kin_buf line = { 0 };

	kin_buf_printf(&line, "  %-10s %s\n", name, about);
	kin_cli_write_bytes(cli, kin_buf_str(&line));
	kin_buf_fini(&line);
	free(about);
}

static void
list(struct kin_cli *cli)
{
	char *path = kin_commands_path();

	kin_cli_write_bytes(cli, KIN_STR("\nCommands (kin COMMAND --help, kin help COMMAND):\n"));
	kin_commands_each(path, list_one, cli);
	free(path);
}

int
main(int argc, char *argv[])
{
	char *path = kin_commands_path();
	struct kin_cli cli;
	bool exec_path = false;

	kin_cli_init(&cli, "kin", "[--exec-path] command [argument ...]",
	    "Unix filters for records of people", options);
	cli.plain = true;
	cli.more_help = list;
	while (kin_cli_next(&cli, argc, argv) != -1)
		exec_path = true;
	if (exec_path) {
		kin_cli_write_bytes(&cli, kin_str_of(path));
		kin_cli_write_bytes(&cli, KIN_STR("\n"));
	} else if (cli.argc == 0) {
		kin_cli_usage(&cli);
	} else if (strcmp(cli.argv[0], "help") == 0) {
		help(&cli, path, cli.argc > 1 ? cli.argv[1] : "kin");
	} else {
		run(&cli, path, cli.argv);
	}
	free(path);
	return kin_cli_finish(&cli);
}
