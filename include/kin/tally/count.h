/*
 * count -- how many, by one or several texts.
 *
 * Shape    a group is one value for each field (KIN_COUNT_MISSING where a value
 *          is missing); it holds `measures` whole numbers, and so does the total
 *          over all groups.  Values and groups are numbered as they arrive.
 * Limits   2^32 - 2 groups.  kin_count_once remembers who was counted by 64 bits:
 *          among a million people the chance that one is taken for another is
 *          less than 1 in 10 million, among 67 million 1 in 8,000.
 * Owns     values are copied in; lent texts live until kin_count_free.  Memory
 *          grows with groups, and with distinct people where once is used.
 * Room     tally; knows only base.
 */
#ifndef KIN_COUNT_H
#define KIN_COUNT_H

#include <stdint.h>

#include "kin/base/str.h"

#define KIN_COUNT_MISSING	0u

struct kin_count;

struct kin_count *kin_count_new(size_t fields, size_t measures);
void	 kin_count_free(struct kin_count *count);

/*
 * The two count the same people: they are remembered once, in with, which must outlive
 * count.  Before the first kin_count_once.
 */
void	 kin_count_share(struct kin_count *count, struct kin_count *with);

/* The number of a value of that field. */
uint32_t kin_count_value(struct kin_count *count, size_t field, struct kin_str text);

/* The group of these values, one a field. */
uint32_t kin_count_group(struct kin_count *count, const uint32_t *values);

/* Adds n to the group's measure and to the total's. */
void	 kin_count_add(struct kin_count *count, uint32_t group, size_t measure, int64_t n);

/* Raises the group's measure, and the total's, to n where it is less. */
void	 kin_count_most(struct kin_count *count, uint32_t group, size_t measure, int64_t n);

/* Adds one for each who not met before: in the group, and apart from that in the total.  Was it one? */
bool	 kin_count_once(struct kin_count *count, uint32_t group, size_t measure, uint64_t who);

uint32_t kin_count_groups(const struct kin_count *count);
int64_t	 kin_count_get(const struct kin_count *count, uint32_t group, size_t measure);
int64_t	 kin_count_total(const struct kin_count *count, size_t measure);

/* The group's text for that field; false when it is missing. */
bool	 kin_count_text(const struct kin_count *count, uint32_t group, size_t field,
	    struct kin_str *text);

/*
 * Fills order with all groups: by the measure, most first, then by texts; or
 * (measure < 0) by texts alone.  Missing comes last.
 */
void	 kin_count_order(const struct kin_count *count, int measure, uint32_t *order);

/* Order of texts for people: runs of digits by their number, so that h2 is before h10. */
int	 kin_count_cmp(struct kin_str a, struct kin_str b);

#endif
