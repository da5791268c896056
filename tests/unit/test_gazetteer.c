/* gazetteer, postlist, cell: any published list of postcodes, and what a lookup tells. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <check.h>

#include "kin/base/buf.h"
#include "kin/place/cell.h"
#include "kin/place/gazetteer.h"
#include "kin/place/postlist.h"

static char folder[] = "/tmp/kin-gazetteer-XXXXXX";

static const char *
put_file(const char *name, const char *text)
{
	static char path[256];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "w");
	ck_assert_ptr_nonnull(file);
	fputs(text, file);
	fclose(file);
	return path;
}

static void
note_fault(void *ctx, const char *file, const struct kin_err *err)
{
	const char *base = strrchr(file, '/');

	kin_buf_printf(ctx, "%s:%ld: %s%s%s%s%s;", base ? base + 1 : file, err->line, err->field,
	    err->field[0] ? ": " : "", err->text, err->value[0] ? ": " : "", err->value);
}

/* "E05000026 E09000002 543210,184321", with "-" for what is not there and " ended". */
static const char *
look_up(const struct kin_gazetteer *gaz, const char *postcode)
{
	static char text[96];
	struct kin_place place;

	if (!kin_gazetteer_find(gaz, kin_str_of(postcode), &place))
		return "not known";
	snprintf(text, sizeof(text), "%.*s %.*s ", (int)(place.ward.len ? place.ward.len : 1),
	    place.ward.len ? place.ward.p : "-", (int)(place.lad.len ? place.lad.len : 1),
	    place.lad.len ? place.lad.p : "-");
	if (place.has_point)
		snprintf(text + strlen(text), 40, "%d,%d", place.easting, place.northing);
	else
		strcat(text, "-");
	return strcat(text, place.ended ? " ended" : "");
}

static struct kin_gazetteer *
load(const char *path)
{
	struct kin_gazetteer *gaz = kin_gazetteer_new();
	struct kin_err err = KIN_ERR_NONE;

	if (kin_gazetteer_load(gaz, path, NULL, NULL, &err) != 0)
		ck_abort_msg("%s", err.text);
	return gaz;
}

/* One postcode in every form of header that was ever published gives the same place. */
START_TEST(all_eras)
{
	static const struct { const char *name, *text; } eras[] = {
		{ "Code-Point Open", "\"RM109AA\",10,548598,186019,\"E92000001\",\"E19000003\","
		    "\"E18000007\",\"\",\"E09000002\",\"E05000034\"\r\n" },
		{ "Code-Point Open, padded", "\"RM109AA\",10,548598,186019,\"\",\"\",\"\",\"\",\"E09000002\",\"E05000034\"\n" },
		{ "ONSPD to 2024", "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind\n"
		    "\"RM109AA\",\"RM10 9AA\",\"RM10 9AA\",198001,,E99999999,E99999999,E09000002,E05000034,E43000017,0,0548598,0186019,1\n" },
		{ "NSPL to May 2025", "pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,oa21,cty,ced,laua,ward\n"
		    "RM109AA,RM10 9AA,RM10 9AA,198001,,0,548598,186019,1,E00000001,E99999999,E99999999,E09000002,E05000034\n" },
		{ "ONSPD from 2025", "\xef\xbb\xbfpcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty25cd,ced25cd,lad25cd,wd25cd\r\n"
		    "RM109AA,RM10 9AA,RM10 9AA,198001,,0,548598,186019,1,E00000001,E99999999,E99999999,E09000002,E05000034\r\n" },
		{ "2026", "pcds,lad26cd,wd26cd,east1m,north1m\nRM10 9AA,E09000002,E05000034,548598,186019\n" },
		{ "plain", "Postcode,Quality,Easting,Northing,District,Ward\nrm10 9aa,10,548598,186019,E09000002,E05000034" },
		{ "names of columns, twice", "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\nPostcode,Positional_quality_indicator,Eastings,"
		    "Northings,Country_code,NHS_regional_HA_code,NHS_HA_code,Admin_county_code,Admin_district_code,Admin_ward_code\n"
		    "\n\"RM10 9AA\",10,548598,186019,,,,,E09000002,E05000034\n" },
	};

	for (size_t i = 0; i < sizeof(eras) / sizeof(*eras); i++) {
		struct kin_gazetteer *gaz = load(put_file("era.csv", eras[i].text));

		ck_assert_msg(strcmp(look_up(gaz, "rm109aa"), "E05000034 E09000002 548598,186019") == 0,
		    "%s: %s", eras[i].name, look_up(gaz, "rm109aa"));
		ck_assert_uint_eq(kin_gazetteer_count(gaz), 1);
		ck_assert_str_eq(look_up(gaz, "RM10 9AB"), "not known");
		kin_gazetteer_free(gaz);
	}
}
END_TEST

