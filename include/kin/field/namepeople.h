/*
 * namepeople -- several people in one cell of names, each with a name of their own.
 *
 * Shape    "John and Mary Smith", "Mr J & Mrs M Akers", "Smith, John & Mary",
 *          "John Smith / Mary Jones", "Smith, John; Jones, Mary".
 * Rule     all of them are told, or none: each must come to a given name (or initial)
 *          and a family name.  A family name is shared only where no other reading
 *          is left: the last person's two words ("John & Mary Smith"), or one name
 *          before a comma.  Whole stay, because somebody would have to guess:
 *            "Mr & Mrs J Akers"       whose J is it?
 *            "Mr Smith & Mrs Jones"   no given names
 *            "John Smith and Mary"    whose family name has Mary?
 *            "Smith, John & Mary Ann" Ann may be a family name
 *            "Mary Smith and son", "the Akers family", anything in brackets
 * Limits   KIN_NAMEPEOPLE_MAX people.
 * Owns     slices borrow full.
 * Room     field; uses base, name.
 */
#ifndef KIN_NAMEPEOPLE_H
#define KIN_NAMEPEOPLE_H

#include "kin/field/name.h"

enum {
	KIN_NAMEPEOPLE_MAX = 4
};

/*
 * full: of a name that kin_name_split calls KIN_NAME_SEVERAL.  How many people, each in
 * people as KIN_NAME_PARTS with its own piece of the cell as full; 0 when not all can be told.
 */
int	kin_name_people(struct kin_str full, struct kin_name people[KIN_NAMEPEOPLE_MAX]);

#endif
