/* truth -- how near the engine comes to labelled sets: truth FILE.ndjson TRUTH.csv */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "kin/base/map.h"
#include "kin/base/mem.h"
#include "kin/link/link.h"

static const struct kin_field_spec known[] = {
	{ "given_name", KIN_KIND_GIVEN_NAME, false },
	{ "family_name", KIN_KIND_FAMILY_NAME, true },
	{ "birth_date", KIN_KIND_DATE, false },
	{ "sex", KIN_KIND_SEX, false },
	{ "nhs_number", KIN_KIND_NHS, false },
	{ "phone", KIN_KIND_PHONE, true },
	{ "email", KIN_KIND_EMAIL, false },
	{ "address", KIN_KIND_ADDRESS, true },
	{ "address_2", KIN_KIND_TEXT, true },
	{ "town", KIN_KIND_TOWN, true },
	{ "postcode", KIN_KIND_POSTCODE, true },
	{ "uprn", KIN_KIND_PLACE_ID, true },
	{ "state", KIN_KIND_EXACT, true },
	{ "soc_sec_id", KIN_KIND_ID, false },
};
enum { KNOWN = sizeof(known) / sizeof(known[0]) };

static json_t *records;
static struct kin_map *ids;

struct labels { uint32_t *cluster; size_t count; };

static void
read_records(const char *path)
{
	FILE *f = fopen(path, "r");
	char *line = NULL;
	size_t cap = 0;

	if (!f) { perror(path); exit(3); }
	records = json_array();
	while (getline(&line, &cap, f) > 0)
		json_array_append_new(records, json_loads(line, 0, NULL));
	fclose(f);
	free(line);
}

static double
pairs_of(double n)
{
	return n * (n - 1) / 2;
}

static void
evaluate(const char *name, const uint32_t *truth, const uint32_t *found, size_t n)
{
	struct kin_map *both = kin_map_new();
	double *t = kin_calloc(n + 1, 8), *c = kin_calloc(n + 1, 8), *b = kin_calloc(n + 1, 8);
	double tp = 0, tt = 0, cc = 0, bp = 0, br = 0, largest = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t key[2] = { truth[i], found[i] };

		t[truth[i]]++;
		c[found[i]]++;
		if (c[found[i]] > largest)
			largest = c[found[i]];
		b[kin_map_add(both, kin_str((char *)key, 8), NULL)]++;
	}
	for (size_t i = 0; i < n; i++) {
		tt += pairs_of(t[i]);
		cc += pairs_of(c[i]);
		if (i < kin_map_count(both)) {
			const uint32_t *key = (const uint32_t *)(const void *)kin_map_key(both, (uint32_t)i).p;

			tp += pairs_of(b[i]);
			bp += b[i] * b[i] / c[key[1]];
			br += b[i] * b[i] / t[key[0]];
		}
	}
	bp /= (double)n;
	br /= (double)n;
	{
		double p = cc > 0 ? tp / cc : 1, r = tt > 0 ? tp / tt : 1;

		printf("%-14s P %.5f R %.5f F1 %.5f  B3 %.5f  true %.0f found %.0f largest %.0f\n", name, p, r,
		    2 * p * r / (p + r), 2 * bp * br / (bp + br), tt, cc, largest);
	}
}

static void
dump_model(const struct kin_link *link)
{
	const struct kin_model *model = kin_link_model(link);

	printf("  same %.3g household %.3g neighbour %.3g\n", model->same, model->household, model->neighbour);
	for (size_t f = 0; f < model->fields; f++) {
		printf("  %s\n", model->field[f].name);
		for (int l = 0; l < model->field[f].levels; l++) {
			const struct kin_model_level *v = &model->field[f].level[l];

			printf("    %-34s m %.5f u %.7f n %.5f h %.5f\n", v->label, v->m, v->u, v->n, v->h);
		}
	}
}

static void
explain(struct kin_link *link, uint32_t a, uint32_t b)
{
	struct kin_link_pair pair;
	struct kin_link_part parts[KIN_MODEL_FIELDS];
	const struct kin_model *model = kin_link_model(link);

	kin_link_explain(link, a, b, &pair, parts);
	printf("   w %.2f:", pair.weight);
	for (size_t f = 0; f < model->fields; f++)
		printf(" %s=%s(%.1f,%.1f)", model->field[f].name, parts[f].label, parts[f].weight, parts[f].frequency);
	printf("\n     %s\n     %s\n", json_dumps(json_array_get(records, a), 0),
	    json_dumps(json_array_get(records, b), 0));
}

