#include "kin/tally/page.h"

#include "kin/base/utf8.h"
#include "kin/tally/atlas.h"
#include "kin/tally/show.h"

enum { SHORT = 20 };		/* a key that is not broken into lines */

static const char head[] =
    "<!doctype html>\n"
    "<html lang=\"en-GB\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
    "<meta name=\"referrer\" content=\"no-referrer\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n"
    "<title>";

static const char style[] =
    "<style>\n"
    ":root{--paper:#fff;--ink:#1b1f23;--soft:#50585f;--rule:#c3cad0;--band:#f3f6f8;"
    "--mark:#1f6091;--ring:#8a3b00;"
    "--a1:#e6f0f7;--a2:#c5ddec;--a3:#9dc6e0;--a4:#75aed3;--a5:#4f95c4}\n"
    "@media(prefers-color-scheme:dark){:root{--paper:#15191d;--ink:#eceff1;--soft:#b3bcc4;"
    "--rule:#465059;--band:#1f252b;--mark:#78b7e6;--ring:#ffb870;"
    "--a1:#1d2a35;--a2:#21394b;--a3:#264963;--a4:#2a597b;--a5:#2f6a94}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);"
    "font:1rem/1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,\"DejaVu Sans\",sans-serif}\n"
    "main{max-width:76rem;margin:0 auto;padding:1.25rem 1rem 3rem}\n"
    "h1{font-size:1.9rem;line-height:1.2;margin:.4rem 0}\n"
    "h2{font-size:1.3rem;line-height:1.3;margin:0 0 .8rem}\n"
    "h3{font-size:1.1rem;line-height:1.3;margin:1.4rem 0 .5rem}\n"
    ".when{color:var(--soft);margin:0 0 1rem}\n"
    ":focus-visible{outline:3px solid var(--ring);outline-offset:2px}\n"
    "section{border-top:2px solid var(--rule);margin-top:2rem;padding-top:1.4rem}\n"
    ".sheet{display:grid;gap:1.5rem 2.5rem;grid-template-columns:minmax(0,1fr)}\n"
    "figure{margin:0}\n"
    "figcaption,caption{color:var(--soft);text-align:left;padding:0 0 .5rem;font-size:.95rem}\n"
    ".scroll{overflow-x:auto;max-width:100%}\n"
    ".scroll+.scroll{margin-top:1.8rem}\n"
    ".sr{position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip-path:inset(50%);"
    "white-space:nowrap}\n"
    "table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.95rem}\n"
    "th,td{padding:.4rem .75rem;text-align:left;vertical-align:top;"
    "border-bottom:1px solid var(--rule)}\n"
    "thead th{vertical-align:bottom;border-bottom:2px solid var(--soft)}\n"
    "tbody th{font-weight:600}\n"
    ".k{white-space:nowrap}\n"
    "@media(max-width:40rem){th,td{padding:.4rem .45rem}.k{white-space:normal}}\n"
    "tbody tr:nth-child(even){background:var(--band)}\n"
    ".n{text-align:right;white-space:nowrap}\n"
    "thead .n{white-space:normal}\n"
    "tfoot th,tfoot td{font-weight:700;border-top:2px solid var(--soft)}\n"
    ".notes{color:var(--soft);font-size:.95rem;max-width:46rem}\n"
    ".notes p{margin:.6rem 0}\n"
    "figure>svg{display:block;width:100%;overflow:visible}\n"
    "svg text{font-size:14px;fill:var(--ink)}\n"
    "svg .soft{fill:var(--soft)}\n"
    "svg .bar,svg .dot{fill:var(--mark)}\n"
    "svg .bed{fill:var(--band)}\n"
    "svg .line{stroke:var(--mark);stroke-width:2}\n"
    "svg .axis{stroke:var(--rule)}\n"
    ".area{fill-rule:evenodd;stroke:var(--ink);stroke-width:1;vector-effect:non-scaling-stroke;stroke-linejoin:round}\n"
    ".a1{fill:var(--a1)}.a2{fill:var(--a2)}.a3{fill:var(--a3)}.a4{fill:var(--a4)}.a5{fill:var(--a5)}\n"
    ".none{fill:var(--paper)}.hatch{fill:var(--soft)}\n"
    "svg .on{fill:var(--ink);font-size:34px;text-anchor:middle;paint-order:stroke;stroke-width:8px;"
    "stroke-linejoin:round;font-variant-numeric:tabular-nums}\n"
    ".on.a1{stroke:var(--a1)}.on.a2{stroke:var(--a2)}.on.a3{stroke:var(--a3)}.on.a4{stroke:var(--a4)}"
    ".on.a5{stroke:var(--a5)}.on.hid,.on.dots{stroke:var(--paper);stroke-width:16px;font-weight:700}\n"
    ".key{list-style:none;margin:.8rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;"
    "font-size:.95rem}\n"
    ".key li{white-space:nowrap}.key svg{width:1.75rem;height:1.25rem;vertical-align:-.25rem}.key .soft{color:var(--soft)}\n"
    "@media(min-width:64rem){.two{grid-template-columns:minmax(18rem,23rem) minmax(0,1fr)}}\n"
    "@media print{section{break-inside:avoid}.scroll{overflow:visible}}\n"
    "</style>\n"
    "</head>\n"
    "<body>\n"
    "<main>\n";

