/*
 * The same words and days stand in a list again and again: what was made of a
 * cell is kept, in a table of fixed size in which newer cells put out older ones.
 */
#include "ingest_in.h"
#include "kin/base/mem.h"

enum {
	SLOTS	 = 16384,
	LINE	 = 64,		/* of the processor's cache: a slot is one */
	CELL_MAX = 28,		/* longer cells seldom come again */
	TEXT_MAX = 30,
	TRIAL	 = 2048		/* cells of a field, after which it is asked whether they come again */
};

struct slot {
	_Alignas(LINE) int16_t	field;
	uint8_t			order;			/* of dates */
	uint8_t			cell_len, text_len;	/* cell_len 0 = nothing here */
	char			cell[CELL_MAX], text[TEXT_MAX];
};

/* Birth dates hardly come again: looking for them costs more than reading them. */
struct habit {
	uint16_t	tried, found;
	bool		rare;		/* for the next TRIAL cells none is looked for */
};

struct ingest_memo {
	struct slot	slots[SLOTS];
	struct habit	habits[KIN_FIELD_COUNT];
};

static uint64_t
word_at(const char *p, size_t len)
{
	uint64_t word = 0;

	memcpy(&word, p, len < sizeof(word) ? len : sizeof(word));
	return word;
}

/* Two cells in one slot cost time only, so that the hash may be a quick one. */
static size_t
hash(int field, unsigned order, struct kin_str cell)
{
	uint64_t h = (unsigned)field * 4 + order + cell.len * 512;

	for (; cell.len > sizeof(h); cell = kin_str(cell.p + sizeof(h), cell.len - sizeof(h)))
		h = (h ^ word_at(cell.p, sizeof(h))) * UINT64_C(0x9e3779b97f4a7c15) ^ h >> 32;
	h = (h ^ word_at(cell.p, cell.len)) * UINT64_C(0x9e3779b97f4a7c15);
	return (h ^ h >> 29) * UINT64_C(0xd6e8feb86659fd93) >> 32;
}

static struct slot *
slot_of(struct kin_ingest *ingest, int field, unsigned order, struct kin_str cell)
{
	return &ingest->memo->slots[hash(field, order, cell) % SLOTS];
}

/* Is it worth while to look for a cell of that field? */
static bool
comes_often(struct habit *habit)
{
	if (++habit->tried < TRIAL)
		return !habit->rare;
	habit->rare = !habit->rare && habit->found < TRIAL / 4;
	habit->tried = habit->found = 0;
	return !habit->rare;
}

bool
ingest_memo_get(struct kin_ingest *ingest, int field, enum kin_when_order order, struct kin_str cell,
    struct kin_buf *out)
{
	const struct slot *slot;

	if (!ingest->memo)
		ingest->memo = kin_calloc_aligned(LINE, sizeof(*ingest->memo));
	if (cell.len > CELL_MAX || !comes_often(&ingest->memo->habits[field]))
		return false;
	slot = slot_of(ingest, field, order, cell);
	if (slot->cell_len != cell.len || slot->field != field || slot->order != order
	    || memcmp(slot->cell, cell.p, cell.len) != 0)
		return false;
	ingest->memo->habits[field].found++;
	kin_buf_add(out, kin_str(slot->text, slot->text_len));
	return true;
}

void
ingest_memo_put(struct kin_ingest *ingest, int field, enum kin_when_order order, struct kin_str cell,
    struct kin_str text)
{
	struct slot *slot;

	if (cell.len > CELL_MAX || text.len > TEXT_MAX || ingest->memo->habits[field].rare)
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
