/*
 * match -- are they on that list?  Adds lists to each record of a person that is.
 *
 * Shape    open the reference lists and push their records, push the stream, then
 *          finish: each list is linked to the stream by a run of the engine of its
 *          own, and each record goes to the sink in the order it came, with
 *            "lists":{"shielded":{"id":"spl:12","probability":0.9931}}
 *          at its end; members of lists from earlier matches stay, one of the same
 *          name is made anew.  A record on no list has no lists and stays as it is.
 * People   records with one person id (dedupe's) are compared as one, with all their
 *          values, and get the same answer; on the lists as well as in the stream.
 * Memory   every line of the stream and of the lists until the end (people.h).
 * Errors   bad options: new returns NULL with err.  Data: none here.
 * Owns     options and names are borrowed until free; a record pushed, for the call.
 * Room     step.
 */
#ifndef KIN_MATCH_H
#define KIN_MATCH_H

#include "kin/record/rec.h"
#include "kin/step/people.h"

enum kin_match_only {
	KIN_MATCH_ALL,
	KIN_MATCH_MATCHED,	/* people on one of the lists of this run, or more */
	KIN_MATCH_UNMATCHED	/* people on none of them */
};

struct kin_match_opts {
	double			 threshold;	/* 0 = the engine chooses */
	int			 threads;	/* 0 = all cores */
	const char		*compare;	/* -c; NULL = the usual fields */
	bool			 blocking;	/* obey the blocking rules of a Splink model */
	enum kin_link_one	 one_to_one;
	enum kin_match_only	 only;
	bool			 only_changes;	/* nobody who stayed the same; since */
	const char		*watch;		/* "phone,town", or "-updated_at"; NULL = every field */
	bool			 why;
	kin_sink		*sink;
	void			*sink_ctx;
	kin_sink		*stopped;	/* where records of who is left alone go; NULL = to sink */
	void			*stopped_ctx;
	kin_people_say		*say;
	void			*say_ctx;
};

struct kin_match;

struct kin_match *kin_match_new(const struct kin_match_opts *opts, struct kin_err *err);
void	 kin_match_free(struct kin_match *match);

/* Reads the model to compare by, kin's or Splink's, before the first record; -1: it is none. */
int	 kin_match_model(struct kin_match *match, const char *path, struct kin_err *err);

/* Opens the next reference list; -1: there is one of that name. */
int	 kin_match_list(struct kin_match *match, const char *name, struct kin_err *err);

/*
 * Opens the list as it was; its records come by kin_match_push_list.  Each person's record gets
 *   "churn":{"is":"changed","id":"spl:12","probability":0.9993,"changes":[{"field":"town","from":"Ilford"}]}
 * (new, changed, died, same), and who is gone comes after the stream, as a stop.
 */
void	 kin_match_since(struct kin_match *match);

/*
 * Opens the stop-list, once; its records come by kin_match_push_stop: stops, or people.  Who is
 * on it gets "stop":{"reason":"died","at":…,"id":…}, with "decide":true where that is in doubt.
 */
void	 kin_match_stops(struct kin_match *match);
int	 kin_match_push_stop(void *match, struct kin_rec *rec, struct kin_err *err);

/* kin_pushes: a record of the list opened last, and one of the stream. */
int	 kin_match_push_list(void *match, struct kin_rec *rec, struct kin_err *err);
int	 kin_match_push(void *match, struct kin_rec *rec, struct kin_err *err);

/* -1: the model does not fit the records. */
int	 kin_match_finish(struct kin_match *match, struct kin_err *err);

/* Members for --stats, after finish. */
void	 kin_match_stats(const struct kin_match *match, struct kin_buf *out);

#endif
