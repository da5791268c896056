/*
 * publish -- lines out: to stdout, or to a file whole or not at all.
 *
 * Shape    to a path: a temporary file in the same folder, made with the
 *          permissions that the umask leaves; kin_publish_commit syncs it,
 *          renames it over path and syncs the folder.  Until then path is as it
 *          was.  kin_publish_abandon takes the temporary file away.  A path that
 *          is not a regular file (/dev/full, a pipe) is written directly.
 * Errors   the first failed write is kept and every later call does nothing, so
 *          that loops need not look: kin_publish_failed says so early, and
 *          kin_publish_commit returns -1 with the reason.
 * Signals  the temporary names of all open files are also removed by
 *          kin_publish_cleanup, which is safe in a signal handler.
 * Room     record.
 */
#ifndef KIN_PUBLISH_H
#define KIN_PUBLISH_H

#include "kin/base/err.h"
#include "kin/base/str.h"

struct kin_publish;

/* path NULL or "-": stdout.  new; NULL with err filled when it cannot be made. */
struct kin_publish *kin_publish_open(const char *path, struct kin_err *err);

void	kin_publish_line(struct kin_publish *out, struct kin_str line);	/* adds the LF */
void	kin_publish_bytes(struct kin_publish *out, struct kin_str bytes);
/* Hands what is buffered to the kernel now: for a reader that waits. */
void	kin_publish_flush(struct kin_publish *out);
bool	kin_publish_failed(const struct kin_publish *out);

/* Both take out, also on failure. */
int	kin_publish_commit(struct kin_publish *out, struct kin_err *err);
void	kin_publish_abandon(struct kin_publish *out);

void	kin_publish_cleanup(void);

#endif
