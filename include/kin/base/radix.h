/*
 * radix -- sorting many numbers by part of their bits.
 *
 * Shape    stable: numbers that are equal in those bits stay in their order.
 * Limits   kin_radix_order: 2^32 keys.
 * Room     base.
 */
#ifndef KIN_RADIX_H
#define KIN_RADIX_H

#include <stddef.h>
#include <stdint.h>

/* By bits from and up. */
void	kin_radix_sort(uint64_t *numbers, size_t count, int from);

/*
 * order: 0 up to count - 1 in the order of their keys, those of one key as they are.
 * Quick for keys that are hashes; right for any.
 */
void	kin_radix_order(const uint64_t *keys, size_t count, uint32_t *order);

#endif
