#include "splink_state.h"

#include <math.h>

enum { TABLE_MOST = 1 << 26 };	/* bytes of one comparison's table */

struct kin_splink_score *
kin_splink_score_new(struct kin_splink_model *model)
{
	struct kin_splink_score *score = kin_calloc(1, sizeof(*score));

	score->model = model;
	score->operands = kin_sql_operands(model->sql);
	score->operand = kin_calloc(score->operands + 1, sizeof(*score->operand));
	for (uint32_t i = 0; i < score->operands; i++) {
		struct kin_splink_operand *operand = &score->operand[i];

		operand->codes = kin_map_new();
		operand->values = kin_grow(NULL, 0, &operand->cap, sizeof(*operand->values));
		operand->holders = kin_grow(NULL, 0, &operand->holder_cap, sizeof(uint32_t));
		operand->values[0] = (struct kin_sql_value){ .type = KIN_SQL_NULL };
		operand->holders[0] = 0;
		operand->count = 1;
	}
	for (int i = 0; i < 2; i++)
		score->side[i] = kin_calloc(score->operands + 1, sizeof(struct kin_sql_value));
	score->room = kin_sql_room_new(model->sql);
	return score;
}

void
kin_splink_score_free(struct kin_splink_score *score)
{
	if (score == NULL)
		return;
	for (uint32_t i = 0; i < score->operands; i++) {
		kin_map_free(score->operand[i].codes);
		kin_free(score->operand[i].values);
		kin_free(score->operand[i].holders);
	}
	for (size_t i = 0; score->table != NULL && i < score->model->comparisons; i++) {
		kin_map_free(score->table[i].codes);
		kin_free(score->table[i].operand);
		kin_free(score->table[i].of);
		kin_free(score->table[i].gamma);
		kin_free(score->table[i].weight);
		kin_free(score->table[i].frequent);
	}
	kin_free(score->table);
	kin_free(score->operand);
	kin_free(score->code);
	kin_free(score->side[0]);
	kin_free(score->side[1]);
	kin_sql_room_free(score->room);
	kin_arena_fini(&score->arena);
	kin_buf_fini(&score->key);
	kin_free(score);
}

uint32_t
kin_splink_score_count(const struct kin_splink_score *score)
{
	return score->records;
}

struct kin_splink_model *
kin_splink_score_model(const struct kin_splink_score *score)
{
	return score->model;
}

/* --- records ---------------------------------------------------------------- */

void
kin_splink_put_key(struct kin_buf *out, const struct kin_sql_value *value)
{
	kin_buf_putc(out, (char)value->type);
	if (value->type == KIN_SQL_TEXT) {
		kin_buf_add(out, kin_str((const char *)&value->text.len, sizeof(value->text.len)));
		kin_buf_add(out, value->text);
	} else if (value->type != KIN_SQL_LIST) {
		kin_buf_add(out, kin_str((const char *)&value->number, sizeof(value->number)));
	}
	for (uint32_t i = 0; value->type == KIN_SQL_LIST && i < value->count; i++)
		kin_splink_put_key(out, &value->items[i]);
}

static uint32_t
code_of(struct kin_splink_score *score, struct kin_splink_operand *operand, const struct kin_sql_value *value)
{
	uint32_t code;
	bool is_new;

	if (value->type == KIN_SQL_NULL)
		return 0;
	operand->present++;
	kin_buf_clear(&score->key);
	kin_splink_put_key(&score->key, value);
	code = kin_map_add(operand->codes, kin_buf_str(&score->key), &is_new) + 1;
	if (is_new) {
		operand->values = kin_grow(operand->values, operand->count, &operand->cap,
		    sizeof(*operand->values));
		operand->holders = kin_grow(operand->holders, operand->count, &operand->holder_cap,
		    sizeof(*operand->holders));
		operand->values[operand->count] = *value;
		operand->holders[operand->count++] = 0;
	}
	operand->holders[code]++;
	return code;
}

uint32_t
kin_splink_score_add(struct kin_splink_score *score, const struct kin_sql_value *columns)
{
	size_t at = (size_t)score->records * score->operands;

	while (score->code_cap < at + score->operands)
		score->code = kin_grow(score->code, score->code_cap, &score->code_cap,
		    sizeof(*score->code));
	for (uint32_t i = 0; i < score->operands; i++) {
		struct kin_sql_value value = kin_sql_operand(score->model->sql, i, columns,
		    &score->arena);

		score->code[at + i] = code_of(score, &score->operand[i], &value);
	}
	return score->records++;
}

/* --- sealing ---------------------------------------------------------------- */

static void
open_weights(const struct kin_splink_comparison *comparison, struct kin_splink_table *table)
{
	table->weight = kin_calloc((size_t)comparison->top + 2, sizeof(*table->weight));
	table->frequent = kin_calloc((size_t)comparison->top + 2, sizeof(*table->frequent));
	for (size_t i = 0; i < comparison->levels; i++) {
		const struct kin_splink_level *level = &comparison->level[i];

		table->weight[level->gamma + 1] = level->weight;
		table->frequent[level->gamma + 1] = level->tf_operand >= 0;
	}
}

static void
open_operands(const struct kin_splink_score *score, const struct kin_splink_comparison *comparison,
    struct kin_splink_table *table)
{
	bool *used = kin_calloc(score->operands + 1, sizeof(*used));

