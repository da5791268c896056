#include "kin/field/language.h"

#include "kin/base/ascii.h"
#include "kin/base/utf8.h"

/* Folded spellings in byte order, searched by halving; tags stand among them. */
static const struct {
	const char	*spelling, *name, *tag;
} table[] = {
	{ "af", "Afrikaans", "af" }, { "afrikaans", "Afrikaans", "af" }, { "ak", "Akan", "ak" },
	{ "akan", "Akan", "ak" }, { "albanian", "Albanian", "sq" }, { "am", "Amharic", "am" },
	{ "amharic", "Amharic", "am" }, { "ar", "Arabic", "ar" }, { "arabic", "Arabic", "ar" },
	{ "armenian", "Armenian", "hy" }, { "az", "Azerbaijani", "az" }, { "azerbaijani", "Azerbaijani", "az" },
	{ "azeri", "Azerbaijani", "az" }, { "bangla", "Bengali", "bn" }, { "basque", "Basque", "eu" },
	{ "be", "Belarusian", "be" }, { "belarusian", "Belarusian", "be" }, { "bengali", "Bengali", "bn" },
	{ "bfi", "British Sign Language", "bfi" }, { "bg", "Bulgarian", "bg" }, { "bin", "Edo", "bin" },
	{ "bini", "Edo", "bin" }, { "bn", "Bengali", "bn" }, { "bo", "Tibetan", "bo" },
	{ "bosnian", "Bosnian", "bs" }, { "brazilian", "Portuguese", "pt" },
	{ "brazilian portuguese", "Portuguese", "pt" },
	{ "british sign language", "British Sign Language", "bfi" }, { "bs", "Bosnian", "bs" },
	{ "bsl", "British Sign Language", "bfi" }, { "bulgarian", "Bulgarian", "bg" },
	{ "burmese", "Burmese", "my" }, { "ca", "Catalan", "ca" }, { "cambodian", "Khmer", "km" },
	{ "cantonese", "Cantonese", "yue" }, { "cape verdean creole", "Cape Verdean Creole", "kea" },
	{ "catalan", "Catalan", "ca" }, { "central kurdish", "Sorani", "ckb" }, { "chewa", "Chichewa", "ny" },
	{ "chichewa", "Chichewa", "ny" }, { "chinese", "Chinese", "zh" }, { "ckb", "Sorani", "ckb" },
	{ "cmn", "Mandarin", "cmn" }, { "croatian", "Croatian", "hr" }, { "cs", "Czech", "cs" },
	{ "cy", "Welsh", "cy" }, { "czech", "Czech", "cs" }, { "da", "Danish", "da" },
	{ "danish", "Danish", "da" }, { "dari", "Dari", "prs" }, { "de", "German", "de" },
	{ "dutch", "Dutch", "nl" }, { "edo", "Edo", "bin" }, { "ee", "Ewe", "ee" }, { "el", "Greek", "el" },
	{ "en", "English", "en" }, { "eng", "English", "en" }, { "english", "English", "en" },
	{ "es", "Spanish", "es" }, { "estonian", "Estonian", "et" }, { "et", "Estonian", "et" },
	{ "eu", "Basque", "eu" }, { "ewe", "Ewe", "ee" }, { "fa", "Persian", "fa" }, { "fante", "Fante", "fat" },
	{ "fanti", "Fante", "fat" }, { "farsi", "Persian", "fa" }, { "fat", "Fante", "fat" },
	{ "ff", "Fula", "ff" }, { "fi", "Finnish", "fi" }, { "fil", "Filipino", "fil" },
	{ "filipino", "Filipino", "fil" }, { "finnish", "Finnish", "fi" }, { "fr", "French", "fr" },
	{ "french", "French", "fr" }, { "fula", "Fula", "ff" }, { "fulah", "Fula", "ff" },
	{ "fulani", "Fula", "ff" }, { "ga language", "Ga", "gaa" }, { "gaa", "Ga", "gaa" },
	{ "ganda", "Luganda", "lg" }, { "gd", "Scottish Gaelic", "gd" }, { "georgian", "Georgian", "ka" },
	{ "german", "German", "de" }, { "greek", "Greek", "el" }, { "gu", "Gujarati", "gu" },
	{ "gujarati", "Gujarati", "gu" }, { "gujerati", "Gujarati", "gu" }, { "ha", "Hausa", "ha" },
	{ "haitian creole", "Haitian Creole", "ht" }, { "hak", "Hakka", "hak" }, { "hakka", "Hakka", "hak" },
	{ "hausa", "Hausa", "ha" }, { "he", "Hebrew", "he" }, { "hebrew", "Hebrew", "he" },
	{ "hi", "Hindi", "hi" }, { "hindi", "Hindi", "hi" }, { "hr", "Croatian", "hr" },
	{ "ht", "Haitian Creole", "ht" }, { "hu", "Hungarian", "hu" }, { "hungarian", "Hungarian", "hu" },
	{ "hy", "Armenian", "hy" }, { "ibo", "Igbo", "ig" }, { "icelandic", "Icelandic", "is" },
	{ "id", "Indonesian", "id" }, { "ig", "Igbo", "ig" }, { "igbo", "Igbo", "ig" },
	{ "indonesian", "Indonesian", "id" }, { "irish", "Irish", "ga" }, { "irish gaelic", "Irish", "ga" },
	{ "is", "Icelandic", "is" }, { "it", "Italian", "it" }, { "italian", "Italian", "it" },
	{ "ja", "Japanese", "ja" }, { "jam", "Jamaican Creole", "jam" },
	{ "jamaican creole", "Jamaican Creole", "jam" }, { "jamaican patois", "Jamaican Creole", "jam" },
	{ "japanese", "Japanese", "ja" }, { "ka", "Georgian", "ka" }, { "kannada", "Kannada", "kn" },
	{ "kazakh", "Kazakh", "kk" }, { "kea", "Cape Verdean Creole", "kea" }, { "kg", "Kongo", "kg" },
	{ "khmer", "Khmer", "km" }, { "kikongo", "Kongo", "kg" }, { "kinyarwanda", "Kinyarwanda", "rw" },
	{ "kirundi", "Kirundi", "rn" }, { "kiswahili", "Swahili", "sw" }, { "kk", "Kazakh", "kk" },
	{ "km", "Khmer", "km" }, { "kmr", "Kurmanji", "kmr" }, { "kn", "Kannada", "kn" }, { "ko", "Korean", "ko" },
	{ "kongo", "Kongo", "kg" }, { "korean", "Korean", "ko" }, { "kri", "Krio", "kri" },
	{ "krio", "Krio", "kri" }, { "ku", "Kurdish", "ku" }, { "kurdish", "Kurdish", "ku" },
	{ "kurdish kurmanji", "Kurmanji", "kmr" }, { "kurdish sorani", "Sorani", "ckb" },
	{ "kurmanji", "Kurmanji", "kmr" }, { "lao", "Lao", "lo" }, { "laotian", "Lao", "lo" },
	{ "latvian", "Latvian", "lv" }, { "lg", "Luganda", "lg" }, { "lingala", "Lingala", "ln" },
	{ "lithuanian", "Lithuanian", "lt" }, { "ln", "Lingala", "ln" }, { "lo", "Lao", "lo" },
	{ "lt", "Lithuanian", "lt" }, { "luganda", "Luganda", "lg" }, { "lv", "Latvian", "lv" },
	{ "macedonian", "Macedonian", "mk" }, { "magyar", "Hungarian", "hu" }, { "malagasy", "Malagasy", "mg" },
	{ "malay", "Malay", "ms" }, { "malayalam", "Malayalam", "ml" }, { "maltese", "Maltese", "mt" },
	{ "mandarin", "Mandarin", "cmn" }, { "mandarin chinese", "Mandarin", "cmn" },
	{ "mandinka", "Mandinka", "mnk" }, { "marathi", "Marathi", "mr" }, { "mg", "Malagasy", "mg" },
	{ "mirpuri", "Pahari-Pothwari", "phr" }, { "mk", "Macedonian", "mk" }, { "ml", "Malayalam", "ml" },
	{ "mn", "Mongolian", "mn" }, { "mnk", "Mandinka", "mnk" }, { "moldovan", "Romanian", "ro" },
	{ "mongolian", "Mongolian", "mn" }, { "mr", "Marathi", "mr" }, { "ms", "Malay", "ms" },
	{ "mt", "Maltese", "mt" }, { "my", "Burmese", "my" }, { "nb", "Norwegian Bokmål", "nb" },
	{ "ndebele", "Ndebele", "nd" }, { "ne", "Nepali", "ne" }, { "nepalese", "Nepali", "ne" },
	{ "nepali", "Nepali", "ne" }, { "nl", "Dutch", "nl" }, { "northern kurdish", "Kurmanji", "kmr" },
	{ "norwegian", "Norwegian", "no" }, { "norwegian bokmal", "Norwegian Bokmål", "nb" },
	{ "ny", "Chichewa", "ny" }, { "nyanja", "Chichewa", "ny" }, { "om", "Oromo", "om" },
	{ "oromo", "Oromo", "om" }, { "pa", "Punjabi", "pa" }, { "pahari", "Pahari-Pothwari", "phr" },
	{ "pahari pothwari", "Pahari-Pothwari", "phr" }, { "panjabi", "Punjabi", "pa" },
	{ "pashto", "Pashto", "ps" }, { "pashtu", "Pashto", "ps" }, { "patois", "Jamaican Creole", "jam" },
	{ "persian", "Persian", "fa" }, { "phr", "Pahari-Pothwari", "phr" }, { "pl", "Polish", "pl" },
	{ "polish", "Polish", "pl" }, { "polski", "Polish", "pl" }, { "portuguese", "Portuguese", "pt" },
	{ "pothwari", "Pahari-Pothwari", "phr" }, { "potwari", "Pahari-Pothwari", "phr" },
	{ "prs", "Dari", "prs" }, { "ps", "Pashto", "ps" }, { "pt", "Portuguese", "pt" },
	{ "punjabi", "Punjabi", "pa" }, { "pushto", "Pashto", "ps" }, { "rn", "Kirundi", "rn" },
	{ "ro", "Romanian", "ro" }, { "rom", "Romani", "rom" }, { "romanes", "Romani", "rom" },
	{ "romani", "Romani", "rom" }, { "romanian", "Romanian", "ro" }, { "romany", "Romani", "rom" },
	{ "ru", "Russian", "ru" }, { "rundi", "Kirundi", "rn" }, { "russian", "Russian", "ru" },
	{ "rw", "Kinyarwanda", "rw" }, { "scottish gaelic", "Scottish Gaelic", "gd" },
	{ "serbian", "Serbian", "sr" }, { "shona", "Shona", "sn" }, { "shqip", "Albanian", "sq" },
	{ "si", "Sinhala", "si" }, { "singhalese", "Sinhala", "si" }, { "sinhala", "Sinhala", "si" },
	{ "sinhalese", "Sinhala", "si" }, { "sk", "Slovak", "sk" }, { "sl", "Slovenian", "sl" },
	{ "slovak", "Slovak", "sk" }, { "slovene", "Slovenian", "sl" }, { "slovenian", "Slovenian", "sl" },
	{ "sn", "Shona", "sn" }, { "so", "Somali", "so" }, { "somali", "Somali", "so" },
	{ "sorani", "Sorani", "ckb" }, { "spanish", "Spanish", "es" }, { "sq", "Albanian", "sq" },
	{ "sr", "Serbian", "sr" }, { "sv", "Swedish", "sv" }, { "sw", "Swahili", "sw" },
	{ "swahili", "Swahili", "sw" }, { "swedish", "Swedish", "sv" }, { "syl", "Sylheti", "syl" },
	{ "sylheti", "Sylheti", "syl" }, { "sylhetti", "Sylheti", "syl" }, { "ta", "Tamil", "ta" },
	{ "tagalog", "Tagalog", "tl" }, { "tamil", "Tamil", "ta" }, { "te", "Telugu", "te" },
	{ "telugu", "Telugu", "te" }, { "th", "Thai", "th" }, { "thai", "Thai", "th" }, { "ti", "Tigrinya", "ti" },
	{ "tibetan", "Tibetan", "bo" }, { "tigrigna", "Tigrinya", "ti" }, { "tigrinya", "Tigrinya", "ti" },
	{ "tl", "Tagalog", "tl" }, { "tr", "Turkish", "tr" }, { "turkish", "Turkish", "tr" },
	{ "tw", "Twi", "tw" }, { "twi", "Twi", "tw" }, { "ug", "Uyghur", "ug" }, { "uighur", "Uyghur", "ug" },
	{ "uk", "Ukrainian", "uk" }, { "ukrainian", "Ukrainian", "uk" }, { "ur", "Urdu", "ur" },
	{ "urdu", "Urdu", "ur" }, { "uyghur", "Uyghur", "ug" }, { "uz", "Uzbek", "uz" },
	{ "uzbek", "Uzbek", "uz" }, { "vi", "Vietnamese", "vi" }, { "vietnamese", "Vietnamese", "vi" },
	{ "welsh", "Welsh", "cy" }, { "wo", "Wolof", "wo" }, { "wolof", "Wolof", "wo" }, { "xh", "Xhosa", "xh" },
	{ "xhosa", "Xhosa", "xh" }, { "yi", "Yiddish", "yi" }, { "yiddish", "Yiddish", "yi" },
	{ "yo", "Yoruba", "yo" }, { "yoruba", "Yoruba", "yo" }, { "yue", "Cantonese", "yue" },
	{ "zh", "Chinese", "zh" }, { "zu", "Zulu", "zu" }, { "zulu", "Zulu", "zu" }
};

