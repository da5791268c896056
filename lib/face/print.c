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
	else if (which == KIN_PRINT_FIELDS)
		put_fields(&out);
	else
		kin_buf_printf(&out, "%s\t%s\t%s\n", cli->program, cli->usage, cli->about);
	kin_cli_write_bytes(cli, kin_buf_str(&out));
	kin_buf_fini(&out);
	exit(kin_cli_finish(cli));
}
