/*
 * people -- who they are, and how they are written down wrongly; for gen.c.
 *
 * Shape    everything about a person follows from household and member; errors
 *          follow from the row's dice.
 * Owns     the tables are static and filled by words_load.
 * Room     bench.
 */
#ifndef KIN_BENCH_PEOPLE_H
#define KIN_BENCH_PEOPLE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "names.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

enum { WORDS_MAX = 512, TEXT = 96 };
enum people { BRITISH, BENGALI, PAKISTANI, AFRICAN, PUNJABI, EUROPEAN, PEOPLES };

struct words {
	const char	*at[WORDS_MAX];
	unsigned	 len[WORDS_MAX];
	unsigned	 sum[WORDS_MAX];	/* of weights up to and with this one */
	unsigned	 count;
};

struct person {
	uint64_t	 household;
	unsigned	 member;
	bool		 woman;
	char		 given[TEXT], family[TEXT], maiden[TEXT];
	int		 year, month, day;
	uint64_t	 nhs, mobile, landline, place, old_place;
	bool		 has_nhs, has_mobile, has_email;
};

static struct words given[PEOPLES][2], eras[4][2], family[PEOPLES], stem_words, end_words;
static struct words streets_, kinds_, nick_words;
static double errors = 1.0;
static uint64_t seed = 1;

/* --- chance ------------------------------------------------------------------ */

struct dice {
	uint64_t state;
};

