/* What the files of splink_score share among themselves. */
#ifndef KIN_SPLINK_STATE_H
#define KIN_SPLINK_STATE_H

#include "kin/base/buf.h"
#include "kin/base/map.h"
#include "kin/link/splink_score.h"

enum { KIN_SPLINK_UNKNOWN = 0 };	/* a gamma (+ 2) that nobody asked for yet */

/* Values of one operand: code 0 is NULL. */
struct kin_splink_operand {
	struct kin_map		*codes;
	struct kin_sql_value	*values;	/* by code */
	uint32_t		*holders;	/* records that have it, by code */
	size_t			 count, cap, holder_cap;
	uint32_t		 present;	/* records that have any */
};

/* Combinations of the operands that one comparison reads. */
struct kin_splink_table {
	uint32_t	*operand;
	uint32_t	 operands;
	struct kin_map	*codes;
	uint32_t	*of;		/* code of each record */
	uint8_t		*gamma;		/* of two codes, + 2; NULL: no room */
	double		*weight;	/* by gamma + 1 */
	bool		*frequent;	/* by gamma + 1: has a term frequency */
};

struct kin_splink_score {
	struct kin_splink_model	*model;
	struct kin_splink_operand		*operand;
	uint32_t		 operands;
	uint32_t		*code;		/* of each record each operand */
	uint32_t		 records;
	size_t			 code_cap;
	struct kin_splink_table		*table;		/* of each comparison */
	struct kin_sql_room	*room;
	struct kin_sql_value	*side[2];	/* operands of the pair at hand */
	struct kin_arena	 arena;
	struct kin_buf		 key;
};

int	kin_splink_gamma(struct kin_splink_score *score, size_t comparison, uint32_t left, uint32_t right);
/* What a level's term frequency adds for two records. */
double	kin_splink_adjust(const struct kin_splink_score *score, const struct kin_splink_level *level,
	    uint32_t a, uint32_t b);
/* Adds what tells a value from others. */
void	kin_splink_put_key(struct kin_buf *out, const struct kin_sql_value *value);
/* The operands of a record, as one side of the pair at hand. */
void	kin_splink_load_record(struct kin_splink_score *score, uint32_t record, int side);

#endif
