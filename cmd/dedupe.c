/* dedupe -- says which records are one person.  See kin-dedupe(1). */
#include "kin/face/cli.h"
#include "kin/step/dedupe.h"

enum { OPT_WHY = KIN_OPT_LONG, OPT_PAIRS, OPT_FOLD, OPT_BLOCKING, OPT_TRAIN, OPT_SPLINK, OPT_REVIEW, OPT_DECISIONS, OPT_TRUTH };

static const struct kin_opt options[] = {
	{ 't', "threshold", "p", "join records that are one person with probability P or more",
	    "Without it the cut follows from the data: where joining is right more often than wrong." },
	{ 'c', "compare", "fields", "compare these fields: FIELD[:KIND][:shared|:own],…",
	    "Without it all fields of kin-record(5) that name a person or a place are compared, and others that are found to tell.  With + or - before the first, fields are added to these or taken away." },
	{ 'm', "model", "file", "take the weights from the model in FILE instead of estimating them",
	    "A model of dedupe's own, as --train writes it, or one of Splink, version 4 or 5: see kin-model(5)." },
	{ OPT_BLOCKING, "blocking", NULL, "compare only pairs that the blocking rules of a Splink model let through",
	    "Without it all pairs are compared, and what the rules would lose is said." },
	{ OPT_TRAIN, "train", "file", "write the model that was estimated to FILE, for -m",
	    "With every level's share among pairs of each sort, and whether the data could tell: see kin-model(5)." },
	{ OPT_SPLINK, "splink", NULL, "write that model for Splink instead, version 5",
	    "With Splink's own comparisons of the same fields, trained on what dedupe found." },
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

/* Files that are read before the first record. */
struct files {
	const char	*model, *decisions;
};

static void
load(struct kin_cli *cli, struct kin_dedupe *dedupe, const struct files *files)
{
	struct kin_err err = KIN_ERR_NONE;
	int status = 0;

	if (files->model != NULL && kin_dedupe_model(dedupe, files->model, &err) != 0)
		kin_cli_die(cli, KIN_EXIT_USAGE, "%s", err.text);
	if (files->decisions != NULL)
		status = kin_dedupe_decisions(dedupe, files->decisions, &err);
	if (status != 0)
		kin_cli_die_at(cli, status == -1 ? KIN_EXIT_IO : KIN_EXIT_USAGE, files->decisions, &err);
}

/* Where the text of an option goes, or NULL. */
static const char **
text_of(struct kin_dedupe_opts *opts, struct files *files, int c)
{
	switch (c) {
	case 'c':
		return &opts->compare;
	case 'm':
		return &files->model;
	case OPT_DECISIONS:
		return &files->decisions;
	case OPT_REVIEW:
		return &opts->review;
	case OPT_TRAIN:
		return &opts->train;
	case OPT_TRUTH:
		return &opts->truth;
	default:
		return NULL;
	}
}

static void
set(struct kin_cli *cli, struct kin_dedupe_opts *opts, struct files *files, int c)
{
	if (text_of(opts, files, c) != NULL)
		*text_of(opts, files, c) = cli->value;
	else if (c == 'j')
		opts->threads = (int)kin_cli_whole(cli, 1, 256);
	else if (c == 't')
		opts->threshold = kin_cli_number(cli, 0.001, 0.999999);
	opts->blocking = opts->blocking || c == OPT_BLOCKING;
	opts->splink = opts->splink || c == OPT_SPLINK;
	opts->why = opts->why || c == OPT_WHY;
	opts->pairs = opts->pairs || c == OPT_PAIRS;
	opts->fold = opts->fold || c == OPT_FOLD;
}

int
main(int argc, char *argv[])
{
	struct kin_dedupe_opts opts = { .say = kin_cli_say_line, .tell = kin_cli_warn_line, .sink = kin_cli_write };
	struct kin_err err = KIN_ERR_NONE;
	struct files files = { NULL, NULL };
	static struct kin_dedupe *dedupe;	/* still held when a message ends the run */
	struct kin_cli cli;
	int c, status;

	kin_cli_init(&cli, "dedupe", "[-t p] [-c fields] [-m file] [--why] [file ...]",
	    "say which records are one person", options);
	while ((c = kin_cli_next(&cli, argc, argv)) != -1)
		set(&cli, &opts, &files, c);
	if (opts.blocking && files.model == NULL)
		kin_cli_misuse(&cli, "--blocking obeys the rules of a model of Splink: -m FILE");
	opts.sink_ctx = opts.say_ctx = &cli;
	dedupe = kin_dedupe_new(&opts, &err);
	if (dedupe == NULL)
		kin_cli_misuse(&cli, "%s", err.text);
	load(&cli, dedupe, &files);
	kin_cli_each(&cli, kin_dedupe_push, dedupe);
	status = kin_dedupe_finish(dedupe, &err);
	if (status != 0)
		kin_cli_die(&cli, status == -1 ? KIN_EXIT_IO : KIN_EXIT_USAGE, "%s", err.text);
	kin_dedupe_stats(dedupe, &cli.stats_more);
	kin_dedupe_free(dedupe);
	return kin_cli_finish(&cli);
}