START_TEST(absent_and_ended)
{
	struct kin_gazetteer *gaz = load(put_file("a.csv",
	    "pcds,doterm,oslaua,osward,oseast1m,osnrth1m\n"
	    "RM10 9AA,199606,E09000002,E05000034,548598,186019\n"
	    "JE2 3AB,,L99999999,L99999999,,\n"
	    "GIR 0AA,,E09000001,,532000,181000\n"
	    "W1A 1AA,,E09000033,E05013805,0,0\n"));

	ck_assert_str_eq(look_up(gaz, "RM10 9AA"), "E05000034 E09000002 548598,186019 ended");
	ck_assert_str_eq(look_up(gaz, "JE2 3AB"), "- - -");
	ck_assert_str_eq(look_up(gaz, "gir0aa"), "- E09000001 532000,181000");
	ck_assert_str_eq(look_up(gaz, " w1a1aa "), "E05013805 E09000033 -");
	kin_gazetteer_free(gaz);
}
END_TEST

/* Rows in any order; what comes again keeps the first, but in use outranks ended. */
START_TEST(order_and_repeats)
{
	struct kin_gazetteer *gaz = load(put_file("a.csv",
	    "pcds,doterm,lad25cd,wd25cd\n"
	    "RM9 5AA,,D1,W1\nIG11 7AA,,D1,W2\nB1 1AA,,D2,W3\nIG11 7AA,,D1,W9\n"
	    "RM8 1AA,2001,D1,W4\nRM8 1AA,,D1,W5\nBA1 1AA,,D3,W6\n"));
	struct kin_err err = KIN_ERR_NONE;

	ck_assert_uint_eq(kin_gazetteer_count(gaz), 5);
	ck_assert_str_eq(look_up(gaz, "IG117AA"), "W2 D1 -");
	ck_assert_str_eq(look_up(gaz, "RM81AA"), "W5 D1 -");
	ck_assert_str_eq(look_up(gaz, "RM95AA"), "W1 D1 -");
	ck_assert_str_eq(look_up(gaz, "B11AA"), "W3 D2 -");
	ck_assert_str_eq(look_up(gaz, "BA11AA"), "W6 D3 -");
	ck_assert_int_eq(kin_gazetteer_load(gaz, put_file("b.csv",
	    "postcode,lad,ward\nRM9 5AA,D1,W7\nAB1 0AA,D4,W8\n"), NULL, NULL, &err), 0);
	ck_assert_uint_eq(kin_gazetteer_count(gaz), 6);
	ck_assert_str_eq(look_up(gaz, "RM95AA"), "W1 D1 -");
	ck_assert_str_eq(look_up(gaz, "AB10AA"), "W8 D4 -");
	kin_gazetteer_free(gaz);
}
END_TEST

