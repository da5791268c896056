/*
 * reject -- the record of a row that was refused.
 *
 * Shape    {"kind":"reject","source":{…},"field":…,"value":…,"reason":…,"raw":…};
 *          field and value are left out when the fault is in no one field.
 *          raw is the row as it stood.  A row that JSON text cannot hold (bytes
 *          that are not UTF-8, NUL) is kept byte by byte as U+0001 to U+00FF,
 *          NUL as U+0100, and "raw_encoding":"bytes" says so: it can be mended
 *          and fed back.
 * Room     record.
 */
#ifndef KIN_REJECT_H
#define KIN_REJECT_H

#include "kin/base/buf.h"
#include "kin/base/err.h"

/*
 * Adds the reject record.  source is the JSON object of the record refused, or
 * empty: then {"file":…,"line":…} from file and err->line.
 */
void	kin_reject_write(struct kin_buf *out, const char *file, struct kin_str source,
	    struct kin_str raw, const struct kin_err *err);

/* Adds "crm.csv:17:4: field \"birth_date\": not a date: \"31/02/1980\"", escaped. */
void	kin_reject_say(struct kin_buf *out, const char *file, const struct kin_err *err);

#endif
