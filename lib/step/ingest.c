#include <errno.h>
#include <unistd.h>

#include "ingest_in.h"
#include "kin/record/json.h"

/* --- rows ------------------------------------------------------------------- */

static void
reject(struct kin_ingest *ingest, struct kin_str source, const struct kin_err *err)
{
	ingest->counts.rejects++;
	ingest->opts.refuse(ingest->opts.ctx, ingest->name, source, ingest->row.raw, err);
}

/* {"list":…,"file":…,"line":…} of a row of which nothing is known. */
static struct kin_str
bare_source(struct kin_ingest *ingest)
{
	kin_buf_clear(&ingest->out);
	kin_buf_add(&ingest->out, kin_str(ingest->head.p + ingest->source_at, ingest->head.len - ingest->source_at));
	kin_json_put_whole(&ingest->out, ingest->row.line);
	kin_buf_add(&ingest->out, kin_buf_str(&ingest->source_end));
	return kin_buf_str(&ingest->out);
}

static bool
is_white(struct kin_str line)
{
	for (size_t i = 0; i < line.len; i++)
		if (line.p[i] != ' ' && line.p[i] != '\t' && line.p[i] != '\r')
			return false;
	return true;
}

static void
take_json(struct kin_ingest *ingest, struct kin_rec *rec, struct kin_err *err)
{
	if (is_white(ingest->row.raw)) {
		ingest->counts.blank++;
		return;
	}
	ingest->counts.rows++;
	if (kin_rec_read(rec, ingest->row.raw, err) < 0) {
		reject(ingest, bare_source(ingest), err);
	} else if (ingest_json_write(ingest, rec, err) < 0) {
		struct kin_str source = kin_rec_raw(rec, KIN_FIELD_SOURCE);

		reject(ingest, source.len > 0 ? source : bare_source(ingest), err);
	} else {
		ingest->counts.records++;
		ingest->opts.sink(ingest->opts.ctx, kin_buf_str(&ingest->out));
	}
}

static void
take_row(struct kin_ingest *ingest, struct kin_err *err)
{
	ingest->counts.rows++;
	ingest->nth = 0;
	do {
		if (ingest_row_write(ingest, err) < 0) {
			reject(ingest, ingest->source, err);
			return;
		}
		ingest->counts.records++;
		ingest->counts.split += ingest->nth > 0;
		ingest->opts.sink(ingest->opts.ctx, kin_buf_str(&ingest->out));
	} while (++ingest->nth < ingest->people);
	ingest->of_several += ingest->people > 0;
}

static int
take_rows(struct kin_ingest *ingest, struct kin_err *file_err)
{
	struct kin_rec rec = { .file = ingest->name };
	struct kin_err err = KIN_ERR_NONE;
	enum kin_csvin_status status;

	while ((status = kin_csvin_next(ingest->in, &ingest->row, &err)) != KIN_CSVIN_END) {
		if (status == KIN_CSVIN_ERROR)
			break;
		err.line = ingest->row.line;
		if (status == KIN_CSVIN_BAD) {
			ingest->counts.rows++;
			reject(ingest, bare_source(ingest), &err);
		} else if (kin_csvin_is_json(ingest->in)) {
			take_json(ingest, &rec, &err);
		} else {
			take_row(ingest, &err);
		}
	}
	kin_rec_fini(&rec);
	if (status == KIN_CSVIN_ERROR)
		return kin_fail(file_err, "%s", err.text);
	return 0;
}

/* --- files ------------------------------------------------------------------ */

/* Puts the map's name, and the place in it when that is known, before what is wrong with it. */
static int
fail_map(const struct kin_ingest *ingest, struct kin_err *err)
{
	char text[KIN_ERR_TEXT];

	memcpy(text, err->text, sizeof(text));
	if (err->line > 0)
		kin_fail(err, "%s:%ld:%ld: %s", ingest->opts.map, err->line, err->column, text);
	else
		kin_fail(err, "%s: %s", ingest->opts.map, text);
	return KIN_EXIT_USAGE;
}

