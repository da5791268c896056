#include "ingest_in.h"

enum { WIDTH = 90 };	/* of a line for people, about */

static void
say(struct kin_ingest *ingest, struct kin_buf *line)
{
	if (ingest->opts.say)
		ingest->opts.say(ingest->opts.ctx, kin_buf_text(line));
	kin_buf_clear(line);
}

static void
begin(struct kin_ingest *ingest, struct kin_buf *line)
{
	kin_buf_clear(line);
	kin_buf_printf(line, "%s: ", ingest->name);
}

static const char *
delim_name(const char *delim)
{
	if (delim[0] != '\0' && delim[1] != '\0')
		return delim;
	switch (*delim) {
	case ',':	return "commas";
	case ';':	return "semicolons";
	case '\t':	return "tabs";
	case '|':	return "bars";
	case '^':	return "carets";
	case '~':	return "tildes";
	case '\x1f':	return "unit separators";
	default:	return "the sign asked for";
	}
}

static void
add_header(struct kin_buf *line, const struct ingest_column *column)
{
	kin_buf_putc(line, '"');
	kin_buf_add(line, column->key);
	kin_buf_putc(line, '"');
}

/* How a column of dates is read, when the header alone does not say it. */
static void
add_order(struct kin_buf *line, const struct ingest_column *column)
{
	enum kin_type type = column->target >= 0 ? kin_schema[column->target].type : KIN_TYPE_TEXT;
	const struct kin_order *dates = &column->dates;

	if (type != KIN_TYPE_DATE && type != KIN_TYPE_TIME)
		return;
	if (column->order == KIN_WHEN_MONTH_FIRST && dates->month_first > 0 && !column->by_map)
		kin_buf_printf(line, " (month first: shown by %u of %u)", dates->month_first, dates->dates);
	else if (column->order == KIN_WHEN_MONTH_FIRST)
		kin_buf_puts(line, " (month first)");
	else if (!column->order_shown && dates->day_first > 0)
		kin_buf_printf(line, " (day first by %u, month first by %u: read day first)", dates->day_first,
		    dates->month_first);
	else if (!column->order_shown)
		kin_buf_puts(line, " (day first, though no cell shows it)");
	if (dates->two_digit > 0)
		kin_buf_printf(line, " (years of two digits in %u of %u: read where only one century can be)",
		    dates->two_digit, dates->dates);
}

static void
add_column(struct kin_buf *line, const struct ingest_column *column)
{
	add_header(line, column);
	if (column->by_content)
		kin_buf_puts(line, " (by its cells)");
	add_order(line, column);
}

/* One field and its columns: address from "Address Line 1" to "Address Line 5" */
static void
add_taken(struct kin_ingest *ingest, struct kin_buf *line, int target)
{
	const struct ingest_column *first = NULL, *last = NULL;
	size_t count = 0;

	for (size_t i = 0; i < ingest->column_count; i++) {
		if (ingest->columns[i].target != target)
			continue;
		last = &ingest->columns[i];
		first = first ? first : last;
		count++;
	}
	kin_buf_add(line, target == INGEST_ID ? KIN_STR("id") : kin_schema[target].name);
	kin_buf_puts(line, " from ");
	add_column(line, first);
	if (count > 1) {
		kin_buf_puts(line, count == 2 ? ", " : " to ");
		add_column(line, last);
	}
}

static void
add_own(struct kin_buf *line, const struct ingest_column *column)
{
	kin_buf_add(line, column->name);
	if (column->told >= 0 && !column->by_map) {
		kin_buf_puts(line, " (from ");
		add_header(line, column);
		kin_buf_puts(line, ", not taken for ");
		kin_buf_add(line, kin_schema[column->told].name);
		kin_buf_putc(line, ')');
	}
}

/* Before one more item: a new line when this one is long. */
static void
separate(struct kin_ingest *ingest, struct kin_buf *line, const char *sign, bool *any)
{
	if (*any) {
		kin_buf_puts(line, sign);
		if (line->len > WIDTH) {
			say(ingest, line);
			begin(ingest, line);
		} else {
			kin_buf_putc(line, ' ');
		}
	}
	*any = true;
}

static void
say_taken(struct kin_ingest *ingest, struct kin_buf *line)
{
	bool any = false;

	begin(ingest, line);
	for (int target = INGEST_ID; target < KIN_FIELD_COUNT; target++) {
		if (target == INGEST_OWN || (target == INGEST_ID ? ingest->id_column == SIZE_MAX : !ingest->has[target]))
			continue;
		separate(ingest, line, ";", &any);
		add_taken(ingest, line, target);
	}
	if (any)
		say(ingest, line);
}

