/*
 * gazetteer -- where a postcode lies: its ward, its district and a point.
 *
 * Shape    a list of postcodes read whole, then asked.  Read are Code-Point Open
 *          (its parts without headers, one or a folder of them), the ONS Postcode
 *          Directory and the National Statistics Postcode Lookup of any year, and
 *          any CSV with a column "postcode".  Columns go by their headers:
 *            postcode   pcds pcd pcd2 pcd7 pcd8 postcode pc
 *            ward       osward ward wdNNcd wc admin_ward_code
 *            lad        oslaua laua ladNNcd lad district dc admin_district_code
 *            easting    oseast1m east1m easting(s) ea
 *            northing   osnrth1m north1m northing(s) no
 *            ended      doterm: a postcode with a date here is no longer in use
 *          Without ward and lad there must be a point, and the other way round.
 *          Codes that stand for "no such place" (L99999999) and points at 0 count
 *          as absent.
 * Units    metres, British National Grid (Irish Grid in Northern Ireland, as published).
 * Limits   4 million different pairs of ward and district;
 *          cells have no line breaks in them.  About 12 bytes a postcode.
 * Errors   a bad row is told to the fault callback, with file and line, and left
 *          out.  -1 with errno set when a file cannot be read, with errno 0 when it
 *          is no list of postcodes.
 *          A postcode that comes again keeps what was read first, but one in use
 *          outranks one that has ended.
 * Owns     the gazetteer owns what it lends, until it is freed.
 * Room     place; uses base and postlist.
 * Source   Code-Point Open user guide (Ordnance Survey); ONSPD and NSPL user guides (ONS).
 */
#ifndef KIN_GAZETTEER_H
#define KIN_GAZETTEER_H

#include <stdint.h>

#include "kin/base/err.h"
#include "kin/base/str.h"

struct kin_gazetteer;

struct kin_place {
	struct kin_str	 ward, lad;		/* GSS codes; empty = not in the list */
	int32_t		 easting, northing;	/* metres */
	bool		 has_point;		/* easting and northing are known */
	bool		 ended;			/* the postcode is no longer in use */
};

/* A bad row: err has line, field, value and text. */
typedef void	kin_gazetteer_fault(void *ctx, const char *file, const struct kin_err *err);

struct kin_gazetteer *kin_gazetteer_new(void);
void		 kin_gazetteer_free(struct kin_gazetteer *gaz);

/*
 * Adds the postcodes of a file, or of all *.csv files of a folder in the order of
 * their names (of its Data/CSV, as Ordnance Survey delivers it, if it has none
 * itself).  fault may be NULL.  -1: err->text names the file.
 */
int		 kin_gazetteer_load(struct kin_gazetteer *gaz, const char *path,
		    kin_gazetteer_fault *fault, void *ctx, struct kin_err *err);

/* Any case, with or without spaces.  False: not in the list, *out untouched. */
bool		 kin_gazetteer_find(const struct kin_gazetteer *gaz, struct kin_str postcode,
		    struct kin_place *out);

/* How many postcodes there are. */
size_t		 kin_gazetteer_count(const struct kin_gazetteer *gaz);

#endif
