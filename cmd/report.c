/* report -- counts, worklists and tables from records.  See kin-report(1). */
#include "kin/face/cli.h"
#include "kin/step/report.h"

enum { OPT_DISTINCT = KIN_OPT_LONG, OPT_WIDTH, OPT_ASCII, OPT_SUPPRESS, OPT_ROUND, OPT_POPULATION, OPT_WARDS };

static const char *const everies[] = { "day", "week", "month", NULL }, *const sorts[] = { "count", "name", NULL };

static const struct kin_opt options[] = {
	{ 'f', "format", "format", "table, csv, ndjson, markdown or html instead of table",
	    "CSV holds one table: the first, or that of --table.  A text that a spreadsheet would run as a formula gets an apostrophe before it." },
	{ 'b', "by", "field[,field]", "count by these fields, up to 8",
	    "A field is the name of a member, or a path as to.id or source.list.  A list counts for each of its elements, an object for its id, source for its list." },
	{ OPT_DISTINCT, "distinct", "field", "count different values of FIELD too, as person",
	    "A record without it counts by itself." },
	{ 's', "sort", "order", "order counts by count (most first) or by name", NULL },
	{ 'e', "every", "time", "put dates into each day, week or month",
	    "Weeks are those of ISO 8601: 2020-W15 begins on Monday 6 April.  referrals and goodbyes take weeks unless told." },
	{ 'w', "where", "field=text", "only records whose FIELD is TEXT; != for those where it is not",
	    "May be given several times: all must hold.  FIELD= asks for what is missing." },
	{ 'u', "hubs", "file", "hub records: their names stand beside their ids", NULL },
	{ 'd', "doors", "file", "the same for door records", NULL },
	{ 't', "table", "name", "only the table of that name", NULL },
	{ OPT_POPULATION, "population", "file", "rates per 10,000 of the people in FILE: ward, population, perhaps name",
	    "CSV or JSON lines.  A row with a rate in place of a population is one to compare with.  For equalities: field, group, population." },
	{ OPT_WARDS, "wards", "file", "draw the tables by ward on a map of the wards in FILE, GeoJSON, in html",
	    "As ingest --wards takes it: Polygon or MultiPolygon features with the wards' codes." },
	{ OPT_SUPPRESS, "suppress", "n", "hide counts from 1 to N-1, and what they could be worked out from",
	    "They are shown as c, with all shares, rates and medians of them.  Noughts stay." },
	{ OPT_ROUND, "round", "n", "round counts to the nearest multiple of N", NULL },
	{ OPT_WIDTH, "width", "columns", "columns that a table may take; the terminal's, or 80", NULL },
	{ OPT_ASCII, "ascii", NULL, "draw lines with - alone", NULL },
	{ 0 }
};

static const struct kin_opt_words words[] = {
	{ 'f', kin_report_formats }, { 's', sorts }, { 'e', everies }, { KIN_OPERAND, kin_report_names }, { 0, NULL }
};

struct run {
	struct kin_report_opts	 opts;
	struct kin_report_output output;
	const char		*hubs, *doors, *wards;
};

static void
take(struct kin_cli *cli, struct run *run, int c)
{
	const struct { int id; const char **to; } texts[] = {
		{ 'b', &run->opts.by }, { OPT_DISTINCT, &run->opts.distinct },
		{ 'u', &run->hubs }, { 'd', &run->doors }, { 't', &run->output.table },
		{ OPT_POPULATION, &run->opts.population }, { OPT_WARDS, &run->wards }
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		*texts[i].to = texts[i].id == c ? cli->value : *texts[i].to;
	if (c == 'f')
		run->output.format = (enum kin_report_format)kin_cli_word(cli, kin_report_formats);
	else if (c == 's')
		run->opts.by_name = kin_cli_word(cli, sorts) == 1;
	else if (c == 'e')
		run->opts.every = (enum kin_bucket)(KIN_BUCKET_DAY + kin_cli_word(cli, everies));
	else if (c == 'w')
		kin_report_where(&run->opts, cli->value);
	else if (c == OPT_SUPPRESS)
		run->opts.suppress = kin_cli_whole(cli, 2, 1000);
	else if (c == OPT_ROUND)
		run->opts.round = kin_cli_whole(cli, 2, 1000);
	else if (c == OPT_WIDTH)
		run->output.width = (size_t)kin_cli_whole(cli, 20, 1000);
	else if (c == OPT_ASCII)
		run->output.ascii = true;
}

static void
run_report(struct kin_cli *cli, struct run *run, struct kin_report *report)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_buf names = { 0 };
	const char *const lists[] = { run->hubs, run->doors };
	int left_out, status;

	for (size_t i = 0; i < 2; i++) {
		if (lists[i] != NULL)
			kin_cli_load(cli, lists[i], kin_report_push_name, report);
	}
	status = kin_report_read_population(report, run->opts.population, &err);
	if (status != 0)
		kin_cli_die_at(cli, (enum kin_exit)status, run->opts.population, &err);
	status = kin_report_read_wards(report, run->wards, &err);
	if (status != 0)
		kin_cli_die(cli, (enum kin_exit)status, "%s", err.text);
	kin_cli_each(cli, kin_report_push, report);
	left_out = kin_report_finish(report, &run->output, &names, &err);
	if (left_out < 0)
		kin_cli_misuse(cli, "%s", err.text);
	if (left_out > 0)
		kin_cli_say(cli, "CSV holds one table; -t chooses of %s", kin_buf_text(&names));
	kin_buf_fini(&names);
	kin_report_stats(report, &cli->stats_more);
	kin_report_free(report);
}

int
main(int argc, char *argv[])
{
	struct run run = { .output = { .sink = kin_cli_write, .bytes = kin_cli_write_bytes } };
	struct kin_err err = KIN_ERR_NONE;
	struct kin_report *report;
	struct kin_cli cli;
	int c;

	kin_cli_init(&cli, "report", "[-f FORMAT] [-u HUBS] REPORT [FILE ...]", "workload, worklists, continuity, referrals, goodbyes and counts from records", options);
	cli.words = words;
	while ((c = kin_cli_next(&cli, argc, argv)) != -1)
		take(&cli, &run, c);
	if (run.wards != NULL && run.output.format != KIN_REPORT_HTML)
		kin_cli_misuse(&cli, "--wards draws a map: -f html");
	run.opts.as_of = cli.as_of;
	run.opts.wards = run.wards != NULL;
	run.opts.names = run.hubs != NULL || run.doors != NULL;
	run.output.ctx = &cli;
	run.output.width = run.output.width ? run.output.width : kin_cli_columns(&cli);
	report = kin_report_new(kin_cli_operand(&cli, "report", kin_report_names), &run.opts, &err);
	if (report == NULL)
		kin_cli_misuse(&cli, err.value[0] ? "%s: \"%s\"" : "%s", err.text, err.value);
	run_report(&cli, &run, report);
	return kin_cli_finish(&cli);
}
