/*
 * own -- what the fields of a person's own say together.
 *
 * Shape    fields are independent within a class but for two things.  Namesakes:
 *          given names go with family names, so that strangers who share the one
 *          share the other more often than their frequencies say.  And somebody of
 *          whom no name, date or number of their own is met again is hardly met
 *          again, however well all that a household shares may agree.
 * Room     link.
 */
#ifndef KIN_OWN_H
#define KIN_OWN_H

#include "kin/link/compare.h"

/* What is left of a pair's share among one person's when nothing of their own agrees. */
#define KIN_OWN_NOTHING	(1.0 / 32.0)

/*
 * The level of the given names of two with one family name (or nearly), else NONE.
 */
int	kin_own_namesakes(const struct kin_model *model, kin_pattern pattern);

/* Does any field of their own speak for one person? */
bool	kin_own_agrees(const struct kin_model *model, kin_pattern pattern);

#endif
