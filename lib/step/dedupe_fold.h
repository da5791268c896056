/* What folding and choosing share. */
#ifndef KIN_DEDUPE_FOLD_H
#define KIN_DEDUPE_FOLD_H

#include "dedupe_state.h"

struct leaf {
	struct kin_rec			 rec;
	const struct kin_people_record	*kept;
	struct kin_str			 at;	/* when it was asked, or the list made; may be empty */
};

struct kin_fold {
	struct leaf	*leaf;
	size_t		 leaves, opened, cap;
	size_t		 name, place;		/* leaves that names and places are from, or leaves */
	struct kin_buf	 out, from, was;
	struct kin_str	*done;			/* names of members that are written */
	size_t		 dones, done_cap;
};

/* Once the leaves are there, the best evidence first. */
void	kin_fold_begin(struct kin_fold *fold);

bool	kin_fold_is_place(int field);
/* A leaf's value of that name; the empty slice when absent or null. */
struct kin_str kin_fold_value(const struct kin_fold *fold, size_t leaf, struct kin_str name);
/* The leaf that the field is taken from, or leaves. */
size_t	kin_fold_choose(const struct kin_fold *fold, struct kin_str name, int field);

#endif
