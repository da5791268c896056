#include "kin/field/ethnic.h"

#include "kin/base/ascii.h"
#include "kin/base/utf8.h"
#include "kin/field/placeholder.h"

enum family {
	WHITE	= 1 << 0,
	MIXED	= 1 << 1,
	ASIAN	= 1 << 2,
	BLACK	= 1 << 3,
	OTHER	= 1 << 4,
	ALONE	= 1 << 5	/* says its group without a heading too */
};

/* Headings, folded, the longer before what they begin with. */
static const struct {
	const char	*text;
	unsigned	 family;
	const char	*word;		/* when nothing stands behind it */
} heads[] = {
	{ "asian asian british or asian welsh", ASIAN, "Asian" }, { "asian or asian british", ASIAN, "Asian" },
	{ "asian asian british", ASIAN, "Asian" }, { "asian british", ASIAN, "Asian" }, { "asian", ASIAN, "Asian" },
	{ "black black british black welsh caribbean or african", BLACK, "Black" },
	{ "black black british caribbean or african", BLACK, "Black" },
	{ "black african caribbean or black british", BLACK, "Black" },
	{ "black african caribbean black british", BLACK, "Black" },
	{ "black or black british", BLACK, "Black" }, { "black black british", BLACK, "Black" },
	{ "black british", BLACK, "Black" }, { "black", BLACK, "Black" },
	{ "mixed or multiple ethnic groups", MIXED, "Mixed" }, { "mixed multiple ethnic groups", MIXED, "Mixed" },
	{ "mixed or multiple", MIXED, "Mixed" }, { "mixed multiple", MIXED, "Mixed" },
	{ "mixed dual background", MIXED, "Mixed" }, { "mixed background", MIXED, "Mixed" },
	{ "mixed race", MIXED, "Mixed" }, { "dual heritage", MIXED, "Mixed" }, { "mixed", MIXED, "Mixed" },
	{ "chinese or other ethnic group", OTHER, "Other" }, { "other ethnic groups", OTHER, "Other" },
	{ "other ethnic group", OTHER, "Other" }, { "other", OTHER, "Other" }, { "white", WHITE, "White" }
};

/* What stands behind a heading, folded, without "background". */
static const struct {
	const char	*text;
	unsigned	 family;
	const char	*word;
} tails[] = {
	{ "british", WHITE, "White British" }, { "english", WHITE, "White British" },
	{ "scottish", WHITE, "White British" }, { "welsh", WHITE, "White British" },
	{ "northern irish", WHITE, "White British" },
	{ "english welsh scottish northern irish british", WHITE | ALONE, "White British" },
	{ "english welsh scottish northern irish or british", WHITE | ALONE, "White British" },
	{ "irish", WHITE | ALONE, "White Irish" },
	{ "gypsy or irish traveller", WHITE | ALONE, "Gypsy or Irish Traveller" },
	{ "gypsy irish traveller", WHITE | ALONE, "Gypsy or Irish Traveller" },
	{ "irish traveller", WHITE | ALONE, "Gypsy or Irish Traveller" },
	{ "traveller of irish heritage", WHITE | ALONE, "Gypsy or Irish Traveller" },
	{ "roma", WHITE | ALONE, "Roma" }, { "gypsy roma", WHITE | ALONE, "Gypsy or Roma" },
	{ "gypsy or roma", WHITE | ALONE, "Gypsy or Roma" }, { "european", WHITE, "White other" },
	{ "eastern european", WHITE, "White other" }, { "western european", WHITE, "White other" },
	{ "other", WHITE, "White other" }, { "any other", WHITE, "White other" },
	{ "other white", WHITE | ALONE, "White other" }, { "any other white", WHITE | ALONE, "White other" },
	{ "white and black caribbean", MIXED | ALONE, "White and Black Caribbean" },
	{ "white black caribbean", MIXED | ALONE, "White and Black Caribbean" },
	{ "white and black african", MIXED | ALONE, "White and Black African" },
	{ "white black african", MIXED | ALONE, "White and Black African" },
	{ "white and asian", MIXED | ALONE, "White and Asian" }, { "white asian", MIXED | ALONE, "White and Asian" },
	{ "other", MIXED, "Mixed other" }, { "any other", MIXED, "Mixed other" },
	{ "other mixed", MIXED | ALONE, "Mixed other" }, { "any other mixed", MIXED | ALONE, "Mixed other" },
	{ "other mixed or multiple", MIXED | ALONE, "Mixed other" },
	{ "any other mixed or multiple", MIXED | ALONE, "Mixed other" },
	{ "any other mixed or multiple ethnic", MIXED | ALONE, "Mixed other" },
	{ "any other mixed multiple ethnic", MIXED | ALONE, "Mixed other" },
	{ "indian", ASIAN | ALONE, "Indian" }, { "pakistani", ASIAN | ALONE, "Pakistani" },
	{ "bangladeshi", ASIAN | ALONE, "Bangladeshi" }, { "chinese", ASIAN | OTHER | ALONE, "Chinese" },
	{ "other", ASIAN, "Asian other" }, { "any other", ASIAN, "Asian other" },
	{ "other asian", ASIAN | ALONE, "Asian other" }, { "any other asian", ASIAN | ALONE, "Asian other" },
	{ "caribbean", BLACK | ALONE, "Black Caribbean" }, { "african", BLACK | ALONE, "Black African" },
	{ "other", BLACK, "Black other" }, { "any other", BLACK, "Black other" },
	{ "other black", BLACK | ALONE, "Black other" }, { "any other black", BLACK | ALONE, "Black other" },
	{ "any other black african caribbean", BLACK | ALONE, "Black other" },
	{ "any other black black british or caribbean", BLACK | ALONE, "Black other" },
	{ "arab", OTHER | ALONE, "Arab" }, { "any other", OTHER | ALONE, "Other" },
	{ "any other ethnic", OTHER | ALONE, "Other" }, { "any other ethnic group", OTHER | ALONE, "Other" }
};

