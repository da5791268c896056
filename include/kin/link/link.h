/*
 * link -- who is who: records in, people, households and reasons out.
 *
 * Shape    new with the fields to compare, add every record, run once, then read.
 *          A record is the number that kin_link_add gave it (0, 1, 2 …); a field
 *          is its place in the table given to kin_link_new.  Nothing has to be
 *          tuned: the model is estimated from the records (estimate.h), or given.
 * Units    weights are log2 odds of "same person" against everything else, prior
 *          included; probability = 1 / (1 + 2^-weight).
 * Same     result whatever the order of adding and the number of threads, as long
 *          as keys differ: ties are broken by key, clusters are named by key.
 * Limits   2^31 records; 16 fields; 14 levels a field; values of any length, of
 *          which the first 255 bytes are compared.
 * Owns     the engine copies what it is given; what it lends is borrowed until
 *          kin_link_free.  Members of a finished engine are not thread safe.
 * Room     link; may use base and field.  Must not know JSON.
 * Source   Fellegi and Sunter, JASA 64 (1969) 1183; the third class (another person
 *          of one household) and pooled clusters: lib/link/README.md.
 */
#ifndef KIN_LINK_H
#define KIN_LINK_H

#include <stdint.h>

#include "kin/base/err.h"
#include "kin/base/str.h"
#include "kin/link/columns.h"

enum kin_link_mode {
	KIN_LINK_DEDUPE,	/* any two records may be one person */
	KIN_LINK_BETWEEN	/* list 0 against all other lists: only such pairs are looked at */
};

enum kin_link_one {		/* may two records of one list be one person? */
	KIN_LINK_ONE_AUTO,	/* as the lists themselves show */
	KIN_LINK_ONE_ON,	/* never: one to one between lists */
	KIN_LINK_ONE_OFF	/* always */
};

struct kin_link_opts {
	enum kin_link_mode	 mode;
	enum kin_link_one	 one_to_one;
	double			 threshold;	/* least probability of a join; 0 = chosen from the posteriors */
	int			 threads;	/* 0 = as many as the machine has cores */
	const struct kin_model	*model;		/* borrowed for the run; NULL = estimate */
	struct kin_splink_score	*splink;	/* weights by a model of Splink: sealed, with the same records
						   in the same order; borrowed as long as the engine; NULL = none */
	bool			 blocking;	/* only pairs that the rules of the Splink model let through */
	/* Called now and then during the run with the share done, 0 to 1; may be NULL. */
	void			(*progress)(void *ctx, const char *phase, double done);
	void			*progress_ctx;
};

/*
 * One value of a record: kin_columns_text, a field and its text, normalised (ISO
 * dates, E.164 …), case and accents as they are.  A field may come several times.
 */
#define kin_link_value	kin_columns_text

/* A record for kin_link_add_all: kin_columns_record, its key, list and values (texts). */
#define kin_link_record	kin_columns_record

struct kin_link;

/* fields: names and labels are copied.  An impossible table (no field, too many) is a bug. */
struct kin_link	*kin_link_new(const struct kin_field_spec *fields, size_t count,
		    const struct kin_link_opts *opts);
void		 kin_link_free(struct kin_link *link);

/*
 * Adds a record; returns its number.  key: a hash of what names the record for
 * good (kin_hash64 of "list:id"), distinct for each.  list: 0, 1, 2 …
 */
uint32_t	 kin_link_add(struct kin_link *link, uint64_t key, uint32_t list,
		    const struct kin_link_value *values, size_t count);

/*
 * Adds count records on all threads, as kin_link_add would one after the other; returns the
 * number of the first.  ask fills in the nth of them (columns.h); thread is 0 up to
 * kin_par_threads(opts.threads).
 */
uint32_t	 kin_link_add_all(struct kin_link *link, size_t count, kin_columns_ask *ask,
		    void *ctx);

/* A person has decided: these two are, or are not, one.  Obeyed whatever the weights. */
void		 kin_link_decide(struct kin_link *link, uint32_t a, uint32_t b, bool same);

/* Estimates, scores, clusters.  -1: the model given does not fit the fields. */
int		 kin_link_run(struct kin_link *link, struct kin_err *err);

/* --- reading: people and households ---------------------------------------- */

