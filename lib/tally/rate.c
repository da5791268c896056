#include "kin/tally/rate.h"

#include <math.h>
#include <stdlib.h>

#define Z	1.959963984540054	/* of a normal distribution, 95 per cent */

int64_t
kin_rate_share(uint64_t n, uint64_t of)
{
	if (of == 0)
		return KIN_RATE_NONE;
	return (int64_t)((n * 2000 + of) / (of * 2));
}

int64_t
kin_rate_per(double n, double population, double per)
{
	if (!(population > 0))
		return KIN_RATE_NONE;
	/* llround takes halves away from nought; the nudge is for halves that
	 * have no exact binary form, as 0.05 of a hundred */
	return llround(n * per * 10 / population * (1 + 1e-12));
}

double
kin_rate_bound(double n, double of, int side)
{
	const double z2 = Z * Z;
	double middle, half;

	if (!(of > 0))
		return 0;
	middle = (n + z2 / 2) / (of + z2);
	half = Z * sqrt(n * (of - n) / of + z2 / 4) / (of + z2);
	return fmin(1, fmax(0, side < 0 ? middle - half : middle + half));
}

static int
by_value(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

int32_t
kin_rate_rank(int32_t *values, uint64_t count, int per_cent)
{
	uint64_t rank = (count * (uint64_t)per_cent + 99) / 100;

	qsort(values, count, sizeof(*values), by_value);
	return values[rank > 0 ? rank - 1 : 0];
}
