/*
 * whom -- a number for each person.
 *
 * Shape    a table of 64-bit names of people; 12 bytes a place, between three eighths
 *          and three quarters of the places taken.
 * Limits   2^32 people or so.  who may be any 64 bits.
 * Owns     the table owns its memory; { 0 } is nobody.
 * Room     tally; uses base.
 */
#ifndef KIN_WHOM_H
#define KIN_WHOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct kin_whom_person {
	uint32_t	high, low;	/* of who, mixed; both nought: free */
	uint32_t	number;
};

struct kin_whom {
	struct kin_whom_person	*people;
	size_t			 mask, used;
	uint64_t		 last;		/* who was asked for last, mixed, and where they are: */
	struct kin_whom_person	*last_person;	/* NULL: nobody yet */
};

void		 kin_whom_fini(struct kin_whom *whom);

/* Who's number, to read and to change until the next call; nought at first. */
uint32_t	*kin_whom(struct kin_whom *whom, uint64_t who);

/* Walks the numbers, in no order that means anything: *at is 0 at first; false at the end. */
bool		 kin_whom_next(const struct kin_whom *whom, size_t *at, uint32_t *number);

/* One to one, and far apart for two that are near. */
static inline uint64_t
kin_whom_mix(uint64_t number)
{
	number = (number ^ number >> 32) * UINT64_C(0xd6e8feb86659fd93);
	number = (number ^ number >> 32) * UINT64_C(0xd6e8feb86659fd93);
	return number ^ number >> 32;
}

#endif
