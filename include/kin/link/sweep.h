/*
 * sweep -- one record against all others, by sums of what its fields say at most.
 *
 * Shape    for the record at hand each entry of each field has a number: what it says at most, against
 *          strangers, when the other record holds it; a pair is then one read and one addition a field.
 *          For lists of which too many pairs agree in something for keys to be of use.
 * Units    numbers are 64ths of log2, rounded up.
 * Owns     its tables; quick, rows, columns and compare are borrowed.  A hand is one thread's.
 * Room     link.
 * Source   value-pair tables: lib/link/README.md.
 */
#ifndef KIN_SWEEP_H
#define KIN_SWEEP_H

#include "kin/link/quick.h"

struct kin_sweep;
struct kin_sweep_hand;

struct kin_sweep	*kin_sweep_new(const struct kin_quick *quick, double least, int threads);
void			 kin_sweep_free(struct kin_sweep *sweep);

struct kin_sweep_hand	*kin_sweep_hand_new(const struct kin_sweep *sweep);
void			 kin_sweep_hand_free(struct kin_sweep_hand *hand);

/*
 * Of records 0 .. count - 1 those that may weigh enough with this one, in order; out has room for count
 * and one more.  "May not" is certain.  Returns how many.
 */
uint32_t		 kin_sweep_record(const struct kin_sweep *sweep, struct kin_sweep_hand *hand,
			    uint32_t record, uint32_t count, uint32_t *out);

#endif
