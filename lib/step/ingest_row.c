#include "ingest_in.h"
#include "kin/field/placeholder.h"
#include "kin/record/json.h"

void
ingest_put_prefix(struct kin_buf *out, struct kin_str name)
{
	kin_buf_putc(out, ',');
	kin_json_put_string(out, name);
	kin_buf_putc(out, ':');
}

/* --- doubts ----------------------------------------------------------------- */

/* A wrong value here is a wrong person, or the wrong place: nobody works with such a row unseen. */
static bool
decides(int field)
{
	return field == KIN_FIELD_NHS_NUMBER || field == KIN_FIELD_BIRTH_DATE
	    || field == KIN_FIELD_DEATH_DATE || field == KIN_FIELD_POSTCODE;
}

void
ingest_flag(struct kin_ingest *ingest, int field, struct kin_str value, const char *reason)
{
	struct kin_buf *out = &ingest->flags;

	kin_buf_add(out, out->len > 0 ? KIN_STR(",{") : KIN_STR("{"));
	kin_json_put_text_member(out, "field", kin_schema[field].name);
	kin_json_put_text_member(out, "value", value);
	kin_json_put_text_member(out, "reason", kin_str_of(reason));
	kin_buf_putc(out, '}');
	ingest->flagged[field]++;
}

int
ingest_fault(struct kin_ingest *ingest, int field, struct kin_str value, struct kin_err *err)
{
	if (ingest->opts.faults == KIN_INGEST_STRICT
	    || (decides(field) && ingest->opts.faults != KIN_INGEST_LENIENT))
		return kin_fail_in(err, kin_schema[field].name);
	ingest_flag(ingest, field, value, err->text);
	return 0;
}

void
ingest_put_flags(struct kin_ingest *ingest)
{
	if (ingest->flags.len == 0)
		return;
	kin_buf_add(&ingest->out, KIN_STR(",\"flags\":["));
	kin_buf_add(&ingest->out, kin_buf_str(&ingest->flags));
	kin_buf_putc(&ingest->out, ']');
	ingest->counts.flagged++;
}

/* --- slots ------------------------------------------------------------------ */

static struct kin_str
cell_of(const struct kin_ingest *ingest, const struct ingest_slot *slot, size_t nth)
{
	return ingest->row.cells[ingest->plan[slot->first + nth]];
}

/* One value to out: VALUE_BAD when the row is to be rejected. */
static enum ingest_value
put_cell(struct kin_ingest *ingest, const struct ingest_slot *slot, size_t nth, struct kin_err *err)
{
	size_t number = ingest->plan[slot->first + nth];
	struct kin_str cell = ingest->row.cells[number];
	enum ingest_value value;

	if (cell.len == 0)
		return VALUE_NONE;
	value = ingest_value_put(ingest, slot->target, &ingest->columns[number], cell, &ingest->out, err);
	if (value != VALUE_BAD)
		return value;
	err->column = (long)number + 1;
	return ingest_fault(ingest, slot->target, cell, err) < 0 ? VALUE_BAD : VALUE_NONE;
}

static int
put_one(struct kin_ingest *ingest, const struct ingest_slot *slot, struct kin_err *err)
{
	size_t before = ingest->out.len;
	enum ingest_value value;

	kin_buf_add(&ingest->out, slot->prefix);
	value = put_cell(ingest, slot, 0, err);
	if (value != VALUE_PUT)
		ingest->out.len = before;
	return value == VALUE_BAD ? -1 : 0;
}

static int
put_list(struct kin_ingest *ingest, const struct ingest_slot *slot, struct kin_err *err)
{
	size_t before = ingest->out.len;
	bool any = false;

	kin_buf_add(&ingest->out, slot->prefix);
	kin_buf_putc(&ingest->out, '[');
	if (slot->target == KIN_FIELD_GOOD_TO_KNOW && ingest->beside.len > 0) {
		kin_buf_add(&ingest->out, kin_buf_str(&ingest->beside));
		any = true;
	}
	for (size_t i = 0; i < slot->count; i++) {
		enum ingest_value value = put_cell(ingest, slot, i, err);

		if (value == VALUE_BAD)
			return -1;
		any = any || value == VALUE_PUT;
	}
	ingest->asked = ingest->asked || (any && slot->target == KIN_FIELD_NEEDS);
	if (any)
		kin_buf_putc(&ingest->out, ']');
	else
		ingest->out.len = before;
	return 0;
}

