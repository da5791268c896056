/*
 * compare -- the levels of two records in every field.
 *
 * Shape    a pattern is 16 times 4 bits: field f's level + 1 at bit 4 f, 0 where
 *          nothing can be compared.  Each two values are compared once where their
 *          table has room; a pair of records is then one read a field.
 * Across   fields that speak of each other are put right here: given and family
 *          name exchanged; a full name only where the parts are not on both sides.
 * Owns     its tables; the columns are borrowed and must be sealed.
 * Room     link.
 */
#ifndef KIN_COMPARE_H
#define KIN_COMPARE_H

#include "kin/link/columns.h"

struct kin_compare;

typedef uint64_t kin_pattern;

static inline int
kin_pattern_level(kin_pattern pattern, size_t field)
{
	return (int)(pattern >> (4 * field) & 15) - 1;
}

/* most: columns of so many entries have a table, of most * most bytes. */
struct kin_compare	*kin_compare_new(const struct kin_columns *columns, uint32_t most, int threads);
void			 kin_compare_free(struct kin_compare *compare);

/* a, b: places in the sealed columns. */
kin_pattern		 kin_compare_pair(const struct kin_compare *compare, uint32_t a, uint32_t b);

/* The patterns of a with records 0 .. count - 1, field by field: many pairs at once are quicker. */
void			 kin_compare_row(const struct kin_compare *compare, uint32_t a, uint32_t count,
			    kin_pattern *out);

/* The patterns of a with these count others; no table is needed for it to be quick. */
void			 kin_compare_some(const struct kin_compare *compare, uint32_t a,
			    const uint32_t *others, uint32_t count, kin_pattern *out);

/* The level of two entries of one field, both there; what other fields say left out. */
int			 kin_compare_level(const struct kin_compare *compare, size_t field,
			    uint32_t a, uint32_t b);

/* Has the field a table of all its entries? */
bool			 kin_compare_has_table(const struct kin_compare *compare, size_t field);

/* May any two entries of the field be at the level?  Known where the field has a table. */
bool			 kin_compare_may_level(const struct kin_compare *compare, size_t field, int level);

/* The family name that is written as this given name; 0 = none. */
uint32_t		 kin_compare_as_family(const struct kin_compare *compare, uint32_t given);
/* The first field of the kind, or -1. */
int			 kin_compare_field(const struct kin_compare *compare, enum kin_kind kind);

/* A person has decided: not these two.  And: no two of one list. */
void			 kin_compare_forbid(struct kin_compare *compare, uint32_t a, uint32_t b);
void			 kin_compare_forbid_lists(struct kin_compare *compare);

enum { KIN_VETO_NONE = -1, KIN_VETO_DECIDED = -2, KIN_VETO_LIST = -3 };

/* Can these two not be one person, whatever else is said?  The field that says so, or KIN_VETO_…. */
int			 kin_compare_veto(const struct kin_compare *compare, uint32_t a, uint32_t b);

/*
 * Twins (one birth date, two names), father and son (one name, birth dates a
 * generation apart), and no number or email of their own in common: the field that
 * looks the same and is not, or -1.
 */
int			 kin_compare_look_alikes(const struct kin_compare *compare, kin_pattern pattern,
			    uint32_t a, uint32_t b);

#endif