static struct kin_language
find(struct kin_str folded)
{
	size_t low = 0, high = sizeof(table) / sizeof(*table);

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = kin_str_cmp(folded, kin_str_of(table[middle].spelling));

		if (order == 0)
			return (struct kin_language){ kin_str_of(table[middle].name), kin_str_of(table[middle].tag) };
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return (struct kin_language){ .name = KIN_STR("") };
}

/* Length of the first part of "pt-BR" or "zh_Hans"; 0 when text is no such tag. */
static size_t
first_subtag(struct kin_str text)
{
	size_t len = 0;

	while (len < text.len && kin_ascii_is_letter(text.p[len]))
		len++;
	if (len < 2 || len > 3 || len + 3 > text.len || (text.p[len] != '-' && text.p[len] != '_'))
		return 0;
	return kin_str_find(text, ' ', 0) == text.len ? len : 0;
}

bool
kin_language_find(struct kin_str text, struct kin_buf *room, struct kin_language *out)
{
	size_t subtag = first_subtag(text);
	struct kin_str folded;

	kin_buf_clear(room);
	kin_utf8_fold(room, subtag ? kin_str(text.p, subtag) : text);
	folded = kin_buf_str(room);
	if (kin_str_has_suffix(folded, KIN_STR(" language")))
		folded.len -= strlen(" language");
	*out = find(folded);
	if (out->name.len == 0)
		*out = find(kin_buf_str(room));
	return out->name.len > 0;
}
