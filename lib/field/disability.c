#include "kin/field/disability.h"

#include <stdint.h>

#include "kin/base/utf8.h"
#include "kin/field/placeholder.h"

/* Folded spellings, commas between. */
static const struct {
	const char	*word, *spellings;
} table[] = {
	{ "none", "none,no,n,no disability,no disabilities,not disabled,no known disability,no known disabilities,"
	    "not disabled under the equality act,day to day activities not limited,no long term physical or mental health conditions" },
	{ "yes", "yes,y,disabled,disability,has a disability,registered disabled,disabled under the equality act" },
	{ "limits a little", "limited a little,yes limited a little,day to day activities limited a little,"
	    "disabled under the equality act day to day activities limited a little" },
	{ "limits a lot", "limited a lot,yes limited a lot,day to day activities limited a lot,"
	    "disabled under the equality act day to day activities limited a lot" },
	{ "mobility", "mob,mobility,physical disability,physical impairment,wheelchair user" },
	{ "hand function", "hand,hand function,manual dexterity" },
	{ "personal care", "pc,personal care" },
	{ "incontinence", "inc,incontinence" },
	{ "communication", "comm,communication,speech" },
	{ "learning", "ld,learning,learning disability,learning disabilities,learning difficulty,learning difficulties" },
	{ "hearing", "hear,hearing,deaf,hard of hearing,hearing impairment,hearing impaired,deaf or hard of hearing" },
	{ "vision", "vis,vision,blind,partially sighted,visual impairment,visually impaired,sight,sight loss,"
	    "blind or partially sighted" },
	{ "behaviour", "beh,behaviour" },
	{ "consciousness", "con,consciousness,epilepsy" },
	{ "autism", "aut,autism,autistic,asperger,aspergers,autism spectrum,autistic spectrum disorder,asd" },
	{ "mental health", "mental health,mental health condition,mental illness,mental ill health" },
	{ "long-term illness", "long term illness,long standing illness,long standing illness or health condition,long term health condition" },
	{ "other", "dda,other,other disability" }
};

enum {
	TABLE = sizeof(table) / sizeof(*table),
	ALONE = 2		/* "none" and "yes" are no answers beside another */
};

static int
find(struct kin_str folded)
{
	for (size_t i = 0; i < TABLE; i++) {
		struct kin_str rest = kin_str_of(table[i].spellings), piece;

		while (kin_str_next(&rest, ',', &piece))
			if (kin_str_is(piece, folded))
				return (int)i;
	}
	return -1;
}

/* Up to the next sign between answers. */
static struct kin_str
take_piece(struct kin_str *rest)
{
	size_t at = 0;
	struct kin_str piece;

	while (at < rest->len && (rest->p[at] == '\0' || strchr(",;/|+\n", rest->p[at]) == NULL))
		at++;
	piece = kin_str(rest->p, at);
	*rest = kin_str(rest->p + at + (at < rest->len), rest->len - at - (at < rest->len));
	return piece;
}

static int
find_text(struct kin_str text, struct kin_buf *room)
{
	kin_buf_clear(room);
	kin_utf8_fold(room, text);
	return find(kin_buf_str(room));
}

bool
kin_disability_find(struct kin_str text, struct kin_buf *room, struct kin_buf *out)
{
	struct kin_str rest = text;
	int whole = find_text(text, room), count = 0;
	uint32_t found = 0;

	kin_buf_clear(out);
	if (whole >= 0) {
		kin_buf_puts(out, table[whole].word);
		return true;
	}
	if (kin_placeholder_is(text))
		return true;
	while (rest.len > 0) {
		int one = find_text(take_piece(&rest), room);

		if (one < ALONE)
			return false;
		found |= UINT32_C(1) << one;
	}
	for (size_t i = 0; i < TABLE; i++) {
		if (!(found >> i & 1))
			continue;
		if (count++ > 0)
			kin_buf_puts(out, "; ");
		kin_buf_puts(out, table[i].word);
	}
	return count > 0;
}
