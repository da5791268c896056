/* Invented people as records, some of them twice with the errors that lists have, for the laws. */
#ifndef MADE_PEOPLE_H
#define MADE_PEOPLE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <check.h>

#include "kin/record/rec.h"

struct lines {
	char	*line[4096];
	size_t	 count;
};

static inline void
lines_add(struct lines *lines, const char *p, size_t len)
{
	char *line = malloc(len + 1);

	ck_assert_uint_lt(lines->count, sizeof(lines->line) / sizeof(*lines->line));
	memcpy(line, p, len);
	line[len] = '\0';
	lines->line[lines->count++] = line;
}

static inline void
lines_fini(struct lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		free(lines->line[i]);
	lines->count = 0;
}

/* A kin_sink. */
static inline void
lines_sink(void *ctx, struct kin_str line)
{
	lines_add(ctx, line.p, line.len);
}

static inline int
lines_order(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static inline void
lines_sort(struct lines *lines)
{
	qsort(lines->line, lines->count, sizeof(*lines->line), lines_order);
}

static inline void
lines_same(const struct lines *a, const struct lines *b)
{
	ck_assert_uint_eq(a->count, b->count);
	for (size_t i = 0; i < a->count; i++)
		ck_assert_str_eq(a->line[i], b->line[i]);
}

static inline uint32_t
made_random(uint32_t *state, uint32_t below)
{
	*state = *state * 1664525u + 1013904223u;
	return (uint32_t)(((uint64_t)(*state >> 8) * below) >> 24);
}

static inline void
lines_shuffle(struct lines *lines, uint32_t seed)
{
	for (size_t i = lines->count; i > 1; i--) {
		size_t j = made_random(&seed, (uint32_t)i);
		char *line = lines->line[i - 1];

		lines->line[i - 1] = lines->line[j];
		lines->line[j] = line;
	}
}

/* Hands every line to a kin_push, as a file of that name. */
static inline void
lines_push(const struct lines *lines, kin_push *push, void *engine)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_rec rec = { .file = "made.ndjson" };

	for (size_t i = 0; i < lines->count; i++) {
		rec.line_no = (long)i + 1;
		ck_assert_int_eq(kin_rec_read(&rec, kin_str_of(lines->line[i]), &err), 0);
		ck_assert_int_eq(push(engine, &rec, &err), 0);
	}
	kin_rec_fini(&rec);
}

/* n people of homes of up to four, each on list "a"; about half of them also on list "b". */
static inline void
make_people(struct lines *a, struct lines *b, size_t n, uint32_t seed)
{
	static const char *const given[] = { "Ada", "Bob", "Cora", "Dev", "Edna", "Femi", "Grace",
		"Hassan", "Ines", "Jean", "Kofi", "Leila", "Marek", "Nadia", "Olu", "Priya" };
	static const char *const family[] = { "Quill", "Ferris", "Chowdhury", "Nolan", "Asante",
		"Pawlak", "Hersi", "Clarke", "Okafor", "Tran", "Begum", "Marsh" };
	static const char *const street[] = { "Heron Close", "Kestrel Road", "Linnet Way", "Teal Court" };
	uint32_t home = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t g = made_random(&seed, 16), f, year = 1925 + made_random(&seed, 85);
		uint32_t month = 1 + made_random(&seed, 12), day = 1 + made_random(&seed, 28);
		char line[512];
		int len;

		if (i % 4 == 0 || made_random(&seed, 3) == 0)
			home = made_random(&seed, 1u << 20);
		f = home % 12;
		len = snprintf(line, sizeof(line), "{\"kind\":\"contact\",\"source\":{\"list\":\"a\",\"id\":"
		    "\"%zu\"},\"who\":\"%zu\",\"given_name\":\"%s\",\"family_name\":\"%s\",\"birth_date\":"
		    "\"%04u-%02u-%02u\",\"address\":\"%u %s\",\"postcode\":\"RM%u %u%c%c\",\"phone\":"
		    "\"+44770%07u\"}", i, i, given[g], family[f], year, month, day, 1 + home % 90,
		    street[home % 4], 8 + home % 3, home % 10, 'A' + (char)(home % 20),
		    'A' + (char)(home % 23), home);
		lines_add(a, line, (size_t)len);
		if (made_random(&seed, 2) == 0)
			continue;
		if (made_random(&seed, 5) == 0)
			day = 1 + day % 28;
		len = snprintf(line, sizeof(line), "{\"kind\":\"contact\",\"source\":{\"list\":\"b\",\"id\":"
		    "\"%zu\"},\"who\":\"%zu\",\"given_name\":\"%.*s\",\"family_name\":\"%s\",\"birth_date\":"
		    "\"%04u-%02u-%02u\",\"postcode\":\"RM%u %u%c%c\"}", i, i,
		    made_random(&seed, 6) == 0 ? 1 : 20, given[g], family[f], year, month, day,
		    8 + home % 3, home % 10, 'A' + (char)(home % 20), 'A' + (char)(home % 23));
		lines_add(b, line, (size_t)len);
	}
}

#endif
