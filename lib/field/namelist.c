#include "kin/field/namelist.h"

#include <stdint.h>

#include "kin/base/ascii.h"
#include "kin/field/placeholder.h"

enum {
	WORD_MAX   = 12,
	FILLER_MAX = 24,
	TITLE_FAMILY = KIN_NAMELIST_TITLE | KIN_NAMELIST_OF_FAMILY,
	TITLE_MR   = TITLE_FAMILY | KIN_NAMELIST_MR,
	CAPITALS   = KIN_NAMELIST_SUFFIX | KIN_NAMELIST_CAPITALS
};

/* In byte order: searched by halving. */
static const struct {
	const char	*word;
	unsigned	 roles;
} roles[] = {
	{ "&", KIN_NAMELIST_AND },
	{ "+", KIN_NAMELIST_AND },
	{ "-", KIN_NAMELIST_LINK },
	{ "a/l", KIN_NAMELIST_LINK }, { "a/p", KIN_NAMELIST_LINK },
	{ "abu", KIN_NAMELIST_PARTICLE }, { "aka", KIN_NAMELIST_NEE },
	{ "al", KIN_NAMELIST_PARTICLE | KIN_NAMELIST_GIVEN }, { "alderman", TITLE_FAMILY },
	{ "and", KIN_NAMELIST_AND },
	{ "ap", KIN_NAMELIST_PARTICLE }, { "ba", CAPITALS }, { "bem", CAPITALS },
	{ "bin", KIN_NAMELIST_PARTICLE }, { "bint", KIN_NAMELIST_PARTICLE },
	{ "binti", KIN_NAMELIST_PARTICLE }, { "bsc", KIN_NAMELIST_SUFFIX },
	{ "capt", TITLE_FAMILY }, { "captain", TITLE_FAMILY }, { "cbe", CAPITALS },
	{ "cllr", TITLE_FAMILY }, { "col", TITLE_FAMILY }, { "colonel", TITLE_FAMILY },
	{ "councillor", TITLE_FAMILY },
	{ "d'", KIN_NAMELIST_PARTICLE }, { "d/o", KIN_NAMELIST_LINK },
	{ "da", KIN_NAMELIST_PARTICLE }, { "dal", KIN_NAMELIST_PARTICLE },
	{ "dame", KIN_NAMELIST_TITLE }, { "das", KIN_NAMELIST_PARTICLE },
	{ "dbe", CAPITALS }, { "de", KIN_NAMELIST_PARTICLE }, { "deacon", KIN_NAMELIST_TITLE },
	{ "del", KIN_NAMELIST_PARTICLE }, { "della", KIN_NAMELIST_PARTICLE },
	{ "den", KIN_NAMELIST_PARTICLE }, { "der", KIN_NAMELIST_PARTICLE },
	{ "des", KIN_NAMELIST_PARTICLE }, { "di", KIN_NAMELIST_PARTICLE | KIN_NAMELIST_GIVEN },
	{ "do", KIN_NAMELIST_PARTICLE }, { "doctor", TITLE_FAMILY },
	{ "dos", KIN_NAMELIST_PARTICLE }, { "dr", TITLE_FAMILY },
	{ "du", KIN_NAMELIST_PARTICLE }, { "e", KIN_NAMELIST_LINK },
	{ "el", KIN_NAMELIST_PARTICLE }, { "esq", KIN_NAMELIST_SUFFIX },
	{ "families", KIN_NAMELIST_GROUP }, { "family", KIN_NAMELIST_GROUP },
	{ "father", KIN_NAMELIST_TITLE }, { "formerly", KIN_NAMELIST_NEE },
	{ "fr", KIN_NAMELIST_TITLE }, { "frcs", CAPITALS }, { "hon", KIN_NAMELIST_TITLE },
	{ "household", KIN_NAMELIST_GROUP }, { "ibn", KIN_NAMELIST_PARTICLE },
	{ "ii", KIN_NAMELIST_SUFFIX }, { "iii", KIN_NAMELIST_SUFFIX },
	{ "imam", KIN_NAMELIST_TITLE }, { "iv", KIN_NAMELIST_SUFFIX },
	{ "jnr", KIN_NAMELIST_SUFFIX }, { "jp", CAPITALS }, { "jr", KIN_NAMELIST_SUFFIX },
	{ "junior", KIN_NAMELIST_SUFFIX }, { "kbe", CAPITALS }, { "kc", CAPITALS },
	{ "la", KIN_NAMELIST_PARTICLE }, { "lady", KIN_NAMELIST_TITLE },
	{ "las", KIN_NAMELIST_PARTICLE }, { "le", KIN_NAMELIST_PARTICLE },
	{ "lo", KIN_NAMELIST_PARTICLE }, { "lord", KIN_NAMELIST_TITLE },
	{ "los", KIN_NAMELIST_PARTICLE }, { "lt", TITLE_FAMILY }, { "ma", CAPITALS },
	{ "mac", KIN_NAMELIST_PARTICLE }, { "madam", TITLE_MR }, { "maj", TITLE_FAMILY },
	{ "master", KIN_NAMELIST_TITLE | KIN_NAMELIST_MR }, { "mba", CAPITALS },
	{ "mbe", CAPITALS }, { "mc", KIN_NAMELIST_PARTICLE }, { "md", CAPITALS },
	{ "miss", TITLE_MR }, { "mister", TITLE_MR }, { "mme", TITLE_MR }, { "mp", CAPITALS },
	{ "mr", TITLE_MR }, { "mrs", TITLE_MR }, { "ms", TITLE_MR }, { "msc", KIN_NAMELIST_SUFFIX },
	{ "mst", KIN_NAMELIST_TITLE | KIN_NAMELIST_MR },
	{ "mstr", KIN_NAMELIST_TITLE | KIN_NAMELIST_MR }, { "mx", TITLE_MR },
	{ "nee", KIN_NAMELIST_NEE }, { "née", KIN_NAMELIST_NEE },
	{ "o'", KIN_NAMELIST_PARTICLE }, { "obe", CAPITALS }, { "pastor", KIN_NAMELIST_TITLE },
	{ "phd", KIN_NAMELIST_SUFFIX }, { "prof", TITLE_FAMILY }, { "professor", TITLE_FAMILY },
	{ "qc", CAPITALS }, { "rabbi", TITLE_FAMILY }, { "rev", KIN_NAMELIST_TITLE },
	{ "revd", KIN_NAMELIST_TITLE }, { "reverend", KIN_NAMELIST_TITLE }, { "rn", CAPITALS },
	{ "rt", KIN_NAMELIST_TITLE }, { "s/o", KIN_NAMELIST_LINK },
	{ "senior", KIN_NAMELIST_SUFFIX }, { "sgt", TITLE_FAMILY },
	{ "sir", KIN_NAMELIST_TITLE }, { "sister", KIN_NAMELIST_TITLE },
	{ "snr", KIN_NAMELIST_SUFFIX }, { "sr", KIN_NAMELIST_SUFFIX },
	{ "st", KIN_NAMELIST_PARTICLE }, { "ten", KIN_NAMELIST_PARTICLE },
	{ "ter", KIN_NAMELIST_PARTICLE }, { "van", KIN_NAMELIST_PARTICLE },
	{ "von", KIN_NAMELIST_PARTICLE }, { "w/o", KIN_NAMELIST_LINK },
	{ "y", KIN_NAMELIST_LINK }, { "zu", KIN_NAMELIST_PARTICLE },
	{ "zum", KIN_NAMELIST_PARTICLE }, { "zur", KIN_NAMELIST_PARTICLE }
};

