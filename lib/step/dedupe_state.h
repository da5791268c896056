/* What the files of dedupe share among themselves. */
#ifndef KIN_DEDUPE_STATE_H
#define KIN_DEDUPE_STATE_H

#include "kin/base/buf.h"
#include "kin/base/mem.h"
#include "kin/step/dedupe.h"

struct kin_decision {
	struct kin_str	a, b;		/* names of records */
	bool		same;
};

struct kin_dedupe {
	struct kin_dedupe_opts	 opts;
	struct kin_people	*people;
	struct kin_link		*link;		/* NULL: nothing could be compared */
	struct kin_arena	 arena;
	struct kin_decision	*decision;
	size_t			 decisions, decision_cap;
	struct kin_fold		*fold;		/* NULL: not asked */
	bool			*folded;	/* by cluster: its record is written */
	struct kin_buf		 line, cell, stats;
	struct kin_rec		 rec;
};

/* What was asked for, and so is not silenced with the notes. */
void	kin_dedupe_tell(struct kin_dedupe *dedupe, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
void	kin_dedupe_say(struct kin_dedupe *dedupe, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

/* Tells the engine what people decided. */
void	kin_dedupe_apply(struct kin_dedupe *dedupe);
/* Every record with its answer to the sink, or one for each person. */
void	kin_dedupe_write(struct kin_dedupe *dedupe);
/* Scored pairs to the sink; pairs in doubt to the file of opts.review, -1 when it cannot be written. */
void	kin_dedupe_pairs(struct kin_dedupe *dedupe);
int	kin_dedupe_review(struct kin_dedupe *dedupe, struct kin_err *err);
/* The model to the file of opts.train, -1 when it cannot be written. */
int	kin_dedupe_train(struct kin_dedupe *dedupe, struct kin_err *err);
/* How right it is, by opts.truth: in words to opts.tell, in numbers to stats. */
void	kin_dedupe_truth(struct kin_dedupe *dedupe);

/* One record of all records of a person, without its answer: a line, borrowed until the next. */
struct kin_fold	*kin_fold_new(void);
void	kin_fold_free(struct kin_fold *fold);
struct kin_str kin_fold_person(struct kin_fold *fold, const struct kin_people_record *const *kept,
	    size_t count, struct kin_str id);

/* The answer for the record at place; for one that could not be compared, itself alone. */
void	kin_dedupe_answer(const struct kin_dedupe *dedupe, size_t place,
	    struct kin_link_person *out);

#endif
