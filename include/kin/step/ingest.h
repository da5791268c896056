/*
 * ingest -- anyone's list into honest records.
 *
 * Shape    a file at a time: CSV of any dialect (csvin.h), or NDJSON.  Columns are
 *          told by their headers and, where these say nothing, by what stands in
 *          them; a column that cannot be told is kept under its own name.  Values
 *          are read by field/ and written as kin-record(5) has them.
 * Rule     a row that cannot be cut into cells is rejected.  A value that cannot be
 *          read rejects its row when it says who or where somebody is (NHS number,
 *          dates of birth and death, postcode); any other is left out, and stands
 *          in "flags" with field, value and reason.  Placeholders ("n/a") are
 *          missing, neither.  KIN_INGEST_STRICT rejects for each, _LENIENT for none.
 *          Rows + split = records + rejects; lines and rows with nothing in them are no rows.
 *          A row that names several people is split, a record each, only where each
 *          has a name of their own (namepeople.h) and nothing in the row is one person's.
 * Errors   KIN_EXIT_USAGE with *err filled for a map or list of postcodes that is
 *          wrong, a wrong sort of file, a map that does not fit it; -1 for one that
 *          cannot be read.
 * Owns     the engine copies nothing of opts' strings: they outlive it.
 * Room     step.
 */
#ifndef KIN_INGEST_H
#define KIN_INGEST_H

#include "kin/base/buf.h"
#include "kin/record/rec.h"

enum kin_ingest_faults {
	KIN_INGEST_USUAL,
	KIN_INGEST_STRICT,
	KIN_INGEST_LENIENT
};

/* A line for people: what was taken for what. */
typedef void	kin_ingest_say(void *ctx, const char *text);

/* The wards of a year, by polygon, or with a name by a list of postcodes. */
struct kin_ingest_wards {
	struct kin_str	 name;		/* member of "wards"; empty: into ward itself */
	const char	*path;		/* GeoJSON */
};

enum { KIN_INGEST_WARDS = 8 };

struct kin_ingest_opts {
	const char		*list;		/* NULL = the file's name without folder and extension */
	const char		*kind;		/* NULL = by the map or the headers, else contact */
	const char		*encoding;	/* NULL = found */
	const char		*delim;		/* one sign or several; NULL = found */
	const char		*map;		/* a MAP.json, or NULL */
	const char		*profile;	/* by name; NULL = recognised, if it is one */
	bool			 no_header;	/* the first row is one of the list */
	const char		*at;		/* when the list was made, or NULL: into source */
	const char		*postcodes;	/* for the gazetteer, or NULL */
	struct kin_ingest_wards	 wards[KIN_INGEST_WARDS];
	size_t			 ward_count;
	const char		*as_of;		/* YYYY-MM-DD: today */
	enum kin_ingest_faults	 faults;
	bool			 read_notes;	/* needs from the words of the notes, where a row has none */
	bool			 show_map;	/* write the map instead of the records */
	kin_sink		*sink;		/* records */
	kin_refuse		*refuse;	/* rejects */
	void			(*print)(void *ctx, struct kin_str bytes);	/* the map asked for */
	kin_ingest_say		*say;
	void			*ctx;		/* of the four */
};

struct kin_ingest_counts {
	unsigned long long	files, rows, records, rejects;
	unsigned long long	flagged;	/* records with flags */
	unsigned long long	blank;		/* lines and rows with nothing in them */
	unsigned long long	columns, own;	/* of all files; kept under their own names */
	unsigned long long	placed;		/* postcodes found in the gazetteer */
	unsigned long long	split;		/* records more than rows, from rows with several people */
	unsigned long long	warded;		/* points found in the boundaries */
};

struct kin_ingest;

/* The profiles there are, a line each. */
void		 kin_ingest_list_profiles(void (*print)(void *ctx, struct kin_str bytes), void *ctx);

/* "FILE" or "NAME=FILE" to opts; -1 when that name, or a file without one, was there before. */
int		 kin_ingest_add_wards(struct kin_ingest_opts *opts, const char *text, struct kin_err *err);

/* new in *out; NULL there unless 0.  err->text names the file at fault. */
int		 kin_ingest_new(const struct kin_ingest_opts *opts, struct kin_ingest **out,
		    struct kin_err *err);
void		 kin_ingest_free(struct kin_ingest *ingest);

/* One whole file; of type kin_cli_file. */
int		 kin_ingest_file(void *ingest, int fd, const char *name, struct kin_err *err);

const struct kin_ingest_counts *kin_ingest_get_counts(const struct kin_ingest *ingest);

#endif
