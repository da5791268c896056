/* Numbers of a table on the areas of an atlas, as SVG that grows and shrinks with the page. */
#include "atlas_in.h"

#include "kin/base/utf8.h"
#include "kin/tally/page.h"
#include "kin/tally/show.h"

static const char *const shades[SHADES] = { "a1", "a2", "a3", "a4", "a5", "hid", "dots", "none" };

/* --- words ------------------------------------------------------------------------- */

/* "Goodbyes, per 10,000" */
static void
put_measure(const struct plan *plan, struct kin_buf *out)
{
	const struct kin_column *column = &plan->table->columns[plan->column];

	if (column->base != 0) {
		kin_buf_add(out, plan->table->columns[column->base - 1].title);
		kin_buf_puts(out, ", ");
	}
	kin_buf_add(out, column->title);
}

static void
put_number(const struct plan *plan, int64_t number, struct kin_buf *out)
{
	kin_show_cell(&plan->table->columns[plan->column], &(struct kin_cell){ .number = number }, out);
}

static void
put_area_name(const struct plan *plan, uint32_t area, struct kin_buf *out)
{
	kin_buf_add(out, plan->atlas->areas[area].name.len > 0 ? plan->atlas->areas[area].name :
	    kin_map_key(plan->atlas->codes, area));
}

static void
put_value(const struct plan *plan, uint32_t area, struct kin_buf *out)
{
	if (plan->rows[area] == 0)
		kin_buf_puts(out, "none");
	else
		kin_show_cell(&plan->table->columns[plan->column],
		    kin_table_cell(plan->table, plan->rows[area] - 1, plan->column), out);
}

static void
put_meaning(const struct plan *plan, int shade, int class, struct kin_buf *out)
{
	if (shade == HIDDEN) {
		kin_buf_puts(out, "c: hidden");
	} else if (shade == NO_RATE) {
		kin_buf_puts(out, "x: not available");
	} else if (shade == NONE) {
		kin_buf_puts(out, "none in the table");
	} else {
		put_number(plan, plan->low[class], out);
		if (plan->high[class] != plan->low[class]) {
			kin_buf_puts(out, " to ");
			put_number(plan, plan->high[class], out);
		}
	}
}

/* Each class that there is, in words: "3.1 to 9.8: 4 areas; …". */
static void
put_description(const struct plan *plan, struct kin_buf *out)
{
	kin_buf_printf(out, "%u areas by ", kin_map_count(plan->atlas->codes));
	put_measure(plan, out);
	kin_buf_puts(out, ".");
	for (int class = 0; class < plan->classes; class++) {
		int shade = atlas_shade(plan, class);

		kin_buf_puts(out, class == 0 ? " " : "; ");
		put_meaning(plan, shade, class, out);
		kin_buf_printf(out, ": %zu", plan->count[shade]);
	}
	for (int shade = HIDDEN; shade < SHADES; shade++) {
		if (plan->count[shade] == 0)
			continue;
		kin_buf_puts(out, "; ");
		put_meaning(plan, shade, 0, out);
		kin_buf_printf(out, ": %zu", plan->count[shade]);
	}
	kin_buf_puts(out, ". The table holds the same numbers.");
}

/* --- the drawing --------------------------------------------------------------------- */

static void
put_outline(const struct plan *plan, const struct area *area, struct kin_buf *out)
{
	int last_x = -1, last_y = -1;

	for (size_t i = 0; i < area->count; i++) {
		int x = atlas_x(plan, area->corners[i].x), y = atlas_y(plan, area->corners[i].y);

		if (area->corners[i].new_ring)
			kin_buf_printf(out, "%sM%d %dL", i > 0 ? "Z" : "", x, y);
		else if (x != last_x || y != last_y)
			kin_buf_printf(out, "%d %d ", x, y);
		last_x = x;
		last_y = y;
	}
	kin_buf_puts(out, area->count > 0 ? "Z" : "");
}

static void
put_area(const struct plan *plan, uint32_t number, struct kin_buf *out)
{
	struct kin_buf words = { 0 };
	int shade = plan->shade[number];

	put_area_name(plan, number, &words);
	kin_buf_puts(&words, ": ");
	put_value(plan, number, &words);
	kin_buf_printf(out, "<path class=\"area %s\"", shades[shade]);
	if (shade == HIDDEN || shade == NO_RATE) {
		kin_buf_printf(out, " fill=\"url(#%s-", shades[shade]);
		kin_page_text(plan->table->name, out);
		kin_buf_puts(out, ")\"");
	}
	kin_buf_puts(out, " d=\"");
	put_outline(plan, &plan->atlas->areas[number], out);
	kin_buf_puts(out, "\"><title>");
	kin_page_text(kin_buf_str(&words), out);
	kin_buf_puts(out, "</title></path>\n");
	kin_buf_fini(&words);
}

/* Is there room for so many letters? */
static bool
has_room(const struct plan *plan, const struct area *area, size_t letters)
{
	int west = WIDE, east = 0, north = TALL, south = 0;

	for (size_t i = 0; i < area->count; i++) {
		int x = atlas_x(plan, area->corners[i].x), y = atlas_y(plan, area->corners[i].y);

		west = x < west ? x : west;
		east = x > east ? x : east;
		north = y < north ? y : north;
		south = y > south ? y : south;
	}
	return east - west >= (int)letters * LETTER && south - north >= LINE;
}

