/* Several lists: which repeat nobody, and who is who on another. */
#include <math.h>

#include "kin/base/mem.h"
#include "link_state.h"

#define REPEATS		0.005	/* of a list's records: fewer pairs within it, and it repeats nobody */
#define SOMEBODY	0.05	/* however well two lists fit, so many records may have nobody there */

/* Does a list (or any but list 0) hold a person more than once, by the estimate? */
bool
kin_link_repeats(const struct kin_link *link, bool others)
{
	const struct kin_columns *columns = link->columns;
	double pairs = 0.0, records = 0.0;

	if (link->opts.one_to_one != KIN_LINK_ONE_AUTO)
		return link->opts.one_to_one == KIN_LINK_ONE_OFF;
	for (uint32_t l = others; l < (others ? columns->lists : 1); l++) {
		double n = 0.0;

		for (uint32_t i = 0; i < columns->records; i++)
			n += columns->list[i] == l;
		records += n;
		pairs += n * (n - 1.0) / 2.0 *
		    link->estimate.shares.of[kin_stratum(columns->lists, l, l)][KIN_CLASS_SAME];
	}
	return pairs > REPEATS * records;
}

double
kin_link_same_pairs(const struct kin_link *link)
{
	const struct kin_columns *columns = link->columns;
	double *members = kin_calloc((size_t)columns->lists + 1, sizeof(*members)), pairs = 0.0;
	bool between = link->opts.mode == KIN_LINK_BETWEEN;

	for (uint32_t i = 0; i < columns->records; i++)
		members[columns->list[i]]++;
	for (uint32_t a = 0; a < (between ? 1 : columns->lists); a++) {
		for (uint32_t b = a + between; b < columns->lists; b++)
			pairs += link->estimate.shares.of[kin_stratum(columns->lists, a, b)][KIN_CLASS_SAME] *
			    (a == b ? members[a] * (members[a] - 1.0) / 2.0 : members[a] * members[b]);
	}
	kin_free(members);
	return pairs;
}

/*
 * The share of records that have nobody on the other side, of the side where more
 * have nobody: lists that hold the same people leave few others to choose from.
 */
static double
nobody(const struct kin_link *link, double same)
{
	const struct kin_columns *columns = link->columns;
	double first = 0.0, others, most;

	for (uint32_t i = 0; i < columns->records; i++)
		first += columns->list[i] == 0;
	others = columns->records - first;
	most = fmax(first, others);
	return fmax(1.0 - same / fmax(most, 1.0), SOMEBODY);
}

/*
 * Two lists that repeat nobody: "nobody there" is the only rival of a pair that is the
 * best of both its records, and a weak one where nearly all are on both.
 */
void
kin_link_expect_partners(struct kin_link *link)
{
	uint32_t lists = link->columns->lists;

	if (link->opts.mode != KIN_LINK_DEDUPE || lists != 2 || kin_link_repeats(link, false) || kin_link_repeats(link, true))
		return;
	link->estimate.shares.caution[kin_stratum(lists, 0, 1)] += log2(nobody(link, kin_link_same_pairs(link)));
}

/* Whom each record is on the other side; two whom a veto parts are nobody's match. */
void
kin_link_assign(struct kin_link *link, const bool repeat[2], double cut)
{
	const struct kin_assign_rule rule = { .repeats = { repeat[0], repeat[1] },
	    .nobody = repeat[0] || repeat[1] ? 1.0 : nobody(link, kin_link_same_pairs(link)), .cut = cut };
	const struct kin_edge *list = link->pairs.people.list;
	size_t count = link->pairs.people.count, kept = 0;
	struct kin_edge *edges = kin_alloc(count * sizeof(*edges) + 1);

	for (size_t e = 0; e < count; e++) {
		if (kin_compare_veto(link->compare, list[e].a, list[e].b) == KIN_VETO_NONE)
			edges[kept++] = list[e];
	}
	kin_assign(&link->assign, link->columns->records, link->columns->list, edges, kept, &rule);
	kin_free(edges);
}