/* Several columns of free text in one member, a line each. */
static void
put_joined(struct kin_ingest *ingest, const struct ingest_slot *slot)
{
	struct kin_buf *room = &ingest->room;

	kin_buf_clear(room);
	for (size_t i = 0; i < slot->count; i++) {
		struct kin_str text = kin_str_trim(cell_of(ingest, slot, i));

		if (text.len == 0 || kin_placeholder_is(text))
			continue;
		if (room->len > 0)
			kin_buf_putc(room, '\n');
		kin_buf_add(room, text);
	}
	if (room->len == 0)
		return;
	kin_buf_add(&ingest->out, slot->prefix);
	kin_json_put_string(&ingest->out, kin_buf_str(room));
	if (ingest->opts.read_notes && !ingest->asked)
		ingest_list_notes(ingest, kin_buf_str(room));
}

static void
put_own(struct kin_ingest *ingest, const struct ingest_slot *slot)
{
	struct kin_str cell = cell_of(ingest, slot, 0);
	int told = ingest->columns[ingest->plan[slot->first]].told;

	if (cell.len == 0 || kin_str_trim(cell).len == 0)
		return;
	/* the second postcode, say: what is missing in the first is missing in it */
	if (told >= 0 && ingest->has[told] && kin_placeholder_is(cell))
		return;
	kin_buf_add(&ingest->out, slot->prefix);
	kin_json_put_string(&ingest->out, cell);
}

static struct kin_str
last_line(const struct kin_ingest *ingest, const struct ingest_slot *slot)
{
	for (size_t i = slot->count; i-- > 0;) {
		struct kin_str text = kin_str_trim(cell_of(ingest, slot, i));

		if (text.len > 0)
			return text;
	}
	return KIN_STR("");
}

/* What stood beside the phones, where no column says what is good to know. */
static void
put_beside(struct kin_ingest *ingest)
{
	if (ingest->beside.len == 0 || ingest->has[KIN_FIELD_GOOD_TO_KNOW])
		return;
	ingest_put_prefix(&ingest->out, kin_schema[KIN_FIELD_GOOD_TO_KNOW].name);
	kin_buf_putc(&ingest->out, '[');
	kin_buf_add(&ingest->out, kin_buf_str(&ingest->beside));
	kin_buf_putc(&ingest->out, ']');
}

static int
put_postcode(struct kin_ingest *ingest, const struct ingest_slot *slot, struct kin_err *err)
{
	size_t before = ingest->out.len, i = 0;
	int status = put_one(ingest, slot, err);

	while (i < ingest->slot_count && ingest->slots[i].target != KIN_FIELD_ADDRESS)
		i++;
	if (status == 0 && ingest->out.len == before && i < ingest->slot_count)
		status = ingest_person_postcode(ingest, last_line(ingest, &ingest->slots[i]), err);
	ingest_person_place(ingest);
	return status;
}

/* A column that says what each row is; without a word there, what the list is. */
static int
put_kind(struct kin_ingest *ingest, const struct ingest_slot *slot, struct kin_err *err)
{
	size_t before = ingest->out.len;

	if (put_one(ingest, slot, err) < 0)
		return -1;
	if (ingest->out.len == before) {
		kin_buf_add(&ingest->out, slot->prefix);
		kin_json_put_string(&ingest->out, ingest->kind);
	}
	return 0;
}

