/* atlas_in -- what the files of atlas share. */
#ifndef ATLAS_IN_H
#define ATLAS_IN_H

#include "kin/base/map.h"
#include "kin/tally/atlas.h"

struct corner {
	double	x, y;
	bool	new_ring;
};

struct area {
	struct kin_str	 name;
	double		 x, y;		/* of the number */
	struct corner	*corners;
	size_t		 count, cap;
};

struct kin_atlas {
	struct kin_map		*codes;
	struct area		*areas;		/* of each code */
	size_t			 cap;
	uint32_t		 last;
	struct kin_arena	 kept;
	double			 west, east, south, north;
};

enum {
	WIDE = 1000, TALL = 1250,	/* the box that the map is fitted into */
	LETTER = 19, LINE = 34,		/* of a number, in the same units */
	CLASSES = 5
};

/* Beside the classes 0 to CLASSES - 1. */
enum { HIDDEN = CLASSES, NO_RATE, NONE, SHADES };

struct plan {
	const struct kin_atlas	*atlas;
	const struct kin_table	*table;
	size_t			 column;
	size_t			*rows;		/* of each area: index + 1; 0 = not in the table */
	int			*shade;		/* of each area */
	double			 scale;
	int			 height;
	int			 classes;
	int64_t			 low[CLASSES], high[CLASSES];
	size_t			 count[SHADES], elsewhere, unnumbered;
};

void	atlas_plan(struct plan *plan, const struct kin_atlas *atlas, const struct kin_table *table);
void	atlas_plan_fini(struct plan *plan);
/* Few classes are spread over the shades, so that two are far apart. */
int	atlas_shade(const struct plan *plan, int class);
int	atlas_x(const struct plan *plan, double x);
int	atlas_y(const struct plan *plan, double y);

#endif