static void
say_own(struct kin_ingest *ingest, struct kin_buf *line)
{
	bool any = false;

	begin(ingest, line);
	kin_buf_puts(line, "kept under their own names: ");
	for (size_t i = 0; i < ingest->column_count; i++) {
		if (ingest->columns[i].target != INGEST_OWN)
			continue;
		separate(ingest, line, ",", &any);
		add_own(line, &ingest->columns[i]);
	}
	if (any)
		say(ingest, line);
}

void
ingest_say_columns(struct kin_ingest *ingest)
{
	struct kin_buf line = { 0 };

	begin(ingest, &line);
	if (kin_csvin_is_json(ingest->in)) {
		kin_buf_puts(&line, "JSON, an object a line");
		say(ingest, &line);
		kin_buf_fini(&line);
		return;
	}
	if (ingest->column_count == 0)
		kin_buf_puts(&line, "nothing in it");
	else if (ingest->column_count == 1)
		kin_buf_printf(&line, "%s, one column: no sign found between cells (-d SIGN where there is one)",
		    kin_csvin_encoding(ingest->in)->name);
	else
		kin_buf_printf(&line, "%s, %s between %zu columns", kin_csvin_encoding(ingest->in)->name,
		    delim_name(kin_csvin_delim(ingest->in)), ingest->column_count);
	if (kin_csvin_quote(ingest->in) == '\'')
		kin_buf_puts(&line, ", cells in single quotes");
	if (ingest->column_count > 0 && kin_csvin_header_line(ingest->in) == 0)
		kin_buf_puts(&line, ", no headers");
	if (ingest->profile)
		kin_buf_printf(&line, ", profile %s", ingest->profile->name);
	if (kin_csvin_header_line(ingest->in) > 1)
		kin_buf_printf(&line, ", headers in line %ld", kin_csvin_header_line(ingest->in));
	say(ingest, &line);
	say_taken(ingest, &line);
	say_own(ingest, &line);
	kin_buf_fini(&line);
}

static void
add_flagged(struct kin_ingest *ingest, struct kin_buf *line)
{
	bool any = false;

	for (int field = 0; field < KIN_FIELD_COUNT; field++) {
		if (ingest->flagged[field] == 0)
			continue;
		kin_buf_puts(line, any ? ", " : "; flagged: ");
		kin_buf_printf(line, "%s %llu", kin_schema[field].name.p, ingest->flagged[field]);
		any = true;
	}
}

static void
add_count(struct kin_buf *line, unsigned long long count, const char *one, const char *many)
{
	kin_buf_printf(line, "%llu %s", count, count == 1 ? one : many);
}

void
ingest_say_sums(struct kin_ingest *ingest)
{
	const struct kin_ingest_counts *now = &ingest->counts, *then = &ingest->before;
	struct kin_buf line = { 0 };

	begin(ingest, &line);
	add_count(&line, now->rows - then->rows, "row: ", "rows: ");
	add_count(&line, now->records - then->records, "record, ", "records, ");
	add_count(&line, now->rejects - then->rejects, "reject", "rejects");
	add_flagged(ingest, &line);
	if (ingest->from_address > 0) {
		kin_buf_puts(&line, "; ");
		add_count(&line, ingest->from_address, "postcode", "postcodes");
		kin_buf_puts(&line, " taken from the end of an address");
	}
	if (ingest->of_several > 0) {
		kin_buf_puts(&line, "; ");
		add_count(&line, ingest->of_several, "row", "rows");
		kin_buf_puts(&line, " of several people: ");
		add_count(&line, now->split - then->split, "record more", "records more");
	}
	if (now->blank > then->blank) {
		kin_buf_puts(&line, "; passed over: ");
		add_count(&line, now->blank - then->blank, "line with nothing in it", "lines with nothing in them");
	}
	if (kin_csvin_again(ingest->in) > 0) {
		kin_buf_puts(&line, now->blank > then->blank ? ", " : "; passed over: ");
		add_count(&line, kin_csvin_again(ingest->in), "row that is", "rows that are");
		kin_buf_puts(&line, " the headers again");
	}
	say(ingest, &line);
	kin_buf_fini(&line);
}
