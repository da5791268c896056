#include "kin/link/splink_block.h"

#include "splink_state.h"

enum { MOST_EXPLODED = 4 };

/* One rule made ready. */
struct rule {
	const struct kin_sql_node	*test;
	bool				 whole;		/* what must be equal is all that it says */
	uint32_t			*same;		/* operands that must be equal */
	size_t				 sames;
	uint32_t			 exploded[MOST_EXPLODED];
	size_t				 explodes;
};

/* --- variants: a record's lists taken apart ------------------------------------- */

/* The nth choice of one element from each exploded list, into side; false after the last. */
static bool
choose(struct kin_splink_score *score, const struct rule *rule, uint32_t record, int side, size_t nth)
{
	const uint32_t *code = &score->code[(size_t)record * score->operands];

	for (size_t i = 0; i < rule->explodes; i++) {
		uint32_t o = rule->exploded[i];
		const struct kin_sql_value *list = &score->operand[o].values[code[o]];

		if (list->type != KIN_SQL_LIST) {
			score->side[side][o] = *list;
			continue;
		}
		if (list->count == 0)
			return false;
		score->side[side][o] = list->items[nth % list->count];
		nth /= list->count;
	}
	return nth == 0;
}

/* Does the rule hold for any choice of elements? */
static bool
holds(struct kin_splink_score *score, const struct rule *rule, uint32_t a, uint32_t b)
{
	kin_splink_load_record(score, a, 0);
	kin_splink_load_record(score, b, 1);
	for (size_t i = 0; choose(score, rule, a, 0, i); i++) {
		for (size_t j = 0; choose(score, rule, b, 1, j); j++) {
			kin_sql_pair(score->room, score->side[0], score->side[1]);
			if (kin_sql_holds(score->room, rule->test))
				return true;
		}
	}
	return false;
}

/* --- rules ---------------------------------------------------------------------- */

static void
open_rule(const struct kin_splink_score *score, const struct kin_splink_rule *from, struct rule *rule)
{
	const struct kin_sql_node *part;
	struct kin_sql *sql = score->model->sql;

	*rule = (struct rule){ .test = from->test, .whole = true };
	rule->same = kin_resize(NULL, score->operands + 1, sizeof(*rule->same));
	for (size_t at = 0; (part = kin_sql_and(from->test, &at)) != NULL; ) {
		int same = kin_sql_same_operand(part);

		if (same >= 0)
			rule->same[rule->sames++] = (uint32_t)same;
		rule->whole = rule->whole && same >= 0;
	}
	for (uint32_t o = 0; o < score->operands; o++) {
		int column = kin_sql_operand_column(sql, o);

		for (size_t i = 0; column >= 0 && i < from->explodes; i++) {
			if ((uint32_t)column == kin_sql_column(sql, from->explode[i])
			    && rule->explodes < MOST_EXPLODED)
				rule->exploded[rule->explodes++] = o;
		}
	}
}

static struct rule *
open_rules(const struct kin_splink_score *score)
{
	struct rule *rules = kin_resize(NULL, score->model->rules + 1, sizeof(*rules));

	for (size_t i = 0; i < score->model->rules; i++)
		open_rule(score, &score->model->rule[i], &rules[i]);
	return rules;
}

static void
free_rules(const struct kin_splink_score *score, struct rule *rules)
{
	for (size_t i = 0; i < score->model->rules; i++)
		kin_free(rules[i].same);
	kin_free(rules);
}

static int
first_rule(struct kin_splink_score *score, const struct rule *rules, size_t count, uint32_t a,
    uint32_t b)
{
	for (size_t i = 0; i < count; i++) {
		if (holds(score, &rules[i], a, b))
			return (int)i;
	}
	return -1;
}

int
kin_splink_rule_of(struct kin_splink_score *score, uint32_t a, uint32_t b)
{
	struct rule *rules = open_rules(score);
	int first = first_rule(score, rules, score->model->rules, a < b ? a : b, a < b ? b : a);

	free_rules(score, rules);
	return first;
}

/* --- pairs of one rule ------------------------------------------------------------ */

struct bucket {
	uint32_t	*record;
	size_t		 count, cap;
};

struct blocker {
	struct kin_splink_score	*score;
	const struct rule	*rules;
	size_t			 nth;
	struct kin_map		*keys;
	struct bucket		*bucket;
	size_t			 cap;
	struct kin_buf		 key;
	void			(*each)(void *ctx, uint32_t a, uint32_t b);
	void			*ctx;
};

