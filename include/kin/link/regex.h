/*
 * regex -- patterns as DuckDB reads them: RE2's syntax, the parts that people write.
 *
 * Shape    characters, ., classes ([A-Z], [^@], \d \w \s and their opposites), groups
 *          with and without number, |, * + ? {m,n} and their lazy forms, ^ $ \b \B,
 *          (?i) at the start.  The first alternative that matches wins, as in Perl.
 * Limits   9 groups, 4,000 steps of program; time grows with text times pattern, never worse.
 *          \d \w \s \b and (?i) know ASCII only, as in RE2.
 * Errors   NULL with err: what is not known here (\p, look-around, named groups).
 * Owns     new: the caller frees.
 * Room     link; knows base only.
 * Source   Thompson, CACM 11 (1968) 419; Pike's threads with captures, as in RE2.
 */
#ifndef KIN_REGEX_H
#define KIN_REGEX_H

#include "kin/base/err.h"

enum { KIN_REGEX_GROUPS = 10 };		/* the whole match and nine groups */

struct kin_regex;

struct kin_regex	*kin_regex_new(struct kin_str pattern, struct kin_err *err);
void			 kin_regex_free(struct kin_regex *regex);

/* Groups, not counting the whole match. */
int			 kin_regex_groups(const struct kin_regex *regex);

/*
 * The first place where the pattern matches: groups[0] is the whole of it; one that
 * took no part is empty.  false: nowhere.  Slices are of the text.
 */
bool			 kin_regex_find(const struct kin_regex *regex, struct kin_str text,
			    struct kin_str groups[KIN_REGEX_GROUPS]);

#endif
