/* What holds of a class whatever the data seem to say.  Only estimate.c includes this. */
#ifndef KIN_LIMITS_H
#define KIN_LIMITS_H

#include "kin/link/model.h"

/* How much of a field of their own two people of one household have in common all the same. */
double	kin_limits_common(enum kin_kind kind);

/* Brings the shares of a field's levels back to what the class may be. */
void	kin_limits_hold(const struct kin_model_field *field, int class, double *share);

#endif
