/*
 * bits -- counting bits, in line: builds for any machine of a kind have no instruction for it.
 *
 * Room     base.
 */
#ifndef KIN_BITS_H
#define KIN_BITS_H

#include <stdint.h>

/* How many bits are set. */
static inline uint32_t
kin_bits_count(uint64_t x)
{
	x -= x >> 1 & 0x5555555555555555u;
	x = (x & 0x3333333333333333u) + (x >> 2 & 0x3333333333333333u);
	return (uint32_t)(((x + (x >> 4)) & 0x0f0f0f0f0f0f0f0fu) * 0x0101010101010101u >> 56);
}

#endif
