/* What people decided about pairs, read from the file that --review wrote, or from JSON lines. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "kin/record/csvin.h"
#include "dedupe_state.h"

struct columns {
	size_t	a, b, decision;
};

/* What is wrong is in the file, not in reading it. */
static int
refuse(int status)
{
	return status == 0 ? 0 : KIN_EXIT_USAGE;
}

static int
keep(struct kin_dedupe *dedupe, struct kin_str a, struct kin_str b, struct kin_str word,
    struct kin_err *err)
{
	struct kin_decision decision = { .same = kin_str_is_nocase(word, KIN_STR("same")) };

	if (word.len == 0)
		return 0;
	if (!decision.same && !kin_str_is_nocase(word, KIN_STR("different")))
		return kin_fail_value(err, KIN_STR("decision"), word, "neither same nor different");
	if (a.len == 0 || b.len == 0)
		return kin_fail(err, "a decision must name two records, a and b");
	decision.a = kin_arena_keep(&dedupe->arena, a);
	decision.b = kin_arena_keep(&dedupe->arena, b);
	dedupe->decision = kin_grow(dedupe->decision, dedupe->decisions, &dedupe->decision_cap,
	    sizeof(*dedupe->decision));
	dedupe->decision[dedupe->decisions++] = decision;
	return 0;
}

static int
keep_json(struct kin_dedupe *dedupe, struct kin_str line, struct kin_err *err)
{
	struct kin_rec *rec = &dedupe->rec;

	if (kin_rec_read(rec, line, err) != 0)
		return -1;
	return keep(dedupe, kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("a"))),
	    kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("b"))),
	    kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("decision"))), err);
}

static size_t
find_column(const struct kin_str *headers, size_t count, struct kin_str name)
{
	size_t i = 0;

	while (i < count && !kin_str_is_nocase(kin_str_trim(headers[i]), name))
		i++;
	return i;
}

static int
find_columns(struct kin_csvin *in, struct columns *columns, struct kin_err *err)
{
	const struct kin_str *headers;
	size_t count = kin_csvin_columns(in, &headers);

	if (kin_csvin_is_json(in) || count == 0)
		return 0;
	columns->a = find_column(headers, count, KIN_STR("a"));
	columns->b = find_column(headers, count, KIN_STR("b"));
	columns->decision = find_column(headers, count, KIN_STR("decision"));
	if (columns->a == count || columns->b == count || columns->decision == count)
		return refuse(kin_fail(err, "no columns a, b and decision"));
	return 0;
}

static int
read_rows(struct kin_dedupe *dedupe, struct kin_csvin *in, const struct columns *at,
    struct kin_err *err)
{
	struct kin_row row;
	int status = 0;

	while (status == 0) {
		switch (kin_csvin_next(in, &row, err)) {
		case KIN_CSVIN_END:
			return 0;
		case KIN_CSVIN_ERROR:
			return -1;
		case KIN_CSVIN_BAD:
			return KIN_EXIT_USAGE;
		case KIN_CSVIN_ROW_READ:
			status = refuse(kin_csvin_is_json(in) ? keep_json(dedupe, row.raw, err)
			    : keep(dedupe, kin_str_trim(row.cells[at->a]),
			    kin_str_trim(row.cells[at->b]), kin_str_trim(row.cells[at->decision]), err));
			err->line = row.line;
		}
	}
	return status;
}

int
kin_dedupe_decisions(struct kin_dedupe *dedupe, const char *path, struct kin_err *err)
{
	struct kin_csvin_opts opts = { .fd = open(path, O_RDONLY | O_CLOEXEC) };
	struct columns columns = { 0 };
	struct kin_csvin *in = NULL;
	int status;

	if (opts.fd == -1)
		return kin_fail(err, "%s", strerror(errno));
	status = kin_csvin_open(&opts, &in, err);
	if (status == 0)
		status = find_columns(in, &columns, err);
	if (status == 0)
		status = read_rows(dedupe, in, &columns, err);
	kin_csvin_free(in);
	close(opts.fd);
	return status;
}

/* --- telling the engine ------------------------------------------------------- */

struct named {
	struct kin_str	name;
	uint32_t	number;
};

static int
by_name(const void *left, const void *right)
{
	const struct named *a = left, *b = right;
	int order = kin_str_cmp(a->name, b->name);

	return order ? order : a->number < b->number ? -1 : a->number > b->number;
}

/* The first record of that name, or count; several may share one. */
static size_t
find_named(const struct named *list, size_t count, struct kin_str name)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (kin_str_cmp(list[middle].name, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && kin_str_is(list[low].name, name) ? low : count;
}

static bool
apply(struct kin_dedupe *dedupe, const struct named *list, size_t count,
    const struct kin_decision *decision)
{
	size_t first_a = find_named(list, count, decision->a);
	size_t first_b = find_named(list, count, decision->b);

	for (size_t a = first_a; a < count && kin_str_is(list[a].name, decision->a); a++) {
		for (size_t b = first_b; b < count && kin_str_is(list[b].name, decision->b); b++) {
			if (list[a].number != list[b].number)
				kin_link_decide(dedupe->link, list[a].number, list[b].number,
				    decision->same);
		}
	}
	return first_a < count && first_b < count;
}

void
kin_dedupe_apply(struct kin_dedupe *dedupe)
{
	size_t count = 0, absent = 0;
	struct named *list;

	if (dedupe->decisions == 0)
		return;
	list = kin_resize(NULL, kin_people_count(dedupe->people), sizeof(*list));
	for (size_t i = 0; i < kin_people_count(dedupe->people); i++) {
		const struct kin_people_record *kept = kin_people_at(dedupe->people, i);

		if (kept->number != KIN_LINK_NONE)
			list[count++] = (struct named){ kept->name, kept->number };
	}
	qsort(list, count, sizeof(*list), by_name);
	for (size_t i = 0; i < dedupe->decisions; i++)
		absent += !apply(dedupe, list, count, &dedupe->decision[i]);
	if (absent > 0)
		kin_dedupe_say(dedupe, "%zu of %zu decisions are about records that are not here",
		    absent, dedupe->decisions);
	kin_free(list);
}
