/*
 * nearest -- which of the names allowed did they mean?
 *
 * Shape    names are plain ASCII, as options and commands are.
 * Limits   names longer than 63 bytes are near nothing.
 * Owns     nothing; the name returned is the caller's own.
 * Room     face.
 * Source   optimal string alignment (restricted Damerau-Levenshtein) distance;
 *          one step is a letter put in, left out, changed, or two neighbours swapped.
 */
#ifndef KIN_NEAREST_H
#define KIN_NEAREST_H

/* Steps from a to b. */
int		 kin_nearest_steps(const char *a, const char *b);

/*
 * The better guess of best (may be NULL) and name for what was typed: call it with each name allowed.
 * NULL while nothing is near: at most a third of the letters wrong, one for short names, or what was
 * typed begins the name.
 */
const char	*kin_nearest(const char *typed, const char *best, const char *name);

#endif
