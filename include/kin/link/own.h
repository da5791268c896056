/*
 * own -- what the fields of a pair say together, which none says alone.
 *
 * Shape    fields are independent within a class but for this.  Namesakes: given
 *          names go with family names, so that strangers who share the one share
 *          the other more often than their frequencies say; and e-mails are made of names.  Doubt: somebody of
 *          whom no name, date or number of their own is met again is hardly met
 *          again, however well all that a household shares agrees; who has both
 *          names changed and one thing in common is somebody else; and one fact
 *          alone proves nothing.  Doubts are for lists that show nobody twice: the more
 *          pairs of one person there are beyond doubt, the less is left of them
 *          (model.doubts), and the fields' own numbers speak.
 * Units    log2 of the share of a pair that one person's class keeps, all doubts
 *          being left: 0 or less.
 * Room     link.
 */
#ifndef KIN_OWN_H
#define KIN_OWN_H

#include "kin/link/compare.h"

/* The level of the given names of two with one family name (or nearly), else NONE. */
int	kin_own_namesakes(const struct kin_model *model, kin_pattern pattern);

/*
 * The level of the e-mails of two with the same names (or near, or short forms), else
 * NONE.  alike: are they alike without being the same?
 */
int	kin_own_emails(const struct kin_model *model, kin_pattern pattern, bool *alike);

/* Of one person's e-mails that are alike, the share at each level is m times this. */
double	kin_own_emails_scale(const struct kin_model_field *field);

/* homes: are there households, in which everything but their own may agree? */
double	kin_own_doubt(const struct kin_model *model, kin_pattern pattern, bool homes);

#endif
