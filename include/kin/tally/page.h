/*
 * page -- tables as one HTML page that needs nothing else: no script, no other file.
 *
 * Shape    begin, each table, end.  Each table has a caption, headings with their
 *          scope, and a chart before it where a count can be drawn; the table says
 *          all that the chart does.
 * Looks    one column on a telephone, two on a desk; light or dark as the reader's
 *          machine asks; contrast by WCAG 2.2 AA; wide tables scroll in a region that
 *          the keyboard reaches.
 * Safety   every text is escaped; a content security policy forbids scripts and
 *          anything from elsewhere.
 * Room     tally; knows only base.
 */
#ifndef KIN_PAGE_H
#define KIN_PAGE_H

#include "kin/base/buf.h"
#include "kin/tally/table.h"

struct kin_atlas;

/* title is the page's, when a line under it ("6 April 2020"). */
void	 kin_page_begin(struct kin_str title, struct kin_str when, struct kin_buf *out);
/* atlas: areas to draw the table on, where its rows are of them; or NULL. */
void	 kin_page_table(const struct kin_table *table, const struct kin_atlas *atlas, struct kin_buf *out);
void	 kin_page_end(struct kin_buf *out);

/* Adds text with & < > " ' as entities and control characters shown escaped. */
void	 kin_page_text(struct kin_str text, struct kin_buf *out);

/*
 * A figure drawn of the table's first count: a bar for each row, or a line for each
 * key over times.  Adds nothing where nothing can be drawn.
 */
void	 kin_chart(const struct kin_table *table, struct kin_buf *out);

#endif