static int
put_slot(struct kin_ingest *ingest, const struct ingest_slot *slot, struct kin_err *err)
{
	int status = 0;
	size_t before;

	switch (slot->target) {
	case INGEST_OWN:
		put_own(ingest, slot);
		return 0;
	case KIN_FIELD_KIND:
		return put_kind(ingest, slot, err);
	case KIN_FIELD_NOTES:
		put_joined(ingest, slot);
		return 0;
	case KIN_FIELD_FULL_NAME:
		err->column = (long)ingest->plan[slot->first] + 1;
		return ingest_person_name(ingest, cell_of(ingest, slot, 0), err);
	case KIN_FIELD_POSTCODE:
		return put_postcode(ingest, slot, err);
	case KIN_FIELD_AGE:
		before = ingest->out.len;
		status = put_one(ingest, slot, err);
		if (ingest->out.len > before)
			ingest_person_age_at(ingest);
		return status;
	default:
		if (ingest_common_has(slot->target)) {
			ingest_common_put(ingest, slot);
			return 0;
		}
		status = kin_schema[slot->target].list ? put_list(ingest, slot, err) : put_one(ingest, slot, err);
	}
	if (status == 0 && slot->target == KIN_FIELD_ADDRESS && !ingest->has[KIN_FIELD_POSTCODE]) {
		ingest_person_postcode(ingest, last_line(ingest, slot), err);
		ingest_person_place(ingest);
	}
	return status;
}

/* "T-20417#2", or by its line "17#2": no two records of a list have one name. */
static struct kin_str
further_id(struct kin_ingest *ingest, struct kin_str id)
{
	kin_buf_clear(&ingest->room);
	if (id.len > 0)
		kin_buf_add(&ingest->room, id);
	else
		kin_buf_printf(&ingest->room, "%ld", ingest->row.line);
	kin_buf_printf(&ingest->room, "#%d", ingest->nth + 1);
	return kin_buf_str(&ingest->room);
}

static void
put_source(struct kin_ingest *ingest)
{
	struct kin_buf *out = &ingest->out;
	struct kin_str id = KIN_STR("");

	kin_buf_clear(out);
	kin_buf_add(out, kin_buf_str(&ingest->head));
	kin_json_put_whole(out, ingest->row.line);
	if (ingest->id_column != SIZE_MAX)
		id = kin_str_trim(ingest->row.cells[ingest->id_column]);
	if (ingest->nth > 0)
		id = further_id(ingest, id);
	if (id.len > 0) {
		kin_buf_add(out, KIN_STR(",\"id\":"));
		kin_json_put_string(out, id);
	}
	kin_buf_add(out, kin_buf_str(&ingest->source_end));
	ingest->source = kin_str(out->p + ingest->source_at, out->len - ingest->source_at);
	if (id.len > 0 && kin_str_is(ingest->kind, KIN_STR("helper"))) {
		kin_buf_add(out, KIN_STR(",\"id\":"));
		kin_json_put_string(out, id);
	}
}

static void
put_wards(struct kin_ingest *ingest)
{
	const struct kin_str *cells = ingest->row.cells;

	if (ingest->opts.ward_count == 0)
		return;
	if (ingest->point_columns[0] != SIZE_MAX && ingest->point_columns[1] != SIZE_MAX)
		ingest_wards_set_point(ingest, cells[ingest->point_columns[0]], cells[ingest->point_columns[1]]);
	ingest_wards_put(ingest);
}

int
ingest_row_write(struct kin_ingest *ingest, struct kin_err *err)
{
	size_t source_len;

	kin_buf_clear(&ingest->flags);
	kin_buf_clear(&ingest->beside);
	ingest->postcode[0] = '\0';
	ingest->people = 0;
	ingest->has_point = ingest->has_ward = false;
	ingest->asked = false;
	put_source(ingest);
	source_len = ingest->source.len;
	err->column = 0;
	for (size_t i = 0; i < ingest->slot_count; i++) {
		int status = put_slot(ingest, &ingest->slots[i], err);

		ingest->source = kin_str(ingest->out.p + ingest->source_at, source_len);
		if (status < 0)
			return -1;
	}
	put_beside(ingest);
	put_wards(ingest);
	kin_buf_add(&ingest->out, kin_buf_str(&ingest->constants));
	ingest_put_flags(ingest);
	kin_buf_putc(&ingest->out, '}');
	return 0;
}