	for (size_t i = 0; i < comparison->levels; i++) {
		if (comparison->level[i].test != NULL)
			kin_sql_used(comparison->level[i].test, used);
	}
	table->operand = kin_calloc(score->operands + 1, sizeof(*table->operand));
	for (uint32_t i = 0; i < score->operands; i++) {
		if (used[i])
			table->operand[table->operands++] = i;
	}
	kin_free(used);
}

static void
code_records(struct kin_splink_score *score, struct kin_splink_table *table)
{
	size_t codes;

	table->codes = kin_map_new();
	table->of = kin_resize(NULL, score->records + 1, sizeof(*table->of));
	for (uint32_t r = 0; r < score->records; r++) {
		const uint32_t *code = &score->code[(size_t)r * score->operands];

		kin_buf_clear(&score->key);
		for (uint32_t i = 0; i < table->operands; i++)
			kin_buf_add(&score->key, kin_str((const char *)&code[table->operand[i]],
			    sizeof(*code)));
		table->of[r] = kin_map_add(table->codes, kin_buf_str(&score->key), NULL);
	}
	codes = kin_map_count(table->codes);
	if (codes <= TABLE_MOST / (codes ? codes : 1))
		table->gamma = kin_calloc(codes * codes + 1, 1);
}

void
kin_splink_score_seal(struct kin_splink_score *score)
{
	score->table = kin_calloc(score->model->comparisons + 1, sizeof(*score->table));
	for (size_t i = 0; i < score->model->comparisons; i++) {
		open_weights(&score->model->comparison[i], &score->table[i]);
		open_operands(score, &score->model->comparison[i], &score->table[i]);
		code_records(score, &score->table[i]);
	}
}

/* --- scoring ---------------------------------------------------------------- */

static int
find_gamma(struct kin_splink_score *score, const struct kin_splink_comparison *comparison)
{
	kin_sql_pair(score->room, score->side[0], score->side[1]);
	for (size_t i = 0; i < comparison->levels; i++) {
		const struct kin_splink_level *level = &comparison->level[i];

		if (level->test == NULL || kin_sql_holds(score->room, level->test))
			return level->gamma;
	}
	return 0;
}

/* The operands of one code of a comparison, as one side of the pair at hand. */
static void
load(struct kin_splink_score *score, const struct kin_splink_table *table, uint32_t code, int side)
{
	struct kin_str key = kin_map_key(table->codes, code);

	for (uint32_t i = 0; i < table->operands; i++) {
		uint32_t of;

		memcpy(&of, key.p + i * sizeof(of), sizeof(of));
		score->side[side][table->operand[i]] = score->operand[table->operand[i]].values[of];
	}
}

int
kin_splink_gamma(struct kin_splink_score *score, size_t c, uint32_t left, uint32_t right)
{
	struct kin_splink_table *table = &score->table[c];
	uint8_t *cell = NULL;
	int gamma;

	if (table->gamma != NULL) {
		cell = &table->gamma[(size_t)left * kin_map_count(table->codes) + right];
		if (*cell != KIN_SPLINK_UNKNOWN)
			return *cell - 2;
	}
	load(score, table, left, 0);
	load(score, table, right, 1);
	gamma = find_gamma(score, &score->model->comparison[c]);
	if (cell != NULL)
		*cell = (uint8_t)(gamma + 2);
	return gamma;
}

/* Negative when nobody has the value. */
static double
frequency(const struct kin_splink_score *score, uint32_t record, uint32_t nth)
{
	const struct kin_splink_operand *operand = &score->operand[nth];
	uint32_t code = score->code[(size_t)record * score->operands + nth];

	return code ? (double)operand->holders[code] / (double)operand->present : -1.0;
}

double
kin_splink_adjust(const struct kin_splink_score *score, const struct kin_splink_level *level, uint32_t a,
    uint32_t b)
{
	double most;

	if (level->tf_operand < 0)
		return 0.0;
	most = fmax(frequency(score, a, (uint32_t)level->tf_operand),
	    frequency(score, b, (uint32_t)level->tf_operand));
	return most < 0 ? 0.0 : level->tf_weight * (level->tf_u - log2(fmax(most, level->tf_minimum)));
}

double
kin_splink_score_pair(struct kin_splink_score *score, uint32_t a, uint32_t b,
    struct kin_splink_part *parts)
{
	double weight = score->model->prior_weight;
	uint32_t left = a < b ? a : b, right = a < b ? b : a;

	for (size_t c = 0; c < score->model->comparisons; c++) {
		const struct kin_splink_level *level;
		struct kin_splink_part part;

		part.gamma = kin_splink_gamma(score, c, score->table[c].of[left], score->table[c].of[right]);
		level = kin_splink_level(&score->model->comparison[c], part.gamma);
		part.weight = level->weight;
		part.frequency = kin_splink_adjust(score, level, left, right);
		weight += part.weight + part.frequency;
		if (parts != NULL)
			parts[c] = part;
	}
	return weight;
}

void
kin_splink_load_record(struct kin_splink_score *score, uint32_t record, int side)
{
	const uint32_t *code = &score->code[(size_t)record * score->operands];

	for (uint32_t i = 0; i < score->operands; i++)
		score->side[side][i] = score->operand[i].values[code[i]];
}
