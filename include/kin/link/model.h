/*
 * model -- which fields are compared, in which levels, and what each level says.
 *
 * Shape    a field's levels stand from best (0) to worst (last, "different"); a
 *          pair without a value on one side has no level (-1) and no evidence.
 *          Each level has its share among pairs of one person (m), of unrelated
 *          people (u), of two people of one household (h); each column adds to 1.
 * Classes  2: h is not used (household == 0).  3: same person, household, unrelated.
 * Owns     plain values; names are copied in.
 * Room     link.
 * Source   levels: lib/link/README.md, after the comparison library of Splink.
 */
#ifndef KIN_MODEL_H
#define KIN_MODEL_H

#include <stdbool.h>
#include <stddef.h>

enum { KIN_MODEL_FIELDS = 32, KIN_MODEL_LEVELS = 16, KIN_MODEL_NAME = 64 };

enum kin_kind {
	KIN_KIND_GIVEN_NAME,	/* swapped names are looked for between given and family name */
	KIN_KIND_FAMILY_NAME,
	KIN_KIND_FULL_NAME,	/* compared with given + family where the other has these */
	KIN_KIND_NAME,		/* any other name: middle names, maiden name */
	KIN_KIND_DATE,		/* ISO 8601, also in part */
	KIN_KIND_SEX,
	KIN_KIND_POSTCODE,
	KIN_KIND_PHONE,
	KIN_KIND_EMAIL,
	KIN_KIND_ADDRESS,
	KIN_KIND_TOWN,
	KIN_KIND_ID,		/* NHS number: two different ones are never one person */
	KIN_KIND_PLACE_ID,	/* UPRN */
	KIN_KIND_TEXT,		/* words */
	KIN_KIND_NUMBER,	/* a number typed by people, transposed digits are near */
	KIN_KIND_EXACT,		/* equal or not */
	KIN_KIND_COUNT
};

struct kin_field_spec {
	const char	*name;
	enum kin_kind	 kind;
	bool		 shared;	/* people of one household share it, or may */
};

struct kin_model_level {
	char	label[KIN_MODEL_NAME];
	double	m, u, h;
	bool	seen;			/* the data could tell (identifiable); else it is the prior's */
};

struct kin_model_field {
	char			name[KIN_MODEL_NAME];
	enum kin_kind		kind;
	bool			shared;
	int			levels;
	struct kin_model_level	level[KIN_MODEL_LEVELS];
};

struct kin_model {
	double			same;		/* prior probability that a pair is one person */
	double			household;	/* … two people of one household; 0 = two classes */
	size_t			fields;
	struct kin_model_field	field[KIN_MODEL_FIELDS];
};

/* "given_name", "date" … as -c FIELD:KIND takes them. */
const char	*kin_kind_name(enum kin_kind kind);
int		 kin_kind_find(const char *name);		/* -1 = none */
/* What people of one household share by the nature of it. */
bool		 kin_kind_is_shared(enum kin_kind kind);

/* Fills labels and starting values for the fields' kinds. */
void		 kin_model_init(struct kin_model *model, const struct kin_field_spec *fields,
		    size_t count);

#endif
