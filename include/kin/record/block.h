/*
 * block -- sixteen bytes looked at at once.
 *
 * Shape    a look gives a mask: bit i for the byte p[i].  Two ways that say the same:
 *          by SSE2, which every x86-64 has, and by two words of 64 bits anywhere else;
 *          the words' way is always there, so that a test can compare them.
 * Limits   KIN_BLOCK bytes must be readable at p.
 * Room     record.
 * Source   zero bytes of a word: H. S. Warren, Hacker's Delight, 6-1.
 */
#ifndef KIN_BLOCK_H
#define KIN_BLOCK_H

#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { KIN_BLOCK = 16 };

#define KIN_EACH_BYTE	UINT64_C(0x0101010101010101)

static inline uint64_t
kin_word_at(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	return word;
}

/* The eight high bits of a word as eight bits in a row. */
static inline unsigned
kin_word_mask(uint64_t high)
{
	return (unsigned)((((high >> 7) & KIN_EACH_BYTE) * UINT64_C(0x0102040810204080)) >> 56);
}

/* High bits where the byte of x, whose own high bits are off, is at least low (1 to 127). */
static inline uint64_t
kin_word_from(uint64_t x, unsigned low)
{
	return x + (0x80 - low) * KIN_EACH_BYTE;
}

/* What ends plain text in a JSON string: a quote, a backslash, a control byte, a byte from 0x80 up. */
static inline unsigned
kin_word_stops(const char *p)
{
	uint64_t word = kin_word_at(p), x = word & 0x7f * KIN_EACH_BYTE;
	uint64_t other = kin_word_from(x ^ '"' * KIN_EACH_BYTE, 1) &
	    kin_word_from(x ^ '\\' * KIN_EACH_BYTE, 1) & kin_word_from(x, ' ');

	return kin_word_mask(~other | word);
}

/* What is no digit. */
static inline unsigned
kin_word_others(const char *p)
{
	uint64_t word = kin_word_at(p), x = word & 0x7f * KIN_EACH_BYTE;

	return kin_word_mask(~kin_word_from(x, '0') | kin_word_from(x, '9' + 1) | word);
}

static inline unsigned
kin_words_stops(const char *p)
{
	return kin_word_stops(p) | kin_word_stops(p + 8) << 8;
}

static inline unsigned
kin_words_others(const char *p)
{
	return kin_word_others(p) | kin_word_others(p + 8) << 8;
}

#ifdef __SSE2__
static inline __m128i
kin_block_at(const char *p)
{
	return _mm_loadu_si128((const __m128i *)(const void *)p);
}

static inline unsigned
kin_block_stops(const char *p)
{
	__m128i x = kin_block_at(p), quote = _mm_cmpeq_epi8(x, _mm_set1_epi8('"'));
	__m128i slash = _mm_cmpeq_epi8(x, _mm_set1_epi8('\\'));

	/* signed: bytes from 0x80 up are below space as control bytes are */
	return (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, slash),
	    _mm_cmpgt_epi8(_mm_set1_epi8(' '), x)));
}

static inline unsigned
kin_block_others(const char *p)
{
	__m128i x = _mm_add_epi8(kin_block_at(p), _mm_set1_epi8(127 - '9'));

	/* signed: the digits are now the ten greatest bytes */
	return (unsigned)_mm_movemask_epi8(_mm_cmplt_epi8(x, _mm_set1_epi8(127 - 9)));
}

/* Where the blocks differ. */
static inline unsigned
kin_block_differs(const char *p, const char *q)
{
	return 0xffff ^ (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(kin_block_at(p), kin_block_at(q)));
}
#else
#define kin_block_stops		kin_words_stops
#define kin_block_others	kin_words_others
#define kin_block_differs	kin_words_differs
#endif

static inline unsigned
kin_words_differs(const char *p, const char *q)
{
	uint64_t a = kin_word_at(p) ^ kin_word_at(q), b = kin_word_at(p + 8) ^ kin_word_at(q + 8);
	uint64_t low = 0x7f * KIN_EACH_BYTE;

	return kin_word_mask(kin_word_from(a & low, 1) | a) |
	    kin_word_mask(kin_word_from(b & low, 1) | b) << 8;
}

#endif
