#include "ingest_in.h"
#include "kin/base/utf8.h"
#include "kin/field/ethnic.h"
#include "kin/field/placeholder.h"

enum {
	SAMPLE		= 1000,	/* rows looked at before the first is taken */
	DOUBT_FROM	= 5,	/* values of which none fits before a header is not believed */
	PLAIN_FROM	= 3,	/* values before a column may be told by them alone */
	PLAIN_SHARE	= 90,	/* of 100 values must fit then */
	LETTERS_FROM	= 4	/* different letters before they are the NHS's codes */
};

/* What the first rows have shown of a column. */
struct evidence {
	size_t			values;		/* cells with something in them */
	size_t			fit;		/* of what the header says */
	size_t			nhs, postcode, email, phone;
	struct kin_order	order;
	uint32_t		letters;	/* single ones, by bit */
	bool			other_letters;	/* one that is no ethnic category of the NHS */
};

static bool
is_date(int target)
{
	return target >= 0 && (kin_schema[target].type == KIN_TYPE_DATE || kin_schema[target].type == KIN_TYPE_TIME);
}

/* --- headers ---------------------------------------------------------------- */

/* The member name of an own column: "Flag_RareDiseases" gives "flag_rarediseases". */
static struct kin_str
name_of(struct kin_arena *arena, struct kin_str header, size_t number)
{
	struct kin_buf room = { 0 };
	struct kin_str name;

	kin_utf8_fold(&room, header);
	for (size_t i = 0; i < room.len; i++)
		if (room.p[i] == ' ')
			room.p[i] = '_';
	if (room.len == 0)
		kin_buf_printf(&room, "column_%zu", number);
	else if (kin_schema_find(kin_buf_str(&room)) != KIN_FIELD_NONE || kin_str_is(kin_buf_str(&room), KIN_STR("id")))
		kin_buf_puts(&room, "_given");
	name = kin_arena_keep(arena, kin_buf_str(&room));
	kin_buf_fini(&room);
	return name;
}

static size_t
earlier(const struct kin_ingest *ingest, size_t number)
{
	size_t count = 0;

	for (size_t i = 0; i < number; i++)
		count += kin_str_is(ingest->columns[i].header, ingest->columns[number].header);
	return count;
}

/* "Phone", "Phone#2" for the second of that header, "#4" for a blank one. */
static struct kin_str
key_of(struct kin_ingest *ingest, size_t number)
{
	struct kin_str header = ingest->columns[number].header, key;
	size_t before = earlier(ingest, number);
	struct kin_buf room = { 0 };

	kin_buf_add(&room, header);
	if (header.len == 0)
		kin_buf_printf(&room, "#%zu", number + 1);
	else if (before > 0)
		kin_buf_printf(&room, "#%zu", before + 1);
	key = kin_arena_keep(&ingest->arena, kin_buf_str(&room));
	kin_buf_fini(&room);
	return key;
}

static void
read_headers(struct kin_ingest *ingest)
{
	const struct kin_str *headers;

	ingest->column_count = kin_csvin_columns(ingest->in, &headers);
	ingest->columns = kin_calloc(ingest->column_count + 1, sizeof(*ingest->columns));
	for (size_t i = 0; i < ingest->column_count; i++) {
		struct ingest_column *column = &ingest->columns[i];

		column->header = headers[i];
		column->told = headers[i].len > 0 ? kin_header_find(headers[i]) : INGEST_OWN;
		column->target = column->told;
		column->key = key_of(ingest, i);
		if (column->told == KIN_FIELD_LANGUAGES || column->told == KIN_FIELD_FREE)
			column->split = ',';
	}
}

/* --- content ---------------------------------------------------------------- */

static bool
reads_as(struct kin_ingest *ingest, int field, struct kin_str cell)
{
	struct kin_err err;

	kin_buf_clear(&ingest->out);
	return ingest_value_put(ingest, field, NULL, cell, &ingest->out, &err) == VALUE_PUT;
}

/* As somebody writes a number to be rung: not just any digits. */
static bool
reads_as_phone(struct kin_ingest *ingest, struct kin_str cell)
{
	struct kin_str text = kin_str_trim(cell);

	return text.len >= 10 && (text.p[0] == '0' || text.p[0] == '+' || text.p[0] == '(')
	    && reads_as(ingest, KIN_FIELD_PHONE, text);
}

static void
see_letter(struct evidence *evidence, struct kin_str text)
{
	if (text.len != 1)
		return;
	evidence->letters |= UINT32_C(1) << (text.p[0] & 31);
	evidence->other_letters = evidence->other_letters || kin_ethnic_is_no_nhs_letter(text);
}

/* A is British here and Asian there: letters are read when they can only be the NHS's. */
static bool
are_nhs_letters(const struct evidence *evidence)
{
	int count = 0;

	for (uint32_t letters = evidence->letters; letters != 0; letters &= letters - 1)
		count++;
	return count >= LETTERS_FROM && !evidence->other_letters;
}

