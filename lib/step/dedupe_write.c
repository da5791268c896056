/*
 * Records with their answers.  Lines are made in pieces on all threads and handed to the
 * sink in the order of the records.
 */
#include <stdlib.h>

#include "dedupe_state.h"
#include "kin/base/par.h"

enum { PIECE = 512 };		/* records */

/* Lines on their way to the sink, each thread's own; and what is used again and again to make them. */
struct piece {
	struct kin_buf	text;
	size_t		end[PIECE];	/* of each line in text */
	size_t		lines;
	struct kin_buf	person, household;
	struct kin_rec	rec;
};

struct writing {
	struct kin_dedupe	*dedupe;
	struct piece		*piece[KIN_PAR_MOST];	/* NULL until the thread has made one */
};

/* --- person and household ----------------------------------------------------- */

static int
by_name(const void *left, const void *right)
{
	return kin_str_cmp(*(const struct kin_str *)left, *(const struct kin_str *)right);
}

/* The names of all records of the person. */
static void
put_records(const struct kin_dedupe *dedupe, uint32_t cluster, struct kin_buf *out)
{
	uint32_t count;
	const uint32_t *members = kin_link_members(dedupe->link, cluster, &count);
	struct kin_str *names = kin_resize(NULL, count, sizeof(*names));

	for (uint32_t i = 0; i < count; i++)
		names[i] = kin_people_of(dedupe->people, members[i])->name;
	qsort(names, count, sizeof(*names), by_name);
	kin_json_put_name(out, "records");
	kin_buf_putc(out, '[');
	for (uint32_t i = 0; i < count; i++) {
		if (i > 0)
			kin_buf_putc(out, ',');
		kin_json_put_string(out, names[i]);
	}
	kin_buf_putc(out, ']');
	kin_free(names);
}

static void
put_why(struct kin_dedupe *dedupe, uint32_t number, struct kin_buf *out)
{
	struct kin_link_why why;

	kin_link_why(dedupe->link, number, &why);
	kin_json_put_name(out, "why");
	kin_buf_putc(out, '[');
	if (why.nearest != KIN_LINK_NONE) {
		kin_people_why_other(dedupe->people, "same person as", why.nearest, why.weight,
		    NULL, out);
		kin_people_why(dedupe->people, dedupe->link, number, why.nearest, out);
	}
	if (why.runner_up != KIN_LINK_NONE)
		kin_people_why_other(dedupe->people, "next best", why.runner_up,
		    why.runner_up_weight, why.veto, out);
	kin_buf_putc(out, ']');
}

static void
put_person(struct kin_dedupe *dedupe, const struct kin_people_record *kept,
    const struct kin_link_person *answer, struct kin_buf *out)
{
	kin_buf_clear(out);
	kin_buf_puts(out, "{\"id\":\"");
	kin_people_id(out, 'p', answer->name);
	kin_buf_puts(out, "\",\"size\":");
	kin_json_put_whole(out, answer->size);
	kin_json_put_name(out, "probability");
	if (answer->size == 1)
		kin_buf_putc(out, '1');
	else
		kin_json_put_number(out, answer->probability, 4);
	if (answer->size > 1)
		put_records(dedupe, answer->cluster, out);
	if (dedupe->opts.why && dedupe->link != NULL)
		put_why(dedupe, kept->number, out);
	kin_buf_putc(out, '}');
}

static void
put_household(const struct kin_link_person *answer, struct kin_buf *out)
{
	kin_buf_clear(out);
	kin_buf_puts(out, "{\"id\":\"");
	kin_people_id(out, 'h', answer->household_name);
	kin_buf_puts(out, "\",\"size\":");
	kin_json_put_whole(out, answer->household_people);
	kin_buf_putc(out, '}');
}

