/* match -- says who is on a list, in which groups, what changed since yesterday, and whom to leave alone.  See kin-match(1). */
#include <errno.h>

#include "kin/base/mem.h"
#include "kin/face/cli.h"
#include "kin/step/cohort.h"
#include "kin/step/match.h"
#include "kin/step/overlap.h"

enum { OPT_WHY = KIN_OPT_LONG, OPT_ONLY_MATCHED, OPT_ONLY_UNMATCHED, OPT_ONE, OPT_MANY,
	OPT_COHORTS, OPT_OVERLAP, OPT_BLOCKING, OPT_SINCE, OPT_ONLY_CHANGES, OPT_WATCH, OPT_STOP, OPT_STOPPED };

static const struct kin_opt options[] = {
	{ 'w', "with", "name=file", "say who is on the list in FILE, under NAME",
	    "May be given again for further lists.  FILE holds records, as ingest writes them." },
	{ OPT_ONLY_MATCHED, "only-matched", NULL, "print only people who are on one of the lists, or more", NULL },
	{ OPT_ONLY_UNMATCHED, "only-unmatched", NULL, "print only people who are on none of them", NULL },
	{ 't', "threshold", "p", "match records that are one person with probability P or more",
	    "Without it the cut follows from the data: where matching is right more often than wrong." },
	{ 'c', "compare", "fields", "compare these fields: FIELD[:KIND][:shared|:own],…",
	    "Without it all fields of kin-record(5) that name a person or a place are compared, and others that are found to tell.  With + or - before the first, fields are added to these or taken away." },
	{ 'm', "model", "file", "take the weights from the model in FILE instead of estimating them",
	    "A model as dedupe --train writes it, or one of Splink, version 4 or 5: see kin-model(5)." },
	{ OPT_BLOCKING, "blocking", NULL, "compare only pairs that the blocking rules of a Splink model let through",
	    "Without it all pairs are compared, and what the rules would lose is said." },
	{ OPT_ONE, "one-to-one", NULL, "let no record of a list be matched by two people",
	    "Without it this is so where the lists themselves show that they repeat nobody." },
	{ OPT_MANY, "best-only", NULL, "let every person have their best match, whoever else has the same", NULL },
	{ OPT_SINCE, "since", "file", "say who is new, changed or gone since the list was as in FILE",
	    "FILE holds the records of the day before.  Who is gone comes last, as a record of kind stop." },
	{ OPT_ONLY_CHANGES, "only-changes", NULL, "with --since, leave out people about whom nothing changed", NULL },
	{ OPT_WATCH, "watch", "fields", "with --since, look at these FIELDS alone, or with - before the first at all but these",
	    "For columns that say something else every day, when the list was made or its version: --watch -extracted_at." },
	{ OPT_STOP, "stop", "file", "say who is to be left alone: the people in FILE",
	    "FILE holds records of kind stop, or of people.  May be given again for further files." },
	{ OPT_STOPPED, "stopped", "file", "with --stop, write the records of who is to be left alone to FILE, not to the output", NULL },
	{ OPT_COHORTS, "cohorts", "file", "say who is in the groups that the rules in FILE make", "With or without --with." },
	{ OPT_OVERLAP, "overlap", NULL, "print how many people are in which lists and groups at once, and no records", NULL },
	{ OPT_WHY, "why", NULL, "say why, in lists.NAME.why and cohort_why", NULL },
	{ 'j', "jobs", "n", "use N threads instead of as many as there are cores", NULL },
	{ 0 }
};

struct lists {
	struct list {
		char		*name;
		const char	*file;
	}		*list;		/* as many as there are words on the command line */
	size_t		 count;
	const char	**stop;		/* as many */
	size_t		 stops;
	const char	*since, *stopped;
	const char	*model;
	const char	*cohorts;	/* file of rules, or NULL */
	bool		 overlap;
};

