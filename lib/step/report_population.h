/*
 * report_population -- how many people live where, and rates to compare with.
 *
 * Shape    a CSV file or JSON lines with a key (the first column that is none of the
 *          others), population, and perhaps name; a row with a rate instead of a
 *          population is a comparator.  A population may be a fraction.
 * Owns     the file's words are copied in.
 * Room     step; only report's own files include it.
 */
#ifndef REPORT_POPULATION_H
#define REPORT_POPULATION_H

#include "report_kind.h"
#include "kin/tally/count.h"

#define KIN_REPORT_RATE_PER	10000.0

struct kin_report_lived {
	double		people;		/* negative: none said */
	double		rate;		/* of a comparator; negative: it is none */
	struct kin_str	name;
};

struct kin_report_population {
	struct kin_map			*keys;
	struct kin_report_lived		*list;		/* of each key */
	size_t				 cap;
	struct kin_arena		 kept;
	double				 all;
};

/*
 * new in *population; NULL there after KIN_EXIT_USAGE or KIN_EXIT_IO.  by_field: keys
 * are "sex=F", by a column "field" or by the name of the key's own column; sexes and
 * ethnic groups are taken in the words of any list that their parsers know.
 */
int	 kin_report_population_read(const char *path, bool by_field, struct kin_report_population **population,
	    struct kin_err *err);
void	 kin_report_population_free(struct kin_report_population *population);

/* Is it a field of the equalities report?  (report_equalities.c) */
bool	 kin_report_is_equality(struct kin_str field);
/* Adds the key of a value of a field. */
void	 kin_report_population_key(struct kin_str field, struct kin_str value, struct kin_buf *key);

/* The people of a key, or (empty) of all; 0 when not known. */
double	 kin_report_population_of(const struct kin_report_population *population, struct kin_str key);
struct kin_str kin_report_population_name(const struct kin_report_population *population,
	    struct kin_str key);

/* Adds the column of rates of the count base, and at the end a note of the comparators. */
void	 kin_report_population_column(struct kin_table *table, const char *base);
void	 kin_report_population_note(const struct kin_report_population *population,
	    struct kin_table *table);

/* Who lives in which ward, learnt as records pass; wards are words. */
struct kin_report_homes {
	struct kin_map		*wards;
	struct kin_report_home	*list;
	size_t			 count, cap;
};

void	 kin_report_homes_learn(struct kin_report_homes *homes, struct kin_rec *rec);
/* people must be settled. */
void	 kin_report_homes_settle(struct kin_report_homes *homes, const struct kin_report_people *people);
/* Empty when not known. */
struct kin_str kin_report_homes_ward(const struct kin_report_homes *homes, uint64_t who);
void	 kin_report_homes_fini(struct kin_report_homes *homes);

/* Is a table by ward wanted: are there populations for rates, or wards to draw? */
bool	 kin_report_wants_wards(const struct kin_report_context *context);
/* As the file of populations has it, or else the map's; empty where neither does. */
struct kin_str kin_report_ward_name(const struct kin_report_context *context, struct kin_str ward);

/* A table of a count by ward: measures with their names and titles, the first with its rate. */
struct kin_report_measure {
	const char	*name, *title;
};

void	 kin_report_wards_table(const struct kin_report_context *context,
	    const struct kin_count *count, const struct kin_report_measure *measures, size_t measure_count,
	    struct kin_table *table);

#endif