/* All records of the person in one line. */
static struct kin_str
fold(struct kin_dedupe *dedupe, const struct kin_people_record *kept,
    const struct kin_link_person *answer)
{
	const struct kin_people_record **list;
	const uint32_t *members = NULL;
	struct kin_str line;
	uint32_t count = 1;

	if (dedupe->link != NULL)
		members = kin_link_members(dedupe->link, answer->cluster, &count);
	list = kin_resize(NULL, count, sizeof(*list));
	for (uint32_t i = 0; i < count; i++)
		list[i] = members != NULL ? kin_people_of(dedupe->people, members[i]) : kept;
	kin_buf_clear(&dedupe->line);
	kin_people_id(&dedupe->line, 'p', answer->name);
	line = kin_fold_person(dedupe->fold, list, count, kin_buf_str(&dedupe->line));
	kin_free(list);
	dedupe->folded[answer->cluster] = true;
	return line;
}

/* Adds the record's line to the piece; none when its person has been folded before. */
static void
add_line(struct kin_dedupe *dedupe, size_t place, struct piece *piece)
{
	const struct kin_people_record *kept = kin_people_at(dedupe->people, place);
	struct kin_people_record folded;
	struct kin_link_person answer;
	struct kin_put puts[2];

	if (!kept->person) {
		kin_buf_add(&piece->text, kept->line);
		piece->end[piece->lines++] = piece->text.len;
		return;
	}
	kin_dedupe_answer(dedupe, place, &answer);
	if (dedupe->fold != NULL) {
		if (dedupe->folded[answer.cluster])
			return;
		folded = (struct kin_people_record){ .line = fold(dedupe, kept, &answer),
		    .number = kept->number };
		kept = &folded;
	}
	put_person(dedupe, kept, &answer, &piece->person);
	put_household(&answer, &piece->household);
	puts[0] = (struct kin_put){ KIN_STR("person"), kin_buf_str(&piece->person) };
	puts[1] = (struct kin_put){ KIN_STR("household"), kin_buf_str(&piece->household) };
	kin_people_write(kept, kept->has_person ? &piece->rec : NULL, puts, 2, &piece->text);
	piece->end[piece->lines++] = piece->text.len;
}

/* --- all records ---------------------------------------------------------------- */

static void
make_piece(void *ctx, size_t number, int thread)
{
	struct writing *writing = ctx;
	struct piece *piece = writing->piece[thread];
	size_t count = kin_people_count(writing->dedupe->people), from = number * PIECE;

	if (piece == NULL)
		piece = writing->piece[thread] = kin_calloc(1, sizeof(*piece));
	kin_buf_clear(&piece->text);
	piece->lines = 0;
	for (size_t i = from; i < count && i < from + PIECE; i++)
		add_line(writing->dedupe, i, piece);
}

static void
write_piece(void *ctx, size_t number, int thread)
{
	struct writing *writing = ctx;
	const struct kin_dedupe_opts *opts = &writing->dedupe->opts;
	const struct piece *piece = writing->piece[thread];
	size_t from = 0;

	(void)number;
	for (size_t i = 0; i < piece->lines; from = piece->end[i++])
		opts->sink(opts->sink_ctx, kin_str(piece->text.p + from, piece->end[i] - from));
}

static void
free_piece(struct piece *piece)
{
	if (piece == NULL)
		return;
	kin_buf_fini(&piece->text);
	kin_buf_fini(&piece->person);
	kin_buf_fini(&piece->household);
	kin_rec_fini(&piece->rec);
	kin_free(piece);
}

void
kin_dedupe_write(struct kin_dedupe *dedupe)
{
	size_t count = kin_people_count(dedupe->people);
	struct writing writing = { .dedupe = dedupe };
	bool alone = dedupe->opts.fold || dedupe->opts.why;

	if (dedupe->opts.fold) {
		dedupe->fold = kin_fold_new();
		dedupe->folded = kin_calloc(count + 1, sizeof(bool));
	}
	kin_par_in_order(alone ? 1 : dedupe->opts.threads, (count + PIECE - 1) / PIECE, make_piece,
	    write_piece, &writing);
	for (int t = 0; t < KIN_PAR_MOST; t++)
		free_piece(writing.piece[t]);
}