START_TEST(bad_rows)
{
	struct kin_gazetteer *gaz = kin_gazetteer_new();
	struct kin_err err = KIN_ERR_NONE;
	struct kin_buf faults = { 0 };

	ck_assert_int_eq(kin_gazetteer_load(gaz, put_file("bad.csv",
	    "postcode,easting,northing,ward\n"
	    "RM10 9AA,548598,186019,E05000034\n"
	    "RM10,548598,186019,E05000034\n"
	    "RM10 9AB,54859x,186019,E05000034\n"
	    "\n"
	    "RM10 9AC,548598,2000000,E05000034\n"
	    "RM10 9AD,548598\n"
	    "RM10 9AE,\"548598,186019,E05000034\n"
	    "RM10 9AF,,,E05000034\n"), note_fault, &faults, &err), 0);
	ck_assert_str_eq(kin_buf_text(&faults),
	    "bad.csv:3: postcode: not a postcode: RM10;"
	    "bad.csv:4: easting: not metres of the National Grid: 54859x;"
	    "bad.csv:6: northing: not metres of the National Grid: 2000000;"
	    "bad.csv:7: only 2 cells;"
	    "bad.csv:8: column 2: a quote is not closed;");
	ck_assert_uint_eq(kin_gazetteer_count(gaz), 2);
	ck_assert_str_eq(look_up(gaz, "RM109AF"), "E05000034 - -");
	kin_buf_fini(&faults);
	kin_gazetteer_free(gaz);
}
END_TEST

