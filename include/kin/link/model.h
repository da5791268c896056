/*
 * model -- which fields are compared, in which levels, and what each level says.
 *
 * Shape    a field's levels stand from best (0) to worst (last, "different"); a
 *          pair without a value on one side has no level (-1) and no evidence.
 *          Each level has its share among pairs of one person (m), of unrelated
 *          people (u), of two people of one household (h), of neighbours (n); each column adds to 1.
 * Classes  one person; two people of one household; neighbours, who share only a
 *          place; unrelated.  A class with no pair in the data has a share of 0.
 * Owns     plain values; names are copied in.
 * Room     link.
 * Source   levels: lib/link/README.md, after the comparison library of Splink.
 */
#ifndef KIN_MODEL_H
#define KIN_MODEL_H

#include <stdbool.h>
#include <stddef.h>

enum { KIN_MODEL_FIELDS = 16, KIN_MODEL_LEVELS = 14, KIN_MODEL_NAME = 64 };

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
	KIN_KIND_NHS,		/* NHS number: two different valid ones are never one person */
	KIN_KIND_ID,		/* another number that belongs to one person */
	KIN_KIND_PLACE_ID,	/* UPRN */
	KIN_KIND_TEXT,		/* words */
	KIN_KIND_NUMBER,	/* a number typed by people, transposed digits are near */
	KIN_KIND_EXACT,		/* equal or not */
	KIN_KIND_COUNT
};

/* Who has a value: one person, a household, or all who live thereabouts. */
enum kin_owner {
	KIN_OWNER_PERSON,	/* given name, birth date, email, numbers */
	KIN_OWNER_FAMILY,	/* family name, phone */
	KIN_OWNER_PLACE		/* address, postcode, town, and what else says where */
};

/* What two records can be to each other. */
enum kin_class {
	KIN_CLASS_UNRELATED,
	KIN_CLASS_NEIGHBOUR,	/* one street or town, another household */
	KIN_CLASS_HOUSEHOLD,	/* another person of one household */
	KIN_CLASS_SAME,		/* one person */
	KIN_CLASSES
};

struct kin_field_spec {
	const char	*name;
	enum kin_kind	 kind;
	bool		 shared;	/* people of one household share it, or may */
};

struct kin_model_level {
	char	label[KIN_MODEL_NAME];
	double	m, u, h, n;
	bool	seen;			/* the data could tell (identifiable); else it is the prior's */
};

struct kin_model_field {
	char			name[KIN_MODEL_NAME];
	enum kin_kind		kind;
	enum kin_owner		owner;
	int			levels;
	struct kin_model_level	level[KIN_MODEL_LEVELS];
};

struct kin_model {
	double			same, household, neighbour;	/* shares of all pairs; the rest is unrelated */
	/*
	 * Given names go with family names: of strangers with one family name so many
	 * have, for that, given names as alike as one person's.
	 */
	double			namesakes;
	/* E-mails are made of names: of strangers with the same names so many have e-mails that are alike. */
	double			email_namesakes;
	/*
	 * How much of the doubts of own.h is left: all of them in a list that shows nobody
	 * twice, hardly any where it shows thousands.
	 */
	double			doubts;
	size_t			fields;
	struct kin_model_field	field[KIN_MODEL_FIELDS];
};

/* "given_name", "date" … as -c FIELD:KIND takes them. */
const char	*kin_kind_name(enum kin_kind kind);
int		 kin_kind_find(const char *name);		/* -1 = none */
/* What people of one household share by the nature of it. */
bool		 kin_kind_is_shared(enum kin_kind kind);

/* The first field of the kind, or -1. */
int		 kin_model_find(const struct kin_model *model, enum kin_kind kind);

/* Fills labels and starting values for the fields' kinds. */
void		 kin_model_init(struct kin_model *model, const struct kin_field_spec *fields,
		    size_t count);

#endif
