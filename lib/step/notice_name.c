/*
 * What the names of members say: whose value it is, and what is never compared.  A name
 * is read as headers are (kin/field/header.h); to teach a new one, add it to its row.
 */
#include "kin/base/ascii.h"
#include "kin/base/utf8.h"
#include "kin/field/header.h"
#include "people_notice.h"

static const struct {
	enum kin_kind	 kind;
	bool		 shared;
	const char	*spellings;	/* between commas */
} known[] = {
	{ KIN_KIND_ID, false, "soc sec id, soc sec no, soc sec number, social security number, social security no, "
	    "social security id, ssn, national insurance number, national insurance no, national insurance, "
	    "ni number, ni no, ni num, nino, nin, national id, national id number, national identity number, "
	    "identity card number, identity card no, passport number, passport no, driving licence number, "
	    "driving licence no, driver license number, hospital number, hospital no, medicare number, "
	    "medicare no, tax file number, chi number, unique pupil number" },
	{ KIN_KIND_TOWN, true, "suburb, county, state, province, region, district, borough, locality, village, "
	    "parish, hamlet, municipality, neighbourhood" },
	{ KIN_KIND_TEXT, true, "birth place, birthplace, place of birth, town of birth, city of birth, birth town, "
	    "country of birth, birth country, nationality, citizenship, occupation, job, job title, profession, "
	    "trade, employer, school, school name" },
	{ KIN_KIND_NAME, false, "maiden name, birth name, name at birth, former name, former surname, "
	    "former family name, previous name, previous surname, nee, known as, preferred name, nickname, "
	    "alias, also known as, aka" },
	{ KIN_KIND_NAME, true, "mother name, mothers name, mother maiden name, mothers maiden name, "
	    "name of mother, father name, fathers name, name of father" }
};

/* Words in a name by which a member is not of a person, or not to be known. */
static const char barred[] = "truth true gold golden label cluster entity person match matched duplicate dedupe "
    "score weight probability confidence row rowid record rec index seq sequence uuid guid hash "
    "worker caseworker keyworker officer advisor adviser assessor staff user operator agent manager "
    "helper volunteer assigned allocated handled entered created updated modified timestamp time "
    "amount balance total price cost income salary fee paid debt arrears count quantity "
    "note notes comment comments remark remarks description details message text status flag initial initials";

/* Is it that spelling, but for spaces? */
static bool
is_spelling(struct kin_str spelling, struct kin_str key)
{
	size_t at = 0;

	for (size_t i = 0; i < spelling.len; i++) {
		if (spelling.p[i] == ' ')
			continue;
		if (at == key.len || key.p[at++] != spelling.p[i])
			return false;
	}
	return at == key.len;
}

static bool
find_known(struct kin_str key, struct kin_notice_name *out)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		struct kin_str rest = kin_str_of(known[i].spellings), spelling;

		while (kin_str_next(&rest, ',', &spelling)) {
			if (!is_spelling(spelling, key))
				continue;
			*out = (struct kin_notice_name){ KIN_NOTICE_KNOWN, known[i].kind, known[i].shared,
			    KIN_FIELD_NONE };
			return true;
		}
	}
	return false;
}

static bool
is_barred(struct kin_str folded)
{
	struct kin_str word, other;

	while (kin_str_next(&folded, ' ', &word)) {
		struct kin_str rest = KIN_STR(barred);

		while (kin_str_next(&rest, ' ', &other)) {
			if (kin_str_is(word, other))
				return true;
		}
	}
	return false;
}

/* Another name of a usual field, or of one that is not compared. */
static void
ask_header(struct kin_str name, struct kin_notice_name *out)
{
	int field = kin_header_find(name);

	if (field == KIN_HEADER_OWN)
		return;
	out->said = KIN_NOTICE_BARRED;
	if (field == KIN_HEADER_ID || !kin_people_usual_kind(field, &out->kind))
		return;
	out->said = KIN_NOTICE_KNOWN;
	out->field = field;
	if (field == KIN_FIELD_ADDRESS && kin_ascii_is_digit(name.p[name.len - 1]))
		out->kind = KIN_KIND_TEXT;	/* a line further down: it need not begin with a number */
	out->shared = kin_kind_is_shared(out->kind);
}

void
kin_notice_name(struct kin_str name, struct kin_notice_name *out)
{
	struct kin_buf room = { 0 };
	struct kin_str key;
	bool plain = name.len > 0 && name.len < KIN_MODEL_NAME;

	for (size_t i = 0; i < name.len; i++)
		plain = plain && name.p[i] != '\\' && name.p[i] != ':' && name.p[i] != ',';
	*out = (struct kin_notice_name){ plain ? KIN_NOTICE_UNKNOWN : KIN_NOTICE_BARRED, KIN_KIND_TEXT, true,
	    KIN_FIELD_NONE };
	if (!plain)
		return;
	kin_header_squeeze(&room, name);
	key = kin_buf_str(&room);
	while (key.len > 1 && kin_ascii_is_digit(key.p[key.len - 1]))
		key.len--;
	if (!find_known(key, out)) {
		kin_buf_clear(&room);
		kin_utf8_fold(&room, name);
		if (is_barred(kin_buf_str(&room)))
			out->said = KIN_NOTICE_BARRED;
		else
			ask_header(name, out);
	}
	kin_buf_fini(&room);
}
