/*
 * The same words and days stand in a list again and again: what was made of a
 * cell is kept, in a table of fixed size in which newer cells put out older ones.
 */
#include "ingest_in.h"
#include "kin/base/map.h"

enum {
	SLOTS	 = 4096,
	CELL_MAX = 30,		/* longer cells seldom come again */
	TEXT_MAX = 32
};

struct slot {
	int16_t	field;
	uint8_t	order;			/* of dates */
	uint8_t	cell_len, text_len;	/* cell_len 0 = nothing here */
	char	cell[CELL_MAX], text[TEXT_MAX];
};

struct ingest_memo {
	struct slot	slots[SLOTS];
};

static struct slot *
slot_of(struct kin_ingest *ingest, int field, unsigned order, struct kin_str cell)
{
	if (!ingest->memo)
		ingest->memo = kin_calloc(1, sizeof(*ingest->memo));
	return &ingest->memo->slots[kin_hash64(cell, (unsigned)field * 4 + order) % SLOTS];
}

bool
ingest_memo_get(struct kin_ingest *ingest, int field, enum kin_when_order order, struct kin_str cell,
    struct kin_buf *out)
{
	const struct slot *slot;

	if (cell.len > CELL_MAX)
		return false;
	slot = slot_of(ingest, field, order, cell);
	if (slot->cell_len != cell.len || slot->field != field || slot->order != order
	    || memcmp(slot->cell, cell.p, cell.len) != 0)
		return false;
	kin_buf_add(out, kin_str(slot->text, slot->text_len));
	return true;
}

void
ingest_memo_put(struct kin_ingest *ingest, int field, enum kin_when_order order, struct kin_str cell,
    struct kin_str text)
{
	struct slot *slot;

	if (cell.len > CELL_MAX || text.len > TEXT_MAX)
		return;
	slot = slot_of(ingest, field, order, cell);
	slot->field = (int16_t)field;
	slot->order = (uint8_t)order;
	slot->cell_len = (uint8_t)cell.len;
	slot->text_len = (uint8_t)text.len;
	memcpy(slot->cell, cell.p, cell.len);
	memcpy(slot->text, text.p, text.len);
}

void
ingest_memo_free(struct kin_ingest *ingest)
{
	kin_free(ingest->memo);
	ingest->memo = NULL;
}
