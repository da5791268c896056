/* dedupe -- says which records are one person.  See kin-dedupe(1). */
#include "kin/face/cli.h"
#include "kin/step/dedupe.h"

enum { OPT_WHY = KIN_OPT_LONG, OPT_PAIRS, OPT_FOLD, OPT_REVIEW, OPT_DECISIONS, OPT_TRUTH };

static const struct kin_opt options[] = {
	{ 't', "threshold", "p", "join records that are one person with probability P or more",
	    "Without it the cut follows from the data: where joining is right more often than wrong." },
	{ 'c', "compare", "fields", "compare these fields: FIELD[:KIND][:shared|:own],…",
	    "Without it all fields of kin-record(5) that name a person or a place are compared.  With + or - before the first, fields are added to these or taken away." },
	{ OPT_WHY, "why", NULL, "say for each record why it is who it is, in person.why", NULL },
	{ OPT_PAIRS, "pairs", NULL, "print scored pairs, with the level of every field, instead of records",
	    "All that are not as good as impossible; with -t those of its probability or more." },
	{ OPT_FOLD, "fold", NULL, "print one record a person, with the record that each field is from",
	    "What else was said of them is kept in the member was." },
	{ OPT_REVIEW, "review", "file", "write pairs in doubt to FILE, as CSV, the most doubtful first",
	    "Both records stand on one line, for a spreadsheet, with a column for the decision." },
	{ OPT_DECISIONS, "decisions", "file", "obey the decisions in FILE: which pairs are the same person, which are different",
	    "The file that --review wrote with its first column filled in, or lines {\"a\":…,\"b\":…,\"decision\":\"same\"}." },
	{ OPT_TRUTH, "truth", "field", "compare the answer with FIELD, which tells the true person",
	    "Precision, recall, F1 and B-cubed, and the first errors of both kinds, on stderr." },
	{ 'j', "jobs", "n", "use N threads instead of as many as there are cores", NULL },
	{ 0 }
};

static void
say(void *cli, const char *text)
{
	kin_cli_say(cli, "%s", text);
}

static void
tell(void *cli, const char *text)
{
	kin_cli_warn(cli, "%s", text);
}

static void
read_decisions(struct kin_cli *cli, struct kin_dedupe *dedupe, const char *path)
{
	struct kin_err err = KIN_ERR_NONE;
	int status = path != NULL ? kin_dedupe_decisions(dedupe, path, &err) : 0;

	if (status != 0)
		kin_cli_die_at(cli, status == -1 ? KIN_EXIT_IO : KIN_EXIT_USAGE, path, &err);
}

static void
set(struct kin_cli *cli, struct kin_dedupe_opts *opts, const char **decisions, int c)
{
	switch (c) {
	case 'j':
		opts->threads = (int)kin_cli_whole(cli, 1, 256);
		break;
	case 't':
		opts->threshold = kin_cli_number(cli, 0.001, 0.999999);
		break;
	case OPT_WHY:
		opts->why = true;
		break;
	case OPT_PAIRS:
		opts->pairs = true;
		break;
	case OPT_FOLD:
		opts->fold = true;
		break;
	case OPT_REVIEW:
		opts->review = cli->value;
		break;
	case 'c':
		opts->compare = cli->value;
		break;
	case OPT_DECISIONS:
		*decisions = cli->value;
		break;
	case OPT_TRUTH:
		opts->truth = cli->value;
		break;
	}
}

int
main(int argc, char *argv[])
{
	struct kin_dedupe_opts opts = { .say = say, .tell = tell, .sink = kin_cli_write };
	struct kin_err err = KIN_ERR_NONE;
	const char *decisions = NULL;
	struct kin_dedupe *dedupe;
	struct kin_cli cli;
	int c;

	kin_cli_init(&cli, "dedupe", "[-t p] [-c fields] [--why] [file ...]",
	    "say which records are one person", options);
	while ((c = kin_cli_next(&cli, argc, argv)) != -1)
		set(&cli, &opts, &decisions, c);
	if (opts.pairs && opts.fold)
		kin_cli_misuse(&cli, "--pairs and --fold: one of them");
	opts.sink_ctx = opts.say_ctx = &cli;
	dedupe = kin_dedupe_new(&opts, &err);
	if (dedupe == NULL)
		kin_cli_misuse(&cli, "option '--compare': %s", err.text);
	read_decisions(&cli, dedupe, decisions);
	kin_cli_each(&cli, kin_dedupe_push, dedupe);
	if (kin_dedupe_finish(dedupe, &err) != 0)
		kin_cli_die_at(&cli, KIN_EXIT_IO, opts.review, &err);
	kin_dedupe_stats(dedupe, &cli.stats_more);
	kin_dedupe_free(dedupe);
	return kin_cli_finish(&cli);
}
