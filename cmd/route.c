/* route -- pass on once, to the right door.  See kin-route(1). */
#include <errno.h>

#include "kin/face/cli.h"
#include "kin/step/route.h"

enum { OPT_WARDS = KIN_OPT_LONG };

static const struct kin_opt options[] = {
	{ 'u', "hubs", "file", "hubs and their wards, as hub records", "Always needed." },
	{ 'd', "doors", "file", "doors beside the hubs, and the one for safeguarding", "Door records." },
	{ 'l', "links", "file", "who already helps whom, as link records", NULL },
	{ OPT_WARDS, "wards", "file", "the wards that there are, as CSV or NDJSON",
	    "CSV has a column ward or wd25cd, NDJSON a member ward." },
	{ 'c', "check", NULL, "check the tables, and exit 1 on a fault",
	    "Each fault is a line on stderr.  Records are read only from files that are named." },
	{ 'w', "why", NULL, "say why, in sentences", NULL },
	{ 0 }
};

struct tables {
	const char	*hubs, *doors, *links, *wards;
};

static void
load(struct kin_cli *cli, const struct tables *tables, struct kin_route *route)
{
	struct kin_err err = KIN_ERR_NONE;

	kin_cli_load(cli, tables->hubs, kin_route_hub, route);
	if (tables->doors != NULL)
		kin_cli_load(cli, tables->doors, kin_route_door, route);
	if (tables->links != NULL)
		kin_cli_load(cli, tables->links, kin_route_link, route);
	if (tables->wards != NULL && kin_route_wards(route, tables->wards, &err) == -1) {
		enum kin_exit status = errno != 0 ? KIN_EXIT_IO : KIN_EXIT_USAGE;

		kin_route_free(route);
		kin_cli_die_at(cli, status, tables->wards, &err);
	}
}

static void
warn(void *cli, const char *fault)
{
	kin_cli_warn(cli, "%s", fault);
}

static void
check(struct kin_cli *cli, struct kin_route *route, bool with_wards)
{
	struct kin_buf text = { 0 };

	if (kin_route_check(route, warn, cli) > 0) {
		kin_cli_failed_check(cli);
		return;
	}
	kin_route_describe(route, &text);
	kin_cli_say(cli, "nothing wrong: %s", kin_buf_text(&text));
	kin_buf_fini(&text);
	if (!with_wards)
		kin_cli_say(cli, "without --wards a ward that no hub names is not missed");
}

static void
take_option(struct kin_cli *cli, int c, struct tables *tables, struct kin_route_opts *opts)
{
	switch (c) {
	case 'u':
		tables->hubs = cli->value;
		break;
	case 'd':
		tables->doors = cli->value;
		break;
	case 'l':
		tables->links = cli->value;
		break;
	case OPT_WARDS:
		tables->wards = cli->value;
		break;
	case 'c':
		opts->watch = true;
		break;
	case 'w':
		opts->why = true;
		break;
	default:
		kin_cli_usage(cli);
	}
}

int
main(int argc, char *argv[])
{
	struct kin_cli cli;
	struct kin_route_opts opts = { .sink = kin_cli_write, .sink_ctx = &cli };
	struct tables tables = { NULL, NULL, NULL, NULL };
	struct kin_route *route;
	int c;

	kin_cli_init(&cli, "route", "-u hubs [-d doors] [-l links] [-cw] [file ...]",
	    "pass each resident on once, to the right door", options);
	while ((c = kin_cli_next(&cli, argc, argv)) != -1)
		take_option(&cli, c, &tables, &opts);
	if (tables.hubs == NULL)
		kin_cli_misuse(&cli, "which hubs? --hubs FILE is needed");

	opts.today = kin_str_of(cli.as_of);
	route = kin_route_new(&opts);
	load(&cli, &tables, route);
	if (!opts.watch && kin_route_check(route, NULL, NULL) > 0)
		kin_cli_say(&cli, "the tables have faults: --check names them");
	if (!opts.watch || cli.argc > 0)
		kin_cli_each(&cli, kin_route_push, route);
	if (opts.watch)
		check(&cli, route, tables.wards != NULL);
	kin_route_stats(route, &cli.stats_more);
	kin_route_free(route);
	return kin_cli_finish(&cli);
}
