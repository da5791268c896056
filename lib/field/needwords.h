/* The table of phrases that needlist.c makes its index of: a row a need, phrases NULL after the last. */
#ifndef KIN_NEEDWORDS_H
#define KIN_NEEDWORDS_H

#include "kin/field/needlist.h"

struct kin_needwords {
	uint32_t	 needs;
	const char	*phrases;
};

extern const struct kin_needwords kin_needwords[];

#endif
