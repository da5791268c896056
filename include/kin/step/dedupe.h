/*
 * dedupe -- who is one person?  Adds person and household to every person's record.
 *
 * Shape    push every record, then finish: the engine runs and each record goes to
 *          the sink in the order it came, with
 *            "person":{"id":"p-…","size":2,"probability":0.9987,"records":["crm:12","spl:3"]}
 *            "household":{"id":"h-…","size":3}
 *          at its end in place of those it had.  size of a household counts people;
 *          records are there when there is more than one.  Records of no person
 *          (hubs, events …) go through as they are.
 * Same     twice is once; ids do not depend on the order of input.
 * Memory   every line until the end (people.h), and the engine's.
 * Errors   bad options: new returns NULL with err.  Records: none here.
 * Owns     options are borrowed until free; a record pushed, for the call.
 * Room     step.
 */
#ifndef KIN_DEDUPE_H
#define KIN_DEDUPE_H

#include "kin/record/rec.h"
#include "kin/step/people.h"

struct kin_dedupe_opts {
	double		 threshold;	/* least probability of a join; 0 = the engine chooses */
	int		 threads;	/* 0 = all cores */
	const char	*compare;	/* -c; NULL = the usual fields */
	bool		 blocking;	/* obey the blocking rules of a Splink model */
	const char	*truth;		/* member that holds the label of the true person, or NULL */
	bool		 why;		/* add reasons to person */
	bool		 pairs;		/* scored pairs instead of records */
	bool		 fold;		/* one record a person instead of records */
	kin_sink	*sink;		/* one line at a time, in order; not always on the thread that called finish */
	void		*sink_ctx;
	const char	*train;		/* file for the model that was estimated; NULL = not asked */
	bool		 splink;	/* that file is for Splink */
	const char	*review;	/* file for pairs in doubt, as CSV; NULL = not asked */
	kin_people_say	*say;		/* notes */
	kin_people_say	*tell;	/* what truth asked for; the same ctx */
	void		*say_ctx;
};

struct kin_dedupe;

/* new; NULL when compare cannot be read, or what is asked does not go together. */
struct kin_dedupe *kin_dedupe_new(const struct kin_dedupe_opts *opts, struct kin_err *err);
void	 kin_dedupe_free(struct kin_dedupe *dedupe);

/* Reads the model to compare by, kin's or Splink's, before the first record; -1: it is none. */
int	 kin_dedupe_model(struct kin_dedupe *dedupe, const char *path, struct kin_err *err);

/* A kin_push. */
int	 kin_dedupe_push(void *dedupe, struct kin_rec *rec, struct kin_err *err);

/*
 * Reads a file of decisions, obeyed by finish: CSV with columns a, b and decision (the
 * file of review, filled in), or lines {"a":"crm:12","b":"spl:3","decision":"same"}.
 * A decision is same, different, or empty (not yet).  0, or with err filled -1 (it
 * cannot be read) or KIN_EXIT_USAGE (it says something else).
 */
int	 kin_dedupe_decisions(struct kin_dedupe *dedupe, const char *path, struct kin_err *err);

/* -1: a file could not be written, and err says which; KIN_EXIT_USAGE: the model does not fit. */
int	 kin_dedupe_finish(struct kin_dedupe *dedupe, struct kin_err *err);

/* Members for --stats, after finish. */
void	 kin_dedupe_stats(const struct kin_dedupe *dedupe, struct kin_buf *out);

#endif
