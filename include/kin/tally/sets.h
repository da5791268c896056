/*
 * sets -- how many people are in which lists and groups at once.
 *
 * Shape    read what a record says it is in, one bit a name; count each person once;
 *          then tables: each list and group with how many are in it and in no
 *          other, and each set of them that somebody is in.  The second table sums
 *          to everybody, those in none included.
 * Limits   KIN_SETS_MOST names.
 * Memory   grows with names and with different sets, not with people.
 * Owns     names are copied in.
 * Room     tally; uses base, record.
 */
#ifndef KIN_SETS_H
#define KIN_SETS_H

#include "kin/record/rec.h"
#include "kin/tally/table.h"

enum { KIN_SETS_MOST = 64 };

struct kin_sets;

struct kin_sets	*kin_sets_new(void);
void		 kin_sets_free(struct kin_sets *sets);

/* What match put into lists and cohorts, as bits; -1 and err where there is one name too many. */
int		 kin_sets_read(struct kin_sets *sets, struct kin_rec *rec, uint64_t *in, struct kin_err *err);
/* Counts n people who are in just these. */
void		 kin_sets_add(struct kin_sets *sets, uint64_t in, int64_t n);

/* The bits of the names in the order of names; how many there are. */
uint32_t	 kin_sets_order(const struct kin_sets *sets, uint32_t order[KIN_SETS_MOST]);
struct kin_str	 kin_sets_name(const struct kin_sets *sets, uint32_t bit);
/* How many are in all of these, whatever else they are in; of none: everybody. */
int64_t		 kin_sets_people(const struct kin_sets *sets, uint64_t in);

/* The tables "groups" and "overlaps". */
void		 kin_sets_add_groups(const struct kin_sets *sets, struct kin_tables *tables);
void		 kin_sets_add_overlaps(const struct kin_sets *sets, struct kin_tables *tables);

#endif
