/* Text in a column of a terminal: where its lines end. */
#ifndef SHOW_WRAP_H
#define SHOW_WRAP_H

#include "kin/base/str.h"

/* Takes off *rest as much as fits, up to a space or past a hyphen; a word that is too long is broken. */
struct kin_str	show_take_line(struct kin_str *rest, size_t width);

size_t		show_lines_of(struct kin_str text, size_t width);

/* The width at which no word is broken. */
size_t		show_longest_word(struct kin_str text);

#endif