/* In byte order, lower case, without spaces and signs. */
static const struct {
	const char		*text;
	enum kin_name_filler	 filler;
} fillers[] = {
	{ "anon", KIN_NAME_MISSING }, { "anonymous", KIN_NAME_MISSING }, { "asdf", KIN_NAME_TEST },
	{ "baby", KIN_NAME_BABY }, { "babyboy", KIN_NAME_BABY }, { "babygirl", KIN_NAME_BABY },
	{ "babyof", KIN_NAME_BABY }, { "donotuse", KIN_NAME_TEST }, { "dummy", KIN_NAME_TEST },
	{ "dummyrecord", KIN_NAME_TEST }, { "duplicate", KIN_NAME_TEST },
	{ "duplicaterecord", KIN_NAME_TEST }, { "firstnameunknown", KIN_NAME_MISSING },
	{ "firsttwin", KIN_NAME_BABY }, { "fnu", KIN_NAME_MISSING },
	{ "householder", KIN_NAME_MISSING }, { "infant", KIN_NAME_BABY }, { "lnu", KIN_NAME_MISSING },
	{ "mrtest", KIN_NAME_TEST }, { "namenotgiven", KIN_NAME_MISSING },
	{ "nameunknown", KIN_NAME_MISSING }, { "newborn", KIN_NAME_BABY },
	{ "noname", KIN_NAME_MISSING }, { "nonamegiven", KIN_NAME_MISSING },
	{ "nosurname", KIN_NAME_MISSING }, { "occupant", KIN_NAME_MISSING },
	{ "occupier", KIN_NAME_MISSING }, { "patienttest", KIN_NAME_TEST }, { "qwerty", KIN_NAME_TEST },
	{ "secondtwin", KIN_NAME_BABY }, { "surnameunknown", KIN_NAME_MISSING },
	{ "test", KIN_NAME_TEST }, { "testaccount", KIN_NAME_TEST }, { "testing", KIN_NAME_TEST },
	{ "testpatient", KIN_NAME_TEST }, { "testperson", KIN_NAME_TEST },
	{ "testrecord", KIN_NAME_TEST }, { "testtest", KIN_NAME_TEST }, { "testuser", KIN_NAME_TEST },
	{ "thehouseholder", KIN_NAME_MISSING }, { "theoccupier", KIN_NAME_MISSING },
	{ "theresident", KIN_NAME_MISSING }, { "triplet", KIN_NAME_BABY }, { "twin", KIN_NAME_BABY },
	{ "twina", KIN_NAME_BABY }, { "twinb", KIN_NAME_BABY }, { "twini", KIN_NAME_BABY },
	{ "twinii", KIN_NAME_BABY }, { "twinone", KIN_NAME_BABY }, { "twintwo", KIN_NAME_BABY },
	{ "unborn", KIN_NAME_BABY }, { "unbornbaby", KIN_NAME_BABY }, { "unbornchild", KIN_NAME_BABY },
	{ "unknownfemale", KIN_NAME_MISSING }, { "unknownmale", KIN_NAME_MISSING },
	{ "unknownname", KIN_NAME_MISSING }, { "unknownunknown", KIN_NAME_MISSING },
	{ "xxtest", KIN_NAME_TEST }, { "zztest", KIN_NAME_TEST }, { "zzz", KIN_NAME_TEST }
};

