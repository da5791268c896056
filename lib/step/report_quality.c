/* report quality: what is missing where, what was refused, who stands in several records. */
#include "report_quality.h"

#include <stdlib.h>

static void *
quality_new(const struct kin_report_context *context, struct kin_err *err)
{
	struct quality *self = kin_calloc(1, sizeof(*self));
	uint32_t none = KIN_COUNT_MISSING;

	(void)context;
	(void)err;
	self->names = kin_map_new();
	self->people = kin_count_new(1, MEASURES);
	kin_count_group(self->people, &none);
	self->bands = kin_count_new(1, 1);
	self->flags = kin_count_new(2, 1);
	self->rejects = kin_count_new(2, 1);
	return self;
}

static void
quality_free(void *ctx)
{
	struct quality *self = ctx;

	kin_map_free(self->names);
	kin_free(self->lists);
	kin_count_free(self->people);
	kin_count_free(self->bands);
	kin_count_free(self->flags);
	kin_count_free(self->rejects);
	kin_free(self);
}

static void
count_fault(struct kin_count *count, struct kin_str field, struct kin_str reason)
{
	uint32_t values[2] = {
		field.len ? kin_count_value(count, 0, field) : KIN_COUNT_MISSING,
		reason.len ? kin_count_value(count, 1, reason) : KIN_COUNT_MISSING
	};

	kin_count_add(count, kin_count_group(count, values), 0, 1);
}

static void
count_flags(struct quality *self, struct kin_rec *rec)
{
	struct kin_str flags = kin_rec_raw(rec, KIN_FIELD_FLAGS), flag;
	size_t at = 0;

	if (kin_json_type(flags) != KIN_JSON_ARRAY)
		return;
	while (kin_json_element(flags, &at, &flag))
		count_fault(self->flags, kin_report_inner(rec, flag, KIN_STR("field")),
		    kin_report_inner(rec, flag, KIN_STR("reason")));
}

/* Null and "" are not there. */
static bool
is_present(const struct kin_member *member)
{
	return member->type != KIN_JSON_NULL &&
	    !(member->type == KIN_JSON_STRING && member->value_len == 2) &&
	    !(member->type == KIN_JSON_ARRAY && member->value_len == 2);
}

static void
count_fields(struct quality *self, struct kin_rec *rec)
{
	struct kin_str name = kin_report_inner(rec, kin_rec_raw(rec, KIN_FIELD_SOURCE),
	    KIN_STR("list"));
	bool is_new;
	uint32_t at = kin_map_add(self->names, name, &is_new);

	if (is_new) {
		self->lists = kin_grow(self->lists, at, &self->cap, sizeof(*self->lists));
		self->lists[at] = (struct quality_list){ 0 };
	}
	self->lists[at].records++;
	self->all.records++;
	for (size_t i = 0; i < rec->members.count; i++) {
		const struct kin_member *member = &rec->members.list[i];

		if (member->field == KIN_FIELD_NONE || !is_present(member))
			continue;
		self->lists[at].present[member->field]++;
		self->all.present[member->field]++;
	}
}

/* The number of a member of a nested object; -1 when there is none. */
static double
number(struct kin_str object, struct kin_str name)
{
	struct kin_str value;
	char text[32];

	if (!kin_json_find(object, name, &value) || kin_json_type(value) != KIN_JSON_NUMBER ||
	    value.len >= sizeof(text))
		return -1;
	memcpy(text, value.p, value.len);
	text[value.len] = '\0';
	return strtod(text, NULL);
}

static struct kin_str
band_of(double probability)
{
	if (probability < 0)
		return kin_str(NULL, 0);
	if (probability >= 0.999)
		return KIN_STR("0.999 and more");
	if (probability >= 0.99)
		return KIN_STR("0.99 to 0.999");
	return probability >= 0.95 ? KIN_STR("0.95 to 0.99") : KIN_STR("under 0.95");
}

static void
count_person(struct quality *self, struct kin_rec *rec)
{
	struct kin_str person = kin_rec_raw(rec, KIN_FIELD_PERSON), band;
	uint64_t who = kin_report_who(rec);
	double size;
	uint32_t value = KIN_COUNT_MISSING;

	if (kin_json_type(person) != KIN_JSON_OBJECT)
		return;
	size = number(person, KIN_STR("size"));
	kin_count_add(self->people, ALL, RECORDS, 1);
	kin_count_once(self->people, ALL, RESIDENTS, who);
	kin_count_most(self->people, ALL, MOST, size > 0 && size < 1e15 ? (int64_t)size : 1);
	if (!(size > 1))
		return;
	kin_count_once(self->people, ALL, SEVERAL, who);
	band = band_of(number(person, KIN_STR("probability")));
	if (band.len > 0)
		value = kin_count_value(self->bands, 0, band);
	kin_count_once(self->bands, kin_count_group(self->bands, &value), 0, who);
}

static void
count_household(struct quality *self, struct kin_rec *rec)
{
	struct kin_str household = kin_rec_raw(rec, KIN_FIELD_HOUSEHOLD), id;
	uint64_t which;

	if (kin_json_type(household) != KIN_JSON_OBJECT)
		return;
	id = kin_report_inner(rec, household, KIN_STR("id"));
	which = kin_hash64(id, 0);
	kin_count_once(self->people, ALL, HOUSEHOLDS, which);
	if (number(household, KIN_STR("size")) > 1)
		kin_count_once(self->people, ALL, SHARED, which);
}

static int
quality_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct quality *self = ctx;

	(void)err;
	if (kin_str_is(kin_rec_text(rec, KIN_FIELD_KIND), KIN_STR("reject"))) {
		count_fault(self->rejects, kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("field"))),
		    kin_rec_text(rec, KIN_FIELD_REASON));
		return KIN_REPORT_COUNTED;
	}
	if (kin_report_sort(rec) != KIN_REPORT_RESIDENT)
		return KIN_REPORT_PASSED_OVER;
	count_fields(self, rec);
	count_flags(self, rec);
	count_person(self, rec);
	count_household(self, rec);
	return KIN_REPORT_COUNTED;
}

static void
quality_finish(void *ctx, struct kin_tables *tables)
{
	quality_tables(ctx, tables);
}

const struct kin_report_kind kin_report_quality = {
	"quality", 0,
	quality_new, quality_push, quality_finish, quality_free
};
