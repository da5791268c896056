#include "report_population.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "kin/field/ethnic.h"
#include "kin/field/sex.h"
#include "kin/record/csvin.h"

enum { KEY, POPULATION, RATE, NAME, FIELD, COLUMNS };

static const struct kin_str names[COLUMNS] = {
	{ NULL, 0 }, { "population", 10 }, { "rate", 4 }, { "name", 4 }, { "field", 5 }
};

struct reader {
	struct kin_report_population	*into;
	bool				 by_field;		/* a value of a field, not a place */
	struct kin_buf			 head;			/* of the key's column */
	struct kin_buf			 key, scratch;
	struct kin_csvin		*in;
	size_t				 column[COLUMNS];	/* index + 1, 0 = none */
};

void
kin_report_population_free(struct kin_report_population *population)
{
	if (population == NULL)
		return;
	kin_map_free(population->keys);
	kin_free(population->list);
	kin_arena_fini(&population->kept);
	kin_free(population);
}

/* Empty is -1; commas between thousands are let be. */
static int
number(struct kin_str field, struct kin_str text, double *out, struct kin_err *err)
{
	char digits[32], *end;
	size_t len = 0;

	*out = -1;
	if (text.len == 0)
		return 0;
	for (size_t i = 0; i < text.len && len < sizeof(digits) - 1; i++) {
		if (text.p[i] != ',')
			digits[len++] = text.p[i];
	}
	digits[len] = '\0';
	*out = strtod(digits, &end);
	if (*end != '\0' || end == digits || !isfinite(*out) || *out < 0)
		return kin_fail_value(err, field, text, "not a number of people");
	return 0;
}

static void
put_value(struct kin_str field, struct kin_str value, struct kin_buf *scratch, struct kin_buf *key)
{
	struct kin_err err;
	struct kin_str word;
	char sex;

	if (kin_str_is(field, KIN_STR("sex")) && kin_sex_parse(value, &sex, &err) == 0 && sex != 0)
		value = kin_str(&sex, 1);
	else if (kin_str_is(field, KIN_STR("ethnic_group")) &&
	    kin_ethnic_find(value, KIN_ETHNIC_NO_LETTERS, scratch, &word) && word.len > 0)
		value = word;
	kin_report_population_key(field, value, key);
}

/* The key becomes "sex=F", from a column of fields or from the name of the key's own. */
static int
name_field(struct reader *reader, struct kin_str *cells, struct kin_err *err)
{
	struct kin_str field = cells[FIELD].len > 0 ? cells[FIELD] : kin_buf_str(&reader->head);

	if (!kin_report_is_equality(field))
		return kin_fail_value(err, KIN_STR("field"), field, "not a field of this report");
	if (cells[RATE].len > 0)
		return kin_fail_value(err, KIN_STR("rate"), cells[RATE], "equalities compare with people, not with rates");
	if (cells[KEY].len == 0)
		return 0;
	put_value(field, cells[KEY], &reader->scratch, &reader->key);
	cells[KEY] = kin_buf_str(&reader->key);
	return 0;
}

static int
add(struct kin_report_population *self, const struct kin_str *cells, struct kin_err *err)
{
	struct kin_report_lived lived;
	uint32_t at;
	bool is_new;

	if (cells[KEY].len == 0)
		return kin_fail(err, "a population without a name");
	if (number(KIN_STR("population"), cells[POPULATION], &lived.people, err) != 0 ||
	    number(KIN_STR("rate"), cells[RATE], &lived.rate, err) != 0)
		return -1;
	at = kin_map_add(self->keys, cells[KEY], &is_new);
	if (!is_new)
		return kin_fail_value(err, kin_str(NULL, 0), cells[KEY], "stands twice");
	lived.name = kin_arena_keep(&self->kept, cells[NAME]);
	self->list = kin_grow(self->list, at, &self->cap, sizeof(*self->list));
	self->list[at] = lived;
	self->all += lived.people > 0 ? lived.people : 0;
	return 0;
}

static size_t
which_column(const struct reader *reader, struct kin_str head)
{
	size_t which = reader->by_field ? FIELD : NAME;

	while (which > KEY && !kin_str_is_nocase(kin_str_trim(head), names[which]))
		which--;
	return which;
}

static int
find_columns(struct reader *reader, struct kin_err *err)
{
	const struct kin_str *heads;
	size_t count = kin_csvin_columns(reader->in, &heads);

	for (size_t i = 0; i < count; i++) {
		size_t which = which_column(reader, heads[i]);

		if (reader->column[which] == 0)
			reader->column[which] = i + 1;
		if (reader->column[KEY] == i + 1)
			kin_buf_add(&reader->head, kin_str_trim(heads[i]));
	}
	if (reader->column[KEY] == 0 || reader->column[POPULATION] == 0)
		return kin_fail(err, "no column \"population\", or none beside it");
	return 0;
}

static int
add_cells(struct reader *reader, struct kin_str *cells, struct kin_err *err)
{
	kin_buf_clear(&reader->key);
	kin_buf_clear(&reader->scratch);
	if (reader->by_field && name_field(reader, cells, err) != 0)
		return -1;
	return add(reader->into, cells, err);
}

