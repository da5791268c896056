/*
 * sort -- many things in the order of a hash that they hold.
 *
 * Shape    the key of each, a uint64_t at key_at, spreads them over 256 parts, each
 *          part over 256 again, until few are left; compare settles those.  It must
 *          put a smaller key before a greater one, and may go on from there.
 * Limits   things of at most KIN_SORT_SIZE bytes.  Keys that are no hash cost time only.
 * Room     base.
 * Source   McIlroy, Bostic and McIlroy, Engineering Radix Sort, Computing Systems 6 (1), 1993.
 */
#ifndef KIN_SORT_H
#define KIN_SORT_H

#include <stddef.h>

enum { KIN_SORT_SIZE = 128 };

typedef int	kin_sort_compare(const void *a, const void *b, void *ctx);

/* In place; things that compare equal come in any order. */
void	kin_sort_hashed(void *list, size_t count, size_t size, size_t key_at,
	    kin_sort_compare *compare, void *ctx);

#endif
