#include "limits.h"

enum { N = KIN_CLASS_NEIGHBOUR, H = KIN_CLASS_HOUSEHOLD, M = KIN_CLASS_SAME };

/* How much of an own field two people of one household have in common all the same. */
double
kin_limits_common(enum kin_kind kind)
{
	switch (kind) {
	case KIN_KIND_DATE:		/* twins: one birth in seventy, a third of pairs siblings */
		return 0.005;
	case KIN_KIND_GIVEN_NAME:	/* father and son */
	case KIN_KIND_FULL_NAME:
		return 0.01;
	case KIN_KIND_EMAIL:
		return 0.05;
	default:
		return 0.0;
	}
}

/*
 * What a class may become: the levels from .. to of it take no more than most.  One
 * person keeps, mostly, what is their own; a household has one address, mostly one
 * name; neighbours have another house.  It keeps the classes apart where a file
 * holds nobody twice, and families or streets are all that is there to find.
 */
struct limit {
	int	from, to;
	double	most;
};

static struct limit
limit_of_person(const struct kin_model_field *field)
{
	int last = field->levels - 1;

	switch (field->kind) {
	case KIN_KIND_GIVEN_NAME:
	case KIN_KIND_FULL_NAME:
		return (struct limit){ last - (field->kind == KIN_KIND_GIVEN_NAME ? 2 : 1), last, 0.35 };
	case KIN_KIND_FAMILY_NAME:		/* it changes when people marry */
		return (struct limit){ last - 1, last, 0.5 };
	case KIN_KIND_DATE:
		return (struct limit){ last - 4, last, 0.55 };
	case KIN_KIND_SEX:
	case KIN_KIND_NHS:
		return (struct limit){ last, last, 0.1 };
	case KIN_KIND_ID:
		return (struct limit){ last, last, 0.3 };
	case KIN_KIND_EMAIL:			/* people have several, all with their names in them */
		return (struct limit){ last - 1, last, 0.6 };
	case KIN_KIND_ADDRESS:
	case KIN_KIND_POSTCODE:
	case KIN_KIND_TOWN:
	case KIN_KIND_PHONE:
		return (struct limit){ last, last, 0.8 };
	default:
		return (struct limit){ last, last, 1.0 };
	}
}

static struct limit
limit_of(const struct kin_model_field *field, int class)
{
	int last = field->levels - 1;

	if (class == M)
		return limit_of_person(field);
	if (class == H && field->kind == KIN_KIND_ADDRESS)
		return (struct limit){ last - 2, last, 0.4 };
	if (class == H && field->kind == KIN_KIND_FAMILY_NAME)
		return (struct limit){ last - 1, last, 0.6 };
	if (class == N && field->kind == KIN_KIND_ADDRESS)
		return (struct limit){ 0, 1, 0.3 };
	return (struct limit){ last, last, 1.0 };
}

void
kin_limits_hold(const struct kin_model_field *field, int class, double *share)
{
	struct limit limit = limit_of(field, class);
	double held = 0.0;

	for (int l = limit.from; l <= limit.to; l++)
		held += share[l];
	for (int l = 0; held > limit.most && l < field->levels; l++)
		share[l] *= l < limit.from || l > limit.to ? (1.0 - limit.most) / (1.0 - held) :
		    limit.most / held;
}
