/*
 * ethnic -- ethnic groups: one word for what five code lists say.
 *
 * Shape    the 19 groups of the Census 2021, short ("White British", "Bangladeshi",
 *          "Black African", "Mixed other"), and where a list says less, the little
 *          that it says: "White", "Asian", "Black", "Mixed", "Other", "Gypsy or Roma".
 *          Read: the census's own labels of 2011 and 2021 with or without the
 *          heading before them, the codes of schools and children's services (WBRI), of
 *          the police (W1, 16+1 and 18+1), and the letters of the NHS (A to Z).
 * Limits   a letter is the NHS's only where the caller knows that: in other lists A
 *          is Asian and B is Black.  Numbers are each list's own and not known.
 *          "British" alone says no group.
 * Errors   false for what is not known: nothing is guessed.
 * Owns     words are constant.
 * Room     field; uses base, placeholder.
 * Source   ONS, Census 2021 ethnic group classification 19 and 2011's 18; DfE Common
 *          Basic Data Set, ethnicity; NHS Data Dictionary, ETHNIC CATEGORY CODE;
 *          Home Office, self-defined ethnicity 16+1 and 18+1.
 */
#ifndef KIN_ETHNIC_H
#define KIN_ETHNIC_H

#include "kin/base/buf.h"

enum kin_ethnic_letters {
	KIN_ETHNIC_NO_LETTERS,
	KIN_ETHNIC_NHS		/* single letters are the NHS's */
};

/* room is scratch, cleared.  *word is empty when the text says that it is not known or not told. */
bool	kin_ethnic_find(struct kin_str text, enum kin_ethnic_letters letters, struct kin_buf *room,
	    struct kin_str *word);

/* A single letter that the NHS's list does not have: W is White in a list of another kind. */
bool	kin_ethnic_is_no_nhs_letter(struct kin_str text);

#endif
