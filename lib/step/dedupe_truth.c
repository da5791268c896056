/*
 * How right the answer is, where the true person of each record is known.
 * Pairwise: of the pairs put together, the share that is one person (precision); of
 * the pairs that are one person, the share put together (recall).  B-cubed: the
 * same two asked of each record's own cluster, then averaged over records (Bagga
 * and Baldwin, LREC 1998).
 */
#include <stdlib.h>

#include "kin/base/map.h"
#include "dedupe_state.h"

enum { ERRORS_SHOWN = 5 };

struct labelled {
	uint32_t	label, cluster;
	size_t		place;
};

struct tally {
	struct labelled	*record;
	size_t		 count;
	uint64_t	 truly, found, both;	/* pairs */
	double		 b3_precision, b3_recall;
};

static int
compare(uint32_t a, uint32_t b, uint32_t c, uint32_t d, const struct labelled *x,
    const struct labelled *y)
{
	if (a != b)
		return a < b ? -1 : 1;
	if (c != d)
		return c < d ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

static int
by_cluster(const void *left, const void *right)
{
	const struct labelled *a = left, *b = right;

	return compare(a->cluster, b->cluster, a->label, b->label, a, b);
}

static int
by_label(const void *left, const void *right)
{
	const struct labelled *a = left, *b = right;

	return compare(a->label, b->label, a->cluster, b->cluster, a, b);
}

static void
read_labels(struct kin_dedupe *dedupe, struct tally *tally)
{
	size_t count = kin_people_count(dedupe->people);
	struct kin_str name = kin_str_of(dedupe->opts.truth);
	struct kin_map *labels = kin_map_new();
	struct kin_err err = KIN_ERR_NONE;

	tally->record = kin_resize(NULL, count ? count : 1, sizeof(*tally->record));
	for (size_t i = 0; i < count; i++) {
		const struct kin_people_record *kept = kin_people_at(dedupe->people, i);
		struct kin_link_person answer;
		struct kin_str label;

		if (!kept->person || kin_rec_read(&dedupe->rec, kept->line, &err) != 0)
			continue;
		label = kin_rec_member_text(&dedupe->rec, kin_rec_find(&dedupe->rec, name));
		if (label.len == 0)
			continue;
		kin_dedupe_answer(dedupe, i, &answer);
		tally->record[tally->count++] = (struct labelled){
		    kin_map_add(labels, label, NULL), answer.cluster, i };
	}
	kin_map_free(labels);
}

static uint64_t
pairs(size_t n)
{
	return (uint64_t)n * (n ? n - 1 : 0) / 2;
}

/* Runs of one cluster, and within each the runs of one label. */
static void
count_clusters(struct tally *tally)
{
	const struct labelled *record = tally->record;
	size_t end, stop;

	qsort(tally->record, tally->count, sizeof(*tally->record), by_cluster);
	for (size_t i = 0; i < tally->count; i = end) {
		for (end = i; end < tally->count && record[end].cluster == record[i].cluster; end++)
			;
		tally->found += pairs(end - i);
		for (size_t j = i; j < end; j = stop) {
			for (stop = j; stop < end && record[stop].label == record[j].label; stop++)
				;
			tally->both += pairs(stop - j);
			tally->b3_precision += (double)(stop - j) * (double)(stop - j) / (double)(end - i);
		}
	}
}

static void
count_labels(struct tally *tally)
{
	const struct labelled *record = tally->record;
	size_t end, stop;

	qsort(tally->record, tally->count, sizeof(*tally->record), by_label);
	for (size_t i = 0; i < tally->count; i = end) {
		for (end = i; end < tally->count && record[end].label == record[i].label; end++)
			;
		tally->truly += pairs(end - i);
		for (size_t j = i; j < end; j = stop) {
			for (stop = j; stop < end && record[stop].cluster == record[j].cluster; stop++)
				;
			tally->b3_recall += (double)(stop - j) * (double)(stop - j) / (double)(end - i);
		}
	}
}

/* The first pairs of neighbours that the order puts side by side and that are wrong. */
static void
say_errors(struct kin_dedupe *dedupe, const struct tally *tally, bool joined)
{
	for (size_t i = 1, shown = 0; i < tally->count && shown < ERRORS_SHOWN; i++) {
		const struct labelled *a = &tally->record[i - 1], *b = &tally->record[i];
		struct kin_str left, right;

		if ((a->cluster == b->cluster) != joined || (a->label == b->label) == joined)
			continue;
		left = kin_people_at(dedupe->people, a->place)->name;
		right = kin_people_at(dedupe->people, b->place)->name;
		kin_dedupe_tell(dedupe, "%s: %.*s and %.*s", joined ? "joined wrongly" : "not joined",
		    (int)left.len, left.p, (int)right.len, right.p);
		shown++;
	}
}

static double
share(double part, double whole)
{
	return whole > 0 ? part / whole : 1.0;
}

static double
f1(double precision, double recall)
{
	return share(2 * precision * recall, precision + recall);
}

static void
say_figures(struct kin_dedupe *dedupe, const struct tally *tally)
{
	double p = share((double)tally->both, (double)tally->found);
	double r = share((double)tally->both, (double)tally->truly);
	double bp = share(tally->b3_precision, (double)tally->count);
	double br = share(tally->b3_recall, (double)tally->count);
	const struct { const char *name; double value; } figures[] = {
		{ "precision", p }, { "recall", r }, { "f1", f1(p, r) },
		{ "b3_precision", bp }, { "b3_recall", br }, { "b3_f1", f1(bp, br) },
	};
	struct kin_buf *out = &dedupe->stats;

	kin_dedupe_tell(dedupe, "truth \"%s\": %zu records, %llu pairs are one person, %llu were joined, %llu"
	    " of them rightly", dedupe->opts.truth, tally->count, (unsigned long long)tally->truly,
	    (unsigned long long)tally->found, (unsigned long long)tally->both);
	kin_dedupe_tell(dedupe, "pairs: precision %.4f, recall %.4f, F1 %.4f; B3: precision %.4f, recall"
	    " %.4f, F1 %.4f", p, r, f1(p, r), bp, br, f1(bp, br));
	kin_json_put_name(out, "truth");
	kin_buf_puts(out, "{\"records\":");
	kin_json_put_whole(out, (long long)tally->count);
	for (size_t i = 0; i < sizeof(figures) / sizeof(*figures); i++) {
		kin_json_put_name(out, figures[i].name);
		kin_json_put_number(out, figures[i].value, 5);
	}
	kin_buf_putc(out, '}');
}

void
kin_dedupe_truth(struct kin_dedupe *dedupe)
{
	struct tally tally = { 0 };

	read_labels(dedupe, &tally);
	if (tally.count == 0)
		kin_dedupe_tell(dedupe, "no record has a label in \"%s\"", dedupe->opts.truth);
	count_clusters(&tally);
	if (tally.count > 0)
		say_errors(dedupe, &tally, true);
	count_labels(&tally);
	if (tally.count > 0) {
		say_errors(dedupe, &tally, false);
		say_figures(dedupe, &tally);
	}
	kin_free(tally.record);
}
