/*
 * commands -- where the programs are, and what each one is for.
 *
 * Shape    in an installed tree PREFIX/libexec/kin, found from PREFIX/bin/kin; in a
 *          source tree the folder of kin itself.
 * Errors   NULL or an empty list when nothing is found.
 * Owns     strings returned are new, for free(3).
 * Room     face; only the launcher uses it.
 */
#ifndef KIN_COMMANDS_H
#define KIN_COMMANDS_H

#include "kin/base/str.h"

/* The folder of the programs, absolute; new. */
char	*kin_commands_path(void);

/* path/name of a command that can be run, NULL when there is none; new. */
char	*kin_commands_find(const char *path, const char *name);

/* Each command's name in alphabetical order. */
typedef void kin_commands_each_fn(void *ctx, const char *path, const char *name);
void	 kin_commands_each(const char *path, kin_commands_each_fn *each, void *ctx);

/* The command that was probably meant, NULL when none is near; new. */
char	*kin_commands_nearest(const char *path, const char *typed);

/* What the command says of itself in one line; empty when it says nothing; new. */
char	*kin_commands_about(const char *path, const char *name);

/* The formatted page of that name ("ingest", "record", "kin") to be shown by man, NULL when not found; new. */
char	*kin_commands_page(const char *path, const char *name);

#endif
