/*
 * mem -- memory that is there, or the end of the run.
 *
 * Errors   no call returns NULL: out of memory writes one line to stderr and
 *          ends the process with KIN_EXIT_IO.  So no caller checks, and no
 *          record is ever dropped because a check was forgotten.
 * Owns     blocks are the caller's, given back with kin_free; what comes from
 *          an arena lives until the arena is reset or freed.
 * Room     base.
 */
#ifndef KIN_MEM_H
#define KIN_MEM_H

#include <stddef.h>

#include "kin/base/str.h"

/* The name that the last message begins with; program must stay valid. */
void	 kin_mem_program(const char *program);
/* What is done before the run ends for want of memory: takes temporary files away, needs no memory. */
void	 kin_mem_last(void (*act)(void));

void	*kin_alloc(size_t size);
void	*kin_calloc(size_t count, size_t size);		/* zeroed; overflow counts as out of memory */
void	*kin_calloc_aligned(size_t align, size_t size);		/* the same; align is a power of two */
void	*kin_resize(void *block, size_t count, size_t size);
char	*kin_dup(struct kin_str s);			/* new, terminated */
void	 kin_free(void *block);

/*
 * Makes room for at least one more element in a growing array: returns block
 * or its successor, and doubles *cap when count has reached it.
 */
void	*kin_grow(void *block, size_t count, size_t *cap, size_t size);

/* Many small pieces that die together. */
struct kin_arena {
	struct kin_arena_block	*head;
	size_t			 used;		/* bytes handed out since reset */
};

void	*kin_arena_alloc(struct kin_arena *arena, size_t size);	/* aligned for any type */
struct kin_str kin_arena_keep(struct kin_arena *arena, struct kin_str s);	/* a copy, terminated */
void	 kin_arena_reset(struct kin_arena *arena);	/* forgets the pieces, keeps one block */
void	 kin_arena_fini(struct kin_arena *arena);

#endif