static uint8_t begins[257];	/* where the roles of each first byte begin; filled once, before main */

__attribute__((constructor)) static void
fill_begins(void)
{
	size_t at = 0;

	for (size_t c = 0; c < 256; c++) {
		while (at < sizeof(roles) / sizeof(*roles) && (unsigned char)roles[at].word[0] < c)
			at++;
		begins[c] = (uint8_t)at;
	}
	begins[256] = sizeof(roles) / sizeof(*roles);
}

unsigned
kin_namelist_roles(struct kin_str word)
{
	char key[WORD_MAX];
	size_t low, high;

	if (word.len > 1 && word.p[word.len - 1] == '.')
		word.len--;
	if (word.len == 0 || word.len >= WORD_MAX)
		return 0;
	for (size_t i = 0; i < word.len; i++)
		key[i] = kin_ascii_lower(word.p[i]);
	key[word.len] = '\0';
	low = begins[(unsigned char)key[0]];
	high = begins[(unsigned char)key[0] + 1];
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(key, roles[middle].word);

		if (order == 0)
			return roles[middle].roles;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}

/* "Null", "Na": one capital and small letters, as a name is written. */
static bool
is_real_in_lower_case(struct kin_str s)
{
	return kin_str_is(s, KIN_STR("Null")) || kin_str_is(s, KIN_STR("Na")) ||
	    kin_str_is(s, KIN_STR("Nil")) || kin_str_is(s, KIN_STR("Nan"));
}

/* Letters in lower case; *figures when digits stand behind them and nowhere else. */
static size_t
compact(struct kin_str s, char out[FILLER_MAX], bool *figures)
{
	size_t len = 0;

	*figures = false;
	for (size_t i = 0; i < s.len; i++) {
		char c = kin_ascii_lower(s.p[i]);

		if (kin_ascii_is_digit(c)) {
			*figures = true;
			continue;
		}
		if ((unsigned char)c < 0x80 && !kin_ascii_is_lower(c))
			continue;
		if (*figures || len == FILLER_MAX || (unsigned char)c >= 0x80)
			return 0;
		out[len++] = c;
	}
	return len;
}

/* "Unborn Smith", "Twin 2 Akers", "Baby of Jane": the first words say it. */
static bool
begins_like_baby(struct kin_str s)
{
	static const char *const starts[] = {
		"unborn ", "twin 1 ", "twin 2 ", "baby of ", "baby boy ", "baby girl ", "newborn "
	};

	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++) {
		struct kin_str start = kin_str_of(starts[i]);

		if (start.p[0] == kin_ascii_lower(s.p[0]) && s.len > start.len &&
		    kin_str_is_nocase(kin_str(s.p, start.len), start))
			return true;
	}
	return false;
}

static uint32_t lengths[128];	/* bit n: a filler of n letters begins with it; filled once, before main */

__attribute__((constructor)) static void
fill_lengths(void)
{
	for (size_t i = 0; i < sizeof(fillers) / sizeof(*fillers); i++)
		lengths[(unsigned char)fillers[i].text[0] & 127] |= UINT32_C(1) << strlen(fillers[i].text);
}

static enum kin_name_filler
find_filler(struct kin_str key)
{
	size_t low = 0, high = sizeof(fillers) / sizeof(*fillers);

	if (!(lengths[(unsigned char)key.p[0] & 127] >> key.len & 1))
		return KIN_NAME_REAL;
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = kin_str_cmp(key, kin_str_of(fillers[middle].text));

		if (order == 0)
			return fillers[middle].filler;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return KIN_NAME_REAL;
}

enum kin_name_filler
kin_name_filler(struct kin_str text)
{
	struct kin_str s = kin_str_trim(text);
	enum kin_name_filler filler;
	char key[FILLER_MAX];
	bool figures;
	size_t len;

	if (s.len <= 4 && is_real_in_lower_case(s))
		return KIN_NAME_REAL;
	if (kin_placeholder_is(s))
		return KIN_NAME_MISSING;
	if (s.len > 0 && strchr("bntu", kin_ascii_lower(s.p[0])) != NULL && begins_like_baby(s))
		return KIN_NAME_BABY;
	len = compact(s, key, &figures);
	if (len == 0)
		return KIN_NAME_REAL;
	filler = find_filler(kin_str(key, len));
	return figures && filler == KIN_NAME_MISSING ? KIN_NAME_REAL : filler;
}
