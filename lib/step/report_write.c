#include "report_write.h"

#include "kin/tally/bucket.h"
#include "kin/tally/page.h"
#include "kin/tally/show.h"

const char *const kin_report_formats[] = { "table", "csv", "ndjson", "markdown", "html", NULL };

static void
write_records(const struct kin_table *table, const char *report,
    const struct kin_report_output *how)
{
	struct kin_buf line = { 0 };

	for (size_t row = 0; row < kin_table_rows(table); row++) {
		kin_buf_clear(&line);
		kin_show_json(table, kin_str_of(report), row, &line);
		how->sink(how->ctx, kin_buf_str(&line));
	}
	kin_buf_fini(&line);
}

static void
write_table(const struct kin_table *table, const struct kin_atlas *atlas,
    const struct kin_report_output *how, bool first)
{
	struct kin_show show = { how->width, how->ascii };
	struct kin_buf out = { 0 };

	if (!first && how->format != KIN_REPORT_HTML)
		kin_buf_putc(&out, '\n');
	if (how->format == KIN_REPORT_TABLE)
		kin_show_text(table, &show, &out);
	else if (how->format == KIN_REPORT_CSV)
		kin_show_csv(table, &out);
	else if (how->format == KIN_REPORT_MARKDOWN)
		kin_show_markdown(table, &out);
	else
		kin_page_table(table, atlas, &out);
	how->bytes(how->ctx, kin_buf_str(&out));
	kin_buf_fini(&out);
}

static void
begin_page(const char *report, int32_t as_of, const struct kin_report_output *how)
{
	struct kin_buf out = { 0 }, title = { 0 }, when = { 0 };

	kin_buf_puts(&title, report);
	title.p[0] = (char)(title.p[0] - 'a' + 'A');
	kin_bucket_words(&when, as_of);
	kin_page_begin(kin_buf_str(&title), kin_buf_str(&when), &out);
	how->bytes(how->ctx, kin_buf_str(&out));
	kin_buf_fini(&out);
	kin_buf_fini(&title);
	kin_buf_fini(&when);
}

static void
end_page(const struct kin_report_output *how)
{
	struct kin_buf out = { 0 };

	kin_page_end(&out);
	how->bytes(how->ctx, kin_buf_str(&out));
	kin_buf_fini(&out);
}

/* A map of other years' wards would say that there is nobody: better none. */
static bool
has_map(const struct kin_tables *tables, const struct kin_atlas *atlas, const char *wanted)
{
	bool has = false;

	for (size_t i = 0; i < tables->count; i++)
		has |= (wanted == NULL || kin_str_is(tables->list[i]->name, kin_str_of(wanted))) &&
		    kin_atlas_has(atlas, tables->list[i]);
	return has;
}

int
kin_report_write(const struct kin_tables *tables, const struct kin_atlas *atlas, const char *report,
    int32_t as_of, const struct kin_report_output *how, struct kin_buf *names, struct kin_err *err)
{
	size_t written = 0;

	if (atlas != NULL && !has_map(tables, atlas, how->table))
		return kin_fail(err, "nothing to draw on the map: no table by wards that are in these boundaries");
	for (size_t i = 0; i < tables->count; i++) {
		const struct kin_table *table = tables->list[i];

		kin_buf_puts(names, i > 0 ? ", " : "");
		kin_buf_add(names, table->name);
		if (how->table != NULL && !kin_str_is(table->name, kin_str_of(how->table)))
			continue;
		if (how->table == NULL && how->format == KIN_REPORT_CSV && i > 0)
			continue;
		if (how->format == KIN_REPORT_HTML && written == 0)
			begin_page(report, as_of, how);
		if (how->format == KIN_REPORT_NDJSON)
			write_records(table, report, how);
		else
			write_table(table, atlas, how, written == 0);
		written++;
	}
	if (how->format == KIN_REPORT_HTML && written > 0)
		end_page(how);
	if (written == 0)
		return kin_fail(err, "no table \"%s\" in this report; it has %s", how->table,
		    kin_buf_text(names));
	return how->table == NULL ? (int)(tables->count - written) : 0;
}
