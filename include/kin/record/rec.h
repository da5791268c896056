/*
 * rec -- a record in flight: its raw line, and where its members stand in it.
 *
 * Shape    the line is never changed and never built again: values are decoded
 *          when asked for, and a filter's own member is put in at the end while
 *          every other byte is copied.
 * Limits   a line of up to 4 GiB - 1; what is in a line: json.h.
 * Owns     the record borrows the line, file name and all that it lends (values,
 *          decoded text) until the next kin_rec_read or kin_rec_fini.
 * Room     record; knows base and json.
 */
#ifndef KIN_REC_H
#define KIN_REC_H

#include "kin/base/mem.h"
#include "kin/record/json.h"
#include "kin/record/schema.h"

struct kin_rec {
	struct kin_str		 line;		/* without its line end */
	const char		*file;		/* name of the file read, "-" for stdin */
	long			 line_no;	/* from 1 */
	struct kin_members	 members;
	struct kin_buf		 scratch;	/* one string while it is decoded */
	struct kin_buf		 key;		/* free for who wants kin_rec_key for a moment */
	struct kin_arena	 decoded;	/* the decoded strings lent so far */
};

/* { 0 } is a record ready to be read into. */
void		 kin_rec_fini(struct kin_rec *rec);

/*
 * Reads one line.  On -1 err says why and at which byte; rec->line is set all
 * the same (for the reject), and rec has no members.
 */
int		 kin_rec_read(struct kin_rec *rec, struct kin_str line, struct kin_err *err);

static inline bool
kin_rec_has(const struct kin_rec *rec, enum kin_field field)
{
	return rec->members.at[field + 1] >= 0;
}

/* NULL when absent. */
static inline const struct kin_member *
kin_rec_member(const struct kin_rec *rec, enum kin_field field)
{
	int at = rec->members.at[field + 1];

	return at < 0 ? NULL : &rec->members.list[at];
}

/* The member of that name, known field or not; NULL when absent. */
const struct kin_member *kin_rec_find(const struct kin_rec *rec, struct kin_str name);

/* Value as it stands (quotes, brackets); the empty slice when absent. */
static inline struct kin_str
kin_rec_value(const struct kin_rec *rec, const struct kin_member *member)
{
	return member == NULL ? kin_str(NULL, 0) : kin_str(rec->line.p + member->value_at, member->value_len);
}

static inline struct kin_str
kin_rec_raw(const struct kin_rec *rec, enum kin_field field)
{
	return kin_rec_value(rec, kin_rec_member(rec, field));
}

/*
 * Text of a string field; the first text of an array; a number as it is written;
 * the empty slice when absent, null, or of another shape.
 */
struct kin_str	 kin_rec_member_text(struct kin_rec *rec, const struct kin_member *member);
static inline struct kin_str
kin_rec_text(struct kin_rec *rec, enum kin_field field)
{
	const struct kin_member *member = kin_rec_member(rec, field);

	if (member != NULL && member->type == KIN_JSON_STRING && !member->escaped)
		return kin_str(rec->line.p + member->value_at + 1, member->value_len - 2u);
	return kin_rec_member_text(rec, member);
}

/*
 * Walks the texts of a field that may be one string or an array of them: *at is
 * 0 at first; false at the end.  Elements that are not strings are passed over.
 */
bool		 kin_rec_each(struct kin_rec *rec, const struct kin_member *member, size_t *at,
		    struct kin_str *text);

/*
 * "crm:881" -- the list and id of source, or list and line when it has no id;
 * file and line of the stream when it has no source.  How a record is named to
 * people and to other records.
 */
void		 kin_rec_key(struct kin_rec *rec, struct kin_buf *out);

/* A member to put in: name, and value as JSON text; without a value it is only taken out. */
struct kin_put {
	struct kin_str	name;
	struct kin_str	value;
};

/*
 * Writes the record with puts at its end, in their order; a member of the same
 * name that was there is taken out.  Every other byte is the line's own.
 */
void		 kin_rec_write(const struct kin_rec *rec, const struct kin_put *puts, size_t count,
		    struct kin_buf *out);

/*
 * What an engine is given: read it, keep nothing.  0, or -1 with err filled: the
 * record becomes a reject, the run goes on.
 */
typedef int	kin_push(void *engine, struct kin_rec *rec, struct kin_err *err);

/* Where an engine's lines go: one line without its end, for each call. */
typedef void	kin_sink(void *ctx, struct kin_str line);

/* A row refused after it was read whole: kept by the caller in rejects.  raw is the line. */
typedef void	kin_refuse(void *ctx, const char *file, struct kin_str source, struct kin_str raw,
		    const struct kin_err *err);

#endif