/* The number on its area; where there is none, the area's own look says so. */
static void
put_label(struct plan *plan, uint32_t number, struct kin_buf *out)
{
	const struct area *area = &plan->atlas->areas[number];
	struct kin_buf text = { 0 };

	if (plan->shade[number] == NONE)
		return;
	put_value(plan, number, &text);
	if (!has_room(plan, area, kin_utf8_width(kin_buf_str(&text)))) {
		plan->unnumbered++;
	} else {
		kin_buf_printf(out, "<text class=\"on %s\" x=\"%d\" y=\"%d\">", shades[plan->shade[number]],
		    atlas_x(plan, area->x), atlas_y(plan, area->y) + LINE / 3);
		kin_page_text(kin_buf_str(&text), out);
		kin_buf_puts(out, "</text>\n");
	}
	kin_buf_fini(&text);
}

static void
put_patterns(const struct plan *plan, struct kin_buf *out)
{
	kin_buf_puts(out, "<defs>\n<pattern id=\"hid-");
	kin_page_text(plan->table->name, out);
	kin_buf_puts(out, "\" width=\"16\" height=\"16\" patternUnits=\"userSpaceOnUse\" "
	    "patternTransform=\"rotate(45)\"><rect class=\"none\" width=\"16\" height=\"16\"/>"
	    "<rect class=\"hatch\" width=\"4\" height=\"16\"/></pattern>\n<pattern id=\"dots-");
	kin_page_text(plan->table->name, out);
	kin_buf_puts(out, "\" width=\"24\" height=\"24\" patternUnits=\"userSpaceOnUse\">"
	    "<rect class=\"none\" width=\"24\" height=\"24\"/>"
	    "<circle class=\"hatch\" cx=\"12\" cy=\"12\" r=\"4\"/></pattern>\n</defs>\n");
}

static void
put_svg(struct plan *plan, struct kin_buf *out)
{
	struct kin_buf words = { 0 };

	put_description(plan, &words);
	kin_buf_printf(out, "<svg class=\"map\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"map-",
	    WIDE, plan->height);
	kin_page_text(plan->table->name, out);
	kin_buf_puts(out, " about-");
	kin_page_text(plan->table->name, out);
	kin_buf_puts(out, "\">\n<title id=\"map-");
	kin_page_text(plan->table->name, out);
	kin_buf_puts(out, "\">Map: ");
	kin_page_text(plan->table->title, out);
	kin_buf_puts(out, "</title>\n<desc id=\"about-");
	kin_page_text(plan->table->name, out);
	kin_buf_puts(out, "\">");
	kin_page_text(kin_buf_str(&words), out);
	kin_buf_puts(out, "</desc>\n");
	put_patterns(plan, out);
	for (uint32_t i = 0; i < kin_map_count(plan->atlas->codes); i++)
		put_area(plan, i, out);
	for (uint32_t i = 0; i < kin_map_count(plan->atlas->codes); i++)
		put_label(plan, i, out);
	kin_buf_puts(out, "</svg>\n");
	kin_buf_fini(&words);
}

/* --- the key beside it ---------------------------------------------------------------- */

static void
put_key(const struct plan *plan, int shade, int class, struct kin_buf *out)
{
	struct kin_buf words = { 0 };

	put_meaning(plan, shade, class, &words);
	kin_buf_puts(out, "<li><svg viewBox=\"0 0 70 50\" aria-hidden=\"true\"><rect class=\"area ");
	kin_buf_puts(out, shades[shade]);
	kin_buf_puts(out, "\" x=\"2\" y=\"2\" width=\"66\" height=\"46\"");
	if (shade == HIDDEN || shade == NO_RATE) {
		kin_buf_printf(out, " fill=\"url(#%s-", shades[shade]);
		kin_page_text(plan->table->name, out);
		kin_buf_puts(out, ")\"");
	}
	kin_buf_puts(out, "/></svg> ");
	kin_page_text(kin_buf_str(&words), out);
	kin_buf_printf(out, " <span class=\"soft\">(%zu)</span></li>\n", plan->count[shade]);
	kin_buf_fini(&words);
}

static void
put_keys(const struct plan *plan, struct kin_buf *out)
{
	kin_buf_puts(out, "<ul class=\"key\">\n");
	for (int class = 0; class < plan->classes; class++)
		put_key(plan, atlas_shade(plan, class), class, out);
	for (int shade = HIDDEN; shade < SHADES; shade++) {
		if (plan->count[shade] > 0)
			put_key(plan, shade, 0, out);
	}
	kin_buf_puts(out, "</ul>\n");
	if (plan->elsewhere > 0)
		kin_buf_printf(out, "<p class=\"notes\">Not on the map: %zu row%s of the table. No ward is "
		    "known there, or one that is not in these boundaries.</p>\n", plan->elsewhere, plan->elsewhere > 1 ? "s" : "");
	if (plan->unnumbered > 0)
		kin_buf_printf(out, "<p class=\"notes\">%zu too small for a number: the table has it.</p>\n",
		    plan->unnumbered);
}

void
kin_atlas_draw(const struct kin_atlas *atlas, const struct kin_table *table, struct kin_buf *out)
{
	struct plan plan;
	struct kin_buf measure = { 0 };

	atlas_plan(&plan, atlas, table);
	put_measure(&plan, &measure);
	kin_buf_puts(out, "<figure>\n<figcaption>");
	kin_page_text(kin_buf_str(&measure), out);
	kin_buf_puts(out, "</figcaption>\n");
	put_svg(&plan, out);
	put_keys(&plan, out);
	kin_buf_puts(out, "</figure>\n");
	kin_buf_fini(&measure);
	atlas_plan_fini(&plan);
}