static void
load_lists(struct kin_cli *cli, struct kin_match *match, const struct lists *lists)
{
	struct kin_err err = KIN_ERR_NONE;

	if (lists->model != NULL && kin_match_model(match, lists->model, &err) != 0)
		kin_cli_die(cli, KIN_EXIT_USAGE, "%s", err.text);
	for (size_t i = 0; i < lists->count; i++) {
		if (kin_match_list(match, lists->list[i].name, &err) != 0)
			kin_cli_misuse(cli, "option '--with': %s", err.text);
		kin_cli_load_list(cli, lists->list[i].file, kin_match_push_list, match);
	}
	if (lists->since != NULL) {
		kin_match_since(match);
		kin_cli_load_list(cli, lists->since, kin_match_push_list, match);
	}
	if (lists->stops > 0)
		kin_match_stops(match);
	for (size_t i = 0; i < lists->stops; i++)
		kin_cli_load_list(cli, lists->stop[i], kin_match_push_stop, match);
}

/* The options of --since and --stop. */
static void
set_days(struct kin_cli *cli, struct kin_match_opts *opts, struct lists *lists, int c)
{
	switch (c) {
	case OPT_SINCE:
		if (lists->since != NULL)
			kin_cli_misuse(cli, "--since: one file");
		lists->since = cli->value;
		break;
	case OPT_WATCH:
		opts->watch = cli->value;
		break;
	case OPT_STOP:
		lists->stop[lists->stops++] = cli->value;
		break;
	case OPT_STOPPED:
		lists->stopped = cli->value;
		break;
	}
	opts->only_changes = opts->only_changes || c == OPT_ONLY_CHANGES;
}

static void
check(struct kin_cli *cli, const struct kin_match_opts *opts, const struct lists *lists)
{
	bool links = lists->count > 0 || lists->since != NULL || lists->stops > 0;

	if (!links && lists->cohorts == NULL && !lists->overlap)
		kin_cli_misuse(cli, "no list to match with: -w NAME=FILE");
	if (lists->count == 0 && opts->only != KIN_MATCH_ALL)
		kin_cli_misuse(cli, "--only-matched and --only-unmatched need a list: -w NAME=FILE");
	if (lists->since == NULL && (opts->only_changes || opts->watch != NULL))
		kin_cli_misuse(cli, "--only-changes and --watch need a day before: --since FILE");
	if (lists->stops == 0 && lists->stopped != NULL)
		kin_cli_misuse(cli, "--stopped needs a stop-list: --stop FILE");
	if (opts->blocking && lists->model == NULL)
		kin_cli_misuse(cli, "--blocking obeys the rules of a model of Splink: -m FILE");
}

static void
write_stopped(void *to, struct kin_str line)
{
	kin_publish_line(to, line);
}

static void
set(struct kin_cli *cli, struct kin_match_opts *opts, struct lists *lists, int c)
{
	switch (c) {
	case 'w':
		kin_cli_pair(cli, &lists->list[lists->count].name, &lists->list[lists->count].file);
		lists->count++;
		break;
	case 't':
		opts->threshold = kin_cli_number(cli, 0.001, 0.999999);
		break;
	case 'c':
		opts->compare = cli->value;
		break;
	case 'm':
		lists->model = cli->value;
		break;
	case 'j':
		opts->threads = (int)kin_cli_whole(cli, 1, 256);
		break;
	case OPT_ONLY_MATCHED:
	case OPT_ONLY_UNMATCHED:
		if (opts->only != KIN_MATCH_ALL)
			kin_cli_misuse(cli, "--only-matched and --only-unmatched: one of them");
		opts->only = c == OPT_ONLY_MATCHED ? KIN_MATCH_MATCHED : KIN_MATCH_UNMATCHED;
		break;
	case OPT_ONE:
	case OPT_MANY:
		if (opts->one_to_one != KIN_LINK_ONE_AUTO)
			kin_cli_misuse(cli, "--one-to-one and --best-only: one of them");
		opts->one_to_one = c == OPT_ONE ? KIN_LINK_ONE_ON : KIN_LINK_ONE_OFF;
		break;
	case OPT_COHORTS:
		lists->cohorts = cli->value;
		break;
	case OPT_OVERLAP:
		lists->overlap = true;
		break;
	}
	set_days(cli, opts, lists, c);
	opts->blocking = opts->blocking || c == OPT_BLOCKING;
	opts->why = opts->why || c == OPT_WHY;
}

