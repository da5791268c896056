#include <stdlib.h>

#include "kin/face/cli.h"
#include "kin/record/schema.h"
#include "state.h"

static void
put_options(struct kin_buf *out, const struct kin_opt *opt, const struct kin_opt *end)
{
	for (; opt != end && opt->id != 0; opt++) {
		if (opt->id < KIN_OPT_LONG)
			kin_buf_putc(out, (char)opt->id);
		kin_buf_printf(out, "\t%s\t%s\t%s\t%s\n", opt->name, opt->arg ? opt->arg : "", opt->help,
		    opt->more ? opt->more : "");
	}
}

static const char *
name_of(const struct kin_cli *cli, int id)
{
	const struct kin_opt *opt = cli->options;

	while (opt->id != 0 && opt->id != id)
		opt++;
	return opt->id != 0 ? opt->name : "";
}

/* "format TAB table csv …"; without a name the first operand. */
static void
put_words(struct kin_buf *out, const struct kin_cli *cli)
{
	for (const struct kin_opt_words *row = cli->words; row != NULL && row->id != 0; row++) {
		kin_buf_printf(out, "%s\t", name_of(cli, row->id));
		for (size_t i = 0; row->words[i] != NULL; i++)
			kin_buf_printf(out, "%s%s", i > 0 ? " " : "", row->words[i]);
		kin_buf_putc(out, '\n');
	}
}

static void
put_fields(struct kin_buf *out)
{
	static const char *const groups[] = { "every", "person", "asked", "event", "added" };

	for (size_t i = 0; i < KIN_FIELD_COUNT; i++) {
		const struct kin_schema *field = &kin_schema[i];

		kin_buf_add(out, field->name);
		kin_buf_printf(out, "\t%s%s\t%s\t%s\n", kin_schema_type_name(field->type),
		    field->list ? "[]" : "", groups[field->group], field->meaning);
	}
}

void
kin_cli_print_table(struct kin_cli *cli, int which)
{
	struct kin_buf out = { 0 };

	kin_cli_start_printing(cli);
	if (which == KIN_PRINT_OPTIONS)
		put_options(&out, cli->state->table, cli->state->table + cli->state->count);
	else if (which == KIN_PRINT_COMMON)
		put_options(&out, kin_cli_common, NULL);
	else if (which == KIN_PRINT_WORDS)
		put_words(&out, cli);
	else if (which == KIN_PRINT_FIELDS)
		put_fields(&out);
	else
		kin_buf_printf(&out, "%s\t%s\t%s\n", cli->program, cli->usage, cli->about);
	kin_cli_write_bytes(cli, kin_buf_str(&out));
	kin_buf_fini(&out);
	exit(kin_cli_finish(cli));
}
