/*
 * postlist -- the rows of a published list of postcodes, whatever its headers.
 *
 * Shape    a file is read once, row by row, and nothing is kept.  Without a header
 *          it must have the ten columns of Code-Point Open; a row that is a header
 *          again (Code-Point's file of column names has two) is read as one.
 *          gazetteer.h lists the headers known.
 * Limits   cells have no line breaks in them, which no such list has; the text
 *          after the last column that is wanted is not looked at.
 * Errors   a bad row is told to the fault callback; -1 when the file cannot be
 *          read (errno) or is no list of postcodes (errno is 0).
 * Owns     nothing: a row is borrowed for the call.
 * Room     place; uses record/lines and a splitter of its own, because libcsv
 *          takes several seconds for the 1.3 GB of the ONS Postcode Directory.
 * Source   Code-Point Open user guide (Ordnance Survey); ONSPD and NSPL user guides (ONS).
 */
#ifndef KIN_POSTLIST_H
#define KIN_POSTLIST_H

#include <stdint.h>

#include "kin/base/err.h"
#include "kin/base/str.h"

/*
 * A postcode as a number, smaller for the one that sorts first.  The letters and
 * digits stand in mixed positions, so that all forms fit in 31 bits; the three
 * characters of the inward code are the number modulo KIN_POSTLIST_INWARD.
 */
enum {
	KIN_POSTLIST_INWARD	= 10 * 26 * 26,
	KIN_POSTLIST_OUTWARD	= 26 * 27 * 10 * 37 + 1		/* the last is GIR, which has no digit */
};

struct kin_postlist_row {
	uint32_t	 key;
	struct kin_str	 ward, lad;		/* empty = none */
	int32_t		 easting, northing;	/* metres, 0 and 0 = none */
	bool		 ended;
};

typedef void	kin_postlist_each(void *ctx, const struct kin_postlist_row *row);
typedef void	kin_postlist_fault(void *ctx, const struct kin_err *err);

/* Any case, spaces anywhere.  False when text has no postcode's form. */
bool	kin_postlist_key(struct kin_str text, uint32_t *key);

/* Reads to the end of fd and leaves it open.  -1: err->text. */
int	kin_postlist_read(int fd, kin_postlist_each *each, kin_postlist_fault *fault, void *ctx,
	    struct kin_err *err);

#endif