struct kin_link_person {
	uint32_t	cluster;		/* 0, 1 … in the order of the smallest key in each */
	uint32_t	size;			/* records */
	uint64_t	name;			/* smallest key of its records: the same in any order */
	double		probability;		/* that this record belongs with the others; 1 when alone */
	uint32_t	household;		/* 0, 1 … as cluster */
	uint32_t	household_people;	/* people (clusters) in it, itself counted */
	uint64_t	household_name;		/* smallest key of its records */
};

uint32_t	 kin_link_count(const struct kin_link *link);		/* records */
uint32_t	 kin_link_clusters(const struct kin_link *link);
void		 kin_link_person(const struct kin_link *link, uint32_t record,
		    struct kin_link_person *out);
/* The records of a cluster in the order of their keys. */
const uint32_t	*kin_link_members(const struct kin_link *link, uint32_t cluster, uint32_t *count);

/* --- reading: matches between lists (mode BETWEEN) -------------------------- */

struct kin_link_match {
	uint32_t	other;		/* the record on the other list, or KIN_LINK_NONE */
	double		weight, probability;
	uint32_t	runner_up;	/* the next best there, or KIN_LINK_NONE */
	double		runner_up_weight;
};

#define KIN_LINK_NONE	UINT32_MAX

/*
 * The record on the other side that this one is; other is NONE when nobody there
 * is probable enough, or a better one had first claim (runner_up then says who).
 */
void		 kin_link_best(const struct kin_link *link, uint32_t record,
		    struct kin_link_match *out);

/* --- reading: pairs and reasons -------------------------------------------- */

struct kin_link_pair {
	uint32_t	a, b;		/* key of a < key of b */
	double		weight, probability;
	double		household;	/* probability of: two people of one household */
	bool		together;	/* in one cluster, or matched */
};

/* Every pair of at least min_weight that was kept, by keys; see kin_link_report for how low that goes. */
void		 kin_link_pairs(struct kin_link *link, double min_weight,
		    void (*each)(void *ctx, const struct kin_link_pair *pair), void *ctx);

/* One field of one pair. */
struct kin_link_part {
	int		 level;		/* place in the model's field; -1 = nothing to compare */
	const char	*label;		/* "one edit", "nickname" … "" when level is -1 */
	double		 weight;	/* of the level: one person against the class that comes nearest to it */
	double		 frequency;	/* added because the value is rare (or taken away) */
	struct kin_str	 a, b;		/* the two values compared (folded); empty when absent */
};

/* How many parts a pair has (at most KIN_LINK_PARTS), and what the nth is called: a field, or a comparison. */
enum { KIN_LINK_PARTS = 64 };
size_t		 kin_link_parts(const struct kin_link *link);
const char	*kin_link_part_name(const struct kin_link *link, size_t nth);

/* parts: kin_link_parts of them, in order.  Any two records, kept or not. */
void		 kin_link_explain(struct kin_link *link, uint32_t a, uint32_t b,
		    struct kin_link_pair *pair, struct kin_link_part *parts);

struct kin_link_why {
	uint32_t	nearest;	/* record of its cluster that speaks most for it, or KIN_LINK_NONE */
	uint32_t	runner_up;	/* best record outside its cluster, or KIN_LINK_NONE */
	double		weight, runner_up_weight;
	const char	*veto;		/* by what the runner-up cannot be the same person: a field, "decision", "list"; or NULL */
};

void		 kin_link_why(struct kin_link *link, uint32_t record, struct kin_link_why *out);

/* --- reading: the model and how good it is ---------------------------------- */

struct kin_link_report {
	uint64_t	pairs;			/* all pairs that could be */
	uint64_t	scored;			/* of these, scored one by one */
	double		kept_weight;		/* pairs below this weight were not kept */
	uint32_t	patterns;		/* different patterns of levels among the pairs */
	int		iterations;
	bool		converged;
	double		change;			/* largest change of a parameter in the last iteration */
	bool		one_to_one;
	bool		small;			/* few records: the priors speak louder than the data */
	double		 cut;			/* weight at which clusters were cut */
	uint64_t	 rules;			/* blocking rules of the Splink model that were not asked for */
	uint64_t	 over_cut, rules_lose;	/* pairs over the cut; of these, what the rules would have lost */
	double		precision, precision_low, precision_high;	/* of pairs, estimated without labels; 95 % */
	double		recall, recall_low, recall_high;
	double		f1, f1_low, f1_high;
};

const struct kin_model	*kin_link_model(const struct kin_link *link);
void		 kin_link_report(const struct kin_link *link, struct kin_link_report *out);

#endif