START_TEST(no_list)
{
	static const struct { const char *text, *why; } cases[] = {
		{ "", "empty, not a list of postcodes" },
		{ "\n\n", "empty, not a list of postcodes" },
		{ "name,ward\nAda,E05\n", "not a list of postcodes: no header is postcode or pcds" },
		{ "postcode,name\nRM10 9AA,Ada\n",
		    "a list of postcodes without ward, district or easting and northing" },
		{ "RM10 9AA,E05000034\n", "no header, and 2 columns where Code-Point Open has 10" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct kin_gazetteer *gaz = kin_gazetteer_new();
		struct kin_err err = KIN_ERR_NONE;
		const char *path = put_file("no.csv", cases[i].text);

		errno = EIO;
		ck_assert_int_eq(kin_gazetteer_load(gaz, path, NULL, NULL, &err), -1);
		ck_assert_int_eq(errno, 0);
		ck_assert(strncmp(err.text, path, strlen(path)) == 0);
		ck_assert_str_eq(err.text + strlen(path) + 2, cases[i].why);
		ck_assert_str_eq(look_up(gaz, "RM10 9AA"), "not known");
		kin_gazetteer_free(gaz);
	}
}
END_TEST

START_TEST(folders)
{
	struct kin_gazetteer *gaz = kin_gazetteer_new();
	struct kin_err err = KIN_ERR_NONE;
	char inner[300];

	snprintf(inner, sizeof(inner), "%s/os", folder);
	mkdir(inner, 0700);
	ck_assert_int_eq(kin_gazetteer_load(gaz, inner, NULL, NULL, &err), -1);
	ck_assert_ptr_nonnull(strstr(err.text, "/os: no .csv file in this folder"));
	ck_assert_int_eq(errno, 0);
	snprintf(inner, sizeof(inner), "%s/os/Data", folder);
	mkdir(inner, 0700);
	snprintf(inner, sizeof(inner), "%s/os/Data/CSV", folder);
	mkdir(inner, 0700);
	put_file("os/Data/CSV/rm.csv", "\"RM10 9AA\",10,548598,186019,\"\",\"\",\"\",\"\",\"E09000002\",\"E05000034\"\n");
	put_file("os/Data/CSV/ig.CSV", "\"IG117AA\",10,544000,184000,\"\",\"\",\"\",\"\",\"E09000002\",\"E05000026\"\n");
	put_file("os/Data/CSV/notes.txt", "not this one\n");
	snprintf(inner, sizeof(inner), "%s/os", folder);
	ck_assert_int_eq(kin_gazetteer_load(gaz, inner, NULL, NULL, &err), 0);
	ck_assert_uint_eq(kin_gazetteer_count(gaz), 2);
	ck_assert_str_eq(look_up(gaz, "IG11 7AA"), "E05000026 E09000002 544000,184000");
	ck_assert_int_eq(kin_gazetteer_load(gaz, "/no/such/list", NULL, NULL, &err), -1);
	ck_assert_int_eq(errno, ENOENT);
	ck_assert_str_eq(err.text, "/no/such/list: No such file or directory");
	kin_gazetteer_free(gaz);
}
END_TEST

/* Keys go up as the published lists do, and no two postcodes share one. */
START_TEST(keys)
{
	static const char *const in_order[] = {
		"A1 0AA", "A1 0AB", "A1 9ZZ", "A10 0AA", "A1A 0AA", "A9Z 9ZZ", "AA1 0AA", "AA10 0AA", "AA1A 0AA",
		"AZ9Z 9ZZ", "B1 1AA", "BA1 1AA", "RM10 9AA", "ZZ9Z 9ZZ", "GIR 0AA"
	};
	static const char *const none[] = {
		"", "A", "RM10", "RM10 9A", "RM10 9AAA", "10RM 9AA", "RMM10 9AA", "RM109 9AA", "RM10-9AA", "RM10 AAA"
	};
	uint32_t key, before = 0;

	for (size_t i = 0; i < sizeof(in_order) / sizeof(*in_order); i++) {
		ck_assert_msg(kin_postlist_key(kin_str_of(in_order[i]), &key), "%s", in_order[i]);
		ck_assert_msg(i == 0 || key > before, "%s", in_order[i]);
		ck_assert_uint_lt(key / KIN_POSTLIST_INWARD, KIN_POSTLIST_OUTWARD);
		before = key;
	}
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		ck_assert_msg(!kin_postlist_key(kin_str_of(none[i]), &key), "%s", none[i]);
}
END_TEST

START_TEST(headers)
{
	ck_assert(kin_cell_fits(KIN_STR("WD25CD"), "wd##cd"));
	ck_assert(kin_cell_fits(KIN_STR("Ward Name"), "ward_name"));
	ck_assert(!kin_cell_fits(KIN_STR("wdxxcd"), "wd##cd"));
	ck_assert(!kin_cell_fits(KIN_STR("ward"), "ward_name"));
	ck_assert(!kin_cell_fits(KIN_STR("ward_name"), "ward"));
}
END_TEST

/* The real extract: every row is found again, and the one outside the borough is. */
START_TEST(borough)
{
	const char *data = getenv("KIN_DATA");
	struct kin_gazetteer *gaz;
	char path[512];

	snprintf(path, sizeof(path), "%s/geo_barking_dagenham/postcodes.csv", data ? data : "../shared/data");
	if (access(path, R_OK) != 0) {
		printf("SKIP test_gazetteer borough: no %s\n", path);
		return;
	}
	gaz = load(path);
	ck_assert_uint_eq(kin_gazetteer_count(gaz), 3866);
	ck_assert_str_eq(look_up(gaz, "IG11 0AB"), "E05014055 E09000002 547437,182820");
	ck_assert_str_eq(look_up(gaz, "IG11 0AD"), "E05013904 E09000025 544256,182651");
	kin_gazetteer_free(gaz);
	snprintf(path, sizeof(path), "%s/geo_barking_dagenham/raw", data ? data : "../shared/data");
	gaz = load(path);
	ck_assert_uint_eq(kin_gazetteer_count(gaz), 9985 + 6096);
	kin_gazetteer_free(gaz);
}
END_TEST

static void
remove_folder(void)
{
	char command[300];

	snprintf(command, sizeof(command), "rm -r '%s'", folder);
	if (system(command) != 0)
		perror(folder);
}

int
main(void)
{
	Suite *suite = suite_create("gazetteer");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	if (mkdtemp(folder) == NULL)
		return 1;
	suite_add_tcase(suite, tests);
	tcase_add_test(tests, all_eras);
	tcase_add_test(tests, absent_and_ended);
	tcase_add_test(tests, order_and_repeats);
	tcase_add_test(tests, bad_rows);
	tcase_add_test(tests, no_list);
	tcase_add_test(tests, folders);
	tcase_add_test(tests, keys);
	tcase_add_test(tests, headers);
	tcase_add_test(tests, borough);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	remove_folder();
	return failed != 0;
}
