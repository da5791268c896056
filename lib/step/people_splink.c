/*
 * Records for a model of Splink: its columns are members of records, by their own name or
 * by the name that kin has for the same thing, with their values as they stand.
 */
#include <stdlib.h>

#include "kin/field/when.h"
#include "people_state.h"

/* What other people call kin's fields. */
static const struct {
	const char	*column;
	enum kin_field	 field;
} aliases[] = {
	{ "first_name", KIN_FIELD_GIVEN_NAME }, { "firstname", KIN_FIELD_GIVEN_NAME },
	{ "forename", KIN_FIELD_GIVEN_NAME }, { "forename1", KIN_FIELD_GIVEN_NAME },
	{ "given_names", KIN_FIELD_GIVEN_NAME }, { "middle_name", KIN_FIELD_OTHER_NAMES },
	{ "middle_names", KIN_FIELD_OTHER_NAMES }, { "surname", KIN_FIELD_FAMILY_NAME },
	{ "last_name", KIN_FIELD_FAMILY_NAME }, { "lastname", KIN_FIELD_FAMILY_NAME },
	{ "dob", KIN_FIELD_BIRTH_DATE }, { "date_of_birth", KIN_FIELD_BIRTH_DATE },
	{ "birthdate", KIN_FIELD_BIRTH_DATE }, { "gender", KIN_FIELD_SEX },
	{ "nhs_no", KIN_FIELD_NHS_NUMBER }, { "phones", KIN_FIELD_PHONE },
	{ "phone_number", KIN_FIELD_PHONE }, { "telephone", KIN_FIELD_PHONE },
	{ "mobile", KIN_FIELD_PHONE }, { "emails", KIN_FIELD_EMAIL },
	{ "email_address", KIN_FIELD_EMAIL }, { "street", KIN_FIELD_ADDRESS },
	{ "address_1", KIN_FIELD_ADDRESS }, { "address1", KIN_FIELD_ADDRESS },
	{ "city", KIN_FIELD_TOWN }, { "post_code", KIN_FIELD_POSTCODE }
};

/* Where the values of one column are. */
struct source {
	struct kin_str	name;		/* of the column */
	struct kin_str	member;		/* the same, or kin's name; empty: nowhere */
	struct kin_str	format;		/* of a date that is not ISO, when member is kin's; or empty */
	bool		list;
};

struct filler {
	struct kin_people	*people;
	struct kin_splink_model	*model;
	struct source		*source;
	uint32_t		 columns;
	struct kin_sql_value	*value;
	struct kin_arena	 arena;		/* of the values of one record */
	struct kin_buf		 text;
};

/* --- which member is which column ------------------------------------------------ */

static struct kin_str
alias_of(struct kin_str column)
{
	for (size_t i = 0; i < sizeof(aliases) / sizeof(*aliases); i++) {
		if (kin_str_is_nocase(column, kin_str_of(aliases[i].column)))
			return kin_schema[aliases[i].field].name;
	}
	return kin_str("", 0);
}

/* Does any of the records have a member of that name?  Looks at all in turn until one has. */
static bool
has_member(struct filler *filler, uint32_t other, struct kin_str name)
{
	for (size_t i = 0; name.len > 0 && i < filler->people->count; i++) {
		const struct kin_people_record *kept = &filler->people->record[i];

		if (kept->person && (kept->list == 0 || kept->list == other)
		    && kin_rec_find(kin_people_read(&filler->people->reader, 0, kept), name) != NULL)
			return true;
	}
	return false;
}

static void
tell(struct filler *filler, const struct source *source, kin_people_say *say, void *ctx)
{
	kin_buf_clear(&filler->text);
	if (source->member.len == 0)
		kin_buf_printf(&filler->text, "no record has the model's column \"%.*s\"",
		    (int)source->name.len, source->name.p);
	else
		kin_buf_printf(&filler->text, "%.*s stands for the model's column \"%.*s\"",
		    (int)source->member.len, source->member.p, (int)source->name.len,
		    source->name.p);
	say(ctx, kin_buf_text(&filler->text));
}

static void
find_sources(struct filler *filler, uint32_t other, kin_people_say *say, void *ctx)
{
	struct kin_sql *sql = filler->model->sql;

	for (uint32_t c = 0; c < filler->columns; c++) {
		struct source *source = &filler->source[c];
		struct kin_str alias;

		source->name = source->member = kin_sql_column_name(sql, c);
		source->list = kin_sql_column_is_list(sql, c);
		for (size_t r = 0; r < filler->model->rules; r++) {
			const struct kin_splink_rule *rule = &filler->model->rule[r];

			for (size_t i = 0; i < rule->explodes; i++)
				source->list = source->list
				    || kin_str_is_nocase(rule->explode[i], source->name);
		}
		if (has_member(filler, other, source->name))
			continue;
		alias = alias_of(source->name);
		source->member = has_member(filler, other, alias) ? alias : kin_str("", 0);
		if (kin_str_is(source->member, KIN_STR("birth_date")))
			source->format = kin_sql_column_format(sql, c);
		if (say != NULL)
			tell(filler, source, say, ctx);
	}
}