static int
add_row(struct reader *reader, const struct kin_row *row, struct kin_err *err)
{
	struct kin_str cells[COLUMNS];

	for (size_t which = KEY; which < COLUMNS; which++)
		cells[which] = reader->column[which] == 0 ? kin_str(NULL, 0) :
		    kin_str_trim(row->cells[reader->column[which] - 1]);
	return add_cells(reader, cells, err);
}

static struct kin_str
member_name(const struct kin_rec *rec, const struct kin_member *member)
{
	return kin_str(rec->line.p + member->name_at, member->name_len);
}

/* The key is ward, or group, or what else stands first. */
static int
add_line(struct reader *reader, struct kin_str line, struct kin_err *err)
{
	struct kin_rec rec = { 0 };
	struct kin_str cells[COLUMNS] = { { NULL, 0 } };
	int status = kin_rec_read(&rec, line, err);

	for (size_t i = 0; status == 0 && i < rec.members.count; i++) {
		const struct kin_member *member = &rec.members.list[i];
		size_t which = which_column(reader, member_name(&rec, member));

		if (cells[which].p != NULL)
			continue;
		cells[which] = kin_rec_member_text(&rec, member);
		if (which != KEY)
			continue;
		kin_buf_clear(&reader->head);
		kin_buf_add(&reader->head, member_name(&rec, member));
	}
	if (status == 0 && rec.members.count > 0)
		status = add_cells(reader, cells, err);
	kin_rec_fini(&rec);
	return status;
}

static int
read_rows(struct reader *reader, struct kin_err *err)
{
	bool is_json = kin_csvin_is_json(reader->in);
	struct kin_row row;
	enum kin_csvin_status status;

	if (!is_json && find_columns(reader, err) != 0)
		return -1;
	while ((status = kin_csvin_next(reader->in, &row, err)) == KIN_CSVIN_ROW_READ) {
		if ((is_json ? add_line(reader, row.raw, err) : add_row(reader, &row, err)) != 0) {
			err->line = row.line;
			return -1;
		}
	}
	return status == KIN_CSVIN_END ? 0 : -1;
}

static int
read_file(int fd, bool by_field, struct kin_report_population *into, struct kin_err *err)
{
	struct kin_csvin_opts opts = { .fd = fd };
	struct reader reader = { .into = into, .by_field = by_field };
	int status = kin_csvin_open(&opts, &reader.in, err);

	if (status == 0)
		status = read_rows(&reader, err);
	kin_csvin_free(reader.in);
	kin_buf_fini(&reader.head);
	kin_buf_fini(&reader.key);
	kin_buf_fini(&reader.scratch);
	return status;
}

int
kin_report_population_read(const char *path, bool by_field, struct kin_report_population **population,
    struct kin_err *err)
{
	struct kin_report_population *into;
	int fd = open(path, O_RDONLY | O_CLOEXEC), status;

	if (fd < 0) {
		kin_fail(err, "%s", strerror(errno));
		return KIN_EXIT_IO;
	}
	into = kin_calloc(1, sizeof(*into));
	into->keys = kin_map_new();
	status = read_file(fd, by_field, into, err);
	close(fd);
	if (status == 0) {
		*population = into;
		return 0;
	}
	kin_report_population_free(into);
	return KIN_EXIT_USAGE;
}

void
kin_report_population_key(struct kin_str field, struct kin_str value, struct kin_buf *key)
{
	kin_buf_add(key, field);
	kin_buf_putc(key, '=');
	kin_buf_add(key, value);
}

double
kin_report_population_of(const struct kin_report_population *population, struct kin_str key)
{
	uint32_t at;

	if (key.len == 0)
		return population->all;
	at = kin_map_get(population->keys, key);
	return at == KIN_MAP_NONE || population->list[at].people < 0 ? 0 : population->list[at].people;
}

struct kin_str
kin_report_population_name(const struct kin_report_population *population, struct kin_str key)
{
	uint32_t at = kin_map_get(population->keys, key);

	return at == KIN_MAP_NONE ? kin_str(NULL, 0) : population->list[at].name;
}

void
kin_report_population_column(struct kin_table *table, const char *base)
{
	kin_table_column(table, KIN_COLUMN_TENTHS, KIN_STR("rate_per_10000"), KIN_STR("per 10,000"));
	kin_table_of(table, base);
}

void
kin_report_population_note(const struct kin_report_population *population, struct kin_table *table)
{
	struct kin_buf note = { 0 };

	for (uint32_t i = 0; i < kin_map_count(population->keys); i++) {
		if (population->list[i].rate < 0)
			continue;
		kin_buf_puts(&note, note.len == 0 ? "To compare, per 10,000: " : ", ");
		kin_buf_add(&note, kin_map_key(population->keys, i));
		kin_buf_printf(&note, " %.1f", population->list[i].rate);
	}
	if (note.len > 0)
		kin_table_note(table, "%s.", kin_buf_text(&note));
	kin_buf_fini(&note);
}
