/*
 * ingest_in -- what ingest's parts share.
 *
 *   ingest.c           the engine: files, rows, rejects, counts
 *   ingest_columns.c   which column is which: by map, header and content
 *   ingest_map.c       MAP.json read and written
 *   ingest_say.c       what was taken for what, for people
 *   ingest_row.c       a row's cells to a record
 *   ingest_person.c    full names, addresses and places: cells that make several members
 *   ingest_value.c     one cell to one value
 *   ingest_list.c      one cell to several: phones, e-mails, needs, answers
 *   ingest_common.c    one word for what lists say differently, and the list's own beside it
 *   ingest_memo.c      cells that came before
 *   ingest_json.c      NDJSON in
 *
 * Room     step; ingest's own.
 */
#ifndef KIN_INGEST_IN_H
#define KIN_INGEST_IN_H

#include "kin/base/mem.h"
#include "kin/field/header.h"
#include "kin/field/order.h"
#include "kin/place/gazetteer.h"
#include "kin/record/csvin.h"
#include "kin/step/ingest.h"

/* What a column is taken for, beside the fields of the schema (numbers from 0). */
enum {
	INGEST_OWN	= KIN_HEADER_OWN,	/* a member of its own name */
	INGEST_ID	= KIN_HEADER_ID,	/* the list's own id, in source */
	INGEST_LEFT_OUT	= -3	/* by a map */
};

struct ingest_column {
	struct kin_str		 header;	/* as it stands; empty when blank */
	struct kin_str		 key;		/* its name in a map: "Phone", "Phone#2", "#4" */
	struct kin_str		 name;		/* of an own member */
	int			 target;
	int			 told;		/* what its header alone says */
	bool			 by_content;
	bool			 by_map;	/* not to be doubted */
	char			 split;		/* sign between the answers in a cell, or 0 */
	enum kin_when_order	 order;		/* of dates */
	bool			 order_shown;	/* by the cells or the map, not by custom */
	bool			 usual_order;	/* by the profile, unless the cells show the other */
	struct kin_str		 yes, no;	/* what is meant by a tick, or by its absence */
	struct kin_order	 dates;		/* what its first rows have shown */
	bool			 nhs_letters;	/* of ethnic groups */
};

/* A member that is written from columns, in the order of the schema, own ones last. */
struct ingest_slot {
	int		 target;
	struct kin_str	 prefix;		/* ,"name": */
	size_t		 first, count;		/* of its columns in plan */
};

struct ingest_map;
struct ingest_memo;

/* One of the lists that come again and again: ingest_profiles.c has them. */
struct ingest_profile_column {
	const char	*headers;		/* between commas; NULL ends the table */
	int		 target;		/* 0: as the table of headers has it */
	struct {
		enum kin_when_order	 order;
		bool			 said;
	}		 order;
	const char	*yes, *no, *name;	/* as in a map */
};

struct ingest_profile {
	const char				*name, *about;	/* NULL ends the table */
	const char				*kind;		/* NULL: by the columns */
	const char				*telling;	/* headers between commas */
	const struct ingest_profile_column	*columns;
	const struct ingest_profile_column	*positions;	/* of a file without headers, or NULL */
};

extern const struct ingest_profile ingest_profiles[];