void
kin_page_text(struct kin_str text, struct kin_buf *out)
{
	static const struct {
		char		 sign;
		const char	*entity;
	} entities[] = {
		{ '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" }, { '"', "&quot;" }, { '\'', "&#39;" }
	};
	struct kin_buf safe = { 0 };

	kin_utf8_escape(&safe, text, 0);
	for (size_t i = 0; i < safe.len; i++) {
		size_t e = 0;

		while (e < 5 && entities[e].sign != safe.p[i])
			e++;
		if (e < 5)
			kin_buf_puts(out, entities[e].entity);
		else
			kin_buf_putc(out, safe.p[i]);
	}
	kin_buf_fini(&safe);
}

void
kin_page_begin(struct kin_str title, struct kin_str when, struct kin_buf *out)
{
	kin_buf_puts(out, head);
	kin_page_text(title, out);
	if (when.len > 0)
		kin_buf_puts(out, ", ");
	kin_page_text(when, out);
	kin_buf_puts(out, "</title>\n");
	kin_buf_puts(out, style);
	kin_buf_puts(out, "<h1>");
	kin_page_text(title, out);
	kin_buf_puts(out, "</h1>\n");
	if (when.len == 0)
		return;
	kin_buf_puts(out, "<p class=\"when\">");
	kin_page_text(when, out);
	kin_buf_puts(out, "</p>\n");
}

void
kin_page_end(struct kin_buf *out)
{
	kin_buf_puts(out, "</main>\n</body>\n</html>\n");
}

/* The columns [from, to) of the rows [first, last), with the keys before them. */
struct piece {
	const struct kin_table	*table;
	size_t			 keys, from, to, first, last;
};

static bool
is_in(const struct piece *piece, size_t c)
{
	return (c < piece->keys || c >= piece->from) && c < piece->to && !piece->table->columns[c].under;
}

static size_t
first_in(const struct piece *piece)
{
	return piece->keys > 0 ? 0 : piece->from;
}

static void
put_heads(const struct piece *piece, struct kin_buf *out)
{
	kin_buf_puts(out, "<thead>\n<tr>");
	for (size_t c = 0; c < piece->to; c++) {
		const struct kin_column *column = &piece->table->columns[c];

		if (!is_in(piece, c))
			continue;
		if (column->head.len == 0) {		/* over the row's names: nothing to head */
			kin_buf_puts(out, "<td></td>");
			continue;
		}
		kin_buf_puts(out, kin_column_is_number(column) ? "<th scope=\"col\" class=\"n\">" :
		    "<th scope=\"col\">");
		kin_page_text(column->head, out);
		kin_buf_puts(out, "</th>");
	}
	kin_buf_puts(out, "</tr>\n</thead>\n");
}

/* What stands under it in the same place, where there is anything. */
static void
put_under(const struct kin_table *table, size_t row, size_t c, struct kin_buf *out)
{
	struct kin_buf text = { 0 };

	for (c++; c < table->column_count && table->columns[c].under; c++) {
		const struct kin_cell *cell = kin_table_cell(table, row, c);

		if (cell->missing && cell->symbol == 0)
			continue;
		kin_buf_clear(&text);
		kin_show_cell(&table->columns[c], cell, &text);
		kin_buf_puts(out, "<br>");
		kin_page_text(kin_buf_str(&text), out);
	}
	kin_buf_fini(&text);
}

static void
put_cell(const struct kin_table *table, size_t row, size_t c, bool first, struct kin_buf *out)
{
	const struct kin_column *column = &table->columns[c];
	const struct kin_cell *cell = kin_table_cell(table, row, c);
	bool total = kin_table_is_total(table, row), number = kin_column_is_number(column);
	bool head_cell = column->kind == KIN_COLUMN_KEY || (first && !number);
	struct kin_buf text = { 0 };

	if (total && cell->missing && cell->symbol == 0 && !number)
		kin_buf_puts(&text, c == 0 ? "All" : "");
	else
		kin_show_cell(column, cell, &text);
	kin_buf_puts(out, head_cell && kin_utf8_width(kin_buf_str(&text)) <= SHORT ?
	    "<th scope=\"row\" class=\"k\">" : head_cell ? "<th scope=\"row\">" :
	    number ? "<td class=\"n\">" : "<td>");
	kin_page_text(kin_buf_str(&text), out);
	put_under(table, row, c, out);
	kin_buf_puts(out, head_cell ? "</th>" : "</td>");
	kin_buf_fini(&text);
}

static void
put_row(const struct piece *piece, size_t row, struct kin_buf *out)
{
	bool total = kin_table_is_total(piece->table, row);

	kin_buf_puts(out, total ? "</tbody>\n<tfoot>\n<tr>" : "<tr>");
	for (size_t c = 0; c < piece->to; c++) {
		if (is_in(piece, c))
			put_cell(piece->table, row, c, c == first_in(piece), out);
	}
	kin_buf_puts(out, total ? "</tr>\n</tfoot>\n" : "</tr>\n");
	if (!total && row + 1 == piece->last)
		kin_buf_puts(out, "</tbody>\n");
}

static void
put_piece(const struct piece *piece, struct kin_str caption, bool hidden, struct kin_buf *out)
{
	kin_buf_puts(out, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
	kin_page_text(caption, out);
	kin_buf_puts(out, hidden ? "\">\n<table>\n<caption class=\"sr\">" : "\">\n<table>\n<caption>");
	kin_page_text(caption, out);
	kin_buf_puts(out, "</caption>\n");
	put_heads(piece, out);
	kin_buf_puts(out, "<tbody>\n");
	for (size_t row = piece->first; row < piece->last; row++)
		put_row(piece, row, out);
	if (piece->first == piece->last)
		kin_buf_puts(out, "</tbody>\n");
	kin_buf_puts(out, "</table>\n</div>\n");
}

static bool
same_section(const struct kin_table *table, size_t a, size_t b)
{
	bool same = true;

	for (size_t c = 0; c < table->sections; c++)
		same &= kin_str_is(kin_table_cell(table, a, c)->text, kin_table_cell(table, b, c)->text);
	return same;
}

/* Rows that have their first columns in common under a heading of these. */
static void
put_sections(const struct kin_table *table, struct kin_buf *out)
{
	struct piece piece = { table, 0, table->sections, table->column_count, 0, 0 };
	struct kin_buf title = { 0 };

	for (; piece.first < kin_table_rows(table); piece.first = piece.last) {
		kin_buf_clear(&title);
		for (size_t c = 0; c < table->sections; c++) {
			const struct kin_cell *cell = kin_table_cell(table, piece.first, c);

			if (cell->missing && c > 0)
				continue;
			kin_buf_puts(&title, c > 0 ? "  " : "");
			kin_show_cell(&table->columns[c], cell, &title);
		}
		piece.last = piece.first + 1;
		while (piece.last < kin_table_rows(table) && same_section(table, piece.first, piece.last))
			piece.last++;
		kin_buf_puts(out, "<h3>");
		kin_page_text(kin_buf_str(&title), out);
		kin_buf_puts(out, "</h3>\n");
		put_piece(&piece, kin_buf_str(&title), true, out);
	}
	kin_buf_fini(&title);
}

static size_t
leading_texts(const struct kin_table *table)
{
	size_t c = 0;

	while (c < table->column_count && !kin_column_is_number(&table->columns[c]))
		c++;
	return c;
}

static void
put_block(const struct kin_table *table, size_t keys, size_t from, size_t to, struct kin_buf *out)
{
	struct kin_str caption = from == 0 ? table->title : table->columns[from].block;
	struct kin_table *turned = kin_table_turn(table, keys, from, to);

	struct piece piece = { table, keys, from > keys ? from : keys, to, 0, kin_table_rows(table) };

	if (turned != NULL)
		piece = (struct piece){ turned, 1, 1, turned->column_count, 0, kin_table_rows(turned) };
	put_piece(&piece, caption, from == 0, out);
	kin_table_free(turned);
}

static void
put_notes(const struct kin_table *table, struct kin_buf *out)
{
	if (table->note_count == 0)
		return;
	kin_buf_puts(out, "<div class=\"notes\">\n");
	for (size_t i = 0; i < table->note_count; i++) {
		kin_buf_puts(out, "<p>");
		kin_page_text(table->notes[i], out);
		kin_buf_puts(out, "</p>\n");
	}
	kin_buf_puts(out, "</div>\n");
}

void
kin_page_table(const struct kin_table *table, const struct kin_atlas *atlas, struct kin_buf *out)
{
	size_t keys = leading_texts(table), from = 0, drawn;
	struct kin_buf chart = { 0 };

	if (atlas != NULL && kin_atlas_has(atlas, table))
		kin_atlas_draw(atlas, table, &chart);
	else
		kin_chart(table, &chart);
	drawn = chart.len;
	kin_buf_puts(out, "<section aria-labelledby=\"");
	kin_page_text(table->name, out);
	kin_buf_puts(out, "\">\n<h2 id=\"");
	kin_page_text(table->name, out);
	kin_buf_puts(out, "\">");
	kin_page_text(table->title, out);
	kin_buf_puts(out, "</h2>\n<div class=\"sheet");
	kin_buf_puts(out, drawn > 0 ? " two\">\n" : "\">\n");
	kin_buf_add(out, kin_buf_str(&chart));
	kin_buf_puts(out, "<div>\n");
	if (table->sections > 0)
		put_sections(table, out);
	for (size_t to = 1; to <= table->column_count && table->sections == 0; to++) {
		if (to < table->column_count && (table->columns[to].block.len == 0 || to <= keys))
			continue;
		put_block(table, keys, from, to, out);
		from = to;
	}
	put_notes(table, out);
	kin_buf_puts(out, "</div>\n</div>\n</section>\n");
	kin_buf_fini(&chart);
}
