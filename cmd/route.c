/* route -- pass on once, to the right door.  See kin-route(1). */
#include <errno.h>
#include <unistd.h>

#include "kin/face/cli.h"
#include "kin/step/route.h"

enum { OPT_WARDS = KIN_OPT_LONG, OPT_WITHIN, OPT_COMPARE, OPT_FIELDS, OPT_LEDGER, OPT_END };

static const struct kin_opt options[] = {
	{ 'u', "hubs", "file", "hubs and their wards, as hub records", "Always needed." },
	{ 'd', "doors", "file", "doors beside the hubs, and the one for safeguarding", "Door records." },
	{ 'l', "links", "file", "who already helps whom, as link records", NULL },
	{ OPT_WARDS, "wards", "file", "the wards that there are, as CSV or NDJSON",
	    "CSV has a column ward or wd25cd, NDJSON a member ward." },
	{ OPT_WITHIN, "return-within", "period", "after a goodbye, go back to the same people for so long: 90d, 12m, 2y",
	    "Without it, however long ago the goodbye was." },
	{ OPT_FIELDS, "fields", "door", "print what goes to this door alone, and of that only what it may see",
	    "DOOR is \"hub\" for all hubs, the id of a hub, or the id of a door." },
	{ OPT_LEDGER, "ledger", "file", "add each hand-on to FILE, as event records",
	    "It is read first, and what is in it is not added again.  FILE is published whole or not at all, with the output.  Use --lock where two runs may meet." },
	{ OPT_COMPARE, "compare", "old-hubs", "say who would go elsewhere by the hubs in OLD-HUBS", NULL },
	{ 'c', "check", NULL, "check the tables, and exit 1 on a fault",
	    "Each fault is a line on stderr.  Records are read only from files that are named." },
	{ 'w', "why", NULL, "say why, in sentences", NULL },
	{ 0 }
};

struct run {
	const char		*given[OPT_END];	/* argument of each option, by its id */
	struct kin_publish	*ledger;		/* as it will be */
	struct kin_route	*route;
};

static int
keep_past(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct run *run = ctx;

	kin_publish_line(run->ledger, rec->line);
	return kin_route_past(run->route, rec, err);
}

static void
note(void *ctx, struct kin_str line)
{
	kin_publish_line(((struct run *)ctx)->ledger, line);
}

static void
load_table(struct kin_cli *cli, const char *path, kin_push *push, struct kin_route *route)
{
	if (path != NULL)
		kin_cli_load(cli, path, push, route);
}

static void
load(struct kin_cli *cli, struct run *run, struct kin_route *route)
{
	const char *const *given = run->given;
	struct kin_err err = KIN_ERR_NONE;

	load_table(cli, given['u'], kin_route_hub, route);
	load_table(cli, given[OPT_COMPARE], kin_route_old_hub, route);
	load_table(cli, given['d'], kin_route_door, route);
	if (given[OPT_WITHIN] && kin_route_within(route, kin_str_of(given[OPT_WITHIN]), &err) == -1)
		kin_cli_misuse(cli, "option '--return-within': %s", err.text);
	load_table(cli, given['l'], kin_route_link, route);
	if (given[OPT_WARDS] && kin_route_wards(route, given[OPT_WARDS], &err) == -1)
		kin_cli_die_at(cli, errno != 0 ? KIN_EXIT_IO : KIN_EXIT_USAGE, given[OPT_WARDS], &err);
	if (given[OPT_FIELDS] && kin_route_only(route, kin_str_of(given[OPT_FIELDS]), &err) == -1)
		kin_cli_misuse(cli, "option '--fields': %s", err.text);
	if (run->ledger != NULL && access(given[OPT_LEDGER], F_OK) == 0)
		kin_cli_load(cli, given[OPT_LEDGER], keep_past, run);
}

static void
warn(void *cli, const char *fault)
{
	kin_cli_warn(cli, "%s", fault);
}

/* What is said once the records are through. */
static void
conclude(struct kin_cli *cli, const struct run *run, bool checked)
{
	struct kin_buf text = { 0 };

	if (checked && kin_route_check(run->route, warn, cli) > 0)
		kin_cli_failed_check(cli);
	else if (checked) {
		kin_route_describe(run->route, &text);
		kin_cli_say(cli, "nothing wrong: %s", kin_buf_text(&text));
		if (run->given[OPT_WARDS] == NULL)
			kin_cli_say(cli, "without --wards a ward that no hub names is not missed");
	}
	kin_buf_clear(&text);
	if (run->given[OPT_COMPARE] != NULL) {
		kin_route_moves(run->route, &text);
		kin_cli_say(cli, "%s", kin_buf_text(&text));
	}
	kin_buf_fini(&text);
	kin_route_stats(run->route, &cli->stats_more);
}

int
main(int argc, char *argv[])
{
	struct kin_cli cli;
	struct kin_route_opts opts = { .sink = kin_cli_write, .sink_ctx = &cli };
	struct run run = { 0 };
	int c;

	kin_cli_init(&cli, "route", "-u hubs [-d doors] [-l links] [-cw] [file ...]",
	    "pass each resident on once, to the right door", options);
	while ((c = kin_cli_next(&cli, argc, argv)) != -1) {
		opts.watch |= c == 'c';
		opts.why |= c == 'w';
		run.given[c] = cli.value;
	}
	if (run.given['u'] == NULL)
		kin_cli_misuse(&cli, "which hubs? --hubs FILE is needed");
	opts.today = kin_str_of(cli.as_of);
	if (run.given[OPT_LEDGER] != NULL) {
		opts.note = note;
		opts.note_ctx = &run;
		run.ledger = kin_cli_also(&cli, run.given[OPT_LEDGER]);
	}
	run.route = kin_route_new(&opts);
	load(&cli, &run, run.route);
	if (!opts.watch && kin_route_check(run.route, NULL, NULL) > 0)
		kin_cli_say(&cli, "the tables have faults: --check names them");
	if (!opts.watch || cli.argc > 0)
		kin_cli_each(&cli, kin_route_push, run.route);
	conclude(&cli, &run, opts.watch);
	kin_route_free(run.route);
	return kin_cli_finish(&cli);
}
