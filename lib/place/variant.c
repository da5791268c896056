#include "kin/place/variant.h"

#include "kin/base/buf.h"

struct word {
	struct kin_str	text;		/* alternatives, with | between them */
	int		count, at;
};

static struct kin_str
alternative(struct kin_str text, int number)
{
	struct kin_str piece = { NULL, 0 };

	for (int i = 0; i <= number; i++) {
		size_t end = kin_str_find(text, '|', 0);

		piece = kin_str(text.p, end);
		if (end < text.len)
			text = kin_str(text.p + end + 1, text.len - end - 1);
	}
	return piece;
}

/* Words of the pattern; -1 when there are too many, or too many phrases. */
static int
read_words(struct kin_str pattern, struct word *words, int *phrases)
{
	struct kin_str piece;
	int count = 0;

	*phrases = 1;
	while (kin_str_next(&pattern, ' ', &piece)) {
		struct word *word = &words[count];

		if (piece.len == 0)
			continue;
		if (count == KIN_VARIANT_WORDS)
			return -1;
		*word = (struct word){ piece, 1, 0 };
		for (size_t i = 0; i < piece.len; i++)
			word->count += piece.p[i] == '|';
		if (word->count > KIN_VARIANT_MOST / *phrases)
			return -1;
		*phrases *= word->count;
		count++;
	}
	return count;
}

static void
put_phrase(const struct word *words, int count, struct kin_buf *phrase)
{
	kin_buf_clear(phrase);
	for (int i = 0; i < count; i++) {
		struct kin_str word = alternative(words[i].text, words[i].at);

		if (word.len > 0 && phrase->len > 0)
			kin_buf_putc(phrase, ' ');
		kin_buf_add(phrase, word);
	}
}

int
kin_variant_each(struct kin_str pattern, kin_variant_phrase *each, void *ctx)
{
	struct word words[KIN_VARIANT_WORDS];
	struct kin_buf phrase = { 0 };
	int phrases, count = read_words(pattern, words, &phrases);

	if (count < 0)
		return -1;
	for (int i = 0; i < phrases; i++) {
		put_phrase(words, count, &phrase);
		each(ctx, kin_buf_str(&phrase));
		for (int w = count - 1; w >= 0 && ++words[w].at == words[w].count; w--)
			words[w].at = 0;
	}
	kin_buf_fini(&phrase);
	return phrases;
}
