/*
 * progress -- one line on the terminal: how far, how fast, how long still.
 *
 * Shape    shown when stderr is a terminal that can rewrite a line and stdout is
 *          none, after a second, twice a second.  Of several filters on one
 *          terminal one shows its line: the first that took the terminal's lock.
 * Room     face, private.
 */
#ifndef KIN_FACE_PROGRESS_H
#define KIN_FACE_PROGRESS_H

#include <stdbool.h>

struct kin_progress {
	bool			 on, shown, colour;
	double			 start_s, next_s;	/* monotonic seconds */
	unsigned		 calls;
	int			 fd;			/* being read, -1 = none */
	unsigned long long	 done, total;		/* bytes of files read whole; of all, 0 = not known */
};

enum { KIN_PROGRESS_EVERY = 1024 };	/* looks at the clock once in so many calls */

void	kin_progress_init(struct kin_progress *progress, bool wanted);
void	kin_progress_show(struct kin_progress *progress, const char *program, unsigned long long records);
void	kin_progress_clear(struct kin_progress *progress);

/* Cheap: to be called for every record. */
static inline void
kin_progress_tick(struct kin_progress *progress, const char *program, unsigned long long records)
{
	if (progress->on && ++progress->calls % KIN_PROGRESS_EVERY == 0)
		kin_progress_show(progress, program, records);
}

#endif
