/*
 * model_file -- models in files: kin's own form, and those that Splink saves and loads.
 *
 * Shape    read finds out by itself which of the two a file is.  kin's form is JSON too,
 *          documented in kin-model(5); Splink's is read in versions 4 and 5, with or
 *          without trained numbers, in DuckDB's dialect.
 * Errors   a file that cannot be read, is no model, has keys that nobody knows, levels
 *          that its kind of field has not, or SQL that is not known: -1 with err, whose
 *          text says which comparison, which level, which SQL.
 * Owns     what read fills is the caller's until fini.
 * Room     step; knows link.
 * Source   Splink 5.0.0, save_model_to_json and settings_creator.py; read, not copied.
 */
#ifndef KIN_MODEL_FILE_H
#define KIN_MODEL_FILE_H

#include "kin/base/buf.h"
#include "kin/link/model.h"
#include "kin/link/splink.h"

struct kin_model_file {
	struct kin_model	*own;		/* one of the two, the other NULL */
	struct kin_splink_model	*splink;
};

int	kin_model_file_read(const char *path, struct kin_model_file *out, struct kin_err *err);
void	kin_model_file_fini(struct kin_model_file *file);

/* Adds the text of the file. */
void	kin_model_file_put_own(struct kin_buf *out, const struct kin_model *model);
void	kin_model_file_put_splink(struct kin_buf *out, const struct kin_splink_model *model);

#endif