static void
look_at(struct kin_ingest *ingest, const struct ingest_column *column, struct kin_str cell,
    struct evidence *evidence)
{
	if (column->target == KIN_FIELD_ETHNIC_GROUP)
		see_letter(evidence, kin_str_trim(cell));
	if (kin_placeholder_is(cell))
		return;
	evidence->values++;
	if (is_date(column->target)) {
		kin_order_see(&evidence->order, cell);
		evidence->fit = evidence->order.dates;
	} else if (column->target >= 0) {
		evidence->fit += reads_as(ingest, column->target, cell);
	} else if (column->target == INGEST_OWN && cell.len <= 64) {
		evidence->nhs += reads_as(ingest, KIN_FIELD_NHS_NUMBER, cell);
		evidence->postcode += reads_as(ingest, KIN_FIELD_POSTCODE, cell);
		evidence->email += reads_as(ingest, KIN_FIELD_EMAIL, cell);
		evidence->phone += reads_as_phone(ingest, cell);
	}
}

enum kin_csvin_word
ingest_columns_judge(void *ctx, struct kin_str cell)
{
	static const int plain[] = { KIN_FIELD_NHS_NUMBER, KIN_FIELD_POSTCODE, KIN_FIELD_EMAIL, KIN_FIELD_RECEIVED };
	struct kin_ingest *ingest = ctx;

	if (kin_header_find(cell) != INGEST_OWN || ingest_profile_knows(cell))
		return KIN_CSVIN_HEADER;
	for (size_t i = 0; cell.len >= 6 && cell.len <= 64 && i < sizeof(plain) / sizeof(*plain); i++)
		if (reads_as(ingest, plain[i], cell))
			return KIN_CSVIN_VALUE;
	return reads_as_phone(ingest, cell) ? KIN_CSVIN_VALUE : KIN_CSVIN_UNKNOWN;
}

static struct evidence *
look(struct kin_ingest *ingest)
{
	struct evidence *evidence = kin_calloc(ingest->column_count + 1, sizeof(*evidence));
	struct kin_row row;

	kin_csvin_peek_again(ingest->in);
	for (int rows = 0; rows < SAMPLE && kin_csvin_peek(ingest->in, &row); rows++)
		for (size_t i = 0; i < ingest->column_count; i++)
			look_at(ingest, &ingest->columns[i], row.cells[i], &evidence[i]);
	kin_buf_clear(&ingest->flags);
	kin_buf_clear(&ingest->beside);
	memset(ingest->flagged, 0, sizeof(ingest->flagged));
	return evidence;
}

static bool
is_plain(int target)
{
	return is_date(target) || target == KIN_FIELD_NHS_NUMBER || target == KIN_FIELD_POSTCODE
	    || target == KIN_FIELD_EMAIL || target == KIN_FIELD_PHONE;
}

bool
ingest_columns_fit(struct kin_ingest *ingest)
{
	struct evidence *evidence = look(ingest);
	size_t shown = 0, against = 0;

	for (size_t i = 0; i < ingest->column_count; i++) {
		if (!is_plain(ingest->columns[i].target) || evidence[i].values == 0)
			continue;
		if (evidence[i].fit * 100 >= evidence[i].values * PLAIN_SHARE)
			shown++;
		else
			against++;
	}
	kin_free(evidence);
	return shown >= PLAIN_FROM && against == 0;
}

/* A header is not believed when nothing under it reads as what it says. */
static bool
is_doubtful(const struct ingest_column *column, const struct evidence *evidence)
{
	if (column->target < 0 || column->by_map || evidence->fit > 0)
		return false;
	if (kin_schema[column->target].type == KIN_TYPE_CODE)
		return evidence->values > 0;
	return evidence->values >= DOUBT_FROM && kin_schema[column->target].type != KIN_TYPE_NEED;
}

static int
told_by(const struct evidence *evidence)
{
	size_t enough = (evidence->values * PLAIN_SHARE + 99) / 100;

	if (evidence->values < PLAIN_FROM)
		return INGEST_OWN;
	if (evidence->nhs >= enough)
		return KIN_FIELD_NHS_NUMBER;
	if (evidence->postcode >= enough)
		return KIN_FIELD_POSTCODE;
	if (evidence->email >= enough)
		return KIN_FIELD_EMAIL;
	return evidence->phone >= enough ? KIN_FIELD_PHONE : INGEST_OWN;
}

static bool
has_word(struct kin_str header, const char *word)
{
	return memmem(header.p, header.len, word, strlen(word)) != NULL;
}

