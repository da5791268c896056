/* What the readers of models share: members of configuration, as JSON. */
#ifndef KIN_MODEL_JSON_H
#define KIN_MODEL_JSON_H

#include <jansson.h>

#include "kin/step/model_file.h"

/* All keys of object are among keys (NULL ends them); what names it in err. */
int	kin_model_json_keys(const json_t *object, const char *what, const char *const *keys,
	    struct kin_err *err);
/* Members that may be absent or null: then *out stays, and *has (may be NULL) is false. */
int	kin_model_json_text(const json_t *object, const char *key, struct kin_arena *arena,
	    struct kin_str *out, struct kin_err *err);
int	kin_model_json_truth(const json_t *object, const char *key, bool *out, struct kin_err *err);
int	kin_model_json_number(const json_t *object, const char *key, double *out, bool *has,
	    struct kin_err *err);
/* A number from 0 to 1. */
int	kin_model_json_share(const json_t *object, const char *key, double *out, bool *has,
	    struct kin_err *err);

/* new, or NULL with err. */
struct kin_model	*kin_model_own_read(const json_t *root, struct kin_err *err);
struct kin_splink_model	*kin_model_splink_read(const json_t *root, struct kin_err *err);

#endif