struct kin_ingest {
	struct kin_ingest_opts	 opts;
	struct kin_ingest_counts counts;
	struct ingest_map	*map;
	struct kin_gazetteer	*gaz;
	struct kin_boundary	*wards[KIN_INGEST_WARDS];	/* beside opts.wards: polygons, */
	struct kin_gazetteer	*ward_lists[KIN_INGEST_WARDS];	/* or postcodes of a year */
	struct kin_date		 today;
	struct kin_buf		 source_end;	/* } or ,"at":…}: when the list was made */
	struct ingest_memo	*memo;
	struct kin_buf		 constants;	/* ,"role":"helper" by the map */
	bool			 constant[KIN_FIELD_COUNT];
	/* the file */
	const char		*name;		/* as the user gave it, for messages */
	struct kin_csvin	*in;
	const struct ingest_profile *profile;	/* asked for or recognised, or NULL */
	struct kin_ingest_counts before;	/* counts when it began */
	unsigned long long	 flagged[KIN_FIELD_COUNT];
	unsigned long long	 from_address;	/* postcodes found at the end of an address */
	unsigned long long	 of_several;	/* rows with people who became a record each */
	struct kin_arena	 arena;
	struct ingest_column	*columns;
	size_t			 column_count;
	struct ingest_slot	*slots;
	size_t			 slot_count;
	size_t			*plan;		/* column numbers, slot by slot */
	struct kin_str		 kind, list, base;	/* base: its name without folder */
	struct kin_buf		 head;		/* {"kind":"contact","source":{"list":"crm","file":"crm.csv","line": */
	size_t			 source_at;	/* of {"list" in head */
	size_t			 id_column;	/* SIZE_MAX = none */
	size_t			 point_columns[2];	/* easting and northing; the same */
	bool			 has[KIN_FIELD_COUNT];	/* a column is taken for it */
	/* the row */
	struct kin_row		 row;
	struct kin_str		 source;	/* in out */
	int			 nth, people;	/* of the people in its name: from 0, and how many; people 0 = one */
	struct kin_buf		 out, flags, room, unknown;
	bool			 asked;		/* a need is in out */
	struct kin_buf		 beside;	/* what stood beside phones: elements of good_to_know */
	char			 postcode[12];	/* printed; "" = none */
	bool			 has_point, has_ward;	/* the row's position is known; its ward by polygon is written */
	int32_t			 easting, northing;
};

/* --- headers and columns ---------------------------------------------------- */

/* Fills columns from the open file.  KIN_EXIT_USAGE when the map does not fit. */
int	ingest_columns_find(struct kin_ingest *ingest, struct kin_err *err);
/* What the cells of the first rows show is what the columns are taken for, and three at least show it. */
bool	ingest_columns_fit(struct kin_ingest *ingest);
/* Whether a cell is a header or a value: of type kin_csvin_judge. */
enum kin_csvin_word ingest_columns_judge(void *ingest, struct kin_str cell);
/* Fills slots and plan from columns. */
void	ingest_columns_plan(struct kin_ingest *ingest);
void	ingest_columns_drop(struct kin_ingest *ingest);

void	ingest_say_columns(struct kin_ingest *ingest);
void	ingest_say_sums(struct kin_ingest *ingest);

/* --- profiles --------------------------------------------------------------- */

const struct ingest_profile *ingest_profile_named(const char *name);
/* Recognises the profile, and takes the columns for what it says.  -1: not the one asked for. */
int	ingest_profile_apply(struct kin_ingest *ingest, struct kin_err *err);
/* The header is one by which some profile is told. */
bool	ingest_profile_knows(struct kin_str header);

/* --- maps ------------------------------------------------------------------- */

struct ingest_map *ingest_map_read(const char *path, struct kin_err *err);
void	ingest_map_free(struct ingest_map *map);
/* "list", "kind", "encoding", "delimiter"; NULL when absent.  Borrowed. */
const char *ingest_map_text(const struct ingest_map *map, const char *name);
enum kin_csvin_header ingest_map_header(const struct ingest_map *map);
bool	ingest_map_has_columns(const struct ingest_map *map);
/* Sets the columns that the map names; the others keep their own names. */
int	ingest_map_apply(const struct ingest_map *map, struct kin_ingest *ingest, struct kin_err *err);
/* Adds the map's constants to ingest->constants, checked. */
int	ingest_map_constants(const struct ingest_map *map, struct kin_ingest *ingest,
	    struct kin_err *err);
void	ingest_map_write(const struct kin_ingest *ingest, struct kin_buf *out);

/* --- rows ------------------------------------------------------------------- */

enum ingest_value {
	VALUE_NONE,		/* missing: nothing was written */
	VALUE_PUT,
	VALUE_BAD		/* *err says why; nothing was written */
};