/* The order of day and month: by the header's own pattern, else by the cells, else day first. */
static void
decide_order(struct ingest_column *column, const struct evidence *evidence)
{
	enum kin_order_verdict verdict = kin_order_decide(&evidence->order);

	if (!is_date(column->target) || (column->by_map && column->order_shown))
		return;
	column->order_shown = true;
	if (has_word(column->header, "M/D") || has_word(column->header, "MM/DD"))
		column->order = KIN_WHEN_MONTH_FIRST;
	else if (verdict == KIN_ORDER_MONTH && !has_word(column->header, "DD/MM"))
		column->order = KIN_WHEN_MONTH_FIRST;
	else if (verdict == KIN_ORDER_DAY && column->usual_order)
		column->order = KIN_WHEN_DAY_FIRST;
	else
		column->order_shown = column->usual_order || (verdict != KIN_ORDER_UNKNOWN && verdict != KIN_ORDER_MIXED);
}

/* --- one column a field ----------------------------------------------------- */

static bool
takes_many(int target)
{
	return target == INGEST_OWN || target == INGEST_LEFT_OUT || target == KIN_FIELD_NOTES
	    || (target >= 0 && kin_schema[target].list);
}

static bool
is_taken(const struct kin_ingest *ingest, size_t number, int target)
{
	for (size_t i = 0; i < ingest->column_count; i++)
		if (i != number && ingest->columns[i].target == target
		    && (i < number || ingest->columns[i].by_map))
			return true;
	return false;
}

/* A whole name beside its parts, an age beside the birth date, or a place that the list of postcodes tells better. */
static bool
is_told_better(const struct kin_ingest *ingest, size_t number)
{
	int target = ingest->columns[number].target;

	if (target == KIN_FIELD_AGE)
		return ingest->has[KIN_FIELD_BIRTH_DATE];
	if (target == KIN_FIELD_FULL_NAME)
		return ingest->has[KIN_FIELD_GIVEN_NAME] || ingest->has[KIN_FIELD_FAMILY_NAME];
	if (target == KIN_FIELD_WARD && ingest_wards_tell(ingest))
		return ingest->gaz || (ingest->has[KIN_FIELD_EASTING] && ingest->has[KIN_FIELD_NORTHING]);
	return ingest->gaz && (target == KIN_FIELD_WARD || target == KIN_FIELD_LAD
	    || target == KIN_FIELD_EASTING || target == KIN_FIELD_NORTHING);
}

static void
note_fields(struct kin_ingest *ingest)
{
	memset(ingest->has, 0, sizeof(ingest->has));
	for (size_t i = 0; i < ingest->column_count; i++)
		if (ingest->columns[i].target >= 0)
			ingest->has[ingest->columns[i].target] = true;
}

static void
settle(struct kin_ingest *ingest)
{
	for (size_t i = 0; i < ingest->column_count; i++) {
		struct ingest_column *column = &ingest->columns[i];

		note_fields(ingest);
		if (column->by_map)
			continue;
		if ((!takes_many(column->target) && is_taken(ingest, i, column->target))
		    || (column->target >= 0 && ingest->constant[column->target]) || is_told_better(ingest, i)) {
			column->target = INGEST_OWN;
			column->by_content = false;
		}
	}
	note_fields(ingest);
}

static bool
name_is_taken(const struct kin_ingest *ingest, size_t number, struct kin_str name)
{
	for (size_t i = 0; i < number; i++)
		if (ingest->columns[i].target == INGEST_OWN && kin_str_is(ingest->columns[i].name, name))
			return true;
	return false;
}

/* "status", "status_2": no two members of one name. */
static void
name_own(struct kin_ingest *ingest)
{
	struct kin_buf room = { 0 };

	for (size_t i = 0; i < ingest->column_count; i++) {
		struct ingest_column *column = &ingest->columns[i];
		struct kin_str name;

		if (column->target != INGEST_OWN || column->name.len > 0)
			continue;
		name = column->name = name_of(&ingest->arena, column->header, i + 1);
		for (int n = 2; name_is_taken(ingest, i, column->name); n++) {
			kin_buf_clear(&room);
			kin_buf_add(&room, name);
			kin_buf_printf(&room, "_%d", n);
			column->name = kin_arena_keep(&ingest->arena, kin_buf_str(&room));
		}
	}
	kin_buf_fini(&room);
}

int
ingest_columns_find(struct kin_ingest *ingest, struct kin_err *err)
{
	struct evidence *evidence;

	read_headers(ingest);
	if (!ingest_map_has_columns(ingest->map) && ingest_profile_apply(ingest, err) < 0)
		return KIN_EXIT_USAGE;
	if (ingest->map && ingest_map_apply(ingest->map, ingest, err) < 0)
		return KIN_EXIT_USAGE;
	evidence = look(ingest);
	for (size_t i = 0; i < ingest->column_count; i++) {
		struct ingest_column *column = &ingest->columns[i];

		if (is_doubtful(column, &evidence[i]))
			column->target = INGEST_OWN;
		if (column->target == INGEST_OWN && !column->by_map) {
			column->target = told_by(&evidence[i]);
			column->by_content = column->target != INGEST_OWN;
		}
		column->dates = evidence[i].order;
		column->nhs_letters = are_nhs_letters(&evidence[i]);
		decide_order(column, &evidence[i]);
	}
	settle(ingest);
	name_own(ingest);
	kin_free(evidence);
	return 0;
}