/* splitmix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014. */
static uint64_t
mix(uint64_t z)
{
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

static uint64_t
roll(struct dice *dice)
{
	return mix(dice->state += 0x9e3779b97f4a7c15u);
}

static struct dice
dice_of(uint64_t what, uint64_t number)
{
	return (struct dice){ mix(seed * 0x2545f4914f6cdd1du + what) ^ mix(number + 1) };
}

static unsigned
below(struct dice *dice, unsigned n)
{
	return (unsigned)(((roll(dice) >> 32) * n) >> 32);
}

static bool
chance(struct dice *dice, double share)
{
	return (double)(roll(dice) >> 11) * 0x1p-53 < share;
}

static bool
slip(struct dice *dice, double share)
{
	return chance(dice, share * errors);
}

/* --- words ------------------------------------------------------------------- */

/* Weights: "word=weight"; without one, as 1 / (rank + 6), which given names follow well enough. */
static void
words_add(struct words *words, const char *text)
{
	unsigned weight, sum = words->count ? words->sum[words->count - 1] : 0;
	size_t len, name;

	while (*text && words->count < WORDS_MAX) {
		len = strcspn(text, " ");
		name = strcspn(text, " =");
		weight = name < len ? (unsigned)atoi(text + name + 1) : 0;
		if (weight == 0)
			weight = 10000 / (words->count + 6);
		words->at[words->count] = text;
		words->len[words->count] = (unsigned)(words == &nick_words ? len : name);
		words->sum[words->count++] = sum += weight;
		text += len + (text[len] == ' ');
	}
}

static void
words_pick(const struct words *words, struct dice *dice, char *out)
{
	unsigned low = 0, high = words->count - 1, middle;
	unsigned n = below(dice, words->sum[high]);

	while (low < high) {
		middle = (low + high) / 2;
		if (words->sum[middle] > n)
			high = middle;
		else
			low = middle + 1;
	}
	memcpy(out, words->at[low], words->len[low]);
	out[words->len[low]] = '\0';
}

static void
words_load(void)
{
	static const char *const era[4][2] = {
		{ men_1934, women_1934 }, { men_1954, women_1954 },
		{ men_1974, women_1974 }, { men_2000, women_2000 } };
	static const char *const own[PEOPLES][3] = {
		{ men_2000, women_2000, surnames_british },
		{ men_bengali, women_bengali, surnames_bengali },
		{ men_pakistani, women_pakistani, surnames_pakistani },
		{ men_african, women_african, surnames_african },
		{ men_punjabi, women_punjabi, surnames_punjabi },
		{ men_european, women_european, surnames_european } };

	for (int i = 0; i < 4; i++)
		for (int sex = 0; sex < 2; sex++)
			words_add(&eras[i][sex], era[i][sex]);
	for (int i = 0; i < PEOPLES; i++) {
		for (int sex = 0; sex < 2; sex++)
			words_add(&given[i][sex], own[i][sex]);
		words_add(&family[i], own[i][2]);
	}
	words_add(&family[BRITISH], surnames_british_more);
	words_add(&stem_words, stems);
	words_add(&end_words, ends);
	words_add(&streets_, streets);
	words_add(&kinds_, kinds);
	words_add(&nick_words, nicknames);
}

/* --- people ------------------------------------------------------------------ */

/* The 500 commonest names are two fifths of British people; the rest have rare ones. */
static void
name_family(enum people people, struct dice *dice, char *out)
{
	char end[TEXT];

	if (people != BRITISH || chance(dice, 0.45)) {
		words_pick(&family[people], dice, out);
		return;
	}
	words_pick(&stem_words, dice, out);
	words_pick(&end_words, dice, end);
	strcat(out, end);
	if (chance(dice, 0.03))
		strcat(out, "-Jones");
}

static void
name_given(enum people people, bool woman, int year, struct dice *dice, char *out)
{
	int era = year < 1945 ? 0 : year < 1965 ? 1 : year < 1988 ? 2 : 3;

	words_pick(people == BRITISH ? &eras[era][woman] : &given[people][woman], dice, out);
}

static uint64_t
nhs_number(struct dice *dice)
{
	uint64_t digits, rest;
	unsigned sum;

	do {
		digits = 400000000 + roll(dice) % 400000000;
		rest = digits;
		sum = 0;
		for (unsigned weight = 2; weight <= 10; weight++, rest /= 10)
			sum += weight * (unsigned)(rest % 10);
	} while (sum % 11 == 1);
	return digits * 10 + (11 - sum % 11) % 11;
}

static unsigned
household_size(uint64_t household)
{
	static const unsigned char sizes[] = { 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 6 };
	struct dice dice = dice_of(1, household);

	return sizes[below(&dice, COUNT(sizes))];
}

/* Member 0 and 1 are a couple or one adult, the others their children. */
static void
person_of(uint64_t household, unsigned member, struct person *out)
{
	static const unsigned char shares[PEOPLES] = { 46, 58, 68, 83, 89, 100 };
	struct dice home = dice_of(2, household), own = dice_of(3, household * 8 + member);
	unsigned kind = below(&home, 100);
	int parent = 1932 + (int)below(&home, 66);
	bool first_woman = chance(&home, 0.5), twins = chance(&home, 0.02), junior = chance(&home, 0.02);
	enum people people = BRITISH;

	while (kind >= shares[people])
		people++;
	*out = (struct person){ .household = household, .member = member };
	name_family(people, &home, out->family);
	out->place = roll(&home);
	out->old_place = roll(&home);
	out->landline = roll(&home) % 10000000;
	if (member > 1 && twins && member < 4)
		own = dice_of(4, household);			/* the same day */
	out->year = member < 2 ? parent + (int)below(&own, 6) : parent + 20 + (int)below(&own, 16);
	if (out->year > 2019)
		out->year = 2019;
	out->month = 1 + (int)below(&own, 12);
	out->day = 1 + (int)below(&own, 28);
	own = dice_of(5, household * 8 + member);
	out->woman = member < 2 ? first_woman ^ (member == 1) : chance(&own, 0.5);
	name_given(people, out->woman, out->year, &own, out->given);
	name_family(people, &own, out->maiden);
	if (member == 2 && junior && !first_woman) {
		struct dice birth = dice_of(3, household * 8), father = dice_of(5, household * 8);

		out->woman = false;
		name_given(people, false, parent + (int)below(&birth, 6), &father, out->given);
	}
	out->nhs = nhs_number(&own);
	out->mobile = roll(&own) % 100000000;
	out->has_nhs = chance(&own, 0.6);
	out->has_mobile = out->year < 2006 && chance(&own, 0.85);
	out->has_email = out->has_mobile && out->year > 1945 && chance(&own, 0.6);
}

/* --- errors ------------------------------------------------------------------ */

static size_t
letter_of(const char *word, struct dice *dice)
{
	size_t len = strlen(word), at;

	if (len < 3)
		return 0;
	at = 1 + below(dice, (unsigned)len - 2);
	return word[at] >= 'a' && word[at] <= 'z' && word[at + 1] >= 'a' && word[at + 1] <= 'z' ? at : 0;
}

/* A neighbour key, two letters changed over, one left out, one twice. */
static void
type_wrong(char *word, struct dice *dice)
{
	static const char beside[] = "snvfrdghjklkbnmiaewdrtyhvcszxtu";
	size_t at = letter_of(word, dice);
	char c = word[at];

	if (at == 0)
		return;
	switch (below(dice, 4)) {
	case 0:
		word[at] = beside[c - 'a'];
		break;
	case 1:
		word[at] = word[at + 1];
		word[at + 1] = c;
		break;
	case 2:
		memmove(word + at, word + at + 1, strlen(word + at));
		break;
	default:
		memmove(word + at + 1, word + at, strlen(word + at) + 1);
	}
}

/* Written down as it was heard over the telephone. */
static void
hear_wrong(char *word, struct dice *dice)
{
	static const char *const sounds[][2] = { { "ph", "f" }, { "ck", "k" }, { "ie", "y" }, { "ee", "ea" },
		{ "y", "ie" }, { "sh", "s" }, { "c", "k" }, { "z", "s" }, { "ll", "l" }, { "nn", "n" }, { "tt", "t" },
		{ "a", "e" }, { "i", "e" }, { "o", "u" }, { "e", "i" } };
	char rest[TEXT], *at;

	for (unsigned i = 0, first = below(dice, 6); i < COUNT(sounds); i++) {
		const char *const *sound = sounds[(first + i) % COUNT(sounds)];

		if (*word == '\0' || (at = strstr(word + 1, sound[0])) == NULL)
			continue;
		snprintf(rest, sizeof(rest), "%s", at + strlen(sound[0]));
		snprintf(at, (size_t)(word + TEXT - at), "%s%s", sound[1], rest);
		return;
	}
}

static void
call_short(char *word)
{
	size_t len = strlen(word);

	for (unsigned i = 0; i < nick_words.count; i++)
		if (nick_words.len[i] > len && memcmp(nick_words.at[i], word, len) == 0 && nick_words.at[i][len] == '=') {
			memcpy(word, nick_words.at[i] + len + 1, nick_words.len[i] - len - 1);
			word[nick_words.len[i] - len - 1] = '\0';
			return;
		}
}

static void
names_wrong(struct person *p, struct dice *dice)
{
	char swap[TEXT];

	if (p->woman && p->year < 1999 && slip(dice, 0.03))
		memcpy(p->family, p->maiden, TEXT);
	if (slip(dice, 0.06))
		call_short(p->given);
	if (slip(dice, 0.03))
		type_wrong(p->given, dice);
	if (slip(dice, 0.03))
		type_wrong(p->family, dice);
	if (slip(dice, 0.02))
		hear_wrong(p->given, dice);
	if (slip(dice, 0.02))
		hear_wrong(p->family, dice);
	if (slip(dice, 0.015))
		p->given[(p->given[0] & 0x80) ? 2 : 1] = '\0';
	if (slip(dice, 0.008)) {
		memcpy(swap, p->given, TEXT);
		memcpy(p->given, p->family, TEXT);
		memcpy(p->family, swap, TEXT);
	}
}

static void
facts_wrong(struct person *p, struct dice *dice)
{
	int day = p->day;

	if (slip(dice, 0.01) && day <= 12) {
		p->day = p->month;
		p->month = day;
	}
	if (slip(dice, 0.006))
		p->day = 1 + (int)below(dice, 28);
	if (slip(dice, 0.006))
		p->year = p->year < 2009 ? p->year + (below(dice, 2) ? 10 : 1) : p->year - 1;
	if (slip(dice, 0.04))
		p->year = 0;
	if (slip(dice, 0.05))
		p->place = p->old_place;
	if (slip(dice, 0.06))
		p->mobile = roll(dice) % 100000000;
	if (slip(dice, 0.15))
		p->has_mobile = false;
	if (slip(dice, 0.5))
		p->has_email = false;
	if (slip(dice, 0.3))
		p->has_nhs = false;
	if (slip(dice, 0.002))
		p->nhs = nhs_number(dice);
}

#endif
