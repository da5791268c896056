/*
 * needlist -- what people and forms say for a need: the phrases, in one table.
 *
 * Shape    phrases are folded (utf8.h) and matched as whole words, the longest first.
 * Limits   English.  Some say a need only where one is asked for ("call", "school"):
 *          they carry KIN_NEEDLIST_ANSWER and do not count in what is told freely.
 * Owns     nothing.
 * Room     field; uses base, need.
 * Source   the task lists of council, voluntary and health helpers' forms of 2020.
 */
#ifndef KIN_NEEDLIST_H
#define KIN_NEEDLIST_H

#include "kin/field/need.h"

#define KIN_NEEDLIST_ANSWER	(1U << 31)

/*
 * The longest phrase that begins at byte at, a word's first, of folded text: its
 * length, and what it says in *needs; 0 when none does.
 */
size_t	kin_needlist_match(struct kin_str folded, size_t at, uint32_t *needs);

#endif