/* --- values ---------------------------------------------------------------------- */

/* A date of kin's in the format that the model reads. */
static struct kin_str
reformat(struct filler *filler, struct kin_str text, struct kin_str format)
{
	struct kin_when when;
	struct kin_buf *out = &filler->text;

	if (!kin_when_read(text, &when) || text.len < sizeof("1980-01-01") - 1)
		return text;
	kin_buf_clear(out);
	for (size_t i = 0; i < format.len; i++) {
		char part = format.p[i] == '%' && i + 1 < format.len ? format.p[++i] : '\0';

		if (part == 'Y')
			kin_buf_add(out, kin_str(text.p, 4));
		else if (part == 'y')
			kin_buf_add(out, kin_str(text.p + 2, 2));
		else if (part == 'm')
			kin_buf_add(out, kin_str(text.p + 5, 2));
		else if (part == 'd')
			kin_buf_add(out, kin_str(text.p + 8, 2));
		else if (part == '\0')
			kin_buf_putc(out, format.p[i]);
		else
			return text;
	}
	return kin_arena_keep(&filler->arena, kin_buf_str(out));
}

static struct kin_sql_value
value_of(struct filler *filler, struct kin_str raw)
{
	struct kin_sql_value value = { .type = KIN_SQL_NULL };
	struct kin_buf scratch = { 0 };

	switch (kin_json_type(raw)) {
	case KIN_JSON_STRING:
		value.type = KIN_SQL_TEXT;
		value.text = kin_arena_keep(&filler->arena, kin_json_text(raw, &scratch));
		break;
	case KIN_JSON_NUMBER:
		value.type = KIN_SQL_NUMBER;
		value.text = kin_arena_keep(&filler->arena, raw);
		value.number = strtod(value.text.p, NULL);
		break;
	case KIN_JSON_TRUE:
	case KIN_JSON_FALSE:
		value.type = KIN_SQL_BOOL;
		value.number = raw.p[0] == 't';
		break;
	default:
		break;
	}
	kin_buf_fini(&scratch);
	return value;
}

/* All elements, also of what is no array. */
static struct kin_sql_value
list_of(struct filler *filler, struct kin_str raw)
{
	struct kin_sql_value list = { .type = KIN_SQL_LIST }, *items;
	struct kin_str element;
	size_t count = 0;

	if (kin_json_type(raw) != KIN_JSON_ARRAY) {
		items = kin_arena_alloc(&filler->arena, sizeof(*items));
		items[0] = value_of(filler, raw);
		list.items = items;
		list.count = items[0].type != KIN_SQL_NULL;
		return list;
	}
	for (size_t at = 0; kin_json_element(raw, &at, &element); )
		count++;
	list.items = items = kin_arena_alloc(&filler->arena, (count + 1) * sizeof(*items));
	for (size_t at = 0; kin_json_element(raw, &at, &element); )
		items[list.count++] = value_of(filler, element);
	return list;
}

/* Where the model wants one value and the record has several: the first, or all lines of an address. */
static struct kin_sql_value
one_of(struct filler *filler, struct kin_str raw, bool joined)
{
	struct kin_sql_value list = list_of(filler, raw);

	if (list.count == 0)
		return (struct kin_sql_value){ .type = KIN_SQL_NULL };
	if (!joined || list.count == 1)
		return list.items[0];
	kin_buf_clear(&filler->text);
	for (uint32_t i = 0; i < list.count; i++) {
		if (i > 0)
			kin_buf_puts(&filler->text, ", ");
		kin_buf_add(&filler->text, list.items[i].text);
	}
	return (struct kin_sql_value){ .type = KIN_SQL_TEXT,
	    .text = kin_arena_keep(&filler->arena, kin_buf_str(&filler->text)) };
}

static void
fill_column(struct filler *filler, struct kin_rec *rec, uint32_t column)
{
	const struct source *source = &filler->source[column];
	struct kin_sql_value *value = &filler->value[column];
	const struct kin_member *member = source->member.len > 0
	    ? kin_rec_find(rec, source->member) : NULL;
	struct kin_str raw;

	if (member == NULL || value->type != KIN_SQL_NULL)
		return;
	raw = kin_rec_value(rec, member);
	if (kin_json_type(raw) == KIN_JSON_NULL)
		return;
	*value = source->list ? list_of(filler, raw)
	    : one_of(filler, raw, member->field == KIN_FIELD_ADDRESS);
	if (source->format.len > 0 && value->type == KIN_SQL_TEXT)
		value->text = reformat(filler, value->text, source->format);
}

