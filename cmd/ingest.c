/* ingest -- anyone's list into honest records.  See kin-ingest(1). */
#include "kin/face/cli.h"
#include "kin/record/csvin.h"
#include "kin/record/json.h"
#include "kin/step/ingest.h"

enum {
	SHOW_MAP = KIN_OPT_LONG,
	ENCODING,
	LIST,
	AT,
	NO_HEADER,
	KIND,
	POSTCODES,
	WARDS,
	READ_NOTES,
	STRICT,
	LENIENT
};

static const struct kin_opt options[] = {
	{ 'p', "profile", "name", "read the columns as this kind of list has them; list prints all", "See PROFILES." },
	{ 'm', "map", "file", "take columns as this map says", "See MAPS." },
	{ SHOW_MAP, "show-map", NULL, "print what is taken for what as a map, and read no row", NULL },
	{ 'd', "delimiter", "sign", "the sign between cells; tab for a tab", "Several where they stand together: '||'.  Without it, the sign is found." },
	{ ENCODING, "encoding", "name", "the letters' encoding", "Without it, UTF-8, UTF-16 and Windows-1252 are told apart." },
	{ LIST, "list", "name", "name of the list in each record's source", "Without it, the file's name without folder and extension." },
	{ AT, "at", "date", "when the list was made, for each record's source", NULL },
	{ NO_HEADER, "no-header", NULL, "the first row is one of the list, not its headers", "Without it, this is found." },
	{ KIND, "kind", "word", "what each record is: contact, helper, event, person …", NULL },
	{ POSTCODES, "postcodes", "file", "add ward, lad, easting and northing from this list of postcodes",
	  "The ONS Postcode Directory or National Statistics Postcode Lookup of any year, Code-Point Open (a file or its folder), "
	  "or any CSV with a postcode column." },
	{ WARDS, "wards", "[name=]file", "add ward, or with a name that member of wards, by the polygons of this GeoJSON",
	  "With a name FILE may be a list of postcodes of another year.  May come several times: each with a name of its own, one without." },
	{ READ_NOTES, "read-notes", NULL, "take needs from the notes of a row that has none, flagged",
	  "By the words in them: it finds some needs and mistakes others, so that a person should look." },
	{ STRICT, "strict", NULL, "reject a row for any value that cannot be read", NULL },
	{ LENIENT, "lenient", NULL, "reject no row for a value, flag them all", NULL },
	{ 0 }
};

static const char *const kinds[] = { "contact", "person", "helper", "hub", "door", "need", "event", "link", "stop", "letter", NULL };

static const char *
read_delim(struct kin_cli *cli)
{
	if (strcmp(cli->value, "tab") == 0 || strcmp(cli->value, "\\t") == 0)
		return "\t";
	if (!kin_csvin_may_part(cli->value))
		kin_cli_misuse(cli, "%s: one sign, or tab, not \"%s\"", cli->option, cli->value);
	return cli->value;
}

static void
add_stats(struct kin_cli *cli, const struct kin_ingest_counts *counts)
{
	const struct { const char *name; unsigned long long count; } sums[] = {
		{ "files", counts->files }, { "flagged", counts->flagged }, { "blank", counts->blank },
		{ "columns", counts->columns }, { "own_columns", counts->own },
		{ "placed", counts->placed }, { "warded", counts->warded }, { "split", counts->split }
	};

	cli->read = counts->rows;
	for (size_t i = 0; i < sizeof(sums) / sizeof(*sums); i++) {
		kin_json_put_name(&cli->stats_more, sums[i].name);
		kin_json_put_whole(&cli->stats_more, (long long)sums[i].count);
	}
}

int
main(int argc, char *argv[])
{
	struct kin_cli cli;
	struct kin_ingest_opts opts = { .sink = kin_cli_write, .refuse = kin_cli_refuse,
	    .print = kin_cli_write_bytes, .say = kin_cli_say_line, .ctx = &cli };
	struct kin_err err = KIN_ERR_NONE;
	struct kin_ingest *ingest;
	int c, status;

	kin_cli_init(&cli, "ingest", "[-p profile | -m map] [-d sign] [--postcodes file] [file ...]",
	    "turn anyone's list into records", options);
	cli.words = (const struct kin_opt_words[]){ { KIND, kinds }, { 0, NULL } };
	while ((c = kin_cli_next(&cli, argc, argv)) != -1) {
		switch (c) {
		case 'm':	opts.map = cli.value; break;
		case SHOW_MAP:	opts.show_map = true; break;
		case 'd':	opts.delim = read_delim(&cli); break;
		case ENCODING:	opts.encoding = cli.value; break;
		case LIST:	opts.list = cli.value; break;
		case AT:	opts.at = cli.value; break;
		case NO_HEADER:	opts.no_header = true; break;
		case 'p':	opts.profile = cli.value; break;
		case KIND:	opts.kind = kinds[kin_cli_word(&cli, kinds)]; break;
		case POSTCODES:	opts.postcodes = cli.value; break;
		case WARDS:
			if (kin_ingest_add_wards(&opts, cli.value, &err) < 0)
				kin_cli_misuse(&cli, "%s: %s", cli.option, err.text);
			break;
		case READ_NOTES: opts.read_notes = true; break;
		case STRICT:
		case LENIENT:
			if (opts.faults != 0)
				kin_cli_misuse(&cli, "--strict and --lenient: one of them");
			opts.faults = c == STRICT ? KIN_INGEST_STRICT : KIN_INGEST_LENIENT;
			break;
		default:	kin_cli_usage(&cli);
		}
	}
	if (opts.profile && strcmp(opts.profile, "list") == 0)
		return kin_ingest_list_profiles(kin_cli_write_bytes, &cli), kin_cli_finish(&cli);
	opts.as_of = cli.as_of;
	status = kin_ingest_new(&opts, &ingest, &err);
	if (status != 0)
		kin_cli_die(&cli, status == KIN_EXIT_USAGE ? KIN_EXIT_USAGE : KIN_EXIT_IO, "%s", err.text);
	kin_cli_each_file(&cli, kin_ingest_file, ingest);
	add_stats(&cli, kin_ingest_get_counts(ingest));
	kin_ingest_free(ingest);
	return kin_cli_finish(&cli);
}