/* Groups come after the lists: what match writes goes through them. */
static struct kin_cohort *
open_cohorts(struct kin_cli *cli, struct kin_match_opts *opts, const char *path)
{
	struct kin_cohort_opts how = { .sink = opts->sink, .sink_ctx = opts->sink_ctx, .why = opts->why,
	    .today = kin_str_of(cli->as_of) };
	static struct kin_cohort *cohort;	/* still held when a message ends the run */
	struct kin_err err;

	cohort = kin_cohort_new(&how);
	if (kin_cohort_load(cohort, path, &err) != 0)
		kin_cli_die_at(cli, errno != 0 ? KIN_EXIT_IO : KIN_EXIT_USAGE, path, &err);
	opts->sink = kin_cohort_line;
	opts->sink_ctx = cohort;
	return cohort;
}

static void
run_match(struct kin_cli *cli, const struct kin_match_opts *opts, const struct lists *lists)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_match *match = kin_match_new(opts, &err);

	if (match == NULL)
		kin_cli_misuse(cli, "option '--compare': %s", err.text);
	load_lists(cli, match, lists);
	kin_cli_each(cli, kin_match_push, match);
	if (kin_match_finish(match, &err) != 0)
		kin_cli_die_at(cli, KIN_EXIT_USAGE, lists->model, &err);
	kin_match_stats(match, &cli->stats_more);
	kin_match_free(match);
}

static void
show_overlap(struct kin_cli *cli, struct kin_overlap *overlap)
{
	struct kin_buf table = { 0 };
	struct kin_err err = KIN_ERR_NONE;

	if (kin_overlap_show(overlap, kin_cli_columns(cli), &table, &err) != 0)
		kin_cli_die(cli, KIN_EXIT_USAGE, "%s", err.text);
	kin_cli_write_bytes(cli, kin_buf_str(&table));
	kin_buf_fini(&table);
	kin_overlap_free(overlap);
}

int
main(int argc, char *argv[])
{
	struct kin_match_opts opts = { .say = kin_cli_say_line, .sink = kin_cli_write };
	struct lists lists = { .list = kin_calloc((size_t)argc, sizeof(*lists.list)),
	    .stop = kin_calloc((size_t)argc, sizeof(*lists.stop)) };
	struct kin_cohort *cohort = NULL;
	struct kin_overlap *overlap = NULL;
	struct kin_cli cli;
	int c;

	kin_cli_init(&cli, "match", "[-w name=file] [--since file] [--stop file] [-t p] [-c fields] [-m file] [--cohorts file] [--overlap] [--why] [file ...]",
	    "say who is on a list, in which groups, new, changed or gone, or to be left alone", options);
	while ((c = kin_cli_next(&cli, argc, argv)) != -1)
		set(&cli, &opts, &lists, c);
	check(&cli, &opts, &lists);
	opts.sink_ctx = opts.say_ctx = &cli;
	if (lists.stopped != NULL) {
		opts.stopped = write_stopped;
		opts.stopped_ctx = kin_cli_also(&cli, lists.stopped);
	}
	if (lists.overlap) {
		overlap = kin_overlap_new();
		opts.sink = kin_overlap_line;
		opts.sink_ctx = overlap;
	}
	if (lists.cohorts != NULL)
		cohort = open_cohorts(&cli, &opts, lists.cohorts);
	if (lists.count > 0 || lists.since != NULL || lists.stops > 0)
		run_match(&cli, &opts, &lists);
	else if (cohort != NULL)
		kin_cli_each(&cli, kin_cohort_push, cohort);
	else
		kin_cli_each(&cli, kin_overlap_push, overlap);
	if (cohort != NULL)
		kin_cohort_stats(cohort, &cli.stats_more);
	if (overlap != NULL)
		show_overlap(&cli, overlap);
	kin_cohort_free(cohort);
	kin_free(lists.list);
	kin_free(lists.stop);
	return kin_cli_finish(&cli);
}
