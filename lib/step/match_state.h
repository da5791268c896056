/* What the files of match share among themselves. */
#ifndef KIN_MATCH_STATE_H
#define KIN_MATCH_STATE_H

#include "kin/base/mem.h"
#include "kin/step/match.h"

/* What a list is for. */
enum kin_match_role {
	KIN_MATCH_LIST,		/* -w: who is on it */
	KIN_MATCH_SINCE,	/* the list as it was */
	KIN_MATCH_STOP		/* whom to leave alone */
};

/* Whom a record of the stream is on the list. */
struct kin_match_hit {
	uint32_t	place;		/* of the list's record, or KIN_LINK_NONE */
	double		probability;
	struct kin_str	why;		/* JSON array, or empty */
};

struct kin_match_one {
	const char		*name;
	enum kin_match_role	 role;
	struct kin_str		 quoted;	/* as JSON has it */
	struct kin_match_hit	*hit;		/* one for each record kept */
};

struct kin_match {
	struct kin_match_opts	 opts;
	struct kin_people	*people;
	struct kin_arena	 arena;
	struct kin_match_one	*list;
	size_t			 lists, list_cap;
	size_t			 left_out, stopped, added;	/* records, beside those that go through */
	bool			 since;
	struct kin_match_churn	*churn;		/* NULL = there is no list of before */
	struct kin_match_stop	*stop;		/* NULL = there is no stop-list */
	struct kin_rec		 rec;
	struct kin_rec		 again;		/* what is written, read once more */
	struct kin_members	 members;
	struct kin_buf		 value, line, stats;
};

/* match_link.c: links the stream to list number (from 1); -1: the model does not fit. */
int	kin_match_link(struct kin_match *match, uint32_t number, struct kin_err *err);
/* Says "list "NAME": what". */
void	kin_match_say(struct kin_match *match, const char *name, const char *what);
/* The reasons for a record of the last engine being best->other, kept in the arena. */
struct kin_str kin_match_why(struct kin_match *match, struct kin_link *link, uint32_t number,
	    const struct kin_link_match *best);
/*
 * new: for each place the nearest record of the list among those in doubt, KIN_LINK_NONE
 * where there is none; nobody is asked about who is hit already.
 */
struct kin_match_hit *kin_match_doubts(struct kin_match *match, const struct kin_match_one *list,
	    struct kin_link *link);
/* The record that speaks for all of its group in the last engine. */
size_t	kin_match_first(const struct kin_match *match, size_t place);

/* match_churn.c.  read: after its list was linked; link is NULL when nothing could be compared. */
struct kin_match_churn *kin_match_churn_new(struct kin_match *match);
void	kin_match_churn_free(struct kin_match_churn *churn);
void	kin_match_churn_read(struct kin_match *match, struct kin_match_one *list, uint32_t number,
	    struct kin_link *link);
/* The value of member churn, and whether it says that nothing changed. */
struct kin_str kin_match_churn_of(const struct kin_match *match, size_t place, bool *same);
void	kin_match_churn_gone(struct kin_match *match);
void	kin_match_churn_tell(struct kin_match *match);

/* match_facts.c: what the records of one person say, as compared between two days. */
struct kin_match_facts {
	struct kin_match_fact	*list;		/* by name, then text; none twice */
	size_t			 count, cap;
	struct kin_arena	 texts;
	struct kin_rec		 rec;
};

struct kin_match_fact {
	struct kin_str	name;		/* as written, between its quotes */
	struct kin_str	text;		/* decoded, or JSON as it stands */
	bool		is_text;
};

void	kin_match_facts_fini(struct kin_match_facts *facts);
void	kin_match_facts_clear(struct kin_match_facts *facts);
/* Adds those of a line; watch is --watch, or NULL. */
void	kin_match_facts_add(struct kin_match_facts *facts, struct kin_str line, const char *watch);
void	kin_match_facts_sort(struct kin_match_facts *facts);
/* All of them as one text, for finding the same again. */
void	kin_match_facts_key(const struct kin_match_facts *facts, struct kin_buf *out);
bool	kin_match_facts_have(const struct kin_match_facts *facts, struct kin_str name);
/*
 * Adds {"field":…,"from":…,"to":…} for each name that differs, with a call for each; returns how many.
 */
size_t	kin_match_facts_differ(const struct kin_match_facts *was, const struct kin_match_facts *is,
	    struct kin_buf *out, void (*each)(void *ctx, struct kin_str name), void *ctx);

/* match_stop.c. */
struct kin_match_stop *kin_match_stop_new(void);
void	kin_match_stop_free(struct kin_match_stop *stop);
/* A record of the stream, before it is kept at place. */
void	kin_match_stop_note(struct kin_match *match, struct kin_rec *rec, size_t place);
void	kin_match_stop_read(struct kin_match *match, const struct kin_match_one *list, struct kin_link *link);
/* The value of member stop, or the empty slice; sure: nobody has to decide. */
struct kin_str kin_match_stop_of(struct kin_match *match, size_t place, bool *sure);
void	kin_match_stop_tell(struct kin_match *match);

#endif
