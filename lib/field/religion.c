#include "kin/field/religion.h"

#include "kin/base/utf8.h"
#include "kin/field/placeholder.h"

/* Folded spellings, commas between. */
static const struct {
	const char	*word, *spellings;
} table[] = {
	{ "No religion", "no religion,none,no,nil,no religion or belief,no religious belief,no faith,atheist,atheism,agnostic,"
	    "humanist,not religious,non religious" },
	{ "Christian", "christian,christianity,christian all denominations,church of england,c of e,cofe,c e,anglican,"
	    "roman catholic,catholic,rc,baptist,methodist,pentecostal,protestant,orthodox christian,greek orthodox,"
	    "romanian orthodox,russian orthodox,eastern orthodox,presbyterian,evangelical,evangelical christian,born again christian,"
	    "seventh day adventist,jehovahs witness,jehovah witness,mormon,quaker,salvation army" },
	{ "Buddhist", "buddhist,buddhism" },
	{ "Hindu", "hindu,hinduism" },
	{ "Jewish", "jewish,judaism,jew" },
	{ "Muslim", "muslim,islam,islamic,moslem,sunni,sunni muslim,shia,shia muslim,muslim sunni,muslim shia,ahmadiyya" },
	{ "Sikh", "sikh,sikhism" },
	{ "Other", "other,other religion,any other religion,other religion or belief,any other,bahai,jain,jainism,pagan,paganism,"
	    "rastafarian,ravidassia,spiritualist,zoroastrian,taoist,wiccan" }
};

bool
kin_religion_find(struct kin_str text, struct kin_buf *room, struct kin_str *word)
{
	struct kin_str folded, rest, piece;

	kin_buf_clear(room);
	kin_utf8_fold(room, text);
	folded = kin_buf_str(room);
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		rest = kin_str_of(table[i].spellings);
		while (kin_str_next(&rest, ',', &piece)) {
			if (kin_str_is(piece, folded)) {
				*word = kin_str_of(table[i].word);
				return true;
			}
		}
	}
	*word = kin_str(NULL, 0);
	return kin_placeholder_is(text);
}