static void
name_file(struct kin_ingest *ingest, const char *name)
{
	const char *slash = strrchr(name, '/'), *list = ingest_map_text(ingest->map, "list");
	struct kin_str base = kin_str_of(slash ? slash + 1 : name);
	size_t stem = base.len;

	ingest->name = name;
	if (strcmp(name, "-") == 0)
		base = KIN_STR("stdin");
	while (stem > 0 && base.p[stem - 1] != '.')
		stem--;
	ingest->base = base;
	ingest->list = kin_str(base.p, stem > 1 ? stem - 1 : base.len);
	if (ingest->opts.list)
		ingest->list = kin_str_of(ingest->opts.list);
	else if (list)
		ingest->list = kin_str_of(list);
}

static struct kin_str
find_kind(const struct kin_ingest *ingest)
{
	const char *kind = ingest_map_text(ingest->map, "kind");

	if (ingest->opts.kind)
		return kin_str_of(ingest->opts.kind);
	if (kind)
		return kin_str_of(kind);
	if (ingest->profile && ingest->profile->kind)
		return kin_str_of(ingest->profile->kind);
	if (ingest->has[KIN_FIELD_TASKS] || ingest->has[KIN_FIELD_DBS] || ingest->has[KIN_FIELD_INDUCTION])
		return KIN_STR("helper");
	if (ingest->has[KIN_FIELD_EVENT])
		return KIN_STR("event");
	return KIN_STR("contact");
}

/* What every record of the file begins with, up to its line. */
static void
write_head(struct kin_ingest *ingest)
{
	struct kin_buf *head = &ingest->head;

	ingest->kind = find_kind(ingest);
	kin_buf_clear(head);
	kin_buf_putc(head, '{');
	if (!ingest->has[KIN_FIELD_KIND])
		kin_json_put_text_member(head, "kind", ingest->kind);
	kin_json_put_name(head, "source");
	ingest->source_at = head->len;
	kin_buf_putc(head, '{');
	kin_json_put_text_member(head, "list", ingest->list);
	kin_json_put_text_member(head, "file", ingest->base);
	kin_json_put_name(head, "line");
}

static int
open_file(struct kin_ingest *ingest, int fd, const char *name, struct kin_err *err)
{
	struct kin_csvin_opts opts = { .fd = fd, .delim = ingest->opts.delim, .encoding = ingest->opts.encoding,
	    .judge = ingest_columns_judge, .judge_ctx = ingest,
	    .header = ingest->opts.no_header ? KIN_CSVIN_NO_HEADER : ingest_map_header(ingest->map) };
	const char *delim = ingest_map_text(ingest->map, "delimiter");
	int status;

	name_file(ingest, name);
	if (!opts.delim && delim)
		opts.delim = delim;
	if (!opts.encoding)
		opts.encoding = ingest_map_text(ingest->map, "encoding");
	status = kin_csvin_open(&opts, &ingest->in, err);
	if (status != 0)
		return status;
	memset(ingest->has, 0, sizeof(ingest->has));
	memset(ingest->flagged, 0, sizeof(ingest->flagged));
	ingest->from_address = ingest->of_several = 0;
	if (!kin_csvin_is_json(ingest->in)) {
		status = ingest_columns_find(ingest, err);
		if (status != 0 && ingest->opts.map)
			status = fail_map(ingest, err);
		ingest_columns_plan(ingest);
	}
	write_head(ingest);
	return status;
}

static void
count_columns(struct kin_ingest *ingest)
{
	ingest->counts.columns += ingest->column_count;
	for (size_t i = 0; i < ingest->column_count; i++)
		ingest->counts.own += ingest->columns[i].target == INGEST_OWN;
}

static void
print_map(struct kin_ingest *ingest)
{
	kin_buf_clear(&ingest->out);
	ingest_map_write(ingest, &ingest->out);
	ingest->opts.print(ingest->opts.ctx, kin_buf_str(&ingest->out));
}

int
kin_ingest_file(void *engine, int fd, const char *name, struct kin_err *err)
{
	struct kin_ingest *ingest = engine;
	int status;

	ingest->before = ingest->counts;
	status = open_file(ingest, fd, name, err);
	if (status == 0) {
		ingest->counts.files++;
		count_columns(ingest);
		ingest_say_columns(ingest);
		if (ingest->opts.show_map) {
			print_map(ingest);
		} else {
			status = take_rows(ingest, err);
			ingest->counts.blank += kin_csvin_blank(ingest->in);
			ingest_say_sums(ingest);
		}
	}
	kin_csvin_free(ingest->in);
	ingest->in = NULL;
	ingest_columns_drop(ingest);
	return status;
}

/* --- life ------------------------------------------------------------------- */

