/*
 * people_notice -- members of the list's own that are worth comparing, told from their names
 *                  and from what they hold.
 *
 *   people_notice.c   from the records kept to the fields that are compared
 *   notice_name.c     what a member's name says
 *   notice_sample.c   which records are looked at: some at random, some twice there
 *   notice_look.c     one record, one value
 *   notice_judge.c    how each member behaves, and which are taken
 *
 * Shape    each record kept is seen once: names are counted, and three samples drawn by
 *          hash, so that neither the order of input nor its length matters.  A value is
 *          telling when records that agree in name and birth date (one person, nearly
 *          always) have it in common, and two at random have not.  What people of one
 *          family and address have in common is shared.  What follows from a field that
 *          is compared anyway says nothing new.
 * Limits   the 32 members that most records have; texts, numbers and lists of texts.
 * Owns     the notice its samples; records are borrowed for the call.
 * Room     step; of people.
 */
#ifndef KIN_PEOPLE_NOTICE_H
#define KIN_PEOPLE_NOTICE_H

#include "kin/step/notice.h"
#include "people_state.h"

enum {
	NOTICE_LOOKED	= 32,	/* members at most */
	NOTICE_PAIRS	= 1024,	/* of one person, of one family: looked at, at most */
	NOTICE_RANDOM	= 4096	/* records at random, of the stream and of the lists */
};

/* --- samples ----------------------------------------------------------------- */

struct notice_ticket {
	uint64_t	hash;		/* of the block, or of the record */
	uint64_t	content;
	uint32_t	place;
};

/* All tickets whose hash begins with so many noughts that they fit. */
struct notice_pool {
	struct notice_ticket	*ticket;
	size_t			 count, cap, most;
	unsigned		 noughts;
};

enum notice_sample {
	NOTICE_STREAM,		/* at random, of list 0 */
	NOTICE_LISTS,		/* at random, of other lists */
	NOTICE_ONE,		/* by name and birth date, or NHS number */
	NOTICE_HOME,		/* by family name, address and postcode */
	NOTICE_SAMPLES
};

struct notice_column {
	struct kin_str		 name;
	struct kin_notice_name	 meaning;
	bool			 met;		/* in a record */
	bool			 asked;		/* by -c -NAME */
	uint32_t		*holders;	/* records of each list that have it; none is counted when barred */
	size_t			 lists, cap;
};

struct kin_notice {
	struct kin_map		*names;
	struct notice_column	*column;	/* by number in names */
	size_t			 columns, cap;
	struct kin_arena	 arena;
	struct notice_pool	 pool[NOTICE_SAMPLES];
	struct kin_buf		 given, family, mix;
};

struct kin_notice *kin_notice_new(void);
void	kin_notice_free(struct kin_notice *notice);
/* A member that is not to be noticed; asked: told when no record has it. */
void	kin_notice_bar(struct kin_notice *notice, struct kin_str name, bool asked);
/* One record kept. */
void	kin_notice_see(struct kin_notice *notice, struct kin_rec *rec,
	    const struct kin_people_record *kept, size_t place);
/* The same tickets in the same order, whatever the order of input; same content may change places. */
void	kin_notice_sort(struct notice_pool *pool);
/* Given and family name, of the whole name if need be; what is not known is empty. */
void	kin_notice_names(struct kin_rec *rec, struct kin_buf *given, struct kin_buf *family);

/* --- looking ----------------------------------------------------------------- */

/* Fields that another may follow from. */
enum notice_base {
	NOTICE_GIVEN, NOTICE_FAMILY, NOTICE_WHOLE, NOTICE_BIRTH, NOTICE_TOWN, NOTICE_POSTCODE,
	NOTICE_ADDRESS, NOTICE_UPRN, NOTICE_PHONE, NOTICE_EMAIL, NOTICE_BASES
};

/* A record: hashes of folded values, 0 = none. */
struct notice_row {
	uint64_t	base[NOTICE_BASES];
	uint64_t	value[NOTICE_LOOKED];
	bool		stream;		/* of list 0 */
	unsigned char	initial, family_initial;	/* 0 = none */
	uint32_t	year, day;	/* of birth, 0 = not known; the day with its month */
};

enum { NOTICE_LENGTH = 32 };

/* What the values of a member look like. */
struct notice_shape {
	size_t		values, copies;		/* whose words all stand in usual fields of the record */
	size_t		bytes;
	size_t		form[KIN_NOTICE_FORMS];
	size_t		length[NOTICE_LENGTH];	/* of codes */
};

struct notice_look {
	struct kin_people	*people;
	struct kin_str		 name[NOTICE_LOOKED];
	size_t			 names;
	struct kin_buf		 text, fold, usual, given, family;
};

/* shape: of each name, added to; or NULL. */
void	kin_notice_read(struct notice_look *look, uint32_t place, struct notice_row *row,
	    struct notice_shape *shape);
void	kin_notice_fini_look(struct notice_look *look);

/* --- judging ----------------------------------------------------------------- */

struct notice_rate {
	size_t	both, agree;
};

struct notice_member {
	struct kin_str		 name;
	struct kin_notice_name	 meaning;
	bool			 usual_seen;	/* some record has the usual field it means */
	double			 present;	/* share of records that have it, of the side with fewer */
	struct notice_shape	 shape;
	struct notice_rate	 one, home, random;
	size_t			 values;	/* different ones, of those looked at */
	/* The answer. */
	bool			 taken;
	enum kin_kind		 kind;
	bool			 shared;
	double			 worth;		/* bits that a record may expect of it */
};

/* Says what to compare: the most telling first, at most room of them. */
void	kin_notice_judge(struct notice_member *member, size_t count, const struct notice_row *row,
	    size_t rows, bool between, size_t room);

#endif