/* The columns of a record; what it has not, of the others of its group. */
static void
fill(struct filler *filler, const struct kin_people_record *kept)
{
	kin_arena_reset(&filler->arena);
	for (uint32_t c = 0; c < filler->columns; c++)
		filler->value[c] = (struct kin_sql_value){ .type = KIN_SQL_NULL };
	for (;; kept = &filler->people->record[kept->next]) {
		struct kin_rec *rec = kin_people_read(&filler->people->reader, 0, kept);

		for (uint32_t c = 0; c < filler->columns; c++)
			fill_column(filler, rec, c);
		if (kept->next == KIN_LINK_NONE)
			return;
	}
}

struct place {
	const struct kin_people_record	*kept;
	size_t				 at;
};

static int
by_id(const void *left, const void *right)
{
	const struct place *x = left, *y = right;

	return kin_people_by_id(x->kept, y->kept);
}

static void
add_all(struct filler *filler, uint32_t other, struct kin_link *link)
{
	struct kin_people *people = filler->people;
	struct place *places = kin_resize(NULL, people->count + 1, sizeof(*places));
	size_t count = 0;

	kin_people_forget_numbers(people);
	for (size_t i = 0; i < people->count; i++) {
		if (kin_people_is_asked(people, i, other))
			places[count++] = (struct place){ &people->record[i], i };
	}
	if (count > 0)
		qsort(places, count, sizeof(*places), by_id);
	for (size_t i = 0; i < count; i++) {
		fill(filler, places[i].kept);
		kin_splink_score_add(people->splink, filler->value);
		kin_people_number(people, places[i].at, kin_link_add(link, places[i].kept->key,
		    places[i].kept->list ? 1 : 0, NULL, 0));
	}
	kin_splink_score_seal(people->splink);
	kin_free(places);
}

static void
open_filler(struct filler *filler, struct kin_people *people, struct kin_splink_model *model)
{
	*filler = (struct filler){ .people = people, .model = model,
	    .columns = kin_sql_columns(model->sql) };
	filler->source = kin_calloc(filler->columns + 1, sizeof(*filler->source));
	filler->value = kin_calloc(filler->columns + 1, sizeof(*filler->value));
}

static void
close_filler(struct filler *filler)
{
	kin_arena_fini(&filler->arena);
	kin_buf_fini(&filler->text);
	kin_free(filler->source);
	kin_free(filler->value);
}

struct kin_splink_score *
kin_people_splink_score(struct kin_people *people, struct kin_splink_model *model)
{
	struct kin_splink_score *score = kin_splink_score_new(model);
	struct filler filler;

	open_filler(&filler, people, model);
	find_sources(&filler, 0, NULL, NULL);
	for (size_t i = 0; i < people->numbers; i++) {
		fill(&filler, &people->record[people->place[i]]);
		kin_splink_score_add(score, filler.value);
	}
	kin_splink_score_seal(score);
	close_filler(&filler);
	return score;
}

bool
kin_people_has_lists(struct kin_people *people, struct kin_str name)
{
	for (size_t i = 0; i < people->count; i++) {
		struct kin_rec *rec = kin_people_read(&people->reader, 0, &people->record[i]);
		const struct kin_member *member = kin_rec_find(rec, name);
		struct kin_str element;
		size_t at = 0;

		if (member != NULL && member->type == KIN_JSON_ARRAY
		    && kin_json_element(kin_rec_value(rec, member), &at, &element)
		    && kin_json_element(kin_rec_value(rec, member), &at, &element))
			return true;
	}
	return false;
}

bool
kin_people_is_splink(const struct kin_people *people)
{
	return people->model.splink != NULL;
}

struct kin_link *
kin_people_link_splink(struct kin_people *people, uint32_t other, const struct kin_link_opts *opts,
    kin_people_say *say, void *ctx)
{
	static const struct kin_field_spec none = { "record", KIN_KIND_EXACT, false };
	struct kin_splink_model *model = people->model.splink;
	struct filler filler;
	struct kin_link_opts own = *opts;
	struct kin_link *link;

	kin_splink_score_free(people->splink);
	own.splink = people->splink = kin_splink_score_new(model);
	link = kin_people_open(people, other, &own);
	if (link == NULL)
		link = kin_link_new(&none, 1, &own);
	open_filler(&filler, people, model);
	find_sources(&filler, other, say, ctx);
	add_all(&filler, other, link);
	close_filler(&filler);
	return link;
}
