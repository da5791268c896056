/*
 * gen -- makes lists of invented people, with the errors that lists have.
 *
 *	gen [-d rows a person] [-e errors] [-f csv|ndjson|postcodes] [-s seed] rows
 *
 * Shape    a row is drawn by its number alone: household, member and errors come
 *          from a hash of seed and number, so nothing is kept, the rows of one
 *          person lie all over the list, and any length takes the same memory.
 * Truth    "truth" of an ndjson record is household-member; csv has it not, but
 *          the same rows in the same order.
 * Errors   -e scales all of them (1 = as found in such lists): typing, spelling
 *          by ear, nicknames, initials, names changed over, day and month changed
 *          over, a wrong digit, moved, married, a new phone, cells left empty;
 *          NHS numbers given by some, by others not, by a few somebody else's.
 *          Twins, and sons named for their father, are people and no errors.
 * Room     bench; by itself, the library is not needed.
 */
#include <getopt.h>

#include "people.h"

enum { POSTCODES = 3000, WARDS = 19 };
enum format { CSV, NDJSON, CODES };

/* --- rows -------------------------------------------------------------------- */

struct row {
	struct person	person;
	struct dice	dice;
	unsigned long	number;
	bool		has_postcode;
	char		postcode[9], street[TEXT * 3], email[TEXT * 3], landline[16], mobile[16];
	char		received[11];
	unsigned	ward, easting, northing, need, note;
};

static const char *const needs[] = { "shopping", "parcel", "prescription", "call", "shopping", "driving", "debt",
	"housing", "benefits", "wellbeing", "other" };
static const char *const needs_said[] = { "Shopping", "Food parcel", "Prescription collection", "Friendly call",
	"shopping", "Driving", "Debt advice", "Housing advice", "Benefits advice", "Health and wellbeing", "Other" };
static const char *const notes[] = { "", "", "", "lives alone", "call after 6pm", "hard of hearing, ring twice",
	"second floor, no lift", "asked for \"the same young man\" again", "daughter rings on Sundays",
	"speaks Bengali at home\nson interprets" };

static void
postcode_of(unsigned n, struct row *row)
{
	static const char *const sectors[] = { "IG11 7", "IG11 8", "IG11 9", "IG11 0", "RM8 1", "RM8 2", "RM8 3", "RM9 4",
		"RM9 5", "RM9 6", "RM10 7", "RM10 8", "RM10 9", "RM6 4", "RM6 5", "RM6 6" };
	static const char letters[] = "ABDEFGHJLNPQRSTUWXYZ";
	uint64_t place = mix(n + 77);

	snprintf(row->postcode, sizeof(row->postcode), "%.6s%c%c", sectors[n % COUNT(sectors)],
	    letters[n / COUNT(sectors) / 20 % 20], letters[n / COUNT(sectors) % 20]);
	row->ward = (unsigned)(place % WARDS);
	row->easting = 543500 + (unsigned)(place >> 16) % 8400;
	row->northing = 181700 + (unsigned)(place >> 40) % 9100;
}

static void
row_of(unsigned long number, uint64_t households, struct row *row)
{
	struct dice dice = dice_of(6, number), where;
	uint64_t household = roll(&dice) % households;
	struct person *p = &row->person;
	char word[TEXT], kind[TEXT];
	unsigned month;
	size_t len = 0;

	person_of(household, below(&dice, household_size(household)), p);
	names_wrong(p, &dice);
	facts_wrong(p, &dice);
	row->number = number;
	row->has_postcode = !slip(&dice, 0.03);
	postcode_of((unsigned)(p->place % POSTCODES), row);
	where = dice_of(7, p->place % POSTCODES);
	words_pick(&streets_, &where, word);
	words_pick(&kinds_, &where, kind);
	snprintf(row->street, sizeof(row->street), "%u %s %s", 1 + (unsigned)(p->place >> 32) % 150, word, kind);
	row->mobile[0] = row->landline[0] = row->email[0] = '\0';
	if (p->has_mobile)		/* 071 and 0209 are given to nobody */
		snprintf(row->mobile, sizeof(row->mobile), "071%08u", (unsigned)p->mobile);
	if (!p->has_mobile ? chance(&dice, 0.7) : chance(&dice, 0.2))
		snprintf(row->landline, sizeof(row->landline), "0209%07u", (unsigned)p->landline);
	if (p->has_email) {
		snprintf(row->email, sizeof(row->email), "%s.%s%u", p->given, p->family, (unsigned)(p->nhs / 10 % 1000));
		for (char *c = row->email; *c; c++)
			if ((*c | 32) >= 'a' && (*c | 32) <= 'z')
				row->email[len++] = *c | 32;
			else if ((*c >= '0' && *c <= '9') || *c == '.')
				row->email[len++] = *c;
		snprintf(row->email + len, sizeof(row->email) - len, "@example.org");
	}
	row->need = below(&dice, COUNT(needs));
	row->note = chance(&dice, 0.01) ? COUNT(notes) - 1 : below(&dice, COUNT(notes) - 1);
	month = 3 + below(&dice, 4);
	snprintf(row->received, sizeof(row->received), "2020-%02u-%02u", month, 1 + below(&dice, 30));
	row->dice = dice;
}

static void
cell(const char *text)
{
	if (strpbrk(text, ",\"\n") == NULL) {
		fputs(text, stdout);
	} else {
		putchar('"');
		for (; *text; text++) {
			if (*text == '"')
				putchar('"');
			putchar(*text);
		}
		putchar('"');
	}
	putchar(',');
}

