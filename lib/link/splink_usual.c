/* The comparisons of Splink's library for fields of a kind; @ stands for the column. */
#include "kin/base/buf.h"
#include "kin/link/splink_train.h"

struct level {
	const char	*label, *sql;
	bool		 rare;		/* a rare value says more */
};

#define NULL_LEVEL	{ "null", "\"@_l\" IS NULL OR \"@_r\" IS NULL", false }
#define EXACT(rare)	{ "Exact match", "\"@_l\" = \"@_r\"", rare }
#define SAME_LETTERS	{ "Same but for capitals", "LOWER(\"@_l\") = LOWER(\"@_r\")", true }
#define JARO(t)		{ "Jaro-Winkler >= " t, \
	"jaro_winkler_similarity(LOWER(\"@_l\"), LOWER(\"@_r\")) >= " t, false }
#define EDITS(n)	{ "Damerau-Levenshtein <= " n, "damerau_levenshtein(\"@_l\", \"@_r\") <= " n, false }
#define DAY(side)	"try_strptime(\"@_" side "\", '%Y-%m-%d')"
#define DAYS(label, seconds) \
	{ label, "ABS(EPOCH(" DAY("l") ") - EPOCH(" DAY("r") ")) <= " seconds, false }
#define PART(side, pattern)	"NULLIF(regexp_extract(LOWER(\"@_" side "\"), '" pattern "', 0), '')"
#define SAME_PART(label, pattern)	{ label, PART("l", pattern) " = " PART("r", pattern), false }
#define ELSE		{ "All other comparisons", "ELSE", false }
#define END		{ NULL, NULL, false }

static const struct level name_levels[] = { NULL_LEVEL, EXACT(true), SAME_LETTERS, JARO("0.92"),
    JARO("0.88"), JARO("0.7"), ELSE, END };
static const struct level date_levels[] = {
	{ "null", DAY("l") " IS NULL OR " DAY("r") " IS NULL", false }, EXACT(false), EDITS("1"),
	DAYS("within a month", "2629800.0"), DAYS("within a year", "31557600.0"),
	DAYS("within ten years", "315576000.0"), ELSE, END };
static const struct level email_levels[] = { NULL_LEVEL, EXACT(true), SAME_LETTERS,
    SAME_PART("Same user name", "^[^@@]+"), JARO("0.88"), ELSE, END };
static const struct level postcode_levels[] = { NULL_LEVEL, EXACT(true),
    SAME_PART("Same sector", "^[a-z]{1,2}[0-9][a-z0-9]? [0-9]"),
    SAME_PART("Same district", "^[a-z]{1,2}[0-9][a-z0-9]?"), ELSE, END };
static const struct level list_levels[] = { NULL_LEVEL,
    { "One in common", "array_length(list_intersect(\"@_l\", \"@_r\")) >= 1", false }, ELSE, END };
static const struct level number_levels[] = { NULL_LEVEL, EXACT(false), EDITS("1"), ELSE, END };
static const struct level text_levels[] = { NULL_LEVEL, EXACT(true), SAME_LETTERS, JARO("0.9"),
    JARO("0.8"), ELSE, END };
static const struct level exact_levels[] = { NULL_LEVEL, EXACT(false), ELSE, END };

static const struct level *const kinds[KIN_KIND_COUNT] = {
	[KIN_KIND_GIVEN_NAME] = name_levels,
	[KIN_KIND_FAMILY_NAME] = name_levels,
	[KIN_KIND_FULL_NAME] = name_levels,
	[KIN_KIND_NAME] = name_levels,
	[KIN_KIND_DATE] = date_levels,
	[KIN_KIND_SEX] = exact_levels,
	[KIN_KIND_POSTCODE] = postcode_levels,
	[KIN_KIND_PHONE] = number_levels,
	[KIN_KIND_EMAIL] = email_levels,
	[KIN_KIND_ADDRESS] = text_levels,
	[KIN_KIND_TOWN] = text_levels,
	[KIN_KIND_NHS] = number_levels,
	[KIN_KIND_ID] = number_levels,
	[KIN_KIND_PLACE_ID] = exact_levels,
	[KIN_KIND_TEXT] = text_levels,
	[KIN_KIND_NUMBER] = number_levels,
	[KIN_KIND_EXACT] = exact_levels
};

/* The template with the column for @, a doubled one being one. */
static struct kin_str
fill(struct kin_splink_model *model, const char *template, struct kin_str column)
{
	struct kin_buf out = { 0 };
	struct kin_str kept;

	for (const char *p = template; *p != '\0'; p++) {
		if (*p == '@' && p[1] == '@')
			kin_buf_putc(&out, *p++);
		else if (*p == '@')
			kin_buf_add(&out, column);
		else
			kin_buf_putc(&out, *p);
	}
	kept = kin_arena_keep(&model->arena, kin_buf_str(&out));
	kin_buf_fini(&out);
	return kept;
}

void
kin_splink_usual(struct kin_splink_model *model, struct kin_str column, enum kin_kind kind, bool list)
{
	struct kin_splink_comparison *comparison = kin_splink_add_comparison(model);
	const struct level *levels = list ? list_levels : kinds[kind];

	comparison->name = kin_arena_keep(&model->arena, column);
	for (size_t i = 0; levels[i].sql != NULL; i++) {
		struct kin_splink_level *level = kin_splink_add_level(comparison);

		level->null = i == 0;
		level->sql = fill(model, levels[i].sql, column);
		level->label = kin_str_of(levels[i].label);
		if (levels[i].rare)
			level->tf_name = comparison->name;
	}
}

/* --- rules ---------------------------------------------------------------------- */

static const struct kin_splink_comparison *
find(const struct kin_splink_model *model, const char *name)
{
	for (size_t i = 0; i < model->comparisons; i++) {
		if (kin_str_is(model->comparison[i].name, kin_str_of(name)))
			return &model->comparison[i];
	}
	return NULL;
}

void
kin_splink_usual_rules(struct kin_splink_model *model)
{
	static const char *const rules[][2] = { { "birth_date", NULL }, { "nhs_number", NULL },
	    { "email", NULL }, { "phone", NULL }, { "given_name", "family_name" },
	    { "given_name", "postcode" }, { "family_name", "postcode" } };

	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
		const struct kin_splink_comparison *one = find(model, rules[i][0]);
		const struct kin_splink_comparison *two = rules[i][1] != NULL
		    ? find(model, rules[i][1]) : one;
		struct kin_splink_rule *rule;

		if (one == NULL || two == NULL)
			continue;
		rule = kin_splink_add_rule(model);
		rule->sql = fill(model, one == two ? "l.\"@\" = r.\"@\""
		    : "(l.\"@\" = r.\"@\") AND (l.\"@@\" = r.\"@@\")", one->name);
		if (one != two)
			rule->sql = fill(model, rule->sql.p, two->name);
		if (one->levels == sizeof(list_levels) / sizeof(*list_levels) - 1
		    && kin_str_is(one->level[1].label, kin_str_of(list_levels[1].label)))
			kin_splink_add_explode(rule, one->name);
	}
}