static void
show_errors(struct kin_link *link, const uint32_t *truth, const uint32_t *found, size_t n, int most)
{
	int fp = 0, fn = 0;

	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j < i; j++) {
			bool t = truth[i] == truth[j], f = found[i] == found[j];

			if (t && !f && fn++ < most) {
				printf("MISSED\n");
				explain(link, (uint32_t)i, (uint32_t)j);
			}
			if (!t && f && fp++ < most) {
				printf("WRONG\n");
				explain(link, (uint32_t)i, (uint32_t)j);
			}
		}
	}
	printf("missed %d wrong %d\n", fn, fp);
}

int
main(int argc, char **argv)
{
	struct kin_field_spec fields[KNOWN];
	struct kin_link_opts opts = { 0 };
	struct kin_link *link;
	struct kin_map *lists = kin_map_new(), *clusters = kin_map_new();
	size_t count = 0, n;
	uint32_t *truth, *found;
	FILE *f;
	char *line = NULL;
	size_t cap = 0;
	struct kin_err err;
	struct kin_link_report report;
	clock_t start;

	if (argc < 3)
		return 2;
	read_records(argv[1]);
	n = json_array_size(records);
	for (size_t k = 0; k < KNOWN; k++) {
		for (size_t i = 0; i < n; i++) {
			if (json_object_get(json_array_get(records, i), known[k].name)) {
				fields[count++] = known[k];
				break;
			}
		}
	}
	if (getenv("CUT"))
		opts.threshold = 1 / (1 + __builtin_exp2(-atof(getenv("CUT"))));
	if (getenv("BETWEEN"))
		opts.mode = KIN_LINK_BETWEEN;
	start = clock();
	link = kin_link_new(fields, count, &opts);
	ids = kin_map_new();
	for (size_t i = 0; i < n; i++) {
		json_t *r = json_array_get(records, i), *v, *e;
		struct kin_link_value values[64];
		size_t nv = 0, at;
		const char *id = json_string_value(json_object_get(r, "id"));
		const char *list = json_string_value(json_object_get(json_object_get(r, "source"), "list"));

		kin_map_add(ids, kin_str_of(id), NULL);
		for (uint32_t k = 0; k < count; k++) {
			v = json_object_get(r, fields[k].name);
			if (json_is_string(v))
				values[nv++] = (struct kin_link_value){ k, kin_str_of(json_string_value(v)) };
			json_array_foreach(v, at, e)
				values[nv++] = (struct kin_link_value){ k, kin_str_of(json_string_value(e)) };
		}
		kin_link_add(link, kin_hash64(kin_str_of(id), 1),
		    kin_map_add(lists, kin_str_of(list ? list : ""), NULL), values, nv);
	}
	kin_link_run(link, &err);
	kin_link_report(link, &report);
	truth = kin_calloc(n, 4);
	found = kin_calloc(n, 4);
	f = fopen(argv[2], "r");
	if (!f) { perror(argv[2]); return 3; }
	if (getline(&line, &cap, f) < 0)
		return 3;
	while (getline(&line, &cap, f) > 0) {
		char *id = strtok(line, ",\r\n"), *cl = strtok(NULL, ",\r\n");

		truth[kin_map_get(ids, kin_str_of(id))] = kin_map_add(clusters, kin_str_of(cl), NULL);
	}
	for (size_t i = 0; i < n; i++) {
		struct kin_link_person person;

		kin_link_person(link, (uint32_t)i, &person);
		found[i] = person.cluster;
		if (opts.mode == KIN_LINK_BETWEEN) {
			struct kin_link_match match;

			kin_link_best(link, (uint32_t)i, &match);
			found[i] = match.other < i ? match.other : (uint32_t)i;
		}
	}
	if (getenv("MODEL"))
		dump_model(link);
	if (getenv("ERRORS"))
		show_errors(link, truth, found, n, atoi(getenv("ERRORS")));
	evaluate(strrchr(argv[1], '/') + 1, truth, found, n);
	printf("               expected P %.4f R %.4f, %s; %.1f s, %u patterns, %d iterations%s, %llu edges\n", report.precision, report.recall, report.one_to_one ? "one to one" : "",
	    (double)(clock() - start) / CLOCKS_PER_SEC, report.patterns, report.iterations,
	    report.converged ? "" : " (not converged)", (unsigned long long)report.scored);
	return 0;
}