void
ingest_postcode_fault(void *ctx, const char *file, const struct kin_err *err)
{
	struct kin_ingest *ingest = ctx;
	struct kin_buf line = { 0 };

	if (!ingest->opts.say)
		return;
	kin_buf_printf(&line, "%s:%ld: %s", file, err->line, err->text);
	ingest->opts.say(ingest->opts.ctx, kin_buf_text(&line));
	kin_buf_fini(&line);
}

static int
check_readable(const char *path, struct kin_err *err)
{
	return access(path, R_OK) == 0 ? 0 : kin_fail(err, "%s: %s", path, strerror(errno));
}

static int
check_map(struct kin_ingest *ingest, struct kin_err *err)
{
	const char *kind = ingest_map_text(ingest->map, "kind"), *delim = ingest_map_text(ingest->map, "delimiter");

	if (kind && ingest_value_put(ingest, KIN_FIELD_KIND, NULL, kin_str_of(kind), &ingest->out, err) != VALUE_PUT)
		return kin_fail(err, "no kind \"%s\"", kind);
	if (delim && !kin_csvin_may_part(delim))
		return kin_fail(err, "\"delimiter\" is one sign");
	return ingest_map_constants(ingest->map, ingest, err);
}

static int
set_up(struct kin_ingest *ingest, struct kin_err *err)
{
	const struct kin_ingest_opts *opts = &ingest->opts;
	struct kin_when today, when;
	char printed[KIN_WHEN_MAX];

	if (!kin_when_read(kin_str_of(opts->as_of), &today) || !kin_day_is_whole(today.date)) {
		kin_fail(err, "not a day: \"%s\"", opts->as_of);
		return KIN_EXIT_USAGE;
	}
	ingest->today = today.date;
	if (opts->profile && !ingest_profile_named(opts->profile)) {
		kin_fail(err, "no profile \"%s\" (-p list prints them)", opts->profile);
		return KIN_EXIT_USAGE;
	}
	if (opts->at && kin_when_parse(kin_str_of(opts->at), &KIN_WHEN_RULE(KIN_WHEN_ANY, today.date), &when, err) < 0) {
		kin_fail(err, "option '--at': not a date: \"%s\"", opts->at);
		return KIN_EXIT_USAGE;
	}
	if (opts->at)
		kin_buf_printf(&ingest->source_end, ",\"at\":\"%.*s\"", (int)kin_when_print(&when, printed), printed);
	kin_buf_putc(&ingest->source_end, '}');
	if (opts->map) {
		if (check_readable(opts->map, err) < 0)
			return -1;
		ingest->map = ingest_map_read(opts->map, err);
		if (!ingest->map || check_map(ingest, err) < 0)
			return fail_map(ingest, err);
	}
	if (opts->postcodes) {
		if (check_readable(opts->postcodes, err) < 0)
			return -1;
		ingest->gaz = kin_gazetteer_new();
		if (kin_gazetteer_load(ingest->gaz, opts->postcodes, ingest_postcode_fault, ingest, err) < 0)
			return KIN_EXIT_USAGE;
	}
	return ingest_wards_load(ingest, err);
}

int
kin_ingest_new(const struct kin_ingest_opts *opts, struct kin_ingest **out, struct kin_err *err)
{
	struct kin_ingest *ingest = kin_calloc(1, sizeof(*ingest));
	int status;

	ingest->opts = *opts;
	status = set_up(ingest, err);
	*out = ingest;
	if (status != 0) {
		kin_ingest_free(ingest);
		*out = NULL;
	}
	return status;
}

void
kin_ingest_free(struct kin_ingest *ingest)
{
	if (!ingest)
		return;
	ingest_map_free(ingest->map);
	ingest_memo_free(ingest);
	kin_gazetteer_free(ingest->gaz);
	ingest_wards_free(ingest);
	kin_arena_fini(&ingest->arena);
	kin_buf_fini(&ingest->constants);
	kin_buf_fini(&ingest->head);
	kin_buf_fini(&ingest->source_end);
	kin_buf_fini(&ingest->out);
	kin_buf_fini(&ingest->flags);
	kin_buf_fini(&ingest->room);
	kin_buf_fini(&ingest->unknown);
	kin_buf_fini(&ingest->beside);
	kin_free(ingest);
}

const struct kin_ingest_counts *
kin_ingest_get_counts(const struct kin_ingest *ingest)
{
	return &ingest->counts;
}
