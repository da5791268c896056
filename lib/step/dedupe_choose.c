/* Which of a person's records each field of the folded one is from. */
#include "dedupe_fold.h"

static bool
is_name(int field)
{
	return field == KIN_FIELD_GIVEN_NAME || field == KIN_FIELD_OTHER_NAMES
	    || field == KIN_FIELD_FAMILY_NAME || field == KIN_FIELD_FULL_NAME
	    || field == KIN_FIELD_TITLE;
}

bool
kin_fold_is_place(int field)
{
	return field == KIN_FIELD_ADDRESS || field == KIN_FIELD_TOWN || field == KIN_FIELD_POSTCODE
	    || field == KIN_FIELD_UPRN || field == KIN_FIELD_WARD || field == KIN_FIELD_LAD
	    || field == KIN_FIELD_EASTING || field == KIN_FIELD_NORTHING;
}

static bool
has_small_letters(struct kin_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.p[i] >= 'a' && text.p[i] <= 'z')
			return true;
	}
	return false;
}

static int
fullness_of_name(struct kin_rec *rec)
{
	struct kin_str given = kin_rec_text(rec, KIN_FIELD_GIVEN_NAME);
	struct kin_str family = kin_rec_text(rec, KIN_FIELD_FAMILY_NAME);
	struct kin_str full = kin_rec_text(rec, KIN_FIELD_FULL_NAME);

	return 8 * (given.len > 1) + 8 * (family.len > 0) + 4 * (full.len > 0)
	    + 2 * (given.len == 1) + 2 * (has_small_letters(family) || has_small_letters(full))
	    + kin_rec_has(rec, KIN_FIELD_OTHER_NAMES);
}

static int
fullness_of_place(struct kin_rec *rec)
{
	int full = 0;

	for (int field = 0; field < KIN_FIELD_COUNT; field++)
		full += kin_fold_is_place(field) && kin_rec_has(rec, (enum kin_field)field);
	return full;
}

static size_t
choose_name(struct kin_fold *fold)
{
	size_t best = fold->leaves;
	int most = 0;

	for (size_t i = 0; i < fold->leaves; i++) {
		int full = fullness_of_name(&fold->leaf[i].rec);

		if (full > most) {
			most = full;
			best = i;
		}
	}
	return best;
}

static size_t
choose_place(struct kin_fold *fold)
{
	struct kin_str postcode = { NULL, 0 };
	size_t best = fold->leaves;
	int most = 0;

	for (size_t i = 0; i < fold->leaves; i++) {
		struct kin_rec *rec = &fold->leaf[i].rec;
		struct kin_str own = kin_rec_text(rec, KIN_FIELD_POSTCODE);
		int full = fullness_of_place(rec);

		if (best < fold->leaves && (own.len == 0 || !kin_str_is(own, postcode)))
			continue;
		if (full > most) {
			most = full;
			best = i;
			postcode = own;
		}
	}
	return best;
}

void
kin_fold_begin(struct kin_fold *fold)
{
	fold->name = choose_name(fold);
	fold->place = choose_place(fold);
}

struct kin_str
kin_fold_value(const struct kin_fold *fold, size_t leaf, struct kin_str name)
{
	const struct kin_rec *rec = &fold->leaf[leaf].rec;
	const struct kin_member *member = kin_rec_find(rec, name);

	if (member == NULL || member->type == KIN_JSON_NULL)
		return kin_str(NULL, 0);
	return kin_rec_value(rec, member);
}

/* The leaf whose value most leaves have; of equals the first. */
static size_t
choose_most(const struct kin_fold *fold, struct kin_str name)
{
	size_t best = fold->leaves, most = 0;

	for (size_t i = 0; i < fold->leaves; i++) {
		struct kin_str value = kin_fold_value(fold, i, name);
		size_t votes = 0;

		for (size_t j = 0; value.len > 0 && j < fold->leaves; j++)
			votes += kin_str_is(value, kin_fold_value(fold, j, name));
		if (votes > most) {
			most = votes;
			best = i;
		}
	}
	return best;
}

size_t
kin_fold_choose(const struct kin_fold *fold, struct kin_str name, int field)
{
	size_t leaf = 0;

	if (is_name(field))
		return fold->name;
	if (kin_fold_is_place(field))
		return fold->place;
	if (field == KIN_FIELD_BIRTH_DATE || field == KIN_FIELD_SEX
	    || field == KIN_FIELD_NHS_NUMBER)
		return choose_most(fold, name);
	while (leaf < fold->leaves && kin_fold_value(fold, leaf, name).len == 0)
		leaf++;
	return leaf;
}