static void
write_csv(struct row *row)
{
	const struct person *p = &row->person;
	char text[TEXT];
	unsigned style = below(&row->dice, 10), length = 0;

	if (chance(&row->dice, 0.2))
		for (char *c = row->person.family; *c; c++)
			if (*c >= 'a' && *c <= 'z')
				*c -= 32;
	printf("B%07lu,%.2s/%.2s/%.4s,", row->number + 1, row->received + 8, row->received + 5, row->received);
	cell(p->given);
	cell(p->family);
	if (p->year)
		printf(style < 8 ? "%02d/%02d/%d" : "%d.%d.%d", p->day, p->month, p->year);
	putchar(',');
	if (p->has_nhs)
		printf("%010llu", (unsigned long long)p->nhs);
	printf(",%s,%s,Dagenham,", needs_said[row->need], row->street);
	for (const char *c = row->postcode; row->has_postcode && *c; c++)
		if (*c != ' ' || style > 2)
			text[length++] = *c;
	text[length] = '\0';
	cell(text);
	cell(row->email);
	if (*row->mobile && style > 6)
		printf("%.5s %s,", row->mobile, row->mobile + 5);
	else
		cell(row->mobile);
	cell(row->landline);
	cell(notes[row->note]);
	fputs("front door\n", stdout);
}

static void
put_member(const char *name, const char *open, const char *text, const char *close)
{
	if (*text == '\0')
		return;
	printf(",\"%s\":%s\"", name, open);
	for (; *text; text++)
		if (*text == '\n')
			fputs("\\n", stdout);
		else {
			if (*text == '"' || *text == '\\')
				putchar('\\');
			putchar(*text);
		}
	printf("\"%s", close);
}

static void
write_ndjson(struct row *row)
{
	const struct person *p = &row->person;
	char text[TEXT] = "";

	printf("{\"kind\":\"contact\",\"source\":{\"list\":\"bench\",\"file\":\"bench.csv\",\"line\":%lu,\"id\":\"B%07lu\"}",
	    row->number + 2, row->number + 1);
	put_member("given_name", "", p->given, "");
	put_member("family_name", "", p->family, "");
	if (p->year)
		printf(",\"birth_date\":\"%04d-%02d-%02d\"", p->year, p->month, p->day);
	if (p->has_nhs)
		printf(",\"nhs_number\":\"%010llu\"", (unsigned long long)p->nhs);
	if (*row->mobile || *row->landline) {
		snprintf(text, sizeof(text), "+44%s", (*row->mobile ? row->mobile : row->landline) + 1);
		put_member("phone", "[", text, *row->mobile && *row->landline ? "" : "]");
		if (*row->mobile && *row->landline)
			printf(",\"+44%s\"]", row->landline + 1);
	}
	put_member("email", "[", row->email, "]");
	put_member("address", "[", row->street, "]");
	put_member("town", "", "Dagenham", "");
	if (row->has_postcode)
		printf(",\"postcode\":\"%s\",\"ward\":\"E%08u\",\"lad\":\"E09000002\",\"easting\":%u,\"northing\":%u", row->postcode,
		    5014053 + row->ward, row->easting, row->northing);
	put_member("needs", "[", needs[row->need], "]");
	put_member("received", "", row->received, "");
	put_member("notes", "", notes[row->note], "");
	printf(",\"truth\":\"%llu-%u\"}\n", (unsigned long long)p->household, p->member);
}

static void
write_postcodes(void)
{
	struct row row;

	puts("postcode,quality,easting,northing,district,ward");
	for (unsigned n = 0; n < POSTCODES; n++) {
		postcode_of(n, &row);
		printf("%s,10,%u,%u,E09000002,E%08u\n", row.postcode, row.easting, row.northing, 5014053 + row.ward);
	}
}

int
main(int argc, char **argv)
{
	static char out[1 << 17];
	enum format format = CSV;
	double rows_each = 0.8;
	unsigned long rows;
	struct row row;
	int c;

	while ((c = getopt(argc, argv, "d:e:f:s:")) != -1) {
		if (c == 'd')
			rows_each = strtod(optarg, NULL);
		else if (c == 'e')
			errors = strtod(optarg, NULL);
		else if (c == 's')
			seed = strtoull(optarg, NULL, 10);
		else if (c == 'f')
			format = *optarg == 'n' ? NDJSON : *optarg == 'p' ? CODES : CSV;
		else
			return 2;
	}
	rows = optind < argc ? strtoul(argv[optind], NULL, 10) : 0;
	if ((rows == 0 && format != CODES) || rows_each <= 0) {
		fputs("usage: gen [-d rows a person] [-e errors] [-f csv|ndjson|postcodes] [-s seed] rows\n", stderr);
		return 2;
	}
	setvbuf(stdout, out, _IOFBF, sizeof(out));
	words_load();
	if (format == CODES)
		write_postcodes();
	if (format == CSV)
		puts("Reference,Date Received,First name,Surname,d.o.b,NHS Number,Help Request Type,Address Line 1,City,"
		    "Postcode,Email,Phone number,Phone number 2,Case Note 1,Subtype");
	for (unsigned long n = 0; n < rows && format != CODES; n++) {
		row_of(n, (uint64_t)((double)rows / rows_each / 2.44) + 1, &row);
		if (format == CSV)
			write_csv(&row);
		else
			write_ndjson(&row);
	}
	return fflush(stdout) != 0 || ferror(stdout) ? 3 : 0;
}
