/* The model that was estimated, written down: in kin's own form, or for Splink. */
#include <assert.h>

#include "kin/link/splink_train.h"
#include "kin/record/publish.h"
#include "kin/step/model_file.h"
#include "dedupe_state.h"

/* Pairs below this probability are counted among those that are two people. */
#define LEAST_WEIGHT	(-10.0)

static void
train_pair(void *ctx, const struct kin_link_pair *pair)
{
	kin_splink_train_pair(ctx, pair->a, pair->b, pair->probability);
}

/* Splink's usual comparisons of the same fields, as what the engine found out has them. */
static void
put_splink(struct kin_dedupe *dedupe, struct kin_buf *out)
{
	const struct kin_model *own = kin_link_model(dedupe->link);
	struct kin_splink_model *model = kin_splink_new();
	struct kin_err err = KIN_ERR_NONE;
	struct kin_splink_train *train;
	struct kin_splink_score *score;
	int status;

	model->link_type = KIN_STR("dedupe_only");
	for (size_t f = 0; f < own->fields; f++) {
		struct kin_str name = kin_str_of(own->field[f].name);
		bool joined = own->field[f].kind == KIN_KIND_ADDRESS || own->field[f].kind == KIN_KIND_TEXT;

		kin_splink_usual(model, name, own->field[f].kind,
		    !joined && kin_people_has_lists(dedupe->people, name));
	}
	kin_splink_usual_rules(model);
	status = kin_splink_settle(model, &err);
	assert(status == 0);
	(void)status;
	score = kin_people_splink_score(dedupe->people, model);
	train = kin_splink_train_new(score);
	kin_link_pairs(dedupe->link, LEAST_WEIGHT, train_pair, train);
	kin_splink_train_finish(train);
	kin_model_file_put_splink(out, model);
	kin_splink_score_free(score);
	kin_splink_free(model);
}

int
kin_dedupe_train(struct kin_dedupe *dedupe, struct kin_err *err)
{
	struct kin_publish *to;
	struct kin_buf text = { 0 };

	if (dedupe->link == NULL)
		return kin_fail(err, "nothing was compared: no model to write");
	to = kin_publish_open(dedupe->opts.train, err);
	if (to == NULL)
		return -1;
	if (dedupe->opts.splink)
		put_splink(dedupe, &text);
	else
		kin_model_file_put_own(&text, kin_link_model(dedupe->link));
	kin_publish_line(to, kin_str(text.p, text.len - 1));
	kin_buf_fini(&text);
	return kin_publish_commit(to, err);
}