/*
 * Reads text as a value of field and adds it to out as JSON; of a list field its
 * elements, each with a comma before it unless out ends with [.  column may be NULL.
 */
enum ingest_value ingest_value_put(struct kin_ingest *ingest, int field,
	    const struct ingest_column *column, struct kin_str text, struct kin_buf *out,
	    struct kin_err *err);

/* The same for the elements of a list field; text is no placeholder. */
enum ingest_value ingest_list_put(struct kin_ingest *ingest, int field,
	    const struct ingest_column *column, struct kin_str text, struct kin_buf *out,
	    struct kin_err *err);
/* Before an element that is not the first. */
void	ingest_put_comma(struct kin_buf *out);

/* What was made of a cell before; an empty cell is never asked for. */
bool	ingest_memo_get(struct kin_ingest *ingest, int field, enum kin_when_order order,
	    struct kin_str cell, struct kin_buf *out);
void	ingest_memo_put(struct kin_ingest *ingest, int field, enum kin_when_order order,
	    struct kin_str cell, struct kin_str text);
void	ingest_memo_free(struct kin_ingest *ingest);

/* A value that cannot be read: 0 when it is now in flags, -1 when the row is to be rejected. */
int	ingest_fault(struct kin_ingest *ingest, int field, struct kin_str value, struct kin_err *err);
/* Something to be known about a value that was kept. */
void	ingest_flag(struct kin_ingest *ingest, int field, struct kin_str value, const char *reason);
/* ,"flags":[…] when there are any. */
void	ingest_put_flags(struct kin_ingest *ingest);

/* ,"needs":[…] of which the notes speak, flagged; nothing where they speak of none. */
void	ingest_list_notes(struct kin_ingest *ingest, struct kin_str notes);
/* Age as it is printed; and the day that it was said on, behind it. */
enum ingest_value ingest_person_age(struct kin_str text, struct kin_buf *out, struct kin_err *err);
void	ingest_person_age_at(struct kin_ingest *ingest);
int	ingest_person_name(struct kin_ingest *ingest, struct kin_str text, struct kin_err *err);
/* From the last line of an address, when no column holds the postcode. */
int	ingest_person_postcode(struct kin_ingest *ingest, struct kin_str line, struct kin_err *err);
/* ward, lad, easting and northing of ingest->postcode. */
void	ingest_person_place(struct kin_ingest *ingest);

/* Reads the boundaries asked for; KIN_EXIT_USAGE or -1. */
/* A bad row of a list of postcodes. */
void	ingest_postcode_fault(void *ctx, const char *file, const struct kin_err *err);
int	ingest_wards_load(struct kin_ingest *ingest, struct kin_err *err);
void	ingest_wards_free(struct kin_ingest *ingest);
/* Boundaries without a name are asked for: they say what ward is. */
bool	ingest_wards_tell(const struct kin_ingest *ingest);
/* From the cells or members that hold metres, when the postcode has not told it. */
void	ingest_wards_set_point(struct kin_ingest *ingest, struct kin_str easting, struct kin_str northing);
/* ward of the row's position, unless it has one; false when that is not told. */
bool	ingest_wards_put_ward(struct kin_ingest *ingest);
/* The same, and wards. */
void	ingest_wards_put(struct kin_ingest *ingest);

/* A language, religion …: its usual word, and ,"…_code": behind it where the list says it otherwise. */
bool	ingest_common_has(int field);
void	ingest_common_put(struct kin_ingest *ingest, const struct ingest_slot *slot);
/* A language's usual name, or text itself. */
struct kin_str ingest_common_language(struct kin_ingest *ingest, struct kin_str text);

/* The record of ingest->row in ingest->out, of its nth person; -1 when it is rejected. */
int	ingest_row_write(struct kin_ingest *ingest, struct kin_err *err);
/* The record of a line of JSON in ingest->out; -1 when it is rejected. */
int	ingest_json_write(struct kin_ingest *ingest, struct kin_rec *rec, struct kin_err *err);

/* ,"name": of a field of the schema. */
void	ingest_put_prefix(struct kin_buf *out, struct kin_str name);

#endif
