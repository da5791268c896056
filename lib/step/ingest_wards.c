#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ingest_in.h"
#include "kin/place/boundary.h"
#include "kin/record/json.h"

/* Where the name before = ends; 0 when there is none. */
static size_t
name_length(const char *text)
{
	size_t len = 0;

	while ((text[len] >= 'a' && text[len] <= 'z') || (text[len] >= 'A' && text[len] <= 'Z')
	    || (text[len] >= '0' && text[len] <= '9') || text[len] == '_' || text[len] == '-')
		len++;
	return text[len] == '=' ? len : 0;
}

int
kin_ingest_add_wards(struct kin_ingest_opts *opts, const char *text, struct kin_err *err)
{
	size_t len = name_length(text);
	struct kin_ingest_wards *wards = &opts->wards[opts->ward_count];

	if (opts->ward_count == KIN_INGEST_WARDS)
		return kin_fail(err, "boundaries of more than %d years", KIN_INGEST_WARDS);
	wards->name = kin_str(text, len);
	wards->path = len > 0 ? text + len + 1 : text;
	for (size_t i = 0; i < opts->ward_count; i++)
		if (kin_str_is(opts->wards[i].name, wards->name))
			return kin_fail(err, len > 0 ? "\"%.*s\" comes twice" : "wards without a name come twice",
			    (int)len, text);
	opts->ward_count++;
	return 0;
}

/* A list of postcodes, or a folder of such; polygons are JSON. */
static bool
is_list(const char *path)
{
	size_t len = strlen(path);
	struct stat st;

	return (len > 4 && kin_str_is_nocase(kin_str(path + len - 4, 4), KIN_STR(".csv")))
	    || (stat(path, &st) == 0 && S_ISDIR(st.st_mode));
}

static int
load_list(struct kin_ingest *ingest, size_t which, struct kin_err *err)
{
	const struct kin_ingest_wards *wards = &ingest->opts.wards[which];

	if (wards->name.len == 0) {
		kin_fail(err, "%s: a list of postcodes goes to --postcodes, or under a name: --wards 2013=%s",
		    wards->path, wards->path);
		return KIN_EXIT_USAGE;
	}
	ingest->ward_lists[which] = kin_gazetteer_new();
	if (kin_gazetteer_load(ingest->ward_lists[which], wards->path, ingest_postcode_fault, ingest, err) < 0)
		return errno != 0 ? -1 : KIN_EXIT_USAGE;
	return 0;
}

int
ingest_wards_load(struct kin_ingest *ingest, struct kin_err *err)
{
	for (size_t i = 0; i < ingest->opts.ward_count; i++) {
		if (is_list(ingest->opts.wards[i].path)) {
			int status = load_list(ingest, i, err);

			if (status != 0)
				return status;
			continue;
		}
		ingest->wards[i] = kin_boundary_load(ingest->opts.wards[i].path, err);
		if (!ingest->wards[i])
			return errno != 0 ? -1 : KIN_EXIT_USAGE;
	}
	return 0;
}

void
ingest_wards_free(struct kin_ingest *ingest)
{
	for (size_t i = 0; i < ingest->opts.ward_count; i++) {
		kin_boundary_free(ingest->wards[i]);
		kin_gazetteer_free(ingest->ward_lists[i]);
	}
}

bool
ingest_wards_tell(const struct kin_ingest *ingest)
{
	for (size_t i = 0; i < ingest->opts.ward_count; i++)
		if (ingest->opts.wards[i].name.len == 0)
			return true;
	return false;
}

/* Whole metres; 1234.5 is cut. */
static bool
read_metres(struct kin_str text, int32_t *out)
{
	char *end, number[16];
	long n;

	text = kin_str_trim(text);
	if (text.len == 0 || text.len >= sizeof(number))
		return false;
	memcpy(number, text.p, text.len);
	number[text.len] = '\0';
	n = strtol(number, &end, 10);
	if ((*end != '\0' && *end != '.') || n <= 0 || n > 2000000)
		return false;
	*out = (int32_t)n;
	return true;
}

void
ingest_wards_set_point(struct kin_ingest *ingest, struct kin_str easting, struct kin_str northing)
{
	if (!ingest->has_point)
		ingest->has_point = read_metres(easting, &ingest->easting) && read_metres(northing, &ingest->northing);
}

static void
put_named(struct kin_ingest *ingest, struct kin_str name, struct kin_str code, bool *any)
{
	kin_buf_add(&ingest->out, *any ? KIN_STR(",") : KIN_STR(",\"wards\":{"));
	kin_json_put_string(&ingest->out, name);
	kin_buf_putc(&ingest->out, ':');
	kin_json_put_string(&ingest->out, code);
	*any = true;
}

bool
ingest_wards_put_ward(struct kin_ingest *ingest)
{
	struct kin_str code;

	if (!ingest->has_point || ingest->has_ward || ingest->has[KIN_FIELD_WARD])
		return false;
	for (size_t i = 0; i < ingest->opts.ward_count; i++) {
		if (ingest->opts.wards[i].name.len > 0
		    || !kin_boundary_find(ingest->wards[i], ingest->easting, ingest->northing, &code))
			continue;
		ingest_put_prefix(&ingest->out, kin_schema[KIN_FIELD_WARD].name);
		kin_json_put_string(&ingest->out, code);
		ingest->has_ward = true;
	}
	return ingest->has_ward;
}

/* The ward of that year: by the postcode, or by the point. */
static bool
find_named(const struct kin_ingest *ingest, size_t which, struct kin_str *code)
{
	struct kin_place place;

	if (ingest->ward_lists[which] == NULL)
		return ingest->has_point && kin_boundary_find(ingest->wards[which], ingest->easting, ingest->northing, code);
	if (!kin_gazetteer_find(ingest->ward_lists[which], kin_str_of(ingest->postcode), &place))
		return false;
	*code = place.ward;
	return code->len > 0;
}

void
ingest_wards_put(struct kin_ingest *ingest)
{
	bool any = false;

	ingest_wards_put_ward(ingest);
	for (size_t i = 0; !ingest->has[KIN_FIELD_WARDS] && i < ingest->opts.ward_count; i++) {
		struct kin_str name = ingest->opts.wards[i].name, code;

		if (name.len > 0 && find_named(ingest, i, &code))
			put_named(ingest, name, code, &any);
	}
	if (any)
		kin_buf_putc(&ingest->out, '}');
	ingest->counts.warded += any || ingest->has_ward;
}
