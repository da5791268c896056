#include "kin/step/overlap.h"

#include "kin/base/map.h"
#include "kin/tally/sets.h"
#include "kin/tally/show.h"

struct kin_overlap {
	struct kin_sets	*sets;
	struct kin_map	*who;
	uint64_t	*in;		/* each of whom: lists and groups by bits */
	size_t		 cap;
	struct kin_err	 err;		/* the first thing wrong with a line */
	bool		 failed;
	struct kin_rec	 rec;		/* of kin_overlap_line */
	struct kin_buf	 key;		/* scratch */
};

struct kin_overlap *
kin_overlap_new(void)
{
	struct kin_overlap *overlap = kin_calloc(1, sizeof(*overlap));

	overlap->sets = kin_sets_new();
	overlap->who = kin_map_new();
	return overlap;
}

void
kin_overlap_free(struct kin_overlap *overlap)
{
	if (overlap == NULL)
		return;
	kin_sets_free(overlap->sets);
	kin_map_free(overlap->who);
	kin_rec_fini(&overlap->rec);
	kin_buf_fini(&overlap->key);
	kin_free(overlap->in);
	kin_free(overlap);
}

static bool
is_person(struct kin_rec *rec)
{
	struct kin_str kind = kin_rec_text(rec, KIN_FIELD_KIND);

	return !kin_rec_has(rec, KIN_FIELD_KIND) || kin_str_is(kind, KIN_STR("contact")) ||
	    kin_str_is(kind, KIN_STR("person")) || kin_str_is(kind, KIN_STR("need")) ||
	    kin_str_is(kind, KIN_STR("helper"));
}

/* Who has no id is counted at once: nothing further will be said of them. */
int
kin_overlap_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_overlap *overlap = ctx;
	struct kin_str person = kin_rec_raw(rec, KIN_FIELD_PERSON), id = { NULL, 0 };
	uint64_t in;
	uint32_t who;
	bool is_new;

	if (!is_person(rec))
		return 0;
	if (kin_sets_read(overlap->sets, rec, &in, err) != 0) {
		overlap->failed = true;
		overlap->err = *err;
		return -1;
	}
	kin_buf_clear(&overlap->key);
	if (person.len > 0 && kin_json_type(person) == KIN_JSON_OBJECT)
		id = kin_json_find_text(person, KIN_STR("id"), &overlap->key);
	if (id.len == 0) {
		kin_sets_add(overlap->sets, in, 1);
		return 0;
	}
	who = kin_map_add(overlap->who, id, &is_new);
	overlap->in = kin_grow(overlap->in, who, &overlap->cap, sizeof(*overlap->in));
	overlap->in[who] = is_new ? in : overlap->in[who] | in;
	return 0;
}

void
kin_overlap_line(void *ctx, struct kin_str line)
{
	struct kin_overlap *overlap = ctx;
	struct kin_err err;

	if (kin_rec_read(&overlap->rec, line, &err) == 0)
		kin_overlap_push(overlap, &overlap->rec, &err);
}

int
kin_overlap_show(struct kin_overlap *overlap, size_t width, struct kin_buf *out, struct kin_err *err)
{
	struct kin_tables tables = { 0 };
	struct kin_show how = { .width = width };

	if (overlap->failed)
		return kin_fail(err, "%s", overlap->err.text);
	for (uint32_t who = 0; who < kin_map_count(overlap->who); who++)
		kin_sets_add(overlap->sets, overlap->in[who], 1);
	kin_sets_add_groups(overlap->sets, &tables);
	kin_sets_add_overlaps(overlap->sets, &tables);
	for (size_t i = 0; i < tables.count; i++) {
		if (i > 0)
			kin_buf_putc(out, '\n');
		kin_show_text(tables.list[i], &how, out);
	}
	kin_tables_fini(&tables);
	return 0;
}
