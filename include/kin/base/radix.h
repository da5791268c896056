/*
 * radix -- sorting many numbers by part of their bits.
 *
 * Shape    stable: numbers that are equal in those bits stay in their order.
 * Room     base.
 */
#ifndef KIN_RADIX_H
#define KIN_RADIX_H

#include <stddef.h>
#include <stdint.h>

/* By bits from and up. */
void	kin_radix_sort(uint64_t *numbers, size_t count, int from);

#endif