/* What must be equal, as it stands in side 0; false when any of it is NULL. */
static bool
make_key(struct blocker *blocker, const struct rule *rule)
{
	kin_buf_clear(&blocker->key);
	for (size_t i = 0; i < rule->sames; i++) {
		const struct kin_sql_value *value = &blocker->score->side[0][rule->same[i]];

		if (value->type == KIN_SQL_NULL)
			return false;
		kin_splink_put_key(&blocker->key, value);
	}
	return true;
}

static void
fill_bucket(struct blocker *blocker, uint32_t record)
{
	struct bucket *bucket;
	uint32_t key;
	bool is_new;

	key = kin_map_add(blocker->keys, kin_buf_str(&blocker->key), &is_new);
	if (is_new) {
		blocker->bucket = kin_grow(blocker->bucket, key, &blocker->cap,
		    sizeof(*blocker->bucket));
		blocker->bucket[key] = (struct bucket){ .count = 0 };
	}
	bucket = &blocker->bucket[key];
	if (bucket->count > 0 && bucket->record[bucket->count - 1] == record)
		return;
	bucket->record = kin_grow(bucket->record, bucket->count, &bucket->cap, sizeof(uint32_t));
	bucket->record[bucket->count++] = record;
}

/* Told unless a rule before has it, or it was met by another element of the same lists. */
static void
try_pair(struct blocker *blocker, uint32_t a, uint32_t b)
{
	const struct rule *rule = &blocker->rules[blocker->nth];

	if ((rule->whole || holds(blocker->score, rule, a, b))
	    && first_rule(blocker->score, blocker->rules, blocker->nth, a, b) < 0)
		blocker->each(blocker->ctx, a, b);
}

/* Is this the first key that the two have in common?  Only lists give a record several. */
static bool
is_first_key(struct blocker *blocker, uint32_t a, uint32_t b, uint32_t key)
{
	const struct rule *rule = &blocker->rules[blocker->nth];
	uint32_t first = UINT32_MAX;

	if (rule->explodes == 0)
		return true;
	kin_splink_load_record(blocker->score, a, 0);
	for (size_t i = 0; choose(blocker->score, rule, a, 0, i); i++) {
		uint32_t at = make_key(blocker, rule) ? kin_map_get(blocker->keys,
		    kin_buf_str(&blocker->key)) : UINT32_MAX;
		const struct bucket *bucket = at < first ? &blocker->bucket[at] : NULL;

		for (size_t j = 0; bucket != NULL && j < bucket->count; j++) {
			if (bucket->record[j] == b)
				first = at;
		}
	}
	return first == key;
}

static void
block_rule(struct blocker *blocker)
{
	const struct rule *rule = &blocker->rules[blocker->nth];

	blocker->keys = kin_map_new();
	blocker->bucket = NULL;
	blocker->cap = 0;
	for (uint32_t r = 0; r < blocker->score->records; r++) {
		kin_splink_load_record(blocker->score, r, 0);
		for (size_t i = 0; choose(blocker->score, rule, r, 0, i); i++) {
			if (make_key(blocker, rule))
				fill_bucket(blocker, r);
		}
	}
	for (uint32_t k = 0; k < kin_map_count(blocker->keys); k++) {
		const struct bucket *bucket = &blocker->bucket[k];

		for (size_t i = 0; i < bucket->count; i++) {
			for (size_t j = i + 1; j < bucket->count; j++) {
				if (is_first_key(blocker, bucket->record[i], bucket->record[j], k))
					try_pair(blocker, bucket->record[i], bucket->record[j]);
			}
		}
	}
	for (uint32_t k = 0; k < kin_map_count(blocker->keys); k++)
		kin_free(blocker->bucket[k].record);
	kin_free(blocker->bucket);
	kin_map_free(blocker->keys);
}

void
kin_splink_block(struct kin_splink_score *score, void (*each)(void *ctx, uint32_t a, uint32_t b),
    void *ctx)
{
	struct rule *rules = open_rules(score);
	struct blocker blocker = { .score = score, .rules = rules, .each = each, .ctx = ctx };

	for (size_t i = 0; i < score->model->rules; i++) {
		blocker.nth = i;
		block_rule(&blocker);
	}
	kin_buf_fini(&blocker.key);
	free_rules(score, rules);
}
