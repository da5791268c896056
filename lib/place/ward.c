#include "kin/place/ward.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "kin/base/mem.h"
#include "kin/place/cell.h"
#include "kin/record/lines.h"
#include "kin/record/rec.h"

struct kin_ward_list {
	struct kin_map	*codes;
	struct kin_str	*names;
	size_t		 name_cap;
	struct kin_arena arena;
};

enum { NO_COLUMN = -1 };

struct reader {
	struct kin_ward_list	*wards;
	struct kin_rec		 rec;
	bool			 begun, is_json;
	int			 code_at, name_at;	/* columns */
};

struct kin_ward_list *
kin_ward_new(void)
{
	struct kin_ward_list *wards = kin_calloc(1, sizeof(*wards));

	wards->codes = kin_map_new();
	return wards;
}

void
kin_ward_free(struct kin_ward_list *wards)
{
	if (wards == NULL)
		return;
	kin_map_free(wards->codes);
	kin_arena_fini(&wards->arena);
	kin_free(wards->names);
	kin_free(wards);
}

uint32_t
kin_ward_count(const struct kin_ward_list *wards)
{
	return kin_map_count(wards->codes);
}

uint32_t
kin_ward_find(const struct kin_ward_list *wards, struct kin_str code)
{
	return kin_map_get(wards->codes, code);
}

struct kin_str
kin_ward_code(const struct kin_ward_list *wards, uint32_t id)
{
	return kin_map_key(wards->codes, id);
}

struct kin_str
kin_ward_name(const struct kin_ward_list *wards, uint32_t id)
{
	return wards->names[id];
}

static int
add(struct kin_ward_list *wards, struct kin_str code, struct kin_str name, struct kin_err *err)
{
	bool is_new;
	uint32_t id;

	if (code.len == 0)
		return kin_fail(err, "no ward code");
	id = kin_map_add(wards->codes, code, &is_new);
	if (is_new) {
		wards->names = kin_grow(wards->names, id, &wards->name_cap, sizeof(*wards->names));
		wards->names[id] = kin_arena_keep(&wards->arena, name);
	}
	return 0;
}

static int
read_header(struct reader *rd, struct kin_str line, struct kin_err *err)
{
	struct kin_str cell;

	rd->code_at = rd->name_at = NO_COLUMN;
	for (int at = 0; kin_cell_next(&line, &cell) == 1; at++) {
		cell = kin_str_trim(cell);
		if (rd->code_at == NO_COLUMN &&
		    (kin_cell_fits(cell, "ward") || kin_cell_fits(cell, "wd##cd")))
			rd->code_at = at;
		else if (kin_cell_fits(cell, "ward_name") || kin_cell_fits(cell, "wd##nm"))
			rd->name_at = at;
	}
	if (rd->code_at == NO_COLUMN)
		return kin_fail(err, "not a list of wards: no header is ward or wd25cd");
	return 0;
}

static int
read_row(struct reader *rd, struct kin_str line, struct kin_err *err)
{
	struct kin_str cell, code = { NULL, 0 }, name = { NULL, 0 };
	int got;

	for (int at = 0; (got = kin_cell_next(&line, &cell)) == 1; at++) {
		if (at == rd->code_at)
			code = kin_str_trim(cell);
		else if (at == rd->name_at)
			name = kin_str_trim(cell);
	}
	if (got < 0)
		return kin_fail(err, "a quote is not closed");
	return add(rd->wards, code, name, err);
}

static int
read_object(struct reader *rd, struct kin_str line, struct kin_err *err)
{
	struct kin_rec *rec = &rd->rec;

	if (kin_rec_read(rec, line, err) < 0)
		return -1;
	return add(rd->wards, kin_rec_text(rec, KIN_FIELD_WARD),
	    kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("ward_name"))), err);
}

static int
read_line(struct reader *rd, struct kin_str line, struct kin_err *err)
{
	bool first = !rd->begun;

	line = kin_str_trim(line);
	if (line.len == 0)
		return 0;
	rd->begun = true;
	if (first)
		rd->is_json = line.p[0] == '{';
	if (rd->is_json)
		return read_object(rd, line, err);
	return first ? read_header(rd, line, err) : read_row(rd, line, err);
}

static int
read_all(struct reader *rd, struct kin_lines *lines, struct kin_err *err)
{
	enum kin_lines_status status;
	struct kin_str line;
	int why;

	while ((status = kin_lines_next(lines, &line)) == KIN_LINES_LINE) {
		err->line = lines->line_no;
		if (read_line(rd, line, err) < 0) {
			errno = 0;
			return -1;
		}
	}
	if (status == KIN_LINES_ERROR) {
		why = errno;
		kin_fail(err, "%s", strerror(why));
		err->line = 0;
		errno = why;
		return -1;
	}
	errno = 0;
	if (status == KIN_LINES_LONG)
		return kin_fail(err, "a line too long for a list of wards");
	return rd->begun ? 0 : kin_fail(err, "empty, not a list of wards");
}

int
kin_ward_load(struct kin_ward_list *wards, const char *path, struct kin_err *err)
{
	struct reader rd = { .wards = wards };
	struct kin_lines lines;
	int fd = open(path, O_RDONLY | O_CLOEXEC), rc, why = errno;

	*err = KIN_ERR_NONE;
	if (fd < 0) {
		kin_fail(err, "%s", strerror(why));
		errno = why;
		return -1;
	}
	kin_lines_init(&lines, fd);
	rc = read_all(&rd, &lines, err);
	why = errno;
	kin_lines_fini(&lines);
	kin_rec_fini(&rd.rec);
	close(fd);
	errno = why;
	return rc;
}