/* The lists' codes.  NULL: not told, or not asked. */
static const struct {
	const char	*code, *word;
} codes[] = {
	{ "WBRI", "White British" }, { "WIRI", "White Irish" }, { "WIRT", "Gypsy or Irish Traveller" },
	{ "WROM", "Gypsy or Roma" }, { "WOTH", "White other" }, { "MWBC", "White and Black Caribbean" },
	{ "MWBA", "White and Black African" }, { "MWAS", "White and Asian" }, { "MOTH", "Mixed other" },
	{ "AIND", "Indian" }, { "APKN", "Pakistani" }, { "ABAN", "Bangladeshi" }, { "AOTH", "Asian other" },
	{ "BCRB", "Black Caribbean" }, { "BAFR", "Black African" }, { "BOTH", "Black other" },
	{ "CHNE", "Chinese" }, { "OOTH", "Other" }, { "REFU", NULL }, { "NOBT", NULL },
	{ "W1", "White British" }, { "W2", "White Irish" }, { "W3", "Gypsy or Irish Traveller" },
	{ "W9", "White other" }, { "M1", "White and Black Caribbean" }, { "M2", "White and Black African" },
	{ "M3", "White and Asian" }, { "M9", "Mixed other" }, { "A1", "Indian" }, { "A2", "Pakistani" },
	{ "A3", "Bangladeshi" }, { "A4", "Chinese" }, { "A9", "Asian other" }, { "B1", "Black Caribbean" },
	{ "B2", "Black African" }, { "B9", "Black other" }, { "O1", "Chinese" }, { "O2", "Arab" }, { "O9", "Other" },
	{ "NS", NULL }
};

/* By letter from A; "" = no such code, NULL = not stated. */
static const char *const nhs[26] = {
	"White British", "White Irish", "White other", "White and Black Caribbean", "White and Black African",
	"White and Asian", "Mixed other", "Indian", "", "Pakistani", "Bangladeshi", "Asian other", "Black Caribbean",
	"Black African", "", "Black other", "", "Chinese", "Other", "", "", "", "", "", "", NULL
};

static bool
is_letter(struct kin_str text)
{
	return text.len == 1 && kin_ascii_is_letter(text.p[0]);
}

static const char *
nhs_word(struct kin_str letter)
{
	return nhs[kin_ascii_upper(letter.p[0]) - 'A'];
}

bool
kin_ethnic_is_no_nhs_letter(struct kin_str text)
{
	const char *word;

	if (!is_letter(text))
		return false;
	word = nhs_word(text);
	return word != NULL && *word == '\0';
}

static const char *
find_tail(struct kin_str text, unsigned family)
{
	for (size_t i = 0; i < sizeof(tails) / sizeof(*tails); i++)
		if (tails[i].family & family && kin_str_is(text, kin_str_of(tails[i].text)))
			return tails[i].word;
	return NULL;
}

static const char *
find_label(struct kin_str text)
{
	const char *word;

	if (kin_str_has_suffix(text, KIN_STR(" background")))
		text.len -= strlen(" background");
	word = find_tail(text, ALONE);
	for (size_t i = 0; word == NULL && i < sizeof(heads) / sizeof(*heads); i++) {
		struct kin_str head = kin_str_of(heads[i].text);

		if (kin_str_is(text, head))
			word = heads[i].word;
		else if (kin_str_has_prefix(text, head) && text.p[head.len] == ' ')
			word = find_tail(kin_str(text.p + head.len + 1, text.len - head.len - 1), heads[i].family);
	}
	return word;
}

bool
kin_ethnic_find(struct kin_str text, enum kin_ethnic_letters letters, struct kin_buf *room,
    struct kin_str *word)
{
	const char *found;

	text = kin_str_without_number(kin_str_trim(text));
	*word = kin_str(NULL, 0);
	if (is_letter(text)) {
		found = letters == KIN_ETHNIC_NHS ? nhs_word(text) : "";
		*word = kin_str_of(found);
		return found == NULL || *found != '\0';
	}
	for (size_t i = 0; text.len <= 4 && i < sizeof(codes) / sizeof(*codes); i++) {
		if (kin_str_is_nocase(text, kin_str_of(codes[i].code))) {
			*word = kin_str_of(codes[i].word);
			return true;
		}
	}
	if (kin_placeholder_is(text))
		return true;
	kin_buf_clear(room);
	kin_utf8_fold(room, text);
	*word = kin_str_of(find_label(kin_buf_str(room)));
	return word->len > 0;
}
